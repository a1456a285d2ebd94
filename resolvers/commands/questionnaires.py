"""Commands on questionnaires: drafted, published, closed and counted; and on the invitations to answer them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlmodel import col
from strawberry import UNSET

from models import (
    Action,
    Answer,
    ContactPoint,
    ContactPointState,
    EnforcementField,
    ErrorCode,
    Fault,
    InvalidValue,
    InvitationState,
    InvitedSupervisor,
    Organization,
    Question,
    QuestionKind,
    Questionnaire,
    QuestionnaireInvitation,
    QuestionnairePurpose,
    QuestionnaireResponse,
    QuestionnaireResult,
    QuestionnaireState,
    Refusal,
)
from models.counting import local_day
from models.questioning import FEWEST_TOGETHER, check_answers, check_questions
from resolvers.commands.command import act, command, creates, move
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput
    from schema.inputs.questionnaire import (
        AnswerInput,
        AnswerQuestionnaireInput,
        DraftQuestionnaireInput,
        InviteToQuestionnaireInput,
        QuestionInput,
        ReviseQuestionnaireInput,
        UpdateQuestionnaireInput,
    )


@creates(Questionnaire, Action.DRAFT)
async def draft_questionnaire(work: UnitOfWork, asked: DraftQuestionnaireInput, key: UUID) -> Questionnaire:
    """Draft the first edition of a questionnaire."""
    owner = await work.read(Organization, asked.organization_id, "organizationId")
    questionnaire = Questionnaire(
        id=key,
        code=asked.code,
        title=asked.title,
        introduction=asked.introduction,
        purpose=asked.purpose,
        is_anonymous=asked.is_anonymous,
        organization_id=owner.id,
        region_code=owner.region_code,
    )
    work.decide(Action.DRAFT, questionnaire)
    if asked.purpose is QuestionnairePurpose.POLL and not asked.is_anonymous:
        raise InvalidValue("isAnonymous", Fault.NEEDED_FOR(what=asked.purpose))
    if await _editions(work, questionnaire):
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="code")
    await work.add(questionnaire)
    await work.add(*_questions(key, asked.questions))
    return questionnaire


@command(Questionnaire, Action.UPDATE)
async def update_questionnaire(work: UnitOfWork, questionnaire: Questionnaire, asked: UpdateQuestionnaireInput) -> None:
    """Change a draft; what is left out stays, and questions are given all at once."""
    apply_changes(questionnaire, asked, "title", "introduction")
    if asked.questions is not UNSET:
        questions = _questions(questionnaire.id, asked.questions or [])
        await work.session.execute(delete(Question).where(col(Question.questionnaire_id) == questionnaire.id))
        await work.add(*questions)


@creates(Questionnaire, Action.REVISE, upon=(Questionnaire, Action.REVISE))
async def revise_questionnaire(work: UnitOfWork, asked: ReviseQuestionnaireInput, key: UUID) -> Questionnaire:
    """Draft the next edition of a questionnaire, as a copy of one that was published."""
    earlier = await work.read(Questionnaire, asked.questionnaire_id, "questionnaireId")
    work.decide(Action.REVISE, earlier)
    # Of two that revise at once the second waits here, and finds the draft of the first.
    editions = await _editions(work, earlier)
    await act(work, earlier, Action.REVISE, "questionnaireId")
    kept = ("code", "title", "introduction", "purpose", "is_anonymous", "organization_id", "region_code")
    questionnaire = Questionnaire(
        id=key,
        edition=max(each.edition for each in editions) + 1,
        predecessor_id=earlier.id,
        **{name: getattr(earlier, name) for name in kept},
    )
    await work.add(questionnaire)
    copied = [each.model_dump(exclude={"questionnaire_id"}) for each in await questions_of(work, earlier.id)]
    await work.add(*(Question(questionnaire_id=key, **values) for values in copied))
    return questionnaire


@command(Questionnaire, Action.PUBLISH)
async def publish_questionnaire(work: UnitOfWork, questionnaire: Questionnaire, asked: CommandInput) -> None:
    """Open an edition to answers; the one that was open before it is closed."""
    questionnaire.published_at = work.at
    for earlier in await _editions(work, questionnaire):
        if earlier.state is QuestionnaireState.PUBLISHED and earlier.id != questionnaire.id:
            # The index admits one open edition, so the earlier one has to leave first.
            questionnaire.state = QuestionnaireState.DRAFT
            move(earlier, Action.CLOSE_ANSWERS)
            await _close(work, earlier)
            await work.flush()
            questionnaire.state = QuestionnaireState.PUBLISHED


@command(Questionnaire, Action.CLOSE_ANSWERS)
async def close_questionnaire(work: UnitOfWork, questionnaire: Questionnaire, asked: CommandInput) -> None:
    """Close a questionnaire and count what was answered; of an anonymous one only where many answered together."""
    await _close(work, questionnaire)


async def _close(work: UnitOfWork, questionnaire: Questionnaire) -> None:
    questionnaire.closed_at = work.at
    open_ones = select(QuestionnaireInvitation).where(
        col(QuestionnaireInvitation.questionnaire_id) == questionnaire.id,
        col(QuestionnaireInvitation.state) == InvitationState.INVITED,
    )
    # Whoever is answering is waited for, and counted.
    for invitation in (await work.session.scalars(open_ones.with_for_update(key_share=True))).all():
        invitation.state = InvitationState.LAPSED
    await work.flush()
    of_it = col(QuestionnaireResponse.questionnaire_id) == questionnaire.id
    responses = update(QuestionnaireResponse).where(of_it)
    if questionnaire.purpose is not QuestionnairePurpose.POLL:
        inviters = col(QuestionnaireResponse.organization_id)
        many = select(inviters).where(of_it).group_by(inviters).having(func.count() >= FEWEST_TOGETHER)
        responses = responses.where(inviters.in_(many))
    await work.session.execute(responses.values(is_sealed=False))
    questionnaire.answered = await work.session.scalar(
        select(func.count()).select_from(QuestionnaireResponse).where(of_it)
    )
    results = await _count(work, questionnaire.id)
    await work.add(*results)
    named = [each for each in results if each.field is not None and each.answers]
    first = [each for each in named if each.question == min(each.question for each in named)]
    if questionnaire.purpose is QuestionnairePurpose.POLL and first:
        questionnaire.worst_field = max(first, key=lambda each: (each.answers, -each.option)).field


async def _count(work: UnitOfWork, key: UUID) -> list[QuestionnaireResult]:
    chosen = (
        select(col(Answer.question), func.unnest(col(Answer.options)).label("option"))
        .join(QuestionnaireResponse, col(QuestionnaireResponse.id) == col(Answer.response_id))
        .where(col(QuestionnaireResponse.questionnaire_id) == key, ~col(QuestionnaireResponse.is_sealed))
    )
    points: Any = (
        select(col(Answer.question), col(Answer.number).label("option"))
        .join(QuestionnaireResponse, col(QuestionnaireResponse.id) == col(Answer.response_id))
        .where(
            col(QuestionnaireResponse.questionnaire_id) == key,
            ~col(QuestionnaireResponse.is_sealed),
            col(Answer.number).is_not(None),
        )
    )
    each = chosen.union_all(points).subquery()
    counted = select(each.c.question, each.c.option, func.count()).group_by(each.c.question, each.c.option)
    counts = {(question, option): count for question, option, count in await work.session.execute(counted)}
    if not counts:
        return []
    results = []
    for question in await questions_of(work, key):
        fields: Sequence[str | None] = question.fields or [None] * len(question.options)
        labels: dict[int, tuple[str, str | None]] = dict(enumerate(zip(question.options, fields, strict=True), start=1))
        if question.kind is QuestionKind.SCALE:
            labels = {point: (str(point), None) for point in range(question.least or 0, (question.most or 0) + 1)}
        results += [
            QuestionnaireResult(
                questionnaire_id=key,
                question=question.position,
                option=option,
                label=label,
                field=None if field is None else EnforcementField[field],
                answers=counts.get((question.position, option), 0),
            )
            for option, (label, field) in labels.items()
        ]
    return results


@creates(QuestionnaireInvitation, Action.INVITE)
async def invite_to_questionnaire(
    work: UnitOfWork, asked: InviteToQuestionnaireInput, key: UUID
) -> QuestionnaireInvitation:
    """Invite a contact point or an invited supervisor to answer an open questionnaire, once."""
    questionnaire = await work.read(Questionnaire, asked.questionnaire_id, "questionnaireId")
    asked_one: ContactPoint | InvitedSupervisor
    if asked.contact_point_id is not None and asked.invited_supervisor_id is None:
        asked_one = await work.read(ContactPoint, asked.contact_point_id, "contactPointId")
    elif asked.invited_supervisor_id is not None and asked.contact_point_id is None:
        asked_one = await work.read(InvitedSupervisor, asked.invited_supervisor_id, "invitedSupervisorId")
    else:
        raise InvalidValue(
            "contactPointId",
            Fault.ONE_OF_TWO(one="contactPointId", other="invitedSupervisorId"),
        )
    bureau = await work.row(Organization, asked_one.organization_id)
    if asked_one.account_id is None:
        raise Refusal(ErrorCode.NO_ACCOUNT_TO_ANSWER, field="contactPointId")
    invitation = QuestionnaireInvitation(
        id=key,
        questionnaire_id=questionnaire.id,
        account_id=asked_one.account_id,
        invited_name=asked_one.name,
        organization_id=bureau.id,
        region_code=bureau.region_code,
        invited_at=work.at,
    )
    work.decide(Action.INVITE, invitation)
    if questionnaire.purpose is QuestionnairePurpose.POLL:
        raise Refusal(ErrorCode.POLL_IS_OPEN_TO_ALL, field="questionnaireId")
    await open_questionnaire(work, questionnaire.id, "questionnaireId")
    is_serving = (
        asked_one.state is ContactPointState.DESIGNATED
        if isinstance(asked_one, ContactPoint)
        else asked_one.serves_on(local_day(work.at))
    )
    if not is_serving:
        argument = "contactPointId" if isinstance(asked_one, ContactPoint) else "invitedSupervisorId"
        raise Refusal(ErrorCode.NOT_SERVING, field=argument)
    return invitation


@command(QuestionnaireInvitation, Action.FILL_IN)
async def answer_questionnaire(
    work: UnitOfWork, invitation: QuestionnaireInvitation, asked: AnswerQuestionnaireInput
) -> None:
    """Answer a questionnaire; of an anonymous one the answer is kept without who gave it, and when."""
    # Who closes it waits for the invitation, which is locked; a lock on the questionnaire would wait for who closes it.
    questionnaire = await work.row(Questionnaire, invitation.questionnaire_id)
    response = QuestionnaireResponse(
        questionnaire_id=questionnaire.id,
        organization_id=invitation.organization_id,
        region_code=invitation.region_code,
    )
    response.is_sealed = questionnaire.is_anonymous
    if not questionnaire.is_anonymous:
        response.respondent_id, response.invitation_id = invitation.account_id, invitation.id
        response.answered_at = work.at
    await keep_answers(work, response, asked.answers)


async def lapse_invitations(work: UnitOfWork, account: UUID | None, inviter: UUID) -> None:
    """Let nobody answer any more upon what a bureau invited this account to."""
    open_ones = select(QuestionnaireInvitation).where(
        col(QuestionnaireInvitation.account_id) == account,
        col(QuestionnaireInvitation.organization_id) == inviter,
        col(QuestionnaireInvitation.state) == InvitationState.INVITED,
    )
    for invitation in await work.session.scalars(
        open_ones.order_by(col(QuestionnaireInvitation.id)).with_for_update(key_share=True)
    ):
        invitation.state = InvitationState.LAPSED


async def keep_answers(work: UnitOfWork, response: QuestionnaireResponse, given: Sequence[AnswerInput]) -> None:
    """Check the answers against the questions and keep them.  Raises ``Refusal``."""
    answers = [
        Answer(
            response_id=response.id,
            question=each.question,
            options=each.options or [],
            number=each.number,
            text=each.text,
        )
        for each in given
    ]
    check_answers(await questions_of(work, response.questionnaire_id), answers)
    await work.add(response)
    await work.add(*answers)


async def open_questionnaire(work: UnitOfWork, key: UUID, argument: str) -> Questionnaire:
    """The questionnaire, which nobody closes before this transaction ends.  Raises ``Refusal`` if it is not open."""
    questionnaire = await work.session.get_one(
        Questionnaire, key, with_for_update={"read": True}, populate_existing=True
    )
    if questionnaire.state is not QuestionnaireState.PUBLISHED:
        raise Refusal(ErrorCode.QUESTIONNAIRE_NOT_OPEN, field=argument)
    return questionnaire


async def questions_of(work: UnitOfWork, key: UUID) -> Sequence[Question]:
    """The questions of a questionnaire, in their order."""
    found = select(Question).where(col(Question.questionnaire_id) == key).order_by(col(Question.position))
    return (await work.session.scalars(found)).all()


async def _editions(work: UnitOfWork, questionnaire: Questionnaire) -> Sequence[Questionnaire]:
    same = select(Questionnaire).where(
        col(Questionnaire.organization_id) == questionnaire.organization_id,
        col(Questionnaire.code) == questionnaire.code,
    )
    return (await work.session.scalars(same.order_by(col(Questionnaire.edition)).with_for_update(key_share=True))).all()


def _questions(key: UUID, asked: Sequence[QuestionInput]) -> list[Question]:
    questions = [
        Question(
            questionnaire_id=key,
            position=position,
            kind=each.kind,
            text=each.text,
            options=each.options or [],
            fields=[field.name for field in each.fields or []],
            least=each.least,
            most=each.most,
            is_required=each.is_required,
            depends_on=each.depends_on,
            depends_on_options=each.depends_on_options or [],
        )
        for position, each in enumerate(asked, start=1)
    ]
    check_questions(questions)
    return questions
