"""Standards of alerts, and the alerts of the example cases as they stood on the day of the last one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

from models.alerting import evaluate
from seeds.batch import Seeding, Tables, versioned
from seeds.cases import EXAMPLES, UNTIL
from seeds.organizations import rows, stable_id

_STANDARD_COLUMNS = "id rule severity threshold least_sample days legal_basis authority region_code valid_from"
_VALID_FROM = date(2023, 1, 1)
_AT = datetime.combine(UNTIL, time(18), timezone(timedelta(hours=8)))


async def alert_standards(_: Seeding) -> Tables:
    """The standards of alerts."""
    return [versioned("alert_standard", _STANDARD_COLUMNS, _standards())]


def _standards() -> Iterator[tuple[Any, ...]]:
    for row in rows("alert_standards.csv"):
        yield (
            stable_id("alert_standard", row["rule"], row["region"]),
            row["rule"],
            row["severity"],
            Decimal(row["threshold"]) if row["threshold"] else None,
            int(row["least_sample"]) if row["least_sample"] else None,
            int(row["days"]) if row["days"] else None,
            row["legal_basis"],
            row["authority"],
            row["region"],
            _VALID_FROM,
        )


async def raised_alerts(seeding: Seeding) -> Tables:
    """What is not as it should be in the examples, as of the last example's day.

    Where other cases stand too it is left to the jobs, which raise it part by part: a start would wait for minutes.
    """
    others = "SELECT true FROM enforcement_case WHERE number NOT LIKE $1 LIMIT 1"
    if await seeding.connection.fetchval(others, EXAMPLES.numbers):
        return []
    raised = await evaluate(seeding.connection, _AT)
    seeding.progress(f"  alert: {raised:,} rows")
    return []
