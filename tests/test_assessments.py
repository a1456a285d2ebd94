"""Assessments over HTTP: each criterion against figures worked out by hand, rules that are rows, and a sheet's life."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from models.assessing import Measured, apportioned, score
from models.assessment import AssessmentRuleCriterion
from models.assessment_terms import AssessmentCriterion
from models.base import now, uuid7
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    POLICE,
    TOWNSHIP,
    Bureau,
    body,
    draft,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Cluster, Rows
from tests.serving import serving

COUNTY, CITY, GOVERNMENT, RECEIVER = "county-judicial", "city-judicial", "county-government", "finance"
BUREAU, BUREAU_OF_CITY = body("410302", "JUDICIAL_BUREAU"), body("4103", "JUDICIAL_BUREAU")
REGION, REGION_OF_CITY = str(GlobalID("Region", "410302")), str(GlobalID("Region", "4103"))
TODAY = local_day(now())
ONE_DAY = {"periodFrom": str(TODAY), "periodTo": str(TODAY)}
LINES = "lines { criterion weight pointsPerItem value sample score effectiveWeight contribution }"
SHEET = f"query($id: ID!) {{ node(id: $id) {{ ... on Assessment {{ state total rule {{ id }} {LINES} }} }} }}"
# Of what was seeded nothing is met or passed on the day of the test.
SETTLED = "UPDATE deadline SET ended_at = '2026-01-01' WHERE ended_at IS NULL"
LATE = """UPDATE deadline SET due_at = started_at WHERE id = (
          SELECT id FROM deadline WHERE event = 'DECIDE_PENALTY' ORDER BY started_at DESC LIMIT 1)"""
CLOSED = """SELECT id FROM enforcement_case WHERE organization_id = $1::uuid AND state = 'CLOSED'
            AND id NOT IN (SELECT case_id FROM case_file_review) ORDER BY id LIMIT 2"""


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    """A bureau whose department of markets had everything happen to it today, and whose health department shirked."""
    rows = Rows(cluster.create(f"assessments_{worker_id}"))
    rows.execute(SETTLED)
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, RECEIVER, "DEPARTMENT", "HEALTH")
        files_are_reviewed(found)
        cases_are_revisited(found)
        the_department_is_supervised(found)
        the_other_shirks(found)
        yield found
    rows.close()


def files_are_reviewed(bureau: Bureau) -> None:
    """One file scores 80, the other fails."""
    parsed = GlobalID.parse(MARKET)
    assert parsed is not None
    first, second = bureau.rows.fetch(CLOSED, parsed.key)
    for row, defects in (
        (first, [{"kind": "DISCRETION_NOT_REASONED"}] * 2),
        (second, [{"kind": "NO_COMPETENCE", "points": 1}]),
    ):
        case = str(GlobalID("EnforcementCase", str(row["id"])))
        bureau.done("reviewCaseFile", COUNTY, caseId=case, reviewerId=BUREAU, defects=defects)
        # What the department's own legal unit finds of its files counts for nothing.
        unit = body("410302", "LEGAL_UNIT", "MARKET_REGULATION")
        bureau.done("reviewCaseFile", LEGAL, caseId=case, reviewerId=unit, defects=[])


def cases_are_revisited(bureau: Bureau) -> None:
    """Two are content: 5 and 2 of 5; a third cannot be reached."""
    asked = {"organizationId": MARKET, "since": "2025-10-01", "until": "2025-12-31"}
    visitor = str(GlobalID("Account", str(bureau.rows.value("SELECT id FROM account WHERE subject = $1", LEGAL))))
    drawn = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    for revisit, satisfaction in zip(drawn, (5, 2, None), strict=False):
        bureau.objects["revisit"] = revisit
        bureau.done("assignRevisit", LEGAL, **bureau.on("revisit"), visitorId=visitor)
        if satisfaction is None:
            bureau.done("recordUnreachable", LEGAL, **bureau.on("revisit"), reason="空号")
        else:
            told = {"method": "PHONE", "satisfaction": satisfaction, "findings": "已核实"}
            bureau.done("recordRevisit", LEGAL, **bureau.on("revisit"), **told)


def the_department_is_supervised(bureau: Bureau) -> None:
    """One opinion stands and is rectified in time, one is revoked; it is held accountable with two points.

    So it was upon the one that was revoked, which counts no more.
    """
    two = {"supervisorIds": officers(bureau, BUREAU)[:2]}
    # Whoever is asked to explain what then falls away keeps no deadline.
    asked = {"mode": "DAILY", "origin": "PLAN", "content": "STRUCTURAL_REFORM", "subject": "职责交接不清"}
    bureau.done("registerMatter", COUNTY, bodyId=BUREAU, organizationId=MARKET, **asked)
    for name, words in (
        ("assignSupervisors", two),
        ("fileMatter", {}),
        ("notifyOrgan", {"text": "请说明情况"}),
        ("terminateMatter", {"reason": "通知有误"}),
    ):
        bureau.done(name, COUNTY, **bureau.on("matter"), **words)
    for subject, after in (("裁量说理不充分", False), ("未出示执法证件", True)):
        matter = {"mode": "DAILY", "origin": "PLAN", "content": "SUPPORT_GUARANTEE", "subject": subject}
        if not after:
            matter["content"] = "STRUCTURAL_REFORM"
        bureau.done("registerMatter", COUNTY, bodyId=BUREAU, organizationId=MARKET, **matter)
        for name, persona, given in (
            ("assignSupervisors", COUNTY, two),
            ("fileMatter", COUNTY, {}),
            ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
            ("explainMatter", OFFICER, {"explanation": "情况属实"}),
            ("investigateMatter", COUNTY, {"finding": "属实"}),
            ("issueSupervisionOpinion", COUNTY, {"opinion": "改正", "type": "OPINION", "effect": "CORRECT"}),
            ("holdAccountable", COUNTY, {"measure": "INTERVIEW", "reason": "执法不规范", "points": 2 if after else 30}),
            *(
                (
                    ("startRectification", OFFICER, {"plan": "培训"}),
                    ("reportRectification", OFFICER, {"report": "已整改"}),
                )
                if after
                else (
                    ("objectToOpinion", OFFICER, {"reason": "事实有误"}),
                    ("reviewObjection", COUNTY, {"result": "REVOKED", "review": "异议成立"}),
                )
            ),
        ):
            matter_id = bureau.objects["matter"]["id"]
            on = {"matterId": matter_id} if name == "holdAccountable" else bureau.on("matter")
            bureau.done(name, persona, **on, **given)
        if not after:
            held = {"measure": "INTERVIEW", "reason": "执法不规范", "points": 2}
            bureau.done("closeMatter", COUNTY, **bureau.on("matter"))
            assert bureau.refused("holdAccountable", COUNTY, matterId=matter_id, **held) == "OPINION_REVOKED"


def the_other_shirks(bureau: Bureau) -> None:
    """The health department refuses a case that the government then gives to it."""
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    bureau.done("rejectTransfer", RECEIVER, **bureau.on("transfer"), reason="不属于本机关职责")
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, COUNTY, **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", COUNTY, **bureau.on("dispute"), opinion="由卫健委办理")
    bureau.done("escalateDispute", RECEIVER, **bureau.on("dispute"))
    decided = {"decision": "由卫健委办理", "organizationId": HEALTH}
    bureau.done("decideDispute", GOVERNMENT, **bureau.on("dispute"), **decided)
    # A case whose decision is late by now, and which is withdrawn after that.
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    bureau.rows.execute(LATE)
    # To draft a transfer and withdraw it keeps no deadline.
    draft(bureau, POLICE, "CRIMINAL")
    bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))


def draw_up(bureau: Bureau, organ: str, persona: str = COUNTY, assessor: str = BUREAU, **period: Any) -> dict[str, Any]:
    asked = {"assessorId": assessor, "organizationId": organ, **ONE_DAY, **period}
    return bureau.done("drawUpAssessment", persona, **asked)


def revoke(bureau: Bureau) -> None:
    """Put the last sheet away, so that another of its period can be drawn up."""
    bureau.done("publishAssessment", COUNTY, **bureau.on("assessment"))
    bureau.done("revokeAssessment", COUNTY, **bureau.on("assessment"), reason="重新计分")


def measured(sheet: dict[str, Any]) -> dict[str, tuple[str | None, int, str | None]]:
    return {each["criterion"]: (each["value"], each["sample"], each["score"]) for each in sheet["lines"]}


def adds_up(sheet: dict[str, Any]) -> bool:
    lines = [{name: Decimal(line[name] or 0) for name in line if name != "criterion"} for line in sheet["lines"]]
    assert sum(line["weight"] for line in lines) == 100
    assert sum(line["effectiveWeight"] for line in lines) == 100
    for line in lines:
        assert abs(line["contribution"] - line["effectiveWeight"] * line["score"] / 100) <= Decimal("0.02")
    return sum(line["contribution"] for line in lines) == Decimal(sheet["total"])


def test_each_criterion_is_what_was_done_comes_to(bureau: Bureau) -> None:
    sheet = draw_up(bureau, MARKET)
    revoke(bureau)
    assert measured(sheet) == {
        # No evaluation of that day was published, so there is nothing to measure.
        "EVALUATION": (None, 0, None),
        "REVISIT": ("3.50", 2, "70.00"),
        "FILE_REVIEW": ("40.00", 2, "40.00"),
        "SUPERVISION": ("1.00", 2, "90.00"),
        "RECTIFICATION": ("100.00", 1, "100.00"),
        # Two notices explained and a transfer handed over in time; the late decision.
        "DEADLINE": ("75.00", 4, "75.00"),
        "ACCOUNTABILITY": ("2.00", 1, "80.00"),
        "SHIRKING": ("0.00", 0, "100.00"),
    }
    # The 20 of what was not measured are spread over the others: each counts for 100/80 of its weight.
    assert [(each["criterion"], each["effectiveWeight"], each["contribution"]) for each in sheet["lines"]] == [
        ("EVALUATION", "0.00", "0.00"),
        ("REVISIT", "18.75", "13.13"),
        ("FILE_REVIEW", "25.00", "10.00"),
        ("SUPERVISION", "12.50", "11.25"),
        ("RECTIFICATION", "12.50", "12.50"),
        ("DEADLINE", "12.50", "9.37"),
        ("ACCOUNTABILITY", "12.50", "10.00"),
        ("SHIRKING", "6.25", "6.25"),
    ]
    assert sheet["total"] == "72.50" and adds_up(sheet)


def test_a_refusal_that_was_overruled_is_shirking(bureau: Bureau) -> None:
    sheet = draw_up(bureau, HEALTH)
    revoke(bureau)
    found = measured(sheet)
    assert found["SHIRKING"] == ("1.00", 1, "80.00")
    # It answered in time.
    assert found["DEADLINE"] == ("100.00", 1, "100.00")
    assert [found[name][0] for name in ("EVALUATION", "REVISIT", "FILE_REVIEW", "RECTIFICATION")] == [None] * 4
    assert adds_up(sheet)


def test_points_lower_the_total_and_a_draft_is_drawn_up_anew(bureau: Bureau) -> None:
    before = draw_up(bureau, MARKET)
    held = {"measure": "BULLETIN", "reason": "再次发现", "points": 3}
    bureau.done("holdAccountable", COUNTY, matterId=_matter(bureau), **held)
    again = bureau.client.ask(SHEET, {"id": before["id"]}, COUNTY)["node"]
    assert again["total"] == before["total"]
    after = bureau.done("redrawAssessment", COUNTY, **bureau.on("assessment"))
    # Three points are thirty of the criterion's hundred, whose effective weight is an eighth.
    assert Decimal(before["total"]) - Decimal(after["total"]) == Decimal("3.75")
    assert measured(after)["ACCOUNTABILITY"] == ("5.00", 2, "50.00")
    same = bureau.done("redrawAssessment", COUNTY, **bureau.on("assessment"))
    assert (same["total"], same["lines"]) == (after["total"], after["lines"])
    bureau.done("publishAssessment", COUNTY, **bureau.on("assessment"))
    assert bureau.refused("redrawAssessment", COUNTY, **bureau.on("assessment")) == "INVALID_STATE"
    bureau.done("revokeAssessment", COUNTY, **bureau.on("assessment"), reason="重新计分")
    bureau.rows.execute("DELETE FROM accountability_record WHERE reason = '再次发现'")


def _matter(bureau: Bureau) -> str:
    found = bureau.rows.value("SELECT matter_id FROM accountability_record ORDER BY decided_on DESC, id DESC LIMIT 1")
    return str(GlobalID("SupervisionMatter", str(found)))


def test_an_organ_sees_its_sheet_once_it_is_published_and_others_are_told_as_their_scopes_say(bureau: Bureau) -> None:
    sheet = draw_up(bureau, MARKET)
    on = {"id": sheet["id"]}

    def seen_by(*personas: str) -> list[bool]:
        return [bureau.client.ask(SHEET, on, each)["node"] is not None for each in personas]

    others = (OFFICER, LEGAL, CITY, GOVERNMENT, "city-market-legal", "leading-group-member")
    assert not any(seen_by(*others)) and seen_by(COUNTY) == [True]
    # The city's bureau is not told that the county's holds a draft.
    draw_up(bureau, MARKET, CITY, BUREAU_OF_CITY)
    bureau.done("publishAssessment", CITY, **bureau.on("assessment"))
    bureau.done("revokeAssessment", CITY, **bureau.on("assessment"), reason="由县级考核")
    bureau.objects["assessment"] = sheet
    bureau.done("publishAssessment", COUNTY, **bureau.on("assessment"))
    assert all(seen_by(*others))
    assert not any(seen_by(RECEIVER, "county-judicial-2", "police", "evaluator", "enterprise"))
    told = "{ notifications(first: 5, filter: { action: [PUBLISH] }) { nodes { objectId } } }"
    assert {"objectId": sheet["id"]} in bureau.client.ask(told, None, OFFICER)["notifications"]["nodes"]
    # The objection is narrative: a government reads the figures alone.
    bureau.done("objectToAssessment", OFFICER, **bureau.on("assessment"), reason="样本偏少")
    words = "query($id: ID!) { node(id: $id) { ... on Assessment { objection conclusion } } }"
    assert bureau.client.ask(words, on, COUNTY)["node"]["objection"] == "样本偏少"
    assert bureau.client.ask(words, on, GOVERNMENT)["node"] == {"objection": None, "conclusion": None}
    bureau.done("revokeAssessment", COUNTY, **bureau.on("assessment"), reason="异议成立")
    # Another can be drawn up in the place of what was revoked, and that as of the day is one.
    draw_up(bureau, MARKET)
    asked = {"assessorId": BUREAU, "organizationId": MARKET, **ONE_DAY}
    assert bureau.refused("drawUpAssessment", COUNTY, **asked) == "ALREADY_EXISTS"
    revoke(bureau)


def test_whom_a_bureau_assesses_and_when(steady: Bureau) -> None:
    asked = {"assessorId": BUREAU, "organizationId": MARKET, **ONE_DAY}
    tomorrow, yesterday = str(TODAY + timedelta(days=1)), str(TODAY - timedelta(days=1))
    team = body("410302001", "TOWNSHIP_ENFORCEMENT")
    for code, persona, given in (
        ("FORBIDDEN", OFFICER, {}),
        ("FORBIDDEN", "county-judicial-2", {}),
        ("NOT_SUPERVISED_HERE", COUNTY, {"organizationId": body("410303", "DEPARTMENT", "HEALTH")}),
        ("NOT_SUPERVISED_HERE", COUNTY, {"organizationId": body("410302", "FINANCE")}),
        # A vertical organ's superior is told; nobody here orders it, or assesses it.
        ("NOT_SUPERVISED_HERE", COUNTY, {"organizationId": body("410302", "VERTICAL", "TAX")}),
        ("INVALID_VALUE", COUNTY, {"organizationId": team}),
        ("INVALID_VALUE", COUNTY, {"periodTo": yesterday}),
        ("TOO_EARLY", COUNTY, {"periodTo": tomorrow}),
        ("NO_ASSESSMENT_RULE", COUNTY, {"periodFrom": "2020-01-01", "periodTo": "2020-12-31"}),
    ):
        assert steady.refused("drawUpAssessment", persona, **{**asked, **given}) == code, given


EVEN = [
    {"criterion": "EVALUATION", "weight": "60"},
    {"criterion": "ACCOUNTABILITY", "weight": "40", "pointsPerItem": "2.5"},
]
ADOPTED = {"level": "COUNTY", "legalBasis": "区考核办法", "authority": "PRACTICE", "validFrom": str(TODAY)}


@pytest.mark.parametrize(
    ("code", "field", "criteria"),
    [
        ("WEIGHTS_NOT_WHOLE", "criteria", [EVEN[0]]),
        ("WEIGHTS_NOT_WHOLE", "criteria", [EVEN[0], {**EVEN[1], "weight": "40.01"}]),
        ("WEIGHTS_NOT_WHOLE", "criteria", []),
        ("INVALID_VALUE", "criteria.1.criterion", [EVEN[0], EVEN[0]]),
        ("INVALID_VALUE", "criteria.0.weight", [{**EVEN[0], "weight": "0"}, EVEN[1]]),
        ("INVALID_VALUE", "criteria.0.weight", [{**EVEN[0], "weight": "101"}, EVEN[1]]),
        # One that deducts says by how much, and no other does.
        ("INVALID_VALUE", "criteria.1.pointsPerItem", [EVEN[0], {**EVEN[1], "pointsPerItem": None}]),
        ("INVALID_VALUE", "criteria.0.pointsPerItem", [{**EVEN[0], "pointsPerItem": "1"}, EVEN[1]]),
        ("INVALID_VALUE", "criteria.1.pointsPerItem", [EVEN[0], {**EVEN[1], "pointsPerItem": "100.01"}]),
    ],
)
def test_a_rule_whose_weights_or_points_are_not_sound_is_refused(
    steady: Bureau, code: str, field: str, criteria: list[dict[str, Any]]
) -> None:
    payload = steady.run("adoptAssessmentRule", COUNTY, regionId=REGION, criteria=criteria, **ADOPTED)
    assert [(each["code"], each["field"]) for each in payload["userErrors"]] == [(code, field)]


def test_a_bureau_adopts_a_rule_for_its_area_and_ends_it(bureau: Bureau) -> None:
    city = {"regionId": REGION_OF_CITY, "criteria": EVEN, **ADOPTED}
    assert bureau.refused("adoptAssessmentRule", COUNTY, **city) == "FORBIDDEN"
    rule = bureau.done("adoptAssessmentRule", COUNTY, regionId=REGION, criteria=EVEN, **ADOPTED)
    sheet = draw_up(bureau, MARKET)
    assert sheet["rule"] == {"id": rule["id"]}
    # Two points at 2.5 each, of all there is to measure.
    assert measured(sheet) == {"EVALUATION": (None, 0, None), "ACCOUNTABILITY": ("2.00", 1, "95.00")}
    assert sheet["total"] == "95.00"
    revoke(bureau)
    # A sheet is drawn up by the rule nearest to who draws it up, so that the city compares all its counties by one.
    by_city = draw_up(bureau, MARKET, CITY, BUREAU_OF_CITY)
    assert by_city["rule"] != {"id": rule["id"]} and len(by_city["lines"]) == 8
    ended = bureau.done("endAssessmentRule", COUNTY, **bureau.on("assessmentRule"), validTo=str(TODAY))
    assert ended["validTo"] == str(TODAY)
    # Where nothing can be measured there is no sheet.
    replaced = {**ADOPTED, "level": "TOWNSHIP", "criteria": [{"criterion": "EVALUATION", "weight": "100"}]}
    bureau.done("adoptAssessmentRule", COUNTY, regionId=REGION, **replaced)
    asked = {"assessorId": BUREAU, "organizationId": TOWNSHIP, **ONE_DAY}
    assert bureau.refused("drawUpAssessment", COUNTY, **asked) == "NOTHING_TO_ASSESS"


def test_organs_are_ranked_by_their_totals(bureau: Bureau) -> None:
    document = """query($within: ID!, $to: Date!, $after: String) { assessments(first: 1, after: $after,
        orderBy: { field: TOTAL, direction: DESC },
        filter: { within: $within, periodTo: $to, level: [COUNTY], state: [PUBLISHED] }) {
        nodes { total organization { region { code } } } pageInfo { hasNextPage endCursor } } }"""
    ranked: list[dict[str, Any]] = []
    after = None
    while not ranked or after is not None:
        asked = {"within": REGION, "to": "2026-09-30", "after": after}
        page = bureau.client.ask(document, asked, CITY)["assessments"]
        ranked += page["nodes"]
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    totals = [Decimal(each["total"]) for each in ranked]
    assert len(totals) == 3 and totals == sorted(totals, reverse=True)
    assert {each["organization"]["region"]["code"] for each in ranked} == {"410302"}
    broken = base64.b64encode(b'["TOTAL", "NaN", "00000000-0000-5000-8000-000000000000"]').decode()
    asked = {"within": REGION, "to": "2026-09-30", "after": broken}
    answer = bureau.client.post(document, asked, CITY).json()
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["INVALID_CURSOR"]


def test_contributions_add_up_to_the_last_place() -> None:
    for parts in ([1, 1, 1], [1] * 7, [2, 3, 5, 7, 11], [0, 1, 0, 6]):
        exact = [Fraction(100 * part, sum(parts)) for part in parts]
        found = apportioned(exact)
        assert sum(found) == 100
        assert all(abs(Fraction(one) - of) < Fraction(1, 100) for one, of in zip(found, exact, strict=True))
    rule_id, criteria = uuid7(), list(AssessmentCriterion)[:3]
    thirds = [
        AssessmentRuleCriterion(rule_id=rule_id, criterion=each, position=1, weight=Decimal(weight))
        for each, weight in zip(criteria, ("33.33", "33.33", "33.34"), strict=True)
    ]
    nothing = {each: Measured(Decimal(0), 0) for each in AssessmentCriterion}
    assert score(thirds, nothing) == []
    full = {**nothing, criteria[0]: Measured(Decimal(300), 3), criteria[1]: Measured(Decimal(5), 1)}
    assert sum(each.contribution for each in score(thirds, full)) == 100


def test_a_whole_level_is_drawn_up_and_published_at_once(bureau: Bureau) -> None:
    period = {"periodFrom": "2025-10-01", "periodTo": "2025-12-31"}
    asked = {"assessorId": BUREAU, "level": "COUNTY", **period}
    for code, persona, given in (
        ("FORBIDDEN", OFFICER, {}),
        ("FORBIDDEN", "county-judicial-2", {}),
        ("TOO_EARLY", COUNTY, {"periodTo": str(TODAY + timedelta(days=1))}),
        ("INVALID_VALUE", COUNTY, {"periodTo": "2025-09-30"}),
        # Of what is above it, or of nobody, a bureau draws nothing up.
        ("NOTHING_TO_ASSESS", COUNTY, {"level": "CITY"}),
    ):
        assert bureau.refused("drawUpAssessments", persona, **{**asked, **given}) == code, given
    known = draw_up(bureau, HEALTH, **period)
    made = bureau.done("drawUpAssessments", COUNTY, **asked)
    sheets = made["assessments"]["nodes"]
    # Every organ of the county but for the vertical ones and the one that has a sheet of the period already.
    organs = """SELECT count(*) FROM organization WHERE region_code = '410302' AND level = 'COUNTY'
                AND kind IN ('DEPARTMENT', 'AUTHORIZED', 'ENTRUSTED', 'POLICE')"""
    assert made["drawnUp"] == len(sheets) and made["drawnUp"] + made["notMeasured"] == bureau.rows.value(organs) - 1
    assert {(each["state"], each["organization"]["region"]["code"]) for each in sheets} == {("DRAFT", "410302")}
    assert known["id"] not in {each["id"] for each in sheets}
    (market,) = [each["id"] for each in sheets if each["organization"]["name"].endswith("市场监督管理局")]
    one, document = {"id": market}, "query($id: ID!) { node(id: $id) { id ... on Assessment { version state } } }"
    of_round = "query($id: ID!) { node(id: $id) { id } assessmentRounds { totalCount } }"
    for persona in (OFFICER, CITY, GOVERNMENT):
        shown = bureau.client.ask(of_round, {"id": made["id"]}, persona)
        assert shown["node"] is None and bureau.client.ask(document, one, persona)["node"] is None
    # One is published alone, all the others at once, and whoever was assessed is told.
    bureau.objects["assessment"] = sheets[0]
    bureau.done("publishAssessment", COUNTY, **bureau.on("assessment"))
    after = bureau.done("publishAssessments", COUNTY, **bureau.on("assessmentRound"))["assessments"]["nodes"]
    assert {each["state"] for each in after} == {"PUBLISHED"}
    assert bureau.client.ask(document, one, OFFICER)["node"]["state"] == "PUBLISHED"
    told = "{ notifications(first: 50, filter: { action: [PUBLISH] }) { nodes { objectId } } }"
    assert {"objectId": market} in bureau.client.ask(told, None, OFFICER)["notifications"]["nodes"]
    # Nothing is left to be drawn up.
    if not made["notMeasured"]:
        assert bureau.refused("drawUpAssessments", COUNTY, **asked) == "NOTHING_TO_ASSESS"


def test_an_organ_objects_within_the_time_of_the_rule(bureau: Bureau) -> None:
    published = []
    for months in (("07", "09", "30"), ("04", "06", "30")):
        first, last, day = months
        draw_up(bureau, MARKET, periodFrom=f"2025-{first}-01", periodTo=f"2025-{last}-{day}")
        published.append(bureau.done("publishAssessment", COUNTY, **bureau.on("assessment")))
    (deadline,) = published[0]["deadlines"]
    assert (deadline["event"], deadline["state"]) == ("OBJECT_TO_ASSESSMENT", "RUNNING")
    for sheet, is_over in zip(published, (True, False), strict=True):
        parsed = GlobalID.parse(sheet["id"])
        assert parsed is not None
        if is_over:
            bureau.rows.execute("UPDATE assessment SET next_due_at = now() WHERE id = $1::uuid", parsed.key)
        bureau.objects["assessment"] = sheet
        document = "query($id: ID!) { node(id: $id) { ... on Assessment { availableActions } } }"
        offered = bureau.client.ask(document, {"id": sheet["id"]}, OFFICER)["node"]["availableActions"]
        assert offered == ([] if is_over else ["OBJECT"])
        asked = {**bureau.on("assessment"), "reason": "样本偏少"}
        if is_over:
            assert bureau.refused("objectToAssessment", OFFICER, **asked) == "OBJECTION_TOO_LATE"
        else:
            (ended,) = bureau.done("objectToAssessment", OFFICER, **asked)["deadlines"]
            assert ended["state"] == "MET"
