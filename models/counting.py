"""Counting of periods: 民法典 201–204, 行政处罚法 85, and the State Council's calendar of working days.

Days are days in Asia/Shanghai.  The day on which a period starts does not count; one of days ends with its
last day, and a calendar period whose last day is a rest day with the next working day.  Moments carry their
offset; one without raises ``ValueError``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone

from models.deadline_terms import DeadlineUnit, Resumption

CHINA = timezone(timedelta(hours=8))
_DAY = timedelta(days=1)
_LAST_MOMENT = time(23, 59, 59, tzinfo=CHINA)
_SATURDAY = 5


@dataclass(frozen=True)
class Due:
    """When a period ends, and its last day before that moved to the next working day; none for hours.

    ``is_provisional`` when a year that is not announced yet had a part in it.
    """

    at: datetime
    last_day: date | None = None
    is_provisional: bool = False


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked: the exceptions of the announced years, weekends in any other."""

    exceptions: Mapping[date, bool]
    announced: frozenset[int]

    def is_working(self, day: date) -> bool:
        """Whether the day is worked, as far as is known."""
        return self.exceptions.get(day, day.weekday() < _SATURDAY)

    def knows(self, day: date) -> bool:
        """Whether the official calendar of the day's year is announced."""
        return day.year in self.announced


@dataclass(frozen=True)
class Period:
    """A length of time: ``length`` units; ``rolls_over`` a last day of rest to the next working day."""

    length: int
    unit: DeadlineUnit
    rolls_over: bool = True

    def longer(self, units: int) -> Period:
        """The period with so many units more."""
        return replace(self, length=self.length + units)

    def from_moment(self, start: datetime, calendar: WorkingCalendar) -> Due:
        """When the period ends that starts at this moment."""
        if self.unit is DeadlineUnit.HOURS:
            return Due(_local(start) + timedelta(hours=self.length))
        return self._from_day(local_day(start), self.length, calendar)

    def from_day(self, start: date, calendar: WorkingCalendar) -> Due:
        """When the period of days ends that starts in the course of this day.

        Raises ``ValueError`` for one of hours, which has no day to start on.
        """
        if self.unit is DeadlineUnit.HOURS:
            raise ValueError("a period of hours starts at a moment, not on a day")
        return self._from_day(start, self.length, calendar)

    def resumed(self, due: Due, suspended: datetime, resumed: datetime, calendar: WorkingCalendar) -> Due:
        """When it ends after it did not run between two moments.

        What was left is counted: the day of the suspension has elapsed and, as a starting day, that of the
        resumption does not count.  Where nothing was left to count, the last day is had again on the day of the
        resumption.  A period that had ended before it was suspended is not revived.  Raises ``ValueError`` when
        it resumes before it was suspended.
        """
        if resumed < suspended:
            raise ValueError("a period cannot resume before it was suspended")
        if suspended >= due.at:
            return due
        if due.last_day is None:
            return Due(_local(resumed) + (due.at - suspended))
        if local_day(suspended) == local_day(resumed):
            return due
        left = self._left(local_day(suspended), due.last_day, calendar)
        return self._hereditary(due, self._from_day(local_day(resumed), left, calendar))

    def _hereditary(self, old: Due, new: Due) -> Due:
        # Working days counted from a provisional last day are as uncertain as that day is; calendar days are not.
        if self.unit is DeadlineUnit.CALENDAR:
            return new
        return replace(new, is_provisional=new.is_provisional or old.is_provisional)

    def _from_day(self, start: date, length: int, calendar: WorkingCalendar) -> Due:
        if length < 0:
            raise ValueError("a period has no negative length")
        day, provisional = start, False
        if self.unit is DeadlineUnit.CALENDAR:
            day += _DAY * length
        else:
            left = length
            while left:
                day += _DAY
                provisional |= not calendar.knows(day)
                left -= calendar.is_working(day)
        return end_of(day, calendar, rolls_over=self.rolls_over, provisional=provisional)

    def _left(self, after: date, until: date, calendar: WorkingCalendar) -> int:
        days = max(0, (until - after).days)
        if self.unit is DeadlineUnit.CALENDAR:
            return days
        return sum(calendar.is_working(after + _DAY * number) for number in range(1, days + 1))


@dataclass(frozen=True)
class FixedDate:
    """A day of the year, such as 31 December; ``rolls_over`` a day of rest to the next working day."""

    month: int
    day: int
    rolls_over: bool = False

    def of(self, year: int, calendar: WorkingCalendar) -> Due:
        """The end of that day in a year.  Raises ``ValueError`` where the year has no such day."""
        return end_of(date(year, self.month, self.day), calendar, rolls_over=self.rolls_over)

    def longer(self, units: int) -> FixedDate:
        """The date itself.  Raises ``ValueError`` for any units, which a date has none of."""
        if units:
            raise ValueError("a date is not extended")
        return self

    def from_moment(self, start: datetime, calendar: WorkingCalendar) -> Due:
        """The end of the date in the year of this moment."""
        return self.of(local_day(start).year, calendar)

    def resumed(self, due: Due, suspended: datetime, resumed: datetime, calendar: WorkingCalendar) -> Due:
        """The date, whatever stood still."""
        return due


@dataclass(frozen=True)
class Count:
    """A period or a date under way, as it can be counted again whenever more of the calendar is known.

    It runs from ``since``, ``extended_by`` units longer than the period; ``pauses`` are the moments between which
    it stood still, in pairs.
    """

    period: Period | FixedDate
    since: datetime
    extended_by: int = 0
    pauses: tuple[datetime, ...] = ()

    def due(self, calendar: WorkingCalendar) -> Due:
        """When it ends, as far as the calendar is known."""
        whole = self.period.longer(self.extended_by)
        due = whole.from_moment(self.since, calendar)
        moments = iter(self.pauses)
        for suspended, resumed in zip(moments, moments, strict=True):
            due = whole.resumed(due, suspended, resumed, calendar)
        return due

    def extended(self, length: int) -> Count:
        """The same, so many units longer."""
        return replace(self, extended_by=self.extended_by + length)

    def resumed(self, suspended: datetime, at: datetime, mode: Resumption) -> Count:
        """The same after a pause: RESUME goes on with what was left, RESTART counts the full period from now."""
        if mode is Resumption.RESTART:
            return Count(self.period, at)
        return replace(self, pauses=(*self.pauses, suspended, at))


def end_of(day: date, calendar: WorkingCalendar, *, rolls_over: bool = True, provisional: bool = False) -> Due:
    """The last moment of a day, or of the next working day if it is a day of rest."""
    last_day = day
    while rolls_over:
        provisional |= not calendar.knows(day)
        if calendar.is_working(day):
            break
        day += _DAY
    return Due(last_moment_of(day), last_day, provisional)


def quarter_end(year: int, quarter: int) -> date:
    """The last day of a quarter, 1 to 4.  Raises ``ValueError`` for any other number."""
    if quarter not in range(1, 5):
        raise ValueError(f"a year has no quarter {quarter}")
    first_of_next = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return first_of_next - _DAY


def moments_of(first: date, last: date) -> tuple[datetime, datetime]:
    """The moment at which the first day begins in Asia/Shanghai, and that at which the last one is over."""
    since, until = (datetime.combine(day, time(), CHINA) for day in (first, last + _DAY))
    return since, until


def last_moment_of(day: date) -> datetime:
    """The last moment of a day in Asia/Shanghai: of what was done on it no more is known than that it was not over."""
    return datetime.combine(day, _LAST_MOMENT)


def local_day(moment: datetime) -> date:
    """The day in Asia/Shanghai."""
    return _local(moment).date()


def _local(moment: datetime) -> datetime:
    # A moment without offset would silently be taken for one of the machine's time zone.
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset")
    return moment.astimezone(CHINA)
