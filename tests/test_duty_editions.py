"""Editions of duties: drafted, reviewed, returned, published, revoked, one in force on a day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from models import DutyItem, DutyItemState, LegalReview
from models.base import now
from models.counting import local_day
from models.duty import in_force_on
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import (
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    TEAM,
    TOWNSHIP,
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
from tests.examples import copy_row
from tests.walks.society import drafted
from tests.walks.walker import Walker

BUREAU = "county-judicial"
ELSEWHERE = body("410303001", "TOWNSHIP_GOVERNMENT")


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


def in_force(bureau: Bureau, day: date) -> list[str]:
    """The editions of MR-P-002 of the market bureau of 老城区 that are listed as in force on a day."""
    document = """query($organization: ID!, $day: Date!) {
        dutyItems(filter: { organization: $organization, code: "MR-P-002", inForceOn: $day }) { nodes { id } } }"""
    found = bureau.client.ask(document, {"organization": MARKET, "day": str(day)})["dutyItems"]["nodes"]
    return [each["id"] for each in found]


def test_a_revoked_duty_is_revised_and_published_again(bureau: Bureau) -> None:
    first, today = duty(bureau, "MR-P-002"), local_day(now())
    revoke(bureau, first)
    assert bureau.refused("registerCase", OFFICER, **on_duty(first)) == "DUTY_NOT_HELD"
    assert in_force(bureau, today) == [] and in_force(bureau, today - timedelta(days=1)) == [first]
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
    for held, days in ((first, (0, 9)), (second, (10, 19)), (third, (20, 400))):
        assert [in_force(bureau, today + timedelta(days=each)) for each in days] == [[held], [held]]
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


@pytest.mark.parametrize("is_revised", [False, True])
def test_a_case_is_filed_while_its_organ_holds_the_duty_in_whatever_edition(
    bureau: Bureau, *, is_revised: bool
) -> None:
    edition, today = duty(bureau, "MR-P-002"), local_day(now())
    register(bureau)
    if is_revised:
        edition = publish_next(bureau, edition, today)
        assert is_offered(bureau, "FILE")
    revoke(bureau, edition)
    assert not is_offered(bureau, "FILE")
    assert bureau.refused("fileCase", OFFICER, **bureau.on("case")) == "DUTY_NOT_HELD"
    publish_next(bureau, edition, today)
    assert is_offered(bureau, "FILE")
    bureau.done("fileCase", OFFICER, **bureau.on("case"))


def is_offered(bureau: Bureau, action: str) -> bool:
    """Whether an act on the case at hand is offered to who handles it."""
    return action in (case_of(bureau, OFFICER) or {})["availableActions"]


@pytest.mark.parametrize("since", ["draft", "hand-over"])
def test_who_took_an_application_over_accepts_it_whatever_became_of_the_duty_of_who_had_it(
    bureau: Bureau, since: str
) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau, "MR-L-001", actType="LICENSING", cause="申请食品经营许可")
    draft(bureau)
    if since == "draft":
        revoke(bureau, duty(bureau, "MR-L-001"))
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "finance", **bureau.on("transfer"))
    if since == "hand-over":
        revoke(bureau, duty(bureau, "MR-L-001"))
    case_of(bureau, "finance")
    bureau.done("acceptApplication", "finance", **bureau.on("case"))


def test_an_edition_is_in_force_on_the_days_that_sql_says(bureau: Bureau) -> None:
    today = local_day(now())
    days = [today + timedelta(days=days) for days in (-1, 0, 1)]
    said = f"""SELECT {in_force_on("e", "$1::date")} FROM (
                   SELECT $2::text IN ('PUBLISHED', 'SUPERSEDED', 'REVOKED') AS is_public,
                          $2::text AS state, $3::date AS valid_from, $4::date AS valid_to) e"""
    for state, since, until in itertools.product(DutyItemState, (None, *days), (None, *days)):
        edition: dict[str, Any] = {"state": state, "valid_from": since, "valid_to": until}
        in_force = DutyItem(**edition).is_in_force(today)
        assert bool(bureau.rows.value(said, today, state.name, since, until)) is in_force, edition
    ends: dict[str, Any] = {"state": DutyItemState.REVOKED, "valid_from": days[0]}
    assert [DutyItem(**ends, valid_to=day).is_in_force(today) for day in days] == [False, False, True]


def test_a_township_drafts_a_duty_of_its_own_by_which_its_team_acts_as_well(bureau: Bureau) -> None:
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    drafted = {"code": "T-1", "actType": "PENALTY", "legalReview": "NOT_NEEDED", **texts}
    bureau.done("draftDutyItem", "township", organizationId=TOWNSHIP, **drafted)
    bureau.done("updateDutyItem", "township", **bureau.on("dutyItem"), name="占道经营")
    assert bureau.refused("reviewDutyItem", "township", **bureau.on("dutyItem")) == "FORBIDDEN"
    bureau.done("reviewDutyItem", "township-head", **bureau.on("dutyItem"))
    own = bureau.done("publishDutyItem", BUREAU, **bureau.on("dutyItem"))["id"]
    asked = {**on_duty(own), "officerIds": officers(bureau, TOWNSHIP)[:2]}
    for organ in (TOWNSHIP, TEAM):
        asked["organizationId"] = organ
        bureau.done("registerCase", "township", **asked)
        bureau.done("fileCase", "township", **bureau.on("case"))
    bureau.done("registerCase", "township", **asked)
    elsewhere = {**asked, "organizationId": body("410302002", "TOWNSHIP_ENFORCEMENT")}
    assert bureau.refused("registerCase", "township", **elsewhere) == "DUTY_NOT_HELD"
    revoke(bureau, own)
    assert bureau.refused("fileCase", "township", **bureau.on("case")) == "DUTY_NOT_HELD"


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


def test_why_a_duty_is_not_assigned_and_to_whom_it_may_be(bureau: Bureau) -> None:
    shown = "query($id: ID!) { node(id: $id) { ... on DutyItem { availableActions } } }"
    for code, is_assignable in (("MR-P-002", False), ("MR-P-009", True)):
        offered = bureau.client.ask(shown, {"id": duty(bureau, code)}, BUREAU)["node"]["availableActions"]
        assert ("ASSIGN" in offered) is is_assignable
    asked = {"dutyItemId": duty(bureau, "MR-P-002"), "townshipId": TOWNSHIP}
    assert bureau.refused("assignDutyItem", BUREAU, **asked) == "NOT_ASSIGNABLE"
    asked["dutyItemId"] = duty(bureau, "MR-P-009")
    for township, code in ((TOWNSHIP, "ALREADY_EXISTS"), (MARKET, "WRONG_RECEIVER"), (ELSEWHERE, "WRONG_RECEIVER")):
        (error,) = bureau.run("assignDutyItem", BUREAU, **{**asked, "townshipId": township})["userErrors"]
        assert (error["code"], error["field"]) == (code, "townshipId")


def test_what_two_organs_assign_under_one_code_are_two_duties(bureau: Bureau) -> None:
    item = {
        "id": uuid4(),
        "organization_id": organization_id("410302", "POLICE", "PUBLIC_SECURITY"),
        "field": "PUBLIC_SECURITY",
    }
    copy_row(bureau.rows, "duty_item", "code = 'MR-P-009' AND region_code = '410302'", **item)
    of_police = str(GlobalID("DutyItem", str(item["id"])))
    bureau.done("assignDutyItem", BUREAU, dutyItemId=of_police, townshipId=TOWNSHIP)
    assert assigned(bureau, "MR-P-009") == ["ASSIGNED", "ASSIGNED"]
    revoke(bureau, of_police)
    assert assigned(bureau, "MR-P-009") == ["ASSIGNED", "TAKEN_BACK"]


def test_a_revoked_duty_is_assigned_no_more_unless_the_edition_before_is_in_force_again(bureau: Bureau) -> None:
    first = duty(bureau, "MR-P-009")
    revoke(bureau, publish_next(bureau, first, local_day(now()) + timedelta(days=1)))
    assert assigned(bureau, "MR-P-009") == ["ASSIGNED"]
    revoke(bureau, first)
    assert assigned(bureau, "MR-P-009") == ["TAKEN_BACK"]
    taken_back = "SELECT reason, taken_back_on FROM duty_assignment WHERE duty_code = $1 AND region_code = $2"
    kept = {"reason": "法律修改", "taken_back_on": local_day(now())}
    assert bureau.rows.fetch(taken_back, "MR-P-009", "410302001") == [kept]
    told = """SELECT count(*) FROM notification n JOIN organization o ON o.id = n.organization_id
              WHERE n.action = 'TAKE_BACK' AND o.region_code = '410302001' AND o.kind = 'TOWNSHIP_GOVERNMENT'"""
    assert bureau.rows.value(told) == 1
    second = publish_next(bureau, first, local_day(now()))
    bureau.done("assignDutyItem", BUREAU, dutyItemId=second, townshipId=TOWNSHIP)


def assigned(bureau: Bureau, code: str) -> list[str]:
    """The states of what is or was assigned to 西关街道 under a code."""
    found = bureau.rows.fetch(
        "SELECT state FROM duty_assignment WHERE duty_code = $1 AND region_code = '410302001' ORDER BY state", code
    )
    return [each["state"] for each in found]


def test_one_edition_is_drafted_at_a_time(bureau: Bureau) -> None:
    drafted(Walker(bureau))
    bureau.done("publishQuestionnaire", BUREAU, **bureau.on("questionnaire"))
    questionnaire = bureau.objects["questionnaire"]["id"]
    offered = "query($id: ID!) { node(id: $id) { ... on %s { availableActions } } }"
    for name, type_name, persona, asked in (
        ("reviseDutyItem", "DutyItem", OFFICER, {"dutyItemId": duty(bureau, "MR-P-002")}),
        ("reviseQuestionnaire", "Questionnaire", BUREAU, {"questionnaireId": questionnaire}),
    ):
        (id_,) = asked.values()
        for expected in ([], ["NEXT_EDITION_DRAFTED"]):
            actions = bureau.client.ask(offered % type_name, {"id": id_}, persona)["node"]["availableActions"]
            assert ("REVISE" in actions) is (not expected), name
            assert [each["code"] for each in bureau.run(name, persona, **asked)["userErrors"]] == expected
