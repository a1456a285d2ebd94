"""Supervision: the acts on a matter along its life; where each may lead stands in ``transitions.csv``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from models import (
    Action,
    DeadlineEvent,
    ErrorCode,
    Fault,
    InvalidValue,
    ObjectionResult,
    Organization,
    Refusal,
    SupervisionDocumentType,
    SupervisionEffect,
    SupervisionMatter,
)
from models.counting import local_day
from models.supervision import DOCUMENTS_WITH_CLOCKS, OPINIONS
from resolvers.commands import clocks
from resolvers.commands.command import command
from resolvers.commands.supervision_documents import issue, issued, record_reply
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.supervision import (
        DecideMatterInput,
        ExpediteMatterInput,
        ExplainMatterInput,
        ExtendMatterDeadlineInput,
        InformSuperiorInput,
        InvestigateMatterInput,
        IssueSupervisionOpinionInput,
        NotifyOrganInput,
        ReportRectificationInput,
        ReviewObjectionInput,
        StartRectificationInput,
        VerifyRectificationInput,
    )

# What the organ objects is a narrative of the matter, and its deadlines are read without that clearance.
_OBJECTED, _APPEALED = "被监督机关提出异议", "被监督机关申请上级复核"
_TO_RECTIFY = DOCUMENTS_WITH_CLOCKS[DeadlineEvent.RECTIFY]


@command(SupervisionMatter, Action.FILE)
async def file_matter(work: UnitOfWork, matter: SupervisionMatter, asked: CommandInput) -> None:
    """File the matter, which two certified supervisors carry out from here on."""
    matter.filed_at = work.at


@command(SupervisionMatter, Action.NOTIFY)
async def notify_organ(work: UnitOfWork, matter: SupervisionMatter, asked: NotifyOrganInput) -> None:
    """Notify the organ with a document that asks it to explain; it sees the matter from here on."""
    matter.notified_at = work.at
    # The document names the last day, so its clock starts with it.
    await clocks.start_deadlines(work, matter, [DeadlineEvent.EXPLAIN_NOTICE])
    due_on = await _last_day(work, matter, DeadlineEvent.EXPLAIN_NOTICE)
    type_, effect = SupervisionDocumentType.NOTICE, SupervisionEffect.INQUIRE
    await issue(work, matter, type_, effect, asked.text, due_on=due_on)


@command(SupervisionMatter, Action.EXPLAIN)
async def explain_matter(work: UnitOfWork, matter: SupervisionMatter, asked: ExplainMatterInput) -> None:
    """Explain, as the supervised organ."""
    matter.explained_at = work.at
    await record_reply(work, matter, [SupervisionEffect.INQUIRE], asked.explanation)


@command(SupervisionMatter, Action.INVESTIGATE)
async def investigate_matter(work: UnitOfWork, matter: SupervisionMatter, asked: InvestigateMatterInput) -> None:
    """Record what the investigation found."""
    matter.finding = asked.finding


@command(SupervisionMatter, Action.ISSUE_OPINION)
async def issue_supervision_opinion(
    work: UnitOfWork, matter: SupervisionMatter, asked: IssueSupervisionOpinionInput
) -> None:
    """Issue the opinion, or the suggestion; the time to rectify starts."""
    _check_opinion(matter, asked.type, asked.effect)
    matter.opinion_issued_at = work.at
    await clocks.start_deadlines(work, matter, [DeadlineEvent.RECTIFY])
    due_on = await _last_day(work, matter, DeadlineEvent.RECTIFY)
    await issue(work, matter, asked.type, asked.effect, asked.opinion, due_on=due_on)


def _check_opinion(matter: SupervisionMatter, type_: SupervisionDocumentType, effect: SupervisionEffect) -> None:
    allowed = OPINIONS[matter.power]
    if (type_, effect) not in allowed:
        listed = "; ".join(sorted(f"{each.chinese}（{to.chinese}）" for each, to in allowed))
        raise Refusal(
            ErrorCode.EFFECT_NOT_ALLOWED, field="effect", type=type_.chinese, effect=effect.chinese, allowed=listed
        )


@command(SupervisionMatter, Action.INFORM)
async def inform_superior(work: UnitOfWork, matter: SupervisionMatter, asked: InformSuperiorInput) -> None:
    """Tell the superior department of a vertical organ what was found (行政执法监督条例 42); it sees the matter now."""
    organ = await work.row(Organization, matter.organization_id)
    matter.informed_id, matter.informed_at = organ.superior_id, work.at
    type_, effect = SupervisionDocumentType.NOTICE, SupervisionEffect.ADVISE
    await issue(work, matter, type_, effect, asked.text, to=organ.superior_id)


@command(SupervisionMatter, Action.EXPEDITE)
async def expedite_matter(work: UnitOfWork, matter: SupervisionMatter, asked: ExpediteMatterInput) -> None:
    """Expedite what is due of the organ, by a letter."""
    await issue(work, matter, SupervisionDocumentType.EXPEDITE, SupervisionEffect.EXPEDITE, asked.text)


@command(SupervisionMatter, Action.RECTIFY)
async def start_rectification(work: UnitOfWork, matter: SupervisionMatter, asked: StartRectificationInput) -> None:
    """Start to rectify, with the plan, as the supervised organ."""
    matter.rectification_plan = asked.plan


@command(SupervisionMatter, Action.REPORT_RECTIFICATION)
async def report_rectification(work: UnitOfWork, matter: SupervisionMatter, asked: ReportRectificationInput) -> None:
    """Report what was rectified, as the supervised organ."""
    matter.reported_at = work.at
    await record_reply(work, matter, _TO_RECTIFY, asked.report)


@command(SupervisionMatter, Action.RETURN_RECTIFICATION)
async def return_rectification(work: UnitOfWork, matter: SupervisionMatter, asked: ReasonInput) -> None:
    """Return a rectification that falls short, with the reason; its time starts anew, with the document's last day."""
    matter.conclusion = asked.reason
    await clocks.start_deadlines(work, matter, [DeadlineEvent.RECTIFY])
    await _renew_document(work, matter, DeadlineEvent.RECTIFY)


@command(SupervisionMatter, Action.VERIFY_RECTIFICATION)
async def verify_rectification(work: UnitOfWork, matter: SupervisionMatter, asked: VerifyRectificationInput) -> None:
    """Verify that the organ has rectified."""
    matter.verified_at, matter.conclusion = work.at, asked.conclusion


@command(SupervisionMatter, Action.OBJECT)
async def object_to_opinion(work: UnitOfWork, matter: SupervisionMatter, asked: ReasonInput) -> None:
    """Object to the opinion, whose clock stands still until the responsible body has reviewed it."""
    matter.objection, matter.reviewer_id = asked.reason, matter.body_id
    matter.review_result, matter.review = None, None
    await clocks.suspend(work, matter, _OBJECTED)


@command(SupervisionMatter, Action.APPEAL)
async def appeal_review(work: UnitOfWork, matter: SupervisionMatter, asked: ReasonInput) -> None:
    """Appeal to the superior of the body that reviewed."""
    body = await work.row(Organization, matter.body_id)
    matter.objection, matter.reviewer_id, matter.is_appealed = asked.reason, body.superior_id, True
    await clocks.suspend(work, matter, _APPEALED)


@command(SupervisionMatter, Action.REVIEW_OBJECTION)
async def review_objection(work: UnitOfWork, matter: SupervisionMatter, asked: ReviewObjectionInput) -> None:
    """Review the objection: the opinion stands, is revoked, or another takes its place."""
    matter.review_result, matter.review = asked.result, asked.review
    if asked.result is ObjectionResult.REVOKED:
        return
    await clocks.resume(work, matter)
    if asked.result is not ObjectionResult.CHANGED:
        await _renew_document(work, matter, DeadlineEvent.RECTIFY)
        return
    if not (asked.opinion or "").strip():
        raise InvalidValue("opinion", Fault.NEEDED_FOR(what=asked.result))
    before, opinion = await issued(work, matter, _TO_RECTIFY), asked.opinion or ""
    due_on = await _last_day(work, matter, DeadlineEvent.RECTIFY)
    await issue(work, matter, before.type, before.effect, opinion, due_on=due_on, by=matter.reviewer_id)


@command(SupervisionMatter, Action.DECIDE)
async def decide_matter(work: UnitOfWork, matter: SupervisionMatter, asked: DecideMatterInput) -> None:
    """Decide what the organ, which did not rectify in time, has to execute."""
    if asked.due_on <= local_day(work.at):
        raise InvalidValue("dueOn", Fault.NOT_AFTER(day=local_day(work.at)))
    matter.decided_at = work.at
    await issue(
        work, matter, SupervisionDocumentType.DECISION, SupervisionEffect.ORDER, asked.decision, due_on=asked.due_on
    )


@command(SupervisionMatter, Action.EXECUTE)
async def report_execution(work: UnitOfWork, matter: SupervisionMatter, asked: ReportRectificationInput) -> None:
    """Report that the decision was executed, as the supervised organ."""
    matter.reported_at = work.at
    await record_reply(work, matter, [SupervisionEffect.ORDER], asked.report)


@command(SupervisionMatter, Action.CLOSE)
async def close_matter(work: UnitOfWork, matter: SupervisionMatter, asked: CommandInput) -> None:
    """Close the matter."""
    matter.ended_at = work.at


@command(SupervisionMatter, Action.TERMINATE)
async def terminate_matter(work: UnitOfWork, matter: SupervisionMatter, asked: ReasonInput) -> None:
    """Terminate the matter, with the reason."""
    matter.ended_at, matter.conclusion = work.at, asked.reason


@command(SupervisionMatter, Action.EXTEND_DEADLINE)
async def extend_matter_deadline(work: UnitOfWork, matter: SupervisionMatter, asked: ExtendMatterDeadlineInput) -> None:
    """Extend the organ's time to explain or to rectify, with the reason; the document's last day moves with it."""
    await clocks.extend(work, matter, asked.event, asked.reason)
    await _renew_document(work, matter, asked.event)


async def _renew_document(work: UnitOfWork, matter: SupervisionMatter, event: DeadlineEvent) -> None:
    document = await issued(work, matter, DOCUMENTS_WITH_CLOCKS[event])
    document.due_on = await _last_day(work, matter, event)


async def _last_day(work: UnitOfWork, matter: SupervisionMatter, event: DeadlineEvent) -> date:
    return local_day((await clocks.running_of(work, matter, event)).due_at)
