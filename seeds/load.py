"""Loading seeds: COPY into the tables, all or nothing, once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from datetime import UTC, date, datetime
from typing import Any

import asyncpg

from models.base import now
from models.recounting import recount
from models.secrets import Cipher
from models.workload import estimate
from seeds.alerts import STANDARD_COLUMNS, alert_standards, raise_alerts
from seeds.bulk import complete_cases
from seeds.calendar import CALENDAR_SOURCE, announced_years, calendar_days
from seeds.cases import SETTINGS, Plan, seed_few
from seeds.clues import CLUE_COLUMNS, CLUE_DEADLINE_COLUMNS, clues
from seeds.deadlines import LIMIT_COLUMNS, RULE_COLUMNS, deadline_rules, inspection_limits
from seeds.duties import (
    ASSIGNMENT_COLUMNS,
    CERTIFICATE_COLUMNS,
    DUTY_COLUMNS,
    OFFICER_COLUMNS,
    assignments,
    duty_items,
    officers,
)
from seeds.evaluations import evaluations
from seeds.explanations import (
    DEADLINE_COLUMNS,
    EXPLANATION_COLUMNS,
    ROUND_COLUMNS,
    deadlines,
    explanations,
    rounds,
)
from seeds.guarantees import (
    BUDGET_COLUMNS,
    GROUP_COLUMNS,
    MEMBER_COLUMNS,
    budgets,
    leading_group_members,
    leading_groups,
)
from seeds.organizations import OrganizationSeed, organization_id, organizations, regions, rows, stable_id
from seeds.pilots import PILOT_COLUMNS, pilots
from seeds.reports import (
    BULLETIN_COLUMNS,
    REPORT_COLUMNS,
    REPORT_DEADLINE_COLUMNS,
    bulletin_numbers,
    bulletin_reports,
    bulletins,
    report_deadlines,
    reports,
)
from seeds.revisits import POLICY_COLUMNS, revisit_policies, revisits
from seeds.society import LIMIT_COLUMNS as VISIT_LIMIT_COLUMNS
from seeds.society import society, visit_limits
from seeds.staffing import CHANGE_COLUMNS, STAFFING_RULE_COLUMNS, staffing, staffing_changes, staffing_rules
from seeds.supervision import supervision
from seeds.trainings import (
    ATTENDANCE_COLUMNS,
    SESSION_COLUMNS,
    TRAINING_COLUMNS,
    attendances,
    sessions,
    trainings,
)

DEVELOPMENT_ISSUER = "jiandu-development"
_EXAMPLES = 3_000
_SINCE = datetime(2026, 1, 1, tzinfo=UTC)
Progress = Callable[[str], None]


async def seed_directory(connection: Any, progress: Progress) -> None:
    """Regions, organizations and staffing of Henan; nothing if they were loaded before."""
    bodies = list(organizations())
    await _once(
        connection,
        "directory",
        progress,
        [
            ("region", "code name parent_code", [(each.code, each.name, each.parent) for each in regions().values()]),
            (
                "organization",
                " ".join(field.name for field in fields(OrganizationSeed)),
                [astuple(each) for each in bodies],
            ),
            (
                "staffing",
                "id organization_id region_code field authorised actual dedicated_body dedicated_staff"
                " version updated_at",
                [(*each, 1, _SINCE) for each in staffing(bodies)],
            ),
            ("staffing_change", CHANGE_COLUMNS, list(staffing_changes(bodies))),
        ],
    )


async def seed_calendar(connection: Any, progress: Progress) -> None:
    """Every year of the official calendar that is known and not recorded yet, at every seeding.

    A later version of the library so brings the next year; years and days that stand already are left.
    """
    for year in announced_years():
        async with connection.transaction():
            await _lock(connection)
            if await connection.fetchval("SELECT true FROM calendar_year WHERE year = $1", year):
                continue
            days = list(calendar_days(year))
            source = CALENDAR_SOURCE.format(year=year)
            await _copy(connection, "calendar_year", ["year", "source", "recorded_at"], [(year, source, now())])
            await _copy(connection, "calendar_day", ["day", "is_working", "name"], days)
            await recount(connection)
        progress(f"  calendar_year: {year} with {len(days)} days")


async def seed_deadlines(connection: Any, progress: Progress) -> None:
    """The rules of deadlines and the limits of inspections and visits; nothing if they were loaded before."""
    # Under a new name whenever there are new rules, which those that stand already are not changed by.
    await _once(connection, "deadlines 3", progress, [_versioned("deadline_rule", RULE_COLUMNS, deadline_rules())])
    await _once(
        connection, "inspections", progress, [_versioned("inspection_limit", LIMIT_COLUMNS, inspection_limits())]
    )
    await _once(
        connection,
        "contact_visits",
        progress,
        [_versioned("contact_visit_limit", VISIT_LIMIT_COLUMNS, visit_limits())],
    )


async def seed_alerts(connection: Any, progress: Progress) -> None:
    """The standards of alerts; nothing if they were loaded before."""
    await _once(
        connection, "alert standards", progress, [_versioned("alert_standard", STANDARD_COLUMNS, alert_standards())]
    )


async def seed_duties(connection: Any, progress: Progress) -> None:
    """Duty lists, officers and certificates; nothing if they were loaded before."""
    people = list(officers())
    await _once(
        connection,
        "duties",
        progress,
        [
            _versioned("duty_item", DUTY_COLUMNS, duty_items()),
            _versioned("duty_assignment", ASSIGNMENT_COLUMNS, assignments()),
            _versioned("officer", OFFICER_COLUMNS, (officer for officer, _ in people)),
            _versioned("certificate", CERTIFICATE_COLUMNS, (certificate for _, certificate in people)),
        ],
    )


async def seed_explanations(connection: Any, progress: Progress) -> None:
    """Some special explanations of a year that is over, for development; nothing if they were loaded before."""
    await _once(
        connection,
        "explanations",
        progress,
        [
            _versioned("special_explanation_round", ROUND_COLUMNS, rounds()),
            _versioned("special_explanation", EXPLANATION_COLUMNS, explanations()),
            ("deadline", DEADLINE_COLUMNS, list(deadlines())),
        ],
    )


async def seed_pilots(connection: Any, progress: Progress) -> None:
    """The pilots of some counties, for development; nothing if they were loaded before."""
    await _once(connection, "pilots", progress, [_versioned("pilot", PILOT_COLUMNS, pilots())])


async def seed_revisit_policies(connection: Any, progress: Progress) -> None:
    """The policies of revisits; nothing if they were loaded before."""
    tables = [("revisit_policy", POLICY_COLUMNS, list(revisit_policies()))]
    await _once(connection, "revisit_policies", progress, tables)


async def seed_clues(connection: Any, cipher: Cipher, progress: Progress) -> None:
    """A few clues of every state, for development only; nothing if they were loaded before."""
    made = list(clues(cipher))
    await _once(
        connection,
        "clues",
        progress,
        [
            _versioned("clue", CLUE_COLUMNS, [clue for clue, _ in made]),
            ("deadline", CLUE_DEADLINE_COLUMNS, [deadline for _, deadline in made]),
        ],
    )


def _versioned(table: str, columns: str, records: Iterable[tuple[Any, ...]]) -> tuple[str, str, list[tuple[Any, ...]]]:
    return table, f"{columns} version updated_at", [(*each, 1, _SINCE) for each in records]


async def seed_reports(connection: Any, progress: Progress) -> None:
    """Some quarterly reports and bulletins, for development; nothing if they were loaded before."""
    await _once(
        connection,
        "reports",
        progress,
        [
            _versioned("progress_report", REPORT_COLUMNS, reports()),
            ("deadline", REPORT_DEADLINE_COLUMNS, list(report_deadlines())),
            _versioned("bulletin", BULLETIN_COLUMNS, bulletins()),
            ("bulletin_report", "bulletin_id report_id", list(bulletin_reports())),
            ("number_series", "organization_id series year last", list(bulletin_numbers())),
        ],
    )


async def seed_personas(connection: Any, progress: Progress) -> None:
    """One account for each persona, for development only; nothing if they were loaded before."""
    accounts, assignments = [], []
    for persona in rows("personas.csv"):
        subject, region = persona["subject"], persona["region"]
        account = stable_id("account", subject)
        organization = organization_id(region, persona["kind"], persona["field"])
        accounts.append((account, DEVELOPMENT_ISSUER, subject, persona["name"], organization, region, _SINCE))
        key = stable_id("role_assignment", subject)
        assignments.append((key, account, persona["role"], organization, region, date(2026, 1, 1)))
    await _once(
        connection,
        "personas",
        progress,
        [
            ("account", "id issuer subject name organization_id region_code created_at", accounts),
            ("role_assignment", "id account_id role organization_id region_code valid_from", assignments),
        ],
    )


async def seed_staffing_rules(connection: Any, progress: Progress) -> None:
    """The rules by which posts are estimated; nothing if they were loaded before."""
    await _once(
        connection,
        "staffing_rules",
        progress,
        [_versioned("staffing_rule", STAFFING_RULE_COLUMNS, staffing_rules())],
    )


async def seed_estimation(connection: Any, progress: Progress) -> None:
    """The posts of Luoyang's supervision bodies by last year's work, for development only; nothing if made before."""
    async with connection.transaction():
        await _lock(connection)
        if await connection.fetchval("SELECT true FROM seed_run WHERE name = 'estimation'"):
            return
        for region in ("4103", "4101"):
            key = stable_id("staffing_estimation", region)
            is_new = await connection.fetchval(
                """INSERT INTO staffing_estimation
                       (id, region_code, year, made_at, bodies, estimated, authorised, shortfall, version, updated_at)
                   VALUES ($1, $2, 2025, $3, 0, 0, 0, 0, 1, $3) ON CONFLICT DO NOTHING RETURNING true""",
                key,
                region,
                _SINCE,
            )
            if not is_new:
                continue
            totals = await estimate(connection, key, region, 2025, _SINCE.date())
            await connection.execute(
                """UPDATE staffing_estimation SET bodies = $2, estimated = $3, authorised = $4, shortfall = $5
                   WHERE id = $1""",
                key,
                *(totals[name] for name in ("bodies", "estimated", "authorised", "shortfall")),
            )
            progress(f"  staffing_estimation: {totals['bodies']} bodies of {region}")
        await connection.execute("INSERT INTO seed_run (name, at) VALUES ('estimation', now())")


async def seed_guarantees(connection: Any, progress: Progress) -> None:
    """Leading groups and budgets, for development only; nothing if they were loaded before."""
    await _once(
        connection,
        "guarantees",
        progress,
        [
            _versioned("leading_group", GROUP_COLUMNS, leading_groups()),
            ("leading_group_member", MEMBER_COLUMNS, list(leading_group_members())),
            _versioned("budget", BUDGET_COLUMNS, budgets()),
        ],
    )


async def seed_trainings(connection: Any, progress: Progress) -> None:
    """Trainings with sessions and attendance, for development only; nothing if they were loaded before."""
    await _once(
        connection,
        "trainings",
        progress,
        [
            _versioned("training", TRAINING_COLUMNS, trainings()),
            ("training_session", SESSION_COLUMNS, list(sessions())),
            _versioned("training_attendance", ATTENDANCE_COLUMNS, attendances()),
        ],
    )


async def seed_society(connection: Any, progress: Progress) -> None:
    """Questionnaires and contact points, for development only; nothing if they were loaded before."""
    await _once(connection, "society", progress, society())


async def _once(
    connection: Any, name: str, progress: Progress, tables: list[tuple[str, str, list[tuple[Any, ...]]]]
) -> None:
    async with connection.transaction():
        await _lock(connection)
        if await connection.fetchval("SELECT true FROM seed_run WHERE name = $1", name):
            return
        for table, columns, records in tables:
            started = time.perf_counter()
            await _copy(connection, table, columns.split(), records)
            progress(f"  {table}: {len(records):,} rows in {time.perf_counter() - started:.1f} s")
        await connection.execute("INSERT INTO seed_run (name, at) VALUES ($1, now())", name)
    for table, _, _ in tables:
        await connection.execute(f"ANALYZE {table}")


async def _lock(connection: Any) -> None:
    await connection.execute("SELECT pg_advisory_xact_lock(hashtext('jiandu.seed'))")


async def _copy(connection: Any, table: str, columns: list[str], records: list[tuple[Any, ...]]) -> None:
    # Rows that stand already, from a run whose record was lost, are left as people have changed them.
    names = ", ".join(columns)
    await connection.execute(f"CREATE TEMP TABLE seed ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA")
    await connection.copy_records_to_table("seed", records=records, columns=columns)
    await connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM seed ON CONFLICT DO NOTHING")
    await connection.execute("DROP TABLE seed")


async def seed_examples(connection: Any, cipher: Cipher, progress: Progress) -> None:
    """A few thousand cases for development; nothing if they were made before."""
    async with connection.transaction():
        await _lock(connection)
        if not await connection.fetchval("SELECT true FROM seed_run WHERE name = 'examples'"):
            await seed_few(connection, Plan(1, _EXAMPLES), cipher)
            await connection.execute("INSERT INTO seed_run (name, at) VALUES ('examples', now())")


async def seed_raised_alerts(connection: Any, progress: Progress) -> None:
    """What is not as it should be in the examples, for development; nothing if it was looked for before."""
    async with connection.transaction():
        await _lock(connection)
        if not await connection.fetchval("SELECT true FROM seed_run WHERE name = 'alerts'"):
            progress(f"  alert: {await raise_alerts(connection):,} rows")
            await connection.execute("INSERT INTO seed_run (name, at) VALUES ('alerts', now())")


async def seed_evaluations(connection: Any, progress: Progress) -> None:
    """Evaluations and reviews of case files over the example cases; nothing if they were loaded before."""
    await _once(connection, "evaluations", progress, await evaluations(connection))


async def seed(url: str, *, development: Cipher | None = None, progress: Progress = print) -> None:
    """Load what is not loaded yet into a migrated database; personas and example cases in development alone.

    ``development`` encrypts the numbers of the example cases' parties.
    """
    connection = await asyncpg.connect(url, server_settings=SETTINGS)
    try:
        await seed_directory(connection, progress)
        await seed_calendar(connection, progress)
        await seed_deadlines(connection, progress)
        await seed_alerts(connection, progress)
        await seed_duties(connection, progress)
        await seed_staffing_rules(connection, progress)
        await seed_revisit_policies(connection, progress)
        if development is not None:
            await complete_cases(url, progress=progress)
            await seed_personas(connection, progress)
            await seed_guarantees(connection, progress)
            await seed_trainings(connection, progress)
            await seed_examples(connection, development, progress)
            await seed_explanations(connection, progress)
            await seed_estimation(connection, progress)
            await seed_pilots(connection, progress)
            await _once(connection, "supervision", progress, await supervision(connection))
            await seed_clues(connection, development, progress)
            await seed_society(connection, progress)
            await seed_evaluations(connection, progress)
            await seed_reports(connection, progress)
            await _once(connection, "revisits", progress, await revisits(connection))
            await seed_raised_alerts(connection, progress)
    finally:
        await connection.close()
