"""A transfer that its sender corrects or withdraws, or that a decision on the case overtakes: the case goes on."""

from __future__ import annotations

from typing import Any

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    SHOWN,
    Bureau,
    body,
    case_of,
    draft,
    hand_in,
    register,
    stand_in,
)

RECEIVER, COORDINATOR = "finance", "county-judicial"
TAX = body("410302", "VERTICAL", "TAX")


def filed(bureau: Bureau) -> None:
    stand_in(bureau, RECEIVER, "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))


def seen_by(bureau: Bureau, persona: str) -> dict[str, Any] | None:
    shown = f"{SHOWN['transfer']} withdrawalReason"
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on CaseTransfer {{ {shown} }} }} }}"
    found: dict[str, Any] | None = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, persona)[
        "node"
    ]
    return found


def told(bureau: Bureau, persona: str) -> list[str]:
    document = "{ notifications(first: 100) { nodes { action objectId } } }"
    nodes = bureau.client.ask(document, persona=persona)["notifications"]["nodes"]
    return [each["action"] for each in nodes if each["objectId"] == bureau.objects["transfer"]["id"]]


@pytest.mark.parametrize("is_approved", [False, True])
def test_before_it_is_sent_its_receiver_never_learns_of_it(bureau: Bureau, *, is_approved: bool) -> None:
    filed(bureau)
    draft(bureau)
    if is_approved:
        bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert bureau.refused("withdrawTransfer", RECEIVER, **bureau.on("transfer")) == "NOT_FOUND"
    assert bureau.refused("withdrawTransfer", LEGAL, **bureau.on("transfer")) == "FORBIDDEN"
    withdrawn = bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))
    assert withdrawn["state"] == "WITHDRAWN" and withdrawn["availableActions"] == []
    assert [each["state"] for each in withdrawn["deadlines"]] == ["MET"] * is_approved
    assert seen_by(bureau, RECEIVER) is None and told(bureau, RECEIVER) == []
    # The case goes on, to another receiver too.
    draft(bureau)


@pytest.mark.parametrize("is_received", [False, True])
def test_once_it_was_sent_with_a_reason_and_its_receiver_is_told(bureau: Bureau, *, is_received: bool) -> None:
    filed(bureau)
    draft(bureau)
    hand_in(bureau)
    if is_received:
        bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    for given in ({}, {"reason": " "}):
        payload = bureau.run("withdrawTransfer", OFFICER, **bureau.on("transfer"), **given)
        assert [(each["code"], each["field"]) for each in payload["userErrors"]] == [("INVALID_VALUE", "reason")]
    withdrawn = bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"), reason="移送有误")
    assert {each["state"] for each in withdrawn["deadlines"]} == {"MET"}
    seen = seen_by(bureau, RECEIVER)
    assert seen is not None and (seen["state"], seen["withdrawalReason"]) == ("WITHDRAWN", "移送有误")
    assert seen["case"] is None and seen["availableActions"] == [] and case_of(bureau, RECEIVER) is None
    assert "WITHDRAW" in told(bureau, RECEIVER)
    assert bureau.refused("acceptTransfer", RECEIVER, **bureau.on("transfer")) == "INVALID_STATE"
    case = case_of(bureau, OFFICER)
    assert case is not None and not case["isOffered"] and case["refusals"] == 0
    assert [each["state"] for each in case["deadlines"]] == ["RUNNING"]
    bureau.done("investigateCase", OFFICER, **bureau.on("case"))


def disputed_and_sent_again(bureau: Bureau) -> None:
    """A case in dispute with one organ while it is offered to another."""
    filed(bureau)
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    bureau.done("rejectTransfer", RECEIVER, **bureau.on("transfer"), reason="不属于本机关职责")
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    draft(bureau, TAX)
    hand_in(bureau)
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, COORDINATOR, **bureau.on("dispute"))


def assert_overtaken(bureau: Bureau, act: str) -> None:
    seen = seen_by(bureau, "vertical-tax-officer")
    assert seen is not None and seen["state"] == "WITHDRAWN" and seen["case"] is None
    # Who is no side of the dispute does not learn that there is one.
    assert seen["withdrawalReason"] == "案件管辖另行确定"
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { history { command } } } }"
    told_of = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, "vertical-tax-officer")["node"]
    assert [each["command"] for each in told_of["history"]] == [None, "send_transfer"]
    assert "WITHDRAW" in told(bureau, "vertical-tax-officer")
    key = GlobalID.parse(bureau.objects["transfer"]["id"])
    assert key is not None
    assert bureau.rows.value(
        "SELECT count(*) FROM audit_entry WHERE object_id = $1 AND action = $2 AND after->>'state' = 'WITHDRAWN'",
        key.key,
        act,
    )
    running = "SELECT count(*) FROM deadline WHERE transfer_id = $1::uuid AND ended_at IS NULL"
    assert bureau.rows.value(running, key.key) == 0


def test_what_is_decided_of_a_dispute_overtakes_a_transfer_that_was_sent(bureau: Bureau) -> None:
    disputed_and_sent_again(bureau)
    bureau.done("issueCoordinationOpinion", COORDINATOR, **bureau.on("dispute"), opinion="由卫健委办理")
    bureau.done("designateOrgan", COORDINATOR, **bureau.on("dispute"), organizationId=HEALTH)
    assert_overtaken(bureau, "designate_organ")
    moved = case_of(bureau, RECEIVER)
    assert moved is not None and moved["organization"]["name"] == "洛阳市老城区卫生健康委员会"
    assert not moved["isOffered"] and [each["state"] for each in moved["deadlines"]] == ["RUNNING"]
    # Its new owner may transfer it in its turn.
    asked = {"caseId": moved["id"], "kind": "HORIZONTAL", "receiverId": TAX, "reason": "不属于本机关管辖"}
    bureau.done("draftTransfer", RECEIVER, **asked)


def test_so_does_what_its_sides_agree_on(bureau: Bureau) -> None:
    disputed_and_sent_again(bureau)
    bureau.done("recordAgreement", COORDINATOR, **bureau.on("dispute"), agreement="由市场监管局办理")
    assert_overtaken(bureau, "record_agreement")
    case = case_of(bureau, OFFICER)
    assert case is not None and not case["isOffered"]


def test_of_a_case_that_a_dispute_left_where_it_was_there_is_no_result_to_return(bureau: Bureau) -> None:
    disputed_and_sent_again(bureau)
    disputed = bureau.rows.value("SELECT transfer_id FROM coordination_dispute ORDER BY created_at DESC LIMIT 1")
    bureau.objects["transfer"]["id"] = str(GlobalID("CaseTransfer", str(disputed)))
    bureau.done("issueCoordinationOpinion", COORDINATOR, **bureau.on("dispute"), opinion="由市场监管局办理")
    bureau.done("designateOrgan", COORDINATOR, **bureau.on("dispute"), organizationId=MARKET)
    seen = seen_by(bureau, RECEIVER)
    assert seen is not None and (seen["state"], seen["availableActions"]) == ("DESIGNATED", [])
    tasks = bureau.client.ask("{ myTasks(first: 100) { nodes { object { id } } } }", persona=RECEIVER)
    assert seen["id"] not in [each["object"]["id"] for each in tasks["myTasks"]["nodes"]]
    bureau.objects["transfer"] = seen
    refused = bureau.refused("returnTransferResult", RECEIVER, **bureau.on("transfer"), result="x")
    assert refused == "CASE_LEFT_WITH_SENDER"


def test_a_draft_is_corrected_and_what_was_approved_is_not(bureau: Bureau) -> None:
    filed(bureau)
    draft(bureau, attachments=[{"name": "询问笔录"}, {"name": "照片"}])

    def drafted() -> dict[str, Any]:
        shown = "reason legalBasis isUrgent attachments { name }"
        document = f"query($id: ID!) {{ node(id: $id) {{ ... on CaseTransfer {{ {shown} }} }} }}"
        found: dict[str, Any] = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, OFFICER)["node"]
        return found

    first = drafted()
    corrected = [{"name": "物证（封存）"}]
    bureau.done("updateTransfer", OFFICER, **bureau.on("transfer"), attachments=corrected, legalBasis="第二十二条")
    assert drafted() == {**first, "legalBasis": "第二十二条", "attachments": corrected}
    for given in ({"reason": " "}, {"attachments": [{"name": "x"}, {"name": " "}]}):
        assert bureau.refused("updateTransfer", OFFICER, **bureau.on("transfer"), **given) == "INVALID_VALUE"
    assert drafted()["attachments"] == corrected
    assert bureau.refused("updateTransfer", LEGAL, **bureau.on("transfer"), attachments=[]) == "FORBIDDEN"
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert bureau.refused("updateTransfer", OFFICER, **bureau.on("transfer"), attachments=[]) == "INVALID_STATE"
