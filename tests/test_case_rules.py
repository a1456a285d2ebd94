"""What the law asks before a penalty is decided, and which acts end the clocks of a case."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from models import LegalReview
from models.base import now
from models.counting import CHINA, local_day
from models.recounting import recount_missed
from resolvers.global_id import GlobalID
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    TOWNSHIP,
    Bureau,
    draft,
    duty,
    officers,
    register,
)
from tests.cluster import Rows

BUREAU = "county-judicial"
HALT = {"decision": "责令停产停业", "penaltyKinds": ["PRODUCTION_HALT"]}
FINE = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "50000"}
SATURDAY = 6
WARNING = {"decision": "警告", "penaltyKinds": ["WARNING"]}


def notified(bureau: Bureau, code: str = "MR-P-002", **given: Any) -> None:
    register(bureau, code)
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("notifyParty", OFFICER, **bureau.on("case"), **given)


def notified_on(bureau: Bureau, day: str) -> None:
    """Let the party have been notified on a day in the past."""
    at = date.fromisoformat(day)
    bureau.rows.execute(
        "UPDATE enforcement_case SET filed_at = $1, notified_at = $1 WHERE id = $2",
        datetime(at.year, at.month, at.day, 12, tzinfo=CHINA),
        key_of(bureau),
    )


def key_of(bureau: Bureau) -> Any:
    key = GlobalID.parse(bureau.objects["case"]["id"])
    assert key is not None
    return key.key


class TestHearing:
    @pytest.mark.parametrize("decision", [HALT, FINE], ids=["halt", "fine"])
    def test_what_it_was_offered_for_is_decided_after_its_period(
        self, bureau: Bureau, decision: dict[str, Any]
    ) -> None:
        notified(bureau)
        payload = bureau.run("decideCase", OFFICER, **bureau.on("case"), **decision)
        (error,) = payload["userErrors"]
        running = "SELECT (due_at AT TIME ZONE 'Asia/Shanghai')::date FROM deadline WHERE case_id = $1 AND event = $2"
        last: date = bureau.rows.value(running, key_of(bureau), "ASK_FOR_HEARING")
        assert (error["code"], error["field"]) == ("HEARING_PERIOD_RUNS", "penaltyKinds")
        assert str(last) in error["message"]
        bureau.rows.execute(
            "UPDATE deadline SET due_at = now() - interval '1 second' WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'",
            key_of(bureau),
        )
        assert bureau.done("decideCase", OFFICER, **bureau.on("case"), **decision)["state"] == "DECIDED"

    def test_or_once_the_party_waived_it(self, bureau: Bureau) -> None:
        notified(bureau)
        waived = bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        assert {each["event"]: each["state"] for each in waived["deadlines"]}["ASK_FOR_HEARING"] == "MET"
        assert "WAIVE_HEARING" not in waived["availableActions"]
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **HALT)

    def test_or_after_it_was_held_and_reviewed_whatever_the_duty_says(self, bureau: Bureau) -> None:
        notified(bureau)
        notified_on(bureau, "2026-11-02")
        held = bureau.done("holdHearing", OFFICER, **bureau.on("case"), noticedOn="2026-11-02")
        assert "DECIDE" not in held["availableActions"] and "REQUEST_REVIEW" in held["availableActions"]
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "LEGAL_REVIEW_LACKING"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **HALT)

    @pytest.mark.parametrize(
        ("noticed", "held", "refusal"),
        [
            # Monday the 2nd: seven working days end on Wednesday the 11th.
            ("2026-11-02", "2026-11-12", None),
            ("2026-11-02", "2026-11-11", ("HEARING_TOO_SOON", "heldOn")),
            ("2026-11-02", "2999-01-01", ("INVALID_VALUE", "heldOn")),
            ("9999-12-31", None, ("INVALID_VALUE", "noticedOn")),
            # On the day before it was notified of what is intended.
            ("2026-11-01", "2026-11-12", ("INVALID_VALUE", "noticedOn")),
        ],
    )
    def test_its_notice_comes_seven_working_days_before(
        self, bureau: Bureau, noticed: str, held: str | None, refusal: tuple[str, str] | None
    ) -> None:
        notified(bureau)
        notified_on(bureau, "2026-11-02")
        payload = bureau.run("holdHearing", OFFICER, **bureau.on("case"), noticedOn=noticed, heldOn=held)
        errors = [(each["code"], each["field"]) for each in payload["userErrors"]]
        assert errors == ([refusal] if refusal else [])
        if refusal == ("HEARING_TOO_SOON", "heldOn") and held:
            assert "2026-11-12" in payload["userErrors"][0]["message"]

    def test_nor_is_a_notice_older_than_the_case(self, bureau: Bureau) -> None:
        notified(bureau)
        document = "query($id: ID!) { case(by: { id: $id }) { filedAt notifiedAt } }"
        case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
        assert case["filedAt"] <= case["notifiedAt"]
        days = {"noticedOn": "2026-11-02", "heldOn": "2026-11-12"}
        (error,) = bureau.run("holdHearing", OFFICER, **bureau.on("case"), **days)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "noticedOn")
        # Of one that was notified before that day was kept, its filing counts.
        bureau.rows.execute("UPDATE enforcement_case SET notified_at = NULL WHERE id = $1", key_of(bureau))
        (error,) = bureau.run("holdHearing", OFFICER, **bureau.on("case"), **days)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "noticedOn")

    def test_a_warning_waits_for_none(self, bureau: Bureau) -> None:
        notified(bureau)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)

    def test_what_the_law_asks_it_for_is_not_decided_where_it_was_not_offered(self, bureau: Bureau) -> None:
        notified(bureau, offersHearing=False)
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_NOT_OFFERED"
        bureau.done("notifyParty", OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_PERIOD_RUNS"


CONFISCATION = {"decision": "没收", "penaltyKinds": ["CONFISCATION"]}
SHOP = {"kind": "ENTERPRISE", "name": "洛阳某某商贸有限公司", "creditCode": CREDIT_CODE}
TRADER = {"kind": "SOLE_TRADER", "name": "某某小吃店", "creditCode": CREDIT_CODE}


class TestLargeAmounts:
    """The seeded threshold is 5,000 yuan for persons and 50,000 for organizations, these amounts included."""

    @pytest.mark.parametrize(
        ("party", "decision", "field"),
        [
            (PERSON, {**FINE, "penaltyAmount": "4999.99"}, None),
            (PERSON, {**FINE, "penaltyAmount": "5000"}, "penaltyAmount"),
            (TRADER, {**FINE, "penaltyAmount": "5000"}, "penaltyAmount"),
            (SHOP, {**FINE, "penaltyAmount": "49999.99"}, None),
            (SHOP, {**FINE, "penaltyAmount": "50000"}, "penaltyAmount"),
            (PERSON, {**CONFISCATION, "confiscatedAmount": "4999"}, None),
            (PERSON, {**CONFISCATION, "confiscatedAmount": "5000"}, "confiscatedAmount"),
        ],
    )
    def test_call_for_a_hearing_whatever_the_notice_left_out(
        self, bureau: Bureau, party: dict[str, Any], decision: dict[str, Any], field: str | None
    ) -> None:
        register(bureau, party=party)
        for name, given in (("fileCase", {}), ("investigateCase", {}), ("notifyParty", {"offersHearing": False})):
            bureau.done(name, OFFICER, **bureau.on("case"), **given)
        errors = bureau.run("decideCase", OFFICER, **bureau.on("case"), **decision)["userErrors"]
        assert [(each["code"], each["field"]) for each in errors] == (
            [] if field is None else [("HEARING_DUE_FOR_AMOUNT", field)]
        )
        if field is not None:
            assert ("50,000" if party is SHOP else "5,000") in errors[0]["message"]
            # It is offered then, and waited for.
            bureau.done("notifyParty", OFFICER, **bureau.on("case"))
            assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **decision) == "HEARING_PERIOD_RUNS"
            bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
            bureau.done("decideCase", OFFICER, **bureau.on("case"), **decision)

    def test_are_known_of_what_is_confiscated_too(self, bureau: Bureau) -> None:
        notified(bureau, offersHearing=False)
        (error,) = bureau.run("decideCase", OFFICER, **bureau.on("case"), **CONFISCATION)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "confiscatedAmount")
        # What is worth nothing is valued all the same.
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **CONFISCATION, confiscatedAmount="0")

    def test_are_what_the_nearest_rule_in_force_says_of_the_field(self, bureau: Bureau) -> None:
        notified(bureau, offersHearing=False)
        today, tomorrow = (str(local_day(now()) + timedelta(days=days)) for days in (0, 1))
        city, county = (str(GlobalID("Region", code)) for code in ("4103", "410302"))
        asked = {"organizationAmount": "100000", "legalBasis": "某规定", "authority": "PRACTICE", "validFrom": today}
        fine = {**FINE, "penaltyAmount": "5000"}
        for given in (
            {"regionId": city, "personAmount": "4000"},
            # Of another field, and one that is not in force yet.
            {"regionId": county, "personAmount": "9000", "field": "HEALTH"},
            {"regionId": county, "personAmount": "9000", "validFrom": tomorrow},
        ):
            bureau.done("adoptHearingThreshold", "system-admin", **{**asked, **given})
            (error,) = bureau.run("decideCase", OFFICER, **bureau.on("case"), **fine)["userErrors"]
            assert (error["code"], error["field"]) == ("HEARING_DUE_FOR_AMOUNT", "penaltyAmount")
            assert "4,000" in error["message"]
        of_field = {"regionId": city, "personAmount": "10000", "field": "MARKET_REGULATION"}
        bureau.done("adoptHearingThreshold", "system-admin", **asked, **of_field)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **fine)


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        ({**FINE, "penaltyAmount": "5000"}, None),
        ({**FINE, "penaltyAmount": "5000.01"}, ("FINE_ABOVE_CEILING", "penaltyAmount")),
        ({"decision": "拘留", "penaltyKinds": ["DETENTION"]}, ("PENALTY_OF_POLICE", "penaltyKinds")),
    ],
)
def test_what_lies_beyond_the_organs_powers(
    bureau: Bureau, decision: dict[str, Any], refusal: tuple[str, str] | None
) -> None:
    notified(bureau, "MR-P-009")
    bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
    errors = bureau.run("decideCase", OFFICER, **bureau.on("case"), **decision)["userErrors"]
    assert [(each["code"], each["field"]) for each in errors] == ([refusal] if refusal else [])


def states(case: dict[str, Any]) -> dict[str, str]:
    return {each["event"]: each["state"] for each in case["deadlines"]}


def test_the_report_on_a_correction_ends_its_clock(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    outcome = {"result": "UPHELD", "body": "老城区人民政府", "decidedOn": str(local_day(now()))}
    told = {"kind": "RECONSIDERATION", "hasOpinion": True, **outcome}
    due = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **told)
    assert states(due)["RECONSIDERATION_REPORT"] == "RUNNING" and "REPORT_CORRECTION" in due["availableActions"]
    reported = bureau.done("reportCorrection", OFFICER, **bureau.on("case"))
    assert states(reported)["RECONSIDERATION_REPORT"] == "MET"
    assert "REPORT_CORRECTION" not in reported["availableActions"]
    assert bureau.rows.value("SELECT reported_at IS NOT NULL FROM review_outcome WHERE case_id = $1", key_of(bureau))
    assert bureau.refused("reportCorrection", OFFICER, **bureau.on("case")) == "NO_CORRECTION_DUE"


OUTCOME = {"kind": "LITIGATION", "result": "ANNULLED", "body": "洛阳铁路运输法院"}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        # Before it was accepted; and of what was never accepted, before the decision itself.
        ({"decidedOn": "2026-11-04"}, "decidedOn"),
        ({"decidedOn": "2026-11-02", "kind": "RECONSIDERATION"}, "decidedOn"),
        ({"decidedOn": "0001-01-01", "kind": "RECONSIDERATION"}, "decidedOn"),
        ({"decidedOn": "2999-01-01"}, "decidedOn"),
        ({"decidedOn": "2026-11-06", "receivedOn": "2026-11-05"}, "receivedOn"),
        ({"decidedOn": "2026-11-06", "receivedOn": "2999-01-01"}, "receivedOn"),
        ({"kind": "RECONSIDERATION", "result": "LOST", "decidedOn": "2026-11-06"}, "result"),
    ],
)
def test_an_outcome_that_cannot_be(bureau: Bureau, given: dict[str, Any], field: str) -> None:
    decided_and_published(bureau)
    (error,) = bureau.run("recordReviewOutcome", OFFICER, **bureau.on("case"), **{**OUTCOME, **given})["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", field)


def test_the_clocks_after_an_outcome_count_from_its_receipt_and_run_once(bureau: Bureau) -> None:
    decided_and_published(bureau)
    received = {"decidedOn": "2026-11-05", "receivedOn": "2026-11-06"}
    annulled = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **OUTCOME, **received)
    told = {"kind": "RECONSIDERATION", "result": "ANNULLED", "body": "x", "decidedOn": "2026-11-09", "hasOpinion": True}
    again = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **told)
    events = ("TAKE_DOWN_PUBLICATION", "RECONSIDERATION_REPORT")
    due = sorted((each["event"], each["dueAt"][:10]) for each in again["deadlines"] if each["event"] in events)
    # Three working days from Friday the 6th; sixty days from the 9th are the 8th of January.
    assert due == [("RECONSIDERATION_REPORT", "2027-01-08"), ("TAKE_DOWN_PUBLICATION", "2026-11-11")]
    assert "TAKE_DOWN" in annulled["availableActions"]
    down = bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="判决撤销")
    assert "PUBLISH" not in down["availableActions"]
    assert bureau.refused("publishDecision", OFFICER, **bureau.on("case")) == "DECISION_ANNULLED"


def test_what_was_annulled_is_not_to_be_published(bureau: Bureau) -> None:
    notified(bureau)
    decided = bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    assert states(decided)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING"
    today = {"decidedOn": str(local_day(now()))}
    annulled = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **OUTCOME, **today)
    assert states(annulled)["PUBLISH_PENALTY_OR_LICENCE"] == "MET" and "PUBLISH" not in annulled["availableActions"]


def decided_and_published(bureau: Bureau) -> None:
    notified(bureau)
    for name, given in (
        ("decideCase", WARNING),
        ("publishDecision", {}),
        ("recordReviewProceeding", {"kind": "LITIGATION", "body": "洛阳铁路运输法院", "acceptedOn": "2026-11-05"}),
    ):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    bureau.rows.execute(
        "UPDATE enforcement_case SET decided_at = '2026-11-03T09:00:00+08:00' WHERE id = $1", key_of(bureau)
    )


def is_awaited(bureau: Bureau) -> bool:
    """Whether the case waits for an act of its officer."""
    document = "{ myTasks(first: 100) { nodes { object { ... on EnforcementCase { id } } } } }"
    tasks = bureau.client.ask(document, persona=OFFICER)["myTasks"]["nodes"]
    return {"id": bureau.objects["case"]["id"]} in [each["object"] for each in tasks]


def test_what_the_law_gives_days_for_is_a_task_as_long_as_they_run(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    for name in ("serveDecision", "executeDecision", "closeCase", "archiveCase"):
        assert is_awaited(bureau)
        bureau.done(name, OFFICER, **bureau.on("case"))
    assert is_awaited(bureau)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    assert not is_awaited(bureau)
    outcome = {"result": "CHANGED", "decidedOn": str(local_day(now()))}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **{**OUTCOME, **outcome})
    assert is_awaited(bureau)
    bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="判决变更")
    assert not is_awaited(bureau)


def test_a_case_is_near_by_any_of_its_deadlines(bureau: Bureau) -> None:
    register(bureau)
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    # The decision is near already, the hearing's end comes before it and is not.
    bureau.rows.execute(
        """UPDATE deadline SET near_at = now() - interval '1 hour', due_at = now() + interval '30 days'
           WHERE case_id = $1""",
        key_of(bureau),
    )
    bureau.done("notifyParty", OFFICER, **bureau.on("case"))
    bureau.rows.execute(
        "UPDATE deadline SET near_at = now() + interval '5 days' WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'",
        key_of(bureau),
    )
    near = "query($number: String!) { cases(filter: { due: NEAR, number: $number }) { nodes { nextDueAt } } }"
    number = {"number": bureau.rows.value("SELECT number FROM enforcement_case WHERE id = $1", key_of(bureau))}
    assert len(bureau.client.ask(near, number, OFFICER)["cases"]["nodes"]) == 1


@pytest.mark.parametrize(("ended", "given"), [("revokeLicence", {"reason": "骗取许可"}), ("expireLicence", {})])
def test_a_licence_that_ended_is_not_to_be_published(bureau: Bureau, ended: str, given: dict[str, Any]) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    granted = bureau.done("grantLicence", OFFICER, **bureau.on("case"), decision="准予")
    assert states(granted)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING"
    done = bureau.done(ended, OFFICER, **bureau.on("case"), **given)
    assert states(done)["PUBLISH_PENALTY_OR_LICENCE"] == "MET"


def test_why_a_licence_was_revoked_stands_beside_what_was_granted(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    for name, given in (("grantLicence", {"decision": "准予"}), ("publishDecision", {})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    for blank in ("", " "):
        (error,) = bureau.run("revokeLicence", OFFICER, **bureau.on("case"), reason=blank)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "reason")
    bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="以欺骗手段取得")
    document = """query($id: ID!) { case(by: { id: $id }) { state decision revocationReason
        history { command changes { field after } } } }"""
    own, public = (
        bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, persona)["case"]
        for persona in (OFFICER, None)
    )
    assert (own["decision"], own["revocationReason"]) == ("准予", "以欺骗手段取得")
    (entry,) = [each for each in own["history"] if each["command"] == "revoke_licence"]
    assert {"field": "revocation_reason", "after": "以欺骗手段取得"} in entry["changes"]
    assert (public["state"], public["revocationReason"], public["history"]) == ("REVOKED", None, [])


def duty_of(bureau: Bureau, act_type: str) -> str:
    """The code of a duty of the organ for acts of this type."""
    code: str = bureau.rows.value(
        """SELECT code FROM duty_item WHERE act_type = $1 AND field = 'MARKET_REGULATION'
           AND state = 'PUBLISHED' AND region_code = '410302' ORDER BY code LIMIT 1""",
        act_type,
    )
    return code


def test_a_measure_that_is_executed_has_ended(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    for name in ("implementMeasure", "executeDecision"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    document = "query($id: ID!) { case(by: { id: $id }) { state closedAt } }"
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert case["state"] == "EXECUTED" and case["closedAt"][:10] == str(local_day(now()))
    # A penalty that is being executed has not.
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    for name in ("serveDecision", "executeDecision"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert case == {"state": "EXECUTING", "closedAt": None}


def test_an_inspection_is_conducted_by_two_certified_officers_and_keeps_evidence(bureau: Bureau) -> None:
    one, two = officers(bureau, MARKET)[:1], officers(bureau, MARKET)[:2]
    suspended = officers(bureau, MARKET, "SUSPENDED")[:1]
    planned = register(bureau, duty_of(bureau, "INSPECTION"), actType="INSPECTION", officerIds=[*one, *suspended])
    assert "CONDUCT" not in planned["availableActions"]
    assert bureau.refused("conductInspection", OFFICER, **bureau.on("case")) == "OFFICERS_NOT_QUALIFIED"
    bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=two)
    bureau.done("conductInspection", OFFICER, **bureau.on("case"))
    record = {"kind": "INSPECTION_RECORD", "name": "现场检查笔录", "collectedOn": str(local_day(now()))}
    bureau.done("addEvidence", OFFICER, **bureau.on("case"), **record)
    bureau.done("recordInspectionResult", OFFICER, **bureau.on("case"), decision="未发现问题")
    assert bureau.refused("addEvidence", OFFICER, **bureau.on("case"), **record) == "INVALID_STATE"
    document = "query($id: ID!) { case(by: { id: $id }) { evidence { name } } }"
    shown = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["evidence"]
    assert shown == [{"name": "现场检查笔录"}]


def test_a_measure_is_extended_once_and_before_it_has_ended(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    implemented = bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    assert "EXTEND" in implemented["availableActions"]
    ends = "UPDATE deadline SET due_at = due_at + $2 WHERE case_id = $1"
    bureau.rows.execute(ends, key_of(bureau), -timedelta(days=60))
    document = "query($id: ID!) { case(by: { id: $id }) { availableActions } }"
    passed = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["availableActions"]
    assert "EXTEND" not in passed
    assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "NOT_EXTENSIBLE"
    bureau.rows.execute(ends, key_of(bureau), timedelta(days=60))
    seizure = {"event": "SEIZURE", "reason": "案情复杂"}
    extended = bureau.done("extendDeadline", LEGAL, **bureau.on("case"), **seizure)
    assert "EXTEND" not in extended["availableActions"]
    assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "NOT_EXTENSIBLE"


def test_a_day_of_rest_does_not_lengthen_a_measure(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    # Implemented on the latest day from which sixty days end on a Saturday.
    today = local_day(now())
    last = next(day for day in (today + timedelta(days=60 - back) for back in range(7)) if day.isoweekday() == SATURDAY)
    begun = datetime(last.year, last.month, last.day, 12, tzinfo=CHINA) - timedelta(days=60)
    bureau.rows.execute("UPDATE deadline SET started_at = $1 WHERE case_id = $2", begun, key_of(bureau))
    extended = bureau.done("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂")
    (seizure,) = [each for each in extended["deadlines"] if each["event"] == "SEIZURE"]
    assert seizure["dueAt"][:10] == str(last)


class TestTheSameTwice:
    def test_an_officer_in_two_spellings(self, bureau: Bureau) -> None:
        register(bureau)
        (officer,) = officers(bureau, MARKET)[:1]
        key = GlobalID.parse(officer)
        assert key is not None
        for other in (officer, str(GlobalID("Officer", str(key.key).upper()))):
            payload = bureau.run("assignOfficers", OFFICER, **bureau.on("case"), officerIds=[officer, other])
            (error,) = payload["userErrors"]
            assert (error["code"], error["field"]) in (("INVALID_VALUE", "officerIds"), ("INVALID_ID", "officerIds"))

    def test_a_file_among_the_attachments(self, bureau: Bureau) -> None:
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        bureau.rows.execute(
            """INSERT INTO stored_file (id, name, media_type, size, sha256, organization_id, region_code, uploaded_by,
                   created_at, state, storage_key)
               SELECT gen_random_uuid(), 'x.pdf', 'application/pdf', 1, sha256('x'), organization_id, '410302', id,
                      now(), 'STORED', gen_random_uuid() FROM account WHERE subject = $1""",
            OFFICER,
        )
        file = str(GlobalID("StoredFile", str(bureau.rows.value("SELECT id FROM stored_file LIMIT 1"))))
        asked = {"caseId": bureau.objects["case"]["id"], "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
        twice = [{"fileId": file}, {"fileId": file, "name": "另一份"}]
        payload = bureau.run("draftTransfer", OFFICER, **asked, attachments=twice)
        (error,) = payload["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "attachments.1.fileId")
        draft(bureau, attachments=twice[:1])


def test_two_editions_of_one_day_do_not_overlap(bureau: Bureau) -> None:
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=duty(bureau, "MR-P-002"))
    tomorrow, later = (str(local_day(now()) + timedelta(days=days)) for days in (1, 2))
    for day, code in ((tomorrow, None), (tomorrow, "PERIODS_OVERLAP"), (later, None)):
        if code is None and day == later:
            bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"), validFrom=day)
            continue
        if code is not None:
            bureau.done("reviseDutyItem", OFFICER, dutyItemId=bureau.objects["dutyItem"]["id"])
        bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
        if code is None:
            bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"), validFrom=day)
        else:
            assert bureau.refused("publishDutyItem", BUREAU, **bureau.on("dutyItem"), validFrom=day) == code


def publish_next(bureau: Bureau, of: str, since: date) -> str:
    """The id of the edition that follows on another."""
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=of)
    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    id_: str = bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"), validFrom=str(since))["id"]
    return id_


def revoke(bureau: Bureau, id_: str) -> None:
    document = "query($id: ID!) { node(id: $id) { ... on DutyItem { version } } }"
    version = bureau.client.ask(document, {"id": id_})["node"]["version"]
    bureau.done("revokeDutyItem", BUREAU, id=id_, version=version, reason="法律修改")


def editions(bureau: Bureau, of: list[str]) -> list[tuple[str, Any]]:
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on DutyItem { state validTo } } }"
    return [(each["state"], each["validTo"]) for each in bureau.client.ask(document, {"ids": of})["nodes"]]


def test_a_revoked_duty_is_revised_and_published_again(bureau: Bureau) -> None:
    first, today = duty(bureau, "MR-P-002"), local_day(now())
    revoke(bureau, first)
    assert bureau.refused("registerCase", OFFICER, **on_duty(first)) == "DUTY_NOT_HELD"
    second = publish_next(bureau, first, today)
    assert bureau.objects["dutyItem"]["edition"] == 2
    assert editions(bureau, [first, second]) == [("REVOKED", str(today)), ("PUBLISHED", None)]
    assert bureau.refused("registerCase", OFFICER, **on_duty(first)) == "DUTY_NOT_HELD"
    bureau.done("registerCase", OFFICER, **on_duty(second))
    # On its first day an edition is in force: the one before it has ended.
    revoke(bureau, second)
    assert editions(bureau, [first, second]) == [("REVOKED", str(today))] * 2


def test_an_edition_that_is_revoked_before_its_first_day_leaves_the_one_before_in_force(bureau: Bureau) -> None:
    today = local_day(now())
    first = duty(bureau, "MR-P-002")
    second = publish_next(bureau, first, today + timedelta(days=10))
    third = publish_next(bureau, second, today + timedelta(days=20))
    last_days = [str(today + timedelta(days=days)) for days in (9, 19)]
    assert editions(bureau, [first, second, third]) == [
        ("SUPERSEDED", last_days[0]),
        ("SUPERSEDED", last_days[1]),
        ("PUBLISHED", None),
    ]
    revoke(bureau, third)
    assert editions(bureau, [first, second]) == [("SUPERSEDED", last_days[0]), ("PUBLISHED", None)]
    revoke(bureau, second)
    assert editions(bureau, [first]) == [("PUBLISHED", None)]
    bureau.done("registerCase", OFFICER, **on_duty(first))
    restored = "query($id: ID!) { node(id: $id) { ... on DutyItem { history { command } } } }"
    history = bureau.client.ask(restored, {"id": first}, OFFICER)["node"]["history"]
    assert "revoke_duty_item" in [each["command"] for each in history]
    # What was never in force is in nobody's way.
    publish_next(bureau, first, today + timedelta(days=5))
    assert editions(bureau, [first]) == [("SUPERSEDED", str(today + timedelta(days=4)))]


def test_why_a_duty_is_returned_is_told_until_it_is_reviewed_and_why_revoked_to_everyone(bureau: Bureau) -> None:
    document = "query($id: ID!) { node(id: $id) { ... on DutyItem { state reason law } } }"
    id_ = bureau.done("reviseDutyItem", OFFICER, dutyItemId=duty(bureau, "MR-P-002"))["id"]

    def told(persona: str | None) -> Any:
        return bureau.client.ask(document, {"id": id_}, persona)["node"]

    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    assert bureau.refused("updateDutyItem", OFFICER, **bureau.on("dutyItem"), law="某法") == "INVALID_STATE"
    bureau.done("returnDutyItem", BUREAU, **bureau.on("dutyItem"), reason="依据已修订")
    assert told(None) is None and told(OFFICER)["reason"] == "依据已修订"
    bureau.done("updateDutyItem", OFFICER, **bureau.on("dutyItem"), law="某法")
    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"), validFrom=str(local_day(now()) + timedelta(days=1)))
    assert told(None) == {"state": "PUBLISHED", "reason": None, "law": "某法"}
    revoke(bureau, id_)
    assert told(None) == {"state": "REVOKED", "reason": "法律修改", "law": "某法"}


def test_a_draft_that_was_withdrawn_is_in_nobody_s_way(bureau: Bureau) -> None:
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    asked = {"organizationId": MARKET, "code": "W-1", "actType": "PENALTY", "legalReview": "NOT_NEEDED", **texts}
    for edition in (1, 2):
        assert bureau.done("draftDutyItem", OFFICER, **asked)["edition"] == edition
        assert bureau.refused("draftDutyItem", OFFICER, **asked) == "INVALID_VALUE"
        if edition == 1:
            bureau.done("withdrawDutyItem", OFFICER, **bureau.on("dutyItem"))
    of_published = duty(bureau, "MR-P-002")
    for edition in (2, 3):
        assert bureau.done("reviseDutyItem", OFFICER, dutyItemId=of_published)["edition"] == edition
        bureau.done("withdrawDutyItem", OFFICER, **bureau.on("dutyItem"))
    assert bureau.client.ask("{ dutyItems(first: 1, filter: { state: [WITHDRAWN] }) { totalCount } }") == {
        "dutyItems": {"totalCount": 0}
    }


def on_duty(id_: str) -> dict[str, Any]:
    return {"organizationId": MARKET, "dutyItemId": id_, "actType": "PENALTY", "cause": "x", "party": PERSON}


def test_a_township_drafts_a_duty_of_its_own_and_its_head_reviews_it(bureau: Bureau) -> None:
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    asked = {"code": "T-1", "actType": "PENALTY", "legalReview": "NOT_NEEDED", **texts}
    bureau.done("draftDutyItem", "township", organizationId=TOWNSHIP, **asked)
    bureau.done("updateDutyItem", "township", **bureau.on("dutyItem"), name="占道经营")
    assert bureau.refused("reviewDutyItem", "township", **bureau.on("dutyItem")) == "FORBIDDEN"
    bureau.done("reviewDutyItem", "township-head", **bureau.on("dutyItem"))
    bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"))


@pytest.mark.parametrize("review", [each.name for each in LegalReview])
def test_a_duty_asks_for_a_review_and_cannot_say_how_it_ended(bureau: Bureau, review: str) -> None:
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    asked = {"organizationId": MARKET, "code": "R-1", "actType": "PENALTY", **texts}
    if review in ("NOT_NEEDED", "NEEDED", "AFTER_HEARING"):
        bureau.done("draftDutyItem", OFFICER, **asked, legalReview=review)
        return
    first = bureau.run("draftDutyItem", OFFICER, **asked, legalReview=review)
    assert bureau.rows.value("SELECT count(*) FROM duty_item WHERE code = 'R-1'") == 0
    bureau.done("draftDutyItem", OFFICER, **asked, legalReview="NEEDED")
    then = bureau.run("updateDutyItem", OFFICER, **bureau.on("dutyItem"), legalReview=review)
    for payload in (first, then):
        (error,) = payload["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "legalReview")
        assert "NOT_NEEDED（无需审核）、NEEDED（需要审核）、AFTER_HEARING（" in error["message"]
    assert bureau.rows.value("SELECT legal_review FROM duty_item WHERE code = 'R-1'") == "NEEDED"


def test_a_number_tells_nothing_of_another_organ(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "name": "李明", "bornOn": "1990-05-20", "inEstablishedPost": True}
    elsewhere = bureau.rows.value("SELECT number FROM officer WHERE region_code LIKE '4101%' ORDER BY 1 LIMIT 1")
    bureau.done("registerOfficer", OFFICER, number=elsewhere, **asked)
    assert bureau.refused("registerOfficer", OFFICER, number=elsewhere, **asked) == "ALREADY_EXISTS"


def test_a_year_announced_while_an_act_counts_is_counted_after(bureau: Bureau) -> None:
    register(bureau)
    # The act is under way on one connection while the year is announced on another.
    acting = Rows(bureau.rows.url)
    acting.execute("BEGIN")
    acting.execute(
        """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional,
               extensions)
           SELECT gen_random_uuid(), id, 'REVISIT', $1, '2026-12-30T10:00:00+08:00',
                  '2027-01-06T23:59:59+08:00', '2027-01-05T23:59:59+08:00', '2027-01-06', true, 0
           FROM deadline_rule WHERE event = 'ASK_FOR_HEARING'""",
        key_of(bureau),
    )
    days = [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}]
    admin = {"year": 2027, "source": "国务院办公厅通知", "days": days}
    bureau.done("announceCalendarYear", "system-admin", **admin)
    acting.execute("COMMIT")
    counted = "SELECT last_day, is_provisional FROM deadline WHERE case_id = $1 AND event = 'REVISIT'"
    acting.run(recount_missed)
    # 31=1; 五01 rest; 一04=2 05=3 06=4 07=5
    assert acting.fetch(counted, key_of(bureau)) == [{"last_day": date(2027, 1, 7), "is_provisional": False}]
    assert acting.run(recount_missed) == 0
    acting.close()


def test_two_who_adopt_at_once_leave_no_two_rules_of_one_day(bureau: Bureau) -> None:
    region = str(GlobalID("Region", "4103"))
    rule = {"regionId": region, "event": "ANSWER_CLUE", "length": 9, "unit": "WORKING", "legalBasis": "x"}
    asked = {**rule, "authority": "DEFAULT", "extensions": 0, "nearDays": 1}
    days = [str(local_day(now()) + timedelta(days=each)) for each in (1, 1, 5, 5)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda day: bureau.run("adoptDeadlineRule", "system-admin", **asked, validFrom=day), days))
    overlapping = """SELECT count(*) FROM deadline_rule a JOIN deadline_rule b ON a.id < b.id AND a.event = b.event
                     AND a.region_code = b.region_code
                     AND daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')"""
    assert bureau.rows.value(overlapping) == 0
    assert bureau.rows.value("SELECT count(*) FROM deadline_rule WHERE event = 'ANSWER_CLUE' AND region_code = '4103'")


@pytest.mark.parametrize("procedure", ["SIMPLE", "ORDINARY"])
def test_what_is_not_punished_ends_where_that_is_found(bureau: Bureau, procedure: str) -> None:
    register(bureau, "MR-P-001", procedure=procedure)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    why = {"reason": "违法行为轻微并及时改正"}
    if procedure == "ORDINARY":
        # Facts that nobody investigated are no ground for it, nor does it go past the review that was asked for.
        assert bureau.refused("notPenalize", OFFICER, **bureau.on("case"), **why) == "INVALID_STATE"
        for name in ("investigateCase", "requestLegalReview"):
            bureau.done(name, OFFICER, **bureau.on("case"))
        assert bureau.refused("notPenalize", OFFICER, **bureau.on("case"), **why) == "INVALID_STATE"
        bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
    ended = bureau.done("notPenalize", OFFICER, **bureau.on("case"), **why)
    assert ended["state"] == "NOT_PENALIZED" and states(ended) == {"DECIDE_PENALTY": "MET"}


class TestFromSimpleToOrdinary:
    def test_by_two_officers_and_with_the_review_that_the_duty_asks_for(self, bureau: Bureau) -> None:
        one, two = officers(bureau, MARKET)[:1], officers(bureau, MARKET)[:2]
        register(bureau, "MR-P-001", procedure="SIMPLE", officerIds=one)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        why = {"reason": "案情复杂，不宜当场处罚"}
        assert bureau.refused("convertToOrdinary", OFFICER, **bureau.on("case"), **why) == "OFFICERS_NOT_QUALIFIED"
        assigned = bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=two)
        assert {"CONVERT", "NOTIFY"} <= set(assigned["availableActions"])
        converted = bureau.done("convertToOrdinary", OFFICER, **bureau.on("case"), **why)
        assert converted["state"] == "FILED" and states(converted)["DECIDE_PENALTY"] == "RUNNING"
        assert not {"CONVERT", "NOTIFY"} & set(converted["availableActions"])
        bureau.done("investigateCase", OFFICER, **bureau.on("case"))
        assert bureau.refused("notifyParty", OFFICER, **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))

    def test_who_was_told_on_the_spot_is_told_anew_of_the_hearing_too(self, bureau: Bureau) -> None:
        register(bureau, procedure="SIMPLE")
        for name in ("fileCase", "notifyParty"):
            bureau.done(name, OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "SIMPLE_PROCEDURE_EXCEEDED"
        bureau.done("convertToOrdinary", OFFICER, **bureau.on("case"), reason="拟处罚款超过简易程序限额")
        is_told = "SELECT notified_at IS NOT NULL FROM enforcement_case WHERE id = $1"
        assert bureau.rows.value(is_told, key_of(bureau)) is False
        for name in ("investigateCase", "notifyParty"):
            bureau.done(name, OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "HEARING_PERIOD_RUNS"
        bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        assert bureau.refused("convertToOrdinary", OFFICER, **bureau.on("case"), reason="x") == "INVALID_STATE"
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **FINE)
