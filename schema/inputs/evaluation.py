"""Inputs of commands on evaluations."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from models.evaluation import MOST_INDICATORS, MOST_SAMPLED
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Code, Name


@strawberry.input(description="评估指标 · An indicator of the tree")
class IndicatorInput:
    """An indicator of the tree."""

    code: Code = strawberry.field(description="指标编码，本评估内唯一 · Code, unique in the evaluation")
    name: Name = strawberry.field(description="指标名称 · Name")
    weight: decimal.Decimal = strawberry.field(
        description="权重，同级之和为 100 · Weight; those below one indicator add up to 100"
    )
    parent_code: Code | None = strawberry.field(
        description="上级指标编码，须先列出 · Code of the indicator above, which is listed before", default=None
    )
    basis: models.IndicatorBasis | None = strawberry.field(
        description="评分依据，仅限末级指标 · What it is scored by; for indicators with none below them alone",
        default=None,
    )


@strawberry.input(description="委托评估 · Commission an evaluation")
class CommissionEvaluationInput(CreationInput):
    """Commission an evaluation."""

    title: Name = strawberry.field(description="名称 · Title")
    kind: models.EvaluationKind = strawberry.field(description="评估类别 · Kind")
    commissioner_id: strawberry.ID = strawberry.field(description="委托机关 · The judicial bureau that commissions it")
    evaluator_id: strawberry.ID = strawberry.field(description="受托评估机构 · The evaluator")
    region_ids: list[strawberry.ID] = strawberry.field(
        description="评估区域，在委托机关辖区内 · Regions, in the bureau's area"
    )
    period_from: datetime.date = strawberry.field(description="评估期间起始日 · First day of the period")
    period_to: datetime.date = strawberry.field(description="评估期间截止日 · Last day of the period")
    indicators: list[IndicatorInput] = strawberry.field(
        description=f"指标，上级在前，最多 {MOST_INDICATORS} 项"
        f" · Indicators, those above before those below, at most {MOST_INDICATORS}"
    )
    fields: list[models.EnforcementField] | None = strawberry.field(
        description="评估领域，空为全部 · Fields; every field if none is named", default=None
    )
    questionnaire_id: strawberry.ID | None = strawberry.field(
        description="所依据的网上投票，仅限评选 · The open poll that it rests on; for a poll alone", default=None
    )
    sample_seed: str | None = strawberry.field(
        description="抽样种子，须在评估期间届满前登记，缺省为随机"
        " · Seed that fixes the order of the draw, recorded before the period is over; by chance if left out",
        default=None,
    )


@strawberry.input(description="抽取评估样本 · Draw the sample of an evaluation")
class DrawEvaluationSampleInput(CommandInput):
    """Draw the sample of an evaluation."""

    size: int | None = strawberry.field(
        description=f"样本量，最多 {MOST_SAMPLED} 件，评选不填 · How many cases, {MOST_SAMPLED} at most; not for polls",
        default=None,
    )
    per_organization: int | None = strawberry.field(
        description="每个机关最多件数 · How many of one organ at most", default=None
    )


@strawberry.input(description="附脱敏副本 · Add a copy of a sampled case's file")
class AddSampledCopyInput(CommandInput):
    """Add a copy of a sampled case's file."""

    sampled_case_id: strawberry.ID = strawberry.field(description="样本案件 · The sampled case")
    file_id: strawberry.ID = strawberry.field(
        description="脱敏后的文件，须为委托机关已上传的 · The file, with every name blacked out, of the bureau's own"
    )


@strawberry.input(description="评分 · A score by one indicator")
class ScoreInput:
    """A score by one indicator."""

    indicator_code: Code = strawberry.field(description="末级指标编码 · Code of an indicator with none below it")
    value: decimal.Decimal = strawberry.field(description="得分，0–100 · The score, 0–100")
    sampled_case_id: strawberry.ID | None = strawberry.field(
        description="样本案件，逐案评分的指标 · The sampled case, by indicators that are scored by case", default=None
    )
    subject_id: strawberry.ID | None = strawberry.field(
        description="被评对象，其他指标 · The subject, by the others", default=None
    )
    remark: str | None = strawberry.field(description="评语 · Remark", default=None)


@strawberry.input(description="录入评分 · Enter scores; one that was entered before is replaced")
class ScoreEvaluationInput(CommandInput):
    """Enter scores."""

    scores: list[ScoreInput] = strawberry.field(description="评分，每次最多 200 项 · Scores, 200 at once at most")


@strawberry.input(description="提交评估结果 · Submit the result of an evaluation")
class SubmitEvaluationInput(CommandInput):
    """Submit the result of an evaluation."""

    report: str = strawberry.field(description="评估报告 · The report, which will be published")
