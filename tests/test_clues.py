"""Clues over HTTP: a citizen's complaint without an account, the bar under review, hand-over, who never knows whom."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models import NOBODY
from resolvers.commands.public_use import network_of
from resolvers.global_id import GlobalID
from tests.bureau import HEALTH, KEYS, MARKET, OFFICER, TEAM, TOWNSHIP, Bureau, body
from tests.cluster import Cluster, Rows
from tests.serving import Client, serving

COUNTY, CITY, OFFICE = "county-judicial", "city-judicial", "judicial-office"
JUDICIAL, CITY_JUDICIAL = body("410302", "JUDICIAL_BUREAU"), body("4103", "JUDICIAL_BUREAU")
FILE = """mutation($i: FileComplaintInput!) { fileComplaint(input: $i) {
            complaint { receipt state reply } userErrors { code field } } }"""
FOLLOW = "query($receipt: String!) { complaint(receipt: $receipt) { state reply } }"
_LIMIT = 6


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"clues_{worker_id}"))
    with serving(rows.url, data_dir, public_uses_per_hour=_LIMIT) as client:
        yield Bureau(client, rows)
    rows.close()


@pytest.fixture(autouse=True)
def another_hour(bureau: Bureau) -> None:
    bureau.rows.execute("DELETE FROM public_use")


def complain(client: Client, persona: str | None = None, /, **given: Any) -> dict[str, Any]:
    asked = {
        "idempotencyKey": f"key of complaint {next(KEYS)}",
        "regionId": str(GlobalID("Region", "410302")),
        "concernedId": MARKET,
        "content": "执法人员没有出示执法证就查封了店铺",
        "informantName": "钱多多",
        "informantPhone": "13900001234",
        **given,
    }
    filed: dict[str, Any] = client.ask(FILE, {"i": asked}, persona)["fileComplaint"]
    return filed


def clue_of(bureau: Bureau, receipt: str) -> str:
    return str(GlobalID("Clue", str(bureau.rows.value("SELECT id FROM clue WHERE receipt = $1", receipt))))


def id_key(global_id: str) -> str:
    found = GlobalID.parse(global_id)
    assert found is not None
    return found.key


def seen(bureau: Bureau, persona: str | None, id_: str, selection: str) -> Any:
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on Clue {{ {selection} }} }} }}"
    return bureau.client.ask(document, {"id": id_}, persona)["node"]


def test_a_complaint_is_followed_by_its_receipt_to_the_reply(bureau: Bureau) -> None:
    receipt = complain(bureau.client)["complaint"]["receipt"]
    assert bureau.client.ask(FOLLOW, {"receipt": receipt}) == {"complaint": {"state": "RECEIVED", "reply": None}}
    id_ = clue_of(bureau, receipt)
    # Nobody without a token finds it by any other way, nor the organ before it is assigned to it.
    assert seen(bureau, None, id_, "id") is None
    assert seen(bureau, OFFICER, id_, "id") is None
    bureau.objects["clue"] = seen(bureau, COUNTY, id_, "id version state")
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    bureau.done("assignClue", COUNTY, organizationId=MARKET, **bureau.on("clue"))
    told = "informantName informantPhone history { actor changes { field before after } }"
    for persona in (OFFICER, "county-market-legal"):
        shown = seen(bureau, persona, id_, told)
        assert shown is not None and "钱多多" not in str(shown) and "1234" not in str(shown)
        # Nor by which receipt the informant follows it.
        assert receipt not in str(shown)
        assert shown["informantName"] is None and shown["informantPhone"] is None
    known = seen(bureau, COUNTY, id_, told)
    assert (known["informantName"], known["informantPhone"]) == ("钱多多", "13900001234")
    assert known["history"][-1]["actor"] == "公众"
    written = bureau.rows.value("SELECT string_agg(to_jsonb(e)::text, '') FROM audit_entry e")
    assert receipt not in written and id_key(id_) in written
    # Who read it clear stands in the audit; the phone is in the database as ciphertext alone.
    read = bureau.rows.value("SELECT after::text FROM audit_entry WHERE action = 'read' ORDER BY id DESC LIMIT 1")
    assert "INFORMANT" in read
    assert b"13900001234" not in bureau.rows.value("SELECT informant_phone FROM clue WHERE receipt = $1", receipt)
    bureau.done("verifyClue", OFFICER, **bureau.on("clue"))
    bureau.done("reportClueFinding", OFFICER, finding="SUBSTANTIATED", report="属实", **bureau.on("clue"))
    bureau.done("confirmClueFinding", COUNTY, **bureau.on("clue"))
    answered = bureau.done("replyToClue", COUNTY, reply="已责令改正", **bureau.on("clue"))
    assert [deadline["state"] for deadline in answered["deadlines"]] == ["MET"]
    assert seen(bureau, COUNTY, id_, "hoursToDisposal") == {"hoursToDisposal": 0}
    followed = bureau.client.ask(FOLLOW, {"receipt": receipt})
    assert followed == {"complaint": {"state": "REPLIED", "reply": "已责令改正"}}
    entry = bureau.rows.fetch(
        "SELECT account_id, remote_address FROM audit_entry WHERE action = 'file_complaint' ORDER BY id DESC LIMIT 1"
    )
    assert entry == [{"account_id": NOBODY, "remote_address": "127.0.0.1"}]


def test_a_complaint_names_nobody_who_is_signed_in_and_goes_past_whom_it_is_about(bureau: Bureau) -> None:
    filed = complain(bureau.client, OFFICER, concernedId=JUDICIAL)["complaint"]
    id_ = clue_of(bureau, filed["receipt"])
    shown = seen(bureau, CITY, id_, "bureau { name } history { actor }")
    assert shown["history"] == [{"actor": "公众"}] and shown["bureau"]["name"] == "洛阳市司法局"
    assert seen(bureau, COUNTY, id_, "id") is None
    here = complain(bureau.client, regionId=str(GlobalID("Region", "410302001")), concernedId=TOWNSHIP)["complaint"]
    assert seen(bureau, OFFICE, clue_of(bureau, here["receipt"]), "informantName informantPhone") == {
        "informantName": "钱**",
        "informantPhone": "139****1234",
    }


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"content": "长" * 2_001}, "content"),
        ({"content": " "}, "content"),
        ({"informantName": "名" * 51}, "informantName"),
        ({"informantPhone": "call me"}, "informantPhone"),
        ({"concernedId": HEALTH.replace("=", "")}, "concernedId"),
        ({"concernedId": body("410303", "DEPARTMENT", "HEALTH")}, "concernedId"),
        ({"regionId": str(GlobalID("Region", "999999"))}, "regionId"),
    ],
)
def test_what_cannot_be_filed_is_refused_and_does_not_count(given: dict[str, Any], field: str, bureau: Bureau) -> None:
    filed = complain(bureau.client, **given)
    assert filed["complaint"] is None and [error["field"] for error in filed["userErrors"]] == [field]
    assert bureau.rows.value("SELECT count(*) FROM public_use") == 0


def test_from_one_address_so_many_an_hour_however_many_at_once(bureau: Bureau) -> None:
    again = {"idempotencyKey": f"asked for twice {next(KEYS)}"}
    first = complain(bureau.client, **again)
    with ThreadPoolExecutor(8) as pool:
        filed = [first, *pool.map(lambda _: complain(bureau.client), range(_LIMIT + 2))]
    refused = [each["userErrors"] for each in filed if each["complaint"] is None]
    assert refused == [[{"code": "PUBLIC_LIMIT_REACHED", "field": None}]] * 3
    # The same once more is not another one.
    assert complain(bureau.client, **again) == first
    bureau.rows.execute("UPDATE public_use SET hour = hour - interval '1 hour'")
    assert complain(bureau.client)["userErrors"] == []


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (None, "-"),
        ("unix", "-"),
    ],
)
def test_a_network_is_what_one_caller_has(address: str | None, network: str) -> None:
    assert network_of(address) == network


def test_a_case_under_review_bars_complaints_and_holds_other_clues(bureau: Bureau) -> None:
    key = bureau.rows.value(
        """SELECT id FROM enforcement_case WHERE region_code = '410302' AND state = 'CLOSED'
           AND act_type = 'PENALTY' AND field = 'MARKET_REGULATION' ORDER BY id LIMIT 1"""
    )
    case = str(GlobalID("EnforcementCase", str(key)))
    told = {"organizationId": JUDICIAL, "content": "该案未告知听证权利", "caseId": case}
    early = bureau.done("openClue", COUNTY, source="HOTLINE_12345", **told)
    found = bureau.client.ask("query($id: ID!) { case(by: { id: $id }) { version } }", {"id": case}, OFFICER)["case"]
    under = {"kind": "LITIGATION", "body": "洛阳铁路运输法院", "acceptedOn": "2026-11-02"}
    bureau.done("recordReviewProceeding", OFFICER, id=case, version=found["version"], **under)
    assert bureau.refused("recordReviewProceeding", OFFICER, **bureau.on("case"), **under) == "ALREADY_EXISTS"
    # What was open waits, and its clock stands still.
    held = seen(
        bureau, COUNTY, early["id"], "version isSuspended suspensionReason deadlines { state } availableActions"
    )
    assert held["isSuspended"] and held["suspensionReason"] == "所涉案件正在复议或者诉讼之中"
    assert [each["state"] for each in held["deadlines"]] == ["SUSPENDED"]
    assert held["availableActions"] == ["TRANSFER", "REJECT"]
    still = {"id": early["id"], "version": held["version"]}
    barred = bureau.run("resumeClue", COUNTY, **still)["userErrors"]
    assert [each["code"] for each in barred] == ["CASE_UNDER_REVIEW"]
    # What comes now is refused or waits, by its channel.
    refused = bureau.run("openClue", COUNTY, source="COMPLAINT", **told)["userErrors"]
    assert [(each["code"], each["field"]) for each in refused] == [("CASE_UNDER_REVIEW", "caseId")]
    # Who assigns or verifies a clue need not see the case: nothing tells which review, where and since when.
    assert "洛阳铁路运输法院" not in str([refused, barred, held])
    waiting = bureau.done("openClue", COUNTY, source="LITIGATION", **told)
    assert waiting["isSuspended"] and waiting["deadlines"] == []
    # One whose case is found out on screening is not screened.
    complaint = bureau.done("openClue", COUNTY, source="COMPLAINT", organizationId=JUDICIAL, content="未告知听证")
    assert bureau.refused("screenClue", COUNTY, caseId=case, **bureau.on("clue")) == "CASE_UNDER_REVIEW"
    assert seen(bureau, COUNTY, complaint["id"], "state") == {"state": "RECEIVED"}
    over = {"kind": "LITIGATION", "result": "WITHDRAWN", "body": "洛阳铁路运输法院", "decidedOn": "2026-11-20"}
    bureau.done("recordReviewOutcome", OFFICER, **bureau.on("case"), **over)
    for id_ in (early["id"], waiting["id"]):
        going = seen(bureau, COUNTY, id_, "isSuspended suspensionReason deadlines { state }")
        assert going == {"isSuspended": False, "suspensionReason": None, "deadlines": [{"state": "RUNNING"}]}


def test_what_a_bureau_suspended_stays_so_when_it_is_handed_over(bureau: Bureau) -> None:
    bureau.done("openClue", COUNTY, source="HOTLINE_12345", organizationId=JUDICIAL, content="未告知听证")
    bureau.done("suspendClue", COUNTY, reason="等待鉴定", **bureau.on("clue"))
    handed = bureau.done("transferClue", COUNTY, receiverId=CITY_JUDICIAL, reason="属市级职责", **bureau.on("clue"))
    successor = seen(bureau, CITY, handed["id"], "successor { isSuspended suspensionReason }")["successor"]
    assert successor == {"isSuspended": True, "suspensionReason": "等待鉴定"}
    # What had not been answered in time stays late.
    late = bureau.done("openClue", COUNTY, source="HOTLINE_12345", organizationId=JUDICIAL, content="未告知听证")
    key = GlobalID.parse(late["id"])
    assert key is not None
    bureau.rows.execute("UPDATE deadline SET due_at = now() - interval '1 day' WHERE clue_id = $1::uuid", key.key)
    suspended = bureau.done("suspendClue", COUNTY, reason="等待鉴定", **bureau.on("clue"))
    assert suspended["isSuspended"] and [each["state"] for each in suspended["deadlines"]] == ["PASSED"]


def test_a_clue_speaks_of_a_case_of_the_bureaus_own_area(bureau: Bureau) -> None:
    # Published, so seen by all, but what bars a clue on it is not.
    key = bureau.rows.value(
        "SELECT id FROM enforcement_case WHERE region_code = '410303' AND is_published ORDER BY id LIMIT 1"
    )
    case = str(GlobalID("EnforcementCase", str(key)))
    assert bureau.client.ask("query($id: ID!) { node(id: $id) { id } }", {"id": case}, COUNTY)["node"] == {"id": case}
    told = {"organizationId": JUDICIAL, "content": "该案未告知听证权利"}
    for source in ("COMPLAINT", "RECONSIDERATION"):
        assert bureau.refused("openClue", COUNTY, source=source, caseId=case, **told) == "OUTSIDE_OF_AREA"
    bureau.done("openClue", COUNTY, source="COMPLAINT", **told)
    assert bureau.refused("screenClue", COUNTY, caseId=case, **bureau.on("clue")) == "OUTSIDE_OF_AREA"
    assert bureau.refused("suspendClue", COUNTY, caseId=case, reason="诉讼", **bureau.on("clue")) == "OUTSIDE_OF_AREA"


def test_an_office_of_one_township_names_no_case_of_another(bureau: Bureau) -> None:
    # It acts for the bureau of the county, and reads what is published of the other townships.
    keys = {
        region: bureau.rows.value("SELECT id FROM enforcement_case WHERE region_code = $1 ORDER BY id LIMIT 1", region)
        for region in ("410302001", "410302002")
    }
    bureau.rows.execute("UPDATE enforcement_case SET published_at = now() WHERE id = ANY($1)", list(keys.values()))
    told = {"organizationId": body("410302001", "JUDICIAL_OFFICE"), "source": "MEDIA", "content": "该案未告知听证权利"}
    own, other = (str(GlobalID("EnforcementCase", str(each))) for each in keys.values())
    for case in (own, other):
        document = "query($id: ID!) { node(id: $id) { id } }"
        assert bureau.client.ask(document, {"id": case}, "judicial-office")["node"] == {"id": case}
    assert bureau.refused("openClue", "judicial-office", caseId=other, **told) == "OUTSIDE_OF_AREA"
    bureau.done("openClue", "judicial-office", caseId=own, **told)


def test_handed_over_to_another_bureau_it_takes_its_receipt_along(bureau: Bureau) -> None:
    receipt = complain(bureau.client)["complaint"]["receipt"]
    id_ = clue_of(bureau, receipt)
    bureau.objects["clue"] = seen(bureau, COUNTY, id_, "id version")
    assert bureau.refused("transferClue", COUNTY, receiverId=JUDICIAL, reason="x", **bureau.on("clue")) == (
        "WRONG_RECEIVER"
    )
    # Whom it is about, and who counts as one with it, does not follow it for good.
    for receiver in (MARKET, body("410302", "LEGAL_UNIT", "MARKET_REGULATION")):
        asked = {"receiverId": receiver, "reason": "x", **bureau.on("clue")}
        assert bureau.refused("transferClue", COUNTY, **asked) == "WRONG_RECEIVER"
    bureau.done("transferClue", COUNTY, receiverId=CITY_JUDICIAL, reason="属市级机关职责", **bureau.on("clue"))
    successor = seen(bureau, CITY, id_, "successor { id state informantName deadlines { event } }")["successor"]
    assert (successor["state"], successor["informantName"]) == ("RECEIVED", "钱多多")
    assert successor["deadlines"] == [{"event": "ANSWER_CLUE"}] and successor["id"] == clue_of(bureau, receipt)
    assert bureau.client.ask(FOLLOW, {"receipt": receipt})["complaint"]["state"] == "RECEIVED"
    told = {"source": "MEDIA", "content": "报道反映重复检查", "concernedId": TOWNSHIP}
    bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)
    asked = {"receiverId": TEAM, "reason": "x", **bureau.on("clue")}
    assert bureau.refused("transferClue", COUNTY, **asked) == "WRONG_RECEIVER"


def test_the_time_to_answer_is_extended_as_often_as_the_rule_says(bureau: Bureau) -> None:
    opened = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, source="MEDIA", content="报道称执法不规范")
    deadline = """SELECT due_at, extensions, reason FROM deadline WHERE clue_id = $1::uuid"""
    (before,) = bureau.rows.fetch(deadline, id_key(opened["id"]))
    extended = {"event": "ANSWER_CLUE", "reason": "情况复杂"}
    assert bureau.refused("extendClueDeadline", CITY, **bureau.on("clue"), **extended) == "FORBIDDEN"
    wrong = {**bureau.on("clue"), **extended, "event": "RECTIFY"}
    assert bureau.refused("extendClueDeadline", COUNTY, **wrong) == "NO_SUCH_DEADLINE"
    bureau.done("extendClueDeadline", COUNTY, **bureau.on("clue"), **extended)
    (after,) = bureau.rows.fetch(deadline, id_key(opened["id"]))
    assert (after["extensions"], after["reason"]) == (1, "情况复杂")
    # Ten working days more.
    assert after["due_at"] - before["due_at"] >= timedelta(days=12)
    assert bureau.refused("extendClueDeadline", COUNTY, **bureau.on("clue"), **extended) == "NOT_EXTENSIBLE"


def test_only_an_organ_that_enforces_in_the_bureaus_area_verifies(bureau: Bureau) -> None:
    bureau.done("openClue", COUNTY, organizationId=JUDICIAL, source="MEDIA", content="报道称执法不规范")
    bureau.done("screenClue", COUNTY, **bureau.on("clue"))
    for organ in (JUDICIAL, body("410303", "DEPARTMENT", "HEALTH"), body("410302", "LEGAL_UNIT", "HEALTH")):
        refused = bureau.refused("assignClue", COUNTY, organizationId=organ, **bureau.on("clue"))
        assert refused == "CLUE_NOT_ASSIGNABLE"
    # A judicial office opens clues of its township, for the bureau of its county, and no other.
    office = body("410302001", "JUDICIAL_OFFICE")
    opened = bureau.done("openClue", OFFICE, organizationId=office, source="MEDIA", content="街道反映")
    assert seen(bureau, COUNTY, opened["id"], "bureau { id }") == {"bureau": {"id": JUDICIAL}}
    assert seen(bureau, OFFICE, opened["id"], "availableActions") == {"availableActions": []}
    assert bureau.refused("openClue", OFFICE, organizationId=JUDICIAL, source="MEDIA", content="x") == "FORBIDDEN"
    assert bureau.refused("openClue", COUNTY, organizationId=MARKET, source="MEDIA", content="x") == "INVALID_VALUE"


def test_what_is_said_of_a_supervision_body_goes_to_nobody_below_it(bureau: Bureau) -> None:
    receipt = complain(bureau.client, concernedId=JUDICIAL)["complaint"]["receipt"]
    id_ = clue_of(bureau, receipt)
    bureau.objects["clue"] = seen(bureau, CITY, id_, "id version")
    assert bureau.refused("transferClue", CITY, receiverId=JUDICIAL, reason="x", **bureau.on("clue")) == (
        "WRONG_RECEIVER"
    )
    bureau.done("screenClue", CITY, **bureau.on("clue"))
    for organ in (MARKET, TOWNSHIP):
        refused = bureau.refused("assignClue", CITY, organizationId=organ, **bureau.on("clue"))
        assert refused == "CLUE_OF_SUPERVISOR"
    elsewhere = body("410303", "DEPARTMENT", "MARKET_REGULATION")
    bureau.done("assignClue", CITY, organizationId=elsewhere, **bureau.on("clue"))
    assert seen(bureau, COUNTY, id_, "informantName") is None
    # Whoever supervises the organ that verifies is told of it, but not by whom it was told.
    told = "informantName informantPhone history { changes { after } }"
    other = seen(bureau, "county-judicial-2", id_, told)
    assert (other["informantName"], other["informantPhone"]) == (None, None) and "钱多多" not in str(other)
    assert seen(bureau, CITY, id_, "informantName") == {"informantName": "钱多多"}


def test_only_the_body_that_holds_a_clue_knows_its_informant(bureau: Bureau) -> None:
    told = {"content": "执法人员收受礼品", "informantName": "钱多多", "informantPhone": "13900001234"}
    id_ = bureau.done("openClue", COUNTY, organizationId=JUDICIAL, source="HOTLINE_12345", **told)["id"]
    shown = "informantName informantPhone"
    assert seen(bureau, COUNTY, id_, shown) == {"informantName": "钱多多", "informantPhone": "13900001234"}
    # Its superior reads the clue, and whoever has no account there does not learn it by asking for the name.
    assert seen(bureau, CITY, id_, shown) == {"informantName": None, "informantPhone": None}


def test_no_body_handles_what_is_said_of_itself(bureau: Bureau) -> None:
    office = body("410302001", "JUDICIAL_OFFICE")
    told = {"source": "HOTLINE_12345", "content": "监督人员收受被监督机关礼品"}
    for persona, taker, concerned in (
        (COUNTY, JUDICIAL, JUDICIAL),
        (COUNTY, JUDICIAL, CITY_JUDICIAL),
        (COUNTY, JUDICIAL, body("410303", "JUDICIAL_BUREAU")),
        (OFFICE, office, JUDICIAL),
        (OFFICE, office, office),
    ):
        asked = {"organizationId": taker, "concernedId": concerned, **told}
        assert bureau.refused("openClue", persona, **asked) == "CLUE_OF_BODY_ITSELF"
    # Of what stands below it the bureau takes in a clue.
    bureau.done("openClue", COUNTY, organizationId=JUDICIAL, concernedId=office, **told)
    province = body("41", "JUDICIAL_BUREAU")
    refused = bureau.run("openClue", "province-judicial", organizationId=province, concernedId=province, **told)
    assert [(each["code"], each["field"]) for each in refused["userErrors"]] == [("INVALID_VALUE", "concernedId")]
    # One that turns out to be about the body is not screened there, but handed over; and to nobody below.
    bureau.done("openClue", COUNTY, organizationId=JUDICIAL, **told)
    assert bureau.refused("screenClue", COUNTY, concernedId=JUDICIAL, **bureau.on("clue")) == "CLUE_OF_BODY_ITSELF"
    bureau.done("openClue", CITY, organizationId=CITY_JUDICIAL, concernedId=JUDICIAL, **told)
    for below in (MARKET, TOWNSHIP, office):
        refusal = bureau.refused("transferClue", CITY, receiverId=below, reason="x", **bureau.on("clue"))
        assert refusal == "CLUE_OF_SUPERVISOR"
    # Of its office the county's bureau finds out by screening; from then on the office does not see it.
    here = complain(bureau.client, regionId=str(GlobalID("Region", "410302001")), concernedId=TOWNSHIP)["complaint"]
    id_ = clue_of(bureau, here["receipt"])
    assert seen(bureau, OFFICE, id_, "id") is not None
    bureau.objects["clue"] = seen(bureau, COUNTY, id_, "id version")
    bureau.done("screenClue", COUNTY, concernedId=office, **bureau.on("clue"))
    assert seen(bureau, OFFICE, id_, "id") is None


def test_strangers_who_make_the_same_key_are_two(bureau: Bureau, data_dir: Path) -> None:
    same = {"idempotencyKey": f"1-of-two-strangers-{next(KEYS)}"}
    one = complain(bureau.client, **same)
    other = complain(bureau.client, content="另一件事：罚款没有出具票据", **same)
    assert other["userErrors"] == [] and other["complaint"]["receipt"] != one["complaint"]["receipt"]
    assert complain(bureau.client, **same) == one
    # Nor do two who ask for the very same get what was made for the other.
    elsewhere = Client(bureau.client.address, data_dir, source="127.0.0.2")
    third = complain(elsewhere, **same)
    elsewhere.close()
    # Behind one address they come upon a short key both, which is none.
    refused = complain(bureau.client, idempotencyKey="1" * 15)
    assert refused == {"complaint": None, "userErrors": [{"code": "INVALID_VALUE", "field": "idempotencyKey"}]}
    assert third["userErrors"] == [] and third["complaint"]["receipt"] != one["complaint"]["receipt"]
