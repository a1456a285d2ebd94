"""Enforcement cases (执法案件) and what belongs to one: officers, evidence, documents, outcomes of review."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    DDL,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Numeric,
    String,
    event,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, computed, metadata, moment, now, term, timestamp, uuid7
from models.case_rules import REFUSALS_OF_SHIRKING
from models.enforcement_terms import (
    ActType,
    CaseDocumentKind,
    CaseSource,
    CaseState,
    EvidenceKind,
    HearingRight,
    LegalReview,
    MeasureKind,
    PartyIdKind,
    PartyKind,
    PenaltyKind,
    Procedure,
    ReviewKind,
    ReviewResult,
    ServiceMode,
)
from models.files import StoredFile
from models.search import Searched
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

# In characters; what is like a case is worked out from the words of its cause, and anew for every cause like it.
LONGEST_CAUSE = 200
# In the order of PenaltyKind, lightest first: a combined penalty counts at its heaviest kind.
_HEAVIEST = "CASE {} END".format(
    " ".join(
        f"WHEN '{kind.name}' = ANY(penalty_kinds) THEN '{kind.name}'"
        for kind in reversed([kind for kind in PenaltyKind if kind is not PenaltyKind.OTHER])
    )
    + " WHEN 'OTHER' = ANY(penalty_kinds) THEN 'OTHER'"
)
_SEARCHED = Searched(
    "enforcement_case_words", ("cause", "number", "party_kind", "party_name"), SensitiveClass.PARTY_NAME
)
_NEWEST_FIRST = (text("registered_at DESC"), text("id DESC"))
_AREA = {length: text(f'"left"(region_code, {length})') for length in (2, 4, 6)}
_OFFERED_AREA = {length: text(f'"left"(offered_region_code, {length})') for length in (2, 4, 6)}


class EnforcementCase(Table, Versioned, table=True):
    """A case of any act type, from its clue or application to the archive.

    ``field`` is that of the duty item, so that a line reaches township cases too.  While the case is offered
    to another organ by a transfer, and when the police or the commission keep it for good, ``offered_*`` are that
    organ's facts, and since when.  ``next_due_at`` and ``next_near_at`` repeat the nearest running deadline;
    ``is_suspended`` says that one stands still, ``is_correction_due`` that an opinion on reconsideration awaits its
    report.  ``party_id_number`` and ``party_phone`` are encrypted by the application; ``party_id_number_index`` is a
    blind index for equality.  Amounts are in yuan.
    """

    __tablename__ = "enforcement_case"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("penalty_amount >= 0 AND confiscated_amount >= 0", name="amounts"),
        CheckConstraint("(act_type = 'PENALTY') = (procedure IS NOT NULL)", name="procedure_of_penalty"),
        # The name of whoever has none is a person's, and masked.
        CheckConstraint("party_kind = 'PERSON' OR party_credit_code IS NOT NULL", name="credit_code_of_party"),
        Index("enforcement_case_owner_idx", "organization_id", *_NEWEST_FIRST),
        Index("enforcement_case_owner_state_idx", "organization_id", "state", *_NEWEST_FIRST),
        *(
            Index(
                f"enforcement_case_offered_{name}_idx",
                *reached,
                *_NEWEST_FIRST,
                # Filters are held to the index: few are offered, but PostgreSQL takes them for a share of the table.
                "state",
                "next_near_at",
                "next_due_at",
                postgresql_where=text(f"{known} IS NOT NULL"),
            )
            for name, known, reached in (
                ("organization_id", "offered_organization_id", [text("offered_organization_id")]),
                ("region_code", "offered_region_code", [text("offered_region_code")]),
                *((f"region_code_{n}", "offered_region_code", [_OFFERED_AREA[n]]) for n in (2, 4, 6)),
                *((f"line_{n}", "offered_field", [text("offered_field"), _OFFERED_AREA[n]]) for n in (2, 4, 6)),
            )
        ),
        Index("enforcement_case_public_idx", *_NEWEST_FIRST, postgresql_where=text("is_published")),
        Index("enforcement_case_public_state_idx", "state", *_NEWEST_FIRST, postgresql_where=text("is_published")),
        Index("enforcement_case_shirked_idx", *_NEWEST_FIRST, postgresql_where=text("is_shirked")),
        # The state is filtered in the index: PostgreSQL would read all that the area has in that state beside it.
        Index("enforcement_case_reviewer_idx", "legal_reviewer_id", *_NEWEST_FIRST, "state"),
        Index("enforcement_case_township_idx", "region_code", *_NEWEST_FIRST, "state"),
        *(
            Index(f"enforcement_case_{name}_{length}{kind}_idx", *reached, *filtered, *_NEWEST_FIRST)
            for length in (2, 4, 6)
            for name, reached in (("area", [_AREA[length]]), ("line", ["field", _AREA[length]]))
            for kind, filtered in (("", []), ("_state", ["state"]))
        ),
        Index(
            "enforcement_case_due_idx",
            "organization_id",
            "next_due_at",
            postgresql_where=text("next_due_at IS NOT NULL"),
        ),
        # What is near for all areas and lines together is few, and read from the index alone.
        Index(
            "enforcement_case_near_idx",
            "next_due_at",
            "next_near_at",
            "region_code",
            "field",
            "registered_at",
            "id",
            postgresql_where=text("next_due_at IS NOT NULL"),
        ),
        Index(
            "enforcement_case_party_idx",
            "party_credit_code",
            "registered_at",
            "id",
            postgresql_where=text("party_credit_code IS NOT NULL"),
        ),
        Index(
            "enforcement_case_id_number_idx",
            "party_id_number_index",
            postgresql_where=text("party_id_number_index IS NOT NULL"),
        ),
        Index(
            "enforcement_case_search_idx",
            text(f"{_SEARCHED.function}({', '.join(_SEARCHED.columns)})"),
            postgresql_using="gin",
            # What is still to be sorted in would be read from end to end by every search.
            postgresql_with={"fastupdate": "off"},
        ),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field", public="is_published"),
        Side(
            name="receiver",
            region="offered_region_code",
            organization="offered_organization_id",
            field="offered_field",
        ),
        Side(name="reviewer", organization="legal_reviewer_id"),
    )
    __told_since__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("offered_organization_id", "offered_region_code", "offered_field"), "offered_since"
    )
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "party_name": Sensitive(SensitiveClass.PARTY_NAME, only_persons="party_kind"),
        "party_id_kind": Sensitive(SensitiveClass.ID_NUMBER),
        "party_id_number": Sensitive(SensitiveClass.ID_NUMBER, encrypted=True),
        "party_phone": Sensitive(SensitiveClass.PHONE, encrypted=True),
        "party_address": Sensitive(SensitiveClass.ADDRESS),
        "facts": Sensitive(SensitiveClass.NARRATIVE),
        "decision": Sensitive(SensitiveClass.NARRATIVE),
        "revocation_reason": Sensitive(SensitiveClass.NARRATIVE),
        "take_down_reason": Sensitive(SensitiveClass.NARRATIVE),
        "legal_review_opinion": Sensitive(SensitiveClass.NARRATIVE),
    }
    # What is published of a case is the decision, not how it is handled.
    __entrusted__: ClassVar[frozenset[str]] = frozenset(
        {"is_offered", "refusals", "is_shirked", "is_correction_due", "next_due_at", "version", "updated_at"}
    )
    __searched__: ClassVar[Searched | None] = _SEARCHED

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    number: str = Field(sa_column=Column(code_text(), nullable=False, unique=True))
    act_type: ActType = Field(sa_column=Column(term(ActType), nullable=False))
    procedure: Procedure | None = Field(default=None, sa_column=Column(term(Procedure)))
    source: CaseSource = Field(sa_column=Column(term(CaseSource), nullable=False))
    cause: str = Field(sa_column=Column(code_text(), nullable=False))
    facts: str | None = None
    duty_item_id: UUID = Field(foreign_key="duty_item.id")
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(sa_column=Column(term(EnforcementField)))
    legal_reviewer_id: UUID | None = Field(default=None, foreign_key="organization.id")
    offered_organization_id: UUID | None = Field(default=None)
    offered_region_code: str | None = Field(default=None, sa_column=Column(code_text(9)))
    offered_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "offered_field"))
    )
    offered_since: datetime | None = moment()
    is_offered: bool = False
    state: CaseState = Field(sa_column=Column(term(CaseState), nullable=False))
    legal_review: LegalReview = Field(sa_column=Column(term(LegalReview), nullable=False))
    legal_review_opinion: str | None = None
    hearing_right: HearingRight = Field(
        default=HearingRight.NOT_OFFERED,
        sa_column=Column(term(HearingRight), nullable=False, server_default=HearingRight.NOT_OFFERED.name),
    )
    hearing_requested_on: date | None = Field(default=None, sa_column=Column(Date))
    hearing_noticed_on: date | None = Field(default=None, sa_column=Column(Date))
    hearing_on: date | None = Field(default=None, sa_column=Column(Date))
    hearing_held: bool = False
    party_kind: PartyKind = Field(sa_column=Column(term(PartyKind), nullable=False))
    party_name: str = Field(sa_column=Column(code_text(), nullable=False))
    party_credit_code: str | None = Field(default=None, sa_column=Column(code_text(18)))
    party_id_kind: PartyIdKind | None = Field(default=None, sa_column=Column(term(PartyIdKind)))
    party_id_number: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    party_id_number_index: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    party_phone: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    party_address: str | None = None
    registered_at: datetime = Field(default_factory=now, sa_column=timestamp())
    filed_at: datetime | None = moment()
    notified_at: datetime | None = moment()
    decided_at: datetime | None = moment()
    served_at: datetime | None = moment()
    service_mode: ServiceMode | None = Field(default=None, sa_column=Column(term(ServiceMode)))
    service_announced_on: date | None = Field(default=None, sa_column=Column(Date))
    implemented_at: datetime | None = moment()
    measure_kind: MeasureKind | None = Field(default=None, sa_column=Column(term(MeasureKind)))
    closed_at: datetime | None = moment()
    decision: str | None = None
    licence_valid_to: date | None = Field(default=None, sa_column=Column(Date))
    revoked_at: datetime | None = moment()
    revocation_reason: str | None = None
    penalty_kinds: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String), nullable=False, server_default="{}")
    )
    heaviest_penalty: PenaltyKind | None = computed(term(PenaltyKind), _HEAVIEST, nullable=True)
    penalty_amount: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    confiscated_amount: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    published_at: datetime | None = moment()
    taken_down_at: datetime | None = moment()
    take_down_reason: str | None = None
    is_published: bool = computed(Boolean, "published_at IS NOT NULL AND taken_down_at IS NULL")
    refusals: int = 0
    is_shirked: bool = computed(Boolean, f"refusals >= {REFUSALS_OF_SHIRKING}")
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()
    is_under_deadline: bool = computed(Boolean, "next_due_at IS NOT NULL")
    is_correction_due: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    is_suspended: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


# Half of what ANALYZE does would be to find words, and no plan that is made for any value asks how common one is.
event.listen(
    metadata.tables["enforcement_case"],
    "after_create",
    DDL("ALTER INDEX enforcement_case_search_idx ALTER COLUMN 1 SET STATISTICS 0"),  # type: ignore[no-untyped-call]
)


class CaseOfficer(Table, table=True):
    """An officer who handles a case; the certificate is the one that was valid on that day."""

    __tablename__ = "case_officer"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"case_id": EnforcementCase}
    # In the audit alone: not everyone who reads a case sees its officers, and a history names no row that is hidden.
    __told_by__ = ("officer_id",)

    case_id: UUID = Field(primary_key=True, foreign_key="enforcement_case.id")
    officer_id: UUID = Field(primary_key=True, foreign_key="officer.id", index=True)
    certificate_id: UUID | None = Field(default=None, foreign_key="certificate.id")


class Evidence(Table, table=True):
    """A piece of evidence of a case (行政处罚法 46); its file is kept beside the database."""

    __tablename__ = "evidence"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"case_id": EnforcementCase}
    __told_by__ = ("kind", "name")
    __part_class__ = SensitiveClass.NARRATIVE
    __carries__: ClassVar[dict[str, type[Table]]] = {"file_id": StoredFile}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    kind: EvidenceKind = Field(sa_column=Column(term(EvidenceKind), nullable=False))
    name: str
    description: str | None = None
    collected_on: date = Field(sa_column=Column(Date, nullable=False))
    file_id: UUID | None = Field(default=None, foreign_key="stored_file.id", index=True)


class CaseDocument(Table, table=True):
    """A document of the case's file (案件文书), as it was issued."""

    __tablename__ = "case_document"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"case_id": EnforcementCase}
    __told_by__ = ("kind", "name")
    __part_class__ = SensitiveClass.NARRATIVE
    __carries__: ClassVar[dict[str, type[Table]]] = {"file_id": StoredFile}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    kind: CaseDocumentKind = Field(sa_column=Column(term(CaseDocumentKind), nullable=False))
    name: str
    issued_on: date = Field(sa_column=Column(Date, nullable=False))
    file_id: UUID = Field(foreign_key="stored_file.id", index=True)


class ReviewProceeding(Table, table=True):
    """Reconsideration or litigation over a case that was accepted and, until ``ended_on``, is not decided."""

    __tablename__ = "review_proceeding"
    __table_args__ = (
        Index("review_proceeding_open_idx", "case_id", "kind", unique=True, postgresql_where=text("ended_on IS NULL")),
    )
    __part_of__: ClassVar[dict[str, type[Table]]] = {"case_id": EnforcementCase}
    __told_by__ = ("kind", "body")

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    kind: ReviewKind = Field(sa_column=Column(term(ReviewKind), nullable=False))
    body: str
    accepted_on: date = Field(sa_column=Column(Date, nullable=False))
    ended_on: date | None = Field(default=None, sa_column=Column(Date))


class ReviewOutcome(Table, table=True):
    """How reconsideration or litigation over a case ended (复议诉讼结果).

    What contested the revocation of a licence, ``is_of_revocation``, leaves the grant as it is.  A mediation that
    ``changes_penalty`` counts as what changed the decision (行政复议法 73).
    """

    __tablename__ = "review_outcome"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"case_id": EnforcementCase}
    __told_by__ = ("kind", "result")

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    case_id: UUID = Field(foreign_key="enforcement_case.id", index=True)
    kind: ReviewKind = Field(sa_column=Column(term(ReviewKind), nullable=False))
    result: ReviewResult = Field(sa_column=Column(term(ReviewResult), nullable=False))
    body: str
    decided_on: date = Field(sa_column=Column(Date, nullable=False))
    has_opinion: bool = False
    is_of_revocation: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    changes_penalty: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    reported_at: datetime | None = moment()
