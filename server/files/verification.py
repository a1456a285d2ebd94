"""Whether the storage holds every content that a row names, as after a restore it may not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server.files.storage import Storage

_STORED = "SELECT id, storage_key, size FROM stored_file WHERE state = 'STORED' ORDER BY id"


@dataclass(frozen=True)
class Checked:
    """A stored file: the bytes that its row promises, and those that are there; None where nothing is."""

    file: UUID
    promised: int
    found: int | None


async def check_files(connection: Any, storage: Storage) -> AsyncIterator[Checked]:
    """Every stored file, in the order of their ids."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        # The rows are those of this moment, each of which had its content before.
        await connection.execute("SELECT FROM stored_file LIMIT 1")
        sizes = {kept.key: kept.size async for kept in storage.all()}
        async for row in connection.cursor(_STORED):
            yield Checked(row["id"], row["size"], sizes.get(row["storage_key"]))
