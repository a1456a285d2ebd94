"""Tables, terms and errors. This room knows no other."""

from models.access import Account, RoleAssignment
from models.actions import Action
from models.alert import Alert, AlertRule, AlertSeverity
from models.anchors import Anchors, Side
from models.base import Table, Versioned, anchored_tables, metadata
from models.budget import Budget, tie_to_fines
from models.calendar import CalendarDay, CalendarYear
from models.case import CaseDocument, CaseOfficer, EnforcementCase, Evidence, ReviewOutcome, ReviewProceeding
from models.clock import Deadline
from models.clue import Clue
from models.clue_terms import ClueFinding, ClueSource, ClueState, DuplicateReason
from models.deadline import DeadlineRule, rule_for
from models.deadline_terms import DeadlineEvent, DeadlineUnit, Resumption, RuleAuthority
from models.directory import Organization, Region
from models.duty import DutyAssignment, DutyItem
from models.enforcement_terms import (
    ActType,
    CaseDocumentKind,
    CaseSource,
    CaseState,
    CertificateKind,
    CertificateState,
    DeadlineState,
    DisputeState,
    DueState,
    DutyAssignmentState,
    DutyItemState,
    DutySource,
    EvidenceKind,
    HearingRight,
    LegalReview,
    LinkageKind,
    LinkageState,
    PartyKind,
    PenaltyKind,
    Procedure,
    ReviewKind,
    ReviewResult,
    SupervisionContent,
    TransferKind,
    TransferState,
)
from models.enterprise import Enterprise
from models.errors import ErrorCode, Language, Refusal
from models.evaluation import (
    Evaluation,
    EvaluationIndicator,
    EvaluationScore,
    EvaluationSubject,
    SampledCase,
    SampledOriginal,
    SampledPaper,
)
from models.evaluation_terms import (
    CaseFileDefectKind,
    CaseFileGrade,
    EvaluationKind,
    EvaluationState,
    IndicatorBasis,
    SatisfactionBand,
)
from models.explanation import SpecialExplanation, SpecialExplanationRound
from models.file_review import CaseFileDefect, CaseFileReview
from models.file_terms import FileState, LetterTemplate
from models.files import StoredFile
from models.import_job import ImportJob, RefusedRow
from models.import_terms import ImportKind, ImportMode, ImportState
from models.inspection import InspectionLimit
from models.leading_group import LeadingGroup, LeadingGroupMember
from models.notification import Notification
from models.officer import Certificate, Officer
from models.people_terms import LeadingGroupState, MemberPosition, TrainingState
from models.pilot import Pilot
from models.record import NOBODY, AuditEntry, CommandReceipt, NumberSeries, PublicUse, SeedRun
from models.reporting_terms import ExplanationState, PilotScope, PilotState
from models.sensitive import Clearance, Sensitive, SensitiveClass
from models.staffing import Staffing, StaffingChange
from models.state_machine import ClockChange, StateMachine, Transition, clock_changes, state_machine
from models.supervision import AccountabilityRecord, MatterSupervisor, SupervisionDocument, SupervisionMatter
from models.supervision_terms import (
    AccountabilityMeasure,
    ObjectionResult,
    SupervisionDocumentType,
    SupervisionEffect,
    SupervisionMatterState,
    SupervisionMode,
    SupervisionOrigin,
    SupervisionPower,
)
from models.training import Training, TrainingAttendance, TrainingSession
from models.transfer import (
    CaseTransfer,
    CoordinationDispute,
    HandedOverCase,
    Linkage,
    TransferAttachment,
    TransferLetter,
)
from models.vocabulary import (
    AccessReason,
    EnforcementField,
    Level,
    OrderDirection,
    OrganizationKind,
    Role,
    Scope,
    SupervisionGapKind,
    Vocabulary,
)
from models.workload import SUPERVISION_BODIES, StaffingEstimate, StaffingEstimation, StaffingRule, estimate

__all__ = [
    "NOBODY",
    "SUPERVISION_BODIES",
    "AccessReason",
    "Account",
    "AccountabilityMeasure",
    "AccountabilityRecord",
    "ActType",
    "Action",
    "Alert",
    "AlertRule",
    "AlertSeverity",
    "Anchors",
    "AuditEntry",
    "Budget",
    "CalendarDay",
    "CalendarYear",
    "CaseDocument",
    "CaseDocumentKind",
    "CaseFileDefect",
    "CaseFileDefectKind",
    "CaseFileGrade",
    "CaseFileReview",
    "CaseOfficer",
    "CaseSource",
    "CaseState",
    "CaseTransfer",
    "Certificate",
    "CertificateKind",
    "CertificateState",
    "Clearance",
    "ClockChange",
    "Clue",
    "ClueFinding",
    "ClueSource",
    "ClueState",
    "CommandReceipt",
    "CoordinationDispute",
    "Deadline",
    "DeadlineEvent",
    "DeadlineRule",
    "DeadlineState",
    "DeadlineUnit",
    "DisputeState",
    "DueState",
    "DuplicateReason",
    "DutyAssignment",
    "DutyAssignmentState",
    "DutyItem",
    "DutyItemState",
    "DutySource",
    "EnforcementCase",
    "EnforcementField",
    "Enterprise",
    "ErrorCode",
    "Evaluation",
    "EvaluationIndicator",
    "EvaluationKind",
    "EvaluationScore",
    "EvaluationState",
    "EvaluationSubject",
    "Evidence",
    "EvidenceKind",
    "ExplanationState",
    "FileState",
    "HandedOverCase",
    "HearingRight",
    "ImportJob",
    "ImportKind",
    "ImportMode",
    "ImportState",
    "IndicatorBasis",
    "InspectionLimit",
    "Language",
    "LeadingGroup",
    "LeadingGroupMember",
    "LeadingGroupState",
    "LegalReview",
    "LetterTemplate",
    "Level",
    "Linkage",
    "LinkageKind",
    "LinkageState",
    "MatterSupervisor",
    "MemberPosition",
    "Notification",
    "NumberSeries",
    "ObjectionResult",
    "Officer",
    "OrderDirection",
    "Organization",
    "OrganizationKind",
    "PartyKind",
    "PenaltyKind",
    "Pilot",
    "PilotScope",
    "PilotState",
    "Procedure",
    "PublicUse",
    "Refusal",
    "RefusedRow",
    "Region",
    "Resumption",
    "ReviewKind",
    "ReviewOutcome",
    "ReviewProceeding",
    "ReviewResult",
    "Role",
    "RoleAssignment",
    "RuleAuthority",
    "SampledCase",
    "SampledOriginal",
    "SampledPaper",
    "SatisfactionBand",
    "Scope",
    "SeedRun",
    "Sensitive",
    "SensitiveClass",
    "Side",
    "SpecialExplanation",
    "SpecialExplanationRound",
    "Staffing",
    "StaffingChange",
    "StaffingEstimate",
    "StaffingEstimation",
    "StaffingRule",
    "StateMachine",
    "StoredFile",
    "SupervisionContent",
    "SupervisionDocument",
    "SupervisionDocumentType",
    "SupervisionEffect",
    "SupervisionGapKind",
    "SupervisionMatter",
    "SupervisionMatterState",
    "SupervisionMode",
    "SupervisionOrigin",
    "SupervisionPower",
    "Table",
    "Training",
    "TrainingAttendance",
    "TrainingSession",
    "TrainingState",
    "TransferAttachment",
    "TransferKind",
    "TransferLetter",
    "TransferState",
    "Transition",
    "Versioned",
    "Vocabulary",
    "anchored_tables",
    "clock_changes",
    "estimate",
    "metadata",
    "rule_for",
    "state_machine",
    "tie_to_fines",
]
