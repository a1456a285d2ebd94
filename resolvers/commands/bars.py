"""What bars an act, asked of a row by the condition that its offer is compiled with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, inspect, literal_column, select

from models import Bar, Refusal, Table
from models.base import aliased, keys
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.conditions import holds


async def check_bars(work: UnitOfWork, row: Table, bars: Iterable[Bar], argument: str | None = None) -> None:
    """Refuse an act that something bars, as the row was last written.  Raises ``Refusal``, which names the argument."""
    for bar in bars:
        rows = aliased(type(row), "row")
        (key,) = keys(type(row), rows)
        facts: list[ColumnElement[Any]] = [
            literal_column(value.format(row=rows.name)).label(name) for name, value in bar.facts.items()
        ]
        statement = select(literal_column("1"), *facts).select_from(rows)
        barred = statement.where(key == inspect(row).identity[0], holds(bar, rows))
        found = (await work.session.execute(barred)).mappings().first()
        if found is not None:
            raise Refusal(bar.code, field=argument, **{name: found[name] for name in bar.facts})
