"""Contact-point enterprises and the visits to them."""

from __future__ import annotations

import datetime

import strawberry
from stdnum.cn import uscc

import models
from models.contact_point import MOST_PROBLEMS
from resolvers.criteria import contains, criteria, equal_to, in_region, is_node, one_of
from resolvers.declarations import (
    OrderField,
    available_actions,
    column,
    contact_visit_frequency,
    history,
    many,
    node,
    one,
    one_by,
    parts,
    view,
)
from schema.types.node import Connection, Node


@strawberry.type(description="走访频次 · How often a contact point was visited in a year, in the caller's scope")
class ContactVisitFrequency:
    """How often a contact point was visited in a year."""

    visits: int = strawberry.field(description="走访次数 · How often")
    least: int | None = strawberry.field(
        description="每年最少次数，未规定为空 · The fewest asked for; null without a rule"
    )
    most: int | None = strawberry.field(description="每年最多次数，未规定为空 · The most allowed; null without a rule")
    standing: models.VisitStanding = strawberry.field(description="状况 · How that stands against the rule")


@criteria()
class ContactPointFilter:
    """企业联系点筛选条件 · Which contact points"""

    within: strawberry.ID | None = in_region(
        models.ContactPoint.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.ContactPoint.organization_id, models.Organization, "司法行政部门 · Of this judicial bureau"
    )
    state: list[models.ContactPointState] | None = one_of(models.ContactPoint.state, "状态 · In these states")
    scale: list[models.EnterpriseScale] | None = one_of(models.ContactPoint.scale, "规模 · Of these sizes")
    ownership: list[models.EnterpriseOwnership] | None = one_of(
        models.ContactPoint.ownership, "所有制 · Of these kinds of ownership"
    )
    is_above_designated_size: bool | None = equal_to(
        models.ContactPoint.is_above_designated_size, "是否规模以上 · Whether above designated size"
    )
    credit_code: str | None = equal_to(
        models.ContactPoint.credit_code, "统一社会信用代码 · With this credit code", uscc.compact
    )
    name_contains: str | None = contains(models.ContactPoint.name, "名称包含 · Whose name contains this text")


class ContactPointOrderField(OrderField):
    """企业联系点排序字段 · What contact points can be ordered by"""

    NAME = "名称，按字符编码", "Name, by code point", models.ContactPoint.name
    REGION = "区域代码", "Code of the region", models.ContactPoint.region_code


@node(models.ContactPoint, filtered_by=ContactPointFilter, ordered_by=ContactPointOrderField)
class ContactPoint(Node):
    """企业联系点 · An enterprise by which a judicial bureau learns how enforcement is felt (plan clause 9)"""

    organization: Organization | None = one(models.ContactPoint.organization_id, "司法行政部门 · The judicial bureau")
    region: Region | None = one(models.ContactPoint.region_code, "企业所在区域 · Where the enterprise is")
    credit_code: str = column("统一社会信用代码 · Credit code")
    name: str = column("企业名称 · Name of the enterprise")
    scale: models.EnterpriseScale = column("规模 · Size")
    ownership: models.EnterpriseOwnership = column("所有制 · Ownership")
    is_above_designated_size: bool = column("是否规模以上 · Whether above designated size")
    state: models.ContactPointState = column("状态 · State")
    nominated_on: datetime.date = column("推荐日期 · Nominated on")
    designated_on: datetime.date | None = column("设立日期 · Designated on")
    reason: str | None = column("暂停或撤销的理由 · Why it was suspended or withdrawn")
    enterprise: Enterprise | None = one_by(
        models.ContactPoint.credit_code,
        models.Enterprise.credit_code,
        "该企业的执法情况，权限内 · What enforcement met it with, in the caller's scope",
    )
    visits: Connection[ContactVisit] = many(
        models.ContactPoint.id, models.ContactVisit.contact_point_id, "走访 · The visits"
    )
    visit_frequency: ContactVisitFrequency = contact_visit_frequency(
        "年度走访频次 · How often it was visited in a year, against the rule"
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@view(models.VisitProblem)
class VisitProblem:
    """反映的问题 · A problem that a contact point told of"""

    text: str = column("问题 · The problem")
    field: models.EnforcementField | None = column("所涉执法领域 · The field of enforcement concerned")
    is_clue: bool = column("是否转为线索 · Whether it became a clue")
    clue: Clue | None = one(models.VisitProblem.clue_id, "转成的线索，权限外为空 · The clue; null out of scope")


@criteria()
class ContactVisitFilter:
    """走访筛选条件 · Which visits"""

    within: strawberry.ID | None = in_region(
        models.ContactVisit.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.ContactVisit.organization_id, models.Organization, "司法行政部门 · By this judicial bureau"
    )
    method: list[models.ContactVisitMethod] | None = one_of(models.ContactVisit.method, "走访方式 · By these methods")


class ContactVisitOrderField(OrderField):
    """走访排序字段 · What visits can be ordered by"""

    VISITED = "走访日期", "When", models.ContactVisit.visited_on


@node(models.ContactVisit, filtered_by=ContactVisitFilter, ordered_by=ContactVisitOrderField)
class ContactVisit(Node):
    """企业走访 · A visit to a contact point"""

    contact_point: ContactPoint | None = one(models.ContactVisit.contact_point_id, "企业联系点 · The contact point")
    organization: Organization | None = one(models.ContactVisit.organization_id, "司法行政部门 · Who visited")
    method: models.ContactVisitMethod = column("走访方式 · By questionnaire or symposium")
    visited_on: datetime.date = column("走访日期 · When")
    findings: str | None = column("走访情况 · What was found")
    satisfaction: int = column("满意度，1 至 5 · Satisfaction with enforcement, 1 to 5")
    response: QuestionnaireResponse | None = one(models.ContactVisit.response_id, "企业的答卷 · What it answered")
    problems: list[VisitProblem] = parts(
        models.VisitProblem.visit_id,
        models.VisitProblem.position,
        "反映的问题 · The problems it told of",
        at_most=MOST_PROBLEMS,
    )
    recorded_at: datetime.datetime = column("记录时间 · When it was recorded")
    history: list[HistoryEntry] = history()


@criteria()
class ContactVisitLimitFilter:
    """走访次数规则筛选条件 · Which rules"""

    within: strawberry.ID | None = in_region(
        models.ContactVisitLimit.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )


class ContactVisitLimitOrderField(OrderField):
    """走访次数规则排序字段 · What rules can be ordered by"""

    REGION = "区域代码", "Code of the region", models.ContactVisitLimit.region_code


@node(models.ContactVisitLimit, filtered_by=ContactVisitLimitFilter, ordered_by=ContactVisitLimitOrderField)
class ContactVisitLimit(Node):
    """走访次数规则 · How often a contact point is visited in a calendar year"""

    region: Region | None = one(models.ContactVisitLimit.region_code, "适用区域 · Where it is in force")
    least: int = column("每年最少次数 · The fewest in a year")
    most: int = column("每年最多次数 · The most in a year")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


from schema.types.clue import Clue  # noqa: E402 - types refer to each other
from schema.types.enterprise import Enterprise  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.questionnaire import QuestionnaireResponse  # noqa: E402
from schema.types.region import Region  # noqa: E402
