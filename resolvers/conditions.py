"""Conditions on the rows of one table: how they belong to a row, and what a filter asks of them."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLInputObjectType
from sqlalchemy import ARRAY, Boolean, ColumnElement, FromClause, String, Text, func
from sqlalchemy.dialects.postgresql import array

from models import ErrorCode, Level, Refusal, Table
from resolvers.caller import Reading
from resolvers.compilation import Compilation
from resolvers.criteria import AnyOf, Contains, Criterion, EqualTo, InRegion, IsNode, OneOf, criterion_of
from resolvers.declarations import NODES
from resolvers.global_id import primary_key
from resolvers.json_text import fixed, number
from resolvers.shape import fill, kinds_of
from resolvers.sources import Match, Relation
from resolvers.wire import wire, wire_key


def matches(match: Match, own: FromClause, other: FromClause) -> ColumnElement[bool]:
    """The rows of ``other`` that a row of ``own`` leads to."""
    here, there = own.c[match.own], other.c[match.column]
    last = here.op("||", return_type=Text())(fixed("~"))
    match match.relation:
        case Relation.EQUAL:
            return there == here
        case Relation.BELOW:
            return (there > here) & (there <= last)
        case Relation.AT_OR_BELOW:
            return (there >= here) & (there <= last)
        case Relation.ABOVE:
            prefixes = [func.left(here, number(level.code_length)) for level in Level]
            return (there == func.any(array(prefixes))) & (there != here)


def filtered(
    compilation: Compilation, rows: FromClause, type_: GraphQLInputObjectType, value: dict[str, Any] | None
) -> list[ColumnElement[bool]]:
    """The conditions that an input of criteria puts on the rows; a criterion that is null asks nothing."""
    conditions = []
    for name, asked in (value or {}).items():
        if asked is not None:
            criterion = criterion_of(type_.fields[name].extensions)
            with compilation.within(name):
                conditions.append(_holds(compilation, rows.c[criterion.column], criterion, asked))
    return conditions


def _holds(
    compilation: Compilation, column: ColumnElement[Any], criterion: Criterion, asked: Any
) -> ColumnElement[bool]:
    def value(reading: Reading) -> Any:
        return wire(fill(asked, reading.slots))

    def key(reading: Reading) -> Any:
        return wire_key(fill(asked, reading.slots))

    match criterion:
        case EqualTo():
            return column == compilation.bind(value, String())
        case OneOf():
            return column == func.any(compilation.bind(value, ARRAY(String())))
        case AnyOf():
            return column.op("&&", return_type=Boolean())(compilation.bind(value, ARRAY(String())))
        case Contains():
            return func.strpos(column, compilation.bind(value, Text())) > number(0)
        case IsNode(model=model):
            key_length(model, asked)
            return column == compilation.bind(key, primary_key(model).type)
        case InRegion(model=model):
            return func.left(column, number(key_length(model, asked))) == compilation.bind(key, String())
    raise TypeError(f"{criterion!r} has no SQL")


def key_length(model: type[Table], asked: Any) -> int:
    """How long the key is that an id names.  Raises ``Refusal`` unless it is an id of this model's type."""
    expected = NODES[model].type_name
    kinds = kinds_of(asked)
    if len(kinds) != 1 or next(iter(kinds)).type_name != expected:
        raise Refusal(ErrorCode.INVALID_ID, expected=expected)
    return next(iter(kinds)).key_length
