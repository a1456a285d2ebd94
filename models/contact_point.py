"""Enterprises as contact points (企业联系点) and the visits to them: plan clause 9."""

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
    Index,
    Integer,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, now, term, timestamp, uuid7
from models.deadline_terms import RuleAuthority
from models.sensitive import Sensitive, SensitiveClass
from models.society_terms import ContactPointState, ContactVisitMethod, EnterpriseOwnership, EnterpriseScale
from models.validity import in_force
from models.vocabulary import EnforcementField

MOST_PROBLEMS = 20


class ContactPoint(Table, Versioned, table=True):
    """An enterprise by which a judicial bureau learns how enforcement is felt.

    ``region_code`` is where the enterprise is, at or below the bureau's region; ``account_id`` whom the enterprise
    named to answer, who sees its visits.
    """

    __tablename__ = "contact_point"
    __table_args__ = (
        Index(
            "contact_point_open_idx",
            "organization_id",
            "credit_code",
            unique=True,
            postgresql_where=text("state <> 'WITHDRAWN'"),
        ),
        Index("contact_point_region_code_idx", "region_code", "name", "id"),
        Index("contact_point_account_idx", "account_id", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="enterprise", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    credit_code: str = Field(sa_column=Column(code_text(18), nullable=False))
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    scale: EnterpriseScale = Field(sa_column=Column(term(EnterpriseScale), nullable=False))
    ownership: EnterpriseOwnership = Field(sa_column=Column(term(EnterpriseOwnership), nullable=False))
    is_above_designated_size: bool
    state: ContactPointState = Field(
        default=ContactPointState.NOMINATED, sa_column=Column(term(ContactPointState), nullable=False)
    )
    nominated_on: date = Field(sa_column=Column(Date, nullable=False))
    designated_on: date | None = Field(default=None, sa_column=Column(Date))
    reason: str | None = None


class ContactVisit(Table, table=True):
    """A visit to a contact point: what was heard, how satisfied the enterprise is (1–5), and what it complained of."""

    __tablename__ = "contact_visit"
    __table_args__ = (
        CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
        CheckConstraint("response_id IS NULL OR method = 'QUESTIONNAIRE'", name="response"),
        Index("contact_visit_contact_point_idx", "contact_point_id", "visited_on", "id"),
        Index("contact_visit_organization_idx", "organization_id", "visited_on", "id"),
        *areas("contact_visit", "", "region_code", "visited_on", "id"),
        Index("contact_visit_account_idx", "account_id", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="enterprise", person="account_id")
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {"findings": Sensitive(SensitiveClass.NARRATIVE)}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    contact_point_id: UUID = Field(foreign_key="contact_point.id")
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    method: ContactVisitMethod = Field(sa_column=Column(term(ContactVisitMethod), nullable=False))
    visited_on: date = Field(sa_column=Column(Date, nullable=False))
    findings: str
    satisfaction: int = Field(sa_column=Column(Integer, nullable=False))
    response_id: UUID | None = Field(default=None, foreign_key="questionnaire_response.id", unique=True)
    recorded_at: datetime = Field(default_factory=now, sa_column=timestamp())


class VisitProblem(Table, table=True):
    """A problem that a contact point told of, with the clue that it is followed up as."""

    __tablename__ = "visit_problem"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"visit_id": ContactVisit}
    __part_class__ = SensitiveClass.NARRATIVE

    visit_id: UUID = Field(primary_key=True, foreign_key="contact_visit.id")
    position: int = Field(primary_key=True)
    text: str
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    clue_id: UUID | None = Field(default=None, foreign_key="clue.id")
    is_clue: bool | None = computed(Boolean, "clue_id IS NOT NULL")


class ContactVisitLimit(Table, Versioned, table=True):
    """How often a contact point is visited in a calendar year, at least and at most; the nearest region's holds."""

    __tablename__ = "contact_visit_limit"
    __table_args__ = (
        *in_force("contact_visit_limit", "region_code"),
        CheckConstraint("least >= 0 AND most >= least", name="limits"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    least: int
    most: int
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
