"""Lives of supervision matters: of an organ of the county, and of a vertical one."""

from __future__ import annotations

from typing import Any

from tests.bureau import MARKET, OFFICER, Bureau, body, let_period_pass, officers
from tests.walks.walker import BUREAU, INPUTS, Walker

COUNTY_BUREAU, TAX = body("410302", "JUDICIAL_BUREAU"), body("410302", "VERTICAL", "TAX")
# Supervision: the organ's commands by its officer, the second review by the superior of who reviewed first.
BY_ORGAN = (
    *("explainMatter", "startRectification", "reportRectification", "objectToOpinion", "appealReview"),
    "reportExecution",
)
TO_EXPLAINED = "fileMatter>FILED notifyOrgan>NOTIFIED explainMatter>EXPLAINED"
TO_OPINION = f"{TO_EXPLAINED} investigateMatter>INVESTIGATED issueSupervisionOpinion>OPINION_ISSUED"
TO_REPORTED = f"{TO_OPINION} startRectification>RECTIFYING reportRectification>REPORTED"
TO_REVIEWED = f"{TO_OPINION} objectToOpinion>OBJECTED reviewObjection>REVIEWED"
END = "terminateMatter>TERMINATED"
MATTER_WALKS = [
    """assignSupervisors fileMatter>FILED assignSupervisors notifyOrgan>NOTIFIED assignSupervisors expediteMatter
       explainMatter>EXPLAINED assignSupervisors investigateMatter>INVESTIGATED assignSupervisors
       issueSupervisionOpinion>OPINION_ISSUED assignSupervisors expediteMatter holdAccountable
       objectToOpinion>OBJECTED assignSupervisors reviewObjection>REVIEWED assignSupervisors
       appealReview>OBJECTED reviewObjection>REVIEWED startRectification>RECTIFYING assignSupervisors expediteMatter
       holdAccountable reportRectification>REPORTED assignSupervisors holdAccountable
       returnRectification>RECTIFYING reportRectification>REPORTED verifyRectification>VERIFIED assignSupervisors
       holdAccountable closeMatter>CLOSED holdAccountable""",
    f"""{TO_OPINION} startRectification>RECTIFYING decideMatter>DECISION_ISSUED assignSupervisors expediteMatter
        holdAccountable reportExecution>EXECUTED assignSupervisors holdAccountable closeMatter>CLOSED""",
    f"{TO_OPINION} decideMatter>DECISION_ISSUED {END}",
    f"{TO_REVIEWED} decideMatter>DECISION_ISSUED {END}",
    f"fileMatter>FILED notifyOrgan>NOTIFIED investigateMatter>INVESTIGATED {END}",
    *(f"{walk} {END}" for walk in ("", "fileMatter>FILED", "fileMatter>FILED notifyOrgan>NOTIFIED", TO_EXPLAINED)),
    *(f"{walk} {END}" for walk in (TO_OPINION, TO_REPORTED, TO_REVIEWED)),
    f"{TO_OPINION} startRectification>RECTIFYING {END}",
    f"{TO_OPINION} objectToOpinion>OBJECTED {END}",
]


def register_matter(bureau: Bureau, organ: str = MARKET) -> None:
    """Register a matter of the county's bureau on an organ."""
    stated = {"mode": "DAILY", "content": "CRIMINAL_LINKAGE", "origin": "PLAN", "subject": "执法程序不规范"}
    supervisors = {"supervisorIds": officers(bureau, COUNTY_BUREAU)[:2]}
    bureau.done("registerMatter", BUREAU, bodyId=COUNTY_BUREAU, organizationId=organ, **stated, **supervisors)


def walk_matter(walker: Walker, walk: str, organ: str = OFFICER, /, **given: dict[str, Any]) -> None:
    """Walk a matter along commands, each by one who may."""
    bureau, is_appealed = walker.bureau, False
    own = {"assignSupervisors": {"supervisorIds": officers(bureau, COUNTY_BUREAU)[:2]}, **given}
    for step in walk.split():
        name, _, expected = step.partition(">")
        if name == "holdAccountable":
            matter = bureau.objects["matter"]
            facts = {"measure": "BULLETIN", "reason": "拒不整改", "points": 2}
            bureau.done(name, BUREAU, matterId=matter["id"], **facts)
            walker.done.add((matter["state"], "HOLD_ACCOUNTABLE"))
            continue
        if name == "decideMatter" or (name, bureau.objects["matter"]["state"]) == ("investigateMatter", "NOTIFIED"):
            assert bureau.refused(name, BUREAU, **INPUTS[name], **bureau.on("matter")) == "PERIOD_RUNS"
            let_period_pass(bureau)
        persona = organ if name in BY_ORGAN else BUREAU
        walker.act("matter", name, "city-judicial" if is_appealed else persona, expected or None, **own.get(name, {}))
        is_appealed = name == "appealReview"


def walk_documents(walker: Walker) -> None:
    """Let the organ answer a letter that expedites."""
    bureau = walker.bureau
    register_matter(bureau)
    walk_matter(walker, "fileMatter>FILED notifyOrgan>NOTIFIED expediteMatter")
    letter = bureau.objects["matter"]["documents"]["nodes"][-1]
    bureau.done("answerSupervisionDocument", OFFICER, id=letter["id"], version=letter["version"], answer="已办理")
    walker.done.add((None, "ANSWER"))
    # Of one object there is one matter at a time.
    walk_matter(walker, END)


def walk_matters(walker: Walker) -> None:
    bureau = walker.bureau
    for walk in MATTER_WALKS:
        register_matter(bureau)
        walk_matter(walker, walk)
    register_matter(bureau)
    revoked = {"reviewObjection": {"result": "REVOKED", "review": "事实不清"}}
    walk_matter(walker, f"{TO_REVIEWED} closeMatter>CLOSED", **revoked)
    assert all(each["state"] != "RUNNING" for each in bureau.objects["matter"]["deadlines"])
    register_matter(bureau, TAX)
    walk_matter(
        walker,
        f"{TO_EXPLAINED} investigateMatter>INVESTIGATED informSuperior closeMatter>CLOSED",
        "vertical-tax-officer",
    )
