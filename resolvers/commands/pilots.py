"""Commands on pilots (试点): named by the county's judicial bureau, confirmed by the city's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from models import (
    Action,
    DeadlineEvent,
    ErrorCode,
    Fault,
    InvalidValue,
    Level,
    Organization,
    OrganizationKind,
    Pilot,
    PilotState,
    Refusal,
    Region,
)
from models.counting import local_day
from models.pilot import MOST_TOWNSHIP_PILOTS
from resolvers.commands import clocks
from resolvers.commands.command import command, creates
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.pilot import NamePilotInput

_STANDING = (PilotState.NAMED, PilotState.CONFIRMED)


@creates(Pilot, Action.NAME)
async def name_pilot(work: UnitOfWork, asked: NamePilotInput, key: UUID) -> Pilot:
    """Name the county, with its chosen fields if not as a whole, or one of its townships as a pilot."""
    bureau = await work.read(Organization, asked.organization_id, "organizationId")
    region = await work.read(Region, asked.region_id, "regionId")
    fields = list(dict.fromkeys(asked.enforcement_fields or []))
    rule, due_on = await clocks.rule_and_date(work, DeadlineEvent.NAME_PILOT, bureau.region_code)
    pilot = Pilot(
        id=key,
        region_code=region.code,
        enforcement_fields=[field.name for field in fields],
        organization_id=bureau.id,
        confirmer_id=await _bureau_above(work, bureau),
        named_on=asked.named_on,
        due_on=due_on,
        registered_at=work.at,
    )
    work.decide(Action.NAME, pilot)
    if region.level not in (Level.COUNTY, Level.TOWNSHIP) or not region.code.startswith(bureau.region_code):
        raise InvalidValue("regionId", Fault.OUTSIDE_REGION(region=bureau.region_code))
    if region.level is Level.TOWNSHIP and fields:
        raise InvalidValue("enforcementFields", Fault.NOT_FOR(what=Level.TOWNSHIP))
    # Nobody named a pilot before there was a plan.
    if not rule.valid_from <= asked.named_on <= local_day(work.at):
        raise InvalidValue(
            "namedOn",
            Fault.NOT_WITHIN(least=rule.valid_from, most=local_day(work.at)),
        )
    if region.level is Level.TOWNSHIP:
        await _check_number(work, region.code[: Level.COUNTY.code_length])
    return pilot


async def _bureau_above(work: UnitOfWork, bureau: Organization) -> UUID:
    if bureau.kind is not OrganizationKind.JUDICIAL_BUREAU or bureau.superior_id is None:
        raise Refusal(ErrorCode.NO_COORDINATOR, field="organizationId")
    return bureau.superior_id


async def _check_number(work: UnitOfWork, county: str) -> None:
    # Two that are named at once would each count without the other.
    await work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"jiandu.pilots.{county}"))))
    standing = select(func.count()).where(
        col(Pilot.state).in_(_STANDING),
        func.left(col(Pilot.region_code), Level.COUNTY.code_length) == county,
        func.length(col(Pilot.region_code)) == Level.TOWNSHIP.code_length,
    )
    if (await work.session.execute(standing)).scalar_one() >= MOST_TOWNSHIP_PILOTS:
        raise Refusal(ErrorCode.TOO_MANY_PILOTS, field="regionId", limit=MOST_TOWNSHIP_PILOTS)


@command(Pilot, Action.CONFIRM)
async def confirm_pilot(work: UnitOfWork, pilot: Pilot, asked: CommandInput) -> None:
    """Confirm a pilot, as the city's judicial bureau."""
    pilot.confirmed_at = work.at


@command(Pilot, Action.WITHDRAW)
async def withdraw_pilot(work: UnitOfWork, pilot: Pilot, asked: ReasonInput) -> None:
    """Withdraw a pilot that is not confirmed, with the reason."""
    pilot.withdrawn_at, pilot.withdrawal_reason = work.at, asked.reason
