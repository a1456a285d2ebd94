"""Acts on enforcement cases and what links them."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.case import (
    AddCaseDocumentInput,
    AddEvidenceInput,
    AnnounceServiceInput,
    AssignOfficersInput,
    DecideCaseInput,
    ExtendDeadlineInput,
    GrantLicenceInput,
    HoldHearingInput,
    ImplementMeasureInput,
    NotifyPartyInput,
    ProposeOnLicenceInput,
    RecordResultInput,
    RecordReviewOutcomeInput,
    RecordReviewProceedingInput,
    RegisterCaseInput,
    RequestHearingInput,
    ServeDecisionInput,
    UpdateCaseInput,
)
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.linkage import AnswerLinkageInput
from schema.types import EnforcementCasePayload, LinkagePayload


@strawberry.type
class CasesMutations:
    """Acts on enforcement cases and what links them."""

    register_case: EnforcementCasePayload | None = mutation(
        commands.register_case, RegisterCaseInput, "登记案件 · Register a case"
    )
    update_case: EnforcementCasePayload | None = mutation(
        commands.update_case, UpdateCaseInput, "更正、补正案件 · Correct what was recorded of a case"
    )
    assign_officers: EnforcementCasePayload | None = mutation(
        commands.assign_officers, AssignOfficersInput, "指派办案人员 · Name the officers who handle a case"
    )
    file_case: EnforcementCasePayload | None = mutation(commands.file_case, CommandInput, "立案 · File a case")
    convert_to_ordinary: EnforcementCasePayload | None = mutation(
        commands.convert_to_ordinary,
        ReasonInput,
        "转为普通程序，限作出决定前的简易程序案件"
        " · Handle a case by the ordinary procedure that was begun by the simple one, before its decision",
    )
    investigate_case: EnforcementCasePayload | None = mutation(
        commands.investigate_case, CommandInput, "调查取证 · Start the investigation"
    )
    add_evidence: EnforcementCasePayload | None = mutation(
        commands.add_evidence, AddEvidenceInput, "登记证据 · Enter a piece of evidence"
    )
    add_case_document: EnforcementCasePayload | None = mutation(
        commands.add_case_document, AddCaseDocumentInput, "登记文书 · Enter a document of the case's file"
    )
    request_legal_review: EnforcementCasePayload | None = mutation(
        commands.request_legal_review,
        CommandInput,
        "提请法制审核：权责事项未要求的，涉及重大公共利益、疑难复杂的普通程序案件也可提请，此后须经审核通过方可决定"
        "（行政处罚法第五十八条）"
        " · Ask for the legal review, also where the duty asks for none but the case does; from then on it has to pass"
        " before the case is decided (行政处罚法 58)",
    )
    pass_legal_review: EnforcementCasePayload | None = mutation(
        commands.pass_legal_review, CommandInput, "法制审核通过 · Pass the legal review"
    )
    return_legal_review: EnforcementCasePayload | None = mutation(
        commands.return_legal_review, ReasonInput, "法制审核退回 · Return a case from legal review"
    )
    notify_party: EnforcementCasePayload | None = mutation(
        commands.notify_party, NotifyPartyInput, "告知当事人 · Notify the party of what is intended"
    )
    request_hearing: EnforcementCasePayload | None = mutation(
        commands.request_hearing,
        RequestHearingInput,
        "要求听证 · Record that the party asked for a hearing, before which the case is not decided",
    )
    waive_hearing: EnforcementCasePayload | None = mutation(
        commands.waive_hearing,
        CommandInput,
        "放弃听证，含撤回听证要求 · Record that the party waived the hearing, also one it asked for",
    )
    hold_hearing: EnforcementCasePayload | None = mutation(
        commands.hold_hearing, HoldHearingInput, "听证 · Record that the hearing was held"
    )
    decide_case: EnforcementCasePayload | None = mutation(
        commands.decide_case, DecideCaseInput, "作出决定 · Decide a case"
    )
    not_penalize: EnforcementCasePayload | None = mutation(
        commands.not_penalize, ReasonInput, "不予处罚 · Decide not to penalize"
    )
    serve_decision: EnforcementCasePayload | None = mutation(
        commands.serve_decision, ServeDecisionInput, "送达 · Record that the decision was served"
    )
    announce_service: EnforcementCasePayload | None = mutation(
        commands.announce_service,
        AnnounceServiceInput,
        "公告送达，受送达人下落不明或者其他方式无法送达的，满三十日后登记送达"
        " · Record that a decision which cannot be served otherwise was announced; it is served thirty days after",
    )
    execute_decision: EnforcementCasePayload | None = mutation(
        commands.execute_decision, CommandInput, "执行 · Start the execution"
    )
    close_case: EnforcementCasePayload | None = mutation(commands.close_case, CommandInput, "结案 · Close a case")
    archive_case: EnforcementCasePayload | None = mutation(commands.archive_case, CommandInput, "归档 · Archive a case")
    withdraw_case: EnforcementCasePayload | None = mutation(
        commands.withdraw_case,
        ReasonInput,
        "撤案，撤回申请，取消检查计划，撤销尚未实施的强制措施审批"
        " · Withdraw a case, an application, a planned inspection or the approval of a measure not yet implemented",
    )
    publish_decision: EnforcementCasePayload | None = mutation(
        commands.publish_decision, CommandInput, "公示 · Publish the result of a case"
    )
    take_down_publication: EnforcementCasePayload | None = mutation(
        commands.take_down_publication, ReasonInput, "撤回公示 · Take a publication down"
    )
    record_review_proceeding: EnforcementCasePayload | None = mutation(
        commands.record_review_proceeding,
        RecordReviewProceedingInput,
        "登记复议诉讼受理 · Record that reconsideration or litigation was accepted; clues on the case are suspended",
    )
    record_review_outcome: EnforcementCasePayload | None = mutation(
        commands.record_review_outcome,
        RecordReviewOutcomeInput,
        "登记复议诉讼结果 · Record how reconsideration or litigation ended",
    )
    report_correction: EnforcementCasePayload | None = mutation(
        commands.report_correction,
        CommandInput,
        "报告整改 · Record that the correction which reconsideration asked for was reported",
    )
    accept_application: EnforcementCasePayload | None = mutation(
        commands.accept_application, CommandInput, "受理许可申请 · Accept an application for a licence"
    )
    examine_application: EnforcementCasePayload | None = mutation(
        commands.examine_application, CommandInput, "审查许可申请 · Examine an application for a licence"
    )
    grant_licence: EnforcementCasePayload | None = mutation(
        commands.grant_licence, GrantLicenceInput, "准予许可 · Grant a licence"
    )
    refuse_licence: EnforcementCasePayload | None = mutation(
        commands.refuse_licence, ReasonInput, "不予许可 · Refuse a licence"
    )
    revoke_licence: EnforcementCasePayload | None = mutation(
        commands.revoke_licence, ReasonInput, "撤销许可，附理由 · Revoke a licence, with the reason (行政许可法 69)"
    )
    restore_licence: EnforcementCasePayload | None = mutation(
        commands.restore_licence,
        CommandInput,
        "恢复许可，限撤销决定已经复议、诉讼撤销的 · Restore a licence whose revocation review or a court annulled",
    )
    expire_licence: EnforcementCasePayload | None = mutation(
        commands.expire_licence, CommandInput, "注销到期许可 · Record that a licence has expired"
    )
    conduct_inspection: EnforcementCasePayload | None = mutation(
        commands.conduct_inspection, CommandInput, "实施检查 · Conduct an inspection"
    )
    record_inspection_result: EnforcementCasePayload | None = mutation(
        commands.record_inspection_result, RecordResultInput, "记录检查结果 · Record what an inspection found"
    )
    implement_measure: EnforcementCasePayload | None = mutation(
        commands.implement_measure, ImplementMeasureInput, "实施强制措施 · Implement a coercive measure"
    )
    extend_measure: EnforcementCasePayload | None = mutation(
        commands.extend_measure, ReasonInput, "延长强制措施 · Extend a coercive measure"
    )
    lift_measure: EnforcementCasePayload | None = mutation(
        commands.lift_measure, ReasonInput, "解除强制措施 · Lift a coercive measure"
    )
    propose_on_licence: EnforcementCasePayload | None = mutation(
        commands.propose_on_licence,
        ProposeOnLicenceInput,
        "提出许可处理建议 · Propose what becomes of a licence after a penalty",
    )
    extend_deadline: EnforcementCasePayload | None = mutation(
        commands.extend_deadline, ExtendDeadlineInput, "延长期限 · Extend a deadline of a case"
    )
    suspend_deadlines: EnforcementCasePayload | None = mutation(
        commands.suspend_deadlines, ReasonInput, "中止期限 · Suspend the deadlines of a case"
    )
    resume_deadlines: EnforcementCasePayload | None = mutation(
        commands.resume_deadlines, CommandInput, "恢复期限 · Let the deadlines of a case run on"
    )
    receive_linkage: LinkagePayload | None = mutation(
        commands.receive_linkage, CommandInput, "签收衔接事项 · Sign the receipt of a linkage"
    )
    answer_linkage: LinkagePayload | None = mutation(
        commands.answer_linkage, AnswerLinkageInput, "答复衔接事项 · Answer a linkage"
    )
    extend_linkage_deadline: LinkagePayload | None = mutation(
        commands.extend_linkage_deadline,
        ExtendDeadlineInput,
        "延长衔接期限 · Extend the receiver's time to answer a linkage",
    )
