"""Keeps the content of a file as it was promised, from wherever it comes."""

from __future__ import annotations

import asyncio
from typing import IO
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from models import ErrorCode, FileState, Refusal, StoredFile
from server.files.content import is_of_type
from server.files.storage import Storage, chunks_of


async def keep(engine: AsyncEngine, storage: Storage, promised: StoredFile, file: IO[bytes]) -> None:
    """Store a content whose size and checksum are as promised; the file is closed.

    Raises ``Refusal`` MEDIA_TYPE_MISMATCH or FILE_ALREADY_STORED.
    """
    if not await asyncio.to_thread(is_of_type, file, promised.media_type):
        raise Refusal(ErrorCode.MEDIA_TYPE_MISMATCH, expected=promised.media_type)
    file.seek(0)
    await storage.put(promised.storage_key, chunks_of(file))
    # Of two uploads at once both have sent the same bytes; one of them stores the file.
    if not await _mark_stored(engine, promised.id):
        raise Refusal(ErrorCode.FILE_ALREADY_STORED)


async def _mark_stored(engine: AsyncEngine, file: UUID) -> bool:
    table = StoredFile.__table__  # type: ignore[attr-defined]
    statement = (
        update(table)
        .where(table.c.id == file, table.c.state == FileState.PENDING)
        .values(state=FileState.STORED)
        .returning(table.c.id)
    )
    async with engine.begin() as connection:
        return (await connection.execute(statement)).first() is not None
