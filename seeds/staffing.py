"""Staffing of every supervision body, with gaps such as real bodies have."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from uuid import UUID

from models import Level
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
