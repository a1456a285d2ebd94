"""Whole rows read and written by statements that are made once for each table, through asyncpg.

SQLAlchemy builds, compiles and adapts a statement at every call, 250 to 600 calls of Python each.  Here its session
keeps what it knows best, which rows there are and what was changed of them; what is said to the database is a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import configure_mappers, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict

from models.base import Table

_T = TypeVar("_T", bound=Table)
_Process = Callable[[Any], Any] | None
_DIALECT: Any = asyncpg.dialect()  # type: ignore[no-untyped-call]
_NUMERIC_OID = 1700
# No command changes a key, so what refers to a row that is locked need not wait.
_LOCK = " FOR NO KEY UPDATE"


@dataclass(frozen=True)
class _Stored:
    """A table as statements name it; ``known`` are the columns that the database gives a value."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    computed: frozenset[str]
    known: tuple[str, ...]
    reads: tuple[tuple[str, _Process], ...]
    binds: dict[str, _Process]

    def select(self, condition: str, *, locked: bool = False) -> str:
        return f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {condition}{_LOCK if locked else ''}"

    def bound(self, values: dict[str, Any], names: Iterable[str]) -> list[Any]:
        """The values of columns as asyncpg takes them."""
        bound = []
        for name in names:
            value, bind = values.get(name), self.binds[name]
            bound.append(value if value is None or bind is None else bind(value))
        return bound

    def take(self, values: dict[str, Any], record: Any) -> None:
        """What the database gave, as the row's own values."""
        reads = self.reads if len(record) == len(self.reads) else [each for each in self.reads if each[0] in record]
        for name, read in reads:
            value = record[name]
            values[name] = value if value is None or read is None else read(value)


@cache
def _stored(model: type[Table]) -> _Stored:
    configure_mappers()
    table = model.__table__  # type: ignore[attr-defined]
    types = {each.name: each.type.dialect_impl(_DIALECT) for each in table.columns}
    computed = frozenset(each.name for each in table.columns if each.computed is not None)
    return _Stored(
        name=_DIALECT.identifier_preparer.format_table(table),
        columns=tuple(map(_DIALECT.identifier_preparer.quote, types)),
        key=tuple(each.name for each in table.primary_key.columns),
        computed=computed,
        known=tuple(each.name for each in table.columns if each.name in computed or each.server_default is not None),
        reads=tuple((name, type_.result_processor(_DIALECT, _NUMERIC_OID)) for name, type_ in types.items()),
        binds={name: type_.bind_processor(_DIALECT) for name, type_ in types.items()},
    )


@cache
def _by_key(model: type[Table], *, locked: bool) -> str:
    stored = _stored(model)
    key = " AND ".join(f"{_quoted(name)} = ${place}" for place, name in enumerate(stored.key, start=1))
    return stored.select(key, locked=locked)


@cache
def _where(model: type[Table], condition: str) -> str:
    return _stored(model).select(condition)


@cache
def _insert(model: type[Table], names: tuple[str, ...]) -> str:
    stored = _stored(model)
    places = ", ".join(f"${place}" for place in range(1, len(names) + 1))
    returned = ", ".join(map(_quoted, stored.known or stored.key))
    return f"INSERT INTO {stored.name} ({', '.join(map(_quoted, names))}) VALUES ({places}) RETURNING {returned}"


@cache
def _update(model: type[Table], names: tuple[str, ...]) -> str:
    stored = _stored(model)
    changed = ", ".join(f"{_quoted(name)} = ${place}" for place, name in enumerate(names, start=1))
    key = " AND ".join(f"{_quoted(name)} = ${len(names) + place}" for place, name in enumerate(stored.key, start=1))
    returned = ", ".join(map(_quoted, stored.known or stored.key))
    return f"UPDATE {stored.name} SET {changed} WHERE {key} RETURNING {returned}"


def _quoted(name: str) -> str:
    quoted: str = _DIALECT.identifier_preparer.quote(name)
    return quoted


async def row_of(session: AsyncSession, driver: Any, model: type[_T], key: Any, *, locked: bool = False) -> _T | None:
    """The row under a key of one column, as the session knows it or else as it stands; None where there is none.

    One that is to be ``locked`` is read anew.
    """
    known: _T | None = session.identity_map.get(inspect(model).identity_key_from_primary_key((key,)))
    if known is not None and not locked:
        return known
    record = await driver.fetchrow(_by_key(model, locked=locked), key)
    return None if record is None else _entered(session, model, record, is_anew=locked)


async def rows_where(session: AsyncSession, driver: Any, model: type[_T], condition: str, *values: Any) -> Sequence[_T]:
    """The rows that meet a condition in SQL, with its order; of what the session knows, as it knows them."""
    found = await driver.fetch(_where(model, condition), *values)
    return [_entered(session, model, record) for record in found]


def _entered(session: AsyncSession, model: type[_T], record: Any, *, is_anew: bool = False) -> _T:
    stored, mapper = _stored(model), inspect(model)
    identity = mapper.identity_key_from_primary_key(tuple(record[name] for name in stored.key))
    row: _T | None = session.identity_map.get(identity)
    if row is None:
        row = mapper.class_manager.new_instance()
        stored.take(instance_dict(row), record)
        make_transient_to_detached(row)
        session.add(row)
    elif is_anew:
        stored.take(instance_dict(row), record)
        _settle(session, [row])
    return row


async def write_rows(session: AsyncSession, driver: Any) -> None:
    """Write what was changed of the session's rows, in the order of their keys, and then its new ones."""
    new, touched = list(session.new), list(session.dirty)
    changed = [(row, names) for row in touched if (names := _changed(row))]
    for row, names in sorted(changed, key=lambda each: (type(each[0]).__name__, str(inspect(each[0]).identity))):
        model: type[Table] = type(row)
        stored, values = _stored(model), instance_dict(row)
        bound = stored.bound(values, (*names, *stored.key))
        record = await driver.fetchrow(_update(model, names), *bound)
        if record is None:
            raise LookupError(f"{row!r} is there no more")
        stored.take(values, record)
    for (made, names), alike in groupby(new, key=_given):
        await _add(driver, made, names, list(alike))
    _settle(session, [*new, *touched])


async def _add(driver: Any, model: type[Table], names: tuple[str, ...], rows: Sequence[Table]) -> None:
    stored, statement = _stored(model), _insert(model, names)
    bound = [stored.bound(instance_dict(row), names) for row in rows]
    records = await (driver.fetchmany(statement, bound) if len(rows) > 1 else driver.fetch(statement, *bound[0]))
    for row, record in zip(rows, records, strict=True):
        stored.take(instance_dict(row), record)


def _changed(row: Table) -> tuple[str, ...]:
    """The columns that were set to another value, in the table's order."""
    before, values, stored = inspect(row).committed_state, instance_dict(row), _stored(type(row))
    return tuple(
        name
        for name, _ in stored.reads
        if name in before and before[name] != values.get(name) and name not in stored.computed
    )


def _given(row: Table) -> tuple[type[Table], tuple[str, ...]]:
    """The columns of a new row that it gives a value to, or else the table gives none."""
    stored, values = _stored(type(row)), instance_dict(row)
    return type(row), tuple(
        name
        for name, _ in stored.reads
        if name not in stored.computed and (values.get(name) is not None or name not in stored.known)
    )


def _settle(session: AsyncSession, rows: Iterable[Table]) -> None:
    # What a flush of SQLAlchemy's own ends with.
    session.sync_session._register_persistent({inspect(row) for row in rows})
