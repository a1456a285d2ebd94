"""Quarterly reports (季度报告) to the city's government, and the bulletins (通报) drawn from them: 三(三)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, moment, now, term, timestamp, uuid7
from models.counting import CHINA, quarter_end
from models.reporting_terms import BulletinState, ReportState
from models.vocabulary import EnforcementField

MOST_REPORTS = 100


def _since_submitted(type_: Any, column: str) -> Any:
    # What others are reached by: nothing of a draft.
    return computed(type_, f"CASE WHEN state <> 'DRAFT' THEN {column} END", nullable=True)


class ProgressReport(Table, Versioned, table=True):
    """One edition of what an organization reports of a quarter.

    An edition is frozen once it was submitted; a correction is the next edition, which takes the place of its
    predecessor when it is submitted.
    """

    __tablename__ = "progress_report"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("quarter BETWEEN 1 AND 4", name="quarter"),
        UniqueConstraint("organization_id", "year", "quarter", "edition"),
        Index(
            "progress_report_in_draft_idx",
            "organization_id",
            "year",
            "quarter",
            unique=True,
            postgresql_where=text("state = 'DRAFT'"),
        ),
        Index("progress_report_region_idx", "visible_region_code", "drafted_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(organization="organization_id"),
        Side(name="received", region="visible_region_code", field="visible_field"),
        Side(name="bureau", organization="visible_reviewer_id"),
        Side(name="government", organization="visible_government_id"),
    )
    __told_since__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("visible_region_code", "visible_field", "visible_reviewer_id", "visible_government_id"), "submitted_at"
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    reviewer_id: UUID = Field(foreign_key="organization.id", index=True)
    government_id: UUID = Field(foreign_key="organization.id", index=True)
    visible_region_code: str | None = _since_submitted(code_text(9), "region_code")
    visible_field: EnforcementField | None = _since_submitted(term(EnforcementField, "visible_field"), "field")
    visible_reviewer_id: UUID | None = _since_submitted(Uuid, "reviewer_id")
    visible_government_id: UUID | None = _since_submitted(Uuid, "government_id")
    year: int
    quarter: int
    edition: int = 1
    predecessor_id: UUID | None = Field(default=None, foreign_key="progress_report.id", index=True)
    state: ReportState = Field(default=ReportState.DRAFT, sa_column=Column(term(ReportState), nullable=False))
    progress: str
    problems: str | None = None
    plans: str | None = None
    review_opinion: str | None = None
    return_reason: str | None = None
    drafted_at: datetime = Field(default_factory=now, sa_column=timestamp())
    submitted_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()

    @property
    def counted_from(self) -> datetime:
        """The last day of the quarter, from which its deadline counts."""
        return datetime.combine(quarter_end(self.year, self.quarter), time(), CHINA)


class Bulletin(Table, Versioned, table=True):
    """What a government tells everyone of the reports it drew on; public once it is published, with a number then."""

    __tablename__ = "bulletin"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("number"),
        CheckConstraint("(state = 'PUBLISHED') = (number IS NOT NULL)", name="number_of_published"),
        Index("bulletin_organization_idx", "organization_id", "drafted_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", public="is_public")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    number: str | None = Field(default=None, sa_column=Column(code_text()))
    title: str
    content: str
    state: BulletinState = Field(default=BulletinState.DRAFT, sa_column=Column(term(BulletinState), nullable=False))
    is_public: bool | None = computed(Boolean, "state = 'PUBLISHED'")
    drafted_at: datetime = Field(default_factory=now, sa_column=timestamp())
    published_at: datetime | None = moment()


class BulletinReport(Table, table=True):
    """A report that a bulletin draws on."""

    __tablename__ = "bulletin_report"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"bulletin_id": Bulletin}

    bulletin_id: UUID = Field(primary_key=True, foreign_key="bulletin.id")
    report_id: UUID = Field(primary_key=True, foreign_key="progress_report.id", index=True)
