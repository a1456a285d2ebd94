"""Who may see what, written a second time from the plan's scopes in plain loops.

Nothing here comes from policies/: where the two disagree, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# Which scopes a role reads a type in; a type that is missing is not read at all.
_SUPERVISION = ("SupervisionMatter", "SupervisionDocument", "AccountabilityRecord")
_FILES = (
    *("EnforcementCase", "CaseTransfer", "HandedOverCase", "CoordinationDispute", "Linkage", "Alert"),
    *_SUPERVISION,
    "CaseFileReview",
)
_PEOPLE = ("Officer", "Certificate")
_TRAININGS = ("Training", "TrainingAttendance")
_CLUES = ("Clue", "CaseRevisit")


def _reads(types: tuple[str, ...], *scopes: str) -> dict[str, list[str]]:
    return {name: list(scopes) for name in types}


_OWN_FILES = {**_reads((*_FILES, *_PEOPLE, *_CLUES), "OWN"), "Notification": ["OWN"]}
READS: dict[str, dict[str, list[str]]] = {
    "JUDICIAL_BUREAU": {
        **_reads(("Evaluation", "EvaluationSubject", "SampledCase"), "OWN"),
        **_reads((*_FILES, *_PEOPLE, "Staffing"), "AREA"),
        **_reads(("SpecialExplanation", "SpecialExplanationRound", "Pilot"), "AREA"),
        "ProgressReport": ["AREA", "OWN"],
        **_reads((*_CLUES, "RevisitSample"), "AREA"),
        "Account": ["OWN"],
        "StoredFile": ["OWN"],
        "CoordinationDispute": ["AREA", "OWN"],
        "DutyItem": ["AREA", "OWN"],
        "ImportJob": ["OWN"],
        "Notification": ["OWN"],
    },
    "PROVINCIAL_SYSTEM": {},
    "JUDICIAL_OFFICE": {
        **_reads((*_FILES, *_PEOPLE, "Staffing"), "TOWNSHIP"),
        "SpecialExplanation": ["TOWNSHIP"],
        "Pilot": ["TOWNSHIP"],
        **_reads(_CLUES, "TOWNSHIP"),
        "StoredFile": ["OWN"],
        "Notification": ["OWN"],
    },
    "LEGAL_UNIT": {
        **_reads((*_FILES, *_PEOPLE, "Staffing", "DutyItem"), "LINE", "OWN"),
        "ProgressReport": ["OWN"],
        "SpecialExplanation": ["LINE", "OWN"],
        **_reads(_CLUES, "LINE", "OWN"),
        **_reads(("RevisitSample",), "OWN"),
        "Account": ["OWN"],
        "Notification": ["OWN"],
    },
    "ORGAN_OFFICER": {
        **_OWN_FILES,
        **_reads(("Staffing", "DutyItem", "StoredFile", "ImportJob"), "OWN"),
        "SpecialExplanation": ["OWN"],
    },
    "TOWNSHIP_OFFICER": {
        **_OWN_FILES,
        **_reads(("Staffing", "DutyItem", "StoredFile", "ImportJob"), "OWN"),
        "Pilot": ["TOWNSHIP"],
        "SpecialExplanation": ["OWN"],
    },
    "TOWNSHIP_HEAD": {
        **_OWN_FILES,
        "DutyItem": ["OWN"],
        "Pilot": ["TOWNSHIP"],
        "SpecialExplanation": ["OWN"],
    },
    "POLICE": {
        **_reads(_CLUES, "OWN"),
        **_reads(
            (
                "EnforcementCase",
                "CaseTransfer",
                "HandedOverCase",
                "CoordinationDispute",
                "Alert",
                "StoredFile",
                *_PEOPLE,
            ),
            "OWN",
        ),
        **_reads(_SUPERVISION, "OWN"),
        **_reads(("CaseFileReview", "DutyItem", "ImportJob", "Notification"), "OWN"),
    },
    "SUPERVISORY_COMMISSION": _reads(("CaseTransfer", "EnforcementCase", "Clue", "Notification"), "OWN"),
    "GOVERNMENT_OFFICE": {
        "CoordinationDispute": ["AREA", "OWN"],
        "Notification": ["OWN"],
        "ProgressReport": ["AREA"],
        "Bulletin": ["OWN"],
        **_reads(("SpecialExplanation", "SpecialExplanationRound", "Pilot"), "AREA"),
    },
    "ESTABLISHMENT_OFFICE": {"Staffing": ["AREA"]},
    "FINANCE": {},
    "LEADING_GROUP_MEMBER": {"ProgressReport": ["AREA"], "Pilot": ["AREA"]},
    "EVALUATOR": {
        **_reads(("Evaluation", "EvaluationSubject", "SampledCase"), "COMMISSION"),
        "Notification": ["OWN"],
    },
    "INVITED_SUPERVISOR": {},
    "CONTACT_ENTERPRISE": {},
    "SYSTEM_ADMIN": {"Account": ["AREA"], "RoleAssignment": ["AREA"]},
    "SECURITY_ADMIN": {},
    "AUDIT_ADMIN": {},
}
for _role, _scopes in (
    ("JUDICIAL_BUREAU", ["AREA"]),
    ("JUDICIAL_OFFICE", ["TOWNSHIP"]),
    ("LEGAL_UNIT", ["LINE", "OWN"]),
    ("ORGAN_OFFICER", ["OWN"]),
    ("TOWNSHIP_OFFICER", ["OWN"]),
    ("TOWNSHIP_HEAD", ["OWN"]),
):
    READS[_role] |= _reads(_TRAININGS, *_scopes)
READS["POLICE"] |= _reads(("TrainingAttendance",), "OWN")
for _role in ("JUDICIAL_BUREAU", "ESTABLISHMENT_OFFICE", "GOVERNMENT_OFFICE", "LEADING_GROUP_MEMBER"):
    READS[_role] |= _reads(("StaffingEstimation",), "AREA")
for _role in ("JUDICIAL_BUREAU", "GOVERNMENT_OFFICE"):
    READS[_role] |= _reads(("LeadingGroup", "Budget"), "AREA")
READS["LEADING_GROUP_MEMBER"] |= _reads(("LeadingGroup",), "AREA")
READS["FINANCE"] |= _reads(("Budget",), "AREA")
for _role, _scopes in (
    ("JUDICIAL_BUREAU", ["AREA", "OWN"]),
    ("GOVERNMENT_OFFICE", ["AREA"]),
    ("LEADING_GROUP_MEMBER", ["AREA"]),
    ("JUDICIAL_OFFICE", ["TOWNSHIP"]),
    ("LEGAL_UNIT", ["LINE", "OWN"]),
    *((role, ["OWN"]) for role in ("ORGAN_OFFICER", "TOWNSHIP_OFFICER", "TOWNSHIP_HEAD", "POLICE")),
):
    READS[_role] |= _reads(("Assessment",), *_scopes)
READS["JUDICIAL_BUREAU"] |= _reads(("AssessmentRound",), "OWN")
# What an enterprise or an invited supervisor reads as its own, by the column that names its account.
_OWN_OF_SOCIETY = {
    "QuestionnaireInvitation": "account_id",
    "QuestionnaireResponse": "respondent_id",
    "ContactPoint": "account_id",
    "ContactVisit": "account_id",
    "InvitedSupervisor": "account_id",
    "SupervisorReport": "account_id",
}
READS["JUDICIAL_BUREAU"] |= {"Questionnaire": ["AREA", "PUBLIC"], **_reads((*_OWN_OF_SOCIETY,), "AREA")}
READS["JUDICIAL_OFFICE"] |= _reads(("ContactPoint", "ContactVisit"), "TOWNSHIP")
# What its own revisits were answered with.
READS["LEGAL_UNIT"] |= {"Questionnaire": ["PUBLIC"], "QuestionnaireResponse": ["OWN"]}
READS["CONTACT_ENTERPRISE"] |= {
    "Questionnaire": ["PUBLIC"],
    **_reads(("QuestionnaireInvitation", "QuestionnaireResponse", "ContactPoint", "ContactVisit"), "SELF"),
}
READS["INVITED_SUPERVISOR"] |= {
    "Questionnaire": ["PUBLIC"],
    **_reads(("QuestionnaireInvitation", "QuestionnaireResponse", "SupervisorReport"), "SELF"),
}
PUBLIC_TYPES = (
    "ContactVisitLimit",
    "SupervisorTarget",
    "Region",
    "Organization",
    "DeadlineRule",
    "InspectionLimit",
    "HearingThreshold",
    "RevisitPolicy",
    "StaffingRule",
    "AlertStandard",
    "AssessmentRule",
    "CalendarYear",
    "CalendarDay",
    "DutyAssignment",
)
# A file is seen, too, with what it is part of: the part's table, its key to the whole, and the whole's type.
CARRIERS = (
    ("evidence", "case_id", "EnforcementCase"),
    ("case_document", "case_id", "EnforcementCase"),
    ("transfer_attachment", "transfer_id", "CaseTransfer"),
    ("sampled_copy", "sampled_case_id", "SampledCase"),
)
# Types whose rows are seen with rows of others, by whatever those are read.
SEEN_WITH_OTHERS = ("Enterprise", "StoredFile")
READS_NARRATIVES = (
    *("JUDICIAL_BUREAU", "JUDICIAL_OFFICE", "LEGAL_UNIT", "ORGAN_OFFICER", "TOWNSHIP_OFFICER", "TOWNSHIP_HEAD"),
    *("POLICE", "SUPERVISORY_COMMISSION"),
)
# The column that holds another body's key, by which it sees what it has to do with.
_OTHER_BODY = {
    "CaseRevisit": "assigner_id",
    "Pilot": "confirmer_id",
    "LeadingGroup": "office_id",
    "Budget": "finance_id",
    "CaseFileReview": "reviewer_id",
    "AssessmentRound": "assessor_id",
    "DutyItem": "publisher_id",
}
# Of rows of an owner that another has a side of: by which columns.
_OTHER_SIDE = {"Alert": "sender", "SupervisionDocument": "issuer", "AccountabilityRecord": "body"}
_NOT_TOLD = ("REGISTERED", "FILED")
OWN_RECORDS = {
    "Account": "id",
    "RoleAssignment": "account_id",
    "InvitedSupervisor": "account_id",
    "CaseRevisit": "visitor_id",
    "Notification": "account_id",
}


def sides_of(type_name: str, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The sides by which a row is reached; one of a later state says ``since`` when."""

    def side(prefix: str) -> dict[str, Any]:
        return {
            "region": row[f"{prefix}_region_code"],
            "organization": row[f"{prefix}_id"],
            "field": row[f"{prefix}_field"],
        }

    owner = {
        # While a questionnaire is open it is published to the roles that read what is.
        "public": type_name == "Questionnaire" and row["state"] == "PUBLISHED",
        "region": row.get("region_code"),
        "organization": row.get("organization_id"),
        "field": row.get("field"),
    }
    if type_name in _OWN_OF_SOCIETY:
        # Nobody but its author sees a sealed response.
        return [*([] if row.get("is_sealed") else [owner]), {"person": row[_OWN_OF_SOCIETY[type_name]]}]
    if type_name == "EnforcementCase":
        offered = {
            "region": row["offered_region_code"],
            "organization": row["offered_organization_id"],
            "field": row["offered_field"],
            "since": row["offered_since"],
        }
        return [owner, offered, {"organization": row["legal_reviewer_id"]}]
    if type_name == "CaseTransfer":
        # The receiver sees nothing before it was sent.
        never_sent = row["state"] in ("DRAFT", "APPROVED") or (row["state"] == "WITHDRAWN" and row["sent_at"] is None)
        return [side("sender")] + ([] if never_sent else [{**side("receiver"), "since": row["sent_at"]}])
    if type_name == "CoordinationDispute":
        above = [{"organization": row["coordinator_id"]}, {"organization": row["government_id"]}]
        return [side("applicant"), side("respondent"), *above]
    if type_name in ("ProgressReport", "Assessment"):
        # Nobody but its author or assessor sees a draft.
        is_report = type_name == "ProgressReport"
        author = {"organization": row["organization_id" if is_report else "assessor_id"]}
        above = [{"organization": row[name]} for name in ("reviewer_id", "government_id") if is_report]
        received = [{**owner, "organization": None}, *above] if is_report else [owner]
        since = row["submitted_at" if is_report else "published_at"]
        return [author, *([] if row["state"] == "DRAFT" else ({**each, "since": since} for each in received))]
    if type_name == "SpecialExplanation":
        # The organ and its line see nothing before it was notified; the area has no organization of its own.
        organ = [] if row["notified_at"] is None else [{**owner, "since": row["notified_at"]}]
        return [{"region": row["region_code"]}, *organ, {"organization": row["government_id"]}]
    if type_name in _OTHER_SIDE:
        return [owner, side(_OTHER_SIDE[type_name])]
    if type_name == "Clue":
        # Who verifies it, and to whom it was handed over, see it from then on.
        taken_in = {"region": row["region_code"], "organization": row["bureau_id"]}
        is_assigned = row["state"] in ("ASSIGNED", "VERIFYING", "SUBSTANTIATED", "UNSUBSTANTIATED", "REPLIED", "CLOSED")
        handed_over = [{**side("transferee"), "since": row["disposed_at"]}] if row["state"] == "TRANSFERRED" else []
        return [taken_in, *([{**side("assignee"), "since": row["assigned_at"]}] if is_assigned else handed_over)]
    if type_name == "Linkage":
        return [side("sender"), side("receiver")]
    if type_name in _OTHER_BODY:
        other = {"organization": row[_OTHER_BODY[type_name]]}
        return _revisited(row, owner, other) if type_name == "CaseRevisit" else [owner, other]
    if type_name in ("Evaluation", "EvaluationSubject", "SampledCase"):
        evaluation = row["id"] if type_name == "Evaluation" else row["evaluation_id"]
        return [{"organization": row["commissioner_id"]}, {"commissions": [evaluation]}]
    if type_name == "SupervisionMatter":
        # The area is always told; the organ itself and its line nothing before the notice.
        never_told = row["notified_at"] is None if row["state"] == "TERMINATED" else row["state"] in _NOT_TOLD
        others = [{"organization": row[name]} for name in ("reviewer_id", "arbiter_id")]
        organ = [] if never_told else [{**owner, "since": row["notified_at"]}]
        informed = {"organization": row["informed_id"], "since": row["informed_at"]}
        return [{"region": row["region_code"]}, *organ, side("body"), informed, *others]
    return [owner]


def _revisited(row: dict[str, Any], owner: dict[str, Any], assigner: dict[str, Any]) -> list[dict[str, Any]]:
    # The organ and its line see nothing of a visit that is still to come, but for the legal unit that assigned it.
    area = {"region": row["region_code"]}
    if row["state"] in ("SAMPLED", "ASSIGNED"):
        return [area, {**assigner, "roles": ("JUDICIAL_BUREAU", "LEGAL_UNIT")}]
    return [area, {**owner, "since": row["visited_at"]}, assigner]


def is_public(type_name: str, row: dict[str, Any]) -> bool:
    """Whether everyone sees the row."""
    if type_name == "DutyItem":
        return row["state"] in ("PUBLISHED", "SUPERSEDED", "REVOKED")
    if type_name == "EnforcementCase":
        return row["published_at"] is not None and row["taken_down_at"] is None
    if type_name in ("Bulletin", "Evaluation"):
        return bool(row["state"] == "PUBLISHED")
    if type_name == "EvaluationSubject":
        return bool(row["is_published"])
    if type_name == "Questionnaire":
        return bool(row["purpose"] == "POLL" and row["state"] != "DRAFT")
    return type_name in PUBLIC_TYPES


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


def running_commissions(organization: dict[str, Any], evaluations: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    """The evaluations that are commissioned to an organization now: until they are adopted, unless suspended."""
    return tuple(
        each["id"]
        for each in evaluations
        if each["evaluator_id"] == organization["id"]
        and each["state"] in ("COMMISSIONED", "SAMPLING", "SCORING", "SUBMITTED")
        and not each["is_suspended"]
    )


def in_scope(scope: str, person: Person, side: dict[str, Any]) -> bool:
    """Whether one side of a row lies in a scope of the person."""
    if scope == "PUBLIC":
        return side.get("public") is True
    if "roles" in side and person.role not in side["roles"]:
        return False
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


def join_cases(enterprises: Iterable[dict[str, Any]], cases: Iterable[dict[str, Any]]) -> None:
    """Put into each enterprise the cases on it, by which it is seen."""
    by_code: dict[str, list[dict[str, Any]]] = {}
    for case in cases:
        by_code.setdefault(case["party_credit_code"], []).append(case)
    for enterprise in enterprises:
        enterprise["cases"] = by_code.get(enterprise["credit_code"], [])


def attach_wholes(
    files: Iterable[dict[str, Any]], parts: dict[str, list[dict[str, Any]]], wholes: dict[str, list[dict[str, Any]]]
) -> None:
    """Tell every file's row what it is part of: parts by table, wholes by type."""
    by_key = {(type_name, row["id"]): row for type_name, rows in wholes.items() for row in rows}
    for file in files:
        file["wholes"] = [
            (type_name, by_key[type_name, part[key]])
            for table, key, type_name in CARRIERS
            for part in parts[table]
            if part["file_id"] == file["id"]
        ]


def sees(person: Person, type_name: str, row: dict[str, Any]) -> bool:
    """Whether the person sees a row of this type."""
    if type_name == "Enterprise":
        return any(sees(person, "EnforcementCase", case) for case in row["cases"])
    if any(_reads_carried(person, *whole) for whole in row.get("wholes", ())):
        return True
    if is_public(type_name, row):
        return True
    if person.account is not None and type_name in OWN_RECORDS and row[OWN_RECORDS[type_name]] == person.account:
        return True
    return _is_entrusted(person, type_name, row)


def _is_entrusted(person: Person, type_name: str, row: dict[str, Any]) -> bool:
    scopes = READS[person.role].get(type_name, []) if person.role else []
    return any(in_scope(scope, person, side) for scope in scopes for side in sides_of(type_name, row))


def _reads_carried(person: Person, type_name: str, row: dict[str, Any]) -> bool:
    # That a case is published opens none of its files.
    is_clear = person.role in READS_NARRATIVES or type_name == "SampledCase"
    return is_clear and _is_entrusted(person, type_name, row)
