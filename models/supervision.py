"""Supervision (行政执法监督, plan clause 5): matters, their supervisors, and the documents that their acts issue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, String, Uuid, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.deadline_terms import DeadlineEvent
from models.enforcement_terms import SupervisionContent
from models.sensitive import Sensitive, SensitiveClass
from models.supervision_terms import (
    AccountabilityMeasure,
    ObjectionResult,
    SupervisionDocumentType,
    SupervisionEffect,
    SupervisionMatterState,
    SupervisionMode,
    SupervisionOrigin,
    SupervisionPower,
)
from models.vocabulary import EnforcementField, OrganizationKind

# Every act of the responsible body is carried out by two (行政执法监督条例).
SUPERVISORS_OF_A_MATTER = 2
SUPERVISED_KINDS = frozenset(
    {
        OrganizationKind.DEPARTMENT,
        OrganizationKind.AUTHORIZED,
        OrganizationKind.ENTRUSTED,
        OrganizationKind.VERTICAL,
        OrganizationKind.POLICE,
        OrganizationKind.TOWNSHIP_GOVERNMENT,
        OrganizationKind.TOWNSHIP_ENFORCEMENT,
    }
)
# By which documents the investigation of a matter may end, and what those may ask for.
OPINIONS: Mapping[SupervisionPower, frozenset[tuple[SupervisionDocumentType, SupervisionEffect]]] = {
    SupervisionPower.ORDER: frozenset(
        {
            (SupervisionDocumentType.OPINION, SupervisionEffect.CORRECT),
            (SupervisionDocumentType.OPINION, SupervisionEffect.ADVISE),
            (SupervisionDocumentType.SUGGESTION, SupervisionEffect.ADVISE),
        }
    ),
    SupervisionPower.GUIDE: frozenset({(SupervisionDocumentType.SUGGESTION, SupervisionEffect.ADVISE)}),
    SupervisionPower.INFORM: frozenset(),
}

# Of which documents the last day is that of a clock.
DOCUMENTS_WITH_CLOCKS: Mapping[DeadlineEvent, tuple[SupervisionEffect, ...]] = {
    DeadlineEvent.EXPLAIN_NOTICE: (SupervisionEffect.INQUIRE,),
    DeadlineEvent.RECTIFY: (SupervisionEffect.CORRECT, SupervisionEffect.ADVISE),
}

_NARRATIVES = ("facts", "finding", "rectification_plan", "objection", "review", "conclusion", "referral", "designation")
_SINCE_NOTIFIED = (
    "CASE WHEN state NOT IN ('REGISTERED', 'FILED') AND (state <> 'TERMINATED' OR notified_at IS NOT NULL) THEN {} END"
)


def _since_notified(type_: Any, column: str) -> Any:
    # What the supervised organ and its line are reached by: nothing until it was notified.
    return computed(type_, _SINCE_NOTIFIED.format(column), nullable=True)


class SupervisionMatter(Table, Versioned, table=True):
    """What one body supervises an organ for, from its registration to its end.

    ``organization_id`` is the supervised organ; it and its line see the matter from NOTIFIED on, the area always.
    ``unit_id`` is whom it counts as one with: of a township's enforcement team the township government, of all
    others itself.  ``body_id`` is the one responsible body; while another's claim ``is_referred`` to ``arbiter_id``,
    the nearest common superior, the body does not act.  ``informed_id`` is the superior department that was told what
    was found of a vertical organ, ``reviewer_id`` who reviews the objection.  Of one object (a unit with a case, an
    officer or a content of supervision) one matter is open at a time.
    """

    __tablename__ = "supervision_matter"
    __table_args__ = (
        CheckConstraint("body_id <> organization_id", name="two_organs"),
        Index(
            "supervision_matter_open_idx",
            "unit_id",
            "object_key",
            unique=True,
            postgresql_where=text("state NOT IN ('CLOSED', 'TERMINATED')"),
        ),
        Index("supervision_matter_organization_idx", "visible_organization_id", "id"),
        *areas("supervision_matter", "", "region_code", "registered_at", "id"),
        Index("supervision_matter_body_idx", "body_id", "id"),
        *areas("supervision_matter", "body", "body_region_code", "registered_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="body", region="body_region_code", organization="body_id", field="body_field"),
        Side(
            name="supervised",
            region="region_code",
            organization="visible_organization_id",
            field="visible_field",
        ),
        Side(name="informed", organization="informed_id"),
        Side(name="objection", organization="reviewer_id"),
        Side(name="arbiter", organization="arbiter_id"),
    )
    __told_since__: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("visible_organization_id", "visible_field"), "notified_at"),
        "informed_id": "informed_at",
    }
    __sensitive__: ClassVar[dict[str, Sensitive]] = {name: Sensitive(SensitiveClass.NARRATIVE) for name in _NARRATIVES}
    # How it came up would tell the organ who spoke; what it has to explain says the notice.  Which body supervises it
    # is no quarrel of the organ's, and what was found no business of its until it is told.
    __told_at__: ClassVar[dict[str, tuple[str, ...]]] = {
        **dict.fromkeys(("origin", "recommender_id", "alert_id", "clue_id", "facts"), ()),
        **dict.fromkeys(("is_referred", "claimant_id", "arbiter_id", "referral", "designation"), ()),
        "finding": ("opinion_issued_at", "informed_at"),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    number: str = Field(sa_column=Column(code_text(), nullable=False, unique=True))
    state: SupervisionMatterState = Field(
        default=SupervisionMatterState.REGISTERED, sa_column=Column(term(SupervisionMatterState), nullable=False)
    )
    mode: SupervisionMode = Field(sa_column=Column(term(SupervisionMode), nullable=False))
    content: SupervisionContent = Field(sa_column=Column(term(SupervisionContent), nullable=False))
    origin: SupervisionOrigin = Field(sa_column=Column(term(SupervisionOrigin), nullable=False))
    power: SupervisionPower = Field(sa_column=Column(term(SupervisionPower), nullable=False))
    subject: str = Field(sa_column=Column(code_text(), nullable=False))
    facts: str | None = None
    body_id: UUID = Field(foreign_key="organization.id")
    body_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    body_field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField, "body_field")))
    organization_id: UUID = Field(foreign_key="organization.id")
    unit_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    visible_organization_id: UUID | None = _since_notified(Uuid, "organization_id")
    visible_field: EnforcementField | None = _since_notified(term(EnforcementField, "visible_field"), "field")
    case_id: UUID | None = Field(default=None, foreign_key="enforcement_case.id", index=True)
    officer_id: UUID | None = Field(default=None, foreign_key="officer.id", index=True)
    object_key: str = computed(String, "coalesce(case_id::text, officer_id::text, content)")
    alert_id: UUID | None = Field(default=None, foreign_key="alert.id", index=True)
    clue_id: UUID | None = Field(default=None, foreign_key="clue.id", index=True)
    recommender_id: UUID | None = Field(default=None, foreign_key="organization.id")
    informed_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    is_informed: bool = computed(Boolean, "informed_id IS NOT NULL")
    reviewer_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    is_appealed: bool = False
    review_result: ObjectionResult | None = Field(default=None, sa_column=Column(term(ObjectionResult)))
    claimant_id: UUID | None = Field(default=None, foreign_key="organization.id")
    arbiter_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    is_referred: bool = False
    finding: str | None = None
    rectification_plan: str | None = None
    objection: str | None = None
    review: str | None = None
    conclusion: str | None = None
    referral: str | None = None
    designation: str | None = None
    registered_at: datetime = Field(default_factory=now, sa_column=timestamp())
    filed_at: datetime | None = moment()
    notified_at: datetime | None = moment()
    informed_at: datetime | None = moment()
    explained_at: datetime | None = moment()
    opinion_issued_at: datetime | None = moment()
    reported_at: datetime | None = moment()
    verified_at: datetime | None = moment()
    decided_at: datetime | None = moment()
    ended_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()
    is_under_deadline: bool = computed(Boolean, "next_due_at IS NOT NULL")


class MatterSupervisor(Table, table=True):
    """A certified supervisor who carries out a matter for the responsible body, by the name that the organ is told."""

    __tablename__ = "matter_supervisor"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"matter_id": SupervisionMatter}
    __told_by__ = ("name",)

    matter_id: UUID = Field(primary_key=True, foreign_key="supervision_matter.id")
    officer_id: UUID = Field(primary_key=True, foreign_key="officer.id", index=True)
    name: str = Field(sa_column=Column(code_text(), nullable=False))


# What these ask for is answered by acts on the matter, which they move.
ANSWERED_BY_ACTS = (SupervisionEffect.INQUIRE, SupervisionEffect.CORRECT, SupervisionEffect.ORDER)


class SupervisionDocument(Table, Versioned, table=True):
    """A document that an act on a matter issued; it is seen by its addressee from then on.

    ``organization_id`` is the addressee: the supervised organ, or the superior department of a vertical one.  What
    it is to do by law is its ``effect``, whatever its ``type``.  Numbers have no gaps per issuer, type and year.
    """

    __tablename__ = "supervision_document"
    __table_args__ = (
        Index("supervision_document_number_key", "number", "issuer_id", unique=True),
        Index("supervision_document_matter_idx", "matter_id", "id"),
        Index("supervision_document_organization_idx", "organization_id", "id"),
        Index("supervision_document_unanswered_idx", "organization_id", "id", postgresql_where=text("reply IS NULL")),
        *areas("supervision_document", "", "region_code", "issued_on", "id"),
        *areas("supervision_document", "issuer", "issuer_region_code", "issued_on", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="issuer", region="issuer_region_code", organization="issuer_id", field="issuer_field"),
        Side(name="addressee", region="region_code", organization="organization_id", field="field"),
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "content": Sensitive(SensitiveClass.NARRATIVE),
        "reply": Sensitive(SensitiveClass.NARRATIVE),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    matter_id: UUID = Field(foreign_key="supervision_matter.id")
    type: SupervisionDocumentType = Field(sa_column=Column(term(SupervisionDocumentType), nullable=False))
    effect: SupervisionEffect = Field(sa_column=Column(term(SupervisionEffect), nullable=False))
    number: str = Field(sa_column=Column(code_text(), nullable=False))
    issuer_id: UUID = Field(foreign_key="organization.id")
    issuer_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    issuer_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "issuer_field"))
    )
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    content: str
    issued_on: date = Field(sa_column=Column(Date, nullable=False))
    due_on: date | None = Field(default=None, sa_column=Column(Date))
    reply: str | None = None
    replied_at: datetime | None = moment()


class AccountabilityRecord(Table, Versioned, table=True):
    """What an organ or one of its officers was held accountable with, upon a matter.

    ``points`` are what the measure costs the organ in the assessment of the period, by that one's rule.
    """

    __tablename__ = "accountability_record"
    __table_args__ = (
        CheckConstraint("points BETWEEN 0 AND 100", name="points"),
        CheckConstraint(
            "(measure IN ('CERTIFICATE_SUSPENDED', 'CERTIFICATE_REVOKED')) = (certificate_id IS NOT NULL)"
            " AND (certificate_id IS NULL OR officer_id IS NOT NULL)",
            name="certificate",
        ),
        Index("accountability_record_matter_idx", "matter_id", "id"),
        Index("accountability_record_organization_idx", "organization_id", "id"),
        *areas("accountability_record", "", "region_code", "decided_on", "id"),
        Index("accountability_record_body_idx", "body_id", "id"),
        *areas("accountability_record", "body", "body_region_code", "decided_on", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field"),
        Side(name="body", region="body_region_code", organization="body_id", field="body_field"),
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {"reason": Sensitive(SensitiveClass.NARRATIVE)}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    matter_id: UUID = Field(foreign_key="supervision_matter.id")
    measure: AccountabilityMeasure = Field(sa_column=Column(term(AccountabilityMeasure), nullable=False))
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    officer_id: UUID | None = Field(default=None, foreign_key="officer.id", index=True)
    certificate_id: UUID | None = Field(default=None, foreign_key="certificate.id", index=True)
    body_id: UUID = Field(foreign_key="organization.id")
    body_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    body_field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField, "body_field")))
    reason: str
    points: int
    decided_on: date = Field(sa_column=Column(Date, nullable=False))
