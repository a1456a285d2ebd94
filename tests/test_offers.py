"""What ``availableActions`` offers is accepted up to its input: the other half of what ``test_refusals`` holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster, Rows
from tests.conftest import STAGE
from tests.lives import LIVES
from tests.refusals import CommandOnObject, commands_on
from tests.serving import Client, serving
from tests.stage import ACTING, Stage, Subject

# Who acts above the county.
_ABOVE = "city-judicial", "city-government"
# What each matter's document asks for, is what its state says that the organ was asked for.
_ASKED = """UPDATE supervision_document d SET effect =
              CASE m.state WHEN 'NOTIFIED' THEN 'INQUIRE' WHEN 'DECISION_ISSUED' THEN 'ORDER' ELSE 'CORRECT' END
            FROM supervision_matter m WHERE m.id = d.matter_id AND d.number = m.id::text"""


@pytest.fixture(scope="module")
def opened(cluster: Cluster, stage: Stage, worker_id: str, data_dir: Path) -> Iterator[Client]:
    """A server on a copy of the stage, on which things happen."""
    rows = Rows(cluster.create(f"offers_{worker_id}", template=STAGE))
    rows.execute(_ASKED)
    with serving(rows.url, data_dir) as client:
        yield client
    rows.close()


@pytest.mark.parametrize("tries", [1, pytest.param(3, marks=pytest.mark.full)])
@pytest.mark.parametrize("type_name", LIVES)
def test_what_is_offered_is_refused_for_its_input_alone(
    type_name: str, tries: int, stage: Stage, opened: Client
) -> None:
    """Each command is tried so often, on objects in different states."""
    tried: Counter[str] = Counter()
    refused = []
    for persona, subject in _one_of_each_state(stage, type_name):
        for command in commands_on(type_name):
            if tried[command.name] < tries and command.action in (_offered(opened, persona, subject) or {}):
                tried[command.name] += 1
                refused += [
                    (persona, command.name, subject.row.get("state"), error)
                    for error in _run(opened, persona, subject, command)
                    if error["field"] is None
                ]
    assert refused == []
    assert tried


def _one_of_each_state(stage: Stage, type_name: str) -> Iterator[tuple[str, Subject]]:
    for persona in (*ACTING, *_ABOVE):
        found = {subject.row.get("state"): subject for subject in stage.of(type_name) if stage.may(persona, subject)}
        yield from ((persona, subject) for subject in found.values())


def _offered(client: Client, persona: str, subject: Subject) -> dict[str, int] | None:
    document = f"query($id: ID!) {{ node(id: $id) {{ ... on {subject.type_name} {{ version availableActions }} }} }}"
    node = client.ask(document, {"id": subject.id}, persona)["node"]
    return None if node is None else dict.fromkeys(node["availableActions"], node["version"])


def _run(client: Client, persona: str, subject: Subject, command: CommandOnObject) -> list[dict[str, str]]:
    asked = command.asked(subject, f"{persona} {command.name} {subject.id}")
    offered = _offered(client, persona, subject) or {}
    if "version" in asked:
        asked["version"] = offered[command.action]
    document = f"""mutation($i: {command.input_type}!) {{
        {command.name}(input: $i) {{ userErrors {{ code field message }} }} }}"""
    errors: list[dict[str, str]] = client.ask(document, {"i": asked}, persona)[command.name]["userErrors"]
    return errors
