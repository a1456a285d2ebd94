"""What is looked at by the minute and by night, over a million cases: by which indexes, and how long it takes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from models.alert_rules import RULES
from models.alerting import RECENT, _alone, _everything, _of_table, _recent, evaluate_due
from tests.cluster import run
from tests.full.conftest import AT
from tests.full.test_plans import read_whole

pytestmark = pytest.mark.full
NEXT_NIGHT = AT + timedelta(days=1)


async def plan_of(url: str, statement: str | None, *values: Any) -> dict[str, Any]:
    connection = await asyncpg.connect(url)
    plan: dict[str, Any] = json.loads(await connection.fetchval(f"EXPLAIN (FORMAT JSON) {statement}", *values))[0][
        "Plan"
    ]
    await connection.close()
    return plan


def test_what_fell_due_is_found_by_an_index(million: str) -> None:
    assert read_whole(run(plan_of(million, _recent(), NEXT_NIGHT, NEXT_NIGHT - RECENT))) == []


@pytest.mark.parametrize("table", sorted({table for rule in RULES.values() for table in rule.changes}))
def test_what_an_act_changed_is_found_by_an_index(table: str, million: str) -> None:
    assert read_whole(run(plan_of(million, _of_table(table), NEXT_NIGHT, UUID(int=0)))) == []


def test_a_minute_and_a_night(million: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def look() -> dict[str, tuple[int, float]]:
        connection = await asyncpg.connect(million)
        passes: dict[str, Callable[[], Any]] = {
            "by the minute": partial(evaluate_due, connection, NEXT_NIGHT),
            **{rule.name: partial(_alone, connection, _everything(rule), NEXT_NIGHT) for rule in RULES},
        }
        looked = {}
        for name, pass_ in passes.items():
            started = time.perf_counter()
            looked[name] = await pass_(), time.perf_counter() - started
        await connection.close()
        return looked

    first, again = run(look()), run(look())
    with capsys.disabled():
        for name, (raised, seconds) in first.items():
            print(f"\n  {name}: {raised:,} raised in {seconds:.1f} s, none again in {again[name][1]:.1f} s", end="")
    assert first["by the minute"][0] > 0
    assert {name: raised for name, (raised, _) in again.items() if raised} == {}
