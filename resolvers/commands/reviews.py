"""Commands on reconsideration and litigation over a case (复议诉讼), from its acceptance to the correction reported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select, update
from sqlmodel import col

from models import (
    Action,
    ActType,
    EnforcementCase,
    ErrorCode,
    Fault,
    InvalidValue,
    Refusal,
    ReviewKind,
    ReviewOutcome,
    ReviewProceeding,
    ReviewResult,
)
from models.bars import BARS
from models.case_rules import ANNULLING_RESULTS, CHANGING_RESULTS, RESULTS_OF_COURTS
from models.counting import local_day, moments_of
from resolvers.commands.bars import is_barred
from resolvers.commands.clues import resume_clues_on, suspend_clues_on
from resolvers.commands.command import command
from resolvers.commands.linkages import withdraw_linkages
from resolvers.commands.penalties import set_penalty
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.case import RecordReviewOutcomeInput, RecordReviewProceedingInput
    from schema.inputs.command import CommandInput


@command(EnforcementCase, Action.RECORD_PROCEEDING)
async def record_review_proceeding(work: UnitOfWork, case: EnforcementCase, asked: RecordReviewProceedingInput) -> None:
    """Record that reconsideration or litigation was accepted; clues on the case are suspended until it ends."""
    acted_on, today = _acted_on(case), local_day(work.at)
    if not acted_on <= asked.accepted_on <= today:
        raise InvalidValue("acceptedOn", Fault.NOT_WITHIN(least=acted_on, most=today))
    _refuse_what_is_void(case, asked.kind, await work.where(ReviewOutcome, "case_id = $1", case.id))
    running = select(ReviewProceeding).where(
        col(ReviewProceeding.case_id) == case.id,
        col(ReviewProceeding.kind) == asked.kind,
        col(ReviewProceeding.ended_on).is_(None),
    )
    if (await work.session.scalars(running)).first() is not None:
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="kind")
    await work.add(ReviewProceeding(case_id=case.id, kind=asked.kind, body=asked.body, accepted_on=asked.accepted_on))
    await suspend_clues_on(work, case)


@command(EnforcementCase, Action.RECORD_OUTCOME)
async def record_review_outcome(work: UnitOfWork, case: EnforcementCase, asked: RecordReviewOutcomeInput) -> None:
    """Record how reconsideration or litigation ended; its clocks start, and clues that waited for it go on.

    What was proposed upon a decision that is taken back falls with it; a penalty that is changed is from then on what
    it was changed to (行政复议法 63, 73, 行政诉讼法 60, 77).
    """
    if asked.kind is ReviewKind.RECONSIDERATION and asked.result in RESULTS_OF_COURTS:
        raise InvalidValue("result", Fault.ONLY_FOR(what=ReviewKind.LITIGATION))
    if asked.kind is not ReviewKind.RECONSIDERATION and asked.has_opinion:
        raise InvalidValue("hasOpinion", Fault.ONLY_FOR(what=ReviewKind.RECONSIDERATION))
    proceedings = await work.where(
        ReviewProceeding, "case_id = $1 AND kind = $2 AND ended_on IS NULL", case.id, asked.kind.name
    )
    received_on, today = asked.received_on or asked.decided_on, local_day(work.at)
    first = max([_acted_on(case), *(each.accepted_on for each in proceedings)])
    if not first <= asked.decided_on <= today:
        raise InvalidValue("decidedOn", Fault.NOT_WITHIN(least=first, most=today))
    if not asked.decided_on <= received_on <= today:
        raise InvalidValue("receivedOn", Fault.NOT_WITHIN(least=asked.decided_on, most=today))
    known = await work.where(ReviewOutcome, "case_id = $1", case.id)
    if not proceedings:
        _refuse_what_is_known(case, asked, known)
    _refuse_what_is_void(case, asked.kind, known)
    await _change_penalty(work, case, asked, known)
    await work.add(
        ReviewOutcome(
            case_id=case.id,
            kind=asked.kind,
            result=asked.result,
            body=asked.body,
            decided_on=asked.decided_on,
            has_opinion=asked.has_opinion,
            is_of_revocation=_is_of_revocation(case, asked, proceedings, known),
            changes_penalty=asked.result is ReviewResult.MEDIATED and asked.penalty_kinds is not None,
        )
    )
    case.is_correction_due |= asked.has_opinion
    work.since, _ = moments_of(received_on, received_on)
    for proceeding in proceedings:
        proceeding.ended_on = asked.decided_on
    await work.flush()
    if await is_barred(work, case, [BARS["DECISION_ANNULLED"]]):
        await withdraw_linkages(work, case)
    await resume_clues_on(work, case)


async def _change_penalty(
    work: UnitOfWork, case: EnforcementCase, asked: RecordReviewOutcomeInput, known: Sequence[ReviewOutcome]
) -> None:
    given = {
        "penaltyKinds": asked.penalty_kinds,
        "penaltyAmount": asked.penalty_amount,
        "confiscatedAmount": asked.confiscated_amount,
    }
    named = [field for field, value in given.items() if value is not None]
    latest = max([asked.decided_on, *(each.decided_on for each in known)])
    if not named:
        # It could be told later by nothing; what a later outcome may have changed since is not asked for.
        if asked.result is ReviewResult.CHANGED and case.penalty_kinds and asked.decided_on == latest:
            raise InvalidValue("penaltyKinds", Fault.NEEDED_FOR(what=ReviewResult.CHANGED))
        return
    # What a first instance changed is again what it was where the second upholds it.
    was_changed = any(each.result is ReviewResult.CHANGED or each.changes_penalty for each in known)
    is_back = asked.result is ReviewResult.UPHELD and was_changed
    if asked.result not in CHANGING_RESULTS and not is_back:
        raise InvalidValue(named[0], Fault.ONLY_FOR(what=ReviewResult.CHANGED))
    # What was not penalized has no penalty to change; what a review left without one may have it again.
    if not case.penalty_kinds and not was_changed:
        raise InvalidValue(named[0], Fault.ONLY_FOR(what=ActType.PENALTY))
    if asked.decided_on < latest:
        raise InvalidValue("decidedOn", Fault.BEFORE(day=latest))
    if asked.penalty_kinds == [] and named == ["penaltyKinds"]:
        case.penalty_kinds, case.penalty_amount, case.confiscated_amount = [], None, None
    else:
        await set_penalty(work, case, asked)


def _acted_on(case: EnforcementCase) -> date:
    return local_day(case.decided_at or case.registered_at)


def _is_of_revocation(
    case: EnforcementCase,
    asked: RecordReviewOutcomeInput,
    proceedings: Sequence[ReviewProceeding],
    known: Sequence[ReviewOutcome],
) -> bool:
    if case.revoked_at is not None:
        # What was accepted before the revocation is over the grant.
        return min([asked.decided_on, *(each.accepted_on for each in proceedings)]) >= local_day(case.revoked_at)
    # Of a licence that was restored, what another instance finds is of what the one before it found.
    of_kind = (each for each in known if each.kind is asked.kind)
    last = max(of_kind, key=lambda each: (each.decided_on, each.id), default=None)
    return last is not None and last.is_of_revocation


def _is_of_act(case: EnforcementCase, known: ReviewOutcome) -> bool:
    # Of the revocation that stands, or else of the grant.
    if case.revoked_at is None:
        return not known.is_of_revocation
    return known.is_of_revocation and known.decided_on >= local_day(case.revoked_at)


def _refuse_what_is_known(
    case: EnforcementCase, asked: RecordReviewOutcomeInput, outcomes: Sequence[ReviewOutcome]
) -> None:
    # The organ and its bureau may both record it.  Of an act there is one reconsideration unless another was accepted
    # (行政复议法 30), while a lawsuit is decided in two instances, by two courts.
    for known in (each for each in outcomes if each.kind is asked.kind):
        is_same = (known.decided_on, known.body) == (asked.decided_on, asked.body)
        if is_same or (asked.kind is ReviewKind.RECONSIDERATION and _is_of_act(case, known)):
            raise Refusal(ErrorCode.ALREADY_EXISTS, field="kind")


def _refuse_what_is_void(case: EnforcementCase, kind: ReviewKind, outcomes: Sequence[ReviewOutcome]) -> None:
    # Nothing is left to reconsider, and by a second reconsideration its organ would undo the first.
    if kind is ReviewKind.RECONSIDERATION:
        found = (each for each in outcomes if each.kind is kind and each.result in ANNULLING_RESULTS)
        if any(_is_of_act(case, each) for each in found):
            raise Refusal(ErrorCode.ANNULLED_ON_RECONSIDERATION, field="kind")


@command(EnforcementCase, Action.REPORT_CORRECTION)
async def report_correction(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Record that the correction which reconsideration asked for was reported (行政复议法 76)."""
    case.is_correction_due = False
    reported = update(ReviewOutcome).where(
        col(ReviewOutcome.case_id) == case.id,
        col(ReviewOutcome.kind) == ReviewKind.RECONSIDERATION,
        col(ReviewOutcome.has_opinion),
        col(ReviewOutcome.reported_at).is_(None),
    )
    await work.session.execute(reported.values(reported_at=work.at))
