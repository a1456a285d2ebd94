"""Query: the table of contents of everything that can be read."""

from __future__ import annotations

import strawberry

import models
from resolvers.declarations import (
    argument,
    by_receipt,
    duty_list_diff,
    every,
    facts,
    lookup,
    node_by_id,
    nodes_by_id,
    own_account,
    tasks,
)
from schema.types import (
    AccessExplanation,
    AccountabilityRecord,
    Alert,
    AlertStandard,
    Assessment,
    AssessmentRound,
    AssessmentRule,
    Budget,
    Bulletin,
    CalendarYear,
    CaseFileReview,
    CaseRevisit,
    CaseTransfer,
    Certificate,
    Clue,
    Complaint,
    Connection,
    ContactPoint,
    ContactVisit,
    ContactVisitLimit,
    CoordinationDispute,
    DeadlineRule,
    DutyAssignment,
    DutyItem,
    DutyListDiff,
    EnforcementCase,
    Enterprise,
    Evaluation,
    EvaluationSubject,
    HearingThreshold,
    ImportJob,
    InspectionLimit,
    InvitedSupervisor,
    LeadingGroup,
    Linkage,
    Node,
    Notification,
    Officer,
    Organization,
    Pilot,
    ProgressReport,
    Questionnaire,
    QuestionnaireInvitation,
    QuestionnaireResponse,
    Region,
    RevisitPolicy,
    RevisitSample,
    SampledCase,
    SpecialExplanation,
    SpecialExplanationRound,
    Staffing,
    StaffingEstimation,
    StaffingRule,
    StoredFile,
    SupervisionDocument,
    SupervisionMatter,
    SupervisorReport,
    SupervisorTarget,
    TaskFilter,
    TaskList,
    Training,
    TrainingAttendance,
    Viewer,
)
from schema.types.access import explain


@strawberry.type(description="查询 · Everything that can be read; each operation is one SQL statement")
class Query:
    """Everything that can be read."""

    viewer: Viewer | None = own_account("当前用户，无令牌为空 · The caller; null without a token")
    node: Node | None = node_by_id("按全局标识取对象 · An object by its global id (Relay)")
    nodes: list[Node | None] | None = nodes_by_id(
        "按全局标识取多个对象 · Objects by their global ids, in that order (Relay)"
    )
    region: Region | None = lookup(models.Region, "行政区域 · A region")
    regions: Connection[Region] | None = every(models.Region, "行政区域列表 · Regions")
    organization: Organization | None = lookup(models.Organization, "机构 · An organization")
    organizations: Connection[Organization] | None = every(models.Organization, "机构列表 · Organizations")
    supervision_gaps: Connection[Staffing] | None = every(
        models.Staffing,
        "监督力量缺口 · Supervision bodies that lack posts, people or dedication (plan clause 1)",
        non_empty=models.Staffing.gaps,
    )
    supervision_bodies: Connection[Staffing] | None = every(
        models.Staffing, "监督机构列表 · Supervision bodies with their staffing (plan clause 1)"
    )
    staffing_rules: Connection[StaffingRule] | None = every(
        models.StaffingRule, "编制测算规则 · Rules by which posts are estimated"
    )
    staffing_estimations: Connection[StaffingEstimation] | None = every(
        models.StaffingEstimation, "编制测算列表 · Estimations of staffing, in totals"
    )
    duty_items: Connection[DutyItem] | None = every(models.DutyItem, "权责清单 · Duty items")
    duty_assignments: Connection[DutyAssignment] | None = every(
        models.DutyAssignment, "乡镇赋权 · Duties assigned to townships"
    )
    duty_list_diff: DutyListDiff | None = duty_list_diff(
        "权责清单比对 · What an organ's duty lists of two days differ in",
        models.DutyItem.name,
        models.DutyItem.act_type,
        models.DutyItem.law,
        models.DutyItem.article,
        models.DutyItem.content,
        models.DutyItem.method,
        models.DutyItem.responsibility,
        models.DutyItem.source,
        models.DutyItem.legal_review,
        models.DutyItem.fine_floor,
        models.DutyItem.fine_ceiling,
        models.DutyItem.is_assignable,
    )
    officers: Connection[Officer] | None = every(models.Officer, "执法人员 · Officers")
    certificates: Connection[Certificate] | None = every(models.Certificate, "证件 · Certificates")
    leading_groups: Connection[LeadingGroup] | None = every(
        models.LeadingGroup, "领导小组列表 · Leading groups with their members (plan clause 三(一))"
    )
    budgets: Connection[Budget] | None = every(
        models.Budget, "监督经费列表 · Funds for supervision in the budget of the same level"
    )
    trainings: Connection[Training] | None = every(models.Training, "培训列表 · Trainings")
    training_attendances: Connection[TrainingAttendance] | None = every(
        models.TrainingAttendance, "参训记录 · Who attended trainings"
    )
    case: EnforcementCase | None = lookup(models.EnforcementCase, "执法案件 · A case")
    cases: Connection[EnforcementCase] | None = every(models.EnforcementCase, "执法案件列表 · Cases")
    transfers: Connection[CaseTransfer] | None = every(models.CaseTransfer, "案件移送 · Transfers of cases")
    disputes: Connection[CoordinationDispute] | None = every(
        models.CoordinationDispute, "执法争议 · Disputes of competence"
    )
    clues: Connection[Clue] | None = every(models.Clue, "线索 · Clues")
    complaint: Complaint | None = by_receipt(
        models.Clue, "凭回执号查询投诉举报 · The complaint that a receipt number opens"
    )
    revisits: Connection[CaseRevisit] | None = every(models.CaseRevisit, "案件回访 · Revisits of closed cases")
    revisit_samples: Connection[RevisitSample] | None = every(
        models.RevisitSample, "回访样本 · Samples of closed cases to be revisited"
    )
    revisit_policies: Connection[RevisitPolicy] | None = every(models.RevisitPolicy, "回访比例 · Policies of revisits")
    linkages: Connection[Linkage] | None = every(models.Linkage, "衔接 · Linkage of licence, inspection and penalty")
    party: Enterprise | None = lookup(
        models.Enterprise, "市场主体的许可、检查和处罚 · One enterprise's licences, inspections and penalties"
    )
    special_explanation_rounds: Connection[SpecialExplanationRound] | None = every(
        models.SpecialExplanationRound, "专项说明批次 · Generations of special explanations"
    )
    special_explanations: Connection[SpecialExplanation] | None = every(
        models.SpecialExplanation, "专项说明 · Special explanations (plan clause 10)"
    )
    pilots: Connection[Pilot] | None = every(models.Pilot, "试点 · Pilots (plan clause 三(二))")
    supervision_matters: Connection[SupervisionMatter] | None = every(
        models.SupervisionMatter, "监督事项 · Supervision matters (plan clause 5)"
    )
    supervision_documents: Connection[SupervisionDocument] | None = every(
        models.SupervisionDocument, "监督文书 · Supervision documents"
    )
    accountability_records: Connection[AccountabilityRecord] | None = every(
        models.AccountabilityRecord, "责任追究 · Who was held accountable"
    )
    assessments: Connection[Assessment] | None = every(
        models.Assessment,
        "考核结果 · Score sheets of organs (plan clauses 5 and 12)",
    )
    assessment_rounds: Connection[AssessmentRound] | None = every(
        models.AssessmentRound, "考核批次 · The caller's own drawings up of a whole level"
    )
    assessment_rules: Connection[AssessmentRule] | None = every(
        models.AssessmentRule, "考核规则 · By what organs are assessed"
    )
    progress_reports: Connection[ProgressReport] | None = every(
        models.ProgressReport, "季度报告 · Quarterly reports (plan clause 三(三))"
    )
    bulletins: Connection[Bulletin] | None = every(models.Bulletin, "通报 · Bulletins (plan clause 三(三))")
    deadline_rules: Connection[DeadlineRule] | None = every(models.DeadlineRule, "期限规则 · Rules of deadlines")
    inspection_limits: Connection[InspectionLimit] | None = every(
        models.InspectionLimit, "检查频次上限 · How often one organ may inspect one enterprise in a year"
    )
    hearing_thresholds: Connection[HearingThreshold] | None = every(
        models.HearingThreshold, "听证数额标准 · From which amount on a fine or a confiscation calls for a hearing"
    )
    alert_standards: Connection[AlertStandard] | None = every(
        models.AlertStandard, "预警标准 · From where on the rules raise alerts"
    )
    calendar_years: Connection[CalendarYear] | None = every(
        models.CalendarYear, "年度日历 · Years whose official calendar is announced"
    )
    evaluations: Connection[Evaluation] | None = every(
        models.Evaluation, "评估 · Evaluations by third parties, of quarters and by poll (plan clause 12)"
    )
    evaluation_subjects: Connection[EvaluationSubject] | None = every(
        models.EvaluationSubject, "被评对象 · What was evaluated, with totals and ranks"
    )
    sampled_cases: Connection[SampledCase] | None = every(
        models.SampledCase, "样本案件（脱敏） · Sampled cases of evaluations, de-identified"
    )
    case_file_reviews: Connection[CaseFileReview] | None = every(
        models.CaseFileReview, "案卷评查 · Reviews of case files"
    )
    questionnaires: Connection[Questionnaire] | None = every(
        models.Questionnaire, "问卷，公众可见网上投票 · Questionnaires; of these everyone sees the polls"
    )
    questionnaire_invitations: Connection[QuestionnaireInvitation] | None = every(
        models.QuestionnaireInvitation, "答卷邀请 · Invitations to answer questionnaires"
    )
    questionnaire_responses: Connection[QuestionnaireResponse] | None = every(
        models.QuestionnaireResponse, "答卷 · What questionnaires were answered with"
    )
    contact_points: Connection[ContactPoint] | None = every(
        models.ContactPoint, "企业联系点 · Contact-point enterprises (plan clause 9)"
    )
    contact_visits: Connection[ContactVisit] | None = every(models.ContactVisit, "企业走访 · Visits to contact points")
    invited_supervisors: Connection[InvitedSupervisor] | None = every(
        models.InvitedSupervisor, "特邀监督员 · Invited supervisors (plan clause 8)"
    )
    supervisor_reports: Connection[SupervisorReport] | None = every(
        models.SupervisorReport, "监督报告 · Reports of invited supervisors"
    )
    supervisor_targets: Connection[SupervisorTarget] | None = every(
        models.SupervisorTarget, "特邀监督员配备目标 · How many invited supervisors of a category regions are to have"
    )
    contact_visit_limits: Connection[ContactVisitLimit] | None = every(
        models.ContactVisitLimit, "走访次数规则 · How often contact points are visited in a year"
    )
    alerts: Connection[Alert] | None = every(models.Alert, "预警 · Alerts")
    notifications: Connection[Notification] | None = every(
        models.Notification, "一年内的通知 · What the caller and the caller's organizations were told within a year"
    )
    files: Connection[StoredFile] | None = every(models.StoredFile, "文件 · Files")
    import_jobs: Connection[ImportJob] | None = every(models.ImportJob, "导入列表 · Imports")
    my_tasks: TaskList | None = tasks(
        "待办，最近到期的在前 · What awaits an act of the caller, the soonest due first",
        argument("filter", TaskFilter | None, "筛选条件，全部满足 · All of these hold"),
    )
    explain_access: AccessExplanation | None = facts(
        explain,
        "为何可以或不可以 · Whether the caller may do this with the object, by which rule or why not",
        argument("action", models.Action, "行为 · The action"),
    )
