"""What every task in the background of a server has: it begins with the server and ends with it."""

from __future__ import annotations

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from typing import Any, ClassVar

import asyncpg
import structlog

from server.observability import describe

logger = structlog.get_logger()


class Background(ABC):
    """A task from ``start`` to ``stop``; what it has not done waits for the next start.

    Whatever breaks it off before is logged as the event ``_failed``; it goes on after ``_retry_seconds``.
    """

    _failed: ClassVar[str] = "background.failed"
    _retry_seconds: ClassVar[float] = 5.0
    _task: asyncio.Task[None] | None = None
    _is_stopping = False

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._supervise())

    async def stop(self) -> None:
        """End."""
        if self._task is not None:
            self._is_stopping = True
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _supervise(self) -> None:
        while True:
            try:
                await self._run()
            # asyncpg tells of a lost session by more classes than it documents, and nobody waits for this task.
            except Exception as error:
                # Nor does a log that cannot be written end it.
                with contextlib.suppress(OSError, ValueError):
                    logger.warning(self._failed, task=type(self).__name__, **describe(error))
            # A connection that cannot be closed may have raised in place of the cancellation.
            if self._is_stopping:
                return
            await asyncio.sleep(self._retry_seconds)

    @abstractmethod
    async def _run(self) -> None: ...


@contextlib.asynccontextmanager
async def connected(url: str) -> AsyncIterator[Any]:
    """A connection of a task's own, past any pooler; closed in the end, unless it is lost."""
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        if not connection.is_closed():
            await connection.close()
