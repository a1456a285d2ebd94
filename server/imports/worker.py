"""Runs queued imports in the background, in every server; the database gives each job to one at a time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import structlog

from resolvers.commands.imports import CHANNEL
from resolvers.imports.jobs import Importer, SupersededError, is_passing
from server.background import Background, connected

_LOOK_SECONDS = 5.0

logger = structlog.get_logger()


class ImportWorker(Background):
    """A task that runs what is queued and what a killed server left, from ``start`` to ``stop``.

    It is woken by a notification, and looks every few seconds for jobs that others left.
    """

    _failed = "imports.not_run"
    _retry_seconds = _LOOK_SECONDS

    def __init__(self, url: str, importer: Importer) -> None:
        self._url = url
        self._importer = importer

    async def _run(self) -> None:
        queued = asyncio.Event()
        async with connected(self._url) as connection:
            await connection.add_listener(CHANNEL, lambda *_: queued.set())
            while True:
                queued.clear()
                await self._run_waiting(connection)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(queued.wait(), _LOOK_SECONDS)

    async def _run_waiting(self, connection: Any) -> None:
        for row in await connection.fetch("SELECT id FROM import_job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id"):
            async with claimed(connection, row["id"]) as is_mine:
                if is_mine:
                    await run_claimed(self._importer, row["id"])


@contextlib.asynccontextmanager
async def claimed(connection: Any, job: UUID) -> AsyncIterator[bool]:
    """Whether the job is this connection's now; it is until the context or the connection ends.

    A row lock could not be kept while the row's counters move, so the claim is an advisory lock.
    """
    name = f"jiandu.import.{job}"
    is_mine = await connection.fetchval("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", name)
    try:
        yield is_mine
    finally:
        if is_mine and not connection.is_closed():
            await connection.execute("SELECT pg_advisory_unlock(hashtextextended($1, 0))", name)


async def run_claimed(importer: Importer, job: UUID) -> None:
    """Run a claimed job as far as it goes now; what hinders it is logged, and it is tried again."""
    try:
        await importer.run(job)
    except SupersededError as error:
        logger.warning("import.superseded", error=str(error))
    except Exception as error:
        if not is_passing(error):
            logger.exception("import.broken", job=str(job), error=type(error).__name__)
        else:
            logger.warning("import.interrupted", job=str(job), error=type(error).__name__)
