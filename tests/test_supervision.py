"""Supervision over HTTP: whose a matter is, how far a body may go, what an organ is told when, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from models.alerting import evaluate_due
from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from server.files.links import make_links
from server.settings import Settings
from tests.bureau import LEGAL, MARKET, OFFICER, SHOWN, TOWNSHIP, Bureau, body, let_period_pass, officers, stand_in
from tests.cluster import Cluster, Rows
from tests.lives import BY_TWO_SUPERVISORS
from tests.serving import serving
from tests.test_letters import text_of

CITY, COUNTY, OFFICE = "city-judicial", "county-judicial", "judicial-office"
CITY_BUREAU, COUNTY_BUREAU = body("4103", "JUDICIAL_BUREAU"), body("410302", "JUDICIAL_BUREAU")
CITY_LEGAL = body("4103", "LEGAL_UNIT", "MARKET_REGULATION")
HEALTH, TAX = body("410302", "DEPARTMENT", "HEALTH"), body("410302", "VERTICAL", "TAX")
ELSEWHERE = body("410303", "DEPARTMENT", "HEALTH")
STATED = {"content": "STRUCTURAL_REFORM", "subject": "职责交接不清"}
PLANNED = {**STATED, "mode": "DAILY", "origin": "PLAN"}


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"supervision_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, "finance", "DEPARTMENT", "HEALTH")
        yield found
    rows.close()


def register(bureau: Bureau, persona: str, by: str, organ: str, **given: Any) -> dict[str, Any]:
    return bureau.done("registerMatter", persona, bodyId=by, organizationId=organ, **{**PLANNED, **given})


def certified(bureau: Bureau, by: str) -> dict[str, Any]:
    return {"supervisorIds": officers(bureau, by)[:2]}


def act(bureau: Bureau, name: str, persona: str, **given: Any) -> dict[str, Any]:
    return bureau.done(name, persona, **bureau.on("matter"), **given)


def clocks_of(deadlines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["event"], each["state"]) for each in deadlines]


def end(bureau: Bureau, persona: str = COUNTY) -> None:
    act(bureau, "terminateMatter", persona, reason="另案处理")


def key_of(global_id: str) -> str:
    parsed = GlobalID.parse(global_id)
    assert parsed is not None
    return str(parsed.key)


def message(payload: dict[str, Any]) -> tuple[str, str]:
    (error,) = payload["userErrors"]
    return error["code"], error["message"]


def matters_of(bureau: Bureau, persona: str) -> list[str]:
    answer = bureau.client.ask("{ supervisionMatters(first: 100) { nodes { id } } }", persona=persona)
    return [each["id"] for each in answer["supervisionMatters"]["nodes"]]


def offered(bureau: Bureau, persona: str) -> set[str]:
    document = "query($id: ID!) { node(id: $id) { ... on SupervisionMatter { availableActions } } }"
    answer = bureau.client.ask(document, {"id": bureau.objects["matter"]["id"]}, persona)
    return set(answer["node"]["availableActions"])


UPON = """query($origin: [SupervisionOrigin!]!) {
    supervisionMatters(first: 100, filter: { origin: $origin }) { nodes { id origin facts recommender { name } } } }"""


def upon(bureau: Bureau, origin: str, persona: str, id_: str) -> dict[str, Any] | None:
    """How a matter came up, as it is told to a persona that asks for those of an origin."""
    found = bureau.client.ask(UPON, {"origin": [origin]}, persona)["supervisionMatters"]["nodes"]
    return next((each for each in found if each.pop("id") == id_), None)


def test_an_office_recommends_and_the_county_issues(bureau: Bureau) -> None:
    asked = {"organizationId": TOWNSHIP, **STATED, "facts": "居民李某反映"}
    matter = bureau.done("recommendMatter", OFFICE, **asked)
    assert (matter["body"]["name"], matter["state"], matter["availableActions"]) == (
        "洛阳市老城区司法局",
        "REGISTERED",
        [],
    )
    assert bureau.refused("recommendMatter", OFFICE, **{**asked, "organizationId": MARKET}) == "FORBIDDEN"
    registered = {**PLANNED, "bodyId": COUNTY_BUREAU, "organizationId": TOWNSHIP}
    assert bureau.refused("registerMatter", OFFICE, **registered) == "FORBIDDEN"
    for name, given in (("fileMatter", {}), ("issueSupervisionOpinion", {"opinion": "限期改正"})):
        assert bureau.refused(name, OFFICE, **bureau.on("matter"), **given) == "FORBIDDEN"
    told = bureau.client.ask(
        "{ notifications(filter: { action: [RECOMMEND] }) { nodes { action objectId } } }", persona=COUNTY
    )["notifications"]
    assert {"action": "RECOMMEND", "objectId": matter["id"]} in told["nodes"]
    # It takes two whose certificates hold; one of these is suspended or has expired.
    assert message(bureau.run("fileMatter", COUNTY, **bureau.on("matter")))[0] == "SUPERVISORS_NOT_QUALIFIED"
    first = certified(bureau, COUNTY_BUREAU)["supervisorIds"][0]
    for bad in ([first, first], officers(bureau, MARKET)[:2]):
        assert bureau.refused("assignSupervisors", COUNTY, **bureau.on("matter"), supervisorIds=bad) == "INVALID_VALUE"
    uncertified = bureau.rows.value(
        """SELECT o.id FROM officer o JOIN certificate c ON c.officer_id = o.id JOIN organization b
           ON b.id = o.organization_id
           WHERE b.name = '洛阳市老城区司法局' AND (c.state <> 'VALID' OR c.valid_to < now())"""
    )
    act(bureau, "assignSupervisors", COUNTY, supervisorIds=[first, str(GlobalID("Officer", str(uncertified)))])
    assert "现有 1 名" in message(bureau.run("fileMatter", COUNTY, **bureau.on("matter")))[1]
    act(bureau, "assignSupervisors", COUNTY, **certified(bureau, COUNTY_BUREAU))
    assert matter["id"] not in matters_of(bureau, "township")
    act(bureau, "fileMatter", COUNTY)
    notified = act(bureau, "notifyOrgan", COUNTY, text="请说明公示制度落实情况")
    assert matter["id"] in matters_of(bureau, "township") and matter["id"] in matters_of(bureau, OFFICE)
    # How it came up is not for whom the notice went to, who cannot ask for it either.
    came_up = {
        "origin": "RECOMMENDATION",
        "facts": "居民李某反映",
        "recommender": {"name": "洛阳市老城区司法局西关司法所"},
    }
    for persona in (OFFICE, COUNTY, CITY):
        assert upon(bureau, "RECOMMENDATION", persona, matter["id"]) == came_up, persona
    assert [upon(bureau, origin, "township", matter["id"]) for origin in ("RECOMMENDATION", "PLAN")] == [None, None]
    document = """query($id: ID!) { node(id: $id) { ... on SupervisionMatter { origin facts recommender { name }
        subject content history { changes { after } } } } }"""
    organ = bureau.client.ask(document, {"id": matter["id"]}, "township")["node"]
    assert "李某" not in str(organ.pop("history"))
    assert organ == {**dict.fromkeys(came_up), **STATED}
    (notice,) = notified["documents"]["nodes"]
    assert (notice["type"], notice["effect"]) == ("NOTICE", "INQUIRE")
    assert notice["dueOn"] == notified["deadlines"][0]["dueAt"][:10]
    # The document's day moves with the deadline; which may be extended once, and no other.
    extended = {"reason": "材料较多", "event": "EXPLAIN_NOTICE"}
    (later,) = act(bureau, "extendMatterDeadline", COUNTY, **extended)["documents"]["nodes"]
    assert date.fromisoformat(later["dueOn"]) > date.fromisoformat(notice["dueOn"])
    assert bureau.refused("extendMatterDeadline", COUNTY, **bureau.on("matter"), **extended) == "NOT_EXTENSIBLE"
    other = {**extended, "event": "RECTIFY"}
    assert bureau.refused("extendMatterDeadline", COUNTY, **bureau.on("matter"), **other) == "NOT_EXTENSIBLE"
    assert "EXTEND_DEADLINE" not in bureau.objects["matter"]["availableActions"]
    explained = act(bureau, "explainMatter", "township", explanation="已在门户网站公示")
    assert explained["documents"]["nodes"][0]["reply"] == "已在门户网站公示"
    assert explained["deadlines"][0]["state"] == "MET"
    end(bureau)


def test_one_body_is_responsible_and_a_conflict_goes_to_the_common_superior(bureau: Bureau) -> None:
    city = register(bureau, CITY, CITY_BUREAU, HEALTH)
    asked = {"bodyId": COUNTY_BUREAU, "organizationId": HEALTH, **PLANNED}
    code, said = message(bureau.run("registerMatter", COUNTY, **asked))
    assert code == "MATTER_CONFLICT" and "洛阳市司法局" in said
    code, said = message(bureau.run("registerMatter", CITY, **{**asked, "bodyId": CITY_BUREAU}))
    assert code == "MATTER_OPEN" and city["number"] in said
    # Another content of supervision is another matter; so is an officer of the same organ.
    clue = bureau.client.ask("{ clues(first: 1) { nodes { id } } }", persona=COUNTY)["clues"]["nodes"][0]["id"]
    register(bureau, COUNTY, COUNTY_BUREAU, HEALTH, content="CRIMINAL_LINKAGE", origin="CLUE", clueId=clue)
    document = "query($id: ID!) { node(id: $id) { ... on Clue { supervisionMatters { nodes { id clue { id } } } } } }"
    led_to = bureau.client.ask(document, {"id": clue}, COUNTY)["node"]["supervisionMatters"]["nodes"]
    matter = bureau.objects["matter"]["id"]
    assert led_to == [{"id": matter, "clue": {"id": clue}}]
    # Which clue it came from says the edge, to those who see it; the history not even that there is one.
    document = """query($id: ID!) { node(id: $id) { ... on SupervisionMatter {
        history { changes { field after } } } } }"""
    (opened,) = bureau.client.ask(document, {"id": matter}, COUNTY)["node"]["history"]
    changed = {change["field"]: change["after"] for change in opened["changes"]}
    assert "clue_id" not in changed and changed["organization_id"] == HEALTH
    end(bureau)
    register(bureau, COUNTY, COUNTY_BUREAU, HEALTH, officerId=officers(bureau, HEALTH)[0])
    end(bureau)
    bureau.objects["matter"] = city
    referred = act(bureau, "referMatter", COUNTY, reason="由区局负责更便于调查")
    assert referred["isReferred"] and referred["availableActions"] == []
    # The city and the county have the province above them both; until it says, nobody acts.
    assert bureau.refused("terminateMatter", CITY, **bureau.on("matter"), reason="x") == "MATTER_REFERRED"
    assert bureau.refused("designateBody", CITY, **bureau.on("matter"), reason="x", bodyId=CITY_BUREAU) == "FORBIDDEN"
    chosen = {"reason": "属地监督", "bodyId": body("410303", "JUDICIAL_BUREAU")}
    assert bureau.refused("designateBody", "province-judicial", **bureau.on("matter"), **chosen) == "INVALID_VALUE"
    chosen["bodyId"] = COUNTY_BUREAU
    moved = act(bureau, "designateBody", "province-judicial", **chosen)
    assert (moved["body"]["name"], moved["isReferred"]) == ("洛阳市老城区司法局", False)
    document = "{ notifications(filter: { action: [DESIGNATE] }) { nodes { action objectId } } }"
    told = bureau.client.ask(document, persona=CITY)["notifications"]["nodes"]
    assert {"action": "DESIGNATE", "objectId": city["id"]} in told
    assert bureau.refused("terminateMatter", CITY, **bureau.on("matter"), reason="x") == "FORBIDDEN"
    end(bureau)


def test_the_organ_is_not_told_upon_which_alert_it_is_supervised(bureau: Bureau) -> None:
    asked = "query($o: ID!) { alerts(first: 1, filter: { organization: $o }) { nodes { id } } }"
    (alert,) = bureau.client.ask(asked, {"o": MARKET}, OFFICER)["alerts"]["nodes"]
    given = {"origin": "ALERT", "alertId": alert["id"], **certified(bureau, COUNTY_BUREAU)}
    matter = register(bureau, COUNTY, COUNTY_BUREAU, MARKET, **given)
    act(bureau, "fileMatter", COUNTY)
    act(bureau, "notifyOrgan", COUNTY, text="请说明情况")
    document = "query($id: ID!) { node(id: $id) { ... on SupervisionMatter { state alert { id } clue { id } } } }"
    told = {each: bureau.client.ask(document, {"id": matter["id"]}, each)["node"] for each in (COUNTY, OFFICER)}
    assert told[COUNTY] == {"state": "NOTIFIED", "alert": alert, "clue": None}
    assert told[OFFICER] == {"state": "NOTIFIED", "alert": None, "clue": None}
    end(bureau)


QUARREL = "isReferred referral designation claimant { id } arbiter { id }"


def told_of(bureau: Bureau, persona: str) -> tuple[dict[str, Any], list[str], str]:
    """What a persona reads of who supervises a matter and of the finding, which commands, and all of the history."""
    document = f"""query($id: ID!) {{ node(id: $id) {{ ... on SupervisionMatter {{ {QUARREL} finding
        history {{ command actor organization {{ name }} changes {{ field before after }} }} }} }} }}"""
    found = bureau.client.ask(document, {"id": bureau.objects["matter"]["id"]}, persona)["node"]
    history = found.pop("history")
    return found, [each["command"] for each in reversed(history)], str(history)


def test_the_organ_is_told_nothing_of_who_is_to_supervise_it_and_of_the_finding_with_the_opinion(
    bureau: Bureau,
) -> None:
    register(bureau, CITY, CITY_BUREAU, HEALTH, **certified(bureau, CITY_BUREAU))
    act(bureau, "fileMatter", CITY)
    act(bureau, "notifyOrgan", CITY, text="请说明职责交接")
    act(bureau, "referMatter", COUNTY, reason="市局与该局负责人有利害关系")
    untold = {"isReferred": None, "referral": None, "designation": None, "claimant": None, "arbiter": None}
    assert told_of(bureau, "finance")[:2] == ({**untold, "finding": None}, ["notify_organ"])
    assert told_of(bureau, CITY)[0] == {
        "isReferred": True,
        "referral": "市局与该局负责人有利害关系",
        "designation": None,
        "claimant": {"id": COUNTY_BUREAU},
        "arbiter": {"id": body("41", "JUDICIAL_BUREAU")},
        "finding": None,
    }
    act(bureau, "designateBody", "province-judicial", bodyId=COUNTY_BUREAU, reason="应当回避")
    told = "SELECT array_agg(DISTINCT organization_id::text) FROM notification WHERE action IN ('REFER', 'DESIGNATE')"
    assert key_of(HEALTH) not in bureau.rows.value(told)
    act(bureau, "assignSupervisors", COUNTY, **certified(bureau, COUNTY_BUREAU))
    act(bureau, "explainMatter", "finance", explanation="已交接")
    act(bureau, "investigateMatter", COUNTY, finding="交接清单缺失")
    mine = ["notify_organ", "assign_supervisors", "explain_matter", "investigate_matter"]
    organ, commands, history = told_of(bureau, "finance")
    assert (organ, commands) == ({**untold, "finding": None}, mine)
    assert not [each for each in ("交接清单缺失", "应当回避", "利害关系", CITY_BUREAU) if each in history]
    for persona in (COUNTY, CITY, "province-judicial"):
        superior, commands, history = told_of(bureau, persona)
        assert (superior["finding"], superior["designation"]) == ("交接清单缺失", "应当回避"), persona
        assert {"refer_matter", "designate_body"} < set(commands) and "交接清单缺失" in history, persona
    act(bureau, "issueSupervisionOpinion", COUNTY, opinion="补齐清单", type="OPINION", effect="CORRECT")
    organ, commands, history = told_of(bureau, "finance")
    assert (organ, commands) == ({**untold, "finding": "交接清单缺失"}, [*mine, "issue_supervision_opinion"])
    assert "交接清单缺失" in history
    act(bureau, "terminateMatter", COUNTY, reason="另案处理")


def test_a_department_guides_those_below_and_is_not_told_whose_the_matter_is(bureau: Bureau) -> None:
    register(bureau, COUNTY, COUNTY_BUREAU, MARKET)
    asked = {"bodyId": CITY_LEGAL, **PLANNED}
    persona = "city-market-legal"
    code, said = message(bureau.run("registerMatter", persona, **asked, organizationId=MARKET))
    assert code == "MATTER_CONFLICT" and "老城区" not in said
    end(bureau)
    # Neither its own department, nor another field's, nor for a bureau another area's, nor what does not enforce.
    department = body("4103", "DEPARTMENT", "MARKET_REGULATION")
    for by, who, organ in (
        (CITY_LEGAL, persona, department),
        (CITY_LEGAL, persona, HEALTH),
        (body("410302", "LEGAL_UNIT", "MARKET_REGULATION"), LEGAL, MARKET),
        (COUNTY_BUREAU, COUNTY, ELSEWHERE),
        (COUNTY_BUREAU, COUNTY, body("410302", "FINANCE")),
    ):
        given = {**PLANNED, "bodyId": by, "organizationId": organ}
        assert bureau.refused("registerMatter", who, **given) == "NOT_SUPERVISED_HERE"
    register(bureau, persona, CITY_LEGAL, MARKET)
    # Of a department's own people those are its supervisors who hold a supervision certificate.
    held = bureau.rows.fetch("SELECT officer_id FROM certificate WHERE kind = 'SUPERVISION' AND field IS NOT NULL")
    guides = [str(GlobalID("Officer", str(row["officer_id"]))) for row in held]
    act(bureau, "assignSupervisors", persona, supervisorIds=guides)
    act(bureau, "fileMatter", persona)
    act(bureau, "notifyOrgan", persona, text="请说明目录更新情况")
    act(bureau, "explainMatter", OFFICER, explanation="正在更新")
    act(bureau, "investigateMatter", persona, finding="目录未更新")
    code, said = message(bureau.run("issueSupervisionOpinion", persona, **bureau.on("matter"), opinion="x"))
    assert code == "EFFECT_NOT_ALLOWED" and "行政执法监督建议书（提出建议）" in said
    advised = {"opinion": "建议更新目录", "type": "SUGGESTION", "effect": "ADVISE"}
    act(bureau, "issueSupervisionOpinion", persona, **advised)
    let_period_pass(bureau)
    decision = {"decision": "责令改正", "dueOn": "2099-01-01"}
    assert bureau.refused("decideMatter", persona, **bureau.on("matter"), **decision) == "FORBIDDEN"
    act(bureau, "startRectification", OFFICER, plan="一周内更新")
    reported = act(bureau, "reportRectification", OFFICER, report="已更新")
    assert {each["type"]: each["reply"] for each in reported["documents"]["nodes"]} == {
        "NOTICE": "正在更新",
        "SUGGESTION": "已更新",
    }
    end(bureau, persona)


def test_of_a_vertical_organ_the_superior_is_told(bureau: Bureau) -> None:
    bureau.rows.execute(
        """UPDATE role_assignment SET organization_id = $1, region_code = '4103', role = 'ORGAN_OFFICER'
           WHERE account_id = (SELECT id FROM account WHERE subject = 'enterprise')""",
        organization_id("4103", "VERTICAL", "TAX"),
    )
    matter = register(bureau, COUNTY, COUNTY_BUREAU, TAX, **certified(bureau, COUNTY_BUREAU))
    act(bureau, "fileMatter", COUNTY)
    notified = act(bureau, "notifyOrgan", COUNTY, text="请说明告知程序")
    assert "EXPEDITE" not in notified["availableActions"]
    assert bureau.refused("expediteMatter", COUNTY, **bureau.on("matter"), text="x") == "INVALID_STATE"
    act(bureau, "explainMatter", "vertical-tax-officer", explanation="已告知")
    found = act(bureau, "investigateMatter", COUNTY, finding="告知书未载明救济途径")
    assert found["power"] == "INFORM" and "ISSUE_OPINION" not in found["availableActions"]
    assert bureau.refused("issueSupervisionOpinion", COUNTY, **bureau.on("matter"), opinion="x") == "INVALID_STATE"
    assert bureau.refused("closeMatter", COUNTY, **bureau.on("matter")) == "INVALID_STATE"
    assert matter["id"] not in matters_of(bureau, "enterprise")
    informed = act(bureau, "informSuperior", COUNTY, text="现将有关情况告知你局")
    notice = informed["documents"]["nodes"][-1]
    assert (notice["type"], notice["effect"]) == ("NOTICE", "ADVISE")
    assert notice["organization"]["name"] == "国家税务总局洛阳市税务局"
    assert matter["id"] in matters_of(bureau, "enterprise")
    document = {"id": notice["id"], "version": notice["version"], "answer": "已责成整改"}
    assert bureau.refused("answerSupervisionDocument", "vertical-tax-officer", **document) == "NOT_FOUND"
    assert bureau.done("answerSupervisionDocument", "enterprise", **document)["reply"] == "已责成整改"
    again = {**document, "version": notice["version"] + 1}
    assert bureau.refused("answerSupervisionDocument", "enterprise", **again) == "NOT_ANSWERABLE"
    first = informed["documents"]["nodes"][0]
    asked = {"id": first["id"], "version": first["version"], "answer": "x"}
    assert bureau.refused("answerSupervisionDocument", "vertical-tax-officer", **asked) == "NOT_ANSWERABLE"
    act(bureau, "closeMatter", COUNTY)
    held = {"matterId": matter["id"], "measure": "BULLETIN", "reason": "x", "points": 1}
    assert bureau.refused("holdAccountable", COUNTY, **held) == "INVALID_STATE"


def test_no_act_of_the_body_leaves_it_without_two_certified_supervisors(bureau: Bureau) -> None:
    organ, recommended = body("410302", "DEPARTMENT", "TRANSPORT"), register(bureau, COUNTY, COUNTY_BUREAU, TOWNSHIP)
    # What was never filed is dropped as it was registered, though nobody was assigned.
    end(bureau)
    assert recommended["state"] == "REGISTERED" and bureau.objects["matter"]["state"] == "TERMINATED"
    register(bureau, COUNTY, COUNTY_BUREAU, organ, **certified(bureau, COUNTY_BUREAU))
    act(bureau, "fileMatter", COUNTY)
    act(bureau, "notifyOrgan", COUNTY, text="请说明情况")
    bureau.rows.execute("UPDATE certificate SET state = 'SUSPENDED' WHERE kind = 'SUPERVISION'")
    matter, key = bureau.objects["matter"], key_of(bureau.objects["matter"]["id"])
    held = {"matterId": matter["id"], "measure": "BULLETIN", "reason": "x", "points": 1}
    try:
        for state, name, given in (
            ("NOTIFIED", "expediteMatter", {"text": "请抓紧"}),
            ("NOTIFIED", "extendMatterDeadline", {"event": "EXPLAIN_NOTICE", "reason": "x"}),
            ("NOTIFIED", "terminateMatter", {"reason": "x"}),
            ("VERIFIED", "closeMatter", {}),
            ("VERIFIED", "holdAccountable", held),
        ):
            bureau.rows.execute("UPDATE supervision_matter SET state = $1 WHERE id = $2::uuid", state, key)
            on = {} if name == "holdAccountable" else bureau.on("matter")
            code, said = message(bureau.run(name, COUNTY, **on, **given))
            assert (name, code) == (name, "SUPERVISORS_NOT_QUALIFIED") and "现有 0 名" in said
            # Nor is any of them offered, but to name others who are certified.
            assert "ASSIGN" in offered(bureau, COUNTY) and offered(bureau, COUNTY).isdisjoint(BY_TWO_SUPERVISORS)
    finally:
        bureau.rows.execute("UPDATE certificate SET state = 'VALID' WHERE kind = 'SUPERVISION'")
    bureau.done("holdAccountable", COUNTY, **held)
    bureau.objects["matter"] = {**matter, "version": matter["version"]}
    act(bureau, "closeMatter", COUNTY)


def test_a_township_and_its_team_are_one_organ(bureau: Bureau) -> None:
    team = body("410302001", "TOWNSHIP_ENFORCEMENT")
    register(bureau, CITY, CITY_BUREAU, team)
    asked = {"bodyId": COUNTY_BUREAU, "organizationId": TOWNSHIP, **PLANNED}
    code, said = message(bureau.run("registerMatter", COUNTY, **asked))
    assert code == "MATTER_CONFLICT" and "洛阳市司法局" in said
    end(bureau, CITY)
    register(bureau, COUNTY, COUNTY_BUREAU, TOWNSHIP)
    again = {"bodyId": CITY_BUREAU, "organizationId": team, **PLANNED}
    assert bureau.refused("registerMatter", CITY, **again) == "MATTER_CONFLICT"
    # The database holds them together, too.
    with pytest.raises(asyncpg.UniqueViolationError):
        bureau.rows.execute(
            """INSERT INTO supervision_matter (id, number, state, mode, content, origin, power, subject, body_id,
                   body_region_code, organization_id, unit_id, region_code, is_appealed, is_referred, registered_at,
                   version, updated_at)
               SELECT gen_random_uuid(), 'x', state, mode, content, origin, power, subject, body_id, body_region_code,
                   $2::uuid, unit_id, region_code, is_appealed, is_referred, registered_at, version, updated_at
               FROM supervision_matter WHERE id = $1::uuid""",
            key_of(bureau.objects["matter"]["id"]),
            key_of(team),
        )
    end(bureau)


def notified_at_once(bureau: Bureau) -> list[dict[str, Any]]:
    """Matters on as many organs of one body that are ready to be notified."""
    matters = []
    for field in ("HEALTH", "MARKET_REGULATION", "URBAN_MANAGEMENT", "EMERGENCY", "FIRE"):
        organ = body("410302", "DEPARTMENT", field)
        if bureau.rows.value("SELECT 1 FROM organization WHERE id = $1::uuid", GlobalID.parse(organ).key):  # type: ignore[union-attr]
            register(bureau, COUNTY, COUNTY_BUREAU, organ, **certified(bureau, COUNTY_BUREAU))
            matters.append(act(bureau, "fileMatter", COUNTY))
    return matters


def test_numbers_have_no_gaps_also_when_issued_at_once(bureau: Bureau) -> None:
    def numbers() -> list[int]:
        found = bureau.rows.fetch(
            """SELECT d.number FROM supervision_document d JOIN organization o ON o.id = d.issuer_id
               WHERE o.name = '洛阳市老城区司法局' AND d.type = 'NOTICE' AND d.number LIKE '%' || $1 || '%'""",
            f"〔{local_day(now()).year}〕",
        )
        return sorted(int(row["number"].rpartition("〕")[2].removesuffix("号")) for row in found)

    matters = notified_at_once(bureau)
    assert len(matters) >= 4
    stale = {"id": matters[0]["id"], "version": 99, "text": "x"}
    assert bureau.refused("notifyOrgan", COUNTY, **stale) == "VERSION_CONFLICT"
    document = """mutation($i: NotifyOrganInput!) { notifyOrgan(input: $i) { userErrors { code } } }"""
    asked = [
        {"id": each["id"], "version": each["version"], "text": "请说明情况", "idempotencyKey": f"{each['id']}{n}"}
        for each in matters
        for n in range(2)
    ]
    with ThreadPoolExecutor(len(asked)) as pool:
        answers = list(pool.map(lambda each: bureau.client.ask(document, {"i": each}, COUNTY)["notifyOrgan"], asked))
    done = [answer for answer in answers if not answer["userErrors"]]
    assert len(done) == len(matters)
    assert numbers() == list(range(1, len(numbers()) + 1))
    for each in matters:
        version = bureau.rows.value("SELECT version FROM supervision_matter WHERE number = $1", each["number"])
        bureau.done("terminateMatter", COUNTY, id=each["id"], version=version, reason="试验")


def test_of_several_who_open_the_same_at_once_one_does(bureau: Bureau) -> None:
    document = """mutation($i: RegisterMatterInput!) {
        registerMatter(input: $i) { matter { id version } userErrors { code } } }"""
    asked = {"organizationId": body("410302", "DEPARTMENT", "WATER"), **PLANNED}
    bodies = [(COUNTY, COUNTY_BUREAU), (CITY, CITY_BUREAU)] * 3
    with ThreadPoolExecutor(len(bodies)) as pool:

        def send(number: int) -> dict[str, Any]:
            persona, by = bodies[number]
            given = {**asked, "bodyId": by, "idempotencyKey": f"at once {number}"}
            payload: dict[str, Any] = bureau.client.ask(document, {"i": given}, persona)["registerMatter"]
            return payload

        payloads = list(pool.map(send, range(len(bodies))))
    (opened,) = [number for number, payload in enumerate(payloads) if not payload["userErrors"]]
    codes = {error["code"] for payload in payloads for error in payload["userErrors"]}
    assert codes <= {"MATTER_CONFLICT", "MATTER_OPEN", "ALREADY_EXISTS"}
    bureau.objects["matter"] = payloads[opened]["matter"]
    end(bureau, bodies[opened][0])


def test_accountability_reaches_the_certificate_or_nothing(bureau: Bureau) -> None:
    matter = register(bureau, COUNTY, COUNTY_BUREAU, MARKET, **certified(bureau, COUNTY_BUREAU))
    held = {"matterId": matter["id"], "reason": "拒不整改", "points": 5}
    assert bureau.refused("holdAccountable", COUNTY, measure="INTERVIEW", **held) == "INVALID_STATE"
    for name, persona, given in (
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
        ("explainMatter", OFFICER, {"explanation": "属实"}),
        ("investigateMatter", COUNTY, {"finding": "属实"}),
        ("issueSupervisionOpinion", COUNTY, {"opinion": "限期改正"}),
    ):
        act(bureau, name, persona, **given)
    officer, other = officers(bureau, MARKET)[:2]
    certificate = certificate_of(bureau, officer)
    for bad in (
        {"measure": "CERTIFICATE_SUSPENDED"},
        {"measure": "INTERVIEW", "certificateId": certificate},
        {"measure": "CERTIFICATE_SUSPENDED", "certificateId": certificate, "officerId": other},
        {"measure": "CERTIFICATE_SUSPENDED", "certificateId": certificate_of(bureau, officers(bureau, HEALTH)[0])},
        {"measure": "INTERVIEW", "points": 101},
        {"measure": "INTERVIEW", "officerId": officers(bureau, HEALTH)[0]},
    ):
        assert bureau.refused("holdAccountable", COUNTY, **{**held, **bad}) == "INVALID_VALUE"
    assert bureau.rows.value("SELECT count(*) FROM certificate WHERE reason = '拒不整改'") == 0
    for measure, state in (("CERTIFICATE_SUSPENDED", "SUSPENDED"), ("CERTIFICATE_REVOKED", "REVOKED")):
        record = bureau.done("holdAccountable", COUNTY, measure=measure, certificateId=certificate, **held)
        assert record["certificate"] == {"state": state, "reason": "拒不整改"} and record["points"] == 5
    assert (
        bureau.refused("holdAccountable", COUNTY, measure=measure, certificateId=certificate, **held) == "INVALID_STATE"
    )
    history = "query($id: ID!) { node(id: $id) { ... on Certificate { history { command changes { field after } } } } }"
    entries = bureau.client.ask(history, {"id": certificate}, COUNTY)["node"]["history"]
    states = [change["after"] for entry in entries for change in entry["changes"] if change["field"] == "state"]
    assert states == ["REVOKED", "SUSPENDED"] and {entry["command"] for entry in entries} == {"hold_accountable"}
    # The organ reads what it was held to; another area's bureau does not.
    listed = "{ accountabilityRecords { nodes { id } } }"
    for persona, sees in ((OFFICER, True), ("county-judicial-2", False)):
        nodes = bureau.client.ask(listed, persona=persona)["accountabilityRecords"]["nodes"]
        assert (record["id"] in [each["id"] for each in nodes]) is sees
    end(bureau)


def test_a_document_is_downloaded_by_whom_it_is_seen_and_that_is_entered(bureau: Bureau, data_dir: Path) -> None:
    document = """{ supervisionDocuments(filter: { type: [OPINION] }) {
        nodes { id number docxUrl pdfUrl history { command } } } }"""

    def opinions(persona: str) -> dict[str, dict[str, Any]]:
        nodes = bureau.client.ask(document, persona=persona)["supervisionDocuments"]["nodes"]
        return {each["id"]: each for each in nodes}

    mine = next(iter(opinions(OFFICER).values()))
    for form in ("docx", "pdf"):
        answer = bureau.client.http.get(mine[f"{form}Url"])
        assert answer.status_code == 200
        text = text_of(answer.content, "pdf" if form == "pdf" else "docx")
        assert "".join(mine["number"].split()) in text and "洛阳市老城区市场监督管理局：" in text
    key = GlobalID.parse(mine["id"])
    assert key is not None
    entered = "SELECT count(*) FROM audit_entry WHERE action = 'download_letter' AND object_id = $1"
    assert bureau.rows.value(entered, key.key) == 2
    for persona in (OFFICER, COUNTY):
        assert opinions(persona)[mine["id"]]["history"] == [], persona
    # A link is for who asked for it; another organ has none, and what it forges leads nowhere.
    assert mine["id"] not in opinions("township")
    get = bureau.client.http.get
    assert get(mine["pdfUrl"].replace(".pdf", ".docx")).json()["code"] == "LINK_INVALID"
    links = make_links(Settings(app_env="development"), data_dir)
    stranger = bureau.rows.value("SELECT id FROM account WHERE subject = 'township'")
    for path in (f"/letters/{key.key}.docx", f"/letters/{key.key}.txt", f"/letters/{stranger}.pdf"):
        assert get(links.issue(path, "GET", stranger)).status_code == 404


def certificate_of(bureau: Bureau, officer: str) -> str:
    key = GlobalID.parse(officer)
    assert key is not None
    found = bureau.rows.value("SELECT id FROM certificate WHERE officer_id = $1::uuid", key.key)
    return str(GlobalID("Certificate", str(found)))


def test_a_changed_opinion_is_issued_anew_and_its_clock_runs_on(bureau: Bureau) -> None:
    register(bureau, COUNTY, COUNTY_BUREAU, MARKET, **certified(bureau, COUNTY_BUREAU))
    for name, persona, given in (
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
        ("explainMatter", OFFICER, {"explanation": "不属实"}),
        ("investigateMatter", COUNTY, {"finding": "属实"}),
        ("issueSupervisionOpinion", COUNTY, {"opinion": "限期改正"}),
    ):
        act(bureau, name, persona, **given)
    # For as long as there is time to rectify.
    moved = (
        "UPDATE supervision_matter SET next_due_at = next_due_at + $1::integer * interval '1 day' WHERE id = $2::uuid"
    )
    bureau.rows.execute(moved, -100, key_of(bureau.objects["matter"]["id"]))
    late = {**bureau.on("matter"), "reason": "事实有误"}
    assert bureau.refused("objectToOpinion", OFFICER, **late) == "OBJECTION_TOO_LATE"
    bureau.rows.execute(moved, 100, key_of(bureau.objects["matter"]["id"]))
    objected = act(bureau, "objectToOpinion", OFFICER, reason="事实有误")["deadlines"]
    assert clocks_of(objected) == [("EXPLAIN_NOTICE", "MET"), ("REVIEW_OBJECTION", "RUNNING"), ("RECTIFY", "SUSPENDED")]
    # While the organ's time stands still, who reviews has a time of its own.
    overdue = "UPDATE deadline SET due_at = now() - interval '1 minute' WHERE matter_id = $1::uuid AND event = $2"
    bureau.rows.execute(overdue, key_of(bureau.objects["matter"]["id"]), "REVIEW_OBJECTION")
    bureau.rows.run(lambda connection: evaluate_due(connection, now()))
    late_ones = (
        "{ alerts(filter: { rule: [DEADLINE_PASSED], isOpen: true }) { nodes { objectId organization { id } } } }"
    )
    for persona in (COUNTY, OFFICER):
        alerts = bureau.client.ask(late_ones, None, persona)["alerts"]["nodes"]
        assert {"objectId": bureau.objects["matter"]["id"], "organization": {"id": COUNTY_BUREAU}} in alerts
    changed = {"result": "CHANGED", "review": "部分成立"}
    assert bureau.refused("reviewObjection", COUNTY, **bureau.on("matter"), **changed) == "INVALID_VALUE"
    assert bureau.refused("reviewObjection", CITY, **bureau.on("matter"), **changed) == "FORBIDDEN"
    reviewed = act(bureau, "reviewObjection", COUNTY, **changed, opinion="改正其中两项")
    assert clocks_of(reviewed["deadlines"])[-1] == ("RECTIFY", "RUNNING")
    assert ("REVIEW_OBJECTION", "MET_LATE") in clocks_of(reviewed["deadlines"])
    act(bureau, "appealReview", OFFICER, reason="仍有异议")
    assert bureau.refused("reviewObjection", COUNTY, **bureau.on("matter"), **changed) == "FORBIDDEN"
    reviewed = act(bureau, "reviewObjection", CITY, **changed, opinion="改正其中一项")
    opinions = [each for each in reviewed["documents"]["nodes"] if each["type"] == "OPINION"]
    assert [each["number"].partition("监意字")[0] for each in opinions] == [
        "洛阳市老城区司法局",
        "洛阳市老城区司法局",
        "洛阳市司法局",
    ]
    assert reviewed["deadlines"][-1]["state"] == "RUNNING"
    act(bureau, "startRectification", OFFICER, plan="改正")
    act(bureau, "reportRectification", OFFICER, report="已改正")
    returned = act(bureau, "returnRectification", COUNTY, reason="材料不全")
    assert [each["state"] for each in returned["deadlines"] if each["event"] == "RECTIFY"] == ["MET", "RUNNING"]
    today = date.fromisoformat(returned["deadlines"][-1]["dueAt"][:10]) - timedelta(days=60)
    let_period_pass(bureau)
    late = {"decision": "责令改正", "dueOn": str(today)}
    assert bureau.refused("decideMatter", COUNTY, **bureau.on("matter"), **late) == "INVALID_VALUE"
    end(bureau)


def test_the_last_day_of_an_opinion_moves_with_its_clock(bureau: Bureau) -> None:
    register(bureau, COUNTY, COUNTY_BUREAU, MARKET, **certified(bureau, COUNTY_BUREAU))
    for name, persona, given in (
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
        ("explainMatter", OFFICER, {"explanation": "不属实"}),
        ("investigateMatter", COUNTY, {"finding": "属实"}),
        ("issueSupervisionOpinion", COUNTY, {"opinion": "限期改正"}),
    ):
        act(bureau, name, persona, **given)
    matter = key_of(bureau.objects["matter"]["id"])
    clock = "matter_id = $1::uuid AND event = 'RECTIFY' AND ended_at IS NULL"

    def last_days(shown: dict[str, Any]) -> tuple[str, str]:
        """That of the opinion, and that of its clock."""
        (opinion,) = [each["dueOn"] for each in shown["documents"]["nodes"] if each["type"] == "OPINION"]
        clocks = [each for each in shown["deadlines"] if each["event"] == "RECTIFY"]
        (due,) = [each["dueAt"][:10] for each in clocks if not each["state"].startswith("MET")]
        return opinion, due

    seen = [last_days(bureau.objects["matter"])[0]]
    for name, reviewer in (("objectToOpinion", COUNTY), ("appealReview", CITY)):
        act(bureau, name, OFFICER, reason="事实有误")
        bureau.rows.execute(f"UPDATE deadline SET suspended_at = now() - interval '9 days' WHERE {clock}", matter)
        opinion, due = last_days(act(bureau, "reviewObjection", reviewer, result="UPHELD", review="不成立"))
        assert opinion == due and opinion not in seen
        seen.append(opinion)
    act(bureau, "startRectification", OFFICER, plan="改正")
    act(bureau, "reportRectification", OFFICER, report="已改正")
    opinion, due = last_days(act(bureau, "returnRectification", COUNTY, reason="材料不全"))
    assert opinion == due and opinion not in seen[1:]
    # Thirty days from 2026-12-01, which the next year's notice makes a day of rest.
    bureau.rows.execute(
        f"""UPDATE deadline SET started_at = '2026-12-01T10:00:00+08:00', counted_from = NULL,
                due_at = '2026-12-31T23:59:59+08:00', last_day = '2026-12-31', is_provisional = false WHERE {clock}""",
        matter,
    )
    days = [{"day": day, "isWorking": False, "name": "元旦"} for day in ("2026-12-31", "2027-01-01")]
    bureau.done("announceCalendarYear", "system-admin", year=2027, source="国务院办公厅通知", days=days)
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on SupervisionMatter {{ {SHOWN['matter']} }} }} }}"
    recounted = bureau.client.ask(document, {"id": bureau.objects["matter"]["id"]}, OFFICER)["node"]
    assert last_days(recounted) == ("2027-01-04", "2027-01-04")
    end(bureau)
