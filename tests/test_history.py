"""What an object's history says of an act: its reason and what became of parts, to whom the narrative is clear."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models import Language
from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from resolvers.titles import titles_of_commands
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    SCHEMA,
    Bureau,
    body,
    draft,
    duty,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Rows
from tests.serving import serving, write_masks

COUNTY = "county-judicial"
HISTORY = "query($id: ID!) { node(id: $id) { ... on %s { history { command changes { field before after } } } } }"


def entries(bureau: Bureau, shown: str, type_name: str, persona: str | None) -> list[tuple[str, dict[str, Any]]]:
    """Each command on an object, the newest first, with what it left in each column."""
    found = bureau.client.ask(HISTORY % type_name, {"id": bureau.objects[shown]["id"]}, persona)["node"]["history"]
    return [(entry["command"], {each["field"]: each["after"] for each in entry["changes"]}) for entry in found]


def reasons(bureau: Bureau, shown: str, type_name: str, persona: str | None) -> list[tuple[str, str]]:
    """The reason of each command that has one, under whatever name it is kept."""
    told = entries(bureau, shown, type_name, persona)
    return [(command, value) for command, values in told for value in values.values() if value in _REASONS]


_REASONS = ("证据不足", "案情复杂", "等待鉴定", "当事人申请更正", "法律修改", "不属于本机关职责")


def investigated(bureau: Bureau) -> None:
    register(bureau, "MR-P-001")
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))


def test_the_reasons_of_a_case_outlast_each_other(bureau: Bureau) -> None:
    investigated(bureau)
    bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
    bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="证据不足")
    bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
    # The deadline itself says why it is suspended, and no longer why it was extended.
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待鉴定")
    # Whose reason is the same as the one before is not without one.
    bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待鉴定")
    expected = [
        ("suspend_deadlines", "等待鉴定"),
        ("suspend_deadlines", "等待鉴定"),
        ("extend_deadline", "案情复杂"),
        ("return_legal_review", "证据不足"),
    ]
    for persona in (OFFICER, LEGAL, COUNTY):
        assert reasons(bureau, "case", "EnforcementCase", persona) == expected


def test_why_a_publication_was_taken_down(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name, given in (("acceptApplication", {}), ("examineApplication", {}), ("grantLicence", {"decision": "准予"})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="当事人申请更正")
    assert reasons(bureau, "case", "EnforcementCase", OFFICER) == [("take_down_publication", "当事人申请更正")]


def test_why_a_duty_is_none_any_more(bureau: Bureau) -> None:
    version = bureau.rows.value("SELECT version FROM duty_item WHERE id = $1::uuid", key_of(duty(bureau, "MR-P-002")))
    bureau.done("revokeDutyItem", COUNTY, id=duty(bureau, "MR-P-002"), version=version, reason="法律修改")
    for persona in (COUNTY, LEGAL, OFFICER):
        assert reasons(bureau, "dutyItem", "DutyItem", persona) == [("revoke_duty_item", "法律修改")]
    # Who reads the item because it is published reads none of its history.
    for stranger in (None, "zhengzhou-judicial", "invited-supervisor"):
        assert entries(bureau, "dutyItem", "DutyItem", stranger) == []


def test_a_reason_that_a_column_keeps_is_told_once(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
    bureau.done("rejectTransfer", "finance", **bureau.on("transfer"), reason="不属于本机关职责")
    for persona in (OFFICER, "finance"):
        assert reasons(bureau, "transfer", "CaseTransfer", persona) == [("reject_transfer", "不属于本机关职责")]


def test_objects_are_told_by_their_global_ids(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
    bureau.done("acceptTransfer", "finance", **bureau.on("transfer"))
    (told,) = [
        values["organization_id"]
        for command, values in entries(bureau, "case", "EnforcementCase", COUNTY)
        if command == "accept_transfer"
    ]
    found = bureau.client.ask(
        "query($id: ID!) { node(id: $id) { ... on Organization { name } } }", {"id": told}, COUNTY
    )
    assert found["node"]["name"] == "洛阳市老城区卫生健康委员会"


def changed(bureau: Bureau, shown: str, type_name: str, persona: str, command: str) -> dict[str, Any]:
    """What the latest such command changed, before and after, as the persona reads it."""
    found = bureau.client.ask(HISTORY % type_name, {"id": bureau.objects[shown]["id"]}, persona)["node"]["history"]
    latest = next(entry for entry in found if entry["command"] == command)
    values = {each["field"]: (each["before"], each["after"]) for each in latest["changes"]}
    return {name: tuple(each and json.loads(each) for each in values[name]) for name in values if name in PARTS}


PARTS = ("case_officer", "case_document", "deadline", "evidence", "matter_supervisor", "transfer_attachment")


def test_who_handled_a_case_before(bureau: Bureau) -> None:
    first, second, third = officers(bureau, MARKET)[:3]
    register(bureau, officerIds=[first, second])
    # The audit holds who it was; the history that they changed, as of any row that not everyone sees.
    audited = """SELECT e.before->'case_officer' AS before, e.after->'case_officer' AS after FROM audit_entry e
                 WHERE e.object_id = $1 AND e.action = 'assign_officers' ORDER BY e.id DESC LIMIT 1"""
    for now_on, before, after in (
        ((second, third), (first, second), (second, third)),
        ((third, second), None, None),
        ((), (second, third), ()),
    ):
        bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=list(now_on))
        told = {} if after is None else {"case_officer": (None, None)}
        for persona in (OFFICER, COUNTY):
            assert changed(bureau, "case", "EnforcementCase", persona, "assign_officers") == told
        (entry,) = bureau.rows.fetch(audited, key_of(bureau.objects["case"]["id"]))
        for held, expected in ((entry["before"], before), (entry["after"], after)):
            keys = None if expected is None else sorted(map(key_of, expected))
            assert (held and json.loads(held)) == keys
        held = bureau.rows.fetch(
            "SELECT officer_id FROM case_officer WHERE case_id = $1::uuid", key_of(bureau.objects["case"]["id"])
        )
        assert {str(each["officer_id"]) for each in held} == {key_of(each) for each in now_on}


def test_what_a_deadline_was_and_became(bureau: Bureau) -> None:
    investigated(bureau)
    (started,) = changed(bureau, "case", "EnforcementCase", OFFICER, "file_case")["deadline"][1]
    bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
    ((before,), (after,)) = changed(bureau, "case", "EnforcementCase", OFFICER, "extend_deadline")["deadline"]
    (shown,) = [each for each in bureau.objects["case"]["deadlines"] if each["event"] == "DECIDE_PENALTY"]
    due = [datetime.fromisoformat(each.removeprefix("DECIDE_PENALTY ")) for each in (started, before, after)]
    assert due[0] == due[1] < due[2] == datetime.fromisoformat(shown["dueAt"])


def test_which_supervisors_a_matter_had(bureau: Bureau) -> None:
    judicial = body("410302", "JUDICIAL_BUREAU")
    asked = {"mode": "DAILY", "origin": "PLAN", "content": "PERSONNEL_QUALIFICATION", "subject": "执法证管理"}
    bureau.done("registerMatter", COUNTY, bodyId=judicial, organizationId=HEALTH, **asked)
    supervisors = officers(bureau, judicial)
    told: list[Any] = [None]
    for some in (supervisors[:2], supervisors[1:3]):
        bureau.done("assignSupervisors", COUNTY, **bureau.on("matter"), supervisorIds=some)
        names = bureau.rows.fetch("SELECT name FROM officer WHERE id = ANY($1::uuid[])", list(map(key_of, some)))
        told.append(sorted(each["name"] for each in names))
        shown = changed(bureau, "matter", "SupervisionMatter", COUNTY, "assign_supervisors")
        assert shown == {"matter_supervisor": tuple(told[-2:])}


def test_attachments_of_a_draft_before_and_after(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, attachments=[{"name": "现场检查笔录"}, {"name": "案件卷宗"}])
    bureau.done(
        "updateTransfer", OFFICER, **bureau.on("transfer"), attachments=[{"name": "案件卷宗"}, {"name": "照片"}]
    )
    assert changed(bureau, "transfer", "CaseTransfer", OFFICER, "update_transfer") == {
        "transfer_attachment": (sorted(["现场检查笔录", "案件卷宗"]), sorted(["案件卷宗", "照片"]))
    }


@pytest.mark.parametrize("is_clear", [True, False])
def test_the_narrative_is_told_to_whom_it_is_clear(
    scratch: str, data_dir: Path, tmp_path: Path, *, is_clear: bool
) -> None:
    rows, policy = (
        Rows(scratch),
        write_masks(tmp_path / "masks.csv", "ORGAN_OFFICER", "clear" if is_clear else "absent"),
    )
    with serving(scratch, data_dir, policy=policy) as client:
        bureau = Bureau(client, rows)
        investigated(bureau)
        collected = {"kind": "DOCUMENTARY", "name": "现场检查笔录", "collectedOn": "2026-11-02"}
        bureau.done("addEvidence", OFFICER, **bureau.on("case"), **collected)
        bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
        for persona, sees in ((OFFICER, is_clear), (LEGAL, True), (COUNTY, True)):
            (_, extended), (_, added), *_ = entries(bureau, "case", "EnforcementCase", persona)
            assert added == {"evidence": '["DOCUMENTARY 现场检查笔录"]' if sees else None}
            assert extended["reason"] == ("案情复杂" if sees else None)
            # When a deadline ends is no secret.
            assert extended["deadline"] is not None
    rows.close()


def test_a_client_reads_back_to_the_first_entry(bureau: Bureau) -> None:
    register(bureau)
    case = key_of(bureau.objects["case"]["id"])
    # What was done at one moment stands on both sides of where a page ends.
    bureau.rows.execute(
        """INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id, after,
               correlation_id)
           SELECT overlay(gen_random_uuid()::text PLACING 'ffffffff-ffff' FROM 1 FOR 13)::uuid, e.at, e.account_id,
               'x', 'x', 'update_case', e.object_type, e.object_id,
               json_build_object('cause', n), 'x'
           FROM audit_entry e, generate_series(1, 250) n WHERE e.object_id = $1""",
        case,
    )
    document = """query($id: ID!, $before: String) { node(id: $id) { ... on EnforcementCase {
        history(before: $before) { cursor command changes { after } } } } }"""
    asked = {"id": bureau.objects["case"]["id"]}
    pages: list[list[dict[str, Any]]] = []
    for _ in range(4):
        older = {"before": pages[-1][-1]["cursor"]} if pages else {}
        pages.append(bureau.client.ask(document, {**asked, **older}, OFFICER)["node"]["history"])
    assert [len(page) for page in pages] == [100, 100, 51, 0]
    read = [entry for page in pages for entry in page]
    updates = [entry["changes"][0]["after"] for entry in read if entry["command"] == "update_case"]
    assert sorted(updates, key=int) == [str(n) for n in range(1, 251)] and read[-1]["command"] == "register_case"
    # Again the same, also from the middle of a page; with null from the start.
    assert (
        bureau.client.ask(document, {**asked, "before": read[9]["cursor"]}, OFFICER)["node"]["history"] == read[10:110]
    )
    assert bureau.client.ask(document, {**asked, "before": None}, OFFICER)["node"]["history"] == pages[0]
    for bad in ("", "x", "WyJISVNUT1JZIiwieCJd", "WyJJRCIsIngiXQ=="):
        (error,) = bureau.client.post(document, {**asked, "before": bad}, OFFICER).json()["errors"]
        assert (error["extensions"]["code"], error["extensions"]["field"]) == ("INVALID_CURSOR", "history.before")


def key_of(id_: str) -> str:
    parsed = GlobalID.parse(id_)
    assert parsed is not None
    return parsed.key


@pytest.mark.parametrize(
    ("language", "titles", "labels"),
    [
        (
            "zh",
            ["法制审核退回", "提请法制审核"],
            {
                "state": "状态",
                "legal_review": "法制审核",
                "legal_review_opinion": "法制审核退回的意见",
                "reason": "理由",
            },
        ),
        (
            "en",
            ["Return a case from legal review", "Ask for the legal review"],
            {"state": "State", "legal_review": "Legal review"},
        ),
    ],
)
def test_what_was_done_is_told_in_words(
    bureau: Bureau, language: str, titles: list[str], labels: dict[str, str]
) -> None:
    investigated(bureau)
    bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
    bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
    bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="证据不足")
    document = """query($id: ID!) { node(id: $id) { ... on EnforcementCase {
        history { title changes { field label } } } } }"""
    asked = {"id": bureau.objects["case"]["id"]}
    answer = bureau.client.post(document, asked, OFFICER, Accept_Language=language).json()
    told = answer["data"]["node"]["history"]
    assert [entry["title"] for entry in told[:2]] == titles
    found = {each["field"]: each["label"] for entry in told for each in entry["changes"]}
    assert found.items() >= labels.items()
    # Everything that is shown of a case is told by a name, whichever way it is shown.
    assert {"case_officer", "deadline", "organization_id", "party_name"} <= found.keys()
    assert found["organization_id"] == ("办案机构" if language == "zh" else "Who handles it")
    assert found["deadline"] == ("期限" if language == "zh" else "Deadlines")


def test_every_command_has_a_title_in_both_languages() -> None:
    mutation: Any = SCHEMA.mutation_type
    languages: list[tuple[Language, bool]] = [("zh", True), ("en", False)]
    for language, is_chinese in languages:
        titles = json.loads(titles_of_commands(SCHEMA, language))
        assert len(titles) == len(mutation.fields)
        assert {title for title in titles.values() if not title or (ord(title[0]) > 0x2E80) != is_chinese} == set()


def test_a_state_that_follows_from_the_day_is_told_by_its_name(bureau: Bureau) -> None:
    row = bureau.rows.fetch(
        "SELECT id, version FROM certificate WHERE state = 'VALID' AND region_code = '410302' LIMIT 1"
    )
    on = {"id": str(GlobalID("Certificate", str(row[0]["id"]))), "version": row[0]["version"]}
    bureau.done("suspendCertificate", "county-judicial", **on, reason="违规")
    document = "query($id: ID!) { node(id: $id) { ... on Certificate { history { changes { field label after } } } } }"
    (entry, *_) = bureau.client.ask(document, {"id": on["id"]}, "county-judicial")["node"]["history"]
    assert {"field": "state", "label": "状态", "after": "SUSPENDED"} in entry["changes"]


def test_rows_are_named_by_their_global_ids(bureau: Bureau) -> None:
    investigated(bureau)
    bureau.done("reviseDutyItem", OFFICER, dutyItemId=duty(bureau, "MR-P-002"))
    bureau.done("reviewDutyItem", LEGAL, **bureau.on("dutyItem"))
    since = str(local_day(now()) + timedelta(days=1))
    bureau.done("publishDutyItem", COUNTY, **bureau.on("dutyItem"), validFrom=since)
    for shown, type_name in (("case", "EnforcementCase"), ("dutyItem", "DutyItem")):
        id_ = bureau.objects[shown]["id"]
        told = bureau.client.ask(HISTORY % type_name, {"id": id_}, OFFICER)["node"]["history"]
        values = {(each["field"], each["after"]) for entry in told for each in entry["changes"]}
        assert ("id", id_) in values
        assert {field for field, value in values if value and _KEY.fullmatch(value)} == set()


_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
