"""Seals audit entries in the background, in every server; the database lets one work at a time.

Once a day each logs the last one, so that it is known elsewhere what was there.
"""

from __future__ import annotations

import asyncio

import asyncpg
import structlog

from models.base import now
from resolvers.audit import head, seal
from server.background import Background

_EVERY_SECONDS = 2.0

logger = structlog.get_logger()


class Sealer(Background):
    """A task that seals what commands have written, from ``start`` to ``stop``, on a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def _run(self) -> None:
        told = None
        while True:
            connection = None
            try:
                connection = await asyncpg.connect(self._url)
                while True:
                    await seal(connection)
                    today = now().date()
                    if told != today and (last := await head(connection)) is not None:
                        logger.info("audit.head", last=str(last))
                        told = today
                    await asyncio.sleep(_EVERY_SECONDS)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                logger.warning("audit.not_sealed", error=type(error).__name__)
            finally:
                if connection is not None and not connection.is_closed():
                    await connection.close()
            await asyncio.sleep(_EVERY_SECONDS)
