"""A batch of seeds: rows that are loaded together by COPY, all or nothing, once."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from models.secrets import Cipher

Progress = Callable[[str], None]
Record = tuple[Any, ...]
# The name of a table, the columns that are given, and their values; wholes before their parts.
Tables = Iterable[tuple[str, str, Iterable[Record]]]
SINCE = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Seeding:
    """What seeds are made with; ``cipher``, of the examples' sensitive values, in development alone."""

    connection: Any
    cipher: Cipher | None
    progress: Progress


@dataclass(frozen=True)
class Batch:
    """Rows under the ``name`` of their record in ``seed_run``, made when they are to be loaded and not before.

    ``make`` answers the rows that are to be copied; what it writes itself belongs to the same transaction.
    """

    name: str
    make: Callable[[Seeding], Awaitable[Tables]]

    async def load(self, seeding: Seeding) -> None:
        """Load the batch, unless another process has done so since."""
        connection, loaded = seeding.connection, []
        async with connection.transaction():
            await lock(connection)
            if await connection.fetchval("SELECT true FROM seed_run WHERE name = $1", self.name):
                return
            for table, columns, made in await self.make(seeding):
                started, records = time.perf_counter(), list(made)
                await copy(connection, table, columns.split(), records)
                seeding.progress(f"  {table}: {len(records):,} rows in {time.perf_counter() - started:.1f} s")
                loaded.append(table)
            await connection.execute("INSERT INTO seed_run (name, at) VALUES ($1, now())", self.name)
        for table in loaded:
            await connection.execute(f"ANALYZE {table}")


def versioned(table: str, columns: str, records: Iterable[Record]) -> tuple[str, str, Iterable[Record]]:
    """Rows of a versioned table, each in its first version."""
    return table, f"{columns} version updated_at", ((*each, 1, SINCE) for each in records)


async def lock(connection: Any) -> None:
    """Wait until no other process seeds; until the transaction ends."""
    await connection.execute("SELECT pg_advisory_xact_lock(hashtext('jiandu.seed'))")


async def copy(connection: Any, table: str, columns: list[str], records: list[Record]) -> None:
    """Add the rows that do not stand already: those, of a run whose record was lost, people may have changed."""
    names = ", ".join(columns)
    await connection.execute(f"CREATE TEMP TABLE seed ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA")
    await connection.copy_records_to_table("seed", records=records, columns=columns)
    await connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM seed ON CONFLICT DO NOTHING")
    await connection.execute("DROP TABLE seed")
