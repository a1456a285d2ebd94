"""Commands on invited supervisors: who apply, are appointed for a term, and report; and on the mix that is aimed at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    ClueSource,
    ErrorCode,
    Fault,
    InvalidValue,
    InvitedSupervisor,
    InvitedSupervisorState,
    Organization,
    OrganizationKind,
    Refusal,
    Region,
    ReportFinding,
    Role,
    SupervisorReport,
    SupervisorTarget,
)
from models.clue import LONGEST_CONTENT
from models.counting import local_day
from models.invited_supervisor import MOST_FINDINGS
from resolvers.commands.clues import add_clue, past_concerned
from resolvers.commands.command import check_length, command, creates
from resolvers.commands.periods import adopt, last_day
from resolvers.commands.questionnaires import lapse_invitations
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.invited_supervisor import (
        AdoptSupervisorTargetInput,
        ApplyToSuperviseInput,
        AppointInvitedSupervisorInput,
        HandleSupervisorReportInput,
        ReviewInvitedSupervisorInput,
        SubmitSupervisorReportInput,
    )
    from schema.inputs.rule import EndRuleInput

# Whoever holds another role supervises or is supervised by office.
_OF_SOCIETY = (Role.EVALUATOR, Role.INVITED_SUPERVISOR, Role.CONTACT_ENTERPRISE)


@creates(InvitedSupervisor, Action.VOLUNTEER)
async def apply_to_supervise(work: UnitOfWork, asked: ApplyToSuperviseInput, key: UUID) -> InvitedSupervisor:
    """Apply to a judicial bureau, for oneself."""
    bureau = await work.read(Organization, asked.organization_id, "organizationId")
    account = work.caller.principal.account
    if account is None:
        raise Refusal(ErrorCode.FORBIDDEN)
    if bureau.kind is not OrganizationKind.JUDICIAL_BUREAU:
        raise InvalidValue(
            "organizationId",
            Fault.NONE_OF(allowed=OrganizationKind.JUDICIAL_BUREAU),
        )
    if any(held.role not in _OF_SOCIETY for held in work.caller.principal.entrusted):
        raise Refusal(ErrorCode.NOT_OF_SOCIETY)
    if await _serves(work, account, bureau.id):
        raise Refusal(ErrorCode.ALREADY_SERVING, field="organizationId")
    return InvitedSupervisor(
        id=key,
        account_id=account,
        organization_id=bureau.id,
        region_code=bureau.region_code,
        name=work.caller.principal.name,
        category=asked.category,
        work_unit=asked.work_unit,
        is_business_environment_supervisor=asked.is_business_environment_supervisor,
        application=asked.application,
        applied_on=local_day(work.at),
    )


@command(InvitedSupervisor, Action.REVIEW)
async def review_invited_supervisor(
    work: UnitOfWork, supervisor: InvitedSupervisor, asked: ReviewInvitedSupervisorInput
) -> None:
    """Review an application, with the opinion."""
    supervisor.review_opinion = asked.opinion


@command(InvitedSupervisor, Action.APPOINT)
async def appoint_invited_supervisor(
    work: UnitOfWork, supervisor: InvitedSupervisor, asked: AppointInvitedSupervisorInput
) -> None:
    """Appoint for a term."""
    if await _serves(work, supervisor.account_id, supervisor.organization_id):
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="id")
    today = local_day(work.at)
    supervisor.term_from = asked.term_from or today
    # Nobody served before applying, and a term that is over is none to be appointed for.
    if supervisor.term_from < supervisor.applied_on:
        raise InvalidValue("termFrom", Fault.BEFORE(day=supervisor.applied_on))
    supervisor.term_to = _end_of_term(max(supervisor.term_from, today), asked.term_to)


@command(InvitedSupervisor, Action.RENEW)
async def renew_invited_supervisor(
    work: UnitOfWork, supervisor: InvitedSupervisor, asked: AppointInvitedSupervisorInput
) -> None:
    """Appoint for another term, which follows the one that runs."""
    runs_to = supervisor.term_to or local_day(work.at)
    if asked.term_from is not None:
        raise InvalidValue("termFrom", Fault.NOT_FOR(what=Action.RENEW))
    supervisor.term_to = _end_of_term(runs_to, asked.term_to)


@command(InvitedSupervisor, Action.DISMISS)
async def dismiss_invited_supervisor(work: UnitOfWork, supervisor: InvitedSupervisor, asked: ReasonInput) -> None:
    """Dismiss before the term is over, with the reason; the person answers no questionnaire any more."""
    supervisor.dismissal_reason = asked.reason
    await lapse_invitations(work, supervisor.account_id, supervisor.organization_id)


@creates(SupervisorReport, Action.SUBMIT_REPORT)
async def submit_supervisor_report(work: UnitOfWork, asked: SubmitSupervisorReportInput, key: UUID) -> SupervisorReport:
    """Report what was seen of enforcement, while the term runs."""
    supervisor = await work.read(InvitedSupervisor, asked.supervisor_id, "supervisorId")
    report = SupervisorReport(
        id=key,
        supervisor_id=supervisor.id,
        account_id=supervisor.account_id,
        organization_id=supervisor.organization_id,
        region_code=supervisor.region_code,
        observed_on=asked.observed_on,
        content=asked.content,
        submitted_at=work.at,
    )
    work.decide(Action.SUBMIT_REPORT, report)
    today = local_day(work.at)
    if not supervisor.serves_on(today):
        raise Refusal(ErrorCode.NOT_SERVING, field="supervisorId")
    if not supervisor.serves_on(asked.observed_on) or asked.observed_on > today:
        raise InvalidValue("observedOn", Fault.NOT_WITHIN(least=supervisor.term_from, most=today))
    if not 1 <= len(asked.findings) <= MOST_FINDINGS:
        raise InvalidValue("findings", Fault.COUNT_NOT_WITHIN(least=1, most=MOST_FINDINGS))
    for place, finding in enumerate(asked.findings):
        check_length(f"findings.{place}.text", finding.text, LONGEST_CONTENT)
    if asked.concerned_id is not None:
        concerned = await work.read(Organization, asked.concerned_id, "concernedId")
        bureau = await past_concerned(work, report.organization_id, concerned)
        report.concerned_id = concerned.id
        report.organization_id, report.region_code = bureau.id, bureau.region_code
    await work.add(report)
    findings = enumerate(asked.findings, start=1)
    await work.add(
        *(ReportFinding(report_id=key, position=place, text=each.text, field=each.field) for place, each in findings)
    )
    return report


@command(SupervisorReport, Action.HANDLE_REPORT)
async def handle_supervisor_report(
    work: UnitOfWork, report: SupervisorReport, asked: HandleSupervisorReportInput
) -> None:
    """Tell the author how the report was handled; findings that are to be followed up become clues."""
    report.handling, report.handled_at = asked.handling, work.at
    found = await work.session.scalars(select(ReportFinding).where(col(ReportFinding.report_id) == report.id))
    by_place = {finding.position: finding for finding in found}
    followed = set(asked.followed_findings or [])
    if not followed <= by_place.keys():
        raise InvalidValue("followedFindings", Fault.NOT_WITHIN(least=1, most=len(by_place)))
    for place in sorted(followed):
        clue = await add_clue(
            work,
            ClueSource.INVITED_SUPERVISOR,
            "followedFindings",
            content=by_place[place].text,
            region_code=report.region_code,
            bureau_id=report.organization_id,
            concerned_id=report.concerned_id,
        )
        by_place[place].clue_id = clue.id
    await work.flush()


def _end_of_term(after: date, term_to: date) -> date:
    if term_to <= after:
        raise InvalidValue("termTo", Fault.NOT_AFTER(day=after))
    return term_to


async def _serves(work: UnitOfWork, account: UUID, bureau: UUID) -> bool:
    serving = select(col(InvitedSupervisor.id)).where(
        col(InvitedSupervisor.account_id) == account,
        col(InvitedSupervisor.organization_id) == bureau,
        col(InvitedSupervisor.state).in_([InvitedSupervisorState.APPOINTED, InvitedSupervisorState.RENEWED]),
        col(InvitedSupervisor.term_to) >= local_day(work.at),
    )
    return (await work.session.scalars(serving)).first() is not None


@creates(SupervisorTarget, Action.ADOPT)
async def adopt_supervisor_target(work: UnitOfWork, asked: AdoptSupervisorTargetInput, key: UUID) -> SupervisorTarget:
    """Adopt how many of a category a region is to have; a target of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("category", "number", "legal_basis", "authority", "valid_from")
    target = SupervisorTarget(id=key, region_code=region.code, **{name: getattr(asked, name) for name in kept})
    work.decide(Action.ADOPT, target)
    if asked.number < 0:
        raise InvalidValue("number", Fault.TOO_SMALL(least=0))
    alike = col(SupervisorTarget.region_code) == region.code, col(SupervisorTarget.category) == asked.category
    await adopt(work, target, *alike)
    return target


@command(SupervisorTarget, Action.END)
async def end_supervisor_target(work: UnitOfWork, target: SupervisorTarget, asked: EndRuleInput) -> None:
    """Put a target out of force after a day."""
    target.valid_to = last_day(work, target, asked.valid_to)
