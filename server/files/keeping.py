"""Keeps the content of a file as it was promised, from wherever it comes."""

from __future__ import annotations

import asyncio
from typing import IO
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlmodel import col

from models import ErrorCode, FileState, Refusal, StoredFile
from models.base import now
from resolvers.audit import Entry, Ground, write_entries
from resolvers.caller import Caller
from server.files.content import is_of_type
from server.files.storage import Storage, chunks_of


async def keep(
    sessions: async_sessionmaker[AsyncSession], storage: Storage, caller: Caller, promised: StoredFile, file: IO[bytes]
) -> None:
    """Store a content whose size and checksum are as promised; the file is closed.

    Raises ``Refusal`` MEDIA_TYPE_MISMATCH or FILE_ALREADY_STORED.
    """
    if not await asyncio.to_thread(is_of_type, file, promised.media_type):
        raise Refusal(ErrorCode.MEDIA_TYPE_MISMATCH, expected=promised.media_type)
    file.seek(0)
    await storage.put(promised.storage_key, chunks_of(file))
    await _mark_stored(sessions, promised.id, caller)


async def _mark_stored(sessions: async_sessionmaker[AsyncSession], key: UUID, caller: Caller) -> None:
    # Of two uploads at once both have sent the same bytes; one of them stores the file.
    statement = (
        update(StoredFile)
        .where(col(StoredFile.id) == key, col(StoredFile.state) == FileState.PENDING)
        .values(state=FileState.STORED)
        .returning(col(StoredFile.id))
    )
    async with sessions.begin() as session:
        if (await session.execute(statement)).first() is None:
            raise Refusal(ErrorCode.FILE_ALREADY_STORED)
        before, after = ({"state": state.name} for state in (FileState.PENDING, FileState.STORED))
        await write_entries(session, caller, "upload", Ground(now()), [Entry(StoredFile, key, before, after)])
