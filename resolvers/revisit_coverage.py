"""How many of an organ's closed cases were revisited in a period, of those that the caller sees, against the policy.

A case counts once: as visited if anyone did, and where its bureau and its organ's own unit did, as the bureau found.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, Date, FromClause, Text, and_, false, func, or_, select, true
from sqlalchemy import cast as sql_cast

from models import CaseRevisit, EnforcementCase, Procedure, RevisitPolicy, RevisitState
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.json_text import Pieces, fixed, json_array, json_scalar, number, or_null, text
from resolvers.rows import row_of
from resolvers.shape import fill
from resolvers.sources import RevisitCoverage

VISITED = (RevisitState.DONE, RevisitState.ISSUE_RAISED, RevisitState.HANDLED)
LEAST_SATISFIED = 4


@compiles(RevisitCoverage)
def revisit_coverage(compilation: Compilation, source: RevisitCoverage, selection: Selection) -> Pieces:
    """A line for each procedure of which cases were closed."""
    many = selection.many * len(Procedure)
    compilation.count_nodes(many)
    arguments, organ = compilation.arguments(selection), row_of(selection)
    since, until = (_day(compilation, name, arguments[name]) for name in ("since", "until"))
    cases, revisits = compilation.visible(EnforcementCase), compilation.visible(CaseRevisit)
    closed, of_case = cases.rows, revisits.rows
    revisit = (
        select_visible(of_case.c.id, revisits, of_case.c.case_id == closed.c.id)
        .add_columns(of_case.c.state, of_case.c.satisfaction)
        .order_by(_is_visited(of_case).desc(), of_case.c.assigner_id == of_case.c.organization_id)
        .limit(number(1))
        .lateral(f"{of_case.name}_measured")
    )
    closed_on = sql_cast(func.timezone(fixed("Asia/Shanghai"), closed.c.closed_at), Date())
    is_visited = _is_visited(revisit)
    is_satisfied = and_(is_visited, revisit.c.satisfaction >= number(LEAST_SATISFIED))
    is_unreachable = revisit.c.state == fixed(RevisitState.UNREACHABLE.name)
    statement = (
        select(
            closed.c.procedure,
            func.count().label("closed"),
            func.count(revisit.c.id).label("sampled"),
            *(
                func.count(revisit.c.id).filter(condition).label(name)
                for name, condition in (
                    ("visited", is_visited),
                    ("unreachable", is_unreachable),
                    ("satisfied", is_satisfied),
                )
            ),
        )
        .select_from(closed.outerjoin(revisit, true()))
        .where(
            closed.c.organization_id == organ.c.id,
            # Of what is published alone nobody learns how it was revisited.
            compilation.entrusted(EnforcementCase, closed),
            closed.c.procedure.is_not(None),
            closed_on >= since,
            closed_on <= until,
        )
        .correlate_except(closed, revisit)
    )
    if cases.condition is not None:
        statement = statement.where(cases.condition)
    counted = statement.group_by(closed.c.procedure).subquery(f"{closed.name}_closed")
    ratio = _ratio(compilation, organ.c.region_code, counted.c.procedure, until)
    found = select(*counted.c, ratio.label("ratio")).subquery(f"{closed.name}_coverage")

    def member(name: str, details: FieldDetailsList) -> Pieces:
        match name:
            case "procedure":
                return json_scalar(found.c.procedure, nullable=False)
            case "closed" | "sampled" | "visited" | "unreachable" | "satisfied":
                return [found.c[name]]
            case "coverage":
                return [number(100) * found.c.visited // found.c.closed]
            case "ratio":
                return or_null(sql_cast(found.c.ratio, Text()))
            case "isMet":
                met = number(100) * found.c.visited >= found.c.ratio * found.c.closed
                return [sql_cast(func.coalesce(met, false()), Text())]
        raise TypeError(f"RevisitCoverage has no field {name}")

    item = compilation.members(selection.type, selection.details, member)
    return [select(text(json_array(item, found.c.procedure)).label("json")).scalar_subquery()]


def _is_visited(revisit: FromClause) -> ColumnElement[bool]:
    return or_(*(revisit.c.state == fixed(state.name) for state in VISITED))


def _day(compilation: Compilation, name: str, asked: Any) -> ColumnElement[Any]:
    def read(reading: Reading) -> date:
        day: date = fill(asked, reading.slots)
        return day

    with compilation.within(name):
        return compilation.bind(read, Date())


def _ratio(
    compilation: Compilation, region: ColumnElement[Any], procedure: ColumnElement[Any], day: ColumnElement[Any]
) -> ColumnElement[Any]:
    visible = compilation.visible(RevisitPolicy)
    policy = visible.rows
    return (
        select_visible(
            policy.c.ratio,
            visible,
            func.starts_with(region, policy.c.region_code),
            policy.c.procedure == procedure,
            policy.c.valid_from <= day,
            or_(policy.c.valid_to.is_(None), policy.c.valid_to >= day),
        )
        .order_by(func.length(policy.c.region_code).desc(), policy.c.valid_from.desc())
        .limit(number(1))
        .scalar_subquery()
    )
