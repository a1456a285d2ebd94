"""The database of a million cases, with as much of what comes of them, that the plans and passes are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone

import asyncpg
import pytest

from models.alerting import evaluate
from seeds.bulk import seed_cases
from seeds.cases import UNTIL, Plan
from seeds.load import seed
from tests.cluster import TEST_CIPHER, Cluster, run
from tests.full.filling import fill
from tests.test_database import alembic, with_connection

CASES = 1_000_000
# The evening of the day on which the last case was registered, later than the seeds look.
AT = datetime.combine(UNTIL, time(20), timezone(timedelta(hours=8)))


@pytest.fixture(scope="session")
def million(cluster: Cluster, worker_id: str) -> Iterator[str]:
    """The URL of a copy of the seeded database with a million cases more, taken back and migrated again."""
    name = f"million_{worker_id}"
    url = cluster.create(name)
    run(seed_cases(url, Plan(7, CASES), TEST_CIPHER, progress=lambda line: None))
    with_connection(url, alembic("0007"))
    with_connection(url, alembic("head"))
    run(_complete(url))
    yield url
    run(_drop(cluster.url("postgres"), name))


async def _complete(url: str) -> None:
    connection = await asyncpg.connect(url)
    # What the tables had that were taken back is seeded again.
    await connection.execute("DELETE FROM seed_run WHERE name NOT IN ('examples', 'alerts')")
    await seed(url, development=TEST_CIPHER, progress=lambda line: None)
    await fill(connection)
    await evaluate(connection, AT)
    # As autovacuum leaves it: without its map of what is visible to all, counts from an index alone look dear.
    for table in ("enforcement_case", "alert", "notification"):
        await connection.execute(f"VACUUM (ANALYZE) {table}")
    await connection.close()


async def _drop(server: str, name: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()
