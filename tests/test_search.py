"""Search over HTTP: which cases are found by which text, by whom, and when a text is refused."""

from __future__ import annotations

import csv
import json
import random
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from models.search import COMMON_PAIRS, words_asked, words_of
from tests.bureau import CREDIT_CODE
from tests.cluster import Cluster, Rows
from tests.examples import copy_row, key
from tests.serving import Client, serving

# What is written: cause, number, kind of party, party.
WRITTEN = {
    "stall": ("对占用道路摆摊经营的处罚", "某局罚字〔2026〕SE-77号", "PERSON", "欧阳某某"),
    "cafe": ("擅自占道经营", "某局罚字〔2026〕88号", "ENTERPRISE", "洛阳ＡＢＣ餐饮有限公司"),
    "cabbage": ("占道，经营", "某局罚字〔2026〕99号", "PERSON", "占道"),
    "hidden": ("擅自占道经营", "某局罚字〔2026〕66号", "PERSON", "欧阳某某"),
}
MANY = 10_001
HAN = "占道摆摊经营行为处罚"
FOUND = """query($text: String!, $order: OrderDirection!, $after: String) {
    page: cases(first: 2, after: $after, filter: { search: $text }, orderBy: { field: NUMBER, direction: $order }) {
        totalCount nodes { number } pageInfo { hasNextPage endCursor } } }"""


@pytest.fixture(scope="module")
def client(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Client]:
    """A server on a database with cases in 老城区, one in 西工区, and very many of one word."""
    rows = Rows(cluster.create(f"search_{worker_id}"))
    for name, (cause, number, kind, party) in WRITTEN.items():
        region = "410303" if name == "hidden" else "410302"
        copy_row(
            rows,
            "enforcement_case",
            f"region_code = '{region}' AND published_at IS NULL",
            id=key("search", name),
            cause=cause,
            number=number,
            party_kind=kind,
            party_name=party,
            party_credit_code=None if kind == "PERSON" else CREDIT_CODE,
        )
    columns = ", ".join(
        row["column_name"]
        for row in rows.fetch(
            """SELECT column_name FROM information_schema.columns WHERE table_name = 'enforcement_case'
               AND is_generated = 'NEVER' AND column_name NOT IN ('id', 'number', 'cause', 'party_name')"""
        )
    )
    rows.execute(
        f"""INSERT INTO enforcement_case (id, number, cause, party_name, {columns})
            SELECT gen_random_uuid(), 'many ' || n, CASE n WHEN 1 THEN '罕见 常见' ELSE '常见' END, '众人',
                   {columns}
            FROM enforcement_case, generate_series(1, {MANY}) n WHERE id = '{key("search", "stall")}'"""
    )
    with serving(rows.url, data_dir) as running:
        yield running
    rows.close()


def found(client: Client, text: str, persona: str | None = "county-judicial") -> set[str]:
    """The written cases that a text finds, by every page in both orders, which must agree."""
    names = {number: name for name, (_, number, _, _) in WRITTEN.items()}
    by_order = []
    for order in ("ASC", "DESC"):
        numbers: list[str] = []
        after = None
        while True:
            page = client.ask(FOUND, {"text": text, "order": order, "after": after}, persona)["page"]
            numbers += [node["number"] for node in page["nodes"]]
            assert page["totalCount"] >= len(numbers)
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
        assert len(numbers) == page["totalCount"]
        by_order.append(numbers)
    assert by_order[0] == by_order[1][::-1] == sorted(by_order[0])
    return {names[number] for number in by_order[0] if number in names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("占道经营", {"cafe"}),
        ("占道 经营", {"cafe", "cabbage"}),
        ("占道，经营！", {"cafe", "cabbage"}),
        ("摆摊", {"stall"}),
        ("摊", None),
        ("", None),
        (" ，。！ ", None),
        ("摆摊 罚", {"stall"}),
        ("对占用道路摆摊经营的处罚", {"stall"}),
        ("对占用道路摆摊经营的警告", set()),
        ("某局罚字〔2026〕88号", {"cafe"}),
        ("洛阳市老城区某局罚字（2026）88号", {"cafe"}),
        ("〔2026〕８８", {"cafe"}),
        ("se-77", {"stall"}),
        ("ＳＥ 77", {"stall"}),
        ("7", set()),
        ("abc餐饮", {"cafe"}),
        ("Abc", {"cafe"}),
        ("欧阳", {"stall"}),
        ("欧阳 摆摊", {"stall"}),
        ("欧阳 占道", set()),
        ("x" * 100, set()),
        ("x" * 101, None),
        ("摆摊' | '占道", set()),
        ("摆摊 & !经营", {"stall"}),
        ("摆摊:*", {"stall"}),
        ("摆摊\\' OR true --", set()),
        ("%摆摊_", {"stall"}),
        ("摆摊\u0000", None),
    ],
)
def test_what_a_text_finds(text: str, names: set[str] | None, client: Client) -> None:
    if names is not None:
        assert found(client, text) == names
        return
    page = f"page: cases(filter: {{ search: {json.dumps(text)} }}) {{ totalCount }}"
    document = f'{{ {page} region(by: {{ code: "41" }}) {{ code }} }}'
    answer = client.post(document, persona="county-judicial").json()
    (error,) = answer["errors"]
    assert answer["data"] == {"page": None, "region": {"code": "41"}}
    assert error["path"] == ["page"]
    assert error["extensions"]["field"] == "filter.search"
    assert error["extensions"]["code"] in ("SEARCH_NOT_USABLE", "INVALID_VALUE")


@pytest.mark.parametrize(
    ("persona", "by_name", "by_cause"),
    [
        ("county-judicial", {"stall"}, {"cafe"}),
        ("county-judicial-2", {"hidden"}, {"hidden"}),
        ("city-judicial", {"stall", "hidden"}, {"cafe", "hidden"}),
        ("zhengzhou-judicial", set(), set()),
        ("county-government", set(), set()),
        (None, set(), set()),
    ],
)
def test_who_finds_what(persona: str | None, by_name: set[str], by_cause: set[str], client: Client) -> None:
    assert found(client, "欧阳某某", persona) == by_name
    assert found(client, "占道经营", persona) == by_cause


def test_a_masked_name_is_not_searched(client: Client, cluster: Cluster, worker_id: str) -> None:
    rows = Rows(cluster.url(f"search_{worker_id}"))
    published = f"UPDATE enforcement_case SET published_at = {{}} WHERE id = '{key('search', 'stall')}'"
    rows.execute(published.format("now()"))
    try:
        for persona in (None, "county-judicial-2", "county-government"):
            assert found(client, "摆摊", persona) == {"stall"}
            assert "stall" not in found(client, "欧阳", persona)
            assert "stall" not in found(client, "欧阳 摆摊", persona)
        assert "stall" in found(client, "欧阳 摆摊", "county-judicial")
    finally:
        rows.execute(published.format("NULL"))
        rows.close()


def test_a_text_that_too_many_hold_is_refused_and_others_are_answered(client: Client) -> None:
    document = """{ broad: cases(filter: { search: "常见" }) { totalCount nodes { partyName } }
        counted: cases(filter: { search: "常见" }) { totalCountAtLeast }
        narrow: cases(filter: { search: "常见 罕见" }) { totalCount nodes { cause } }
        filtered: cases(filter: { search: "常见", number: "many 7" }) { totalCount nodes { number } } }"""
    for language, words in (("zh-CN", "请增加筛选条件"), ("en", "add filters")):
        answer = client.post(document, persona="county-judicial", Accept_Language=language).json()
        assert answer["data"] == {
            "broad": None,
            "counted": None,
            "narrow": {"totalCount": 1, "nodes": [{"cause": "罕见 常见"}]},
            "filtered": {"totalCount": 1, "nodes": [{"number": "many 7"}]},
        }
        assert [error["path"] for error in answer["errors"]] == [["broad"], ["counted"]]
        for error in answer["errors"]:
            assert error["extensions"]["code"] == "SEARCH_TOO_BROAD"
            assert error["extensions"]["field"] == "filter.search"
            assert words in error["message"]
    # Who does not see them is told nothing of how many there are.
    assert client.ask(document, None, "zhengzhou-judicial")["broad"] == {"totalCount": 0, "nodes": []}


def test_a_name_that_was_shown_is_in_the_audit_and_one_that_was_refused_is_not(
    client: Client, cluster: Cluster, worker_id: str
) -> None:
    rows = Rows(cluster.url(f"search_{worker_id}"))
    read = "SELECT coalesce(jsonb_agg(after), '[]')::text FROM audit_entry WHERE action = 'read'"
    before = rows.value(read)
    client.post('{ cases(filter: { search: "常见" }) { nodes { partyName } } }', persona="county-judicial")
    assert rows.value(read) == before
    client.ask('{ cases(filter: { search: "摆摊" }) { nodes { partyName } } }', None, "county-judicial")
    assert key("search", "stall") in rows.value(read)
    rows.close()


def test_words_are_the_same_in_sql_and_in_python(rows: Rows) -> None:
    chance = random.Random(4)
    letters = string.printable[:95] + "占道经营欧阳〇𠀀豈ａＢ１（）〔〕。，ⅣⅧ①ﬁ·é　ß"
    for _ in range(500):
        text = "".join(chance.choices(letters, k=chance.randint(0, 30)))
        found: list[Any] = rows.value("SELECT search_words($1)", text)
        assert sorted(set(found)) == sorted(words_of(text)), text


@given(st.text(st.sampled_from(HAN + "a1 ，。"), max_size=40))
def test_a_text_is_asked_for_by_words_of_its_own_that_leave_none_of_it_out_but_common_ones(text: str) -> None:
    asked = words_asked(text)
    assert set(asked) <= set(words_of(text))
    runs = re.findall(f"[{HAN}]{{2,}}", text)
    pairs = [word for word in asked if word[0] in HAN]
    left_out = {"处罚"} if len(pairs) >= 6 else set()
    assert {*"".join(runs), *re.findall("[a1]+", text)} <= {*"".join(asked), *asked, *"".join(left_out)}
    assert len(pairs) <= max(8, len("".join(runs)) * 2 / 3)


def test_common_pairs_are_those_of_a_twentieth_of_the_duty_list() -> None:
    names = duty_names()
    said = Counter(pair for name in names for pair in words_of(name))
    common = sorted((pair for pair in said if 20 * said[pair] >= len(names)), key=lambda pair: -said[pair])
    assert [said[pair] for pair in COMMON_PAIRS] == [said[pair] for pair in common]
    assert set(COMMON_PAIRS) == set(common)


def test_the_name_of_a_duty_finds_no_other_for_what_is_left_out() -> None:
    words = {name: set(words_of(name)) for name in duty_names()}
    shorter = 0
    for name, own in words.items():
        asked = set(words_asked(name))
        covering = asked | own & set(COMMON_PAIRS)
        shorter += asked != covering
        assert [said for said in words.values() if asked <= said] == [
            said for said in words.values() if covering <= said
        ]
    assert shorter > 100


def duty_names() -> set[str]:
    with (Path(seeds.__file__).parent / "duty_items.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"] for row in csv.DictReader(file)}


def test_no_search_reads_words_that_are_not_sorted_in_yet(client: Client, cluster: Cluster, worker_id: str) -> None:
    rows = Rows(cluster.url(f"search_{worker_id}"))
    try:
        # The cases were made row by row, as commands make them.
        assert rows.value("SELECT gin_clean_pending_list('enforcement_case_search_idx'::regclass)") == 0
    finally:
        rows.close()
