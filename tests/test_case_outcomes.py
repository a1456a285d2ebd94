"""What becomes of a decided case: publication, what courts and reviews find, and the clocks of both."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import HEALTH, OFFICER, Bureau, case_of, key_of, notified, register, states
from tests.examples import key, store_file

FINE = {"decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "50000"}
WARNING = {"decision": "警告", "penaltyKinds": ["WARNING"]}


def test_the_report_on_a_correction_ends_its_clock(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    outcome = {"result": "UPHELD", "body": "老城区人民政府", "decidedOn": str(local_day(now()))}
    told = {"kind": "RECONSIDERATION", "hasOpinion": True, **outcome}
    due = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **told)
    assert states(due)["RECONSIDERATION_REPORT"] == "RUNNING" and "REPORT_CORRECTION" in due["availableActions"]
    reported = bureau.done("reportCorrection", OFFICER, **bureau.on("case"))
    assert states(reported)["RECONSIDERATION_REPORT"] == "MET"
    assert "REPORT_CORRECTION" not in reported["availableActions"]
    assert bureau.rows.value("SELECT reported_at IS NOT NULL FROM review_outcome WHERE case_id = $1", key_of(bureau))
    assert bureau.refused("reportCorrection", OFFICER, **bureau.on("case")) == "NO_CORRECTION_DUE"


OUTCOME = {"kind": "LITIGATION", "result": "ANNULLED", "body": "洛阳铁路运输法院"}
AS_IT_STANDS: dict[str, Any] = {"penaltyKinds": ["WARNING"]}


# Of a decision of 2026-11-03 that was contested on the fifth: what an outcome cannot say, and the field that is named.
CANNOT_BE: list[tuple[dict[str, Any], str]] = [
    # Before it was accepted; and of what was never accepted, before the decision itself.
    ({"decidedOn": "2026-11-04"}, "decidedOn"),
    ({"decidedOn": "2026-11-02", "kind": "RECONSIDERATION"}, "decidedOn"),
    ({"decidedOn": "0001-01-01", "kind": "RECONSIDERATION"}, "decidedOn"),
    ({"decidedOn": "2999-01-01"}, "decidedOn"),
    ({"decidedOn": "2026-11-06", "receivedOn": "2026-11-05"}, "receivedOn"),
    ({"decidedOn": "2026-11-06", "receivedOn": "2999-01-01"}, "receivedOn"),
    ({"kind": "RECONSIDERATION", "result": "LOST", "decidedOn": "2026-11-06"}, "result"),
    ({"hasOpinion": True, "decidedOn": "2026-11-06"}, "hasOpinion"),
    # Only what was changed is another penalty, of which as much is said as of the first.
    ({"penaltyAmount": "100", "decidedOn": "2026-11-06"}, "penaltyAmount"),
    ({"result": "CHANGED", "decidedOn": "2026-11-06"}, "penaltyKinds"),
    ({"result": "WITHDRAWN", "penaltyKinds": ["WARNING"], "decidedOn": "2026-11-06"}, "penaltyKinds"),
    ({"result": "MEDIATED", "penaltyAmount": "100", "decidedOn": "2026-11-06"}, "penaltyKinds"),
    ({"result": "CHANGED", "penaltyAmount": "100", "decidedOn": "2026-11-06"}, "penaltyKinds"),
    ({"result": "CHANGED", "penaltyKinds": ["FINE"], "decidedOn": "2026-11-06"}, "penaltyAmount"),
    ({"result": "CHANGED", "penaltyKinds": ["CONFISCATION"], "decidedOn": "2026-11-06"}, "confiscatedAmount"),
]


def test_an_outcome_that_cannot_be(bureau: Bureau) -> None:
    decided_and_published(bureau)
    for given, field in CANNOT_BE:
        (error,) = bureau.run("recordReviewOutcome", OFFICER, **bureau.on("case"), **{**OUTCOME, **given})["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", field), given


def test_nothing_is_contested_before_it_was_decided(bureau: Bureau) -> None:
    decided_and_published(bureau)
    for day in ("2026-11-02", "1900-01-01", "2999-01-01"):
        accepted = {"kind": "RECONSIDERATION", "body": "老城区人民政府", "acceptedOn": day}
        (error,) = bureau.run("recordReviewProceeding", OFFICER, **bureau.on("case"), **accepted)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "acceptedOn"), day


@pytest.mark.parametrize("is_investigated", [False, True])
def test_of_what_was_not_penalized_no_penalty_is_published(bureau: Bureau, *, is_investigated: bool) -> None:
    register(bureau)
    steps = ("fileCase", "investigateCase", "notPenalize") if is_investigated else ("withdrawCase",)
    for name in steps:
        given = {} if name in ("fileCase", "investigateCase") else {"reason": "违法事实不成立"}
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    archived = bureau.done("archiveCase", OFFICER, **bureau.on("case"))
    contested = {"RECORD_PROCEEDING", "RECORD_OUTCOME"} & set(archived["availableActions"])
    upheld = {**OUTCOME, "result": "UPHELD", "decidedOn": str(local_day(now()))}
    if is_investigated:
        # Whoever complained may contest that.
        changed = {**upheld, "result": "CHANGED", "penaltyKinds": ["WARNING"]}
        assert bureau.refused("recordReviewOutcome", OFFICER, **bureau.on("case"), **changed) == "INVALID_VALUE"
        reviewed = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **upheld)
        assert len(contested) == 2 and "PUBLISH_PENALTY_OR_LICENCE" not in states(reviewed)
    else:
        accepted = {"kind": "LITIGATION", "body": FIRST, "acceptedOn": str(local_day(now()))}
        for name, given in (("recordReviewProceeding", accepted), ("recordReviewOutcome", upheld)):
            assert bureau.refused(name, OFFICER, **bureau.on("case"), **given) == "NOTHING_DECIDED"
        assert not contested
    # What was found of it is filed; of what was withdrawn there is nothing to come.
    file, owner = key("judgment"), ("410302", "DEPARTMENT", "MARKET_REGULATION")
    store_file(bureau.rows, file, owner, bureau.rows.value("SELECT id FROM account WHERE subject = $1", OFFICER))
    judgment = {"kind": "OTHER", "name": "行政判决书", "issuedOn": str(local_day(now()))}
    judgment["fileId"] = str(GlobalID("StoredFile", file))
    errors = bureau.run("addCaseDocument", OFFICER, **bureau.on("case"), **judgment)["userErrors"]
    assert [each["code"] for each in errors] == ([] if is_investigated else ["NOTHING_DECIDED"])
    assert "PUBLISH" not in archived["availableActions"] and not is_awaited(bureau)
    assert bureau.refused("publishDecision", OFFICER, **bureau.on("case")) == "NOTHING_PENALIZED"


def test_an_outcome_is_recorded_once(bureau: Bureau) -> None:
    decided_and_published(bureau)
    day = str(local_day(now()))
    changed = {
        "kind": "RECONSIDERATION",
        "result": "CHANGED",
        "body": "老城区人民政府",
        "decidedOn": day,
        **AS_IT_STANDS,
    }
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **changed)
    # The organ and the bureau both know of it; and it did not end otherwise.
    for persona, given in (("county-judicial", {}), (OFFICER, {"result": "UPHELD", "body": "老城区政府"})):
        asked = {**bureau.on("case"), **changed, **given}
        assert bureau.refused("recordReviewOutcome", persona, **asked) == "ALREADY_EXISTS"
    # Another one was accepted; and a lawsuit has two instances.
    accepted = {"kind": "RECONSIDERATION", "body": "老城区人民政府", "acceptedOn": day}
    bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **accepted)
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **changed)
    first, second = ({**OUTCOME, "body": body, "decidedOn": day} for body in ("铁路运输法院", "中级人民法院"))
    for outcome in (first, second):
        bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **outcome)
    assert bureau.refused("recordReviewOutcome", OFFICER, **bureau.on("case"), **first) == "ALREADY_EXISTS"


def test_what_reconsideration_annulled_its_organ_does_not_bring_back(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    day = str(local_day(now()))
    of_kind, accepted = {"kind": "RECONSIDERATION", "body": "老城区人民政府"}, {"acceptedOn": day}
    bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **of_kind, **accepted)
    annulled = {**of_kind, "result": "ANNULLED", "decidedOn": day}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **annulled)
    for persona in (OFFICER, "county-judicial"):
        payload = bureau.run("recordReviewProceeding", persona, **bureau.on("case"), **of_kind, **accepted)
        (error,) = payload["userErrors"]
        assert (error["code"], error["field"]) == ("ANNULLED_ON_RECONSIDERATION", "kind")
    upheld = {**annulled, "result": "UPHELD"}
    assert bureau.refused("recordReviewOutcome", OFFICER, **bureau.on("case"), **upheld) == "ALREADY_EXISTS"
    assert bureau.refused("serveDecision", OFFICER, **bureau.on("case")) == "DECISION_ANNULLED"
    # A court may be asked all the same.
    court = {"kind": "LITIGATION", "body": "洛阳铁路运输法院"}
    bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **court, **accepted)
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **court, result="UPHELD", decidedOn=day)
    assert bureau.refused("serveDecision", OFFICER, **bureau.on("case")) == "DECISION_ANNULLED"


def test_of_a_lawsuit_the_last_instance_counts(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    day = str(local_day(now()))
    instances = (("铁路运输法院", "LOST", {"CLOSE"}), ("中级人民法院", "UPHELD", {"SERVE", "PUBLISH"}))
    for court, result, offered in instances:
        lawsuit = {"kind": "LITIGATION", "result": result, "body": court, "decidedOn": day}
        case = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **lawsuit)
        assert set(case["availableActions"]) & {"CLOSE", "SERVE", "PUBLISH"} == offered
    bureau.done("serveDecision", OFFICER, **bureau.on("case"))


def running(bureau: Bureau) -> dict[str, str]:
    """The deadlines of the case that run, each with its last day."""
    case = case_of(bureau, OFFICER)
    assert case is not None
    return {each["event"]: each["dueAt"][:10] for each in case["deadlines"] if "MET" not in each["state"]}


def found_by(bureau: Bureau, court: str, result: str, day: str | None = None, **given: Any) -> dict[str, str]:
    """What a court found is recorded; answers what runs of the case then."""
    lawsuit = {"kind": "LITIGATION", "result": result, "body": court, "decidedOn": day or str(local_day(now()))}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **{**lawsuit, **given})
    return running(bureau)


FIRST, SECOND = "洛阳铁路运输法院", "郑州铁路运输中级法院"


def decided(bureau: Bureau, act_type: str) -> None:
    """An act of this type that is to be published."""
    if act_type == "LICENSING":
        granted(bureau)
    elif act_type == "COERCION":
        register(bureau, "MR-C-001", actType="COERCION")
        bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    else:
        notified(bureau)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)


@pytest.mark.parametrize("act_type", ["PENALTY", "LICENSING", "COERCION"])
def test_what_the_second_instance_upheld_stays_published(bureau: Bureau, act_type: str) -> None:
    decided(bureau, act_type)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    before = running(bureau)
    assert "TAKE_DOWN_PUBLICATION" in found_by(bureau, FIRST, "LOST") and is_awaited(bureau)
    assert found_by(bureau, SECOND, "UPHELD").keys() == before.keys()
    # A penalty is to be served, a measure to be lifted; of a licence nothing is left to do.
    assert is_awaited(bureau) == bool(before)


@pytest.mark.parametrize("act_type", ["PENALTY", "LICENSING", "COERCION"])
@pytest.mark.parametrize("is_taken_down", [False, True])
def test_what_the_second_instance_upheld_is_published_and_served_all_the_same(
    bureau: Bureau, act_type: str, *, is_taken_down: bool
) -> None:
    decided(bureau, act_type)
    before = running(bureau)
    if is_taken_down:
        bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    lost = found_by(bureau, FIRST, "LOST")
    if is_taken_down:
        bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="判决撤销")
    assert {"SERVE_DECISION", "PUBLISH_PENALTY_OR_LICENCE", "PUBLISH_OTHER_ACT"}.isdisjoint(lost)
    assert found_by(bureau, SECOND, "UPHELD").keys() == before.keys() and is_awaited(bureau)


def test_what_stands_again_is_to_be_served_and_published_from_the_receipt_on(bureau: Bureau) -> None:
    decided_on_third(bureau)
    found_by(bureau, FIRST, "LOST", "2026-11-05")
    # Seven working days from Friday the 13th.
    due = {"SERVE_DECISION": "2026-11-24", "PUBLISH_PENALTY_OR_LICENCE": "2026-11-24"}
    assert found_by(bureau, SECOND, "UPHELD", "2026-11-12", receivedOn="2026-11-13") == due
    # And it goes on running, whatever else upholds it.
    assert found_by(bureau, "最高人民法院", "UPHELD", "2026-11-20") == due
    bureau.done("serveDecision", OFFICER, **bureau.on("case"))
    found_by(bureau, "最高人民法院", "LOST", "2026-11-23")
    assert found_by(bureau, "最高人民法院", "UPHELD", "2026-11-24").keys() == {"PUBLISH_PENALTY_OR_LICENCE"}


@pytest.mark.parametrize("is_published", [False, True])
def test_an_older_outcome_that_is_recorded_later_starts_and_ends_nothing(bureau: Bureau, *, is_published: bool) -> None:
    decided_on_third(bureau)
    if is_published:
        bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    before = found_by(bureau, SECOND, "UPHELD", "2026-11-09")
    assert found_by(bureau, FIRST, "LOST", "2026-11-05") == before and "SERVE_DECISION" in before
    # Nor does what upholds it where a later one did not.
    lost = found_by(bureau, "最高人民法院", "LOST", "2026-11-16")
    assert found_by(bureau, "某法院", "UPHELD", "2026-11-10") == lost and "SERVE_DECISION" not in lost


def test_what_reconsideration_changed_is_taken_down_though_a_court_upheld_it(bureau: Bureau) -> None:
    decided_on_third(bureau)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    changed = {"kind": "RECONSIDERATION", "result": "CHANGED", "body": "老城区人民政府", "decidedOn": "2026-11-04"}
    changed |= AS_IT_STANDS
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **changed)
    found_by(bureau, FIRST, "LOST", "2026-11-09")
    # Three working days from Wednesday the 4th, and the court's own time to serve.
    due = {"SERVE_DECISION": "2026-11-23", "TAKE_DOWN_PUBLICATION": "2026-11-09"}
    assert found_by(bureau, SECOND, "UPHELD", "2026-11-12") == due


ENDS = """query($id: ID!) { case(by: { id: $id }) { takeDownReason reviewProceedings { endedOn }
    reviewOutcomes { result changesPenalty } penaltyKinds } }"""


@pytest.mark.parametrize("result", ["WITHDRAWN", "DISMISSED", "MEDIATED"])
@pytest.mark.parametrize("kind", ["LITIGATION", "RECONSIDERATION"])
def test_a_review_that_ends_without_a_finding_leaves_the_decision_as_it_is(
    bureau: Bureau, kind: str, result: str
) -> None:
    decided_and_published(bureau)
    if kind == "RECONSIDERATION":
        accepted = {"kind": kind, "body": "老城区人民政府", "acceptedOn": "2026-11-05"}
        bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **accepted)
    before = running(bureau)
    assert found_by(bureau, FIRST, result, "2026-11-06", kind=kind) == before
    case = bureau.client.ask(ENDS, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert "2026-11-06" in [each["endedOn"] for each in case["reviewProceedings"]]
    assert case["reviewOutcomes"] == [{"result": result, "changesPenalty": False}]
    # What was found before stands where the appeal alone is withdrawn; else it is as if it had not been found.
    found_by(bureau, FIRST, "LOST", "2026-11-09")
    found_by(bureau, SECOND, result, "2026-11-10")
    if result == "WITHDRAWN":
        assert bureau.refused("serveDecision", OFFICER, **bureau.on("case")) == "DECISION_ANNULLED"
    else:
        bureau.done("serveDecision", OFFICER, **bureau.on("case"))


def test_a_penalty_is_changed_to_none_and_back_again(bureau: Bureau) -> None:
    decided_and_published(bureau)
    found_by(bureau, FIRST, "CHANGED", "2026-11-06", penaltyKinds=[])
    document = "query($id: ID!) { case(by: { id: $id }) { penaltyKinds penaltyAmount } }"
    id_ = {"id": bureau.objects["case"]["id"]}
    assert bureau.client.ask(document, id_, OFFICER)["case"] == {"penaltyKinds": [], "penaltyAmount": None}
    found_by(bureau, SECOND, "UPHELD", "2026-11-12", penaltyKinds=["FINE"], penaltyAmount="500")
    assert bureau.client.ask(document, id_, OFFICER)["case"] == {"penaltyKinds": ["FINE"], "penaltyAmount": "500.00"}


def test_what_a_mediation_changed_is_taken_down(bureau: Bureau) -> None:
    decided_and_published(bureau)
    changed = {"penaltyKinds": ["CRITICISM_NOTICE"]}
    assert "TAKE_DOWN_PUBLICATION" in found_by(bureau, FIRST, "MEDIATED", "2026-11-06", **changed)
    case = bureau.client.ask(ENDS, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert case["penaltyKinds"] == ["CRITICISM_NOTICE"] and case["reviewOutcomes"][0]["changesPenalty"]
    bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="调解变更")
    assert bureau.refused("publishDecision", OFFICER, **bureau.on("case")) == "DECISION_NOT_UPHELD"
    # It is served and executed as it was changed, and once the second instance upheld it published again.
    assert {"SERVE_DECISION", "PUBLISH_PENALTY_OR_LICENCE"} == set(found_by(bureau, SECOND, "UPHELD", **AS_IT_STANDS))


def test_what_is_under_review_ends_whatever_became_of_the_licence(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("grantLicence", OFFICER, **bureau.on("case"), decision="准予")
    court, day = {"kind": "LITIGATION", "body": "洛阳铁路运输法院"}, str(local_day(now()))
    bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **court, acceptedOn=day)
    let_term_pass(bureau)
    bureau.done("expireLicence", OFFICER, **bureau.on("case"))
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **court, result="LOST", decidedOn=day)


def test_the_clocks_after_an_outcome_count_from_its_receipt_and_run_once(bureau: Bureau) -> None:
    decided_and_published(bureau)
    received = {"decidedOn": "2026-11-05", "receivedOn": "2026-11-06"}
    annulled = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **OUTCOME, **received)
    told = {"kind": "RECONSIDERATION", "result": "ANNULLED", "body": "x", "decidedOn": "2026-11-09", "hasOpinion": True}
    again = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **told)
    events = ("TAKE_DOWN_PUBLICATION", "RECONSIDERATION_REPORT")
    due = sorted((each["event"], each["dueAt"][:10]) for each in again["deadlines"] if each["event"] in events)
    # Three working days from Friday the 6th; sixty days from the 9th are the 8th of January.
    assert due == [("RECONSIDERATION_REPORT", "2027-01-08"), ("TAKE_DOWN_PUBLICATION", "2026-11-11")]
    assert "TAKE_DOWN" in annulled["availableActions"]
    down = bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="判决撤销")
    assert "PUBLISH" not in down["availableActions"]
    assert bureau.refused("publishDecision", OFFICER, **bureau.on("case")) == "DECISION_NOT_UPHELD"


@pytest.mark.parametrize("result", ["CHANGED", "ANNULLED", "UNLAWFUL", "LOST"])
def test_what_was_not_upheld_is_not_to_be_published(bureau: Bureau, result: str) -> None:
    notified(bureau)
    decided = bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    assert states(decided)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING"
    outcome = {**OUTCOME, "result": result, "decidedOn": str(local_day(now()))}
    outcome |= AS_IT_STANDS if result == "CHANGED" else {}
    reviewed = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **outcome)
    assert states(reviewed)["PUBLISH_PENALTY_OR_LICENCE"] == "MET" and "PUBLISH" not in reviewed["availableActions"]
    assert bureau.refused("publishDecision", OFFICER, **bureau.on("case")) == "DECISION_NOT_UPHELD"


@pytest.mark.parametrize("result", ["ANNULLED", "LOST"])
@pytest.mark.parametrize("is_served", [False, True])
def test_what_was_annulled_is_neither_served_nor_executed(bureau: Bureau, result: str, *, is_served: bool) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    if is_served:
        bureau.done("serveDecision", OFFICER, **bureau.on("case"))
    assert bureau.refused("closeCase", OFFICER, **bureau.on("case")) == "DECISION_STANDS"
    outcome = {**OUTCOME, "result": result, "decidedOn": str(local_day(now()))}
    annulled = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **outcome)
    assert states(annulled)["SERVE_DECISION"] == "MET"
    assert "CLOSE" in annulled["availableActions"]
    assert {"SERVE", "EXECUTE", "PROPOSE"}.isdisjoint(annulled["availableActions"])
    proposal = {"receiverId": HEALTH, "proposal": "建议吊销许可证"}
    for name, given in (("executeDecision" if is_served else "serveDecision", {}), ("proposeOnLicence", proposal)):
        assert bureau.refused(name, OFFICER, **bureau.on("case"), **given) == "DECISION_ANNULLED"
    bureau.done("closeCase", OFFICER, **bureau.on("case"))
    bureau.done("archiveCase", OFFICER, **bureau.on("case"))


@pytest.mark.parametrize("result", ["CHANGED", "UNLAWFUL"])
def test_what_was_changed_or_found_unlawful_is_executed(bureau: Bureau, result: str) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    outcome = {**OUTCOME, "result": result, "decidedOn": str(local_day(now()))}
    outcome |= AS_IT_STANDS if result == "CHANGED" else {}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **outcome)
    for name in ("serveDecision", "executeDecision", "closeCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))


def test_a_penalty_that_was_changed_is_what_it_was_changed_to(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("waiveHearing", OFFICER, **bureau.on("case"))
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **FINE)
    bureau.rows.execute("UPDATE enforcement_case SET decided_at = '2026-11-03' WHERE id = $1", key_of(bureau))
    changed = {"kind": "RECONSIDERATION", "result": "CHANGED", "body": "老城区人民政府", "decidedOn": "2026-11-09"}
    to = {"penaltyKinds": ["CONFISCATION", "WARNING"], "confiscatedAmount": "1000"}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **changed, **to)
    document = """query($id: ID!) { case(by: { id: $id }) { penaltyKinds heaviestPenalty penaltyAmount
        confiscatedAmount history { command changes { field before } } } }"""
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    (before,) = (
        {each["field"]: each["before"] for each in entry["changes"]}
        for entry in case.pop("history")
        if entry["command"] == "record_review_outcome"
    )
    assert case == {
        "penaltyKinds": ["CONFISCATION", "WARNING"],
        "heaviestPenalty": "CONFISCATION",
        "penaltyAmount": None,
        "confiscatedAmount": "1000.00",
    }
    assert before["penalty_amount"] == "50000.00"
    # What an older outcome made of it was changed since.
    older = {**OUTCOME, "result": "CHANGED", "decidedOn": "2026-11-06", "penaltyKinds": ["WARNING"]}
    (error,) = bureau.run("recordReviewOutcome", OFFICER, **bureau.on("case"), **older)["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", "decidedOn")


def test_why_a_publication_was_taken_down_is_told_until_it_is_published_anew(bureau: Bureau) -> None:
    decided_and_published(bureau)
    document = "query($id: ID!) { case(by: { id: $id }) { takeDownReason } }"
    told = []
    for name, given in (("takeDownPublication", {"reason": "公示内容有误"}), ("publishDecision", {})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
        told.append(bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"])
    assert told == [{"takeDownReason": "公示内容有误"}, {"takeDownReason": None}]


def test_what_is_taken_down_though_it_stands_is_to_be_published_anew(bureau: Bureau) -> None:
    def clocks(name: str, **given: str) -> list[str]:
        case = bureau.done(name, OFFICER, **bureau.on("case"), **given)
        return sorted(each["state"] for each in case["deadlines"] if each["event"] == "PUBLISH_PENALTY_OR_LICENCE")

    decided_and_published(bureau)
    assert clocks("takeDownPublication", reason="公示内容有误") == ["MET", "RUNNING"] and is_awaited(bureau)
    assert clocks("publishDecision") == ["MET", "MET"]
    # What was not upheld is gone for good.
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **OUTCOME, decidedOn="2026-11-05")
    assert clocks("takeDownPublication", reason="判决撤销") == ["MET", "MET"]


def test_a_licence_that_was_revoked_is_taken_down_for_good(bureau: Bureau) -> None:
    granted(bureau)
    for name, given in (("publishDecision", {}), ("revokeLicence", {"reason": "骗取许可"})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    gone = bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="许可已撤销")
    assert states(gone)["PUBLISH_PENALTY_OR_LICENCE"] == "MET"


def decided_on_third(bureau: Bureau) -> None:
    """A warning of 2026-11-03."""
    decided(bureau, "PENALTY")
    bureau.rows.execute(
        "UPDATE enforcement_case SET decided_at = '2026-11-03T09:00:00+08:00' WHERE id = $1", key_of(bureau)
    )


def decided_and_published(bureau: Bureau) -> None:
    decided_on_third(bureau)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    accepted = {"kind": "LITIGATION", "body": "洛阳铁路运输法院", "acceptedOn": "2026-11-05"}
    bureau.done("recordReviewProceeding", OFFICER, **bureau.on("case"), **accepted)


def is_awaited(bureau: Bureau) -> bool:
    """Whether the case waits for an act of its officer."""
    document = "{ myTasks(first: 100) { nodes { object { ... on EnforcementCase { id } } } } }"
    tasks = bureau.client.ask(document, persona=OFFICER)["myTasks"]["nodes"]
    return {"id": bureau.objects["case"]["id"]} in [each["object"] for each in tasks]


def test_what_the_law_gives_days_for_is_a_task_as_long_as_they_run(bureau: Bureau) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    for name in ("serveDecision", "executeDecision", "closeCase", "archiveCase"):
        assert is_awaited(bureau)
        bureau.done(name, OFFICER, **bureau.on("case"))
    assert is_awaited(bureau)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    assert not is_awaited(bureau)
    outcome = {"result": "CHANGED", "decidedOn": str(local_day(now())), **AS_IT_STANDS}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **{**OUTCOME, **outcome})
    assert is_awaited(bureau)
    bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="判决变更")
    assert not is_awaited(bureau)


def test_a_case_is_near_by_any_of_its_deadlines(bureau: Bureau) -> None:
    register(bureau)
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    # The decision is near already, the hearing's end comes before it and is not.
    bureau.rows.execute(
        """UPDATE deadline SET near_at = now() - interval '1 hour', due_at = now() + interval '30 days'
           WHERE case_id = $1""",
        key_of(bureau),
    )
    bureau.done("notifyParty", OFFICER, **bureau.on("case"))
    bureau.rows.execute(
        "UPDATE deadline SET near_at = now() + interval '5 days' WHERE case_id = $1 AND event = 'ASK_FOR_HEARING'",
        key_of(bureau),
    )
    near = "query($number: String!) { cases(filter: { due: NEAR, number: $number }) { nodes { nextDueAt } } }"
    number = {"number": bureau.rows.value("SELECT number FROM enforcement_case WHERE id = $1", key_of(bureau))}
    assert len(bureau.client.ask(near, number, OFFICER)["cases"]["nodes"]) == 1


def granted(bureau: Bureau, **given: Any) -> dict[str, Any]:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    return bureau.done("grantLicence", OFFICER, **bureau.on("case"), decision="准予", **given)


def let_term_pass(bureau: Bureau) -> None:
    yesterday = local_day(now()) - timedelta(days=1)
    bureau.rows.execute("UPDATE enforcement_case SET licence_valid_to = $1 WHERE id = $2", yesterday, key_of(bureau))


def test_a_licence_that_was_refused_is_published(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    refused = bureau.done("refuseLicence", OFFICER, **bureau.on("case"), reason="不符合条件")
    assert states(refused)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING" and "PUBLISH" in refused["availableActions"]
    published = bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    assert states(published)["PUBLISH_PENALTY_OR_LICENCE"] == "MET"


def test_a_licence_that_was_revoked_is_not_to_be_published(bureau: Bureau) -> None:
    assert states(granted(bureau))["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING"
    revoked = bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="骗取许可")
    assert states(revoked)["PUBLISH_PENALTY_OR_LICENCE"] == "MET" and "PUBLISH" not in revoked["availableActions"]


def test_a_licence_that_expired_is_published_all_the_same(bureau: Bureau) -> None:
    granted(bureau)
    let_term_pass(bureau)
    expired = bureau.done("expireLicence", OFFICER, **bureau.on("case"))
    assert states(expired)["PUBLISH_PENALTY_OR_LICENCE"] == "RUNNING" and "PUBLISH" in expired["availableActions"]
    published = bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    assert states(published)["PUBLISH_PENALTY_OR_LICENCE"] == "MET"


def test_a_licence_expires_when_its_term_is_over(bureau: Bureau) -> None:
    today = local_day(now())
    assert "EXPIRE" not in granted(bureau, validTo=str(today))["availableActions"]
    (error,) = bureau.run("expireLicence", OFFICER, **bureau.on("case"))["userErrors"]
    assert error["code"] == "TOO_EARLY" and str(today + timedelta(days=1)) in error["message"]
    let_term_pass(bureau)
    bureau.done("expireLicence", OFFICER, **bureau.on("case"))


def test_a_licence_without_a_term_does_not_expire(bureau: Bureau) -> None:
    assert "EXPIRE" not in granted(bureau)["availableActions"]
    assert bureau.refused("expireLicence", OFFICER, **bureau.on("case")) == "LICENCE_WITHOUT_TERM"


def test_a_licence_is_granted_for_a_term_that_is_not_over(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    yesterday = {"decision": "准予", "validTo": str(local_day(now()) - timedelta(days=1))}
    (error,) = bureau.run("grantLicence", OFFICER, **bureau.on("case"), **yesterday)["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", "validTo")


def test_why_a_licence_was_revoked_stands_beside_what_was_granted(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name in ("acceptApplication", "examineApplication"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    for name, given in (("grantLicence", {"decision": "准予"}), ("publishDecision", {})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    for blank in ("", " "):
        (error,) = bureau.run("revokeLicence", OFFICER, **bureau.on("case"), reason=blank)["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "reason")
    bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="以欺骗手段取得")
    document = """query($id: ID!) { case(by: { id: $id }) { state decision revocationReason
        history { command changes { field after } } } }"""
    own, public = (
        bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, persona)["case"]
        for persona in (OFFICER, None)
    )
    assert (own["decision"], own["revocationReason"]) == ("准予", "以欺骗手段取得")
    (entry,) = [each for each in own["history"] if each["command"] == "revoke_licence"]
    assert {"field": "revocation_reason", "after": "以欺骗手段取得"} in entry["changes"]
    assert (public["state"], public["revocationReason"], public["history"]) == ("REVOKED", None, [])


def test_what_was_announced_in_time_is_served_in_time_thirty_days_later(bureau: Bureau) -> None:
    today = local_day(now())

    def announced(days_ago: int) -> dict[str, Any]:
        """Announced on the day of the decision."""
        notified(bureau)
        bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
        day = today - timedelta(days=days_ago)
        moved = f"- interval '{days_ago} days'"
        bureau.rows.execute(
            f"UPDATE enforcement_case SET decided_at = decided_at {moved} WHERE id = $1", key_of(bureau)
        )
        bureau.rows.execute(
            f"UPDATE deadline SET started_at = started_at {moved}, due_at = due_at {moved} WHERE case_id = $1"
            " AND event = 'SERVE_DECISION'",
            key_of(bureau),
        )
        by = {"mode": "ANNOUNCEMENT"}
        assert bureau.refused("serveDecision", OFFICER, **bureau.on("case"), **by) == "SERVICE_NOT_ANNOUNCED"
        for other in (day - timedelta(days=1), today + timedelta(days=1)):
            (error,) = bureau.run("announceService", OFFICER, **bureau.on("case"), announcedOn=str(other))["userErrors"]
            assert (error["code"], error["field"]) == ("INVALID_VALUE", "announcedOn")
        case = bureau.done("announceService", OFFICER, **bureau.on("case"), announcedOn=str(day))
        assert case["state"] == "DECIDED" and states(case)["SERVE_DECISION"] == "MET"
        assert "ANNOUNCE_SERVICE" not in case["availableActions"]
        assert bureau.refused("announceService", OFFICER, **bureau.on("case")) == "SERVICE_ANNOUNCED"
        return case

    def served(**given: Any) -> dict[str, Any]:
        case = bureau.done("serveDecision", OFFICER, **bureau.on("case"), **given)
        assert case["state"] == "SERVED" and states(case)["SERVE_DECISION"] == "MET"
        document = "query($id: ID!) { case(by: { id: $id }) { servedAt serviceMode serviceAnnouncedOn } }"
        found: dict[str, Any] = bureau.client.ask(document, {"id": case["id"]}, OFFICER)["case"]
        return found

    announced(30)
    (error,) = bureau.run("serveDecision", OFFICER, **bureau.on("case"))["userErrors"]
    assert error["code"] == "TOO_EARLY" and str(today + timedelta(days=1)) in error["message"]
    # What a court says of it meanwhile starts no other time to serve it in.
    upheld = {**OUTCOME, "result": "UPHELD", "decidedOn": str(today)}
    assert states(bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **upheld))["SERVE_DECISION"] == "MET"
    # Who appears meanwhile is served.
    shown = served(mode="DIRECT", servedOn=str(today))
    assert (shown["serviceMode"], shown["servedAt"][:10]) == ("DIRECT", str(today))
    announced(31)
    (error,) = bureau.run("serveDecision", OFFICER, **bureau.on("case"), servedOn=str(today))["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", "servedOn")
    shown = served()
    assert (shown["serviceMode"], shown["servedAt"][:10]) == ("ANNOUNCEMENT", str(today - timedelta(days=1)))
    assert shown["serviceAnnouncedOn"] == str(today - timedelta(days=31))


def test_a_licence_whose_revocation_a_court_annulled_is_restored(bureau: Bureau) -> None:
    today = local_day(now())
    granted(bureau, validTo=str(today))

    def revoked() -> dict[str, Any]:
        return bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="骗取许可")

    def found(result: str, court: str) -> list[str]:
        given = {"kind": "LITIGATION", "result": result, "body": court, "decidedOn": str(today)}
        actions: list[str] = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **given)[
            "availableActions"
        ]
        return actions

    # A court that found against the grant said nothing of its revocation.
    bureau.rows.execute(
        """INSERT INTO review_outcome (id, case_id, kind, result, body, decided_on, has_opinion)
           VALUES (gen_random_uuid(), $1, 'RECONSIDERATION', 'UNLAWFUL', 'x', $2, false)""",
        key_of(bureau),
        today - timedelta(days=1),
    )
    assert "RESTORE" not in revoked()["availableActions"]
    assert "RESTORE" in found("LOST", "铁路运输法院")
    assert "RESTORE" not in found("UPHELD", "中级人民法院")
    assert bureau.refused("restoreLicence", OFFICER, **bureau.on("case")) == "REVOCATION_STANDS"
    found("ANNULLED", "高级人民法院")
    let_term_pass(bureau)
    assert bureau.refused("restoreLicence", OFFICER, **bureau.on("case")) == "LICENCE_TERM_OVER"
    bureau.rows.execute("UPDATE enforcement_case SET licence_valid_to = $1 WHERE id = $2", today, key_of(bureau))
    bureau.rows.execute("DELETE FROM review_outcome WHERE case_id = $1 AND result = 'UNLAWFUL'", key_of(bureau))
    restored = bureau.done("restoreLicence", OFFICER, **bureau.on("case"))
    # It is published again: what was found of the revocation is not of the grant.
    assert restored["state"] == "GRANTED" and "PUBLISH" in restored["availableActions"]
    assert [each["state"] for each in restored["deadlines"] if each["event"].startswith("PUBLISH")] == [
        "MET",
        "RUNNING",
    ]
    document = """query($id: ID!) { case(by: { id: $id }) { revokedAt revocationReason
        reviewOutcomes { result isOfRevocation } } }"""
    shown = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert (shown["revokedAt"], shown["revocationReason"]) == (None, None)
    assert {each["isOfRevocation"] for each in shown["reviewOutcomes"]} == {True}
    # Nor is it of a revocation that came after.
    revoked()
    bureau.rows.execute(
        "UPDATE review_outcome SET decided_on = decided_on - 1 WHERE case_id = $1 AND is_of_revocation", key_of(bureau)
    )
    assert bureau.refused("restoreLicence", OFFICER, **bureau.on("case")) == "REVOCATION_STANDS"


def test_what_is_found_is_of_the_act_that_was_contested(bureau: Bureau) -> None:
    granted(bureau, validTo="2030-12-31")
    today = local_day(now())
    bureau.rows.execute(
        "UPDATE enforcement_case SET decided_at = decided_at - interval '9 days' WHERE id = $1", key_of(bureau)
    )

    def accepted(days_ago: int, court: str) -> None:
        day = str(today - timedelta(days=days_ago))
        bureau.done(
            "recordReviewProceeding", OFFICER, **bureau.on("case"), kind="LITIGATION", body=court, acceptedOn=day
        )

    def found(result: str, court: str) -> dict[str, Any]:
        given = {"kind": "LITIGATION", "result": result, "body": court, "decidedOn": str(today)}
        return bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **given)

    def of_revocation() -> list[bool]:
        document = "query($id: ID!) { case(by: { id: $id }) { reviewOutcomes { isOfRevocation } } }"
        outcomes = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["reviewOutcomes"]
        return [each["isOfRevocation"] for each in outcomes]

    # What was accepted before the revocation is over the grant, whenever it is decided.
    accepted(5, "铁路运输法院")
    bureau.done("revokeLicence", OFFICER, **bureau.on("case"), reason="骗取许可")
    assert "RESTORE" not in found("UPHELD", "铁路运输法院")["availableActions"] and of_revocation() == [False]
    assert "RESTORE" in found("LOST", "老城区人民法院")["availableActions"]
    # Not while another instance is to say, and what that says once it is restored is of the revocation, too.
    accepted(0, "中级人民法院")
    assert bureau.refused("restoreLicence", OFFICER, **bureau.on("case")) == "REVIEW_RUNS"
    # One that is withdrawn leaves what the first found.
    found("WITHDRAWN", "中级人民法院")
    bureau.done("restoreLicence", OFFICER, **bureau.on("case"))
    assert "TAKE_DOWN_PUBLICATION" not in states(found("LOST", "高级人民法院"))
    assert of_revocation() == [False, True, True, True]


@pytest.mark.parametrize(("days_ago", "state"), [(0, "MET_LATE"), (15, "MET_LATE"), (29, "MET"), (30, "MET")])
def test_a_decision_was_served_on_the_day_it_was_and_its_clock_ends_then(
    bureau: Bureau, days_ago: int, state: str
) -> None:
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    moved = "- interval '30 days'"
    bureau.rows.execute(f"UPDATE enforcement_case SET decided_at = decided_at {moved} WHERE state = 'DECIDED'")
    bureau.rows.execute(
        f"UPDATE deadline SET started_at = started_at {moved}, due_at = due_at {moved}, near_at = near_at {moved}"
        " WHERE event = 'SERVE_DECISION' AND ended_at IS NULL"
    )
    today = local_day(now())
    for day in (today + timedelta(days=1), today - timedelta(days=31)):
        (error,) = bureau.run("serveDecision", OFFICER, **bureau.on("case"), servedOn=str(day))["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "servedOn")
    served = bureau.done("serveDecision", OFFICER, **bureau.on("case"), servedOn=str(today - timedelta(days=days_ago)))
    assert states(served)["SERVE_DECISION"] == state
