"""Assessments: rules, score sheets and what each criterion contributed."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from resolvers.criteria import criteria, equal_to, in_region, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, many, node, one, parts, view
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


@view(models.AssessmentRuleCriterion)
class AssessmentRuleCriterion:
    """考核指标及权重 · A criterion of a rule"""

    criterion: models.AssessmentCriterion = column("考核指标 · The criterion")
    weight: decimal.Decimal = column("权重，各项之和为 100 · Weight; all of them add up to 100")
    points_per_item: decimal.Decimal | None = column(
        "每件（分）扣分，扣至 0 分为止 · Points of its 100 that an item costs; null where none are deducted"
    )


@criteria()
class AssessmentRuleFilter:
    """考核规则筛选条件 · Which rules of assessments"""

    level: list[models.Level] | None = one_of(models.AssessmentRule.level, "层级 · For organs of these levels")


class AssessmentRuleOrderField(OrderField):
    """考核规则排序字段 · What rules of assessments can be ordered by"""

    REGION = "区域代码", "Code of the region", models.AssessmentRule.region_code


@node(models.AssessmentRule, filtered_by=AssessmentRuleFilter, ordered_by=AssessmentRuleOrderField)
class AssessmentRule(Node):
    """考核规则 · By what the bureaus of a region assess organs of a level (plan clause 5 考核运用)"""

    region: Region | None = one(models.AssessmentRule.region_code, "适用区域 · Whose bureaus assess by it")
    level: models.Level = column("被考核机关的层级 · Level of the organs")
    criteria: list[AssessmentRuleCriterion] = parts(
        models.AssessmentRuleCriterion.rule_id, models.AssessmentRuleCriterion.position, "考核指标 · The criteria"
    )
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


@view(models.AssessmentLine)
class AssessmentLine:
    """考核计分项 · What one criterion came to on a sheet"""

    criterion: models.AssessmentCriterion = column("考核指标 · The criterion")
    weight: decimal.Decimal = column("规则权重 · Its weight by the rule")
    points_per_item: decimal.Decimal | None = column("每件（分）扣分 · Points of its 100 that an item cost")
    value: decimal.Decimal | None = column(
        "计量值，无可计量为空 · What was measured, in the criterion's own measure; null if there was nothing to measure"
    )
    sample: int = column("样本数 · Of how many records")
    score: decimal.Decimal | None = column("得分，0–100，无可计量为空 · The score, 0–100; null if there was none")
    effective_weight: decimal.Decimal = column(
        "折算权重，无可计量指标的权重按比例分摊至其余指标"
        " · Weight with its share of the weights of criteria that had nothing to measure; they add up to 100"
    )
    contribution: decimal.Decimal = column(
        "计入总分 · What it adds to the total: the effective weight's share of the score, which add up to the total"
    )


@criteria()
class AssessmentFilter:
    """考核筛选条件 · Which assessments"""

    within: strawberry.ID | None = in_region(
        models.Assessment.region_code, models.Region, "某区域及其下级 · Of organs of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.Assessment.organization_id, models.Organization, "被考核机关 · Of this organ"
    )
    level: list[models.Level] | None = one_of(models.Assessment.level, "层级 · Of organs of these levels")
    state: list[models.AssessmentState] | None = one_of(models.Assessment.state, "状态 · In these states")
    period_from: datetime.date | None = equal_to(
        models.Assessment.period_from, "考核期间起始日 · Whose period starts on this day"
    )
    period_to: datetime.date | None = equal_to(
        models.Assessment.period_to, "考核期间截止日 · Whose period ends on this day"
    )


class AssessmentRoundOrderField(OrderField):
    """考核批次排序字段 · What rounds can be ordered by"""

    DRAWN_UP = "计分时间", "When it was drawn up", models.AssessmentRound.drawn_up_at


@node(models.AssessmentRound, ordered_by=AssessmentRoundOrderField)
class AssessmentRound(Node):
    """考核批次 · One drawing up of every organ of a level for a period, seen by its bureau alone"""

    assessor: Organization | None = one(models.AssessmentRound.assessor_id, "考核机关 · Who assessed")
    level: models.Level = column("被考核机关的层级 · Level of the organs")
    period_from: datetime.date = column("考核期间起始日 · First day of the period")
    period_to: datetime.date = column("考核期间截止日 · Last day of the period")
    drawn_up: int = column("计分数 · How many sheets were drawn up")
    not_measured: int = column("无可计量数 · Of how many organs there was nothing to measure")
    drawn_up_at: datetime.datetime = column("计分时间 · When")
    assessments: Connection[Assessment] = many(
        models.AssessmentRound.id, models.Assessment.round_id, "考核结果 · The sheets"
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


class AssessmentOrderField(OrderField):
    """考核排序字段 · What assessments can be ordered by"""

    DRAWN_UP = "计分时间", "When it was drawn up", models.Assessment.drawn_up_at
    TOTAL = "总分", "Total; descending, it ranks the organs of one period", models.Assessment.total


@node(models.Assessment, filtered_by=AssessmentFilter, ordered_by=AssessmentOrderField)
class Assessment(Node):
    """考核结果 · The score sheet of an organ for a period, as it was drawn up (plan clauses 5 and 12 考核运用)"""

    assessor: Organization | None = one(models.Assessment.assessor_id, "考核机关 · Who assessed")
    organization: Organization | None = one(models.Assessment.organization_id, "被考核机关 · The organ")
    level: models.Level = column("被考核机关的层级 · Level of the organ")
    rule: AssessmentRule | None = one(models.Assessment.rule_id, "所依规则 · The rule it was drawn up by")
    period_from: datetime.date = column("考核期间起始日 · First day of the period")
    period_to: datetime.date = column("考核期间截止日 · Last day of the period")
    state: models.AssessmentState = column("状态 · State")
    total: decimal.Decimal = column("总分，0–100 · Total, 0–100")
    lines: list[AssessmentLine] = parts(
        models.AssessmentLine.assessment_id, models.AssessmentLine.position, "计分项 · What each criterion contributed"
    )
    objection: str | None = column("异议 · The organ's objection")
    conclusion: str | None = column("维持或撤销的理由 · Why it was upheld or revoked")
    drawn_up_at: datetime.datetime = column("计分时间 · Drawn up, from what stood then")
    published_at: datetime.datetime | None = column("公布时间 · Published")
    objected_at: datetime.datetime | None = column("提出异议时间 · Objected to")
    concluded_at: datetime.datetime | None = column("维持或撤销时间 · Upheld or revoked")
    deadlines: list[Deadline] = parts(models.Deadline.assessment_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("异议期限 · Until when the organ may object")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
