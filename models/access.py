"""Who holds which role where; what a role may do stands in the policy, not here."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, now, term, timestamp, uuid7
from models.vocabulary import Role


class Account(Table, table=True):
    """A person or a machine, known by the subject its identity provider gives it."""

    __tablename__ = "account"
    __table_args__ = (
        UniqueConstraint("issuer", "subject"),
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", person="id"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    issuer: str
    subject: str
    name: str = Field(sa_column=Column(code_text(), nullable=False))
    organization_id: UUID = Field(index=True)
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False, index=True))
    disabled_at: datetime | None = Field(default=None, sa_column=timestamp(nullable=True))
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())


class RoleAssignment(Table, table=True):
    """A role that an account holds in an organization, from one day to another (Asia/Shanghai)."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        UniqueConstraint("account_id", "role", "organization_id", "valid_from"),
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("valid_to >= valid_from", name="period"),
        CheckConstraint("role NOT IN ('ACCOUNT_HOLDER', 'PUBLIC')", name="entrusted"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    role: Role = Field(sa_column=Column(term(Role), nullable=False))
    organization_id: UUID = Field(index=True)
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False, index=True))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
