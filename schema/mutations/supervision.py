"""Acts on supervision matters, their documents, and accountability."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.supervision import (
    AnswerSupervisionDocumentInput,
    AssignSupervisorsInput,
    DecideMatterInput,
    DesignateBodyInput,
    ExpediteMatterInput,
    ExplainMatterInput,
    ExtendMatterDeadlineInput,
    HoldAccountableInput,
    InformSuperiorInput,
    InvestigateMatterInput,
    IssueSupervisionOpinionInput,
    NotifyOrganInput,
    RecommendMatterInput,
    RegisterMatterInput,
    ReportRectificationInput,
    ReviewObjectionInput,
    StartRectificationInput,
    VerifyRectificationInput,
)
from schema.types import AccountabilityRecordPayload, SupervisionDocumentPayload, SupervisionMatterPayload


@strawberry.type
class SupervisionMutations:
    """Acts on supervision matters, their documents, and accountability."""

    register_matter: SupervisionMatterPayload | None = mutation(
        commands.register_matter, RegisterMatterInput, "登记监督事项 · Register a supervision matter"
    )
    recommend_matter: SupervisionMatterPayload | None = mutation(
        commands.recommend_matter,
        RecommendMatterInput,
        "建议监督 · Recommend to the county's bureau, as a judicial office, to supervise an organ",
    )
    assign_supervisors: SupervisionMatterPayload | None = mutation(
        commands.assign_supervisors,
        AssignSupervisorsInput,
        "指派监督人员 · Name the supervisors who carry a matter out",
    )
    refer_matter: SupervisionMatterPayload | None = mutation(
        commands.refer_matter,
        ReasonInput,
        "提请指定责任监督机构 · Refer a conflict of responsibility to the nearest common superior",
    )
    designate_body: SupervisionMatterPayload | None = mutation(
        commands.designate_body,
        DesignateBodyInput,
        "指定责任监督机构 · Designate the responsible body, as the nearest common superior",
    )
    file_matter: SupervisionMatterPayload | None = mutation(
        commands.file_matter, CommandInput, "监督立案 · File a supervision matter"
    )
    notify_organ: SupervisionMatterPayload | None = mutation(
        commands.notify_organ, NotifyOrganInput, "通知被监督机关 · Notify the organ, which is to explain"
    )
    explain_matter: SupervisionMatterPayload | None = mutation(
        commands.explain_matter, ExplainMatterInput, "说明情况 · Explain, as the supervised organ"
    )
    investigate_matter: SupervisionMatterPayload | None = mutation(
        commands.investigate_matter,
        InvestigateMatterInput,
        "监督调查 · Record what the investigation of a matter found",
    )
    issue_supervision_opinion: SupervisionMatterPayload | None = mutation(
        commands.issue_supervision_opinion,
        IssueSupervisionOpinionInput,
        "出具监督意见 · Issue the opinion or the suggestion of a matter",
    )
    inform_superior: SupervisionMatterPayload | None = mutation(
        commands.inform_superior,
        InformSuperiorInput,
        "告知上级主管部门 · Tell the superior department of a vertical organ what was found",
    )
    expedite_matter: SupervisionMatterPayload | None = mutation(
        commands.expedite_matter, ExpediteMatterInput, "督办 · Expedite what is due of the organ"
    )
    start_rectification: SupervisionMatterPayload | None = mutation(
        commands.start_rectification, StartRectificationInput, "着手整改 · Start to rectify, as the supervised organ"
    )
    report_rectification: SupervisionMatterPayload | None = mutation(
        commands.report_rectification,
        ReportRectificationInput,
        "报告整改情况 · Report the rectification, as the supervised organ",
    )
    return_rectification: SupervisionMatterPayload | None = mutation(
        commands.return_rectification, ReasonInput, "退回整改 · Return a rectification that falls short"
    )
    verify_rectification: SupervisionMatterPayload | None = mutation(
        commands.verify_rectification, VerifyRectificationInput, "核验整改 · Verify the rectification"
    )
    object_to_opinion: SupervisionMatterPayload | None = mutation(
        commands.object_to_opinion, ReasonInput, "提出异议 · Object to the opinion, as the supervised organ"
    )
    review_objection: SupervisionMatterPayload | None = mutation(
        commands.review_objection, ReviewObjectionInput, "复核异议 · Review the objection"
    )
    appeal_review: SupervisionMatterPayload | None = mutation(
        commands.appeal_review,
        ReasonInput,
        "申请上级复核 · Appeal to the superior of the body, as the supervised organ",
    )
    decide_matter: SupervisionMatterPayload | None = mutation(
        commands.decide_matter,
        DecideMatterInput,
        "作出监督决定 · Decide, once the time to rectify has passed",
    )
    report_execution: SupervisionMatterPayload | None = mutation(
        commands.report_execution,
        ReportRectificationInput,
        "报告决定执行情况 · Report that the decision was executed, as the supervised organ",
    )
    close_matter: SupervisionMatterPayload | None = mutation(
        commands.close_matter, CommandInput, "监督事项办结 · Close a supervision matter"
    )
    terminate_matter: SupervisionMatterPayload | None = mutation(
        commands.terminate_matter, ReasonInput, "终止监督 · Terminate a supervision matter"
    )
    extend_matter_deadline: SupervisionMatterPayload | None = mutation(
        commands.extend_matter_deadline,
        ExtendMatterDeadlineInput,
        "延长说明或整改期限 · Extend the organ's time",
    )
    answer_supervision_document: SupervisionDocumentPayload | None = mutation(
        commands.answer_supervision_document,
        AnswerSupervisionDocumentInput,
        "答复监督文书 · Answer a supervision document, as its addressee",
    )
    hold_accountable: AccountabilityRecordPayload | None = mutation(
        commands.hold_accountable,
        HoldAccountableInput,
        "责任追究 · Hold the organ or an officer accountable upon a matter",
    )
