"""A letter before it takes a format: its template's words with the fields filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from models import LetterTemplate, SupervisionDocumentType

Template = LetterTemplate | SupervisionDocumentType
_FOLDER = Path(__file__).parent / "templates"


class LetterFields(TypedDict):
    """What every letter says: who writes it and who gets it.

    ``kind`` chooses the opening, by its name; ``due`` is a day in words.
    """

    number: str
    sender: str
    receiver: str
    date: date
    kind: NotRequired[str]
    attachments: NotRequired[Sequence[str]]
    urgent: NotRequired[bool]
    due: NotRequired[str]


class TransferLetterFields(LetterFields):
    """What a letter says of one transfer.

    ``sender`` and ``receiver`` of a receipt are those of the transfer.  ``reason``, ``result`` and ``legal_basis``
    are whole phrases with their punctuation and 《》; ``answered`` is the number of the letter that this one answers;
    ``kind`` the transfer's.
    """

    case_number: str
    cause: str
    party_name: str
    legal_basis: str
    reason: NotRequired[str]
    answered: NotRequired[str]
    result: NotRequired[str]


class SupervisionLetterFields(LetterFields):
    """What a document of supervision says of its matter: ``kind`` is its effect, ``organ`` the supervised organ."""

    matter_number: str
    subject: str
    content: str
    organ: str
    text: str


@dataclass(frozen=True)
class Letter:
    """A letter in the order in which it is read."""

    title: str
    number: str
    urgent: bool
    salutation: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    closing: str
    attachments: tuple[str, ...]
    signed_by: str
    day: date
    copies: str

    @property
    def day_in_words(self) -> str:
        """The day as official documents write it."""
        return in_words(self.day)


def in_words(day: date) -> str:
    """A day as official documents write it."""
    return f"{day.year}年{day.month}月{day.day}日"


class LetterError(ValueError):
    """A field that the template needs is missing; the message names it."""


def compose(template: Template, fields: LetterFields) -> Letter:
    """The letter that a template makes of the fields.  Raises ``LetterError``."""
    words = _words(template)
    values = {name: _clean(value) for name, value in fields.items() if isinstance(value, str)}

    def filled(text: str) -> str:
        try:
            return text.format_map(values)
        except KeyError as error:
            raise LetterError(f"{template.name} needs the field {error}") from None

    paragraphs = [*_opening(template, words, fields.get("kind")), *words["paragraphs"]]
    is_urgent = fields.get("urgent", False)
    said = {"due": "due" in values, "urgent": is_urgent}
    paragraphs += [words[name] for name, is_said in said.items() if is_said and name in words]
    return Letter(
        title=template.chinese,
        number=filled("{number}"),
        urgent=is_urgent,
        salutation=filled(words["salutation"]),
        paragraphs=tuple(line for text in paragraphs for line in filled(text).splitlines()),
        facts=tuple((label, filled(text)) for label, text in words["facts"]),
        closing=words.get("closing", ""),
        attachments=tuple(_clean(each) for each in fields.get("attachments", ())),
        signed_by=filled(words.get("signed_by", "{sender}")),
        day=fields["date"],
        copies=words.get("copies", ""),
    )


def _opening(template: Template, words: dict[str, Any], kind: str | None) -> list[str]:
    openings = words.get("opening", {})
    if not openings:
        return []
    if len(openings) == 1:
        return list(openings.values())
    if kind not in openings:
        raise LetterError(f"{template.name} needs the field 'kind', one of {', '.join(openings)}")
    return [openings[kind]]


@cache
def _words(template: Template) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{template.name.lower()}.toml").read_text(encoding="utf-8"))


def _clean(text: str) -> str:
    # Neither format has a place for control characters, which people paste in unseen.
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)
