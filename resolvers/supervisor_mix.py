"""How many invited supervisors of each category serve in a region and below it, beside how many there are to be."""

from __future__ import annotations

from typing import Any

from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import Text, func, or_
from sqlalchemy import cast as sql_cast

from models import InvitedSupervisor, SupervisorCategory, SupervisorTarget
from models.invited_supervisor import SERVING
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.json_text import TODAY, Pieces, fixed, number, or_null
from resolvers.rows import row_of
from resolvers.sources import SupervisorMix


@compiles(SupervisorMix)
def supervisor_mix(compilation: Compilation, source: SupervisorMix, selection: Selection) -> Pieces:
    """A line for each category; who serves is counted among those that the caller sees."""
    region, last = row_of(selection).c[source.region], fixed("~")
    compilation.count_nodes(selection.many * len(SupervisorCategory))

    def line(category: SupervisorCategory) -> Pieces:
        def serving() -> Any:
            visible = compilation.visible(InvitedSupervisor)
            row = visible.rows
            return select_visible(
                func.count(),
                visible,
                row.c.region_code >= region,
                row.c.region_code <= region.op("||", return_type=Text())(last),
                row.c.category == fixed(category.name),
                or_(*(row.c.state == fixed(state.name) for state in SERVING)),
                row.c.term_from <= TODAY,
                row.c.term_to >= TODAY,
            ).scalar_subquery()

        def target() -> Any:
            visible = compilation.visible(SupervisorTarget)
            row = visible.rows
            return (
                select_visible(
                    row.c.number,
                    visible,
                    row.c.region_code == region,
                    row.c.category == fixed(category.name),
                    row.c.valid_from <= TODAY,
                    or_(row.c.valid_to.is_(None), row.c.valid_to >= TODAY),
                )
                .order_by(row.c.valid_from.desc())
                .limit(number(1))
                .scalar_subquery()
            )

        def member(name: str, details: FieldDetailsList) -> Pieces:
            match name:
                case "category":
                    return [f'"{category.name}"']
                case "serving":
                    return [serving()]
                case "target":
                    return or_null(sql_cast(target(), Text()))
            raise TypeError(f"SupervisorMix has no field {name}")

        return compilation.members(selection.type, selection.details, member)

    pieces: list[Any] = []
    for category in SupervisorCategory:
        pieces += ["," if pieces else "[", *line(category)]
    return [*pieces, "]"]
