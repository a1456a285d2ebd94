"""Suggestions: rows like a row, each with a score and the reasons for it; nothing is decided by them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, FromClause, case, func, select

from models import Vocabulary
from resolvers.compilation import Compilation, Selection
from resolvers.json_text import Pieces, fixed, json_array, text

Reasons = Sequence[tuple[Vocabulary, ColumnElement[bool] | None]]


def suggested(
    compilation: Compilation,
    selection: Selection,
    found: FromClause,
    shown: tuple[str, int],
    reasons: Reasons,
    *order: ColumnElement[Any],
) -> Pieces:
    """The rows that were found, in this order: ``shown`` names the field of the object and how many there may be.

    ``found`` has the columns ``score`` and ``likeness``; a reason without a condition is one of all of them.
    """
    name_of_object, many = shown

    def member(name: str, details: FieldDetailsList) -> Pieces:
        if name == name_of_object:
            type_ = cast("GraphQLObjectType", get_named_type(selection.type.fields[name].type))
            return compilation.object(type_, details, found, many)
        if name == "reasons":
            told = [(fixed(f'"{reason.name}"'), holds) for reason, holds in reasons]
            each = [said if holds is None else case((holds, said)) for said, holds in told]
            return ["[", func.concat_ws(fixed(","), *each), "]"]
        return [found.c[name]]

    item = compilation.members(selection.type, selection.details, member)
    return [select(text(json_array(item, *order)).label("json")).scalar_subquery()]
