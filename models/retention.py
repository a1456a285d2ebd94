"""How long is kept what only helps for a time: receipts of idempotency keys, and notifications.

What was done stands in the audit and in the histories of its objects, for good.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

_KEPT = {
    # Nobody sends a request again that he sent so long ago.
    "DELETE FROM command_receipt WHERE created_at < $1": timedelta(days=30),
    "DELETE FROM notification WHERE at < $1": timedelta(days=366),
}


async def remove_outdated(connection: Any, at: datetime) -> int:
    """Remove what has been kept for its time; answers how many rows."""
    return sum([_count(await connection.execute(delete, at - kept)) for delete, kept in _KEPT.items()])


def _count(status: str) -> int:
    return int(status.rsplit(maxsplit=1)[-1])
