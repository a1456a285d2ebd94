"""A refusal names what keeps an act from an object, and says it in the language of who asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from models.base import now
from resolvers.global_id import GlobalID
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
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

_DRAFT = """mutation($i: DraftTransferInput!) {
    draftTransfer(input: $i) { userErrors { code field message } } }"""
_SEND = """mutation($i: CommandInput!) {
    sendTransfer(input: $i) { userErrors { code field message } } }"""
_UPDATE = """mutation($i: UpdateTransferInput!) {
    updateTransfer(input: $i) { userErrors { code field message } } }"""


def said(bureau: Bureau, document: str, asked: dict[str, Any], language: str) -> dict[str, str]:
    asked = {"idempotencyKey": language, **asked}
    answer = bureau.client.post(document, {"i": asked}, OFFICER, Accept_Language=language).json()["data"]
    ((error,),) = [payload["userErrors"] for payload in answer.values()]
    found: dict[str, str] = error
    return found


def investigated(bureau: Bureau) -> None:
    register(bureau, "MR-P-001")
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))


def test_a_case_that_is_offered_waits_for_its_answer(bureau: Bureau) -> None:
    investigated(bureau)
    draft(bureau)
    hand_in(bureau)
    case_of(bureau, OFFICER)
    for name, persona in (("requestLegalReview", OFFICER), ("suspendDeadlines", LEGAL), ("withdrawCase", OFFICER)):
        given = {} if name == "requestLegalReview" else {"reason": "x"}
        assert bureau.refused(name, persona, **bureau.on("case"), **given) == "CASE_OFFERED"
    # What the state does not admit it would not admit afterwards either.
    assert bureau.refused("closeCase", OFFICER, **bureau.on("case")) == "INVALID_STATE"


def test_what_has_to_be_reviewed_first_is_refused_for_that(bureau: Bureau) -> None:
    investigated(bureau)
    assert bureau.refused("notifyParty", OFFICER, **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
    bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
    for name, given in (("notifyParty", {}), ("decideCase", {"decision": "x"}), ("notPenalize", {"reason": "x"})):
        assert bureau.refused(name, OFFICER, **bureau.on("case"), **given) == "LEGAL_REVIEW_AWAITED"
    bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
    assert bureau.refused("passLegalReview", LEGAL, **bureau.on("case")) == "LEGAL_REVIEW_NOT_DUE"
    bureau.done("notifyParty", OFFICER, **bureau.on("case"))


def test_a_simple_case_has_been_notified_once_and_has_no_hearing(bureau: Bureau) -> None:
    register(bureau, procedure="SIMPLE")
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert bureau.refused("investigateCase", OFFICER, **bureau.on("case")) == "SIMPLE_PROCEDURE"
    bureau.done("notifyParty", OFFICER, **bureau.on("case"), offersHearing=False)
    assert bureau.refused("notifyParty", OFFICER, **bureau.on("case"), offersHearing=False) == "INVALID_STATE"
    assert bureau.refused("waiveHearing", OFFICER, **bureau.on("case")) == "SIMPLE_PROCEDURE"


def test_a_clock_that_stands_still_is_neither_extended_nor_suspended(bureau: Bureau) -> None:
    register(bureau)
    reason = {"reason": "鉴定"}
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), **reason) == "NO_DEADLINE_RUNS"
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert bureau.refused("resumeDeadlines", LEGAL, **bureau.on("case")) == "NOT_SUSPENDED"
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), **reason)
    extended = {**bureau.on("case"), **reason, "event": "DECIDE_PENALTY"}
    assert bureau.refused("extendDeadline", LEGAL, **extended) == "DEADLINE_SUSPENDED"
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), **reason) == "DEADLINE_SUSPENDED"


def test_a_clock_that_has_passed_stays_so(bureau: Bureau) -> None:
    notified(bureau, offersHearing=False)
    passes = "UPDATE deadline SET near_at = $2, due_at = $2 WHERE case_id = $1 AND event = 'DECIDE_PENALTY'"
    bureau.rows.execute(passes, key_of(bureau), now() - timedelta(days=10))
    told = "UPDATE enforcement_case SET next_near_at = $2, next_due_at = $2 WHERE id = $1"
    bureau.rows.execute(told, key_of(bureau), now() - timedelta(days=10))
    assert is_late(bureau)
    case = case_of(bureau, LEGAL)
    assert case is not None and "SUSPEND_DEADLINE" not in case["availableActions"]
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定") == "NOT_SUSPENSIBLE"
    # Nor with another that still runs.
    bureau.rows.execute(
        """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, is_provisional, extensions)
           SELECT gen_random_uuid(), id, event, $1, now(), now() + interval '9 days', now(), false, 0
           FROM deadline_rule WHERE event = 'DECIDE_LICENCE' AND region_code = '41'""",
        key_of(bureau),
    )
    suspended = bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    assert states(suspended) == {"DECIDE_PENALTY": "PASSED", "DECIDE_LICENCE": "SUSPENDED"}
    assert is_late(bureau)


def test_a_clock_that_may_never_be_extended_is_refused_by_its_name(bureau: Bureau) -> None:
    notified(bureau)
    document = """mutation($i: ExtendDeadlineInput!) {
        extendDeadline(input: $i) { userErrors { code field message } } }"""
    refused = {"code": "NEVER_EXTENDED", "field": "event", "message": "此期限不得延长"}

    def said_of(event: str) -> dict[str, str]:
        asked = {**bureau.on("case"), "reason": "x", "event": event, "idempotencyKey": event}
        (error,) = bureau.client.ask(document, {"i": asked}, LEGAL)["extendDeadline"]["userErrors"]
        found: dict[str, str] = error
        return found

    # Whether another that runs may be, or none.
    assert said_of("ASK_FOR_HEARING") == refused
    bureau.done("decideCase", OFFICER, **bureau.on("case"), decision="警告", penaltyKinds=["WARNING"])
    assert said_of("SERVE_DECISION") == refused


def is_late(bureau: Bureau) -> bool:
    document = "{ cases(filter: { due: PASSED }, first: 100) { nodes { id } } }"
    listed = bureau.client.ask(document, None, LEGAL)["cases"]["nodes"]
    return {"id": bureau.objects["case"]["id"]} in listed


def test_what_no_rule_lets_be_suspended_is_not_offered(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    case = case_of(bureau, LEGAL)
    assert case is not None and {"EXTEND_DEADLINE", "SUSPEND_DEADLINE"} <= set(case["availableActions"])
    bureau.rows.execute("UPDATE deadline_rule SET is_suspensible = false WHERE event = 'DECIDE_PENALTY'")
    case = case_of(bureau, LEGAL)
    assert case is not None and "SUSPEND_DEADLINE" not in case["availableActions"]
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), reason="x") == "NOT_SUSPENSIBLE"


@pytest.mark.parametrize(
    ("kind", "receiver", "chinese", "english"),
    [
        ("HORIZONTAL", TOWNSHIP, "VERTICAL（垂直管理机关）", "VERTICAL (Vertical"),
        ("HORIZONTAL", MARKET, "且不是移送机关本身", "other than the sender itself"),
        ("CRIMINAL", body("410303", "POLICE", "PUBLIC_SECURITY"), "POLICE（公安机关）", "of the sender's level"),
        ("UPWARD", HEALTH, "TOWNSHIP_GOVERNMENT（", "in a region above the sender's"),
        ("DOWNWARD", TOWNSHIP, "已被赋权此事项", "to which the duty is assigned"),
    ],
)
def test_which_receiver_a_transfer_needs(bureau: Bureau, kind: str, receiver: str, chinese: str, english: str) -> None:
    asked = {"caseId": register(bureau)["id"], "kind": kind, "receiverId": receiver, "reason": "x"}
    for language, words in (("zh", chinese), ("en", english)):
        error = said(bureau, _DRAFT, asked, language)
        assert (error["code"], error["field"]) == ("WRONG_RECEIVER", "receiverId")
        assert kind in error["message"] and words in error["message"]


def test_what_is_wrong_with_a_value_comes_in_the_language_asked_for(bureau: Bureau) -> None:
    register(bureau)
    draft(bureau)
    blank = {**bureau.on("transfer"), "reason": " "}
    many = {**bureau.on("transfer"), "attachments": [{"name": "x"}] * 51}
    told = {
        language: [
            said(bureau, _UPDATE, {"idempotencyKey": f"{language} {each}", **asked}, language)["message"]
            for each, asked in enumerate((blank, many))
        ]
        for language in ("zh", "en")
    }
    assert told["zh"] == ["取值不正确：不能为空", "取值不正确：共 51 项，最多 50 项"]
    assert told["en"] == [
        "This value is not right: it may not be empty",
        "This value is not right: there are 51, of 50 at most",
    ]


class TestTransferOfACase:
    def test_it_is_offered_on_the_case_to_who_may_draft_it(self, bureau: Bureau) -> None:
        case = register(bureau)
        assert "TRANSFER" in case["availableActions"]
        for persona in (LEGAL, "county-judicial"):
            seen = case_of(bureau, persona)
            assert seen is not None and "TRANSFER" not in seen["availableActions"]
        asked = {"caseId": case["id"], "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
        assert bureau.refused("draftTransfer", LEGAL, **asked) == "FORBIDDEN"
        draft(bureau)
        # While one is open no other is drafted.
        seen = case_of(bureau, OFFICER)
        assert seen is not None and "TRANSFER" not in seen["availableActions"]
        assert bureau.refused("draftTransfer", OFFICER, **asked) == "TRANSFER_OPEN"
        hand_in(bureau)
        assert bureau.refused("draftTransfer", OFFICER, **asked) == "CASE_OFFERED"
        bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"), reason="x")
        seen = case_of(bureau, OFFICER)
        assert seen is not None and "TRANSFER" in seen["availableActions"]

    def test_a_case_that_has_ended_is_not_transferred(self, bureau: Bureau) -> None:
        case = register(bureau)
        draft(bureau)
        bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
        shown = case_of(bureau, OFFICER)
        assert shown is not None and "WITHDRAW" not in shown["availableActions"]
        assert bureau.refused("withdrawCase", OFFICER, **bureau.on("case"), reason="x") == "TRANSFER_OPEN"
        # One that was withdrawn before there was this rule.
        bureau.rows.execute("UPDATE enforcement_case SET state = 'WITHDRAWN' WHERE id = $1", key_of(bureau))
        document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { availableActions } } }"
        offered = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, OFFICER)["node"]
        assert offered["availableActions"] == ["WITHDRAW"]
        # It may be another organ's by then, so it is not told where it stands.
        error = said(bureau, _SEND, bureau.on("transfer"), "zh")
        assert error["code"] == "NOT_TRANSFERABLE" and "WITHDRAWN" not in error["message"]
        bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))
        seen = case_of(bureau, OFFICER)
        assert seen is not None and "TRANSFER" not in seen["availableActions"]
        asked = {"caseId": case["id"], "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
        assert bureau.refused("draftTransfer", OFFICER, **asked) == "INVALID_STATE"

    def test_a_criminal_case_goes_with_its_papers(self, bureau: Bureau) -> None:
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        draft(bureau, POLICE, "CRIMINAL")
        document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { availableActions } } }"
        offered = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, LEGAL)["node"]
        assert offered["availableActions"] == []
        # It waits to be approved all the same.
        tasks = bureau.client.ask("{ myTasks(first: 100) { nodes { object { id } } } }", persona=LEGAL)["myTasks"]
        assert bureau.objects["transfer"]["id"] in [each["object"]["id"] for each in tasks["nodes"]]
        assert bureau.refused("approveTransfer", LEGAL, **bureau.on("transfer")) == "ATTACHMENTS_LACKING"
        bureau.done("updateTransfer", OFFICER, **bureau.on("transfer"), attachments=[{"name": "调查报告"}])
        bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
        # One that was approved before there was this rule is not sent.
        bureau.rows.execute("DELETE FROM transfer_attachment")
        assert bureau.refused("sendTransfer", OFFICER, **bureau.on("transfer")) == "ATTACHMENTS_LACKING"


class TestExtensions:
    def test_the_receivers_head_extends_its_time_to_answer(self, bureau: Bureau) -> None:
        stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
        stand_in(bureau, "establishment-office", "LEGAL_UNIT", "HEALTH", "LEGAL_UNIT")
        register(bureau)
        draft(bureau)
        hand_in(bureau)
        document = """query($id: ID!) { node(id: $id) { ... on CaseTransfer {
            availableActions deadlines { event dueAt extensions reason } } } }"""

        def seen(persona: str) -> Any:
            return bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, persona)["node"]

        before = {each["event"]: each["dueAt"] for each in seen("finance")["deadlines"]}
        asked = {"reason": "情况复杂", "event": "TRANSFER_ANSWER"}
        for persona in (OFFICER, LEGAL, "finance"):
            assert bureau.refused("extendTransferDeadline", persona, **bureau.on("transfer"), **asked) == "FORBIDDEN"
        assert "EXTEND_DEADLINE" in seen("establishment-office")["availableActions"]
        bureau.done("extendTransferDeadline", "establishment-office", **bureau.on("transfer"), **asked)
        (answer,) = [each for each in seen("finance")["deadlines"] if each["event"] == "TRANSFER_ANSWER"]
        assert answer["dueAt"] > before["TRANSFER_ANSWER"]
        assert (answer["extensions"], answer["reason"]) == (1, "情况复杂")
        # Its own reason, for which it was sent, is still the one that it was sent for.
        history = (
            "query($id: ID!) { node(id: $id) { ... on CaseTransfer { history { changes { field label after } } } } }"
        )
        told = bureau.client.ask(history, {"id": bureau.objects["transfer"]["id"]}, OFFICER)["node"]["history"]
        assert {"field": "reason_of_act", "label": "理由", "after": "情况复杂"} in told[0]["changes"]
        assert "reason" not in {each["field"] for each in told[0]["changes"]}
        # As often as its rule admits.
        assert "EXTEND_DEADLINE" not in seen("establishment-office")["availableActions"]
        again = bureau.run("extendTransferDeadline", "establishment-office", **bureau.on("transfer"), **asked)
        assert [each["code"] for each in again["userErrors"]] == ["NOT_EXTENSIBLE"]

    def test_so_does_the_coordinator_of_a_dispute_and_the_receiver_of_a_linkage(self, bureau: Bureau) -> None:
        for table, state, act, persona, event in (
            ("coordination_dispute", "COORDINATING", "extendDisputeDeadline", "county-judicial", "COORDINATE_DISPUTE"),
            ("linkage", "RECEIVED", "extendLinkageDeadline", LEGAL, "LINKED_INSPECTION"),
        ):
            given = running(bureau, table, state, event)
            type_name = "Linkage" if table == "linkage" else "CoordinationDispute"
            document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ nextDueAt availableActions }} }} }}"
            before = bureau.client.ask(document, {"id": given["id"]}, persona)["node"]
            assert "EXTEND_DEADLINE" in before["availableActions"]
            bureau.done(act, persona, **given, reason="情况复杂", event=event)
            after = bureau.client.ask(document, {"id": given["id"]}, persona)["node"]
            assert after["nextDueAt"] > before["nextDueAt"] and "EXTEND_DEADLINE" not in after["availableActions"]


def running(bureau: Bureau, table: str, state: str, event: str) -> dict[str, Any]:
    """Bring a dispute or a linkage of the county's to a state in which a deadline of an event runs."""
    (row,) = bureau.rows.fetch(f"SELECT id, version FROM {table} ORDER BY id LIMIT 1")
    market = GlobalID.parse(MARKET)
    assert market is not None
    if table == "linkage":
        bureau.rows.execute(
            "UPDATE linkage SET state = $1, receiver_id = $2, receiver_region_code = '410302' WHERE id = $3",
            state,
            market.key,
            row["id"],
        )
    else:
        bureau.rows.execute(
            """UPDATE coordination_dispute SET state = $1, coordinator_id = o.id FROM organization o
               WHERE o.kind = 'JUDICIAL_BUREAU' AND o.region_code = '410302' AND coordination_dispute.id = $2""",
            state,
            row["id"],
        )
    link, type_name = ("linkage_id", "Linkage") if table == "linkage" else ("dispute_id", "CoordinationDispute")
    bureau.rows.execute(f"DELETE FROM deadline WHERE {link} = $1", row["id"])
    bureau.rows.execute(
        f"""INSERT INTO deadline (id, rule_id, event, {link}, started_at, due_at, near_at, is_provisional, extensions)
            SELECT gen_random_uuid(), r.id, r.event, $1, now(), now() + interval '9 days', now() + interval '8 days',
                   false, 0
            FROM deadline_rule r WHERE r.event = $2 AND r.region_code = '41'""",
        row["id"],
        event,
    )
    bureau.rows.execute(f"UPDATE {table} SET next_due_at = now() + interval '9 days' WHERE id = $1", row["id"])
    return {"id": str(GlobalID(type_name, str(row["id"]))), "version": row["version"]}


def test_an_officer_says_what_may_be_done_with_it(bureau: Bureau) -> None:
    (first, *_) = officers(bureau, MARKET)
    document = "query($id: ID!) { node(id: $id) { ... on Officer { version availableActions } } }"

    def offered(persona: str) -> list[str]:
        found: list[str] = bureau.client.ask(document, {"id": first}, persona)["node"]["availableActions"]
        return found

    assert (offered(OFFICER), offered("county-judicial"), offered(LEGAL)) == (["UPDATE"], ["ISSUE"], [])
    version = bureau.client.ask(document, {"id": first}, OFFICER)["node"]["version"]
    bureau.done("updateOfficer", OFFICER, id=first, version=version, leftOn="2026-01-05")
    # Who has left holds no certificate.
    assert offered("county-judicial") == []
    held = {"kind": "SUPERVISION", "number": "x", "validFrom": "2026-01-01", "validTo": "2030-12-31"}
    refused = bureau.refused("issueCertificate", "county-judicial", officerId=first, **held)
    assert refused == "CERTIFICATE_NOT_ALLOWED"


def test_who_reviews_files_is_offered_it_on_a_case_that_has_ended(bureau: Bureau) -> None:
    case = register(bureau)
    for persona in ("county-judicial", LEGAL):
        seen = case_of(bureau, persona)
        assert seen is not None and "REVIEW_FILE" not in seen["availableActions"]
        asked = {"caseId": case["id"], "reviewerId": body("410302", "JUDICIAL_BUREAU"), "defects": []}
        assert bureau.refused("reviewCaseFile", persona, **asked) == "FILE_NOT_COMPLETE"
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    bureau.done("investigateCase", OFFICER, **bureau.on("case"))
    bureau.done("notPenalize", OFFICER, **bureau.on("case"), reason="x")
    for persona, is_offered in (("county-judicial", True), ("city-judicial", True), (LEGAL, True), (OFFICER, False)):
        seen = case_of(bureau, persona)
        assert seen is not None and ("REVIEW_FILE" in seen["availableActions"]) == is_offered, persona
    # One that is offered waits for its answer.
    parsed = GlobalID.parse(case["id"])
    assert parsed is not None
    bureau.rows.execute("UPDATE enforcement_case SET is_offered = true WHERE id = $1", parsed.key)
    seen = case_of(bureau, "county-judicial")
    assert seen is not None and "REVIEW_FILE" not in seen["availableActions"]
    assert bureau.refused("reviewCaseFile", "county-judicial", **asked) == "CASE_OFFERED"
    bureau.rows.execute("UPDATE enforcement_case SET is_offered = false WHERE id = $1", parsed.key)
    bureau.done("reviewCaseFile", "county-judicial", **asked)


def test_a_duty_of_another_kind_is_no_reason_in_english_alone(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "dutyItemId": duty(bureau, "MR-P-002"), "actType": "PENALTY", "cause": "x"}
    error = bureau.run("registerCase", OFFICER, party=PERSON, **{**asked, "actType": "INSPECTION"})["userErrors"][0]
    assert (error["field"], error["message"]) == ("actType", "取值不正确：该权责事项的执法行为为PENALTY（行政处罚）")
    party = {"kind": "ENTERPRISE", "name": "x", "creditCode": "91410302MA0000000A"}
    error = bureau.run("registerCase", OFFICER, party=party, **asked)["userErrors"][0]
    assert error["message"] in ("取值不正确：格式不正确", "取值不正确：校验位不正确")
