"""Pilots (试点): the counties, and in each one or two townships, that try the system out (plan clause 三(二))."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, moment, now, term, timestamp, uuid7
from models.reporting_terms import PilotScope, PilotState

# Of one county, by the plan.
MOST_TOWNSHIP_PILOTS = 2
_SCOPE = (
    "CASE WHEN length(region_code) = 9 THEN 'TOWNSHIP' WHEN cardinality(enforcement_fields) > 0 THEN 'CHOSEN_FIELDS'"
    " ELSE 'WHOLE_COUNTY' END"
)


class Pilot(Table, Versioned, table=True):
    """A county or a township that a county's judicial bureau named, and the city's confirms.

    ``named_on`` is the day of the naming, ``due_on`` the one by which it had to be made.
    """

    __tablename__ = "pilot"
    __table_args__ = (
        CheckConstraint("length(region_code) = 6 OR cardinality(enforcement_fields) = 0", name="fields_of_county"),
        Index("pilot_named_idx", "region_code", unique=True, postgresql_where=text("state IN ('NAMED', 'CONFIRMED')")),
        Index("pilot_region_code_idx", "region_code", "named_on", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"),
        Side(name="confirmer", organization="confirmer_id"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    enforcement_fields: list[str] = Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False))
    scope: PilotScope | None = computed(term(PilotScope), _SCOPE)
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    confirmer_id: UUID = Field(foreign_key="organization.id", index=True)
    state: PilotState = Field(default=PilotState.NAMED, sa_column=Column(term(PilotState), nullable=False))
    named_on: date = Field(sa_column=Column(Date, nullable=False))
    due_on: date = Field(sa_column=Column(Date, nullable=False))
    is_late: bool | None = computed(Boolean, "named_on > due_on")
    registered_at: datetime = Field(default_factory=now, sa_column=timestamp())
    confirmed_at: datetime | None = moment()
    withdrawn_at: datetime | None = moment()
    withdrawal_reason: str | None = None
