"""Commands on the way to a penalty: its legal review, what the party is told of, the hearing, the decision."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from models import (
    Action,
    ActType,
    DeadlineEvent,
    DutyItem,
    EnforcementCase,
    ErrorCode,
    Fault,
    HearingRight,
    HearingThreshold,
    InvalidValue,
    LegalReview,
    Level,
    Organization,
    OrganizationKind,
    PenaltyKind,
    Procedure,
    Refusal,
    threshold_for,
)
from models.case_rules import (
    PENALTIES_OF_POLICE,
    PENALTIES_WITH_HEARING,
    PENALTIES_WITHOUT_HEARING,
    SIMPLE_PROCEDURE_FINES,
    SIMPLE_PROCEDURE_PENALTIES,
)
from models.counting import last_moment_of, local_day
from models.directory import belonging_to
from resolvers.commands import clocks
from resolvers.commands.command import command
from resolvers.commands.duties import judicial_bureau_of
from resolvers.commands.explanations import withdraw_explanation
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.case import (
        DecideCaseInput,
        HoldHearingInput,
        NotifyPartyInput,
        RecordReviewOutcomeInput,
        RequestHearingInput,
    )
    from schema.inputs.command import CommandInput, ReasonInput


# What was taken back since bounds the cases that run all the same.
_DECIDES_BY_DUTY = f"""
SELECT EXISTS (
    SELECT FROM duty_item d JOIN organization o ON o.id = $2
    WHERE d.id = $1 AND (
        {belonging_to("d", "o")}
        OR EXISTS (SELECT FROM duty_assignment a WHERE a.owner_id = d.organization_id AND a.duty_code = d.code
                   AND a.region_code = o.region_code)
    )
)
"""  # noqa: S608
_LEGAL_UNIT = "SELECT id FROM organization WHERE kind = 'LEGAL_UNIT' AND department_id = $1 ORDER BY id LIMIT 1"


async def legal_reviewer_of(work: UnitOfWork, owner: Organization) -> UUID | None:
    """The department's legal unit; for a township the county's judicial bureau."""
    if Level.of_region(owner.region_code) is Level.TOWNSHIP:
        return await judicial_bureau_of(work, owner)
    unit: UUID | None = await (await work.driver()).fetchval(_LEGAL_UNIT, owner.id)
    return unit


@command(EnforcementCase, Action.REQUEST_REVIEW)
async def request_legal_review(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Ask the body for legal review to review the case, also where its duty asks for none (行政处罚法 58).

    Whether the public interest is at stake, or the case is complicated, is seen by the case and not by its duty.
    """
    await _name_legal_reviewer(work, case)
    if not case.hearing_held and case.legal_review in (LegalReview.NOT_NEEDED, LegalReview.AFTER_HEARING):
        case.legal_review = LegalReview.NEEDED


async def _name_legal_reviewer(work: UnitOfWork, case: EnforcementCase) -> None:
    # A legal unit may have been founded since the case was registered; without one neither act is admitted.
    if case.legal_reviewer_id is None:
        case.legal_reviewer_id = await legal_reviewer_of(work, await work.row(Organization, case.organization_id))


@command(EnforcementCase, Action.PASS_REVIEW)
async def pass_legal_review(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Pass the legal review."""
    case.legal_review, case.legal_review_opinion = LegalReview.PASSED, None


@command(EnforcementCase, Action.RETURN_REVIEW)
async def return_legal_review(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Return the case to its hearing, or else to its investigation, also from where the party was told already."""
    case.legal_review, case.legal_review_opinion = LegalReview.RETURNED, asked.reason


@command(EnforcementCase, Action.NOTIFY)
async def notify_party(work: UnitOfWork, case: EnforcementCase, asked: NotifyPartyInput) -> None:
    """Notify the party of what is intended, and of the right to a hearing; its period starts (行政处罚法 64).

    What the party brought forward is examined (行政处罚法 45): what that changes it is told anew, and its period starts
    anew.
    """
    case.notified_at = work.at
    # What it asked for already is held, whatever else it is told of.
    if case.hearing_right is HearingRight.REQUESTED:
        return
    case.hearing_requested_on = None
    if asked.offers_hearing and case.procedure is Procedure.ORDINARY:
        case.hearing_right = HearingRight.OFFERED
    elif case.hearing_right is HearingRight.WAIVED:
        # Of what it was not told yet it has waived nothing.
        case.hearing_right = HearingRight.NOT_OFFERED


@command(EnforcementCase, Action.REQUEST_HEARING)
async def request_hearing(work: UnitOfWork, case: EnforcementCase, asked: RequestHearingInput) -> None:
    """Record that the party asked for a hearing in time: it is held before the decision (行政处罚法 63, 64)."""
    today, notified_on = local_day(work.at), local_day(case.notified_at or case.registered_at)
    # Of what stands still the last day is not known yet.
    asking = [
        each
        for each in await clocks.running(work, case)
        if each.event is DeadlineEvent.ASK_FOR_HEARING and each.suspended_at is None
    ]
    last_day = min([today, *(local_day(each.due_at) for each in asking)])
    requested_on = today if asked.requested_on is None else asked.requested_on
    if not notified_on <= requested_on <= last_day:
        raise InvalidValue("requestedOn", Fault.NOT_WITHIN(least=notified_on, most=last_day))
    case.hearing_right, case.hearing_requested_on = HearingRight.REQUESTED, requested_on
    if requested_on < today:
        # Of the day no more is known than that it was not over.
        await clocks.end_deadlines(work, case, [DeadlineEvent.ASK_FOR_HEARING], at=last_moment_of(requested_on))


@command(EnforcementCase, Action.WAIVE_HEARING)
async def waive_hearing(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Record that the party waived the hearing, or takes back that it asked for one."""
    case.hearing_right = HearingRight.WAIVED


@command(EnforcementCase, Action.HOLD_HEARING)
async def hold_hearing(work: UnitOfWork, case: EnforcementCase, asked: HoldHearingInput) -> None:
    """Record that the hearing was held, of which the party was told in time (行政处罚法 64).

    It asked for the hearing after it was notified of what is intended, so it was not told of one before that.
    What no review has passed before is decided after one of what was heard, too (行政处罚法 58).
    """
    today = local_day(work.at)
    held_on = today if asked.held_on is None else asked.held_on
    if held_on > today:
        raise InvalidValue("heldOn", Fault.AFTER(day=today))
    if asked.noticed_on > held_on:
        raise InvalidValue("noticedOn", Fault.AFTER(day=held_on))
    notified_on = local_day(case.notified_at or case.filed_at or case.registered_at)
    if asked.noticed_on < notified_on:
        raise InvalidValue("noticedOn", Fault.BEFORE(day=notified_on))
    last_day, days = await clocks.period_since(work, DeadlineEvent.HEARING_NOTICE, case.region_code, asked.noticed_on)
    if held_on <= last_day:
        raise Refusal(ErrorCode.HEARING_TOO_SOON, field="heldOn", days=days, earliest=last_day + timedelta(days=1))
    case.hearing_held, case.hearing_noticed_on, case.hearing_on = True, asked.noticed_on, held_on
    # What was to be reviewed before the party is told anew is reviewed with what it said at the hearing, and again what
    # passed a review before where the duty asks for one after it.
    asked_for = (await work.row(DutyItem, case.duty_item_id)).legal_review
    is_passed = case.legal_review is LegalReview.PASSED and asked_for is not LegalReview.AFTER_HEARING
    if not is_passed and case.legal_review is not LegalReview.AFTER_HEARING:
        await _name_legal_reviewer(work, case)
        case.legal_review = LegalReview.AFTER_HEARING


@command(EnforcementCase, Action.DECIDE)
async def decide_case(work: UnitOfWork, case: EnforcementCase, asked: DecideCaseInput) -> None:
    """Decide the case; a penalty names its kinds and amounts."""
    case.decision, case.decided_at = asked.decision, work.at
    await withdraw_explanation(work, case)
    if case.act_type is not ActType.PENALTY:
        if asked.penalty_kinds or asked.penalty_amount is not None or asked.confiscated_amount is not None:
            raise InvalidValue("penaltyKinds", Fault.NOT_FOR(what=case.act_type))
        return
    kinds = await set_penalty(work, case, asked)
    await _check_hearing(work, case, kinds, asked)


async def set_penalty(
    work: UnitOfWork, case: EnforcementCase, asked: DecideCaseInput | RecordReviewOutcomeInput
) -> list[PenaltyKind]:
    """Set what the penalty is, in place of what it was; answers its kinds."""
    kinds = list(dict.fromkeys(asked.penalty_kinds or []))
    _check_penalty(case, kinds, asked)
    await _check_powers(work, case, kinds, asked.penalty_amount)
    case.penalty_kinds = [kind.name for kind in kinds]
    case.penalty_amount, case.confiscated_amount = asked.penalty_amount, asked.confiscated_amount
    return kinds


async def _check_powers(
    work: UnitOfWork, case: EnforcementCase, kinds: list[PenaltyKind], fine: Decimal | None
) -> None:
    ceiling = None if fine is None else (await work.row(DutyItem, case.duty_item_id)).fine_ceiling
    is_above = fine is not None and ceiling is not None and fine > ceiling
    # A case that was taken over keeps the duty it was filed under, by which not every owner decides.
    duty_and_owner = case.duty_item_id, case.organization_id
    if is_above and await (await work.driver()).fetchval(_DECIDES_BY_DUTY, *duty_and_owner):
        raise Refusal(ErrorCode.FINE_ABOVE_CEILING, field="penaltyAmount", limit=f"{ceiling:,}")
    if not PENALTIES_OF_POLICE.isdisjoint(kinds):
        owner = await work.row(Organization, case.organization_id)
        if owner.kind is not OrganizationKind.POLICE:
            raise Refusal(ErrorCode.PENALTY_OF_POLICE, field="penaltyKinds")


async def _check_hearing(
    work: UnitOfWork, case: EnforcementCase, kinds: list[PenaltyKind], asked: DecideCaseInput
) -> None:
    if case.hearing_held or case.procedure is Procedure.SIMPLE or PENALTIES_WITHOUT_HEARING.issuperset(kinds):
        return
    if case.hearing_right is HearingRight.NOT_OFFERED:
        if not PENALTIES_WITH_HEARING.isdisjoint(kinds):
            raise Refusal(ErrorCode.HEARING_NOT_OFFERED, field="penaltyKinds")
        await _check_amounts(work, case, asked)
    for deadline in await clocks.running(work, case):
        if deadline.event is DeadlineEvent.ASK_FOR_HEARING and work.at <= deadline.due_at:
            raise Refusal(ErrorCode.HEARING_PERIOD_RUNS, field="penaltyKinds", until=local_day(deadline.due_at))


async def _check_amounts(work: UnitOfWork, case: EnforcementCase, asked: DecideCaseInput) -> None:
    thresholds = await work.where(HearingThreshold, "starts_with($1, region_code)", case.region_code)
    threshold = threshold_for(thresholds, case.region_code, case.field, local_day(work.at))
    least = None if threshold is None else threshold.amount_for(case.party_kind)
    amounts = {"penaltyAmount": asked.penalty_amount, "confiscatedAmount": asked.confiscated_amount}
    for field, amount in amounts.items():
        if least is not None and amount is not None and amount >= least:
            raise Refusal(ErrorCode.HEARING_DUE_FOR_AMOUNT, field=field, amount=f"{least:,}")


def _check_penalty(
    case: EnforcementCase, kinds: list[PenaltyKind], asked: DecideCaseInput | RecordReviewOutcomeInput
) -> None:
    if not kinds:
        raise InvalidValue("penaltyKinds", Fault.EMPTY)
    for kind, field, amount in (
        (PenaltyKind.FINE, "penaltyAmount", asked.penalty_amount),
        (PenaltyKind.CONFISCATION, "confiscatedAmount", asked.confiscated_amount),
    ):
        if amount is not None and (kind not in kinds or amount < 0):
            raise InvalidValue(field, Fault.AMOUNT_OF(kind=kind))
    if PenaltyKind.FINE in kinds and not asked.penalty_amount:
        raise InvalidValue("penaltyAmount", Fault.NEEDED_FOR(what=PenaltyKind.FINE))
    # By which it is known whether the party has a right to a hearing; goods are valued, some at nothing.
    if PenaltyKind.CONFISCATION in kinds and asked.confiscated_amount is None:
        raise InvalidValue("confiscatedAmount", Fault.NEEDED_FOR(what=PenaltyKind.CONFISCATION))
    limit = SIMPLE_PROCEDURE_FINES[case.party_kind]
    if case.procedure is Procedure.SIMPLE and (
        not SIMPLE_PROCEDURE_PENALTIES.issuperset(kinds) or (asked.penalty_amount or 0) > limit
    ):
        raise Refusal(ErrorCode.SIMPLE_PROCEDURE_EXCEEDED, field="penaltyAmount", limit=limit)


@command(EnforcementCase, Action.NOT_PENALIZE)
async def not_penalize(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Decide not to penalize, with the reason (行政处罚法 33, 57)."""
    case.decision, case.decided_at = asked.reason, work.at
    await withdraw_explanation(work, case)
