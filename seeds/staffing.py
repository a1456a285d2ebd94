"""Staffing of every supervision body, with gaps such as real bodies have."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from models import Level
from models.workload import estimate
from seeds.batch import SINCE, Seeding, Tables, versioned
from seeds.organizations import OrganizationSeed, stable_id

_POSTS = {
    ("JUDICIAL_BUREAU", Level.PROVINCE): (12, 18),
    ("JUDICIAL_BUREAU", Level.CITY): (6, 10),
    ("JUDICIAL_BUREAU", Level.COUNTY): (3, 6),
    ("LEGAL_UNIT", Level.PROVINCE): (5, 9),
    ("LEGAL_UNIT", Level.CITY): (3, 6),
    ("LEGAL_UNIT", Level.COUNTY): (1, 3),
    ("JUDICIAL_OFFICE", Level.TOWNSHIP): (2, 5),
}
StaffingRow = tuple[UUID, UUID, str, str | None, int, int, bool, int]
STAFFING_COLUMNS = "id organization_id region_code field authorised actual dedicated_body dedicated_staff"


def staffing(organizations: Iterable[OrganizationSeed]) -> Iterator[StaffingRow]:
    """A row for each supervision body: key, organization, region, field, authorised, actual, dedicated."""
    for body in organizations:
        posts = _POSTS.get((body.kind, Level.of_region(body.region_code)))
        if posts is None:
            continue
        chance = random.Random(str(body.id))  # noqa: S311 - made-up figures, the same at every seeding
        authorised = 0 if chance.random() < 0.04 else chance.randint(*posts)
        actual = max(0, authorised - chance.choice((0, 0, 0, 1, 1, 2)))
        dedicated_body = authorised > 0 and chance.random() < 0.8
        dedicated_staff = min(actual, chance.randint(1, posts[1])) if dedicated_body else 0
        key = stable_id("staffing", str(body.id))
        yield key, body.id, body.region_code, body.field, authorised, actual, dedicated_body, dedicated_staff


STAFFING_CHANGE_COLUMNS = "staffing_id version effective_on authorised actual dedicated_body dedicated_staff"
_RULE_COLUMNS = (
    "id region_code kind level base_posts cases_per_post organs_per_post townships_per_post legal_basis authority"
    " valid_from"
)
_SINCE = date(2026, 1, 1)
_PROVINCE = "41"
# Posts every body has, and how many cases, organs and townships ask for one more.
_RULES = {
    ("JUDICIAL_BUREAU", Level.PROVINCE): (10, 20_000, 200, None),
    ("JUDICIAL_BUREAU", Level.CITY): (4, 2_000, 200, 60),
    ("JUDICIAL_BUREAU", Level.COUNTY): (2, 500, 30, 10),
    ("LEGAL_UNIT", Level.PROVINCE): (4, 5_000, 50, None),
    ("LEGAL_UNIT", Level.CITY): (2, 1_000, 20, None),
    ("LEGAL_UNIT", Level.COUNTY): (1, 200, None, None),
    ("JUDICIAL_OFFICE", Level.TOWNSHIP): (2, 50, None, None),
}


def staffing_changes(organizations: Iterable[OrganizationSeed]) -> Iterator[tuple[Any, ...]]:
    """A row of ``STAFFING_CHANGE_COLUMNS`` for each body: how it stood when it was first recorded."""
    for key, _, _, _, *figures in staffing(organizations):
        yield key, 1, _SINCE, *figures


async def staffing_rules(_: Seeding) -> Tables:
    """The rules by which posts are estimated."""
    return [versioned("staffing_rule", _RULE_COLUMNS, _rules())]


def _rules() -> Iterator[tuple[Any, ...]]:
    """A row of ``_RULE_COLUMNS`` for each kind of body and level, until a region adopts its own."""
    for (kind, level), figures in _RULES.items():
        key = stable_id("staffing_rule", _PROVINCE, kind, level.name)
        yield key, _PROVINCE, kind, level.name, *figures, "试点方案一：合理测算监督人员编制", "DEFAULT", _SINCE


async def estimation(seeding: Seeding) -> Tables:
    """The posts of Luoyang's and Zhengzhou's supervision bodies by last year's work."""
    connection = seeding.connection
    for region in ("4103", "4101"):
        key = stable_id("staffing_estimation", region)
        is_new = await connection.fetchval(
            """INSERT INTO staffing_estimation
                   (id, region_code, year, made_at, bodies, estimated, authorised, shortfall, version, updated_at)
               VALUES ($1, $2, 2025, $3, 0, 0, 0, 0, 1, $3) ON CONFLICT DO NOTHING RETURNING true""",
            key,
            region,
            SINCE,
        )
        if not is_new:
            continue
        totals = await estimate(connection, key, region, 2025, SINCE.date())
        await connection.execute(
            """UPDATE staffing_estimation SET bodies = $2, estimated = $3, authorised = $4, shortfall = $5
               WHERE id = $1""",
            key,
            *(totals[name] for name in ("bodies", "estimated", "authorised", "shortfall")),
        )
        seeding.progress(f"  staffing_estimation: {totals['bodies']} bodies of {region}")
    return []
