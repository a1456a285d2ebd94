"""``PUT /files/{id}`` and ``GET /files/{id}``: one file in or out, by a signed link."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from models import Action, ErrorCode, FileState, Refusal, StoredFile
from models.base import now
from models.files import MEDIA_TYPES
from policies import is_readable, row_facts
from resolvers.audit import DOWNLOAD, Entry, Ground, write_entries
from resolvers.caller import Caller
from resolvers.signed_links import file_path
from server.files.answers import answer, download_headers
from server.files.followers import Followers
from server.files.keeping import keep
from server.files.storage import Storage

_WRITE_BYTES = 1024 * 1024

logger = structlog.get_logger()


@dataclass(frozen=True)
class FileEndpoint:
    """Answers requests for files.

    ``spool`` is a folder for uploads on their way; they have no name there, so nothing of one that is cut off
    or killed is left.
    """

    storage: Storage
    followers: Followers
    sessions: async_sessionmaker[AsyncSession]
    spool: Path
    max_bytes: int
    upload_seconds: float

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        if request.method == "PUT":
            return await answer(request, "upload", self._upload)
        return await answer(request, "download", self._download)

    async def _upload(self, request: Request, correlation_id: str) -> Response:
        key = request.path_params["id"]
        caller = await self.followers.caller(request, file_path(key), "PUT", correlation_id)
        promised = await self._promised(key, caller)
        self._check_headers(request, promised)
        self.spool.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=self.spool) as file:
            try:
                async with asyncio.timeout(self.upload_seconds):
                    received = await _receive(request, file, promised.size)
            except TimeoutError:
                raise Refusal(ErrorCode.UPLOAD_TOO_SLOW, limit=self.upload_seconds) from None
            if received != promised.sha256:
                raise Refusal(ErrorCode.CHECKSUM_MISMATCH)
            await keep(self.sessions, self.storage, caller, promised, file)
        return Response(status_code=204)

    async def _promised(self, key: UUID, caller: Caller) -> StoredFile:
        async with self.sessions() as session:
            file = await session.get(StoredFile, key)
        if file is None or file.uploaded_by != caller.principal.account:
            raise Refusal(ErrorCode.NOT_FOUND)
        # The right may have ended since the link was signed.
        if not caller.policy.decide(caller.principal, StoredFile, Action.UPLOAD, row_facts(file)).allowed:
            raise Refusal(ErrorCode.NOT_FOUND)
        if file.state is not FileState.PENDING:
            raise Refusal(ErrorCode.FILE_ALREADY_STORED)
        return file

    def _check_headers(self, request: Request, promised: StoredFile) -> None:
        length = request.headers.get("content-length", "")
        is_length = length.isascii() and length.isdecimal()
        if promised.size > self.max_bytes or (is_length and int(length) > self.max_bytes):
            raise Refusal(ErrorCode.FILE_TOO_LARGE, limit=self.max_bytes)
        if not is_length or int(length) != promised.size:
            raise Refusal(ErrorCode.SIZE_MISMATCH, expected=promised.size)
        if promised.media_type not in MEDIA_TYPES:
            allowed = ", ".join(MEDIA_TYPES)
            raise Refusal(ErrorCode.MEDIA_TYPE_NOT_ALLOWED, media_type=promised.media_type, allowed=allowed)
        sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sent != promised.media_type:
            raise Refusal(ErrorCode.MEDIA_TYPE_MISMATCH, expected=promised.media_type)

    async def _download(self, request: Request, correlation_id: str) -> Response:
        key = request.path_params["id"]
        caller = await self.followers.caller(request, file_path(key), "GET", correlation_id)
        async with self.sessions.begin() as session:
            file = await session.get(StoredFile, key)
            # One that is out of scope and one that does not exist are told alike.
            if (
                file is None
                or file.state is not FileState.STORED
                or not await is_readable(session, caller.policy, caller.principal, StoredFile, key)
            ):
                raise Refusal(ErrorCode.NOT_FOUND)
            etag = f'"{file.sha256.hex()}"'
            headers = {**download_headers(file.name, file.media_type), "ETag": etag}
            if etag in (each.strip() for each in request.headers.get("if-none-match", "").split(",")):
                return Response(status_code=304, headers=headers)
            headers |= {"Content-Length": str(file.size), "Content-Type": file.media_type}
            if request.method == "HEAD":
                return Response(headers=headers)
            # Nothing leaves before its entry stands.
            await write_entries(session, caller, DOWNLOAD, Ground(now()), [Entry(StoredFile, key)])
            try:
                content = await self.storage.get(file.storage_key)
            except FileNotFoundError:
                logger.error("file.lost", correlation_id=correlation_id, file=str(key))
                raise Refusal(ErrorCode.FILE_LOST) from None
        return StreamingResponse(content, headers=headers)


async def _receive(request: Request, file: IO[bytes], size: int) -> bytes:
    """Write a request's body to a file; answers its SHA-256.  Raises ``Refusal`` SIZE_MISMATCH."""
    digest, received, waiting = hashlib.sha256(), 0, bytearray()

    def write(data: bytes) -> None:
        digest.update(data)
        file.write(data)

    async for chunk in request.stream():
        received += len(chunk)
        if received > size:
            break
        waiting += chunk
        if len(waiting) >= _WRITE_BYTES:
            await asyncio.to_thread(write, bytes(waiting))
            waiting.clear()
    if received != size:
        raise Refusal(ErrorCode.SIZE_MISMATCH, expected=size)
    await asyncio.to_thread(write, bytes(waiting))
    return digest.digest()
