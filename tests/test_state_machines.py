"""Every state, command, role and side against a second table: what may be done, and that nothing else can be."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from models import Action, CaseState, DisputeState, TransferState
from resolvers.declarations import source_of
from resolvers.global_id import GlobalID
from resolvers.sources import Commanded
from schema.build import build_schema
from seeds.organizations import organization_id
from tests.cluster import Cluster, Rows
from tests.examples import PAIRS, copy_row, insert_examples, key
from tests.lives import (
    DISPUTES,
    OTHER_STATES,
    PENALTY_STATES,
    TRANSFERS,
    VARIANTS,
    head_may,
    owner_may,
    reviewer_may,
    supervisor_may,
)
from tests.serving import Client, serving

SCHEMA = build_schema()._schema
MARKET = str(organization_id("410302", "DEPARTMENT", "MARKET_REGULATION"))
TOWNSHIP = str(organization_id("410302001", "TOWNSHIP_GOVERNMENT"))
# Which persona stands in which relation to a case of either owner.
OF_THE_DEPARTMENT: dict[str, Callable[[dict[str, Any]], set[str]]] = {
    "county-market-officer": owner_may,
    "county-market-legal": lambda case: reviewer_may(case) | head_may(case),
    "county-judicial": supervisor_may,
    "city-judicial": supervisor_may,
    "city-market-legal": lambda case: set(),
}
OF_THE_TOWNSHIP: dict[str, Callable[[dict[str, Any]], set[str]]] = {
    "township": owner_may,
    "township-head": head_may,
    "county-judicial": lambda case: reviewer_may(case) | supervisor_may(case),
    "judicial-office": lambda case: set(),
    "county-market-legal": lambda case: set(),
}


@dataclass
class Stage:
    """A server on a database with a case in every state, and those cases."""

    client: Client
    rows: Rows
    cases: dict[str, dict[str, Any]]

    def ids(self, owner: str) -> dict[str, dict[str, Any]]:
        return {id_: case for id_, case in self.cases.items() if case["organization_id"] == owner}


def cases() -> Iterator[dict[str, Any]]:
    for owner in (MARKET, TOWNSHIP):
        for state, (_, variant), is_offered in itertools.product(PENALTY_STATES, VARIANTS.items(), (False, True)):
            yield {"organization_id": owner, "act_type": "PENALTY", "state": state, "is_offered": is_offered, **variant}
        for act_type, states in OTHER_STATES.items():
            for state in states:
                plain = {"procedure": None, "legal_review": "NOT_NEEDED", "hearing_held": False, "is_offered": False}
                yield {"organization_id": owner, "act_type": act_type, "state": state, **plain}


@pytest.fixture(scope="module")
def stage(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Stage]:
    url = cluster.create(f"stage_{worker_id}")
    rows = Rows(url)
    insert_examples(rows)
    made = {}
    for number, case in enumerate(cases()):
        id_ = key("life", number)
        is_township = case["organization_id"] == TOWNSHIP
        reviewer = ("410302", "JUDICIAL_BUREAU") if is_township else ("410302", "LEGAL_UNIT", "MARKET_REGULATION")
        copy_row(
            rows,
            "enforcement_case",
            "published_at IS NULL",
            id=id_,
            number=id_,
            region_code="410302001" if is_township else "410302",
            field="MARKET_REGULATION",
            legal_reviewer_id=organization_id(*reviewer),
            offered_organization_id=None,
            offered_region_code=None,
            offered_field=None,
            version=1,
            **case,
        )
        made[str(GlobalID("EnforcementCase", id_))] = case
    with serving(url, data_dir) as client:
        yield Stage(client, rows, made)
    rows.close()


def available(client: Client, type_name: str, ids: list[str], persona: str) -> dict[str, set[str] | None]:
    """What each object answers as available; None where the persona does not see it."""
    found: dict[str, set[str] | None] = {}
    document = f"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type_name} {{ availableActions }} }} }}"
    for start in range(0, len(ids), 100):
        some = ids[start : start + 100]
        nodes = client.ask(document, {"ids": some}, persona)["nodes"]
        found |= {
            id_: None if node is None else set(node["availableActions"]) for id_, node in zip(some, nodes, strict=True)
        }
    return found


def test_every_state_is_tried() -> None:
    tried = {case["state"] for case in cases()}
    assert tried == {state.name for state in CaseState}
    assert set(TRANSFERS) == {state.name for state in TransferState}
    assert set(DISPUTES) == {state.name for state in DisputeState}


@pytest.mark.parametrize("persona", OF_THE_DEPARTMENT)
def test_cases_of_a_department(persona: str, stage: Stage) -> None:
    mine = stage.ids(MARKET)
    expected = {id_: OF_THE_DEPARTMENT[persona](case) for id_, case in mine.items()}
    assert available(stage.client, "EnforcementCase", list(mine), persona) == expected


@pytest.mark.parametrize("persona", OF_THE_TOWNSHIP)
def test_cases_of_a_township(persona: str, stage: Stage) -> None:
    mine = stage.ids(TOWNSHIP)
    expected = {id_: OF_THE_TOWNSHIP[persona](case) for id_, case in mine.items()}
    assert available(stage.client, "EnforcementCase", list(mine), persona) == expected


@pytest.mark.parametrize("persona", ["vertical-tax-officer", "county-judicial-2", "police", "county-government", None])
def test_strangers_see_no_case_and_can_do_nothing(persona: str | None, stage: Stage) -> None:
    found = available(stage.client, "EnforcementCase", list(stage.cases), persona)  # type: ignore[arg-type]
    assert set(found.values()) == {None}


@dataclass(frozen=True)
class CommandOnRow:
    """A command on objects of a type, with values for what its input asks for."""

    name: str
    input_type: str
    action: Action
    values: dict[str, Any]

    def run(self, client: Client, id_: str, persona: str) -> str:
        """The code that the command answers with; empty where it was done."""
        document = f"mutation($i: {self.input_type}!) {{ {self.name}(input: $i) {{ userErrors {{ code }} }} }}"
        asked = {"id": id_, "version": 1, "idempotencyKey": f"{self.name} {id_} {persona}", **self.values}
        errors = client.ask(document, {"i": asked}, persona)[self.name]["userErrors"]
        return errors[0]["code"] if errors else ""


VALUES: dict[str, Any] = {
    "reason": "x",
    "officerIds": [],
    "kind": "DOCUMENTARY",
    "name": "x",
    "collectedOn": "2026-01-01",
    "decision": "x",
    "receiverId": "x",
    "proposal": "x",
    "result": "UPHELD",
    "body": "x",
    "decidedOn": "2026-01-01",
    "event": "SEIZURE",
    "agreement": "x",
    "opinion": "x",
    "application": "x",
    "organizationId": "x",
}


def commands(type_name: str) -> Iterator[CommandOnRow]:
    """The commands on objects of a type."""
    mutation: Any = SCHEMA.mutation_type
    for name, field in mutation.fields.items():
        source = source_of(field.extensions)
        assert isinstance(source, Commanded)
        input_type = field.args["input"].type.of_type
        if source.command.model.__name__ == type_name and "id" in input_type.fields:
            own = {each: value for each, value in VALUES.items() if each in input_type.fields}
            if name == "recordReviewOutcome":
                own["kind"] = "LITIGATION"
            if name == "returnTransferResult":
                own["result"] = "x"
            yield CommandOnRow(name, input_type.name, source.command.action, own)


def test_every_action_on_a_case_has_one_command() -> None:
    actions = [command.action for command in commands("EnforcementCase")]
    assert len(actions) == len(set(actions))
    known = {each for case in cases() for each in owner_may(case) | reviewer_may(case) | head_may(case)}
    # Coercion is executed by a command of its own name in the state machine of penalties.
    assert known <= {action.name for action in actions}


@pytest.mark.parametrize("persona", ["county-market-officer", "county-market-legal"])
@pytest.mark.parametrize("part", range(4))
def test_what_is_not_in_the_table_is_refused(persona: str, part: int, stage: Stage) -> None:
    mine = sorted(stage.ids(MARKET).items())[part::24]
    for id_, case in mine:
        allowed = OF_THE_DEPARTMENT[persona](case)
        for command in commands("EnforcementCase"):
            if command.action.name not in allowed:
                code = command.run(stage.client, id_, persona)
                assert code in ("INVALID_STATE", "FORBIDDEN"), (command.name, case)
    keys = [GlobalID.parse(id_).key for id_, _ in mine]  # type: ignore[union-attr]
    changed = stage.rows.value("SELECT count(*) FROM enforcement_case WHERE id = ANY($1::uuid[]) AND version > 1", keys)
    assert changed == 0


TRANSFER_PERSONAS = {
    0: {"county-market-officer": "sender's officer", "county-market-legal": "sender's head"},
    1: {"county-market-officer": "receiver's officer", "county-market-legal": "receiver's head"},
    4: {"police": "receiver's officer"},
    6: {
        "township": "sender's officer",
        "township-head": "sender's head",
        "county-market-officer": "receiver's officer",
    },
    7: {"township": "receiver's officer", "township-head": "receiver's head"},
}


@pytest.mark.parametrize("state", TRANSFERS)
def test_transfers(state: str, stage: Stage) -> None:
    for pair, personas in TRANSFER_PERSONAS.items():
        id_ = str(GlobalID("CaseTransfer", key("transfer", pair, state)))
        for persona, who in personas.items():
            expected: set[str] | None = set(TRANSFERS[state].get(who, set()))
            if persona == "police":
                expected = expected - {"NEGOTIATE"} if expected else expected
            if who.startswith("receiver") and state in ("DRAFT", "APPROVED"):
                expected = None
            assert available(stage.client, "CaseTransfer", [id_], persona) == {id_: expected}, (pair, persona)
        watching = available(stage.client, "CaseTransfer", [id_], "county-judicial")
        assert watching == {id_: set()}


@pytest.mark.parametrize("state", DISPUTES)
def test_disputes(state: str, stage: Stage) -> None:
    number = list(DISPUTES).index(state)
    assert [each.name for each in DisputeState][number] == state
    for pair, coordinator, government in (
        (0, "county-judicial", "county-government"),
        (11, "city-judicial", "city-government"),
    ):
        assert PAIRS[pair][0][0] == PAIRS[pair][1][0]
        id_ = str(GlobalID("CoordinationDispute", key("dispute", pair * len(DISPUTES) + number)))
        people = {"coordinator": coordinator, "government": government}
        if pair == 0:
            people["side"] = "county-market-officer"
        for who, persona in people.items():
            expected = {id_: DISPUTES[state].get(who, set())}
            assert available(stage.client, "CoordinationDispute", [id_], persona) == expected, (pair, who)
        assert available(stage.client, "CoordinationDispute", [id_], "province-judicial") == {id_: set()}
