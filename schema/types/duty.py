"""Duty lists and what of them is assigned to townships."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from resolvers.criteria import contains, criteria, equal_to, in_force_on, in_region, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, many, node, one
from schema.types.node import Connection, Node


@criteria()
class DutyItemFilter:
    """权责事项筛选条件 · Which duty items"""

    within: strawberry.ID | None = in_region(
        models.DutyItem.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.DutyItem.organization_id, models.Organization, "责任主体 · Of this organization"
    )
    level: list[models.Level] | None = one_of(models.DutyItem.level, "行政层级 · Of these levels")
    field: list[models.EnforcementField] | None = one_of(models.DutyItem.field, "执法领域 · Of these fields")
    act_type: list[models.ActType] | None = one_of(models.DutyItem.act_type, "执法行为 · Of these types of act")
    content: list[models.SupervisionContent] | None = one_of(
        models.DutyItem.content, "监督内容 · Supervision duties of these contents"
    )
    state: list[models.DutyItemState] | None = one_of(models.DutyItem.state, "状态 · In these states")
    in_force_on: datetime.date | None = in_force_on(
        models.DutyItem.valid_from, "在该日有效的版次 · The edition that is in force on this day"
    )
    code: str | None = equal_to(models.DutyItem.code, "事项编码 · With this code")
    name_contains: str | None = contains(models.DutyItem.name, "名称包含 · Whose name contains this text")


class DutyItemOrderField(OrderField):
    """权责事项排序字段 · What duty items can be ordered by"""

    CODE = "编码", "Code", models.DutyItem.code
    REGION = "区域代码", "Code of the region", models.DutyItem.region_code


@node(models.DutyItem, filtered_by=DutyItemFilter, ordered_by=DutyItemOrderField)
class DutyItem(Node):
    """权责事项 · One edition of a duty that an organization holds (plan clause 4 权责清单)"""

    code: str = column("事项编码，各版次相同 · Code, the same in every edition")
    edition: int = column("版次 · Edition")
    name: str = column("名称 · Name")
    act_type: models.ActType = column("执法行为 · Type of act")
    law: str = column("法律依据 · The statute it rests on")
    article: str = column("条款 · Article")
    organization: Organization | None = one(models.DutyItem.organization_id, "责任主体 · Who holds it")
    level: models.Level = column("行政层级 · Level")
    field: models.EnforcementField | None = column("执法领域 · Field")
    content: models.SupervisionContent | None = column("监督内容 · For a supervision duty, its content")
    method: str = column("履职方式 · How it is performed")
    responsibility: str = column("责任岗位 · Who answers for it")
    source: models.DutySource = column("权责来源 · What it rests on")
    legal_review: models.LegalReview = column("法制审核要求 · Whether a case needs a legal review")
    fine_floor: decimal.Decimal | None = column("罚款下限（元） · Lowest fine in yuan")
    fine_ceiling: decimal.Decimal | None = column("罚款上限（元） · Highest fine in yuan")
    is_assignable: bool = column("是否可赋权乡镇 · Whether it may be assigned to townships")
    state: models.DutyItemState = column("状态 · State")
    valid_from: datetime.date | None = column("生效日期 · In force from this day")
    valid_to: datetime.date | None = column(
        "失效日期，撤销的自当日起失效 · In force to this day; if revoked, to the day before"
    )
    reason: str | None = column(
        "退回的理由；撤销的理由，公开 · Why it was returned last; why it was revoked, which is public"
    )
    predecessor: DutyItem | None = one(models.DutyItem.predecessor_id, "上一版次 · The edition before")
    assignments: Connection[DutyAssignment] = many(
        models.DutyItem.id, models.DutyAssignment.duty_item_id, "乡镇赋权 · Assignments to townships"
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@strawberry.type(description="变更事项 · A duty whose edition of one day differs from that of another")
class DutyItemChange:
    """A duty whose edition of one day differs from that of another."""

    before: DutyItem = strawberry.field(description="变更前 · As it stood on the earlier day")
    after: DutyItem = strawberry.field(description="变更后 · As it stood on the later day")
    fields: list[str] = strawberry.field(description="变更的字段 · The fields that differ")


@strawberry.type(
    description="权责清单比对，每类至多一千项 · What two days' duty lists differ in; each list holds a thousand at most"
)
class DutyListDiff:
    """What two days' duty lists differ in, each list in the order of the codes."""

    added: list[DutyItem] = strawberry.field(description="新增 · On the later list alone")
    removed: list[DutyItem] = strawberry.field(description="取消 · On the earlier list alone")
    changed: list[DutyItemChange] = strawberry.field(description="变更 · On both, in other words")


@criteria()
class DutyAssignmentFilter:
    """赋权筛选条件 · Which assignments"""

    within: strawberry.ID | None = in_region(
        models.DutyAssignment.region_code, models.Region, "某区域及其下级 · In this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.DutyAssignment.organization_id, models.Organization, "乡镇 · To this township"
    )
    state: list[models.DutyAssignmentState] | None = one_of(models.DutyAssignment.state, "状态 · In these states")


class DutyAssignmentOrderField(OrderField):
    """赋权排序字段 · What assignments can be ordered by"""

    REGION = "区域代码", "Code of the region", models.DutyAssignment.region_code


@node(models.DutyAssignment, filtered_by=DutyAssignmentFilter, ordered_by=DutyAssignmentOrderField)
class DutyAssignment(Node):
    """乡镇赋权 · A duty assigned to a township, until it is taken back"""

    duty_item: DutyItem | None = one(models.DutyAssignment.duty_item_id, "权责事项 · The duty")
    organization: Organization | None = one(models.DutyAssignment.organization_id, "乡镇 · The township")
    state: models.DutyAssignmentState = column("状态 · State")
    assigned_on: datetime.date = column("赋权日期 · Assigned on")
    taken_back_on: datetime.date | None = column("收回日期 · Taken back on")
    reason: str | None = column("收回理由，公开 · Why it was taken back, which is public")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
