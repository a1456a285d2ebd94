"""Every document under tests/queries: its data and its SQL as reviewed, and one statement in the server's log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policies.principal import _PRINCIPAL
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id, stable_id
from tests.cluster import Cluster, Rows
from tests.serving import Client, serving

QUERIES = Path(__file__).parent / "queries"
DOCUMENTS = sorted(path.stem for path in QUERIES.glob("*.graphql"))


def named_id(text: str) -> str:
    """The global id that a variable names as @what:where."""
    what, _, where = text.removeprefix("@").partition(":")
    match what:
        case "government":
            return str(GlobalID("Organization", str(organization_id(where, "GOVERNMENT"))))
        case "judicial":
            return str(GlobalID("Organization", str(organization_id(where, "JUDICIAL_BUREAU"))))
        case "market":
            return str(GlobalID("Organization", str(organization_id(where, "DEPARTMENT", "MARKET_REGULATION"))))
        case "training":
            key = stable_id("training", where, "DEPARTMENT", "MARKET_REGULATION", "2026")
            return str(GlobalID("Training", str(key)))
        case "officer":
            key = stable_id("officer", str(organization_id(where, "DEPARTMENT", "MARKET_REGULATION")), "0")
            return str(GlobalID("Officer", str(key)))
        case "region":
            return str(GlobalID("Region", where))
        case "evaluation":
            return str(GlobalID("Evaluation", str(stable_id("evaluation", where))))
        case "staffing":
            body = organization_id(where, "JUDICIAL_BUREAU")
            return str(GlobalID("Staffing", str(stable_id("staffing", str(body)))))
        case "matter":
            return str(GlobalID("SupervisionMatter", str(stable_id("supervision_matter", where))))
        case "seeded":
            type_name, *parts = where.split(":")
            return str(GlobalID(type_name, str(stable_id(*parts))))
        case "account":
            return str(GlobalID("Account", str(stable_id("account", where))))
    raise ValueError(text)


def resolve_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: resolve_ids(item) for name, item in value.items()}
    if isinstance(value, list):
        return [resolve_ids(item) for item in value]
    return named_id(value) if isinstance(value, str) and value.startswith("@") else value


def read(name: str) -> tuple[str, dict[str, Any], str | None]:
    """A document with the variables and the persona that its comments name."""
    document = (QUERIES / f"{name}.graphql").read_text(encoding="utf-8")
    given = re.search(r"^# variables: (.*)$", document, re.MULTILINE)
    persona = re.search(r"^# persona: (.*)$", document, re.MULTILINE)
    variables = resolve_ids(json.loads(given[1])) if given else {}
    return document, variables, persona[1] if persona else None


@pytest.fixture(scope="module")
def logged(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[tuple[Client, Cluster, str]]:
    """A server on a database whose every statement is logged by PostgreSQL."""
    name = f"logged_{worker_id}"
    url = cluster.create(name)
    rows = Rows(url)
    rows.execute(f"ALTER DATABASE {name} SET log_statement = 'all'")
    rows.close()
    with serving(url, data_dir) as client:
        yield client, cluster, name


def statements(log: str, database: str) -> list[str]:
    """The statements that PostgreSQL logged for the application on a database, but for reads of principals."""
    entries: list[str] = []
    for line in log.splitlines():
        if line.startswith("\t"):
            entries[-1] += "\n" + line[1:]
        elif line:
            entries.append(line)
    found = []
    for entry in entries:
        match = re.match(rf"jiandu\|{database}\|LOG:  (?:execute [^:]*|statement): (.*)", entry, re.DOTALL)
        if match and not match[1].strip().startswith(_PRINCIPAL.strip().partition("{who}")[0]):
            found.append(match[1])
    return found


def test_there_are_documents_with_several_roots_and_mixed_nodes() -> None:
    assert {"nodes_mixed", "language_of_graphql", "refused_arguments"} <= set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str, logged: tuple[Client, Cluster, str], update_golden: bool) -> None:
    client, cluster, database = logged
    document, variables, persona = read(name)
    warm = client.post(document, variables, persona)
    offset = cluster.log.stat().st_size
    response = client.post(document, variables, persona)
    with cluster.log.open(encoding="utf-8") as log:
        log.seek(offset)
        executed = statements(log.read(), database)
    assert response.status_code == warm.status_code == 200
    answer = response.json()
    for error in answer.get("errors", []):
        assert error["extensions"].pop("correlationId") == response.headers["x-request-id"]
    expected_data, expected_sql = QUERIES / f"{name}.json", QUERIES / f"{name}.sql"
    if update_golden:
        expected_data.write_text(json.dumps(answer, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        expected_sql.write_text("\n".join(executed) + "\n", encoding="utf-8")
    assert len(executed) == 1
    assert answer == json.loads(expected_data.read_text(encoding="utf-8"))
    assert executed[0] + "\n" == expected_sql.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["{ __typename }", "{ __schema { queryType { name } } }"])
def test_introspection_needs_no_statement(document: str, logged: tuple[Client, Cluster, str]) -> None:
    client, cluster, database = logged
    client.post(document, persona="county-judicial")
    offset = cluster.log.stat().st_size
    assert "errors" not in client.post(document, persona="county-judicial").json()
    with cluster.log.open(encoding="utf-8") as log:
        log.seek(offset)
        assert statements(log.read(), database) == []


def test_how_many_tasks_there_are_is_counted_once(logged: tuple[Client, Cluster, str]) -> None:
    client, cluster, database = logged
    counted = []
    for fields in ("totalCount", "totalCount totalCountAtLeast"):
        client.post(f"{{ myTasks {{ {fields} }} }}", persona="county-judicial")
        offset = cluster.log.stat().st_size
        assert "errors" not in client.post(f"{{ myTasks {{ {fields} }} }}", persona="county-judicial").json()
        with cluster.log.open(encoding="utf-8") as log:
            log.seek(offset)
            (statement,) = statements(log.read(), database)
        counted.append(statement.count("tasks_counted"))
    assert counted[0] == counted[1] > 0
    # Of two lists each counts its own.
    document = "{ a: myTasks { totalCount totalCountAtLeast } b: myTasks(first: 1) { totalCountAtLeast totalCount } }"
    answer = client.post(document, persona="county-judicial").json()["data"]
    assert answer["a"] == answer["b"]
