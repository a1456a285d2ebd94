"""A transfer to the supervisory commission (监察委员会) is answered by it, and by nobody else."""

from __future__ import annotations

from tests.bureau import LEGAL, MARKET, OFFICER, PERSON, Bureau, body, case_of, draft, duty, hand_in, register

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
