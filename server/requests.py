"""Requests of GraphQL over HTTP: what they carry, or why they are no GraphQL request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from models import ErrorCode, Refusal

_LONGEST_LENGTH = 18


@dataclass(frozen=True)
class GraphQLRequest:
    """A well-formed request: a document, the operation to execute, its variables."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]


async def read_request(request: Request, headers: Mapping[str, str], max_body_bytes: int) -> GraphQLRequest:
    """The GraphQL request that an HTTP request carries, given its headers once more.  Raises ``Refusal``."""
    if request.method == "GET":
        return _graphql_request(_query_parameters(request))
    if request.method != "POST":
        raise Refusal(ErrorCode.METHOD_NOT_ALLOWED, method=request.method, hint="GET, POST")
    media_type, _, parameters = headers.get("content-type", "").lower().partition(";")
    charset = parameters and re.search(r"charset\s*=\s*\"?([^\s;\"]+)", parameters)
    if media_type.strip() != "application/json" or (charset and charset[1] not in ("utf-8", "utf8")):
        raise Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE)
    return _graphql_request(_json(await _body(request, headers, max_body_bytes), "the body"))


def _query_parameters(request: Request) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if parameters.get(name):
            parameters[name] = _json(parameters[name].encode(), name)
    return {name: value if value != "" else None for name, value in parameters.items()}


async def _body(request: Request, headers: Mapping[str, str], max_bytes: int) -> bytes:
    declared = headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > _LONGEST_LENGTH or int(declared) > max_bytes):
        raise Refusal(ErrorCode.BODY_TOO_LARGE, limit=max_bytes)
    body, is_whole = bytearray(), False
    while not is_whole:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise Refusal(ErrorCode.BAD_REQUEST, reason="the client left before the body was whole")
        body += message.get("body", b"")
        is_whole = not message.get("more_body", False)
        if len(body) > max_bytes:
            raise Refusal(ErrorCode.BODY_TOO_LARGE, limit=max_bytes)
    return bytes(body)


def _json(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(ErrorCode.BAD_REQUEST, reason=f"{what} is not JSON: {error.msg}") from None


def _graphql_request(parameters: Any) -> GraphQLRequest:
    if not isinstance(parameters, dict):
        raise Refusal(ErrorCode.BAD_REQUEST, reason="the body must be one object; batches are not supported")
    query = _parameter(parameters, "query", str)
    if query is None:
        raise Refusal(ErrorCode.BAD_REQUEST, reason="query is missing", field="query")
    _parameter(parameters, "extensions", dict)
    return GraphQLRequest(
        query, _parameter(parameters, "operationName", str), _parameter(parameters, "variables", dict) or {}
    )


def _parameter(parameters: dict[str, Any], name: str, type_: type) -> Any:
    value = parameters.get(name)
    if value is not None and not isinstance(value, type_):
        kind = "a string" if type_ is str else "an object"
        raise Refusal(ErrorCode.BAD_REQUEST, reason=f"{name} must be {kind}", field=name)
    return value
