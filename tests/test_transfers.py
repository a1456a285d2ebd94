"""An enforcement organ's working day over HTTP: a case is filed, refused twice, disputed, decided and ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
    SHOWN,
    TOWNSHIP,
    Bureau,
    body,
    case_of,
    draft,
    duty,
    hand_in,
    key_of,
    notified,
    officers,
    register,
    stand_in,
    states,
)
from tests.cluster import until
from tests.examples import copy_row

# 国务院令第310号 6: what goes with a criminal case.
PAPERS = [{"name": "调查报告"}, {"name": "涉案物品清单"}]


class TestWhatTheLawForbids:
    def test_one_officer_on_an_ordinary_case(self, bureau: Bureau) -> None:
        case = register(bureau, officerIds=officers(bureau, MARKET)[:1])
        assert bureau.refused("fileCase", OFFICER, **bureau.on("case")) == "OFFICERS_NOT_QUALIFIED"
        # It is not offered either, though it waits to be filed.
        awaited = bureau.client.ask("{ myTasks(first: 100) { nodes { object { id } } } }", persona=OFFICER)["myTasks"]
        assert "FILE" not in case["availableActions"] and "ASSIGN" in case["availableActions"]
        assert {"id": case["id"]} in [task["object"] for task in awaited["nodes"]]
        two = bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=officers(bureau, MARKET)[:2])
        assert "FILE" in two["availableActions"]

    def test_an_officer_whose_certificate_is_suspended(self, bureau: Bureau) -> None:
        two = [*officers(bureau, MARKET)[:1], *officers(bureau, MARKET, "SUSPENDED")[:1]]
        assert len(two) == 2
        register(bureau, officerIds=two)
        assert bureau.refused("fileCase", OFFICER, **bureau.on("case")) == "OFFICERS_NOT_QUALIFIED"

    @pytest.mark.parametrize(("kind", "amount", "allowed"), [("PERSON", "200", True), ("PERSON", "200.01", False)])
    def test_a_simple_procedure_above_its_limit(self, bureau: Bureau, kind: str, amount: str, *, allowed: bool) -> None:
        register(bureau, procedure="SIMPLE")
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        bureau.done("notifyParty", OFFICER, **bureau.on("case"))
        decision = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": amount}
        payload = bureau.run("decideCase", OFFICER, **bureau.on("case"), **decision)
        assert [error["code"] for error in payload["userErrors"]] == ([] if allowed else ["SIMPLE_PROCEDURE_EXCEEDED"])

    def test_a_decision_before_a_required_review(self, bureau: Bureau) -> None:
        register(bureau, "MR-P-001")
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        bureau.done("investigateCase", OFFICER, **bureau.on("case"))
        assert bureau.refused("notifyParty", OFFICER, **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
        decision = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "50000"}
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **decision) == "INVALID_STATE"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        assert bureau.refused("passLegalReview", "city-market-legal", **bureau.on("case")) == "FORBIDDEN"
        bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
        bureau.done("notifyParty", OFFICER, **bureau.on("case"))
        bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        decided = bureau.done("decideCase", OFFICER, **bureau.on("case"), **decision)
        states = {each["event"]: each["state"] for each in decided["deadlines"]}
        assert states == {
            "DECIDE_PENALTY": "MET",
            "ASK_FOR_HEARING": "MET",
            "SERVE_DECISION": "RUNNING",
            "PUBLISH_PENALTY_OR_LICENCE": "RUNNING",
        }

    def test_a_township_on_a_duty_that_it_was_not_assigned(self, bureau: Bureau) -> None:
        asked = {"organizationId": TOWNSHIP, "actType": "PENALTY", "cause": "x", "party": PERSON}
        not_assigned = duty(bureau, "MR-P-001")
        assert bureau.refused("registerCase", "township", dutyItemId=not_assigned, **asked) == "DUTY_NOT_HELD"
        assigned = duty(bureau, "UM-P-001", of="URBAN_MANAGEMENT")
        two = officers(bureau, TOWNSHIP)[:2]
        bureau.done("registerCase", "township", dutyItemId=assigned, officerIds=two, **asked)
        filed = bureau.done("fileCase", "township", **bureau.on("case"))
        bureau.done("registerCase", "township", dutyItemId=assigned, officerIds=two, **asked)
        found = bureau.rows.fetch(
            "SELECT id, version FROM duty_assignment WHERE region_code = '410302001' AND duty_code = 'UM-P-001'"
        )[0]
        taken = {"id": str(GlobalID("DutyAssignment", str(found["id"]))), "version": 1, "reason": "收回"}
        bureau.done("takeBackDutyItem", "county-judicial", **taken)
        assert bureau.refused("registerCase", "township", dutyItemId=assigned, **asked) == "DUTY_NOT_HELD"
        # The case that runs stays where it was filed; none is filed any more.
        assert bureau.refused("fileCase", "township", **bureau.on("case")) == "DUTY_NOT_HELD"
        assert {"FILE", "WITHDRAW", "TRANSFER"} & set(bureau.objects["case"]["availableActions"]) == {
            "WITHDRAW",
            "TRANSFER",
        }
        bureau.done("investigateCase", "township", id=filed["id"], version=filed["version"])

    def test_a_township_on_an_edition_that_keeps_the_duty_with_its_owner(self, bureau: Bureau) -> None:
        bureau.done("reviseDutyItem", OFFICER, dutyItemId=duty(bureau, "MR-P-014"))
        bureau.done("updateDutyItem", OFFICER, **bureau.on("dutyItem"), isAssignable=False)
        bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
        kept = bureau.done("publishDutyItem", "county-judicial", **bureau.on("dutyItem"))["id"]
        asked = {"organizationId": TOWNSHIP, "actType": "PENALTY", "cause": "x", "party": PERSON}
        assert bureau.refused("registerCase", "township", dutyItemId=kept, **asked) == "DUTY_NOT_HELD"

    def test_a_duty_that_was_revoked_since_the_case_was_registered(self, bureau: Bureau) -> None:
        on = {"organizationId": MARKET, "actType": "PENALTY", "cause": "x", "party": PERSON}
        revoked = duty(bureau, "MR-P-013")
        bureau.done("registerCase", OFFICER, dutyItemId=revoked, officerIds=officers(bureau, MARKET)[:2], **on)
        read = "query($id: ID!) { node(id: $id) { ... on DutyItem { version } } }"
        version = bureau.client.ask(read, {"id": revoked}, OFFICER)["node"]["version"]
        bureau.done("revokeDutyItem", "county-judicial", id=revoked, version=version, reason="取消")
        assert bureau.refused("fileCase", OFFICER, **bureau.on("case")) == "DUTY_NOT_HELD"

    @pytest.mark.parametrize(
        ("party", "field"),
        [
            ({**PERSON, "idNumber": "110105194912310021"}, "party.idNumber"),
            # Born in 2099, on 31 November, in no province.
            ({**PERSON, "idNumber": "410302209906011236"}, "party.idNumber"),
            ({**PERSON, "idNumber": "410302199011311231"}, "party.idNumber"),
            ({**PERSON, "idNumber": "660302199006011230"}, "party.idNumber"),
            ({"kind": "ENTERPRISE", "name": "x", "creditCode": "91410302MA0000000A"}, "party.creditCode"),
            ({"kind": "ENTERPRISE", "name": "x"}, "party.creditCode"),
            ({"kind": "PERSON", "name": "张三丰", "creditCode": CREDIT_CODE}, "party.creditCode"),
            ({"kind": "PERSON", "name": "张三丰"}, "party.idNumber"),
            # Without a licence a trader is a person, whose name is masked.
            ({**PERSON, "kind": "SOLE_TRADER"}, "party.creditCode"),
            ({**PERSON, "kind": "ENTERPRISE", "creditCode": CREDIT_CODE}, "party.idNumber"),
            ({"kind": "ENTERPRISE", "name": "x", "creditCode": CREDIT_CODE, "idKind": "PASSPORT"}, "party.idKind"),
            ({**PERSON, "idKind": "PASSPORT", "idNumber": "E1234-5678"}, "party.idNumber"),
            ({**PERSON, "name": " "}, "party.name"),
            ({**PERSON, "phone": "abc"}, "party.phone"),
        ],
    )
    def test_a_party_that_cannot_be(self, steady: Bureau, party: dict[str, Any], field: str) -> None:
        asked = {"organizationId": MARKET, "dutyItemId": duty(steady, "MR-P-002"), "actType": "PENALTY", "cause": "x"}
        payload = steady.run("registerCase", OFFICER, party=party, **asked)
        assert (payload["userErrors"][0]["code"], payload["userErrors"][0]["field"]) == ("INVALID_VALUE", field)


def test_whoever_holds_an_identity_card_is_a_party_by_it(bureau: Bureau) -> None:
    # Counties of when the numbers were given out, later than the births; one that no list has; permits of residents of
    # Hong Kong, Macao and Taiwan.
    cards = (
        *("410302196806011239", "410325198206011239", "410381198806011233", "410307199006011236"),
        *("410390199006011236", "81000019900601123X", "820000199006011231", "830000199006011233"),
    )
    for number in cards:
        party = {**PERSON, "idNumber": number}
        register(bureau, party=party)
        found = bureau.client.ask(
            f'{{ cases(filter: {{ partyIdNumber: "{number}" }}) {{ totalCount }} }}', None, OFFICER
        )
        assert found["cases"]["totalCount"] == 1


def test_a_foreigner_is_a_party_by_the_passport(bureau: Bureau) -> None:
    register(bureau, party={"kind": "PERSON", "name": "John Smith", "idKind": "PASSPORT", "idNumber": " e12345678"})
    on = {"id": bureau.objects["case"]["id"]}
    document = """query($id: ID!) {
        case(by: { id: $id }) { partyIdKind partyIdNumber }
        cases(filter: { partyIdNumber: "E12345678" }) { nodes { id } } }"""
    assert bureau.client.ask(document, on, OFFICER) == {
        "case": {"partyIdKind": "PASSPORT", "partyIdNumber": "E12345678"},
        "cases": {"nodes": [on]},
    }
    bureau.done("updateCase", OFFICER, **bureau.on("case"), party=PERSON)
    assert bureau.client.ask(document, on, OFFICER)["case"]["partyIdKind"] == "RESIDENT_IDENTITY_CARD"


def test_a_transfer_that_is_accepted(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert draft(bureau)["availableActions"] == ["UPDATE", "WITHDRAW"]
    assert case_of(bureau, "finance") is None
    transfers = "{ transfers { nodes { id } } }"
    mine = bureau.objects["transfer"]["id"]
    hidden = bureau.client.ask(transfers, persona="finance")["transfers"]["nodes"]
    assert mine not in [each["id"] for each in hidden]
    hand_in(bureau)
    shown = bureau.client.ask(transfers, persona="finance")["transfers"]["nodes"]
    assert mine in [each["id"] for each in shown]
    offered = case_of(bureau, "finance")
    assert offered is not None and offered["isOffered"]
    assert [each["state"] for each in offered["deadlines"]] == ["SUSPENDED"]
    others = bureau.client.ask("{ cases(first: 100) { nodes { organization { name } } } }", persona="finance")
    names = [each["organization"]["name"] for each in others["cases"]["nodes"]]
    assert offered["organization"]["name"] == "洛阳市老城区市场监督管理局" and names
    assert bureau.refused("investigateCase", OFFICER, **bureau.on("case")) == "CASE_OFFERED"
    assert bureau.refused("acceptTransfer", OFFICER, **bureau.on("transfer")) == "FORBIDDEN"
    bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
    accepted = bureau.done("acceptTransfer", "finance", **bureau.on("transfer"))
    assert accepted["state"] == "ACCEPTED" and accepted["case"]["state"] == "FILED"
    # The sender goes on reading the case as it was, and not what becomes of it.
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on CaseTransfer {{ {SHOWN['transfer']} }} }} }}"
    seen = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, OFFICER)["node"]
    assert seen["case"] is None
    assert seen["handedOverCase"] == {"state": "FILED", "partyName": "张三丰"}
    moved = case_of(bureau, "finance")
    assert moved is not None and moved["organization"]["name"] == "洛阳市老城区卫生健康委员会"
    assert [each["state"] for each in moved["deadlines"]] == ["RUNNING"]
    assert {"register_case", "file_case", "accept_transfer"} <= {each["command"] for each in moved["history"]}
    result = bureau.done("returnTransferResult", "finance", **bureau.on("transfer"), result="已立案")
    assert {each["event"]: each["state"] for each in result["deadlines"]}["RETURN_TRANSFER_RESULT"] == "MET"


NO_PAPERS: Any = ({"application": None, "opinion": None}, [])


def papers(bureau: Bureau, persona: str) -> Any:
    """What a persona reads of the papers of a dispute, and of them in its history."""
    document = """query($id: ID!) { node(id: $id) { ... on CoordinationDispute {
        application opinion history { changes { field after } } } } }"""
    found = bureau.client.ask(document, {"id": bureau.objects["dispute"]["id"]}, persona)["node"]
    entries = [each for entry in reversed(found.pop("history")) for each in entry["changes"]]
    said = [each["after"] for each in entries if each["field"] in found and each["after"] is not None]
    return found, said


def test_shirking_ends_in_the_decision_of_the_government(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    for _ in range(2):
        draft(bureau)
        hand_in(bureau)
        bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
        bureau.done("rejectTransfer", "finance", **bureau.on("transfer"), reason="不属于本机关职责")
        case_of(bureau, OFFICER)
    assert bureau.objects["case"]["isShirked"] and bureau.objects["case"]["refusals"] == 2
    shirked = bureau.client.ask("{ cases(filter: { shirked: true }) { nodes { id } } }", persona="county-judicial")
    assert bureau.objects["case"]["id"] in [each["id"] for each in shirked["cases"]["nodes"]]
    dispute = bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    assert dispute["isShirking"] and dispute["coordinator"]["name"] == "洛阳市老城区司法局"
    government, of_city = "county-government", "city-government"
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    assert [papers(bureau, persona) for persona in (government, of_city)] == [NO_PAPERS] * 2
    assert bureau.refused("acceptDispute", "city-judicial", **bureau.on("dispute")) == "FORBIDDEN"
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, "county-judicial", **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", "county-judicial", **bureau.on("dispute"), opinion="由卫健委办理")
    assert papers(bureau, government) == NO_PAPERS
    bureau.done("escalateDispute", "finance", **bureau.on("dispute"))
    told = {"application": "请求协调", "opinion": "由卫健委办理"}
    for persona in (government, OFFICER, LEGAL, "finance", "county-judicial"):
        assert papers(bureau, persona) == (told, [*told.values()]), persona
    # Another government has nothing to decide.
    assert papers(bureau, of_city) == NO_PAPERS
    summary = bureau.client.ask("{ disputes { nodes { subject state case { id } } } }", persona=government)
    assert {"subject": "管辖权争议", "state": "ESCALATED", "case": None} in summary["disputes"]["nodes"]
    decided = {"decision": "由卫健委办理", "organizationId": HEALTH}
    assert bureau.refused("decideDispute", of_city, **bureau.on("dispute"), **decided) == "FORBIDDEN"
    bureau.done("decideDispute", government, **bureau.on("dispute"), **decided)
    assert papers(bureau, government) == (told, [*told.values()])
    moved = case_of(bureau, "finance")
    assert moved is not None and moved["state"] == "FILED"
    assert moved["organization"]["name"] == "洛阳市老城区卫生健康委员会"
    assert case_of(bureau, OFFICER) is None


def test_an_edition_holds_until_the_day_before_the_next(bureau: Bureau) -> None:
    first, today = duty(bureau, "MR-P-002"), local_day(now())
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=first)
    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    since = today + timedelta(days=30)
    bureau.done("publishDutyItem", "county-judicial", **bureau.on("dutyItem"), validFrom=str(since))
    asked = {"organizationId": MARKET, "actType": "PENALTY", "cause": "x", "party": PERSON}
    next_ = bureau.objects["dutyItem"]["id"]
    assert bureau.refused("registerCase", OFFICER, dutyItemId=next_, **asked) == "DUTY_NOT_HELD"
    bureau.done("registerCase", OFFICER, dutyItemId=first, **asked)
    # From its first day it is the next one that cases are filed under.
    bureau.rows.execute("UPDATE duty_item SET valid_from = $1 WHERE predecessor_id IS NOT NULL", today)
    bureau.rows.execute("UPDATE duty_item SET valid_to = $1 WHERE state = 'SUPERSEDED'", today - timedelta(days=1))
    assert bureau.refused("registerCase", OFFICER, dutyItemId=first, **asked) == "DUTY_NOT_HELD"
    bureau.done("registerCase", OFFICER, dutyItemId=next_, **asked)
    # What is revoked is no duty any more, on that day already.
    bureau.done("revokeDutyItem", "county-judicial", **bureau.on("dutyItem"), reason="法律修改")
    assert bureau.refused("registerCase", OFFICER, dutyItemId=next_, **asked) == "DUTY_NOT_HELD"


def test_clocks_of_what_begins_anew_at_another_organ_do_not_run_on(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    for name in ("fileCase", "investigateCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    draft(bureau)
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "finance", **bureau.on("transfer"))
    moved = case_of(bureau, "finance")
    assert moved is not None and moved["state"] == "FILED"
    # Nor do they stand still for a reason of its former owner.
    assert "SUSPENDED" not in states(moved).values()
    assert [each["event"] for each in moved["deadlines"] if each["state"] == "RUNNING"] == ["DECIDE_PENALTY"]
    # Its new owner notifies the party anew.
    document = "query($id: ID!) { case(by: { id: $id }) { notifiedAt } }"
    assert bureau.client.ask(document, {"id": moved["id"]}, "finance")["case"] == {"notifiedAt": None}


def test_an_application_that_begins_anew_at_another_organ_has_its_first_clock(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau, "MR-L-001", actType="LICENSING")
    bureau.done("acceptApplication", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "finance", **bureau.on("transfer"))
    moved = case_of(bureau, "finance")
    assert moved is not None and moved["state"] == "APPLIED"
    running = [each["event"] for each in moved["deadlines"] if each["state"] == "RUNNING"]
    assert running == ["ACCEPT_LICENCE_APPLICATION"]
    accepted = bureau.done("acceptApplication", "finance", **bureau.on("case"))
    assert [each["event"] for each in accepted["deadlines"] if each["state"] == "RUNNING"] == ["DECIDE_LICENCE"]


def test_a_criminal_transfer_is_final_and_keeps_its_own_clock(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert [each["event"] for each in draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)["deadlines"]] == [
        "CRIMINAL_TRANSFER_DECISION"
    ]
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    sent = bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))
    assert {each["event"]: each["state"] for each in sent["deadlines"]} == {
        "CRIMINAL_TRANSFER_DECISION": "MET",
        "CRIMINAL_TRANSFER_HANDOVER": "MET",
        "SIGN_CRIMINAL_RECEIPT": "RUNNING",
    }
    # 国务院令第310号 8: three days from the receipt, on whichever day the case was sent.
    received = bureau.done("receiveTransfer", "police", **bureau.on("transfer"))
    clocks = {each["event"]: each["state"] for each in received["deadlines"]}
    assert (clocks["SIGN_CRIMINAL_RECEIPT"], clocks["POLICE_DECISION"]) == ("MET", "RUNNING")
    bureau.done("acceptTransfer", "police", **bureau.on("transfer"))
    ended = case_of(bureau, OFFICER)
    assert ended is not None and ended["state"] == "TRANSFERRED" and ended["availableActions"] == []
    assert case_of(bureau, "police") is not None
    # 行政处罚法 27: whom the police do not prosecute the organ may yet penalize, in a case of its own.
    case = bureau.objects["case"]
    asked = {"caseId": case["id"], "kind": "REVERSE_CRIMINAL", "receiverId": MARKET, "reason": "不追究刑事责任"}
    (error,) = bureau.run("draftTransfer", "police", **asked)["userErrors"]
    assert (error["code"], error["field"]) == ("CASE_TRANSFERRED", "caseId")
    assert bureau.refused("draftTransfer", "police", **{**asked, "kind": "SUPERVISORY"}) == "FORBIDDEN"
    returned = bureau.done("returnTransferResult", "police", **bureau.on("transfer"), result="建议行政处罚")
    assert returned["state"] == "RESULT_RETURNED"
    assert bureau.refused("draftTransfer", "police", **asked) == "CASE_TRANSFERRED"
    again = register(bureau, source="TRANSFER")
    assert "FILE" in again["availableActions"] and again["id"] != case["id"]


def test_what_is_to_go_to_the_police_is_not_closed_otherwise(bureau: Bureau) -> None:
    notified(bureau)
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    shown = case_of(bureau, OFFICER)
    assert shown is not None and not {"DECIDE", "NOT_PENALIZE"} & set(shown["availableActions"])
    warning = {"decision": "警告", "penaltyKinds": ["WARNING"]}
    for name, given in (("decideCase", warning), ("notPenalize", {"reason": "轻微"})):
        assert bureau.refused(name, OFFICER, **bureau.on("case"), **given) == "TRANSFER_OPEN"
    bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))
    bureau.done("notPenalize", OFFICER, **bureau.on("case"), reason="轻微")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert bureau.refused("withdrawCase", OFFICER, **bureau.on("case"), reason="线索不实") == "TRANSFER_OPEN"


def test_a_criminal_transfer_is_under_a_clock_until_its_receipt_is_signed(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    hand_in(bureau)
    withdrawn = bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"), reason="证据须补充")
    assert {each["state"] for each in withdrawn["deadlines"]} == {"MET"}
    assert "SIGN_CRIMINAL_RECEIPT" in [each["event"] for each in withdrawn["deadlines"]]


@pytest.mark.parametrize(
    ("name", "given"), [("withdrawCase", {"reason": "无管辖权"}), ("notPenalize", {"reason": "轻微"})]
)
def test_what_can_be_transferred_no_more_is_not_approved(bureau: Bureau, name: str, given: dict[str, Any]) -> None:
    register(bureau)
    for each in ("fileCase", "investigateCase"):
        bureau.done(each, OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    bureau.done(name, OFFICER, **bureau.on("case"), **given)
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { availableActions } } }"
    transfer = {"id": bureau.objects["transfer"]["id"]}
    assert bureau.client.ask(document, transfer, LEGAL)["node"] == {"availableActions": []}
    assert bureau.refused("approveTransfer", LEGAL, **bureau.on("transfer")) == "NOT_TRANSFERABLE"
    bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))


def test_a_refusal_does_not_end_what_another_reason_suspended(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    draft(bureau)
    hand_in(bureau)
    for name, given in (("receiveTransfer", {}), ("rejectTransfer", {"reason": "不属于本机关职责"})):
        bureau.done(name, "finance", **bureau.on("transfer"), **given)
    case = case_of(bureau, OFFICER)
    assert case is not None and [each["state"] for each in case["deadlines"]] == ["SUSPENDED"]
    resumed = bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))
    assert [each["state"] for each in resumed["deadlines"]] == ["RUNNING"]


@pytest.mark.parametrize("is_handed_over", [True, False])
@pytest.mark.parametrize(("days", "state"), [(60, "MET"), (1, "MET_LATE")])
def test_what_ends_while_it_stands_still_is_in_time_by_what_was_left(
    bureau: Bureau, days: int, state: str, *, is_handed_over: bool
) -> None:
    register(bureau)
    for name in ("fileCase", "investigateCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    if is_handed_over:
        draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
        hand_in(bureau)
        bureau.done("receiveTransfer", "police", **bureau.on("transfer"))
    else:
        bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    # Its ninety days were over a month ago.
    bureau.rows.execute(
        """UPDATE deadline SET started_at = now() - interval '120 days', due_at = now() - interval '30 days',
               suspended_at = now() - $1 * interval '1 day'
           WHERE case_id = $2 AND event = 'DECIDE_PENALTY'""",
        days,
        key_of(bureau),
    )
    if is_handed_over:
        bureau.done("acceptTransfer", "police", **bureau.on("transfer"))
        ended = case_of(bureau, OFFICER)
    else:
        warning = {"decision": "警告", "penaltyKinds": ["WARNING"]}
        ended = bureau.done("decideCase", OFFICER, **bureau.on("case"), **warning)
    assert ended is not None
    (clock,) = [each for each in ended["deadlines"] if each["event"] == "DECIDE_PENALTY"]
    assert (clock["state"], clock["suspendedAt"]) == (state, None)


@pytest.mark.parametrize(
    ("code", "act_type", "acts", "running"),
    [
        (
            *("MR-P-002", "PENALTY", ("fileCase", "investigateCase", "notifyParty")),
            {"DECIDE_PENALTY", "ASK_FOR_HEARING"},
        ),
        ("MR-L-001", "LICENSING", (), {"ACCEPT_LICENCE_APPLICATION"}),
        ("MR-L-001", "LICENSING", ("acceptApplication",), {"DECIDE_LICENCE"}),
    ],
)
def test_every_clock_of_a_case_stands_still_from_its_sending_to_the_answer(
    bureau: Bureau, code: str, act_type: str, acts: tuple[str, ...], running: set[str]
) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau, code, actType=act_type)
    for name in acts:
        bureau.done(name, OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)

    def stands() -> dict[str, str]:
        case = case_of(bureau, OFFICER)
        assert case is not None
        return {each["event"]: each["state"] for each in case["deadlines"] if each["state"] != "MET"}

    assert stands() == dict.fromkeys(running, "SUSPENDED")
    bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
    assert stands() == dict.fromkeys(running, "SUSPENDED")
    bureau.done("rejectTransfer", "finance", **bureau.on("transfer"), reason="不属于本机关职责")
    assert set(stands()) == running and "SUSPENDED" not in stands().values()


@pytest.mark.parametrize(("designated", "expected"), [(HEALTH, {"RETURN_TRANSFER_RESULT": "RUNNING"}), (MARKET, {})])
def test_who_was_designated_has_to_return_the_result_in_time(
    bureau: Bureau, designated: str, expected: dict[str, str]
) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    draft(bureau)
    hand_in(bureau)
    for name, given in (("receiveTransfer", {}), ("rejectTransfer", {"reason": "不属于本机关职责"})):
        bureau.done(name, "finance", **bureau.on("transfer"), **given)
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, "county-judicial", **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", "county-judicial", **bureau.on("dispute"), opinion="依职责办理")
    bureau.done("designateOrgan", "county-judicial", **bureau.on("dispute"), organizationId=designated)
    # For whomever it is new, no reason of its former owner suspends it.
    case = case_of(bureau, "finance" if designated == HEALTH else OFFICER)
    assert case is not None
    assert states(case) == {"DECIDE_PENALTY": "RUNNING" if designated == HEALTH else "SUSPENDED"}
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on CaseTransfer {{ {SHOWN['transfer']} }} }} }}"
    transfer = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, "finance")["node"]
    running = {each["event"]: each["state"] for each in transfer["deadlines"] if each["state"] != "MET"}
    assert (transfer["state"], running) == ("DESIGNATED", expected)
    if expected:
        bureau.objects["transfer"] = transfer
        stand_in(bureau, "establishment-office", "LEGAL_UNIT", "HEALTH", "LEGAL_UNIT")
        more = {"event": "RETURN_TRANSFER_RESULT", "reason": "情况复杂"}
        bureau.done("extendTransferDeadline", "establishment-office", **bureau.on("transfer"), **more)
        answered = bureau.done("returnTransferResult", "finance", **bureau.on("transfer"), result="已立案")
        assert {each["event"]: each["state"] for each in answered["deadlines"]}["RETURN_TRANSFER_RESULT"] == "MET"


def test_the_police_hand_over_what_is_no_crime(bureau: Bureau) -> None:
    item = {
        **{"code": "PS-P-001", "name": "对冒用他人居民身份证的处罚", "actType": "PENALTY", "legalReview": "NOT_NEEDED"},
        **{"law": "中华人民共和国居民身份证法", "article": "第十七条", "method": "立案查处"},
        "responsibility": "治安大队",
    }
    bureau.done("draftDutyItem", "police", organizationId=POLICE, **item)
    bureau.done("reviewDutyItem", "police", **bureau.on("dutyItem"))
    bureau.done("publishDutyItem", "county-judicial", **bureau.on("dutyItem"), validFrom=str(local_day(now())))
    duty_item = bureau.objects["dutyItem"]["id"]
    asked = {"organizationId": POLICE, "dutyItemId": duty_item, "actType": "PENALTY", "cause": "冒用他人居民身份证"}
    case = bureau.done("registerCase", "police", **asked, party=PERSON)
    sent = {"kind": "REVERSE_CRIMINAL", "receiverId": MARKET, "reason": "不构成犯罪，应予行政处罚"}
    # 行政处罚法 24: no duty of the police is assigned to a township.
    to_township = {**sent, "receiverId": TOWNSHIP}
    assert bureau.refused("draftTransfer", "police", caseId=case["id"], **to_township) == "WRONG_RECEIVER"
    bureau.done("draftTransfer", "police", caseId=case["id"], **sent)
    assert case_of(bureau, OFFICER) is None
    for name in ("approveTransfer", "sendTransfer"):
        bureau.done(name, "police", **bureau.on("transfer"))
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, OFFICER, **bureau.on("transfer"))
    moved = case_of(bureau, OFFICER)
    assert moved is not None and moved["state"] == "FILED" and "INVESTIGATE" not in moved["availableActions"]
    bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=officers(bureau, MARKET)[:2])
    bureau.done("investigateCase", OFFICER, **bureau.on("case"))
    assert case_of(bureau, "police") is None


def test_a_criminal_case_that_is_disputed_and_designated_to_the_police_is_theirs_for_good(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    hand_in(bureau)
    bureau.done("receiveTransfer", "police", **bureau.on("transfer"))
    bureau.done("rejectTransfer", "police", **bureau.on("transfer"), reason="不构成犯罪")
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="是否移送")
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, "county-judicial", **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", "county-judicial", **bureau.on("dispute"), opinion="应当立案侦查")
    bureau.done("designateOrgan", "county-judicial", **bureau.on("dispute"), organizationId=POLICE)
    ended = case_of(bureau, OFFICER)
    assert ended is not None and ended["state"] == "TRANSFERRED" and ended["availableActions"] == []
    assert case_of(bureau, "police") is not None


@pytest.mark.parametrize(
    ("kind", "receiver"),
    [
        *(("HORIZONTAL", POLICE), ("CRIMINAL", HEALTH), ("UPWARD", HEALTH), ("DOWNWARD", TOWNSHIP)),
        *(
            ("HORIZONTAL", MARKET),
            *(("CRIMINAL", body(elsewhere, "POLICE", "PUBLIC_SECURITY")) for elsewhere in ("4103", "410303")),
        ),
    ],
)
def test_a_receiver_that_a_kind_does_not_go_to(bureau: Bureau, kind: str, receiver: str) -> None:
    register(bureau)
    asked = {"caseId": bureau.objects["case"]["id"], "kind": kind, "receiverId": receiver, "reason": "x"}
    assert bureau.refused("draftTransfer", OFFICER, **asked) == "WRONG_RECEIVER"


def test_a_duty_is_assigned_by_its_owner_and_no_other_that_lists_the_same_code(bureau: Bureau) -> None:
    code, other = "UM-P-012", organization_id("410302", "DEPARTMENT", "URBAN_MANAGEMENT")
    asked = {"organizationId": TOWNSHIP, "actType": "PENALTY", "cause": "x", "party": PERSON}
    first = duty(bureau, code, of="URBAN_MANAGEMENT")
    bureau.done("registerCase", "township", dutyItemId=first, **asked)
    for region in ("4103", "410303"):
        theirs = duty(bureau, code, region, "URBAN_MANAGEMENT")
        assert bureau.refused("registerCase", "township", dutyItemId=theirs, **asked) == "DUTY_NOT_HELD"
    # Later editions of the same organ's are assigned as well.
    of_owner = f"organization_id = '{other}' AND code = '{code}'"
    bureau.rows.execute(f"UPDATE duty_item SET state = 'SUPERSEDED', valid_to = '2026-01-31' WHERE {of_owner}")
    since = {"edition": 2, "state": "PUBLISHED", "valid_from": "2026-02-01", "valid_to": None}
    copy_row(bureau.rows, "duty_item", of_owner, id=uuid4(), **since)
    next_ = duty(bureau, code, of="URBAN_MANAGEMENT")
    assert next_ != first
    bureau.done("registerCase", "township", dutyItemId=next_, **asked)


@pytest.mark.parametrize(("assigned_by", "is_taken"), [(MARKET, True), (HEALTH, False)])
def test_a_case_goes_down_on_a_duty_that_its_own_owner_assigned(
    bureau: Bureau, assigned_by: str, is_taken: bool
) -> None:
    case, owner = register(bureau), GlobalID.parse(assigned_by)
    bureau.rows.execute("UPDATE duty_item SET is_assignable = true WHERE code = 'MR-P-002' AND region_code = '410302'")
    assert owner is not None
    item = uuid4()
    of_market = "code = 'MR-P-002' AND region_code = '410302' AND state = 'PUBLISHED'"
    copy_row(bureau.rows, "duty_item", of_market, id=item, organization_id=owner.key, edition=9, state="SUPERSEDED")
    to_township = "region_code = '410302001' AND duty_code = 'UM-P-012'"
    assigned = {"duty_item_id": item, "owner_id": owner.key, "duty_code": "MR-P-002"}
    copy_row(bureau.rows, "duty_assignment", to_township, id=uuid4(), **assigned)
    asked = {"caseId": case["id"], "kind": "DOWNWARD", "receiverId": TOWNSHIP, "reason": "x"}
    if is_taken:
        bureau.done("draftTransfer", OFFICER, **asked)
    else:
        assert bureau.refused("draftTransfer", OFFICER, **asked) == "WRONG_RECEIVER"


BY_RECEIVER = ("receiveTransfer", "acceptTransfer")
# Who takes a case down, step by step.
BY_BOTH = {"approveTransfer": LEGAL, "sendTransfer": OFFICER, **dict.fromkeys(BY_RECEIVER, "township")}


@pytest.mark.parametrize("acts", [(), ("approveTransfer",), ("approveTransfer", "sendTransfer", "receiveTransfer")])
def test_no_case_goes_down_once_its_duty_was_taken_back(bureau: Bureau, acts: tuple[str, ...]) -> None:
    register(bureau, "MR-P-009")
    draft(bureau, TOWNSHIP, "DOWNWARD")
    for act in acts:
        bureau.done(act, BY_BOTH[act], **bureau.on("transfer"))
    (assignment,) = bureau.rows.fetch(
        """SELECT a.id, a.version FROM duty_assignment a JOIN enforcement_case c ON c.organization_id = a.owner_id
           JOIN case_transfer t ON t.case_id = c.id AND t.receiver_id = a.organization_id
           WHERE c.id = $1 AND a.duty_code = 'MR-P-009' AND a.state = 'ASSIGNED'""",
        key_of(bureau),
    )
    taken = {"id": str(GlobalID("DutyAssignment", str(assignment["id"]))), "version": assignment["version"]}
    bureau.done("takeBackDutyItem", "county-judicial", **taken, reason="承接能力不足")
    following = next(act for act in BY_BOTH if act not in acts)
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { availableActions } } }"
    offered = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, BY_BOTH[following])["node"]
    assert following.removesuffix("Transfer").upper() not in offered["availableActions"]
    assert bureau.refused(following, BY_BOTH[following], **bureau.on("transfer")) == "DUTY_NOT_HELD"
    # What was not to be has an end: it is withdrawn or rejected.
    if "sendTransfer" in acts:
        bureau.done("rejectTransfer", "township", **bureau.on("transfer"), reason="赋权已收回")
        # Who could not have accepted it shirks nothing.
        case = case_of(bureau, OFFICER)
        assert case is not None and case["refusals"] == 0
    else:
        bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))


def test_no_case_goes_down_under_an_edition_that_keeps_the_duty_with_its_owner(bureau: Bureau) -> None:
    register(bureau, "MR-P-009")
    draft(bureau, TOWNSHIP, "DOWNWARD")
    # What was on its way before such a case was no longer drafted.
    change = "UPDATE duty_item SET is_assignable = NOT is_assignable WHERE code = 'MR-P-009' AND region_code = '410302'"
    for name, persona in BY_BOTH.items():
        if name != "receiveTransfer":
            bureau.rows.execute(change)
            assert bureau.refused(name, persona, **bureau.on("transfer")) == "DUTY_NOT_HELD"
            bureau.rows.execute(change)
        bureau.done(name, persona, **bureau.on("transfer"))
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=duty(bureau, "MR-P-009"))
    bureau.done("updateDutyItem", OFFICER, **bureau.on("dutyItem"), isAssignable=False)
    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    bureau.done("publishDutyItem", "county-judicial", **bureau.on("dutyItem"))
    case = register(bureau, "MR-P-009")
    asked = {"caseId": case["id"], "kind": "DOWNWARD", "receiverId": TOWNSHIP, "reason": "x"}
    assert bureau.refused("draftTransfer", OFFICER, **asked) == "WRONG_RECEIVER"


def test_sensitive_values_by_role_and_their_reading_is_audited(bureau: Bureau) -> None:
    case = register(bureau)
    document = """query($id: ID!) { case(by: { id: $id }) {
        partyName partyIdNumber partyPhone history { changes { field after } } } }"""
    told = {
        persona: bureau.client.ask(document, {"id": case["id"]}, persona)["case"]
        for persona in (OFFICER, LEGAL, "county-judicial", "county-government", None)
    }
    officer, legal = told[OFFICER], told[LEGAL]
    assert (officer["partyName"], officer["partyIdNumber"]) == ("张三丰", "11010519491231002X")
    assert (legal["partyName"], legal["partyIdNumber"], legal["partyPhone"]) == (
        "张三丰",
        "110***********002X",
        "138****8000",
    )
    assert told["county-government"] is None and told[None] is None
    assert "11010519491231002X" not in str(legal) and "11010519491231002X" not in str(officer["history"])
    key = GlobalID.parse(case["id"])
    assert key is not None
    read = bureau.rows.fetch(
        "SELECT account_name, after->'read' ? $1 AS id_number FROM audit_entry WHERE action = 'read' ORDER BY id",
        f"EnforcementCase:{key.key}:ID_NUMBER",
    )
    assert (read[-3]["account_name"], read[-3]["id_number"]) == ("区监员", True)
    assert [each["id_number"] for each in read[-2:]] == [False, False]
    stored = bureau.rows.value("SELECT party_id_number FROM enforcement_case WHERE id = $1::uuid", key.key)
    assert b"11010519491231002X" not in stored


def test_what_is_published_tells_nothing_of_who_did_what(bureau: Bureau) -> None:
    case = register(bureau)
    bureau.rows.execute("UPDATE enforcement_case SET published_at = now() WHERE party_name = '张三丰'")
    document = "query($id: ID!) { case(by: { id: $id }) { partyName facts evidence { name } history { command } } }"
    public: dict[str, Any] = {"partyName": "张**", "facts": None, "evidence": [], "history": []}
    for persona in (None, "zhengzhou-judicial", "county-government"):
        assert bureau.client.ask(document, {"id": case["id"]}, persona)["case"] == public
    own = bureau.client.ask(document, {"id": case["id"]}, OFFICER)["case"]
    assert own["partyName"] == "张三丰" and own["history"] == [{"command": "register_case"}]


def test_who_may_not_register_does_not_learn_which_officers_there_are(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "name": "李明", "bornOn": "1990-05-20", "inEstablishedPost": True}
    known = bureau.rows.value("SELECT number FROM officer WHERE region_code LIKE '4101%' ORDER BY 1 LIMIT 1")
    for persona in ("enterprise", "county-judicial", LEGAL):
        for number in (known, "nobody's"):
            assert bureau.refused("registerOfficer", persona, number=number, **asked) == "FORBIDDEN"


def test_what_is_masked_cannot_be_asked_for(bureau: Bureau) -> None:
    register(bureau)
    by_name = '{ cases(filter: { partyName: "张三丰" }) { totalCount } }'
    assert bureau.client.ask(by_name, persona=OFFICER)["cases"]["totalCount"] == 1
    bureau.rows.execute("UPDATE enforcement_case SET published_at = now() WHERE party_name = '张三丰'")
    assert bureau.client.ask("{ cases { totalCount } }")["cases"]["totalCount"] > 0
    for persona in (None, "judicial-office", "zhengzhou-judicial"):
        assert bureau.client.ask(by_name, persona=persona)["cases"]["totalCount"] == 0


def test_tasks_and_notifications_lead_from_one_desk_to_the_next(bureau: Bureau) -> None:
    register(bureau, "MR-P-001")
    for name in ("fileCase", "investigateCase", "requestLegalReview"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    document = """{ myTasks(first: 100) { nodes { actions dueAt object { id } } }
        notifications { nodes { action objectId } } }"""
    mine = bureau.objects["case"]["id"]

    def waits_for(persona: str) -> list[str]:
        tasks = bureau.client.ask(document, persona=persona)["myTasks"]["nodes"]
        return [action for task in tasks if task["object"]["id"] == mine for action in task["actions"]]

    assert "PASS_REVIEW" in waits_for(LEGAL) and waits_for(OFFICER) == []
    told = bureau.client.ask(document, persona=LEGAL)["notifications"]["nodes"]
    assert {"action": "REQUEST_REVIEW", "objectId": mine} in told
    bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
    assert "NOTIFY" in waits_for(OFFICER)


def test_colleagues_in_another_body_hear_of_what_was_done_for_this_one(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    bureau.rows.execute(
        """INSERT INTO role_assignment (id, account_id, role, organization_id, region_code, valid_from)
           SELECT gen_random_uuid(), a.id, 'ORGAN_OFFICER', o.id, o.region_code, '2020-01-01'
           FROM account a, organization o WHERE a.subject = $1 AND o.id = $2""",
        OFFICER,
        organization_id("410302", "DEPARTMENT", "HEALTH"),
    )
    theirs = f'{{ officers(filter: {{ organization: "{HEALTH}" }}) {{ totalCount }} }}'
    until(lambda: bureau.client.ask(theirs, persona=OFFICER)["officers"]["totalCount"] > 0)
    bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))
    transfer = GlobalID.parse(bureau.objects["transfer"]["id"])
    assert transfer is not None
    told = bureau.rows.fetch("SELECT organization_id FROM notification WHERE object_id = $1::uuid", transfer.key)
    assert organization_id("410302", "DEPARTMENT", "HEALTH") in {row["organization_id"] for row in told}


def handed_on(bureau: Bureau, kind: str, receiver: str, *by: str) -> None:
    """Hand the case on: by an officer and who approves it on one side, to an officer on the other."""
    officer, head, taker = by
    case = bureau.objects["case"]["id"]
    bureau.done("draftTransfer", officer, caseId=case, kind=kind, receiverId=receiver, reason="管辖")
    for name, persona in (("approveTransfer", head), ("sendTransfer", officer)):
        bureau.done(name, persona, **bureau.on("transfer"))
    for name in BY_RECEIVER:
        bureau.done(name, taker, **bureau.on("transfer"))
    case_of(bureau, taker)


@pytest.mark.parametrize(
    ("road", "is_bound"), [("down", True), ("down, taken back", True), ("up", True), ("back", True), ("across", False)]
)
def test_the_ceiling_of_a_duty_binds_whoever_decides_by_it(bureau: Bureau, road: str, *, is_bound: bool) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    stand_in(bureau, "establishment-office", "LEGAL_UNIT", "HEALTH", "LEGAL_UNIT")
    market, health, township = (OFFICER, LEGAL), ("finance", "establishment-office"), ("township", "township-head")
    if road == "up":
        asked = {"organizationId": TOWNSHIP, "dutyItemId": duty(bureau, "MR-P-009"), "actType": "PENALTY"}
        bureau.done("registerCase", "township", **asked, cause="不明码标价", party=PERSON)
        handed_on(bureau, "UPWARD", MARKET, *township, OFFICER)
    else:
        register(bureau, "MR-P-009")
    if road.startswith("down"):
        handed_on(bureau, "DOWNWARD", TOWNSHIP, *market, "township")
    if road in ("across", "back"):
        handed_on(bureau, "HORIZONTAL", HEALTH, *market, "finance")
    if road == "back":
        handed_on(bureau, "HORIZONTAL", MARKET, *health, OFFICER)
    if road == "down, taken back":
        bureau.rows.execute("UPDATE duty_assignment SET state = 'TAKEN_BACK', taken_back_on = '2026-11-30'")
    officer, organ = {"across": ("finance", HEALTH), "up": (OFFICER, MARKET), "back": (OFFICER, MARKET)}.get(
        road, ("township", TOWNSHIP)
    )
    bureau.done("assignOfficers", officer, **bureau.on("case"), officerIds=officers(bureau, organ)[:2])
    for name in ("investigateCase", "notifyParty", "waiveHearing"):
        bureau.done(name, officer, **bureau.on("case"))
    fine = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "5000.01"}
    errors = bureau.run("decideCase", officer, **bureau.on("case"), **fine)["userErrors"]
    assert [each["code"] for each in errors] == (["FINE_ABOVE_CEILING"] if is_bound else [])


def test_a_refusal_that_was_settled_is_no_shirking_of_what_comes(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    urban = ("vertical-tax-officer", "establishment-office")
    stand_in(bureau, urban[0], "DEPARTMENT", "URBAN_MANAGEMENT")
    stand_in(bureau, urban[1], "LEGAL_UNIT", "URBAN_MANAGEMENT", "LEGAL_UNIT")
    told = "SELECT facts::text, cleared_at FROM alert WHERE rule = 'TRANSFER_REFUSED' AND object_id = $1"

    def refused(officer: str, head: str) -> tuple[int, bool]:
        asked = {"kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "不属于本机关管辖"}
        bureau.done("draftTransfer", officer, caseId=bureau.objects["case"]["id"], **asked)
        for name, persona in (("approveTransfer", head), ("sendTransfer", officer)):
            bureau.done(name, persona, **bureau.on("transfer"))
        for name, given in (("receiveTransfer", {}), ("rejectTransfer", {"reason": "不属于本机关职责"})):
            bureau.done(name, "finance", **bureau.on("transfer"), **given)
        case = case_of(bureau, officer)
        assert case is not None
        return case["refusals"], case["isShirked"]

    register(bureau)
    assert refused(OFFICER, LEGAL) == (1, False)
    handed_on(bureau, "HORIZONTAL", body("410302", "DEPARTMENT", "URBAN_MANAGEMENT"), OFFICER, LEGAL, urban[0])
    assert bureau.objects["case"]["refusals"] == 0
    assert refused(*urban) == (1, False)
    assert bureau.rows.fetch(told, key_of(bureau)) == []
    assert refused(*urban) == (2, True)
    (alert,) = bureau.rows.fetch(told, key_of(bureau))
    assert alert["facts"].count("卫生健康委员会") == 2 and alert["cleared_at"] is None
    # Who is designated has it, were it who wanted to be rid of it.
    bureau.done("openDispute", urban[0], transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    bureau.done("applyForCoordination", urban[0], **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, "county-judicial", **bureau.on("dispute"))
    bureau.done("recordAgreement", "county-judicial", **bureau.on("dispute"), agreement="由城管局办理")
    of_urban = {"organizationId": body("410302", "DEPARTMENT", "URBAN_MANAGEMENT")}
    bureau.done("designateOrgan", "county-judicial", **bureau.on("dispute"), **of_urban)
    assert bureau.objects["dispute"]["isShirking"]
    assert (case_of(bureau, urban[0]) or {})["refusals"] == 0
    (alert,) = bureau.rows.fetch(told, key_of(bureau))
    assert alert["cleared_at"] is not None
    assert refused(*urban) == (1, False)
