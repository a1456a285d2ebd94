"""Totals of a year: a column summed over the rows that a row leads to, of those that the caller sees."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, func

from models import Fault, InvalidValue
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.conditions import matches
from resolvers.json_text import Pieces, number
from resolvers.rows import row_of
from resolvers.shape import fill
from resolvers.sources import YearTotal

_YEARS = range(2000, 2101)


@compiles(YearTotal)
def year_total(compilation: Compilation, source: YearTotal, selection: Selection) -> Pieces:
    """The sum, zero where there is no row."""
    year = year_asked(compilation, compilation.arguments(selection)["year"])
    visible = compilation.visible(source.match.model)
    summed = func.coalesce(func.sum(visible.rows.c[source.of]), number(0))
    here = matches(compilation, source.match, row_of(selection), visible.rows)
    return [select_visible(summed, visible, here, visible.rows.c[source.year] == year).scalar_subquery()]


def year_asked(compilation: Compilation, asked: Any) -> ColumnElement[Any]:
    """The parameter of a ``year`` argument, which a year outside the present century refuses."""

    def read(reading: Reading) -> int:
        year: int = fill(asked, reading.slots)
        if year not in _YEARS:
            raise InvalidValue(None, Fault.NOT_WITHIN(least=_YEARS[0], most=_YEARS[-1]))
        return year

    with compilation.within("year"):
        return compilation.bind(read, Integer())
