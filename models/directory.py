"""The directory: regions and organizations, joined by area (块) and by line (条)."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, computed, term, uuid7
from models.vocabulary import EnforcementField, Level, OrganizationKind

LEVEL_OF_CODE = (
    "CASE length({0}) WHEN 2 THEN 'PROVINCE' WHEN 4 THEN 'CITY' WHEN 6 THEN 'COUNTY' WHEN 9 THEN 'TOWNSHIP' END"
)

# A township government and its enforcement team count as one: which of the two a row names makes no difference.
_BELONGS_TO = """({row}.organization_id = {organ}.id
                  OR length({organ}.region_code) = 9 AND {row}.region_code = {organ}.region_code)"""


class OfOrgan(Protocol):
    """What an organ has: a case, a duty, an officer."""

    organization_id: UUID
    region_code: str


def belongs_to(row: OfOrgan, organization_id: UUID, region_code: str) -> bool:
    """Whether a row is an organ's, or of those who count as one with it."""
    is_township = Level.of_region(region_code) is Level.TOWNSHIP
    return row.organization_id == organization_id or (is_township and row.region_code == region_code)


def belonging_to(row: str, organ: str) -> str:
    """The same in SQL, of two rows by their names."""
    return _BELONGS_TO.format(row=row, organ=organ)


class Region(Table, table=True):
    """A region of GB/T 2260; a parent's code is a prefix of its child's."""

    __tablename__ = "region"
    __table_args__ = (
        CheckConstraint("code ~ '^[0-9]+$' AND length(code) IN (2, 4, 6, 9)", name="code"),
        CheckConstraint("(parent_code IS NULL) = (length(code) = 2)", name="parent_present"),
        CheckConstraint("starts_with(code, parent_code)", name="parent_prefix"),
        Index("region_name_idx", "name", "code"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))

    code: str = Field(sa_column=Column(code_text(9), primary_key=True))
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    level: Level = computed(term(Level), LEVEL_OF_CODE.format("code"))
    parent_code: str | None = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), index=True))


def _organization_key(*, nullable: bool = True, **options: Any) -> Any:
    return Field(default=None, foreign_key="organization.id", nullable=nullable, index=True, **options)


class Organization(Table, table=True):
    """An organization of any kind; ``government_id`` is its area edge, ``superior_id`` its line edge."""

    __tablename__ = "organization"
    __table_args__ = (
        UniqueConstraint("id", "region_code"),
        UniqueConstraint("id", "field"),
        CheckConstraint("(kind = 'LEGAL_UNIT') = (department_id IS NOT NULL)", name="legal_unit_department"),
        Index("organization_name_idx", "name", "id"),
        Index("organization_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    kind: OrganizationKind = Field(sa_column=Column(term(OrganizationKind), nullable=False))
    level: Level = computed(term(Level), LEVEL_OF_CODE.format("region_code"))
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    credit_code: str | None = Field(sa_column=Column(code_text(18), unique=True))
    government_id: UUID | None = _organization_key()
    superior_id: UUID | None = _organization_key()
    department_id: UUID | None = _organization_key(unique=True)

    @property
    def unit_id(self) -> UUID:
        """Whom it counts as one with: a legal unit with its department, a township's enforcement team with the
        government, all others with themselves.
        """
        is_team = self.kind is OrganizationKind.TOWNSHIP_ENFORCEMENT
        return self.department_id or (self.government_id if is_team else None) or self.id
