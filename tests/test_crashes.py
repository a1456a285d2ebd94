"""A crash between any two statements of a command leaves all of it or nothing, and sent again it is done once."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.embedded import DATABASE
from tests.bureau import Bureau
from tests.cluster import TEST_KEY, Rows
from tests.crashes import PREPARED, Machine, prepared, strike_at
from tests.serving import serving
from tests.severing import ANSWER, COMMIT, Door, door_before
from tests.test_serve import Process


@pytest.fixture
def folder() -> Path:
    """A folder with a name short enough for a Unix socket, which PostgreSQL's own user can reach."""
    folder = Path(tempfile.mkdtemp(dir=os.environ["JIANDU_TEST_FOLDER"]))
    folder.chmod(0o755)
    return folder


# Of the others a server and a database are killed at every statement in test-full.
_CUT = ("registerCase", "decideDispute")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in _CUT else [pytest.mark.full]) for name in PREPARED]
)
def test_the_connection_is_cut_at_every_statement(name: str, scratch: str, folder: Path, data_dir: Path) -> None:
    rows = Rows(scratch)
    with (
        door_before(scratch, folder / "door") as door,
        serving(door.url, data_dir, direct_url=scratch) as client,
    ):
        act = prepared(name, Bureau(client, rows))
        outcomes = strike_at(itertools.count(1), act, door, lambda: rows, lambda: client)
    rows.close()
    # Only the answer to COMMIT comes too late to undo anything.
    assert outcomes == [False] * (len(outcomes) - 1) + [True] and len(outcomes) > 10


# What is done at its time, such as alerts, would write beside the command.
_NO_JOBS = {"JOBS": "apart"}


@contextmanager
def killable_server(url: str, folder: Path) -> Iterator[tuple[Machine, Door]]:
    """A server process before a database that is not its own."""
    with door_before(url, folder / "door") as door:
        variables = {"DATABASE_URL": door.url, "DATABASE_DIRECT_URL": url, "FIELD_KEYS": TEST_KEY, **_NO_JOBS}

        def start() -> Process:
            return Process(folder / "data", **variables)

        machine = Machine(start, url, start(), Rows(url))
        try:
            yield machine, door
        finally:
            machine.end()


@contextmanager
def killable_database(folder: Path) -> Iterator[tuple[Machine, Door]]:
    """A server process before a PostgreSQL of its own, which writes through to the disk as in production."""

    def keep() -> Process:
        return Process(folder / "data", **_NO_JOBS)

    keeper = keep()
    url = f"postgresql://postgres:@/{DATABASE}?host={folder / 'data' / 'postgres'}"
    with door_before(url, folder / "door") as door:

        def start() -> Process:
            return Process(folder / "data", DATABASE_URL=door.url, DATABASE_DIRECT_URL=url, **_NO_JOBS)

        machine = Machine(start, url, start(), Rows(url), keep, keeper)
        assert machine.rows.value("SHOW fsync") == "on"
        try:
            yield machine, door
        finally:
            machine.end()


@pytest.mark.full
def test_the_server_is_killed(scratch: str, folder: Path) -> None:
    with killable_server(scratch, folder) as (machine, door):
        outcomes = machine.strike_at([11, COMMIT, ANSWER], "decideDispute", door)
    assert outcomes == [False, False, True]


@pytest.mark.full
def test_the_database_is_killed(folder: Path) -> None:
    with killable_database(folder) as (machine, door):
        outcomes = machine.strike_at([COMMIT, ANSWER], "decideDispute", door)
    assert outcomes == [False, True]
