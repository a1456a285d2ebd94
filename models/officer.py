"""Enforcement officers and supervisors with their certificates: plan clause 2 队伍建设."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, now, term, uuid7
from models.counting import local_day
from models.enforcement_terms import CertificateKind, CertificateState
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

# 国办发〔2018〕118号: legal reviewers are 5% of an organ's officers at least.
REVIEWERS_PER_HUNDRED = 5


class Officer(Table, Versioned, table=True):
    """A person who enforces or supervises for one organization.

    ``account_id`` is the account the person signs in with, if any.  Only staff in established posts, 18 or
    older, with the examination passed, can hold a certificate (行政处罚法 42).  Numbers are the organization's own,
    so that nobody learns by one what stands in another.
    """

    __tablename__ = "officer"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organization_id", "field"], ["organization.id", "organization.field"], onupdate="CASCADE"
        ),
        UniqueConstraint("id", "organization_id"),
        UniqueConstraint("organization_id", "number"),
        # Who changed the organization stays an officer of the one that was left.
        UniqueConstraint("account_id", "organization_id"),
        Index("officer_organization_idx", "organization_id", "number", "id"),
        Index("officer_region_code_idx", "region_code", "number", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        name: Sensitive(SensitiveClass.OFFICER_NUMBER) for name in ("number", "born_on")
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    number: str = Field(sa_column=Column(code_text(), nullable=False))
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    born_on: date = Field(sa_column=Column(Date, nullable=False))
    in_established_post: bool
    is_legal_reviewer: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    examination_passed_on: date | None = Field(default=None, sa_column=Column(Date))
    left_on: date | None = Field(default=None, sa_column=Column(Date))


class Certificate(Table, Versioned, table=True):
    """A certificate of one officer, valid from one day to another."""

    __tablename__ = "certificate"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organization_id", "field"], ["organization.id", "organization.field"], onupdate="CASCADE"
        ),
        ForeignKeyConstraint(
            ["officer_id", "organization_id"], ["officer.id", "officer.organization_id"], onupdate="CASCADE"
        ),
        UniqueConstraint("organization_id", "number"),
        CheckConstraint("valid_to >= valid_from", name="period"),
        Index("certificate_officer_idx", "officer_id", "kind"),
        Index("certificate_region_code_idx", "region_code", "number", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "number": Sensitive(SensitiveClass.OFFICER_NUMBER),
        # That of the accountability record, where one was suspended or revoked by it.
        "reason": Sensitive(SensitiveClass.NARRATIVE),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    officer_id: UUID
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    kind: CertificateKind = Field(sa_column=Column(term(CertificateKind), nullable=False))
    number: str = Field(sa_column=Column(code_text(), nullable=False))
    state: CertificateState = Field(
        default=CertificateState.VALID, sa_column=Column(term(CertificateState), nullable=False)
    )
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date = Field(sa_column=Column(Date, nullable=False))
    reason: str | None = None

    @property
    def shown_state(self) -> CertificateState:
        """The state today."""
        return certificate_state(self.state, self.valid_to, local_day(now()))


def certificate_state(state: CertificateState, valid_to: date, day: date) -> CertificateState:
    """The state on a day: what was not revoked has expired once its last day has passed."""
    return CertificateState.EXPIRED if state is not CertificateState.REVOKED and valid_to < day else state
