"""Specially invited supervisors (特邀行政执法监督员), their reports, and how many of each category there are to be.

Plan clause 8.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.counting import local_day
from models.deadline_terms import RuleAuthority
from models.sensitive import Sensitive, SensitiveClass
from models.society_terms import InvitedSupervisorState, SupervisorCategory, SupervisorReportState
from models.validity import in_force
from models.vocabulary import EnforcementField

MOST_FINDINGS = 20
SERVING = (InvitedSupervisorState.APPOINTED, InvitedSupervisorState.RENEWED)


def supervisor_state(state: InvitedSupervisorState, term_to: date | None, day: date) -> InvitedSupervisorState:
    """The state on a day: who was appointed has expired once the term's last day has passed."""
    is_over = state in SERVING and term_to is not None and term_to < day
    return InvitedSupervisorState.EXPIRED if is_over else state


class InvitedSupervisor(Table, Versioned, table=True):
    """A person of society whom a judicial bureau invites to supervise enforcement, for a term.

    Some supervise the business environment, too.
    """

    __tablename__ = "invited_supervisor"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("term_to >= term_from", name="term"),
        CheckConstraint("state IN ('APPLIED', 'REVIEWED') OR term_to IS NOT NULL", name="appointed"),
        Index(
            "invited_supervisor_applied_idx",
            "account_id",
            "organization_id",
            unique=True,
            postgresql_where=text("state IN ('APPLIED', 'REVIEWED')"),
        ),
        Index("invited_supervisor_region_code_idx", "region_code", "name", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="person", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    category: SupervisorCategory = Field(sa_column=Column(term(SupervisorCategory), nullable=False))
    work_unit: str
    is_business_environment_supervisor: bool
    application: str
    state: InvitedSupervisorState = Field(
        default=InvitedSupervisorState.APPLIED, sa_column=Column(term(InvitedSupervisorState), nullable=False)
    )
    applied_on: date = Field(sa_column=Column(Date, nullable=False))
    review_opinion: str | None = None
    term_from: date | None = Field(default=None, sa_column=Column(Date))
    term_to: date | None = Field(default=None, sa_column=Column(Date))
    dismissal_reason: str | None = None

    @property
    def shown_state(self) -> InvitedSupervisorState:
        """The state today."""
        return supervisor_state(self.state, self.term_to, local_day(now()))

    def serves_on(self, day: date) -> bool:
        """Whether the person was appointed, and the term runs on this day."""
        is_within = self.term_from is not None and self.term_to is not None and self.term_from <= day <= self.term_to
        return self.state in SERVING and is_within


class SupervisorReport(Table, Versioned, table=True):
    """What an invited supervisor saw of enforcement, and how the bureau handled it; seen by its author and bureaus."""

    __tablename__ = "supervisor_report"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        *areas("supervisor_report", "", "region_code", "submitted_at", "id"),
        Index("supervisor_report_account_idx", "account_id", "submitted_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="author", person="account_id")
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "content": Sensitive(SensitiveClass.NARRATIVE),
        "handling": Sensitive(SensitiveClass.NARRATIVE),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    supervisor_id: UUID = Field(foreign_key="invited_supervisor.id", index=True)
    account_id: UUID = Field(foreign_key="account.id")
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    concerned_id: UUID | None = Field(default=None, foreign_key="organization.id")
    observed_on: date = Field(sa_column=Column(Date, nullable=False))
    content: str
    state: SupervisorReportState = Field(
        default=SupervisorReportState.SUBMITTED, sa_column=Column(term(SupervisorReportState), nullable=False)
    )
    submitted_at: datetime = Field(default_factory=now, sa_column=timestamp())
    handling: str | None = None
    handled_at: datetime | None = moment()


class ReportFinding(Table, table=True):
    """One finding of a report, with the clue that the bureau made of it."""

    __tablename__ = "report_finding"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"report_id": SupervisorReport}
    __part_class__ = SensitiveClass.NARRATIVE

    report_id: UUID = Field(primary_key=True, foreign_key="supervisor_report.id")
    position: int = Field(primary_key=True)
    text: str
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    clue_id: UUID | None = Field(default=None, foreign_key="clue.id")
    is_clue: bool | None = computed(Boolean, "clue_id IS NOT NULL")


class SupervisorTarget(Table, Versioned, table=True):
    """How many invited supervisors of a category a region is to have."""

    __tablename__ = "supervisor_target"
    __table_args__ = (
        *in_force("supervisor_target", "region_code", "category"),
        CheckConstraint("number >= 0", name="number"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    category: SupervisorCategory = Field(sa_column=Column(term(SupervisorCategory), nullable=False))
    number: int
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
