"""What is seen from a later state on shows nothing of the states before it, in its history either."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models import Table
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    POLICE,
    SCHEMA,
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
from tests.test_database import alembic, with_connection
from tests.test_reports import CITY, COUNTY
from tests.test_reports import draft as draft_report
from tests.test_transfers import PAPERS

RECEIVER, JUDICIAL, TAX = "finance", body("410302", "JUDICIAL_BUREAU"), body("410302", "VERTICAL", "TAX")
TAX_OFFICER, TAX_OF_CITY = "vertical-tax-officer", "enterprise"
_TOLD = """SELECT count(*) FROM notification n JOIN account a USING (organization_id)
           WHERE a.subject = $1 AND n.object_id = $2"""
HISTORY = "query($id: ID!) { node(id: $id) { ... on %s { history { command changes { field before after } } } } }"


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"early_history_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, RECEIVER, "DEPARTMENT", "HEALTH")
        yield found
    rows.close()


def commands(bureau: Bureau, type_name: str, id_: str, persona: str) -> list[str]:
    """The commands that a persona reads of, the oldest first."""
    entries: list[Any] = bureau.client.ask(HISTORY % type_name, {"id": id_}, persona)["node"]["history"]
    return [each["command"] for each in reversed(entries)]


def reasons(bureau: Bureau, type_name: str, id_: str, persona: str) -> dict[str, str | None]:
    """Why deadlines of an object were extended or suspended, by their events, as a persona reads it."""
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {type_name} {{ deadlines {{ event reason }} }} }} }}"
    found: list[Any] = bureau.client.ask(document, {"id": id_}, persona)["node"]["deadlines"]
    return {each["event"]: each["reason"] for each in found}


def test_who_receives_a_report_reads_nothing_of_its_drafts(bureau: Bureau) -> None:
    id_ = draft_report(bureau, 4, problems="初稿中的问题")["id"]
    bureau.done("updateProgressReport", COUNTY, **bureau.on("report"), problems="无")
    bureau.done("submitProgressReport", COUNTY, **bureau.on("report"))
    mine = commands(bureau, "ProgressReport", id_, COUNTY)
    assert mine == ["draft_progress_report", "update_progress_report", "submit_progress_report"]
    for persona in (CITY, "city-government", "county-government", "leading-group-member"):
        assert commands(bureau, "ProgressReport", id_, persona) == mine[-1:], persona


def test_who_is_assessed_reads_nothing_of_earlier_scores(bureau: Bureau) -> None:
    period = {"periodFrom": "2025-01-01", "periodTo": "2026-06-30"}
    id_ = bureau.done("drawUpAssessment", COUNTY, assessorId=JUDICIAL, organizationId=MARKET, **period)["id"]
    bureau.done("redrawAssessment", COUNTY, **bureau.on("assessment"))
    bureau.done("publishAssessment", COUNTY, **bureau.on("assessment"))
    mine = commands(bureau, "Assessment", id_, COUNTY)
    assert mine == ["draw_up_assessment", "redraw_assessment", "publish_assessment"]
    for persona in (OFFICER, LEGAL, CITY, "county-government", "leading-group-member"):
        assert commands(bureau, "Assessment", id_, persona) == mine[-1:], persona


def test_who_a_case_is_sent_to_reads_nothing_of_how_it_was_drafted(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    id_ = draft(bureau)["id"]
    bureau.done("updateTransfer", OFFICER, **bureau.on("transfer"), reason="另一理由")
    hand_in(bureau)
    mine = ["draft_transfer", "update_transfer", "approve_transfer", "send_transfer"]
    for persona, seen in ((OFFICER, mine), (COUNTY, mine), (RECEIVER, mine[-1:])):
        assert commands(bureau, "CaseTransfer", id_, persona) == seen, persona


def test_who_is_offered_a_case_reads_nothing_of_who_refused_it(bureau: Bureau) -> None:
    id_ = register(bureau)["id"]
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    for receiver, persona in ((HEALTH, RECEIVER), (TAX, TAX_OFFICER)):
        draft(bureau, receiver)
        hand_in(bureau)
        # Each reads that it was sent to itself, and is told of nothing that it read before when it gets it again.
        assert commands(bureau, "EnforcementCase", id_, persona) == ["send_transfer"], persona
        bureau.done("receiveTransfer", persona, **bureau.on("transfer"))
        bureau.done("rejectTransfer", persona, **bureau.on("transfer"), reason="不属于本机关职责")
    refused = ["send_transfer", "reject_transfer"]
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    hand_in(bureau)
    assert commands(bureau, "EnforcementCase", id_, "police") == ["send_transfer"]
    whole = ["register_case", "file_case", *refused, *refused, "send_transfer"]
    for persona in (OFFICER, LEGAL, COUNTY):
        assert commands(bureau, "EnforcementCase", id_, persona) == whole, persona
    for name, given in (("receiveTransfer", {}), ("rejectTransfer", {"reason": "不构成犯罪"})):
        bureau.done(name, "police", **bureau.on("transfer"), **given)
    # They keep it for good by a decision upon their refusal: from then on they read it again.
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="是否移送")
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name, given in (
        ("acceptDispute", {}),
        ("coordinateDispute", {}),
        ("issueCoordinationOpinion", {"opinion": "应当立案侦查"}),
        ("designateOrgan", {"organizationId": POLICE}),
    ):
        bureau.done(name, COUNTY, **bureau.on("dispute"), **given)
    assert commands(bureau, "EnforcementCase", id_, "police") == ["designate_organ"]


def test_who_accepts_a_criminal_case_for_good_reads_it_from_its_sending_on(bureau: Bureau) -> None:
    id_ = register(bureau)["id"]
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, POLICE, "CRIMINAL", attachments=PAPERS)
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "police", **bureau.on("transfer"))
    assert commands(bureau, "EnforcementCase", id_, "police") == ["send_transfer", "accept_transfer"]


def test_whom_a_case_was_handed_over_to_has_it_with_its_whole_history(bureau: Bureau) -> None:
    id_ = register(bureau)["id"]
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, RECEIVER, **bureau.on("transfer"))
    whole = ["register_case", "file_case", "send_transfer", "accept_transfer"]
    assert commands(bureau, "EnforcementCase", id_, RECEIVER) == whole


def test_the_superior_of_a_vertical_organ_reads_nothing_of_what_was_before_it_was_told(bureau: Bureau) -> None:
    bureau.rows.execute(
        """UPDATE role_assignment SET organization_id = $1, region_code = '4103', role = 'ORGAN_OFFICER'
           WHERE account_id = (SELECT id FROM account WHERE subject = $2)""",
        organization_id("4103", "VERTICAL", "TAX"),
        TAX_OF_CITY,
    )
    matter = {"mode": "DAILY", "origin": "PLAN", "content": "CONDUCT_QUALITY", "subject": "告知程序"}
    two = {"supervisorIds": officers(bureau, JUDICIAL)[:2]}
    id_ = bureau.done("registerMatter", COUNTY, bodyId=JUDICIAL, organizationId=TAX, **matter, **two)["id"]
    for name, persona, given in (
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明告知程序"}),
        ("explainMatter", TAX_OFFICER, {"explanation": "已告知"}),
        ("investigateMatter", COUNTY, {"finding": "告知书未载明救济途径"}),
        ("informSuperior", COUNTY, {"text": "现将有关情况告知你局"}),
        ("closeMatter", COUNTY, {}),
    ):
        bureau.done(name, persona, **bureau.on("matter"), **given)
    assert commands(bureau, "SupervisionMatter", id_, TAX_OF_CITY) == ["inform_superior", "close_matter"]
    assert commands(bureau, "SupervisionMatter", id_, TAX_OFFICER)[0] == "notify_organ"


def test_who_is_supervised_reads_nothing_of_what_was_before_the_notice(bureau: Bureau) -> None:
    matter = {"mode": "DAILY", "origin": "PLAN", "content": "PERSONNEL_QUALIFICATION", "subject": "执法证管理"}
    id_ = bureau.done("registerMatter", COUNTY, bodyId=JUDICIAL, organizationId=HEALTH, **matter)["id"]
    on = {"supervisorIds": officers(bureau, JUDICIAL)[:2]}
    bureau.done("assignSupervisors", COUNTY, **bureau.on("matter"), **on)
    for name, given in (("fileMatter", {}), ("notifyOrgan", {"text": "请说明情况"})):
        bureau.done(name, COUNTY, **bureau.on("matter"), **given)
    mine = ["register_matter", "assign_supervisors", "file_matter", "notify_organ"]
    for persona, seen in ((COUNTY, mine), (CITY, mine), (RECEIVER, mine[-1:])):
        assert commands(bureau, "SupervisionMatter", id_, persona) == seen, persona


def test_who_verifies_a_clue_is_not_told_that_it_is_supervised_upon_it(bureau: Bureau) -> None:
    told = {"source": "MEDIA", "content": "报道反映执法证过期", "concernedId": HEALTH}
    clue = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)["id"]
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, **bureau.on("clue"), organizationId=HEALTH)
    matter = {
        "mode": "SPECIAL",
        "origin": "CLUE",
        "content": "CONDUCT_QUALITY",
        "subject": "执法证管理",
        "clueId": clue,
    }
    id_ = bureau.done("registerMatter", COUNTY, bodyId=JUDICIAL, organizationId=HEALTH, **matter)["id"]
    on = {"supervisorIds": officers(bureau, JUDICIAL)[:2]}
    bureau.done("assignSupervisors", COUNTY, **bureau.on("matter"), **on)
    for name, given in (("fileMatter", {}), ("notifyOrgan", {"text": "请说明情况"})):
        bureau.done(name, COUNTY, **bureau.on("matter"), **given)
    document = """query($clue: ID!, $matter: ID!) {
        matter: node(id: $matter) { id }
        clue: node(id: $clue) { ... on Clue { supervisionMatters { totalCount nodes { id } } } } }"""
    for persona, seen in ((COUNTY, [{"id": id_}]), (RECEIVER, [])):
        found = bureau.client.ask(document, {"clue": clue, "matter": id_}, persona)
        assert found["matter"] == {"id": id_}
        assert found["clue"]["supervisionMatters"] == {"totalCount": len(seen), "nodes": seen}, persona


def test_who_verifies_a_clue_reads_nothing_of_how_it_was_taken_in(bureau: Bureau) -> None:
    told = {"source": "MEDIA", "content": "报道反映重复检查", "concernedId": HEALTH}
    id_ = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)["id"]
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, **bureau.on("clue"), organizationId=HEALTH)
    bureau.done("verifyClue", RECEIVER, **bureau.on("clue"))
    mine = ["open_clue", "screen_clue", "assign_clue", "verify_clue"]
    for persona, seen in ((COUNTY, mine), (RECEIVER, mine[-2:])):
        assert commands(bureau, "Clue", id_, persona) == seen, persona


def test_who_verifies_a_clue_reads_no_reason_that_was_given_before(bureau: Bureau) -> None:
    told = {"source": "MEDIA", "content": "报道反映执法不公", "concernedId": HEALTH}
    id_ = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)["id"]
    bureau.done("extendClueDeadline", COUNTY, **bureau.on("clue"), event="ANSWER_CLUE", reason="举报人王某住院")
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, **bureau.on("clue"), organizationId=HEALTH)
    for persona, reason in ((COUNTY, "举报人王某住院"), (CITY, "举报人王某住院"), (RECEIVER, None)):
        assert reasons(bureau, "Clue", id_, persona) == {"ANSWER_CLUE": reason}, persona
    # Of what was said since then it reads the reason, and nothing again when that is not the latest any more.
    bureau.done("suspendClue", COUNTY, **bureau.on("clue"), reason="等待鉴定")
    assert reasons(bureau, "Clue", id_, RECEIVER) == {"ANSWER_CLUE": "线索中止"}


def test_who_is_offered_a_case_reads_no_reason_that_was_given_before(bureau: Bureau) -> None:
    id_ = register(bureau)["id"]
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="举报人李某作证")
    draft(bureau)
    hand_in(bureau)
    for persona, reason in ((OFFICER, "举报人李某作证"), (COUNTY, "举报人李某作证"), (RECEIVER, None)):
        assert reasons(bureau, "EnforcementCase", id_, persona)["DECIDE_PENALTY"] == reason, persona
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, RECEIVER, **bureau.on("transfer"))
    # Who has the case has its whole history.
    assert "举报人李某作证" in reasons(bureau, "EnforcementCase", id_, RECEIVER).values()


def test_whose_case_is_revisited_sees_nothing_of_it_before_the_visit(bureau: Bureau) -> None:
    account = GlobalID("Account", str(bureau.rows.value("SELECT id FROM account WHERE subject = $1", COUNTY)))
    period = {"since": "2025-12-01", "until": "2025-12-31"}
    drawn = bureau.done("drawRevisitSample", COUNTY, organizationId=JUDICIAL, **period)["revisits"]["nodes"]
    of_market = [each for each in drawn if each["organization"]["id"] == MARKET]
    bureau.objects["revisit"] = of_market[0]
    bureau.done("assignRevisit", COUNTY, visitorId=str(account), **bureau.on("revisit"))
    id_, told = of_market[0]["id"], {"method": "PHONE", "satisfaction": 2, "findings": "未送达文书"}
    parsed = GlobalID.parse(id_)
    assert parsed is not None

    def read(persona: str) -> tuple[Any, int, int]:
        coverage = f'revisitCoverage(since: "{period["since"]}", until: "{period["until"]}") {{ sampled }}'
        document = f"""query($id: ID!, $organ: ID!) {{ node(id: $id) {{ id }} revisits(first: 100) {{ nodes {{ id }} }}
            organization(by: {{ id: $organ }}) {{ {coverage} }} }}"""
        found = bureau.client.ask(document, {"id": id_, "organ": MARKET}, persona)
        listed = [each for each in found["revisits"]["nodes"] if each["id"] == id_]
        return found["node"], len(listed), sum(each["sampled"] for each in found["organization"]["revisitCoverage"])

    assert read(COUNTY) == ({"id": id_}, 1, len(of_market))
    for persona in (OFFICER, LEGAL, "city-market-legal"):
        assert read(persona) == (None, 0, 0), persona
        assert bureau.rows.value(_TOLD, persona, parsed.key) == 0, persona
    bureau.done("recordRevisit", COUNTY, **told, **bureau.on("revisit"))
    assert read(OFFICER)[:2] == ({"id": id_}, 1)
    for persona in (OFFICER, LEGAL, "city-market-legal"):
        assert commands(bureau, "CaseRevisit", id_, persona) == ["record_revisit"], persona
    assert bureau.rows.value(_TOLD, OFFICER, parsed.key) == 1


def test_who_visits_reads_nothing_of_who_was_to_visit_before(bureau: Bureau) -> None:
    period = {"since": "2026-04-01", "until": "2026-06-30"}
    drawn = bureau.done("drawRevisitSample", LEGAL, organizationId=MARKET, **period)["revisits"]["nodes"]
    bureau.objects["revisit"] = drawn[0]
    for persona in (LEGAL, OFFICER):
        key = bureau.rows.value("SELECT id FROM account WHERE subject = $1", persona)
        bureau.done("assignRevisit", LEGAL, visitorId=str(GlobalID("Account", str(key))), **bureau.on("revisit"))
    assert commands(bureau, "CaseRevisit", drawn[0]["id"], OFFICER) == ["assign_revisit"]
    mine = ["draw_revisit_sample", "assign_revisit", "assign_revisit"]
    assert commands(bureau, "CaseRevisit", drawn[0]["id"], LEGAL) == mine


def test_of_before_since_when_a_case_is_offered_and_a_superior_informed_is_known(scratch: str) -> None:
    since = "SELECT id, offered_since FROM enforcement_case WHERE offered_organization_id IS NOT NULL ORDER BY id"
    rows = Rows(scratch)
    sent = rows.fetch(since)
    assert sent and None not in {each["offered_since"] for each in sent}
    at = datetime(2026, 11, 4, tzinfo=UTC)
    rows.execute(
        """INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id,
               correlation_id)
           SELECT gen_random_uuid(), $1, gen_random_uuid(), 'x', 'x', 'inform_superior', 'SupervisionMatter', id, 'x'
           FROM supervision_matter WHERE informed_id IS NOT NULL""",
        at,
    )
    rows.close()
    with_connection(scratch, alembic("0067"))
    with_connection(scratch, alembic("head"))
    rows = Rows(scratch)
    assert rows.fetch(since) == sent
    informed = rows.fetch("SELECT informed_at FROM supervision_matter WHERE informed_id IS NOT NULL")
    assert informed == [{"informed_at": at}] * len(informed) != []
    rows.close()


# By which columns that may be empty a row is reached with all of its history, and why.
TOLD_FROM_THE_START = {
    ("ContactPoint", "account_id"): "the enterprise names who answers for it, and it is its own point from the start",
    ("ContactVisit", "account_id"): "the visit was to the enterprise, whoever answers for it",
    ("EnforcementCase", "legal_reviewer_id"): "the owner's own unit, or the bureau of its area, which read it anyway",
    ("Evaluation", "commission_ids"): "it is commissioned by its first act, and empty only while that is suspended",
    ("SupervisionMatter", "arbiter_id"): "the nearest common superior, which reads it by its area anyway",
    ("SupervisionMatter", "reviewer_id"): "the body itself or its superior, which reads it by its area or line anyway",
}


def test_every_column_that_is_empty_before_some_state_says_since_when_it_is_told_by() -> None:
    def is_late(model: type[Table], fact: str, column: str, organization: str | None) -> bool:
        columns = model.__table__.c  # type: ignore[attr-defined]
        # An organ without a field has none from the start, and who reads what is published reads no history.
        is_of_organ = fact == "field" and (organization is None or not columns[organization].nullable)
        return columns[column].nullable and fact != "public" and not is_of_organ

    types: Any = SCHEMA.type_map
    with_history = [each for each, node in NODES.items() if "history" in types[node.type_name].fields]
    late = {
        (model.__name__, str(column))
        for model in with_history
        for side in model.__anchors__.sides
        for fact, column in side.columns().items()
        if column is not True and is_late(model, fact, column, side.organization)
    }
    told = {(model.__name__, column) for model in with_history for column in model.__told_since__}
    assert late - told == set(TOLD_FROM_THE_START)
