"""Reviews of case files (案卷评查): defects cost points, and some fail the file at once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, term, uuid7
from models.evaluation_terms import CaseFileDefectKind, CaseFileGrade
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

DEFECTS = Path(__file__).with_name("file_defects.csv")
FULL_MARKS = 100
MOST_DEFECTS = 30

_GRADE = (
    "CASE WHEN has_failed OR score < 60 THEN 'FAIL' WHEN score < 75 THEN 'PASS' "
    "WHEN score < 90 THEN 'GOOD' ELSE 'EXCELLENT' END"
)


@dataclass(frozen=True)
class DefectRule:
    """What a defect costs at most, in points of 100, and whether it fails the file at once."""

    points: int
    fails: bool


@cache
def defect_rules() -> Mapping[CaseFileDefectKind, DefectRule]:
    """The rules of ``file_defects.csv``."""
    with DEFECTS.open(encoding="utf-8", newline="") as file:
        return {
            CaseFileDefectKind[row["defect"]]: DefectRule(int(row["points"]), row["fails"] == "yes")
            for row in csv.DictReader(file)
        }


class CaseFileReview(Table, Versioned, table=True):
    """The review of one case's file by one body: a judicial bureau or a legal unit.

    ``organization_id``, ``region_code`` and ``field`` are the case's; the score is 0–100.
    """

    __tablename__ = "case_file_review"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("case_id", "reviewer_id"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        Index("case_file_review_organization_idx", "organization_id", "reviewed_on", "id"),
        Index("case_file_review_reviewer_idx", "reviewer_id", "reviewed_on", "id"),
        *areas("case_file_review", "", "region_code", "reviewed_on", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field"),
        Side(name="examiner", organization="reviewer_id"),
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {"opinion": Sensitive(SensitiveClass.NARRATIVE)}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id")
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    reviewer_id: UUID = Field(foreign_key="organization.id")
    reviewed_on: date = Field(sa_column=Column(Date, nullable=False))
    score: int
    has_failed: bool
    grade: CaseFileGrade | None = computed(term(CaseFileGrade), _GRADE)
    opinion: str | None = None


class CaseFileDefect(Table, table=True):
    """A defect that a review found, with the points that it cost."""

    __tablename__ = "case_file_defect"
    __table_args__ = (CheckConstraint("points >= 0", name="points"),)
    __part_of__: ClassVar[dict[str, type[Table]]] = {"review_id": CaseFileReview}
    __part_class__ = SensitiveClass.NARRATIVE

    review_id: UUID = Field(primary_key=True, foreign_key="case_file_review.id")
    position: int = Field(primary_key=True)
    kind: CaseFileDefectKind = Field(sa_column=Column(term(CaseFileDefectKind), nullable=False))
    points: int
    fails: bool
    note: str | None = None
