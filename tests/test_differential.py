"""The compiled answer equals plain graphql-core execution over the same rows, for random documents and callers."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from models import Clue, EnforcementCase, Enterprise, Organization, Region
from policies import ANONYMOUS, PolicyFile, load_principal
from resolvers.caller import Caller
from resolvers.declarations import NODES, TYPES
from resolvers.global_id import GlobalID, primary_key
from schema.build import build_schema
from seeds.directory import DEVELOPMENT_ISSUER
from server.settings import Limits
from tests import cluster, reference
from tests.documents import Operation, Pool
from tests.oracle import Person, counts_as_one, join_cases, running_commissions
from tests.reference import Reference, difference, encode
from tests.serving import Client, serving

CONTRACT = build_schema()
SIGNED = re.compile(r'("/(?:files|letters)/[^"?]+)\?expires=[^"]+')
PERSONAS = [
    None,
    "province-judicial",
    "county-judicial",
    "county-market-officer",
    "county-market-legal",
    "township",
    "city-government",
    "city-market-legal",
    "judicial-office",
    "establishment-office",
    "system-admin",
    "evaluator",
    "enterprise",
]


@pytest.fixture(scope="module")
def tables(rows: cluster.Rows) -> dict[Any, list[dict[str, Any]]]:
    models = {*NODES, *(definition.model for definition in TYPES.values())}
    found = {
        model: rows.fetch(f"SELECT * FROM {model.__tablename__}")
        for model in sorted(models, key=lambda model: model.__name__)
        if model.__module__.startswith("models")
    }
    join_cases(found[Enterprise], found[EnforcementCase])
    return found


@pytest.fixture(scope="module")
def pool(tables: dict[Any, list[dict[str, Any]]]) -> Pool:
    chance = random.Random(4103)
    ids: dict[str, list[str]] = {}
    for model, rows in tables.items():
        if model not in NODES:
            continue
        name, key = NODES[model].type_name, primary_key(model).name
        near = [row for row in rows if str(row.get("region_code") or row.get("code")).startswith("410302")]
        some = [*chance.sample(near, min(len(near), 30)), *chance.sample(rows, min(len(rows), 5))]
        ids[name] = [str(GlobalID(name, str(row[key]))) for row in some]
    regions = [row for model, rows in tables.items() if model is Region for row in rows]
    bodies = [row for model, rows in tables.items() if model is Organization for row in rows]
    ids["Region"] += [str(GlobalID("Region", code)) for code in ("41", "4103", "410302", "410302001", "4190")]
    body = chance.choice(bodies)
    cursors = [
        encode("CODE", "410302"),
        encode("NAME", "洛阳市", "4103"),
        encode("REGION", "410302", str(body["id"])),
        encode("NAME", body["name"], str(body["id"])),
        encode("VACANCIES", 1, str(body["id"])),
        encode("TASKS", datetime(2026, 11, 1, tzinfo=UTC), body["id"]),
        encode("REGISTERED", datetime(2026, 3, 1, tzinfo=UTC), body["id"]),
        "",
        "x",
        encode("CODE", 5),
        encode("REGION", "410302", "no key"),
    ]
    return Pool(
        ids=ids,
        cursors=cursors,
        names=["洛阳", "局", "司法", "西关", "", "%", "_", "'", '"\\', "😀", "O'Brien", "a\nb"],
        codes=[*(row["code"] for row in chance.sample(regions, 20)), "41", "4103", "410302", "99", ""],
        party_names=[row["party_name"] for row in chance.sample(tables[EnforcementCase], 20)],
        credit_codes=[
            *(row["credit_code"] or "" for row in chance.sample(bodies, 10)),
            *(row["credit_code"] for row in chance.sample(tables[Enterprise], 10)),
            "x",
        ],
        entries=[encode("HISTORY", str(body["id"]))],
        receipts=[*(row["receipt"] for row in tables[Clue] if row["receipt"]), "", "x"],
        searches=[
            "处罚",
            "2026",
            "食品 经营",
            "一",
            "",
            *(row[name] for row in chance.sample(tables[EnforcementCase], 10) for name in ("cause", "party_name")),
        ],
    )


@pytest.fixture(scope="module")
def references(tables: dict[Any, list[dict[str, Any]]], database: str) -> Callable[[str | None], Reference]:
    policy = PolicyFile().current()
    rows = reference.Rows(tables)
    by_name = {NODES[model].type_name: found for model, found in tables.items() if model in NODES}
    organizations = {row["id"]: row for row in by_name["Organization"]}
    known: dict[str | None, Reference] = {}

    async def principal(persona: str) -> Any:
        connection = await asyncpg.connect(database)
        try:
            return await load_principal(connection, DEVELOPMENT_ISSUER, persona)
        finally:
            await connection.close()

    def of(persona: str | None) -> Reference:
        if persona not in known:
            caller, person = Caller(ANONYMOUS, policy), Person()
            if persona is not None:
                caller = Caller(cluster.run(principal(persona)), policy)
                (account,) = [row for row in by_name["Account"] if row["subject"] == persona]
                (held,) = [row for row in by_name["RoleAssignment"] if row["account_id"] == account["id"]]
                here = organizations[held["organization_id"]]
                own = counts_as_one(here, organizations.values())
                commissions = running_commissions(here, by_name["Evaluation"])
                person = Person(account["id"], held["role"], here, own, commissions)
            known[persona] = Reference(CONTRACT._schema, CONTRACT.as_str(), rows, person, caller)
        return known[persona]

    return of


@pytest.fixture(scope="module")
def unbounded(database: str, data_dir: Path) -> Iterator[Client]:
    """A server that refuses nothing for its size, so that every document is compared."""
    with serving(database, data_dir, limits=Limits(max_nodes=10**12)) as running:
        yield running


def compare(
    client: Client, document: str, variables: dict[str, Any], persona: str | None, reference: Reference
) -> None:
    """What is answered is what the reference answers, but for what no two answers have in common."""
    response = client.post(document, variables, persona)
    answer = json.loads(SIGNED.sub(r"\1", response.text))
    assert response.status_code == 200 and "data" in answer, response.text
    data, failed = reference.execute(document, variables)
    assert difference(answer["data"], data) is None
    assert list(answer["data"]) == list(data)
    assert {error["path"][0] for error in answer.get("errors", [])} == failed


# Thousands are compared in test-full. A seed, not hypothesis's own randoms: those lean to small draws, and most
# documents would be all skipped.
@settings(max_examples=40, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32), persona=st.sampled_from(PERSONAS))
def test_compiled_equals_executed(
    seed: int,
    persona: str | None,
    pool: Pool,
    unbounded: Client,
    references: Callable[[str | None], Reference],
) -> None:
    operation = Operation(CONTRACT._schema, pool, random.Random(seed))
    document = operation.text()
    variables = operation.variables()
    note(document)
    note(str(variables))
    compare(unbounded, document, variables, persona, references(persona))


@pytest.mark.parametrize("persona", ["county-market-officer", "city-market-legal", "township", None])
def test_similar_cases_are_those_that_a_loop_finds(
    persona: str | None, client: Client, references: Callable[[str | None], Reference]
) -> None:
    document = """{ cases(last: 8) { nodes {
        id similarCases { score likeness reasons case { id cause partyName } } } } }"""
    compare(client, document, {}, persona, references(persona))


@pytest.mark.parametrize("persona", PERSONAS)
def test_who_came_to_a_row_later_is_told_what_a_loop_finds(
    persona: str | None, client: Client, references: Callable[[str | None], Reference]
) -> None:
    lists = ("cases", "clues", "transfers", "disputes", "supervisionMatters", "assessments", "revisits")
    told = " ".join(f"{each}(last: 20) {{ nodes {{ id deadlines {{ event reason }} }} }}" for each in lists)
    matters = """matters: supervisionMatters(last: 100) { nodes {
        finding isReferred referral designation claimant { id } arbiter { id } } }"""
    compare(client, f"{{ {told} {matters} }}", {}, persona, references(persona))
