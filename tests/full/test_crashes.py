"""The server and the database killed at every single statement of the commands that touch most tables."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.crashes import PREPARED
from tests.test_crashes import folder, killable_database, killable_server

__all__ = ["folder"]

pytestmark = pytest.mark.full


@pytest.mark.parametrize("name", PREPARED)
def test_the_server_is_killed(name: str, scratch: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with killable_server(scratch, folder) as (machine, door):
        outcomes = machine.strike_at(itertools.count(1), name, door)
    told(capsys, f"{name}: server", outcomes)


@pytest.mark.parametrize("name", PREPARED)
def test_the_database_is_killed(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with killable_database(folder) as (machine, door):
        outcomes = machine.strike_at(itertools.count(1), name, door)
    told(capsys, f"{name}: PostgreSQL", outcomes)


def told(capsys: pytest.CaptureFixture[str], what: str, outcomes: list[bool]) -> None:
    with capsys.disabled():
        print(f"\n  {what} killed {len(outcomes)} times, all or nothing each time")
    assert outcomes == [False] * (len(outcomes) - 1) + [True]
