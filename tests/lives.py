"""Who may do what with an object where it stands, written a second time from the plan's lives (§3) and actors (§6).

Nothing here comes from models/transitions.csv or policies/: where they disagree, one of them is wrong.
"""

from __future__ import annotations

from typing import Any

PENALTY_STATES = [
    *("CLUE", "FILED", "INVESTIGATING", "LEGAL_REVIEW", "NOTIFIED", "HEARING", "DECIDED", "SERVED", "EXECUTING"),
    *("CLOSED", "ARCHIVED", "NOT_PENALIZED", "WITHDRAWN", "TRANSFERRED"),
]
OTHER_STATES = {
    "LICENSING": ["APPLIED", "ACCEPTED", "REVIEWING", "GRANTED", "REFUSED", "WITHDRAWN", "REVOKED", "EXPIRED"],
    "INSPECTION": ["PLANNED", "CONDUCTED", "RESULT_RECORDED", "CLOSED"],
    "COERCION": ["APPROVED", "IMPLEMENTED", "EXTENDED", "LIFTED", "EXECUTED"],
    **{
        act_type: ["REGISTERED", "DECIDED", "CLOSED"]
        for act_type in ("LEVY", "REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")
    },
}
# What the law asks of the review: a simple case needs none; the rest of the columns say how far it got.
VARIANTS: dict[str, dict[str, Any]] = {
    "simple": {"procedure": "SIMPLE", "legal_review": "NOT_NEEDED", "hearing_held": False},
    "no review": {"procedure": "ORDINARY", "legal_review": "NOT_NEEDED", "hearing_held": False},
    "review needed": {"procedure": "ORDINARY", "legal_review": "NEEDED", "hearing_held": False},
    "review returned": {"procedure": "ORDINARY", "legal_review": "RETURNED", "hearing_held": False},
    "review passed": {"procedure": "ORDINARY", "legal_review": "PASSED", "hearing_held": False},
    "review after a hearing": {"procedure": "ORDINARY", "legal_review": "AFTER_HEARING", "hearing_held": False},
    "heard, review to come": {"procedure": "ORDINARY", "legal_review": "AFTER_HEARING", "hearing_held": True},
    "heard, returned": {"procedure": "ORDINARY", "legal_review": "RETURNED", "hearing_held": True},
    "heard, passed": {"procedure": "ORDINARY", "legal_review": "PASSED", "hearing_held": True},
}
_FIRST = {"CLUE", "FILED", "INVESTIGATING", "APPLIED", "ACCEPTED", "PLANNED", "APPROVED", "REGISTERED"}


def owner_may(case: dict[str, Any]) -> set[str]:
    """What an officer of the owner may do."""
    if case["is_offered"]:
        return set()
    act_type, state = case["act_type"], case["state"]
    may = {"ASSIGN"} if state in _FIRST else set()
    if act_type == "PENALTY":
        return may | _penalty(case, state)
    if act_type == "LICENSING":
        may |= {
            "APPLIED": {"ACCEPT", "WITHDRAW"},
            "ACCEPTED": {"EXAMINE", "WITHDRAW"},
            "REVIEWING": {"GRANT", "REFUSE", "WITHDRAW"},
            "GRANTED": {"REVOKE", "EXPIRE"},
        }.get(state, set())
        done, published = {"GRANTED", "REFUSED", "REVOKED"}, {"GRANTED"}
    elif act_type == "INSPECTION":
        may |= {"PLANNED": {"CONDUCT"}, "CONDUCTED": {"RECORD_RESULT"}, "RESULT_RECORDED": {"CLOSE"}}.get(state, set())
        done, published = set(), {"RESULT_RECORDED", "CLOSED"}
    elif act_type == "COERCION":
        may |= {
            "APPROVED": {"IMPLEMENT"},
            "IMPLEMENTED": {"EXTEND", "LIFT", "EXECUTE"},
            "EXTENDED": {"LIFT", "EXECUTE"},
        }.get(state, set())
        done, published = {"IMPLEMENTED", "EXTENDED", "LIFTED", "EXECUTED"}, set()
    else:
        may |= {"REGISTERED": {"DECIDE"}, "DECIDED": {"CLOSE"}}.get(state, set())
        done, published = {"DECIDED", "CLOSED"}, {"DECIDED", "CLOSED"}
    may |= {"RECORD_OUTCOME"} if state in done else set()
    return may | ({"PUBLISH"} if state in published else set())


def _penalty(case: dict[str, Any], state: str) -> set[str]:
    simple = case["procedure"] == "SIMPLE"
    review, heard = case["legal_review"], case["hearing_held"]
    may: set[str] = set()
    if state in ("CLUE", "FILED", "INVESTIGATING"):
        may |= {"ADD_EVIDENCE", "WITHDRAW"}
    if state == "CLUE":
        may |= {"FILE"}
    if state == "FILED":
        # On the spot the party is told at once; else the case is investigated.
        may |= {"NOTIFY"} if simple else {"INVESTIGATE"}
    if state == "INVESTIGATING":
        may |= {"NOT_PENALIZE"}
        if review in ("NOT_NEEDED", "AFTER_HEARING"):
            may |= {"NOTIFY"}
        if review in ("NEEDED", "RETURNED") and not heard:
            may |= {"REQUEST_REVIEW"}
    if state == "LEGAL_REVIEW" and review == "PASSED":
        may |= {"DECIDE"} if heard else {"NOTIFY"}
    if state == "NOTIFIED":
        may |= {"NOT_PENALIZE"}
        may |= set() if simple else {"HOLD_HEARING"}
        may |= set() if review in ("NEEDED", "RETURNED") else {"DECIDE"}
    if state == "HEARING":
        may |= {"NOT_PENALIZE"}
        may |= {"REQUEST_REVIEW"} if review in ("AFTER_HEARING", "RETURNED") else set()
        may |= {"DECIDE"} if review in ("NOT_NEEDED", "PASSED") else set()
    if state in ("DECIDED", "SERVED", "EXECUTING", "CLOSED", "ARCHIVED"):
        may |= {"PUBLISH", "RECORD_OUTCOME"}
    if state in ("DECIDED", "SERVED", "EXECUTING", "CLOSED"):
        may |= {"PROPOSE"}
    may |= {"NOT_PENALIZED": {"RECORD_OUTCOME"}}.get(state, set())
    may |= {"DECIDED": {"SERVE"}, "SERVED": {"EXECUTE"}, "EXECUTING": {"CLOSE"}}.get(state, set())
    return may | ({"ARCHIVE"} if state in ("CLOSED", "NOT_PENALIZED", "WITHDRAWN") else set())


def reviewer_may(case: dict[str, Any]) -> set[str]:
    """What the body for legal review may do: the department's legal unit, for a township the county's bureau."""
    if case["act_type"] != "PENALTY" or case["state"] != "LEGAL_REVIEW" or case["is_offered"]:
        return set()
    review, heard = case["legal_review"], case["hearing_held"]
    if review not in ("NEEDED", "AFTER_HEARING", "RETURNED"):
        return set()
    is_returnable = (review == "NEEDED" and not heard) or (review == "AFTER_HEARING" and heard) or review == "RETURNED"
    return {"PASS_REVIEW"} | ({"RETURN_REVIEW"} if is_returnable else set())


def head_may(case: dict[str, Any]) -> set[str]:
    """What the legal unit or the township's head may do about the clocks of a case."""
    return set() if case["is_offered"] else {"EXTEND_DEADLINE", "SUSPEND_DEADLINE", "RESUME_DEADLINE"}


def supervisor_may(case: dict[str, Any]) -> set[str]:
    """What the judicial bureau of the area may do: record how its own reconsideration ended."""
    return owner_may(case) & {"RECORD_OUTCOME"}


# Transfers: state, then who acts, then what may be done.
TRANSFERS: dict[str, dict[str, set[str]]] = {
    "DRAFT": {"sender's head": {"APPROVE"}},
    "APPROVED": {"sender's officer": {"SEND"}},
    "SENT": {"receiver's officer": {"RECEIVE"}},
    "RECEIVED": {"receiver's officer": {"ACCEPT", "REJECT"}},
    "ACCEPTED": {"receiver's officer": {"RETURN_RESULT"}},
    "REJECTED": {"sender's officer": {"NEGOTIATE"}, "receiver's officer": {"NEGOTIATE"}},
    "DISPUTED": {},
    "DESIGNATED": {"receiver's officer": {"RETURN_RESULT"}},
    "RESULT_RETURNED": {},
}
DISPUTES: dict[str, dict[str, set[str]]] = {
    "NEGOTIATING": {"side": {"APPLY"}},
    "APPLIED": {"coordinator": {"ACCEPT"}},
    "ACCEPTED": {"coordinator": {"COORDINATE"}},
    "COORDINATING": {"coordinator": {"RECORD_AGREEMENT", "ISSUE_OPINION"}},
    "AGREED": {"coordinator": {"DESIGNATE"}},
    "OPINION_ISSUED": {"coordinator": {"DESIGNATE"}, "side": {"ESCALATE"}},
    "ESCALATED": {"government": {"DECIDE"}},
    "GOVERNMENT_DECIDED": {},
}
