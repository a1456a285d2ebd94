"""One PostgreSQL for all test processes: a migrated and seeded template, cloned for each of them."""

from __future__ import annotations

import asyncio
import base64
import pickle
import time
from collections.abc import Callable, Collection, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
from sqlalchemy.engine import make_url

from models.database import Database, DatabaseSettings
from models.embedded import EmbeddedCluster
from models.secrets import make_cipher
from seeds.load import seed

_T = TypeVar("_T")
_TEMPLATE = "jiandu_template"
_DIGEST = """SELECT md5(coalesce(string_agg(t.row, chr(10) ORDER BY t.row COLLATE "C"), ''))
             FROM (SELECT ({row})::text AS row FROM {table} t) t"""
# Entries are chained in the background, some time after they were written.
_ROWS = {"audit_entry": "to_jsonb(t) - '{sequence,previous_hash,hash}'::text[]"}
# Every server of the tests is given this key, since all use copies of one template.
TEST_KEY = base64.b64encode(b"a key of thirty-two bytes, tests").decode()
TEST_CIPHER = make_cipher([TEST_KEY], Path())


def run(coroutine: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine from a synchronous test."""
    return asyncio.run(coroutine)


class Cluster:
    """A running server; makes databases and reads its log."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder = folder
        self.log = folder / "postgres" / "log"
        self._url = url

    def url(self, database: str) -> str:
        """The libpq URL of a database."""
        return make_url(self._url).set(database=database).render_as_string(hide_password=False)

    def create(self, database: str, *, template: str = _TEMPLATE) -> str:
        """Make a database anew; answers its URL."""

        async def make() -> None:
            connection = await asyncpg.connect(self.url("postgres"))
            await connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
            # By files, since a log of them is read by nobody.
            await connection.execute(f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY FILE_COPY")
            await connection.close()

        run(make())
        return self.url(database)

    def prepared(self, template: str, make: Callable[[Rows], _T]) -> _T:
        """What ``make`` answers of a copy of the seeded database, by whichever process comes first.

        The copy becomes ``template``, from which others are made with the same rows in them.
        """
        kept = self._folder / f"{template}.pickle"
        lock = Rows(self.url("postgres"))
        lock.execute("SELECT pg_advisory_lock(hashtext($1))", template)
        if not kept.exists():
            rows = Rows(self.create(f"{template}_making"))
            made = make(rows)
            rows.execute("ANALYZE")
            rows.close()
            lock.execute(f"ALTER DATABASE {template}_making RENAME TO {template}")
            kept.write_bytes(pickle.dumps(made))
        lock.close()
        found: _T = pickle.loads(kept.read_bytes())
        return found

    async def prepare(self) -> None:
        """Make the template once, whichever process comes first."""
        connection = await asyncpg.connect(self.url("postgres"))
        await connection.execute("SELECT pg_advisory_lock(1)")
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", _TEMPLATE):
            # Nothing in these databases outlives the run.
            for setting in ("fsync = off", "full_page_writes = off", "log_line_prefix = '%a|%d|'"):
                await connection.execute(f"ALTER SYSTEM SET {setting}")
            await connection.execute("SELECT pg_reload_conf()")
            await connection.execute(f"CREATE DATABASE {_TEMPLATE}_making TEMPLATE template0 ENCODING 'UTF8'")
            database = Database(DatabaseSettings(database_url=self.url(f"{_TEMPLATE}_making")))
            await database.migrate()
            await seed(database.url, development=TEST_CIPHER, progress=lambda line: None)
            seeded = await asyncpg.connect(database.url)
            # As autovacuum would before long; tests are over before it comes.
            await seeded.execute("ANALYZE")
            await seeded.close()
            await connection.execute(f"ALTER DATABASE {_TEMPLATE}_making RENAME TO {_TEMPLATE}")
        await connection.close()


@contextmanager
def running_cluster(folder: Path) -> Iterator[Cluster]:
    """The cluster in a folder that all test processes share; the last to leave stops it."""
    # Making and dropping a database walks through all of them.
    embedded = EmbeddedCluster(folder, shared_buffers=256 * 2**20)
    cluster = Cluster(folder, embedded.start())
    try:
        run(cluster.prepare())
        yield cluster
    finally:
        embedded.stop()


class Rows:
    """Rows of one database, as they are, past every scope; one connection, kept."""

    def __init__(self, url: str) -> None:
        self.url = url
        # Of each table that rows were copied in, to look them up once.
        self.columns: dict[str, str] = {}
        self._runner = asyncio.Runner()
        self._connection: Any = None

    def fetch(self, sql: str, *arguments: Any) -> list[dict[str, Any]]:
        """The rows that a statement answers."""
        return [dict(row) for row in self.run(lambda connection: connection.fetch(sql, *arguments))]

    def value(self, sql: str, *arguments: Any) -> Any:
        """The one value that a statement answers."""
        return self.run(lambda connection: connection.fetchval(sql, *arguments))

    def execute(self, sql: str, *arguments: Any) -> None:
        """Run a statement."""
        self.run(lambda connection: connection.execute(sql, *arguments))

    def copy(self, table: str, columns: list[str], records: list[tuple[Any, ...]]) -> None:
        """Add rows to a table."""
        self.run(lambda connection: connection.copy_records_to_table(table, columns=columns, records=records))

    def digest(self, tables: Collection[str] = ()) -> dict[str, str]:
        """The content of every table, or of some, as digests; seals of audit entries are left out."""
        every = self.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        return {
            table: self.value(_DIGEST.format(table=table, row=_ROWS.get(table, "t")))
            for table in tables or [each["tablename"] for each in every]
        }

    def close(self) -> None:
        """Leave the database."""
        try:
            if self._connection is not None:
                self._runner.run(self._connection.close())
        finally:
            self._runner.close()

    def run(self, act: Callable[[Any], Coroutine[Any, Any, Any]]) -> Any:
        """What a coroutine function makes of the connection."""

        async def act_on_it() -> Any:
            if self._connection is None:
                self._connection = await asyncpg.connect(self.url)
            return await act(self._connection)

        return self._runner.run(act_on_it())


def waiting(rows: Rows) -> int:
    """How many wait for a lock in the database; by a connection that is in no transaction."""
    of_it = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    found: int = rows.value(of_it)
    return found


def until(condition: Callable[[], Any], seconds: float = 240) -> None:
    """Wait for a condition that another process brings about."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not come about"
        time.sleep(0.01)
