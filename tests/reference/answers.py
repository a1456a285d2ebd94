"""Values as answers hold them, and what arguments say: ids and cursors."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from graphql import GraphQLError

from resolvers.declarations import TYPES
from tests.reference.rows import CHINA, Row


class RefusedError(GraphQLError):
    """An argument that is refused; ``is_item`` when only an item of a list is."""

    def __init__(self, message: str, *, is_item: bool = False) -> None:
        super().__init__(message)
        self.is_item = is_item


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.name if hasattr(value, "chinese") else value


def scalar(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(CHINA).isoformat(timespec="milliseconds")
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def global_id(row: Row) -> str:
    model = TYPES[row.type_name].model
    key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
    return base64.b64encode(f"{row.type_name}:{row[key]}".encode()).decode()


def encode(*values: Any) -> str:
    return base64.b64encode(json.dumps(values, ensure_ascii=False, default=in_cursor).encode()).decode()


def in_cursor(value: Any) -> str:
    """A value as PostgreSQL writes it into JSON: fractions of a second without trailing zeros."""
    if not isinstance(value, datetime):
        return str(value)
    moment, offset = value.astimezone(UTC).isoformat().split("+")
    return f"{moment.rstrip('0').rstrip('.') if '.' in moment else moment}+{offset}"


def decode(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return ""


def key_of(text: str, type_name: str) -> str:
    found, _, key = decode(text).partition(":")
    is_key = key.isdecimal() and len(key) in (2, 4, 6, 9) if type_name == "Region" else len(key) == 36
    if found != type_name or not is_key:
        raise RefusedError("id")
    return key


def difference(one: Any, other: Any, path: str = "") -> str | None:
    """Where two answers differ first, and in what; None where they are equal."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return next((d for key in one if (d := difference(one[key], other[key], f"{path}.{key}"))), None)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((d for place, (a, b) in pairs if (d := difference(a, b, f"{path}[{place}]"))), None)
    return None if one == other else f"{path}: {one!r} is not {other!r}"
