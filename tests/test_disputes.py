"""A dispute ends: by its sides, who leave the case where it is, also once the case went to somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bureau import HEALTH, LEGAL, OFFICER, SHOWN, Bureau, body, case_of, draft, hand_in, register, stand_in

RECEIVER, COORDINATOR, THIRD = "finance", "county-judicial", "vertical-tax-officer"
TAX = body("410302", "VERTICAL", "TAX")
AGREED = {"agreement": "由市场监管局办理"}


def rejected(bureau: Bureau) -> dict[str, Any]:
    """A transfer that its receiver rejected."""
    stand_in(bureau, RECEIVER, "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    return bureau.done("rejectTransfer", RECEIVER, **bureau.on("transfer"), reason="不属于本机关职责")


def dispute(bureau: Bureau, transfer: dict[str, Any]) -> dict[str, Any]:
    return bureau.done("openDispute", OFFICER, transferId=transfer["id"], subject="管辖权争议")


def taken_over(bureau: Bureau) -> None:
    """The case goes to a third organ, which accepts it."""
    draft(bureau, TAX)
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, THIRD, **bureau.on("transfer"))


def advanced(bureau: Bureau, state: str) -> None:
    """Bring the dispute to a state."""
    steps: list[tuple[str, str, str, dict[str, Any]]] = [
        ("APPLIED", "applyForCoordination", OFFICER, {"application": "请求协调"}),
        ("ACCEPTED", "acceptDispute", COORDINATOR, {}),
        ("COORDINATING", "coordinateDispute", COORDINATOR, {}),
        ("OPINION_ISSUED", "issueCoordinationOpinion", COORDINATOR, {"opinion": "由卫健委办理"}),
        ("ESCALATED", "escalateDispute", RECEIVER, {}),
    ]
    for reached, name, persona, given in steps:
        if bureau.objects["dispute"]["state"] != state:
            assert bureau.done(name, persona, **bureau.on("dispute"), **given)["state"] == reached


def seen(bureau: Bureau, shown: str, type_name: str, persona: str) -> dict[str, Any]:
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ {SHOWN[shown]} }} }} }}"
    found: dict[str, Any] = bureau.client.ask(document, {"id": bureau.objects[shown]["id"]}, persona)["node"]
    bureau.objects[shown] = found
    return found


@pytest.mark.parametrize("side", [OFFICER, RECEIVER])
@pytest.mark.parametrize("state", ["NEGOTIATING", "APPLIED"])
def test_its_sides_settle_it_before_it_is_coordinated(bureau: Bureau, state: str, side: str) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, state)
    assert bureau.refused("settleDispute", LEGAL, **bureau.on("dispute"), **AGREED) == "FORBIDDEN"
    assert bureau.refused("settleDispute", side, **bureau.on("dispute"), agreement=" ") == "INVALID_VALUE"
    settled = bureau.done("settleDispute", side, **bureau.on("dispute"), **AGREED)
    assert settled["state"] == "AGREED" and settled["availableActions"] == []
    shown = "{ disputes { nodes { id agreement endedAt nextDueAt availableActions } } }"
    (found,) = [
        each
        for each in bureau.client.ask(shown, persona=COORDINATOR)["disputes"]["nodes"]
        if each["id"] == settled["id"]
    ]
    assert (found["agreement"], found["nextDueAt"], found["availableActions"]) == (AGREED["agreement"], None, [])
    assert found["endedAt"] is not None
    tasks = bureau.client.ask("{ myTasks(first: 100) { nodes { object { id } } } }", persona=COORDINATOR)["myTasks"]
    assert settled["id"] not in [each["object"]["id"] for each in tasks["nodes"]]
    # The case stays with its sender, who may transfer it or dispute the refusal again.
    case = case_of(bureau, OFFICER)
    assert case is not None and case["organization"]["name"] == "洛阳市老城区市场监督管理局"
    transfer = seen(bureau, "transfer", "CaseTransfer", OFFICER)
    assert transfer["state"] == "REJECTED" and transfer["availableActions"] == ["NEGOTIATE"]
    dispute(bureau, transfer)


def test_what_the_coordinator_accepted_its_sides_do_not_end(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "OPINION_ISSUED")
    for side in (OFFICER, RECEIVER):
        assert "SETTLE" not in seen(bureau, "dispute", "CoordinationDispute", side)["availableActions"]
        assert bureau.refused("settleDispute", side, **bureau.on("dispute"), **AGREED) == "COORDINATION_RUNS"


def test_a_refusal_is_not_disputed_once_the_case_went_elsewhere(bureau: Bureau) -> None:
    transfer = rejected(bureau)
    taken_over(bureau)
    asked = {"transferId": transfer["id"], "subject": "管辖权争议"}
    for side in (OFFICER, RECEIVER):
        assert bureau.refused("openDispute", side, **asked) == "CASE_HANDED_OVER"
    bureau.objects["transfer"] = transfer
    assert seen(bureau, "transfer", "CaseTransfer", OFFICER)["availableActions"] == []
    # Who has it now may transfer it to the same, who rejects it: that is another dispute.
    asked = {"caseId": bureau.objects["case"]["id"], "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
    bureau.done("draftTransfer", THIRD, **asked)
    stand_in(bureau, "county-market-legal", "VERTICAL", "TAX", "LEGAL_UNIT")
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    bureau.done("sendTransfer", THIRD, **bureau.on("transfer"))
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    again = bureau.done("rejectTransfer", RECEIVER, **bureau.on("transfer"), reason="不属于本机关职责")
    opened = bureau.done("openDispute", THIRD, transferId=again["id"], subject="管辖权争议")
    assert opened["state"] == "NEGOTIATING"


@pytest.mark.parametrize("state", ["NEGOTIATING", "APPLIED", "ACCEPTED", "COORDINATING", "OPINION_ISSUED", "ESCALATED"])
def test_over_a_case_that_went_elsewhere_nothing_is_left_but_its_end(bureau: Bureau, state: str) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, state)
    taken_over(bureau)
    for persona, only in ((OFFICER, ["SETTLE"]), (RECEIVER, ["SETTLE"]), ("county-government", [])):
        assert seen(bureau, "dispute", "CoordinationDispute", persona)["availableActions"] == only
    acts: dict[str, tuple[str, str, dict[str, Any]]] = {
        "NEGOTIATING": ("applyForCoordination", OFFICER, {"application": "x"}),
        "APPLIED": ("acceptDispute", COORDINATOR, {}),
        "ACCEPTED": ("coordinateDispute", COORDINATOR, {}),
        "COORDINATING": ("recordAgreement", COORDINATOR, AGREED),
        "OPINION_ISSUED": ("designateOrgan", COORDINATOR, {"organizationId": HEALTH}),
        "ESCALATED": ("decideDispute", "county-government", {"decision": "x", "organizationId": HEALTH}),
    }
    name, persona, given = acts[state]
    assert bureau.refused(name, persona, **bureau.on("dispute"), **given) == "CASE_HANDED_OVER"
    settled = bureau.done("settleDispute", OFFICER, **bureau.on("dispute"), agreement="案件已由税务机关办理")
    assert (settled["state"], settled["availableActions"]) == ("AGREED", [])
    # Who has the case keeps it.
    case = case_of(bureau, THIRD)
    assert case is not None and not case["isOffered"]


def test_a_settlement_ends_the_clock_that_ran(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "APPLIED")
    bureau.done("requestSupplement", COORDINATOR, **bureau.on("dispute"), reason="缺少证据清单")
    settled = bureau.done("settleDispute", RECEIVER, **bureau.on("dispute"), **AGREED)
    document = """query($id: ID!) { node(id: $id) { ... on CoordinationDispute {
        isSupplementAsked deadlines { event state } } } }"""
    found = bureau.client.ask(document, {"id": settled["id"]}, OFFICER)["node"]
    assert not found["isSupplementAsked"] and {each["state"] for each in found["deadlines"]} == {"MET"}
