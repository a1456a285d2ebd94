"""A transfer to the supervisory commission (监察委员会) is answered by it, and by nobody else."""

from __future__ import annotations

from models.alerting import evaluate
from models.base import now
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    Bureau,
    body,
    case_of,
    draft,
    duty,
    hand_in,
    key_of,
    register,
    stand_in,
)

COMMISSION, OTHER = body("410302", "SUPERVISORY_COMMISSION"), body("410303", "SUPERVISORY_COMMISSION")
PERSONA = "supervisory-commission"


def sent(bureau: Bureau, to: str = COMMISSION) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, to, "SUPERVISORY")
    hand_in(bureau)


def seen(bureau: Bureau, persona: str) -> tuple[bool, bool]:
    """Whether the persona sees the transfer and its case."""
    ids = [bureau.objects[name]["id"] for name in ("transfer", "case")]
    transfer, case = bureau.client.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}, persona)[
        "nodes"
    ]
    return transfer is not None, case is not None


def test_the_commission_takes_the_case_for_good_and_returns_the_result(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, COMMISSION, "SUPERVISORY")
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert seen(bureau, PERSONA) == (False, False)
    bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))
    assert seen(bureau, PERSONA) == (True, True) and seen(bureau, "police") == (False, False)
    for name, persona in (("receiveTransfer", OFFICER), ("receiveTransfer", "police")):
        assert bureau.refused(name, persona, **bureau.on("transfer")) in ("FORBIDDEN", "NOT_FOUND")
    assert bureau.done("receiveTransfer", PERSONA, **bureau.on("transfer"))["availableActions"] == [
        "ACCEPT",
        "REJECT",
        "EXTEND_DEADLINE",
    ]
    assert bureau.done("acceptTransfer", PERSONA, **bureau.on("transfer"))["case"] == {"state": "TRANSFERRED"}
    ended = bureau.done("returnTransferResult", PERSONA, **bureau.on("transfer"), result="已立案审查调查")
    assert ended["state"] == "RESULT_RETURNED" and ended["availableActions"] == []
    assert (case_of(bureau, OFFICER) or {})["availableActions"] == []


def test_the_commission_rejects_and_the_case_goes_on_where_it_was(bureau: Bureau) -> None:
    sent(bureau)
    bureau.done("receiveTransfer", PERSONA, **bureau.on("transfer"))
    rejected = bureau.done("rejectTransfer", PERSONA, **bureau.on("transfer"), reason="不属于职务违法")
    assert rejected["state"] == "REJECTED" and rejected["availableActions"] == []
    assert seen(bureau, PERSONA) == (True, False)
    assert "INVESTIGATE" in (case_of(bureau, OFFICER) or {})["availableActions"]


def rejected(bureau: Bureau, to: str, kind: str, persona: str) -> None:
    draft(bureau, to, kind)
    hand_in(bureau)
    bureau.done("receiveTransfer", persona, **bureau.on("transfer"))
    bureau.done("rejectTransfer", persona, **bureau.on("transfer"), reason="不属于本机关职责")


def test_what_the_commission_does_not_take_is_no_dispute_and_no_shirking(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    rejected(bureau, HEALTH, "HORIZONTAL", "finance")
    for _ in range(2):
        rejected(bureau, COMMISSION, "SUPERVISORY", PERSONA)
        document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { availableActions } } }"
        transfer = bureau.objects["transfer"]["id"]
        assert bureau.client.ask(document, {"id": transfer}, OFFICER)["node"]["availableActions"] == []
        asked = {"transferId": transfer, "subject": "管辖权争议"}
        assert bureau.refused("openDispute", OFFICER, **asked) == "COMMISSION_NOT_DISPUTED"
        assert bureau.refused("openDispute", PERSONA, **asked) == "FORBIDDEN"
    case = case_of(bureau, OFFICER) or {}
    assert (case["refusals"], case["isShirked"]) == (1, False)
    # Nor is the commission named among those who refused, once another organ does so again.
    rejected(bureau, HEALTH, "HORIZONTAL", "finance")
    assert (case_of(bureau, OFFICER) or {})["isShirked"]
    bureau.rows.run(lambda connection: evaluate(connection, now()))
    told = "SELECT facts::text FROM alert WHERE rule = 'TRANSFER_REFUSED' AND object_id = $1"
    facts = bureau.rows.value(told, key_of(bureau))
    assert "卫生健康委员会" in facts and "监察委员会" not in facts


def test_the_commission_registers_nothing_and_sees_nothing_else(bureau: Bureau) -> None:
    asked = {"dutyItemId": duty(bureau, "MR-P-002"), "actType": "PENALTY", "cause": "x", "party": PERSON}
    for owner, code in ((MARKET, "FORBIDDEN"), (COMMISSION, "DUTY_NOT_HELD")):
        assert bureau.refused("registerCase", PERSONA, organizationId=owner, **asked) == code
    register(bureau)
    # Of cases it sees what everyone does.
    read = """{ cases(first: 1, filter: { published: false }) { totalCount } officers(first: 1) { totalCount }
                alerts(first: 1) { totalCount } }"""
    assert {each["totalCount"] for each in bureau.client.ask(read, {}, PERSONA).values()} == {0}
    own = "query($id: ID!) { node(id: $id) { id } }"
    assert bureau.client.ask(own, {"id": bureau.objects["case"]["id"]}, PERSONA)["node"] is None
