"""What a text of an input may be: one that is a name or a code is of one line, and no longer than an index holds."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_TEXT = 20_000
# PostgreSQL keeps no more than 2,704 bytes in a row of an index, and a character has up to four.
LONGEST_CODE, LONGEST_NAME = 100, 500


@dataclass(frozen=True)
class Line:
    """Declares a text of an input as a name or a code, of so many characters at most."""

    most: int
