"""Leading groups (领导小组) and their members: plan clause 三(一) 组织领导."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column, Date, ForeignKeyConstraint, Index, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, term, uuid7
from models.people_terms import LeadingGroupState, MemberPosition


class LeadingGroup(Table, Versioned, table=True):
    """The group that leads the work for a government, which has one at a time; ``office_id`` is its office (办公室)."""

    __tablename__ = "leading_group"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        Index(
            "leading_group_established_idx",
            "organization_id",
            unique=True,
            postgresql_where=text("state = 'ESTABLISHED'"),
        ),
        Index("leading_group_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="office", organization="office_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    name: str
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    office_id: UUID = Field(foreign_key="organization.id")
    document: str
    established_on: date = Field(sa_column=Column(Date, nullable=False))
    state: LeadingGroupState = Field(
        default=LeadingGroupState.ESTABLISHED, sa_column=Column(term(LeadingGroupState), nullable=False)
    )
    dissolved_on: date | None = Field(default=None, sa_column=Column(Date))
    reason: str | None = None


class LeadingGroupMember(Table, table=True):
    """A member of a leading group, past ones included."""

    __tablename__ = "leading_group_member"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"group_id": LeadingGroup}

    group_id: UUID = Field(primary_key=True, foreign_key="leading_group.id")
    number: int = Field(primary_key=True)
    name: str
    position: MemberPosition = Field(sa_column=Column(term(MemberPosition), nullable=False))
    post: str
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    joined_on: date = Field(sa_column=Column(Date, nullable=False))
    left_on: date | None = Field(default=None, sa_column=Column(Date))
