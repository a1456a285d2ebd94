"""Coercive measures and inspections: who takes them, how long they last, and when they have ended."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from models.base import now
from models.counting import CHINA, local_day
from tests.bureau import LEGAL, MARKET, OFFICER, Bureau, case_of, key_of, notified, officers, register, states

SATURDAY = 6
WARNING = {"decision": "警告", "penaltyKinds": ["WARNING"]}


def duty_of(bureau: Bureau, act_type: str) -> str:
    """The code of a duty of the organ for acts of this type."""
    code: str = bureau.rows.value(
        """SELECT code FROM duty_item WHERE act_type = $1 AND field = 'MARKET_REGULATION'
           AND state = 'PUBLISHED' AND region_code = '410302' ORDER BY code LIMIT 1""",
        act_type,
    )
    return code


def test_a_measure_that_is_executed_has_ended(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    for name in ("implementMeasure", "executeDecision"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    document = "query($id: ID!) { case(by: { id: $id }) { state closedAt } }"
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert case["state"] == "EXECUTED" and case["closedAt"][:10] == str(local_day(now()))
    # A penalty that is being executed has not.
    notified(bureau)
    bureau.done("decideCase", OFFICER, **bureau.on("case"), **WARNING)
    for name in ("serveDecision", "executeDecision"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert case == {"state": "EXECUTING", "closedAt": None}


@pytest.mark.parametrize(("kind", "result"), [("RECONSIDERATION", "ANNULLED"), ("LITIGATION", "LOST")])
def test_a_measure_that_was_annulled_is_only_lifted(bureau: Bureau, kind: str, result: str) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    outcome = {"kind": kind, "result": result, "body": "复议机关或法院", "decidedOn": str(local_day(now()))}
    annulled = bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **outcome)
    assert "LIFT" in annulled["availableActions"]
    assert not {"EXTEND", "EXECUTE"} & set(annulled["availableActions"])
    for name, given in (("extendMeasure", {"reason": "案情复杂"}), ("executeDecision", {})):
        assert bureau.refused(name, OFFICER, **bureau.on("case"), **given) == "DECISION_ANNULLED"
    bureau.done("liftMeasure", OFFICER, **bureau.on("case"), reason="决定被撤销")


def test_an_inspection_is_conducted_by_two_certified_officers_and_keeps_evidence(bureau: Bureau) -> None:
    one, two = officers(bureau, MARKET)[:1], officers(bureau, MARKET)[:2]
    suspended = officers(bureau, MARKET, "SUSPENDED")[:1]
    planned = register(bureau, duty_of(bureau, "INSPECTION"), actType="INSPECTION", officerIds=[*one, *suspended])
    assert "CONDUCT" not in planned["availableActions"]
    assert bureau.refused("conductInspection", OFFICER, **bureau.on("case")) == "OFFICERS_NOT_QUALIFIED"
    bureau.done("assignOfficers", OFFICER, **bureau.on("case"), officerIds=two)
    bureau.done("conductInspection", OFFICER, **bureau.on("case"))
    record = {"kind": "INSPECTION_RECORD", "name": "现场检查笔录", "collectedOn": str(local_day(now()))}
    bureau.done("addEvidence", OFFICER, **bureau.on("case"), **record)
    bureau.done("recordInspectionResult", OFFICER, **bureau.on("case"), decision="未发现问题")
    assert bureau.refused("addEvidence", OFFICER, **bureau.on("case"), **record) == "INVALID_STATE"
    document = "query($id: ID!) { case(by: { id: $id }) { evidence { name } } }"
    shown = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["evidence"]
    assert shown == [{"name": "现场检查笔录"}]


def test_a_measure_is_extended_once_and_before_it_has_ended(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    implemented = bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    assert "EXTEND" in implemented["availableActions"]
    ends = "UPDATE deadline SET due_at = due_at + $2 WHERE case_id = $1"
    bureau.rows.execute(ends, key_of(bureau), -timedelta(days=60))
    document = "query($id: ID!) { case(by: { id: $id }) { availableActions } }"
    passed = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["availableActions"]
    assert "EXTEND" not in passed
    assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "NOT_EXTENSIBLE"
    # What was not decided upon in its time is only lifted.
    assert "LIFT" in passed and "EXECUTE" not in passed
    assert bureau.refused("executeDecision", OFFICER, **bureau.on("case")) == "SEIZURE_PASSED"
    bureau.rows.execute(ends, key_of(bureau), timedelta(days=60))
    # Its clock is extended with it, and by nothing else: who may extend clocks leaves the measure as it is.
    seizure = {"event": "SEIZURE", "reason": "案情复杂"}
    seen = case_of(bureau, LEGAL)
    assert seen is not None and "EXTEND_DEADLINE" not in seen["availableActions"]
    assert bureau.refused("extendDeadline", LEGAL, **bureau.on("case"), **seizure) == "SEIZURE_IS_EXTENDED"
    extended = bureau.done("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂")
    assert extended["state"] == "EXTENDED" and "EXTEND" not in extended["availableActions"]
    assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "INVALID_STATE"


@pytest.mark.parametrize(("kind", "has_time"), [("FREEZING", True), ("OTHER", False), ("EXECUTION", False)])
def test_a_seizure_has_a_time_and_an_execution_none(bureau: Bureau, kind: str, *, has_time: bool) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    taken = bureau.done("implementMeasure", OFFICER, **bureau.on("case"), measureKind=kind)
    clocks = {"PUBLISH_OTHER_ACT": "RUNNING"} | ({"SEIZURE": "RUNNING"} if has_time else {})
    assert states(taken) == clocks and ("EXTEND" in taken["availableActions"]) == has_time
    if not has_time:
        assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "NEVER_EXTENDED"
        bureau.done("executeDecision", OFFICER, **bureau.on("case"))


def test_the_time_of_a_measure_counts_from_when_it_was_implemented(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    today = local_day(now())
    bureau.rows.execute(
        "UPDATE enforcement_case SET registered_at = registered_at - interval '9 days' WHERE id = $1", key_of(bureau)
    )
    for day in (today + timedelta(days=1), today - timedelta(days=11)):
        (error,) = bureau.run("implementMeasure", OFFICER, **bureau.on("case"), implementedOn=str(day))["userErrors"]
        assert (error["code"], error["field"]) == ("INVALID_VALUE", "implementedOn")
    # On the spot, a day before it was approved (行政强制法 19).
    day = today - timedelta(days=10)
    taken = bureau.done("implementMeasure", OFFICER, **bureau.on("case"), implementedOn=str(day))
    (seizure,) = [each for each in taken["deadlines"] if each["event"] == "SEIZURE"]
    assert seizure["dueAt"][:10] == str(day + timedelta(days=30))
    document = "query($id: ID!) { case(by: { id: $id }) { measureKind implementedAt } }"
    shown = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    assert (shown["measureKind"], shown["implementedAt"][:10]) == ("SEIZURE", str(day))


@pytest.mark.parametrize("ends_by", ["liftMeasure", "executeDecision"])
def test_a_measure_is_published_whatever_became_of_it(bureau: Bureau, ends_by: str) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    taken = bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    assert states(taken) == {"SEIZURE": "RUNNING", "PUBLISH_OTHER_ACT": "RUNNING"}
    assert "PUBLISH" in taken["availableActions"]
    ended = bureau.done(ends_by, OFFICER, **bureau.on("case"), **({"reason": "x"} if ends_by == "liftMeasure" else {}))
    assert states(ended) == {"SEIZURE": "MET", "PUBLISH_OTHER_ACT": "RUNNING"}
    published = bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    assert states(published)["PUBLISH_OTHER_ACT"] == "MET" and "TAKE_DOWN" in published["availableActions"]
    down = bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="公示内容有误")
    assert "RUNNING" in [each["state"] for each in down["deadlines"] if each["event"] == "PUBLISH_OTHER_ACT"]


def test_the_time_of_an_examination_is_no_time_of_a_seizure(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    key, first, last = key_of(bureau), now() - timedelta(days=20), now() + timedelta(days=10)
    begun = "UPDATE deadline SET started_at = $1, due_at = $2 WHERE case_id = $3 AND event = 'SEIZURE'"
    bureau.rows.execute(begun, first, last, key)
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="送检")
    since = "UPDATE deadline SET suspended_at = now() - interval '6 days' WHERE case_id = $1 AND event = 'SEIZURE'"
    bureau.rows.execute(since, key)
    clocks = {each["event"]: each for each in bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))["deadlines"]}
    assert clocks["SEIZURE"]["dueAt"][:10] == str(local_day(last) + timedelta(days=6))
    # Of one that has passed, it is no way to extend it.
    bureau.rows.execute(begun, first, now() - timedelta(days=1), key)
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), reason="送检") == "NOT_SUSPENSIBLE"
    assert bureau.refused("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂") == "NOT_EXTENSIBLE"


def test_a_seizure_is_no_deadline_of_a_case_to_extend(bureau: Bureau) -> None:
    notified(bureau)
    seizure = {"event": "SEIZURE", "reason": "案情复杂"}
    assert bureau.refused("extendDeadline", LEGAL, **bureau.on("case"), **seizure) == "SEIZURE_IS_EXTENDED"


def test_a_day_of_rest_does_not_lengthen_a_measure(bureau: Bureau) -> None:
    register(bureau, duty_of(bureau, "COERCION"), actType="COERCION")
    bureau.done("implementMeasure", OFFICER, **bureau.on("case"))
    # Implemented on the latest day from which sixty days end on a Saturday.
    today = local_day(now())
    last = next(day for day in (today + timedelta(days=60 - back) for back in range(7)) if day.isoweekday() == SATURDAY)
    begun = datetime(last.year, last.month, last.day, 12, tzinfo=CHINA) - timedelta(days=60)
    bureau.rows.execute("UPDATE deadline SET started_at = $1 WHERE case_id = $2", begun, key_of(bureau))
    extended = bureau.done("extendMeasure", OFFICER, **bureau.on("case"), reason="案情复杂")
    (seizure,) = [each for each in extended["deadlines"] if each["event"] == "SEIZURE"]
    assert seizure["dueAt"][:10] == str(last)
