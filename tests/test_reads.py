"""The pool of reads: as many connections as it may have, none lost, none used that is broken."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator
from pathlib import Path
from types import coroutine
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from models.database import DatabaseSettings
from server.reads import ReadPool, read_pool
from tests.cluster import Cluster, run
from tests.severing import SOCKET

SIZE = 2
SESSION = "SELECT pg_backend_pid()"
WAITS = "SELECT pg_advisory_lock(1)"
# A session that is asked already but has not begun to run is taken for active, and its cancellation can be lost.
RUNNING = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND wait_event = 'advisory' AND query = $1
"""
UNFINISHED = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND application_name = 'jiandu' AND state <> 'idle'
"""


@pytest.fixture(scope="module")
def quiet(cluster: Cluster, worker_id: str) -> str:
    """The URL of a database that nobody else uses; nothing here writes."""
    return cluster.create(f"quiet_{worker_id}")


class Readers:
    """The pool and one connection beside it, which holds a lock that ``WAITS`` waits for."""

    def __init__(self, reads: ReadPool, beside: Any) -> None:
        self.reads, self.beside = reads, beside

    async def begin(self, count: int) -> list[asyncio.Task[Any]]:
        """So many reads that wait, each on a connection or for one."""
        tasks = [asyncio.create_task(self.reads.fetchval(WAITS)) for _ in range(count)]
        while len(await self.running()) < min(count, SIZE):
            pass
        return tasks

    async def running(self) -> list[int]:
        """The sessions that wait for the lock."""
        return [each["pid"] for each in await self.beside.fetch(RUNNING, WAITS)]

    async def unfinished(self) -> list[int]:
        """The pool's sessions that are in the middle of a statement."""
        return [each["pid"] for each in await self.beside.fetch(UNFINISHED)]

    async def sessions(self) -> set[int]:
        """The sessions that answer as many reads at once as there may be."""
        return set(await asyncio.gather(*(self.reads.fetchval(f"{SESSION} FROM pg_sleep(0.01)") for _ in range(SIZE))))


@coroutine
def broken_off(read: Coroutine[Any, Any, Any], answers: int) -> Generator[Any, Any, None]:
    """The read, cancelled when it got so many answers and before it goes on."""
    for _ in range(answers):
        yield read.send(None)
    waited = read.throw(asyncio.CancelledError())
    while True:
        yield waited
        waited = read.send(None)


async def cancelled(readers: Readers) -> None:
    for task in await readers.begin(SIZE):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await readers.unfinished() == []


async def cancelled_when_it_was_prepared(readers: Readers) -> None:
    assert await readers.reads.fetchval(SESSION) is not None
    with pytest.raises(asyncio.CancelledError):
        await broken_off(readers.reads.fetchval(f"{SESSION} FROM pg_class"), answers=1)
    assert await readers.unfinished() == []


async def cancelled_in_line(readers: Readers) -> None:
    running = await readers.begin(SIZE)
    waiting = await readers.begin(SIZE)
    for task in (*waiting, *running):
        task.cancel()
    assert {type(each) for each in await asyncio.gather(*running, *waiting, return_exceptions=True)} == {
        asyncio.CancelledError
    }


async def cancelled_when_its_turn_came(readers: Readers) -> None:
    async def read() -> None:
        await readers.reads.fetchval(SESSION)
        next_one.cancel()

    held = await readers.begin(SIZE - 1)
    first = asyncio.create_task(read())
    await asyncio.sleep(0)
    next_one = asyncio.create_task(readers.reads.fetchval(SESSION))
    await first
    held[0].cancel()
    found = await asyncio.gather(next_one, *held, return_exceptions=True)
    assert {type(each) for each in found} == {asyncio.CancelledError}


async def refused(readers: Readers) -> None:
    for _ in range(SIZE + 1):
        with pytest.raises(asyncpg.PostgresSyntaxError):
            await readers.reads.fetchrow("SELECT FROM WHERE")


async def ended_while_it_read(readers: Readers) -> None:
    tasks = await readers.begin(SIZE)
    for pid in await readers.running():
        await readers.beside.execute("SELECT pg_terminate_backend($1)", pid)
    assert all(isinstance(each, Exception) for each in await asyncio.gather(*tasks, return_exceptions=True))


async def ended_while_it_was_free(readers: Readers) -> None:
    for pid in await readers.sessions():
        await readers.beside.execute("SELECT pg_terminate_backend($1, 10000)", pid)


async def more_than_there_may_be(readers: Readers) -> None:
    found = await asyncio.gather(*(readers.reads.fetchval(SESSION) for _ in range(20 * SIZE)))
    assert len(set(found)) <= SIZE


@pytest.mark.parametrize(
    "happens",
    [
        cancelled,
        cancelled_when_it_was_prepared,
        cancelled_in_line,
        cancelled_when_its_turn_came,
        refused,
        ended_while_it_read,
        ended_while_it_was_free,
        more_than_there_may_be,
    ],
    ids=lambda each: each.__name__,
)
def test_after_all_that_may_happen_as_many_read_at_once_as_before(
    quiet: str, happens: Callable[[Readers], Awaitable[None]]
) -> None:
    async def check() -> None:
        beside = await asyncpg.connect(quiet)
        await beside.execute(WAITS)
        async with read_pool(DatabaseSettings(database_url=quiet, database_pool_size=SIZE)) as reads:
            readers = Readers(reads, beside)
            try:
                async with asyncio.timeout(60):
                    await happens(readers)
                    assert len(await readers.sessions()) == SIZE
            finally:
                # The pool is closed when what still waits has ended.
                await beside.close()

    run(check())


def test_a_session_that_said_farewell_but_has_not_ended_yet_is_not_asked(quiet: str, tmp_path: Path) -> None:
    above, relays = make_url(quiet), list[Any]()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """What the server says, but not that it ends."""
        relays.append(asyncio.current_task())
        below, server = await asyncio.open_unix_connection(f"{above.query['host']}/{SOCKET}")

        async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
            while said := await source.read(1 << 16):
                target.write(said)

        try:
            await asyncio.gather(carry(reader, server), carry(below, writer))
        finally:
            server.close()
            writer.close()

    async def check() -> None:
        url = above.set(query={"host": str(tmp_path)}).render_as_string(hide_password=False)
        async with await asyncio.start_unix_server(relay, str(tmp_path / SOCKET)):
            beside = await asyncpg.connect(url)
            pool = await asyncpg.create_pool(url, min_size=SIZE, max_size=SIZE)
            reads = ReadPool(pool, SIZE)
            readers = Readers(reads, beside)
            for pid in await readers.sessions():
                await beside.execute("SELECT pg_terminate_backend($1, 10000)", pid)
            # What was said before this was read before it.
            await beside.fetchval("SELECT 1")
            async with asyncio.timeout(60):
                assert len(await readers.sessions()) == SIZE
            beside.terminate()
            pool.terminate()
            for each in relays:
                each.cancel()
            await asyncio.gather(*relays, return_exceptions=True)

    run(check())


def test_a_session_whose_answer_cannot_be_read_is_not_asked_again() -> None:
    class Session:
        asked = 0

        def is_closed(self) -> bool:
            return False

        async def fetchval(self, query: str) -> None:
            Session.asked += 1
            raise asyncpg.InternalClientError("no decoder for OID 4103")

    class Sessions:
        async def acquire(self) -> Session:
            return Session()

        async def release(self, session: Session) -> None:
            """Nothing to close."""

    async def check() -> None:
        with pytest.raises(asyncpg.InternalClientError, match="4103"):
            await ReadPool(Sessions(), SIZE).fetchval(SESSION)
        assert Session.asked == 1

    run(check())


def test_who_waits_longest_reads_first(quiet: str) -> None:
    async def check() -> None:
        order: list[int] = []

        async def read(place: int) -> None:
            await reads.fetchval("SELECT 1")
            order.append(place)

        async with read_pool(DatabaseSettings(database_url=quiet, database_pool_size=1)) as reads:
            await asyncio.gather(*(read(place) for place in range(20)))
        assert order == list(range(20))

    run(check())


def test_a_statement_that_nobody_ends_is_ended_by_the_server(quiet: str) -> None:
    async def check() -> None:
        of_one = DatabaseSettings(database_url=quiet, database_pool_size=1)
        async with asyncio.timeout(60), read_pool(of_one, longest=0.05) as reads:
            with pytest.raises(asyncpg.QueryCanceledError):
                await reads.fetchval("SELECT pg_sleep(600)")
            assert await reads.fetchval("SELECT 1") == 1

    run(check())


def test_a_pool_that_is_closed_reads_no_more(quiet: str) -> None:
    async def check() -> None:
        async with read_pool(DatabaseSettings(database_url=quiet, database_pool_size=SIZE)) as reads:
            await reads.fetch("SELECT 1")
        with pytest.raises(asyncpg.InterfaceError):
            await reads.fetch("SELECT 1")

    run(check())
