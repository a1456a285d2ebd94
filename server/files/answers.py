"""What links answer: a content with headers that keep it where it belongs, or a refusal as JSON."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from urllib.parse import quote

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from models import ErrorCode, Refusal
from models.base import uuid7
from models.database import is_unavailable
from models.files import MEDIA_TYPES
from server.observability import correlation_id, describe
from server.responses import preferred_language

_STATUS = {
    ErrorCode.LINK_INVALID: 403,
    ErrorCode.LINK_EXPIRED: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.FILE_LOST: 404,
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

logger = structlog.get_logger()


async def answer(request: Request, kind: str, serve: Callable[[Request, str], Awaitable[Response]]) -> Response:
    """Answer one request, counted under its kind; ``serve`` gets it with its correlation id.

    A refusal is a JSON object with ``code``, ``message`` and ``correlationId``.
    """
    started = time.perf_counter()
    request_id = correlation_id(request.headers.get("x-request-id"), uuid7)
    refusal, outcome = None, "OK"
    try:
        response = await serve(request, request_id)
    except Refusal as refused:
        refusal = refused
    except ClientDisconnect:
        # Nobody is left to read an answer.
        response, outcome = Response(status_code=400), "DISCONNECTED"
    except Exception as error:
        refusal = Refusal(ErrorCode.SERVICE_UNAVAILABLE if is_unavailable(error) else ErrorCode.INTERNAL_ERROR)
        logger.error("file.failed", correlation_id=request_id, code=refusal.code.name, **describe(error))
    if refusal is not None:
        response, outcome = _refused(refusal, request, request_id), refusal.code.name
    request.app.state.metrics.files.labels(kind, outcome).inc()
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


def download_headers(name: str, media_type: str) -> dict[str, str]:
    """Headers of a download: its name by RFC 5987, and a plain one for those who cannot read that."""
    plain = f"file{MEDIA_TYPES.get(media_type, '')}"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return {**_DOWNLOAD_HEADERS, "Content-Disposition": disposition}


def _refused(refusal: Refusal, request: Request, request_id: str) -> Response:
    message = refusal.message(preferred_language(request.headers))
    body = {"code": refusal.code.name, "message": message, "correlationId": request_id}
    response = JSONResponse(body, _STATUS[refusal.code])
    if request.method == "PUT":
        # What is still on its way is not worth reading.
        response.headers["Connection"] = "close"
    return response
