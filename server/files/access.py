"""Who may download a file, decided at the download: a link outlives what its account may see."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from models import FileState, StoredFile
from policies import PolicyFile, load_principal_of_account

MayDownload = Callable[[UUID, UUID], Awaitable[bool]]
"""Whether an account may download a file now, by their keys."""


def by_scope(reads: Any, policy: PolicyFile) -> MayDownload:
    """Those may download a file who may read it, by the policy in force and the roles they hold today."""

    async def may_download(account: UUID, file: UUID) -> bool:
        principal = await load_principal_of_account(reads, account)
        row = await reads.fetchrow("SELECT * FROM stored_file WHERE id = $1", file)
        if principal is None or row is None:
            return False
        return policy.current().sees(principal, StoredFile(**{**dict(row), "state": FileState[row["state"]]}))

    return may_download
