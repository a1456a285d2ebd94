"""Tables, terms and errors. This room knows no other."""

from models.access import Account, RoleAssignment
from models.anchors import Anchors, Side
from models.base import Table, Versioned, anchored_tables, metadata
from models.directory import Organization, Region
from models.errors import ErrorCode, Language, Refusal
from models.file_terms import FileState, LetterTemplate
from models.files import StoredFile
from models.record import AuditEntry, CommandReceipt, SeedRun
from models.staffing import Staffing
from models.vocabulary import (
    AccessReason,
    Action,
    EnforcementField,
    Level,
    OrderDirection,
    OrganizationKind,
    Role,
    Scope,
    SupervisionGapKind,
    Vocabulary,
)

__all__ = [
    "AccessReason",
    "Account",
    "Action",
    "Anchors",
    "AuditEntry",
    "CommandReceipt",
    "EnforcementField",
    "ErrorCode",
    "FileState",
    "Language",
    "LetterTemplate",
    "Level",
    "OrderDirection",
    "Organization",
    "OrganizationKind",
    "Refusal",
    "Region",
    "Role",
    "RoleAssignment",
    "Scope",
    "SeedRun",
    "Side",
    "Staffing",
    "StoredFile",
    "SupervisionGapKind",
    "Table",
    "Versioned",
    "Vocabulary",
    "anchored_tables",
    "metadata",
]
