"""Questionnaires (问卷), who is invited to answer them, and what was answered; shared by visits, surveys and polls."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.sensitive import SensitiveClass
from models.society_terms import InvitationState, QuestionKind, QuestionnairePurpose, QuestionnaireState
from models.vocabulary import EnforcementField


def _once_unsealed(type_: Any, column: str) -> Any:
    # What a bureau reaches a response by: nothing while it is sealed.
    return computed(type_, f"CASE WHEN NOT is_sealed THEN {column} END", nullable=True)


class Questionnaire(Table, Versioned, table=True):
    """One edition of a questionnaire; the next one closes it.

    While it is open, whoever may be asked reads it; a poll everyone reads, its results too once it is closed.
    ``worst_field`` is the field that most answers of a poll named.
    """

    __tablename__ = "questionnaire"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("organization_id", "code", "edition"),
        CheckConstraint("is_anonymous OR purpose <> 'POLL'", name="polls_are_anonymous"),
        *(
            Index(
                f"questionnaire_{name}_idx",
                "organization_id",
                "code",
                unique=True,
                postgresql_where=text(f"state = '{state}'"),
            )
            for name, state in (("open", "PUBLISHED"), ("in_draft", "DRAFT"))
        ),
        Index("questionnaire_region_code_idx", "region_code", "code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"),
        Side(name="open", public="is_open"),
        Side(name="poll", public="is_poll"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    code: str = Field(sa_column=Column(code_text(), nullable=False))
    edition: int = 1
    predecessor_id: UUID | None = Field(default=None, foreign_key="questionnaire.id")
    title: str
    introduction: str | None = None
    purpose: QuestionnairePurpose = Field(sa_column=Column(term(QuestionnairePurpose), nullable=False))
    is_anonymous: bool
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    state: QuestionnaireState = Field(
        default=QuestionnaireState.DRAFT, sa_column=Column(term(QuestionnaireState), nullable=False)
    )
    is_open: bool | None = computed(Boolean, "state = 'PUBLISHED'")
    is_poll: bool | None = computed(Boolean, "purpose = 'POLL' AND state <> 'DRAFT'")
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    published_at: datetime | None = moment()
    closed_at: datetime | None = moment()
    answered: int | None = None
    worst_field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))


class Question(Table, table=True):
    """A question: its options, where they stand for fields of enforcement those, and when it is asked.

    ``least`` and ``most`` bound the scale, the number, the options chosen or the characters written.  One that
    ``depends_on`` an earlier question is asked of who chose one of ``depends_on_options`` there; options are
    counted from 1.
    """

    __tablename__ = "question"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"questionnaire_id": Questionnaire}
    __part_is_published__ = True

    questionnaire_id: UUID = Field(primary_key=True, foreign_key="questionnaire.id")
    position: int = Field(primary_key=True)
    kind: QuestionKind = Field(sa_column=Column(term(QuestionKind), nullable=False))
    text: str
    options: list[str] = Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False))
    fields: list[str] = Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False))
    least: int | None = None
    most: int | None = None
    is_required: bool = True
    depends_on: int | None = None
    depends_on_options: list[int] = Field(default_factory=list, sa_column=Column(ARRAY(Integer), nullable=False))


class QuestionnaireResult(Table, table=True):
    """How often an option or a point of a scale was chosen, counted when the questionnaire was closed."""

    __tablename__ = "questionnaire_result"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"questionnaire_id": Questionnaire}
    __part_is_published__ = True

    questionnaire_id: UUID = Field(primary_key=True, foreign_key="questionnaire.id")
    question: int = Field(primary_key=True)
    option: int = Field(primary_key=True)
    label: str
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    answers: int


class QuestionnaireInvitation(Table, Versioned, table=True):
    """One person invited by a bureau to answer a questionnaire; of an anonymous one nothing leads to the answer.

    Bureaus do not know of each other's invitations; whoever has several answers one of them.
    """

    __tablename__ = "questionnaire_invitation"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        UniqueConstraint(
            "questionnaire_id", "account_id", "organization_id", name="questionnaire_invitation_inviter_key"
        ),
        Index(
            "questionnaire_invitation_answered_key",
            "questionnaire_id",
            "account_id",
            unique=True,
            postgresql_where=text("state = 'ANSWERED'"),
        ),
        Index("questionnaire_invitation_account_idx", "account_id", "id"),
        Index("questionnaire_invitation_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id"), Side(name="invited", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    questionnaire_id: UUID = Field(foreign_key="questionnaire.id")
    account_id: UUID = Field(foreign_key="account.id")
    invited_name: str
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    state: InvitationState = Field(
        default=InvitationState.INVITED, sa_column=Column(term(InvitationState), nullable=False)
    )
    invited_at: datetime = Field(default_factory=now, sa_column=timestamp())


class QuestionnaireResponse(Table, table=True):
    """A questionnaire as one person answered it.

    Of an anonymous one neither who, nor when, nor by which invitation is kept, and its key holds no time.  It
    ``is_sealed`` until the questionnaire is closed, so that nobody learns from it whose invitation was answered just
    now, and ever after where so few answered upon one bureau's invitation that they would be known.
    """

    __tablename__ = "questionnaire_response"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("num_nonnulls(respondent_id, invitation_id, answered_at) IN (0, 3)", name="known_or_anonymous"),
        Index("questionnaire_response_questionnaire_idx", "questionnaire_id", "id"),
        Index("questionnaire_response_respondent_idx", "respondent_id", "id"),
        *areas("questionnaire_response", "", "visible_region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="visible_region_code", organization="visible_organization_id"),
        Side(name="respondent", person="respondent_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    questionnaire_id: UUID = Field(foreign_key="questionnaire.id")
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    respondent_id: UUID | None = Field(default=None, foreign_key="account.id")
    invitation_id: UUID | None = Field(default=None, foreign_key="questionnaire_invitation.id", unique=True)
    answered_at: datetime | None = moment()
    is_sealed: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    visible_organization_id: UUID | None = _once_unsealed(Uuid, "organization_id")
    visible_region_code: str | None = _once_unsealed(code_text(9), "region_code")


class Answer(Table, table=True):
    """The answer to one question: options by their numbers, a number or a text."""

    __tablename__ = "answer"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"response_id": QuestionnaireResponse}
    __part_class__ = SensitiveClass.NARRATIVE

    response_id: UUID = Field(primary_key=True, foreign_key="questionnaire_response.id")
    question: int = Field(primary_key=True)
    options: list[int] = Field(default_factory=list, sa_column=Column(ARRAY(Integer), nullable=False))
    number: int | None = None
    text: str | None = None
