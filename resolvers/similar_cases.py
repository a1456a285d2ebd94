"""Decided cases like a case (类案), with a score and its reasons; nothing is decided by it.

Those are sought by the index of words whose text holds a run of words of the case's cause, a third of them, so of any
age and organ that the caller sees; how many words the causes share, the act, the field, the kind of party and the fine
make the score.  Many cases have one cause, so the likeness of causes is worked out once for each.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, FromClause, Integer, and_, case, func, literal_column, select, true
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB

from models import EnforcementCase, SimilarityReason
from policies import Visible
from resolvers.compilation import Compilation, Selection, compiles
from resolvers.json_text import Pieces, number
from resolvers.rows import row_of
from resolvers.search import holds_a_run
from resolvers.sources import SimilarCases
from resolvers.suggestions import suggested

MOST_SIMILAR = 10
# In percent: how much of two causes' words must be in both; and from which score of a hundred a case is shown.
LEAST_LIKENESS, LEAST_SCORE = 40, 60
# Of a hundred points fifty are for the cause.
LIKENESS_TENTHS = 5
POINTS = {
    SimilarityReason.SAME_ACT_TYPE: 15,
    SimilarityReason.SAME_FIELD: 15,
    SimilarityReason.SAME_PARTY_KIND: 5,
    SimilarityReason.NEAR_FINE: 15,
}
# Two fines are near where the greater is at most half as much again.
NEAR_FINE_TENTHS = 15


@compiles(SimilarCases)
def similar_cases(compilation: Compilation, source: SimilarCases, selection: Selection) -> Pieces:
    """The likest, for who reads the case by a role, not only because it is published."""
    many = selection.many * MOST_SIMILAR
    compilation.count_nodes(many)
    own, visible = row_of(selection), compilation.visible(EnforcementCase)
    other, alike = visible.rows, _causes(own, compilation.visible(EnforcementCase))
    sought = (
        select(
            sql_cast(alike.c.causes.op("->>")(other.c.cause), Integer()).label("likeness"),
            *(_holds(own, other, reason).label(reason.name) for reason in POINTS),
            *other.c,
        )
        .join_from(other, alike, func.jsonb_exists(alike.c.causes, other.c.cause, type_=Boolean()))
        .where(
            *_decided(own, visible),
            other.c.id != own.c.id,
            compilation.entrusted(EnforcementCase, own),
        )
        .correlate_except(other, alike)
        .subquery(f"{other.name}_sought")
    )
    points = [case((sought.c[reason.name], number(worth)), else_=number(0)) for reason, worth in POINTS.items()]
    score = sum(points, start=sought.c.likeness * number(LIKENESS_TENTHS) // number(10))
    scored = select(*sought.c, score.label("score"))
    some = scored.subquery(f"{other.name}_scored")
    best = select(*some.c).where(some.c.score >= number(LEAST_SCORE))
    ordered = best.order_by(some.c.score.desc(), some.c.decided_at.desc(), some.c.id).limit(number(MOST_SIMILAR))
    found = ordered.subquery(f"{other.name}_similar")

    reasons = [(SimilarityReason.SIMILAR_CAUSE, None), *((reason, found.c[reason.name]) for reason in POINTS)]
    order = found.c.score.desc(), found.c.decided_at.desc(), found.c.id
    return suggested(compilation, selection, found, ("case", many), reasons, *order)


def _decided(own: FromClause, visible: Visible) -> list[ColumnElement[bool]]:
    # In a CASE no index serves the scope: beside that of words, one would read all that is published.
    scope = [] if visible.condition is None else [case((visible.condition, true()), else_=literal_column("false"))]
    return [
        holds_a_run(EnforcementCase, visible.rows, own, "cause"),
        visible.rows.c.decided_at.is_not(None),
        *scope,
    ]


def _causes(own: FromClause, visible: Visible) -> FromClause:
    """The causes of such cases that are like enough, each with its likeness: one object, so cases are read once."""
    rows = visible.rows
    causes = (
        select(rows.c.cause)
        .where(*_decided(own, visible))
        .distinct()
        .correlate_except(rows)
        .subquery(f"{rows.name}_causes")
    )
    likeness = case(
        (causes.c.cause == own.c.cause, number(100)),
        else_=func.likeness(func.search_words(own.c.cause), func.search_words(causes.c.cause), type_=Integer()),
    )
    measured = select(causes.c.cause, likeness.label("likeness")).correlate_except(causes)
    each = measured.subquery(f"{rows.name}_measured")
    together = func.jsonb_object_agg(each.c.cause, each.c.likeness, type_=JSONB())
    # As a condition it would be asked of each case, before causes are told apart.
    alike = together.filter(each.c.likeness >= number(LEAST_LIKENESS))
    return select(alike.label("causes")).subquery(f"{rows.name}_alike")


def _holds(own: FromClause, other: FromClause, reason: SimilarityReason) -> ColumnElement[bool]:
    match reason:
        case SimilarityReason.SAME_ACT_TYPE:
            holds: ColumnElement[Any] = own.c.act_type == other.c.act_type
        case SimilarityReason.SAME_FIELD:
            holds = own.c.field == other.c.field
        case SimilarityReason.SAME_PARTY_KIND:
            holds = own.c.party_kind == other.c.party_kind
        case _:
            one, two = own.c.penalty_amount, other.c.penalty_amount
            near = func.greatest(one, two) * number(10) <= func.least(one, two) * number(NEAR_FINE_TENTHS)
            holds = and_(one > number(0), two > number(0), near)
    return func.coalesce(holds, literal_column("false"))
