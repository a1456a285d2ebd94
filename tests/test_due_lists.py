"""Lists and counts of what is near its end or past it: by every page, in both orders, from the scopes that see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cluster import Cluster, Rows
from tests.examples import copy_row, key
from tests.serving import Client, serving

# Days from now: when a case is near its end, and when its end is; whether it is offered to 西工区.
WRITTEN = {
    "near": (-1, 1, False),
    "nearer": (-2, 3, False),
    "nearest": (-3, 2, True),
    "passed": (-9, -3, False),
    "passed offered": (-9, -1, True),
    "published": (-1, 4, False),
    "far": (5, 9, False),
    "without": (None, None, False),
}
HANDLING = ("nextDueAt", "refusals", "isShirked", "isOffered", "isCorrectionDue", "version", "updatedAt")
LISTED = """query($due: DueState!, $order: OrderDirection!, $after: String) {
    page: cases(first: 1, after: $after, filter: { due: $due },
                orderBy: { field: REGISTERED, direction: $order }) {
        totalCount nodes { number } pageInfo { hasNextPage endCursor } } }"""


@pytest.fixture(scope="module")
def client(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Client]:
    """A server on a database with one case in 老城区 for each way to stand to an end, the newest last."""
    rows = Rows(cluster.create(f"due_{worker_id}"))
    rows.execute("UPDATE enforcement_case SET next_due_at = NULL, next_near_at = NULL")
    now = datetime.now(UTC)
    for place, (name, (near, due, is_offered)) in enumerate(WRITTEN.items()):
        copy_row(
            rows,
            "enforcement_case",
            "region_code = '410302' AND published_at IS NULL AND NOT is_offered",
            id=key("due", name),
            number=name,
            state="CLUE",
            registered_at=now - timedelta(days=90 - place),
            next_near_at=None if near is None else now + timedelta(days=near),
            next_due_at=None if due is None else now + timedelta(days=due),
            offered_region_code="410303" if is_offered else None,
            published_at=now if name == "published" else None,
            refusals=2,
        )
    with serving(rows.url, data_dir) as running:
        yield running
    rows.close()


@pytest.mark.parametrize(
    ("persona", "due", "names"),
    [
        ("county-judicial", "NEAR", ["near", "nearer", "nearest", "published"]),
        ("county-judicial", "PASSED", ["passed", "passed offered"]),
        ("city-judicial", "NEAR", ["near", "nearer", "nearest", "published"]),
        ("county-judicial-2", "NEAR", ["nearest"]),
        ("county-judicial-2", "PASSED", ["passed offered"]),
        ("zhengzhou-judicial", "NEAR", []),
        (None, "NEAR", []),
    ],
)
@pytest.mark.parametrize("order", ["ASC", "DESC"])
def test_what_is_due_is_listed_and_counted_once(
    persona: str | None, due: str, names: list[str], order: str, client: Client
) -> None:
    found: list[str] = []
    after = None
    while True:
        page = client.ask(LISTED, {"due": due, "order": order, "after": after}, persona)["page"]
        assert page["totalCount"] == len(names)
        found += [node["number"] for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert found == (names if order == "ASC" else names[::-1])


@pytest.mark.parametrize(
    ("persona", "is_entrusted"),
    [
        ("county-judicial", True),
        ("city-judicial", True),
        ("county-judicial-2", False),
        ("evaluator", False),
        (None, False),
    ],
)
def test_a_published_case_does_not_tell_how_it_is_handled(
    persona: str | None, is_entrusted: bool, client: Client
) -> None:
    document = f"""{{ case(by: {{ number: "published" }}) {{ number {" ".join(HANDLING)} }}
                     cases(filter: {{ shirked: true }}) {{ nodes {{ number }} }} }}"""
    answer = client.ask(document, persona=persona)
    told = {name: answer["case"][name] is not None for name in HANDLING}
    assert told == dict.fromkeys(HANDLING, is_entrusted)
    assert ({"number": "published"} in answer["cases"]["nodes"]) == is_entrusted
