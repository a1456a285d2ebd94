"""How long is kept what only helps for a time: receipts of idempotency keys, notifications, unused uploads.

What was done stands in the audit and in the histories of its objects, for good.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from models.base import Table
from models.files import StoredFile


def _is_unused() -> str:
    """That no row names a file ``f``."""
    uses = [
        f"NOT EXISTS (SELECT FROM {table} WHERE {key.parent.name} = f.id)"
        for table in Table.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == StoredFile.__tablename__
    ]
    return " AND ".join(sorted(uses))


_KEPT = {
    # Nobody sends a request again that he sent so long ago.
    "DELETE FROM command_receipt WHERE created_at < $1": timedelta(days=30),
    "DELETE FROM notification WHERE at < $1": timedelta(days=366),
    # What is not evidence, attachment or document by then; its content goes with the next sweep of the storage.
    f"DELETE FROM stored_file f WHERE created_at < $1 AND {_is_unused()}": timedelta(days=30),  # noqa: S608
}


async def remove_outdated(connection: Any, at: datetime) -> int:
    """Remove what has been kept for its time; answers how many rows."""
    return sum([_count(await connection.execute(delete, at - kept)) for delete, kept in _KEPT.items()])


def _count(status: str) -> int:
    return int(status.rsplit(maxsplit=1)[-1])
