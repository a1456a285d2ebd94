"""Commands on leading groups, whose office is the judicial bureau of the government's level."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from models import (
    Action,
    ErrorCode,
    Fault,
    InvalidValue,
    LeadingGroup,
    LeadingGroupMember,
    LeadingGroupState,
    Organization,
    OrganizationKind,
    Refusal,
)
from models.counting import local_day
from resolvers.commands.command import command, creates
from resolvers.commands.duties import judicial_bureau_of
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.leading_group import (
        AddLeadingGroupMemberInput,
        EstablishLeadingGroupInput,
        RemoveLeadingGroupMemberInput,
    )


@creates(LeadingGroup, Action.ESTABLISH)
async def establish_leading_group(work: UnitOfWork, asked: EstablishLeadingGroupInput, key: UUID) -> LeadingGroup:
    """Establish the leading group of a government, which has none."""
    government = await work.read(Organization, asked.government_id, "governmentId")
    if government.kind is not OrganizationKind.GOVERNMENT:
        raise InvalidValue("governmentId", Fault.NONE_OF(allowed=OrganizationKind.GOVERNMENT))
    group = LeadingGroup(
        id=key,
        name=asked.name,
        organization_id=government.id,
        region_code=government.region_code,
        office_id=await judicial_bureau_of(work, government),
        document=asked.document,
        established_on=asked.established_on or local_day(work.at),
    )
    work.decide(Action.ESTABLISH, group)
    if group.established_on > local_day(work.at):
        raise InvalidValue("establishedOn", Fault.AFTER(day=local_day(work.at)))
    known = select(col(LeadingGroup.id)).where(
        col(LeadingGroup.organization_id) == government.id, col(LeadingGroup.state) == LeadingGroupState.ESTABLISHED
    )
    if (await work.session.scalars(known)).first() is not None:
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="governmentId")
    return group


@command(LeadingGroup, Action.ADD_MEMBER)
async def add_leading_group_member(work: UnitOfWork, group: LeadingGroup, asked: AddLeadingGroupMemberInput) -> None:
    """Add a member, numbered after those that there are or were."""
    of = None
    if asked.organization_id is not None:
        of = (await work.read(Organization, asked.organization_id, "organizationId")).id
    joined_on = asked.joined_on or local_day(work.at)
    if not group.established_on <= joined_on <= local_day(work.at):
        reason = Fault.NOT_WITHIN(least=group.established_on, most=local_day(work.at))
        raise InvalidValue("joinedOn", reason)
    last = select(func.max(col(LeadingGroupMember.number))).where(col(LeadingGroupMember.group_id) == group.id)
    await work.add(
        LeadingGroupMember(
            group_id=group.id,
            number=((await work.session.scalar(last)) or 0) + 1,
            name=asked.name,
            position=asked.position,
            post=asked.post,
            organization_id=of,
            joined_on=joined_on,
        )
    )


@command(LeadingGroup, Action.REMOVE_MEMBER)
async def remove_leading_group_member(
    work: UnitOfWork, group: LeadingGroup, asked: RemoveLeadingGroupMemberInput
) -> None:
    """Record that a member left from a day on; the member stays on record."""
    member = await work.session.get(LeadingGroupMember, (group.id, asked.member))
    if member is None or member.left_on is not None:
        raise Refusal(ErrorCode.NOT_FOUND, field="member")
    left_on = asked.left_on or local_day(work.at)
    if not member.joined_on <= left_on <= local_day(work.at):
        raise InvalidValue(
            "leftOn",
            Fault.NOT_WITHIN(least=member.joined_on, most=local_day(work.at)),
        )
    member.left_on = left_on


@command(LeadingGroup, Action.DISSOLVE)
async def dissolve_leading_group(work: UnitOfWork, group: LeadingGroup, asked: ReasonInput) -> None:
    """Dissolve a leading group, with the reason; the government may establish another."""
    group.dissolved_on, group.reason = local_day(work.at), asked.reason
