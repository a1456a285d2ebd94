"""Clues that may be about the same, with a score and its reasons: likeness of content, organization, date.

Among those which the bureau received within a quarter before or after; nothing is decided by it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, case, func, literal_column, select

from models import Action, Clue, DuplicateReason
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.json_text import Pieces, number
from resolvers.rows import row_of
from resolvers.sources import Duplicates
from resolvers.suggestions import suggested

MOST_DUPLICATES = 10
QUARTER_DAYS, NEAR_DAYS = 92, 7
# In percent: what may be called alike at all, and from which score it is shown.
LEAST_LIKENESS, LEAST_SCORE = 20, 40
# Of a hundred points seventy are for the content.
LIKENESS_TENTHS, ORGANIZATION_POINTS, DATE_POINTS = 7, 20, 10


@compiles(Duplicates)
def duplicates(compilation: Compilation, source: Duplicates, selection: Selection) -> Pieces:
    """The likeliest, for who may screen the clue."""
    many = selection.many * MOST_DUPLICATES
    compilation.count_nodes(many)
    own, visible = row_of(selection), compilation.visible(Clue)
    other = visible.rows
    compared = (
        select_visible(
            func.likeness(own.c.words, other.c.words, type_=Integer()).label("likeness"),
            visible,
            other.c.bureau_id == own.c.bureau_id,
            other.c.id != own.c.id,
            *_within(own.c.received_at, other.c.received_at, QUARTER_DAYS),
            compilation.allowed(Clue, Action.SCREEN, own),
        )
        .add_columns(
            func.coalesce(other.c.concerned_id == own.c.concerned_id, literal_column("false")).label("same"),
            _both(_within(own.c.received_at, other.c.received_at, NEAR_DAYS)).label("near"),
            *other.c,
        )
        .subquery(f"{other.name}_compared")
    )
    score = (
        compared.c.likeness * number(LIKENESS_TENTHS) // number(10)
        + case((compared.c.same, number(ORGANIZATION_POINTS)), else_=number(0))
        + case((compared.c.near, number(DATE_POINTS)), else_=number(0))
    )
    scored = select(*compared.c, score.label("score")).where(compared.c.likeness >= number(LEAST_LIKENESS))
    some = scored.subquery(f"{other.name}_scored")
    best = select(*some.c).where(some.c.score >= number(LEAST_SCORE)).order_by(some.c.score.desc(), some.c.id)
    found = best.limit(number(MOST_DUPLICATES)).subquery(f"{other.name}_duplicates")

    reasons = (
        (DuplicateReason.SIMILAR_CONTENT, None),
        (DuplicateReason.SAME_ORGANIZATION, found.c.same),
        (DuplicateReason.NEAR_DATE, found.c.near),
    )
    return suggested(compilation, selection, found, ("clue", many), reasons, found.c.score.desc(), found.c.id)


def _within(
    moment: ColumnElement[object], other: ColumnElement[object], days: int
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    span: ColumnElement[Any] = literal_column(f"interval '{days} days'")
    return other >= moment - span, other <= moment + span


def _both(conditions: tuple[ColumnElement[bool], ColumnElement[bool]]) -> ColumnElement[bool]:
    first, second = conditions
    return first & second
