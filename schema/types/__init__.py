"""The object types of the contract, a file for each."""

from schema import enumerations
from schema.types.access import AccessExplanation, PolicyRule
from schema.types.account import Account, Permission, RoleAssignment, Viewer
from schema.types.alert import Alert
from schema.types.budget import Budget
from schema.types.calendar import CalendarDay, CalendarYear
from schema.types.case import (
    CaseDocument,
    CaseOfficer,
    EnforcementCase,
    Evidence,
    ReviewOutcome,
    ReviewProceeding,
)
from schema.types.clue import Clue, Complaint, DuplicateClue
from schema.types.deadline import Deadline, DeadlineRule
from schema.types.duty import DutyAssignment, DutyItem, DutyItemChange, DutyListDiff
from schema.types.enterprise import Enterprise
from schema.types.evaluation import (
    Evaluation,
    EvaluationIndicator,
    EvaluationScore,
    EvaluationSubject,
    SampledCase,
    SampledOriginal,
    SampledPaper,
)
from schema.types.explanation import SpecialExplanation, SpecialExplanationRound
from schema.types.file import StoredFile
from schema.types.file_review import CaseFileDefect, CaseFileReview
from schema.types.history import HistoryChange, HistoryEntry, Task, TaskList
from schema.types.imports import ImportJob, RefusedRow
from schema.types.inspection import InspectionFrequency, InspectionLimit
from schema.types.leading_group import LeadingGroup, LeadingGroupMember
from schema.types.node import Connection, Edge, Node, PageInfo
from schema.types.notification import Notification
from schema.types.officer import Certificate, Officer
from schema.types.organization import Organization
from schema.types.payload import (
    AccountabilityRecordPayload,
    BudgetPayload,
    CalendarYearPayload,
    CaseFileReviewPayload,
    CaseTransferPayload,
    CertificatePayload,
    CluePayload,
    ComplaintPayload,
    CoordinationDisputePayload,
    DeadlineRulePayload,
    DutyAssignmentPayload,
    DutyItemPayload,
    EnforcementCasePayload,
    EvaluationPayload,
    ImportJobPayload,
    InspectionLimitPayload,
    LeadingGroupPayload,
    LinkagePayload,
    OfficerPayload,
    PilotPayload,
    SpecialExplanationPayload,
    SpecialExplanationRoundPayload,
    StaffingEstimationPayload,
    StaffingPayload,
    StaffingRulePayload,
    StoredFilePayload,
    SupervisionDocumentPayload,
    SupervisionMatterPayload,
    TrainingPayload,
    UserError,
)
from schema.types.pilot import Pilot
from schema.types.region import OrganizationCount, Region
from schema.types.staffing import (
    Staffing,
    StaffingChange,
    StaffingEstimate,
    StaffingEstimation,
    StaffingRule,
)
from schema.types.supervision import (
    AccountabilityRecord,
    MatterSupervisor,
    SupervisionDocument,
    SupervisionMatter,
)
from schema.types.training import Training, TrainingAttendance, TrainingSession
from schema.types.transfer import (
    CaseTransfer,
    CoordinationDispute,
    HandedOverCase,
    Linkage,
    TransferAttachment,
    TransferLetter,
)

__all__ = [
    "AccessExplanation",
    "Account",
    "AccountabilityRecord",
    "AccountabilityRecordPayload",
    "Alert",
    "Budget",
    "BudgetPayload",
    "CalendarDay",
    "CalendarYear",
    "CalendarYearPayload",
    "CaseDocument",
    "CaseFileDefect",
    "CaseFileReview",
    "CaseFileReviewPayload",
    "CaseOfficer",
    "CaseTransfer",
    "CaseTransferPayload",
    "Certificate",
    "CertificatePayload",
    "Clue",
    "CluePayload",
    "Complaint",
    "ComplaintPayload",
    "Connection",
    "CoordinationDispute",
    "CoordinationDisputePayload",
    "Deadline",
    "DeadlineRule",
    "DeadlineRulePayload",
    "DuplicateClue",
    "DutyAssignment",
    "DutyAssignmentPayload",
    "DutyItem",
    "DutyItemChange",
    "DutyItemPayload",
    "DutyListDiff",
    "Edge",
    "EnforcementCase",
    "EnforcementCasePayload",
    "Enterprise",
    "Evaluation",
    "EvaluationIndicator",
    "EvaluationPayload",
    "EvaluationScore",
    "EvaluationSubject",
    "Evidence",
    "HandedOverCase",
    "HistoryChange",
    "HistoryEntry",
    "ImportJob",
    "ImportJobPayload",
    "InspectionFrequency",
    "InspectionLimit",
    "InspectionLimitPayload",
    "LeadingGroup",
    "LeadingGroupMember",
    "LeadingGroupPayload",
    "Linkage",
    "LinkagePayload",
    "MatterSupervisor",
    "Node",
    "Notification",
    "Officer",
    "OfficerPayload",
    "Organization",
    "OrganizationCount",
    "PageInfo",
    "Permission",
    "Pilot",
    "PilotPayload",
    "PolicyRule",
    "RefusedRow",
    "Region",
    "ReviewOutcome",
    "ReviewProceeding",
    "RoleAssignment",
    "SampledCase",
    "SampledOriginal",
    "SampledPaper",
    "SpecialExplanation",
    "SpecialExplanationPayload",
    "SpecialExplanationRound",
    "SpecialExplanationRoundPayload",
    "Staffing",
    "StaffingChange",
    "StaffingEstimate",
    "StaffingEstimation",
    "StaffingEstimationPayload",
    "StaffingPayload",
    "StaffingRule",
    "StaffingRulePayload",
    "StoredFile",
    "StoredFilePayload",
    "SupervisionDocument",
    "SupervisionDocumentPayload",
    "SupervisionMatter",
    "SupervisionMatterPayload",
    "Task",
    "TaskList",
    "Training",
    "TrainingAttendance",
    "TrainingPayload",
    "TrainingSession",
    "TransferAttachment",
    "TransferLetter",
    "UserError",
    "Viewer",
    "enumerations",
]
