"""How often a contact point was visited in a year, among the visits that the caller sees, against that year's rule."""

from __future__ import annotations

from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, Text, case, extract, func, or_, select, true
from sqlalchemy import cast as sql_cast

from models import ContactVisit, ContactVisitLimit, VisitStanding
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.json_text import Pieces, fixed, number, or_null, text
from resolvers.rows import row_of
from resolvers.sources import ContactVisitFrequency
from resolvers.totals import year_asked


@compiles(ContactVisitFrequency)
def contact_visit_frequency(compilation: Compilation, source: ContactVisitFrequency, selection: Selection) -> Pieces:
    """The visits of the year, and the rule that holds at the end of it where the contact point is."""
    point, year = row_of(selection), year_asked(compilation, compilation.arguments(selection)["year"])
    visible, rules = compilation.visible(ContactVisit), compilation.visible(ContactVisitLimit)
    visit, rule = visible.rows, rules.rows
    counted = (
        select_visible(
            func.count(), visible, visit.c.contact_point_id == point.c.id, extract("year", visit.c.visited_on) == year
        )
        .correlate(point)
        .scalar_subquery()
    )
    last_day = func.make_date(year, number(12), number(31))
    nearest = (
        select_visible(
            rule.c.least,
            rules,
            func.starts_with(point.c.region_code, rule.c.region_code),
            rule.c.valid_from <= last_day,
            or_(rule.c.valid_to.is_(None), rule.c.valid_to >= last_day),
        )
        .add_columns(rule.c.most)
        .order_by(func.length(rule.c.region_code).desc(), rule.c.valid_from.desc())
        .limit(number(1))
        .correlate(point)
        .lateral(f"{visit.name}_rule")
    )
    counts = select(counted.label("visits")).correlate(point).lateral(f"{visit.name}_count")
    visits = counts.c.visits

    def member(name: str, details: FieldDetailsList) -> Pieces:
        match name:
            case "visits":
                return [visits]
            case "least" | "most":
                return or_null(sql_cast(nearest.c[name], Text()))
            case "standing":
                return ['"', _standing(visits, nearest.c.least, nearest.c.most), '"']
        raise TypeError(f"ContactVisitFrequency has no field {name}")

    value = text(compilation.members(selection.type, selection.details, member)).label("json")
    joined = counts.outerjoin(nearest, true())
    return [select(value).select_from(joined).correlate(point).scalar_subquery()]


def _standing(visits: ColumnElement[int], least: ColumnElement[int], most: ColumnElement[int]) -> ColumnElement[str]:
    return case(
        (least.is_(None), fixed(VisitStanding.NO_RULE.name)),
        (visits < least, fixed(VisitStanding.BELOW.name)),
        (visits > most, fixed(VisitStanding.ABOVE.name)),
        else_=fixed(VisitStanding.WITHIN.name),
    )
