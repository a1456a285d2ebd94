"""Responses of GraphQL over HTTP: media types, status codes, errors with their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.types import Send

from models import ErrorCode, Language, Refusal
from resolvers.execution import Answer
from server.documents import RefusedDocument

JSON = "application/json"
GRAPHQL_RESPONSE = "application/graphql-response+json"

# The status of a response without data. A request that is no GraphQL request fails in both media types; a
# GraphQL request that fails answers 200 to those who accept application/json only (GraphQL over HTTP, §6.4.1).
_ALWAYS = {
    ErrorCode.BAD_REQUEST: 400,
    ErrorCode.UNAUTHENTICATED: 401,
    ErrorCode.ACCOUNT_NOT_REGISTERED: 403,
    ErrorCode.METHOD_NOT_ALLOWED: 405,
    ErrorCode.NOT_ACCEPTABLE: 406,
    ErrorCode.BODY_TOO_LARGE: 413,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: 415,
    ErrorCode.INTERNAL_ERROR: 500,
    ErrorCode.SERVICE_UNAVAILABLE: 503,
}
_TO_GRAPHQL_RESPONSE = {ErrorCode.TIMEOUT: 504}
# Clients send one of a few headers again and again.
_REMEMBERED_HEADERS = 200


@dataclass
class Sent:
    """A response, ready to be sent: the body is handed on as it is."""

    status: int
    media_type: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, send: Send) -> None:
        """Send it."""
        headers = {
            "content-type": f"{self.media_type}; charset=utf-8",
            "content-length": str(len(self.body)),
            **self.headers,
        }
        encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": encoded})
        await send({"type": "http.response.body", "body": self.body})


@dataclass(frozen=True)
class Reply:
    """How this request wants to be answered."""

    media_type: str
    language: Language
    correlation_id: str

    def accepted_by(self, headers: Mapping[str, str]) -> Reply:
        """The same in the media type that the request's headers prefer.  Raises ``Refusal`` NOT_ACCEPTABLE."""
        media_type = accepted_media_type(headers.get("accept"))
        return self if media_type == self.media_type else replace(self, media_type=media_type)

    def answer(self, answer: Answer) -> Sent:
        """An executed operation."""
        members = b",".join(b'"%s":%s' % (key.encode(), value) for key, value in answer.data)
        body = b'{"data":{%s}' % members
        if answer.errors:
            errors = [self.error(error.refusal, path=list(error.path)) for error in answer.errors]
            body += b',"errors":' + orjson.dumps(errors)
        return self._sent(200, body + b"}")

    def refuse(self, refusal: Refusal | RefusedDocument) -> Sent:
        """A request that was not executed."""
        faults: Iterable[tuple[Refusal, GraphQLError | None]] = (
            refusal.faults if isinstance(refusal, RefusedDocument) else [(refusal, None)]
        )
        errors = [self.error(fault, locations=_locations(error)) for fault, error in faults]
        code = refusal.faults[0][0].code if isinstance(refusal, RefusedDocument) else refusal.code
        status = _ALWAYS.get(code)
        if status is None:
            status = 200 if self.media_type == JSON else _TO_GRAPHQL_RESPONSE.get(code, 400)
        sent = self._sent(status, orjson.dumps({"errors": errors}))
        if code is ErrorCode.UNAUTHENTICATED:
            sent.headers["www-authenticate"] = 'Bearer error="invalid_token"'
        if code is ErrorCode.METHOD_NOT_ALLOWED:
            sent.headers["allow"] = str(refusal.parameters["hint"]) if isinstance(refusal, Refusal) else "POST"
        return sent

    def error(self, refusal: Refusal, **members: Any) -> dict[str, Any]:
        """An error of the response, in the caller's language, with its code and the correlation id."""
        extensions = {"code": refusal.code.name, "correlationId": self.correlation_id}
        if refusal.field is not None:
            extensions["field"] = refusal.field
        given = {name: value for name, value in members.items() if value}
        return {"message": refusal.message(self.language), **given, "extensions": extensions}

    def _sent(self, status: int, body: bytes) -> Sent:
        return Sent(status, self.media_type, body, {"x-request-id": self.correlation_id})


def _locations(error: GraphQLError | None) -> list[dict[str, int]]:
    found = error.locations if error is not None else None
    return [{"line": location.line, "column": location.column} for location in found or ()]


@lru_cache(_REMEMBERED_HEADERS)
def accepted_media_type(accept: str | None) -> str:
    """The media type that an Accept header prefers of the two there are.

    Raises ``Refusal`` NOT_ACCEPTABLE when it accepts neither.
    """
    if not accept:
        return JSON
    best, quality = None, 0.0
    for accepted, q in _qualities(accept):
        media_type = {"*/*": JSON, "application/*": JSON}.get(accepted, accepted)
        if media_type in (JSON, GRAPHQL_RESPONSE) and q > quality:
            best, quality = media_type, q
    if best is None:
        raise Refusal(ErrorCode.NOT_ACCEPTABLE)
    return best


def preferred_language(headers: Mapping[str, str]) -> Language:
    """Chinese, unless the request prefers English."""
    return _language(headers.get("accept-language", ""))


@lru_cache(_REMEMBERED_HEADERS)
def _language(accepted: str) -> Language:
    best, quality = "zh", 0.0
    for tag, q in _qualities(accepted):
        language = tag.partition("-")[0]
        if language in ("zh", "en") and q > quality:
            best, quality = language, q
    return "en" if best == "en" else "zh"


def _qualities(header: str) -> Iterable[tuple[str, float]]:
    for part in header.split(","):
        value, *parameters = (piece.strip().lower() for piece in part.split(";"))
        q = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
        try:
            yield value, float(q)
        except ValueError:
            yield value, 0.0
