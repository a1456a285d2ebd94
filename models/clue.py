"""Clues (线索) from every channel, and what bars one for a time: plan clause 7 内部监督."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlmodel import Field

from models.actions import Action
from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.clue_terms import ClueFinding, ClueSource, ClueState
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import EnforcementField

LONGEST_CONTENT, LONGEST_NAME = 2_000, 50
# 信访工作条例 and the like: what a court or a reconsideration body decides is not decided a second time on complaint.
# What an official channel brings waits for that decision instead.
REFUSED_UNDER_REVIEW = frozenset({ClueSource.COMPLAINT, ClueSource.HOTLINE_12345, ClueSource.MEDIA, ClueSource.POLL})
# Where a clue can still be suspended.
OPEN_STATES = (ClueState.RECEIVED, ClueState.SCREENED, ClueState.ASSIGNED, ClueState.VERIFYING)

_WITH_ASSIGNEE = "'ASSIGNED', 'VERIFYING', 'SUBSTANTIATED', 'UNSUBSTANTIATED', 'REPLIED', 'CLOSED'"


class Clue(Table, Versioned, table=True):
    """Something that may be wrong with enforcement, from the channel that brought it to the answer.

    ``region_code`` is where it was taken in, that of the bureau responsible or of the judicial office which opened
    it.  The assignee's side exists from ASSIGNED on, the transferee's from TRANSFERRED on; ``concerned_id`` is the
    organization that it speaks of, which is no side.  ``informant_phone`` is encrypted by the application.  By
    ``receipt`` a citizen follows the own complaint.  ``disposed_at`` is when the informant was answered, whichever
    way; ``words`` are those that duplicates are compared by.
    """

    __tablename__ = "clue"
    __table_args__ = (
        CheckConstraint(f"(assignee_id IS NOT NULL) = (state IN ({_WITH_ASSIGNEE}))", name="assignee"),
        CheckConstraint("(transferee_id IS NOT NULL) = (state = 'TRANSFERRED')", name="transferee"),
        CheckConstraint("is_suspended = (suspension_reason IS NOT NULL)", name="suspension"),
        CheckConstraint(f"length(content) <= {LONGEST_CONTENT}", name="content"),
        Index("clue_bureau_idx", "bureau_id", "received_at", "id"),
        *areas("clue", "", "region_code", "received_at", "id"),
        Index("clue_assignee_idx", "assignee_id", "received_at", "id"),
        *areas("clue", "assignee", "assignee_region_code", "received_at", "id"),
        Index("clue_transferee_idx", "transferee_id", "received_at", "id"),
        *areas("clue", "transferee", "transferee_region_code", "received_at", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="bureau_id"),
        Side(
            name="assignee",
            region="assignee_region_code",
            organization="assignee_id",
            field="assignee_field",
        ),
        Side(
            name="transferee",
            region="transferee_region_code",
            organization="transferee_id",
            field="transferee_field",
        ),
        # What anyone may file; no rule lets the public read it.
        Side(name="complaint", public="is_complaint"),
    )
    __told_since__: ClassVar[dict[str, str]] = {
        f"{side}_{fact}": moment
        for side, moment in (("assignee", "assigned_at"), ("transferee", "disposed_at"))
        for fact in ("id", "region_code", "field")
    }
    __sensitive__: ClassVar[dict[str, Sensitive]] = {
        "content": Sensitive(SensitiveClass.NARRATIVE),
        "finding_report": Sensitive(SensitiveClass.NARRATIVE),
        "return_reason": Sensitive(SensitiveClass.NARRATIVE),
        "suspension_reason": Sensitive(SensitiveClass.NARRATIVE),
        "informant_name": Sensitive(SensitiveClass.INFORMANT),
        "informant_phone": Sensitive(SensitiveClass.INFORMANT, encrypted=True),
    }
    # Whoever took it in or might have: a superior, or whose organ verifies, reads a clue without its informant.
    __told_to__: ClassVar[dict[SensitiveClass, Action]] = {SensitiveClass.INFORMANT: Action.OPEN}
    __receipt__: ClassVar[str | None] = "receipt"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    state: ClueState = Field(default=ClueState.RECEIVED, sa_column=Column(term(ClueState), nullable=False))
    source: ClueSource = Field(sa_column=Column(term(ClueSource), nullable=False))
    content: str
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    bureau_id: UUID = Field(foreign_key="organization.id")
    concerned_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    case_id: UUID | None = Field(default=None, foreign_key="enforcement_case.id", index=True)
    predecessor_id: UUID | None = Field(default=None, foreign_key="clue.id", index=True)
    informant_name: str | None = None
    informant_phone: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    is_complaint: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    receipt: str | None = Field(default=None, sa_column=Column(code_text(), unique=True))
    assignee_id: UUID | None = Field(default=None, foreign_key="organization.id")
    assignee_region_code: str | None = Field(default=None, sa_column=Column(code_text(9)))
    assignee_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "assignee_field"))
    )
    transferee_id: UUID | None = Field(default=None, foreign_key="organization.id")
    transferee_region_code: str | None = Field(default=None, sa_column=Column(code_text(9)))
    transferee_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "transferee_field"))
    )
    finding: ClueFinding | None = Field(default=None, sa_column=Column(term(ClueFinding)))
    finding_report: str | None = None
    is_finding_reported: bool | None = computed(Boolean, "finding IS NOT NULL")
    return_reason: str | None = None
    reply: str | None = None
    is_suspended: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    suspension_reason: str | None = None
    received_at: datetime = Field(default_factory=now, sa_column=timestamp())
    screened_at: datetime | None = moment()
    assigned_at: datetime | None = moment()
    finding_reported_at: datetime | None = moment()
    confirmed_at: datetime | None = moment()
    disposed_at: datetime | None = moment()
    closed_at: datetime | None = moment()
    hours_to_disposal: int | None = computed(
        Integer, "CAST(floor(EXTRACT(epoch FROM disposed_at - received_at) / 3600) AS INTEGER)", nullable=True
    )
    words: list[str] | None = computed(ARRAY(Text), "search_words(content)")
    next_due_at: datetime | None = moment()
    next_near_at: datetime | None = moment()
