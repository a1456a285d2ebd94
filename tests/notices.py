"""The official calendar of four years, a second copy to hold counting and seeds against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.counting import WorkingCalendar

# Copied by hand from the State Council's notices: rest from–to, worked in exchange.
NOTICES = {
    2023: (
        "01-01/01-02 01-21/01-27 04-05/04-05 04-29/05-03 06-22/06-24 09-29/10-06",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    2024: (
        "01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    2025: (
        "01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    2026: (
        "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
}


def noticed(year: int) -> Iterator[tuple[date, bool]]:
    """The days that a year's notice names, and whether each is worked."""
    rest, worked = NOTICES[year]
    for span in rest.split():
        first, last = (date.fromisoformat(f"{year}-{end}") for end in span.split("/"))
        yield from ((first + timedelta(days=n), False) for n in range((last - first).days + 1))
    yield from ((date.fromisoformat(f"{year}-{day}"), True) for day in worked.split())


OFFICIAL = WorkingCalendar({day: work for year in NOTICES for day, work in noticed(year)}, frozenset(NOTICES))
