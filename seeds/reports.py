"""Quarterly reports of some of Luoyang's bodies and the bulletins drawn from them: made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from models.counting import CHINA, Due, Period, WorkingCalendar, quarter_end
from models.deadline_terms import DeadlineUnit
from seeds.batch import Seeding, Tables, versioned
from seeds.calendar import calendar_days
from seeds.deadlines import rule_id
from seeds.organizations import organization_id, rows, stable_id

_REPORT_COLUMNS = (
    "id organization_id region_code field reviewer_id government_id year quarter edition predecessor_id state progress"
    " problems plans review_opinion return_reason drafted_at submitted_at answered_at next_due_at next_near_at"
)
_DEADLINE_COLUMNS = (
    "id rule_id event report_id started_at counted_from due_at near_at last_day is_provisional extensions ended_at"
)
_BULLETIN_COLUMNS = "id organization_id region_code number title content state drafted_at published_at"
_CITY, _EVENT, _YEAR, _NEAR = "4103", "QUARTERLY_REPORT", 2026, timedelta(days=3)
_GOVERNMENT = organization_id(_CITY, "GOVERNMENT")
_BULLETINS = (
    (1, 1, "关于2026年第一季度行政执法协调监督工作情况的通报", "各县区试点工作总体进展顺利，现将有关情况通报如下。"),
    (2, None, "关于2026年上半年行政执法协调监督工作情况的通报", "上半年案卷评查、案件回访工作情况通报如下。"),
)


async def reports(_: Seeding) -> Tables:
    """Some quarterly reports and bulletins."""
    return [
        versioned("progress_report", _REPORT_COLUMNS, _reports()),
        ("deadline", _DEADLINE_COLUMNS, _report_deadlines()),
        versioned("bulletin", _BULLETIN_COLUMNS, _bulletins()),
        ("bulletin_report", "bulletin_id report_id", _bulletin_reports()),
        ("number_series", "organization_id series year last", _bulletin_numbers()),
    ]


def _reports() -> Iterator[tuple[Any, ...]]:
    """A row of ``_REPORT_COLUMNS`` for each edition."""
    for row in rows("progress_reports.csv"):
        drafted, submitted, answered = _moments(row)
        due, state, edition = _due(row).at, row["state"], int(row["edition"])
        yield (
            _key(row),
            organization_id(row["region"], row["kind"], row["field"]),
            row["region"],
            row["field"] or None,
            organization_id(_CITY, "JUDICIAL_BUREAU"),
            _GOVERNMENT,
            int(row["year"]),
            int(row["quarter"]),
            edition,
            _key(row, edition - 1) if edition > 1 else None,
            state,
            row["progress"],
            row["problems"] or None,
            row["plans"] or None,
            row["answer"] if state in ("REVIEWED", "BULLETINED") else None,
            row["answer"] if state == "RETURNED" else None,
            drafted,
            submitted,
            answered,
            due if state == "DRAFT" else None,
            due - _NEAR if state == "DRAFT" else None,
        )


def _report_deadlines() -> Iterator[tuple[Any, ...]]:
    """A row of ``_DEADLINE_COLUMNS`` for each edition."""
    for row in rows("progress_reports.csv"):
        drafted, submitted, _ = _moments(row)
        due = _due(row)
        key = stable_id("deadline", str(_key(row)))
        since = datetime.combine(_last_day(row), time(), CHINA)
        ends = due.at, due.at - _NEAR, due.last_day, due.is_provisional
        yield key, rule_id(_EVENT), _EVENT, _key(row), drafted, since, *ends, 0, submitted


def _bulletins() -> Iterator[tuple[Any, ...]]:
    """A row of ``_BULLETIN_COLUMNS`` for each: one is published, one a draft."""
    for quarter, number, title, content in _BULLETINS:
        drafted = datetime.combine(quarter_end(_YEAR, quarter), time(9), CHINA) + timedelta(days=25)
        named = f"洛阳市人民政府通报字〔{_YEAR}〕{number}号" if number else None
        state, published = ("PUBLISHED", drafted + timedelta(days=3)) if number else ("DRAFT", None)
        yield _bulletin(quarter), _GOVERNMENT, _CITY, named, title, content, state, drafted, published


def _bulletin_reports() -> Iterator[tuple[Any, ...]]:
    """The keys of a bulletin and of a report that it draws on."""
    for row in rows("progress_reports.csv"):
        if row["state"] in ("BULLETINED", "REVIEWED"):
            yield _bulletin(int(row["quarter"])), _key(row)


def _bulletin_numbers() -> Iterator[tuple[Any, ...]]:
    """The last number given: body, series, year and number."""
    yield _GOVERNMENT, "通报字", _YEAR, max(number or 0 for _, number, _, _ in _BULLETINS)


def _last_day(row: dict[str, str]) -> Any:
    return quarter_end(int(row["year"]), int(row["quarter"]))


def _due(row: dict[str, str]) -> Due:
    days = {day: is_working for day, is_working, _ in calendar_days(_YEAR)}
    return Period(10, DeadlineUnit.WORKING).from_day(_last_day(row), WorkingCalendar(days, frozenset({_YEAR})))


def _moments(row: dict[str, str]) -> tuple[datetime, datetime | None, datetime | None]:
    # Drafted in the days after the quarter, a later edition a week after the one before.
    drafted = datetime.combine(_last_day(row), time(9), CHINA) + timedelta(days=7 * int(row["edition"]))
    is_draft, is_answered = row["state"] == "DRAFT", bool(row["answer"])
    return (
        drafted,
        None if is_draft else drafted + timedelta(days=2),
        drafted + timedelta(days=6) if is_answered else None,
    )


def _key(row: dict[str, str], edition: int | None = None) -> Any:
    number = str(edition or row["edition"])
    return stable_id("progress_report", row["region"], row["field"], row["year"], row["quarter"], number)


def _bulletin(quarter: int) -> Any:
    return stable_id("bulletin", _CITY, str(_YEAR), str(quarter))
