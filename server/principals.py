"""Principals by identity, kept for at most five seconds and dropped when the database says so."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import Any

import asyncpg
import structlog

from policies import Principal, load_principal
from server.authentication import Identity

CHANNEL = "principal_changed"
_FRESH_SECONDS = 5.0
_RECONNECT_SECONDS = 1.0
_MOST = 10_000

logger = structlog.get_logger()


class Principals:
    """A cache in front of the rows that say who holds which role."""

    def __init__(self, reads: Any, direct_url: str) -> None:
        self._reads = reads
        self._direct_url = direct_url
        self._known: dict[tuple[str, str], tuple[Principal | None, float]] = {}
        self._changes = 0
        self._listener: asyncio.Task[None] | None = None

    async def find(self, identity: Identity) -> Principal | None:
        """The principal of an identity; None if it is not registered or disabled."""
        key = identity.issuer, identity.subject
        found = self._known.get(key)
        if found is None or time.monotonic() - found[1] > _FRESH_SECONDS:
            changes, asked = self._changes, time.monotonic()
            found = await load_principal(self._reads, *key), asked
            # What changed while the rows were read must not be kept as it was before.
            if changes == self._changes:
                if len(self._known) >= _MOST:
                    self._known.clear()
                self._known[key] = found
        return found[0]

    def forget(self) -> None:
        """Forget all: who holds what has changed."""
        self._changes += 1
        self._known.clear()

    def start(self) -> None:
        """Listen for changes, on a connection of its own past any pooler."""
        self._listener = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Stop listening."""
        if self._listener is not None:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener

    async def _listen(self) -> None:
        while True:
            connection = None
            try:
                lost = asyncio.Event()
                connection = await asyncpg.connect(self._direct_url)
                connection.add_termination_listener(lambda *_, lost=lost: lost.set())
                await connection.add_listener(CHANNEL, lambda *_: self.forget())
                self.forget()
                await lost.wait()
            except (OSError, asyncpg.PostgresError) as error:
                logger.warning("principals.not_listening", error=type(error).__name__)
            finally:
                if connection is not None and not connection.is_closed():
                    await connection.close()
            await asyncio.sleep(_RECONNECT_SECONDS)
