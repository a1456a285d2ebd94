"""How much waits in the database to be done, for the metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import asyncpg

_TIMEOUT_SECONDS = 2.0
_WAITING = """
SELECT (SELECT count(*) FROM audit_entry WHERE sequence IS NULL) AS unsealed_entries,
       (SELECT count(*) FROM import_job WHERE state IN ('QUEUED', 'RUNNING')) AS imports,
       (SELECT count(*) FROM procrastinate.procrastinate_jobs WHERE status = 'failed') AS failed_jobs
"""
_QUEUES = ("unsealed_entries", "imports", "failed_jobs")


async def waiting(reads: Any) -> Mapping[str, float]:
    """How much waits in each queue, by its name; not a number while the database does not answer."""
    try:
        async with asyncio.timeout(_TIMEOUT_SECONDS):
            row: Mapping[str, float] = await reads.fetchrow(_WAITING)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return dict.fromkeys(_QUEUES, float("nan"))
    return row
