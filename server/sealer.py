"""Seals audit entries in the background, in every server; the database lets one work at a time.

Once a day each logs the last one, so that it is known elsewhere what was there.
"""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import structlog

from models.base import now
from resolvers.audit import SEALED_AT_ONCE, head, seal
from server.background import Background, connected

_EVERY_SECONDS = 2.0

logger = structlog.get_logger()


class Sealer(Background):
    """A task that seals what commands have written, from ``start`` to ``stop``, on a connection of its own."""

    _failed = "audit.not_sealed"
    _retry_seconds = _EVERY_SECONDS

    def __init__(self, url: str) -> None:
        self._url = url
        self._told: date | None = None

    async def _run(self) -> None:
        async with connected(self._url) as connection:
            while True:
                sealed = await seal(connection)
                await self._tell(connection)
                if sealed < SEALED_AT_ONCE:
                    await asyncio.sleep(_EVERY_SECONDS)

    async def _tell(self, connection: Any) -> None:
        today = now().date()
        if self._told != today and (last := await head(connection)) is not None:
            logger.info("audit.head", last=str(last))
            self._told = today
