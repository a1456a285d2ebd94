"""Removes what uploads left behind: promises that were never kept, and content that no row names any more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from models.base import now
from server.background import Background, connected
from server.files.ownership import claim, contents, is_owner
from server.files.storage import Storage

_GRACE = timedelta(days=1)
_EVERY_SECONDS = 6 * 3600.0

logger = structlog.get_logger()


@dataclass(frozen=True)
class Swept:
    """What one sweep removed."""

    promises: int
    contents: int


async def sweep(connection: Any, storage: Storage, at: datetime) -> Swept:
    """Remove promises older than a day, and content older than a day that is of no file.

    The storage must be this database's (``is_owner``): content of another's would be nobody's here.
    """
    before = at - _GRACE
    promises = await connection.fetch(
        "DELETE FROM stored_file WHERE state = 'PENDING' AND created_at < $1 RETURNING id", before
    )
    removed = 0
    async for keys in contents(storage, before=before):
        named = await connection.fetch("SELECT storage_key FROM stored_file WHERE storage_key = ANY($1)", keys)
        for key in set(keys) - {row["storage_key"] for row in named}:
            await storage.delete(key)
            removed += 1
    await storage.clear_unfinished(before)
    return Swept(len(promises), removed)


class Janitor(Background):
    """A task that sweeps four times a day, from ``start`` to ``stop``; the database lets one work at a time.

    Of a storage that is not this database's it removes nothing; ``is_owner`` tells, as it was found last.
    """

    _failed = "files.not_swept"
    _retry_seconds = 60.0

    def __init__(self, url: str, storage: Storage) -> None:
        self._url = url
        self._storage = storage
        self.is_owner = True

    async def _run(self) -> None:
        while True:
            await self._sweep()
            await asyncio.sleep(_EVERY_SECONDS if self.is_owner else self._retry_seconds)

    async def _sweep(self) -> None:
        async with connected(self._url) as connection:
            self.is_owner = await is_owner(connection, self._storage)
            if not self.is_owner:
                logger.error("files.of_another_database")
            elif await connection.fetchval("SELECT pg_try_advisory_lock(hashtext('jiandu.files'))"):
                await claim(connection, self._storage)
                swept = await sweep(connection, self._storage, now())
                logger.info("files.swept", promises=swept.promises, contents=swept.contents)
