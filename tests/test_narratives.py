"""Narratives wherever they stand: read clear by a role that may, with an entry in the audit; by others not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import MARKET, OFFICER, Bureau, body, officers
from tests.cluster import Rows
from tests.serving import serving, write_masks
from tests.test_database import alembic, with_connection
from tests.test_linkages import ENTERPRISE, grant, linkage_of

COUNTY, JUDICIAL = "county-judicial", body("410302", "JUDICIAL_BUREAU")
IS_READ = """SELECT EXISTS (SELECT FROM audit_entry e JOIN account a ON a.id = e.account_id
             WHERE e.action = 'read' AND a.subject = $1 AND e.after->'read' ? $2)"""
HISTORY = "history { changes { field before after } }"


@pytest.fixture(params=[True, False], ids=["clear", "absent"])
def is_clear(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def bureau(scratch: str, data_dir: Path, tmp_path: Path, *, is_clear: bool) -> Iterator[Bureau]:
    """A bureau whose officers of organs see narratives clear, or not at all."""
    rows, policy = (
        Rows(scratch),
        write_masks(tmp_path / "masks.csv", "ORGAN_OFFICER", "clear" if is_clear else "absent"),
    )
    with serving(scratch, data_dir, policy=policy) as client:
        yield Bureau(client, rows)
    rows.close()


def check(bureau: Bureau, type_name: str, id_: str, told: dict[str, str], *, is_clear: bool) -> None:
    """Each of these fields is told to the organ's officer with an entry in the audit, or neither it nor its history."""
    parsed = GlobalID.parse(id_)
    assert parsed is not None
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ {' '.join(told)} %s }} }} }}"
    shown = bureau.client.ask(document % "", {"id": id_}, OFFICER)["node"]
    assert shown == (told if is_clear else dict.fromkeys(told))
    assert bureau.rows.value(IS_READ, OFFICER, f"{type_name}:{parsed.key}:NARRATIVE") is is_clear
    history = str(bureau.client.ask(document % HISTORY, {"id": id_}, OFFICER))
    assert [each in history for each in told.values()] == [is_clear] * len(told)


def test_what_a_linkage_asks_for_and_is_answered(bureau: Bureau, *, is_clear: bool) -> None:
    grant(bureau, ENTERPRISE)
    linkage = linkage_of(bureau)
    bureau.done("receiveLinkage", OFFICER, **bureau.on("linkage"))
    bureau.done("answerLinkage", OFFICER, **bureau.on("linkage"), answer="已列入检查计划")
    told = {"proposal": "准予食品经营许可", "answer": "已列入检查计划"}
    check(bureau, "Linkage", linkage["id"], told, is_clear=is_clear)


def test_why_a_certificate_is_suspended(bureau: Bureau, *, is_clear: bool) -> None:
    officer = GlobalID.parse(officers(bureau, MARKET)[0])
    assert officer is not None
    of_officer = "SELECT id FROM certificate WHERE officer_id = $1::uuid AND state = 'VALID' LIMIT 1"
    id_ = str(GlobalID("Certificate", str(bureau.rows.value(of_officer, officer.key))))
    bureau.done("suspendCertificate", COUNTY, id=id_, version=1, reason="粗暴执法被追究责任")
    check(bureau, "Certificate", id_, {"reason": "粗暴执法被追究责任"}, is_clear=is_clear)


def test_why_a_clue_is_suspended(bureau: Bureau, *, is_clear: bool) -> None:
    told = {"source": "MEDIA", "content": "报道反映重复检查", "concernedId": MARKET}
    id_ = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)["id"]
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, **bureau.on("clue"), organizationId=MARKET)
    bureau.done("suspendClue", COUNTY, **bureau.on("clue"), reason="当事人住院")
    check(bureau, "Clue", id_, {"suspensionReason": "当事人住院"}, is_clear=is_clear)
    assert deadlines(bureau, "Clue", id_) == ["线索中止"] * is_clear


def test_what_an_organ_objects(bureau: Bureau, *, is_clear: bool) -> None:
    matter = {"mode": "DAILY", "origin": "PLAN", "content": "CONDUCT_QUALITY", "subject": "裁量说理不充分"}
    two = {"supervisorIds": officers(bureau, JUDICIAL)[:2]}
    id_ = bureau.done("registerMatter", COUNTY, bodyId=JUDICIAL, organizationId=MARKET, **matter, **two)["id"]
    for name, persona, given in (
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
        ("explainMatter", OFFICER, {"explanation": "情况属实"}),
        ("investigateMatter", COUNTY, {"finding": "属实"}),
        ("issueSupervisionOpinion", COUNTY, {"opinion": "改正", "type": "OPINION", "effect": "CORRECT"}),
        ("objectToOpinion", OFFICER, {"reason": "当事人系累犯"}),
    ):
        bureau.done(name, persona, **bureau.on("matter"), **given)
    check(bureau, "SupervisionMatter", id_, {"objection": "当事人系累犯"}, is_clear=is_clear)
    assert deadlines(bureau, "SupervisionMatter", id_) == ["被监督机关提出异议"] * is_clear
    bureau.done("reviewObjection", COUNTY, **bureau.on("matter"), result="UPHELD", review="异议不成立")
    bureau.done("appealReview", OFFICER, **bureau.on("matter"), reason="当事人并非初犯")
    assert deadlines(bureau, "SupervisionMatter", id_) == ["被监督机关申请上级复核"] * is_clear


def deadlines(bureau: Bureau, type_name: str, id_: str) -> list[str]:
    """Why deadlines of an object stand still, as the organ's officer reads it."""
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ deadlines {{ reason }} }} }} }}"
    found = bureau.client.ask(document, {"id": id_}, OFFICER)["node"]["deadlines"]
    return [each["reason"] for each in found if each["reason"] is not None]


def test_deadlines_of_before_repeat_no_objection(scratch: str) -> None:
    rows = Rows(scratch)
    said = "SELECT array_agg(DISTINCT reason) FROM deadline WHERE suspended_at IS NOT NULL AND {}"
    for object_ in ("matter_id IS NOT NULL", "clue_id IS NOT NULL"):
        rows.execute(f"UPDATE deadline SET suspended_at = started_at, reason = '当事人系累犯' WHERE {object_}")
    with_connection(scratch, alembic("0068"))
    with_connection(scratch, alembic("head"))
    assert rows.value(said.format("matter_id IS NOT NULL")) == ["被监督机关提出异议"]
    assert rows.value(said.format("clue_id IS NOT NULL")) == ["线索中止"]
    rows.close()
