"""How long an answer may take: each its whole time, whatever others of the same process take."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest

from server.time_limit import TimeLimit

_T = TypeVar("_T")
SECONDS = 10.0
FOREVER = 1_000.0


class _TimePasses(asyncio.SelectorEventLoop):
    """A loop whose clock goes on to what is next due as soon as nothing else is to be done."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        of_the_loop: Any = vars(self)
        if not of_the_loop["_ready"] and of_the_loop["_scheduled"]:
            self._now = max(self._now, of_the_loop["_scheduled"][0].when())
        super()._run_once()  # type: ignore[misc]


def run(coroutine: Coroutine[Any, Any, _T]) -> _T:
    with asyncio.Runner(loop_factory=_TimePasses) as runner:
        return runner.run(coroutine)


async def answer(after: float) -> str:
    await asyncio.sleep(after)
    return "answer"


async def ended(limit: TimeLimit, work: Coroutine[Any, Any, str]) -> float:
    """The moment at which work was out of time."""
    with pytest.raises(TimeoutError):
        await limit.keep(work)
    return asyncio.get_running_loop().time()


def test_what_is_done_in_time_is_answered_and_errors_are_handed_on() -> None:
    async def fail() -> str:
        raise KeyError("of its own")

    async def check() -> None:
        limit = TimeLimit(SECONDS)
        assert await limit.keep(answer(SECONDS - 1)) == "answer"
        with pytest.raises(KeyError, match="of its own"):
            await limit.keep(fail())

    run(check())


def test_each_has_its_whole_time_and_no_more() -> None:
    async def check() -> list[float]:
        limit = TimeLimit(SECONDS)
        begun = []
        for _ in range(4):
            begun.append(asyncio.create_task(ended(limit, answer(FOREVER))))
            assert await limit.keep(answer(3)) == "answer"
        ends = await asyncio.gather(*begun)
        # The same once nothing was kept for a while.
        await asyncio.sleep(FOREVER)
        return [*ends, await ended(limit, answer(FOREVER)) - FOREVER]

    assert run(check()) == [SECONDS, SECONDS + 3, SECONDS + 6, SECONDS + 9, SECONDS + 9 + SECONDS]


def test_who_is_out_of_time_is_cancelled_once_and_may_tidy_up() -> None:
    tidied = []

    async def work() -> str:
        try:
            return await answer(FOREVER)
        finally:
            await asyncio.sleep(SECONDS)
            tidied.append(True)

    async def check() -> list[float]:
        limit = TimeLimit(SECONDS)
        first = asyncio.create_task(ended(limit, work()))
        await asyncio.sleep(5)
        # Its time ends while the first tidies up.
        return [*await asyncio.gather(first, ended(limit, answer(FOREVER)))]

    assert run(check()) == [SECONDS * 2, SECONDS + 5]
    assert tidied == [True]


def test_a_cancellation_from_outside_is_no_timeout() -> None:
    async def check() -> float:
        limit = TimeLimit(SECONDS)
        task = asyncio.create_task(limit.keep(answer(FOREVER)))
        await asyncio.sleep(3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return await ended(limit, answer(FOREVER))

    assert run(check()) == 3 + SECONDS
