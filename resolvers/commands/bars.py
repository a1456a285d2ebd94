"""What bars an act, asked of a row by the condition that its offer is compiled with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import inspect

from models import Bar, Refusal, Table
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.global_id import primary_key

_ROW = "acted_on"


async def check_bars(work: UnitOfWork, row: Table, bars: Iterable[Bar], argument: str | None = None) -> None:
    """Refuse an act that something bars, as the row was last written.  Raises ``Refusal``, which names the argument."""
    for bar in bars:
        found = await _found(work, row, bar)
        if found is not None:
            facts = {name: found[name] for name in bar.facts}
            code = bar.code if bar.never is None or any(facts.values()) else bar.never
            raise Refusal(code, field=argument or bar.argument, **facts)


async def is_barred(work: UnitOfWork, row: Table, bars: Iterable[Bar]) -> bool:
    """Whether one of these bars holds of a row, as it was last written."""
    for bar in bars:
        if await _found(work, row, bar) is not None:
            return True
    return False


async def _found(work: UnitOfWork, row: Table, bar: Bar) -> Any:
    driver = await work.driver()
    return await driver.fetchrow(_facts_where_it_holds(type(row), bar), inspect(row).identity[0])


@cache
def _facts_where_it_holds(model: type[Table], bar: Bar) -> str:
    facts = ", ".join(["1", *(f"{value.format(row=_ROW)} AS {name}" for name, value in bar.facts.items())])
    where = f"{_ROW}.{primary_key(model).name} = $1 AND {bar.over(_ROW)}"
    return f"SELECT {facts} FROM {model.__tablename__} AS {_ROW} WHERE {where}"  # noqa: S608 - no value is in it
