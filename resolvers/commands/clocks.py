"""Deadlines in commands: started, ended, suspended and resumed with the act that does so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from models import (
    Action,
    Deadline,
    DeadlineEvent,
    DeadlineRule,
    DeadlineUnit,
    EnforcementCase,
    ErrorCode,
    Refusal,
    clock_changes,
    rule_for,
)
from models.base import Table
from models.counting import Count, FixedDate, WorkingCalendar, local_day
from models.deadline_terms import RIGHTS_OF_PARTIES, Resumption
from models.recounting import count_of, ends, period_of
from resolvers.commands.bars import is_barred
from resolvers.commands.unit_of_work import UnitOfWork

_CALENDAR = """
SELECT ARRAY(SELECT year FROM calendar_year), array_agg(day), array_agg(is_working) FROM calendar_day
"""
_LINKS = {model: link for link, model in Deadline.__part_of__.items()}


async def turn_clocks(work: UnitOfWork, action: Action, row: Table) -> None:
    """End and start the deadlines that the table of clocks says of this action."""
    fitting = [change for change in clock_changes(type(row).__name__, action) if change.fits(row)]
    # Several rows of the table ask for the same, which is asked of the database once.
    asked = dict.fromkeys(bar for change in fitting for bar in (*change.bars, *change.conditions))
    holds = {bar: await is_barred(work, row, [bar]) for bar in asked}
    changes = [
        change
        for change in fitting
        if not any(holds[bar] for bar in change.bars) and all(holds[bar] for bar in change.conditions)
    ]
    await end_deadlines(work, row, [event for change in changes for event in change.ends])
    await start_deadlines(work, row, [event for change in changes for event in change.starts], since=work.since)


async def start_deadlines(
    work: UnitOfWork, row: Any, events: Sequence[DeadlineEvent], *, since: datetime | None = None
) -> None:
    """Start deadlines of the row at the moment of the act; they count ``since`` another, or from when the row says."""
    await start_for_all(work, [row], events, since=since)


async def start_for_all(
    work: UnitOfWork, rows: Sequence[Any], events: Sequence[DeadlineEvent], *, since: datetime | None = None
) -> None:
    """Start the same deadlines of rows of one table; what runs already runs on."""
    if not events or not rows:
        return
    calendar, rules, of_rows = await working_calendar(work), await _rules(work, events), await _by_row(work, rows)
    for row in rows:
        of_row = of_rows[row.id]
        for event in [each for each in events if each not in [known.event for known in of_row]]:
            rule = _rule_for(work, rules, event, _region(row))
            deadline = Deadline(
                rule_id=rule.id,
                event=event,
                started_at=work.at,
                counted_from=since or getattr(row, "counted_from", None),
                **{_LINKS[type(row)]: row.id},
            )
            for name, value in ends(count_of(deadline, rule), rule.near_days, calendar).items():
                setattr(deadline, name, value)
            work.session.add(deadline)
            of_row.append(deadline)
        _renew_by(row, of_row)


async def date_of(work: UnitOfWork, event: DeadlineEvent, region: str, year: int | None = None) -> date:
    """The date that the rule of an event gives, in a year or else in that in which the rule comes into force.

    Raises ``Refusal`` where there is no such rule.
    """
    _, day = await rule_and_date(work, event, region, year)
    return day


async def rule_and_date(
    work: UnitOfWork, event: DeadlineEvent, region: str, year: int | None = None
) -> tuple[DeadlineRule, date]:
    """The rule of an event with the date that it gives, as ``date_of``."""
    rule = _rule_for(work, await _rules(work, [event]), event, region)
    period = period_of(rule)
    if not isinstance(period, FixedDate):
        raise Refusal(ErrorCode.NO_DEADLINE_RULE, event=event.name)
    return rule, local_day(period.of(year or rule.valid_from.year, await working_calendar(work)).at)


async def period_since(work: UnitOfWork, event: DeadlineEvent, region: str, day: date) -> tuple[date, int | None]:
    """The last day of the period that an event's rule gives, counted from a day, and its length.

    Raises ``Refusal`` where there is no such rule.
    """
    rule = _rule_for(work, await _rules(work, [event]), event, region)
    period = period_of(rule)
    if not isinstance(period, FixedDate) and period.unit is not DeadlineUnit.HOURS:
        last_day = period.from_day(day, await working_calendar(work)).last_day
        if last_day is not None:
            return last_day, rule.length
    raise Refusal(ErrorCode.NO_DEADLINE_RULE, event=event.name)


async def _rules(work: UnitOfWork, events: Sequence[DeadlineEvent]) -> Sequence[DeadlineRule]:
    return await work.where(DeadlineRule, "event = ANY($1)", [event.name for event in events])


def _rule_for(work: UnitOfWork, rules: Sequence[DeadlineRule], event: DeadlineEvent, region: str) -> DeadlineRule:
    rule = rule_for(rules, event, region, local_day(work.at))
    if rule is None:
        raise Refusal(ErrorCode.NO_DEADLINE_RULE, event=event.name)
    return rule


async def end_deadlines(
    work: UnitOfWork, row: Any, events: Collection[DeadlineEvent], *, at: datetime | None = None
) -> None:
    """End those of the row's running deadlines that are of these events, now or ``at`` an earlier moment.

    What stood still until then is judged by when it ends without that time.
    """
    if not events:
        return
    ended_at = at or work.at
    ending = [each for each in await running(work, row) if each.event in events]
    await _run_on(work, ending, ended_at)
    for deadline in ending:
        deadline.ended_at = ended_at
    await _renew(work, row)


async def suspend(work: UnitOfWork, row: Any, reason: str, *, is_offered: bool = False) -> None:
    """Suspend every running deadline of the row whose rule admits it, before it has passed; of a case that is offered
    all of them.
    """
    for deadline in await running(work, row):
        if deadline.suspended_at is None and (is_offered or await _is_suspensible(work, deadline)):
            deadline.suspended_at, deadline.reason = work.at, reason
    await _renew(work, row)


async def _is_suspensible(work: UnitOfWork, deadline: Deadline) -> bool:
    return deadline.due_at >= work.at and (await work.row(DeadlineRule, deadline.rule_id)).is_suspensible


async def resume(work: UnitOfWork, row: Any, *, suspended_at: datetime | None = None) -> None:
    """Let every suspended deadline of the row run on, or anew, as its rule says; or those suspended at one moment."""
    deadlines = await running(work, row)
    await _run_on(work, [each for each in deadlines if suspended_at in (None, each.suspended_at)], work.at)
    await _renew(work, row)


async def _run_on(work: UnitOfWork, deadlines: Sequence[Deadline], at: datetime) -> None:
    """Let those of the deadlines run on that stood still before a moment."""
    suspended = [(each, each.suspended_at) for each in deadlines if each.suspended_at is not None]
    if not suspended:
        return
    rules = await work.where(DeadlineRule, "id = ANY($1)", [each.rule_id for each, _ in suspended])
    by_id, calendar = {rule.id: rule for rule in rules}, await working_calendar(work)
    for deadline, since in suspended:
        if since <= at:
            rule = by_id[deadline.rule_id]
            # What had passed before it was suspended does not start anew.
            mode = rule.resumption if since < deadline.due_at else Resumption.RESUME
            if mode is Resumption.RESTART:
                deadline.extensions = 0
            _count(deadline, rule, count_of(deadline, rule).resumed(since, at, mode), calendar)
            deadline.suspended_at = None


async def extend(work: UnitOfWork, row: Any, event: DeadlineEvent, reason: str) -> None:
    """Extend a running deadline once more.  Raises ``Refusal`` where its rule does not admit that, or it has passed."""
    deadline = await running_of(work, row, event)
    rule = await work.row(DeadlineRule, deadline.rule_id)
    if not rule.extensions:
        raise Refusal(ErrorCode.NEVER_EXTENDED, field="event")
    has_passed = deadline.due_at < (deadline.suspended_at or work.at)
    if deadline.extensions >= rule.extensions or rule.extension_length is None or has_passed:
        raise Refusal(ErrorCode.NOT_EXTENSIBLE, field="event", limit=rule.extensions)
    count = count_of(deadline, rule).extended(rule.extension_length)
    _count(deadline, rule, count, await working_calendar(work))
    deadline.extensions, deadline.reason = deadline.extensions + 1, reason
    await _renew(work, row)


async def running(work: UnitOfWork, *rows: Any) -> Sequence[Deadline]:
    """The deadlines of rows of one table that have not ended, as this command leaves them until now."""
    link, keys = _LINKS[type(rows[0])], {row.id for row in rows}
    written = await work.where(Deadline, f"{link} = ANY($1) AND ended_at IS NULL", keys)
    started = [each for each in work.session.new if isinstance(each, Deadline) and getattr(each, link) in keys]
    return [each for each in (*written, *started) if each.ended_at is None]


async def _by_row(work: UnitOfWork, rows: Sequence[Any]) -> dict[Any, list[Deadline]]:
    of_rows: dict[Any, list[Deadline]] = defaultdict(list)
    for deadline in await running(work, *rows):
        of_rows[getattr(deadline, _LINKS[type(rows[0])])].append(deadline)
    return of_rows


async def _renew(work: UnitOfWork, row: Any) -> None:
    _renew_by(row, await running(work, row))


def _renew_by(row: Any, deadlines: Sequence[Deadline]) -> None:
    going = [each for each in deadlines if each.suspended_at is None]
    binding = [each for each in going if each.event not in RIGHTS_OF_PARTIES]
    row.next_due_at = min((each.due_at for each in binding), default=None)
    # One that ends later may be near sooner.
    row.next_near_at = min((each.near_at for each in binding), default=None)
    if isinstance(row, EnforcementCase):
        row.is_suspended = len(going) < len(deadlines)


async def running_of(work: UnitOfWork, row: Any, event: DeadlineEvent) -> Deadline:
    """The running deadline of the row for this event.  Raises ``Refusal`` where there is none."""
    for deadline in await running(work, row):
        if deadline.event is event:
            return deadline
    raise Refusal(ErrorCode.NO_SUCH_DEADLINE, field="event", event=event.name)


def _region(row: Any) -> str:
    for name in ("region_code", "sender_region_code", "applicant_region_code"):
        if hasattr(row, name):
            region: str = getattr(row, name)
            return region
    raise TypeError(f"{row!r} stands in no region")


async def working_calendar(work: UnitOfWork) -> WorkingCalendar:
    """The official calendar as far as it is announced."""
    years, days, are_working = await (await work.driver()).fetchrow(_CALENDAR)
    return WorkingCalendar(dict(zip(days or (), are_working or (), strict=True)), frozenset(years))


def _count(deadline: Deadline, rule: DeadlineRule, count: Count, calendar: WorkingCalendar) -> None:
    deadline.counted_from, deadline.extended_by = count.since, count.extended_by
    deadline.pauses = list(count.pauses)
    for name, value in ends(count, rule.near_days, calendar).items():
        setattr(deadline, name, value)
