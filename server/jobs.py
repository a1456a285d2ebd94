"""What is done at its time: alerts raised, deadlines counted again, in the server or in a process of its own.

The times stand in PostgreSQL (procrastinate, in a schema of its own): however many processes work, each is done once.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from procrastinate import App, PsycopgConnector
from procrastinate.jobs import DeleteJobCondition, Status

from models.alerting import evaluate, evaluate_due
from models.base import now
from models.recounting import recount_amended, recount_missed
from models.retention import remove_outdated
from server.background import Background, connected

SCHEMA = "procrastinate"
_EVERY_MINUTE, _EVERY_NIGHT = "* * * * *", "10 18 * * *"  # in UTC: ten past two in Shanghai
# What was missed while nobody worked is done by who comes next.
_MISSED_SECONDS = 86_400.0
_KEPT_HOURS = 30 * 24
_CLOCK, _RECOUNT = "look_at_the_clock", "recount"
_AT_ONCE = 2
_SINCE = """
SELECT extract(epoch FROM now())::bigint - max(defer_timestamp) FROM procrastinate.procrastinate_periodic_defers
WHERE task_name = $1
"""

logger = structlog.get_logger()
Act = Callable[[Any], Awaitable[int]]


def make_jobs(url: str) -> App:
    """The jobs on the database behind this address, which leads past a pooler."""
    connector = PsycopgConnector(
        conninfo=url, kwargs={"options": f"-c search_path={SCHEMA}"}, min_size=1, max_size=3, timeout=10
    )
    app = App(connector=connector, periodic_defaults={"max_delay": _MISSED_SECONDS})

    async def on_a_connection(event: str, act: Act) -> None:
        async with connected(url) as connection:
            if count := await act(connection):
                logger.info(event, count=count)

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name=_CLOCK, queueing_lock=_CLOCK)
    async def look_at_the_clock(timestamp: int) -> None:
        await on_a_connection("alerts.raised", lambda connection: evaluate_due(connection, now()))

    # Apart, so that what fails or takes long keeps nothing else from its time.
    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name=_RECOUNT, queueing_lock=_RECOUNT)
    async def recount(timestamp: int) -> None:
        await on_a_connection("deadlines.recounted", recount_missed)
        await on_a_connection("deadlines.recounted", recount_amended)

    @app.periodic(cron=_EVERY_NIGHT)
    @app.task(name="look_at_everything", queueing_lock="look_at_everything")
    async def look_at_everything(timestamp: int) -> None:
        await on_a_connection("alerts.raised", lambda connection: evaluate(connection, now()))

    @app.periodic(cron=_EVERY_NIGHT)
    @app.task(name="clear_away", queueing_lock="clear_away")
    async def clear_away(timestamp: int) -> None:
        # What a process left undone that was killed is done at the next time anyway.
        for job in await app.job_manager.get_stalled_jobs():
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
        await app.job_manager.delete_old_jobs(nb_hours=_KEPT_HOURS, include_failed=True)
        await on_a_connection("records.removed", lambda connection: remove_outdated(connection, now()))

    return app


async def seconds_since(reads: Any) -> int | None:
    """Seconds since the last minute in which anybody came to look at the clock; None before the first."""
    seconds: int | None = await reads.fetchval(_SINCE, _CLOCK)
    return seconds


class Jobs(Background):
    """A task that does the jobs, from ``start`` to ``stop``."""

    _failed = "jobs.not_done"
    _retry_seconds = 30.0

    def __init__(self, url: str) -> None:
        self._url = url

    async def _run(self) -> None:
        app = make_jobs(self._url)
        async with app.open_async():
            # It also returns, as if told to, after one of its own tasks lost the database.
            await app.run_worker_async(
                concurrency=_AT_ONCE,
                install_signal_handlers=False,
                shutdown_graceful_timeout=5,
                delete_jobs=DeleteJobCondition.SUCCESSFUL.value,
            )


async def work(url: str) -> None:
    """Do the jobs until a signal ends this process."""
    ending = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ending.set)
    jobs = Jobs(url)
    jobs.start()
    await ending.wait()
    await jobs.stop()
