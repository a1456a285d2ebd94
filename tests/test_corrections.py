"""What was recorded of a case is corrected: by whom and until when, and what its history shows of that."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    TOWNSHIP,
    Bureau,
    case_of,
    draft,
    duty,
    register,
    stand_in,
)
from tests.cluster import TEST_CIPHER

OTHER_NUMBER = "410302199003078812"
SHOP = {"kind": "ENTERPRISE", "name": "洛阳某某商贸有限公司", "creditCode": CREDIT_CODE}
READ = """query($id: ID!) { case(by: { id: $id }) { cause facts source partyKind partyName partyCreditCode partyIdNumber
    partyPhone partyAddress history { command changes { field before after } } } }"""


def read(bureau: Bureau, persona: str = OFFICER) -> dict[str, Any]:
    found: dict[str, Any] = bureau.client.ask(READ, {"id": bureau.objects["case"]["id"]}, persona)["case"]
    return found


def corrected(bureau: Bureau, persona: str = OFFICER) -> dict[str, tuple[Any, Any]]:
    """What the latest correction changed, before and after, as the persona reads it."""
    entry = read(bureau, persona)["history"][0]
    assert entry["command"] == "update_case"
    return {each["field"]: (each["before"], each["after"]) for each in entry["changes"]}


def test_what_is_given_is_corrected_and_the_rest_stays(bureau: Bureau) -> None:
    register(bureau, facts="超市货架", source="COMPLAINT")
    bureau.done("updateCase", OFFICER, **bureau.on("case"), cause="未标明生产日期", source="INSPECTION")
    assert corrected(bureau) == {
        "cause": ("标签不符合规定", "未标明生产日期"),
        "source": ("COMPLAINT", "INSPECTION"),
    }
    case = read(bureau)
    assert (case["facts"], case["partyName"], case["partyPhone"]) == ("超市货架", "张三丰", "13800138000")
    bureau.done("updateCase", OFFICER, **bureau.on("case"), facts="超市仓库")
    assert corrected(bureau) == {"facts": ("超市货架", "超市仓库")}


def test_a_party_is_corrected_encrypted_and_found_by_its_number(bureau: Bureau) -> None:
    register(bureau)
    party = {**PERSON, "idNumber": OTHER_NUMBER, "address": "老城区中州东路1号"}
    bureau.done("updateCase", OFFICER, **bureau.on("case"), party=party)
    case = read(bureau)
    assert (case["partyIdNumber"], case["partyAddress"]) == (OTHER_NUMBER, "老城区中州东路1号")
    # What it says of the phone is as before, though it would be encrypted anew.
    hidden = ("••••", "••••")
    changes = corrected(bureau)
    assert changes == {
        "party_id_number": hidden,
        "party_id_number_index": hidden,
        "party_address": (None, "老城区中州东路1号"),
    }
    found = "query($n: String!) { cases(filter: { partyIdNumber: $n }) { nodes { id } } }"
    for number, expected in ((OTHER_NUMBER, [{"id": bureau.objects["case"]["id"]}]), (PERSON["idNumber"], [])):
        assert bureau.client.ask(found, {"n": number}, OFFICER)["cases"]["nodes"] == expected
    stored = bureau.rows.value(
        "SELECT party_id_number FROM enforcement_case WHERE party_id_number_index = $1",
        TEST_CIPHER.blind_index(OTHER_NUMBER, "party_id_number"),
    )
    assert OTHER_NUMBER.encode() not in stored and TEST_CIPHER.decrypt(stored, "party_id_number") == OTHER_NUMBER


def test_its_history_is_masked_like_the_case(bureau: Bureau) -> None:
    register(bureau, facts="超市货架")
    party = {**PERSON, "name": "张三峰"}
    bureau.done("updateCase", OFFICER, **bureau.on("case"), facts="超市仓库", party=party)
    clear = {"facts": ("超市货架", "超市仓库"), "party_name": ("张三丰", "张三峰")}
    for persona in (OFFICER, LEGAL, "county-judicial"):
        assert corrected(bureau, persona) == clear
    item = duty(bureau, "UM-P-001", of="URBAN_MANAGEMENT")
    asked = {"organizationId": TOWNSHIP, "dutyItemId": item, "actType": "PENALTY", "cause": "x", "party": PERSON}
    bureau.done("registerCase", "township", **asked)
    bureau.done("updateCase", "township", **bureau.on("case"), party=party)
    assert corrected(bureau, "township") == {"party_name": ("张三丰", "张三峰")}
    assert corrected(bureau, "judicial-office") == {"party_name": (None, None)}


def test_a_party_becomes_an_enterprise_that_is_known_from_then_on(bureau: Bureau) -> None:
    register(bureau)
    known = "query($code: String!) { party(by: { creditCode: $code }) { name } }"
    assert bureau.client.ask(known, {"code": CREDIT_CODE}, OFFICER)["party"] is None
    bureau.done("updateCase", OFFICER, **bureau.on("case"), party=SHOP)
    case = read(bureau)
    assert (case["partyKind"], case["partyCreditCode"], case["partyIdNumber"]) == ("ENTERPRISE", CREDIT_CODE, None)
    listed = "query($code: String!) { cases(first: 1, filter: { partyCreditCode: $code }) { totalCount } }"
    for code in (CREDIT_CODE, CREDIT_CODE.lower(), f" {CREDIT_CODE[:8]}-{CREDIT_CODE[8:]} "):
        assert bureau.client.ask(known, {"code": code}, OFFICER)["party"] == {"name": SHOP["name"]}
        assert bureau.client.ask(listed, {"code": code}, OFFICER)["cases"]["totalCount"] == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"cause": " "}, "cause"),
        ({"cause": "超" * 201}, "cause"),
        ({"party": {**PERSON, "idNumber": "110105194912310021"}}, "party.idNumber"),
        ({"party": {**SHOP, "creditCode": "91410302MA0000000A"}}, "party.creditCode"),
        ({"party": {**PERSON, "phone": "abc"}}, "party.phone"),
        ({"party": {**PERSON, "name": " "}}, "party.name"),
    ],
)
def test_what_cannot_be(bureau: Bureau, given: dict[str, Any], field: str) -> None:
    register(bureau)
    (error,) = bureau.run("updateCase", OFFICER, **bureau.on("case"), **given)["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", field)


def test_another_s_change_is_not_overwritten_and_a_stranger_corrects_nothing(bureau: Bureau) -> None:
    case = register(bureau)
    bureau.done("updateCase", OFFICER, **bureau.on("case"), cause="未标明生产日期")
    stale = {"id": case["id"], "version": case["version"], "cause": "别的案由"}
    assert bureau.refused("updateCase", OFFICER, **stale) == "VERSION_CONFLICT"
    assert bureau.refused("updateCase", LEGAL, **bureau.on("case"), cause="别的案由") == "FORBIDDEN"
    assert bureau.refused("updateCase", "vertical-tax-officer", **bureau.on("case"), cause="x") == "NOT_FOUND"


def test_what_the_party_was_told_is_not_changed_behind_it(bureau: Bureau) -> None:
    register(bureau, facts="超市货架")
    for name in ("fileCase", "investigateCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    for given, field in (
        ({"cause": "未标明生产日期"}, "cause"),
        ({"facts": "超市仓库"}, "facts"),
        ({"source": "COMPLAINT"}, "source"),
        ({"party": {**PERSON, "idNumber": OTHER_NUMBER}}, "party"),
        ({"party": SHOP}, "party"),
    ):
        (error,) = bureau.run("updateCase", OFFICER, **bureau.on("case"), **given)["userErrors"]
        assert (error["code"], error["field"]) == ("PARTY_WAS_TOLD", field)
    # Where its decision will be served is.
    reached = {**PERSON, "phone": "13900139000", "address": "老城区中州东路1号"}
    same = {"cause": "标签不符合规定", "facts": "超市货架"}
    bureau.done("updateCase", OFFICER, **bureau.on("case"), **same, party=reached)
    assert set(corrected(bureau)) == {"party_phone", "party_address"}


def test_a_transfer_names_the_party_as_it_is_when_it_is_approved(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau, facts="超市货架")
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, HEALTH)
    bureau.done("updateCase", OFFICER, **bureau.on("case"), cause="未标明生产日期", party=SHOP)
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { cause partyKind partyName } } }"
    told = {"cause": "未标明生产日期", "partyKind": "ENTERPRISE", "partyName": SHOP["name"]}

    def named(persona: str) -> dict[str, Any]:
        found: dict[str, Any] = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, persona)["node"]
        return found

    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert named(LEGAL) == told
    # What the head approved, and its letter names, is not changed behind it.
    for field, given in (("cause", "别的案由"), ("facts", "超市仓库"), ("party", PERSON)):
        (error,) = bureau.run("updateCase", OFFICER, **bureau.on("case"), **{field: given})["userErrors"]
        assert (error["code"], error["field"]) == ("TRANSFER_OPEN", field)
    bureau.done("updateCase", OFFICER, **bureau.on("case"), party={**SHOP, "phone": "13900139000"})
    bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))
    for persona in (OFFICER, "finance"):
        assert named(persona) == told
    # While it is offered it stays as it was sent.
    case_of(bureau, OFFICER)
    assert bureau.refused("updateCase", OFFICER, **bureau.on("case"), cause="别的案由") == "CASE_OFFERED"


def test_what_a_transfer_was_approved_for_is_corrected_once_it_is_withdrawn(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau, HEALTH)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    assert bureau.refused("updateCase", OFFICER, **bureau.on("case"), cause="未标明生产日期") == "TRANSFER_OPEN"
    bureau.done("withdrawTransfer", OFFICER, **bureau.on("transfer"))
    bureau.done("updateCase", OFFICER, **bureau.on("case"), cause="未标明生产日期")


def test_names_and_codes_are_kept_trimmed_and_narratives_as_they_were_written(bureau: Bureau) -> None:
    person = {"organizationId": MARKET, "bornOn": "1990-05-20", "inEstablishedPost": True}
    bureau.done("registerOfficer", OFFICER, **person, number=" SC-1\u3000", name="\u00a0李明 ")
    kept = bureau.rows.fetch("SELECT number, name FROM officer WHERE number LIKE '%SC-1%' AND name LIKE '%李明%'")
    assert kept == [{"number": "SC-1", "name": "李明"}]
    (error,) = bureau.run("registerOfficer", OFFICER, **person, number="SC-1", name="李明")["userErrors"]
    assert (error["code"], error["field"]) == ("ALREADY_EXISTS", "number")
    register(bureau)
    facts = " 第一段\n\t第二段\r\n"
    bureau.done("updateCase", OFFICER, **bureau.on("case"), facts=facts, party={**PERSON, "name": " 张三丰 "})
    assert read(bureau)["facts"] == facts and read(bureau)["partyName"] == "张三丰"
    (error,) = bureau.run("updateCase", OFFICER, **bureau.on("case"), facts="a\x0bb")["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", "facts") and "U+000B" in error["message"]
