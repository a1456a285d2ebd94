"""Revisits of closed cases (案件回访): the policy, the samples drawn by it, and what visitors found."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Numeric,
    String,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.deadline_terms import RuleAuthority
from models.enforcement_terms import Procedure
from models.revisit_terms import RevisitMethod, RevisitState
from models.sensitive import Sensitive, SensitiveClass
from models.validity import in_force
from models.vocabulary import EnforcementField


def _since_visited(type_: Any, column: str) -> Any:
    # What the organ is reached by: it could prepare the party for a visit that is still to come.
    return computed(type_, f"CASE WHEN state NOT IN ('SAMPLED', 'ASSIGNED') THEN {column} END", nullable=True)


class RevisitPolicy(Table, Versioned, table=True):
    """How many closed cases of a procedure are revisited, in percent, and which of them always.

    Always are those with a penalty of ``priority_penalties`` or a fine of ``priority_amount`` yuan or more.  The
    policy of the nearest region holds, of several the latest.
    """

    __tablename__ = "revisit_policy"
    __table_args__ = (
        *in_force("revisit_policy", "region_code", "procedure"),
        CheckConstraint("ratio BETWEEN 0 AND 100", name="ratio"),
        CheckConstraint("priority_amount >= 0", name="amount"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    procedure: Procedure = Field(sa_column=Column(term(Procedure), nullable=False))
    ratio: int
    priority_penalties: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String), nullable=False, server_default="{}")
    )
    priority_amount: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))


class RevisitSample(Table, Versioned, table=True):
    """What was drawn of the cases that were closed in a period, by a judicial bureau or an organ's legal unit.

    Cases are ordered by a hash of ``seed`` and key, so that the same seed draws the same again.  ``population`` are
    the cases closed, ``drawn`` those of the sample.
    """

    __tablename__ = "revisit_sample"
    __table_args__ = (
        UniqueConstraint("organization_id", "since", "until"),
        CheckConstraint("until >= since", name="period"),
        Index("revisit_sample_region_code_idx", "region_code", "drawn_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    since: date = Field(sa_column=Column(Date, nullable=False))
    until: date = Field(sa_column=Column(Date, nullable=False))
    seed: str
    population: int
    drawn: int
    drawn_at: datetime = Field(default_factory=now, sa_column=timestamp())


class CaseRevisit(Table, Versioned, table=True):
    """A revisit of the party of one closed case, which has one at most from each who draws.

    ``organization_id`` is the organ that handled the case, ``assigner_id`` who drew it, ``visitor_id`` the account
    that revisits, never that of an officer of the case.  ``closed_at`` is when the case was closed, from when the
    deadline counts, ``response_id`` what the party answered to a questionnaire.  The organ and its line see a revisit
    from its record on, the area and the assigner from the draw: so a unit may draw what its bureau is still to visit,
    and ``revisit_rules.MEASURED`` says by which of the two the case is measured.
    """

    __tablename__ = "case_revisit"
    __table_args__ = (
        UniqueConstraint("case_id", "assigner_id"),
        CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
        CheckConstraint("(visitor_id IS NULL) = (state = 'SAMPLED')", name="visitor"),
        Index("case_revisit_organization_idx", "visible_organization_id", "sampled_at", "id"),
        *areas("case_revisit", "", "region_code", "sampled_at", "id"),
        Index("case_revisit_assigner_idx", "assigner_id", "sampled_at", "id"),
        Index("case_revisit_visitor_idx", "visitor_id", "sampled_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="visible_organization_id", field="visible_field"),
        Side(name="assigner", organization="assigner_id"),
        Side(name="visitor", person="visitor_id"),
    )
    __told_since__: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("visible_organization_id", "visible_field"), "visited_at"),
        "visitor_id": "assigned_at",
    }
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        name: Sensitive(SensitiveClass.NARRATIVE) for name in ("findings", "issue", "handling", "return_reason")
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    sample_id: UUID = Field(foreign_key="revisit_sample.id", index=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id")
    state: RevisitState = Field(default=RevisitState.SAMPLED, sa_column=Column(term(RevisitState), nullable=False))
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    visible_organization_id: UUID | None = _since_visited(Uuid, "organization_id")
    visible_field: EnforcementField | None = _since_visited(term(EnforcementField, "visible_field"), "field")
    assigner_id: UUID = Field(foreign_key="organization.id")
    visitor_id: UUID | None = Field(default=None, foreign_key="account.id")
    is_priority: bool = False
    method: RevisitMethod | None = Field(default=None, sa_column=Column(term(RevisitMethod)))
    satisfaction: int | None = None
    findings: str | None = None
    response_id: UUID | None = Field(default=None, foreign_key="questionnaire_response.id", unique=True)
    issue: str | None = None
    clue_id: UUID | None = Field(default=None, foreign_key="clue.id", index=True)
    handling: str | None = None
    is_handling_confirmed: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    return_reason: str | None = None
    closed_at: datetime = Field(sa_column=timestamp())
    sampled_at: datetime = Field(default_factory=now, sa_column=timestamp())
    assigned_at: datetime | None = moment()
    visited_at: datetime | None = moment()
    raised_at: datetime | None = moment()
    handled_at: datetime | None = moment()
    confirmed_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()

    @property
    def counted_from(self) -> datetime:
        """From when its deadline counts."""
        return self.closed_at
