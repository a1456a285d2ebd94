"""What is seen from a later state on shows nothing of the states before it, in its history either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import HEALTH, LEGAL, MARKET, OFFICER, Bureau, body, draft, hand_in, officers, register, stand_in
from tests.cluster import Cluster, Rows
from tests.serving import serving
from tests.test_reports import CITY, COUNTY
from tests.test_reports import draft as draft_report

RECEIVER, JUDICIAL = "finance", body("410302", "JUDICIAL_BUREAU")
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


def test_who_verifies_a_clue_reads_nothing_of_how_it_was_taken_in(bureau: Bureau) -> None:
    told = {"source": "MEDIA", "content": "报道反映重复检查", "concernedId": HEALTH}
    id_ = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)["id"]
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, **bureau.on("clue"), organizationId=HEALTH)
    bureau.done("verifyClue", RECEIVER, **bureau.on("clue"))
    mine = ["open_clue", "screen_clue", "assign_clue", "verify_clue"]
    for persona, seen in ((COUNTY, mine), (RECEIVER, mine[-2:])):
        assert commands(bureau, "Clue", id_, persona) == seen, persona


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
