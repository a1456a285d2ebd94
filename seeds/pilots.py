"""The pilots of some of Luoyang's counties: made up, two of them named late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from models import Level
from models.counting import CHINA
from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, rows, stable_id

_PILOT_COLUMNS = (
    "id region_code enforcement_fields organization_id confirmer_id state named_on due_on registered_at confirmed_at"
)
_CITY, _DUE_ON = "4103", date(2023, 2, 28)


async def pilots(_: Seeding) -> Tables:
    """The pilots of some counties."""
    return [versioned("pilot", _PILOT_COLUMNS, _pilots())]


def _pilots() -> Iterator[tuple[Any, ...]]:
    """A row of ``_PILOT_COLUMNS`` for each."""
    for row in rows("pilots.csv"):
        region, named_on = row["region"], date.fromisoformat(row["named_on"])
        registered = datetime(named_on.year, named_on.month, named_on.day, 10, tzinfo=CHINA)
        yield (
            stable_id("pilot", region),
            region,
            row["enforcement_fields"].split(),
            organization_id(region[: Level.COUNTY.code_length], "JUDICIAL_BUREAU"),
            organization_id(_CITY, "JUDICIAL_BUREAU"),
            row["state"],
            named_on,
            _DUE_ON,
            registered,
            registered if row["state"] == "CONFIRMED" else None,
        )
