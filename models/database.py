"""Where the rows live: the embedded PostgreSQL by default, any other by ``DATABASE_URL``."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import asyncpg
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool

from models.embedded import DATABASE, DatabaseUnavailableError, EmbeddedCluster

MINIMUM_VERSION = 15
_RECOVERY_SECONDS = 600
# How long a migration waits for a lock, and then lets others pass: less than a request may take, ten minutes in all.
LOCK_SECONDS, _LOCK_ATTEMPTS, _LOCK_NOT_AVAILABLE = 3, 100, "55P03"
_LARGEST_CACHED_STATEMENT, _CACHED_STATEMENTS = 100_000, 500
MIGRATIONS = Path(__file__).parent / "migrations"
_SCHEMES, _PORTS = ("postgresql://", "postgres://"), range(1, 2**16)
_ADDRESS = (
    "write it as postgresql://user:password@host:port/database, the port up to 65535, and what is no letter or digit "
    "in user and password as %40 stands for @"
)
_UNKNOWN = (
    "The database is at revision {}, which this version of Jiandu does not know; its newest is {}. "
    "Run the version that migrated it, or restore the copy from before."
)
_HALF_SEEDED = (
    "Demonstration cases are half made, by the version of Jiandu whose newest revision is {}. "
    "Complete them with that version (python -m seeds), then upgrade."
)
# SQLSTATE classes: connection, no such database, authorization, rollback (deadlock), resources, operator.
_UNAVAILABLE = {"08", "3D", "28", "40", "53", "57"}


def is_unavailable(error: BaseException) -> bool:
    """Whether an error says that the database cannot be used now, rather than that a statement is wrong."""
    if isinstance(error, OSError | asyncpg.InterfaceError | PoolTimeoutError):
        return True
    sqlstate = getattr(error, "sqlstate", None)
    return (sqlstate or "")[:2] in _UNAVAILABLE or (error.__cause__ is not None and is_unavailable(error.__cause__))


def _is_usable(url: str) -> bool:
    try:
        return url.startswith(_SCHEMES) and (make_url(url).port or 1) in _PORTS
    except (ArgumentError, ValueError):
        return False


class DatabaseSettings(BaseSettings):
    """Where the database is, from the environment."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    database_url: str | None = None
    database_direct_url: str | None = Field(default=None, description="past a pooler, for LISTEN")
    database_pool_size: int = Field(default=10, ge=1, le=200)
    data_dir: Path = Path(".data")

    @property
    def is_pooled(self) -> bool:
        """Whether ``database_url`` leads to a pooler, where the next transaction may be another session's."""
        return self.database_direct_url not in (None, self.database_url)

    @field_validator("database_url", "database_direct_url")
    @classmethod
    def _postgresql_only(cls, url: str | None) -> str | None:
        if url is not None and not _is_usable(url):
            raise ValueError(_ADDRESS)
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

    @property
    def place(self) -> str:
        """Which database it is, without user and password."""
        if self._cluster is not None:
            return f"the embedded one in {self._settings.data_dir.absolute()}, since DATABASE_URL is not set"
        url = make_url(self.url)
        return f"{url.database} on {url.host or url.query.get('host', 'this machine')}"

    async def prepare(self) -> None:
        """Check that the server answers and is recent enough; create the embedded database once."""
        if self._cluster is not None:
            await _create_database(self.url)
        try:
            connection = await asyncpg.connect(self.direct_url, timeout=10)
        except (OSError, TimeoutError, asyncpg.PostgresError, ValueError, OverflowError) as error:
            # What a library says of an address it cannot read quotes it.
            said = type(error).__name__ if isinstance(error, ValueError | OverflowError) else str(error)
            raise DatabaseUnavailableError(
                f"The database of DATABASE_URL cannot be reached: {said or type(error).__name__}. "
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
        """Bring the tables to the newest revision.

        For what others hold it waits again and again, letting those behind it pass between.  Raises
        ``DatabaseUnavailableError`` while demonstration cases are half made, with their indexes taken away.
        """
        engine = write_engine(self.direct_url)
        try:
            for attempt in range(1, _LOCK_ATTEMPTS + 1):
                try:
                    return await _migrate(engine)
                except (DBAPIError, asyncpg.PostgresError) as error:
                    if sqlstate_of(error) != _LOCK_NOT_AVAILABLE or attempt == _LOCK_ATTEMPTS:
                        raise
                await asyncio.sleep(LOCK_SECONDS)
        finally:
            await engine.dispose()


async def _migrate(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        if (revision := await _revision(connection)) != newest_revision():
            if await connection.scalar(text("SELECT to_regclass('seeding.plan')")) is not None:
                raise DatabaseUnavailableError(_HALF_SEEDED.format(revision))
            if revision is not None and revision not in revisions():
                raise DatabaseUnavailableError(_UNKNOWN.format(revision, newest_revision()))
            # A start with nothing to migrate is spared the import of Alembic.
            from models.upgrade import upgrade  # noqa: PLC0415

            await connection.run_sync(upgrade)


async def _revision(connection: AsyncConnection) -> str | None:
    """The revision that the tables stand at; None where there are none."""
    if await connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


async def _create_database(url: str) -> None:
    connection = await _connect_when_recovered(url)
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", DATABASE):
            await connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
    finally:
        await connection.close()


async def _connect_when_recovered(url: str) -> Any:
    for _ in range(_RECOVERY_SECONDS):
        try:
            return await asyncpg.connect(url, database="postgres", timeout=30)
        except asyncpg.CannotConnectNowError:
            await asyncio.sleep(1)
        except (OSError, TimeoutError, asyncpg.PostgresError) as error:
            raise DatabaseUnavailableError(f"The embedded PostgreSQL does not answer: {error}.") from error
    raise DatabaseUnavailableError(f"The embedded PostgreSQL still recovers after {_RECOVERY_SECONDS} s; start again.")


def write_engine(
    url: str, *, is_pooled: bool = False, longest_idle: float | None = None, **options: Any
) -> AsyncEngine:
    """An SQLAlchemy engine on asyncpg for commands and migrations; behind a pooler it prepares nothing by name.

    PostgreSQL ends a transaction in which nothing was said for ``longest_idle`` seconds: a host that is gone would
    hold its locks for hours.  Behind a pooler that is the pooler's to set.
    """
    options.setdefault("poolclass", NullPool)
    settings = {}
    if longest_idle is not None and not is_pooled:
        settings["idle_in_transaction_session_timeout"] = str(int(longest_idle * 1000))

    async def connect() -> Any:
        # asyncpg reads the address itself, as everywhere else: of what SQLAlchemy hands on it knows no sslmode.
        return await asyncpg.connect(
            url,
            # The statements of alerts are long, and are to be planned once.
            max_cacheable_statement_size=_LARGEST_CACHED_STATEMENT,
            statement_cache_size=0 if is_pooled else _CACHED_STATEMENTS,
            max_cached_statement_lifetime=0,
            server_settings=settings,
        )

    # SQLAlchemy prepares statements of its own, beside asyncpg's cache.
    unnamed = {"prepared_statement_cache_size": 0, "prepared_statement_name_func": lambda: ""} if is_pooled else {}
    return create_async_engine(
        "postgresql+asyncpg://", connect_args={"async_creator_fn": connect, **unnamed}, **options
    )


async def driver_of(session: AsyncSession) -> Any:
    """asyncpg's connection of a session that has said something in its transaction, for what is written in SQL."""
    raw = await (await session.connection()).get_raw_connection()
    return raw.driver_connection


def sqlstate_of(error: BaseException) -> str:
    """The code of what PostgreSQL refused, by SQLAlchemy's error or by asyncpg's; empty for any other."""
    return str(getattr(getattr(error, "orig", error), "sqlstate", None) or "")


@cache
def revisions() -> frozenset[str]:
    """The revisions that this code knows: their files begin with their numbers."""
    return frozenset(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("*.py"))


def newest_revision() -> str:
    """The revision that the tables of this code stand at."""
    return max(revisions())
