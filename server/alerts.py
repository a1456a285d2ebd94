"""Evaluates the rules of alerts in the background, in every server; the database lets one work at a time."""

from __future__ import annotations

import asyncio
import contextlib

import asyncpg
import structlog

from resolvers.alerts import evaluate

_EVERY_SECONDS = 30.0

logger = structlog.get_logger()


class AlertWatch:
    """A task that raises and clears alerts, from ``start`` to ``stop``, on a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End; what is not raised waits for the next start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            try:
                connection = await asyncpg.connect(self._url)
                try:
                    if raised := await evaluate(connection):
                        logger.info("alerts.raised", alerts=raised)
                finally:
                    await connection.close()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                logger.warning("alerts.not_evaluated", error=type(error).__name__)
            await asyncio.sleep(_EVERY_SECONDS)
