"""Rules through the API: adopted for a region, ended, and what a newly announced year does to running deadlines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from models.base import now
from models.counting import CHINA, local_day
from models.recounting import recount_amended
from resolvers.global_id import GlobalID
from seeds.organizations import stable_id
from tests.bureau import OFFICER, Bureau, register
from tests.cluster import Rows, until
from tests.examples import key
from tests.lives_of_rules import STATUTORY

ADMIN = "system-admin"
CITY, PROVINCE, COUNTY = (str(GlobalID("Region", code)) for code in ("4103", "41", "410302"))
TODAY = local_day(now())


def adopt(bureau: Bureau, **given: Any) -> tuple[str, str | None]:
    """What adopting a rule is answered with: the code and the field, both empty where it was done."""
    rule = {
        "event": "TRANSFER_ANSWER",
        "regionId": CITY,
        "length": 5,
        "unit": "WORKING",
        "legalBasis": "洛阳市案件移送办法",
        "authority": "PRACTICE",
        "validFrom": str(TODAY),
    }
    payload = bureau.run("adoptDeadlineRule", ADMIN, **{**rule, **given})
    if not payload["userErrors"]:
        return "", None
    return payload["userErrors"][0]["code"], payload["userErrors"][0]["field"]


class TestDeadlineRules:
    def test_the_nearest_region_s_rule_holds_from_its_day(self, bureau: Bureau) -> None:
        assert adopt(bureau) == ("", None)
        assert adopt(bureau) == ("ALREADY_EXISTS", "validFrom")
        assert adopt(bureau, length=6, validFrom=str(TODAY + timedelta(days=30))) == ("", None)
        found = bureau.rows.fetch(
            """SELECT length, valid_to FROM deadline_rule
               WHERE event = 'TRANSFER_ANSWER' AND region_code = '4103' ORDER BY 1"""
        )
        assert [(each["length"], each["valid_to"]) for each in found] == [(5, TODAY + timedelta(days=29)), (6, None)]

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"length": 0}, ("INVALID_VALUE", "length")),
            ({"extensions": 1}, ("INVALID_VALUE", "extensionLength")),
            ({"extensionLength": 3}, ("INVALID_VALUE", "extensionLength")),
            ({"extensionLength": 0}, ("INVALID_VALUE", "extensionLength")),
            ({"validFrom": str(TODAY - timedelta(days=1))}, ("INVALID_VALUE", "validFrom")),
            ({"length": 2_147_483_647}, ("INVALID_VALUE", "length")),
            ({"nearDays": 2_147_483_647}, ("INVALID_VALUE", "nearDays")),
            ({"extensions": 2_147_483_647, "extensionLength": 1}, ("INVALID_VALUE", "extensions")),
            ({"extensions": 1, "extensionLength": 2_147_483_647}, ("INVALID_VALUE", "extensionLength")),
            ({"event": "SPECIAL_EXPLANATION"}, ("INVALID_VALUE", "event")),
            ({"event": "DECIDE_PENALTY"}, ("RULE_IS_LAW", "event")),
            ({"regionId": PROVINCE}, ("FORBIDDEN", None)),
            ({"regionId": str(GlobalID("Region", "4101"))}, ("FORBIDDEN", None)),
        ],
        ids=str,
    )
    def test_what_cannot_be_adopted(
        self, steady: Bureau, given: dict[str, Any], expected: tuple[str, str | None]
    ) -> None:
        assert adopt(steady, **given) == expected

    def test_none_but_an_administrator_adopts(self, bureau: Bureau) -> None:
        given = {"regionId": COUNTY, "most": 1, "legalBasis": "x", "authority": "DEFAULT", "validFrom": str(TODAY)}
        for persona in ("city-judicial", "county-government", OFFICER):
            assert bureau.refused("adoptInspectionLimit", persona, **given) == "FORBIDDEN"
        assert bureau.done("adoptInspectionLimit", ADMIN, **given)["version"] == 1
        ended = bureau.done("endInspectionLimit", ADMIN, **bureau.on("inspectionLimit"), validTo=str(TODAY))
        assert ended["version"] == 2


def test_thresholds_of_hearings_are_adopted_in_one_s_region_one_after_the_other(bureau: Bureau) -> None:
    asked = {
        **{"regionId": COUNTY, "personAmount": "3000", "organizationAmount": "30000"},
        **{"legalBasis": "某规定", "authority": "PRACTICE", "validFrom": str(TODAY)},
    }
    for persona in ("city-judicial", "county-government", OFFICER):
        assert bureau.refused("adoptHearingThreshold", persona, **asked) == "FORBIDDEN"
    for given, refusal in (
        ({"personAmount": "0"}, ("INVALID_VALUE", "personAmount")),
        ({"organizationAmount": "0.00"}, ("INVALID_VALUE", "organizationAmount")),
        ({"organizationAmount": "1000000000.01"}, ("INVALID_VALUE", "organizationAmount")),
        ({"validFrom": str(TODAY - timedelta(days=1))}, ("INVALID_VALUE", "validFrom")),
        ({"regionId": PROVINCE}, ("FORBIDDEN", None)),
    ):
        (error,) = bureau.run("adoptHearingThreshold", ADMIN, **{**asked, **given})["userErrors"]
        assert (error["code"], error["field"]) == refusal
    bureau.done("adoptHearingThreshold", ADMIN, **asked)
    assert bureau.refused("adoptHearingThreshold", ADMIN, **asked) == "ALREADY_EXISTS"
    later = str(TODAY + timedelta(days=30))
    bureau.done("adoptHearingThreshold", ADMIN, **{**asked, "validFrom": later})
    bureau.done("endHearingThreshold", ADMIN, **bureau.on("hearingThreshold"), validTo=str(TODAY + timedelta(days=60)))
    found = bureau.rows.fetch(
        "SELECT valid_from, valid_to FROM hearing_threshold WHERE region_code = '410302' ORDER BY valid_from"
    )
    assert [tuple(each.values()) for each in found] == [
        (TODAY, TODAY + timedelta(days=29)),
        (TODAY + timedelta(days=30), TODAY + timedelta(days=60)),
    ]
    told = bureau.client.ask("{ hearingThresholds { nodes { personAmount authority region { code } } } }")
    assert {"personAmount": "5000.00", "authority": "DEFAULT", "region": {"code": "41"}} in told["hearingThresholds"][
        "nodes"
    ]


def test_no_threshold_of_hearings_is_set_against_what_a_statute_fixes_above(bureau: Bureau) -> None:
    asked = {
        **{"regionId": COUNTY, "personAmount": "900000000", "organizationAmount": "900000000"},
        **{"legalBasis": "某规定", "authority": "PRACTICE", "validFrom": str(TODAY)},
    }
    of_law = {**asked, "regionId": CITY, "authority": "LAW", "field": "HEALTH"}
    bureau.done("adoptHearingThreshold", ADMIN, **of_law)
    refused = bureau.run("endHearingThreshold", ADMIN, **bureau.on("hearingThreshold"), validTo=str(TODAY))
    assert [(each["code"], each["field"]) for each in refused["userErrors"]] == [("RULE_IS_LAW", None)]
    # One of every field would take its place there too, since that of the nearest region holds.
    for field in ("HEALTH", None):
        (error,) = bureau.run("adoptHearingThreshold", ADMIN, **asked, field=field)["userErrors"]
        assert (error["code"], error["field"]) == ("RULE_IS_LAW", "regionId")
    bureau.done("adoptHearingThreshold", ADMIN, **asked, field="MARKET_REGULATION")
    bureau.rows.execute("UPDATE hearing_threshold SET authority = 'LAW' WHERE region_code = '41'")
    assert bureau.refused("adoptHearingThreshold", ADMIN, **asked, field="TRANSPORT") == "RULE_IS_LAW"


def test_more_inspections_than_the_limit_are_shown_to_who_sees_them(bureau: Bureau) -> None:
    code = bureau.rows.value(
        """SELECT party_credit_code FROM enforcement_case
           WHERE region_code LIKE '4103%' AND party_credit_code IS NOT NULL ORDER BY id LIMIT 1"""
    )
    bureau.rows.execute(
        """WITH three AS (SELECT id FROM enforcement_case WHERE organization_id = (
               SELECT organization_id FROM enforcement_case WHERE act_type = 'INSPECTION' AND region_code = '410302'
               GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AND act_type = 'INSPECTION' ORDER BY id LIMIT 3)
           UPDATE enforcement_case c SET party_credit_code = $1, party_kind = 'ENTERPRISE', state = 'CLOSED',
               decided_at = now(), published_at = NULL FROM three WHERE c.id = three.id""",
        code,
    )
    document = """query($code: String!, $year: Int!) { party(by: { creditCode: $code }) {
        inspectionFrequency(year: $year) { inspections limit isExceeded organization { region { code } } } } }"""

    def told(persona: str, year: int = TODAY.year) -> list[dict[str, Any]]:
        party = bureau.client.ask(document, {"code": code, "year": year}, persona)["party"]
        return [each for each in (party or {}).get("inspectionFrequency", []) if each["inspections"] >= 3]

    (found,) = told("county-judicial")
    assert (found["limit"], found["isExceeded"]) == (2, True)
    assert told("county-judicial-2") == [] and told("county-judicial", 2024) == []
    given = {"regionId": COUNTY, "most": 9, "legalBasis": "x", "authority": "DEFAULT", "validFrom": str(TODAY)}
    bureau.done("adoptInspectionLimit", ADMIN, **given)
    (found,) = told("county-judicial")
    assert (found["limit"], found["isExceeded"]) == (9, False)


NEW_YEAR = {"year": 2027, "source": "国务院办公厅关于2027年部分节假日安排的通知"}


class TestAnnouncedYear:
    def test_what_was_provisional_is_counted_again(self, bureau: Bureau) -> None:
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        case_id = GlobalID.parse(bureau.objects["case"]["id"])
        assert case_id is not None
        # Five working days from 2026-12-30: 31=1 五01=2 一04=3 二05=4 三06=5, as long as nothing is known of 2027.
        bureau.rows.execute(
            """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional,
                   extensions, pauses)
               VALUES ($1, $2, 'ASK_FOR_HEARING', $3, '2026-12-30T10:00:00+08:00', '2027-01-06T23:59:59+08:00',
                       '2027-01-05T23:59:59+08:00', '2027-01-06', true, 0, $4)""",
            key("provisional"),
            stable_id("deadline_rule", "ASK_FOR_HEARING", "41"),
            case_id.key,
            [],
        )
        # Five working days from 2026-12-24, all of a year that is announced.
        bureau.rows.execute(
            """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional,
                   extensions, pauses)
               VALUES ($1, $2, 'REVISIT', $3, '2026-12-24T10:00:00+08:00', '2026-12-31T23:59:59+08:00',
                       '2026-12-30T23:59:59+08:00', '2026-12-31', false, 0, '{}')""",
            key("of december"),
            stable_id("deadline_rule", "ASK_FOR_HEARING", "41"),
            case_id.key,
        )
        bureau.rows.execute(
            "UPDATE deadline SET ended_at = now() WHERE event = 'DECIDE_PENALTY' AND case_id = $1", case_id.key
        )
        days = [
            {"day": "2026-12-31", "isWorking": False, "name": "元旦"},
            {"day": "2027-01-01", "isWorking": False, "name": "元旦"},
            {"day": "2027-01-03", "isWorking": True, "name": "元旦"},
        ]
        assert bureau.refused("announceCalendarYear", "county-judicial", **NEW_YEAR, days=days) == "FORBIDDEN"
        bureau.done("announceCalendarYear", ADMIN, **NEW_YEAR, days=days)
        # 31 and 五01 rest; 日03=1 worked; 一04=2 05=3 06=4 07=5
        counted = bureau.rows.fetch("SELECT last_day, is_provisional FROM deadline WHERE id = $1", key("provisional"))[
            0
        ]
        assert (counted["last_day"], counted["is_provisional"]) == (date(2027, 1, 7), False)
        # The notice speaks of the last December too: 25=1 28=2 29=3 30=4; 31 and 五01 rest; 日03=5 worked
        of_december = "SELECT last_day FROM deadline WHERE id = $1"
        assert bureau.rows.value(of_december, key("of december")) == date(2027, 1, 3)
        # Who counted meanwhile may not have known of it.
        assert bureau.rows.value("SELECT amended_from FROM calendar_year WHERE year = 2027") == date(2026, 12, 31)
        assert bureau.refused("announceCalendarYear", ADMIN, **NEW_YEAR, days=days) == "ALREADY_EXISTS"

    def test_with_what_was_extended_and_suspended_and_the_nearest_is_repeated(self, bureau: Bureau) -> None:
        register(bureau)
        case_id = GlobalID.parse(bureau.objects["case"]["id"])
        assert case_id is not None
        # Ten and five working days from 2026-12-14, with a pause from 12-16 to 12-28: 15=1 16=2, 13 are left;
        # 29=1 30=2 31=3; in 2027 五01=4 04–08=5–9 11–14=10–13.
        bureau.rows.execute(
            """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional,
                   extensions, extended_by, pauses)
               VALUES ($1, $2, 'ANSWER_CLUE', $3, '2026-12-14T10:00:00+08:00', '2027-01-14T23:59:59+08:00',
                       '2027-01-11T23:59:59+08:00', '2027-01-14', true, 1, 5,
                       '{2026-12-16T10:00:00+08:00,2026-12-28T10:00:00+08:00}')""",
            key("paused"),
            stable_id("deadline_rule", "ANSWER_CLUE", "41"),
            case_id.key,
        )
        days = [{"day": f"2027-01-0{day}", "isWorking": False, "name": "元旦"} for day in (1, 4)]
        bureau.done("announceCalendarYear", ADMIN, **NEW_YEAR, days=days)
        # 五01 and 一04 rest: 29–31=1–3; 05–08=4–7; 11–15=8–12; 一18=13
        assert bureau.rows.value("SELECT last_day FROM deadline WHERE id = $1", key("paused")) == date(2027, 1, 18)
        due = bureau.rows.value(
            "SELECT (next_due_at AT TIME ZONE 'Asia/Shanghai')::date FROM enforcement_case WHERE id = $1", case_id.key
        )
        assert due == date(2027, 1, 18)

    def test_it_waits_for_who_acts_on_a_case_and_holds_none_of_its_deadlines_meanwhile(self, bureau: Bureau) -> None:
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        case_id = GlobalID.parse(bureau.objects["case"]["id"])
        assert case_id is not None
        bureau.rows.execute("UPDATE deadline SET is_provisional = true WHERE case_id = $1", case_id.key)
        acting = Rows(bureau.rows.url)
        with ThreadPoolExecutor(1) as threads:
            # A command locks the case first and its deadlines after that.
            acting.execute("BEGIN")
            acting.execute("UPDATE enforcement_case SET version = version WHERE id = $1", case_id.key)
            days = [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}]
            announced = threads.submit(bureau.run, "announceCalendarYear", ADMIN, **NEW_YEAR, days=days)
            until(lambda: bureau.rows.value("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0, 60)
            acting.execute("SELECT 1 FROM deadline WHERE case_id = $1 FOR UPDATE NOWAIT", case_id.key)
            acting.execute("COMMIT")
            assert announced.result(30)["userErrors"] == []
        acting.close()
        left = "SELECT bool_or(is_provisional) FROM deadline WHERE case_id = $1"
        assert bureau.rows.value(left, case_id.key) is False

    def test_a_later_notice_changes_days_and_what_ends_on_them(self, bureau: Bureau) -> None:
        register(bureau)
        case_id = GlobalID.parse(bureau.objects["case"]["id"])
        assert case_id is not None
        # Five working days from 2026-12-30: 31=1; 五01 rest; 一04=2 05=3 06=4 07=5; and one that ends before.
        add = """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day,
                     is_provisional, extensions, pauses)
                 VALUES ($1, $2, $3, $4, '2026-12-22T10:00:00+08:00'::timestamptz + $5, $6, $6, $7, false, 0, '{}')"""
        rule = stable_id("deadline_rule", "ASK_FOR_HEARING", "41")
        for name, event, after, day in (("after", "ASK_FOR_HEARING", 8, 7), ("before", "REVISIT", 0, -2)):
            last = date(2027, 1, 1) + timedelta(days=day - 1)
            due = datetime.combine(last, time.max, CHINA)
            bureau.rows.execute(add, key(name), rule, event, case_id.key, timedelta(days=after), due, last)
        first = [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}]
        year = bureau.done("announceCalendarYear", ADMIN, **NEW_YEAR, days=first)
        changed = [{**first[0], "day": "2027-01-04"}]
        later: dict[str, Any] = {"source": "国务院办公厅关于调整的通知", "days": changed}
        on = bureau.on("calendarYear")
        assert bureau.refused("amendCalendarYear", "county-judicial", **on, **later) == "FORBIDDEN"
        assert bureau.refused("amendCalendarYear", ADMIN, **{**on, "version": 9}, **later) == "VERSION_CONFLICT"
        of_other_year = [{**first[0], "day": "2026-06-01"}]
        assert bureau.refused("amendCalendarYear", ADMIN, **on, **{**later, "days": of_other_year}) == "INVALID_VALUE"
        amended = bureau.done("amendCalendarYear", ADMIN, **on, **later)
        assert amended == {**year, "version": 2}
        shown = "query($id: ID!) { node(id: $id) { ... on CalendarYear { source days { day isWorking } } } }"
        told = bureau.client.ask(shown, {"id": year["id"]})["node"]
        assert told["source"] == later["source"]
        assert told["days"] == [{"day": day, "isWorking": False} for day in ("2027-01-01", "2027-01-04")]
        # Who counts at this moment may not know it yet.
        assert bureau.rows.run(recount_amended) == 0
        bureau.rows.execute("UPDATE calendar_year SET updated_at = now() - interval '2 minutes'")
        bureau.rows.run(recount_amended)
        ends = {
            name: bureau.rows.value("SELECT last_day FROM deadline WHERE id = $1", key(name))
            for name in ("after", "before")
        }
        # 31=1; 五01 and 一04 rest; 05=2 06=3 07=4 08=5
        assert ends == {"after": date(2027, 1, 8), "before": date(2026, 12, 29)}
        assert bureau.rows.run(recount_amended) == 0

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"year": 1999}, "year"),
            ({"days": []}, "days"),
            ({"days": [{"day": "2026-06-01", "isWorking": False, "name": "x"}]}, "days"),
            ({"days": [{"day": "2027-06-01", "isWorking": False, "name": "x"}] * 2}, "days"),
        ],
        ids=str,
    )
    def test_a_notice_that_cannot_be(self, steady: Bureau, given: dict[str, Any], field: str) -> None:
        asked = {**NEW_YEAR, "days": [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}], **given}
        payload = steady.run("announceCalendarYear", ADMIN, **asked)
        assert [(each["code"], each["field"]) for each in payload["userErrors"]] == [("INVALID_VALUE", field)]


def test_a_supplement_stops_the_clock_of_acceptance(bureau: Bureau) -> None:
    key_ = bureau.rows.value("SELECT id FROM coordination_dispute WHERE state = 'APPLIED' ORDER BY id LIMIT 1")
    bureau.rows.execute(
        """UPDATE coordination_dispute SET
               applicant_id = (SELECT organization_id FROM account WHERE subject = $1),
               coordinator_id = (SELECT organization_id FROM account WHERE subject = 'county-judicial')
           WHERE id = $2""",
        OFFICER,
        key_,
    )
    on = {"id": str(GlobalID("CoordinationDispute", str(key_))), "version": 1}
    asked = bureau.done("requestSupplement", "county-judicial", **on, reason="缺少证据清单")
    assert "ACCEPT" not in asked["availableActions"]
    assert bureau.refused("acceptDispute", "county-judicial", **bureau.on("dispute")) == "SUPPLEMENT_AWAITED"
    done = bureau.done("supplementApplication", OFFICER, **bureau.on("dispute"), supplement="补充材料")
    assert done["state"] == "APPLIED"
    events = bureau.rows.fetch(
        "SELECT event, ended_at IS NULL AS runs FROM deadline WHERE dispute_id = $1 ORDER BY event", key_
    )
    assert {each["event"]: each["runs"] for each in events} == {"ACCEPT_DISPUTE": True, "SUPPLEMENT_DISPUTE": False}
    # Where nobody supplements in time, the application is taken as it is.
    bureau.done("requestSupplement", "county-judicial", **bureau.on("dispute"), reason="缺少证据清单")
    assert bureau.refused("acceptDispute", "county-judicial", **bureau.on("dispute")) == "SUPPLEMENT_AWAITED"
    past = "UPDATE {} SET {} = now() - interval '1 hour' WHERE {} = $1"
    bureau.rows.execute(past.format("deadline", "due_at", "ended_at IS NULL AND dispute_id"), key_)
    bureau.rows.execute(past.format("coordination_dispute", "next_due_at", "id"), key_)
    accepted = bureau.done("acceptDispute", "county-judicial", **bureau.on("dispute"))
    clocks = {(each["event"], each["state"]) for each in accepted["deadlines"]}
    assert {event for event, state in clocks if state == "RUNNING"} == {"COORDINATE_DISPUTE"}
    assert ("SUPPLEMENT_DISPUTE", "MET_LATE") in clocks


def test_who_sees_id_numbers_clear_finds_a_case_by_one(bureau: Bureau) -> None:
    case = register(bureau)
    for number in ("11010519491231002X", "11010519491231002x"):
        document = f'{{ cases(filter: {{ partyIdNumber: "{number}" }}) {{ nodes {{ id }} }} }}'
        assert bureau.client.ask(document, persona=OFFICER)["cases"]["nodes"] == [{"id": case["id"]}]
        for persona in ("county-market-legal", "county-judicial", "county-government", None):
            assert bureau.client.ask(document, persona=persona)["cases"]["nodes"] == []


def test_clocks_are_offered_only_where_one_runs_or_stands_still(bureau: Bureau) -> None:
    register(bureau)
    clocks = {"EXTEND_DEADLINE", "SUSPEND_DEADLINE", "RESUME_DEADLINE"}

    def offered() -> set[str]:
        document = "query($id: ID!) { case(by: { id: $id }) { id version availableActions } }"
        found = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, "county-market-legal")["case"]
        bureau.objects["case"] = found
        return clocks & set(found["availableActions"])

    assert offered() == set()
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert offered() == {"EXTEND_DEADLINE", "SUSPEND_DEADLINE"}
    bureau.done("suspendDeadlines", "county-market-legal", **bureau.on("case"), reason="鉴定")
    assert offered() == {"RESUME_DEADLINE"}
    bureau.done("resumeDeadlines", "county-market-legal", **bureau.on("case"))
    assert offered() == {"EXTEND_DEADLINE", "SUSPEND_DEADLINE"}


# Each kind of rule: what it is adopted and ended as, its table, and what a rule of it says.
KINDS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "AlertStandard": (
        "alertStandard",
        "alert_standard",
        {"rule": "FINE_OUTLIER", "severity": "RED", "threshold": "3", "leastSample": 10, "days": 365},
    ),
    "AssessmentRule": (
        "assessmentRule",
        "assessment_rule",
        {"level": "COUNTY", "criteria": [{"criterion": "EVALUATION", "weight": "100"}]},
    ),
    "ContactVisitLimit": ("contactVisitLimit", "contact_visit_limit", {"least": 1, "most": 2}),
    "DeadlineRule": ("deadlineRule", "deadline_rule", {"event": "TRANSFER_ANSWER", "length": 5, "unit": "WORKING"}),
    "HearingThreshold": (
        "hearingThreshold",
        "hearing_threshold",
        {"personAmount": "3000", "organizationAmount": "30000"},
    ),
    "InspectionLimit": ("inspectionLimit", "inspection_limit", {"most": 3}),
    "RevisitPolicy": ("revisitPolicy", "revisit_policy", {"procedure": "SIMPLE", "ratio": 10}),
    "StaffingRule": ("staffingRule", "staffing_rule", {"kind": "JUDICIAL_OFFICE", "level": "TOWNSHIP", "basePosts": 2}),
    "SupervisorTarget": ("supervisorTarget", "supervisor_target", {"category": "SOLE_TRADER", "number": 3}),
}


def test_a_rule_with_a_wrong_day_is_withdrawn_before_it_and_another_takes_its_day(bureau: Bureau) -> None:
    for kind in KINDS:
        withdraw(bureau, kind)


def withdraw(bureau: Bureau, kind: str) -> None:
    """Adopt rules of a kind, one with a wrong day, and withdraw that one."""
    shown, table, given = KINDS[kind]
    asked = {"regionId": COUNTY, "legalBasis": "某办法", "authority": "PRACTICE", **given}
    day = {days: str(TODAY + timedelta(days=days)) for days in (0, 1, 9, 10, 29, 30)}
    adopt_it, end_it = f"adopt{kind}", f"end{kind}"
    bureau.done(adopt_it, ADMIN, **asked, validFrom=day[30])
    mistyped = bureau.on(shown)
    assert bureau.refused(end_it, ADMIN, **mistyped, validTo=day[9]) == "INVALID_VALUE"
    # One that begins earlier ends the day before it.
    bureau.done(adopt_it, ADMIN, **asked, validFrom=day[10])
    assert periods(bureau, table) == [(day[10], day[29]), (day[30], None)]
    assert bureau.refused(adopt_it, ADMIN, **asked, validFrom=day[30]) == "ALREADY_EXISTS"
    bureau.done(end_it, ADMIN, **mistyped, validTo=day[29])
    stale = {**mistyped, "version": 2}
    assert bureau.refused(end_it, ADMIN, **stale, validTo=day[30]) == "RULE_ENDED"
    bureau.done(adopt_it, ADMIN, **asked, validFrom=day[30])
    assert periods(bureau, table) == [(day[10], day[29]), (day[30], day[29]), (day[30], None)]


@pytest.mark.parametrize("kind", STATUTORY)
def test_what_a_statute_fixes_is_withdrawn_before_its_first_day_and_not_ended(kind: str, bureau: Bureau) -> None:
    shown, _, given = KINDS[kind]
    tomorrow = str(TODAY + timedelta(days=1))
    of_law = {"regionId": COUNTY, "legalBasis": "某法", "authority": "LAW", "validFrom": tomorrow, **given}
    bureau.done(f"adopt{kind}", ADMIN, **of_law)
    (error,) = bureau.run(f"end{kind}", ADMIN, **bureau.on(shown), validTo=tomorrow)["userErrors"]
    assert (error["code"], error["field"]) == ("RULE_IS_LAW", "validTo")
    bureau.done(f"end{kind}", ADMIN, **bureau.on(shown), validTo=str(TODAY))
    assert bureau.refused(f"end{kind}", ADMIN, **bureau.on(shown), validTo=str(TODAY)) == "RULE_ENDED"


def periods(bureau: Bureau, table: str) -> list[tuple[str, str | None]]:
    """The days of the rules of 老城区 that begin after today."""
    found = bureau.rows.fetch(
        f"""SELECT valid_from::text, valid_to::text FROM {table} WHERE region_code = '410302' AND valid_from > $1
            ORDER BY valid_from, valid_to NULLS LAST""",
        TODAY,
    )
    return [(each["valid_from"], each["valid_to"]) for each in found]
