"""Values on their way into a statement: checked, and in the form that the driver takes."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Date, DateTime, Integer, Numeric, Uuid
from sqlalchemy.types import TypeEngine

from models import ErrorCode, Fault, InvalidValue, Refusal
from resolvers.global_id import GlobalID, key_of


def wire(value: Any) -> Any:
    """A value of an argument as the driver takes it.

    Raises ``Refusal`` for text that PostgreSQL cannot hold.
    """
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list):
        return [wire(item) for item in value]
    if isinstance(value, str):
        if "\0" in value:
            raise InvalidValue(None, Fault.NOT_A_TEXT)
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValue(None, Fault.NOT_UNICODE) from None
    return value


def wire_key(text: str) -> Any:
    """The key that a global id names, whose kind the plan has checked."""
    parsed = GlobalID.parse(text)
    if parsed is None:
        raise Refusal(ErrorCode.INVALID_ID, expected="Node")
    return key_of(parsed)


def read_cursor(text: str, order: str, types: list[TypeEngine[Any]]) -> list[Any]:
    """The values that a cursor holds, one for each column of the order that gave it.

    Raises ``Refusal`` for a text that no list in this order gave.
    """
    try:
        name, *values = orjson.loads(base64.b64decode(text, validate=True))
        if name == order and len(values) == len(types):
            return [wire(_reader(type_)(value)) for type_, value in zip(types, values, strict=True)]
    except (binascii.Error, ValueError, TypeError, AttributeError, OverflowError, Refusal):
        pass
    raise Refusal(ErrorCode.INVALID_CURSOR)


def _reader(type_: TypeEngine[Any]) -> Callable[[Any], Any]:
    match type_:
        case Uuid():
            return UUID
        case DateTime():
            return _moment
        case Date():
            return date.fromisoformat
        case Integer():
            return _integer
        case Numeric():
            return _decimal_of(type_.precision or 0, type_.scale or 0)
        case _:
            return _text


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    # The driver takes it as UTC, in which the first and the last years have moments that there are not.
    return moment.astimezone(UTC)


def _integer(value: Any) -> int:
    if type(value) is not int or not -(2**31) <= value < 2**31:
        raise TypeError
    return value


def _decimal_of(precision: int, scale: int) -> Callable[[Any], Decimal]:
    form = re.compile(rf"-?[0-9]{{1,{precision - scale}}}(\.[0-9]{{1,{scale}}})?", re.ASCII)

    def read(value: Any) -> Decimal:
        if not form.fullmatch(value):
            raise ValueError(value)
        return Decimal(value)

    return read


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
