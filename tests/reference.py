"""Plain graphql-core execution of the contract over rows in memory: what the compiler must equal.

It reads the declarations of schema/ and the oracle's scopes, and shares no code with the compiler: rows are
found by loops, fields are resolved one by one, nothing is SQL.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from typing import Any
from uuid import UUID

from graphql import GraphQLError, GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse

from models import Action, Table
from resolvers.caller import Caller, Reading
from resolvers.criteria import AnyOf, Contains, EqualTo, InRegion, IsNode, OneOf, criterion_of
from resolvers.declarations import NODES, TYPES, source_of
from resolvers.sources import (
    Column,
    Facts,
    Identity,
    Known,
    Lookup,
    Many,
    Match,
    NodeByID,
    NodesByID,
    One,
    OwnAccount,
    Relation,
    Several,
    Tally,
)
from tests.oracle import Person, sees

_CHINA = timezone(timedelta(hours=8))


class Row(dict[str, Any]):
    """A row, with the name of its type."""

    type_name = ""


class Rows:
    """All rows of some tables, found by column."""

    def __init__(self, tables: dict[type[Table], list[dict[str, Any]]]) -> None:
        self._tables: dict[type[Table], list[Row]] = {}
        for model, rows in tables.items():
            self._tables[model] = [self._row(model, row) for row in rows]
        self._indexes: dict[tuple[type[Table], str], dict[Any, list[Row]]] = {}

    @staticmethod
    def _row(model: type[Table], values: dict[str, Any]) -> Row:
        row = Row(values)
        row.type_name = NODES[model].type_name
        return row

    def all(self, model: type[Table]) -> list[Row]:
        return self._tables[model]

    def where(self, model: type[Table], column: str, value: Any) -> list[Row]:
        if (model, column) not in self._indexes:
            index: dict[Any, list[Row]] = defaultdict(list)
            for row in self._tables[model]:
                index[row[column]].append(row)
            self._indexes[model, column] = index
        return self._indexes[model, column].get(value, [])


class Reference:
    """Executes documents for one person."""

    def __init__(self, contract: GraphQLSchema, sdl: str, rows: Rows, person: Person, caller: Caller) -> None:
        self._contract = contract
        self._sdl = sdl
        self._rows = rows
        self._person = person
        self._caller = caller

    def execute(self, document: str, variables: dict[str, Any]) -> tuple[dict[str, Any], set[str]]:
        """The data, with null for every root field that has an error, and the response keys of those."""
        result = execute_sync(
            self._schema,
            parse(document),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda value, *_: value.type_name,
        )
        assert not isinstance(result.data, type(None)), result
        failed = set()
        for error in result.errors or []:
            assert error.path and isinstance(error.original_error, RefusedError), error
            key = str(error.path[0])
            failed.add(key)
            if not error.original_error.is_item:
                result.data[key] = None
        return result.data, failed

    @cached_property
    def _schema(self) -> GraphQLSchema:
        return build_schema(self._sdl)

    def _resolve(self, value: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        name, parent = info.field_name, info.parent_type.name
        if parent in TYPES or parent == "Query":
            definition: Any = self._contract.type_map[parent]
            source = source_of(definition.fields[name].extensions)
            return self._read(source, value, arguments, definition.fields[name])
        if isinstance(value, dict):
            found = value[name]
            return found() if callable(found) else plain(found)
        definition = self._contract.type_map[parent]
        return plain(getattr(value, definition.fields[name].extensions["strawberry-definition"].python_name))

    def _read(self, source: Any, row: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Identity():
                return global_id(row)
            case Column(name):
                return scalar(row[name])
            case Known(value):
                return plain(value(Reading(self._caller)))
            case One() | Several() | Tally() | Many():
                return self._related(source, row, arguments, field)
        return self._root(source, arguments, field)

    def _related(self, source: Any, row: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case One(match):
                return next(iter(self._led_to(match, row)), None)
            case Several(match):
                column = match.column
                return sorted(self._led_to(match, row), key=lambda found: found[column])
            case Tally(match, by):
                counts: dict[str, int] = defaultdict(int)
                for found in self._led_to(match, row):
                    counts[found[by]] += 1
                return [{by: key, "count": counts[key]} for key in sorted(counts)]
            case Many(model, match, non_empty):
                rows = self._visible(model, self._rows.all(model)) if match is None else self._led_to(match, row)
                if non_empty is not None:
                    rows = [each for each in rows if each[non_empty]]
                return self._connection(model, rows, arguments, field)
        raise TypeError(source)

    def _root(self, source: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Lookup(model):
                keys: Any = field.args["by"].type.of_type
                return next(iter(self._filtered(model, self._rows.all(model), arguments["by"], keys)), None)
            case OwnAccount():
                model = next(model for model in NODES if model.__name__ == "Account")
                return next(iter(self._visible(model, self._rows.where(model, "id", self._person.account))), None)
            case NodeByID():
                return self._by_id(arguments["id"])
            case NodesByID():
                return [self._item(text) for text in arguments["ids"]]
            case Facts(conclude):
                return self._facts(conclude, arguments)
        raise TypeError(source)

    def _visible(self, model: type[Table], rows: list[Row]) -> list[Row]:
        return [row for row in rows if sees(self._person, NODES[model].type_name, row)]

    def _led_to(self, match: Match, row: Row) -> list[Row]:
        here = row[match.own]
        match match.relation:
            case Relation.EQUAL:
                found = self._rows.where(match.model, match.column, here) if here is not None else []
            case Relation.ABOVE:
                codes = [here[:length] for length in (2, 4, 6, 9) if length < len(here)]
                found = [row for code in codes for row in self._rows.where(match.model, match.column, code)]
            case below:
                found = [
                    row
                    for row in self._rows.all(match.model)
                    if row[match.column].startswith(here)
                    and (row[match.column] != here or below is Relation.AT_OR_BELOW)
                ]
        return self._visible(match.model, found)

    def _connection(self, model: type[Table], rows: list[Row], arguments: dict[str, Any], field: Any) -> Any:
        definition = NODES[model]
        first, last = arguments.get("first"), arguments.get("last")
        if (first is not None and last is not None) or not 1 <= (first or last or 20) <= 100 or 0 in (first, last):
            raise RefusedError("page")
        if arguments.get("filter") is not None:
            rows = self._filtered(model, rows, arguments["filter"], field.args["filter"].type)
        key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
        order = arguments.get("orderBy") or {}
        name, column = "", key
        if definition.orders is not None:
            chosen = definition.orders[order["field"]] if order else next(iter(definition.orders))
            name, column = chosen.name, chosen.column
        columns = [column] if column == key else [column, key]

        def position(row: Row) -> tuple[Any, ...]:
            return tuple(row[each] for each in columns)

        ordered = sorted(rows, key=position, reverse=order.get("direction") == "DESC")
        total, size = len(ordered), first or last or 20
        descending = order.get("direction") == "DESC"
        for argument, keeps_later in (("after", True), ("before", False)):
            if arguments.get(argument) is not None:
                at = read_cursor(arguments[argument], name, model, columns)
                ordered = [row for row in ordered if row_is_beyond(position(row), at, keeps_later != descending)]
        page = ordered[-size:] if last is not None else ordered[:size]
        more = len(ordered) > size

        def cursor(row: Row) -> str:
            return encode(name, *position(row))

        before, after = arguments.get("before") is not None, arguments.get("after") is not None
        return {
            "nodes": page,
            "edges": [{"cursor": cursor(row), "node": row} for row in page],
            "pageInfo": {
                "hasNextPage": before if last is not None else more,
                "hasPreviousPage": more if last is not None else after,
                "startCursor": cursor(page[0]) if page else None,
                "endCursor": cursor(page[-1]) if page else None,
            },
            "totalCount": total if total <= 10_000 else None,
            "totalCountAtLeast": min(total, 10_000),
        }

    def _filtered(self, model: type[Table], rows: list[Row], asked: dict[str, Any], input_type: Any) -> list[Row]:
        for name, value in asked.items():
            if value is not None:
                criterion = criterion_of(input_type.fields[name].extensions)
                rows = [row for row in rows if holds(criterion, row, value)] if rows else rows
                if isinstance(criterion, IsNode | InRegion):
                    key_of(value, NODES[criterion.model].type_name)
        return self._visible(model, rows)

    def _by_id(self, text: str) -> Row | None:
        for model, definition in NODES.items():
            if decode(text).startswith(f"{definition.type_name}:"):
                key = key_of(text, definition.type_name)
                column = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
                found = [row for row in self._rows.all(model) if str(row[column]) == key]
                return next(iter(self._visible(model, found)), None)
        raise RefusedError("id")

    def _item(self, text: str) -> Row | RefusedError | None:
        try:
            return self._by_id(text)
        except RefusedError:
            return RefusedError("id", is_item=True)

    def _facts(self, conclude: Callable[..., Any], arguments: dict[str, Any]) -> Any:
        row = self._by_id(arguments["id"])
        arguments = {**arguments, "action": Action[arguments["action"]]}
        if row is None:
            return conclude(Reading(self._caller), arguments, None)
        model = TYPES[row.type_name].model
        sides = {
            side.name: {fact: column if column is True else row[column] for fact, column in side.columns().items()}
            for side in model.__anchors__.sides
        }
        return conclude(Reading(self._caller), arguments, (model, sides))


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
        return value.astimezone(_CHINA).isoformat(timespec="milliseconds")
    return value.isoformat() if isinstance(value, date) else value


def global_id(row: Row) -> str:
    model = TYPES[row.type_name].model
    key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
    return base64.b64encode(f"{row.type_name}:{row[key]}".encode()).decode()


def encode(*values: Any) -> str:
    return base64.b64encode(json.dumps(values, ensure_ascii=False, default=str).encode()).decode()


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


def holds(criterion: Any, row: Row, value: Any) -> bool:
    column = row[criterion.column]
    match criterion:
        case EqualTo():
            return bool(column == value)
        case OneOf():
            return column in value
        case AnyOf():
            return any(item in column for item in value)
        case Contains():
            return value in column
        case IsNode(model=model):
            return str(column) == key_of(value, NODES[model].type_name)
        case InRegion(model=model):
            return str(column).startswith(key_of(value, NODES[model].type_name))
    raise TypeError(criterion)


def read_cursor(text: str, name: str, model: type[Table], columns: list[str]) -> tuple[Any, ...]:
    types = [model.__table__.columns[column].type.python_type for column in columns]  # type: ignore[attr-defined]
    try:
        given, *values = json.loads(decode(text))
        if given != name or len(values) != len(types):
            raise RefusedError("cursor")
        read = [type_(value) if type_ is UUID else value for type_, value in zip(types, values, strict=True)]
    except ValueError:
        raise RefusedError("cursor") from None
    if not all(type(value) is type_ for type_, value in zip(types, read, strict=True)):
        raise RefusedError("cursor")
    return tuple(read)


def row_is_beyond(position: tuple[Any, ...], at: tuple[Any, ...], later: bool) -> bool:
    return position > at if later else position < at
