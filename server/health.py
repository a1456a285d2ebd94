"""Health: whether the process lives, and whether it can serve."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from models.database import newest_revision, revisions
from policies import PolicyFile
from server.files.janitor import Janitor
from server.jobs import seconds_since

_TIMEOUT_SECONDS = 2.0
# Of what is done every minute.
_LATE_SECONDS = 300
_OF_ANOTHER = (
    "the storage holds files of another database, or of a newer copy of this one; nothing is removed from it "
    "until it is claimed (python -m server claim-files)"
)


async def live(request: Request) -> Response:
    """200 while the process answers at all."""
    return JSONResponse({"status": "ok"})


class Ready:
    """200 when the database answers with the tables of this code, else 503.

    A policy file that cannot be used is told and no more, and so is a storage of files that is another database's, or
    that nobody does what is done at its time: this server serves, and a balancer would take away every other one too.
    """

    def __init__(self, reads: Any, policy: PolicyFile, janitor: Janitor) -> None:
        self._reads = reads
        self._policy = policy
        self._janitor = janitor
        self._revision = newest_revision()

    async def __call__(self, request: Request) -> Response:
        """The state of each part."""
        try:
            async with asyncio.timeout(_TIMEOUT_SECONDS):
                database = await self._check_database()
                jobs = await self._check_jobs() if database == "ok" else "unknown"
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            database, jobs = "does not answer", "unknown"
        status, code = ("ok", 200) if database == "ok" else ("unavailable", 503)
        parts = {"database": database, "policy": self._check_policy(), "files": self._check_files(), "jobs": jobs}
        return JSONResponse({"status": status, **parts}, code)

    async def _check_database(self) -> str:
        revision = await self._reads.fetchval("SELECT version_num FROM alembic_version")
        if revision == self._revision:
            return "ok"
        # The old code may read what is renamed, or write what means something else now.
        mend = "migrate it" if revision in revisions() else "run the version that migrated it"
        return f"is at revision {revision}, not {self._revision}: {mend}"

    async def _check_jobs(self) -> str:
        seconds = await seconds_since(self._reads)
        if seconds is not None and seconds < _LATE_SECONDS:
            return "ok"
        last = "never" if seconds is None else f"{seconds // 60} minutes ago"
        return f"degraded: the clock was last looked at {last}; run python -m server work"

    def _check_policy(self) -> str:
        self._policy.current()
        is_refused = self._policy.error is not None
        return "degraded: the files cannot be used; the last good version is in force" if is_refused else "ok"

    def _check_files(self) -> str:
        return "ok" if self._janitor.is_owner else f"degraded: {_OF_ANOTHER}"
