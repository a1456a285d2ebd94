"""Inputs of commands on assessments."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from schema.inputs.command import CreationInput


@strawberry.input(description="考核指标及权重 · A criterion of a rule of assessments")
class AssessmentCriterionInput:
    """A criterion of a rule of assessments."""

    criterion: models.AssessmentCriterion = strawberry.field(description="考核指标 · The criterion")
    weight: decimal.Decimal = strawberry.field(description="权重，各项之和为 100 · Weight; all of them add up to 100")
    points_per_item: decimal.Decimal | None = strawberry.field(
        default=None,
        description="每件（分）扣分，仅扣分类指标 · Of a criterion that deducts: points of its 100 that an item costs",
    )


@strawberry.input(description="制定考核规则 · Adopt a rule of assessments for a region and a level of organs")
class AdoptAssessmentRuleInput(CreationInput):
    """Adopt a rule of assessments."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Whose bureaus assess by it")
    level: models.Level = strawberry.field(description="被考核机关的层级 · Level of the organs")
    criteria: list[AssessmentCriterionInput] = strawberry.field(description="考核指标 · The criteria, in their order")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )


@strawberry.input(description="按层级考核计分 · Draw up the score sheets of every organ of a level for a period")
class DrawUpAssessmentsInput(CreationInput):
    """Draw up the score sheets of every organ of a level for a period."""

    assessor_id: strawberry.ID = strawberry.field(description="考核机关 · The judicial bureau that assesses")
    level: models.Level = strawberry.field(description="被考核机关的层级 · Level of the organs that it supervises")
    period_from: datetime.date = strawberry.field(description="考核期间起始日 · First day of the period")
    period_to: datetime.date = strawberry.field(
        description="考核期间截止日，不晚于今日 · Last day, today at the latest"
    )


@strawberry.input(description="考核计分 · Draw up the score sheet of an organ for a period")
class DrawUpAssessmentInput(CreationInput):
    """Draw up the score sheet of an organ for a period."""

    assessor_id: strawberry.ID = strawberry.field(description="考核机关 · The judicial bureau that assesses")
    organization_id: strawberry.ID = strawberry.field(
        description="被考核机关，须由考核机关监督 · The organ, one that the bureau supervises"
    )
    period_from: datetime.date = strawberry.field(description="考核期间起始日 · First day of the period")
    period_to: datetime.date = strawberry.field(
        description="考核期间截止日，不晚于今日 · Last day, today at the latest"
    )
