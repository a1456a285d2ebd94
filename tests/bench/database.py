"""Databases of 100,000 to 10 million cases, each in a folder of its own, made where they are missing."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from models.database import Database, DatabaseSettings
from tests.bench.functions import installed
from tests.bench.load import postmaster
from tests.cluster import Rows

_SEED = 7


def folder(cases: int) -> Path:
    """Where the database of so many cases lies: a folder of BENCH_DATA, which may be a link."""
    return (Path(os.environ.get("BENCH_DATA") or ".data/bench") / str(cases)).resolve()


@contextmanager
def running_database(cases: int) -> Iterator[tuple[str, psutil.Process]]:
    """The URL and the first process of PostgreSQL with so many cases, with the schema ``bench`` of this run."""
    data_dir = folder(cases)
    with Database(DatabaseSettings(database_url=None, data_dir=data_dir)) as database:
        asyncio.run(_migrate(database))
        rows = Rows(database.url)
        found = rows.value("SELECT count(*) FROM enforcement_case")
        if found < cases:
            print(f"making {cases:,} cases in {data_dir} …", flush=True)
            subprocess.run(
                [sys.executable, "-m", "seeds", "--cases", str(cases), "--seed", str(_SEED)],
                env={**os.environ, "DATABASE_URL": database.url, "DATA_DIR": str(data_dir)},
                stdout=subprocess.DEVNULL,
                check=True,
            )
            rows.execute("VACUUM (ANALYZE)")
        rows.close()
        with installed(database.url):
            yield database.url, postmaster(data_dir)


async def _migrate(database: Database) -> None:
    await database.prepare()
    await database.migrate()
