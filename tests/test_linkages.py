"""Linkage of licence, inspection and penalty: what each side reads of it, and what may answer it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bureau import CREDIT_CODE, HEALTH, OFFICER, PERSON, TOWNSHIP, Bureau, register, stand_in

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
