"""Acts on evaluations and reviews of case files."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.evaluation import (
    AddSampledCopyInput,
    CommissionEvaluationInput,
    DrawEvaluationSampleInput,
    ScoreEvaluationInput,
    SubmitEvaluationInput,
)
from schema.inputs.file_review import ReviewCaseFileInput, UpdateCaseFileReviewInput
from schema.types import CaseFileReviewPayload, EvaluationPayload


@strawberry.type
class EvaluationsMutations:
    """Acts on evaluations and reviews of case files."""

    commission_evaluation: EvaluationPayload | None = mutation(
        commands.commission_evaluation, CommissionEvaluationInput, "委托评估 · Commission an evaluation"
    )
    draw_evaluation_sample: EvaluationPayload | None = mutation(
        commands.draw_evaluation_sample,
        DrawEvaluationSampleInput,
        "抽取评估样本 · Draw the sample of an evaluation and de-identify it",
    )
    add_sampled_copy: EvaluationPayload | None = mutation(
        commands.add_sampled_copy,
        AddSampledCopyInput,
        "附脱敏副本 · Add a copy of a sampled case's file, in which nobody is named",
    )
    score_evaluation: EvaluationPayload | None = mutation(
        commands.score_evaluation, ScoreEvaluationInput, "录入评分 · Enter scores, as the evaluator"
    )
    submit_evaluation: EvaluationPayload | None = mutation(
        commands.submit_evaluation, SubmitEvaluationInput, "提交评估结果 · Submit the result, as the evaluator"
    )
    adopt_evaluation: EvaluationPayload | None = mutation(
        commands.adopt_evaluation, CommandInput, "采纳评估结果 · Adopt the result, which ends the commission"
    )
    publish_evaluation: EvaluationPayload | None = mutation(
        commands.publish_evaluation, CommandInput, "公布评估结果 · Publish the result"
    )
    suspend_commission: EvaluationPayload | None = mutation(
        commands.suspend_commission, ReasonInput, "中止委托 · Suspend a commission; its evaluator sees nothing of it"
    )
    resume_commission: EvaluationPayload | None = mutation(
        commands.resume_commission, CommandInput, "恢复委托 · Let a commission run on"
    )
    review_case_file: CaseFileReviewPayload | None = mutation(
        commands.review_case_file, ReviewCaseFileInput, "评查案卷 · Review the file of a case"
    )
    update_case_file_review: CaseFileReviewPayload | None = mutation(
        commands.update_case_file_review, UpdateCaseFileReviewInput, "更正案卷评查 · Correct a review of a case file"
    )
