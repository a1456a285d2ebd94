"""Linkage of licence, inspection and penalty: what each side reads of it, and what may answer it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
    TEAM,
    TOWNSHIP,
    Bureau,
    body,
    duty,
    register,
    stand_in,
)
from tests.examples import copy_row

ENTERPRISE = {"kind": "ENTERPRISE", "name": "洛阳某某餐饮有限公司", "creditCode": CREDIT_CODE}
ABOUT = """query($id: ID!) { node(id: $id) { ... on Linkage {
    case { number } caseNumber cause partyKind partyName partyCreditCode } } }"""
MADE = "query($id: ID!) { case(by: { id: $id }) { linkages { nodes { id version sentAt receiver { id } } } } }"


def linkage_of(bureau: Bureau) -> dict[str, Any]:
    """The linkage that the case at hand called for."""
    case = bureau.client.ask(MADE, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    (bureau.objects["linkage"],) = case["linkages"]["nodes"]
    return bureau.objects["linkage"]


def grant(bureau: Bureau, party: dict[str, Any], **given: Any) -> dict[str, Any]:
    """A licence that is granted, with its inspection task; answers what ``grantLicence`` did."""
    register(bureau, "MR-L-001", actType="LICENSING", cause="申请食品经营许可", party=party)
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    return bureau.run("grantLicence", OFFICER, **bureau.on("case"), decision="准予食品经营许可", **given)


def penalize(bureau: Bureau, party: dict[str, Any]) -> None:
    """A warning that was decided."""
    register(bureau, procedure="SIMPLE", party=party)
    for name in ("fileCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("decideCase", OFFICER, **bureau.on("case"), decision="警告", penaltyKinds=["WARNING"])


# Who reads the party's name how, and whether also the case; of an enterprise it is nobody's secret.
READERS = {
    OFFICER: ("张三丰", True),
    "county-market-legal": ("张三丰", True),
    "county-judicial": ("张三丰", True),
    "city-judicial": ("张三丰", True),
    "township": ("张三丰", False),
    "township-head": ("张三丰", False),
    "judicial-office": ("张**", False),
}
NOT_READERS = [
    *("county-judicial-2", "zhengzhou-judicial", "county-government", "vertical-tax-officer", "police", "finance"),
    *("enterprise", "evaluator", "system-admin", None),
]


@pytest.mark.parametrize("party", [PERSON, ENTERPRISE])
def test_both_sides_learn_whom_it_is_about_and_nobody_else(bureau: Bureau, party: dict[str, Any]) -> None:
    assert grant(bureau, party, supervisorId=TOWNSHIP)["userErrors"] == []
    linkage = linkage_of(bureau)
    number = bureau.rows.value("SELECT number FROM enforcement_case ORDER BY registered_at DESC, id DESC LIMIT 1")
    for persona, (name, sees_case) in READERS.items():
        assert bureau.client.ask(ABOUT, {"id": linkage["id"]}, persona)["node"] == {
            "case": {"number": number} if sees_case else None,
            "caseNumber": number,
            "cause": "申请食品经营许可",
            "partyKind": party["kind"],
            "partyName": party["name"] if party is ENTERPRISE else name,
            "partyCreditCode": party.get("creditCode"),
        }
    for reader in NOT_READERS:
        assert bureau.client.ask(ABOUT, {"id": linkage["id"]}, reader)["node"] is None


def test_a_proposal_says_whose_licence_it_is_about(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    penalize(bureau, ENTERPRISE)
    bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")
    found = bureau.client.ask(ABOUT, {"id": linkage_of(bureau)["id"]}, "finance")["node"]
    assert (found["case"], found["partyName"], found["partyCreditCode"]) == (None, ENTERPRISE["name"], CREDIT_CODE)


# Who can never sign a receipt, whatever it is sent.
NO_RECEIVERS = [
    *(POLICE, body("410302", "GOVERNMENT"), body("410302", "JUDICIAL_BUREAU"), body("410302", "FINANCE")),
    *(body("410302", "LEGAL_UNIT", "MARKET_REGULATION"), body("410302001", "JUDICIAL_OFFICE")),
]


def test_what_cannot_receive_is_sent_nothing(bureau: Bureau) -> None:
    for receiver in NO_RECEIVERS:
        (error,) = grant(bureau, ENTERPRISE, supervisorId=receiver)["userErrors"]
        assert (error["code"], error["field"]) == ("WRONG_RECEIVER", "supervisorId")
        assert "移送" not in error["message"] and "transfer" not in error["message"]
    penalize(bureau, ENTERPRISE)
    before = bureau.rows.digest()
    for receiver in NO_RECEIVERS:
        asked = {**bureau.on("case"), "receiverId": receiver, "proposal": "暂扣许可证"}
        assert bureau.refused("proposeOnLicence", OFFICER, **asked) == "WRONG_RECEIVER"
    # Nor can who licenses nothing say what becomes of a licence.
    for receiver in (TOWNSHIP, TEAM):
        asked = {**bureau.on("case"), "receiverId": receiver, "proposal": "暂扣许可证"}
        (error,) = bureau.run("proposeOnLicence", OFFICER, **asked)["userErrors"]
        assert (error["code"], error["field"]) == ("WRONG_RECEIVER", "receiverId")
        assert "LICENSING（行政许可）" in error["message"]
    assert bureau.rows.digest() == before
    # To the township with its team one was assigned.
    licensing = "code = 'MR-L-001' AND region_code = '410302'"
    item = bureau.rows.value(f"SELECT id FROM duty_item WHERE {licensing}")
    owner = bureau.rows.value(f"SELECT organization_id FROM duty_item WHERE {licensing}")
    of = {"duty_item_id": item, "owner_id": owner, "duty_code": "MR-L-001"}
    to_township = "region_code = '410302001' AND duty_code = 'UM-I-001'"
    copy_row(bureau.rows, "duty_assignment", to_township, id=uuid4(), **of)
    for receiver in (TOWNSHIP, TEAM):
        bureau.done("proposeOnLicence", OFFICER, **{**asked, **bureau.on("case"), "receiverId": receiver})


def on(bureau: Bureau, code: str, act_type: str, party: dict[str, Any], organ: str = MARKET, **given: Any) -> str:
    """A case of the organ on a party; answers its id."""
    asked = {"organizationId": organ, "actType": act_type, "cause": "日常检查", "party": party, **given}
    of = "HEALTH" if organ == HEALTH else "MARKET_REGULATION"
    persona = "finance" if organ == HEALTH else OFFICER
    case: str = bureau.done("registerCase", persona, dutyItemId=duty(bureau, code, of=of), **asked)["id"]
    return case


OTHERS = {
    "PERSON": {**PERSON, "idNumber": "110105199003072119"},
    "ENTERPRISE": {**ENTERPRISE, "creditCode": "91330106673959654P"},
}


@pytest.mark.parametrize("party", [PERSON, ENTERPRISE])
def test_an_inspection_task_led_to_an_inspection_of_the_same_party(bureau: Bureau, party: dict[str, Any]) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    before = on(bureau, "MR-I-001", "INSPECTION", party)
    grant(bureau, party)
    linkage = bureau.done("receiveLinkage", OFFICER, **{key: linkage_of(bureau)[key] for key in ("id", "version")})
    elsewhere = on(bureau, "HE-I-001", "INSPECTION", party, HEALTH)
    bureau.rows.execute("UPDATE enforcement_case SET published_at = now() WHERE cause = '日常检查'")
    wrong = {
        "registered before": before,
        "of another organ": elsewhere,
        "a penalty": on(bureau, "MR-P-002", "PENALTY", party),
        "of the same name": on(bureau, "MR-I-001", "INSPECTION", OTHERS[party["kind"]]),
    }
    right = on(bureau, "MR-I-001", "INSPECTION", party)
    asked = {"id": linkage["id"], "version": linkage["version"], "answer": "已检查"}
    unchanged = bureau.rows.digest()
    for why, case in wrong.items():
        (error,) = bureau.run("answerLinkage", OFFICER, **asked, resultingCaseId=case)["userErrors"]
        assert (error["code"], error["field"]) == ("WRONG_RESULTING_CASE", "resultingCaseId"), why
        assert "INSPECTION（行政检查）" in error["message"]
    assert bureau.rows.digest() == unchanged
    assert bureau.done("answerLinkage", OFFICER, **asked, resultingCaseId=right)["state"] == "ANSWERED"


def test_a_proposal_led_to_the_licence_itself_or_to_a_penalty(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    licence, penalty = (
        on(bureau, code, act_type, ENTERPRISE, HEALTH)
        for code, act_type in (("HE-L-001", "LICENSING"), ("HE-P-001", "PENALTY"))
    )
    later: dict[str, str] = {}
    for case, code in ((licence, None), (penalty, "WRONG_RESULTING_CASE"), ("INSPECTION", "WRONG_RESULTING_CASE")):
        penalize(bureau, ENTERPRISE)
        bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")
        linkage = linkage_of(bureau)
        linkage = bureau.done("receiveLinkage", "finance", id=linkage["id"], version=linkage["version"])
        later = {
            act_type: on(bureau, number, act_type, ENTERPRISE, HEALTH)
            for number, act_type in (("HE-I-001", "INSPECTION"), ("HE-P-001", "PENALTY"))
        }
        asked = {"id": linkage["id"], "version": linkage["version"], "answer": "已处理"}
        payload = bureau.run("answerLinkage", "finance", **asked, resultingCaseId=later.get(case, case))
        assert [error["code"] for error in payload["userErrors"]] == ([] if code is None else [code])
    assert bureau.done("answerLinkage", "finance", **asked, resultingCaseId=later["PENALTY"])["state"] == "ANSWERED"


@pytest.mark.parametrize(("receiver", "organ"), [(TEAM, TOWNSHIP), (TOWNSHIP, TEAM)], ids=["team", "township"])
def test_a_township_and_its_team_answer_for_each_other(bureau: Bureau, receiver: str, organ: str) -> None:
    grant(bureau, ENTERPRISE, supervisorId=receiver)
    linkage = linkage_of(bureau)
    linkage = bureau.done("receiveLinkage", "township", id=linkage["id"], version=linkage["version"])
    key = GlobalID.parse(MARKET)
    assert key is not None
    bureau.rows.execute("UPDATE duty_item SET is_assignable = true WHERE code = 'MR-I-001' AND region_code = '410302'")
    item = bureau.rows.value("SELECT id FROM duty_item WHERE code = 'MR-I-001' AND region_code = '410302'")
    assigned = {"duty_item_id": item, "owner_id": key.key, "duty_code": "MR-I-001"}
    to_township = "region_code = '410302001' AND duty_code = 'UM-I-001'"
    copy_row(bureau.rows, "duty_assignment", to_township, id=uuid4(), **assigned)
    asked = {"id": linkage["id"], "version": linkage["version"], "answer": "已检查"}
    # A township inspects in several fields; what is not of the licence's leads to nothing.
    for code, of in (("EM-I-001", "EMERGENCY"), ("MR-I-001", "MARKET_REGULATION")):
        inspected = {"organizationId": organ, "actType": "INSPECTION", "cause": "日常检查", "party": ENTERPRISE}
        case = bureau.done("registerCase", "township", dutyItemId=duty(bureau, code, of=of), **inspected)["id"]
        payload = bureau.run("answerLinkage", "township", **asked, resultingCaseId=case)
        codes = [error["code"] for error in payload["userErrors"]]
        assert codes == (["WRONG_RESULTING_CASE"] if of == "EMERGENCY" else [])
    assert payload["linkage"]["state"] == "ANSWERED"


HELD = "query($id: ID!) { node(id: $id) { ... on Linkage { state nextDueAt availableActions deadlines { state } } } }"
TOLD = "{ notifications(first: 100, filter: { action: [WITHDRAW] }) { nodes { objectId } } }"


def proposed(bureau: Bureau, state: str = "SENT") -> str:
    """What was proposed upon a penalty to ``finance``, who stands in for another organ; answers its id."""
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    penalize(bureau, ENTERPRISE)
    bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")
    linkage_of(bureau)
    for name, given, leads_to in (("receiveLinkage", {}, "RECEIVED"), ("answerLinkage", {"answer": "x"}, "ANSWERED")):
        if bureau.objects["linkage"].get("state", "SENT") != state:
            assert bureau.done(name, "finance", **bureau.on("linkage"), **given)["state"] == leads_to
    return str(bureau.objects["linkage"]["id"])


def found_by(bureau: Bureau, court: str, result: str, *, days_ago: int = 0) -> None:
    """A court's judgment is recorded by the bureau, of a penalty that was decided long before it."""
    bureau.rows.execute("UPDATE enforcement_case SET decided_at = now() - interval '9 days' WHERE state = 'DECIDED'")
    day = str(local_day(now()) - timedelta(days=days_ago))
    lawsuit: dict[str, Any] = {"kind": "LITIGATION", "result": result, "body": court, "decidedOn": day}
    lawsuit |= {"penaltyKinds": ["WARNING"]} if result == "CHANGED" else {}
    bureau.done("recordReviewOutcome", "county-judicial", **bureau.on("case"), **lawsuit)


SIDES = ("finance", OFFICER)
BY_WHOM = """query($id: ID!) { node(id: $id) {
    ... on Linkage { history { command actor changes { field after } } } } }"""


@pytest.mark.parametrize("result", ["ANNULLED", "LOST"])
@pytest.mark.parametrize("state", ["SENT", "RECEIVED"])
def test_a_proposal_falls_with_the_penalty_that_it_rests_on(bureau: Bureau, state: str, result: str) -> None:
    linkage = proposed(bureau, state)
    found_by(bureau, "洛阳铁路运输法院", result)
    for persona in ("finance", OFFICER):
        told = bureau.client.ask(TOLD, persona=persona)["notifications"]["nodes"]
        assert {"objectId": linkage} in told
    # That it fell is told, not what was recorded of the case by whom.
    last = {each: bureau.client.ask(BY_WHOM, {"id": linkage}, each)["node"]["history"][0] for each in SIDES}
    assert {"field": "state", "after": "WITHDRAWN"} in last["finance"]["changes"]
    assert (last["finance"]["command"], last["finance"]["actor"]) == (None, None)
    assert last[OFFICER]["command"] == "record_review_outcome"
    # Who proposed it, the receiver is told.
    first = bureau.client.ask(BY_WHOM, {"id": linkage}, "finance")["node"]["history"][-1]
    assert (first["command"], first["actor"]) == ("propose_on_licence", "区监员")
    fallen = {"state": "WITHDRAWN", "nextDueAt": None, "availableActions": [], "deadlines": [{"state": "MET"}]}
    assert bureau.client.ask(HELD, {"id": linkage}, "finance")["node"] == fallen
    version = bureau.rows.value("SELECT version FROM linkage WHERE state = 'WITHDRAWN' ORDER BY sent_at DESC LIMIT 1")
    for name, given in (("receiveLinkage", {}), ("answerLinkage", {"answer": "已暂扣"})):
        assert bureau.refused(name, "finance", id=linkage, version=version, **given) == "INVALID_STATE"
    # What stands again another one is proposed upon.
    found_by(bureau, "郑州铁路运输中级法院", "UPHELD")
    bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")


def test_a_proposal_stands_as_long_as_the_penalty_does(bureau: Bureau) -> None:
    linkage = proposed(bureau)
    # What is recorded last is not always the last that was decided.
    for court, result, days_ago in (("中级法院", "UPHELD", 0), ("铁路法院", "LOST", 5), ("高级法院", "CHANGED", 0)):
        found_by(bureau, court, result, days_ago=days_ago)
        held = bureau.client.ask(HELD, {"id": linkage}, "finance")["node"]
        assert (held["state"], held["availableActions"]) == ("SENT", ["RECEIVE"])
        assert held["deadlines"] == [{"state": "RUNNING"}]


def test_what_was_answered_stays(bureau: Bureau) -> None:
    answered = proposed(bureau, "ANSWERED")
    found_by(bureau, "洛阳铁路运输法院", "ANNULLED")
    assert bureau.client.ask(HELD, {"id": answered}, "finance")["node"]["state"] == "ANSWERED"


def test_an_inspection_task_falls_with_the_licence(bureau: Bureau) -> None:
    fallen = {"state": "WITHDRAWN", "nextDueAt": None, "availableActions": [], "deadlines": [{"state": "MET"}]}

    def held(linkage: str) -> dict[str, Any]:
        found: dict[str, Any] = bureau.client.ask(HELD, {"id": linkage}, "township")["node"]
        return found

    grant(bureau, ENTERPRISE, supervisorId=TOWNSHIP)
    annulled = linkage_of(bureau)["id"]
    found_by(bureau, "洛阳铁路运输法院", "ANNULLED")
    assert held(annulled) == fallen
    grant(bureau, ENTERPRISE, supervisorId=TOWNSHIP)
    revoked = linkage_of(bureau)["id"]
    bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="骗取许可")
    assert held(revoked) == fallen
    assert {"objectId": revoked} in bureau.client.ask(TOLD, persona="township")["notifications"]["nodes"]
    # A licence that is restored is inspected by the same.
    found_by(bureau, "洛阳铁路运输法院", "ANNULLED")
    assert held(revoked) == fallen
    bureau.done("restoreLicence", OFFICER, **bureau.on("case"))
    linkages = bureau.client.ask(MADE, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["linkages"]["nodes"]
    (again,) = [each for each in linkages if each["id"] != revoked]
    assert again["receiver"]["id"] == TOWNSHIP
    assert {key: held(again["id"])[key] for key in ("state", "deadlines")} == {
        "state": "SENT",
        "deadlines": [{"state": "RUNNING"}],
    }
