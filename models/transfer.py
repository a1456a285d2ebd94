"""Transfers of cases (案件移送), disputes of competence (执法争议) and linkage (衔接): plan clause 6 联动机制."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Uuid, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.case_rules import OPEN_TRANSFERS_IN_SQL
from models.enforcement_terms import (
    ActType,
    CaseState,
    DisputeState,
    LinkageKind,
    LinkageState,
    PartyKind,
    TransferKind,
    TransferState,
)
from models.file_terms import LetterTemplate
from models.files import StoredFile
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

MOST_ATTACHMENTS = 50

_NARRATIVES = ("reason", "rejection_reason", "withdrawal_reason", "result")
_PAPERS = ("application", "supplement_asked", "supplement", "agreement", "opinion", "end_reason")
_HANDED_OVER = (
    "CASE WHEN state NOT IN ('DRAFT', 'APPROVED') AND (state <> 'WITHDRAWN' OR sent_at IS NOT NULL) THEN {} END"
)


def _since_sent(type_: Any, column: str) -> Any:
    # What a receiver is reached by: nothing until the transfer was sent.
    return computed(type_, _HANDED_OVER.format(column), nullable=True)


class CaseTransfer(Table, Versioned, table=True):
    """A case handed over from one organ to another.

    The receiver's side exists from SENT on, and of one that was withdrawn if it had been sent; ``receiver_*`` are
    what the sender wrote.  The case's number, cause and party stand here as the letters name them, which both sides
    go on reading whoever has the case.  Of one that a dispute left with its sender there is no result to return.
    """

    __tablename__ = "case_transfer"
    __table_args__ = (
        CheckConstraint("sender_id <> receiver_id", name="two_organs"),
        Index(
            "case_transfer_open_idx",
            "case_id",
            unique=True,
            postgresql_where=text(f"state IN ({OPEN_TRANSFERS_IN_SQL})"),
        ),
        Index("case_transfer_case_idx", "case_id", "id"),
        Index("case_transfer_sender_idx", "sender_id", "id"),
        Index("case_transfer_receiver_idx", "visible_receiver_id", "id"),
        *areas("case_transfer", "sender", "sender_region_code", "created_at", "id"),
        *areas("case_transfer", "receiver", "visible_receiver_region_code", "created_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="sender", region="sender_region_code", organization="sender_id", field="sender_field"),
        Side(
            name="receiver",
            region="visible_receiver_region_code",
            organization="visible_receiver_id",
            field="visible_receiver_field",
        ),
    )
    __told_since__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("visible_receiver_id", "visible_receiver_region_code", "visible_receiver_field"), "sent_at"
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "party_name": Sensitive(SensitiveClass.PARTY_NAME, only_persons="party_kind"),
        **{name: Sensitive(SensitiveClass.NARRATIVE) for name in _NARRATIVES},
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    kind: TransferKind = Field(sa_column=Column(term(TransferKind), nullable=False))
    state: TransferState = Field(default=TransferState.DRAFT, sa_column=Column(term(TransferState), nullable=False))
    case_id: UUID = Field(foreign_key="enforcement_case.id")
    case_number: str = Field(sa_column=Column(code_text(), nullable=False))
    cause: str = Field(sa_column=Column(code_text(), nullable=False))
    party_kind: PartyKind = Field(sa_column=Column(term(PartyKind), nullable=False))
    party_name: str = Field(sa_column=Column(code_text(), nullable=False))
    sender_id: UUID = Field(foreign_key="organization.id")
    sender_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    sender_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "sender_field"))
    )
    receiver_id: UUID = Field(foreign_key="organization.id")
    receiver_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    receiver_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "receiver_field"))
    )
    visible_receiver_id: UUID | None = _since_sent(Uuid, "receiver_id")
    visible_receiver_region_code: str | None = _since_sent(code_text(9), "receiver_region_code")
    visible_receiver_field: EnforcementField | None = _since_sent(
        term(EnforcementField, "visible_receiver_field"), "receiver_field"
    )
    reason: str
    legal_basis: str | None = None
    is_urgent: bool = False
    is_left_with_sender: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    approved_at: datetime | None = moment()
    sent_at: datetime | None = moment()
    received_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    rejection_reason: str | None = None
    withdrawn_at: datetime | None = moment()
    withdrawal_reason: str | None = None
    result: str | None = None
    result_returned_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()


class TransferAttachment(Table, table=True):
    """An attachment of a transfer; one without a file goes on paper or is a thing (移送物品)."""

    __tablename__ = "transfer_attachment"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"transfer_id": CaseTransfer}
    __told_by__ = ("name",)
    __part_class__ = SensitiveClass.NARRATIVE
    __carries__: ClassVar[dict[str, type[Table]]] = {"file_id": StoredFile}

    transfer_id: UUID = Field(primary_key=True, foreign_key="case_transfer.id")
    position: int = Field(primary_key=True)
    name: str
    file_id: UUID | None = Field(default=None, foreign_key="stored_file.id", index=True)


class TransferLetter(Table, table=True):
    """A letter that an act on a transfer issued; its text is made of the transfer when it is asked for."""

    __tablename__ = "transfer_letter"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"transfer_id": CaseTransfer}

    transfer_id: UUID = Field(primary_key=True, foreign_key="case_transfer.id")
    template: LetterTemplate = Field(sa_column=Column(term(LetterTemplate), primary_key=True))
    number: str = Field(sa_column=Column(code_text(), nullable=False))
    issued_on: date = Field(sa_column=Column(Date, nullable=False))


class HandedOverCase(Table, table=True):
    """A case as it was at the hand-over, which is what its sender goes on reading."""

    __tablename__ = "handed_over_case"
    __table_args__ = (
        Index("handed_over_case_organization_idx", "organization_id", "id"),
        Index("handed_over_case_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id", field="field"))
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "party_name": Sensitive(SensitiveClass.PARTY_NAME, only_persons="party_kind"),
        "facts": Sensitive(SensitiveClass.NARRATIVE),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    transfer_id: UUID = Field(foreign_key="case_transfer.id", unique=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    number: str = Field(sa_column=Column(code_text(), nullable=False))
    act_type: ActType = Field(sa_column=Column(term(ActType), nullable=False))
    state: CaseState = Field(sa_column=Column(term(CaseState), nullable=False))
    cause: str = Field(sa_column=Column(code_text(), nullable=False))
    facts: str | None = None
    party_kind: PartyKind = Field(sa_column=Column(term(PartyKind), nullable=False))
    party_name: str = Field(sa_column=Column(code_text(), nullable=False))
    party_credit_code: str | None = Field(default=None, sa_column=Column(code_text(18)))
    handed_over_at: datetime = Field(default_factory=now, sa_column=timestamp())


class CoordinationDispute(Table, Versioned, table=True):
    """A dispute over who handles a case, up to the decision of the nearest common government.

    It is ended by a designation; without one in whichever state it stands, when the applicant withdraws it, which
    leaves the case where it is, or when the case goes elsewhere.
    """

    __tablename__ = "coordination_dispute"
    __table_args__ = (
        CheckConstraint("applicant_id <> respondent_id", name="two_organs"),
        CheckConstraint("coordinator_id NOT IN (applicant_id, respondent_id)", name="coordinator_is_no_side"),
        Index("coordination_dispute_applicant_idx", "applicant_id", "id"),
        Index("coordination_dispute_respondent_idx", "respondent_id", "id"),
        Index("coordination_dispute_coordinator_idx", "coordinator_id", "id"),
        *areas("coordination_dispute", "applicant", "applicant_region_code", "created_at", "id"),
        *areas("coordination_dispute", "respondent", "respondent_region_code", "created_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="applicant", region="applicant_region_code", organization="applicant_id", field="applicant_field"),
        Side(
            name="respondent", region="respondent_region_code", organization="respondent_id", field="respondent_field"
        ),
        Side(name="coordinator", organization="coordinator_id"),
        Side(name="government", organization="government_id"),
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {name: Sensitive(SensitiveClass.NARRATIVE) for name in _PAPERS}
    # A government reads the summary of a dispute; the one that has to decide it, its papers.
    __clear_to__: ClassVar[dict[SensitiveClass, Side]] = {
        SensitiveClass.NARRATIVE: Side(name="deciding", organization="deciding_id")
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    subject: str
    state: DisputeState = Field(default=DisputeState.NEGOTIATING, sa_column=Column(term(DisputeState), nullable=False))
    transfer_id: UUID = Field(foreign_key="case_transfer.id", index=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    applicant_id: UUID = Field(foreign_key="organization.id")
    applicant_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    applicant_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "applicant_field"))
    )
    respondent_id: UUID = Field(foreign_key="organization.id")
    respondent_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    respondent_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "respondent_field"))
    )
    coordinator_id: UUID = Field(foreign_key="organization.id")
    government_id: UUID = Field(foreign_key="organization.id", index=True)
    deciding_id: UUID | None = computed(
        Uuid, "CASE WHEN state IN ('ESCALATED', 'GOVERNMENT_DECIDED') THEN government_id END", nullable=True
    )
    is_shirking: bool = False
    application: str | None = None
    # Of what the respondent applied for the applicant does not take the decision away.
    is_applied_by_applicant: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    supplement_asked: str | None = None
    supplement: str | None = None
    is_supplement_asked: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    agreement: str | None = None
    opinion: str | None = None
    government_decision: str | None = None
    designated_id: UUID | None = Field(default=None, foreign_key="organization.id")
    end_reason: str | None = None
    is_ended: bool = computed(Boolean, "ended_at IS NOT NULL")
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    ended_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()


class Linkage(Table, Versioned, table=True):
    """What a licence or a penalty on one party calls for at another organ.

    The receiver does not see the case of another organ, so its number, cause and party stand here.
    """

    __tablename__ = "linkage"
    __table_args__ = (
        Index("linkage_sender_idx", "sender_id", "id"),
        Index("linkage_receiver_idx", "receiver_id", "id"),
        *areas("linkage", "sender", "sender_region_code", "sent_at", "id"),
        *areas("linkage", "receiver", "receiver_region_code", "sent_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(name="sender", region="sender_region_code", organization="sender_id", field="sender_field"),
        Side(name="receiver", region="receiver_region_code", organization="receiver_id", field="receiver_field"),
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "party_name": Sensitive(SensitiveClass.PARTY_NAME, only_persons="party_kind"),
        # The decision on a licence is what is asked for.
        "proposal": Sensitive(SensitiveClass.NARRATIVE),
        "answer": Sensitive(SensitiveClass.NARRATIVE),
    }

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    kind: LinkageKind = Field(sa_column=Column(term(LinkageKind), nullable=False))
    state: LinkageState = Field(default=LinkageState.SENT, sa_column=Column(term(LinkageState), nullable=False))
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    case_number: str = Field(sa_column=Column(code_text(), nullable=False))
    cause: str = Field(sa_column=Column(code_text(), nullable=False))
    party_kind: PartyKind = Field(sa_column=Column(term(PartyKind), nullable=False))
    party_name: str = Field(sa_column=Column(code_text(), nullable=False))
    party_credit_code: str | None = Field(default=None, sa_column=Column(code_text(18)))
    sender_id: UUID = Field(foreign_key="organization.id")
    sender_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    sender_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "sender_field"))
    )
    receiver_id: UUID = Field(foreign_key="organization.id")
    receiver_region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    receiver_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "receiver_field"))
    )
    proposal: str
    answer: str | None = None
    resulting_case_id: UUID | None = Field(default=None, foreign_key="enforcement_case.id", index=True)
    sent_at: datetime = Field(default_factory=now, sa_column=timestamp())
    received_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()
