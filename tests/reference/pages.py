"""Rows filtered, ordered and cut into pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from models import Alert, Clearance, Notification, Sensitive, Table, state_machine
from models.search import words_asked
from resolvers.criteria import (
    AnyOf,
    Contains,
    DerivedOneOf,
    EqualTo,
    EqualToSecret,
    HasPart,
    InForce,
    InRegion,
    IsDue,
    IsNode,
    OnDay,
    OneOf,
    Search,
    criterion_of,
)
from resolvers.declarations import NODES
from tests.cluster import TEST_CIPHER
from tests.reference.acts import Acts
from tests.reference.answers import RefusedError, decode, encode, key_of, scalar
from tests.reference.rows import CHINA, Row
from tests.reference.sight import Sight

_FAR = datetime(9999, 12, 31, tzinfo=CHINA)


class Pages:
    """Pages of what one person sees."""

    def __init__(self, sight: Sight, acts: Acts) -> None:
        self._sight, self._rows = sight, sight.rows
        self._acts = acts

    def connection(self, model: type[Table], rows: list[Row], arguments: dict[str, Any], field: Any) -> Any:
        """A page of rows as a connection."""
        definition = NODES[model]
        first, last = arguments.get("first"), arguments.get("last")
        if (first is not None and last is not None) or not 1 <= (first or last or 20) <= 100 or 0 in (first, last):
            raise RefusedError("page")
        if arguments.get("filter") is not None:
            rows = self.filtered(model, rows, arguments["filter"], field.args["filter"].type)
        key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
        order = arguments.get("orderBy") or {}
        descending = order.get("direction") == "DESC" or (not order and model in (Alert, Notification))
        name, column = "", key
        if definition.orders is not None:
            chosen = definition.orders[order["field"]] if order else next(iter(definition.orders))
            name, column = chosen.name, chosen.column
        columns = [column] if column == key else [column, key]

        def position(row: Row) -> tuple[Any, ...]:
            return tuple(row[each] for each in columns)

        ordered = sorted(rows, key=position, reverse=descending)
        total, size = len(ordered), first or last or 20
        for argument, keeps_later in (("after", True), ("before", False)):
            if arguments.get(argument) is not None:
                at = _read_cursor(arguments[argument], name, model, columns)
                ordered = [row for row in ordered if _row_is_beyond(position(row), at, keeps_later != descending)]
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

    def filtered(self, model: type[Table], rows: list[Row], asked: dict[str, Any], input_type: Any) -> list[Row]:
        """The rows that meet all criteria, none by what is not seen clear."""
        for name, value in asked.items():
            if value is not None:
                criterion = criterion_of(input_type.fields[name].extensions)
                if (sensitive := model.__sensitive__.get(criterion.column)) is not None:
                    rows = [row for row in rows if self._is_seen_clear(row, sensitive)]
                rows = [row for row in rows if self._sight.is_value_told(row, criterion.column)]
                is_of_parts = isinstance(criterion, HasPart) and not criterion.part.__part_is_published__
                if criterion.column in model.__entrusted__ or is_of_parts:
                    rows = [row for row in rows if self._sight.entrusted(row)]
                if isinstance(criterion, Search):
                    rows = self._found(model, rows, value)
                elif isinstance(criterion, HasPart):
                    rows = self._named_by_parts(criterion, rows, value)
                else:
                    rows = [row for row in rows if _holds(criterion, row, value)] if rows else rows
                if isinstance(criterion, IsNode | HasPart | InRegion):
                    key_of(value, NODES[criterion.model].type_name)
        return self._sight.visible(model, rows)

    def _is_seen_clear(self, row: Row, sensitive: Sensitive) -> bool:
        """Whether a value is seen clear; of what is sensitive of persons alone, everyone's else is."""
        is_plain = sensitive.only_persons is not None and row[sensitive.only_persons] != "PERSON"
        return is_plain or self._sight.clearance(row, sensitive.class_) is Clearance.CLEAR

    def _named_by_parts(self, criterion: HasPart, rows: list[Row], value: str) -> list[Row]:
        """The rows of which a part names a row that is seen."""
        key = key_of(value, NODES[criterion.model].type_name)
        named = [row for row in self._rows.all(criterion.model) if str(row["id"]) == key]
        if not self._sight.visible(criterion.model, named):
            return []
        parts = [part for row in named for part in self._rows.where(criterion.part, criterion.names, row["id"])]
        return [row for row in rows if row[criterion.column] in {part[criterion.whole] for part in parts}]

    def _found(self, model: type[Table], rows: list[Row], text: str) -> list[Row]:
        """The rows that hold all words of a text, those of a person's name only where it is seen clear."""
        asked = words_asked(text)
        if not asked or len(text) > 100:
            raise RefusedError("search")

        assert model.__name__ == "EnforcementCase"
        return [row for row in self._sight.visible(model, rows) if self._sight.words(row, True) >= set(asked)]

    def tasks(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """A page of what awaits an act of the person, by due date."""
        size = 20 if arguments.get("first") is None else arguments["first"]
        if not 1 <= size <= 100:
            raise RefusedError("page")
        asked, waiting = arguments.get("filter") or {}, []
        for model in NODES:
            machine = state_machine(model.__name__)
            if machine is not None and any(each.is_task for each in machine.transitions):
                for row in self._sight.visible(model, self._rows.all(model)):
                    if _is_asked_for(row, asked) and self._acts.actions(row, tasks=True):
                        waiting.append((row.get("next_due_at") or _FAR, row["id"], row))
        waiting.sort(key=lambda each: each[:2])
        total = len(waiting)
        if arguments.get("after") is not None:
            due, key = _read_task_cursor(arguments["after"])
            waiting = [each for each in waiting if each[:2] > (due, key)]
        page = waiting[:size]
        nodes = [
            {
                "object": row,
                "actions": [action.name for action in self._acts.actions(row)],
                "dueAt": None if due is _FAR else scalar(due),
            }
            for due, _, row in page
        ]
        return {
            "nodes": nodes,
            "totalCount": total if total <= 10_000 else None,
            "totalCountAtLeast": min(total, 10_000),
            "hasNextPage": len(waiting) > size,
            "endCursor": encode("TASKS", page[-1][0], page[-1][1]) if page else None,
        }


def _is_asked_for(row: Row, asked: dict[str, Any]) -> bool:
    types, due, due_at = asked.get("objectType"), asked.get("due"), row.get("next_due_at")
    if types is not None and row.type_name not in {each.title().replace("_", "") for each in types}:
        return False
    return due is None or _is_due(due_at, row.get("next_near_at"), due)


def _is_due(due_at: Any, near_at: Any, asked: str) -> bool:
    now = datetime.now(CHINA)
    if due_at is None:
        return False
    return bool(due_at < now) if asked == "PASSED" else bool(near_at <= now <= due_at)


def _holds(criterion: Any, row: Row, value: Any) -> bool:
    column = row[criterion.column]
    match criterion:
        case EqualTo(column="credit_code" | "party_credit_code"):
            return bool(column == value.strip().upper())
        case EqualTo():
            return bool((column.isoformat() if isinstance(column, date) else column) == value)
        case EqualToSecret(column=name, index=index):
            return bool(row[index] == TEST_CIPHER.blind_index(value.strip().upper(), name))
        case OnDay(until=until):
            day = column and column.astimezone(CHINA).date().isoformat()
            return day is not None and bool(day <= value if until else day >= value)
        case InForce():
            ends, is_revoked = row["valid_to"] or date.max, row["state"] == "REVOKED"
            last = ends - timedelta(1) if is_revoked and row["valid_to"] else ends
            return bool(row["is_public"] and column and column.isoformat() <= value <= last.isoformat())
        case OneOf():
            return column in value
        case IsDue(near=near):
            return _is_due(column, row[near], value)
        case DerivedOneOf(plain=plain):
            return plain(row, datetime.now(CHINA)).name in value
        case AnyOf():
            return any(item in column for item in value)
        case Contains():
            return value in column
        case IsNode(model=model):
            return str(column) == key_of(value, NODES[model].type_name)
        case InRegion(model=model, other=other):
            region = key_of(value, NODES[model].type_name)
            return any(str(each).startswith(region) for each in (column, other and row[other]))
    raise TypeError(criterion)


def _read_cursor(text: str, name: str, model: type[Table], columns: list[str]) -> tuple[Any, ...]:
    types = [model.__table__.columns[column].type.python_type for column in columns]  # type: ignore[attr-defined]
    try:
        given, *values = json.loads(decode(text))
        if given != name or len(values) != len(types):
            raise RefusedError("cursor")
        readers: dict[Any, Callable[[Any], Any]] = {
            UUID: UUID,
            datetime: datetime.fromisoformat,
            date: date.fromisoformat,
            Decimal: Decimal,
        }
        read = [readers.get(type_, lambda kept: kept)(value) for type_, value in zip(types, values, strict=True)]
    except ValueError:
        raise RefusedError("cursor") from None
    if not all(type(value) is type_ for type_, value in zip(types, read, strict=True)):
        raise RefusedError("cursor")
    return tuple(read)


def _read_task_cursor(text: str) -> tuple[datetime, UUID]:
    try:
        name, due, key = json.loads(decode(text))
        if name == "TASKS":
            return datetime.fromisoformat(due), UUID(key)
    except (ValueError, TypeError, AttributeError):
        pass
    raise RefusedError("cursor")


def _row_is_beyond(position: tuple[Any, ...], at: tuple[Any, ...], later: bool) -> bool:
    return position > at if later else position < at
