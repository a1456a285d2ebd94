"""The enumerations of the contract: every vocabulary that a field or an argument shows."""

from __future__ import annotations

from models import (
    AccessReason,
    Action,
    EnforcementField,
    ErrorCode,
    Level,
    OrderDirection,
    OrganizationKind,
    Role,
    Scope,
    SupervisionGapKind,
)
from resolvers.enumerations import enumeration

for vocabulary in (
    AccessReason,
    Action,
    EnforcementField,
    ErrorCode,
    Level,
    OrderDirection,
    OrganizationKind,
    Role,
    Scope,
    SupervisionGapKind,
):
    enumeration(vocabulary)
