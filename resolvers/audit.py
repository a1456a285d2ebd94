"""Audit entries and their chain: each sealed entry holds the hash of all before it.

Commands write entries unsealed, so that they never wait for each other; one sealer at a time chains them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from models import NOBODY, Table
from models.base import uuid7
from models.database import driver_of
from resolvers.caller import Caller

# What is entered though it is no act, and so is told to the auditor and stands in no history.
DOWNLOAD, DOWNLOAD_LETTER = "download", "download_letter"
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
    "acted_on_type",
    "acted_on_id",
    "before",
    "after",
    "correlation_id",
    "remote_address",
)
# Entries from before these were kept, and those that have none of them, are hashed without.
_KEPT_SINCE = {"account_name", "acted_on_type", "acted_on_id"}
_LAST = "SELECT sequence, hash FROM audit_entry WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1"
_UNSEALED = "SELECT * FROM audit_entry WHERE sequence IS NULL ORDER BY id LIMIT $1"
_SEALED = "SELECT * FROM audit_entry WHERE sequence IS NOT NULL ORDER BY sequence"
_SEAL = "UPDATE audit_entry SET sequence = $2, previous_hash = $3, hash = $4 WHERE id = $1"
_WRITE = """
INSERT INTO audit_entry (id, at, account_id, account_name, organization_id, rule, action, object_type, object_id,
    acted_on_type, acted_on_id, before, after, correlation_id, remote_address)
SELECT e.id, $1, $2, $3, $4, $5, $6, e.object_type, e.object_id, e.acted_on_type, e.acted_on_id, e.before::jsonb,
    e.after::jsonb, $7, $8
FROM unnest($9::uuid[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
    e (id, object_type, object_id, acted_on_type, acted_on_id, before, after)
"""
_GENESIS = b"\0" * 32
SEALED_AT_ONCE = 1000


@dataclass(frozen=True)
class Entry:
    """What was done with one row, or came of what was ``acted_on``: its values before and after, as JSON has them."""

    table: type[Table]
    key: Any
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    acted_on: tuple[type[Table], Any] | None = None


@dataclass(frozen=True)
class Ground:
    """At which moment something was done, and by which rule in which organization, if not in the caller's own."""

    at: datetime
    rule: str = ""
    organization_id: UUID | None = None


@dataclass(frozen=True)
class Head:
    """An entry of the chain by its sequence number, with the hash of all up to it; written ``SEQUENCE:HASH``."""

    sequence: int
    hash: bytes

    @classmethod
    def parse(cls, text: str) -> Head:
        """The entry that a text names.  Raises ``ValueError``."""
        sequence, _, hash_ = text.partition(":")
        found = cls(int(sequence), bytes.fromhex(hash_))
        if found.sequence < 1 or len(found.hash) != len(_GENESIS):
            raise ValueError("no entry is so written")
        return found

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash.hex()}"


@dataclass(frozen=True)
class Chain:
    """How far the chain was followed, how many entries wait to be sealed, and what is wrong, if anything is.

    ``broken`` is the first entry that was changed, moved or removed; ``is_another`` and ``is_cut`` tell that the entry
    that was known has another hash, and that it is no more there.
    """

    head: Head
    unsealed: int = 0
    broken: int | None = None
    is_another: bool = False
    is_cut: bool = False


async def write_entries(
    session: AsyncSession, caller: Caller, action: str, ground: Ground, entries: Sequence[Entry]
) -> None:
    """Write the entries of what a caller did; of one without an account they name nobody's."""
    principal = caller.principal
    await (await driver_of(session)).execute(
        _WRITE,
        ground.at,
        principal.account or NOBODY,
        principal.name,
        ground.organization_id if ground.rule else principal.organization,
        ground.rule,
        action,
        caller.correlation_id,
        caller.remote_address,
        [uuid7() for _ in entries],
        [each.table.__name__ for each in entries],
        [str(each.key) for each in entries],
        [each.acted_on and each.acted_on[0].__name__ for each in entries],
        [each.acted_on and str(each.acted_on[1]) for each in entries],
        [_json(each.before) for each in entries],
        [_json(each.after) for each in entries],
    )


def _json(values: dict[str, Any] | None) -> str | None:
    return None if values is None else orjson.dumps(values).decode()


async def seal(connection: Any) -> int:
    """Chain the oldest entries that are not chained yet, ``SEALED_AT_ONCE`` at most; answers how many.

    Another sealer at work does it instead.
    """
    async with connection.transaction():
        if not await connection.fetchval("SELECT pg_try_advisory_xact_lock(hashtext($1))", _LOCK):
            return 0
        last = await connection.fetchrow(_LAST)
        sequence, previous = (last["sequence"], last["hash"]) if last else (0, _GENESIS)
        entries = await connection.fetch(_UNSEALED, SEALED_AT_ONCE)
        sealed = []
        for sequence_, entry in enumerate(entries, start=sequence + 1):
            digest = _digest(previous, entry)
            sealed.append((entry["id"], sequence_, previous, digest))
            previous = digest
        await connection.executemany(_SEAL, sealed)
        return len(sealed)


async def head(connection: Any) -> Head | None:
    """The last entry of the chain; None before any is sealed."""
    last = await connection.fetchrow(_LAST)
    return None if last is None else Head(last["sequence"], last["hash"])


async def verify(connection: Any, known: Head | None = None) -> Chain:
    """The chain as it is found, with what is wrong of it.

    Entries that were removed from its end leave no trace in it: only a head that was ``known`` before tells.
    """
    found, unsealed = Head(0, _GENESIS), 0
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        async for entry in connection.cursor(_SEALED):
            intact = (
                entry["sequence"] == found.sequence + 1
                and entry["previous_hash"] == found.hash
                and entry["hash"] == _digest(found.hash, entry)
            )
            if not intact:
                return Chain(found, broken=found.sequence + 1)
            found = Head(entry["sequence"], entry["hash"])
            if known is not None and known.sequence == found.sequence and known.hash != found.hash:
                return Chain(found, is_another=True)
        unsealed = await connection.fetchval("SELECT count(*) FROM audit_entry WHERE sequence IS NULL")
    return Chain(found, unsealed, is_cut=known is not None and known.sequence > found.sequence)


def _digest(previous: bytes, entry: Any) -> bytes:
    facts = {name: entry[name] for name in _FACTS if name not in _KEPT_SINCE or entry[name]}
    return hashlib.sha256(previous + orjson.dumps(facts, option=orjson.OPT_SORT_KEYS, default=str)).digest()
