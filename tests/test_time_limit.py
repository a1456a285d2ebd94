"""How long an answer may take: each its whole time, whatever others of the same process take."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import pytest

from server.time_limit import TimeLimit
from tests.cluster import run

SECONDS = 0.1
FOREVER = 60.0


async def answer(after: float) -> str:
    await asyncio.sleep(after)
    return "answer"


async def lasted(work: Awaitable[str]) -> float:
    """Seconds until it ran out of time."""
    began = asyncio.get_running_loop().time()
    with pytest.raises(TimeoutError):
        await work
    return asyncio.get_running_loop().time() - began


def test_what_is_done_in_time_is_answered_and_errors_are_handed_on() -> None:
    async def fail() -> str:
        raise KeyError("of its own")

    async def check() -> None:
        limit = TimeLimit(FOREVER)
        assert await limit.keep(answer(0)) == "answer"
        with pytest.raises(KeyError, match="of its own"):
            await limit.keep(fail())

    run(check())


def test_each_has_its_whole_time_and_no_more() -> None:
    async def check() -> None:
        limit = TimeLimit(SECONDS)
        begun = []
        for _ in range(4):
            begun.append(asyncio.create_task(lasted(limit.keep(answer(FOREVER)))))
            assert await limit.keep(answer(SECONDS / 3)) == "answer"
        for seconds in await asyncio.gather(*begun):
            assert SECONDS * 0.99 <= seconds < FOREVER
        # The same once nothing was kept for a while.
        assert SECONDS * 0.99 <= await lasted(limit.keep(answer(FOREVER))) < FOREVER
        assert await limit.keep(answer(0)) == "answer"

    run(check())


def test_who_is_out_of_time_is_cancelled_once_and_may_tidy_up() -> None:
    tidied = []

    async def work() -> str:
        try:
            return await answer(FOREVER)
        finally:
            await asyncio.sleep(SECONDS * 2)
            tidied.append(True)

    async def check() -> None:
        limit = TimeLimit(SECONDS)
        beside = asyncio.create_task(lasted(limit.keep(answer(FOREVER))))
        await lasted(limit.keep(work()))
        await beside

    run(check())
    assert tidied == [True]


def test_a_cancellation_from_outside_is_no_timeout() -> None:
    async def check() -> None:
        limit = TimeLimit(SECONDS)
        task = asyncio.create_task(limit.keep(answer(FOREVER)))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await lasted(limit.keep(answer(FOREVER))) < FOREVER

    run(check())
