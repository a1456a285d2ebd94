"""Society's part: questionnaires answered as they ask, once, and anonymously where they say so; contact points."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import CREDIT_CODE, KEYS, Bureau, body
from tests.cluster import Cluster, Rows, until, waiting
from tests.serving import serving

BUREAU, ENTERPRISE, ADMIN = "county-judicial", "enterprise", "system-admin"
JUDICIAL = body("410302", "JUDICIAL_BUREAU")
YEAR = local_day(now()).year
QUESTIONS: list[dict[str, Any]] = [
    {"kind": "SINGLE", "text": "是否遇到重复检查", "options": ["是", "否"]},
    {
        "kind": "MULTIPLE",
        "text": "涉及哪些领域",
        "options": ["市场监管", "税务", "消防"],
        "fields": ["MARKET_REGULATION", "TAX", "FIRE"],
        "most": 2,
        "dependsOn": 1,
        "dependsOnOptions": [1],
    },
    {"kind": "SCALE", "text": "满意度", "least": 1, "most": 5},
    {"kind": "NUMBER", "text": "检查次数", "least": 0, "isRequired": False},
    {"kind": "TEXT", "text": "建议", "most": 5, "isRequired": False},
]
RIGHT: list[dict[str, Any]] = [
    {"question": 1, "options": [1]},
    {"question": 2, "options": [1, 3]},
    {"question": 3, "number": 4},
    {"question": 5, "text": "合并检查"},
]


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"society_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        yield Bureau(client, rows)
    rows.close()


def published(bureau: Bureau, questions: list[dict[str, Any]], **given: Any) -> str:
    """An open questionnaire."""
    form = {"code": f"S-{next(KEYS)}", "title": "问卷", "purpose": "SURVEY", "questions": questions, **given}
    bureau.done("draftQuestionnaire", BUREAU, organizationId=JUDICIAL, **form)
    id_: str = bureau.done("publishQuestionnaire", BUREAU, **bureau.on("questionnaire"))["id"]
    return id_


def point_of(bureau: Bureau, login: str | None = ENTERPRISE) -> str:
    """A seeded contact point of the county, with someone to answer or without."""
    found = """SELECT p.id FROM contact_point p JOIN organization o ON o.id = p.organization_id
               LEFT JOIN account a ON a.id = p.account_id
               WHERE o.region_code = '410302' AND p.state = 'DESIGNATED' AND a.subject IS NOT DISTINCT FROM $1"""
    return str(GlobalID("ContactPoint", str(bureau.rows.value(found, login))))


def invited(bureau: Bureau, form: str) -> None:
    """The enterprise, invited to answer."""
    bureau.done("inviteToQuestionnaire", BUREAU, questionnaireId=form, contactPointId=point_of(bureau))


def without(question: int, *more: dict[str, Any]) -> list[dict[str, Any]]:
    return [*(each for each in RIGHT if each["question"] != question), *more]


def test_answers_are_what_the_questions_ask_for_and_are_given_once(bureau: Bureau) -> None:
    form = published(bureau, QUESTIONS)
    invited(bureau, form)
    for answers, code in (
        ([], "ANSWER_MISSING"),
        (without(2), "ANSWER_MISSING"),
        (without(1, {"question": 1, "options": [2]}), "QUESTION_NOT_ASKED"),
        (without(1, {"question": 1, "options": [1, 2]}), "ANSWER_NOT_FITTING"),
        (without(1, {"question": 1, "options": [3]}), "ANSWER_NOT_FITTING"),
        (without(2, {"question": 2, "options": [1, 2, 3]}), "ANSWER_NOT_FITTING"),
        (without(2, {"question": 2, "options": [1, 1]}), "ANSWER_NOT_FITTING"),
        (without(3, {"question": 3, "number": 6}), "ANSWER_NOT_FITTING"),
        (without(3, {"question": 3, "text": "四"}), "ANSWER_NOT_FITTING"),
        (without(5, {"question": 5, "text": "请合并各类检查"}), "ANSWER_NOT_FITTING"),
        (without(5, {"question": 4, "number": -1}), "ANSWER_NOT_FITTING"),
        ([*RIGHT, {"question": 6, "number": 1}], "INVALID_VALUE"),
        ([*RIGHT, RIGHT[0]], "INVALID_VALUE"),
    ):
        assert bureau.refused("answerQuestionnaire", ENTERPRISE, answers=answers, **bureau.on("invitation")) == code
    assert bureau.objects["invitation"]["state"] == "INVITED"
    done = bureau.done("answerQuestionnaire", ENTERPRISE, answers=RIGHT, **bureau.on("invitation"))
    assert done["response"]["answeredAt"] is not None
    assert [each["question"] for each in done["response"]["answers"]] == [1, 2, 3, 5]
    again = bureau.refused("answerQuestionnaire", ENTERPRISE, answers=RIGHT, **bureau.on("invitation"))
    twice = {"questionnaireId": form, "contactPointId": point_of(bureau)}
    assert (again, bureau.refused("inviteToQuestionnaire", BUREAU, **twice)) == ("INVALID_STATE", "ALREADY_EXISTS")
    closed = bureau.done("closeQuestionnaire", BUREAU, **bureau.on("questionnaire"))
    assert closed["answered"] == 1
    counted = {(each["question"], each["option"]): each["answers"] for each in closed["results"]}
    points = {(3, point): int(point == 4) for point in range(1, 6)}
    assert counted == {(1, 1): 1, (1, 2): 0, (2, 1): 1, (2, 2): 0, (2, 3): 1, **points}
    # What is shown of the questionnaire and of its answers to another bureau of the city: nothing.
    shown = "query($id: ID!) { node(id: $id) { id } questionnaireResponses { totalCount } }"
    assert bureau.client.ask(shown, {"id": form}, "county-judicial-2") == {
        "node": None,
        "questionnaireResponses": {"totalCount": 0},
    }


def test_an_answer_on_its_way_is_counted_by_who_closes(bureau: Bureau) -> None:
    form = published(bureau, QUESTIONS)
    invited(bureau, form)
    answering, closing = bureau.on("invitation"), bureau.on("questionnaire")
    watcher = Rows(bureau.rows.url)
    # Someone holds the invitation; the answer waits for it, and then who closes does.
    bureau.rows.execute("BEGIN")
    bureau.rows.execute(
        "SELECT FROM questionnaire_invitation WHERE id = $1::uuid FOR UPDATE", str(form_key(answering["id"]))
    )
    with ThreadPoolExecutor(2) as pool:
        answered = pool.submit(bureau.run, "answerQuestionnaire", ENTERPRISE, answers=RIGHT, **answering)
        until(lambda: waiting(watcher) == 1)
        closed = pool.submit(bureau.run, "closeQuestionnaire", BUREAU, **closing)
        until(lambda: waiting(watcher) == 2)
        bureau.rows.execute("COMMIT")
        assert [each.result()["userErrors"] for each in (answered, closed)] == [[], []]
    watcher.close()
    assert closed.result()["questionnaire"]["answered"] == 1


def test_an_anonymous_answer_is_kept_without_who_gave_it_and_when(bureau: Bureau) -> None:
    form = published(bureau, QUESTIONS[2:], isAnonymous=True)
    invited(bureau, form)
    done = bureau.done(
        "answerQuestionnaire", ENTERPRISE, answers=[{"question": 1, "number": 2}], **bureau.on("invitation")
    )
    assert (done["state"], done["response"]) == ("ANSWERED", None)
    key = form_key(form)
    (response,) = bureau.rows.fetch("SELECT * FROM questionnaire_response WHERE questionnaire_id = $1", key)
    assert [response[name] for name in ("respondent_id", "invitation_id", "answered_at")] == [None] * 3
    # While others may still answer nobody learns from it whose answer it is.
    responses = (
        "query($id: ID!) { node(id: $id) { ... on Questionnaire { version responses { nodes { answeredAt } } } } }"
    )
    shown = bureau.client.ask(responses, {"id": form}, BUREAU)["node"]
    assert shown["responses"]["nodes"] == []
    bureau.done("closeQuestionnaire", BUREAU, id=form, version=shown["version"])
    # Nor ever after, since nobody else answered (tests/test_bounds_of_society.py).
    assert bureau.client.ask(responses, {"id": form}, BUREAU)["node"]["responses"]["nodes"] == []
    # Its key holds no time, and nothing that was written beside it names it.
    assert response["id"].version == 4
    written = bureau.rows.value("SELECT string_agg(to_jsonb(e)::text, '') FROM audit_entry e") + bureau.rows.value(
        "SELECT string_agg(to_jsonb(r)::text, '') FROM command_receipt r"
    )
    assert str(response["id"]) not in written and str(form_key(done["id"])) in written


def test_who_may_answer_learns_nothing_of_who_made_the_questionnaire(bureau: Bureau) -> None:
    form = published(bureau, QUESTIONS)
    document = "query($id: ID!) { node(id: $id) { ... on Questionnaire { title history { actor command } } } }"
    assert len(bureau.client.ask(document, {"id": form}, BUREAU)["node"]["history"]) > 1
    for persona in (ENTERPRISE, "county-judicial-2", "invited-supervisor"):
        assert bureau.client.ask(document, {"id": form}, persona)["node"] == {"title": "问卷", "history": []}


def form_key(global_id: str) -> Any:
    found = GlobalID.parse(global_id)
    assert found is not None
    return found.key


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "SINGLE", "text": "?", "options": ["是"]},
        {"kind": "SINGLE", "text": "?", "options": ["是", "是"]},
        {"kind": "SINGLE", "text": "?", "options": ["是", " "]},
        {"kind": "MULTIPLE", "text": "?", "options": ["是", "否"], "least": 3},
        {"kind": "MULTIPLE", "text": "?", "options": ["是", "否"], "fields": ["TAX"]},
        {"kind": "SCALE", "text": "?", "least": 1},
        {"kind": "SCALE", "text": "?", "least": 5, "most": 1},
        {"kind": "TEXT", "text": "?", "options": ["是", "否"]},
        {"kind": "TEXT", "text": "?", "dependsOn": 2, "dependsOnOptions": [1]},
        {"kind": "TEXT", "text": "?", "dependsOn": 1, "dependsOnOptions": [3]},
        {"kind": "TEXT", "text": "?", "dependsOn": 1},
        {"kind": "TEXT", "text": "?", "dependsOnOptions": [1]},
    ],
)
def test_a_question_that_could_not_be_answered_is_refused(question: dict[str, Any], bureau: Bureau) -> None:
    form = {"code": "S-bad", "title": "问卷", "purpose": "SURVEY", "questions": [QUESTIONS[0], question]}
    payload = bureau.run("draftQuestionnaire", BUREAU, organizationId=JUDICIAL, **form)
    (error,) = payload["userErrors"]
    assert (error["code"], error["field"]) == ("QUESTION_NOT_SOUND", "questions.1")
    assert payload["questionnaire"] is None and "第 2 题" in error["message"]


def test_questionnaires_and_invitations_that_are_refused(bureau: Bureau) -> None:
    asked = {"organizationId": JUDICIAL, "title": "问卷", "questions": QUESTIONS}
    for code, given in (
        ("INVALID_VALUE", {"code": "S-poll", "purpose": "POLL"}),
        ("INVALID_VALUE", {"code": "S-none", "purpose": "SURVEY", "questions": []}),
        ("INVALID_VALUE", {"code": "S-wide", "purpose": "SURVEY", "questions": [{**QUESTIONS[2], "most": 10**6}]}),
        ("ALREADY_EXISTS", {"code": "LC-ZF-01", "purpose": "SURVEY"}),
        ("FORBIDDEN", {"code": "S-other", "purpose": "SURVEY", "organizationId": body("410303", "JUDICIAL_BUREAU")}),
    ):
        assert bureau.refused("draftQuestionnaire", BUREAU, **{**asked, **given}) == code
    poll = published(bureau, QUESTIONS[:2], purpose="POLL", isAnonymous=True)
    nobody = {"contactPointId": point_of(bureau, None)}
    form = published(bureau, QUESTIONS)
    invite = "inviteToQuestionnaire"
    assert (
        bureau.refused(invite, BUREAU, questionnaireId=poll, contactPointId=point_of(bureau)) == "POLL_IS_OPEN_TO_ALL"
    )
    assert bureau.refused(invite, BUREAU, questionnaireId=form, **nobody) == "NO_ACCOUNT_TO_ANSWER"
    invited(bureau, form)
    bureau.done("closeQuestionnaire", BUREAU, **bureau.on("questionnaire"))
    lapsed = bureau.client.ask(
        "query($id: ID!) { node(id: $id) { ... on QuestionnaireInvitation { state version } } }",
        {"id": bureau.objects["invitation"]["id"]},
        ENTERPRISE,
    )
    assert lapsed == {"node": {"state": "LAPSED", "version": 2}}
    late = {**bureau.on("invitation"), "version": 2}
    assert bureau.refused("answerQuestionnaire", ENTERPRISE, answers=RIGHT, **late) == "INVALID_STATE"


def test_a_contact_point_is_visited_as_often_as_the_rule_asks_and_sees_its_own(bureau: Bureau) -> None:
    nominated = {
        "organizationId": JUDICIAL,
        "regionId": str(GlobalID("Region", "410302002")),
        "name": "洛阳新设商贸有限公司",
        "scale": "SMALL",
        "ownership": "PRIVATE",
        "isAboveDesignatedSize": False,
        "creditCode": CREDIT_CODE,
    }
    nominate, designate, visit = "nominateContactPoint", "designateContactPoint", "recordContactVisit"
    assert bureau.refused(nominate, BUREAU, **{**nominated, "creditCode": "91350100M000100Y44"}) == "INVALID_VALUE"
    elsewhere = {**nominated, "regionId": str(GlobalID("Region", "410303"))}
    assert bureau.refused(nominate, BUREAU, **elsewhere) == "INVALID_VALUE"
    assert bureau.refused(nominate, "county-judicial-2", **nominated) == "FORBIDDEN"
    bureau.done(nominate, BUREAU, **nominated)
    assert bureau.refused(nominate, BUREAU, **nominated) == "ALREADY_EXISTS"
    for login in ("invited-supervisor", "county-market-officer", "nobody"):
        given = {**bureau.on("contactPoint"), "accountLogin": login}
        assert bureau.refused(designate, BUREAU, **given) == "NO_SUCH_ACCOUNT"
    point = bureau.done(designate, BUREAU, accountLogin=ENTERPRISE, **bureau.on("contactPoint"))
    paid = {
        "contactPointId": point["id"],
        "method": "SYMPOSIUM",
        "visitedOn": str(local_day(now())),
        "findings": "反映检查频次偏高",
        "satisfaction": 3,
        "problems": [{"text": "重复检查", "field": "TAX", "isClue": True}, {"text": "停车难"}],
    }
    for field, wrong in (
        ("visitedOn", f"{YEAR + 1}-01-01"),
        ("visitedOn", f"{YEAR - 1}-01-01"),
        ("satisfaction", 6),
        ("responseId", "x"),
        ("problems", [{"text": "超" * 2_001, "isClue": True}]),
    ):
        assert bureau.refused(visit, BUREAU, **{**paid, field: wrong}) in ("INVALID_VALUE", "INVALID_ID", "NOT_FOUND")
    # Nominated some days before, it is a contact point from its designation on only.
    eve = local_day(now()) - timedelta(days=1)
    bureau.rows.execute("UPDATE contact_point SET nominated_on = $1 WHERE name = $2", eve, nominated["name"])
    (error,) = bureau.run(visit, BUREAU, **{**paid, "visitedOn": str(eve)})["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", "visitedOn")
    assert f"不能早于 {local_day(now())}" in error["message"]
    frequency = f"""query($id: ID!) {{ node(id: $id) {{ ... on ContactPoint {{
        visitFrequency(year: {YEAR}) {{ visits least most standing }} visits {{ totalCount }}
        yearBefore: visitFrequency(year: {YEAR - 1}) {{ visits }} }} }} }}"""
    for visits, standing in enumerate(("BELOW", "WITHIN", "WITHIN", "ABOVE")):
        shown = bureau.client.ask(frequency, {"id": point["id"]}, ENTERPRISE)["node"]
        counted = {"visits": visits, "least": 1, "most": 2, "standing": standing}
        assert shown == {
            "visitFrequency": counted,
            "visits": {"totalCount": visits},
            "yearBefore": {"visits": 0},
        }
        done = bureau.done(visit, BUREAU, **paid)
        assert done["problems"] == [
            {"text": "重复检查", "field": "TAX", "isClue": True},
            {"text": "停车难", "field": None, "isClue": False},
        ]
    clues = "SELECT count(*) FROM clue WHERE source = 'CONTACT_POINT' AND content = '重复检查'"
    assert bureau.rows.value(clues) == 4
    own = "query($id: ID!) { node(id: $id) { ... on ContactVisit { findings problems { text } } } }"
    told = {"findings": "反映检查频次偏高", "problems": [{"text": "重复检查"}, {"text": "停车难"}]}
    assert bureau.client.ask(own, {"id": done["id"]}, ENTERPRISE) == {"node": told}
    assert bureau.client.ask(own, {"id": done["id"]}, "invited-supervisor") == {"node": None}
    # Another rule for the city, which its administrator adopts, is nearer than the province's.
    rule = {"least": 4, "most": 6, "legalBasis": "洛阳市规定", "authority": "DEFAULT"}
    adopt = "adoptContactVisitLimit"
    city = {"regionId": str(GlobalID("Region", "4103")), "validFrom": str(local_day(now())), **rule}
    assert bureau.refused(adopt, ADMIN, **{**city, "least": 7}) == "INVALID_VALUE"
    assert bureau.refused(adopt, BUREAU, **city) == "FORBIDDEN"
    limit = bureau.done(adopt, ADMIN, **city)
    assert bureau.refused(adopt, ADMIN, **city) == "ALREADY_EXISTS"
    shown = bureau.client.ask(frequency, {"id": point["id"]}, ENTERPRISE)["node"]["visitFrequency"]
    assert shown == {"visits": 4, "least": 4, "most": 6, "standing": "WITHIN"}
    ended = bureau.done("endContactVisitLimit", ADMIN, id=limit["id"], version=1, validTo=str(local_day(now())))
    assert ended["validTo"] == str(local_day(now()))


def supervisor_of(bureau: Bureau, region: str, state: str) -> str:
    """A seeded invited supervisor."""
    found = "SELECT id FROM invited_supervisor WHERE region_code = $1 AND state = $2"
    return str(GlobalID("InvitedSupervisor", str(bureau.rows.value(found, region, state))))


def test_invited_supervisors_serve_for_a_term_and_their_findings_become_clues(bureau: Bureau) -> None:
    apply, appoint, submit = "applyToSupervise", "appointInvitedSupervisor", "submitSupervisorReport"
    asked = {"organizationId": JUDICIAL, "category": "SOLE_TRADER", "workUnit": "早市", "application": "愿意"}
    assert bureau.refused(apply, "invited-supervisor", **asked) == "ALREADY_SERVING"
    elsewhere = {**asked, "organizationId": body("410302", "GOVERNMENT")}
    assert bureau.refused(apply, "evaluator", **elsewhere) == "INVALID_VALUE"
    mix = '{ region(by: { code: "410302" }) { invitedSupervisorMix { category serving target } } }'

    def serving(persona: str) -> dict[str, tuple[int, int | None]]:
        lines = bureau.client.ask(mix, None, persona)["region"]["invitedSupervisorMix"]
        return {line["category"]: (line["serving"], line["target"]) for line in lines}

    before = serving(BUREAU)
    assert len(before) == 9 and before["SOLE_TRADER"] == (0, 1) and before["MEDIA"] == (0, None)
    bureau.done(apply, "evaluator", **asked)
    assert bureau.refused(apply, "evaluator", **asked) == "ALREADY_EXISTS"
    bureau.done("reviewInvitedSupervisor", BUREAU, opinion="符合条件", **bureau.on("supervisor"))
    assert bureau.refused(appoint, BUREAU, termTo="2026-01-01", **bureau.on("supervisor")) == "INVALID_VALUE"
    # Nobody served before applying, and a term that is over appoints nobody.
    backdated = {"termFrom": f"{YEAR - 1}-01-01", **bureau.on("supervisor")}
    for last_day in (f"{YEAR - 1}-12-31", f"{YEAR + 2}-12-31"):
        assert bureau.refused(appoint, BUREAU, termTo=last_day, **backdated) == "INVALID_VALUE"
    bureau.done(appoint, BUREAU, termTo=f"{YEAR + 2}-12-31", **bureau.on("supervisor"))
    assert serving(BUREAU) == {**before, "SOLE_TRADER": (1, 1)}
    # The numbers are scoped: another county's bureau counts none of them, the supervisor only its own.
    assert {count for count, _ in serving("county-judicial-2").values()} == {0}
    assert serving("evaluator")["SOLE_TRADER"] == (1, 1) and serving("evaluator")["PRIVATE_ENTERPRISE"] == (0, 1)
    earlier = {**bureau.on("supervisor"), "termTo": f"{YEAR + 1}-12-31"}
    assert bureau.refused("renewInvitedSupervisor", BUREAU, **earlier) == "INVALID_VALUE"
    seen = {
        "supervisorId": supervisor_of(bureau, "410302", "RENEWED"),
        "observedOn": str(local_day(now())),
        "content": "参与市容检查",
        "findings": [{"text": "未出示证件", "field": "URBAN_MANAGEMENT"}, {"text": "用语不规范"}],
        "concernedId": body("410302", "DEPARTMENT", "URBAN_MANAGEMENT"),
    }
    author = "invited-supervisor"
    for code, given in (
        ("NOT_FOUND", {"supervisorId": supervisor_of(bureau, "4101", "APPOINTED")}),
        ("INVALID_VALUE", {"findings": []}),
        ("INVALID_VALUE", {"observedOn": f"{YEAR + 1}-01-01"}),
    ):
        assert bureau.refused(submit, author, **{**seen, **given}) == code
    assert bureau.refused(submit, BUREAU, **seen) == "FORBIDDEN"
    bureau.done(submit, author, **seen)
    handle, report = "handleSupervisorReport", bureau.on("supervisorReport")
    handled = {"handling": "已约谈", "followedFindings": [1]}
    assert bureau.refused(handle, BUREAU, **report, **{**handled, "followedFindings": [3]}) == "INVALID_VALUE"
    done = bureau.done(handle, BUREAU, **report, **handled)
    assert [(each["isClue"], each["clue"] and each["clue"]["state"]) for each in done["findings"]] == [
        (True, "RECEIVED"),
        (False, None),
    ]
    # What is said of the bureau itself is followed by the one above it.
    bureau.done(submit, author, **{**seen, "concernedId": JUDICIAL})
    assert bureau.refused(handle, BUREAU, **bureau.on("supervisorReport"), **handled) == "NOT_FOUND"
    bureau.done(handle, "city-judicial", **bureau.on("supervisorReport"), **handled)
    followed = "{ clues(first: 1, orderBy: { field: RECEIVED, direction: DESC }) { nodes { source bureau { id } } } }"
    (clue,) = bureau.client.ask(followed, None, "city-judicial")["clues"]["nodes"]
    assert clue == {"source": "INVITED_SUPERVISOR", "bureau": {"id": body("4103", "JUDICIAL_BUREAU")}}
    # Its author is told what was done, and sees no clue.
    own = (
        """query($id: ID!) { node(id: $id) { ... on SupervisorReport { handling findings { isClue clue { id } } } } }"""
    )
    findings = [{"isClue": True, "clue": None}, {"isClue": False, "clue": None}]
    assert bureau.client.ask(own, {"id": report["id"]}, author) == {
        "node": {"handling": "已约谈", "findings": findings}
    }
    # An appointment whose term is over is worth nothing.
    over = "UPDATE invited_supervisor SET term_to = '2025-12-31' WHERE state = 'RENEWED' AND region_code = '410302'"
    bureau.rows.execute(over)
    assert bureau.refused(submit, author, **seen) == "NOT_SERVING"
    assert serving(BUREAU)["PRIVATE_ENTERPRISE"] == (0, 1)


CODE = """mutation($i: RequestPollCodeInput!) {
  requestPollCode(input: $i) { pollCode { code expiresAt poll { title } } userErrors { code } } }"""
VOTE = """mutation($i: AnswerPollInput!) {
  answerPoll(input: $i) { ballot { castAt poll { title } } userErrors { code } } }"""
POLL = """query($id: ID!) { node(id: $id) { ... on Questionnaire {
  state answered worstField results { option field answers } responses { totalCount } } } }"""


def test_anyone_answers_an_open_poll_once_with_a_code_and_the_results_are_public_after_closing(bureau: Bureau) -> None:
    fields = {"options": ["市场监管", "税务", "消防"], "fields": ["MARKET_REGULATION", "TAX", "FIRE"]}
    question = {"kind": "SINGLE", "text": "最不满意的领域", **fields}
    poll = published(bureau, [question], purpose="POLL", isAnonymous=True)

    def anyone(document: str, **given: Any) -> tuple[Any, list[str]]:
        asked = {"pollId": poll, "idempotencyKey": f"key of a voter {next(KEYS)}", **given}
        ((payload,),) = [bureau.client.ask(document, {"i": asked}).values()]
        (shown,) = [value for name, value in payload.items() if name != "userErrors"]
        return shown, [error["code"] for error in payload["userErrors"]]

    def vote(option: int, code: str, **given: Any) -> list[str]:
        return anyone(VOTE, code=code, answers=[{"question": 1, "options": [option]}], **given)[1]

    codes = [anyone(CODE)[0]["code"] for _ in range(3)]
    assert len({*codes}) == 3
    # Two behind one address would be given one code by a key that they both come upon.
    assert anyone(CODE, idempotencyKey="1") == (None, ["INVALID_VALUE"])
    # A poll that is not there, or no poll, takes no answer, nor does a wrong code, nor a wrong answer use one up.
    survey = published(bureau, QUESTIONS)
    assert anyone(CODE, pollId=survey)[1] == ["NOT_FOUND"]
    assert vote(1, "x" * 20) == ["POLL_CODE_NOT_VALID"]
    assert vote(4, codes[0]) == ["ANSWER_NOT_FITTING"]
    assert [vote(2, codes[0]), vote(2, codes[1]), vote(3, codes[2])] == [[], [], []]
    assert vote(2, codes[0]) == ["POLL_CODE_NOT_VALID"]
    # Of several who come with one code at once one is counted.
    shared = anyone(CODE)[0]["code"]
    with ThreadPoolExecutor(4) as threads:
        votes = [*threads.map(lambda _: vote(3, shared), range(4))]
    assert sorted(votes) == [[], *[["POLL_CODE_NOT_VALID"]] * 3]
    shown = bureau.client.ask(POLL, {"id": poll})["node"]
    unknown: dict[str, Any] = {"answered": None, "worstField": None, "results": [], "responses": {"totalCount": 0}}
    assert shown == {"state": "PUBLISHED", **unknown}
    # What was answered has nothing in common with codes, ballots and the audit: no key, no moment, no address.
    key = form_key(poll)
    responses = bureau.rows.fetch("SELECT * FROM questionnaire_response WHERE questionnaire_id = $1", key)
    assert len(responses) == 4 and {response["id"].version for response in responses} == {4}
    assert {response[name] for response in responses for name in ("respondent_id", "answered_at")} == {None}
    beside = "audit_entry", "command_receipt", "poll_code", "poll_ballot", "public_use"
    whole = "SELECT coalesce(string_agg(to_jsonb(t)::text, ''), '') FROM {} t"
    written = "".join(bureau.rows.value(whole.format(table)) for table in beside)
    assert not any(str(response["id"]) in written for response in responses)
    assert bureau.rows.value("SELECT count(*) FROM poll_code WHERE questionnaire_id = $1", key) == 0
    assert bureau.rows.value("SELECT count(*) FROM poll_ballot WHERE questionnaire_id = $1", key) == 4
    # Closed, it tells everyone the field that people are least satisfied with.
    late = anyone(CODE)[0]["code"]
    found = {"id": poll, "version": bureau.client.ask(VERSION, {"id": poll})["node"]["version"]}
    bureau.done("closeQuestionnaire", BUREAU, **found)
    counted = [
        {"option": option, "field": field, "answers": answers}
        for option, field, answers in ((1, "MARKET_REGULATION", 0), (2, "TAX", 2), (3, "FIRE", 2))
    ]
    closed = {"answered": 4, "worstField": "TAX", "results": counted, "responses": {"totalCount": 0}}
    assert bureau.client.ask(POLL, {"id": poll})["node"] == {"state": "CLOSED", **closed}
    assert vote(1, late) == ["QUESTIONNAIRE_NOT_OPEN"]
    # From one network so many codes an hour, and no more.
    answers = [anyone(CODE, pollId=published_poll(bureau))[1] for _ in range(10)]
    assert answers[0] == [] and answers[-1] == ["PUBLIC_LIMIT_REACHED"]


VERSION = "query($id: ID!) { node(id: $id) { ... on Questionnaire { version } } }"


def published_poll(bureau: Bureau) -> str:
    """The poll of the seeds that is open."""
    found = bureau.rows.value("SELECT id FROM questionnaire WHERE code = 'LY-TP-2026'")
    return str(GlobalID("Questionnaire", str(found)))
