"""Commands on special explanations (专项说明): generated for a year, explained by organs, accepted by governments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlmodel import col

from models import (
    Action,
    ActType,
    DeadlineEvent,
    EnforcementCase,
    EnforcementField,
    ErrorCode,
    ExplanationState,
    Level,
    Organization,
    Refusal,
    SpecialExplanation,
    SpecialExplanationRound,
)
from models.case_rules import ACTED_AT
from models.counting import local_day
from models.duty import duties_held_on
from policies import row_facts
from resolvers.commands import clocks
from resolvers.commands.command import command, creates, move
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.explanation import GenerateSpecialExplanationsInput, SubmitSpecialExplanationInput

_LOCK = func.hashtext("jiandu.explanations")
# What an act of the year withdraws.
_OPEN = (
    ExplanationState.GENERATED,
    ExplanationState.NOTIFIED,
    ExplanationState.SUBMITTED,
    ExplanationState.RETURNED,
)
# Who holds a duty on the day, of its own or assigned, and did not act on it in the year.  A township and its team act
# as one.
_IDLE = """
WITH held AS ({held})
SELECT o.id AS organization_id, o.region_code, o.field, g.id AS government_id, held.act_type
FROM held
JOIN organization o ON o.id = held.organization_id AND starts_with(o.region_code, :region)
JOIN organization g ON g.kind = 'GOVERNMENT' AND g.region_code = left(o.region_code, 6)
WHERE NOT EXISTS (SELECT FROM special_explanation e
                  WHERE e.organization_id = o.id AND e.year = :year AND e.act_type = held.act_type)
  AND NOT EXISTS (
    SELECT FROM organization m JOIN enforcement_case c ON c.organization_id = m.id
    WHERE (m.id = o.id OR length(o.region_code) = 9 AND m.region_code = o.region_code) AND c.act_type = held.act_type
      AND date_part('year', {acted_at} AT TIME ZONE 'Asia/Shanghai') = :year)
ORDER BY o.region_code, o.id, held.act_type
"""


@creates(SpecialExplanationRound, Action.GENERATE)
async def generate_special_explanations(
    work: UnitOfWork, asked: GenerateSpecialExplanationsInput, key: UUID
) -> SpecialExplanationRound:
    """Ask every organ of a bureau's area that has a duty, and did not act on it in the year, to explain itself."""
    bureau = await work.read(Organization, asked.organization_id, "organizationId")
    made = SpecialExplanationRound(
        id=key,
        organization_id=bureau.id,
        region_code=bureau.region_code,
        year=asked.year,
        generated_at=work.at,
    )
    work.decide(Action.GENERATE, made)
    day = await _day_of(work, bureau, asked.year)
    # Whoever acts meanwhile waits, and then finds what it withdraws.
    await work.session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    found = text(_IDLE.format(held=duties_held_on(":day"), acted_at=ACTED_AT))
    idle = await work.session.execute(found.bindparams(day=day, region=bureau.region_code, year=asked.year))
    explanations = [_explanation(made, **row) for row in idle.mappings()]
    made.generated = len(explanations)
    await work.add(made)
    await work.add(*explanations)
    await clocks.start_for_all(work, explanations, [DeadlineEvent.SPECIAL_EXPLANATION])
    return made


async def _day_of(work: UnitOfWork, bureau: Organization, year: int) -> date:
    # The day on which a duty is looked for: today, or the last of a year that is over.
    today = local_day(work.at)
    check_year(year)
    since = await clocks.date_of(work, DeadlineEvent.GENERATE_SPECIAL_EXPLANATIONS, bureau.region_code, year)
    if today < since:
        raise Refusal(ErrorCode.TOO_EARLY, field="year", since=since)
    return min(today, date(year, 12, 31))


def _explanation(made: SpecialExplanationRound, **idle: Any) -> SpecialExplanation:
    field = idle.pop("field")
    return SpecialExplanation(
        round_id=made.id,
        year=made.year,
        generated_at=made.generated_at,
        field=EnforcementField[field] if field else None,
        act_type=ActType[idle.pop("act_type")],
        **idle,
    )


@command(SpecialExplanation, Action.NOTIFY)
async def notify_special_explanation(work: UnitOfWork, asked_of: SpecialExplanation, asked: CommandInput) -> None:
    """Ask the organ to explain: from now on it sees what it has to explain."""
    asked_of.notified_at = work.at


@command(SpecialExplanationRound, Action.NOTIFY)
async def notify_special_explanations(work: UnitOfWork, made: SpecialExplanationRound, asked: CommandInput) -> None:
    """Ask every organ of a generation that was not asked yet."""
    unasked = select(SpecialExplanation).where(
        col(SpecialExplanation.round_id) == made.id, col(SpecialExplanation.state) == ExplanationState.GENERATED
    )
    found = await work.session.scalars(unasked.order_by(col(SpecialExplanation.id)).with_for_update(key_share=True))
    for explanation in found.all():
        move(explanation, Action.NOTIFY)
        explanation.notified_at = work.at
        await work.notify(Action.NOTIFY, explanation, [explanation.organization_id, explanation.government_id])


@command(SpecialExplanation, Action.SUBMIT)
async def submit_special_explanation(
    work: UnitOfWork, explained: SpecialExplanation, asked: SubmitSpecialExplanationInput
) -> None:
    """Explain to the government why there was no such act."""
    explained.explanation, explained.submitted_at = asked.explanation, work.at


@command(SpecialExplanation, Action.ACCEPT)
async def accept_special_explanation(work: UnitOfWork, explained: SpecialExplanation, asked: CommandInput) -> None:
    """Accept the explanation, as the government."""
    explained.answered_at = work.at


@command(SpecialExplanation, Action.RETURN)
async def return_special_explanation(work: UnitOfWork, explained: SpecialExplanation, asked: ReasonInput) -> None:
    """Return the explanation, with the reason; it is due on the same day as before."""
    explained.answered_at, explained.return_reason = work.at, asked.reason


async def withdraw_explanation(work: UnitOfWork, case: EnforcementCase) -> None:
    """Withdraw what the case's organ has to explain for this year: with this act it has acted."""
    # One that is being generated would miss this act, and this act it.
    await work.session.execute(select(func.pg_advisory_xact_lock_shared(_LOCK)))
    is_township = len(case.region_code) == Level.TOWNSHIP.code_length
    of_organ = (
        col(SpecialExplanation.region_code) == case.region_code
        if is_township
        else col(SpecialExplanation.organization_id) == case.organization_id
    )
    found = select(SpecialExplanation).where(
        of_organ,
        col(SpecialExplanation.year) == local_day(work.at).year,
        col(SpecialExplanation.act_type) == case.act_type,
        col(SpecialExplanation.state).in_(_OPEN),
    )
    for explanation in (await work.session.scalars(found.with_for_update(key_share=True))).all():
        explanation.state, explanation.withdrawn_at = ExplanationState.WITHDRAWN, work.at
        explanation.withdrawing_case_id = case.id
        await clocks.end_deadlines(work, explanation, [DeadlineEvent.SPECIAL_EXPLANATION])
        sides = row_facts(explanation)
        await work.notify(Action.WITHDRAW, explanation, [facts.get("organization") for facts in sides.values()])
