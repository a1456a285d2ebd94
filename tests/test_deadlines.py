"""Deadlines against dates worked out by hand.

Each case carries its reasoning: day of the month, then how many are counted; what is left out is no working day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import DeadlineUnit, Resumption
from models.counting import CHINA, Count, Due, FixedDate, Period, WorkingCalendar, end_of, local_day, quarter_end
from tests.notices import OFFICIAL

HOURS, CALENDAR, WORKING = DeadlineUnit.HOURS, DeadlineUnit.CALENDAR, DeadlineUnit.WORKING
RESUME, RESTART = Resumption.RESUME, Resumption.RESTART


def at(moment: str) -> datetime:
    """A moment in Luoyang, noon where no time is given."""
    return datetime.fromisoformat(moment if "T" in moment else f"{moment}T12:00").replace(tzinfo=CHINA)


def end(day: str) -> datetime:
    return at(f"{day}T23:59:59")


WORKED_OUT = [
    # Spring Festival and National Day
    ("2023-01-19", 5, WORKING, "2023-01-31", "五20=1; 21–27 rest; 六28=2 日29=3 worked; 30=4 31=5"),
    ("2023-09-27", 5, WORKING, "2023-10-10", "四28=1; 29–6 rest; 六7=2 日8=3 worked; 9=4 10=5"),
    ("2024-02-08", 7, WORKING, "2024-02-23", "五9=1, New Year's Eve is worked; 10–17 rest; 日18=2 worked; 19–23=3–7"),
    ("2024-09-30", 7, WORKING, "2024-10-15", "1–7 rest; 8=1 9=2 10=3 11=4; 六12=5 worked; 一14=6 15=7"),
    ("2025-01-24", 5, WORKING, "2025-02-07", "日26=1 worked; 27=2; 28–4 rest; 三5=3 6=4 7=5"),
    ("2025-01-24", 6, WORKING, "2025-02-08", "as before; 六8=6 worked"),
    ("2025-01-24", 7, WORKING, "2025-02-10", "as before; 日9 rest; 一10=7"),
    ("2025-09-30", 3, WORKING, "2025-10-11", "1–8 rest; 四9=1 五10=2; 六11=3 worked"),
    ("2026-02-13", 5, WORKING, "2026-02-27", "六14=1 worked; 15–23 rest; 二24=2 25=3 26=4 27=5"),
    ("2026-02-13", 6, WORKING, "2026-02-28", "as before; 六28=6 worked"),
    ("2026-09-30", 3, WORKING, "2026-10-10", "1–7 rest; 四8=1 五9=2; 六10=3 worked"),
    # make-up working days and plain weekends
    ("2024-02-03", 3, WORKING, "2024-02-06", "日4=1 worked; 5=2 6=3"),
    ("2025-03-14", 1, WORKING, "2025-03-17", "五14 starts; 15 16 weekend; 一17=1"),
    ("2025-03-15", 1, WORKING, "2025-03-17", "starts on a Saturday: 日16 rest; 一17=1"),
    # the starting day does not count, at whatever hour
    ("2025-03-17T00:00:00", 1, WORKING, "2025-03-18", "一17 starts; 18=1"),
    ("2025-03-17T23:59:59", 1, WORKING, "2025-03-18", "一17 starts; 18=1"),
    ("2025-03-17T00:00:00", 1, CALENDAR, "2025-03-18", "一17 starts; 18=1"),
    # the last day of a calendar period is a day of rest
    ("2025-03-14", 15, CALENDAR, "2025-03-31", "14+15=29 Saturday; Monday is the 31st"),
    ("2023-09-27", 3, CALENDAR, "2023-10-07", "27+3=30, rest to 10-06; 六7 is worked"),
    ("2024-01-12", 30, CALENDAR, "2024-02-18", "12+30=02-11, rest to 02-17; 日18 is worked"),
    ("2025-07-05", 90, CALENDAR, "2025-10-09", "07-31=26 08-31=57 09-30=87 10-03=90, rest to 10-08"),
    ("2025-01-09", 30, CALENDAR, "2025-02-08", "01-31=22 02-08=30: a Saturday, but worked"),
    ("2024-01-29", 31, CALENDAR, "2024-02-29", "01-31=2 02-29=31, a Thursday of a leap year"),
]


@pytest.mark.parametrize(("start", "length", "unit", "last", "why"), WORKED_OUT)
def test_worked_out_by_hand(start: str, length: int, unit: DeadlineUnit, last: str, why: str) -> None:
    due = Period(length, unit).from_moment(at(start), OFFICIAL)
    assert (due.at, due.is_provisional) == (end(last), False), why
    assert Period(length, unit).from_day(local_day(at(start)), OFFICIAL) == due


def test_a_rule_may_say_that_the_last_day_stays() -> None:
    due = Period(30, CALENDAR, rolls_over=False).from_moment(at("2024-01-12"), OFFICIAL)
    assert due == Due(end("2024-02-11"), date(2024, 2, 11))


def test_hours_run_through_holidays_to_the_minute() -> None:
    due = Period(24, HOURS).from_moment(at("2024-02-09T17:30"), OFFICIAL)
    assert due == Due(at("2024-02-10T17:30"))
    assert due.at.isoformat() == "2024-02-10T17:30:00+08:00"


def test_the_day_is_the_day_in_china() -> None:
    evening = datetime(2025, 3, 16, 16, 30, tzinfo=UTC)  # 00:30 on Monday the 17th
    assert Period(1, WORKING).from_moment(evening, OFFICIAL).at == end("2025-03-18")
    assert Period(2, HOURS).from_moment(evening, OFFICIAL).at.isoformat() == "2025-03-17T02:30:00+08:00"


def test_what_cannot_be_counted_is_refused() -> None:
    naive = datetime(2025, 3, 17, 12)
    for unit in DeadlineUnit:
        with pytest.raises(ValueError, match="offset"):
            Period(1, unit).from_moment(naive, OFFICIAL)
    with pytest.raises(ValueError, match="hours"):
        Period(1, HOURS).from_day(date(2025, 3, 17), OFFICIAL)
    for unit in (CALENDAR, WORKING):
        with pytest.raises(ValueError, match="negative"):
            Period(-1, unit).from_moment(at("2025-03-17"), OFFICIAL)
    with pytest.raises(ValueError, match="resume"):
        Count(Period(1, WORKING), at("2025-03-14")).resumed(at("2025-03-17"), at("2025-03-16"), RESUME).due(OFFICIAL)


def test_fixed_dates_and_quarters() -> None:
    assert FixedDate(12, 31).of(2025, OFFICIAL).at == end("2025-12-31")
    assert FixedDate(1, 31).of(2026, OFFICIAL).at == end("2026-01-31")  # a Saturday
    assert FixedDate(1, 31, rolls_over=True).of(2026, OFFICIAL).at == end("2026-02-02")
    assert not FixedDate(12, 31).of(2027, OFFICIAL).is_provisional
    # Under way it is the date of the year in which it counts, whatever stood still; it is not extended.
    since = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    count = Count(FixedDate(12, 31), since).resumed(since, since + timedelta(days=3), Resumption.RESUME)
    assert count.due(OFFICIAL).at == end("2026-12-31")
    with pytest.raises(ValueError, match="not extended"):
        count.extended(1).due(OFFICIAL)
    with pytest.raises(ValueError, match="day"):
        FixedDate(2, 29).of(2025, OFFICIAL)
    ends = [quarter_end(2025, quarter) for quarter in (1, 2, 3, 4)]
    assert ends == [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)]
    with pytest.raises(ValueError, match="quarter 5"):
        quarter_end(2025, 5)
    # 1–8 rest; 9=1 10=2; Saturday 11=3 worked; 13–17=4–8; 20=9 21=10
    assert Period(10, WORKING).from_day(quarter_end(2025, 3), OFFICIAL).at == end("2025-10-21")


class TestSuspension:
    # 90 days from 03-03: 03-31=28 04-30=58 05-31=89 06-01=90, rest to 06-02, so 06-03
    NINETY, FROM_MARCH = Period(90, CALENDAR), "2025-03-03"
    # 10 from 二04-22: 23=1 24=2 25=3; 日27=4 worked; 28=5 29=6 30=7; 1–5 rest; 6=8 7=9 8=10
    TEN, FROM_APRIL = Period(10, WORKING), "2025-04-22"

    @pytest.mark.parametrize(
        ("period", "days", "mode", "due", "why"),
        [
            (NINETY, (FROM_MARCH, "2025-03-13", "2025-04-10"), RESUME, "2025-06-30", "80 left: 06-29, a Sunday"),
            (NINETY, (FROM_MARCH, "2025-03-13", "2025-04-10"), RESTART, "2025-07-09", "04-30=20 05-31=51 06-30=81"),
            (TEN, (FROM_APRIL, "2025-04-28", "2025-05-08"), RESUME, "2025-05-15", "5 left: 9=1; 12–15=2–5"),
            (TEN, (FROM_APRIL, "2025-04-28", "2025-05-08"), RESTART, "2025-05-22", "9=1; 12–16=2–6; 19–22=7–10"),
            (TEN, (FROM_APRIL, "2025-05-03", "2025-05-12"), RESUME, "2025-05-15", "in a holiday, 3 left: 13 14 15"),
            (TEN, (FROM_APRIL, "2025-05-08", "2025-05-12"), RESUME, "2025-05-12", "on its last day, had again"),
            (
                NINETY,
                (FROM_MARCH, "2025-06-02", "2025-06-10"),
                RESUME,
                "2025-06-10",
                "waiting for a working day",
            ),
            (NINETY, (FROM_MARCH, "2025-06-02", "2025-06-14"), RESUME, "2025-06-16", "the same, resumed on a Saturday"),
            (TEN, (FROM_APRIL, "2025-05-09", "2025-06-09"), RESUME, "2025-05-08", "it had ended before"),
            (TEN, (FROM_APRIL, "2025-04-28", "2025-04-28"), RESUME, "2025-05-08", "for no time"),
        ],
    )
    def test_of_days(self, period: Period, days: tuple[str, str, str], mode: Resumption, due: str, why: str) -> None:
        start, suspended, resumed = (at(day) for day in days)
        assert Count(period, start).resumed(suspended, resumed, mode).due(OFFICIAL).at == end(due), why

    @pytest.mark.parametrize("day", ["2025-03-03", "2025-05-31", "2025-06-01", "2025-06-02", "2025-06-03"])
    def test_within_a_day_changes_nothing(self, day: str) -> None:
        first = Count(self.NINETY, at(self.FROM_MARCH))
        assert first.due(OFFICIAL) == Due(end("2025-06-03"), date(2025, 6, 1))
        assert first.resumed(at(f"{day}T09:00"), at(f"{day}T17:00"), RESUME).due(OFFICIAL) == first.due(OFFICIAL)

    def test_of_hours(self) -> None:
        first = Count(Period(24, HOURS), at("2025-04-28T09:00"))
        stopped, again = at("2025-04-28T15:00"), at("2025-05-06T08:00")
        # 18 were left.
        assert first.resumed(stopped, again, RESUME).due(OFFICIAL) == Due(at("2025-05-07T02:00"))
        assert first.resumed(stopped, again, RESTART).due(OFFICIAL) == Due(at("2025-05-07T08:00"))

    def test_twice_and_after_an_extension(self) -> None:
        first = Count(self.TEN, at(self.FROM_APRIL))
        # 5 left on 04-28; from 05-08: 9=1 12=2, suspended with 3 left; from 05-20: 21 22 23
        once = first.resumed(at("2025-04-28"), at("2025-05-08"), RESUME)
        twice = once.resumed(at("2025-05-12"), at("2025-05-20"), RESUME)
        assert twice.due(OFFICIAL).at == end("2025-05-23")
        # 10 + 5 = 05-15; on 04-28 10 were left; from 05-08: 9=1 12–16=2–6 19–22=7–10
        longer = first.extended(5)
        assert longer.resumed(at("2025-04-28"), at("2025-05-08"), RESUME).due(OFFICIAL).at == end("2025-05-22")
        # The same when it is extended after the pause; anew it is as long as the rule says.
        assert once.extended(5).due(OFFICIAL).at == end("2025-05-22")
        assert longer.resumed(at("2025-04-28"), at("2025-05-08"), RESTART) == Count(self.TEN, at("2025-05-08"))


def test_extension_counts_from_the_old_last_day() -> None:
    seizure = Count(Period(30, CALENDAR), at("2024-01-12"))
    # 02-11 was moved to 02-18, yet 30 + 30 are 60 days: 02-29=18 03-12=30
    assert (seizure.due(OFFICIAL).at, seizure.extended(30).due(OFFICIAL).at) == (end("2024-02-18"), end("2024-03-12"))
    # 04-22 + 10 = 05-08; 9=1; 12–15=2–5
    clue = Count(Period(10, WORKING), at("2025-04-22"))
    assert clue.extended(5).due(OFFICIAL) == Due(end("2025-05-15"), date(2025, 5, 15))
    urgent = Count(Period(24, HOURS), at("2025-04-30T08:00"))
    assert urgent.extended(12).due(OFFICIAL) == Due(at("2025-05-01T20:00"))


class TestYearNotAnnounced:
    """2027-01-01 is a Friday; until 2027 is announced it counts as worked."""

    def test_working_days_are_provisional_until_it_is_announced(self) -> None:
        three = Period(3, WORKING)
        due = three.from_moment(at("2026-12-30"), OFFICIAL)  # 四31=1; 五1=2; 一4=3
        assert due == Due(end("2027-01-04"), date(2027, 1, 4), is_provisional=True)
        announced = WorkingCalendar({**OFFICIAL.exceptions, date(2027, 1, 1): False}, OFFICIAL.announced | {2027})
        assert three.from_moment(at("2026-12-30"), announced) == Due(end("2027-01-05"), date(2027, 1, 5))

    @pytest.mark.parametrize(
        ("period", "start", "due", "is_provisional"),
        [
            (Period(1, WORKING), "2026-12-30", "2026-12-31", False),
            (Period(30, CALENDAR), "2026-12-01", "2026-12-31", False),
            (Period(31, CALENDAR), "2026-12-01", "2027-01-01", True),
            (Period(31, CALENDAR, rolls_over=False), "2026-12-01", "2027-01-01", False),
            (Period(2, WORKING, rolls_over=False), "2026-12-30", "2027-01-01", True),
        ],
    )
    def test_only_where_it_has_a_part(self, period: Period, start: str, due: str, is_provisional: bool) -> None:
        found = period.from_moment(at(start), OFFICIAL)
        assert (found.at, found.is_provisional) == (end(due), is_provisional)

    def test_hours_never_are(self) -> None:
        assert not Period(24, HOURS).from_moment(at("2027-01-01"), OFFICIAL).is_provisional

    def test_what_is_counted_from_a_provisional_day_is_provisional(self) -> None:
        gap = WorkingCalendar({}, frozenset({2025, 2026, 2028}))
        three = Count(Period(3, WORKING, rolls_over=False), at("2027-12-28"))  # 29=1 30=2 31=3, all in 2027
        assert three.due(gap).is_provisional and three.extended(2).due(gap).is_provisional
        assert three.resumed(at("2027-12-29"), at("2028-01-10"), RESUME).due(gap).is_provisional
        rolled = Count(Period(3, CALENDAR), at("2027-12-28"))
        assert rolled.due(gap).is_provisional and not rolled.extended(3).due(gap).is_provisional


MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
LENGTHS = st.integers(0, 120)
DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
CALENDARS = st.one_of(
    st.just(OFFICIAL),
    st.builds(
        WorkingCalendar,
        st.dictionaries(DAYS, st.booleans(), max_size=60),
        st.frozensets(st.integers(2023, 2028)),
    ),
)
PERIODS = st.builds(Period, LENGTHS, st.sampled_from(DeadlineUnit), st.booleans())
SPANS = st.timedeltas(timedelta(0), timedelta(days=200))


class TestProperties:
    @given(PERIODS, MOMENTS, CALENDARS)
    def test_a_longer_period_never_ends_earlier(self, period: Period, start: datetime, known: WorkingCalendar) -> None:
        longer = Period(period.length + 1, period.unit, period.rolls_over)
        assert period.from_moment(start, known).at <= longer.from_moment(start, known).at

    @given(st.integers(1, 120), st.booleans(), MOMENTS, CALENDARS)
    def test_working_days_end_on_one_and_are_as_many(
        self, length: int, rolls_over: bool, start: datetime, known: WorkingCalendar
    ) -> None:
        due = Period(length, WORKING, rolls_over).from_moment(start, known)
        first, last = local_day(start), local_day(due.at)
        days = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
        assert known.is_working(last) and due.last_day == last
        assert sum(known.is_working(day) for day in days) == length
        assert due.is_provisional == any(day.year not in known.announced for day in days)

    @given(LENGTHS, MOMENTS, CALENDARS)
    def test_a_moved_last_day_skips_nothing_but_rest(
        self, length: int, start: datetime, known: WorkingCalendar
    ) -> None:
        due = Period(length, CALENDAR).from_moment(start, known)
        assert due.last_day == local_day(start) + timedelta(days=length)
        moved = (local_day(due.at) - due.last_day).days
        assert known.is_working(local_day(due.at))
        assert not any(known.is_working(due.last_day + timedelta(days=n)) for n in range(moved))

    @given(PERIODS, MOMENTS, SPANS, CALENDARS)
    def test_a_suspension_of_no_time_changes_nothing(
        self, period: Period, start: datetime, after: timedelta, known: WorkingCalendar
    ) -> None:
        count = Count(period, start)
        assert count.resumed(start + after, start + after, RESUME).due(known) == count.due(known)

    @given(PERIODS, MOMENTS, st.tuples(SPANS, SPANS, SPANS), CALENDARS)
    def test_the_later_it_resumes_the_later_it_ends(
        self, period: Period, start: datetime, spans: tuple[timedelta, ...], known: WorkingCalendar
    ) -> None:
        after, pause, more = spans
        count, stopped = Count(period, start), start + after
        once = count.resumed(stopped, stopped + pause, RESUME).due(known)
        later = count.resumed(stopped, stopped + pause + more, RESUME).due(known)
        assert count.due(known).at <= once.at <= later.at

    @given(PERIODS, MOMENTS, SPANS, CALENDARS)
    def test_what_restarts_is_counted_as_from_the_start(
        self, period: Period, start: datetime, after: timedelta, known: WorkingCalendar
    ) -> None:
        again = start + after
        assert Count(period, start).resumed(start, again, RESTART).due(known) == period.from_moment(again, known)

    @given(PERIODS, LENGTHS, MOMENTS, CALENDARS)
    def test_an_extended_period_is_as_long_as_both(
        self, period: Period, more: int, start: datetime, known: WorkingCalendar
    ) -> None:
        whole = Period(period.length + more, period.unit, period.rolls_over).from_moment(start, known)
        assert Count(period, start).extended(more).due(known) == whole

    @given(DAYS, CALENDARS)
    def test_without_rolling_over_a_day_ends_itself(self, day: date, known: WorkingCalendar) -> None:
        assert end_of(day, known, rolls_over=False) == Due(end(day.isoformat()), day)
