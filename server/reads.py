"""The connections that reads run on, held as they are: a read changes nothing of its session."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from models.database import DatabaseSettings

_LARGEST_CACHED_STATEMENT = 1_000_000
# Of the sessions that read: a plan is made once, for any values.
READ_SETTINGS = {
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
    "work_mem": "64MB",
    # At the price of a turning disk a table would be read whole for the few rows of the caller's own organs.
    "random_page_cost": "1.1",
    # Processes that one read starts cost it more than they save, and take the cores of the others.
    "max_parallel_workers_per_gather": "0",
}


class ReadPool:
    """Connections of asyncpg's pool, kept between reads, the one used last first: it has prepared most.

    To give one back costs the pool a task, two timers and a reset that has nothing to undo, at every read.  So it
    gets back only what a read was broken off on, waits there for the cancellation, and makes new ones.
    """

    def __init__(self, pool: Any, size: int) -> None:
        self._pool, self._size = pool, size
        self._held, self._is_closed = 0, False
        self._free: list[Any] = []
        self._waiting: deque[asyncio.Future[Any]] = deque()

    @property
    def used(self) -> int:
        """How many connections are at work."""
        return self._held - len(self._free)

    def fetch(self, query: str, *arguments: Any) -> Coroutine[Any, Any, Any]:
        """The rows."""
        return self._ask("fetch", query, arguments)

    def fetchrow(self, query: str, *arguments: Any) -> Coroutine[Any, Any, Any]:
        """The first row; None where there is none."""
        return self._ask("fetchrow", query, arguments)

    def fetchval(self, query: str, *arguments: Any) -> Coroutine[Any, Any, Any]:
        """The first value of the first row."""
        return self._ask("fetchval", query, arguments)

    async def close(self) -> None:
        """Close the connections; what runs is waited for."""
        self._is_closed = True
        while self._waiting:
            self._hand_on(None)
        while self._free:
            await self._give_up(self._free.pop())
        await self._pool.close()

    async def _ask(self, method: str, query: str, arguments: tuple[Any, ...]) -> Any:
        connection = await self._take()
        try:
            answer = await getattr(connection, method)(query, *arguments)
        except BaseException as error:
            await self._give_up(connection)
            if _was_not_asked(error):
                return await self._ask(method, query, arguments)
            raise
        if self._is_closed:
            await self._give_up(connection)
        else:
            self._hand_on(connection)
        return answer

    async def _take(self) -> Any:
        while not self._is_closed:
            if self._free:
                connection = self._free.pop()
                if not _is_lost(connection):
                    return connection
                await self._give_up(connection)
            elif self._held < self._size:
                return await self._acquire()
            elif (connection := await self._turn()) is not None:
                return connection
        raise asyncpg.InterfaceError("the pool is closed")

    async def _acquire(self) -> Any:
        self._held += 1
        try:
            return await self._pool.acquire()
        except BaseException:
            self._held -= 1
            self._hand_on(None)
            raise

    async def _turn(self) -> Any:
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._hand_on(turn.result())
            raise

    def _hand_on(self, connection: Any) -> None:
        # To whoever waits longest; None where it may make one.
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(connection)
                return
        if connection is not None:
            self._free.append(connection)

    async def _give_up(self, connection: Any) -> None:
        self._held -= 1
        self._hand_on(None)
        await self._pool.release(connection)


def _is_lost(connection: Any) -> bool:
    try:
        closed: bool = connection.is_closed()
    except asyncpg.InterfaceError:
        # The pool took it back when it was closed.
        return True
    return closed


def _was_not_asked(error: BaseException) -> bool:
    # The server ended this session while it was free, and its farewell was read before its end: to the library it is
    # neither closed nor ready.  Other errors of this class come after an answer, and would come again.
    return isinstance(error, asyncpg.InternalClientError) and str(error).startswith("cannot switch to state")


@asynccontextmanager
async def read_pool(database: DatabaseSettings, *, longest: float = 0) -> AsyncIterator[ReadPool]:
    """The pool of this process, whose sessions end a statement after so many seconds; 0 for never.

    Behind a pooler in transaction mode statements cannot be prepared and sessions not be configured: set
    what ``READ_SETTINGS`` say on the role there.  A search is slow where its bitmap does not fit.
    """

    async def end(connection: Any) -> None:
        # Broken off between its preparation and its run, a statement was not synchronized: the server holds its tables
        # locked and would end it at ``longest``, with an error that nobody waits for.
        await connection.execute("SELECT")

    pool = await asyncpg.create_pool(
        database.database_url,
        min_size=1,
        max_size=database.database_pool_size,
        reset=end,
        max_inactive_connection_lifetime=0,
        statement_cache_size=0 if database.is_pooled else 500,
        # What is prepared stays so: a long statement takes PostgreSQL tens of milliseconds to plan.
        max_cached_statement_lifetime=0,
        max_cacheable_statement_size=_LARGEST_CACHED_STATEMENT,
        server_settings={}
        if database.is_pooled
        else {
            "application_name": "jiandu",
            # A cancellation can be lost on its way: what nobody waits for any more would hold its connection for ever.
            "statement_timeout": f"{longest:.3f}s",
            **READ_SETTINGS,
        },
    )
    reads = ReadPool(pool, database.database_pool_size)
    try:
        yield reads
    finally:
        await reads.close()
