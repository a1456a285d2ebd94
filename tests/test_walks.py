"""Every life is walked over HTTP, each act by one who may: what the second table allows is really done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models import ActType
from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests import examples
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    KEYS,
    LEGAL,
    MARKET,
    OFFICER,
    TOWNSHIP,
    Bureau,
    body,
    draft,
    let_period_pass,
    officers,
    register,
    stand_in,
)
from tests.cluster import Cluster, Rows
from tests.examples import copy_row, key, store_file
from tests.lives import (
    ASSESSMENTS,
    BULLETINS,
    CERTIFICATES,
    CLUES,
    CONTACT_POINTS,
    DISPUTES,
    DUTY_ASSIGNMENTS,
    DUTY_ITEMS,
    EVALUATIONS,
    EXPLANATIONS,
    INVITATIONS,
    INVITED_SUPERVISORS,
    LEADING_GROUPS,
    LINKAGES,
    LIVES,
    MATTERS,
    PILOTS,
    QUESTIONNAIRES,
    REPORTS,
    REVISITS,
    SUPERVISOR_REPORTS,
    TRAININGS,
    TRANSFERS,
)
from tests.refusals import commands_on
from tests.serving import serving
from tests.stage import cases
from tests.test_evaluations import EVALUATOR, commission, scores_of, store_copy
from tests.test_explanations import generated

JUDICIAL, STREET = body("410302", "JUDICIAL_BUREAU"), str(GlobalID("Region", "410302002"))
BUREAU, GOVERNMENT, RECEIVER = "county-judicial", "county-government", "finance"
COUNTY_BUREAU, TAX = body("410302", "JUDICIAL_BUREAU"), body("410302", "VERTICAL", "TAX")
CLOCKS = {"EXTEND_DEADLINE", "SUSPEND_DEADLINE", "RESUME_DEADLINE", "REPORT_CORRECTION"}
# Commands with the state that each leads to; those without an arrow leave it as it was.
REVIEW = "recordReviewProceeding recordReviewOutcome"
NOTICE_BOARD = f"publishDecision takeDownPublication {REVIEW}"
DONE = f"{NOTICE_BOARD} proposeOnLicence"
INVESTIGATED = "fileCase>FILED investigateCase>INVESTIGATING"
REVIEWED = f"{INVESTIGATED} requestLegalReview>LEGAL_REVIEW passLegalReview"
ALIKE = f"""assignOfficers decideCase>DECIDED {NOTICE_BOARD}
            closeCase>CLOSED {NOTICE_BOARD}"""
WALKS: dict[str, list[str]] = {
    "PENALTY NEEDED": [
        f"""assignOfficers addEvidence
            fileCase>FILED assignOfficers addEvidence extendDeadline suspendDeadlines resumeDeadlines
            investigateCase>INVESTIGATING assignOfficers addEvidence
            requestLegalReview>LEGAL_REVIEW returnLegalReview>INVESTIGATING
            requestLegalReview>LEGAL_REVIEW passLegalReview
            notifyParty>NOTIFIED decideCase>DECIDED {DONE}
            serveDecision>SERVED {DONE}
            executeDecision>EXECUTING {DONE}
            closeCase>CLOSED {DONE}
            archiveCase>ARCHIVED {NOTICE_BOARD} reportCorrection""",
        f"{REVIEWED} notifyParty>NOTIFIED holdHearing>HEARING decideCase>DECIDED",
        f"{REVIEWED} notifyParty>NOTIFIED holdHearing>HEARING notPenalize>NOT_PENALIZED",
        f"{REVIEWED} notifyParty>NOTIFIED notPenalize>NOT_PENALIZED",
        f"{REVIEWED} notifyParty>NOTIFIED notifyParty decideCase>DECIDED",
        f"{REVIEWED} notifyParty>NOTIFIED waiveHearing decideCase>DECIDED",
        f"{INVESTIGATED} notPenalize>NOT_PENALIZED {REVIEW} archiveCase>ARCHIVED",
        f"{INVESTIGATED} withdrawCase>WITHDRAWN archiveCase>ARCHIVED",
        "fileCase>FILED withdrawCase>WITHDRAWN",
        "withdrawCase>WITHDRAWN",
    ],
    "PENALTY AFTER_HEARING": [
        f"""{INVESTIGATED} notifyParty>NOTIFIED holdHearing>HEARING
            requestLegalReview>LEGAL_REVIEW returnLegalReview>HEARING
            requestLegalReview>LEGAL_REVIEW passLegalReview decideCase>DECIDED""",
        f"{INVESTIGATED} notifyParty>NOTIFIED decideCase>DECIDED",
    ],
    "PENALTY SIMPLE": ["fileCase>FILED notifyParty>NOTIFIED decideCase>DECIDED"],
    "LICENSING": [
        f"""assignOfficers acceptApplication>ACCEPTED assignOfficers
            examineApplication>REVIEWING grantLicence>GRANTED {NOTICE_BOARD} publishDecision
            revokeLicence>REVOKED takeDownPublication {REVIEW}""",
        """acceptApplication>ACCEPTED examineApplication>REVIEWING grantLicence>GRANTED publishDecision
            expireLicence>EXPIRED takeDownPublication""",
        f"acceptApplication>ACCEPTED examineApplication>REVIEWING refuseLicence>REFUSED {REVIEW}",
        "acceptApplication>ACCEPTED examineApplication>REVIEWING withdrawCase>WITHDRAWN",
        "acceptApplication>ACCEPTED withdrawCase>WITHDRAWN",
        "withdrawCase>WITHDRAWN",
    ],
    "INSPECTION": [
        """assignOfficers conductInspection>CONDUCTED
            recordInspectionResult>RESULT_RECORDED publishDecision takeDownPublication
            closeCase>CLOSED publishDecision takeDownPublication"""
    ],
    "COERCION": [
        f"""assignOfficers implementMeasure>IMPLEMENTED {REVIEW}
            extendMeasure>EXTENDED {REVIEW} liftMeasure>LIFTED {REVIEW}""",
        "implementMeasure>IMPLEMENTED liftMeasure>LIFTED",
        f"implementMeasure>IMPLEMENTED executeDecision>EXECUTED {REVIEW}",
        "implementMeasure>IMPLEMENTED extendMeasure>EXTENDED executeDecision>EXECUTED",
    ],
    **{name: [ALIKE] for name in ("LEVY", "REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")},
}
BY_LEGAL = ("passLegalReview", "returnLegalReview", "extendDeadline", "suspendDeadlines", "resumeDeadlines")
OUTCOME = {"kind": "LITIGATION", "result": "UPHELD", "body": "人民法院", "decidedOn": "2026-11-02"}
INPUTS: dict[str, dict[str, Any]] = {
    "addCaseDocument": {
        "kind": "INQUIRY_RECORD",
        "name": "询问笔录",
        "issuedOn": "2026-11-02",
        "fileId": str(GlobalID("StoredFile", key("walked"))),
    },
    "addEvidence": {"kind": "DOCUMENTARY", "name": "笔录", "collectedOn": "2026-11-02"},
    "decideCase": {"decision": "决定"},
    "grantLicence": {"decision": "准予"},
    "recordInspectionResult": {"decision": "未发现问题"},
    "recordReviewProceeding": {"kind": "RECONSIDERATION", "body": "人民政府", "acceptedOn": "2026-11-02"},
    "recordReviewOutcome": OUTCOME,
    "proposeOnLicence": {"receiverId": HEALTH, "proposal": "建议暂扣许可证"},
    "extendClueDeadline": {"reason": "情况复杂", "event": "ANSWER_CLUE"},
    "extendDeadline": {"reason": "案情复杂", "event": "DECIDE_PENALTY"},
    **{name: {"text": "请于期限内办理"} for name in ("notifyOrgan", "expediteMatter", "informSuperior")},
    "explainMatter": {"explanation": "情况属实"},
    "investigateMatter": {"finding": "程序不规范"},
    "issueSupervisionOpinion": {"opinion": "限期改正"},
    "startRectification": {"plan": "逐案核查"},
    **{name: {"report": "已改正"} for name in ("reportRectification", "reportExecution")},
    "verifyRectification": {"conclusion": "整改到位"},
    "reviewObjection": {"result": "UPHELD", "review": "意见适当"},
    "decideMatter": {"decision": "责令改正", "dueOn": "2099-01-01"},
}
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
        holdAccountable reportExecution>EXECUTED holdAccountable closeMatter>CLOSED""",
    f"{TO_OPINION} decideMatter>DECISION_ISSUED {END}",
    f"{TO_REVIEWED} decideMatter>DECISION_ISSUED {END}",
    f"fileMatter>FILED notifyOrgan>NOTIFIED investigateMatter>INVESTIGATED {END}",
    *(f"{walk} {END}" for walk in ("", "fileMatter>FILED", "fileMatter>FILED notifyOrgan>NOTIFIED", TO_EXPLAINED)),
    *(f"{walk} {END}" for walk in (TO_OPINION, TO_REPORTED, TO_REVIEWED)),
    f"{TO_OPINION} startRectification>RECTIFYING {END}",
    f"{TO_OPINION} objectToOpinion>OBJECTED {END}",
]


@dataclass
class Walker:
    """Walks lives and keeps which act was done from which state."""

    bureau: Bureau
    done: set[tuple[str, str]] = field(default_factory=set)

    def act(self, shown: str, name: str, persona: str, expected: str | None = None, /, **given: Any) -> dict[str, Any]:
        """Do it: it must be done, and lead to the state that is expected or leave the object where it is."""
        before = self.bureau.objects[shown]
        asked = {"reason": "依法处理"} if "reason" in COMMANDS[name].values else {}
        asked |= self.bureau.on(shown) | INPUTS.get(name, {}) | given
        after = self.bureau.done(name, persona, **asked)
        assert after["id"] == before["id"] and after["version"] == before["version"] + 1
        assert after["state"] == (expected or before["state"]), name
        self.done.add((before["state"], COMMANDS[name].action))
        return after

    def walk(self, walk: str, **given: dict[str, Any]) -> None:
        """Walk a case along commands, with a document entered in every state that admits one."""
        for step in walk.split():
            self._document()
            name, _, expected = step.partition(">")
            self.act("case", name, LEGAL if name in BY_LEGAL else OFFICER, expected or None, **given.get(name, {}))
        self._document()

    def _document(self) -> None:
        state = self.bureau.objects["case"]["state"]
        if state != "ARCHIVED" and (state, "ADD_DOCUMENT") not in self.done:
            self.act("case", "addCaseDocument", OFFICER)


COMMANDS = {command.name: command for type_name in LIVES for command in commands_on(type_name)}


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"walks_{worker_id}"))
    owner = organization_id("410302", *examples.MARKET)
    for walk in WALKS:
        act_type, _, review = walk.partition(" ")
        copy_row(
            rows,
            "duty_item",
            f"organization_id = '{owner}' AND state = 'PUBLISHED'",
            id=key("walk", walk),
            code=f"W-{walk}",
            act_type=act_type,
            legal_review=review if review in ("NEEDED", "AFTER_HEARING") else "NOT_NEEDED",
        )
    account = rows.value("SELECT id FROM account WHERE subject = $1", OFFICER)
    store_file(rows, key("walked"), ("410302", *examples.MARKET), account)
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, RECEIVER, *examples.HEALTH)
        yield found
    rows.close()


@pytest.mark.parametrize("act_type", [act_type.name for act_type in ActType])
def test_cases(act_type: str, bureau: Bureau) -> None:
    walker, two = Walker(bureau), officers(bureau, MARKET)[:2]
    opinion = {"kind": "RECONSIDERATION", "hasOpinion": True}
    own: dict[str, dict[str, Any]] = {"assignOfficers": {"officerIds": two}, "recordReviewOutcome": opinion}
    if act_type == "PENALTY":
        own["decideCase"] = {"penaltyKinds": ["WARNING"]}
    for walk in [each for each in WALKS if each.partition(" ")[0] == act_type]:
        for steps in WALKS[walk]:
            procedure = {"procedure": "SIMPLE"} if walk == "PENALTY SIMPLE" else {}
            register(bureau, f"W-{walk}", actType=act_type, **procedure)
            told = {"notifyParty": {"offersHearing": "NOTIFIED notifyParty" not in steps}}
            walker.walk(steps, **own, **told)
    expected = {
        (case["state"], action)
        for case in cases()
        if case["act_type"] == act_type
        for who in ("owner's officer", "reviewer", "owner's head")
        for action in LIVES["EnforcementCase"](who, case)
    }
    assert {each for each in walker.done if each[1] not in CLOCKS} == {
        each for each in expected if each[1] not in CLOCKS
    }
    assert act_type != "PENALTY" or {action for _, action in walker.done} >= CLOCKS


DELIVERY = (
    ("approveTransfer", LEGAL, "APPROVED"),
    ("sendTransfer", OFFICER, "SENT"),
    ("receiveTransfer", RECEIVER, "RECEIVED"),
)


def received(walker: Walker) -> None:
    """Bring a transfer to its receiver."""
    brought(walker, len(DELIVERY))


def brought(walker: Walker, steps: int) -> None:
    """Draft a transfer and bring it some steps on its way to its receiver."""
    register(walker.bureau, "W-PENALTY NEEDED")
    walker.bureau.done("fileCase", OFFICER, **walker.bureau.on("case"))
    draft(walker.bureau)
    walker.act("transfer", "updateTransfer", OFFICER, isUrgent=False)
    for name, persona, state in DELIVERY[:steps]:
        walker.act("transfer", name, persona, state)


def walk_transfers(walker: Walker) -> None:
    bureau = walker.bureau
    received(walker)
    walker.act("transfer", "acceptTransfer", RECEIVER, "ACCEPTED")
    walker.act("transfer", "returnTransferResult", RECEIVER, "RESULT_RETURNED", result="已立案")
    for steps in range(4):
        brought(walker, steps)
        walker.act("transfer", "withdrawTransfer", OFFICER, "WITHDRAWN")
    disputed(walker)
    coordinated(walker)
    walker.act("dispute", "issueCoordinationOpinion", BUREAU, "OPINION_ISSUED", opinion="由卫健委办理")
    walker.act("dispute", "designateOrgan", BUREAU, organizationId=HEALTH)
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { id version state } } }"
    found = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, RECEIVER)["node"]
    assert found["state"] == "DESIGNATED"
    bureau.objects["transfer"] = found
    walker.act("transfer", "returnTransferResult", RECEIVER, "RESULT_RETURNED", result="已立案")


def disputed(walker: Walker) -> None:
    """Reject a transfer and open the negotiation over it."""
    received(walker)
    walker.act("transfer", "rejectTransfer", RECEIVER, "REJECTED")
    walker.bureau.done("openDispute", OFFICER, transferId=walker.bureau.objects["transfer"]["id"], subject="管辖权争议")
    walker.done.add(("REJECTED", "NEGOTIATE"))


def coordinated(walker: Walker) -> None:
    """Bring a dispute to its coordinator."""
    walker.act("dispute", "applyForCoordination", OFFICER, "APPLIED", application="请求协调")
    walker.act("dispute", "requestSupplement", BUREAU)
    walker.act("dispute", "supplementApplication", OFFICER, application="请求协调，附证据清单")
    walker.act("dispute", "acceptDispute", BUREAU, "ACCEPTED")
    walker.act("dispute", "coordinateDispute", BUREAU, "COORDINATING")


def walk_disputes(walker: Walker) -> None:
    disputed(walker)
    coordinated(walker)
    walker.act("dispute", "recordAgreement", BUREAU, "AGREED", agreement="由市场监管局办理")
    walker.act("dispute", "designateOrgan", BUREAU, organizationId=MARKET)
    for last in ("designateOrgan", "decideDispute"):
        disputed(walker)
        coordinated(walker)
        walker.act("dispute", "issueCoordinationOpinion", BUREAU, "OPINION_ISSUED", opinion="由卫健委办理")
        if last == "designateOrgan":
            walker.act("dispute", last, BUREAU, organizationId=HEALTH)
        else:
            walker.act("dispute", "escalateDispute", RECEIVER, "ESCALATED")
            walker.act(
                "dispute", last, GOVERNMENT, "GOVERNMENT_DECIDED", decision="由卫健委办理", organizationId=HEALTH
            )


def walk_linkages(walker: Walker) -> None:
    bureau = walker.bureau
    register(bureau, "W-LICENSING", actType="LICENSING")
    walker.walk("acceptApplication>ACCEPTED examineApplication>REVIEWING grantLicence>GRANTED")
    document = "query($id: ID!) { case(by: { id: $id }) { linkages { nodes { id version state availableActions } } } }"
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    (bureau.objects["linkage"],) = case["linkages"]["nodes"]
    walker.act("linkage", "receiveLinkage", OFFICER, "RECEIVED")
    walker.act("linkage", "answerLinkage", OFFICER, "ANSWERED", answer="已检查")


def walk_clues(walker: Walker) -> None:
    bureau = walker.bureau
    judicial = body("410302", "JUDICIAL_BUREAU")

    def opened() -> None:
        bureau.done(
            "openClue", BUREAU, organizationId=judicial, source="LEGAL_AID", content="未出示执法证", concernedId=MARKET
        )

    def act(name: str, persona: str, expected: str | None = None, **given: Any) -> None:
        walker.act("clue", name, persona, expected, **given)

    def suspended() -> None:
        act("suspendClue", BUREAU)
        act("resumeClue", BUREAU)
        extended()

    def extended() -> None:
        # As though it were the first time, in every state.
        bureau.rows.execute("UPDATE deadline SET extensions = 0 WHERE ended_at IS NULL")
        act("extendClueDeadline", BUREAU)

    for finding in ("SUBSTANTIATED", "UNSUBSTANTIATED"):
        opened()
        suspended()
        act("screenClue", BUREAU, "SCREENED")
        suspended()
        act("assignClue", BUREAU, "ASSIGNED", organizationId=MARKET)
        suspended()
        act("verifyClue", OFFICER, "VERIFYING")
        suspended()
        act("reportClueFinding", OFFICER, finding=finding, report="经核查")
        act("returnClueFinding", BUREAU)
        act("reportClueFinding", OFFICER, finding=finding, report="再次核查")
        act("confirmClueFinding", BUREAU, finding)
        extended()
        act("replyToClue", BUREAU, "REPLIED", reply="已责令改正")
        act("closeClue", BUREAU, "CLOSED")
    for is_screened in (False, True):
        for name, state, given in (
            ("rejectClue", "REJECTED", {}),
            ("transferClue", "TRANSFERRED", {"receiverId": body("4103", "JUDICIAL_BUREAU")}),
        ):
            opened()
            if is_screened:
                act("screenClue", BUREAU, "SCREENED")
            act(name, BUREAU, state, **given)


def walk_revisits(walker: Walker) -> None:
    bureau = walker.bureau
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    drawn = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    visitor = bureau.rows.value("SELECT id FROM account WHERE subject = $1", LEGAL)
    for reached in (False, True):
        bureau.objects["revisit"] = drawn[reached]
        for expected in ("ASSIGNED", None):
            walker.act("revisit", "assignRevisit", LEGAL, expected, visitorId=str(GlobalID("Account", str(visitor))))
        if not reached:
            walker.act("revisit", "recordUnreachable", LEGAL, "UNREACHABLE")
            continue
        walker.act("revisit", "recordRevisit", LEGAL, "DONE", method="PHONE", satisfaction=2, findings="不满意")
        walker.act("revisit", "raiseRevisitIssue", LEGAL, "ISSUE_RAISED", issue="未出示证件")
        walker.act("revisit", "handleRevisitIssue", OFFICER, "HANDLED", handling="已批评教育")
        walker.act("revisit", "returnRevisitHandling", LEGAL, "ISSUE_RAISED")
        walker.act("revisit", "handleRevisitIssue", OFFICER, "HANDLED", handling="已道歉")
        walker.act("revisit", "confirmRevisitHandling", LEGAL)


def walk_duties(walker: Walker) -> None:
    bureau = walker.bureau
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    facts = {"code": f"W-{next(KEYS)}", "actType": "PENALTY", "legalReview": "NOT_NEEDED", "isAssignable": True}
    bureau.done("draftDutyItem", OFFICER, organizationId=MARKET, **texts, **facts)
    walker.act("dutyItem", "updateDutyItem", OFFICER, name="依法办理")
    walker.act("dutyItem", "reviewDutyItem", LEGAL, "REVIEWED")
    published = walker.act("dutyItem", "publishDutyItem", BUREAU, "PUBLISHED")
    bureau.done("assignDutyItem", BUREAU, dutyItemId=published["id"], townshipId=TOWNSHIP)
    walker.act("assignment", "takeBackDutyItem", BUREAU, "TAKEN_BACK")
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=published["id"])
    walker.done |= {("PUBLISHED", "ASSIGN"), ("PUBLISHED", "REVISE")}
    walker.act("dutyItem", "reviewDutyItem", LEGAL, "REVIEWED")
    walker.act("dutyItem", "publishDutyItem", BUREAU, "PUBLISHED", validFrom=str(local_day(now()) + timedelta(days=1)))
    document = "query($id: ID!) { node(id: $id) { ... on DutyItem { state } } }"
    assert bureau.client.ask(document, {"id": published["id"]}) == {"node": {"state": "SUPERSEDED"}}
    walker.act("dutyItem", "revokeDutyItem", BUREAU, "REVOKED")


def walk_certificates(walker: Walker) -> None:
    bureau = walker.bureau
    (officer,) = officers(bureau, MARKET)[:1]
    period = {"kind": "SUPERVISION", "validFrom": "2026-01-01", "validTo": "2030-12-31"}
    for number, last in enumerate(("suspendCertificate>SUSPENDED", "restoreCertificate>VALID")):
        bureau.done("issueCertificate", BUREAU, officerId=officer, number=f"W-{number}", **period)
        steps = ["suspendCertificate>SUSPENDED", "restoreCertificate>VALID"]
        for step in [*steps[: steps.index(last) + 1], "revokeCertificate>REVOKED"]:
            name, _, expected = step.partition(">")
            walker.act("certificate", name, BUREAU, expected)


def walk_leading_groups(walker: Walker) -> None:
    bureau = walker.bureau
    document = "{ leadingGroups { nodes { id version state government { id } } } }"
    (found,) = bureau.client.ask(document, persona=BUREAU)["leadingGroups"]["nodes"]
    # A government has one group at a time.
    bureau.objects["leadingGroup"] = found
    walker.act("leadingGroup", "dissolveLeadingGroup", BUREAU, "DISSOLVED")
    named = {"name": "领导小组", "document": "老政办〔2026〕9号"}
    bureau.done("establishLeadingGroup", BUREAU, governmentId=found["government"]["id"], **named)
    walker.act("leadingGroup", "addLeadingGroupMember", BUREAU, name="王明", position="LEADER", post="副区长")
    walker.act("leadingGroup", "removeLeadingGroupMember", BUREAU, member=1)


def walk_trainings(walker: Walker) -> None:
    bureau, today = walker.bureau, local_day(now())
    (officer,) = officers(bureau, MARKET)[:1]
    plan = {"organizationId": MARKET, "title": "执法培训", "year": today.year, "audience": "全体", "requiredHours": 8}
    session = {"subject": "行政处罚法", "heldOn": str(today), "hours": 4}
    bureau.done("planTraining", OFFICER, **plan)
    walker.act("training", "updateTraining", OFFICER, requiredHours=12)
    walker.act("training", "cancelTraining", OFFICER, "CANCELLED")
    bureau.done("planTraining", OFFICER, **plan)
    for state in ("PLANNED", "HELD"):
        walker.act("training", "addTrainingSession", OFFICER, **session)
        attended = {"session": 1, "attendances": [{"officerId": officer}]}
        walker.act("training", "recordAttendance", OFFICER, "HELD", **attended)
        assert (state, "RECORD_ATTENDANCE") in walker.done
    walker.act("training", "completeTraining", OFFICER, "COMPLETED")


def walk_explanations(walker: Walker) -> None:
    bureau = walker.bureau
    generated(bureau, "REQUISITION")
    walker.act("explanation", "notifySpecialExplanation", BUREAU, "NOTIFIED")
    walker.act("explanation", "submitSpecialExplanation", RECEIVER, "SUBMITTED", explanation="本年度无此类事项")
    walker.act("explanation", "returnSpecialExplanation", GOVERNMENT, "RETURNED")
    walker.act("explanation", "submitSpecialExplanation", RECEIVER, "SUBMITTED", explanation="经排查无此类事项")
    walker.act("explanation", "acceptSpecialExplanation", GOVERNMENT, "ACCEPTED")


def walk_pilots(walker: Walker) -> None:
    bureau = walker.bureau
    for name, persona, state in (
        ("withdrawPilot", BUREAU, "WITHDRAWN"),
        ("confirmPilot", "city-judicial", "CONFIRMED"),
    ):
        bureau.done("namePilot", BUREAU, organizationId=JUDICIAL, regionId=STREET, namedOn="2023-02-28")
        walker.act("pilot", name, persona, state)


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


def walk_evaluations(walker: Walker) -> None:
    bureau = walker.bureau
    commission(bureau)
    suspend(walker)
    walker.act("evaluation", "drawEvaluationSample", BUREAU, "SAMPLING", size=4, perOrganization=1)
    suspend(walker)
    add_copy(walker)
    for _ in range(2):
        walker.act(
            "evaluation", "scoreEvaluation", EVALUATOR, "SCORING", scores=scores_of(bureau.objects["evaluation"])
        )
    add_copy(walker)
    suspend(walker)
    walker.act("evaluation", "submitEvaluation", EVALUATOR, "SUBMITTED", report="总体良好")
    suspend(walker)
    walker.act("evaluation", "adoptEvaluation", BUREAU, "ADOPTED")
    walker.act("evaluation", "publishEvaluation", BUREAU, "PUBLISHED")


def add_copy(walker: Walker) -> None:
    """Put a file of the bureau beside the first sampled case."""
    case = walker.bureau.objects["evaluation"]["sample"]["nodes"][0]
    file = store_copy(walker.bureau, f"脱敏副本{next(KEYS)}.pdf")
    walker.act("evaluation", "addSampledCopy", BUREAU, sampledCaseId=case["id"], fileId=file)


def suspend(walker: Walker) -> None:
    """Suspend the commission and let it run on."""
    walker.act("evaluation", "suspendCommission", BUREAU)
    walker.act("evaluation", "resumeCommission", BUREAU)


QUESTIONS = [
    {"kind": "SCALE", "text": "总体满意度", "least": 1, "most": 5},
    {"kind": "SINGLE", "text": "是否遇到重复检查", "options": ["是", "否"]},
]
ENTERPRISE = {
    "organizationId": body("410302", "JUDICIAL_BUREAU"),
    "regionId": str(GlobalID("Region", "410302001")),
    "name": "洛阳新设商贸有限公司",
    "scale": "SMALL",
    "ownership": "PRIVATE",
    "isAboveDesignatedSize": False,
}
VISIT = {"method": "SYMPOSIUM", "visitedOn": str(local_day(now())), "findings": "无异议", "satisfaction": 5}


def drafted(walker: Walker) -> None:
    """Draft a questionnaire."""
    form = {"code": f"W-{next(KEYS)}", "title": "问卷", "purpose": "SURVEY", "questions": QUESTIONS}
    walker.bureau.done("draftQuestionnaire", BUREAU, organizationId=ENTERPRISE["organizationId"], **form)


def walk_questionnaires(walker: Walker) -> None:
    bureau = walker.bureau
    drafted(walker)
    walker.act("questionnaire", "updateQuestionnaire", BUREAU, title="走访问卷")
    published = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")
    bureau.done("reviseQuestionnaire", BUREAU, questionnaireId=published["id"])
    second = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")
    assert (second["edition"], second["predecessor"]["state"]) == (2, "CLOSED")
    closed = walker.act("questionnaire", "closeQuestionnaire", BUREAU, "CLOSED")
    bureau.done("reviseQuestionnaire", BUREAU, questionnaireId=closed["id"])
    walker.done |= {("PUBLISHED", "REVISE"), ("CLOSED", "REVISE")}


def walk_invitations(walker: Walker) -> None:
    bureau = walker.bureau
    drafted(walker)
    form = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")["id"]
    designated(walker)
    bureau.done(
        "inviteToQuestionnaire", BUREAU, questionnaireId=form, contactPointId=bureau.objects["contactPoint"]["id"]
    )
    answers = [{"question": 1, "number": 5}, {"question": 2, "options": [2]}]
    walker.act("invitation", "answerQuestionnaire", "enterprise", "ANSWERED", answers=answers)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")


def designated(walker: Walker) -> None:
    """Nominate an enterprise and designate it, whose login is the enterprise's."""
    walker.bureau.done("nominateContactPoint", BUREAU, creditCode=CREDIT_CODE, **ENTERPRISE)
    walker.act("contactPoint", "designateContactPoint", BUREAU, "DESIGNATED", accountLogin="enterprise")


def walk_contact_points(walker: Walker) -> None:
    bureau = walker.bureau
    bureau.done("nominateContactPoint", BUREAU, creditCode=CREDIT_CODE, **ENTERPRISE)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")
    designated(walker)
    bureau.done("recordContactVisit", BUREAU, contactPointId=bureau.objects["contactPoint"]["id"], **VISIT)
    walker.done.add(("DESIGNATED", "RECORD_VISIT"))
    walker.act("contactPoint", "suspendContactPoint", BUREAU, "SUSPENDED")
    walker.act("contactPoint", "designateContactPoint", BUREAU, "DESIGNATED")
    walker.act("contactPoint", "suspendContactPoint", BUREAU, "SUSPENDED")
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")
    designated(walker)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")


def walk_reports(walker: Walker, number: int = 4) -> None:
    bureau = walker.bureau
    quarter = {"year": local_day(now()).year - 1, "quarter": number, "progress": "执法监督工作站已挂牌"}
    bureau.done("draftProgressReport", BUREAU, organizationId=JUDICIAL, **quarter)
    walker.act("report", "updateProgressReport", BUREAU, problems="专职人员不足")
    walker.act("report", "submitProgressReport", BUREAU, "SUBMITTED")
    walker.act("report", "returnProgressReport", "city-judicial", "RETURNED")
    corrected(walker)
    corrected(walker)
    walker.act("report", "reviewProgressReport", "city-judicial", "REVIEWED", opinion="情况属实")
    corrected(walker)
    walker.act("report", "reviewProgressReport", "city-judicial", "REVIEWED", opinion="情况属实")
    report, told = bureau.objects["report"]["id"], {"title": "年度通报", "content": "现将有关情况通报如下"}
    bureau.done("draftBulletin", "city-government", reportIds=[report], **told)
    walker.act("bulletin", "updateBulletin", "city-government", reportIds=[report, report])
    walker.act("bulletin", "publishBulletin", "city-government", "PUBLISHED")
    bureau.done("draftBulletin", "city-government", reportIds=[report], **told)
    walker.done |= {("REVIEWED", "BULLETIN"), ("BULLETINED", "BULLETIN")}
    bureau.objects["report"]["state"] = "BULLETINED"
    corrected(walker)


def walk_assessments(walker: Walker) -> None:
    bureau = walker.bureau
    for year, acts in enumerate(("publish object uphold", "publish object revoke", "publish revoke"), start=2023):
        period = {"periodFrom": f"{year}-01-01", "periodTo": f"{year}-06-30"}
        bureau.done("drawUpAssessment", BUREAU, assessorId=JUDICIAL, organizationId=MARKET, **period)
        walker.act("assessment", "redrawAssessment", BUREAU, "DRAFT")
        for act in acts.split():
            name, persona, state, given = {
                "publish": ("publishAssessment", BUREAU, "PUBLISHED", {}),
                "object": ("objectToAssessment", OFFICER, "OBJECTED", {"reason": "样本偏少"}),
                "uphold": ("upholdAssessment", BUREAU, "UPHELD", {"reason": "样本系按规定抽取"}),
                "revoke": ("revokeAssessment", BUREAU, "REVOKED", {"reason": "重新计分"}),
            }[act]
            walker.act("assessment", name, persona, state, **given)


def corrected(walker: Walker) -> None:
    """Make the next edition of a report and submit it, which takes the place of the one before."""
    before = dict(walker.bureau.objects["report"])
    walker.bureau.done("reviseProgressReport", BUREAU, reportId=before["id"])
    walker.done.add((before["state"], "REVISE"))
    after = walker.act("report", "submitProgressReport", BUREAU, "SUBMITTED")
    assert after["edition"] == before["edition"] + 1
    assert after["predecessor"] == {"id": before["id"], "state": "SUPERSEDED"}


def walk_invited_supervisors(walker: Walker) -> None:
    bureau = walker.bureau
    asked = {"category": "LAWYER", "workUnit": "律师事务所", "application": "愿意参与监督"}
    for acts in ("renewInvitedSupervisor renewInvitedSupervisor", ""):
        bureau.done("applyToSupervise", "evaluator", organizationId=ENTERPRISE["organizationId"], **asked)
        walker.act("supervisor", "reviewInvitedSupervisor", BUREAU, "REVIEWED", opinion="符合条件")
        walker.act("supervisor", "appointInvitedSupervisor", BUREAU, "APPOINTED", termTo="2030-12-31")
        for year, act in enumerate(acts.split(), start=2032):
            walker.act("supervisor", act, BUREAU, "RENEWED", termTo=f"{year}-12-31")
        walker.act("supervisor", "dismissInvitedSupervisor", BUREAU, "DISMISSED")


def walk_supervisor_reports(walker: Walker) -> None:
    bureau = walker.bureau
    own = "SELECT id FROM invited_supervisor WHERE region_code = '410302' AND state = 'RENEWED'"
    seen = {"observedOn": str(local_day(now())), "content": "参与检查", "findings": [{"text": "未出示证件"}]}
    supervisor = str(GlobalID("InvitedSupervisor", str(bureau.rows.value(own))))
    bureau.done("submitSupervisorReport", "invited-supervisor", supervisorId=supervisor, **seen)
    walker.act("supervisorReport", "handleSupervisorReport", BUREAU, "HANDLED", handling="已提醒")


OTHER_LIVES: dict[str, tuple[Callable[[Walker], None], dict[str, dict[str, set[str]]]]] = {
    "CaseTransfer": (walk_transfers, TRANSFERS),
    "CoordinationDispute": (walk_disputes, DISPUTES),
    "Clue": (walk_clues, CLUES),
    "CaseRevisit": (walk_revisits, REVISITS),
    "Linkage": (walk_linkages, LINKAGES),
    "DutyItem": (walk_duties, DUTY_ITEMS),
    "Evaluation": (walk_evaluations, EVALUATIONS),
    "DutyAssignment": (walk_duties, DUTY_ASSIGNMENTS),
    "Certificate": (walk_certificates, CERTIFICATES),
    "LeadingGroup": (walk_leading_groups, LEADING_GROUPS),
    "Training": (walk_trainings, TRAININGS),
    "ProgressReport": (walk_reports, REPORTS),
    "Assessment": (walk_assessments, ASSESSMENTS),
    "Bulletin": (lambda walker: walk_reports(walker, 3), BULLETINS),
    "Pilot": (walk_pilots, PILOTS),
    "SpecialExplanation": (walk_explanations, EXPLANATIONS),
    "SupervisionMatter": (walk_matters, MATTERS),
    "Questionnaire": (walk_questionnaires, QUESTIONNAIRES),
    "QuestionnaireInvitation": (walk_invitations, INVITATIONS),
    "ContactPoint": (walk_contact_points, CONTACT_POINTS),
    "InvitedSupervisor": (walk_invited_supervisors, INVITED_SUPERVISORS),
    "SupervisorReport": (walk_supervisor_reports, SUPERVISOR_REPORTS),
}


@pytest.mark.parametrize("type_name", [type_name for type_name in LIVES if type_name != "EnforcementCase"])
def test_everything_else(type_name: str, bureau: Bureau) -> None:
    walker, (walk, table) = Walker(bureau), OTHER_LIVES[type_name]
    walk(walker)
    assert walker.done >= {
        (state, action) for state, who in table.items() for actions in who.values() for action in actions
    }
