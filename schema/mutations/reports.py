"""Acts on special explanations, quarterly reports and bulletins."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.explanation import GenerateSpecialExplanationsInput, SubmitSpecialExplanationInput
from schema.inputs.report import (
    DraftBulletinInput,
    DraftProgressReportInput,
    ReviewProgressReportInput,
    ReviseProgressReportInput,
    UpdateBulletinInput,
    UpdateProgressReportInput,
)
from schema.types import (
    BulletinPayload,
    ProgressReportPayload,
    SpecialExplanationPayload,
    SpecialExplanationRoundPayload,
)


@strawberry.type
class ReportsMutations:
    """Acts on special explanations, quarterly reports and bulletins."""

    generate_special_explanations: SpecialExplanationRoundPayload | None = mutation(
        commands.generate_special_explanations,
        GenerateSpecialExplanationsInput,
        "生成专项说明 · Ask all organs of an area that have a duty and did not act on it in the year to explain",
    )
    notify_special_explanation: SpecialExplanationPayload | None = mutation(
        commands.notify_special_explanation, CommandInput, "通知专项说明 · Notify the organ that it has to explain"
    )
    notify_special_explanations: SpecialExplanationRoundPayload | None = mutation(
        commands.notify_special_explanations,
        CommandInput,
        "批量通知专项说明 · Notify every organ of a generation that was not notified yet",
    )
    submit_special_explanation: SpecialExplanationPayload | None = mutation(
        commands.submit_special_explanation,
        SubmitSpecialExplanationInput,
        "提交专项说明 · Submit a special explanation to the government of its level",
    )
    accept_special_explanation: SpecialExplanationPayload | None = mutation(
        commands.accept_special_explanation, CommandInput, "认可专项说明 · Accept a special explanation"
    )
    return_special_explanation: SpecialExplanationPayload | None = mutation(
        commands.return_special_explanation, ReasonInput, "退回专项说明 · Return a special explanation"
    )
    draft_progress_report: ProgressReportPayload | None = mutation(
        commands.draft_progress_report, DraftProgressReportInput, "起草季度报告 · Draft the report of a quarter"
    )
    update_progress_report: ProgressReportPayload | None = mutation(
        commands.update_progress_report, UpdateProgressReportInput, "修改季度报告草稿 · Change the draft of a report"
    )
    submit_progress_report: ProgressReportPayload | None = mutation(
        commands.submit_progress_report, CommandInput, "提交季度报告 · Submit a report, which is frozen from then on"
    )
    review_progress_report: ProgressReportPayload | None = mutation(
        commands.review_progress_report,
        ReviewProgressReportInput,
        "审核季度报告 · Review a report, as the city's judicial bureau",
    )
    return_progress_report: ProgressReportPayload | None = mutation(
        commands.return_progress_report, ReasonInput, "退回季度报告 · Return a report"
    )
    revise_progress_report: ProgressReportPayload | None = mutation(
        commands.revise_progress_report,
        ReviseProgressReportInput,
        "更正季度报告 · Draft the next edition of a report that was submitted",
    )
    draft_bulletin: BulletinPayload | None = mutation(
        commands.draft_bulletin, DraftBulletinInput, "起草通报 · Draft a bulletin that draws on reviewed reports"
    )
    update_bulletin: BulletinPayload | None = mutation(
        commands.update_bulletin, UpdateBulletinInput, "修改通报草稿 · Change the draft of a bulletin"
    )
    publish_bulletin: BulletinPayload | None = mutation(
        commands.publish_bulletin, CommandInput, "发布通报 · Publish a bulletin, which gets its number"
    )
