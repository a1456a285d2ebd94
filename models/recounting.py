"""When a deadline ends, counted from what is recorded of it: at each act, and again when the calendar changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from models.base import Table
from models.clock import Deadline
from models.counting import Count, FixedDate, Period, WorkingCalendar
from models.deadline import DeadlineRule
from models.deadline_terms import RIGHTS_OF_PARTIES, DeadlineUnit
from models.supervision import DOCUMENTS_WITH_CLOCKS

# What is provisional has an index of its own, which serves no other condition beside it.
_PROVISIONAL = "d.is_provisional AND d.ended_at IS NULL"
_PROVISIONAL_OR_LATER = """d.ended_at IS NULL AND (
    d.is_provisional OR d.due_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai')"""
_DEADLINES = """
SELECT d.id, d.started_at, d.counted_from, d.extended_by, d.pauses, r.length, r.month, r.day, r.unit, r.rolls_over,
       r.near_days, {links}
FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id
WHERE {stale}
FOR UPDATE OF d
"""
# Commands lock what a deadline is of before the deadline, a dispute before its transfer and that before its case, but
# for disputes that end with a hand-over.
_HOLD = """
SELECT FROM {table} o
WHERE EXISTS (SELECT FROM deadline d WHERE d.{link} = o.id AND {stale})
ORDER BY o.id FOR UPDATE
"""
_RECOUNT = "UPDATE deadline SET due_at = $2, last_day = $3, near_at = $4, is_provisional = $5 WHERE id = $1"
_RENEW = """
UPDATE {table} o SET next_due_at = n.due_at, next_near_at = n.near_at
FROM (SELECT {link} AS id, min(due_at) AS due_at, min(near_at) AS near_at FROM deadline
      WHERE {link} = ANY($1) AND ended_at IS NULL AND suspended_at IS NULL AND event <> ALL($2) GROUP BY {link}) n
WHERE o.id = n.id
"""
# The document that a clock of a matter belongs to names its last day.
_RENEW_DOCUMENTS = """
UPDATE supervision_document s SET due_on = (d.due_at AT TIME ZONE 'Asia/Shanghai')::date
FROM deadline d JOIN supervision_matter m ON m.id = d.matter_id
WHERE d.matter_id = ANY($1) AND d.event = $2 AND d.ended_at IS NULL AND s.id = (
    SELECT l.id FROM supervision_document l
    WHERE l.matter_id = m.id AND l.organization_id = m.organization_id AND l.effect = ANY($3)
    ORDER BY l.id DESC LIMIT 1)
"""
_MISSED = """
SELECT EXISTS (SELECT FROM deadline d WHERE d.is_provisional AND d.ended_at IS NULL AND NOT EXISTS (
    SELECT FROM generate_series(
        extract(year FROM coalesce(d.counted_from, d.started_at) AT TIME ZONE 'Asia/Shanghai')::integer,
        extract(year FROM d.due_at AT TIME ZONE 'Asia/Shanghai')::integer) AS needed(year)
    WHERE needed.year NOT IN (SELECT year FROM calendar_year)))
"""
# Longer than an act takes that may have counted by the days before.
_AMENDED = """
SELECT id, amended_from FROM calendar_year
WHERE amended_from IS NOT NULL AND updated_at < now() - interval '1 minute' FOR UPDATE
"""


def period_of(rule: DeadlineRule) -> Period | FixedDate:
    """The length of time that a rule gives, or the date."""
    return _period(rule.length, rule.month, rule.day, rule.unit, rule.rolls_over)


def count_of(deadline: Deadline, rule: DeadlineRule) -> Count:
    """How a deadline counts."""
    since = deadline.counted_from or deadline.started_at
    return Count(period_of(rule), since, deadline.extended_by or 0, tuple(deadline.pauses or ()))


def ends(count: Count, near_days: int, calendar: WorkingCalendar) -> dict[str, Any]:
    """The columns of a deadline that say when it ends."""
    due = count.due(calendar)
    near = due.at - timedelta(days=near_days)
    return {"due_at": due.at, "last_day": due.last_day, "near_at": near, "is_provisional": due.is_provisional}


async def recount(connection: Any, since: date | None = None) -> int:
    """Count what is provisional and still runs again, by the calendar as it is now; answers how many that were.

    With ``since`` all that ends on that day or later.

    ``connection`` is asyncpg's, in the transaction that changed the calendar.
    """
    links: dict[str, type[Table]] = dict(Deadline.__part_of__)
    stale, values = (_PROVISIONAL, ()) if since is None else (_PROVISIONAL_OR_LATER, (since,))
    calendar = await _working_calendar(connection)
    recounted: list[tuple[Any, ...]] = []
    touched: dict[str, set[Any]] = {link: set() for link in links}
    for link in reversed(links):
        await connection.execute(_HOLD.format(table=links[link].__tablename__, link=link, stale=stale), *values)
    for row in await connection.fetch(_DEADLINES.format(links=", ".join(links), stale=stale), *values):
        unit = DeadlineUnit[row["unit"]]
        period = _period(row["length"], row["month"], row["day"], unit, row["rolls_over"])
        started = row["counted_from"] or row["started_at"]
        count = Count(period, started, row["extended_by"] or 0, tuple(row["pauses"] or ()))
        recounted.append((row["id"], *ends(count, row["near_days"], calendar).values()))
        for link in links:
            touched[link] |= {row[link]} - {None}
    await connection.executemany(_RECOUNT, recounted)
    for link, keys in touched.items():
        if keys:
            renew = _RENEW.format(table=links[link].__tablename__, link=link)
            await connection.execute(renew, sorted(keys), [each.name for each in RIGHTS_OF_PARTIES])
    for event, effects in DOCUMENTS_WITH_CLOCKS.items():
        of = (sorted(touched["matter_id"]), event.name, [each.name for each in effects])
        await connection.execute(_RENEW_DOCUMENTS, *of)
    return len(recounted)


async def recount_missed(connection: Any) -> int:
    """Count again what was started while a year was announced, by acts that did not see the year yet.

    Neither waits for the other, since an act holds its rows before it counts.  Answers how many were counted.
    """
    async with connection.transaction():
        return await recount(connection) if await connection.fetchval(_MISSED) else 0


async def recount_amended(connection: Any) -> int:
    """Count again what ends on days that were amended, once no act can count by the calendar before any more.

    Answers how many were counted.
    """
    async with connection.transaction():
        amended = await connection.fetch(_AMENDED)
        if not amended:
            return 0
        recounted = await recount(connection, min(row["amended_from"] for row in amended))
        await connection.execute(
            "UPDATE calendar_year SET amended_from = NULL WHERE id = ANY($1)", [row["id"] for row in amended]
        )
        return recounted


def _period(
    length: int | None, month: int | None, day: int | None, unit: DeadlineUnit, rolls_over: bool
) -> Period | FixedDate:
    if length is not None:
        return Period(length, unit, rolls_over)
    if month is None or day is None:
        raise TypeError("a rule gives a length or a date")
    return FixedDate(month, day, rolls_over)


async def _working_calendar(connection: Any) -> WorkingCalendar:
    days = await connection.fetch("SELECT day, is_working FROM calendar_day")
    years = await connection.fetch("SELECT year FROM calendar_year")
    return WorkingCalendar({row["day"]: row["is_working"] for row in days}, frozenset(row["year"] for row in years))
