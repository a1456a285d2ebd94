"""Revisits over HTTP: a sample that can be drawn again, who may visit, what an issue leads to, coverage in scope."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.base import now, uuid7
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import HEALTH, LEGAL, MARKET, OFFICER, Bureau, body, officers, register
from tests.cluster import Cluster, Rows
from tests.examples import copy_row
from tests.serving import serving
from tests.test_database import alembic, with_connection

COUNTY, ADMIN = "county-judicial", "system-admin"
JUDICIAL = body("410302", "JUDICIAL_BUREAU")
CITY = str(GlobalID("Region", "4103"))
QUARTER = {"organizationId": JUDICIAL, "since": "2026-04-01", "until": "2026-06-30"}
CLOSED = """SELECT count(*) FROM enforcement_case WHERE region_code LIKE '410302%' AND procedure = $1
            AND (closed_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '2026-04-01' AND '2026-06-30'"""


@pytest.fixture
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"revisits_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        yield Bureau(client, rows)
    rows.close()


def account(bureau: Bureau, persona: str) -> str:
    return str(GlobalID("Account", str(bureau.rows.value("SELECT id FROM account WHERE subject = $1", persona))))


def drawn(bureau: Bureau, **given: Any) -> list[str]:
    nodes = bureau.done("drawRevisitSample", COUNTY, **QUARTER, **given)["revisits"]["nodes"]
    return sorted(node["case"]["id"] for node in nodes)


def forget(bureau: Bureau) -> None:
    for table in ("deadline WHERE revisit_id IS NOT NULL", "case_revisit", "revisit_sample"):
        bureau.rows.execute(f"DELETE FROM {table}")


def test_the_same_seed_draws_the_same_by_the_policys_ratio_and_its_classes(bureau: Bureau) -> None:
    ordinary, simple = (bureau.rows.value(CLOSED, procedure) for procedure in ("ORDINARY", "SIMPLE"))
    first = drawn(bureau, seed="春")
    assert len(first) == -(-ordinary * 80 // 100) + -(-simple * 40 // 100)
    sample = bureau.objects["revisitSample"]
    assert (sample["population"], sample["drawn"], sample["seed"]) == (ordinary + simple, len(first), "春")
    # Each counts from the day its case was closed, not from the drawing.
    wrong = """SELECT count(*) FROM deadline d JOIN case_revisit r ON r.id = d.revisit_id
               WHERE r.sampled_at > now() - interval '1 hour' AND (d.counted_from <> r.closed_at OR d.due_at > now())"""
    assert bureau.rows.value(wrong) == 0
    assert bureau.refused("drawRevisitSample", COUNTY, **QUARTER) == "ALREADY_EXISTS"
    forget(bureau)
    assert drawn(bureau, seed="春") == first
    forget(bureau)
    assert drawn(bureau, seed="秋") != first
    forget(bureau)
    # A class that is always revisited is drawn whole, whatever the ratio.
    tomorrow = str(local_day(now()) + timedelta(days=1))
    for procedure in ("ORDINARY", "SIMPLE"):
        asked = {"regionId": CITY, "procedure": procedure, "ratio": 0, "legalBasis": "试行", "authority": "DEFAULT"}
        bureau.done("adoptRevisitPolicy", ADMIN, validFrom=tomorrow, priorityPenalties=["FINE"], **asked)
    assert bureau.refused("adoptRevisitPolicy", ADMIN, validFrom=tomorrow, **{**asked, "ratio": 101}) == "INVALID_VALUE"
    bureau.rows.execute("UPDATE revisit_policy SET valid_from = '2026-01-01' WHERE region_code = '4103'")
    fined = bureau.rows.fetch(
        """SELECT id FROM enforcement_case WHERE region_code LIKE '410302%' AND procedure IS NOT NULL
           AND 'FINE' = ANY(penalty_kinds)
           AND (closed_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '2026-04-01' AND '2026-06-30'"""
    )
    assert drawn(bureau) == sorted(str(GlobalID("EnforcementCase", str(row["id"]))) for row in fined)
    assert len(fined) > 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"until": "2026-03-31"}, "INVALID_VALUE"),
        ({"until": str(local_day(now()))}, "INVALID_VALUE"),
        ({"since": "2026-01-01"}, "INVALID_VALUE"),
        ({"organizationId": HEALTH}, "FORBIDDEN"),
        ({"organizationId": body("4103", "JUDICIAL_BUREAU")}, "FORBIDDEN"),
    ],
)
def test_what_cannot_be_drawn(given: dict[str, Any], code: str, client: Any, rows: Rows) -> None:
    assert Bureau(client, rows).refused("drawRevisitSample", COUNTY, **{**QUARTER, **given}) == code


def test_no_officer_of_the_case_visits_and_an_issue_becomes_a_clue(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    revisit, other = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    bureau.objects["revisit"] = revisit
    # Neither who is of another organization nor an officer of the case.
    assert bureau.refused("assignRevisit", LEGAL, visitorId=account(bureau, COUNTY), **bureau.on("revisit")) == (
        "NOT_FOUND"
    )
    case = GlobalID.parse(revisit["case"]["id"])
    assert case is not None
    of_case = "SELECT officer_id FROM case_officer WHERE case_id = $1 LIMIT 1"
    officer = bureau.rows.value(of_case, case.key) or bureau.rows.value(
        """INSERT INTO case_officer SELECT $1, o.id FROM officer o JOIN enforcement_case c
           ON c.organization_id = o.organization_id WHERE c.id = $1 LIMIT 1 RETURNING officer_id""",
        case.key,
    )

    def signs_in(login: str) -> None:
        on = {"id": str(GlobalID("Officer", str(officer)))}
        on["version"] = bureau.rows.value("SELECT version FROM officer WHERE id = $1", officer)
        bureau.done("updateOfficer", OFFICER, accountLogin=login, **on)

    signs_in(OFFICER)
    assert bureau.refused("assignRevisit", LEGAL, visitorId=account(bureau, OFFICER), **bureau.on("revisit")) == (
        "VISITOR_IS_OFFICER"
    )
    # Who is registered at the bureau without a role that supervises or enforces is no colleague of it.
    drawn = bureau.done("drawRevisitSample", COUNTY, **QUARTER)["revisits"]["nodes"][0]
    stranger = {"visitorId": account(bureau, "enterprise"), "id": drawn["id"], "version": drawn["version"]}
    assert bureau.refused("assignRevisit", COUNTY, **stranger) == "VISITOR_LEFT"
    bureau.objects["revisit"] = revisit
    bureau.done("assignRevisit", LEGAL, visitorId=account(bureau, LEGAL), **bureau.on("revisit"))
    told = {"method": "VISIT", "satisfaction": 2, "findings": "不满意"}
    # Whose case it is knows of no visit that is still to come.
    assert bureau.refused("recordRevisit", OFFICER, **told, **bureau.on("revisit")) == "NOT_FOUND"
    for wrong in (0, 6):
        assert bureau.refused("recordRevisit", LEGAL, **{**told, "satisfaction": wrong}, **bureau.on("revisit")) == (
            "INVALID_VALUE"
        )
    # One who became an officer of the case since cannot record it either.
    signs_in(LEGAL)
    assert offered(bureau, LEGAL) == ["ASSIGN"]
    assert bureau.refused("recordRevisit", LEGAL, **told, **bureau.on("revisit")) == "VISITOR_IS_OFFICER"
    bureau.rows.execute("UPDATE officer SET account_id = NULL WHERE id = $1", officer)
    bureau.done("recordRevisit", LEGAL, **told, **bureau.on("revisit"))
    clue = bureau.done("raiseRevisitIssue", LEGAL, issue="未出示执法证", **bureau.on("revisit"))["clue"]
    # The bureau screens it, who raised it sees it only when it is assigned to its department.
    assert clue is None
    document = "{ clues(filter: { source: [REVISIT] }) { nodes { content state concerned { id } case { id } } } }"
    opened = {
        "content": "未出示执法证",
        "state": "RECEIVED",
        "concerned": {"id": MARKET},
        "case": {"id": revisit["case"]["id"]},
    }
    (found,) = bureau.client.ask(document, None, COUNTY)["clues"]["nodes"]
    assert found == opened
    # Nor is the organ told by the history that there is a clue.
    past = "query($id: ID!) { node(id: $id) { ... on CaseRevisit { history { command changes { field } } } } }"
    told_of = bureau.client.ask(past, {"id": revisit["id"]}, OFFICER)["node"]["history"]
    (raised,) = [each["changes"] for each in told_of if each["command"] == "raise_revisit_issue"]
    assert {"field": "issue"} in raised and {"field": "clue_id"} not in raised
    bureau.objects["revisit"] = other
    bureau.done("assignRevisit", LEGAL, visitorId=account(bureau, OFFICER), **bureau.on("revisit"))
    bureau.done("recordRevisit", OFFICER, **told, **bureau.on("revisit"))
    bureau.done("raiseRevisitIssue", OFFICER, issue="送达超期", opensClue=False, **bureau.on("revisit"))
    assert len(bureau.client.ask(document, None, COUNTY)["clues"]["nodes"]) == 1
    coverage = """query($id: ID!) { organization(by: { id: $id }) {
        revisitCoverage(since: "2025-12-01", until: "2025-12-31") {
          procedure closed sampled visited unreachable satisfied coverage ratio isMet } } }"""
    covered = {"closed": 2, "sampled": 2, "visited": 2, "unreachable": 0, "satisfied": 0, "coverage": 100}
    asked = {"id": MARKET}
    expected = [{"procedure": "ORDINARY", **covered, "ratio": 80, "isMet": True}]
    assert bureau.client.ask(coverage, asked, OFFICER)["organization"]["revisitCoverage"] == expected
    assert bureau.client.ask(coverage, asked, "zhengzhou-judicial")["organization"]["revisitCoverage"] == []


def test_who_left_visits_no_more_and_nobody_chooses_among_own_cases(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    # Whoever knows the cases could try seeds until the sample pleases; a department's own are drawn by chance.
    assert bureau.refused("drawRevisitSample", LEGAL, **asked, seed="春") == "INVALID_VALUE"
    bureau.objects["revisit"], _ = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    bureau.done("assignRevisit", LEGAL, visitorId=account(bureau, OFFICER), **bureau.on("revisit"))
    on = bureau.on("revisit")
    assert on["id"] in {each["objectId"] for each in heard(bureau, OFFICER)}
    moves = "UPDATE account SET organization_id = $2 WHERE subject = $1"
    bodies = [organization_id("410302", "DEPARTMENT", of) for of in ("HEALTH", "MARKET_REGULATION")]
    told = {"method": "VISIT", "satisfaction": 5, "findings": "满意"}
    assert offered(bureau, OFFICER) == ["RECORD_REVISIT", "RECORD_UNREACHABLE"] and awaits(bureau, OFFICER, on["id"])
    ends = "UPDATE role_assignment SET valid_to = $2 WHERE account_id = (SELECT id FROM account WHERE subject = $1)"
    yesterday = local_day(now()) - timedelta(days=1)
    for left, came_back in (((moves, bodies[0]), (moves, bodies[1])), ((ends, yesterday), (ends, None))):
        bureau.rows.execute(left[0], OFFICER, left[1])
        assert offered(bureau, OFFICER) == [] and not awaits(bureau, OFFICER, on["id"])
        assert bureau.refused("recordRevisit", OFFICER, **told, **on) == "VISITOR_LEFT"
        assert bureau.refused("recordUnreachable", OFFICER, reason="空号", **on) == "VISITOR_LEFT"
        bureau.rows.execute(came_back[0], OFFICER, came_back[1])
    bureau.done("recordRevisit", OFFICER, **told, **on)
    assert "RAISE_ISSUE" in offered(bureau, OFFICER)
    bureau.rows.execute(moves, OFFICER, bodies[0])
    assert bureau.refused("raiseRevisitIssue", OFFICER, issue="未出示执法证", **bureau.on("revisit")) == "VISITOR_LEFT"


def offered(bureau: Bureau, persona: str) -> Any:
    document = "query($id: ID!) { node(id: $id) { ... on CaseRevisit { availableActions } } }"
    return bureau.client.ask(document, {"id": bureau.objects["revisit"]["id"]}, persona)["node"]["availableActions"]


def awaits(bureau: Bureau, persona: str, id_: str) -> bool:
    document = "{ myTasks(first: 100) { nodes { object { id } } } }"
    found = bureau.client.ask(document, None, persona)["myTasks"]["nodes"]
    return id_ in {each["object"]["id"] for each in found}


def id_key(global_id: str) -> str:
    parsed = GlobalID.parse(global_id)
    assert parsed is not None
    return parsed.key


def heard(bureau: Bureau, persona: str) -> Any:
    document = "{ notifications(first: 100, filter: { action: [ASSIGN] }) { nodes { objectId } } }"
    return bureau.client.ask(document, None, persona)["notifications"]["nodes"]


def test_who_handled_the_case_before_others_did_does_not_visit(bureau: Bureau) -> None:
    register(bureau, officerIds=officers(bureau, MARKET)[:2])
    case = GlobalID.parse(bureau.done("fileCase", OFFICER, **bureau.on("case"))["id"])
    assert case is not None
    # It was handed to others, who closed it.
    bureau.rows.execute(
        """UPDATE enforcement_case SET state = 'CLOSED', procedure = 'ORDINARY', closed_at = '2025-11-20'
           WHERE id = $1::uuid""",
        case.key,
    )
    bureau.rows.execute("DELETE FROM case_officer WHERE case_id = $1::uuid", case.key)
    asked = {"organizationId": MARKET, "since": "2025-11-20", "until": "2025-11-20"}
    drawn_ones = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    (bureau.objects["revisit"],) = [each for each in drawn_ones if each["case"]["id"] == bureau.objects["case"]["id"]]
    assert bureau.refused("assignRevisit", LEGAL, visitorId=account(bureau, OFFICER), **bureau.on("revisit")) == (
        "VISITOR_IS_OFFICER"
    )
    bureau.done("assignRevisit", LEGAL, visitorId=account(bureau, LEGAL), **bureau.on("revisit"))


def test_an_organ_and_its_line_hear_of_no_revisit_that_is_still_to_come(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    document = """query($id: ID!) { node(id: $id) { ... on RevisitSample { seed drawn } }
        notifications(first: 100, filter: { action: [ALERT] }) { nodes { objectId } }
        alerts(first: 100, filter: { rule: [DEADLINE_PASSED] }) { nodes { id objectId } } }"""
    sample = bureau.done("drawRevisitSample", LEGAL, **asked)
    drawn_ones = {each["id"] for each in sample["revisits"]["nodes"]}
    for persona, who_is_to_know in ((LEGAL, True), (COUNTY, True), (OFFICER, False), ("city-market-legal", False)):
        shown = bureau.client.ask(document, {"id": sample["id"]}, persona)
        # Each is late already, since its case was closed long ago.
        late = {each["id"] for each in shown["alerts"]["nodes"] if each["objectId"] in drawn_ones}
        assert len(late) == (len(drawn_ones) if who_is_to_know else 0), persona
        assert (shown["node"] is not None) is who_is_to_know, persona
        of_them = late & {each["objectId"] for each in shown["notifications"]["nodes"]}
        assert of_them == late, persona


DECEMBER = {"since": "2025-12-01", "until": "2025-12-31"}
# By this seed the bureau draws both of the organ's cases of that month.
BOTH = {**DECEMBER, "seed": "S1"}
COVERAGE = """query($id: ID!) { organization(by: { id: $id }) {
    revisitCoverage(since: "2025-12-01", until: "2025-12-31") { closed sampled visited satisfied coverage } } }"""


def told_to_the_unit(bureau: Bureau, *windows: tuple[int, int]) -> list[tuple[int, int, int]]:
    """What a unit is told when it draws these days of a December, one window after the other."""
    shown = []
    for first, last in windows:
        asked = {"since": f"2025-12-{first:02}", "until": f"2025-12-{last:02}"}
        sample = bureau.done("drawRevisitSample", LEGAL, organizationId=MARKET, **asked)
        shown.append((sample["population"], sample["drawn"], len(sample["revisits"]["nodes"])))
    return shown


def test_no_draw_of_a_unit_tells_what_its_bureau_is_still_to_visit(bureau: Bureau) -> None:
    days = [(day, day) for day in range(1, 32)]
    for windows in (days, [(1, 31), *days], [(1, 15), (1, 31), (16, 31)]):
        forget(bureau)
        told = told_to_the_unit(bureau, *windows)
        assert sum(drawn for _, drawn, _ in told) == 2
        forget(bureau)
        secret = bureau.done("drawRevisitSample", COUNTY, organizationId=JUDICIAL, **BOTH)["revisits"]["nodes"]
        assert MARKET in {each["organization"]["id"] for each in secret}
        assert told_to_the_unit(bureau, *windows) == told
    # What the unit drew the bureau sees, and does not draw.
    forget(bureau)
    told_to_the_unit(bureau, *days)
    drawn = bureau.done("drawRevisitSample", COUNTY, organizationId=JUDICIAL, **BOTH)["revisits"]["nodes"]
    assert MARKET not in {each["organization"]["id"] for each in drawn}
    # A visit that was made the unit sees, and visits no more.
    forget(bureau)
    secret = bureau.done("drawRevisitSample", COUNTY, organizationId=JUDICIAL, **BOTH)["revisits"]["nodes"]
    for each in secret:
        if each["organization"]["id"] == MARKET:
            visit(bureau, COUNTY, each, 4)
    assert [drawn for _, drawn, _ in told_to_the_unit(bureau, *days)] == [0] * len(days)


def visit(bureau: Bureau, persona: str, revisit: dict[str, Any], satisfaction: int) -> None:
    bureau.objects["revisit"] = revisit
    bureau.done("assignRevisit", persona, visitorId=account(bureau, persona), **bureau.on("revisit"))
    told = {"method": "PHONE", "satisfaction": satisfaction, "findings": "已核实"}
    bureau.done("recordRevisit", persona, **told, **bureau.on("revisit"))


def test_a_case_that_unit_and_bureau_visit_is_measured_once_by_the_bureaus_visit(bureau: Bureau) -> None:
    forget(bureau)
    drawn = [
        bureau.done("drawRevisitSample", persona, organizationId=drawer, **period)["revisits"]["nodes"]
        for persona, drawer, period in ((COUNTY, JUDICIAL, BOTH), (LEGAL, MARKET, DECEMBER))
    ]
    of_unit = drawn[1][0]
    (of_bureau,) = [each for each in drawn[0] if each["case"]["id"] == of_unit["case"]["id"]]
    for persona, revisit, satisfaction, satisfied in ((LEGAL, of_unit, 5, 1), (COUNTY, of_bureau, 2, 0)):
        visit(bureau, persona, revisit, satisfaction)
        for each in (COUNTY, LEGAL):
            (covered,) = bureau.client.ask(COVERAGE, {"id": MARKET}, each)["organization"]["revisitCoverage"]
            expected = {"closed": 2, "sampled": 2, "visited": 1, "satisfied": satisfied, "coverage": 50}
            assert covered == expected, (persona, each)
        today = str(local_day(now()))
        period = {"periodFrom": today, "periodTo": today}
        bureau.done("drawUpAssessment", COUNTY, assessorId=JUDICIAL, organizationId=MARKET, **period)
        lines = {each["criterion"]: each for each in bureau.objects["assessment"]["lines"]}
        assert (lines["REVISIT"]["value"], lines["REVISIT"]["sample"]) == (f"{satisfaction}.00", 1)
        bureau.rows.execute("DELETE FROM assessment_line")
        bureau.rows.execute("DELETE FROM assessment")


def test_before_a_case_had_two_revisits_that_of_its_bureau_is_the_one_that_it_had(scratch: str) -> None:
    rows = Rows(scratch)
    all_of_bureaus = "SELECT array_agg(id ORDER BY id) FROM case_revisit WHERE assigner_id <> organization_id"
    organ, bureaus = (
        rows.value("SELECT organization_id FROM case_revisit ORDER BY id LIMIT 1"),
        rows.value(all_of_bureaus),
    )
    copy_row(rows, "case_revisit", "response_id IS NULL", id=uuid7(), assigner_id=organ)
    rows.close()
    with_connection(scratch, alembic("0066"))
    rows = Rows(scratch)
    assert rows.value("SELECT count(DISTINCT case_id) = count(*) FROM case_revisit") is True
    assert rows.value(all_of_bureaus) == bureaus
    rows.close()


# On which days so few of an organ's ordinary cases were closed that all of them are drawn.
DAYS = """SELECT (closed_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM enforcement_case c
          WHERE region_code LIKE '410302%' AND procedure = 'ORDINARY' AND closed_at < '2026-06-30'
            AND NOT EXISTS (SELECT FROM case_revisit r WHERE r.case_id = c.id)
          GROUP BY 1 HAVING count(*) < 5 AND bool_or(organization_id = $1::uuid) ORDER BY 1 DESC LIMIT 2"""
QUESTIONS = [
    {"kind": "SINGLE", "text": "是否出示执法证件", "options": ["是", "否"]},
    {"kind": "TEXT", "text": "具体情况", "dependsOn": 1, "dependsOnOptions": [2]},
]


def questionnaire(bureau: Bureau, code: str, **given: Any) -> dict[str, Any]:
    form = {"organizationId": JUDICIAL, "title": "案件回访问卷", "purpose": "REVISIT", "isAnonymous": False}
    bureau.done("draftQuestionnaire", COUNTY, code=code, questions=QUESTIONS, **{**form, **given})
    return bureau.done("publishQuestionnaire", COUNTY, **bureau.on("questionnaire"))


def test_a_party_answers_a_questionnaire_when_it_is_revisited(bureau: Bureau) -> None:
    survey, secret = (
        questionnaire(bureau, code, **given)
        for code, given in (("HF-1", {"purpose": "SURVEY"}), ("HF-2", {"isAnonymous": True}))
    )
    form = questionnaire(bureau, "HF-3")
    draft = {"organizationId": JUDICIAL, "code": "HF-4", "title": "x", "purpose": "REVISIT", "isAnonymous": False}
    unpublished = bureau.done("draftQuestionnaire", COUNTY, questions=QUESTIONS, **draft)
    told = {"method": "QUESTIONNAIRE", "satisfaction": 2, "findings": "未出示证件"}
    fits = [{"question": 1, "options": [2]}, {"question": 2, "text": "便衣检查"}]
    document = """query($id: ID!) { node(id: $id) { ... on CaseRevisit {
        satisfaction response { organization { id } answers { question options text } } } } }"""
    days = [str(each["day"]) for each in bureau.rows.fetch(DAYS, id_key(MARKET))]
    for persona, drawer, day in ((COUNTY, JUDICIAL, days[0]), (LEGAL, MARKET, days[1])):
        asked = {"organizationId": drawer, "since": day, "until": day}
        drawn_ones = bureau.done("drawRevisitSample", persona, **asked)["revisits"]["nodes"]
        bureau.objects["revisit"] = next(each for each in drawn_ones if each["organization"]["id"] == MARKET)
        bureau.done("assignRevisit", persona, visitorId=account(bureau, persona), **bureau.on("revisit"))
        for wrong, code in (
            ({"questionnaireId": form["id"]}, "INVALID_VALUE"),
            ({"answers": fits}, "INVALID_VALUE"),
            ({"questionnaireId": survey["id"], "answers": fits}, "INVALID_VALUE"),
            ({"questionnaireId": secret["id"], "answers": fits}, "INVALID_VALUE"),
            ({"questionnaireId": form["id"], "answers": fits[:1]}, "ANSWER_MISSING"),
            (
                {"questionnaireId": form["id"], "answers": [{"question": 1, "options": [1]}, fits[1]]},
                "QUESTION_NOT_ASKED",
            ),
            (
                {"questionnaireId": unpublished["id"], "answers": fits},
                {COUNTY: "QUESTIONNAIRE_NOT_OPEN", LEGAL: "NOT_FOUND"},
            ),
        ):
            expected = code[persona] if isinstance(code, dict) else code
            assert bureau.refused("recordRevisit", persona, **told, **wrong, **bureau.on("revisit")) == expected
        of_form = {"questionnaireId": form["id"], "answers": fits}
        id_ = bureau.done("recordRevisit", persona, **told, **of_form, **bureau.on("revisit"))["id"]
        # Whose case it is reads what the visit came to, and not the party's own words to each question.
        shown = {each: bureau.client.ask(document, {"id": id_}, each)["node"] for each in (COUNTY, LEGAL, OFFICER)}
        answers = [
            {"question": 1, "options": [2], "text": None},
            {"question": 2, "options": [], "text": "便衣检查"},
        ]
        response = {"organization": {"id": drawer}, "answers": answers}
        assert shown[COUNTY] == {"satisfaction": 2, "response": response}
        assert shown[LEGAL] == {"satisfaction": 2, "response": response if persona == LEGAL else None}
        assert shown[OFFICER] == {"satisfaction": 2, "response": None}
    # Both are counted when it is closed.
    closed = bureau.done("closeQuestionnaire", COUNTY, id=form["id"], version=form["version"])
    assert closed["answered"] == 2 and [each["answers"] for each in closed["results"]] == [0, 2]
