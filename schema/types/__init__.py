"""The object types of the contract, a file for each."""

from schema import enumerations
from schema.types.access import AccessExplanation, PolicyRule
from schema.types.account import Account, Permission, RoleAssignment, Viewer
from schema.types.node import Connection, Edge, Node, PageInfo
from schema.types.organization import Organization
from schema.types.payload import StaffingPayload, UserError
from schema.types.region import OrganizationCount, Region
from schema.types.staffing import Staffing

__all__ = [
    "AccessExplanation",
    "Account",
    "Connection",
    "Edge",
    "Node",
    "Organization",
    "OrganizationCount",
    "PageInfo",
    "Permission",
    "PolicyRule",
    "Region",
    "RoleAssignment",
    "Staffing",
    "StaffingPayload",
    "UserError",
    "Viewer",
    "enumerations",
]
