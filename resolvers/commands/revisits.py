"""Commands on revisits of closed cases (案件回访): the sample, who visits, what was found and became of it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from models import (
    Account,
    Action,
    CaseRevisit,
    ClueSource,
    DeadlineEvent,
    EnforcementCase,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Procedure,
    Questionnaire,
    QuestionnairePurpose,
    QuestionnaireResponse,
    Refusal,
    RevisitPolicy,
    RevisitSample,
)
from models.bars import BARS
from models.counting import local_day, moments_of
from models.revisit_rules import draw
from models.society_terms import SATISFACTION
from resolvers.commands import clocks
from resolvers.commands.bars import check_bars
from resolvers.commands.clues import add_clue
from resolvers.commands.command import command, creates
from resolvers.commands.duties import judicial_bureau_of
from resolvers.commands.questionnaires import keep_answers, open_questionnaire
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.revisit import (
        AssignRevisitInput,
        DrawRevisitSampleInput,
        HandleRevisitIssueInput,
        RaiseRevisitIssueInput,
        RecordRevisitInput,
    )

_LONGEST_PERIOD, _MOST_DRAWN = 92, 1_000
# What keeps a visitor from recording keeps it from being assigned.
_OF_VISITOR = [BARS[name] for name in ("VISITOR_LEFT", "VISITOR_IS_OFFICER")]


@creates(RevisitSample, Action.SAMPLE)
async def draw_revisit_sample(work: UnitOfWork, asked: DrawRevisitSampleInput, key: UUID) -> RevisitSample:
    """Draw from the cases that were closed in a period that is over; the same seed draws the same.

    A judicial bureau draws from its own level's cases, the county's from its townships' too; a legal unit from
    those of its department, by chance.  What the drawer knows to have been drawn is not drawn a second time.
    """
    drawer = await work.read(Organization, asked.organization_id, "organizationId")
    if not asked.since <= asked.until < local_day(work.at) or (asked.until - asked.since).days > _LONGEST_PERIOD:
        raise InvalidValue("until", Fault.PERIOD_OF_SAMPLE(days=_LONGEST_PERIOD))
    sample = RevisitSample(
        id=key,
        organization_id=drawer.id,
        region_code=drawer.region_code,
        field=drawer.field,
        since=asked.since,
        until=asked.until,
        seed=asked.seed or secrets.token_hex(8),
        population=0,
        drawn=0,
        drawn_at=work.at,
    )
    work.decide(Action.SAMPLE, sample)
    if asked.seed is not None and drawer.kind is not OrganizationKind.JUDICIAL_BUREAU:
        # Who knows the cases could try seeds until the sample pleases.
        raise InvalidValue("seed", Fault.ONLY_FOR(what=OrganizationKind.JUDICIAL_BUREAU))
    policies = await _policies(work, drawer.region_code, sample)
    cases = await _closed(work, drawer, sample)
    drawn = [
        (case, is_priority)
        for procedure, policy in policies.items()
        for case, is_priority in draw([case for case in cases if case.procedure is procedure], policy, sample.seed)
    ]
    revisited = await _known(work, drawer, [case.id for case, _ in drawn])
    if len(drawn) - len(revisited) > _MOST_DRAWN:
        raise InvalidValue("until", Fault.TOO_MANY(count=len(drawn), most=_MOST_DRAWN))
    sample.population = len(cases)
    sample.drawn = len(drawn) - len(revisited)
    await work.add(sample)
    revisits = [
        _revisit(work, sample, case, is_priority=is_priority) for case, is_priority in drawn if case.id not in revisited
    ]
    await work.add(*revisits)
    await clocks.start_for_all(work, revisits, [DeadlineEvent.REVISIT])
    return sample


async def _known(work: UnitOfWork, drawer: Organization, cases: Sequence[UUID]) -> set[UUID]:
    known = select(col(CaseRevisit.case_id)).where(col(CaseRevisit.case_id).in_(cases))
    if drawer.kind is not OrganizationKind.JUDICIAL_BUREAU:
        # What was left out would tell a unit which of its cases the bureau is still to visit.
        is_own, is_told = (
            col(CaseRevisit.assigner_id) == drawer.id,
            col(CaseRevisit.visible_organization_id).is_not(None),
        )
        known = known.where(or_(is_own, is_told))
    return set((await work.session.scalars(known)).all())


async def _policies(work: UnitOfWork, region_code: str, sample: RevisitSample) -> dict[Procedure, RevisitPolicy]:
    regions = [region_code[:length] for length in range(2, len(region_code) + 1)]
    found = await work.session.scalars(
        select(RevisitPolicy)
        .where(
            col(RevisitPolicy.region_code).in_(regions),
            col(RevisitPolicy.valid_from) <= sample.until,
            func.coalesce(col(RevisitPolicy.valid_to), sample.until) >= sample.until,
        )
        .order_by(func.length(col(RevisitPolicy.region_code)), col(RevisitPolicy.valid_from))
    )
    policies = {policy.procedure: policy for policy in found}
    if not policies:
        raise Refusal(ErrorCode.NO_REVISIT_POLICY, field="organizationId")
    return policies


async def _closed(work: UnitOfWork, drawer: Organization, sample: RevisitSample) -> Sequence[Any]:
    case = EnforcementCase
    if drawer.kind is OrganizationKind.JUDICIAL_BUREAU:
        remit = func.left(col(case.region_code), 6) == drawer.region_code
    else:
        remit = col(case.organization_id) == drawer.id
    first, last = moments_of(sample.since, sample.until)
    kept = (
        "id",
        "procedure",
        "penalty_kinds",
        "penalty_amount",
        "organization_id",
        "region_code",
        "field",
        "closed_at",
    )
    found = await work.session.execute(
        select(*(col(getattr(case, name)) for name in kept)).where(
            remit,
            col(case.procedure).is_not(None),
            col(case.closed_at) >= first,
            col(case.closed_at) < last,
        )
    )
    return found.all()


def _revisit(work: UnitOfWork, sample: RevisitSample, case: Any, *, is_priority: bool) -> CaseRevisit:
    return CaseRevisit(
        sample_id=sample.id,
        case_id=case.id,
        organization_id=case.organization_id,
        region_code=case.region_code,
        field=case.field,
        assigner_id=sample.organization_id,
        is_priority=is_priority,
        closed_at=case.closed_at,
        sampled_at=work.at,
    )


@command(CaseRevisit, Action.ASSIGN)
async def assign_revisit(work: UnitOfWork, revisit: CaseRevisit, asked: AssignRevisitInput) -> None:
    """Assign a colleague who is none of the case's officers, or another in place of one."""
    visitor = await work.read(Account, asked.visitor_id, "visitorId")
    own = {each for held in work.caller.principal.assignments for each in held.own}
    if visitor.organization_id not in own or visitor.disabled_at is not None:
        raise Refusal(ErrorCode.NOT_FOUND, field="visitorId")
    revisit.visitor_id, revisit.assigned_at = visitor.id, work.at
    await work.flush()
    await check_bars(work, revisit, _OF_VISITOR, "visitorId")


@command(CaseRevisit, Action.RECORD_REVISIT)
async def record_revisit(work: UnitOfWork, revisit: CaseRevisit, asked: RecordRevisitInput) -> None:
    """Record what the party said, as the visitor."""
    if asked.satisfaction not in SATISFACTION:
        raise InvalidValue(
            "satisfaction",
            Fault.NOT_WITHIN(least=SATISFACTION[0], most=SATISFACTION[-1]),
        )
    revisit.method, revisit.satisfaction, revisit.findings = asked.method, asked.satisfaction, asked.findings
    revisit.visited_at, revisit.response_id = work.at, await _answered(work, revisit, asked)


async def _answered(work: UnitOfWork, revisit: CaseRevisit, asked: RecordRevisitInput) -> UUID | None:
    """The party's answers, kept as those of whoever was asked by the assigner."""
    if (asked.questionnaire_id is None) != (asked.answers is None):
        raise InvalidValue(
            "answers",
            Fault.BOTH_OR_NEITHER(one="questionnaireId", other="answers"),
        )
    if asked.questionnaire_id is None:
        return None
    questionnaire = await work.read(Questionnaire, asked.questionnaire_id, "questionnaireId")
    if questionnaire.purpose is not QuestionnairePurpose.REVISIT or questionnaire.is_anonymous:
        # Whose case it is says whose answers they are.
        raise InvalidValue("questionnaireId", Fault.REVISIT_NAMED)
    await open_questionnaire(work, questionnaire.id, "questionnaireId")
    assigner = await work.row(Organization, revisit.assigner_id)
    response = QuestionnaireResponse(
        questionnaire_id=questionnaire.id, organization_id=assigner.id, region_code=assigner.region_code
    )
    await keep_answers(work, response, asked.answers or [])
    return response.id


@command(CaseRevisit, Action.RECORD_UNREACHABLE)
async def record_unreachable(work: UnitOfWork, revisit: CaseRevisit, asked: ReasonInput) -> None:
    """Record that the party could not be reached, and what was tried."""
    revisit.findings, revisit.visited_at = asked.reason, work.at


@command(CaseRevisit, Action.RAISE_ISSUE)
async def raise_revisit_issue(work: UnitOfWork, revisit: CaseRevisit, asked: RaiseRevisitIssueInput) -> None:
    """Raise an issue with the organ; unless it is not wanted, a clue is opened at the judicial bureau too."""
    revisit.issue, revisit.raised_at = asked.issue, work.at
    if asked.opens_clue:
        assigner = await work.row(Organization, revisit.assigner_id)
        bureau_id = assigner.id
        if assigner.kind is not OrganizationKind.JUDICIAL_BUREAU:
            bureau_id = await judicial_bureau_of(work, assigner)
        bureau = await work.row(Organization, bureau_id)
        clue = await add_clue(
            work,
            ClueSource.REVISIT,
            "issue",
            content=asked.issue,
            region_code=bureau.region_code,
            bureau_id=bureau.id,
            concerned_id=revisit.organization_id,
            case_id=revisit.case_id,
        )
        revisit.clue_id = clue.id


@command(CaseRevisit, Action.HANDLE)
async def handle_revisit_issue(work: UnitOfWork, revisit: CaseRevisit, asked: HandleRevisitIssueInput) -> None:
    """Say what was done about the issue, as the organ."""
    revisit.handling, revisit.handled_at = asked.handling, work.at


@command(CaseRevisit, Action.CONFIRM_HANDLING)
async def confirm_revisit_handling(work: UnitOfWork, revisit: CaseRevisit, asked: CommandInput) -> None:
    """Confirm the handling, as who assigned the revisit."""
    revisit.is_handling_confirmed, revisit.confirmed_at = True, work.at


@command(CaseRevisit, Action.RETURN_HANDLING)
async def return_revisit_handling(work: UnitOfWork, revisit: CaseRevisit, asked: ReasonInput) -> None:
    """Return the handling to the organ, with the reason."""
    revisit.return_reason, revisit.handled_at = asked.reason, None
