"""Leading groups and their members."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, in_region, one_of
from resolvers.declarations import OrderField, available_actions, column, history, node, one, one_by, parts, view
from schema.types.node import Node


@criteria()
class LeadingGroupFilter:
    """领导小组筛选条件 · Which leading groups"""

    within: strawberry.ID | None = in_region(
        models.LeadingGroup.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    state: list[models.LeadingGroupState] | None = one_of(models.LeadingGroup.state, "状态 · In these states")


class LeadingGroupOrderField(OrderField):
    """领导小组排序字段 · What leading groups can be ordered by"""

    REGION = "区域代码", "Code of the region", models.LeadingGroup.region_code


@view(models.LeadingGroupMember)
class LeadingGroupMember:
    """领导小组成员 · A member of a leading group, past ones included"""

    number: int = column("序号 · Number")
    name: str = column("姓名 · Name")
    position: models.MemberPosition = column("组内职务 · Position in the group")
    post: str = column("所任职务 · Post that the member holds")
    organization: Organization | None = one(models.LeadingGroupMember.organization_id, "所在单位 · Organization")
    joined_on: datetime.date = column("任职日期 · From which day")
    left_on: datetime.date | None = column("离任日期 · Left on")


@node(models.LeadingGroup, filtered_by=LeadingGroupFilter, ordered_by=LeadingGroupOrderField)
class LeadingGroup(Node):
    """领导小组 · The group that leads the work for a government (plan clause 三(一) 组织领导)"""

    name: str = column("名称 · Name")
    government: Organization | None = one_by(
        models.LeadingGroup.organization_id, models.Organization.id, "人民政府 · The government"
    )
    office: Organization | None = one(models.LeadingGroup.office_id, "办公室所在机构 · Where its office is")
    region: Region | None = one_by(models.LeadingGroup.region_code, models.Region.code, "所在区域 · Region")
    document: str = column("成立文件文号 · Number of the document that establishes it")
    established_on: datetime.date = column("成立日期 · Established on")
    state: models.LeadingGroupState = column("状态 · State")
    dissolved_on: datetime.date | None = column("撤销日期 · Dissolved on")
    reason: str | None = column("撤销理由 · Why it was dissolved")
    members: list[LeadingGroupMember] = parts(
        models.LeadingGroupMember.group_id, models.LeadingGroupMember.number, "成员 · Members", at_most=30
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
