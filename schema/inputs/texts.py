"""The kinds of texts that have a bound of their own; the contract calls them all String."""

from __future__ import annotations

from typing import Annotated

from models import clue
from models.case import LONGEST_CAUSE
from resolvers.commands.texts import LONGEST_CODE, LONGEST_NAME, LONGEST_REASON, Bounded, Line

Code = Annotated[str, Line(LONGEST_CODE)]
Name = Annotated[str, Line(LONGEST_NAME)]
Cause = Annotated[str, Line(LONGEST_CAUSE)]
InformantName = Annotated[str, Line(clue.LONGEST_NAME)]
ClueContent = Annotated[str, Bounded(clue.LONGEST_CONTENT)]
Reason = Annotated[str, Bounded(LONGEST_REASON)]
