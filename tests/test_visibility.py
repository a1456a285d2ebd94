"""On the full seed, for every persona and every type: exactly the rows that the oracle names, on every path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from models import anchored_tables
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID, primary_key
from seeds.organizations import rows as seed_rows
from tests.cluster import Rows
from tests.oracle import READS, Person, counts_as_one, sees
from tests.serving import Client

PERSONAS = [None, *(persona["subject"] for persona in seed_rows("personas.csv"))]
TYPES = sorted(definition.type_name for model, definition in NODES.items() if model.__module__.startswith("models"))
UNKNOWN = {
    "Region": "419999",
    **dict.fromkeys(("Organization", "Staffing", "Account", "RoleAssignment"), "00000000-0000-5000-8000-000000000000"),
}

# Why a persona sees no row of a type, or every row. What is not here must be seen in part.
SEES_NOTHING: dict[str, dict[str | None, str]] = {
    "Staffing": {
        None: "no token",
        "province-system": "aggregates only",
        "county-market-officer": "OWN: its department is no supervision body",
        "vertical-tax-officer": "OWN: a tax bureau is no supervision body",
        "township": "OWN: a township government is no supervision body",
        "police": "transfers only",
        "city-government": "reports and aggregates, no rows",
        "county-government": "reports and aggregates, no rows",
        "finance": "budget only",
        "leading-group-member": "reports and aggregates, no rows",
        "evaluator": "COMMISSION: nothing is commissioned",
        "invited-supervisor": "SELF: reports only",
        "enterprise": "SELF: visits only",
        "system-admin": "users, roles, organizations and rules only",
        "security-admin": "policy, limits and clients only",
        "audit-admin": "audit entries only",
    },
    "Account": {None: "no token"},
    "RoleAssignment": {None: "no token"},
}
SEES_EVERYTHING: dict[str, dict[str | None, str]] = {
    "Region": dict.fromkeys(PERSONAS, "the directory is public"),
    "Organization": dict.fromkeys(PERSONAS, "the directory is public"),
    "Staffing": {"province-judicial": "AREA of the whole province"},
}


@dataclass
class World:
    """All rows there are, by type and global id, and who each persona is."""

    rows: dict[str, dict[str, dict[str, Any]]]
    people: dict[str | None, Person]

    def visible(self, persona: str | None, type_name: str) -> set[str]:
        person = self.people[persona]
        return {id_ for id_, row in self.rows[type_name].items() if sees(person, type_name, row)}

    def invisible(self, persona: str | None, type_name: str) -> set[str]:
        return set(self.rows[type_name]) - self.visible(persona, type_name)


@pytest.fixture(scope="module")
def world(rows: Rows) -> World:
    found = {}
    for model, definition in NODES.items():
        if definition.type_name in TYPES:
            key = primary_key(model).name
            found[definition.type_name] = {
                str(GlobalID(definition.type_name, str(row[key]))): row
                for row in rows.fetch(f"SELECT * FROM {model.__tablename__}")
            }
    organizations = list(found["Organization"].values())
    by_id = {row["id"]: row for row in organizations}
    people: dict[str | None, Person] = {None: Person()}
    for account in found["Account"].values():
        (held,) = [row for row in found["RoleAssignment"].values() if row["account_id"] == account["id"]]
        here = by_id[held["organization_id"]]
        people[account["subject"]] = Person(account["id"], held["role"], here, counts_as_one(here, organizations))
    return World(found, people)


def pages(client: Client, document: str, persona: str | None, **variables: Any) -> Iterator[list[dict[str, Any]]]:
    """The nodes of every page of the connection that a document selects as ``page``."""
    after = None
    while True:
        page = client.ask(document, {**variables, "after": after}, persona)["page"]
        yield page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def by_ids(client: Client, persona: str | None, ids: list[str]) -> set[str]:
    """Those of the ids under which the persona finds an object."""
    found = set()
    for start in range(0, len(ids), 100):
        document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
        nodes = client.ask(document, {"ids": ids[start : start + 100]}, persona)["nodes"]
        found |= {node["id"] for node in nodes if node is not None}
    return found


def test_every_type_that_a_policy_can_speak_of_is_tried() -> None:
    tried = {definition.model.__name__ for definition in NODES.values()}
    assert {name for name, table in anchored_tables().items() if table.__module__.startswith("models")} <= tried
    assert set(READS) == {persona["role"] for persona in seed_rows("personas.csv")}


@pytest.mark.parametrize("type_name", TYPES)
@pytest.mark.parametrize("persona", PERSONAS)
class TestEveryPersonaAndType:
    def test_both_sets_are_there_unless_a_table_says_why(
        self, persona: str | None, type_name: str, world: World
    ) -> None:
        assert bool(world.visible(persona, type_name)) != (persona in SEES_NOTHING.get(type_name, {}))
        assert bool(world.invisible(persona, type_name)) != (persona in SEES_EVERYTHING.get(type_name, {}))

    def test_by_id(self, persona: str | None, type_name: str, world: World, client: Client) -> None:
        ids = sorted(world.rows[type_name])
        # The directory is the same for all; a part of it is tried for each persona.
        sample = ids if type_name not in ("Region", "Organization") else ids[::20]
        assert by_ids(client, persona, sample) == world.visible(persona, type_name) & set(sample)

    def test_one_node_at_a_time(self, persona: str | None, type_name: str, world: World, client: Client) -> None:
        document = "query($id: ID!) { node(id: $id) { id } }"
        for id_ in sorted(world.visible(persona, type_name))[:2]:
            assert client.ask(document, {"id": id_}, persona) == {"node": {"id": id_}}
        for id_ in sorted(world.invisible(persona, type_name))[:2]:
            assert client.ask(document, {"id": id_}, persona) == {"node": None}

    def test_what_is_out_of_scope_is_told_like_what_does_not_exist(
        self, persona: str | None, type_name: str, world: World, client: Client
    ) -> None:
        unknown = str(GlobalID(type_name, UNKNOWN[type_name]))
        hidden = sorted(world.invisible(persona, type_name))[:2]
        for document in (
            "query($id: ID!) { explainAccess(id: $id, action: UPDATE) { allowed reason rule { text } } }",
            "query($id: ID!) { explainAccess(id: $id, action: READ) { allowed reason rule { text } } }",
            "query($id: ID!) { nodes(ids: [$id]) { id } }",
            """mutation($id: ID!) {
                 updateStaffing(input: { id: $id, version: 1, idempotencyKey: "k", authorised: 1 }) {
                   staffing { id } userErrors { code message field } } }""",
        ):
            told = client.ask(document, {"id": unknown}, persona)
            for id_ in hidden:
                assert client.ask(document, {"id": id_}, persona) == told


@pytest.mark.parametrize("persona", PERSONAS)
class TestStaffing:
    """The scoped type of the directory, at the root, nested, counted and filtered."""

    def test_root(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($after: String) { page: supervisionGaps(first: 100, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } } }"""
        listed = [node["id"] for nodes in pages(client, document, persona) for node in nodes]
        expected = {id_ for id_ in world.visible(persona, "Staffing") if world.rows["Staffing"][id_]["gaps"]}
        assert len(listed) == len(set(listed))
        assert set(listed) == expected

    def test_nested(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($after: String) { page: organizations(first: 100, after: $after,
              filter: { kind: [JUDICIAL_BUREAU, LEGAL_UNIT, JUDICIAL_OFFICE] }) {
            nodes { staffing { id organization { staffing { id } } } } pageInfo { hasNextPage endCursor } } }"""
        reached = {
            node["staffing"]["organization"]["staffing"]["id"]
            for nodes in pages(client, document, persona)
            for node in nodes
            if node["staffing"] is not None
        }
        assert reached == world.visible(persona, "Staffing")

    def test_counts_and_filters_tell_nothing_more(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($within: ID!, $field: [EnforcementField!], $gap: [SupervisionGapKind!]) {
            supervisionGaps(first: 1, filter: { within: $within, field: $field, gap: $gap }) {
              totalCount totalCountAtLeast nodes { id } pageInfo { hasNextPage startCursor } } }"""
        visible = [world.rows["Staffing"][id_] for id_ in world.visible(persona, "Staffing")]
        for region in ("41", "4101", "4103", "410302", "410303", "410302001", "419001"):
            for field in (None, "MARKET_REGULATION", "HEALTH"):
                for gap in (None, "VACANT_POSTS", "NO_DEDICATED_BODY"):
                    variables = {
                        "within": str(GlobalID("Region", region)),
                        "field": field and [field],
                        "gap": gap and [gap],
                    }
                    expected = sum(
                        bool(row["gaps"])
                        and row["region_code"].startswith(region)
                        and field in (None, row["field"])
                        and (gap is None or gap in row["gaps"])
                        for row in visible
                    )
                    answer = client.ask(document, variables, persona)["supervisionGaps"]
                    assert answer["totalCount"] == answer["totalCountAtLeast"] == expected
                    assert len(answer["nodes"]) == min(expected, 1)
                    assert answer["pageInfo"]["hasNextPage"] == (expected > 1)
                    assert (answer["pageInfo"]["startCursor"] is None) == (expected == 0)


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_viewer_is_the_caller(persona: str | None, world: World, client: Client) -> None:
    document = "{ viewer { name assignments { totalCount nodes { id } } organization { id } } }"
    viewer = client.ask(document, None, persona)["viewer"]
    person = world.people[persona]
    if person.organization is None:
        assert viewer is None
        return
    assert viewer["organization"]["id"] == str(GlobalID("Organization", str(person.organization["id"])))
    held = {id_ for id_, row in world.rows["RoleAssignment"].items() if row["account_id"] == person.account}
    assert {node["id"] for node in viewer["assignments"]["nodes"]} == held
    assert viewer["assignments"]["totalCount"] == len(held)
