"""Tasks (待办): rows of every type with states that await an act of the caller, by due date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    DateTime,
    FromClause,
    Text,
    Uuid,
    case,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.types import TypeEngine

from models import Action, ErrorCode, Refusal, state_machine
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, select_visible, subquery
from resolvers.conditions import available_actions, is_due, may_act
from resolvers.connections import COUNTED_EXACTLY
from resolvers.declarations import DEFAULT_PAGE_SIZE, MAXIMUM_PAGE_SIZE, NODES
from resolvers.global_id import primary_key
from resolvers.json_text import Pieces, base64, fixed, json_array, json_scalar, number, or_null, text
from resolvers.shape import fill
from resolvers.sources import Tasks
from resolvers.wire import read_cursor

_ORDER = "TASKS"
_FAR: Any = literal_column("'9999-12-31T00:00:00+08:00'::timestamptz", DateTime(timezone=True))


@compiles(Tasks)
def tasks(compilation: Compilation, source: Tasks, selection: Selection) -> Pieces:
    """A page of tasks: each type's soonest, united, and of those the soonest."""
    arguments = compilation.arguments(selection)
    size = arguments.get("first")
    size = DEFAULT_PAGE_SIZE if size is None else size
    if not 1 <= size <= MAXIMUM_PAGE_SIZE:
        raise Refusal(ErrorCode.INVALID_PAGE, field="first", limit=MAXIMUM_PAGE_SIZE)
    compilation.count_nodes(size)
    asked = _Asked(compilation, arguments.get("filter") or {})
    found = [_of(asked, model, size, arguments.get("after")) for model in asked.models]
    united = union_all(*found).subquery("tasks_all")
    page = select(*united.c).order_by(united.c.due_at, united.c.id).limit(number(size + 1)).subquery("tasks_some")
    position = func.row_number().over(order_by=(page.c.due_at, page.c.id)).label("position")
    rows = select(*page.c, position).subquery("tasks_page")
    task_list = _TaskList(asked, selection.type, rows, size)
    value = compilation.members(selection.type, selection.details, task_list.field)
    return [select(text(value).label("json")).select_from(rows).having(true()).scalar_subquery()]


@dataclass(frozen=True)
class _Asked:
    """Whose tasks, and which of them."""

    compilation: Compilation
    filter: Mapping[str, Any]

    @cached_property
    def models(self) -> list[Any]:
        """The types that may have some for the caller, or else one; what is near or has passed has a deadline."""
        with_deadlines = self.filter.get("due") is not None
        with_tasks = [
            each for each in NODES if _task_actions(each) and (not with_deadlines or hasattr(each, "next_due_at"))
        ]
        mine = [
            each for each in with_tasks if any(self.compilation.grants(each, action) for action in _task_actions(each))
        ]
        return mine or with_tasks[:1]

    def conditions(self, model: Any, rows: FromClause) -> list[ColumnElement[bool]]:
        """Which rows of a type await an act of the caller and are asked for."""
        awaited = [
            may_act(self.compilation, model, action, rows, tasks=True)
            for action in _task_actions(model)
            if self.compilation.grants(model, action)
        ]
        conditions = [or_(false(), *awaited)]
        if (types := self.filter.get("objectType")) is not None:
            names = self.compilation.bind(
                lambda reading: [each.type_name for each in fill(types, reading.slots)], ARRAY(Text())
            )
            conditions.append(fixed(NODES[model].type_name) == func.any(names))
        if (due := self.filter.get("due")) is not None:
            conditions.append(is_due(rows.c.next_due_at, rows.c.next_near_at, due))
        return conditions


def _of(asked: _Asked, model: Any, size: int, after: Any) -> Any:
    compilation = asked.compilation
    visible = compilation.visible(model)
    rows = visible.rows
    due = func.coalesce(rows.c.next_due_at, _FAR) if "next_due_at" in rows.c else _FAR
    conditions = asked.conditions(model, rows)
    statement = select_visible(fixed(NODES[model].type_name).label("type"), visible, *conditions).add_columns(
        rows.c[primary_key(model).name].label("id"),
        due.label("due_at"),
        available_actions(compilation, model, rows).label("actions"),
    )
    if after is not None:
        with compilation.within("after"):
            at, key = (_cursor_value(compilation, after, index) for index in range(2))
        statement = statement.where(tuple_(due, rows.c[primary_key(model).name]) > tuple_(at, key))
    statement = statement.order_by(literal_column("due_at"), literal_column("id")).limit(number(size + 1))
    return select(*statement.subquery(f"{rows.name}_tasks").c)


def _total(asked: _Asked) -> ColumnElement[int]:
    """How many there are, counted to one more than ``COUNTED_EXACTLY``."""
    most = number(COUNTED_EXACTLY + 1)
    found = []
    for model in asked.models:
        visible = asked.compilation.visible(model)
        awaited = select_visible(number(1).label("one"), visible, *asked.conditions(model, visible.rows))
        some = awaited.limit(most).subquery()
        found.append(select(some.c.one))
    each = union_all(*found).subquery("tasks_each")
    counted = select(each.c.one).limit(most).subquery("tasks_counted")
    # Both fields that say it read it from here.
    return select(select(func.count().label("total")).select_from(counted).cte().c.total).scalar_subquery()


def _task_actions(model: Any) -> list[Action]:
    """What someone waits for of rows of a type, if anything."""
    machine = state_machine(model.__name__)
    if machine is None:
        return []
    return [action for action in machine.actions if any(each.is_task for each in machine.of(action))]


def _cursor_value(compilation: Compilation, cursor: Any, index: int) -> Any:
    types: list[TypeEngine[Any]] = [DateTime(timezone=True), Uuid()]

    def read(reading: Reading) -> Any:
        return read_cursor(fill(cursor, reading.slots), _ORDER, types)[index]

    return compilation.bind(read, types[index])


@dataclass(frozen=True)
class _TaskList:
    """The object that the field answers with."""

    asked: _Asked
    type: GraphQLObjectType
    rows: Any
    size: int

    @cached_property
    def _counted(self) -> ColumnElement[int]:
        return _total(self.asked)

    def field(self, name: str, details: FieldDetailsList) -> Pieces:
        type_ = cast("GraphQLObjectType", get_named_type(self.type.fields[name].type))
        position, size = self.rows.c.position, number(self.size)
        match name:
            case "nodes":
                item = self.asked.compilation.members(type_, details, self._task)
                return json_array(item, position, where=position <= size)
            case "totalCount":
                exact = func.nullif(self._counted, number(COUNTED_EXACTLY + 1))
                return or_null(sql_cast(exact, Text()))
            case "totalCountAtLeast":
                return [func.least(self._counted, number(COUNTED_EXACTLY))]
            case "hasNextPage":
                return [sql_cast(func.count() > size, Text())]
            case "endCursor":
                values = func.json_build_array(fixed(_ORDER), self.rows.c.due_at, self.rows.c.id)
                cursors = func.string_agg(
                    base64(sql_cast(values, Text())), aggregate_order_by(fixed(","), position.desc())
                )
                last = func.split_part(cursors.filter(position <= size), fixed(","), number(1))
                return or_null(fixed('"').op("||")(last).op("||")(fixed('"')))
        raise TypeError(f"TaskList has no field {name}")

    def _task(self, name: str, details: FieldDetailsList) -> Pieces:
        match name:
            case "dueAt":
                return json_scalar(func.nullif(self.rows.c.due_at, _FAR, type_=DateTime(timezone=True)), nullable=True)
            case "actions":
                return ["[", self.rows.c.actions, "]"]
            case "object":
                choices, compilation = [], self.asked.compilation
                for model in self.asked.models:
                    type_name, visible = NODES[model].type_name, compilation.visible(model)
                    target = cast("GraphQLObjectType", compilation.schema.type_map[type_name])
                    value = compilation.object(target, details, visible.rows, self.size)
                    is_it = visible.rows.c[primary_key(model).name] == self.rows.c.id
                    choices.append((self.rows.c.type == fixed(type_name), subquery(value, visible, is_it)))
                return or_null(case(*choices))
        raise TypeError(f"Task has no field {name}")
