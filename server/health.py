"""Health: whether the process lives, and whether it can serve."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from models.database import newest_revision
from policies import PolicyFile

_TIMEOUT_SECONDS = 2.0


async def live(request: Request) -> Response:
    """200 while the process answers at all."""
    return JSONResponse({"status": "ok"})


class Ready:
    """200 when the database answers with the tables of this code and the policy file is usable, else 503."""

    def __init__(self, reads: Any, policy: PolicyFile) -> None:
        self._reads = reads
        self._policy = policy
        self._revision = newest_revision()

    async def __call__(self, request: Request) -> Response:
        """The state of each part."""
        checks = {"database": await self._database(), "policy": self._check_policy()}
        ok = all(state == "ok" for state in checks.values())
        return JSONResponse({"status": "ok" if ok else "unavailable", **checks}, 200 if ok else 503)

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(_TIMEOUT_SECONDS):
                revision = await self._reads.fetchval("SELECT version_num FROM alembic_version")
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return "does not answer"
        return "ok" if revision == self._revision else f"is at revision {revision}, not {self._revision}: migrate it"

    def _check_policy(self) -> str:
        self._policy.current()
        return "the file cannot be used; the last good version is in force" if self._policy.error else "ok"
