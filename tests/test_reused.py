"""A database that one test after the other uses is for each of them as it was for the first."""

from __future__ import annotations

import pytest

from tests.cluster import Rows
from tests.reused import Reused
from tests.serving import Client

CHANGES = {
    "changed": "UPDATE enforcement_case SET cause = '另一案由'",
    "removed": "DELETE FROM case_officer",
    "added": """INSERT INTO notification
                SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid()))).* FROM notification n""",
    "what the server knows": "UPDATE account SET disabled_at = now()",
    "a definition": "ALTER TABLE deadline ADD COLUMN added int",
}
COLUMNS = "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public'"
ASKED = "{ viewer { roles } cases(first: 50) { totalCount nodes { id cause } } }"


def found(served: tuple[Client, Rows]) -> tuple[object, ...]:
    client, rows = served
    return client.ask(ASKED, None, "county-judicial"), rows.value(COLUMNS), rows.digest()


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_done_is_undone(reused: Reused, change: str) -> None:
    before = found(reused.lend())
    _, rows = reused.lend()
    rows.execute(CHANGES[change])
    assert (rows.value(COLUMNS), rows.digest()) != before[1:]
    assert found(reused.lend()) == before
