"""Bodies above two sides: the judicial bureau and the government of the nearest region they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import Level, Organization, OrganizationKind
from resolvers.commands.unit_of_work import UnitOfWork


async def nearest_common_bureau(work: UnitOfWork, one: str, other: str, sides: Sequence[UUID]) -> Organization | None:
    """The judicial bureau of the nearest region above both that is itself none of the sides."""
    return await _nearest(work, one, other, OrganizationKind.JUDICIAL_BUREAU, sides)


async def nearest_common_government(work: UnitOfWork, one: str, other: str) -> Organization | None:
    """The government of the nearest region above both."""
    return await _nearest(work, one, other, OrganizationKind.GOVERNMENT, [])


async def _nearest(
    work: UnitOfWork, one: str, other: str, kind: OrganizationKind, sides: Sequence[UUID]
) -> Organization | None:
    lengths = [level.code_length for level in Level if level.code_length <= min(len(one), len(other))]
    regions = [one[:length] for length in lengths if one[:length] == other[:length]]
    found = await work.session.scalars(
        select(Organization)
        .where(
            col(Organization.kind) == kind,
            col(Organization.region_code).in_(regions),
            col(Organization.id).not_in(sides),
        )
        .order_by(col(Organization.region_code).desc())
    )
    return found.first()
