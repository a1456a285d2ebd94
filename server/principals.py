"""Principals by identity, kept for at most five seconds and dropped when the database says so."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from policies import Principal, load_principal
from server.authentication import Identity
from server.background import Background, connected

CHANNEL = "principal_changed"
_FRESH_SECONDS = 5.0
_MOST = 10_000


class Principals(Background):
    """A cache in front of the rows that say who holds which role; it hears of changes from ``start`` to ``stop``."""

    _failed = "principals.not_listening"
    _retry_seconds = 1.0

    def __init__(self, reads: Any, direct_url: str) -> None:
        self._reads = reads
        self._direct_url = direct_url
        self._known: dict[tuple[str, str], tuple[Principal | None, float]] = {}
        self._changes = 0

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

    async def _run(self) -> None:
        lost = asyncio.Event()
        async with connected(self._direct_url) as connection:
            connection.add_termination_listener(lambda *_: lost.set())
            await connection.add_listener(CHANNEL, lambda *_: self.forget())
            self.forget()
            await lost.wait()
