"""Inputs of commands on leading groups."""

from __future__ import annotations

import datetime

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="成立领导小组 · Establish the leading group of a government")
class EstablishLeadingGroupInput(CreationInput):
    """Establish the leading group of a government."""

    government_id: strawberry.ID = strawberry.field(description="人民政府 · The government")
    name: Name = strawberry.field(description="名称 · Name")
    document: Name = strawberry.field(description="成立文件文号 · Number of the document that establishes it")
    established_on: datetime.date | None = strawberry.field(
        default=None, description="成立日期，默认今日 · Established on; today by default"
    )


@strawberry.input(description="增加领导小组成员 · Add a member to a leading group")
class AddLeadingGroupMemberInput(CommandInput):
    """Add a member to a leading group."""

    name: Name = strawberry.field(description="姓名 · Name")
    position: models.MemberPosition = strawberry.field(description="组内职务 · Position in the group")
    post: Name = strawberry.field(description="所任职务 · Post that the member holds")
    organization_id: strawberry.ID | None = strawberry.field(default=None, description="所在单位 · Organization")
    joined_on: datetime.date | None = strawberry.field(
        default=None, description="任职日期，默认今日 · From which day; today by default"
    )


@strawberry.input(description="免去领导小组成员 · Record that a member left a leading group")
class RemoveLeadingGroupMemberInput(CommandInput):
    """Record that a member left a leading group."""

    member: int = strawberry.field(description="成员序号 · Number of the member")
    left_on: datetime.date | None = strawberry.field(
        default=None, description="离任日期，默认今日 · From which day; today by default"
    )
