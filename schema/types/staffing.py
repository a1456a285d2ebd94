"""Staffing of the supervision bodies."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import any_of, criteria, equal_to, in_region, one_of
from resolvers.declarations import OrderField, available_actions, column, history, node, one, parts, view
from schema.types.node import Node


@criteria()
class StaffingFilter:
    """编制筛选条件 · Which staffing"""

    within: strawberry.ID | None = in_region(
        models.Staffing.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    field: list[models.EnforcementField] | None = one_of(models.Staffing.field, "执法领域 · Of these fields")
    dedicated_body: bool | None = equal_to(models.Staffing.dedicated_body, "是否专门机构 · Whether it is dedicated")
    gap: list[models.SupervisionGapKind] | None = any_of(models.Staffing.gaps, "缺口 · That lacks any of these")


class StaffingOrderField(OrderField):
    """编制排序字段 · What staffing can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Staffing.region_code
    VACANCIES = "空缺数", "Vacancies", models.Staffing.vacancies
    SHORTFALL = "测算缺口", "Shortfall against the estimate", models.Staffing.shortfall


@view(models.StaffingChange)
class StaffingChange:
    """编制变动 · What the staffing was from a day on"""

    effective_on: datetime.date = column("生效日期 · From this day")
    version: int = column("版本号 · The version of the staffing that it made")
    authorised: int = column("核定编制数 · Authorised posts")
    actual: int = column("实有人数 · People in post")
    dedicated_body: bool = column("是否专门机构 · Whether the body is dedicated to supervision")
    dedicated_staff: int = column("专门人员数 · People who work on supervision alone")


@view(models.StaffingEstimate)
class StaffingEstimate:
    """编制测算结果 · What an estimation counted for one body, and the posts that the rule makes of it"""

    estimation: StaffingEstimation | None = one(
        models.StaffingEstimate.estimation_id, "所属测算，权限范围外为空 · The estimation; null out of scope"
    )
    rule: StaffingRule | None = one(models.StaffingEstimate.rule_id, "适用规则 · By this rule")
    year: int = column("工作量年度 · By the work of this year")
    estimated_on: datetime.date = column("测算日期 · Estimated on")
    cases: int = column("所监督的年度案件数 · Cases of the year that it supervises")
    organs: int = column("所监督的执法机关数 · Organs that it supervises")
    townships: int = column("所辖乡镇数 · Townships in its area")
    posts: int = column("测算编制数 · Posts needed")


@node(models.Staffing, filtered_by=StaffingFilter, ordered_by=StaffingOrderField)
class Staffing(Node):
    """编制 · Authorised and actual staffing of one supervision body (plan clause 1 机构建设)"""

    organization: Organization | None = one(models.Staffing.organization_id, "监督机构 · The supervision body")
    authorised: int = column("核定编制数 · Authorised posts")
    actual: int = column("实有人数 · People in post")
    dedicated_body: bool = column("是否专门机构 · Whether the body is dedicated to supervision")
    dedicated_staff: int = column("专门人员数 · People who work on supervision alone")
    vacancies: int = column("空缺数 · Authorised posts without a person")
    estimated: int | None = column("最近测算的编制数，未测算为空 · Posts last estimated; null if never")
    shortfall: int = column("核定编制比测算少的数 · By how much fewer are authorised than estimated")
    changes: list[StaffingChange] = parts(
        models.StaffingChange.staffing_id, models.StaffingChange.version, "历次变动 · Every change, the first one first"
    )
    estimates: list[StaffingEstimate] = parts(
        models.StaffingEstimate.staffing_id, models.StaffingEstimate.estimated_on, "历次测算 · Every estimate of it"
    )
    gaps: list[models.SupervisionGapKind] = column("缺口 · What the body lacks")
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class StaffingRuleFilter:
    """编制测算规则筛选条件 · Which staffing rules"""

    kind: list[models.OrganizationKind] | None = one_of(models.StaffingRule.kind, "监督机构类别 · Of these kinds")
    level: list[models.Level] | None = one_of(models.StaffingRule.level, "行政层级 · Of these levels")


class StaffingRuleOrderField(OrderField):
    """编制测算规则排序字段 · What staffing rules can be ordered by"""

    REGION = "区域代码", "Code of the region", models.StaffingRule.region_code


@node(models.StaffingRule, filtered_by=StaffingRuleFilter, ordered_by=StaffingRuleOrderField)
class StaffingRule(Node):
    """编制测算规则 · By how much work one post is needed at a supervision body (plan clause 1 合理测算)"""

    region: Region | None = one(models.StaffingRule.region_code, "适用区域 · Where it is in force")
    kind: models.OrganizationKind = column("监督机构类别 · Kind of body")
    level: models.Level = column("行政层级 · Level of the body")
    base_posts: int = column("基本编制 · Posts that every such body needs")
    cases_per_post: int | None = column("每多少件年度案件增一编 · Cases of a year for one more post")
    organs_per_post: int | None = column("每多少个执法机关增一编 · Organs for one more post")
    townships_per_post: int | None = column("每多少个乡镇增一编 · Townships for one more post")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


@criteria()
class StaffingEstimationFilter:
    """编制测算筛选条件 · Which estimations"""

    within: strawberry.ID | None = in_region(
        models.StaffingEstimation.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )


class StaffingEstimationOrderField(OrderField):
    """编制测算排序字段 · What estimations can be ordered by"""

    MADE = "测算时间", "When it was made", models.StaffingEstimation.made_at


@node(models.StaffingEstimation, filtered_by=StaffingEstimationFilter, ordered_by=StaffingEstimationOrderField)
class StaffingEstimation(Node):
    """编制测算 · The posts estimated of all supervision bodies of a region, in totals"""

    region: Region | None = one(models.StaffingEstimation.region_code, "区域 · Region")
    year: int = column("工作量年度 · By the work of this year")
    made_at: datetime.datetime = column("测算时间 · When it was made")
    bodies: int = column("机构数 · How many bodies")
    estimated: int = column("测算编制合计 · Posts estimated")
    authorised: int = column("核定编制合计 · Posts authorised at that time")
    shortfall: int = column("缺口合计，各机构盈余不相抵 · What bodies lack, one's surplus making up for nobody's lack")
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
