"""Similar cases: which are suggested to whom, with which score and for which reasons."""

from __future__ import annotations

from typing import Any

from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import MARKET, OFFICER, PERSON, Bureau, duty
from tests.examples import MARKET as MARKET_BODY
from tests.examples import copy_row, key

SIMILAR = """query($id: ID!) { node(id: $id) { ... on EnforcementCase {
    similarCases { score likeness reasons case { id partyName } } } } }"""
CAUSE = "销售标签不合示例规定的食品"
EVERY = ["SIMILAR_CAUSE", "SAME_ACT_TYPE", "SAME_FIELD", "SAME_PARTY_KIND", "NEAR_FINE"]


def written(bureau: Bureau, name: str, region: str = "410302", **changes: Any) -> str:
    """A decided case of a market bureau, past every command; answers its global id."""
    id_, (kind, field) = key("similar", name), MARKET_BODY
    plain = {
        **{"id": id_, "number": f"某罚字〔2026〕{name}", "cause": CAUSE, "state": "DECIDED", "party_kind": "PERSON"},
        **{"organization_id": organization_id(region, kind, field), "region_code": region, "field": field},
        **{"penalty_amount": 1000, "penalty_kinds": ["FINE"], "decided_at": "2026-05-01T09:00:00+08:00"},
        **{"party_name": "欧阳某某", "next_due_at": None, "next_near_at": None},
    }
    where = "act_type = 'PENALTY' AND published_at IS NULL AND NOT is_offered"
    copy_row(bureau.rows, "enforcement_case", where, **{**plain, **changes})
    return str(GlobalID("EnforcementCase", id_))


def suggested(bureau: Bureau, own: str, persona: str | None) -> dict[str, dict[str, Any]]:
    found = bureau.client.ask(SIMILAR, {"id": own}, persona)["node"]["similarCases"]
    return {each["case"]["id"]: each for each in found}


def test_what_is_like_a_case_is_suggested_in_scope_with_its_reasons(bureau: Bureau) -> None:
    published = {"published_at": "2026-05-08T09:00:00+08:00"}
    own = written(bureau, "own", **published)
    alike = written(bureau, "alike", penalty_amount=1500)
    older = written(bureau, "older", penalty_amount=1500, decided_at="2024-05-01T09:00:00+08:00")
    dearer = written(bureau, "dearer", penalty_amount=1501)
    longer = written(bureau, "longer", cause=f"{CAUSE}添加剂等", penalty_amount=None, party_kind="ENTERPRISE")
    licence = written(bureau, "licence", act_type="LICENSING", procedure=None, penalty_amount=None)
    # One that says the same in another order, and one that says less.
    turned = written(bureau, "turned", cause="食品标签不合示例规定并销售")
    shorter = written(bureau, "shorter", cause="销售标签不合示例规定")
    # One that says something else, one that is not decided; and words of a name are not a cause.
    written(bureau, "other", cause="销售过期食品")
    written(bureau, "running", decided_at=None, state="FILED")
    written(bureau, "named", cause="无照经营", party_kind="ENTERPRISE", party_name=CAUSE)
    elsewhere = written(bureau, "elsewhere", "410303")
    shown = written(bureau, "shown", "410303", **published)

    found = suggested(bureau, own, OFFICER)
    assert {*found} == {shown, alike, older, dearer, longer, licence, shorter, turned}
    # The likest first, of those that are as like the later decided.
    ranked = [each for each in found if each != shown]
    assert ranked == [alike, older, shorter, dearer, turned, licence, longer]
    assert [found[each]["score"] for each in (alike, older, dearer, licence)] == [100, 100, 85, 70]
    assert found[alike]["reasons"] == EVERY and found[dearer]["reasons"] == EVERY[:-1]
    assert found[licence]["reasons"] == ["SIMILAR_CAUSE", "SAME_FIELD", "SAME_PARTY_KIND"]
    # Nine of twelve pairs of characters are in both; nine of fifteen.
    assert [(found[each]["likeness"], found[each]["score"]) for each in (shorter, turned)] == [
        (75, 37 + 50),
        (60, 30 + 50),
    ]
    # Twelve pairs of characters, four more beside them: 75 of a hundred.
    assert (found[longer]["likeness"], found[longer]["score"]) == (75, 37 + 30)
    # A person in a case of another organ is masked as anywhere.
    assert found[alike]["case"]["partyName"] == "欧阳某某" != found[shown]["case"]["partyName"]
    # Who sees more is suggested more; who reads the case only because it is published, nothing.
    for persona in ("city-judicial", "city-market-legal"):
        assert {*suggested(bureau, own, persona)} == {*found, elsewhere}
    assert elsewhere not in suggested(bureau, own, "county-judicial")
    for stranger in (None, "county-judicial-2", "vertical-tax-officer"):
        assert suggested(bureau, own, stranger) == {}


def test_ten_at_most_and_none_for_a_cause_without_words(bureau: Bureau) -> None:
    own, silent = written(bureau, "own"), written(bureau, "silent", cause="——")
    written(bureau, "silent too", cause="——")
    for number in range(11):
        written(bureau, f"alike {number}")
    assert len(suggested(bureau, own, OFFICER)) == 10
    assert suggested(bureau, silent, OFFICER) == {}


def test_a_cause_whose_words_would_take_too_long_to_compare_is_not_registered(bureau: Bureau) -> None:
    asked = {"organizationId": MARKET, "dutyItemId": duty(bureau, "MR-P-002"), "actType": "PENALTY", "party": PERSON}
    refused = bureau.run("registerCase", OFFICER, **asked, cause="超" * 201)["userErrors"]
    assert [(each["code"], each["field"]) for each in refused] == [("INVALID_VALUE", "cause")]
    bureau.done("registerCase", OFFICER, **asked, cause="超" * 200)
