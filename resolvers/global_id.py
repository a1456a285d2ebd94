"""Global object identification (Relay): an opaque id that names a type and a key."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel import SQLModel

from resolvers.declarations import TYPES, is_node

_CODE = re.compile(r"[0-9]{2}(?:[0-9]{2}(?:[0-9]{2}(?:[0-9]{3})?)?)?", re.ASCII)


@dataclass(frozen=True)
class GlobalID:
    """A decoded id: the GraphQL type's name and the row's key as text."""

    type_name: str
    key: str

    def __str__(self) -> str:
        return base64.b64encode(f"{self.type_name}:{self.key}".encode()).decode()

    @classmethod
    def parse(cls, text: str) -> GlobalID | None:
        """The id that this text encodes, of a type that has ids; None for any other text."""
        try:
            type_name, separator, key = base64.b64decode(text, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            return None
        return cls(type_name, key) if separator and is_node(type_name) else None


def key_of(global_id: GlobalID) -> Any | None:
    """The key as the type's primary key column takes it; None where it cannot be one."""
    if isinstance(primary_key(TYPES[global_id.type_name].model).type, Uuid):
        try:
            parsed = UUID(global_id.key)
        except ValueError:
            return None
        return parsed if str(parsed) == global_id.key else None
    return global_id.key if _CODE.fullmatch(global_id.key) else None


def primary_key(model: type[SQLModel]) -> Any:
    """The one column that identifies a row."""
    (column,) = model.__table__.primary_key.columns  # type: ignore[attr-defined]
    return column
