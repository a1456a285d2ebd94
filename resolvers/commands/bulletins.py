"""Commands on bulletins (通报): drawn from reviewed reports, numbered and public once they are published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import col
from strawberry import UNSET

from models import (
    Action,
    Bulletin,
    BulletinReport,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    ProgressReport,
    Refusal,
    ReportState,
)
from models.reporting import MOST_REPORTS
from resolvers.commands.command import command, creates, move
from resolvers.commands.numbering import next_bulletin_number
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput
    from schema.inputs.report import DraftBulletinInput, UpdateBulletinInput


@creates(Bulletin, Action.BULLETIN, upon=(ProgressReport, Action.BULLETIN))
async def draft_bulletin(work: UnitOfWork, asked: DraftBulletinInput, key: UUID) -> Bulletin:
    """Draft a bulletin of the government to which the reports were made."""
    reports = await _reports(work, asked.report_ids)
    government = await work.row(Organization, reports[0].government_id)
    bulletin = Bulletin(
        id=key,
        organization_id=government.id,
        region_code=government.region_code,
        title=asked.title,
        content=asked.content,
        drafted_at=work.at,
    )
    work.decide(Action.BULLETIN, bulletin)
    await _draw_on(work, bulletin, reports)
    return bulletin


async def _reports(work: UnitOfWork, report_ids: Sequence[str]) -> list[ProgressReport]:
    if not 1 <= len(report_ids) <= MOST_REPORTS:
        raise InvalidValue("reportIds", Fault.COUNT_NOT_WITHIN(least=1, most=MOST_REPORTS))
    reports = await work.read_all(ProgressReport, list(dict.fromkeys(report_ids)), "reportIds")
    for report in reports:
        work.decide(Action.BULLETIN, report)
        move(report, Action.BULLETIN, "reportIds")
    return reports


async def _draw_on(work: UnitOfWork, bulletin: Bulletin, reports: Sequence[ProgressReport]) -> None:
    if any(report.government_id != bulletin.organization_id for report in reports):
        raise InvalidValue("reportIds", Fault.OF_OTHER_GOVERNMENT)
    await work.add(bulletin)
    await work.session.execute(delete(BulletinReport).where(col(BulletinReport.bulletin_id) == bulletin.id))
    await work.add(*(BulletinReport(bulletin_id=bulletin.id, report_id=report.id) for report in reports))


@command(Bulletin, Action.UPDATE)
async def update_bulletin(work: UnitOfWork, bulletin: Bulletin, asked: UpdateBulletinInput) -> None:
    """Change a draft; what is left out stays as it is."""
    apply_changes(bulletin, asked, "title", "content")
    for name in ("title", "content"):
        if not getattr(bulletin, name).strip():
            raise InvalidValue(name, Fault.EMPTY)
    if asked.report_ids is not UNSET:
        await _draw_on(work, bulletin, await _reports(work, asked.report_ids or []))


@command(Bulletin, Action.PUBLISH)
async def publish_bulletin(work: UnitOfWork, bulletin: Bulletin, asked: CommandInput) -> None:
    """Publish a bulletin under the next number of its government; who made the reports is told."""
    drawn_on = select(ProgressReport).join(BulletinReport).where(col(BulletinReport.bulletin_id) == bulletin.id)
    reports = (
        await work.session.scalars(drawn_on.order_by(col(ProgressReport.id)).with_for_update(key_share=True))
    ).all()
    for report in reports:
        if report.state is ReportState.SUPERSEDED:
            raise Refusal(ErrorCode.REPORT_SUPERSEDED, field="id")
        report.state = ReportState.BULLETINED
    government = await work.row(Organization, bulletin.organization_id)
    bulletin.number, bulletin.published_at = await next_bulletin_number(work, government), work.at
    await work.notify(Action.PUBLISH, bulletin, sorted({report.organization_id for report in reports}))
