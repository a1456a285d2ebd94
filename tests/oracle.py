"""Who may see what, written a second time from the plan's scopes in plain loops.

Nothing here comes from policies/: where the two disagree, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# Which scopes a role reads a type in; a type that is missing is not read at all.
READS: dict[str, dict[str, list[str]]] = {
    "JUDICIAL_BUREAU": {"Staffing": ["AREA"], "StoredFile": ["AREA"]},
    "PROVINCIAL_SYSTEM": {},
    "JUDICIAL_OFFICE": {"Staffing": ["TOWNSHIP"], "StoredFile": ["TOWNSHIP"]},
    "LEGAL_UNIT": {"Staffing": ["LINE", "OWN"], "StoredFile": ["OWN"]},
    "ORGAN_OFFICER": {"Staffing": ["OWN"], "StoredFile": ["OWN"]},
    "TOWNSHIP_OFFICER": {"Staffing": ["OWN"], "StoredFile": ["OWN"]},
    "POLICE": {"StoredFile": ["OWN"]},
    "GOVERNMENT_OFFICE": {},
    "ESTABLISHMENT_OFFICE": {"Staffing": ["AREA"]},
    "FINANCE": {},
    "LEADING_GROUP_MEMBER": {},
    "EVALUATOR": {},
    "INVITED_SUPERVISOR": {},
    "CONTACT_ENTERPRISE": {},
    "SYSTEM_ADMIN": {"Account": ["AREA"], "RoleAssignment": ["AREA"]},
    "SECURITY_ADMIN": {},
    "AUDIT_ADMIN": {},
}
PUBLIC_TYPES = ("Region", "Organization")
OWN_RECORDS = {"Account": "id", "RoleAssignment": "account_id"}


@dataclass
class Person:
    """A caller as the loops below see it; ``organization`` None for a caller without a token."""

    account: Any = None
    role: str | None = None
    organization: dict[str, Any] | None = None
    own: tuple[Any, ...] = ()
    commissions: tuple[Any, ...] = ()


def counts_as_one(organization: dict[str, Any], organizations: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    """The organization, and those that count as one with it."""
    found = [organization["id"]]
    for other in organizations:
        if organization["kind"] == "LEGAL_UNIT" and other["id"] == organization["department_id"]:
            found.append(other["id"])
        team = other["kind"] == "TOWNSHIP_ENFORCEMENT" and other["government_id"] == organization["id"]
        if organization["kind"] == "TOWNSHIP_GOVERNMENT" and team:
            found.append(other["id"])
        if organization["kind"] == "TOWNSHIP_ENFORCEMENT" and other["id"] == organization["government_id"]:
            found.append(other["id"])
    return tuple(found)


def in_scope(scope: str, person: Person, side: dict[str, Any]) -> bool:
    """Whether one side of a row lies in a scope of the person."""
    if scope == "PUBLIC":
        return side.get("public") is True
    if scope == "AGGREGATE":
        return False
    if scope == "SELF":
        return person.account is not None and side.get("person") == person.account
    here = person.organization
    if here is None:
        return False
    region = side.get("region")
    if scope == "COMMISSION":
        return any(mine == theirs for mine in person.commissions for theirs in side.get("commissions") or ())
    if scope == "OWN":
        return any(side.get("organization") == mine for mine in person.own)
    if scope == "TOWNSHIP":
        return bool(here["level"] == "TOWNSHIP" and region == here["region_code"])
    below = False
    for length in (2, 4, 6, 9):
        if region is not None and len(region) >= length and region[:length] == here["region_code"]:
            below = True
    if scope == "AREA":
        return below
    if scope == "LINE":
        return below and here["field"] is not None and side.get("field") == here["field"]
    raise ValueError(scope)


def sees(person: Person, type_name: str, row: dict[str, Any]) -> bool:
    """Whether the person sees a row of this type."""
    if type_name in PUBLIC_TYPES:
        return True
    if person.account is not None and type_name in OWN_RECORDS and row[OWN_RECORDS[type_name]] == person.account:
        return True
    side = {
        "region": row.get("region_code"),
        "organization": row.get("organization_id"),
        "field": row.get("field"),
    }
    scopes = READS[person.role].get(type_name, []) if person.role else []
    return any(in_scope(scope, person, side) for scope in scopes)
