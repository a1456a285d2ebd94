"""What runs in the background of a server goes on after whatever broke it off, and ends with the server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import structlog

from models.database import DatabaseSettings
from resolvers import audit
from server import background, sealer
from server.app import create_app
from server.background import Background
from server.imports.worker import ImportWorker
from server.principals import Principals
from server.sealer import Sealer
from server.settings import Settings
from tests.cluster import TEST_KEY, Rows, run, until
from tests.test_serve import ENTRIES

SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
# Servers of other tests may run in this process, each with tasks of its own.
is_mine = ContextVar("is_mine", default=False)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What tasks that were broken off logged; the log of tests before may be closed by now, or hold errors alone."""
    lines: list[Any] = []
    told = background.logger
    monkeypatch.setattr(told, "warning", lambda event, **of: lines.append({"event": event, **of}), raising=False)
    with structlog.testing.capture_logs():
        yield lines


@pytest.mark.parametrize(
    ("make", "event"),
    [
        (Sealer, "audit.not_sealed"),
        (lambda url: Principals(None, url), "principals.not_listening"),
        (lambda url: ImportWorker(url, None), "imports.not_run"),  # type: ignore[arg-type]
    ],
    ids=["sealer", "principals", "imports"],
)
def test_a_session_that_is_lost_in_no_documented_way(
    make: Callable[[str], Any], event: str, database: str, monkeypatch: pytest.MonkeyPatch, said: list[Any]
) -> None:
    """It is logged without what the error says, and a new one is made."""
    connections: list[Any] = []
    connect = asyncpg.connect

    async def lose_the_first(url: str) -> Any:
        if not is_mine.get():
            return await connect(url)
        connections.append(None)
        if len(connections) == 1:
            raise asyncpg.InternalClientError("cannot switch to state 4103")
        connections[-1] = await connect(url)
        return connections[-1]

    async def check() -> None:
        is_mine.set(True)
        task = make(database)
        monkeypatch.setattr(task, "_retry_seconds", 0.01, raising=False)
        task.start()
        try:
            await asyncio.to_thread(until, lambda: connections[1:] not in ([], [None]), 10)
        finally:
            await task.stop()
        assert connections[1].is_closed()

    monkeypatch.setattr(asyncpg, "connect", lose_the_first)
    run(check())
    (line,) = [each for each in said if each["event"] == event]
    assert line["error"].endswith("InternalClientError") and "4103" not in repr(line)


def test_what_breaks_off_while_it_is_stopped_does_not_begin_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a log that cannot be written keep it from that."""

    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("I/O operation on closed file.")

    monkeypatch.setattr(background.logger, "warning", fail, raising=False)

    class Stubborn(Background):
        began = 0

        async def _run(self) -> None:
            self.began += 1
            try:
                await asyncio.Event().wait()
            finally:
                raise asyncpg.InternalClientError("a connection that cannot be closed")

    async def check() -> None:
        task = Stubborn()
        task.start()
        await asyncio.sleep(0)
        async with asyncio.timeout(10):
            await task.stop()
        assert task.began == 1

    run(check())


def test_what_cannot_be_stopped_keeps_nothing_else_from_it(
    scratch: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(worker: ImportWorker) -> None:
        await stop(worker)
        raise asyncpg.InternalClientError("broken")

    async def check() -> None:
        app = create_app(Settings(app_env="development", log_level="error", field_keys=(TEST_KEY,), jobs="apart"))
        app.state.database = DatabaseSettings(database_url=scratch, data_dir=data_dir)
        with pytest.raises(asyncpg.InternalClientError):
            async with app.router.lifespan_context(app):
                await asyncio.to_thread(until, lambda: rows.value(SESSIONS) > 3, 30)
        await asyncio.to_thread(until, lambda: rows.value(SESSIONS) == 0, 10)

    stop = ImportWorker.stop
    monkeypatch.setattr(ImportWorker, "stop", fail)
    rows = Rows(scratch)
    run(check())
    rows.close()


def test_many_entries_are_sealed_without_a_pause(scratch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def check() -> None:
        task = Sealer(scratch)
        task.start()
        await asyncio.to_thread(until, lambda: rows.value(unsealed) == 0, 30)
        await task.stop()

    for module in (audit, sealer):
        monkeypatch.setattr(module, "SEALED_AT_ONCE", 2)
    monkeypatch.setattr(sealer, "_EVERY_SECONDS", 3600)
    unsealed = "SELECT count(*) FROM audit_entry WHERE sequence IS NULL"
    rows = Rows(scratch)
    rows.execute(ENTRIES)
    run(check())
    rows.close()
