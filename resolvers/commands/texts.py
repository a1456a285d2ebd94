"""What a text of an input may be: one that is a name or a code is of one line, and no longer than an index holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 20_000
# PostgreSQL keeps no more than 2,704 bytes in a row of an index, and a character has up to four.
LONGEST_CODE, LONGEST_NAME = 100, 500
# What stands in a letter is rendered with a font that holds each of its characters, which is what a letter costs.
LONGEST_REASON = 2_000


@dataclass(frozen=True)
class Bounded:
    """Declares a text of an input as a narrative of so many characters at most."""

    most: int


class Line(Bounded):
    """Declares a text of an input as a name or a code, of so many characters at most."""


# What a text file may hold of them parts lines and columns.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Controls, what has no width or turns the direction of writing, separators of lines and paragraphs, and what no
# standard gives a form; and of the other categories what is ignored or blank (Unicode, Default_Ignorable_Code_Point).
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def trimmed(text: str) -> str:
    """A name or a code without the room around it, each character written in one way (Unicode, NFC)."""
    return unicodedata.normalize("NFC", text.strip())


def unusable(text: str, *, is_line: bool) -> str | None:
    """The first character that no narrative may hold, or where it is a line no name or code."""
    if is_line:
        return next((each for each in text if unicodedata.category(each) in _UNSEEN or _BLANK.match(each)), None)
    found = CONTROLS.search(text)
    return found and found[0]
