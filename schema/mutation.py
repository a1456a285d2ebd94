"""Mutation: the table of contents of everything that can be done."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.alert import AdoptAlertStandardInput
from schema.inputs.budget import RecordBudgetInput, UpdateBudgetInput
from schema.inputs.case import (
    AddCaseDocumentInput,
    AddEvidenceInput,
    AssignOfficersInput,
    DecideCaseInput,
    ExtendDeadlineInput,
    GrantLicenceInput,
    NotifyPartyInput,
    ProposeOnLicenceInput,
    RecordResultInput,
    RecordReviewOutcomeInput,
    RecordReviewProceedingInput,
    RegisterCaseInput,
)
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
from schema.inputs.contact_point import (
    AdoptContactVisitLimitInput,
    DesignateContactPointInput,
    NominateContactPointInput,
    RecordContactVisitInput,
)
from schema.inputs.dispute import (
    ApplyForCoordinationInput,
    DecideDisputeInput,
    DesignateOrganInput,
    IssueOpinionInput,
    OpenDisputeInput,
    RecordAgreementInput,
)
from schema.inputs.duty import (
    AssignDutyItemInput,
    DraftDutyItemInput,
    PublishDutyItemInput,
    ReviseDutyItemInput,
    UpdateDutyItemInput,
)
from schema.inputs.evaluation import (
    AddSampledCopyInput,
    CommissionEvaluationInput,
    DrawEvaluationSampleInput,
    ScoreEvaluationInput,
    SubmitEvaluationInput,
)
from schema.inputs.explanation import GenerateSpecialExplanationsInput, SubmitSpecialExplanationInput
from schema.inputs.file import RequestUploadInput
from schema.inputs.file_review import ReviewCaseFileInput, UpdateCaseFileReviewInput
from schema.inputs.imports import ImportJobInput
from schema.inputs.invited_supervisor import (
    AdoptSupervisorTargetInput,
    ApplyToSuperviseInput,
    AppointInvitedSupervisorInput,
    HandleSupervisorReportInput,
    ReviewInvitedSupervisorInput,
    SubmitSupervisorReportInput,
)
from schema.inputs.leading_group import (
    AddLeadingGroupMemberInput,
    EstablishLeadingGroupInput,
    RemoveLeadingGroupMemberInput,
)
from schema.inputs.linkage import AnswerLinkageInput
from schema.inputs.officer import IssueCertificateInput, RegisterOfficerInput, UpdateOfficerInput
from schema.inputs.pilot import NamePilotInput
from schema.inputs.questionnaire import (
    AnswerPollInput,
    AnswerQuestionnaireInput,
    DraftQuestionnaireInput,
    InviteToQuestionnaireInput,
    RequestPollCodeInput,
    ReviseQuestionnaireInput,
    UpdateQuestionnaireInput,
)
from schema.inputs.report import (
    DraftBulletinInput,
    DraftProgressReportInput,
    ReviewProgressReportInput,
    ReviseProgressReportInput,
    UpdateBulletinInput,
    UpdateProgressReportInput,
)
from schema.inputs.revisit import (
    AdoptRevisitPolicyInput,
    AssignRevisitInput,
    DrawRevisitSampleInput,
    HandleRevisitIssueInput,
    RaiseRevisitIssueInput,
    RecordRevisitInput,
)
from schema.inputs.rule import (
    AdoptDeadlineRuleInput,
    AdoptInspectionLimitInput,
    AnnounceCalendarYearInput,
    EndRuleInput,
)
from schema.inputs.staffing import AdoptStaffingRuleInput, EstimateStaffingInput, UpdateStaffingInput
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
from schema.inputs.training import (
    AddTrainingSessionInput,
    PlanTrainingInput,
    RecordAttendanceInput,
    UpdateTrainingInput,
)
from schema.inputs.transfer import (
    DraftTransferInput,
    ReturnResultInput,
    UpdateTransferInput,
    WithdrawTransferInput,
)
from schema.types import (
    AccountabilityRecordPayload,
    AlertStandardPayload,
    BudgetPayload,
    BulletinPayload,
    CalendarYearPayload,
    CaseFileReviewPayload,
    CaseRevisitPayload,
    CaseTransferPayload,
    CertificatePayload,
    CluePayload,
    ComplaintPayload,
    ContactPointPayload,
    ContactVisitLimitPayload,
    ContactVisitPayload,
    CoordinationDisputePayload,
    DeadlineRulePayload,
    DutyAssignmentPayload,
    DutyItemPayload,
    EnforcementCasePayload,
    EvaluationPayload,
    ImportJobPayload,
    InspectionLimitPayload,
    InvitedSupervisorPayload,
    LeadingGroupPayload,
    LinkagePayload,
    OfficerPayload,
    PilotPayload,
    PollBallotPayload,
    PollCodePayload,
    ProgressReportPayload,
    QuestionnaireInvitationPayload,
    QuestionnairePayload,
    RevisitPolicyPayload,
    RevisitSamplePayload,
    SpecialExplanationPayload,
    SpecialExplanationRoundPayload,
    StaffingEstimationPayload,
    StaffingPayload,
    StaffingRulePayload,
    StoredFilePayload,
    SupervisionDocumentPayload,
    SupervisionMatterPayload,
    SupervisorReportPayload,
    SupervisorTargetPayload,
    TrainingPayload,
)


@strawberry.type(description="操作 · Everything that can be done; each act is one transaction")
class Mutation:
    """Everything that can be done."""

    update_staffing: StaffingPayload | None = mutation(
        commands.update_staffing, UpdateStaffingInput, "修改编制 · Record the staffing of a supervision body"
    )
    draft_duty_item: DutyItemPayload | None = mutation(
        commands.draft_duty_item, DraftDutyItemInput, "起草权责事项 · Draft the first edition of a duty item"
    )
    update_duty_item: DutyItemPayload | None = mutation(
        commands.update_duty_item, UpdateDutyItemInput, "修改权责事项草稿 · Change the draft of a duty item"
    )
    revise_duty_item: DutyItemPayload | None = mutation(
        commands.revise_duty_item, ReviseDutyItemInput, "修订权责事项 · Draft the next edition of a duty item"
    )
    review_duty_item: DutyItemPayload | None = mutation(
        commands.review_duty_item, CommandInput, "审查权责事项 · Review a draft, as the owner's legal unit"
    )
    publish_duty_item: DutyItemPayload | None = mutation(
        commands.publish_duty_item, PublishDutyItemInput, "公布权责事项 · Publish an edition, as the judicial bureau"
    )
    revoke_duty_item: DutyItemPayload | None = mutation(
        commands.revoke_duty_item, ReasonInput, "撤销权责事项 · Revoke a duty item"
    )
    assign_duty_item: DutyAssignmentPayload | None = mutation(
        commands.assign_duty_item, AssignDutyItemInput, "乡镇赋权 · Assign a duty to a township"
    )
    take_back_duty_item: DutyAssignmentPayload | None = mutation(
        commands.take_back_duty_item, ReasonInput, "收回赋权 · Take back what was assigned"
    )
    register_officer: OfficerPayload | None = mutation(
        commands.register_officer, RegisterOfficerInput, "登记执法人员 · Register an officer"
    )
    issue_certificate: CertificatePayload | None = mutation(
        commands.issue_certificate, IssueCertificateInput, "核发证件 · Issue a certificate"
    )
    suspend_certificate: CertificatePayload | None = mutation(
        commands.suspend_certificate, ReasonInput, "暂扣证件 · Suspend a certificate"
    )
    restore_certificate: CertificatePayload | None = mutation(
        commands.restore_certificate, ReasonInput, "恢复证件 · Restore a certificate"
    )
    revoke_certificate: CertificatePayload | None = mutation(
        commands.revoke_certificate, ReasonInput, "吊销证件 · Revoke a certificate"
    )
    estimate_staffing: StaffingEstimationPayload | None = mutation(
        commands.estimate_staffing,
        EstimateStaffingInput,
        "测算编制 · Estimate the posts of every supervision body of a region by the work of a year",
    )
    adopt_staffing_rule: StaffingRulePayload | None = mutation(
        commands.adopt_staffing_rule, AdoptStaffingRuleInput, "制定编制测算规则 · Adopt a staffing rule for a region"
    )
    end_staffing_rule: StaffingRulePayload | None = mutation(
        commands.end_staffing_rule, EndRuleInput, "废止编制测算规则 · Put a staffing rule out of force"
    )
    update_officer: OfficerPayload | None = mutation(
        commands.update_officer, UpdateOfficerInput, "修改执法人员 · Change what is recorded of an officer"
    )
    establish_leading_group: LeadingGroupPayload | None = mutation(
        commands.establish_leading_group,
        EstablishLeadingGroupInput,
        "成立领导小组 · Establish the leading group of a government",
    )
    add_leading_group_member: LeadingGroupPayload | None = mutation(
        commands.add_leading_group_member, AddLeadingGroupMemberInput, "增加领导小组成员 · Add a member"
    )
    remove_leading_group_member: LeadingGroupPayload | None = mutation(
        commands.remove_leading_group_member,
        RemoveLeadingGroupMemberInput,
        "免去领导小组成员 · Record that a member left",
    )
    dissolve_leading_group: LeadingGroupPayload | None = mutation(
        commands.dissolve_leading_group, ReasonInput, "撤销领导小组 · Dissolve a leading group"
    )
    record_budget: BudgetPayload | None = mutation(
        commands.record_budget, RecordBudgetInput, "登记监督经费 · Record the funds of a supervision body for a year"
    )
    update_budget: BudgetPayload | None = mutation(
        commands.update_budget, UpdateBudgetInput, "修改监督经费 · Change the funds of a supervision body"
    )
    plan_training: TrainingPayload | None = mutation(
        commands.plan_training, PlanTrainingInput, "制定培训计划 · Plan a training for a year"
    )
    update_training: TrainingPayload | None = mutation(
        commands.update_training, UpdateTrainingInput, "修改培训计划 · Change the plan of a training"
    )
    add_training_session: TrainingPayload | None = mutation(
        commands.add_training_session, AddTrainingSessionInput, "增加培训场次 · Add a session to a training"
    )
    record_attendance: TrainingPayload | None = mutation(
        commands.record_attendance, RecordAttendanceInput, "登记参训 · Record who attended a session of a training"
    )
    complete_training: TrainingPayload | None = mutation(
        commands.complete_training, CommandInput, "培训结业 · Complete a training"
    )
    cancel_training: TrainingPayload | None = mutation(
        commands.cancel_training, ReasonInput, "取消培训 · Cancel a training that was not held"
    )
    register_case: EnforcementCasePayload | None = mutation(
        commands.register_case, RegisterCaseInput, "登记案件 · Register a case"
    )
    assign_officers: EnforcementCasePayload | None = mutation(
        commands.assign_officers, AssignOfficersInput, "指派办案人员 · Name the officers who handle a case"
    )
    file_case: EnforcementCasePayload | None = mutation(commands.file_case, CommandInput, "立案 · File a case")
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
        commands.request_legal_review, CommandInput, "提请法制审核 · Ask for the legal review"
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
    waive_hearing: EnforcementCasePayload | None = mutation(
        commands.waive_hearing, CommandInput, "放弃听证 · Record that the party waived the hearing"
    )
    hold_hearing: EnforcementCasePayload | None = mutation(
        commands.hold_hearing, CommandInput, "听证 · Record that the hearing was held"
    )
    decide_case: EnforcementCasePayload | None = mutation(
        commands.decide_case, DecideCaseInput, "作出决定 · Decide a case"
    )
    not_penalize: EnforcementCasePayload | None = mutation(
        commands.not_penalize, ReasonInput, "不予处罚 · Decide not to penalize"
    )
    serve_decision: EnforcementCasePayload | None = mutation(
        commands.serve_decision, CommandInput, "送达 · Record that the decision was served"
    )
    execute_decision: EnforcementCasePayload | None = mutation(
        commands.execute_decision, CommandInput, "执行 · Start the execution"
    )
    close_case: EnforcementCasePayload | None = mutation(commands.close_case, CommandInput, "结案 · Close a case")
    archive_case: EnforcementCasePayload | None = mutation(commands.archive_case, CommandInput, "归档 · Archive a case")
    withdraw_case: EnforcementCasePayload | None = mutation(
        commands.withdraw_case, ReasonInput, "撤案 · Withdraw a case"
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
        commands.revoke_licence, CommandInput, "撤销许可 · Revoke a licence"
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
        commands.implement_measure, CommandInput, "实施强制措施 · Implement a coercive measure"
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
        commands.supplement_application, ApplyForCoordinationInput, "补正申请 · Supplement the application"
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
    receive_linkage: LinkagePayload | None = mutation(
        commands.receive_linkage, CommandInput, "签收衔接事项 · Sign the receipt of a linkage"
    )
    answer_linkage: LinkagePayload | None = mutation(
        commands.answer_linkage, AnswerLinkageInput, "答复衔接事项 · Answer a linkage"
    )
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
    name_pilot: PilotPayload | None = mutation(
        commands.name_pilot, NamePilotInput, "确定试点 · Name a county or a township as a pilot"
    )
    confirm_pilot: PilotPayload | None = mutation(
        commands.confirm_pilot, CommandInput, "确认试点 · Confirm a pilot, as the city's judicial bureau"
    )
    withdraw_pilot: PilotPayload | None = mutation(
        commands.withdraw_pilot, ReasonInput, "撤回试点 · Withdraw a pilot that is not confirmed"
    )
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
    request_upload: StoredFilePayload | None = mutation(
        commands.request_upload, RequestUploadInput, "申请上传 · Promise a file and get the link to upload it to"
    )
    adopt_deadline_rule: DeadlineRulePayload | None = mutation(
        commands.adopt_deadline_rule, AdoptDeadlineRuleInput, "制定期限规则 · Adopt a deadline rule for a region"
    )
    end_deadline_rule: DeadlineRulePayload | None = mutation(
        commands.end_deadline_rule, EndRuleInput, "废止期限规则 · Put a deadline rule out of force"
    )
    adopt_inspection_limit: InspectionLimitPayload | None = mutation(
        commands.adopt_inspection_limit, AdoptInspectionLimitInput, "制定检查频次上限 · Adopt a limit of inspections"
    )
    end_inspection_limit: InspectionLimitPayload | None = mutation(
        commands.end_inspection_limit, EndRuleInput, "废止检查频次上限 · Put a limit of inspections out of force"
    )
    adopt_alert_standard: AlertStandardPayload | None = mutation(
        commands.adopt_alert_standard, AdoptAlertStandardInput, "制定预警标准 · Adopt a standard of alerts"
    )
    end_alert_standard: AlertStandardPayload | None = mutation(
        commands.end_alert_standard, EndRuleInput, "废止预警标准 · Put a standard of alerts out of force"
    )
    announce_calendar_year: CalendarYearPayload | None = mutation(
        commands.announce_calendar_year,
        AnnounceCalendarYearInput,
        "录入年度日历 · Record the official calendar of a year; what was provisional is counted again",
    )
    import_job: ImportJobPayload | None = mutation(
        commands.import_job, ImportJobInput, "导入 · Import duty items, officers or cases from an uploaded file"
    )
    draft_questionnaire: QuestionnairePayload | None = mutation(
        commands.draft_questionnaire, DraftQuestionnaireInput, "起草问卷 · Draft the first edition of a questionnaire"
    )
    update_questionnaire: QuestionnairePayload | None = mutation(
        commands.update_questionnaire, UpdateQuestionnaireInput, "修改问卷草稿 · Change the draft of a questionnaire"
    )
    revise_questionnaire: QuestionnairePayload | None = mutation(
        commands.revise_questionnaire, ReviseQuestionnaireInput, "修订问卷 · Draft the next edition of a questionnaire"
    )
    publish_questionnaire: QuestionnairePayload | None = mutation(
        commands.publish_questionnaire,
        CommandInput,
        "发布问卷 · Open a questionnaire to answers, in place of the edition before",
    )
    close_questionnaire: QuestionnairePayload | None = mutation(
        commands.close_questionnaire, CommandInput, "截止问卷 · Close a questionnaire and count what was answered"
    )
    invite_to_questionnaire: QuestionnaireInvitationPayload | None = mutation(
        commands.invite_to_questionnaire,
        InviteToQuestionnaireInput,
        "邀请作答 · Invite a contact point to answer, once",
    )
    answer_questionnaire: QuestionnaireInvitationPayload | None = mutation(
        commands.answer_questionnaire, AnswerQuestionnaireInput, "作答 · Answer a questionnaire by its invitation"
    )
    nominate_contact_point: ContactPointPayload | None = mutation(
        commands.nominate_contact_point,
        NominateContactPointInput,
        "推荐企业联系点 · Nominate an enterprise as a contact point",
    )
    designate_contact_point: ContactPointPayload | None = mutation(
        commands.designate_contact_point, DesignateContactPointInput, "设立企业联系点 · Designate a contact point"
    )
    suspend_contact_point: ContactPointPayload | None = mutation(
        commands.suspend_contact_point, ReasonInput, "暂停企业联系点 · Suspend a contact point for a time"
    )
    withdraw_contact_point: ContactPointPayload | None = mutation(
        commands.withdraw_contact_point, ReasonInput, "撤销企业联系点 · Withdraw a contact point"
    )
    record_contact_visit: ContactVisitPayload | None = mutation(
        commands.record_contact_visit, RecordContactVisitInput, "记录走访 · Record a visit to a contact point"
    )
    apply_to_supervise: InvitedSupervisorPayload | None = mutation(
        commands.apply_to_supervise, ApplyToSuperviseInput, "申请担任特邀监督员 · Apply to serve, for oneself"
    )
    review_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.review_invited_supervisor, ReviewInvitedSupervisorInput, "审查申请 · Review an application"
    )
    appoint_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.appoint_invited_supervisor, AppointInvitedSupervisorInput, "聘任特邀监督员 · Appoint for a term"
    )
    renew_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.renew_invited_supervisor, AppointInvitedSupervisorInput, "续聘特邀监督员 · Appoint for another term"
    )
    dismiss_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.dismiss_invited_supervisor, ReasonInput, "解聘特邀监督员 · Dismiss before the term is over"
    )
    submit_supervisor_report: SupervisorReportPayload | None = mutation(
        commands.submit_supervisor_report,
        SubmitSupervisorReportInput,
        "提交监督报告 · Report what was seen of enforcement",
    )
    handle_supervisor_report: SupervisorReportPayload | None = mutation(
        commands.handle_supervisor_report, HandleSupervisorReportInput, "处理监督报告 · Handle a report"
    )
    adopt_supervisor_target: SupervisorTargetPayload | None = mutation(
        commands.adopt_supervisor_target,
        AdoptSupervisorTargetInput,
        "制定配备目标 · Adopt how many a region is to have",
    )
    end_supervisor_target: SupervisorTargetPayload | None = mutation(
        commands.end_supervisor_target, EndRuleInput, "废止配备目标 · Put a target out of force"
    )
    request_poll_code: PollCodePayload | None = mutation(
        commands.request_poll_code, RequestPollCodeInput, "申请投票码，无需登录 · Ask for a code, without an account"
    )
    answer_poll: PollBallotPayload | None = mutation(
        commands.answer_poll, AnswerPollInput, "参加网上投票，无需登录 · Answer a poll, without an account"
    )
    adopt_contact_visit_limit: ContactVisitLimitPayload | None = mutation(
        commands.adopt_contact_visit_limit,
        AdoptContactVisitLimitInput,
        "制定走访次数规则 · Adopt how often contact points are visited in a year",
    )
    end_contact_visit_limit: ContactVisitLimitPayload | None = mutation(
        commands.end_contact_visit_limit, EndRuleInput, "废止走访次数规则 · Put a rule of visits out of force"
    )
