"""The official calendar as far as the library knows it, which is as far as it is announced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from chinese_calendar.constants import Holiday, holidays, workdays

from models.counting import WorkingCalendar

CALENDAR_SOURCE = "国务院办公厅关于{year}年部分节假日安排的通知"
_FIRST_YEAR = 2020


def announced_years() -> Iterator[int]:
    """The years from 2020 on whose official calendar the library knows, the earliest first."""
    for year in range(_FIRST_YEAR, max(holidays).year + 1):
        # The notice of the year before names the first days of January, when a holiday spans the two.
        if any(day.year == year and day.month > 1 for day in holidays):
            yield year


def known_calendar() -> WorkingCalendar:
    """All of those years to count by."""
    years = list(announced_years())
    return WorkingCalendar({day: works for year in years for day, works, _ in calendar_days(year)}, frozenset(years))


def calendar_days(year: int) -> Iterator[tuple[date, bool, str]]:
    """The holidays and make-up working days that the notice for a year names: day, whether it is worked, name.

    They begin in the last December: the notice for 2019 made 29 December 2018 a working day, the 31st a holiday.
    """
    day = date(year - 1, 12, 1)
    while day <= date(year, 12, 31):
        if day in workdays or day in holidays:
            yield day, day in workdays, Holiday(workdays.get(day) or holidays[day]).chinese
        day += timedelta(days=1)
