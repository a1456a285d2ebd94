"""The kinds of texts that are no narrative; the contract calls them all String."""

from __future__ import annotations

from typing import Annotated

from models.case import LONGEST_CAUSE
from resolvers.commands.texts import LONGEST_CODE, LONGEST_NAME, Line

Code = Annotated[str, Line(LONGEST_CODE)]
Name = Annotated[str, Line(LONGEST_NAME)]
Cause = Annotated[str, Line(LONGEST_CAUSE)]
