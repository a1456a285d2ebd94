"""Commands on contact points: nominated, designated, visited, suspended, withdrawn; and the rule of their visits."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from models import (
    Action,
    ClueSource,
    ContactPoint,
    ContactVisit,
    ContactVisitLimit,
    ContactVisitMethod,
    Fault,
    InvalidValue,
    Organization,
    QuestionnaireResponse,
    Region,
    Role,
    VisitProblem,
)
from models.contact_point import MOST_PROBLEMS
from models.counting import local_day
from models.society_terms import SATISFACTION
from resolvers.commands.accounts import account_of
from resolvers.commands.clues import add_clue
from resolvers.commands.command import command, creates, move
from resolvers.commands.parties import valid_credit_code
from resolvers.commands.periods import adopt, last_day
from resolvers.commands.questionnaires import lapse_invitations
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.contact_point import (
        AdoptContactVisitLimitInput,
        DesignateContactPointInput,
        NominateContactPointInput,
        RecordContactVisitInput,
    )
    from schema.inputs.rule import EndRuleInput


@creates(ContactPoint, Action.NOMINATE)
async def nominate_contact_point(work: UnitOfWork, asked: NominateContactPointInput, key: UUID) -> ContactPoint:
    """Nominate an enterprise at or below the bureau's region."""
    bureau = await work.read(Organization, asked.organization_id, "organizationId")
    region = await work.read(Region, asked.region_id, "regionId")
    point = ContactPoint(
        id=key,
        organization_id=bureau.id,
        region_code=region.code,
        credit_code=valid_credit_code(asked.credit_code, "creditCode"),
        name=asked.name,
        scale=asked.scale,
        ownership=asked.ownership,
        is_above_designated_size=asked.is_above_designated_size,
        nominated_on=local_day(work.at),
    )
    work.decide(Action.NOMINATE, point)
    if not region.code.startswith(bureau.region_code):
        raise InvalidValue("regionId", Fault.OUTSIDE_REGION(region=bureau.region_code))
    return point


@command(ContactPoint, Action.SET_UP)
async def designate_contact_point(work: UnitOfWork, point: ContactPoint, asked: DesignateContactPointInput) -> None:
    """Designate a contact point, or one that was suspended again, and name who answers for the enterprise."""
    point.designated_on, point.reason = local_day(work.at), None
    if asked.account_login is not None:
        account = await account_of(
            work, point.organization_id, (Role.CONTACT_ENTERPRISE,), asked.account_login, "accountLogin"
        )
        if account != point.account_id:
            await lapse_invitations(work, point.account_id, point.organization_id)
            # The visits were the enterprise's, not those of whom it named before.
            its_own = update(ContactVisit).where(col(ContactVisit.contact_point_id) == point.id)
            await work.session.execute(its_own.values(account_id=account))
            point.account_id = account


@command(ContactPoint, Action.PAUSE)
async def suspend_contact_point(work: UnitOfWork, point: ContactPoint, asked: ReasonInput) -> None:
    """Suspend a contact point for a time, with the reason."""
    point.reason = asked.reason


@command(ContactPoint, Action.WITHDRAW)
async def withdraw_contact_point(work: UnitOfWork, point: ContactPoint, asked: ReasonInput) -> None:
    """Withdraw a contact point for good, with the reason; it answers no questionnaire any more."""
    point.reason = asked.reason
    await lapse_invitations(work, point.account_id, point.organization_id)


@creates(ContactVisit, Action.RECORD_VISIT, upon=(ContactPoint, Action.RECORD_VISIT))
async def record_contact_visit(work: UnitOfWork, asked: RecordContactVisitInput, key: UUID) -> ContactVisit:
    """Record a visit that was paid, with what the enterprise complained of."""
    point = await work.read(ContactPoint, asked.contact_point_id, "contactPointId")
    work.decide(Action.RECORD_VISIT, point)
    await work.row(ContactPoint, point.id, locked=True)
    move(point, Action.RECORD_VISIT, "contactPointId")
    visit = ContactVisit(
        id=key,
        contact_point_id=point.id,
        organization_id=point.organization_id,
        region_code=point.region_code,
        account_id=point.account_id,
        method=asked.method,
        visited_on=asked.visited_on,
        findings=asked.findings,
        satisfaction=asked.satisfaction,
        response_id=await _response(work, point, asked),
        recorded_at=work.at,
    )
    today, since = local_day(work.at), point.designated_on or point.nominated_on
    for field, is_wrong, reason in (
        ("visitedOn", asked.visited_on > today, Fault.AFTER(day=today)),
        # Before it was designated there was no contact point to visit; while it was suspended, none either.
        ("visitedOn", asked.visited_on < since, Fault.BEFORE(day=since)),
        (
            "satisfaction",
            asked.satisfaction not in SATISFACTION,
            Fault.NOT_WITHIN(least=SATISFACTION[0], most=SATISFACTION[-1]),
        ),
        (
            "problems",
            len(asked.problems or []) > MOST_PROBLEMS,
            Fault.TOO_MANY(count=len(asked.problems or []), most=MOST_PROBLEMS),
        ),
    ):
        if is_wrong:
            raise InvalidValue(field, reason)
    await work.add(visit)
    bureau = await work.row(Organization, point.organization_id)
    received = {"region_code": bureau.region_code, "bureau_id": bureau.id}
    for position, each in enumerate(asked.problems or [], start=1):
        problem = VisitProblem(visit_id=key, position=position, text=each.text, field=each.field)
        if each.is_clue:
            argument = f"problems.{position - 1}.text"
            clue = await add_clue(work, ClueSource.CONTACT_POINT, argument, content=each.text, **received)
            problem.clue_id = clue.id
        await work.add(problem)
    return visit


async def _response(work: UnitOfWork, point: ContactPoint, asked: RecordContactVisitInput) -> UUID | None:
    if asked.response_id is None:
        return None
    response = await work.read(QuestionnaireResponse, asked.response_id, "responseId")
    # An anonymous response is nobody's, a contact point without an account's least of all.
    is_own = response.respondent_id is not None and response.respondent_id == point.account_id
    # Upon another bureau's invitation it is that bureau's, which records it as its own visit.
    is_own = is_own and response.organization_id == point.organization_id
    if asked.method is not ContactVisitMethod.QUESTIONNAIRE or not is_own:
        raise InvalidValue("responseId", Fault.OF_OTHER_RESPONDENT)
    return response.id


@creates(ContactVisitLimit, Action.ADOPT)
async def adopt_contact_visit_limit(
    work: UnitOfWork, asked: AdoptContactVisitLimitInput, key: UUID
) -> ContactVisitLimit:
    """Adopt how often contact points are visited in a year; a limit of the region that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("least", "most", "legal_basis", "authority", "valid_from")
    limit = ContactVisitLimit(id=key, region_code=region.code, **{name: getattr(asked, name) for name in kept})
    work.decide(Action.ADOPT, limit)
    if not 0 <= asked.least <= asked.most:
        raise InvalidValue("least", Fault.NOT_WITHIN(least=0, most=asked.most))
    await adopt(work, limit, col(ContactVisitLimit.region_code) == region.code)
    return limit


@command(ContactVisitLimit, Action.END)
async def end_contact_visit_limit(work: UnitOfWork, limit: ContactVisitLimit, asked: EndRuleInput) -> None:
    """Put a limit out of force after a day."""
    limit.valid_to = last_day(work, limit, asked.valid_to)
