"""A dispute ends without a decision: withdrawn by who opened it, and by itself once the case went to somebody else."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from seeds.organizations import organization_id
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
    SHOWN,
    Bureau,
    body,
    case_of,
    draft,
    duty,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Rows
from tests.examples import copy_row
from tests.test_at_once import Request, at_once
from tests.test_database import alembic, with_connection

RECEIVER, COORDINATOR, THIRD = "finance", "county-judicial", "vertical-tax-officer"
TAX = body("410302", "VERTICAL", "TAX")
WHY = {"reason": "双方已协商一致，由市场监管局办理"}


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


BY_WHOM = """query($id: ID!) { node(id: $id) {
    ... on CoordinationDispute { history { command title actor organization { name } } }
    ... on CaseTransfer { history { command title actor organization { name } } } } }"""


def last_told(bureau: Bureau, id_: str, persona: str) -> dict[str, Any]:
    """By what command and whom an object was last changed, as the persona reads it."""
    last: dict[str, Any] = bureau.client.ask(BY_WHOM, {"id": id_}, persona)["node"]["history"][0]
    return last


def test_who_took_the_case_over_is_told_to_who_sees_that_it_was(bureau: Bureau) -> None:
    refused = rejected(bureau)
    opened = dispute(bureau, refused)
    draft(bureau, body("410302", "SUPERVISORY_COMMISSION"), "SUPERVISORY")
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "supervisory-commission", **bureau.on("transfer"))
    untold = {"command": None, "title": None, "actor": None, "organization": None}
    told = {"command": "accept_transfer", "title": "接收移送", "actor": "监委员"}
    for id_ in (opened["id"], refused["id"]):
        assert last_told(bureau, id_, RECEIVER) == untold
        assert last_told(bureau, id_, COORDINATOR).items() >= told.items()
    assert last_told(bureau, opened["id"], "county-government") == untold


def test_coordination_has_its_time_until_it_is_said_who_handles_the_case(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "OPINION_ISSUED")
    clocks = {each["event"]: each["state"] for each in bureau.objects["dispute"]["deadlines"]}
    assert clocks == {"ACCEPT_DISPUTE": "MET", "COORDINATE_DISPUTE": "RUNNING"}
    ended = bureau.done("designateOrgan", COORDINATOR, **bureau.on("dispute"), organizationId=MARKET)
    assert {each["state"] for each in ended["deadlines"]} == {"MET"}


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
    reached_before = [reached for reached, *_ in steps]
    at = bureau.objects["dispute"]["state"]
    for reached, name, persona, given in steps[reached_before.index(at) + 1 if at in reached_before else 0 :]:
        if bureau.objects["dispute"]["state"] != state:
            assert bureau.done(name, persona, **bureau.on("dispute"), **given)["state"] == reached


def told(bureau: Bureau, persona: str) -> Any:
    """What a persona reads of how the dispute ended."""
    shown = "{ disputes(first: 100) { nodes { id agreement endReason isEnded nextDueAt availableActions } } }"
    (found,) = [
        each
        for each in bureau.client.ask(shown, persona=persona)["disputes"]["nodes"]
        if each.pop("id") == bureau.objects["dispute"]["id"]
    ]
    return found


def tasks(bureau: Bureau, persona: str) -> list[str]:
    """The ids of what waits for a persona."""
    found = bureau.client.ask("{ myTasks(first: 100) { nodes { object { id } } } }", persona=persona)["myTasks"]
    return [each["object"]["id"] for each in found["nodes"]]


def seen(bureau: Bureau, shown: str, type_name: str, persona: str) -> dict[str, Any]:
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ {SHOWN[shown]} }} }} }}"
    found: dict[str, Any] = bureau.client.ask(document, {"id": bureau.objects[shown]["id"]}, persona)["node"]
    bureau.objects[shown] = found
    return found


@pytest.mark.parametrize("state", ["NEGOTIATING", "APPLIED"])
def test_who_opened_it_withdraws_it_before_the_coordinator_accepts_it(bureau: Bureau, state: str) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, state)
    assert bureau.refused("withdrawDispute", LEGAL, **bureau.on("dispute"), **WHY) == "FORBIDDEN"
    assert bureau.refused("withdrawDispute", OFFICER, **bureau.on("dispute"), reason=" ") == "INVALID_VALUE"
    ended = bureau.done("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY)
    # Nothing was agreed.
    assert ended["state"] == state and ended["availableActions"] == []
    assert told(bureau, COORDINATOR) == {
        "agreement": None,
        "endReason": WHY["reason"],
        "isEnded": True,
        "nextDueAt": None,
        "availableActions": [],
    }
    assert ended["id"] not in tasks(bureau, COORDINATOR)
    assert bureau.refused("applyForCoordination", RECEIVER, **bureau.on("dispute"), application="x") == (
        "DISPUTE_ENDED" if state == "NEGOTIATING" else "INVALID_STATE"
    )
    # The case stays with its sender, who may transfer it or dispute the refusal again.
    case = case_of(bureau, OFFICER)
    assert case is not None and case["organization"]["name"] == "洛阳市老城区市场监督管理局"
    transfer = seen(bureau, "transfer", "CaseTransfer", OFFICER)
    assert (transfer["state"], transfer["availableActions"]) == ("REJECTED", ["NEGOTIATE"])
    assert dispute(bureau, transfer)["state"] == "NEGOTIATING"


def test_the_other_side_does_not_end_it(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    for state in ("NEGOTIATING", "APPLIED"):
        advanced(bureau, state)
        assert "WITHDRAW" not in seen(bureau, "dispute", "CoordinationDispute", RECEIVER)["availableActions"]
        assert bureau.refused("withdrawDispute", RECEIVER, **bureau.on("dispute"), **WHY) == "FORBIDDEN"
    assert bureau.done("acceptDispute", COORDINATOR, **bureau.on("dispute"))["state"] == "ACCEPTED"


def test_what_the_other_side_applied_for_is_not_withdrawn(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    bureau.done("applyForCoordination", RECEIVER, **bureau.on("dispute"), application="请求协调")
    assert bureau.refused("withdrawDispute", RECEIVER, **bureau.on("dispute"), **WHY) == "FORBIDDEN"
    assert bureau.refused("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY) == "APPLIED_BY_RESPONDENT"
    assert "WITHDRAW" not in seen(bureau, "dispute", "CoordinationDispute", OFFICER)["availableActions"]


def test_what_the_coordinator_accepted_nobody_withdraws(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "OPINION_ISSUED")
    assert "WITHDRAW" not in seen(bureau, "dispute", "CoordinationDispute", OFFICER)["availableActions"]
    assert bureau.refused("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY) == "INVALID_STATE"


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
def test_a_dispute_ends_when_its_case_goes_elsewhere(bureau: Bureau, state: str) -> None:
    transfer = rejected(bureau)
    dispute(bureau, transfer)
    advanced(bureau, state)
    taken_over(bureau)
    for persona in (OFFICER, RECEIVER, COORDINATOR, "county-government"):
        found = told(bureau, persona)
        assert (found["isEnded"], found["nextDueAt"], found["availableActions"]) == (True, None, [])
        # A government reads the papers of what it has to decide, of others the summary.
        is_told = persona != "county-government" or state == "ESCALATED"
        assert found["endReason"] == ("案件已不由移送机关办理" if is_told else None)
        assert bureau.objects["dispute"]["id"] not in tasks(bureau, persona)
    acts: dict[str, tuple[str, str, dict[str, Any]]] = {
        "NEGOTIATING": ("applyForCoordination", OFFICER, {"application": "x"}),
        "APPLIED": ("acceptDispute", COORDINATOR, {}),
        "ACCEPTED": ("coordinateDispute", COORDINATOR, {}),
        "COORDINATING": ("recordAgreement", COORDINATOR, {"agreement": "x"}),
        "OPINION_ISSUED": ("designateOrgan", COORDINATOR, {"organizationId": HEALTH}),
        "ESCALATED": ("decideDispute", "county-government", {"decision": "x", "organizationId": HEALTH}),
    }
    name, persona, given = acts[state]
    assert seen(bureau, "dispute", "CoordinationDispute", persona)["state"] == state
    assert bureau.refused(name, persona, **bureau.on("dispute"), **given) == "DISPUTE_ENDED"
    document = "query($id: ID!) { node(id: $id) { ... on CoordinationDispute { deadlines { state } } } }"
    clocks = bureau.client.ask(document, {"id": bureau.objects["dispute"]["id"]}, COORDINATOR)["node"]["deadlines"]
    assert {each["state"] for each in clocks} <= {"MET"}
    bureau.objects["transfer"] = transfer
    assert seen(bureau, "transfer", "CaseTransfer", OFFICER)["state"] == "REJECTED"
    # Both sides hear of it.
    heard = "{ notifications(first: 100) { nodes { action objectId } } }"
    for persona in (OFFICER, RECEIVER):
        nodes = bureau.client.ask(heard, persona=persona)["notifications"]["nodes"]
        assert {"action": "WITHDRAW", "objectId": bureau.objects["dispute"]["id"]} in nodes
    # Who has the case keeps it.
    case = case_of(bureau, THIRD)
    assert case is not None and not case["isOffered"]


def rejected_again(bureau: Bureau) -> dict[str, Any]:
    """Another transfer of the case, which a third organ rejected."""
    draft(bureau, TAX)
    hand_in(bureau)
    bureau.done("receiveTransfer", THIRD, **bureau.on("transfer"))
    return bureau.done("rejectTransfer", THIRD, **bureau.on("transfer"), reason="不属于本机关职责")


def test_a_case_is_in_one_dispute_at_a_time(bureau: Bureau) -> None:
    first = rejected(bureau)
    asked = {"transferId": rejected_again(bureau)["id"], "subject": "管辖权争议"}
    both: list[Request] = [
        ("openDispute", OFFICER, {"transferId": first["id"], "subject": "管辖权争议"}),
        ("openDispute", THIRD, asked),
    ]
    codes = sorted(error["code"] for payload in at_once(bureau, both) for error in payload["userErrors"])
    assert codes == ["JURISDICTION_BEING_SETTLED"]
    bureau.rows.execute("UPDATE coordination_dispute SET ended_at = now() WHERE subject = '管辖权争议'")
    bureau.rows.execute("UPDATE case_transfer SET state = 'REJECTED' WHERE state = 'DISPUTED'")
    dispute(bureau, first)
    for side in (OFFICER, THIRD):
        assert seen(bureau, "transfer", "CaseTransfer", side)["availableActions"] == []
        (error,) = bureau.run("openDispute", side, **asked)["userErrors"]
        assert (error["code"], error["field"]) == ("JURISDICTION_BEING_SETTLED", "transferId")
    bureau.done("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY)
    assert seen(bureau, "transfer", "CaseTransfer", THIRD)["availableActions"] == ["NEGOTIATE"]
    assert bureau.done("openDispute", THIRD, **asked)["state"] == "NEGOTIATING"


def test_what_was_decided_of_a_case_no_other_dispute_overturns(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "ESCALATED")
    decided = bureau.objects["dispute"]
    # Of before a case was in one dispute at a time.
    bureau.rows.execute("UPDATE coordination_dispute SET ended_at = now() WHERE state = 'ESCALATED'")
    transfer = rejected_again(bureau)
    other = bureau.done("openDispute", THIRD, transferId=transfer["id"], subject="管辖权争议")
    bureau.rows.execute("UPDATE coordination_dispute SET ended_at = NULL WHERE state = 'ESCALATED'")
    bureau.objects["dispute"] = decided
    given = {"decision": "由市场监管局办理", "organizationId": MARKET}
    bureau.done("decideDispute", "county-government", **bureau.on("dispute"), **given)
    bureau.objects["dispute"] = other
    found = told(bureau, THIRD)
    assert (found["isEnded"], found["endReason"], found["availableActions"]) == (True, "案件管辖已经确定", [])
    assert seen(bureau, "transfer", "CaseTransfer", THIRD)["availableActions"] == []
    for side in (OFFICER, THIRD):
        asked = {"transferId": transfer["id"], "subject": "管辖权争议"}
        assert bureau.refused("openDispute", side, **asked) == "JURISDICTION_SETTLED"
    case = case_of(bureau, OFFICER)
    assert case is not None and case["organization"]["name"] == "洛阳市老城区市场监督管理局"
    # What is transferred from now on is disputed again.
    again = rejected_again(bureau)
    assert again["availableActions"] == ["NEGOTIATE"]
    assert bureau.done("openDispute", THIRD, transferId=again["id"], subject="x")["state"] == "NEGOTIATING"


def test_what_is_coordinated_its_owner_does_not_decide_meanwhile(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    case_of(bureau, OFFICER)
    bureau.done("investigateCase", OFFICER, **bureau.on("case"))
    ends = {"WITHDRAW": "withdrawCase", "NOT_PENALIZE": "notPenalize"}
    for state, are_offered in (("APPLIED", True), ("ACCEPTED", False), ("OPINION_ISSUED", False), ("ESCALATED", False)):
        advanced(bureau, state)
        case = case_of(bureau, OFFICER)
        assert case is not None and (set(ends) & set(case["availableActions"]) == set(ends)) is are_offered
    for name in ends.values():
        assert bureau.refused(name, OFFICER, **bureau.on("case"), reason="x") == "DISPUTE_UNDER_COORDINATION"
    # It goes on being investigated, but is not decided.
    bureau.done("notifyParty", OFFICER, **bureau.on("case"))
    warning = {"decision": "警告", "penaltyKinds": ["WARNING"]}
    assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **warning) == "DISPUTE_UNDER_COORDINATION"
    given = {"decision": "由市场监管局办理", "organizationId": MARKET}
    bureau.done("decideDispute", "county-government", **bureau.on("dispute"), **given)
    case_of(bureau, OFFICER)
    assert bureau.done("decideCase", OFFICER, **bureau.on("case"), **warning)["state"] == "DECIDED"


@pytest.mark.parametrize("state", ["REJECTED", "APPLIED", "OPINION_ISSUED"])
def test_none_is_left_open_when_its_case_goes_elsewhere_at_the_same_moment(bureau: Bureau, state: str) -> None:
    transfer = rejected(bureau)
    if state != "REJECTED":
        dispute(bureau, transfer)
        advanced(bureau, state)
    draft(bureau, TAX)
    hand_in(bureau)
    bureau.done("receiveTransfer", THIRD, **bureau.on("transfer"))
    other: Request = "openDispute", OFFICER, {"transferId": transfer["id"], "subject": "管辖权争议"}
    if state == "APPLIED":
        other = "acceptDispute", COORDINATOR, bureau.on("dispute")
    if state == "OPINION_ISSUED":
        other = "designateOrgan", COORDINATOR, {**bureau.on("dispute"), "organizationId": HEALTH}
    accepted, acted = at_once(bureau, [("acceptTransfer", THIRD, bureau.on("transfer")), other])
    codes = [[error["code"] for error in payload["userErrors"]] for payload in (accepted, acted)]
    assert [] in codes, codes
    open_elsewhere = """SELECT count(*) FROM coordination_dispute d JOIN enforcement_case c ON c.id = d.case_id
                        WHERE d.ended_at IS NULL AND c.organization_id NOT IN (d.applicant_id, d.respondent_id)"""
    assert bureau.rows.value(open_elsewhere) == 0, codes


def test_a_withdrawal_ends_the_clock_that_ran(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    advanced(bureau, "APPLIED")
    bureau.done("requestSupplement", COORDINATOR, **bureau.on("dispute"), reason="缺少证据清单")
    ended = bureau.done("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY)
    document = """query($id: ID!) { node(id: $id) { ... on CoordinationDispute {
        isSupplementAsked deadlines { event state } } } }"""
    found = bureau.client.ask(document, {"id": ended["id"]}, OFFICER)["node"]
    assert not found["isSupplementAsked"] and {each["state"] for each in found["deadlines"]} == {"MET"}


def test_the_government_is_not_told_where_a_case_stands(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    case_of(bureau, OFFICER)
    bureau.done("withdrawCase", OFFICER, **bureau.on("case"), reason="线索不实")
    advanced(bureau, "ESCALATED")
    asked = {**bureau.on("dispute"), "decision": "x", "organizationId": HEALTH}
    payload = bureau.run("decideDispute", "county-government", **asked)
    (error,) = payload["userErrors"]
    assert (error["code"], error["field"]) == ("WRONG_RECEIVER", "organizationId")
    assert "WITHDRAWN" not in error["message"] and "已撤销" not in error["message"]
    # What can be decided still: that who has it keeps it.
    decided = bureau.done("decideDispute", "county-government", **{**asked, "organizationId": MARKET})
    assert decided["state"] == "GOVERNMENT_DECIDED"


def test_a_dispute_of_before_ends_as_of_when_its_case_went_elsewhere(scratch: str) -> None:
    with_connection(scratch, alembic("0062"))
    rows = Rows(scratch)
    found = rows.fetch("SELECT id, transfer_id, case_id FROM coordination_dispute WHERE ended_at IS NULL ORDER BY id")
    gone, *others = found
    at = rows.value(
        """INSERT INTO handed_over_case (id, transfer_id, organization_id, region_code, field, number, act_type, state,
               cause, party_kind, party_name, handed_over_at)
           SELECT gen_random_uuid(), $1, organization_id, region_code, field, number, act_type, state, cause,
               party_kind, party_name, now()
           FROM enforcement_case WHERE id = $2 RETURNING handed_over_at""",
        gone["transfer_id"],
        gone["case_id"],
    )
    rows.execute("UPDATE coordination_dispute SET next_due_at = now(), next_near_at = now()")
    rows.execute("DELETE FROM deadline WHERE dispute_id IS NOT NULL")
    rows.execute(
        """INSERT INTO deadline (id, rule_id, event, dispute_id, started_at, due_at, near_at, last_day, is_provisional,
               extensions)
           SELECT gen_random_uuid(), r.id, r.event, d.id, now(), now(), now(), current_date, false, 0
           FROM coordination_dispute d, (SELECT id, event FROM deadline_rule WHERE event = 'ACCEPT_DISPUTE' LIMIT 1) r
           WHERE d.ended_at IS NULL"""
    )
    with_connection(scratch, alembic("head"))
    after = "SELECT ended_at, end_reason, is_ended, next_due_at FROM coordination_dispute WHERE id = $1"
    assert rows.fetch(after, gone["id"]) == [
        {"ended_at": at, "end_reason": "案件已不由移送机关办理", "is_ended": True, "next_due_at": None}
    ]
    running = "SELECT count(*) FROM deadline WHERE dispute_id = $1 AND ended_at IS NULL"
    assert rows.value(running, gone["id"]) == 0
    assert [rows.value(running, each["id"]) for each in others] == [1] * len(others)
    assert rows.value("SELECT state FROM case_transfer WHERE id = $1", gone["transfer_id"]) == "REJECTED"
    assert others and not any(rows.value(after, each["id"]) for each in others)
    rows.close()


def test_what_the_other_side_supplements_leaves_the_application_to_who_made_it(bureau: Bureau) -> None:
    dispute(bureau, rejected(bureau))
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    bureau.done("requestSupplement", "county-judicial", **bureau.on("dispute"), reason="缺少移送回执")
    bureau.done("supplementApplication", RECEIVER, **bureau.on("dispute"), supplement="补充材料")
    document = """query($id: ID!) { node(id: $id) { ... on CoordinationDispute {
        application supplement isAppliedByApplicant } } }"""
    told = bureau.client.ask(document, {"id": bureau.objects["dispute"]["id"]}, RECEIVER)["node"]
    assert told == {"application": "请求协调", "supplement": "补充材料", "isAppliedByApplicant": True}
    bureau.done("withdrawDispute", OFFICER, **bureau.on("dispute"), **WHY)


def of_police(bureau: Bureau) -> None:
    """A case of the police, handed over to a department and rejected there."""
    held = {"organization_id": organization_id("410302", "POLICE", "PUBLIC_SECURITY"), "field": "PUBLIC_SECURITY"}
    copy_row(bureau.rows, "duty_item", "code = 'MR-P-002' AND region_code = '410302'", id=uuid4(), **held)
    asked = {"dutyItemId": duty(bureau, "MR-P-002", of="PUBLIC_SECURITY"), "actType": "PENALTY", "cause": "x"}
    bureau.done("registerCase", "police", organizationId=POLICE, **asked, party=PERSON)
    bureau.done("updateCase", "police", **bureau.on("case"), cause="殴打他人")
    bureau.done("assignOfficers", "police", **bureau.on("case"), officerIds=officers(bureau, POLICE)[:2])
    filed = bureau.done("fileCase", "police", **bureau.on("case"))
    assert set(filed["availableActions"]) == {"ASSIGN", "UPDATE", "WITHDRAW", "TRANSFER"}


def test_the_police_correct_and_withdraw_what_they_registered(bureau: Bureau) -> None:
    of_police(bureau)
    withdrawn = bureau.done("withdrawCase", "police", **bureau.on("case"), reason="重复登记")
    assert withdrawn["state"] == "WITHDRAWN"
    assert {each["state"] for each in withdrawn["deadlines"]} == {"MET"}


def test_the_police_are_a_side_like_any_other(bureau: Bureau) -> None:
    of_police(bureau)
    case = bureau.objects["case"]["id"]
    given = {"kind": "REVERSE_CRIMINAL", "receiverId": MARKET, "reason": "不构成犯罪，应予行政处罚"}
    bureau.done("draftTransfer", "police", caseId=case, **given)
    for name in ("approveTransfer", "sendTransfer"):
        bureau.done(name, "police", **bureau.on("transfer"))
    bureau.done("receiveTransfer", OFFICER, **bureau.on("transfer"))
    transfer = bureau.done("rejectTransfer", OFFICER, **bureau.on("transfer"), reason="不属于本机关职责")
    opened = bureau.done("openDispute", "police", transferId=transfer["id"], subject="管辖权争议")
    assert set(opened["availableActions"]) == {"APPLY", "WITHDRAW"}
    bureau.done("applyForCoordination", "police", **bureau.on("dispute"), application="请求协调")
    bureau.done("requestSupplement", COORDINATOR, **bureau.on("dispute"), reason="材料不全")
    bureau.done("supplementApplication", "police", **bureau.on("dispute"), supplement="补充材料")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, COORDINATOR, **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", COORDINATOR, **bureau.on("dispute"), opinion="x")
    assert bureau.done("escalateDispute", "police", **bureau.on("dispute"))["state"] == "ESCALATED"


def test_the_police_apply_as_the_respondent(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=[{"name": "调查报告"}])
    hand_in(bureau)
    bureau.done("receiveTransfer", "police", **bureau.on("transfer"))
    bureau.done("rejectTransfer", "police", **bureau.on("transfer"), reason="没有犯罪事实")
    dispute(bureau, bureau.objects["transfer"])
    assert bureau.done("applyForCoordination", "police", **bureau.on("dispute"), application="x")["state"] == "APPLIED"
