"""Seals audit entries in the background, in every server; the database lets one work at a time."""

from __future__ import annotations

import asyncio
import contextlib

import asyncpg
import structlog

from resolvers.audit import seal

_EVERY_SECONDS = 2.0

logger = structlog.get_logger()


class Sealer:
    """A task that seals what commands have written, from ``start`` to ``stop``, on a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End; what is not sealed waits for the next start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            connection = None
            try:
                connection = await asyncpg.connect(self._url)
                while True:
                    await seal(connection)
                    await asyncio.sleep(_EVERY_SECONDS)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                logger.warning("audit.not_sealed", error=type(error).__name__)
            finally:
                if connection is not None and not connection.is_closed():
                    await connection.close()
            await asyncio.sleep(_EVERY_SECONDS)
