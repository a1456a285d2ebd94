"""Payloads of commands: the object as it stands, and why a command was refused."""

from __future__ import annotations

import strawberry

import models
from resolvers.caller import Reading
from resolvers.declarations import affected, filed, known
from schema.types.alert import AlertStandard
from schema.types.assessment import Assessment, AssessmentRound, AssessmentRule
from schema.types.budget import Budget
from schema.types.calendar import CalendarYear
from schema.types.case import EnforcementCase
from schema.types.clue import Clue, Complaint
from schema.types.contact_point import ContactPoint, ContactVisit, ContactVisitLimit
from schema.types.deadline import DeadlineRule
from schema.types.duty import DutyAssignment, DutyItem
from schema.types.evaluation import Evaluation
from schema.types.explanation import SpecialExplanation, SpecialExplanationRound
from schema.types.file import StoredFile
from schema.types.file_review import CaseFileReview
from schema.types.hearing import HearingThreshold
from schema.types.imports import ImportJob
from schema.types.inspection import InspectionLimit
from schema.types.invited_supervisor import InvitedSupervisor, SupervisorReport, SupervisorTarget
from schema.types.leading_group import LeadingGroup
from schema.types.officer import Certificate, Officer
from schema.types.pilot import Pilot
from schema.types.poll import PollBallot, PollCode
from schema.types.questionnaire import Questionnaire, QuestionnaireInvitation
from schema.types.report import Bulletin, ProgressReport
from schema.types.revisit import CaseRevisit, RevisitPolicy, RevisitSample
from schema.types.staffing import Staffing, StaffingEstimation, StaffingRule
from schema.types.supervision import AccountabilityRecord, SupervisionDocument, SupervisionMatter
from schema.types.training import Training
from schema.types.transfer import CaseTransfer, CoordinationDispute, Linkage


@strawberry.type(description="操作错误 · Why a command was refused, and what to do")
class UserError:
    """Why a command was refused."""

    code: models.ErrorCode = strawberry.field(description="错误代码，稳定 · Code, stable")
    message: str = strawberry.field(description="说明，依 Accept-Language · Message, by Accept-Language")
    field: str | None = strawberry.field(
        description="相关的输入项，列表中的带从零起的序号 · The input field concerned, `criteria.0.name` in a list"
    )


def _user_errors(reading: Reading) -> list[UserError]:
    return [
        UserError(code=refusal.code, message=refusal.message(reading.caller.language), field=refusal.field)
        for refusal in reading.outcome.refusals
    ]


@strawberry.interface(description="操作结果 · What every command answers")
class Payload:
    """What every command answers."""

    user_errors: list[UserError] = known(_user_errors, "操作错误，成功时为空 · Why it was refused; empty on success")


@strawberry.type(description="编制操作结果 · What a command on staffing answers")
class StaffingPayload(Payload):
    """What a command on staffing answers."""

    staffing: Staffing | None = affected(models.Staffing, "编制现状 · The staffing as it stands now")


@strawberry.type(description="编制测算操作结果 · What a command on an estimation answers")
class StaffingEstimationPayload(Payload):
    """What a command on an estimation answers."""

    estimation: StaffingEstimation | None = affected(
        models.StaffingEstimation, "编制测算 · The estimation; null out of scope"
    )


@strawberry.type(description="编制测算规则操作结果 · What a command on a staffing rule answers")
class StaffingRulePayload(Payload):
    """What a command on a staffing rule answers."""

    staffing_rule: StaffingRule | None = affected(models.StaffingRule, "编制测算规则现状 · The rule as it stands now")


@strawberry.type(description="权责事项操作结果 · What a command on a duty item answers")
class DutyItemPayload(Payload):
    """What a command on a duty item answers."""

    duty_item: DutyItem | None = affected(
        models.DutyItem, "权责事项现状 · The duty item as it stands now; null out of scope"
    )


@strawberry.type(description="乡镇赋权操作结果 · What a command on an assignment answers")
class DutyAssignmentPayload(Payload):
    """What a command on an assignment answers."""

    assignment: DutyAssignment | None = affected(
        models.DutyAssignment, "乡镇赋权现状 · The assignment as it stands now; null out of scope"
    )


@strawberry.type(description="执法人员操作结果 · What a command on an officer answers")
class OfficerPayload(Payload):
    """What a command on an officer answers."""

    officer: Officer | None = affected(models.Officer, "执法人员现状 · The officer as it stands now; null out of scope")


@strawberry.type(description="证件操作结果 · What a command on a certificate answers")
class CertificatePayload(Payload):
    """What a command on a certificate answers."""

    certificate: Certificate | None = affected(
        models.Certificate, "证件现状 · The certificate as it stands now; null out of scope"
    )


@strawberry.type(description="领导小组操作结果 · What a command on a leading group answers")
class LeadingGroupPayload(Payload):
    """What a command on a leading group answers."""

    leading_group: LeadingGroup | None = affected(
        models.LeadingGroup, "领导小组现状 · The leading group as it stands now; null out of scope"
    )


@strawberry.type(description="监督经费操作结果 · What a command on a budget answers")
class BudgetPayload(Payload):
    """What a command on a budget answers."""

    budget: Budget | None = affected(models.Budget, "监督经费现状 · The budget as it stands now; null out of scope")


@strawberry.type(description="培训操作结果 · What a command on a training answers")
class TrainingPayload(Payload):
    """What a command on a training answers."""

    training: Training | None = affected(models.Training, "培训现状 · The training as it stands now; null out of scope")


@strawberry.type(description="案件操作结果 · What a command on a case answers")
class EnforcementCasePayload(Payload):
    """What a command on a case answers."""

    case: EnforcementCase | None = affected(
        models.EnforcementCase, "案件现状 · The case as it stands now; null out of scope"
    )


@strawberry.type(description="移送操作结果 · What a command on a transfer answers")
class CaseTransferPayload(Payload):
    """What a command on a transfer answers."""

    transfer: CaseTransfer | None = affected(
        models.CaseTransfer, "移送现状 · The transfer as it stands now; null out of scope"
    )


@strawberry.type(description="争议操作结果 · What a command on a dispute answers")
class CoordinationDisputePayload(Payload):
    """What a command on a dispute answers."""

    dispute: CoordinationDispute | None = affected(
        models.CoordinationDispute, "争议现状 · The dispute as it stands now; null out of scope"
    )


@strawberry.type(description="线索操作结果 · What a command on a clue answers")
class CluePayload(Payload):
    """What a command on a clue answers."""

    clue: Clue | None = affected(models.Clue, "线索现状 · The clue as it stands now; null out of scope")


@strawberry.type(description="投诉举报结果 · What filing a complaint answers")
class ComplaintPayload(Payload):
    """What filing a complaint answers."""

    complaint: Complaint | None = filed(models.Clue, "投诉举报及其回执号 · The complaint with its receipt number")


@strawberry.type(description="回访比例操作结果 · What a command on a policy of revisits answers")
class RevisitPolicyPayload(Payload):
    """What a command on a policy of revisits answers."""

    revisit_policy: RevisitPolicy | None = affected(models.RevisitPolicy, "回访比例现状 · The policy as it stands now")


@strawberry.type(description="回访样本操作结果 · What a command on a sample answers")
class RevisitSamplePayload(Payload):
    """What a command on a sample answers."""

    revisit_sample: RevisitSample | None = affected(
        models.RevisitSample, "回访样本 · The sample as it stands now; null out of scope"
    )


@strawberry.type(description="回访操作结果 · What a command on a revisit answers")
class CaseRevisitPayload(Payload):
    """What a command on a revisit answers."""

    revisit: CaseRevisit | None = affected(
        models.CaseRevisit, "回访现状 · The revisit as it stands now; null out of scope"
    )


@strawberry.type(description="衔接操作结果 · What a command on a linkage answers")
class LinkagePayload(Payload):
    """What a command on a linkage answers."""

    linkage: Linkage | None = affected(models.Linkage, "衔接现状 · The linkage as it stands now; null out of scope")


@strawberry.type(description="监督事项操作结果 · What a command on a supervision matter answers")
class SupervisionMatterPayload(Payload):
    """What a command on a supervision matter answers."""

    matter: SupervisionMatter | None = affected(
        models.SupervisionMatter, "监督事项现状 · The matter as it stands now; null out of scope"
    )


@strawberry.type(description="监督文书操作结果 · What a command on a supervision document answers")
class SupervisionDocumentPayload(Payload):
    """What a command on a supervision document answers."""

    document: SupervisionDocument | None = affected(
        models.SupervisionDocument, "监督文书现状 · The document as it stands now; null out of scope"
    )


@strawberry.type(description="责任追究操作结果 · What holding someone accountable answers")
class AccountabilityRecordPayload(Payload):
    """What holding someone accountable answers."""

    record: AccountabilityRecord | None = affected(
        models.AccountabilityRecord, "责任追究现状 · The record as it stands now; null out of scope"
    )


@strawberry.type(description="考核规则操作结果 · What a command on a rule of assessments answers")
class AssessmentRulePayload(Payload):
    """What a command on a rule of assessments answers."""

    assessment_rule: AssessmentRule | None = affected(models.AssessmentRule, "考核规则现状 · The rule as it stands now")


@strawberry.type(description="考核批次操作结果 · What a command on a round of assessments answers")
class AssessmentRoundPayload(Payload):
    """What a command on a round of assessments answers."""

    assessment_round: AssessmentRound | None = affected(
        models.AssessmentRound, "考核批次现状 · The round as it stands now"
    )


@strawberry.type(description="考核操作结果 · What a command on an assessment answers")
class AssessmentPayload(Payload):
    """What a command on an assessment answers."""

    assessment: Assessment | None = affected(
        models.Assessment, "考核结果现状 · The assessment as it stands now; null out of scope"
    )


@strawberry.type(description="评估操作结果 · What a command on an evaluation answers")
class EvaluationPayload(Payload):
    """What a command on an evaluation answers."""

    evaluation: Evaluation | None = affected(
        models.Evaluation, "评估现状 · The evaluation as it stands now; null out of scope"
    )


@strawberry.type(description="案卷评查操作结果 · What a command on a review of a case file answers")
class CaseFileReviewPayload(Payload):
    """What a command on a review of a case file answers."""

    file_review: CaseFileReview | None = affected(
        models.CaseFileReview, "案卷评查现状 · The review as it stands now; null out of scope"
    )


@strawberry.type(description="文件操作结果 · What a command on a file answers")
class StoredFilePayload(Payload):
    """What a command on a file answers."""

    file: StoredFile | None = affected(models.StoredFile, "文件现状 · The file as it stands now; null out of scope")


@strawberry.type(description="期限规则操作结果 · What a command on a deadline rule answers")
class DeadlineRulePayload(Payload):
    """What a command on a deadline rule answers."""

    deadline_rule: DeadlineRule | None = affected(models.DeadlineRule, "期限规则现状 · The rule as it stands now")


@strawberry.type(description="检查频次上限操作结果 · What a command on a limit of inspections answers")
class InspectionLimitPayload(Payload):
    """What a command on a limit of inspections answers."""

    inspection_limit: InspectionLimit | None = affected(
        models.InspectionLimit, "检查频次上限现状 · The limit as it stands now"
    )


@strawberry.type(description="听证数额标准操作结果 · What a command on a threshold of hearings answers")
class HearingThresholdPayload(Payload):
    """What a command on a threshold of hearings answers."""

    hearing_threshold: HearingThreshold | None = affected(
        models.HearingThreshold, "听证数额标准现状 · The threshold as it stands now"
    )


@strawberry.type(description="预警标准操作结果 · What a command on a standard of alerts answers")
class AlertStandardPayload(Payload):
    """What a command on a standard of alerts answers."""

    alert_standard: AlertStandard | None = affected(
        models.AlertStandard, "预警标准现状 · The standard as it stands now"
    )


@strawberry.type(description="年度日历操作结果 · What a command on the official calendar answers")
class CalendarYearPayload(Payload):
    """What a command on the official calendar answers."""

    calendar_year: CalendarYear | None = affected(models.CalendarYear, "年度日历现状 · The year as it stands now")


@strawberry.type(description="导入操作结果 · What a command on an import answers")
class ImportJobPayload(Payload):
    """What a command on an import answers."""

    job: ImportJob | None = affected(models.ImportJob, "导入现状 · The import as it stands now; null out of scope")


@strawberry.type(description="专项说明批次操作结果 · What the generation of special explanations answers")
class SpecialExplanationRoundPayload(Payload):
    """What the generation of special explanations answers."""

    round: SpecialExplanationRound | None = affected(
        models.SpecialExplanationRound, "批次现状 · The generation as it stands now"
    )


@strawberry.type(description="专项说明操作结果 · What a command on a special explanation answers")
class SpecialExplanationPayload(Payload):
    """What a command on a special explanation answers."""

    explanation: SpecialExplanation | None = affected(
        models.SpecialExplanation, "专项说明现状 · The explanation as it stands now; null out of scope"
    )


@strawberry.type(description="试点操作结果 · What a command on a pilot answers")
class PilotPayload(Payload):
    """What a command on a pilot answers."""

    pilot: Pilot | None = affected(models.Pilot, "试点现状 · The pilot as it stands now; null out of scope")


@strawberry.type(description="问卷操作结果 · What a command on a questionnaire answers")
class QuestionnairePayload(Payload):
    """What a command on a questionnaire answers."""

    questionnaire: Questionnaire | None = affected(
        models.Questionnaire, "问卷现状 · The questionnaire as it stands now; null out of scope"
    )


@strawberry.type(description="答卷邀请操作结果 · What a command on an invitation answers")
class QuestionnaireInvitationPayload(Payload):
    """What a command on an invitation answers."""

    invitation: QuestionnaireInvitation | None = affected(
        models.QuestionnaireInvitation, "答卷邀请现状 · The invitation as it stands now; null out of scope"
    )


@strawberry.type(description="特邀监督员操作结果 · What a command on an invited supervisor answers")
class InvitedSupervisorPayload(Payload):
    """What a command on an invited supervisor answers."""

    supervisor: InvitedSupervisor | None = affected(
        models.InvitedSupervisor, "特邀监督员现状 · The invited supervisor as it stands now; null out of scope"
    )


@strawberry.type(description="监督报告操作结果 · What a command on a supervisor's report answers")
class SupervisorReportPayload(Payload):
    """What a command on a supervisor's report answers."""

    supervisor_report: SupervisorReport | None = affected(
        models.SupervisorReport, "监督报告现状 · The report as it stands now; null out of scope"
    )


@strawberry.type(description="配备目标操作结果 · What a command on a target of invited supervisors answers")
class SupervisorTargetPayload(Payload):
    """What a command on a target of invited supervisors answers."""

    supervisor_target: SupervisorTarget | None = affected(
        models.SupervisorTarget, "配备目标现状 · The target as it stands now; null out of scope"
    )


@strawberry.type(description="投票码操作结果 · What a command on a poll's code answers")
class PollCodePayload(Payload):
    """What a command on a poll's code answers."""

    poll_code: PollCode | None = filed(models.PollCode, "投票码现状 · The code as it stands now")


@strawberry.type(description="投票记录操作结果 · What a command on a poll answers")
class PollBallotPayload(Payload):
    """What a command on a poll answers."""

    ballot: PollBallot | None = filed(models.PollBallot, "投票记录现状 · The ballot as it stands now")


@strawberry.type(description="企业联系点操作结果 · What a command on a contact point answers")
class ContactPointPayload(Payload):
    """What a command on a contact point answers."""

    contact_point: ContactPoint | None = affected(
        models.ContactPoint, "企业联系点现状 · The contact point as it stands now; null out of scope"
    )


@strawberry.type(description="企业走访操作结果 · What a command on a visit answers")
class ContactVisitPayload(Payload):
    """What a command on a visit answers."""

    visit: ContactVisit | None = affected(
        models.ContactVisit, "企业走访现状 · The visit as it stands now; null out of scope"
    )


@strawberry.type(description="走访次数规则操作结果 · What a command on a rule of visits answers")
class ContactVisitLimitPayload(Payload):
    """What a command on a rule of visits answers."""

    contact_visit_limit: ContactVisitLimit | None = affected(
        models.ContactVisitLimit, "走访次数规则现状 · The rule as it stands now; null out of scope"
    )


@strawberry.type(description="季度报告操作结果 · What a command on a quarterly report answers")
class ProgressReportPayload(Payload):
    """What a command on a quarterly report answers."""

    report: ProgressReport | None = affected(
        models.ProgressReport, "季度报告现状 · The report as it stands now; null out of scope"
    )


@strawberry.type(description="通报操作结果 · What a command on a bulletin answers")
class BulletinPayload(Payload):
    """What a command on a bulletin answers."""

    bulletin: Bulletin | None = affected(models.Bulletin, "通报现状 · The bulletin as it stands now; null out of scope")
