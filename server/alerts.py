"""Evaluates the rules of alerts in the background, in every server; the database lets one work at a time."""

from __future__ import annotations

import asyncio

import asyncpg
import structlog

from models.recounting import recount_missed
from resolvers.alerts import evaluate
from server.background import Background

_EVERY_SECONDS = 30.0

logger = structlog.get_logger()


class AlertWatch(Background):
    """A task that raises and clears alerts and counts missed deadlines again, from ``start``
    to ``stop``, on a connection of its own.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    async def _run(self) -> None:
        while True:
            try:
                connection = await asyncpg.connect(self._url)
                try:
                    if raised := await evaluate(connection):
                        logger.info("alerts.raised", alerts=raised)
                    if recounted := await recount_missed(connection):
                        logger.info("deadlines.recounted", deadlines=recounted)
                finally:
                    await connection.close()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                logger.warning("alerts.not_evaluated", error=type(error).__name__)
            await asyncio.sleep(_EVERY_SECONDS)
