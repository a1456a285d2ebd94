"""Inputs of commands on contact points."""

from __future__ import annotations

import datetime

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Code, Name


@strawberry.input(description="推荐企业联系点 · Nominate an enterprise as a contact point")
class NominateContactPointInput(CreationInput):
    """Nominate an enterprise as a contact point."""

    organization_id: strawberry.ID = strawberry.field(description="司法行政部门 · The judicial bureau")
    region_id: strawberry.ID = strawberry.field(
        description="企业所在区域，须在本级区域内 · Where the enterprise is, at or below the bureau's region"
    )
    credit_code: Code = strawberry.field(description="统一社会信用代码 · Credit code (GB 32100)")
    name: Name = strawberry.field(description="企业名称 · Name of the enterprise")
    scale: models.EnterpriseScale = strawberry.field(description="规模 · Size")
    ownership: models.EnterpriseOwnership = strawberry.field(description="所有制 · Ownership")
    is_above_designated_size: bool = strawberry.field(description="是否规模以上 · Whether above designated size")


@strawberry.input(description="设立企业联系点 · Designate a contact point")
class DesignateContactPointInput(CommandInput):
    """Designate a contact point."""

    account_login: Name | None = strawberry.field(
        description="企业作答人的登录名，须为联系点企业角色 · Login of who answers for the enterprise, by that role",
        default=None,
    )


@strawberry.input(description="走访中反映的问题 · A problem that a contact point told of")
class VisitProblemInput:
    """A problem that a contact point told of."""

    text: str = strawberry.field(description="问题 · The problem")
    field: models.EnforcementField | None = strawberry.field(
        description="所涉执法领域 · The field of enforcement concerned", default=None
    )
    is_clue: bool = strawberry.field(
        description="是否作为线索处理 · Whether it is to be followed up as a clue", default=False
    )


@strawberry.input(description="记录走访 · Record a visit to a contact point")
class RecordContactVisitInput(CreationInput):
    """Record a visit to a contact point."""

    contact_point_id: strawberry.ID = strawberry.field(description="企业联系点 · The contact point")
    method: models.ContactVisitMethod = strawberry.field(description="走访方式 · By questionnaire or symposium")
    visited_on: datetime.date = strawberry.field(
        description="走访日期，不早于设立日期 · When, on or after the day of designation"
    )
    findings: str = strawberry.field(description="走访情况 · What was found")
    satisfaction: int = strawberry.field(description="满意度，1 至 5 · Satisfaction with enforcement, 1 to 5")
    response_id: strawberry.ID | None = strawberry.field(
        description="企业的答卷，仅问卷方式 · The enterprise's answers, of a visit by questionnaire", default=None
    )
    problems: list[VisitProblemInput] | None = strawberry.field(
        description="反映的问题 · The problems it told of", default=None
    )


@strawberry.input(description="制定走访次数规则 · Adopt how often contact points of a region are visited in a year")
class AdoptContactVisitLimitInput(CreationInput):
    """Adopt how often contact points are visited in a year."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    least: int = strawberry.field(description="每年最少次数 · The fewest visits in a year")
    most: int = strawberry.field(description="每年最多次数 · The most visits in a year")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
