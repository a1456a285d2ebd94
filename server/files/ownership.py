"""Whose files a storage keeps: it says which database they are of, and how far the audit of that one had come.

To another database, or to an older copy of the right one, contents that are in force would be nobody's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from resolvers.audit import Head, head
from server.files.storage import Storage

# The key of a content that is of no file: the id of the database, and the last entry of its audit if there was one.
OWNER = "owner"
_BATCH = 1000
_ID = "SELECT id::text FROM installation"
_IS_SEALED = "SELECT EXISTS (SELECT FROM audit_entry WHERE sequence = $1 AND hash = $2)"
_NAMES_ANY = "SELECT EXISTS (SELECT FROM stored_file WHERE storage_key = ANY($1))"


async def is_owner(connection: Any, storage: Storage) -> bool:
    """Whether the files of a storage are this database's, which has lost nothing since it was said.

    Files that were never said to be anyone's, as in an empty storage or from before it was said, are those of
    a database that names one of them, or that finds none.
    """
    try:
        said = await storage.read(OWNER)
    except FileNotFoundError:
        return await _names_any(connection, storage)
    database, _, last = said.decode().partition(" ")
    if database != await connection.fetchval(_ID):
        return False
    known = Head.parse(last) if last else None
    return known is None or bool(await connection.fetchval(_IS_SEALED, known.sequence, known.hash))


async def claim(connection: Any, storage: Storage) -> None:
    """Say that the files of a storage are this database's, as far as its audit has come."""
    last = await head(connection)
    database = await connection.fetchval(_ID)
    await storage.put(OWNER, _whole(f"{database} {last or ''}".strip().encode()))


async def contents(storage: Storage, *, before: datetime | None = None) -> AsyncIterator[list[str]]:
    """The keys of all contents that a file may name, in batches; of those alone that were there before a moment."""
    batch: list[str] = []
    async for kept in storage.all():
        if kept.key != OWNER and (before is None or kept.since < before):
            batch.append(kept.key)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


async def _names_any(connection: Any, storage: Storage) -> bool:
    is_empty = True
    async for keys in contents(storage):
        is_empty = False
        if await connection.fetchval(_NAMES_ANY, keys):
            return True
    return is_empty


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content
