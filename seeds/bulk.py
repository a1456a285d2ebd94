"""Many demonstration cases at once, by several connections, so that a run that was killed is gone on with.

The indexes and foreign keys of the tables are taken away first and made again at the end.  What was taken away, the
pools that cases are drawn from, and which parts are made stand in the schema ``seeding`` as long as a run is not
complete: the next run finds them there and completes it before anything else.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

import asyncpg

from models.command_line import OperatorError
from models.embedded import DatabaseUnavailableError
from models.secrets import Cipher
from seeds.cases import SETTINGS, WORDS_OF_CASE, WORKERS_OF_WORDS, Plan, seed_few

# The tables with a row or more for most cases.
_LOADED = ("enforcement_case", "case_officer", "deadline", "linkage")
_ANALYZED = (*_LOADED, "case_transfer", "enterprise", "handed_over_case", "coordination_dispute", "notification")
Progress = Callable[[str], None]
_Work = Callable[[Any], Coroutine[Any, Any, None]]


class CasesExistError(OperatorError):
    """There are cases of this seed."""


async def seed_cases(url: str, plan: Plan, cipher: Cipher, *, connections: int = 2, progress: Progress) -> None:
    """Add the cases of a plan, after completing what a killed run left.  Raises ``CasesExistError``."""
    async with _only_run(url) as connection:
        if await _complete(connection, url, connections, progress) == plan:
            return
        if await connection.fetchval("SELECT true FROM enforcement_case WHERE number LIKE $1 LIMIT 1", plan.numbers):
            raise CasesExistError(f"cases of seed {plan.seed} are there already; name another with --seed.")
        started = time.perf_counter()
        async with connection.transaction():
            if plan.count < plan.part_size:
                await seed_few(connection, plan, cipher)
            else:
                await plan.draw_pools(connection, cipher)
                await _begin(connection, plan)
        if plan.count < plan.part_size:
            await _share(url, connections, [_analyze(table) for table in _ANALYZED])
        else:
            await _complete(connection, url, connections, progress)
        seconds = time.perf_counter() - started
        progress(f"  cases: {plan.count:,} in {seconds:.1f} s, {plan.count / seconds:,.0f} a second")


async def complete_cases(url: str, *, connections: int = 2, progress: Progress) -> None:
    """Complete what a killed run left; nothing if there is nothing."""
    async with _only_run(url) as connection:
        await _complete(connection, url, connections, progress)


@asynccontextmanager
async def _session(url: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(url, server_settings=SETTINGS)
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def _only_run(url: str) -> AsyncIterator[Any]:
    """A session that alone seeds, until it ends."""
    async with _session(url) as connection:
        await connection.execute("SELECT pg_advisory_lock(hashtext('jiandu.seed'))")
        # The server may still be at a statement of a run that was killed a moment ago.
        await connection.execute("SELECT pg_advisory_lock(hashtext('jiandu.seed.part'))")
        await connection.execute("SELECT pg_advisory_unlock(hashtext('jiandu.seed.part'))")
        yield connection


async def _begin(connection: Any, plan: Plan) -> None:
    """Record the plan and what is taken away, and take it away."""
    await connection.execute(
        """CREATE TABLE seeding.plan (seed bigint, count bigint, until date, part_size bigint);
           CREATE TABLE seeding.made (part int PRIMARY KEY);
           CREATE TABLE seeding.taken (number serial, is_key boolean, name text, tbl text, says text)"""
    )
    await connection.execute(
        "INSERT INTO seeding.plan VALUES ($1, $2, $3, $4)", plan.seed, plan.count, plan.until, plan.part_size
    )
    # Foreign keys, and unique constraints and primary keys that no foreign key rests on.
    await connection.execute(
        """INSERT INTO seeding.taken (is_key, name, tbl, says)
           SELECT true, conname, conrelid::regclass::text, CASE contype
               WHEN 'f' THEN pg_get_constraintdef(oid) || CASE WHEN convalidated THEN ' NOT VALID' ELSE '' END
               ELSE format('%s USING INDEX %s', CASE contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END,
                           conindid::regclass) END
           FROM pg_constraint c WHERE conrelid = ANY($1::text[]::regclass[])
             AND (contype = 'f' OR contype IN ('p', 'u')
                  AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid))
           -- Those of the largest table come last, since they wait for its statistics.
           ORDER BY contype = 'f', array_position($1, conrelid::regclass::text) DESC, conname""",
        list(_LOADED),
    )
    await connection.execute(
        """INSERT INTO seeding.taken (is_key, name, tbl, says)
           SELECT false, indexrelid::regclass::text, indrelid::regclass::text, concat(pg_get_indexdef(indexrelid), (
               SELECT string_agg(format('; ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', indexrelid::regclass,
                                        attnum, attstattarget), '')
               FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0))
           FROM pg_index i WHERE indrelid = ANY($1::text[]::regclass[]) AND NOT EXISTS (
               SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
               AND NOT EXISTS (SELECT FROM seeding.taken t WHERE t.is_key AND t.name = c.conname))
           ORDER BY strpos(pg_get_indexdef(indexrelid), $2) = 0, array_position($1, indrelid::regclass::text),
                    indexrelid::regclass::text""",
        list(_LOADED),
        WORDS_OF_CASE,  # the longest work comes first
    )
    for taken in await connection.fetch("SELECT * FROM seeding.taken ORDER BY NOT is_key, number"):
        if taken["is_key"]:
            await connection.execute(f'ALTER TABLE {taken["tbl"]} DROP CONSTRAINT "{taken["name"]}"')
        else:
            await connection.execute(f"DROP INDEX IF EXISTS {taken['name']}")


async def _complete(connection: Any, url: str, connections: int, progress: Progress) -> Plan | None:
    """Make what is not made yet of the run that stands in the database; answers its plan."""
    if not await connection.fetchval("SELECT to_regclass('seeding.plan')"):
        return None
    plan = Plan(**await connection.fetchrow("SELECT * FROM seeding.plan"))
    made = {row["part"] for row in await connection.fetch("SELECT part FROM seeding.made")}
    if made:
        progress(f"  cases: going on with {plan.count:,} of seed {plan.seed}")
    await _share(url, connections, (_make(plan, part, progress) for part in _parts(plan) if part not in made))
    # Said before any index is made, since it would wait for each.
    await connection.execute(f"ALTER TABLE enforcement_case SET (parallel_workers = {WORKERS_OF_WORDS})")
    lacking = await connection.fetch(
        "SELECT * FROM seeding.taken WHERE NOT is_key AND to_regclass(name) IS NULL ORDER BY number"
    )
    await _share(url, connections, [_make_index(plan, index) for index in lacking])
    # A foreign key is validated beside those of other tables, but added while nobody else has its two tables.
    lacking = await connection.fetch(
        """SELECT * FROM seeding.taken WHERE is_key AND NOT EXISTS (
               SELECT FROM pg_constraint WHERE conrelid = tbl::regclass AND conname = name)
           ORDER BY number"""
    )
    for key in lacking:
        await connection.execute(f'ALTER TABLE {key["tbl"]} ADD CONSTRAINT "{key["name"]}" {key["says"]}')
    unvalidated = await connection.fetch(
        """SELECT * FROM seeding.taken WHERE is_key AND NOT (
               SELECT convalidated FROM pg_constraint WHERE conrelid = tbl::regclass AND conname = name)
           ORDER BY number"""
    )
    await _share(url, connections, [*map(_analyze, _ANALYZED), *map(_validate, unvalidated)])
    async with connection.transaction():
        await connection.execute("ALTER TABLE enforcement_case RESET (parallel_workers)")
        await connection.execute("DROP SCHEMA seeding CASCADE")
    return plan


def _parts(plan: Plan) -> Iterator[int]:
    return iter(range(1 + -(-plan.count // plan.part_size)))


def _make(plan: Plan, part: int, progress: Progress) -> _Work:
    first, last = (part - 1) * plan.part_size + 1, min(part * plan.part_size, plan.count)

    async def make(connection: Any) -> None:
        async with connection.transaction():
            await connection.execute("INSERT INTO seeding.made VALUES ($1)", part)
            if part == 0:
                await plan.make_enterprises(connection)
            else:
                await plan.make_cases(connection, first, last)
        millions = last // 1_000_000
        if part and millions > (first - 1) // 1_000_000:
            progress(f"  cases: {millions},000,000 of {plan.count:,}")

    return make


def _make_index(plan: Plan, index: Any) -> _Work:
    async def make(connection: Any) -> None:
        async with (
            _naming_what_breaks(index),
            plan.words_from_pools(connection) if WORDS_OF_CASE in index["says"] else nullcontext(),
        ):
            await connection.execute(index["says"])

    return make


def _validate(key: Any) -> _Work:
    async def validate(connection: Any) -> None:
        async with _naming_what_breaks(key):
            await connection.execute(f'ALTER TABLE {key["tbl"]} VALIDATE CONSTRAINT "{key["name"]}"')

    return validate


@asynccontextmanager
async def _naming_what_breaks(taken: Any) -> AsyncIterator[None]:
    try:
        yield
    except asyncpg.IntegrityConstraintViolationError as error:
        raise DatabaseUnavailableError(
            f"{taken['name']} of {taken['tbl']} cannot be made again, since other rows break it: "
            f"{error.detail or error} Mend them and run again."
        ) from error


def _analyze(table: str) -> _Work:
    async def analyze(connection: Any) -> None:
        await connection.execute(f"ANALYZE {table}")

    return analyze


async def _share(url: str, connections: int, works: Iterable[_Work]) -> None:
    """Do works on so many connections, each taking the next when it is done with one."""
    waiting = iter(works)

    async def take() -> None:
        async with _session(url) as connection:
            await connection.execute("SELECT pg_advisory_lock_shared(hashtext('jiandu.seed.part'))")
            # Each connection is one core's work; the workers of a statement would be more.
            await connection.execute("SET max_parallel_maintenance_workers = 0")
            for work in waiting:
                await work(connection)

    await asyncio.gather(*(take() for _ in range(connections)))
