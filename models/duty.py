"""Duty lists (权责清单) and what of them is assigned to townships (乡镇赋权): plan clause 4."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Numeric,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, term, uuid7
from models.directory import LEVEL_OF_CODE
from models.enforcement_terms import (
    ActType,
    DutyAssignmentState,
    DutyItemState,
    DutySource,
    LegalReview,
    SupervisionContent,
)
from models.vocabulary import EnforcementField, Level

_DATED = (DutyItemState.PUBLISHED, DutyItemState.SUPERSEDED, DutyItemState.REVOKED)


class DutyItem(Table, Versioned, table=True):
    """One edition of a duty that an organization holds.

    An edition in force stands from ``valid_from`` to ``valid_to`` and is public; the next edition supersedes
    it, while a case keeps the edition it was filed under.  One that is revoked ends before the day of its
    ``valid_to``.  ``publisher_id`` is the judicial bureau of its level.  Fines are in yuan.
    """

    __tablename__ = "duty_item"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("organization_id", "code", "edition"),
        CheckConstraint("valid_to >= valid_from", name="period"),
        CheckConstraint("fine_floor >= 0 AND fine_ceiling >= fine_floor", name="fines"),
        Index(
            "duty_item_in_force_idx",
            "organization_id",
            "code",
            unique=True,
            postgresql_where=text("state = 'PUBLISHED'"),
        ),
        Index(
            "duty_item_in_draft_idx",
            "organization_id",
            "code",
            unique=True,
            postgresql_where=text("state IN ('DRAFT', 'REVIEWED')"),
        ),
        Index("duty_item_code_idx", "code", "id"),
        Index("duty_item_region_code_idx", "region_code", "code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field", public="is_public"),
        Side(name="publisher", organization="publisher_id"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    code: str = Field(sa_column=Column(code_text(), nullable=False))
    edition: int = 1
    predecessor_id: UUID | None = Field(default=None, foreign_key="duty_item.id")
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    act_type: ActType = Field(sa_column=Column(term(ActType), nullable=False))
    law: str
    article: str
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    level: Level = computed(term(Level), LEVEL_OF_CODE.format("region_code"))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    publisher_id: UUID = Field(foreign_key="organization.id", index=True)
    content: SupervisionContent | None = Field(default=None, sa_column=Column(term(SupervisionContent)))
    method: str
    responsibility: str
    source: DutySource = Field(sa_column=Column(term(DutySource), nullable=False))
    legal_review: LegalReview = Field(sa_column=Column(term(LegalReview), nullable=False))
    fine_floor: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    fine_ceiling: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    is_assignable: bool = False
    state: DutyItemState = Field(default=DutyItemState.DRAFT, sa_column=Column(term(DutyItemState), nullable=False))
    is_public: bool = computed(Boolean, "state IN ('PUBLISHED', 'SUPERSEDED', 'REVOKED')")
    valid_from: date | None = Field(default=None, sa_column=Column(Date))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
    reason: str | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether this edition is in force on a day, as ``in_force_on`` says it in SQL."""
        is_dated = self.state in _DATED and self.valid_from is not None and self.valid_from <= day
        is_revoked = self.state is DutyItemState.REVOKED
        return is_dated and (self.valid_to is None or self.valid_to > day or (self.valid_to == day and not is_revoked))


class DutyAssignment(Table, Versioned, table=True):
    """A duty assigned to a township, from one day until it is taken back; public."""

    __tablename__ = "duty_assignment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("taken_back_on >= assigned_on", name="period"),
        CheckConstraint("(state = 'TAKEN_BACK') = (taken_back_on IS NOT NULL)", name="taken_back"),
        Index(
            "duty_assignment_in_force_idx",
            "organization_id",
            "owner_id",
            "duty_code",
            unique=True,
            postgresql_where=text("state = 'ASSIGNED'"),
        ),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", public=True),
        Side(name="publisher", organization="publisher_id"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    duty_item_id: UUID = Field(foreign_key="duty_item.id", index=True)
    # Organs list duties under the same codes, which are different duties.
    owner_id: UUID = Field(foreign_key="organization.id")
    duty_code: str = Field(sa_column=Column(code_text(), nullable=False))
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False, index=True))
    publisher_id: UUID = Field(foreign_key="organization.id", index=True)
    state: DutyAssignmentState = Field(
        default=DutyAssignmentState.ASSIGNED, sa_column=Column(term(DutyAssignmentState), nullable=False)
    )
    assigned_on: date = Field(sa_column=Column(Date, nullable=False))
    taken_back_on: date | None = Field(default=None, sa_column=Column(Date))
    reason: str | None = None


# One that is superseded holds to its last day, one that is revoked no more on the day of its revocation.
_IN_FORCE = """({row}.is_public AND {row}.valid_from <= {day}
                AND coalesce({row}.valid_to - ({row}.state = 'REVOKED')::integer, 'infinity') >= {day})"""
# A supervision duty, which has a content, is none of enforcement.
_HELD = """
    SELECT d.organization_id, d.act_type FROM duty_item d WHERE d.content IS NULL AND {in_force}
    UNION
    SELECT a.organization_id, d.act_type FROM duty_assignment a JOIN duty_item d ON d.id = a.duty_item_id
    WHERE d.content IS NULL AND a.assigned_on <= {day} AND coalesce(a.taken_back_on, 'infinity') > {day}"""


def duties_held_on(day: str) -> str:
    """SQL for who holds a duty of enforcement on a day, an SQL expression: organization and act type, each once."""
    return _HELD.format(day=day, in_force=in_force_on("d", day))


def in_force_on(row: str, day: str) -> str:
    """SQL for whether an edition, a row of this name, is in force on a day, an SQL expression."""
    return _IN_FORCE.format(row=row, day=day)
