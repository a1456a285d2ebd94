"""Alerts: for each rule what raises one, what is just below, and what clears it; who is told, and what it says."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from models.alert_rules import RULES
from models.alerting import evaluate, evaluate_due
from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import HEALTH, LEGAL, MARKET, OFFICER, POLICE, Bureau, draft, hand_in, officers, register, stand_in
from tests.cluster import Cluster, Rows
from tests.examples import HEALTH as HEALTH_BODY
from tests.examples import MARKET as MARKET_BODY
from tests.examples import copy_row, key
from tests.serving import serving

CHINA = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 2, 9, tzinfo=CHINA)
OPEN = """query($rule: [AlertRule!]) { alerts(filter: { rule: $rule, isOpen: true }, first: 100) { nodes {
    severity explanation objectId objectType organization { id } facts { label value } } } }"""
TOLD = "{ notifications(filter: { action: [ALERT] }) { totalCount } }"
CASE = "act_type = 'PENALTY' AND published_at IS NULL AND NOT is_offered"


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    """A server on a copy of the seeded database where nothing is raised yet."""
    rows = Rows(cluster.create(f"alerts_{worker_id}"))
    rows.execute("DELETE FROM alert")
    rows.execute("DELETE FROM notification WHERE action = 'ALERT'")
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, "finance", *HEALTH_BODY)
        yield found
    rows.close()


MOMENTS = itertools.count()


def look(bureau: Bureau, at: datetime = AT) -> None:
    """Evaluate every rule; no two looks are at one moment."""
    moment = at + timedelta(milliseconds=next(MOMENTS))
    bureau.rows.run(lambda connection: evaluate(connection, moment))


def told(bureau: Bureau, rule: str, persona: str = "county-judicial", of: str = "") -> list[dict[str, Any]]:
    nodes = bureau.client.ask(OPEN, {"rule": [rule]}, persona)["alerts"]["nodes"]
    return [node for node in nodes if of in ("", node["objectId"])]


def case(bureau: Bureau, *name: Any, **changes: Any) -> str:
    """A case of the county's market bureau, past every command; answers its key."""
    id_, (kind, field) = key("alerts", *name), MARKET_BODY
    owner = {"organization_id": organization_id("410302", kind, field), "region_code": "410302", "field": field}
    plain = {
        "id": id_,
        "number": id_,
        "next_due_at": None,
        "next_near_at": None,
        "refusals": 0,
        "party_kind": "PERSON",
        "party_credit_code": None,
    }
    copy_row(bureau.rows, "enforcement_case", CASE, **{**owner, **plain, "state": "FILED", **changes})
    return id_


def of_case(id_: str) -> str:
    return str(GlobalID("EnforcementCase", id_))


def is_raised(bureau: Bureau, rule: str, object_id: str) -> bool:
    open_ = "SELECT count(*) FROM alert WHERE rule = $1 AND object_id = $2::uuid AND cleared_at IS NULL"
    return bool(bureau.rows.value(open_, rule, object_id))


def test_a_linkage_is_not_answered(bureau: Bureau) -> None:
    register(bureau, procedure="SIMPLE")
    for name in ("fileCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("decideCase", OFFICER, **bureau.on("case"), decision="警告", penaltyKinds=["WARNING"])
    bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")
    of_it = GlobalID.parse(bureau.objects["case"]["id"])
    assert of_it is not None
    linkage = str(bureau.rows.value("SELECT id FROM linkage WHERE case_id = $1::uuid", of_it.key))
    at = now()
    for later, expected in ((1, False), (-1, True)):
        bureau.rows.execute(
            "UPDATE deadline SET due_at = $1 WHERE linkage_id = $2::uuid", at + timedelta(minutes=later), linkage
        )
        bureau.rows.run(lambda connection: evaluate_due(connection, at))
        assert is_raised(bureau, "LINKAGE_UNANSWERED", linkage) is expected
        assert is_raised(bureau, "DEADLINE_PASSED", linkage) is False
    # Once, however often it is looked at, and with everything too.
    bureau.rows.run(lambda connection: evaluate_due(connection, at))
    look(bureau, at)
    on = str(GlobalID("Linkage", linkage))
    for persona in ("finance", OFFICER, "county-judicial", "city-judicial"):
        (alert,) = told(bureau, "LINKAGE_UNANSWERED", persona, of=on)
        assert (alert["objectId"], alert["severity"], alert["organization"]) == (on, "RED", {"id": HEALTH})
        assert {"label": "期限事项", "value": "答复许可处理建议"} in alert["facts"]
    for persona in ("county-judicial-2", "zhengzhou-judicial", "vertical-tax-officer", "county-government", "police"):
        assert told(bureau, "LINKAGE_UNANSWERED", persona, of=on) == []
    raised = "SELECT id FROM alert WHERE rule = 'LINKAGE_UNANSWERED' AND object_id = $1::uuid"
    heard = f"SELECT organization_id FROM notification WHERE action = 'ALERT' AND object_id = ({raised})"
    # The organ, who waits for it, and since it is red the judicial bureau.
    bodies = (HEALTH_BODY, MARKET_BODY, ("JUDICIAL_BUREAU", ""))
    assert {each["organization_id"] for each in bureau.rows.fetch(heard, linkage)} == {
        organization_id("410302", *body) for body in bodies
    }
    # The act clears it, in its own transaction.
    bureau.done("receiveLinkage", "finance", id=on, version=1)
    bureau.done("answerLinkage", "finance", **bureau.on("linkage"), answer="已暂扣")
    assert told(bureau, "LINKAGE_UNANSWERED", "finance") == []
    assert bureau.rows.value(f"SELECT count(cleared_at) FROM alert WHERE id IN ({raised})", linkage) == 1


def test_a_deadline_is_near_and_passes(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    parsed = GlobalID.parse(bureau.objects["case"]["id"])
    assert parsed is not None
    for near, due, expected in ((1, 2, []), (-1, 1, ["DEADLINE_NEAR"]), (-2, -1, ["DEADLINE_PASSED"])):
        moments = [AT + timedelta(minutes=minutes) for minutes in (near, due)]
        bureau.rows.execute(
            "UPDATE deadline SET near_at = $1, due_at = $2 WHERE case_id = $3::uuid", *moments, parsed.key
        )
        look(bureau)
        rules = ("DEADLINE_NEAR", "DEADLINE_PASSED")
        assert [rule for rule in rules if is_raised(bureau, rule, parsed.key)] == expected
    # That a party asks for no hearing is nobody's omission.
    event = "UPDATE deadline SET event = $1 WHERE case_id = $2::uuid"
    for name, expected in (("ASK_FOR_HEARING", []), ("DECIDE_PENALTY", ["DEADLINE_PASSED"])):
        bureau.rows.execute(event, name, parsed.key)
        look(bureau)
        assert [rule for rule in rules if is_raised(bureau, rule, parsed.key)] == expected
    # What has passed is not suspended; a deadline that stands still passes nothing.
    assert bureau.refused("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定") == "NOT_SUSPENSIBLE"
    assert is_raised(bureau, "DEADLINE_PASSED", parsed.key)
    bureau.rows.execute("UPDATE deadline SET due_at = now() + interval '1 day' WHERE case_id = $1::uuid", parsed.key)
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="鉴定")
    assert not is_raised(bureau, "DEADLINE_PASSED", parsed.key)
    bureau.done("withdrawCase", OFFICER, **bureau.on("case"), reason="撤案")
    look(bureau)
    assert not is_raised(bureau, "DEADLINE_PASSED", parsed.key)


def test_a_revisit_that_is_not_made_is_told_to_who_assigned_it(bureau: Bureau) -> None:
    bureau.rows.execute(
        """UPDATE deadline SET near_at = $1, due_at = $1, last_day = $2, ended_at = NULL
           WHERE revisit_id = (SELECT r.id FROM case_revisit r JOIN deadline d ON d.revisit_id = r.id
                               WHERE r.assigner_id <> r.organization_id ORDER BY r.id LIMIT 1)""",
        AT,
        AT.date(),
    )
    look(bureau)
    told_of = """SELECT array_agg(DISTINCT a.organization_id = r.assigner_id) FROM alert a
                 JOIN case_revisit r ON r.id = a.object_id WHERE a.rule = 'DEADLINE_PASSED' AND a.cleared_at IS NULL"""
    assert bureau.rows.value(told_of) == [True]


def test_a_transfer_is_awaited_by_its_sender_and_late_at_its_receiver(bureau: Bureau) -> None:
    register(bureau)
    draft(bureau, HEALTH)
    bureau.done("approveTransfer", "county-market-legal", **bureau.on("transfer"))
    transfer = GlobalID.parse(bureau.objects["transfer"]["id"])
    assert transfer is not None
    late = "UPDATE deadline SET due_at = $1 WHERE transfer_id = $2::uuid AND ended_at IS NULL"
    bureau.rows.execute(late, AT - timedelta(hours=1), transfer.key)
    look(bureau)
    on = bureau.objects["transfer"]["id"]
    # Before it is sent the receiver knows nothing of it.
    assert [len(told(bureau, "DEADLINE_PASSED", who, on)) for who in (OFFICER, "finance")] == [1, 0]
    bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))
    assert told(bureau, "DEADLINE_PASSED", OFFICER, on) == []
    bureau.rows.execute(late, AT - timedelta(hours=1), transfer.key)
    look(bureau)
    for persona in (OFFICER, "finance"):
        (alert,) = told(bureau, "DEADLINE_PASSED", persona, on)
        assert alert["organization"] == {"id": HEALTH}


def test_a_criminal_case_whose_receipt_nobody_signs_is_late_at_the_police(bureau: Bureau) -> None:
    register(bureau)
    draft(bureau, POLICE, "CRIMINAL", attachments=[{"name": "调查报告"}])
    hand_in(bureau)
    transfer = GlobalID.parse(bureau.objects["transfer"]["id"])
    assert transfer is not None
    late = "UPDATE deadline SET due_at = $1 WHERE transfer_id = $2::uuid AND ended_at IS NULL"
    bureau.rows.execute(late, AT - timedelta(hours=1), transfer.key)
    look(bureau)
    for persona in (OFFICER, "police"):
        (alert,) = told(bureau, "DEADLINE_PASSED", persona, bureau.objects["transfer"]["id"])
        assert alert["organization"] == {"id": POLICE}


def test_a_rectification_is_overdue(bureau: Bureau) -> None:
    matter = "SELECT id, version FROM supervision_matter WHERE state = 'RECTIFYING' ORDER BY id LIMIT 1"
    (found,) = bureau.rows.fetch(matter)
    id_ = str(found["id"])
    for minutes, expected in ((1, False), (-1, True)):
        late = "UPDATE deadline SET due_at = $1 WHERE matter_id = $2::uuid AND event = 'RECTIFY'"
        bureau.rows.execute(late, AT + timedelta(minutes=minutes), id_)
        look(bureau)
        assert is_raised(bureau, "RECTIFICATION_OVERDUE", id_) is expected
        assert not is_raised(bureau, "DEADLINE_PASSED", id_)
    ended = "UPDATE deadline SET ended_at = now() WHERE matter_id = $1::uuid"
    bureau.rows.execute(ended, id_)
    look(bureau)
    assert not is_raised(bureau, "RECTIFICATION_OVERDUE", id_)


def test_a_pilot_is_named_late(bureau: Bureau) -> None:
    pilots = [str(each["id"]) for each in bureau.rows.fetch("SELECT id FROM pilot ORDER BY id LIMIT 2")]
    # What is entered late is late until it is confirmed, whatever day it names.
    for id_, late in zip(pilots, (0, 1), strict=True):
        entered = """UPDATE pilot SET state = 'NAMED', named_on = due_on, registered_at =
                     (due_on + $1::integer)::timestamp AT TIME ZONE 'Asia/Shanghai' WHERE id = $2::uuid"""
        bureau.rows.execute(entered, late, id_)
    look(bureau)
    assert [is_raised(bureau, "PILOT_LATE", id_) for id_ in pilots] == [False, True]
    bureau.rows.execute("UPDATE pilot SET state = 'CONFIRMED' WHERE id = $1::uuid", pilots[1])
    look(bureau)
    assert not is_raised(bureau, "PILOT_LATE", pilots[1])


def test_a_county_names_no_township_as_a_pilot(bureau: Bureau) -> None:
    county, other = (str(organization_id(code, "JUDICIAL_BUREAU")) for code in ("410302", "410303"))
    bureau.rows.execute("DELETE FROM pilot WHERE region_code LIKE '410302___'")
    look(bureau, datetime(2023, 2, 28, 9, tzinfo=CHINA))
    assert not is_raised(bureau, "PILOT_MISSING", county)
    look(bureau)
    assert [is_raised(bureau, "PILOT_MISSING", id_) for id_ in (county, other)] == [True, False]
    on = str(GlobalID("Organization", county))
    for persona in ("county-judicial", "city-judicial"):
        (alert,) = told(bureau, "PILOT_MISSING", persona, on)
        assert {"label": "确定期限", "value": "2023-02-28"} in alert["facts"]
    for persona in ("county-judicial-2", "zhengzhou-judicial", "county-market-legal"):
        assert told(bureau, "PILOT_MISSING", persona, on) == []
    # Naming one clears it in the same transaction, and withdrawing that raises it again.
    named = {"regionId": str(GlobalID("Region", "410302002")), "namedOn": "2026-11-01"}
    bureau.done("namePilot", "county-judicial", organizationId=on, **named)
    assert not is_raised(bureau, "PILOT_MISSING", county)
    bureau.done("withdrawPilot", "county-judicial", **bureau.on("pilot"), reason="改由另一街道试点")
    assert is_raised(bureau, "PILOT_MISSING", county)


def test_an_alert_is_seen_by_who_sees_its_object_now(bureau: Bureau) -> None:
    office, bureau_of_county = organization_id("410302001", "JUDICIAL_OFFICE"), "county-judicial"
    taken_in = {"source": "HOTLINE_12345", "content": "反映司法所人员态度生硬"}
    id_ = bureau.done(
        "openClue", "judicial-office", organizationId=str(GlobalID("Organization", str(office))), **taken_in
    )["id"]
    (row,) = [each for each in [GlobalID.parse(id_)] if each is not None]
    bureau.rows.execute("UPDATE deadline SET near_at = now() WHERE clue_id = $1::uuid", row.key)
    look(bureau, now())
    assert len(told(bureau, "DEADLINE_NEAR", "judicial-office", id_)) == 1
    # It turns out to be about the office, which sees it no more, and so no alert of it.
    concerned = str(GlobalID("Organization", str(office)))
    bureau.done("screenClue", bureau_of_county, **bureau.on("clue"), concernedId=concerned)
    assert len(told(bureau, "DEADLINE_NEAR", bureau_of_county, id_)) == 1
    assert told(bureau, "DEADLINE_NEAR", "judicial-office", id_) == []


def test_what_is_handed_over_leaves_the_old_organ_its_own_alert_and_nothing_of_the_new(bureau: Bureau) -> None:
    register(bureau)
    case_id = bureau.done("fileCase", OFFICER, **bureau.on("case"))["id"]
    parsed = GlobalID.parse(case_id)
    assert parsed is not None
    # Late where it was begun, and after the hand-over again: the clock stands still in between.
    late = "UPDATE deadline SET due_at = $1 WHERE case_id = $2::uuid AND ended_at IS NULL"
    first, second = (now() - timedelta(days=days) for days in (2, 1))
    bureau.rows.execute(late, first, parsed.key)
    look(bureau, now())
    draft(bureau)
    for name, persona in (("approveTransfer", "county-market-legal"), ("sendTransfer", OFFICER)):
        bureau.done(name, persona, **bureau.on("transfer"))
    for name in ("receiveTransfer", "acceptTransfer"):
        bureau.done(name, "finance", **bureau.on("transfer"))
    bureau.rows.execute(late, second, parsed.key)
    look(bureau, now())

    def alerts(persona: str) -> list[tuple[str, bool, str]]:
        document = """{ alerts(filter: { rule: [DEADLINE_PASSED] }, first: 100) { nodes {
            objectId clearedAt organization { id } facts { label value } } } }"""
        nodes = bureau.client.ask(document, None, persona)["alerts"]["nodes"]
        due = {each["objectId"]: {fact["label"]: fact["value"] for fact in each["facts"]} for each in nodes}
        return [
            (each["organization"]["id"], each["clearedAt"] is None, due[case_id]["届满时间"])
            for each in nodes
            if each["objectId"] == case_id
        ]

    of_first, of_second = (f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M}" for moment in (first, second))
    assert alerts("finance") == [(HEALTH, True, of_second)]
    assert alerts(OFFICER) == [(MARKET, False, of_first)]


def test_a_case_is_refused_again_and_again(bureau: Bureau) -> None:
    found = []
    for refusals in (1, 2):
        found.append(id_ := case(bureau, "refused", refusals, refusals=refusals))
        for number in range(refusals):
            refused = {"state": "REJECTED", "answered_at": f"2026-10-0{number + 1}T09:00:00+08:00"}
            copy_row(bureau.rows, "case_transfer", "true", id=key("refusal", refusals, number), case_id=id_, **refused)
    look(bureau)
    assert [is_raised(bureau, "TRANSFER_REFUSED", id_) for id_ in found] == [False, True]
    (alert,) = told(bureau, "TRANSFER_REFUSED", of=of_case(found[1]))
    assert {"label": "被拒次数", "value": "2"} in alert["facts"] and alert["severity"] == "RED"
    # Whoever accepts it, or is designated, has it: refusals are counted anew.
    bureau.rows.execute("UPDATE enforcement_case SET refusals = 0 WHERE id = $1::uuid", found[1])
    look(bureau)
    assert not is_raised(bureau, "TRANSFER_REFUSED", found[1])


def test_an_organ_with_a_duty_performs_none_of_it(bureau: Bureau) -> None:
    organ = str(organization_id("410302", *MARKET_BODY))
    mine = "act_type = 'LICENSING' AND organization_id = $1::uuid"
    bureau.rows.execute(f"UPDATE enforcement_case SET decided_at = '2025-12-31T23:59:59+08' WHERE {mine}", organ)
    look(bureau, datetime(2026, 9, 30, 23, 59, tzinfo=CHINA))
    assert not is_raised(bureau, "ZERO_ACTS", organ)
    look(bureau, datetime(2026, 10, 1, tzinfo=CHINA))
    (alert,) = told(bureau, "ZERO_ACTS", OFFICER)
    assert "行政许可" in alert["facts"][1]["value"] and alert["objectType"] == "Organization"
    # An organ without the duty is not concerned: its supervisor performs none of it either.
    assert not is_raised(bureau, "ZERO_ACTS", str(organization_id("410302", "JUDICIAL_BUREAU")))
    one = case(
        bureau, "act", act_type="LICENSING", procedure=None, state="GRANTED", decided_at="2026-01-01T00:00:00+08:00"
    )
    bureau.rows.execute("UPDATE enforcement_case SET registered_at = '2025-12-20' WHERE id = $1::uuid", one)
    look(bureau)
    left = told(bureau, "ZERO_ACTS", OFFICER)
    assert all("行政许可" not in each["facts"][1]["value"] for each in left)


def test_an_enterprise_is_inspected_more_often_than_allowed(bureau: Bureau) -> None:
    code = "91410300MA40000X1A"
    often = bureau.rows.value("INSERT INTO enterprise (credit_code) VALUES ($1) RETURNING id", code)
    done = {"act_type": "INSPECTION", "procedure": None, "state": "CLOSED", "party_kind": "ENTERPRISE"}
    for number in range(3):
        assert not is_raised(bureau, "INSPECTION_TOO_OFTEN", often)
        id_ = case(
            bureau,
            "often",
            number,
            **done,
            party_credit_code=code,
            decided_at=f"2026-0{number + 1}-10T09:00:00+08:00",
        )
        look(bureau)
    (alert,) = told(bureau, "INSPECTION_TOO_OFTEN", OFFICER)
    assert {"label": "检查次数", "value": "3"} in alert["facts"] and {"label": "上限", "value": "2"} in alert["facts"]
    # One that was only planned after all does not count, nor does any in another year.
    bureau.rows.execute("UPDATE enforcement_case SET state = 'PLANNED' WHERE id = $1::uuid", id_)
    look(bureau)
    assert not is_raised(bureau, "INSPECTION_TOO_OFTEN", often)


def test_a_fine_lies_far_from_its_peers(bureau: Bureau) -> None:
    fined = {
        "cause": "示例案由",
        "decided_at": "2026-05-01T09:00:00+08:00",
        "state": "DECIDED",
        "penalty_kinds": ["FINE"],
        "published_at": "2026-05-06T09:00:00+08:00",
    }
    # 100, 200 … 900: the median is 500, the median deviation 200, a robust deviation 296.52.
    for number in range(1, 10):
        case(bureau, "fined", number, **fined, penalty_amount=100 * number)
    far = case(bureau, "fined", "far", **fined, penalty_amount=500 + 9 * 297)
    # Of what is not published the alert would tell those who do not see it; it is judged by the others all the same.
    hidden = case(bureau, "fined", "hidden", **{**fined, "published_at": None}, penalty_amount=99999)
    look(bureau)
    assert is_raised(bureau, "FINE_OUTLIER", far) and is_raised(bureau, "FINE_OUTLIER", hidden)
    (alert,) = told(bureau, "FINE_OUTLIER", of=of_case(far))
    facts = {each["label"]: each["value"] for each in alert["facts"]}
    # With the outlier itself they are ten: 550, and 250.
    assert facts["同类案件数"] == "10" and facts["同类罚款中位数（元）"] == "550.00"
    assert facts["绝对离差中位数（元）"] == "250.00" and "示例案由" in facts["同类范围"]
    # The lowest and the highest would each be one case of another organ.
    assert not {label for label in facts if "最" in label}
    score = (500 + 9 * 297 - 550) / (1.4826 * 250)
    assert float(facts["偏离（稳健标准差）"]) == pytest.approx(score, abs=0.01)
    # Just below the limit of 3.5, and with fewer peers than one can judge by.
    bureau.rows.execute("UPDATE enforcement_case SET penalty_amount = $1 WHERE id = $2::uuid", 1840, far)
    look(bureau)
    assert not is_raised(bureau, "FINE_OUTLIER", far)
    bureau.rows.execute("UPDATE enforcement_case SET penalty_amount = $1 WHERE id = $2::uuid", 9000, far)
    look(bureau)
    assert is_raised(bureau, "FINE_OUTLIER", far)
    # What a first instance took away is no fine, until the second upholds it.
    for result, day, is_fine in (("LOST", "2026-08-01", False), ("UPHELD", "2026-10-01", True)):
        bureau.rows.execute(
            """INSERT INTO review_outcome (id, case_id, kind, result, body, decided_on, has_opinion)
               VALUES (gen_random_uuid(), $1::uuid, 'LITIGATION', $2, '人民法院', $3::text::date, false)""",
            far,
            result,
            day,
        )
        look(bureau)
        assert is_raised(bureau, "FINE_OUTLIER", far) is is_fine, result
    bureau.rows.execute("UPDATE enforcement_case SET cause = '另一案由' WHERE id = $1::uuid", key("alerts", "fined", 1))
    look(bureau)
    assert not is_raised(bureau, "FINE_OUTLIER", far)


def test_an_organ_holds_a_deadline_suspended(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待检测结果")
    parsed = GlobalID.parse(bureau.objects["case"]["id"])
    assert parsed is not None
    at, standing = now(), "UPDATE deadline SET suspended_at = $1, pauses = $2 WHERE case_id = $3::uuid"
    year_ago = at - timedelta(days=365)
    for days, earlier, expected in ((59, 0, False), (61, 0, True), (30, 29, False), (30, 31, True)):
        halves = [year_ago, year_ago + timedelta(days=earlier / 2)] * 2
        bureau.rows.execute(standing, at - timedelta(days=days), halves if earlier else None, parsed.key)
        look(bureau, at)
        assert is_raised(bureau, "DEADLINE_SUSPENDED", parsed.key) is expected, (days, earlier)
    for persona in (OFFICER, "county-judicial", "city-judicial", "county-market-legal"):
        (alert,) = told(bureau, "DEADLINE_SUSPENDED", persona)
        assert alert["objectId"] == bureau.objects["case"]["id"] and alert["severity"] == "YELLOW"
        assert {"label": "此前累计中止（日）", "value": "31"} in alert["facts"] and "检测" not in str(alert)
    for persona in ("county-judicial-2", "county-government", "vertical-tax-officer"):
        assert told(bureau, "DEADLINE_SUSPENDED", persona) == []
    bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))
    assert not is_raised(bureau, "DEADLINE_SUSPENDED", parsed.key)
    # It stands still because the case is offered, which the receiver has to answer in time.
    draft(bureau)
    hand_in(bureau)
    bureau.rows.execute(standing, at - timedelta(days=61), None, parsed.key)
    look(bureau, at)
    assert not is_raised(bureau, "DEADLINE_SUSPENDED", parsed.key)


def test_an_officer_without_a_certificate_handles_a_running_case(bureau: Bureau) -> None:
    two = officers(bureau, str(GlobalID("Organization", str(organization_id("410302", *MARKET_BODY)))))[:2]
    register(bureau, officerIds=two)
    parsed, officer = GlobalID.parse(bureau.objects["case"]["id"]), GlobalID.parse(two[0])
    assert parsed is not None and officer is not None
    certificate = "SELECT id FROM certificate WHERE officer_id = $1::uuid AND state IN ('VALID', 'SUSPENDED')"
    on = str(GlobalID("Certificate", str(bureau.rows.value(certificate, officer.key))))
    bureau.done("suspendCertificate", "county-judicial", id=on, version=1, reason="违规")
    # Nothing runs yet; then the suspension of a certificate raises it and its return clears it, at once.
    assert not is_raised(bureau, "UNCERTIFIED_OFFICER", parsed.key)
    bureau.done("restoreCertificate", "county-judicial", **bureau.on("certificate"), reason="改正")
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    assert not is_raised(bureau, "UNCERTIFIED_OFFICER", parsed.key)
    bureau.done("suspendCertificate", "county-judicial", **bureau.on("certificate"), reason="违规")
    name = bureau.rows.value("SELECT name FROM officer WHERE id = $1::uuid", officer.key)
    (alert,) = told(bureau, "UNCERTIFIED_OFFICER", OFFICER, bureau.objects["case"]["id"])
    # Not everyone who sees the alert sees the officers.
    assert {"label": "无有效执法证的办案人员", "value": "1名"} in alert["facts"] and name not in str(alert)
    bureau.done("restoreCertificate", "county-judicial", **bureau.on("certificate"), reason="改正")
    assert not is_raised(bureau, "UNCERTIFIED_OFFICER", parsed.key)


def revisited(bureau: Bureau, number: int, satisfaction: int | None, **changes: Any) -> str:
    """A revisit of a case of the county's health bureau, past every command; answers its key."""
    organ = {"organization_id": organization_id("410302", *HEALTH_BODY), "region_code": "410302", "field": "HEALTH"}
    of_case = case(bureau, "revisited", number, **organ, state="CLOSED")
    done = {"state": "DONE", "satisfaction": satisfaction, "visited_at": "2026-10-01T09:00:00+08:00"}
    id_ = key("revisited", number)
    copy_row(
        bureau.rows, "case_revisit", "state = 'DONE'", **{**organ, **done, "id": id_, "case_id": of_case, **changes}
    )
    return id_


def test_parties_of_an_organs_cases_are_not_satisfied(bureau: Bureau) -> None:
    organ = str(organization_id("410302", *HEALTH_BODY))
    # Five who give 3 on average, the line; then four who give less, which are too few; the year before does not count.
    answers = [revisited(bureau, number, satisfaction) for number, satisfaction in enumerate((1, 2, 3, 4, 5))]
    revisited(bureau, 5, 1, visited_at="2025-11-02T08:59:00+08:00")
    visitor = bureau.rows.value("SELECT id FROM account WHERE subject = 'county-market-legal'")
    assigner = organization_id("410302", "LEGAL_UNIT", "MARKET_REGULATION")
    look(bureau)
    assert not is_raised(bureau, "SATISFACTION_LOW", organ)
    bureau.rows.execute("UPDATE case_revisit SET satisfaction = 4 WHERE id = $1::uuid", answers[4])
    bureau.rows.execute("UPDATE case_revisit SET visited_at = '2025-10-01' WHERE id = $1::uuid", answers[2])
    look(bureau)
    assert not is_raised(bureau, "SATISFACTION_LOW", organ)
    bureau.rows.execute("UPDATE case_revisit SET visited_at = '2026-10-01' WHERE id = $1::uuid", answers[2])
    look(bureau)
    assert told(bureau, "SATISFACTION_LOW", "county-judicial-2") == []
    for persona in ("finance", "county-judicial"):
        (alert,) = told(bureau, "SATISFACTION_LOW", persona, HEALTH)
        facts = {each["label"]: each["value"] for each in alert["facts"]}
        assert (facts["平均满意度（1至5分）"], facts["评价份数"], facts["不满意份数（1至2分）"]) == ("2.80", "5", "2")
    # The next who is satisfied clears it at once: of six who count now, some whose year is over.
    open_one = {"state": "ASSIGNED", "visitor_id": visitor, "assigner_id": assigner, "version": 1}
    open_one |= {"visited_at": None, "findings": None}
    last = revisited(bureau, 6, None, **open_one)
    bureau.rows.execute("UPDATE case_revisit SET visited_at = now() WHERE id = ANY($1::uuid[])", answers)
    told_of = {"method": "PHONE", "satisfaction": 5, "findings": "满意"}
    bureau.done("recordRevisit", "county-market-legal", id=str(GlobalID("CaseRevisit", last)), version=1, **told_of)
    assert not is_raised(bureau, "SATISFACTION_LOW", organ)


def test_a_contact_point_is_not_visited(bureau: Bureau) -> None:
    point, visit = key("alerts", "point"), key("alerts", "visit")
    plain = {"id": point, "credit_code": "91410300MA40000X2B", "account_id": None}
    copy_row(bureau.rows, "contact_point", "state = 'DESIGNATED' AND region_code LIKE '410302%'", **plain)
    on = {"id": visit, "contact_point_id": point, "account_id": None, "response_id": None}
    copy_row(bureau.rows, "contact_visit", "region_code LIKE '410302%'", **on, visited_on="2025-12-31")
    look(bureau, datetime(2026, 9, 30, 23, 59, tzinfo=CHINA))
    assert not is_raised(bureau, "CONTACT_POINT_UNVISITED", point)
    look(bureau, datetime(2026, 10, 1, tzinfo=CHINA))
    (alert,) = told(bureau, "CONTACT_POINT_UNVISITED", of=str(GlobalID("ContactPoint", point)))
    assert {"label": "走访次数", "value": "0"} in alert["facts"] and {"label": "至少", "value": "1"} in alert["facts"]
    assert told(bureau, "CONTACT_POINT_UNVISITED", "enterprise") == []
    bureau.rows.execute("UPDATE contact_visit SET visited_on = '2026-01-01' WHERE id = $1::uuid", visit)
    look(bureau)
    assert not is_raised(bureau, "CONTACT_POINT_UNVISITED", point)


def test_a_contact_point_is_visited_too_often_and_is_not_satisfied(bureau: Bureau) -> None:
    body, point = str(organization_id("410302", "JUDICIAL_BUREAU")), key("alerts", "often")
    plain = {"id": point, "credit_code": "91410300MA40000X3C", "account_id": None}
    copy_row(bureau.rows, "contact_point", "state = 'DESIGNATED' AND region_code LIKE '410302%'", **plain)
    bureau.rows.execute("UPDATE contact_visit SET visited_on = '2020-01-01'")
    told_of = {"method": "SYMPOSIUM", "visitedOn": str(local_day(now())), "findings": "座谈"}
    raised = []
    for satisfaction in (2, 2, 2, 2, 2, 5, 5, 5):
        on = {"contactPointId": str(GlobalID("ContactPoint", point)), "satisfaction": satisfaction}
        bureau.done("recordContactVisit", "county-judicial", **on, **told_of)
        of_each = (("CONTACT_POINT_VISITED_TOO_OFTEN", point), ("SATISFACTION_LOW", body))
        raised.append([is_raised(bureau, rule, object_id) for rule, object_id in of_each])
    # From the third visit on; five answers of 2 are under the line, and so are two of 5 with them.
    assert raised == [[False, False]] * 2 + [[True, False]] * 2 + [[True, True]] * 3 + [[True, False]]
    on = {"id": str(GlobalID("ContactPoint", point)), "version": 1}
    bureau.done("suspendContactPoint", "county-judicial", **on, reason="停业")
    assert not is_raised(bureau, "CONTACT_POINT_VISITED_TOO_OFTEN", point)


def test_a_standard_is_adopted_and_ended(bureau: Bureau) -> None:
    today = str(local_day(now()))
    asked = {
        "rule": "FINE_OUTLIER",
        "regionId": str(GlobalID("Region", "4103")),
        "severity": "RED",
        "threshold": "99",
        "leastSample": 10,
        "days": 365,
        "legalBasis": "洛阳市行政处罚裁量监督办法",
        "authority": "PRACTICE",
        "validFrom": today,
    }
    for wrong, expected in (
        ({"threshold": None}, "INVALID_VALUE"),
        ({"days": 0}, "INVALID_VALUE"),
        ({"rule": "TRANSFER_REFUSED", "threshold": "1", "leastSample": None, "days": None}, "INVALID_VALUE"),
        ({"rule": "DEADLINE_NEAR"}, "INVALID_VALUE"),
        ({"rule": "UNCERTIFIED_OFFICER", "threshold": None, "leastSample": None, "days": None}, "RULE_IS_LAW"),
        ({"regionId": str(GlobalID("Region", "41"))}, "FORBIDDEN"),
    ):
        assert bureau.refused("adoptAlertStandard", "system-admin", **{**asked, **wrong}) == expected
    fined = {"cause": "示例案由", "decided_at": str(AT), "published_at": str(AT), "state": "DECIDED"}
    far = case(bureau, "fined", "very far", **fined, penalty_amount=9999)
    for number in range(10):
        case(bureau, "peer", number, **fined, penalty_amount=500 + number)
    at = now()
    look(bureau, at)
    assert is_raised(bureau, "FINE_OUTLIER", far)
    bureau.done("adoptAlertStandard", "system-admin", **{**asked, "threshold": "9999"})
    look(bureau, at)
    assert not is_raised(bureau, "FINE_OUTLIER", far)
    ended = bureau.done("endAlertStandard", "system-admin", **bureau.on("alertStandard"), validTo=today)
    assert ended["version"] == 2
    look(bureau, at + timedelta(days=1))
    assert is_raised(bureau, "FINE_OUTLIER", far)


def test_every_rule_has_a_standard_and_a_way_to_be_found(bureau: Bureau) -> None:
    found = bureau.rows.fetch(
        "SELECT rule, threshold, least_sample, days FROM alert_standard WHERE valid_from < '2026-01-01'"
    )
    assert {each["rule"] for each in found} == {rule.name for rule in RULES}
    for each in found:
        rule = next(declared for name, declared in RULES.items() if name.name == each["rule"])
        given = tuple(each[name] is not None for name in ("threshold", "least_sample", "days"))
        assert given == (rule.has_threshold, rule.has_sample, rule.has_days)


def test_what_is_listed_without_an_order_begins_with_the_newest(bureau: Bureau) -> None:
    look(bureau)
    for table, moment in (("alert", "raised_at"), ("notification", "at")):
        earlier = f"(SELECT id, count(*) OVER (ORDER BY md5(id::text)) AS minutes FROM {table}) s"
        change = f"SET {moment} = {moment} - s.minutes * interval '1 minute' FROM {earlier}"
        bureau.rows.execute(f"UPDATE {table} {change} WHERE {table}.id = s.id")
    document = "{ alerts(first: 100) { nodes { raisedAt } } notifications(first: 100) { nodes { at } } }"
    found = bureau.client.ask(document, persona="city-judicial")
    for moments in (
        [n["raisedAt"] for n in found["alerts"]["nodes"]],
        [n["at"] for n in found["notifications"]["nodes"]],
    ):
        assert len(set(moments)) > 2 and moments == sorted(moments, reverse=True)
