"""Acts on transfers of cases and disputes of competence."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.case import ExtendDeadlineInput
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.dispute import (
    ApplyForCoordinationInput,
    DecideDisputeInput,
    DesignateOrganInput,
    IssueOpinionInput,
    OpenDisputeInput,
    RecordAgreementInput,
    SupplementApplicationInput,
)
from schema.inputs.transfer import DraftTransferInput, ReturnResultInput, UpdateTransferInput, WithdrawTransferInput
from schema.types import CaseTransferPayload, CoordinationDisputePayload


@strawberry.type
class TransfersMutations:
    """Acts on transfers of cases and disputes of competence."""

    draft_transfer: CaseTransferPayload | None = mutation(
        commands.draft_transfer, DraftTransferInput, "起草移送 · Draft the transfer of a case"
    )
    update_transfer: CaseTransferPayload | None = mutation(
        commands.update_transfer, UpdateTransferInput, "修改移送草稿 · Change the draft of a transfer"
    )
    approve_transfer: CaseTransferPayload | None = mutation(
        commands.approve_transfer, CommandInput, "批准移送 · Approve a transfer"
    )
    send_transfer: CaseTransferPayload | None = mutation(commands.send_transfer, CommandInput, "移送 · Send a transfer")
    receive_transfer: CaseTransferPayload | None = mutation(
        commands.receive_transfer, CommandInput, "签收移送 · Sign the receipt of a transfer"
    )
    accept_transfer: CaseTransferPayload | None = mutation(
        commands.accept_transfer, CommandInput, "接收移送 · Accept a transfer"
    )
    reject_transfer: CaseTransferPayload | None = mutation(
        commands.reject_transfer, ReasonInput, "不予接收移送 · Reject a transfer"
    )
    withdraw_transfer: CaseTransferPayload | None = mutation(
        commands.withdraw_transfer, WithdrawTransferInput, "撤回移送 · Withdraw a transfer that is not answered yet"
    )
    return_transfer_result: CaseTransferPayload | None = mutation(
        commands.return_transfer_result, ReturnResultInput, "反馈移送结果 · Return the result of a transfer"
    )
    open_dispute: CoordinationDisputePayload | None = mutation(
        commands.open_dispute, OpenDisputeInput, "提出争议 · Open the negotiation over a rejected transfer"
    )
    apply_for_coordination: CoordinationDisputePayload | None = mutation(
        commands.apply_for_coordination, ApplyForCoordinationInput, "申请协调 · Apply for coordination"
    )
    request_supplement: CoordinationDisputePayload | None = mutation(
        commands.request_supplement, ReasonInput, "要求补正 · Ask for the papers of a dispute to be supplemented"
    )
    supplement_application: CoordinationDisputePayload | None = mutation(
        commands.supplement_application, SupplementApplicationInput, "补正申请 · Supplement the application"
    )
    accept_dispute: CoordinationDisputePayload | None = mutation(
        commands.accept_dispute, CommandInput, "受理争议 · Accept a dispute, as the coordinator"
    )
    coordinate_dispute: CoordinationDisputePayload | None = mutation(
        commands.coordinate_dispute, CommandInput, "协调争议 · Start the coordination"
    )
    record_agreement: CoordinationDisputePayload | None = mutation(
        commands.record_agreement, RecordAgreementInput, "记录一致意见 · Record the agreement"
    )
    issue_coordination_opinion: CoordinationDisputePayload | None = mutation(
        commands.issue_coordination_opinion, IssueOpinionInput, "出具协调意见 · Issue the coordinator's opinion"
    )
    designate_organ: CoordinationDisputePayload | None = mutation(
        commands.designate_organ, DesignateOrganInput, "指定管辖 · Designate the organ that handles the case"
    )
    escalate_dispute: CoordinationDisputePayload | None = mutation(
        commands.escalate_dispute, CommandInput, "提请政府决定 · Escalate a dispute to the government"
    )
    decide_dispute: CoordinationDisputePayload | None = mutation(
        commands.decide_dispute, DecideDisputeInput, "政府决定争议 · Decide a dispute, as the government"
    )
    withdraw_dispute: CoordinationDisputePayload | None = mutation(
        commands.withdraw_dispute,
        ReasonInput,
        "撤回争议：协调机关受理之前，由提出方撤回；协调由相对方申请的除外"
        " · Withdraw a dispute, as who opened it, before its coordinator accepted it and unless the other side applied",
    )
    extend_transfer_deadline: CaseTransferPayload | None = mutation(
        commands.extend_transfer_deadline,
        ExtendDeadlineInput,
        "延长移送期限 · Extend the receiver's time to answer a transfer or to return its result",
    )
    extend_dispute_deadline: CoordinationDisputePayload | None = mutation(
        commands.extend_dispute_deadline,
        ExtendDeadlineInput,
        "延长争议期限 · Extend the coordinator's time, or that for papers it asked for",
    )
