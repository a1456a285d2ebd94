"""How often each organ inspected an enterprise in a year, among the cases that the caller sees, against the limit."""

from __future__ import annotations

from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, Text, extract, false, func, or_, select
from sqlalchemy import cast as sql_cast

from models import ActType, CaseState, EnforcementCase, Organization
from models import InspectionLimit as Limit
from resolvers.compilation import Compilation, Selection, compiles, select_visible, subquery
from resolvers.json_text import Pieces, fixed, json_array, json_scalar, number, or_null, text
from resolvers.rows import row_of
from resolvers.sources import InspectionFrequency
from resolvers.totals import year_asked

# An enterprise meets the organs of a few levels, each in some fields.
MOST_ORGANS = 50


@compiles(InspectionFrequency)
def inspection_frequency(compilation: Compilation, source: InspectionFrequency, selection: Selection) -> Pieces:
    """A line for each organ and field; an inspection that is only planned does not count."""
    many = selection.many * MOST_ORGANS
    compilation.count_nodes(many)
    year = year_asked(compilation, compilation.arguments(selection)["year"])
    visible = compilation.visible(EnforcementCase)
    case = visible.rows
    day = func.timezone(fixed("Asia/Shanghai"), func.coalesce(case.c.decided_at, case.c.registered_at))
    keys = [case.c.organization_id, case.c.region_code, case.c.field]
    counted = (
        select_visible(
            func.count().label("inspections"),
            visible,
            case.c.party_credit_code == row_of(selection).c[source.credit_code],
            case.c.act_type == fixed(ActType.INSPECTION.name),
            case.c.state != fixed(CaseState.PLANNED.name),
            extract("year", day) == year,
        )
        .add_columns(*keys)
        .group_by(*keys)
        .subquery(f"{case.name}_inspections")
    )
    limited = select(*counted.c, _limit(compilation, counted, year).label("limit"))
    found = limited.limit(number(MOST_ORGANS)).subquery(f"{case.name}_frequency")

    def member(name: str, details: FieldDetailsList) -> Pieces:
        match name:
            case "organization":
                type_ = cast("GraphQLObjectType", get_named_type(selection.type.fields[name].type))
                organ = compilation.visible(Organization)
                value = compilation.object(type_, details, organ.rows, many)
                return or_null(subquery(value, organ, organ.rows.c.id == found.c.organization_id))
            case "field":
                return json_scalar(found.c.field, nullable=True)
            case "inspections":
                return [found.c.inspections]
            case "limit":
                return or_null(sql_cast(found.c.limit, Text()))
            case "isExceeded":
                return [sql_cast(func.coalesce(found.c.inspections > found.c.limit, false()), Text())]
        raise TypeError(f"InspectionFrequency has no field {name}")

    item = compilation.members(selection.type, selection.details, member)
    order = [found.c.region_code, found.c.organization_id, found.c.field]
    return [select(text(json_array(item, *order)).label("json")).scalar_subquery()]


def _limit(compilation: Compilation, counted: Any, year: ColumnElement[Any]) -> ColumnElement[Any]:
    visible = compilation.visible(Limit)
    limit = visible.rows
    last_day = func.make_date(year, number(12), number(31))
    return (
        select_visible(
            limit.c.most,
            visible,
            func.starts_with(counted.c.region_code, limit.c.region_code),
            or_(limit.c.field.is_(None), limit.c.field == counted.c.field),
            limit.c.valid_from <= last_day,
            or_(limit.c.valid_to.is_(None), limit.c.valid_to >= last_day),
        )
        .order_by(func.length(limit.c.region_code).desc(), limit.c.field.is_(None), limit.c.valid_from.desc())
        .limit(number(1))
        .scalar_subquery()
    )
