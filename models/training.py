"""Trainings of officers and supervisors, and who attended them for how many hours: plan clause 2 队伍建设."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, term, uuid7
from models.people_terms import TrainingState
from models.vocabulary import EnforcementField


class Training(Table, Versioned, table=True):
    """A training that a supervision body or an organ plans for a year, held in sessions.

    ``required_hours`` are the class hours (学时) that each participant is to have of it.
    """

    __tablename__ = "training"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organization_id", "field"], ["organization.id", "organization.field"], onupdate="CASCADE"
        ),
        CheckConstraint("required_hours > 0", name="required_hours"),
        Index("training_organization_idx", "organization_id", "year", "id"),
        Index("training_region_code_idx", "region_code", "year", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    title: str
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    year: int
    audience: str
    required_hours: int
    state: TrainingState = Field(default=TrainingState.PLANNED, sa_column=Column(term(TrainingState), nullable=False))
    reason: str | None = None


class TrainingSession(Table, table=True):
    """One session of a training, on one day."""

    __tablename__ = "training_session"
    __table_args__ = (CheckConstraint("hours > 0", name="hours"),)
    __part_of__: ClassVar[dict[str, type[Table]]] = {"training_id": Training}

    training_id: UUID = Field(primary_key=True, foreign_key="training.id")
    number: int = Field(primary_key=True)
    subject: str
    held_on: date = Field(sa_column=Column(Date, nullable=False))
    hours: int
    lecturer: str | None = None
    venue: str | None = None


class TrainingAttendance(Table, Versioned, table=True):
    """That an officer attended a session, and for how many class hours.

    It is the officer's: who sees the officer's organization sees it, whoever held the training, so the subject and
    the day of the session stand here too.
    """

    __tablename__ = "training_attendance"
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
        ForeignKeyConstraint(
            ["training_id", "session_number"], ["training_session.training_id", "training_session.number"]
        ),
        UniqueConstraint("training_id", "session_number", "officer_id"),
        CheckConstraint("hours > 0", name="hours"),
        Index("training_attendance_officer_idx", "officer_id", "year"),
        Index("training_attendance_organization_idx", "organization_id", "year"),
        *areas("training_attendance", "", "region_code", "year", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    training_id: UUID = Field(foreign_key="training.id")
    session_number: int
    officer_id: UUID
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    subject: str
    held_on: date = Field(sa_column=Column(Date, nullable=False))
    year: int | None = computed(Integer, "CAST(EXTRACT(year FROM held_on) AS integer)")
    hours: int
