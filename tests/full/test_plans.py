"""At a million cases every list is read by the index that is meant for it: on plans, never on times."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import asyncpg
import pytest
from graphql import get_named_type, parse

from models import Alert, anchored_tables
from policies import ANONYMOUS, PolicyFile, load_principal
from resolvers.caller import Caller
from resolvers.commands.command import Services
from resolvers.compilation import Bounds
from resolvers.declarations import TYPES
from resolvers.execution import PLANS, Executor, prepare
from resolvers.plan import LRU
from schema.build import build_schema
from seeds.directory import DEVELOPMENT_ISSUER
from seeds.organizations import rows as seed_rows
from server.reads import READ_SETTINGS
from tests.cluster import TEST_CIPHER, run
from tests.full.filling import GROWING
from tests.test_golden import DOCUMENTS, read

pytestmark = pytest.mark.full

SCHEMA = build_schema()._schema
PERSONAS = [None, *(persona["subject"] for persona in seed_rows("personas.csv"))]
# Tables of which a statement reads rows by an index only.
LARGE = {
    "enforcement_case",
    "case_officer",
    "deadline",
    "case_transfer",
    "transfer_attachment",
    "transfer_letter",
    "handed_over_case",
    "coordination_dispute",
    "linkage",
    "enterprise",
    "audit_entry",
    "alert",
    *(table.__tablename__ for table in GROWING),
}
PAGE = 50
# A filter of a list, and the index that serves it for the caller; of two, either, where both are as small.
SERVED = [
    ("province-judicial", "", "area_2"),
    ("city-judicial", "", "area_4"),
    ("county-judicial", "", "area_6"),
    ("judicial-office", "", "township"),
    ("city-market-legal", "", "line_4"),
    ("county-market-legal", "", "line_6"),
    ("county-market-officer", "", "owner"),
    (None, "", "public"),
    ("county-judicial", "", "offered_region_code_6"),
    ("city-judicial", "", "offered_region_code_4"),
    ("province-judicial", "", "offered_region_code_2"),
    ("judicial-office", "", "offered_region_code"),
    ("city-market-legal", "", "offered_line_4"),
    ("county-market-legal", "", "offered_line_6"),
    ("police", "", "offered_organization_id"),
    ("county-market-legal", "", "reviewer"),
    ("city-judicial", "state: [CLUE]", "offered_region_code|offered_region_code_4"),
    ("county-judicial", "state: [CLUE]", "offered_region_code|offered_region_code_6"),
    ("province-judicial", "state: [CLUE]", "area_2_state"),
    ("city-judicial", "state: [CLUE, EXTENDED]", "area_4_state"),
    ("county-judicial", "state: [ACCEPTED]", "area_6_state"),
    ("city-market-legal", "state: [INVESTIGATING]", "line_4_state"),
    ("county-market-legal", "state: [INVESTIGATING]", "line_6_state"),
    ("city-market-legal", "state: [INVESTIGATING]", "reviewer"),
    ("county-market-officer", "state: [LEGAL_REVIEW]", "owner_state"),
    (None, "state: [REVOKED]", "public_state"),
    ("province-judicial", "due: NEAR", "near"),
    ("city-judicial", "due: NEAR", "near"),
    ("county-judicial", "due: NEAR", "near"),
    ("city-market-legal", "due: NEAR", "near"),
    ("city-judicial", "shirked: true", "shirked"),
    # Of a day or a procedure the list is read in its order, from the day on.
    ("city-judicial", 'registeredUntil: "2025-06-30"', "area_4"),
    ("county-judicial", 'registeredSince: "2025-06-01", registeredUntil: "2025-06-30"', "area_6"),
    ("city-market-legal", 'registeredUntil: "2025-06-30"', "line_4"),
    ("county-market-officer", 'registeredSince: "2025-06-01", registeredUntil: "2025-06-30"', "owner"),
    # What was decided or closed by a day was registered by then.
    ("county-judicial", 'decidedSince: "2025-06-01", decidedUntil: "2025-06-30"', "area_6"),
    ("city-market-legal", 'closedUntil: "2025-06-30"', "line_4"),
    ("county-market-officer", "procedure: [SIMPLE]", "owner"),
    ("county-judicial", "procedure: [ORDINARY]", "area_6"),
    *((persona, 'search: "露天烧烤"', "search") for persona in PERSONAS),
    ("county-market-officer", 'partyCreditCode: "91410302MA0000012P"', "party"),
    ("county-market-officer", 'partyIdNumber: "41030219800101000X"', "id_number"),
]
# A list in its default order, and the index that serves one side of it for the caller.
SERVED_BESIDE_CASES = [
    (persona, name, f"{table}_{side}_{reached}_idx")
    for name, table, sides in (
        ("transfers", "case_transfer", ("sender", "receiver")),
        ("linkages", "linkage", ("sender", "receiver")),
    )
    for side in sides
    for persona, reached in (
        ("province-judicial", "area_2"),
        ("city-judicial", "area_4"),
        ("county-judicial", "area_6"),
        ("judicial-office", "region"),
        ("city-market-legal", "area_4"),
    )
]
# The lists of what comes of cases.
LISTS = [
    name
    for name, field in cast("Any", SCHEMA.query_type).fields.items()
    if (listed := TYPES.get(get_named_type(field.type).name.removesuffix("Connection")))
    and get_named_type(field.type).name.endswith("Connection")
    and listed.model in {Alert, *GROWING}
]
# What is sorted of other lists is what one organ, person or commission has, which these find.
OF_ONE = {
    str(index.name)
    for table in anchored_tables().values()
    for index in table.__table__.indexes  # type: ignore[attr-defined]
    if str(index.expressions[0]).rpartition(".")[2]
    in {column for side in table.__anchors__.sides for column in (side.organization, side.person, side.commissions)}
}
# A page of each scope and value, at most.
MOST_SORTED = 12 * (PAGE + 1)


class ExplainedError(Exception):
    """The plan of a statement, in place of its row."""

    def __init__(self, plan: dict[str, Any]) -> None:
        super().__init__()
        self.plan = plan


class Explaining:
    """A connection that answers with plans, made as for readers: without the values."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def fetchrow(self, query: str, *arguments: Any) -> Any:
        await self._connection.execute(f"PREPARE asked AS {query}")
        given = f"({', '.join(['NULL'] * len(arguments))})" if arguments else ""
        explained = await self._connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE asked{given}")
        raise ExplainedError(json.loads(explained)[0]["Plan"])


async def explain(url: str, persona: str | None, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """The plan of a document's statement; empty where it needs none."""
    connection = await asyncpg.connect(url, server_settings=READ_SETTINGS)
    try:
        principal = await load_principal(connection, DEVELOPMENT_ISSUER, persona) if persona else ANONYMOUS
        assert principal is not None
        services = cast("Services", SimpleNamespace(cipher=TEST_CIPHER, links=None))
        executor = Executor(Explaining(connection), services, LRU(PLANS), Bounds(20_000, 1_000))
        caller = Caller(principal, PolicyFile().current())
        await executor.query(prepare(SCHEMA, parse(document), None), variables, caller)
    except ExplainedError as explained:
        return explained.plan
    finally:
        await connection.close()
    return {}


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if plan:
        yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def read_whole(plan: dict[str, Any]) -> list[str]:
    """The large tables that a plan reads from end to end."""
    return [
        node["Relation Name"]
        for node in nodes(plan)
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE
    ]


def indexes(plan: dict[str, Any]) -> set[str]:
    found = {node["Index Name"] for node in nodes(plan) if "Index Name" in node}
    return {name.removeprefix("enforcement_case_").removesuffix("_idx") for name in found}


def assert_sorts_pages(plan: dict[str, Any], but: set[str]) -> None:
    for node in nodes(plan):
        if "Sort" in node["Node Type"] and not {each.get("Index Name") for each in nodes(node)} & but:
            assert all(below["Plan Rows"] <= MOST_SORTED for below in node["Plans"]), node


def list_of(filter_: str) -> str:
    given = f", filter: {{ {filter_} }}" if filter_ else ""
    return f"{{ cases(first: {PAGE}{given}) {{ nodes {{ id number }} pageInfo {{ hasNextPage }} }} }}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_reads_a_large_table_whole(name: str, million: str) -> None:
    document, variables, persona = read(name)
    assert read_whole(run(explain(million, persona, document, variables))) == []


@pytest.mark.parametrize(("persona", "filter_", "index"), SERVED)
def test_a_list_is_read_by_its_index(persona: str | None, filter_: str, index: str, million: str) -> None:
    plan = run(explain(million, persona, list_of(filter_), {}))
    assert read_whole(plan) == []
    assert set(index.split("|")) & indexes(plan), sorted(indexes(plan))


@pytest.mark.parametrize(("persona", "name", "index"), SERVED_BESIDE_CASES)
def test_a_list_beside_cases_is_read_by_its_index(persona: str, name: str, index: str, million: str) -> None:
    document = f"{{ {name}(first: {PAGE}) {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}"
    plan = run(explain(million, persona, document, {}))
    assert read_whole(plan) == []
    assert index in {node.get("Index Name") for node in nodes(plan)}


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("persona", PERSONAS)
def test_no_list_sorts_more_than_pages(persona: str | None, direction: str, million: str) -> None:
    order = f"orderBy: {{ field: REGISTERED, direction: {direction} }}"
    document = f"{{ cases(first: {PAGE}, {order}) {{ nodes {{ id }} }} }}"
    assert_sorts_pages(run(explain(million, persona, document, {})), but=set())


@pytest.mark.parametrize("end", ["first", "last"])
@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_what_comes_of_cases_is_read_by_indexes(
    name: str, persona: str | None, end: str, million: str
) -> None:
    document = f"{{ {name}({end}: {PAGE}) {{ nodes {{ id }} pageInfo {{ startCursor }} }} }}"
    plan = run(explain(million, persona, document, {}))
    assert read_whole(plan) == []
    assert_sorts_pages(plan, but=OF_ONE)
