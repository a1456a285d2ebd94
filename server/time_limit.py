"""How long an answer may take, by one timer for all that are being made: one for each costs as much as its token."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

_T = TypeVar("_T")


class TimeLimit:
    """The same limit, in seconds, for everything that is kept within it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # When each is over, those that began first before the others.
        self._ends: dict[asyncio.Timeout, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def keep(self, work: Awaitable[_T]) -> _T:
        """What the work answers.  Raises ``TimeoutError`` where it takes longer, and cancels it."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(None) as timeout:
            end = self._ends[timeout] = loop.time() + self._seconds
            if self._timer is None:
                self._timer = loop.call_at(end, self._expire, loop)
            try:
                return await work
            finally:
                self._ends.pop(timeout, None)

    def _expire(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        for timeout, end in [*self._ends.items()]:
            if end > loop.time():
                self._timer = loop.call_at(end, self._expire, loop)
                break
            del self._ends[timeout]
            timeout.reschedule(end)
