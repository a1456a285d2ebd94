"""What the law asks before a penalty is decided, and which acts end the clocks of a case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resolvers.global_id import GlobalID
from tests.test_transfers import HEALTH, MARKET, OFFICER, Bureau, bureau, draft, officers, register

__all__ = ["bureau"]
HALT = {"decision": "责令停产停业", "penaltyKinds": ["PRODUCTION_HALT"]}
FINE = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "50000"}
WARNING = {"decision": "警告", "penaltyKinds": ["WARNING"]}


def notified(bureau: Bureau, **given: Any) -> None:
    register(bureau)
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("notifyParty", OFFICER, **bureau.on("case"), **given)


def key_of(bureau: Bureau) -> Any:
    key = GlobalID.parse(bureau.objects["case"]["id"])
    assert key is not None
    return key.key


class TestHearing:
    @pytest.mark.parametrize("decision", [HALT, FINE], ids=["halt", "fine"])
    def test_what_it_was_offered_for_is_decided_after_its_period(
        self, bureau: Bureau, decision: dict[str, Any]
    ) -> None:
        notified(bureau)
        payload = bureau.run("decideCase", OFFICER, **bureau.on("case"), **decision)
        (error,) = payload["userErrors"]
        running = "SELECT (due_at AT TIME ZONE 'Asia/Shanghai')::date FROM deadline WHERE case_id = $1 AND event = $2"
        last: date = bureau.rows.value(running, key_of(bureau), "ASK_FOR_HEARING")
        assert (error["code"], error["field"]) == ("HEARING_PERIOD_RUNS", "penaltyKinds")
        assert str(last) in error["message"]
        bureau.rows.execute(
            "UPDATE deadline SET due_at = now() - interval '1 second' WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'",
            key_of(bureau),
        )
        assert bureau.done("decideCase", OFFICER, **bureau.on("case"), **decision)["state"] == "DECIDED"

    def test_or_once_the_party_waived_it(self, bureau: Bureau) -> None:
        notified(bureau)
        waived = bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
        assert {each["event"]: each["state"] for each in waived["deadlines"]}["ASK_FOR_HEARING"] == "MET"
        assert "WAIVE_HEARING" not in waived["availableActions"]
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **HALT)

    def test_or_after_it_was_held(self, bureau: Bureau) -> None:
        notified(bureau)
        bureau.done("holdHearing", OFFICER, **bureau.on("case"))
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **HALT)

    def test_a_warning_waits_for_none(self, bureau: Bureau) -> None:
        notified(bureau)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)

    def test_what_the_law_asks_it_for_is_not_decided_where_it_was_not_offered(self, bureau: Bureau) -> None:
        notified(bureau, offersHearing=False)
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_NOT_OFFERED"
        bureau.done("notifyParty", OFFICER, **bureau.on("case"))
        assert bureau.refused("decideCase", OFFICER, **bureau.on("case"), **HALT) == "HEARING_PERIOD_RUNS"


def states(case: dict[str, Any]) -> dict[str, str]:
    return {each["event"]: each["state"] for each in case["deadlines"]}


def test_the_report_on_a_correction_ends_its_clock(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    outcome = {"result": "UPHELD", "body": "老城区人民政府", "decidedOn": "2026-11-02"}
    told = {"kind": "RECONSIDERATION", "hasOpinion": True, **outcome}
    due = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **told)
    assert states(due)["RECONSIDERATION_REPORT"] == "RUNNING" and "REPORT_CORRECTION" in due["availableActions"]
    reported = bureau.done("reportCorrection", OFFICER, **bureau.on("case"))
    assert states(reported)["RECONSIDERATION_REPORT"] == "MET"
    assert "REPORT_CORRECTION" not in reported["availableActions"]
    assert bureau.rows.value("SELECT reported_at IS NOT NULL FROM review_outcome WHERE case_id = $1", key_of(bureau))
    assert bureau.refused("reportCorrection", OFFICER, **bureau.on("case")) == "INVALID_STATE"


@pytest.mark.parametrize("ended", ["revokeLicence", "expireLicence"])
def test_a_licence_that_ended_is_not_to_be_published(bureau: Bureau, ended: str) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    granted = bureau.done("grantLicence", OFFICER, **bureau.on("case"), decision="准予")
    assert states(granted)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING"
    assert states(bureau.done(ended, OFFICER, **bureau.on("case")))["PUBLISH_PENALTY_OR_LICENCE"] == "MET"


class TestTheSameTwice:
    def test_an_officer_in_two_spellings(self, bureau: Bureau) -> None:
        register(bureau)
        (officer,) = officers(bureau, MARKET)[:1]
        key = GlobalID.parse(officer)
        assert key is not None
        for other in (officer, str(GlobalID("Officer", str(key.key).upper()))):
            payload = bureau.run("assignOfficers", OFFICER, **bureau.on("case"), officerIds=[officer, other])
            (error,) = payload["userErrors"]
            assert (error["code"], error["field"]) in (("INVALID_VALUE", "officerIds"), ("INVALID_ID", "officerIds"))

    def test_a_file_among_the_attachments(self, bureau: Bureau) -> None:
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        bureau.rows.execute(
            """INSERT INTO stored_file (id, name, media_type, size, sha256, organization_id, region_code, uploaded_by,
                   created_at, state, storage_key)
               SELECT gen_random_uuid(), 'x.pdf', 'application/pdf', 1, sha256('x'), organization_id, '410302', id,
                      now(), 'STORED', gen_random_uuid() FROM account WHERE subject = $1""",
            OFFICER,
        )
        file = str(GlobalID("StoredFile", str(bureau.rows.value("SELECT id FROM stored_file LIMIT 1"))))
        asked = {"caseId": bureau.objects["case"]["id"], "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
        twice = [{"fileId": file}, {"fileId": file, "name": "另一份"}]
        payload = bureau.run("draftTransfer", OFFICER, **asked, attachments=twice)
        (error,) = payload["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "attachments.1.fileId")
        draft(bureau, attachments=twice[:1])
