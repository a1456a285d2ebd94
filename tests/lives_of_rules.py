"""Who may do what with rules, with records and with what is made for many at once, which have no states.

Part of the second table of ``tests/lives.py``: nothing here comes from models/transitions.csv or policies/ either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.base import now
from models.counting import local_day

# Of those that may rest on a statute, what does cannot be put out of force.
STATUTORY = ("DeadlineRule", "HearingThreshold", "AlertStandard")
RULES = (
    *STATUTORY,
    *("InspectionLimit", "StaffingRule", "AssessmentRule", "RevisitPolicy", "ContactVisitLimit", "SupervisorTarget"),
)
# What may be done is the same however the object stands, but for what bars it.
STATELESS: dict[str, dict[None, dict[str, set[str]]]] = {
    # The administrator of an area ends its rules, its judicial bureau those that it assesses by, too.
    **{name: {None: {"administrator": {"END"}}} for name in RULES},
    "AssessmentRule": {None: {"administrator": {"END"}, "bureau": {"END"}}},
    "CalendarYear": {None: {"administrator": {"UPDATE"}}},
    "Staffing": {None: {"establishment office": {"UPDATE"}}},
    "Budget": {None: {"finance bureau": {"UPDATE"}}},
    # Who reviewed a file corrects the review.
    "CaseFileReview": {None: {"examiner": {"UPDATE"}}},
    "SpecialExplanationRound": {None: {"bureau": {"NOTIFY"}}},
    "AssessmentRound": {None: {"assessor": {"PUBLISH"}}},
}
WHO: dict[str, list[tuple[str, tuple[str, ...], str]]] = {
    **{name: [("administrator", ("SYSTEM_ADMIN",), "region_code")] for name in RULES},
    "AssessmentRule": [
        ("administrator", ("SYSTEM_ADMIN",), "region_code"),
        ("bureau", ("JUDICIAL_BUREAU",), "region_code"),
    ],
    # The calendar is the whole country's.
    "CalendarYear": [("administrator", ("SYSTEM_ADMIN",), "city or above")],
    "Staffing": [("establishment office", ("ESTABLISHMENT_OFFICE",), "region_code")],
    "Budget": [("finance bureau", ("FINANCE",), "finance_id")],
    "CaseFileReview": [("examiner", ("JUDICIAL_BUREAU", "LEGAL_UNIT"), "reviewer_id")],
    "SpecialExplanationRound": [("bureau", ("JUDICIAL_BUREAU",), "organization_id")],
    "AssessmentRound": [("assessor", ("JUDICIAL_BUREAU",), "assessor_id")],
}


def not_ended(type_name: str, rule: Mapping[str, Any]) -> str | None:
    """The code of why a rule is not ended: it is over or withdrawn, or a statute's; None where it may be."""
    today, first, last = local_day(now()), rule["valid_from"], rule["valid_to"]
    if last is not None and (last < today or last < first):
        return "RULE_ENDED"
    # Before its first day it is withdrawn as any other.
    is_fixed = type_name in STATUTORY and rule["authority"] == "LAW" and first <= today
    return "RULE_IS_LAW" if is_fixed else None
