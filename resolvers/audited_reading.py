"""The audit entry of a reading: one for a statement that gave its caller sensitive values in clear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import CTE, String, Uuid, bindparam, column, text
from sqlalchemy.types import TypeEngine

from models.base import uuid7
from resolvers.caller import Reading
from resolvers.compilation import Compilation
from resolvers.sensitive import END, READ

_FACTS: dict[str, tuple[TypeEngine[Any], Callable[[Reading], Any]]] = {
    "id": (Uuid(), lambda reading: uuid7()),
    "account_id": (Uuid(), lambda reading: reading.caller.principal.account),
    "account_name": (String(), lambda reading: reading.caller.principal.name),
    "organization_id": (Uuid(), lambda reading: reading.caller.principal.organization),
    "correlation_id": (String(), lambda reading: reading.caller.correlation_id),
    "remote_address": (String(), lambda reading: reading.caller.remote_address),
}


def audit_of_reading(compilation: Compilation, answer: CTE) -> CTE:
    """The insertion of the entry: which classes of which rows stand in the answer's columns.

    ``object_id`` is empty, since one reading may be of many rows; ``after.read`` lists them.
    """
    names = {name: compilation.bind(value, type_).key for name, (type_, value) in _FACTS.items()}
    columns = ", ".join(_FACTS)
    values = ", ".join(f"CAST(:{names[name]} AS {_sql_type(_FACTS[name][0])})" for name in _FACTS)
    texts = ", ".join(f"answer.{each.name}" for each in answer.c)
    statement = text(
        f"INSERT INTO audit_entry ({columns}, at, rule, action, object_type, object_id, after) "  # noqa: S608
        f"SELECT {values}, clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) "
        f"FROM (SELECT jsonb_agg(DISTINCT split_part(piece, {END}, 1)) AS seen FROM answer, "
        f"unnest((string_to_array(concat({texts}), {READ}))[2:]) AS piece) AS found "
        "WHERE found.seen IS NOT NULL RETURNING id"
    )
    typed = statement.bindparams(*(bindparam(names[name], type_=type_) for name, (type_, _) in _FACTS.items()))
    return typed.columns(column("id", Uuid())).cte("reading")


def _sql_type(type_: TypeEngine[Any]) -> str:
    return "uuid" if isinstance(type_, Uuid) else "varchar"
