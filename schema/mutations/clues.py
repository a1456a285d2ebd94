"""Acts on clues, complaints and revisits."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.case import ExtendDeadlineInput
from schema.inputs.clue import (
    AssignClueInput,
    FileComplaintInput,
    OpenClueInput,
    ReplyToClueInput,
    ReportClueFindingInput,
    ScreenClueInput,
    SuspendClueInput,
    TransferClueInput,
)
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.revisit import (
    AdoptRevisitPolicyInput,
    AssignRevisitInput,
    DrawRevisitSampleInput,
    HandleRevisitIssueInput,
    RaiseRevisitIssueInput,
    RecordRevisitInput,
)
from schema.inputs.rule import EndRuleInput
from schema.types import CaseRevisitPayload, CluePayload, ComplaintPayload, RevisitPolicyPayload, RevisitSamplePayload


@strawberry.type
class CluesMutations:
    """Acts on clues, complaints and revisits."""

    open_clue: CluePayload | None = mutation(
        commands.open_clue, OpenClueInput, "提出线索 · Take a clue in, as a judicial bureau or office"
    )
    screen_clue: CluePayload | None = mutation(commands.screen_clue, ScreenClueInput, "筛查线索 · Screen a clue")
    assign_clue: CluePayload | None = mutation(
        commands.assign_clue, AssignClueInput, "交办线索 · Assign the verification to an organ"
    )
    verify_clue: CluePayload | None = mutation(
        commands.verify_clue, CommandInput, "核查线索 · Start the verification, as the organ"
    )
    report_clue_finding: CluePayload | None = mutation(
        commands.report_clue_finding, ReportClueFindingInput, "报告核查结论 · Report what the verification found"
    )
    return_clue_finding: CluePayload | None = mutation(
        commands.return_clue_finding, ReasonInput, "退回核查 · Return the finding, to be verified again"
    )
    confirm_clue_finding: CluePayload | None = mutation(
        commands.confirm_clue_finding, CommandInput, "确认核查结论 · Confirm the finding"
    )
    reply_to_clue: CluePayload | None = mutation(
        commands.reply_to_clue, ReplyToClueInput, "答复线索提供人 · Answer the informant"
    )
    close_clue: CluePayload | None = mutation(commands.close_clue, CommandInput, "办结线索 · Close a clue")
    reject_clue: CluePayload | None = mutation(
        commands.reject_clue, ReasonInput, "不予受理 · Reject a clue, with the reason"
    )
    transfer_clue: CluePayload | None = mutation(
        commands.transfer_clue, TransferClueInput, "移交线索 · Hand a clue over to another body"
    )
    suspend_clue: CluePayload | None = mutation(
        commands.suspend_clue, SuspendClueInput, "中止线索办理 · Suspend a clue, with the reason"
    )
    resume_clue: CluePayload | None = mutation(
        commands.resume_clue, CommandInput, "恢复线索办理 · Go on with a suspended clue"
    )
    extend_clue_deadline: CluePayload | None = mutation(
        commands.extend_clue_deadline,
        ExtendDeadlineInput,
        "延长线索答复期限：ANSWER_CLUE · Extend the time to answer a clue, ANSWER_CLUE",
    )
    file_complaint: ComplaintPayload | None = mutation(
        commands.file_complaint,
        FileComplaintInput,
        "提交投诉举报，无需登录 · File a complaint without an account; it is followed by its receipt number",
    )
    draw_revisit_sample: RevisitSamplePayload | None = mutation(
        commands.draw_revisit_sample,
        DrawRevisitSampleInput,
        "抽取回访样本 · Draw a sample of the cases closed in a period",
    )
    assign_revisit: CaseRevisitPayload | None = mutation(
        commands.assign_revisit, AssignRevisitInput, "指派回访人 · Assign a visitor who is no officer of the case"
    )
    record_revisit: CaseRevisitPayload | None = mutation(
        commands.record_revisit, RecordRevisitInput, "登记回访 · Record a revisit, as the visitor"
    )
    record_unreachable: CaseRevisitPayload | None = mutation(
        commands.record_unreachable, ReasonInput, "登记无法联系 · Record that the party could not be reached"
    )
    raise_revisit_issue: CaseRevisitPayload | None = mutation(
        commands.raise_revisit_issue,
        RaiseRevisitIssueInput,
        "提出问题 · Raise an issue with the organ, and open a clue",
    )
    handle_revisit_issue: CaseRevisitPayload | None = mutation(
        commands.handle_revisit_issue, HandleRevisitIssueInput, "处理问题 · Handle the issue, as the organ"
    )
    confirm_revisit_handling: CaseRevisitPayload | None = mutation(
        commands.confirm_revisit_handling, CommandInput, "确认处理 · Confirm the handling"
    )
    return_revisit_handling: CaseRevisitPayload | None = mutation(
        commands.return_revisit_handling, ReasonInput, "退回处理 · Return the handling, with the reason"
    )
    adopt_revisit_policy: RevisitPolicyPayload | None = mutation(
        commands.adopt_revisit_policy, AdoptRevisitPolicyInput, "制定回访比例 · Adopt a policy of revisits"
    )
    end_revisit_policy: RevisitPolicyPayload | None = mutation(
        commands.end_revisit_policy, EndRuleInput, "废止回访比例 · Put a policy of revisits out of force"
    )
