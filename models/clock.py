"""Deadlines that run: each counts by one rule for one object."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Column, Date, DateTime, Index, text
from sqlmodel import Field

from models.assessment import Assessment
from models.base import Table, moment, term, timestamp, uuid7
from models.case import EnforcementCase
from models.clue import Clue
from models.deadline_terms import DeadlineEvent
from models.explanation import SpecialExplanation
from models.reporting import ProgressReport
from models.revisit import CaseRevisit
from models.sensitive import Sensitive, SensitiveClass
from models.supervision import SupervisionMatter
from models.transfer import CaseTransfer, CoordinationDispute, Linkage

_OBJECTS = (
    "case_id",
    "transfer_id",
    "dispute_id",
    "linkage_id",
    "explanation_id",
    "matter_id",
    "clue_id",
    "report_id",
    "revisit_id",
    "assessment_id",
)


class Deadline(Table, table=True):
    """A deadline of one object, from the moment it starts until it is met.

    ``last_day`` is the period's own last day, before it moved past days of rest; ``near_at`` the moment from
    which it is shown as near.  While ``suspended_at`` is set it does not run.  From ``counted_from``
    (null: from its start), ``extended_by`` in the rule's units, and the moments in pairs between which it stood
    still, ``pauses``, it can be counted again when a year is announced.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        CheckConstraint(f"num_nonnulls({', '.join(_OBJECTS)}) = 1", name="one_object"),
        # A deadline has one of them: in an index of the others it would be written for nothing.
        *(Index(f"deadline_{link}_idx", link, postgresql_where=text(f"{link} IS NOT NULL")) for link in _OBJECTS),
        *(
            Index(
                f"deadline_{name}_idx", f"{name}_at", postgresql_where=text("ended_at IS NULL AND suspended_at IS NULL")
            )
            for name in ("due", "near")
        ),
        Index("deadline_provisional_idx", "id", postgresql_where=text("is_provisional AND ended_at IS NULL")),
    )
    # From what is locked last to what is locked first: an act on a case withdraws what its organ has to explain or what
    # was proposed upon it, or suspends the clues on it.
    __part_of__: ClassVar[dict[str, type[Table]]] = {
        "assessment_id": Assessment,
        "explanation_id": SpecialExplanation,
        "clue_id": Clue,
        "revisit_id": CaseRevisit,
        "linkage_id": Linkage,
        "case_id": EnforcementCase,
        "transfer_id": CaseTransfer,
        "dispute_id": CoordinationDispute,
        "matter_id": SupervisionMatter,
        "report_id": ProgressReport,
    }
    __told_by__ = ("event", "due_at")
    __sensitive__: ClassVar[dict[str, Sensitive]] = {"reason": Sensitive(SensitiveClass.NARRATIVE)}
    # When a reason was given is not kept, but that was no earlier than these.
    __told_at__: ClassVar[dict[str, tuple[str, ...]]] = {"reason": ("started_at", "suspended_at")}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    rule_id: UUID = Field(foreign_key="deadline_rule.id")
    event: DeadlineEvent = Field(sa_column=Column(term(DeadlineEvent, is_open=True), nullable=False))
    case_id: UUID | None = Field(default=None, foreign_key="enforcement_case.id")
    transfer_id: UUID | None = Field(default=None, foreign_key="case_transfer.id")
    dispute_id: UUID | None = Field(default=None, foreign_key="coordination_dispute.id")
    linkage_id: UUID | None = Field(default=None, foreign_key="linkage.id")
    explanation_id: UUID | None = Field(default=None, foreign_key="special_explanation.id")
    matter_id: UUID | None = Field(default=None, foreign_key="supervision_matter.id")
    clue_id: UUID | None = Field(default=None, foreign_key="clue.id")
    report_id: UUID | None = Field(default=None, foreign_key="progress_report.id")
    revisit_id: UUID | None = Field(default=None, foreign_key="case_revisit.id")
    assessment_id: UUID | None = Field(default=None, foreign_key="assessment.id")
    started_at: datetime = Field(sa_column=timestamp())
    due_at: datetime = Field(sa_column=timestamp())
    near_at: datetime = Field(sa_column=timestamp())
    last_day: date | None = Field(default=None, sa_column=Column(Date))
    is_provisional: bool = False
    counted_from: datetime | None = moment()
    extended_by: int | None = None
    pauses: list[datetime] | None = Field(default=None, sa_column=Column(ARRAY(DateTime(timezone=True))))
    extensions: int = 0
    suspended_at: datetime | None = moment()
    reason: str | None = None
    ended_at: datetime | None = moment()
