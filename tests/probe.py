"""A table that has every anchor and two sides, and the universe of rows and callers that scopes are tried on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, Column, Uuid
from sqlmodel import Field

from models import Anchors, EnforcementField, Level, Role, Side, Table
from models.base import code_text, term
from policies import Assignment
from tests.oracle import Person

ORGANIZATIONS = [UUID(int=number, version=4) for number in range(1, 4)]
PEOPLE = [UUID(int=number, version=4) for number in range(11, 13)]
COMMISSIONS = [UUID(int=number, version=4) for number in range(21, 24)]
# Each level, siblings beside and below it, and codes that share digits without being inside each other.
REGIONS = ["41", "42", "4103", "4101", "410302", "410303", "410102", "410302001", "410302002", "410303001"]
FIELDS = [EnforcementField.MARKET_REGULATION, EnforcementField.HEALTH, None]


class Probe(Table, table=True):
    """A row with two sides, such as a transfer has."""

    __tablename__ = "probe"
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(
            region="region_code",
            organization="organization_id",
            field="field",
            person="person_id",
            commissions="commission_ids",
            public="published",
        ),
        Side(name="other", region="other_region_code", organization="other_organization_id", field="other_field"),
    )

    id: int = Field(primary_key=True)
    region_code: str | None = Field(sa_column=Column(code_text(9)))
    organization_id: UUID | None
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    person_id: UUID | None
    commission_ids: list[UUID] | None = Field(sa_column=Column(ARRAY(Uuid)))
    published: bool | None = Field(sa_column=Column(Boolean))
    other_region_code: str | None = Field(sa_column=Column(code_text(9)))
    other_organization_id: UUID | None
    other_field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))


COLUMNS = [column.name for column in Probe.__table__.columns]  # type: ignore[attr-defined]
CREATE = """
CREATE TABLE probe (
    id integer PRIMARY KEY, region_code varchar(9) COLLATE "C", organization_id uuid, field varchar(40),
    person_id uuid, commission_ids uuid[], published boolean,
    other_region_code varchar(9) COLLATE "C", other_organization_id uuid, other_field varchar(40))
"""


def rows() -> Iterator[Probe]:
    """Every combination of facts that a clause could confuse, and rows without facts."""
    number = itertools.count()
    for region, field, organization in itertools.product([*REGIONS, None], FIELDS, [*ORGANIZATIONS, None]):
        yield probe(next(number), region_code=region, field=field, organization_id=organization)
    for region, field, organization in itertools.product([*REGIONS, None], FIELDS, [ORGANIZATIONS[0], None]):
        yield probe(next(number), other_region_code=region, other_field=field, other_organization_id=organization)
    # A region on one side and a field on the other are no line together.
    for one, other in itertools.permutations(FIELDS, 2):
        yield probe(next(number), region_code="410302", field=one, other_region_code="4101", other_field=other)
    for person in [*PEOPLE, None]:
        yield probe(next(number), region_code="4103", person_id=person)
    for commissions in (None, [], COMMISSIONS[:1], COMMISSIONS[1:], COMMISSIONS):
        yield probe(next(number), region_code="4103", commission_ids=commissions)
    for published in (True, False, None):
        yield probe(next(number), region_code="4103", published=published)


def probe(number: int, **facts: Any) -> Probe:
    """A row with these facts and no others."""
    return Probe(id=number, **{**{name: None for name in COLUMNS if name != "id"}, **facts})


def callers() -> Iterator[Assignment]:
    """A caller for each place a caller can stand in."""
    for region, field in itertools.product(REGIONS, FIELDS):
        yield assignment(region, field, frozenset(ORGANIZATIONS[:1]))
    for own in (frozenset(), frozenset(ORGANIZATIONS[:2]), frozenset(ORGANIZATIONS)):
        yield assignment("410302", None, own)
    for commissions in (frozenset(), frozenset(COMMISSIONS[:1]), frozenset(COMMISSIONS[1:])):
        yield assignment("4103", None, frozenset(), commissions)
    yield assignment("410302", None, frozenset(), person=PEOPLE[1])
    yield assignment("410302", None, frozenset(), person=None)
    yield Assignment(Role.LEGAL_UNIT)


def assignment(
    region: str,
    field: EnforcementField | None,
    own: frozenset[UUID],
    commissions: frozenset[UUID] = frozenset(),
    person: UUID | None = PEOPLE[0],
) -> Assignment:
    """A caller of some role in an organization of this region."""
    return Assignment(
        Role.LEGAL_UNIT, Level.of_region(region), ORGANIZATIONS[0], region, field, own, commissions, person
    )


def person_of(caller: Assignment) -> Person:
    """The caller as the oracle sees it."""
    organization = caller.level and {
        "level": caller.level.name,
        "region_code": caller.region,
        "field": caller.field.name if caller.field else None,
    }
    return Person(
        account=caller.person,
        role=caller.role.name,
        organization=organization,
        own=tuple(caller.own),
        commissions=tuple(caller.commissions),
    )


def sides_of(row: Probe) -> dict[str, dict[str, Any]]:
    """The row's sides as the oracle sees them."""
    return {
        "owner": {
            "region": row.region_code,
            "organization": row.organization_id,
            "field": row.field.name if row.field else None,
            "person": row.person_id,
            "commissions": row.commission_ids,
            "public": row.published,
        },
        "other": {
            "region": row.other_region_code,
            "organization": row.other_organization_id,
            "field": row.other_field.name if row.other_field else None,
        },
    }
