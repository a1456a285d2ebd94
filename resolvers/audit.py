"""Audit entries and their chain: each sealed entry holds the hash of all before it.

Commands write entries unsealed, so that they never wait for each other; one sealer at a time chains them.
"""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

from models import NOBODY, AuditEntry, Table
from resolvers.caller import Caller

_LOCK = "jiandu.seal"
_FACTS = (
    "id",
    "at",
    "account_id",
    "account_name",
    "organization_id",
    "rule",
    "action",
    "object_type",
    "object_id",
    "before",
    "after",
    "correlation_id",
    "remote_address",
)
_LAST = "SELECT sequence, hash FROM audit_entry WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1"
_UNSEALED = "SELECT * FROM audit_entry WHERE sequence IS NULL ORDER BY id LIMIT 1000"
_SEALED = "SELECT * FROM audit_entry WHERE sequence IS NOT NULL ORDER BY sequence"
_SEAL = "UPDATE audit_entry SET sequence = $2, previous_hash = $3, hash = $4 WHERE id = $1"
_GENESIS = b"\0" * 32


def audit_entry(caller: Caller, action: str, table: type[Table], key: Any, **facts: Any) -> AuditEntry:
    """The entry of what a caller did with a row; of one without an account it names nobody's."""
    principal = caller.principal
    given = {
        "organization_id": principal.organization,
        "rule": "",
        "correlation_id": caller.correlation_id,
        "remote_address": caller.remote_address,
        **facts,
    }
    return AuditEntry(
        account_id=principal.account or NOBODY,
        account_name=principal.name,
        action=action,
        object_type=table.__name__,
        object_id=str(key),
        **given,
    )


async def seal(connection: Any) -> int:
    """Chain the entries that are not chained yet; answers how many. Another sealer at work does it instead."""
    async with connection.transaction():
        if not await connection.fetchval("SELECT pg_try_advisory_xact_lock(hashtext($1))", _LOCK):
            return 0
        last = await connection.fetchrow(_LAST)
        sequence, previous = (last["sequence"], last["hash"]) if last else (0, _GENESIS)
        entries = await connection.fetch(_UNSEALED)
        sealed = []
        for sequence_, entry in enumerate(entries, start=sequence + 1):
            digest = _digest(previous, entry)
            sealed.append((entry["id"], sequence_, previous, digest))
            previous = digest
        await connection.executemany(_SEAL, sealed)
        return len(sealed)


async def verify(connection: Any) -> int | None:
    """The sequence number of the first sealed entry that was changed, moved or removed; None if all stand."""
    expected, previous = 1, _GENESIS
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        async for entry in connection.cursor(_SEALED):
            intact = (
                entry["sequence"] == expected
                and entry["previous_hash"] == previous
                and entry["hash"] == _digest(previous, entry)
            )
            if not intact:
                return expected
            expected, previous = expected + 1, entry["hash"]
    return None


def _digest(previous: bytes, entry: Any) -> bytes:
    # Entries from before the actor's name was kept are hashed as they were.
    facts = {name: entry[name] for name in _FACTS if name != "account_name" or entry[name]}
    return hashlib.sha256(previous + orjson.dumps(facts, option=orjson.OPT_SORT_KEYS, default=str)).digest()
