"""What society's part must not let happen: who is told, who handles what is said of itself, who may not act or see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import Bureau, body
from tests.cluster import Cluster, Rows, until
from tests.examples import copy_row, key
from tests.serving import serving
from tests.test_society import BUREAU, ENTERPRISE, JUDICIAL, QUESTIONS, invited, point_of, published, supervisor_of

CITY, SUPERVISOR = "city-judicial", "invited-supervisor"
TODAY = local_day(now())
TOLD = "query($a: [Action!]) { notifications(first: 100, filter: { action: $a }) { nodes { objectId } } }"
ANSWER = [{"question": 1, "number": 2}]


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"bounds_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        yield Bureau(client, rows)
    rows.close()


def told(bureau: Bureau, persona: str, action: str) -> set[str]:
    nodes = bureau.client.ask(TOLD, {"a": [action]}, persona)["notifications"]["nodes"]
    return {node["objectId"] for node in nodes}


def test_who_is_invited_is_told_and_who_invited_hears_of_the_answer(bureau: Bureau) -> None:
    invited(bureau, published(bureau, QUESTIONS[2:3]))
    invitation = bureau.objects["invitation"]["id"]
    assert invitation in told(bureau, ENTERPRISE, "INVITE")
    for other in (SUPERVISOR, "county-market-officer", BUREAU):
        assert invitation not in told(bureau, other, "INVITE")
    bureau.done("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **bureau.on("invitation"))
    assert invitation in told(bureau, BUREAU, "FILL_IN")
    assert invitation not in told(bureau, ENTERPRISE, "FILL_IN")


def report(bureau: Bureau, **given: Any) -> dict[str, Any]:
    seen = {
        "supervisorId": supervisor_of(bureau, "410302", "RENEWED"),
        "observedOn": str(TODAY),
        "content": "参与检查",
        "findings": [{"text": "未出示证件"}],
        **given,
    }
    return bureau.done("submitSupervisorReport", SUPERVISOR, **seen)


REPORT = "query($id: ID!) { node(id: $id) { ... on SupervisorReport { organization { id } content } } }"


@pytest.mark.parametrize(
    ("concerned", "handler"),
    [
        (JUDICIAL, body("4103", "JUDICIAL_BUREAU")),
        (body("410303", "JUDICIAL_BUREAU"), body("4103", "JUDICIAL_BUREAU")),
        (body("4103", "JUDICIAL_BUREAU"), body("41", "JUDICIAL_BUREAU")),
        (body("410302001", "JUDICIAL_OFFICE"), JUDICIAL),
        (body("410302", "DEPARTMENT", "HEALTH"), JUDICIAL),
    ],
)
def test_what_is_reported_of_a_supervision_body_is_handled_above_it(
    concerned: str, handler: str, bureau: Bureau
) -> None:
    id_ = report(bureau, concernedId=concerned)["id"]
    shown = {"organization": {"id": handler}, "content": "参与检查"}
    by = {JUDICIAL: BUREAU, body("4103", "JUDICIAL_BUREAU"): CITY, body("41", "JUDICIAL_BUREAU"): "province-judicial"}
    assert bureau.client.ask(REPORT, {"id": id_}, by[handler])["node"] == shown
    assert bureau.client.ask(REPORT, {"id": id_}, SUPERVISOR)["node"] == shown
    assert id_ in told(bureau, by[handler], "SUBMIT_REPORT")
    hidden = {"4103": (BUREAU,), "41": (BUREAU, CITY)}
    for region, below in hidden.items():
        if handler == body(region, "JUDICIAL_BUREAU"):
            for persona in below:
                assert bureau.client.ask(REPORT, {"id": id_}, persona)["node"] is None
                assert id_ not in told(bureau, persona, "SUBMIT_REPORT")
    version = {"id": id_, "version": 1}
    bureau.done("handleSupervisorReport", by[handler], **version, handling="已核实", followedFindings=[1])
    assert id_ in told(bureau, SUPERVISOR, "HANDLE_REPORT")


def test_nothing_is_reported_of_whom_nobody_is_above(bureau: Bureau) -> None:
    seen = {
        "supervisorId": supervisor_of(bureau, "410302", "RENEWED"),
        "observedOn": str(TODAY),
        "content": "参与检查",
        "findings": [{"text": "未出示证件"}],
        "concernedId": body("41", "JUDICIAL_BUREAU"),
    }
    assert bureau.refused("submitSupervisorReport", SUPERVISOR, **seen) == "INVALID_VALUE"
    long = {"concernedId": None, "findings": [{"text": "超" * 2_001}]}
    assert bureau.refused("submitSupervisorReport", SUPERVISOR, **{**seen, **long}) == "INVALID_VALUE"


def test_nobody_who_enforces_or_supervises_by_office_is_invited_to_supervise(bureau: Bureau) -> None:
    asked = {"organizationId": JUDICIAL, "category": "CITIZEN", "workUnit": "机关", "application": "愿意"}
    for persona in (BUREAU, "county-market-officer", "township", "police", "judicial-office", "system-admin"):
        assert bureau.refused("applyToSupervise", persona, **asked) == "NOT_OF_SOCIETY", persona


def test_a_term_counts_from_its_first_day(bureau: Bureau) -> None:
    mix = '{ region(by: { code: "410302" }) { invitedSupervisorMix { category serving } } }'

    def serving_lawyers() -> int:
        lines = bureau.client.ask(mix, None, BUREAU)["region"]["invitedSupervisorMix"]
        return next(int(line["serving"]) for line in lines if line["category"] == "LAWYER")

    before = serving_lawyers()
    asked = {"organizationId": JUDICIAL, "category": "LAWYER", "workUnit": "律所", "application": "愿意"}
    bureau.done("applyToSupervise", "evaluator", **asked)
    bureau.done("reviewInvitedSupervisor", BUREAU, opinion="符合条件", **bureau.on("supervisor"))
    term = {"termFrom": str(TODAY + timedelta(days=1)), "termTo": str(TODAY + timedelta(days=400))}
    supervisor = bureau.done("appointInvitedSupervisor", BUREAU, **term, **bureau.on("supervisor"))
    assert serving_lawyers() == before
    bureau.rows.execute(
        """INSERT INTO role_assignment (id, account_id, role, organization_id, region_code, valid_from)
           SELECT gen_random_uuid(), a.id, 'INVITED_SUPERVISOR', o.id, o.region_code, '2020-01-01'
           FROM account a JOIN organization o ON o.id = a.organization_id WHERE a.subject = $1""",
        "evaluator",
    )
    roles = "{ viewer { roles } }"
    until(lambda: "INVITED_SUPERVISOR" in bureau.client.ask(roles, None, "evaluator")["viewer"]["roles"])
    seen = {"observedOn": str(TODAY), "content": "参与检查", "findings": [{"text": "未出示证件"}]}
    submit = "submitSupervisorReport"
    assert bureau.refused(submit, "evaluator", supervisorId=supervisor["id"], **seen) == "NOT_SERVING"
    key = GlobalID.parse(supervisor["id"])
    assert key is not None
    bureau.rows.execute("UPDATE invited_supervisor SET term_from = $1 WHERE id = $2::uuid", TODAY, key.key)
    assert serving_lawyers() == before + 1
    early = {**seen, "observedOn": str(TODAY - timedelta(days=1))}
    assert bureau.refused(submit, "evaluator", supervisorId=supervisor["id"], **early) == "INVALID_VALUE"
    bureau.done(submit, "evaluator", supervisorId=supervisor["id"], **seen)


def test_only_who_serves_and_is_designated_is_invited_to_answer(bureau: Bureau) -> None:
    form = published(bureau, QUESTIONS[2:3])
    invite = "inviteToQuestionnaire"
    dismissed = supervisor_of(bureau, "410302", "RENEWED")
    for table, state, given in (
        ("contact_point", "SUSPENDED", {"contactPointId": point_of(bureau)}),
        ("invited_supervisor", "DISMISSED", {"invitedSupervisorId": dismissed}),
    ):
        (global_id,) = given.values()
        key = GlobalID.parse(global_id)
        assert key is not None
        earlier = bureau.rows.value(f"SELECT state FROM {table} WHERE id = $1::uuid", key.key)
        change = f"UPDATE {table} SET state = $1 WHERE id = $2::uuid"
        bureau.rows.execute(change, state, key.key)
        assert bureau.refused(invite, BUREAU, questionnaireId=form, **given) == "NOT_SERVING", table
        bureau.rows.execute(change, earlier, key.key)
        bureau.done(invite, BUREAU, questionnaireId=form, **given)


RESPONSES = """query($id: ID!) { node(id: $id) { ... on Questionnaire {
  version answered results { option answers } responses { totalCount } } } }"""


@pytest.mark.parametrize(("others", "is_shown"), [(0, False), (3, False), (4, True)])
def test_of_an_anonymous_questionnaire_so_few_answers_are_not_told_one_by_one(
    others: int, is_shown: bool, bureau: Bureau
) -> None:
    form = published(bureau, QUESTIONS[2:3], isAnonymous=True)
    invited(bureau, form)
    bureau.done("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **bureau.on("invitation"))
    bureau.rows.execute(
        """WITH made AS (
               INSERT INTO questionnaire_response (id, questionnaire_id, organization_id, region_code, is_sealed)
               SELECT gen_random_uuid(), r.questionnaire_id, r.organization_id, r.region_code, true
               FROM questionnaire_response r, generate_series(1, $2) WHERE r.questionnaire_id = $1::uuid
               RETURNING id)
           INSERT INTO answer (response_id, question, options, number) SELECT id, 1, '{}', 5 FROM made""",
        str(_key(form)),
        others,
    )
    version = bureau.client.ask(RESPONSES, {"id": form}, BUREAU)["node"]["version"]
    closed = bureau.done("closeQuestionnaire", BUREAU, id=form, version=version)
    assert closed["answered"] == others + 1
    shown = bureau.client.ask(RESPONSES, {"id": form}, BUREAU)["node"]
    assert (shown["responses"]["totalCount"], sum(each["answers"] for each in shown["results"])) == (
        (others + 1, others + 1) if is_shown else (0, 0)
    )


def _key(global_id: str) -> Any:
    found = GlobalID.parse(global_id)
    assert found is not None
    return found.key


def test_who_was_invited_as_a_supervisor_answers_while_the_term_runs(bureau: Bureau) -> None:
    supervisor = supervisor_of(bureau, "410302", "RENEWED")
    form = published(bureau, QUESTIONS[2:3])
    bureau.done("inviteToQuestionnaire", BUREAU, questionnaireId=form, invitedSupervisorId=supervisor)
    key, invitation = GlobalID.parse(supervisor), bureau.objects["invitation"]["id"]
    assert key is not None
    shown = "query($id: ID!) { node(id: $id) { ... on QuestionnaireInvitation { availableActions } } }"
    for ended, offered in (("CURRENT_DATE - 2", []), ("CURRENT_DATE + 30", ["FILL_IN"])):
        bureau.rows.execute(f"UPDATE invited_supervisor SET term_to = {ended} WHERE id = $1::uuid", key.key)
        assert bureau.client.ask(shown, {"id": invitation}, SUPERVISOR)["node"] == {"availableActions": offered}
        if not offered:
            assert bureau.refused("answerQuestionnaire", SUPERVISOR, answers=ANSWER, **bureau.on("invitation")) == (
                "NOT_SERVING"
            )
    bureau.done("answerQuestionnaire", SUPERVISOR, answers=ANSWER, **bureau.on("invitation"))


def test_bureaus_know_nothing_of_each_other_s_invitations_and_a_person_answers_once(bureau: Bureau) -> None:
    point, city = point_of(bureau), organization_id("4103", "JUDICIAL_BUREAU")
    another = key("point of the city")
    of_city = {"organization_id": city, "credit_code": "91410302MA9CITY00X"}
    copy_row(bureau.rows, "contact_point", f"id = '{_key(point)}'", id=another, **of_city)
    form = published(bureau, QUESTIONS[2:3])
    invited(bureau, form)
    first = bureau.objects["invitation"]
    to_another = str(GlobalID("ContactPoint", another))
    bureau.done("inviteToQuestionnaire", CITY, questionnaireId=form, contactPointId=to_another)
    second = bureau.objects["invitation"]
    shown = "query($id: ID!) { node(id: $id) { ... on QuestionnaireInvitation { availableActions } } }"
    assert bureau.client.ask(shown, {"id": second["id"]}, BUREAU)["node"] is None
    on_first = {"id": first["id"], "version": first["version"]}
    bureau.done("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **on_first)
    on_second = {"id": second["id"], "version": second["version"]}
    assert bureau.client.ask(shown, {"id": second["id"]}, ENTERPRISE)["node"] == {"availableActions": []}
    assert bureau.refused("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **on_second) == "ALREADY_ANSWERED"
    answer = "SELECT id FROM questionnaire_response WHERE invitation_id = $1"
    response = str(GlobalID("QuestionnaireResponse", str(bureau.rows.value(answer, _key(first["id"])))))
    visit = {"method": "QUESTIONNAIRE", "visitedOn": str(TODAY), "findings": "x", "satisfaction": 3}
    upon = {**visit, "responseId": response}
    assert bureau.refused("recordContactVisit", CITY, contactPointId=to_another, **upon) == "INVALID_VALUE"
    bureau.done("recordContactVisit", BUREAU, contactPointId=point, **upon)


def test_who_answers_for_an_enterprise_no_more_sees_and_answers_no_more(bureau: Bureau) -> None:
    point = point_of(bureau)
    paid = {"method": "SYMPOSIUM", "visitedOn": str(TODAY), "findings": "反映检查频次偏高", "satisfaction": 3}
    visit = bureau.done("recordContactVisit", BUREAU, contactPointId=point, **paid)["id"]
    form = published(bureau, QUESTIONS[2:3])
    invited(bureau, form)
    invitation = bureau.on("invitation")
    shown = "query($id: ID!) { node(id: $id) { ... on ContactVisit { findings } } }"
    for another in ("evaluator", ENTERPRISE):
        bureau.rows.execute(
            """INSERT INTO role_assignment (id, account_id, role, organization_id, region_code, valid_from)
               SELECT gen_random_uuid(), a.id, 'CONTACT_ENTERPRISE', o.id, o.region_code, '2020-01-01'
               FROM account a, organization o
               WHERE a.subject = $1 AND o.id = (SELECT organization_id FROM contact_point WHERE id = $2::uuid)""",
            another,
            str(_key(point)),
        )
        found = "query($id: ID!) { node(id: $id) { ... on ContactPoint { id version } } }"
        bureau.objects["contactPoint"] = bureau.client.ask(found, {"id": point}, BUREAU)["node"]
        bureau.done("suspendContactPoint", BUREAU, **bureau.on("contactPoint"), reason="更换联系人")
        bureau.done("designateContactPoint", BUREAU, **bureau.on("contactPoint"), accountLogin=another)
        seen = [bureau.client.ask(shown, {"id": visit}, each)["node"] is not None for each in ("evaluator", ENTERPRISE)]
        assert seen == [another == "evaluator", another == ENTERPRISE]
        stale = {**invitation, "version": 2}
        assert bureau.refused("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **stale) == "INVALID_STATE"
        bureau.rows.execute(
            "DELETE FROM role_assignment WHERE role = 'CONTACT_ENTERPRISE' AND valid_from = '2020-01-01'"
        )
    # So it is with a contact point that is withdrawn, and a supervisor who is dismissed.
    invited(bureau, published(bureau, QUESTIONS[2:3]))
    bureau.done("withdrawContactPoint", BUREAU, **bureau.on("contactPoint"), reason="企业注销")
    stale = {**bureau.on("invitation"), "version": 2}
    assert bureau.refused("answerQuestionnaire", ENTERPRISE, answers=ANSWER, **stale) == "INVALID_STATE"
    supervisor = supervisor_of(bureau, "410302", "RENEWED")
    form = published(bureau, QUESTIONS[2:3])
    bureau.done("inviteToQuestionnaire", BUREAU, questionnaireId=form, invitedSupervisorId=supervisor)
    stale = {**bureau.on("invitation"), "version": 2}
    of_it = "query($id: ID!) { node(id: $id) { ... on InvitedSupervisor { id version } } }"
    dismissed = bureau.client.ask(of_it, {"id": supervisor}, BUREAU)["node"]
    bureau.done("dismissInvitedSupervisor", BUREAU, **dismissed, reason="调离")
    assert bureau.refused("answerQuestionnaire", SUPERVISOR, answers=ANSWER, **stale) == "INVALID_STATE"
