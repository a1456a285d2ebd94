"""Evaluations (评估) by third parties, quarter by quarter and by poll: plan clause 12 第三方评估."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Numeric,
    String,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, moment, now, term, timestamp, uuid7
from models.enforcement_terms import (
    ActType,
    CaseDocumentKind,
    EvidenceKind,
    LegalReview,
    Procedure,
)
from models.evaluation_terms import (
    DurationBand,
    EvaluationKind,
    EvaluationState,
    FineBand,
    IndicatorBasis,
    SatisfactionBand,
)
from models.files import StoredFile
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

MOST_INDICATORS = 60
MOST_SAMPLED = 1_000
MOST_PAPERS = 50
MOST_COPIES = 20

_RUNNING = "state IN ('COMMISSIONED', 'SAMPLING', 'SCORING', 'SUBMITTED') AND NOT is_suspended"
_BAND = (
    "CASE WHEN total >= 80 THEN 'SATISFIED' WHEN total >= 60 THEN 'BASICALLY_SATISFIED' "
    "WHEN total >= 40 THEN 'DISSATISFIED' WHEN total >= 0 THEN 'VERY_DISSATISFIED' END"
)


def _commissions(expression: str, *, nullable: bool = False) -> Any:
    # What an evaluator reaches the row by.
    return computed(ARRAY(Uuid), expression, nullable=nullable)


def _terms() -> Any:
    return Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False, server_default="{}"))


class Evaluation(Table, Versioned, table=True):
    """What a judicial bureau commissions an evaluator to evaluate: regions, fields (none: all) and a period.

    The commission runs until its result is adopted, but for the time in which it is suspended; the evaluator's sight
    is its own.  ``sample_seed`` orders the cases of the scope, so that a draw can be done again and compared: it is by
    chance unless it was recorded with the commission, while cases of the period were still to come;
    ``worst_field`` is that of a poll with the lowest total, ``matter_id`` the special supervision that it led to.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        CheckConstraint("period_to >= period_from", name="period"),
        CheckConstraint("cardinality(region_codes) > 0", name="regions"),
        CheckConstraint("worst_field IS NULL OR kind = 'POLL'", name="worst_field_of_poll"),
        CheckConstraint("questionnaire_id IS NULL OR kind = 'POLL'", name="questionnaire_of_poll"),
        Index("evaluation_commissioner_idx", "commissioner_id", "created_at", "id"),
        Index("evaluation_public_idx", "created_at", "id", postgresql_where=text("is_published")),
        Index("evaluation_running_idx", "evaluator_id", postgresql_where=text("is_running")),
        Index("evaluation_commission_ids_idx", "commission_ids", postgresql_using="gin"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="commissioner", organization="commissioner_id", public="is_published"),
        Side(name="evaluator", organization="evaluator_id", commissions="commission_ids"),
    )
    # With the seed and the keys of published cases anyone could tell which of them were drawn, and in which place.
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        name: Sensitive(SensitiveClass.NARRATIVE) for name in ("sample_seed", "suspension_reason")
    }
    # Less what is published of organs with many cases it would tell how many those with few had.
    __entrusted__: ClassVar[frozenset[str]] = frozenset({"sampled"})

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    title: str
    kind: EvaluationKind = Field(sa_column=Column(term(EvaluationKind), nullable=False))
    state: EvaluationState = Field(
        default=EvaluationState.COMMISSIONED, sa_column=Column(term(EvaluationState), nullable=False)
    )
    commissioner_id: UUID = Field(foreign_key="organization.id")
    evaluator_id: UUID = Field(foreign_key="organization.id")
    region_codes: list[str] = Field(sa_column=Column(ARRAY(String), nullable=False))
    fields: list[str] = _terms()
    period_from: date = Field(sa_column=Column(Date, nullable=False))
    period_to: date = Field(sa_column=Column(Date, nullable=False))
    is_suspended: bool = False
    suspension_reason: str | None = None
    is_running: bool | None = computed(Boolean, _RUNNING)
    commission_ids: list[UUID] | None = _commissions(f"CASE WHEN {_RUNNING} THEN ARRAY[id] END", nullable=True)
    is_published: bool | None = computed(Boolean, "state = 'PUBLISHED'")
    sample_seed: str | None = None
    sampled: int = 0
    report: str | None = None
    worst_field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField, "worst_field")))
    questionnaire_id: UUID | None = Field(default=None, foreign_key="questionnaire.id", index=True)
    matter_id: UUID | None = Field(default=None, foreign_key="supervision_matter.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    sampled_at: datetime | None = moment()
    submitted_at: datetime | None = moment()
    adopted_at: datetime | None = moment()
    published_at: datetime | None = moment()


class EvaluationIndicator(Table, table=True):
    """An indicator of an evaluation's tree; the weights below one parent add up to 100."""

    __tablename__ = "evaluation_indicator"
    __table_args__ = (
        ForeignKeyConstraint(
            ["evaluation_id", "parent_code"], ["evaluation_indicator.evaluation_id", "evaluation_indicator.code"]
        ),
        CheckConstraint("weight > 0 AND weight <= 100", name="weight"),
    )
    __part_of__: ClassVar[dict[str, type[Table]]] = {"evaluation_id": Evaluation}

    evaluation_id: UUID = Field(primary_key=True, foreign_key="evaluation.id")
    code: str = Field(sa_column=Column(code_text(), primary_key=True))
    position: int
    parent_code: str | None = Field(default=None, sa_column=Column(code_text()))
    name: str
    weight: Decimal = Field(sa_column=Column(Numeric(5, 2), nullable=False))
    basis: IndicatorBasis | None = Field(default=None, sa_column=Column(term(IndicatorBasis)))


class EvaluationSubject(Table, Versioned, table=True):
    """What is evaluated and ranked: an organ with sampled cases, in a poll a field.

    ``total`` and ``rank`` are there once the evaluation is submitted, a rank where the total tells of many cases;
    ``place`` then follows the rank.
    """

    __tablename__ = "evaluation_subject"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "organization_id"),
        UniqueConstraint("evaluation_id", "field"),
        CheckConstraint("num_nonnulls(organization_id, field) = 1", name="organ_or_field"),
        CheckConstraint("total BETWEEN 0 AND 100", name="total"),
        Index("evaluation_subject_evaluation_idx", "evaluation_id", "place", "id"),
        Index("evaluation_subject_organization_idx", "organization_id", "id"),
        Index("evaluation_subject_commissioner_idx", "commissioner_id", "id"),
        Index("evaluation_subject_commission_ids_idx", "commission_ids", postgresql_using="gin"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="commissioner", organization="commissioner_id", public="is_published"),
        Side(name="evaluator", commissions="commission_ids"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    evaluation_id: UUID = Field(foreign_key="evaluation.id")
    commissioner_id: UUID = Field(foreign_key="organization.id")
    commission_ids: list[UUID] = _commissions("ARRAY[evaluation_id]")
    is_published: bool = False
    place: int
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    sampled: int = 0
    total: Decimal | None = Field(default=None, sa_column=Column(Numeric(5, 2)))
    rank: int | None = None
    band: SatisfactionBand | None = computed(term(SatisfactionBand), _BAND, nullable=True)


class SampledCase(Table, table=True):
    """A case as its evaluator sees it: without number, day, narrative or any name, and what it is scored by alone.

    Persons stand under pseudonyms that were drawn with the sample: one person has one in the whole of an evaluation,
    and another in the next; an enterprise, whose name is published, has one for each case.  Times and fines stand in
    bands; which duty, which month, which kind of party or source it was would lead to the published decision.
    ``withheld`` names the columns that are empty for the same reason.
    """

    __tablename__ = "sampled_case"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "place"),
        Index("sampled_case_commissioner_idx", "commissioner_id", "id"),
        Index("sampled_case_commission_ids_idx", "commission_ids", postgresql_using="gin"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="commissioner", organization="commissioner_id"),
        Side(name="evaluator", commissions="commission_ids"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    evaluation_id: UUID = Field(foreign_key="evaluation.id")
    commissioner_id: UUID = Field(foreign_key="organization.id")
    commission_ids: list[UUID] = _commissions("ARRAY[evaluation_id]")
    place: int
    subject_id: UUID = Field(foreign_key="evaluation_subject.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    act_type: ActType = Field(sa_column=Column(term(ActType), nullable=False))
    procedure: Procedure | None = Field(default=None, sa_column=Column(term(Procedure)))
    legal_review: LegalReview | None = Field(default=None, sa_column=Column(term(LegalReview)))
    hearing_held: bool | None = None
    party_pseudonym: str
    officer_pseudonyms: list[str] = _terms()
    decided_within: DurationBand | None = Field(default=None, sa_column=Column(term(DurationBand, "decided_within")))
    served_within: DurationBand | None = Field(default=None, sa_column=Column(term(DurationBand, "served_within")))
    penalty_kinds: list[str] = _terms()
    fine: FineBand | None = Field(default=None, sa_column=Column(term(FineBand)))
    withheld: list[str] = _terms()


class SampledPaper(Table, table=True):
    """A document or a piece of evidence of a sampled case's file, by its kind alone."""

    __tablename__ = "sampled_paper"
    __table_args__ = (CheckConstraint("num_nonnulls(document, evidence) = 1", name="one_kind"),)
    __part_of__: ClassVar[dict[str, type[Table]]] = {"sampled_case_id": SampledCase}

    sampled_case_id: UUID = Field(primary_key=True, foreign_key="sampled_case.id")
    position: int = Field(primary_key=True)
    document: CaseDocumentKind | None = Field(default=None, sa_column=Column(term(CaseDocumentKind)))
    evidence: EvidenceKind | None = Field(default=None, sa_column=Column(term(EvidenceKind)))


class SampledCopy(Table, table=True):
    """A file that the bureau made of one of the case's, with every name in it blacked out."""

    __tablename__ = "sampled_copy"
    __table_args__ = (UniqueConstraint("sampled_case_id", "file_id"),)
    __part_of__: ClassVar[dict[str, type[Table]]] = {"sampled_case_id": SampledCase}
    __carries__: ClassVar[dict[str, type[Table]]] = {"file_id": StoredFile}

    sampled_case_id: UUID = Field(primary_key=True, foreign_key="sampled_case.id")
    position: int = Field(primary_key=True)
    file_id: UUID = Field(foreign_key="stored_file.id", index=True)


class SampledOriginal(Table, table=True):
    """The case that was sampled, for those who see narratives clear."""

    __tablename__ = "sampled_original"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"sampled_case_id": SampledCase}
    __part_class__ = SensitiveClass.NARRATIVE

    sampled_case_id: UUID = Field(primary_key=True, foreign_key="sampled_case.id")
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)


class EvaluationScore(Table, Versioned, table=True):
    """A score (0–100) by one indicator, of a sampled case or of a subject."""

    __tablename__ = "evaluation_score"
    __table_args__ = (
        ForeignKeyConstraint(
            ["evaluation_id", "indicator_code"], ["evaluation_indicator.evaluation_id", "evaluation_indicator.code"]
        ),
        UniqueConstraint("evaluation_id", "indicator_code", "sampled_case_id"),
        UniqueConstraint("evaluation_id", "indicator_code", "subject_id"),
        CheckConstraint("num_nonnulls(sampled_case_id, subject_id) = 1", name="case_or_subject"),
        CheckConstraint("value BETWEEN 0 AND 100", name="value"),
    )
    __part_of__: ClassVar[dict[str, type[Table]]] = {"sampled_case_id": SampledCase, "subject_id": EvaluationSubject}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    evaluation_id: UUID
    indicator_code: str = Field(sa_column=Column(code_text(), nullable=False))
    sampled_case_id: UUID | None = Field(default=None, foreign_key="sampled_case.id", index=True)
    subject_id: UUID | None = Field(default=None, foreign_key="evaluation_subject.id", index=True)
    value: Decimal = Field(sa_column=Column(Numeric(5, 2), nullable=False))
    remark: str | None = None
