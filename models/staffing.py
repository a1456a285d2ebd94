"""Staffing (编制) of the supervision bodies: plan clause 1 机构建设."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Column, Date, ForeignKeyConstraint, Integer, String
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, term, uuid7
from models.vocabulary import EnforcementField, SupervisionGapKind

_GAPS = f"""array_remove(ARRAY[
  CASE WHEN authorised = 0 THEN '{SupervisionGapKind.NOT_AUTHORISED.name}' END,
  CASE WHEN actual < authorised THEN '{SupervisionGapKind.VACANT_POSTS.name}' END,
  CASE WHEN NOT dedicated_body THEN '{SupervisionGapKind.NO_DEDICATED_BODY.name}' END,
  CASE WHEN dedicated_staff = 0 THEN '{SupervisionGapKind.NO_DEDICATED_STAFF.name}' END,
  CASE WHEN authorised < estimated THEN '{SupervisionGapKind.BELOW_ESTIMATE.name}' END
]::varchar[], NULL)"""


class Staffing(Table, Versioned, table=True):
    """Authorised and actual posts of one supervision body; ``estimated`` are those that its work was found to need.

    ``region_code`` and ``field`` repeat the organization's, so that a scope needs no join; the foreign
    keys keep them equal when a region is redrawn or a department takes over another field.
    """

    __tablename__ = "staffing"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organization_id", "field"], ["organization.id", "organization.field"], onupdate="CASCADE"
        ),
        CheckConstraint("authorised >= 0 AND actual >= 0 AND dedicated_staff BETWEEN 0 AND actual", name="counts"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID = Field(unique=True)
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False, index=True))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    authorised: int
    actual: int
    dedicated_body: bool
    dedicated_staff: int
    vacancies: int = computed(Integer, "greatest(authorised - actual, 0)")
    estimated: int | None = None
    shortfall: int = computed(Integer, "greatest(coalesce(estimated, 0) - authorised, 0)")
    gaps: list[str] = computed(ARRAY(String), _GAPS)


class StaffingChange(Table, table=True):
    """What the staffing of a body was from a day on, under the version that it then had."""

    __tablename__ = "staffing_change"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"staffing_id": Staffing}

    staffing_id: UUID = Field(primary_key=True, foreign_key="staffing.id")
    version: int = Field(primary_key=True)
    effective_on: date = Field(sa_column=Column(Date, nullable=False))
    authorised: int
    actual: int
    dedicated_body: bool
    dedicated_staff: int
