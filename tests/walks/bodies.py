"""Lives of what an organ has and is: duties, certificates, leading groups, trainings, pilots."""

from __future__ import annotations

from datetime import timedelta

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import KEYS, LEGAL, MARKET, OFFICER, TOWNSHIP, body, officers
from tests.walks.walker import BUREAU, Walker

JUDICIAL, STREET = body("410302", "JUDICIAL_BUREAU"), str(GlobalID("Region", "410302002"))


def walk_duties(walker: Walker) -> None:
    bureau = walker.bureau
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    facts = {"code": f"W-{next(KEYS)}", "actType": "PENALTY", "legalReview": "NOT_NEEDED", "isAssignable": True}
    bureau.done("draftDutyItem", OFFICER, organizationId=MARKET, **texts, **facts)
    walker.act("dutyItem", "updateDutyItem", OFFICER, name="依法办理")
    walker.act("dutyItem", "returnDutyItem", LEGAL, "DRAFT", reason="依据有误")
    walker.act("dutyItem", "reviewDutyItem", LEGAL, "REVIEWED")
    walker.act("dutyItem", "returnDutyItem", BUREAU, "DRAFT", reason="依据有误")
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
    assert bureau.client.ask(document, {"id": published["id"]}) == {"node": {"state": "PUBLISHED"}}
    revoked = bureau.objects["dutyItem"]["id"]
    assert bureau.refused("reviseDutyItem", OFFICER, dutyItemId=revoked) == "EDITION_IN_FORCE"
    document = "query($id: ID!) { node(id: $id) { ... on DutyItem { id version state } } }"
    bureau.objects["dutyItem"] = bureau.client.ask(document, {"id": published["id"]})["node"]
    walker.act("dutyItem", "revokeDutyItem", BUREAU, "REVOKED")
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=revoked)
    walker.done.add(("REVOKED", "REVISE"))
    walker.act("dutyItem", "withdrawDutyItem", OFFICER, "WITHDRAWN")


def walk_officers(walker: Walker) -> None:
    bureau = walker.bureau
    person = {"number": f"W-{next(KEYS)}", "name": "李明", "bornOn": "1990-05-20", "inEstablishedPost": True}
    bureau.done("registerOfficer", OFFICER, organizationId=MARKET, examinationPassedOn="2020-05-06", **person)
    officer = walker.act("officer", "updateOfficer", OFFICER, name="李小明")
    held = {"kind": "ENFORCEMENT", "validFrom": "2026-01-01", "validTo": "2030-12-31", "number": person["number"]}
    bureau.done("issueCertificate", BUREAU, officerId=officer["id"], **held)
    walker.done.add((None, "ISSUE"))


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


def walk_pilots(walker: Walker) -> None:
    bureau = walker.bureau
    for name, persona, state in (
        ("withdrawPilot", BUREAU, "WITHDRAWN"),
        ("confirmPilot", "city-judicial", "CONFIRMED"),
    ):
        bureau.done("namePilot", BUREAU, organizationId=JUDICIAL, regionId=STREET, namedOn="2023-02-28")
        walker.act("pilot", name, persona, state)
