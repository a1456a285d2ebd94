"""``PUT /files/{id}`` and ``GET /files/{id}``: one file in or out, by a signed link."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import quote
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from models import ErrorCode, FileState, Refusal, StoredFile
from models.base import uuid7
from models.database import is_unavailable
from models.files import MEDIA_TYPES
from policies import load_principal_of_account
from resolvers.file_links import FileLink, FileLinks
from server.files.access import MayDownload
from server.files.keeping import keep
from server.files.storage import Storage
from server.observability import correlation_id, describe
from server.responses import preferred_language

_STATUS = {
    ErrorCode.LINK_INVALID: 403,
    ErrorCode.LINK_EXPIRED: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.UPLOAD_TOO_SLOW: 408,
    ErrorCode.FILE_ALREADY_STORED: 409,
    ErrorCode.FILE_TOO_LARGE: 413,
    ErrorCode.MEDIA_TYPE_NOT_ALLOWED: 415,
    ErrorCode.MEDIA_TYPE_MISMATCH: 415,
    ErrorCode.SIZE_MISMATCH: 422,
    ErrorCode.CHECKSUM_MISMATCH: 422,
    ErrorCode.INTERNAL_ERROR: 500,
    ErrorCode.SERVICE_UNAVAILABLE: 503,
}
_DOWNLOAD_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_WRITE_BYTES = 1024 * 1024

logger = structlog.get_logger()


@dataclass(frozen=True)
class FileEndpoint:
    """Answers requests for files.

    ``spool`` is a folder for uploads on their way; they have no name there, so nothing of one that is cut off
    or killed is left.
    """

    storage: Storage
    links: FileLinks
    engine: AsyncEngine
    reads: Any
    may_download: MayDownload
    spool: Path
    max_bytes: int
    upload_seconds: float

    async def __call__(self, request: Request) -> Response:
        """Answer one request; a refusal is a JSON object with ``code``, ``message`` and ``correlationId``."""
        started = time.perf_counter()
        request_id = correlation_id(request.headers.get("x-request-id"), uuid7)
        refusal = None
        try:
            response = await (self._upload(request) if request.method == "PUT" else self._download(request))
        except Refusal as refused:
            refusal = refused
        except ClientDisconnect:
            # Nobody is left to read an answer.
            response = Response(status_code=400)
        except Exception as error:
            refusal = Refusal(ErrorCode.SERVICE_UNAVAILABLE if is_unavailable(error) else ErrorCode.INTERNAL_ERROR)
            logger.error("file.failed", correlation_id=request_id, code=refusal.code.name, **describe(error))
        if refusal is not None:
            response = _refused(refusal, request, request_id)
        response.headers["X-Request-ID"] = request_id
        logger.info(
            "file",
            correlation_id=request_id,
            method=request.method,
            status=response.status_code,
            code=refusal.code.name if refusal is not None else None,
            milliseconds=round((time.perf_counter() - started) * 1000, 2),
        )
        return response

    async def _upload(self, request: Request) -> Response:
        link = self.links.verify(request.path_params["id"], "PUT", request.query_params)
        promised = await self._promised(link)
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
            await keep(self.engine, self.storage, promised, file)
        return Response(status_code=204)

    async def _promised(self, link: FileLink) -> StoredFile:
        file = await self._find(link.file)
        principal = await load_principal_of_account(self.reads, link.account)
        if file is None or principal is None or file.uploaded_by != link.account:
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

    async def _download(self, request: Request) -> Response:
        link = self.links.verify(request.path_params["id"], "GET", request.query_params)
        file = await self._find(link.file)
        # One that is out of scope and one that does not exist are told alike.
        if file is None or file.state is not FileState.STORED or not await self.may_download(link.account, file.id):
            raise Refusal(ErrorCode.NOT_FOUND)
        etag = f'"{file.sha256.hex()}"'
        headers = {**_DOWNLOAD_HEADERS, "ETag": etag, "Content-Disposition": disposition(file)}
        if etag in (each.strip() for each in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        headers |= {"Content-Length": str(file.size), "Content-Type": file.media_type}
        if request.method == "HEAD":
            return Response(headers=headers)
        return StreamingResponse(await self.storage.get(file.storage_key), headers=headers)

    async def _find(self, file: UUID) -> StoredFile | None:
        table = StoredFile.__table__  # type: ignore[attr-defined]
        async with self.engine.connect() as connection:
            row = (await connection.execute(select(table).where(table.c.id == file))).mappings().first()
        return None if row is None else StoredFile(**row)


def disposition(file: StoredFile) -> str:
    """The Content-Disposition of a file: its name by RFC 5987, and a plain one for those who cannot read that."""
    plain = f"file{MEDIA_TYPES.get(file.media_type, '')}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"


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


def _refused(refusal: Refusal, request: Request, request_id: str) -> Response:
    message = refusal.message(preferred_language(request.headers))
    body = {"code": refusal.code.name, "message": message, "correlationId": request_id}
    response = JSONResponse(body, _STATUS[refusal.code])
    if request.method == "PUT":
        # What is still on its way is not worth reading.
        response.headers["Connection"] = "close"
    return response
