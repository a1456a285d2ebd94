"""Assessments (考核): one score sheet for each organ and period, under rules that are rows; plan clauses 5 and 12."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Numeric,
    Uuid,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.assessment_terms import AssessmentCriterion, AssessmentState
from models.base import Table, Versioned, code_text, computed, moment, now, term, timestamp, uuid7
from models.deadline_terms import RuleAuthority
from models.sensitive import Sensitive, SensitiveClass
from models.validity import in_force
from models.vocabulary import EnforcementField, Level


def _hundredths(*, nullable: bool = False) -> Any:
    return Column(Numeric(5, 2), nullable=nullable)


def _since_published(type_: Any, column: str) -> Any:
    # What all but the assessor are reached by: nothing of a draft.
    return computed(type_, f"CASE WHEN state <> 'DRAFT' THEN {column} END", nullable=True)


class AssessmentRule(Table, Versioned, table=True):
    """By what the bureaus of a region assess organs of a level; the weights of its criteria add up to 100.

    The rule in force on the last day of the period holds, that of the region nearest to the assessor, then the latest.
    """

    __tablename__ = "assessment_rule"
    __table_args__ = (*in_force("assessment_rule", "region_code", "level"),)
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    level: Level = Field(sa_column=Column(term(Level), nullable=False))
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))


class AssessmentRuleCriterion(Table, table=True):
    """A criterion of a rule with its weight and, of one that deducts, the points of its 100 that an item costs."""

    __tablename__ = "assessment_rule_criterion"
    __table_args__ = (
        CheckConstraint("weight > 0 AND weight <= 100", name="weight"),
        CheckConstraint("points_per_item > 0 AND points_per_item <= 100", name="points"),
    )
    __part_of__: ClassVar[dict[str, type[Table]]] = {"rule_id": AssessmentRule}
    __part_is_published__ = True

    rule_id: UUID = Field(primary_key=True, foreign_key="assessment_rule.id")
    criterion: AssessmentCriterion = Field(sa_column=Column(term(AssessmentCriterion, is_open=True), primary_key=True))
    position: int
    weight: Decimal = Field(sa_column=_hundredths())
    points_per_item: Decimal | None = Field(default=None, sa_column=_hundredths(nullable=True))


class AssessmentRound(Table, Versioned, table=True):
    """One drawing up by a bureau, of every organ of a level that it supervises, for a period.

    ``drawn_up`` are the sheets that it made, ``not_measured`` the organs of which there was nothing to measure.
    """

    __tablename__ = "assessment_round"
    __table_args__ = (
        CheckConstraint("period_to >= period_from", name="period"),
        Index("assessment_round_assessor_idx", "assessor_id", "drawn_up_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(name="assessor", organization="assessor_id"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    assessor_id: UUID = Field(foreign_key="organization.id")
    level: Level = Field(sa_column=Column(term(Level), nullable=False))
    period_from: date = Field(sa_column=Column(Date, nullable=False))
    period_to: date = Field(sa_column=Column(Date, nullable=False))
    drawn_up: int = 0
    not_measured: int = 0
    drawn_up_at: datetime = Field(default_factory=now, sa_column=timestamp())


class Assessment(Table, Versioned, table=True):
    """The score sheet of one organ for a period, as its assessor drew it up: facts that came in since change nothing.

    ``total`` is 0–100, the sum of what its lines contribute.  A draft is drawn up anew as often as need be; the organ,
    its line and its area see a sheet once it was published.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("period_to >= period_from", name="period"),
        CheckConstraint("total BETWEEN 0 AND 100", name="total"),
        Index(
            "assessment_of_a_period_idx",
            "assessor_id",
            "organization_id",
            "period_from",
            "period_to",
            unique=True,
            postgresql_where=text("state <> 'REVOKED'"),
        ),
        Index("assessment_assessor_idx", "assessor_id", "drawn_up_at", "id"),
        Index("assessment_organization_idx", "visible_organization_id", "drawn_up_at", "id"),
        Index("assessment_region_idx", "visible_region_code", "drawn_up_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="assessor", organization="assessor_id"),
        Side(
            name="assessed",
            region="visible_region_code",
            organization="visible_organization_id",
            field="visible_field",
        ),
    )
    __told_since__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("visible_region_code", "visible_organization_id", "visible_field"), "published_at"
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        name: Sensitive(SensitiveClass.NARRATIVE) for name in ("objection", "conclusion")
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    assessor_id: UUID = Field(foreign_key="organization.id")
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    level: Level = Field(sa_column=Column(term(Level), nullable=False))
    visible_organization_id: UUID | None = _since_published(Uuid, "organization_id")
    visible_region_code: str | None = _since_published(code_text(9), "region_code")
    visible_field: EnforcementField | None = _since_published(term(EnforcementField, "visible_field"), "field")
    rule_id: UUID = Field(foreign_key="assessment_rule.id", index=True)
    round_id: UUID | None = Field(default=None, foreign_key="assessment_round.id", index=True)
    period_from: date = Field(sa_column=Column(Date, nullable=False))
    period_to: date = Field(sa_column=Column(Date, nullable=False))
    state: AssessmentState = Field(
        default=AssessmentState.DRAFT, sa_column=Column(term(AssessmentState), nullable=False)
    )
    total: Decimal = Field(default=Decimal(0), sa_column=_hundredths())
    objection: str | None = None
    conclusion: str | None = None
    drawn_up_at: datetime = Field(default_factory=now, sa_column=timestamp())
    published_at: datetime | None = moment()
    objected_at: datetime | None = moment()
    concluded_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()


class AssessmentLine(Table, table=True):
    """What one criterion came to on a sheet.

    ``value`` is what was measured of ``sample`` rows, in the criterion's own measure, ``score`` what that is of 100;
    both are null where there was nothing to measure, whose weight is then spread over the others in proportion
    (``effective_weight``).  ``contribution`` is the effective weight's share of the score.
    """

    __tablename__ = "assessment_line"
    __table_args__ = (
        CheckConstraint("sample >= 0 AND score BETWEEN 0 AND 100", name="measured"),
        CheckConstraint("num_nulls(value, score) IN (0, 2)", name="value_and_score"),
    )
    __part_of__: ClassVar[dict[str, type[Table]]] = {"assessment_id": Assessment}

    assessment_id: UUID = Field(primary_key=True, foreign_key="assessment.id")
    criterion: AssessmentCriterion = Field(sa_column=Column(term(AssessmentCriterion, is_open=True), primary_key=True))
    position: int
    weight: Decimal = Field(sa_column=_hundredths())
    points_per_item: Decimal | None = Field(default=None, sa_column=_hundredths(nullable=True))
    value: Decimal | None = Field(default=None, sa_column=Column(Numeric(8, 2)))
    sample: int
    score: Decimal | None = Field(default=None, sa_column=_hundredths(nullable=True))
    effective_weight: Decimal = Field(sa_column=_hundredths())
    contribution: Decimal = Field(sa_column=_hundredths())
