"""Who may do what with an object where it stands, written a second time from the plan's lives (§3) and actors (§6).

Nothing here comes from models/transitions.csv or policies/: where they disagree, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from models.base import now
from models.counting import local_day
from tests import lives_of_rules

Facts = Mapping[str, Any]
PENALTY_STATES = [
    *("CLUE", "FILED", "INVESTIGATING", "LEGAL_REVIEW", "NOTIFIED", "HEARING", "DECIDED", "SERVED", "EXECUTING"),
    *("CLOSED", "ARCHIVED", "NOT_PENALIZED", "WITHDRAWN", "TRANSFERRED"),
]
OTHER_STATES = {
    "LICENSING": ["APPLIED", "ACCEPTED", "REVIEWING", "GRANTED", "REFUSED", "WITHDRAWN", "REVOKED", "EXPIRED"],
    "INSPECTION": ["PLANNED", "CONDUCTED", "RESULT_RECORDED", "CLOSED", "WITHDRAWN"],
    "COERCION": ["APPROVED", "IMPLEMENTED", "EXTENDED", "LIFTED", "EXECUTED", "WITHDRAWN"],
    **{
        act_type: ["REGISTERED", "DECIDED", "CLOSED", "WITHDRAWN"]
        for act_type in ("LEVY", "REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")
    },
}
# Where the result of a case may stand on the notice board.
PUBLISHED_STATES = {
    "PENALTY": ["DECIDED", "SERVED", "EXECUTING", "CLOSED", "ARCHIVED"],
    "LICENSING": ["GRANTED", "REFUSED", "REVOKED", "EXPIRED"],
    "INSPECTION": ["RESULT_RECORDED", "CLOSED"],
    "COERCION": ["IMPLEMENTED", "EXTENDED", "LIFTED", "EXECUTED"],
    **{
        act_type: ["DECIDED", "CLOSED"]
        for act_type in ("LEVY", "REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")
    },
}
# What the law asks of the review: a simple case needs none; the rest of the columns say how far it got.
_REVIEWS: dict[str, dict[str, Any]] = {
    "simple": {
        "procedure": "SIMPLE",
        "legal_review": "NOT_NEEDED",
        "hearing_right": "NOT_OFFERED",
        "hearing_held": False,
    },
    "no review": {
        "procedure": "ORDINARY",
        "legal_review": "NOT_NEEDED",
        "hearing_right": "NOT_OFFERED",
        "hearing_held": False,
    },
    "review needed": {
        "procedure": "ORDINARY",
        "legal_review": "NEEDED",
        "hearing_right": "OFFERED",
        "hearing_held": False,
    },
    "review returned": {
        "procedure": "ORDINARY",
        "legal_review": "RETURNED",
        "hearing_right": "OFFERED",
        "hearing_held": False,
    },
    "review passed": {
        "procedure": "ORDINARY",
        "legal_review": "PASSED",
        "hearing_right": "OFFERED",
        "hearing_held": False,
    },
    "review after a hearing": {
        "procedure": "ORDINARY",
        "legal_review": "AFTER_HEARING",
        "hearing_right": "OFFERED",
        "hearing_held": False,
    },
    "heard, review to come": {
        "procedure": "ORDINARY",
        "legal_review": "AFTER_HEARING",
        "hearing_right": "OFFERED",
        "hearing_held": True,
    },
    "heard, returned": {
        "procedure": "ORDINARY",
        "legal_review": "RETURNED",
        "hearing_right": "OFFERED",
        "hearing_held": True,
    },
    "heard, passed": {
        "procedure": "ORDINARY",
        "legal_review": "PASSED",
        "hearing_right": "OFFERED",
        "hearing_held": True,
    },
}
# Of some the party was told of the right to a hearing.
VARIANTS = {
    name: {**review, "hearing_right": "NOT_OFFERED" if name in ("simple", "no review") else "OFFERED"}
    for name, review in _REVIEWS.items()
}
VARIANTS["hearing asked for"] = {**VARIANTS["review passed"], "hearing_right": "REQUESTED"}
# What waits for nobody but while one of these deadlines runs.
AWAITED_UNDER = {
    ("EnforcementCase", "PUBLISH"): {"PUBLISH_PENALTY_OR_LICENCE", "PUBLISH_OTHER_ACT"},
    ("EnforcementCase", "TAKE_DOWN"): {"TAKE_DOWN_PUBLICATION"},
}
# Until it is decided others may take a case over: who was assigned may leave, or lose the certificate.
_UNDECIDED = {
    *("CLUE", "FILED", "INVESTIGATING", "LEGAL_REVIEW", "NOTIFIED", "HEARING"),
    *("APPLIED", "ACCEPTED", "REVIEWING", "PLANNED", "CONDUCTED", "APPROVED", "REGISTERED"),
}


def owner_may(case: Facts) -> set[str]:
    """What an officer of the owner may do."""
    if case["is_offered"]:
        return set()
    act_type, state = case["act_type"], case["state"]
    may = {"ASSIGN"} if state in _UNDECIDED else set()
    # What is under review stays as it was handed in, and what is decided as it was decided; a measure goes on.
    may |= {"UPDATE"} if state in {*_UNDECIDED, "IMPLEMENTED", "EXTENDED"} - {"LEGAL_REVIEW"} else set()
    # Evidence is taken until the act is decided or has ended, also what the party that was told brings forward
    # (行政处罚法 45) and what comes out at its hearing; not while it is reviewed.
    is_open = state in {*_UNDECIDED, "IMPLEMENTED", "EXTENDED"} - {"LEGAL_REVIEW"}
    may |= {"ADD_EVIDENCE"} if is_open else set()
    # Whatever became of the case since, the correction is reported.
    may |= {"REPORT_CORRECTION"} if case["is_correction_due"] else set()
    # A file that was handed to the police or the commission is closed; to one that is archived comes what a review or a
    # court found since.
    may |= set() if state == "TRANSFERRED" else {"ADD_DOCUMENT"}
    if act_type == "PENALTY":
        return may | _penalty(case, state)
    if act_type == "LICENSING":
        may |= {
            "APPLIED": {"ACCEPT", "WITHDRAW"},
            "ACCEPTED": {"EXAMINE", "WITHDRAW"},
            "REVIEWING": {"GRANT", "REFUSE", "WITHDRAW"},
            "GRANTED": {"REVOKE", "EXPIRE"},
            "REVOKED": {"RESTORE"},
        }.get(state, set())
        # What was decided is published, also where it was refused and where its term has ended since; what was revoked
        # is not (国办发〔2018〕118号).
        done, published = {"GRANTED", "REFUSED", "REVOKED", "EXPIRED"}, {"GRANTED", "REFUSED", "EXPIRED"}
    elif act_type == "INSPECTION":
        may |= {
            "PLANNED": {"CONDUCT", "WITHDRAW"},
            "CONDUCTED": {"RECORD_RESULT"},
            "RESULT_RECORDED": {"CLOSE"},
        }.get(state, set())
        done, published = set(), {"RESULT_RECORDED", "CLOSED"}
    elif act_type == "COERCION":
        may |= {
            "APPROVED": {"IMPLEMENT", "WITHDRAW"},
            "IMPLEMENTED": {"EXTEND", "LIFT", "EXECUTE"},
            "EXTENDED": {"LIFT", "EXECUTE"},
        }.get(state, set())
        # A measure is decided when it is taken, and published whatever became of it.
        done = published = {"IMPLEMENTED", "EXTENDED", "LIFTED", "EXECUTED"}
    else:
        may |= {"REGISTERED": {"DECIDE", "WITHDRAW"}, "DECIDED": {"CLOSE"}}.get(state, set())
        done, published = {"DECIDED", "CLOSED"}, {"DECIDED", "CLOSED"}
    may |= {"RECORD_PROCEEDING", "RECORD_OUTCOME"} if state in done else set()
    if case["is_published"]:
        # A licence that was revoked may still stand on the notice board.
        ended = {"REVOKED"} if act_type == "LICENSING" else set()
        return may | ({"TAKE_DOWN"} if state in published | ended else set())
    return may | ({"PUBLISH"} if state in published else set())


def _penalty(case: Facts, state: str) -> set[str]:
    simple = case["procedure"] == "SIMPLE"
    review, heard = case["legal_review"], case["hearing_held"]
    may: set[str] = set()
    if state in ("CLUE", "FILED", "INVESTIGATING"):
        may |= {"WITHDRAW"}
    may |= {"CONVERT"} if simple and state in ("CLUE", "FILED", "NOTIFIED") else set()
    if state == "CLUE":
        may |= {"FILE"}
    if state == "FILED":
        # On the spot the party is told at once; else the case is investigated.
        # Of what is found not to be punished on the spot there is nothing to tell it.
        may |= {"NOTIFY", "NOT_PENALIZE"} if simple else {"INVESTIGATE"}
    if state == "INVESTIGATING":
        may |= {"NOT_PENALIZE"}
        if review in ("NOT_NEEDED", "AFTER_HEARING"):
            may |= {"NOTIFY"}
        # Whatever its duty says, a case may call for it (行政处罚法 58).
        if review != "PASSED" and not heard and not simple:
            may |= {"REQUEST_REVIEW"}
    if state == "LEGAL_REVIEW" and review == "PASSED":
        may |= {"NOT_PENALIZE", "DECIDE" if heard else "NOTIFY"}
    if state == "NOTIFIED":
        may |= _told(case)
    if state == "HEARING":
        may |= {"NOT_PENALIZE"}
        may |= {"REQUEST_REVIEW"} if review in ("AFTER_HEARING", "RETURNED") else set()
        # What was heard is reviewed before it is decided (行政处罚法 58).
        may |= {"DECIDE"} if review == "PASSED" else set()
    if state in ("DECIDED", "SERVED", "EXECUTING", "CLOSED", "ARCHIVED"):
        may |= {"RECORD_PROCEEDING", "RECORD_OUTCOME", "TAKE_DOWN" if case["is_published"] else "PUBLISH"}
    if state in ("DECIDED", "SERVED", "EXECUTING", "CLOSED"):
        may |= {"PROPOSE"}
    may |= {"NOT_PENALIZED": {"RECORD_PROCEEDING", "RECORD_OUTCOME"}}.get(state, set())
    # What was annulled is closed as it stands; what stands is served and executed before.
    may |= {
        "DECIDED": {"SERVE", "ANNOUNCE_SERVICE", "CLOSE"},
        "SERVED": {"EXECUTE", "CLOSE"},
        "EXECUTING": {"CLOSE"},
    }.get(state, set())
    is_ended = state in ("CLOSED", "NOT_PENALIZED", "WITHDRAWN") and not case["is_correction_due"]
    return may | ({"ARCHIVE"} if is_ended else set())


def _told(case: Facts) -> set[str]:
    simple, review = case["procedure"] == "SIMPLE", case["legal_review"]
    may = {"NOT_PENALIZE"} | (set() if simple else {"HOLD_HEARING"})
    # Who was told of the right to a hearing may ask for it, or waive it, also when it had asked.
    right = "" if simple else case["hearing_right"]
    may |= {"OFFERED": {"REQUEST_HEARING", "WAIVE_HEARING"}, "REQUESTED": {"WAIVE_HEARING"}}.get(right, set())
    # What is found since it is told anew; where a review had passed, once that is reviewed too (行政处罚法 58).
    if review in ("NEEDED", "RETURNED"):
        return may | (set() if case["hearing_held"] else {"REQUEST_REVIEW"})
    may |= set() if simple or case["hearing_held"] or review == "PASSED" else {"REQUEST_REVIEW"}
    # What it asked for is held before (行政处罚法 63).
    may |= set() if right == "REQUESTED" else {"DECIDE"}
    return may | (set() if simple else {"NOTIFY"})


def reviewer_may(case: Facts) -> set[str]:
    """What the body for legal review may do: the department's legal unit, for a township the county's bureau."""
    if case["act_type"] != "PENALTY" or case["state"] != "LEGAL_REVIEW" or case["is_offered"]:
        return set()
    review, heard = case["legal_review"], case["hearing_held"]
    if review not in ("NEEDED", "AFTER_HEARING", "RETURNED"):
        return set()
    is_returnable = (review == "NEEDED" and not heard) or (review == "AFTER_HEARING" and heard) or review == "RETURNED"
    return {"PASS_REVIEW"} | ({"RETURN_REVIEW"} if is_returnable else set())


def head_may(case: Facts) -> set[str]:
    """What the legal unit or the township's head may do about the clocks of a case."""
    if case["is_offered"]:
        return set()
    runs = {"EXTEND_DEADLINE", "SUSPEND_DEADLINE"} if case["next_due_at"] is not None else set()
    return runs | ({"RESUME_DEADLINE"} if case["is_suspended"] else set())


def supervisor_may(case: Facts) -> set[str]:
    """What the judicial bureau of the area may do: record that its own reconsideration began, and how it ended; and
    review its file.
    """
    return owner_may(case) & {"RECORD_PROCEEDING", "RECORD_OUTCOME"} | line_may(case)


# Where a case has ended, so that there is a whole file; and where another organ may still take it over.
_ENDED = {
    "PENALTY": {"CLOSED", "ARCHIVED", "NOT_PENALIZED"},
    "LICENSING": {"GRANTED", "REFUSED", "REVOKED", "EXPIRED"},
    "INSPECTION": {"CLOSED"},
    "COERCION": {"LIFTED", "EXECUTED"},
}
_TRANSFERABLE = {
    "PENALTY": {"CLUE", "FILED", "INVESTIGATING", "LEGAL_REVIEW", "NOTIFIED", "HEARING"},
    "LICENSING": {"APPLIED", "ACCEPTED", "REVIEWING"},
    "INSPECTION": {"PLANNED"},
    "COERCION": {"APPROVED"},
}


def line_may(case: Facts) -> set[str]:
    """What the legal units of its line may do, as the judicial bureau does: review the file of what has ended."""
    has_ended = case["state"] in _ENDED.get(case["act_type"], {"CLOSED"}) and not case["is_offered"]
    return {"REVIEW_FILE"} if has_ended else set()


def transferor_may(case: Facts) -> set[str]:
    """What who drafts transfers of the owner's cases may do."""
    is_transferable = case["state"] in _TRANSFERABLE.get(case["act_type"], {"REGISTERED"}) and not case["is_offered"]
    return {"TRANSFER"} if is_transferable else set()


# Officers have no states: whose they are changes what is known of them, the judicial bureau certifies them.
OFFICERS: dict[None, dict[str, set[str]]] = {None: {"its own": {"UPDATE"}, "supervisor": {"ISSUE"}}}
# Nor have documents of supervision, which are answered or not.
SUPERVISION_DOCUMENTS: dict[None, dict[str, set[str]]] = {None: {"addressee": {"ANSWER"}}}


# State, then who acts, then what may be done.
TRANSFERS: dict[str, dict[str, set[str]]] = {
    # What is not answered yet the sender may withdraw.
    "DRAFT": {"sender's head": {"APPROVE"}, "sender's officer": {"UPDATE", "WITHDRAW"}},
    "APPROVED": {"sender's officer": {"SEND", "WITHDRAW"}},
    # The receiver's own time its head extends.
    "SENT": {
        "receiver's officer": {"RECEIVE"},
        "receiver's head": {"EXTEND_DEADLINE"},
        "sender's officer": {"WITHDRAW"},
    },
    "RECEIVED": {
        "receiver's officer": {"ACCEPT", "REJECT"},
        "receiver's head": {"EXTEND_DEADLINE"},
        "sender's officer": {"WITHDRAW"},
    },
    "ACCEPTED": {"receiver's officer": {"RETURN_RESULT"}, "receiver's head": {"EXTEND_DEADLINE"}},
    "REJECTED": {"sender's officer": {"NEGOTIATE"}, "receiver's officer": {"NEGOTIATE"}},
    "DISPUTED": {},
    "DESIGNATED": {"receiver's officer": {"RETURN_RESULT"}, "receiver's head": {"EXTEND_DEADLINE"}},
    "RESULT_RETURNED": {},
    "WITHDRAWN": {},
}
DISPUTES: dict[str, dict[str, set[str]]] = {
    # Who opened it withdraws it before the coordinator accepts it.
    "NEGOTIATING": {"side": {"APPLY"}, "applicant": {"WITHDRAW"}},
    "APPLIED": {"coordinator": {"ACCEPT", "REQUEST_SUPPLEMENT", "EXTEND_DEADLINE"}, "applicant": {"WITHDRAW"}},
    "ACCEPTED": {"coordinator": {"COORDINATE", "EXTEND_DEADLINE"}},
    "COORDINATING": {"coordinator": {"RECORD_AGREEMENT", "ISSUE_OPINION", "EXTEND_DEADLINE"}},
    "AGREED": {"coordinator": {"DESIGNATE"}},
    "OPINION_ISSUED": {"coordinator": {"DESIGNATE"}, "side": {"ESCALATE"}},
    "ESCALATED": {"government": {"DECIDE"}},
    "GOVERNMENT_DECIDED": {},
}
LINKAGES: dict[str, dict[str, set[str]]] = {
    "SENT": {"receiver's officer": {"RECEIVE"}, "receiver's head": {"EXTEND_DEADLINE"}},
    "RECEIVED": {"receiver's officer": {"ANSWER"}, "receiver's head": {"EXTEND_DEADLINE"}},
    "ANSWERED": {},
    "WITHDRAWN": {},
}
CLUES: dict[str, dict[str, set[str]]] = {
    "RECEIVED": {"bureau": {"SCREEN", "REJECT", "TRANSFER", "SUSPEND_HANDLING", "EXTEND_DEADLINE"}},
    "SCREENED": {"bureau": {"ASSIGN", "REJECT", "TRANSFER", "SUSPEND_HANDLING", "EXTEND_DEADLINE"}},
    "ASSIGNED": {"assignee's officer": {"VERIFY"}, "bureau": {"SUSPEND_HANDLING", "EXTEND_DEADLINE"}},
    "VERIFYING": {
        "assignee's officer": {"REPORT_FINDING"},
        "bureau": {"CONFIRM", "RETURN_FINDING", "SUSPEND_HANDLING", "EXTEND_DEADLINE"},
    },
    "SUBSTANTIATED": {"bureau": {"REPLY", "EXTEND_DEADLINE"}},
    "UNSUBSTANTIATED": {"bureau": {"REPLY", "EXTEND_DEADLINE"}},
    "REPLIED": {"bureau": {"CLOSE"}},
    "CLOSED": {},
    "TRANSFERRED": {},
    "REJECTED": {},
}
REVISITS: dict[str, dict[str, set[str]]] = {
    "SAMPLED": {"assigner": {"ASSIGN"}},
    "ASSIGNED": {"assigner": {"ASSIGN"}, "visitor": {"RECORD_REVISIT", "RECORD_UNREACHABLE"}},
    "DONE": {"visitor": {"RAISE_ISSUE"}},
    "UNREACHABLE": {},
    "ISSUE_RAISED": {"owner's officer": {"HANDLE"}},
    "HANDLED": {"assigner": {"CONFIRM_HANDLING", "RETURN_HANDLING"}},
}
# The owner drafts and revises, its legal unit reviews, the judicial bureau of its level does the rest; before an item
# is published either returns it.
DUTY_ITEMS: dict[str, dict[str, set[str]]] = {
    "DRAFT": {
        "owner's officer": {"UPDATE", "WITHDRAW"},
        "owner's legal unit": {"REVIEW", "RETURN"},
        "bureau": {"RETURN"},
    },
    "REVIEWED": {"owner's legal unit": {"RETURN"}, "bureau": {"PUBLISH", "RETURN"}},
    "PUBLISHED": {"owner's officer": {"REVISE"}, "bureau": {"REVOKE", "ASSIGN"}},
    "SUPERSEDED": {},
    "REVOKED": {"owner's officer": {"REVISE"}},
    "WITHDRAWN": {},
}
# Until the result is adopted the commission can be suspended, and nothing goes on until it runs again.
EVALUATIONS: dict[str, dict[str, set[str]]] = {
    "COMMISSIONED": {"commissioner": {"DRAW_SAMPLE", "SUSPEND_COMMISSION"}},
    "SAMPLING": {"commissioner": {"ADD_COPY", "SUSPEND_COMMISSION"}, "evaluator": {"SCORE"}},
    "SCORING": {"commissioner": {"ADD_COPY", "SUSPEND_COMMISSION"}, "evaluator": {"SCORE", "SUBMIT_EVALUATION"}},
    "SUBMITTED": {"commissioner": {"ADOPT_EVALUATION", "SUSPEND_COMMISSION"}},
    "ADOPTED": {"commissioner": {"PUBLISH"}},
    "PUBLISHED": {},
}
DUTY_ASSIGNMENTS: dict[str, dict[str, set[str]]] = {"ASSIGNED": {"bureau": {"TAKE_BACK"}}, "TAKEN_BACK": {}}
# The judicial bureau notifies, the organ explains itself, the government of its level answers.
EXPLANATIONS: dict[str, dict[str, set[str]]] = {
    "GENERATED": {"supervisor": {"NOTIFY"}},
    "NOTIFIED": {"organ's officer": {"SUBMIT"}},
    "SUBMITTED": {"government": {"ACCEPT", "RETURN"}},
    "RETURNED": {"organ's officer": {"SUBMIT"}},
    "ACCEPTED": {},
    "OVERDUE": {},
    "WITHDRAWN": {},
}
PILOTS: dict[str, dict[str, set[str]]] = {
    "NAMED": {"county's bureau": {"WITHDRAW"}, "city's bureau": {"CONFIRM"}},
    "CONFIRMED": {},
    "WITHDRAWN": {},
}
# The responsible body moves a matter, two certified supervisors carry it out; the organ answers; who reviewed may be
# appealed from.  The area's bureaus may claim a matter before its opinion is out, and then their common superior says.
_BODY_ALWAYS = {"ASSIGN", "TERMINATE"}
MATTERS: dict[str, dict[str, set[str]]] = {
    "REGISTERED": {"body": {"FILE", *_BODY_ALWAYS}},
    "FILED": {"body": {"NOTIFY", *_BODY_ALWAYS}},
    "NOTIFIED": {"body": {"INVESTIGATE", "EXPEDITE", *_BODY_ALWAYS}, "organ": {"EXPLAIN"}},
    "EXPLAINED": {"body": {"INVESTIGATE", *_BODY_ALWAYS}},
    "INVESTIGATED": {"body": {"ISSUE_OPINION", "INFORM", "CLOSE", *_BODY_ALWAYS}},
    "OPINION_ISSUED": {
        "body": {"DECIDE", "EXPEDITE", "HOLD_ACCOUNTABLE", *_BODY_ALWAYS},
        "organ": {"RECTIFY", "OBJECT"},
    },
    "RECTIFYING": {
        "body": {"DECIDE", "EXPEDITE", "HOLD_ACCOUNTABLE", *_BODY_ALWAYS},
        "organ": {"REPORT_RECTIFICATION"},
    },
    "OBJECTED": {"body": _BODY_ALWAYS, "reviewer": {"REVIEW_OBJECTION"}},
    "REVIEWED": {"body": {"DECIDE", "CLOSE", *_BODY_ALWAYS}, "organ": {"RECTIFY", "APPEAL"}},
    "REPORTED": {"body": {"VERIFY_RECTIFICATION", "RETURN_RECTIFICATION", "HOLD_ACCOUNTABLE", *_BODY_ALWAYS}},
    "VERIFIED": {"body": {"CLOSE", "ASSIGN", "HOLD_ACCOUNTABLE"}},
    "DECISION_ISSUED": {"body": {"EXPEDITE", "HOLD_ACCOUNTABLE", *_BODY_ALWAYS}, "organ": {"EXECUTE"}},
    "EXECUTED": {"body": {"CLOSE", "ASSIGN", "HOLD_ACCOUNTABLE"}},
    "CLOSED": {"body": {"HOLD_ACCOUNTABLE"}},
    "TERMINATED": {},
}
BEFORE_THE_OPINION = ("REGISTERED", "FILED", "NOTIFIED", "EXPLAINED", "INVESTIGATED")
# The author drafts, submits and corrects; the city's bureau reviews, the city's government draws on it.
REPORTS: dict[str, dict[str, set[str]]] = {
    "DRAFT": {"author": {"UPDATE", "SUBMIT"}},
    "SUBMITTED": {"author": {"REVISE"}, "city's bureau": {"REVIEW", "RETURN"}},
    "RETURNED": {"author": {"REVISE"}},
    "REVIEWED": {"author": {"REVISE"}, "city's government": {"BULLETIN"}},
    "BULLETINED": {"author": {"REVISE"}, "city's government": {"BULLETIN"}},
    "SUPERSEDED": {},
}
BULLETINS: dict[str, dict[str, set[str]]] = {"DRAFT": {"city's government": {"UPDATE", "PUBLISH"}}, "PUBLISHED": {}}
# The assessor draws up, publishes and answers an objection; what was published is never drawn up anew.
ASSESSMENTS: dict[str, dict[str, set[str]]] = {
    "DRAFT": {"assessor": {"DRAW_UP", "PUBLISH"}},
    "PUBLISHED": {"assessor": {"REVOKE"}, "organ": {"OBJECT"}},
    "OBJECTED": {"assessor": {"UPHOLD", "REVOKE"}},
    "UPHELD": {},
    "REVOKED": {},
}
# None of this once its last day has passed.
CERTIFICATES: dict[str, dict[str, set[str]]] = {
    "VALID": {"supervisor": {"SUSPEND", "REVOKE"}},
    "SUSPENDED": {"supervisor": {"RESTORE", "REVOKE"}},
    "REVOKED": {},
    "EXPIRED": {},
}

TRAININGS: dict[str, dict[str, set[str]]] = {
    "PLANNED": {"organizer": {"UPDATE", "ADD_SESSION", "RECORD_ATTENDANCE", "CANCEL_TRAINING"}},
    "HELD": {"organizer": {"ADD_SESSION", "RECORD_ATTENDANCE", "COMPLETE_TRAINING"}},
    "COMPLETED": {},
    "CANCELLED": {},
}

LEADING_GROUPS: dict[str, dict[str, set[str]]] = {
    "ESTABLISHED": {"office": {"ADD_MEMBER", "REMOVE_MEMBER", "DISSOLVE"}},
    "DISSOLVED": {},
}
QUESTIONNAIRES: dict[str, dict[str, set[str]]] = {
    "DRAFT": {"bureau": {"UPDATE", "PUBLISH"}},
    "PUBLISHED": {"bureau": {"REVISE", "CLOSE_ANSWERS"}},
    "CLOSED": {"bureau": {"REVISE"}},
}
# One answer to one invitation.
INVITATIONS: dict[str, dict[str, set[str]]] = {"INVITED": {"invited": {"FILL_IN"}}, "ANSWERED": {}, "LAPSED": {}}
# None of what follows an appointment once the term is over.
INVITED_SUPERVISORS: dict[str, dict[str, set[str]]] = {
    "APPLIED": {"bureau": {"REVIEW"}},
    "REVIEWED": {"bureau": {"APPOINT"}},
    "APPOINTED": {"bureau": {"RENEW", "DISMISS"}},
    "RENEWED": {"bureau": {"RENEW", "DISMISS"}},
    "EXPIRED": {},
    "DISMISSED": {},
}
SUPERVISOR_REPORTS: dict[str, dict[str, set[str]]] = {"SUBMITTED": {"bureau": {"HANDLE_REPORT"}}, "HANDLED": {}}
CONTACT_POINTS: dict[str, dict[str, set[str]]] = {
    "NOMINATED": {"bureau": {"SET_UP", "WITHDRAW"}},
    "DESIGNATED": {"bureau": {"RECORD_VISIT", "PAUSE", "WITHDRAW"}},
    "SUSPENDED": {"bureau": {"SET_UP", "WITHDRAW"}},
    "WITHDRAWN": {},
}


def _case_may(who: str, case: Facts) -> set[str]:
    may: dict[str, Callable[[Facts], set[str]]] = {
        "owner's officer": owner_may,
        "owner's head": head_may,
        "reviewer": reviewer_may,
        "supervisor": supervisor_may,
        "line": line_may,
        # They hand over what they found, and neither decide nor publish by this system.
        "owner's police": lambda of_police: owner_may(of_police) & {"FILE", "UPDATE", "ASSIGN", "WITHDRAW"},
        "owner's transferor": transferor_may,
    }
    return may[who](case)


def _dispute_may(who: str, dispute: Facts) -> set[str]:
    # Once it has ended, in whichever state, there is nothing left to do.
    if dispute["ended_at"] is not None:
        return set()
    may = DISPUTES[dispute["state"]].get(who, set())
    # What the respondent applied for who opened it does not take away.
    if dispute["state"] == "APPLIED" and not dispute["is_applied_by_applicant"]:
        may = may - {"WITHDRAW"}
    # While papers are awaited nothing but their coming is, or the end of the time for it.
    if dispute["is_supplement_asked"]:
        return may | {"SUPPLEMENT"} if who == "side" else may - {"REQUEST_SUPPLEMENT"}
    return may


def _clue_may(who: str, clue: Facts) -> set[str]:
    may = CLUES[clue["state"]].get(who, set())
    if clue["is_suspended"]:
        # It waits: it may be taken up again, or given away as it is.
        return may & {"REJECT", "TRANSFER"} | ({"RESUME_HANDLING"} if "SUSPEND_HANDLING" in may else set())
    # A finding is reported once, and then confirmed or returned.
    return may - ({"REPORT_FINDING"} if clue["finding"] else {"CONFIRM", "RETURN_FINDING"})


def _revisit_may(who: str, revisit: Facts) -> set[str]:
    # What was confirmed is over.
    return set() if revisit["is_handling_confirmed"] else REVISITS[revisit["state"]].get(who, set())


def _transfer_may(who: str, transfer: Facts) -> set[str]:
    # No judicial bureau coordinates between the commission and an organ, whichever of them asks.
    if who.startswith("commission, "):
        return _transfer_may(who.removeprefix("commission, "), transfer) - {"NEGOTIATE"}
    may = TRANSFERS[transfer["state"]].get(who, set())
    may = may - {"NEGOTIATE"} if transfer["kind"] == "SUPERVISORY" else may
    # Of a case that stayed where it was there is nothing to return.
    return may - {"RETURN_RESULT"} if transfer["is_left_with_sender"] else may


def is_over(certificate: Facts) -> bool:
    """Whether the last day of a certificate that was not revoked has passed: it has expired."""
    return bool(certificate["state"] != "REVOKED" and certificate["valid_to"] < local_day(now()))


def _certificate_may(who: str, certificate: Facts) -> set[str]:
    return set() if is_over(certificate) else CERTIFICATES[certificate["state"]].get(who, set())


def has_served(supervisor: Facts) -> bool:
    """Whether the term of an invited supervisor who was not dismissed is over: the appointment has expired."""
    return bool(supervisor["state"] in ("APPOINTED", "RENEWED") and supervisor["term_to"] < local_day(now()))


def _invited_supervisor_may(who: str, supervisor: Facts) -> set[str]:
    return set() if has_served(supervisor) else INVITED_SUPERVISORS[supervisor["state"]].get(who, set())


def _matter_may(who: str, matter: Facts) -> set[str]:
    state, power, upheld = matter["state"], matter["power"], matter["review_result"] in ("UPHELD", "CHANGED")
    if who == "area":
        return {"REFER"} if state in BEFORE_THE_OPINION and not matter["is_referred"] else set()
    if who == "arbiter":
        return {"DESIGNATE"} if state in BEFORE_THE_OPINION and matter["is_referred"] else set()
    may = set(MATTERS[state].get("body" if who == "legal unit" else who, set()))
    if state == "REVIEWED":
        # An opinion that was revoked leaves nothing to do; one that stands is appealed from once.
        may -= {"CLOSE"} if upheld else {"RECTIFY", "APPEAL", "DECIDE"}
        may -= {"APPEAL"} if matter["is_appealed"] else set()
    if who in ("organ", "reviewer"):
        return may
    if matter["next_due_at"] is not None and state in ("NOTIFIED", "OPINION_ISSUED", "RECTIFYING", "REVIEWED"):
        may |= {"EXTEND_DEADLINE"}
    if state == "INVESTIGATED":
        # Of a vertical organ the superior department is told, and that is all.
        told = matter["informed_id"] is not None
        may -= {"ISSUE_OPINION"} | ({"INFORM"} if told else {"CLOSE"}) if power == "INFORM" else {"INFORM", "CLOSE"}
    may -= set() if power == "ORDER" else {"DECIDE", "HOLD_ACCOUNTABLE"}
    may -= {"EXPEDITE"} if power == "INFORM" else set()
    # While the superior is to say whose it is nobody acts; a department may ask it, too.
    may |= {"REFER"} if who == "legal unit" and state in BEFORE_THE_OPINION else set()
    return set() if matter["is_referred"] else may


# What the responsible body does only by two supervisors whose certificates hold on the day.
BY_TWO_SUPERVISORS = {
    *("FILE", "NOTIFY", "INVESTIGATE", "ISSUE_OPINION", "INFORM", "EXPEDITE", "RETURN_RECTIFICATION"),
    *("VERIFY_RECTIFICATION", "DECIDE", "CLOSE", "TERMINATE", "EXTEND_DEADLINE", "HOLD_ACCOUNTABLE"),
}


def may_hold(officer: Facts) -> bool:
    """Whether an officer may hold a certificate: in an established post, examined, of age, and not gone."""
    today, born, examined = local_day(now()), officer["born_on"], officer["examination_passed_on"]
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    is_in_post = officer["in_established_post"] and officer["left_on"] is None
    return bool(is_in_post and examined is not None and examined <= today and age >= 18)


def _is_past(moment: Any) -> bool:
    return moment is not None and moment < now()


def _licence_barred(action: str, case: Facts) -> str | None:
    term = case["licence_valid_to"]
    is_over = term is not None and term < local_day(now())
    if action == "EXPIRE":
        return "LICENCE_WITHOUT_TERM" if term is None else None if is_over else "TOO_EARLY"
    # Once its revocation was annulled, and not when its term is over.
    if not case["is_revocation_annulled"]:
        return "REVOCATION_STANDS"
    return "LICENCE_TERM_OVER" if is_over else None


# What ends a case where it could still be handed over, or decides it.
_ENDS = {
    "PENALTY": {"DECIDE", "NOT_PENALIZE", "WITHDRAW"},
    "LICENSING": {"GRANT", "REFUSE", "WITHDRAW"},
    "INSPECTION": {"CONDUCT", "WITHDRAW"},
    "COERCION": {"IMPLEMENT", "WITHDRAW"},
}


def _case_barred(action: str, case: Facts) -> str | None:
    match action:
        case "SERVE" | "ANNOUNCE_SERVICE" | "EXECUTE" | "EXTEND" | "PROPOSE" if case["is_annulled"]:
            return "DECISION_ANNULLED"
        case "EXECUTE" if case["act_type"] == "COERCION":
            # What was not decided upon in its time is only lifted (行政强制法 28).
            return "SEIZURE_PASSED" if _is_past(case["next_due_at"]) else None
        case "CLOSE" if not case["is_annulled"]:
            return "DECISION_STANDS" if case["act_type"] == "PENALTY" and case["state"] != "EXECUTING" else None
        case "PUBLISH" if case["act_type"] == "PENALTY" and not case["penalty_kinds"]:
            return "NOTHING_PENALIZED"
        case "PUBLISH":
            return "DECISION_NOT_UPHELD" if case["is_annulled"] else None
        case "RECORD_PROCEEDING" | "RECORD_OUTCOME" if case["act_type"] == "PENALTY" and case["decided_at"] is None:
            return "NOTHING_DECIDED"
        case "ADD_DOCUMENT" if case["state"] == "ARCHIVED" and case["decided_at"] is None:
            return "NOTHING_DECIDED"
        case "RESTORE" | "EXPIRE":
            return _licence_barred(action, case)
        case "ANNOUNCE_SERVICE":
            return "SERVICE_ANNOUNCED" if case["service_announced_on"] is not None else None
        case "EXTEND_DEADLINE" if case["act_type"] == "COERCION":
            # What runs is a seizure, which is extended with the measure (行政强制法 25).
            return "SEIZURE_IS_EXTENDED"
        case "EXTEND_DEADLINE":
            return "NOT_EXTENSIBLE" if _is_past(case["next_due_at"]) else None
        case "SUSPEND_DEADLINE":
            return "NOT_SUSPENSIBLE" if _is_past(case["next_due_at"]) else None
    return None


def _negotiation_barred(transfer: Facts) -> str | None:
    # A refusal is not disputed once somebody else has the case, nor once a body said who handles it, nor beside
    # another dispute over it.
    if transfer["is_case_gone"]:
        return "CASE_HANDED_OVER"
    if transfer["is_settled"]:
        return "JURISDICTION_SETTLED"
    return "JURISDICTION_BEING_SETTLED" if transfer["is_disputed"] else None


def barred(type_name: str, action: str, row: Facts) -> str | None:
    """The code of what bars an act that the object's state admits: a time; None where nothing does."""
    if type_name == "EnforcementCase":
        is_end = action in _ENDS.get(row["act_type"], {"DECIDE", "WITHDRAW"})
        return "DISPUTE_UNDER_COORDINATION" if row["is_coordinated"] and is_end else _case_barred(action, row)
    match type_name, action:
        case "CaseTransfer", "NEGOTIATE":
            return _negotiation_barred(row)
        case "SupervisionDocument", "ANSWER":
            # What was asked by these is answered by explaining, reporting or objecting.
            asks = row["effect"] in ("INQUIRE", "CORRECT", "ORDER")
            return "NOT_ANSWERABLE" if asks or row["reply"] is not None else None
        case "CoordinationDispute", "ACCEPT":
            is_awaited = row["is_supplement_asked"] and not _is_past(row["next_due_at"])
            return "SUPPLEMENT_AWAITED" if is_awaited else None
        case "SupervisionMatter", "DECIDE" | "INVESTIGATE":
            # Not before the organ let its time pass, or explained.
            explained = action == "INVESTIGATE" and row["state"] == "EXPLAINED"
            return None if explained or _is_past(row["next_due_at"]) else "PERIOD_RUNS"
        case _, "EXTEND_DEADLINE":
            # What has ended is not extended any more.
            return "NOT_EXTENSIBLE" if _is_past(row["next_due_at"]) else None
        case "SupervisionMatter", "HOLD_ACCOUNTABLE":
            return "OPINION_REVOKED" if row["review_result"] == "REVOKED" else None
        case "Officer", "ISSUE":
            return None if may_hold(row) else "CERTIFICATE_NOT_ALLOWED"
        case ("Assessment", "OBJECT") | ("SupervisionMatter", "OBJECT" | "APPEAL"):
            # Of an opinion for as long as there is time to rectify.
            return "OBJECTION_TOO_LATE" if _is_past(row["next_due_at"]) else None
        case _, "END":
            return lives_of_rules.not_ended(type_name, row)
        case "SpecialExplanationRound" | "AssessmentRound", _:
            return None if row["is_to_do"] else f"NOTHING_TO_{action}"
        case "ProgressReport", "SUBMIT":
            month = {1: (0, 4, 1), 2: (0, 7, 1), 3: (0, 10, 1), 4: (1, 1, 1)}[row["quarter"]]
            years, *day = month
            return "TOO_EARLY" if local_day(now()) < date(row["year"] + years, *day) else None
    return None


# Acts on the clocks and the corrections of a case, which every state admits.
IN_EVERY_STATE = {
    "EnforcementCase": {"EXTEND_DEADLINE", "SUSPEND_DEADLINE", "RESUME_DEADLINE", "REPORT_CORRECTION"},
}


def hindered(type_name: str, action: str, row: Facts) -> str | None:
    """The code of why an act that the object's state admits is refused as it stands otherwise; None for its state."""
    match type_name:
        case "EnforcementCase":
            return "CASE_OFFERED" if row["is_offered"] else _case_hindered(action, row)
        case "DutyItem":
            return "NOT_ASSIGNABLE" if action == "ASSIGN" else None
        case "CaseTransfer" if action == "NEGOTIATE":
            return "COMMISSION_NOT_DISPUTED" if row["kind"] == "SUPERVISORY" else None
        case "CaseTransfer":
            return "CASE_LEFT_WITH_SENDER" if row["is_left_with_sender"] else None
        case "CoordinationDispute" if row["ended_at"] is not None:
            return "DISPUTE_ENDED"
        case "CoordinationDispute" if action == "REQUEST_SUPPLEMENT":
            return "SUPPLEMENT_AWAITED"
        case "CoordinationDispute":
            return "NO_SUPPLEMENT_ASKED" if action == "SUPPLEMENT" else "APPLIED_BY_RESPONDENT"
        case "SupervisionMatter" if action == "DESIGNATE":
            return "MATTER_NOT_REFERRED"
        case "SupervisionMatter" if row["is_referred"]:
            return "MATTER_REFERRED"
        case "SupervisionMatter":
            return "NO_DEADLINE_RUNS" if action == "EXTEND_DEADLINE" else None
        case "Evaluation" | "Clue":
            return "SUSPENDED" if row["is_suspended"] else "NOT_SUSPENDED" if action.startswith("RESUME") else None
    return None


def _case_hindered(action: str, case: Facts) -> str | None:
    review, is_simple = case["legal_review"], case["procedure"] == "SIMPLE"
    awaits_review = review in ("NEEDED", "RETURNED", "AFTER_HEARING")
    match action:
        case "NOTIFY" | "DECIDE" | "NOT_PENALIZE" if case["state"] == "LEGAL_REVIEW" and awaits_review:
            return "LEGAL_REVIEW_AWAITED"
        case "NOTIFY" | "DECIDE" if awaits_review and case["state"] != "FILED":
            return "LEGAL_REVIEW_LACKING"
        case "DECIDE" if case["state"] == "NOTIFIED" and case["hearing_right"] == "REQUESTED":
            return "HEARING_REQUESTED"
        case "REQUEST_REVIEW" if is_simple and case["state"] != "HEARING":
            return "SIMPLE_PROCEDURE"
        case "REQUEST_REVIEW" | "PASS_REVIEW" | "RETURN_REVIEW" if review not in ("NEEDED", "RETURNED"):
            # It is due after the hearing, and so not where the case is investigated or the party was told alone.
            is_heard = case["hearing_held"] and case["state"] not in ("INVESTIGATING", "NOTIFIED")
            is_due = review == "AFTER_HEARING" and is_heard
            return None if is_due else "LEGAL_REVIEW_NOT_DUE"
        case "INVESTIGATE" | "REQUEST_HEARING" | "WAIVE_HEARING" | "HOLD_HEARING" if is_simple:
            return "SIMPLE_PROCEDURE"
        case "REQUEST_HEARING" | "WAIVE_HEARING" if case["hearing_right"] in ("NOT_OFFERED", "WAIVED"):
            never = "NO_HEARING_TO_WAIVE" if action == "WAIVE_HEARING" else "HEARING_NOT_OFFERED"
            return "HEARING_WAIVED" if case["hearing_right"] == "WAIVED" else never
        case "EXTEND_DEADLINE" | "SUSPEND_DEADLINE":
            return "DEADLINE_SUSPENDED" if case["is_suspended"] else "NO_DEADLINE_RUNS"
    return _HINDERED.get(action)


_HINDERED = {
    "PUBLISH": "ALREADY_PUBLISHED",
    "TAKE_DOWN": "NOT_PUBLISHED",
    "REPORT_CORRECTION": "NO_CORRECTION_DUE",
    "ARCHIVE": "CORRECTION_DUE",
    "RESUME_DEADLINE": "NOT_SUSPENDED",
}


def _evaluation_may(who: str, evaluation: Facts) -> set[str]:
    if evaluation["is_suspended"]:
        return {"RESUME_COMMISSION"} if who == "commissioner" else set()
    return EVALUATIONS[evaluation["state"]].get(who, set())


def _duty_item_may(who: str, item: Facts) -> set[str]:
    may = DUTY_ITEMS[item["state"]].get(who, set())
    return may if item["is_assignable"] else may - {"ASSIGN"}


def _whatever_its_state(table: dict[None, dict[str, set[str]]]) -> Callable[[str, Facts], set[str]]:
    return lambda who, _: table[None][who]


def _by_state(table: dict[str, dict[str, set[str]]]) -> Callable[[str, Facts], set[str]]:
    return lambda who, row: table[row["state"]].get(who, set())


_OFFICERS, _HEADS = ("ORGAN_OFFICER", "TOWNSHIP_OFFICER"), ("LEGAL_UNIT", "TOWNSHIP_HEAD")
# In which relation to an object a role stands: that of whose organization or account a column names, of whose region it
# is, or to whom it is commissioned now.
WHO: dict[str, list[tuple[str, tuple[str, ...], str]]] = {
    "EnforcementCase": [
        ("owner's officer", _OFFICERS, "organization_id"),
        ("owner's head", _HEADS, "organization_id"),
        ("reviewer", ("LEGAL_UNIT", "JUDICIAL_BUREAU"), "legal_reviewer_id"),
        ("supervisor", ("JUDICIAL_BUREAU",), "region_code"),
        ("line", ("LEGAL_UNIT",), "line"),
        ("owner's police", ("POLICE",), "organization_id"),
        ("owner's transferor", (*_OFFICERS, "POLICE"), "organization_id"),
    ],
    "CaseTransfer": [
        ("sender's officer", (*_OFFICERS, "POLICE"), "sender_id"),
        ("sender's head", (*_HEADS, "POLICE"), "sender_id"),
        ("receiver's officer", (*_OFFICERS, "POLICE"), "visible_receiver_id"),
        ("receiver's head", (*_HEADS, "POLICE"), "visible_receiver_id"),
        ("commission, receiver's officer", ("SUPERVISORY_COMMISSION",), "visible_receiver_id"),
        ("commission, receiver's head", ("SUPERVISORY_COMMISSION",), "visible_receiver_id"),
    ],
    "CoordinationDispute": [
        ("side", (*_OFFICERS, "POLICE"), "applicant_id"),
        ("side", (*_OFFICERS, "POLICE"), "respondent_id"),
        ("applicant", (*_OFFICERS, "POLICE"), "applicant_id"),
        ("coordinator", ("JUDICIAL_BUREAU",), "coordinator_id"),
        ("government", ("GOVERNMENT_OFFICE",), "government_id"),
    ],
    "Clue": [
        ("bureau", ("JUDICIAL_BUREAU",), "bureau_id"),
        ("assignee's officer", (*_OFFICERS, "POLICE"), "assignee_id"),
    ],
    "CaseRevisit": [
        ("assigner", ("JUDICIAL_BUREAU", "LEGAL_UNIT"), "assigner_id"),
        ("visitor", ("JUDICIAL_BUREAU", "LEGAL_UNIT"), "visitor_id"),
        ("owner's officer", (*_OFFICERS, "POLICE"), "visible_organization_id"),
    ],
    "Linkage": [("receiver's officer", _OFFICERS, "receiver_id"), ("receiver's head", _HEADS, "receiver_id")],
    "DutyItem": [
        ("owner's officer", (*_OFFICERS, "JUDICIAL_BUREAU", "POLICE"), "organization_id"),
        ("owner's legal unit", (*_HEADS, "JUDICIAL_BUREAU", "POLICE"), "organization_id"),
        ("bureau", ("JUDICIAL_BUREAU",), "publisher_id"),
    ],
    "Officer": [
        ("its own", (*_OFFICERS, "POLICE", "JUDICIAL_BUREAU"), "organization_id"),
        ("supervisor", ("JUDICIAL_BUREAU",), "region_code"),
    ],
    "DutyAssignment": [("bureau", ("JUDICIAL_BUREAU",), "publisher_id")],
    "Evaluation": [
        ("commissioner", ("JUDICIAL_BUREAU",), "commissioner_id"),
        ("evaluator", ("EVALUATOR",), "commission"),
    ],
    "Questionnaire": [("bureau", ("JUDICIAL_BUREAU",), "organization_id")],
    "QuestionnaireInvitation": [("invited", ("CONTACT_ENTERPRISE", "INVITED_SUPERVISOR"), "account_id")],
    "ContactPoint": [("bureau", ("JUDICIAL_BUREAU",), "organization_id")],
    "InvitedSupervisor": [("bureau", ("JUDICIAL_BUREAU",), "organization_id")],
    "SupervisorReport": [("bureau", ("JUDICIAL_BUREAU",), "organization_id")],
    "Certificate": [("supervisor", ("JUDICIAL_BUREAU",), "region_code")],
    "LeadingGroup": [("office", ("JUDICIAL_BUREAU",), "office_id")],
    "Training": [("organizer", (*_OFFICERS, "LEGAL_UNIT", "JUDICIAL_BUREAU"), "organization_id")],
    "ProgressReport": [
        ("author", ("JUDICIAL_BUREAU", "LEGAL_UNIT"), "organization_id"),
        ("city's bureau", ("JUDICIAL_BUREAU",), "visible_reviewer_id"),
        ("city's government", ("GOVERNMENT_OFFICE",), "visible_government_id"),
    ],
    "Assessment": [
        ("assessor", ("JUDICIAL_BUREAU",), "assessor_id"),
        ("organ", (*_OFFICERS, "POLICE"), "visible_organization_id"),
    ],
    "Bulletin": [("city's government", ("GOVERNMENT_OFFICE",), "organization_id")],
    "Pilot": [
        ("county's bureau", ("JUDICIAL_BUREAU",), "organization_id"),
        ("city's bureau", ("JUDICIAL_BUREAU",), "confirmer_id"),
    ],
    "SpecialExplanation": [
        ("supervisor", ("JUDICIAL_BUREAU",), "region_code"),
        ("organ's officer", _OFFICERS, "visible_organization_id"),
        ("government", ("GOVERNMENT_OFFICE",), "government_id"),
    ],
    "SupervisionDocument": [("addressee", (*_OFFICERS, "POLICE"), "organization_id")],
    "SupervisionMatter": [
        ("body", ("JUDICIAL_BUREAU",), "body_id"),
        ("legal unit", ("LEGAL_UNIT",), "body_id"),
        ("organ", (*_OFFICERS, "POLICE"), "visible_organization_id"),
        ("reviewer", ("JUDICIAL_BUREAU", "LEGAL_UNIT"), "reviewer_id"),
        ("arbiter", ("JUDICIAL_BUREAU",), "arbiter_id"),
        ("area", ("JUDICIAL_BUREAU",), "region_code"),
    ],
    **lives_of_rules.WHO,
}
# Of every type that has a life: what one who stands in a relation to an object may do with it as it stands.
LIVES: dict[str, Callable[[str, Facts], set[str]]] = {
    "EnforcementCase": _case_may,
    "CaseTransfer": _transfer_may,
    "CoordinationDispute": _dispute_may,
    "Clue": _clue_may,
    "CaseRevisit": _revisit_may,
    "Linkage": _by_state(LINKAGES),
    "DutyItem": _duty_item_may,
    "Officer": _whatever_its_state(OFFICERS),
    "DutyAssignment": _by_state(DUTY_ASSIGNMENTS),
    "Evaluation": _evaluation_may,
    "Certificate": _certificate_may,
    "LeadingGroup": _by_state(LEADING_GROUPS),
    "Questionnaire": _by_state(QUESTIONNAIRES),
    "QuestionnaireInvitation": _by_state(INVITATIONS),
    "ContactPoint": _by_state(CONTACT_POINTS),
    "InvitedSupervisor": _invited_supervisor_may,
    "SupervisorReport": _by_state(SUPERVISOR_REPORTS),
    "Training": _by_state(TRAININGS),
    "ProgressReport": _by_state(REPORTS),
    "Assessment": _by_state(ASSESSMENTS),
    "Bulletin": _by_state(BULLETINS),
    "Pilot": _by_state(PILOTS),
    "SpecialExplanation": _by_state(EXPLANATIONS),
    "SupervisionDocument": _whatever_its_state(SUPERVISION_DOCUMENTS),
    "SupervisionMatter": _matter_may,
    **{type_name: _whatever_its_state(table) for type_name, table in lives_of_rules.STATELESS.items()},
}
