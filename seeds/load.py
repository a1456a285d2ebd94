"""What is loaded, in which order: each batch once, so that a start with everything loaded asks one question."""

from __future__ import annotations

from typing import Any

import asyncpg

from models.base import now
from models.recounting import recount
from models.secrets import Cipher
from seeds.alerts import alert_standards, raised_alerts
from seeds.assessments import assessment_rules, assessments
from seeds.batch import Batch, Progress, Seeding, Tables, copy, lock
from seeds.bulk import complete_cases
from seeds.calendar import CALENDAR_SOURCE, announced_years, calendar_days
from seeds.cases import EXAMPLES, SETTINGS, seed_few
from seeds.clues import clues
from seeds.deadlines import deadline_rules, hearing_thresholds, inspection_limits
from seeds.directory import directory, personas
from seeds.duties import duties
from seeds.evaluations import evaluations
from seeds.explanations import explanations
from seeds.guarantees import guarantees
from seeds.pilots import pilots
from seeds.reports import reports
from seeds.revisits import revisit_policies, revisits
from seeds.society import society, visit_limits
from seeds.staffing import estimation, staffing_rules
from seeds.supervision import supervision
from seeds.trainings import trainings


async def _few_cases(seeding: Seeding) -> Tables:
    if seeding.cipher is not None:
        await seed_few(seeding.connection, EXAMPLES, seeding.cipher)
    return []


_BATCHES = (
    Batch("directory", directory),
    # Under a new name whenever there are new rules, which those that stand already are not changed by.
    Batch("deadlines 5", deadline_rules),
    Batch("inspections", inspection_limits),
    Batch("hearing thresholds", hearing_thresholds),
    Batch("contact_visits", visit_limits),
    Batch("alert standards 2", alert_standards),
    Batch("duties", duties),
    Batch("staffing_rules", staffing_rules),
    Batch("revisit_policies", revisit_policies),
    Batch("assessment rules", assessment_rules),
)
_IN_DEVELOPMENT = (
    Batch("personas", personas),
    Batch("guarantees", guarantees),
    Batch("trainings", trainings),
    Batch("examples", _few_cases),
    Batch("explanations", explanations),
    Batch("estimation", estimation),
    Batch("pilots", pilots),
    Batch("supervision", supervision),
    Batch("clues", clues),
    Batch("society", society),
    Batch("evaluations", evaluations),
    Batch("reports", reports),
    Batch("revisits", revisits),
    Batch("assessments", assessments),
    Batch("alerts", raised_alerts),
)


async def seed(url: str, *, development: Cipher | None = None, progress: Progress = print) -> None:
    """Load what is not loaded yet into a migrated database; personas and example cases in development alone.

    ``development`` encrypts the numbers of the example cases' parties.
    """
    connection = await asyncpg.connect(url, server_settings=SETTINGS)
    try:
        seeding = Seeding(connection, development, progress)
        loaded = {row["name"] for row in await connection.fetch("SELECT name FROM seed_run")}
        await seed_calendar(connection, progress)
        for batch in _BATCHES:
            if batch.name not in loaded:
                await batch.load(seeding)
        if development is not None:
            await complete_cases(url, progress=progress)
            for batch in _IN_DEVELOPMENT:
                if batch.name not in loaded:
                    await batch.load(seeding)
    finally:
        await connection.close()


async def seed_calendar(connection: Any, progress: Progress) -> None:
    """Every year of the official calendar that is known and not recorded yet, at every seeding.

    A later version of the library so brings the next year; years and days that stand already are left.
    """
    recorded = {row["year"] for row in await connection.fetch("SELECT year FROM calendar_year")}
    for year in announced_years():
        if year in recorded:
            continue
        async with connection.transaction():
            await lock(connection)
            if await connection.fetchval("SELECT true FROM calendar_year WHERE year = $1", year):
                continue
            days = list(calendar_days(year))
            source = CALENDAR_SOURCE.format(year=year)
            columns = ["year", "source", "recorded_at", "version", "updated_at"]
            await copy(connection, "calendar_year", columns, [(year, source, now(), 1, now())])
            await copy(connection, "calendar_day", ["day", "is_working", "name"], days)
            await recount(connection)
        progress(f"  calendar_year: {year} with {len(days)} days")
