"""Commands on quarterly reports (季度报告): drafted and submitted by edition, reviewed by the city's bureau."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    ErrorCode,
    Fault,
    InvalidValue,
    Level,
    Organization,
    OrganizationKind,
    ProgressReport,
    Refusal,
    ReportState,
)
from models.counting import local_day
from resolvers.commands.command import act, command, creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.report import (
        DraftProgressReportInput,
        ReviewProgressReportInput,
        ReviseProgressReportInput,
        UpdateProgressReportInput,
    )

_QUARTERS = range(1, 5)
_TEXTS = ("progress", "problems", "plans")
_KEPT = ("organization_id", "region_code", "field", "reviewer_id", "government_id", "year", "quarter", *_TEXTS)


@creates(ProgressReport, Action.DRAFT)
async def draft_progress_report(work: UnitOfWork, asked: DraftProgressReportInput, key: UUID) -> ProgressReport:
    """Draft the first edition of a quarter's report; its deadline counts from the quarter's last day."""
    author = await work.read(Organization, asked.organization_id, "organizationId")
    check_year(asked.year)
    if asked.quarter not in _QUARTERS:
        raise InvalidValue("quarter", Fault.NOT_WITHIN(least=_QUARTERS[0], most=_QUARTERS[-1]))
    report = ProgressReport(
        id=key,
        organization_id=author.id,
        region_code=author.region_code,
        field=author.field,
        reviewer_id=await _body_of_city(work, author, OrganizationKind.JUDICIAL_BUREAU),
        government_id=await _body_of_city(work, author, OrganizationKind.GOVERNMENT),
        year=asked.year,
        quarter=asked.quarter,
        drafted_at=work.at,
        **{name: getattr(asked, name) for name in _TEXTS},
    )
    work.decide(Action.DRAFT, report)
    if author.kind is OrganizationKind.LEGAL_UNIT:
        # It writes for its department, whose report it is.
        raise InvalidValue("organizationId", Fault.WRITES_FOR_DEPARTMENT)
    since = date(asked.year, 3 * asked.quarter - 2, 1)
    if local_day(work.at) < since:
        raise Refusal(ErrorCode.TOO_EARLY, field="quarter", since=since)
    return report


async def _body_of_city(work: UnitOfWork, author: Organization, kind: OrganizationKind) -> UUID:
    found = await work.session.scalars(
        select(col(Organization.id)).where(
            col(Organization.kind) == kind,
            col(Organization.region_code) == author.region_code[: Level.CITY.code_length],
        )
    )
    body = found.first()
    if body is None:
        raise Refusal(ErrorCode.NO_COORDINATOR, field="organizationId")
    return body


@command(ProgressReport, Action.UPDATE)
async def update_progress_report(work: UnitOfWork, report: ProgressReport, asked: UpdateProgressReportInput) -> None:
    """Change a draft; what is left out stays as it is."""
    apply_changes(report, asked, *_TEXTS)
    if not report.progress.strip():
        raise InvalidValue("progress", Fault.EMPTY)


@command(ProgressReport, Action.SUBMIT)
async def submit_progress_report(work: UnitOfWork, report: ProgressReport, asked: CommandInput) -> None:
    """Submit an edition, which is frozen from then on; it takes the place of the one before it."""
    report.submitted_at = work.at
    if report.predecessor_id is not None:
        predecessor = await work.row(ProgressReport, report.predecessor_id, locked=True)
        predecessor.state = ReportState.SUPERSEDED


@command(ProgressReport, Action.REVIEW)
async def review_progress_report(work: UnitOfWork, report: ProgressReport, asked: ReviewProgressReportInput) -> None:
    """Pass a report on to the city's government, with an opinion."""
    report.review_opinion, report.answered_at = asked.opinion, work.at


@command(ProgressReport, Action.RETURN)
async def return_progress_report(work: UnitOfWork, report: ProgressReport, asked: ReasonInput) -> None:
    """Return a report, with the reason; the next edition mends it."""
    report.return_reason, report.answered_at = asked.reason, work.at


@creates(ProgressReport, Action.REVISE, upon=(ProgressReport, Action.REVISE))
async def revise_progress_report(work: UnitOfWork, asked: ReviseProgressReportInput, key: UUID) -> ProgressReport:
    """Draft the next edition of a report that was submitted, as a copy of it."""
    submitted = await work.read(ProgressReport, asked.report_id, "reportId")
    work.decide(Action.REVISE, submitted)
    await act(work, submitted, Action.REVISE, "reportId")
    kept: dict[str, Any] = {name: getattr(submitted, name) for name in _KEPT}
    return ProgressReport(
        id=key, edition=submitted.edition + 1, predecessor_id=submitted.id, drafted_at=work.at, **kept
    )
