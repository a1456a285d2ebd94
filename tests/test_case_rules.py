"""What the law asks before a penalty is decided, and which acts end the clocks of a case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

import pytest

from models.base import now
from models.counting import CHINA, local_day
from resolvers.global_id import GlobalID
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
    Bureau,
    case_of,
    draft,
    hand_in,
    key_of,
    notified,
    officers,
    register,
    stand_in,
    states,
)

BUREAU = "county-judicial"


def opinion(bureau: Bureau, persona: str) -> str | None:
    document = "query($id: ID!) { case(by: { id: $id }) { legalReviewOpinion } }"
    told: str | None = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, persona)["case"][
        "legalReviewOpinion"
    ]
    return told


HALT = {"decision": "责令停产停业", "penaltyKinds": ["PRODUCTION_HALT"]}
FINE = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "50000"}
WARNING = {"decision": "警告", "penaltyKinds": ["WARNING"]}


def notified_on(bureau: Bureau, day: str) -> None:
    """Let the party have been notified on a day in the past."""
    at = date.fromisoformat(day)
    bureau.rows.execute(
        "UPDATE enforcement_case SET filed_at = $1, notified_at = $1 WHERE id = $2",
        datetime(at.year, at.month, at.day, 12, tzinfo=CHINA),
        key_of(bureau),
    )


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

    def test_a_period_that_the_party_lets_pass_is_nobodys_delay(self, bureau: Bureau) -> None:
        notified(bureau)
        over = "UPDATE deadline SET near_at = $2, due_at = $2 WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'"
        bureau.rows.execute(over, key_of(bureau), now() - timedelta(seconds=1))
        document = """query($id: ID!) { case(by: { id: $id }) { nextDueAt deadlines { event state dueAt } } }"""
        id_ = {"id": bureau.objects["case"]["id"]}
        case = bureau.client.ask(document, id_, OFFICER)["case"]
        assert states(case) == {"DECIDE_PENALTY": "RUNNING", "ASK_FOR_HEARING": "LAPSED"}
        assert [case["nextDueAt"]] == [each["dueAt"] for each in case["deadlines"] if each["event"] == "DECIDE_PENALTY"]
        due = "{ cases(filter: { due: PASSED }) { nodes { id } } }"
        assert id_ not in bureau.client.ask(due, None, OFFICER)["cases"]["nodes"]
        decided = bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
        assert states(decided)["ASK_FOR_HEARING"] == "LAPSED"

    def test_or_once_the_party_waived_it(self, bureau: Bureau) -> None:
        notified(bureau, offersHearing=False)
        assert bureau.refused("waiveHearing", OFFICER, **bureau.on("case")) == "NO_HEARING_TO_WAIVE"
        notified(bureau)
        waived = bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        assert {each["event"]: each["state"] for each in waived["deadlines"]}["ASK_FOR_HEARING"] == "MET"
        assert "WAIVE_HEARING" not in waived["availableActions"]
        assert bureau.refused("waiveHearing", OFFICER, **bureau.on("case")) == "HEARING_WAIVED"
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

    @pytest.mark.parametrize("is_held", [True, False])
    def test_that_the_party_asked_for_in_time_is_held_or_taken_back(self, bureau: Bureau, *, is_held: bool) -> None:
        notified(bureau)
        notified_on(bureau, "2026-11-02")
        over = "UPDATE deadline SET due_at = $2 WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'"
        bureau.rows.execute(over, key_of(bureau), datetime(2026, 11, 9, 23, 59, 59, tzinfo=CHINA))
        # Before it was told, after its period, and a day that is to come.
        for day in ("2026-11-01", "2026-11-10", None, "2999-01-01"):
            (error,) = bureau.run("requestHearing", OFFICER, **bureau.on("case"), requestedOn=day)["userErrors"]
            assert (error["code"], error["field"]) == ("INVALID_VALUE", "requestedOn"), day
        asked = bureau.done("requestHearing", OFFICER, **bureau.on("case"), requestedOn="2026-11-09")
        assert states(asked)["ASK_FOR_HEARING"] == "MET"
        assert "HOLD_HEARING" in asked["availableActions"]
        assert not {"DECIDE", "REQUEST_HEARING"} & set(asked["availableActions"])
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_REQUESTED"
        # Nor is it forgotten when the party is told of something else.
        told = bureau.done("notifyParty", OFFICER, **bureau.on("case"), offersHearing=False)
        assert states(told)["ASK_FOR_HEARING"] == "MET" and "DECIDE" not in told["availableActions"]
        document = "query($id: ID!) { case(by: { id: $id }) { hearingRight hearingRequestedOn } }"
        case = bureau.client.ask(document, {"id": told["id"]}, OFFICER)["case"]
        assert case == {"hearingRight": "REQUESTED", "hearingRequestedOn": "2026-11-09"}
        if is_held:
            notified_on(bureau, "2026-11-02")
            bureau.done("holdHearing", OFFICER, **bureau.on("case"), noticedOn="2026-11-09")
            bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
            bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
        else:
            bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
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


def test_a_number_tells_nothing_of_another_organ(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "name": "李明", "bornOn": "1990-05-20", "inEstablishedPost": True}
    elsewhere = bureau.rows.value("SELECT number FROM officer WHERE region_code LIKE '4101%' ORDER BY 1 LIMIT 1")
    bureau.done("registerOfficer", OFFICER, number=elsewhere, **asked)
    assert bureau.refused("registerOfficer", OFFICER, number=elsewhere, **asked) == "ALREADY_EXISTS"


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
        assert bureau.refused("notPenalize", OFFICER, **bureau.on("case"), **why) == "LEGAL_REVIEW_AWAITED"
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


def test_who_is_in_no_established_post_any_more_acts_in_no_case(bureau: Bureau) -> None:
    first, second = officers(bureau, MARKET)[:2]
    register(bureau, officerIds=[first, second])
    document = "query($id: ID!) { node(id: $id) { ... on Officer { version } } }"
    for is_in_post, refused in ((False, ["OFFICERS_NOT_QUALIFIED"]), (True, [])):
        version = bureau.client.ask(document, {"id": first}, OFFICER)["node"]["version"]
        bureau.done("updateOfficer", OFFICER, id=first, version=version, inEstablishedPost=is_in_post)
        errors = bureau.run("fileCase", OFFICER, **bureau.on("case"))["userErrors"]
        assert [error["code"] for error in errors] == refused


def test_what_the_party_brings_forward_is_entered_and_it_is_told_anew(bureau: Bureau) -> None:
    notified(bureau, "MR-P-002")
    key, today = key_of(bureau), local_day(now())
    # Its first period is over.
    bureau.rows.execute("UPDATE deadline SET due_at = now() - interval '1 hour' WHERE case_id = $1", key)
    evidence = {"kind": "STATEMENT", "name": "陈述申辩笔录", "collectedOn": str(today)}
    bureau.done("addEvidence", OFFICER, **bureau.on("case"), **evidence)
    told = bureau.done("notifyParty", OFFICER, **bureau.on("case"))
    asking = [each["state"] for each in told["deadlines"] if each["event"] == "ASK_FOR_HEARING"]
    assert sorted(asking) == ["LAPSED", "RUNNING"]
    assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "HEARING_PERIOD_RUNS"
    # Who waived the first hearing is told of another one.
    bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
    bureau.done("notifyParty", OFFICER, **bureau.on("case"), offersHearing=False)
    assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_NOT_OFFERED"
    bureau.done("notifyParty", OFFICER, **bureau.on("case"))
    assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "HEARING_PERIOD_RUNS"


class TestEvidenceAfterTheReview:
    """What the reviewer did not see is reviewed before it is decided upon (行政处罚法 58)."""

    EVIDENCE: ClassVar[dict[str, str]] = {"kind": "STATEMENT", "name": "陈述申辩笔录", "collectedOn": "2026-11-02"}

    @staticmethod
    def reviewed(bureau: Bureau) -> None:
        register(bureau, "MR-P-001")
        for name, persona in (
            ("fileCase", OFFICER),
            ("investigateCase", OFFICER),
            ("requestLegalReview", OFFICER),
            ("passLegalReview", LEGAL),
            ("notifyParty", OFFICER),
        ):
            bureau.done(name, persona, **bureau.on("case"))

    def test_that_the_party_brought_forward_is_reviewed_and_told_anew(self, bureau: Bureau) -> None:
        self.reviewed(bureau)
        added = bureau.done("addEvidence", OFFICER, **bureau.on("case"), **self.EVIDENCE)
        assert "REQUEST_REVIEW" in added["availableActions"] and states(added)["ASK_FOR_HEARING"] == "RUNNING"
        assert not {"DECIDE", "NOTIFY"} & set(added["availableActions"])
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **WARNING) == "LEGAL_REVIEW_LACKING"
        assert bureau.refused("notifyParty", OFFICER, **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **WARNING) == "LEGAL_REVIEW_AWAITED"
        # What does not pass is investigated on, and nothing is decided upon what the party was told before.
        returned = bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="证据不足")
        assert returned["state"] == "INVESTIGATING" and "NOTIFY" not in returned["availableActions"]
        assert [opinion(bureau, each) for each in (OFFICER, LEGAL, BUREAU)] == ["证据不足"] * 3
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
        assert opinion(bureau, OFFICER) is None
        passed = case_of(bureau, OFFICER) or {}
        assert "NOTIFY" in passed["availableActions"] and "DECIDE" not in passed["availableActions"]
        told = bureau.done("notifyParty", OFFICER, **bureau.on("case"))
        asking = [each["state"] for each in told["deadlines"] if each["event"] == "ASK_FOR_HEARING"]
        assert sorted(asking) == ["MET", "RUNNING"] and told["state"] == "NOTIFIED"
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "HEARING_PERIOD_RUNS"
        bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **FINE)

    @pytest.mark.parametrize("is_added_before", [True, False])
    def test_that_is_heard_is_reviewed_after_the_hearing(self, bureau: Bureau, is_added_before: bool) -> None:
        self.reviewed(bureau)
        notified_on(bureau, "2026-11-02")
        steps = [("addEvidence", self.EVIDENCE), ("holdHearing", {"noticedOn": "2026-11-02"})]
        for name, given in steps if is_added_before else steps[::-1]:
            bureau.done(name, OFFICER, **bureau.on("case"), **given)
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "LEGAL_REVIEW_LACKING"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        assert bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="x")["state"] == "HEARING"
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        bureau.done("passLegalReview", LEGAL, **bureau.on("case"))
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **HALT)

    @pytest.mark.parametrize("is_told", [True, False])
    def test_a_case_may_call_for_a_review_that_its_duty_does_not(self, bureau: Bureau, is_told: bool) -> None:
        steps = ("fileCase", "investigateCase", "notifyParty") if is_told else ("fileCase", "investigateCase")
        register(bureau)
        for name in steps:
            case = bureau.done(name, OFFICER, **bureau.on("case"))
        assert "REQUEST_REVIEW" in case["availableActions"]
        bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **FINE) == "LEGAL_REVIEW_AWAITED"
        bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="证据不足")
        assert bureau.refused("notifyParty", OFFICER, **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
        if is_told:
            # Whoever takes it over has it reviewed, too.
            stand_in(bureau, "police", "DEPARTMENT", "HEALTH")
            draft(bureau)
            hand_in(bureau)
            bureau.done("receiveTransfer", "police", **bureau.on("transfer"))
            bureau.done("acceptTransfer", "police", **bureau.on("transfer"))
            case_of(bureau, "police")
            two = officers(bureau, HEALTH)[:2]
            bureau.done("assignOfficers", "police", **bureau.on("case"), officerIds=two)
            bureau.done("investigateCase", "police", **bureau.on("case"))
            assert bureau.refused("notifyParty", "police", **bureau.on("case")) == "LEGAL_REVIEW_LACKING"
            return
        for name, persona in (
            ("requestLegalReview", OFFICER),
            ("passLegalReview", LEGAL),
            ("notifyParty", OFFICER),
            ("waiveHearing", OFFICER),
        ):
            bureau.done(name, persona, **bureau.on("case"))
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **FINE)

    def test_what_is_reviewed_after_its_hearing_is_so_though_it_passed_before(self, bureau: Bureau) -> None:
        register(bureau, "MR-P-007")
        for name, persona in (
            ("fileCase", OFFICER),
            ("investigateCase", OFFICER),
            ("requestLegalReview", OFFICER),
            ("passLegalReview", LEGAL),
            ("notifyParty", OFFICER),
        ):
            bureau.done(name, persona, **bureau.on("case"))
        notified_on(bureau, "2026-11-02")
        held = bureau.done("holdHearing", OFFICER, **bureau.on("case"), noticedOn="2026-11-02")
        assert "REQUEST_REVIEW" in held["availableActions"] and "DECIDE" not in held["availableActions"]

    def test_where_none_was_due_none_is(self, bureau: Bureau) -> None:
        notified(bureau)
        bureau.done("addEvidence", OFFICER, **bureau.on("case"), **self.EVIDENCE)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)


@pytest.mark.parametrize("command", ["requestLegalReview", "holdHearing"])
def test_what_is_to_be_reviewed_waits_for_who_reviews_it(bureau: Bureau, command: str) -> None:
    unit = "UPDATE organization SET department_id = $1::uuid WHERE department_id = $2::uuid"
    market, police = (GlobalID.parse(each) for each in (MARKET, POLICE))
    assert market is not None and police is not None
    bureau.rows.execute(unit, police.key, market.key)
    register(bureau, "MR-P-001" if command == "requestLegalReview" else "MR-P-002")
    for name in ("fileCase", "investigateCase", *(("notifyParty",) if command == "holdHearing" else ())):
        bureau.done(name, OFFICER, **bureau.on("case"))
    notified_on(bureau, "2026-11-02")
    given = {"noticedOn": "2026-11-02"} if command == "holdHearing" else {}
    act = {"requestLegalReview": "REQUEST_REVIEW", "holdHearing": "HOLD_HEARING"}[command]
    case = case_of(bureau, OFFICER) or {}
    assert act not in case["availableActions"]
    assert bureau.refused(command, OFFICER, **bureau.on("case"), **given) == "NO_LEGAL_REVIEWER"
    bureau.rows.execute(unit, market.key, police.key)
    case = case_of(bureau, OFFICER) or {}
    assert act in case["availableActions"]
    bureau.done(command, OFFICER, **bureau.on("case"), **given)
