"""What some of Luoyang's organs explained of 2025: made up, each of a duty that the organ has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from models.counting import CHINA, FixedDate, WorkingCalendar
from seeds.batch import Seeding, Tables, versioned
from seeds.deadlines import rule_id
from seeds.organizations import organization_id, rows, stable_id

_ROUND_COLUMNS = "id organization_id region_code year generated generated_at"
_EXPLANATION_COLUMNS = (
    "id round_id organization_id region_code field government_id year act_type state explanation return_reason"
    " generated_at notified_at submitted_at answered_at next_due_at next_near_at"
)
_DEADLINE_COLUMNS = (
    "id rule_id event explanation_id started_at counted_from due_at near_at last_day is_provisional extensions ended_at"
)
_CITY, _YEAR, _EVENT = "4103", 2025, "SPECIAL_EXPLANATION"
_GENERATED = datetime(_YEAR, 12, 1, 9, tzinfo=CHINA)
_NEAR = timedelta(days=10)
# Days after the generation.
_NOTIFIED, _SUBMITTED, _ANSWERED = (timedelta(days=days) for days in (1, 14, 20))


async def explanations(_: Seeding) -> Tables:
    """Some special explanations of a year that is over."""
    return [
        versioned("special_explanation_round", _ROUND_COLUMNS, _rounds()),
        versioned("special_explanation", _EXPLANATION_COLUMNS, _explanations()),
        ("deadline", _DEADLINE_COLUMNS, _deadlines()),
    ]


def _rounds() -> Iterator[tuple[Any, ...]]:
    """A row of ``_ROUND_COLUMNS``: the city's generation for the year."""
    bureau = organization_id(_CITY, "JUDICIAL_BUREAU")
    yield _round(), bureau, _CITY, _YEAR, len(rows("special_explanations.csv")), _GENERATED


def _explanations() -> Iterator[tuple[Any, ...]]:
    """A row of ``_EXPLANATION_COLUMNS`` for each."""
    for row in rows("special_explanations.csv"):
        state, due = row["state"], _due()
        is_awaited = state in ("GENERATED", "NOTIFIED", "RETURNED")
        yield (
            _key(row),
            _round(),
            organization_id(row["region"], row["kind"], row["field"]),
            row["region"],
            row["field"] or None,
            organization_id(row["region"][:6], "GOVERNMENT"),
            _YEAR,
            row["act_type"],
            state,
            row["explanation"] or None,
            row["return_reason"] or None,
            _GENERATED,
            None if state == "GENERATED" else _GENERATED + _NOTIFIED,
            _GENERATED + _SUBMITTED if row["explanation"] else None,
            _GENERATED + _ANSWERED if state in ("ACCEPTED", "RETURNED") else None,
            due if is_awaited else None,
            due - _NEAR if is_awaited else None,
        )


def _deadlines() -> Iterator[tuple[Any, ...]]:
    """A row of ``_DEADLINE_COLUMNS`` for each that was ever due, and one more for what was returned."""
    for row in rows("special_explanations.csv"):
        ended = _GENERATED + _SUBMITTED if row["explanation"] else None
        yield _deadline(row, "first", _GENERATED, ended)
        if row["state"] == "RETURNED":
            yield _deadline(row, "again", _GENERATED + _ANSWERED, None)


def _deadline(row: dict[str, str], which: str, started: datetime, ended: datetime | None) -> tuple[Any, ...]:
    due = _due()
    key = stable_id("deadline", str(_key(row)), which)
    since = datetime(_YEAR, 1, 1, tzinfo=CHINA)
    return key, rule_id(_EVENT), _EVENT, _key(row), started, since, due, due - _NEAR, due.date(), False, 0, ended


def _due() -> datetime:
    return FixedDate(12, 31).of(_YEAR, WorkingCalendar({}, frozenset())).at


def _round() -> Any:
    return stable_id("special_explanation_round", _CITY, str(_YEAR))


def _key(row: dict[str, str]) -> Any:
    return stable_id("special_explanation", row["region"], row["field"], row["act_type"], str(_YEAR))
