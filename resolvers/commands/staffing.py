"""Commands on staffing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from strawberry.utils.str_converters import to_camel_case

from models import (
    Action,
    ErrorCode,
    Fault,
    InvalidValue,
    Refusal,
    Region,
    Staffing,
    StaffingChange,
    StaffingEstimation,
    estimate,
)
from models.counting import local_day
from resolvers.commands.command import command, creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.staffing import EstimateStaffingInput, UpdateStaffingInput

_MOST_POSTS = 100_000
_KEPT = ("authorised", "actual", "dedicated_body", "dedicated_staff")


@command(Staffing, Action.UPDATE)
async def update_staffing(work: UnitOfWork, staffing: Staffing, asked: UpdateStaffingInput) -> None:
    """Record authorised posts, people in post and dedication from a day on; what is left out stays as it is."""
    today = local_day(work.at)
    effective_on = asked.effective_on or today
    last = select(func.max(col(StaffingChange.effective_on))).where(col(StaffingChange.staffing_id) == staffing.id)
    earliest = await work.session.scalar(last)
    if effective_on > today or (earliest is not None and effective_on < earliest):
        reason = Fault.AFTER(day=today) if earliest is None else Fault.NOT_WITHIN(least=earliest, most=today)
        raise InvalidValue("effectiveOn", reason)
    apply_changes(staffing, asked, *_KEPT)
    for field in ("authorised", "actual", "dedicated_staff"):
        if not 0 <= getattr(staffing, field) <= _MOST_POSTS:
            raise InvalidValue(to_camel_case(field), Fault.NOT_WITHIN(least=0, most=_MOST_POSTS))
    if staffing.dedicated_staff > staffing.actual:
        raise InvalidValue("dedicatedStaff", Fault.TOO_LARGE(most=staffing.actual))
    await work.add(
        StaffingChange(
            staffing_id=staffing.id,
            version=staffing.version + 1,
            effective_on=effective_on,
            **{name: getattr(staffing, name) for name in _KEPT},
        )
    )


@creates(StaffingEstimation, Action.ESTIMATE)
async def estimate_staffing(work: UnitOfWork, asked: EstimateStaffingInput, key: UUID) -> StaffingEstimation:
    """Estimate the posts of every supervision body of a region by the work of a year."""
    region = await work.read(Region, asked.region_id, "regionId")
    estimation = StaffingEstimation(id=key, region_code=region.code, year=asked.year, made_at=work.at)
    work.decide(Action.ESTIMATE, estimation)
    today = local_day(work.at)
    check_year(asked.year, last=today.year)
    await work.add(estimation)
    totals = await estimate(await work.driver(), key, region.code, asked.year, today)
    if not totals["bodies"]:
        raise Refusal(ErrorCode.NO_STAFFING_RULE, field="regionId")
    for name, total in totals.items():
        setattr(estimation, name, total)
    return estimation
