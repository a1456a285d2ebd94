"""The columns of files that are imported: declared in ``models/import_columns.csv``, and nowhere else.

A row says of which kind of import it speaks (``*``: of all), which field of the command's input the column fills
(a dot leads into a part of it), its Chinese and its English header, the type of its cells, whether a cell may be
empty, and an example for the template.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from models import ErrorCode, ImportKind, Refusal
from models.import_job import COLUMNS
from resolvers.imports.cells import repeated

IGNORED = "ignored"
_NONE = "—"
_MOST_NAMED, _LONGEST_NAMED = 10, 50


@dataclass(frozen=True)
class Column:
    """One column: the field that it fills, its headers, the type of its cells."""

    field: str
    chinese: str
    english: str
    type: str
    is_required: bool
    example: str

    @property
    def argument(self) -> str:
        """The field as the contract and refusals name it."""
        return re.sub(r"_(\w)", lambda found: found[1].upper(), self.field)


@cache
def columns_of(kind: ImportKind) -> tuple[Column, ...]:
    """The columns of a kind in the order of the table; those that are ignored come last."""
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in (kind.name, "*")]
    columns = [
        Column(
            field=row["field"],
            chinese=row["chinese"],
            english=row["english"],
            type=row["type"],
            is_required=row["is_required"] == "yes",
            example=row["example"],
        )
        for row in rows
    ]
    return tuple(sorted(columns, key=lambda column: column.type == IGNORED))


def match_header(kind: ImportKind, header: Sequence[str]) -> tuple[Column, ...]:
    """The column under each header.  Raises ``Refusal`` where one is unknown, repeated or missing."""
    by_name = {_plain(name): column for column in columns_of(kind) for name in (column.chinese, column.english)}
    found = [by_name.get(_plain(name)) for name in header]
    known = [column for column in found if column is not None]
    missing = [column.chinese for column in columns_of(kind) if column.is_required and column not in known]
    unknown = [name or "（空）" for name, column in zip(header, found, strict=True) if column is None]
    twice = [column.chinese for column, times in Counter(known).items() if times > 1]
    if missing or unknown or twice:
        raise Refusal(
            ErrorCode.IMPORT_HEADER_MISMATCH,
            missing="、".join(missing) or _NONE,
            unknown=_named(unknown) or _NONE,
            repeated="、".join(twice) or _NONE,
        )
    return tuple(known)


def _named(names: Sequence[str]) -> str:
    named = "、".join(repeated(name, _LONGEST_NAMED) for name in names[:_MOST_NAMED])
    return named if len(names) <= _MOST_NAMED else f"{named}、…"


def _plain(name: str) -> str:
    # Width, case and spaces of a header mean nothing.
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
