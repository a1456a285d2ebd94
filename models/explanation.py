"""Special explanations (专项说明): why an organ did not act for a year on a duty that it has (plan clause 10)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Column, ForeignKeyConstraint, Index, UniqueConstraint, Uuid
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, moment, now, term, timestamp, uuid7
from models.counting import CHINA
from models.enforcement_terms import ActType
from models.reporting_terms import ExplanationState
from models.vocabulary import EnforcementField

AWAITED = (ExplanationState.GENERATED, ExplanationState.NOTIFIED, ExplanationState.RETURNED)


class SpecialExplanationRound(Table, Versioned, table=True):
    """One generation by a judicial bureau, for its area and a year; ``generated`` is how many it made."""

    __tablename__ = "special_explanation_round"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        Index("special_explanation_round_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    year: int
    generated: int = 0
    generated_at: datetime = Field(default_factory=now, sa_column=timestamp())


def _since_notified(type_: Any, column: str) -> Any:
    # What the organ is reached by: nothing until it was notified.
    expression = f"CASE WHEN notified_at IS NOT NULL THEN {column} END"
    return computed(type_, expression, nullable=True)


class SpecialExplanation(Table, Versioned, table=True):
    """What an organ explains to the government of its level: no act of a type in a year, though it has the duty.

    A township explains itself to the county's government.  The organ sees it once it was notified.  It is overdue
    while it is awaited past ``next_due_at``; ``withdrawing_case_id`` is the act that withdrew it.
    """

    __tablename__ = "special_explanation"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("organization_id", "year", "act_type"),
        Index("special_explanation_region_code_idx", "region_code", "generated_at", "id"),
        Index("special_explanation_organ_idx", "visible_organization_id", "generated_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code"),
        Side(
            name="organ",
            region="visible_region_code",
            organization="visible_organization_id",
            field="visible_field",
        ),
        Side(name="government", organization="government_id"),
    )
    __told_since__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("visible_region_code", "visible_organization_id", "visible_field"), "notified_at"
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    round_id: UUID = Field(foreign_key="special_explanation_round.id", index=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    visible_organization_id: UUID | None = _since_notified(Uuid, "organization_id")
    visible_region_code: str | None = _since_notified(code_text(9), "region_code")
    visible_field: EnforcementField | None = _since_notified(term(EnforcementField, "visible_field"), "field")
    government_id: UUID = Field(foreign_key="organization.id", index=True)
    year: int
    act_type: ActType = Field(sa_column=Column(term(ActType), nullable=False))
    state: ExplanationState = Field(
        default=ExplanationState.GENERATED, sa_column=Column(term(ExplanationState), nullable=False)
    )
    explanation: str | None = None
    return_reason: str | None = None
    generated_at: datetime = Field(default_factory=now, sa_column=timestamp())
    notified_at: datetime | None = moment()
    submitted_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    withdrawn_at: datetime | None = moment()
    withdrawing_case_id: UUID | None = Field(default=None, foreign_key="enforcement_case.id", index=True)
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()

    @property
    def counted_from(self) -> datetime:
        """A moment of the year whose last day it is due on."""
        return datetime(self.year, 1, 1, tzinfo=CHINA)

    @property
    def shown_state(self) -> ExplanationState:
        """The state now."""
        return explanation_state(self.state, self.next_due_at, now())


def explanation_state(state: ExplanationState, due_at: datetime | None, at: datetime) -> ExplanationState:
    """The state at a moment: what is awaited past its last day is overdue."""
    return ExplanationState.OVERDUE if state in AWAITED and due_at is not None and due_at < at else state
