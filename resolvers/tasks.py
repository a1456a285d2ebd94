"""Tasks (待办): rows of every type with states that await an act of the caller, by due date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import (
    ColumnElement,
    DateTime,
    FromClause,
    Text,
    Uuid,
    case,
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

from models import ErrorCode, Refusal, state_machine
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, select_visible, subquery
from resolvers.conditions import available_actions, machine_of, may_act
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
    found = [each for model in NODES if (each := _of(compilation, model, size, arguments.get("after"))) is not None]
    united = union_all(*found).subquery("tasks_all")
    page = select(*united.c).order_by(united.c.due_at, united.c.id).limit(number(size + 1)).subquery("tasks_some")
    position = func.row_number().over(order_by=(page.c.due_at, page.c.id)).label("position")
    rows = select(*page.c, position).subquery("tasks_page")
    task_list = _TaskList(compilation, selection.type, rows, size)
    value = compilation.members(selection.type, selection.details, task_list.field)
    return [select(text(value).label("json")).select_from(rows).having(true()).scalar_subquery()]


def _of(compilation: Compilation, model: Any, size: int, after: Any) -> Any:
    if not _has_tasks(model):
        return None
    visible = compilation.visible(model)
    rows = visible.rows
    due = func.coalesce(rows.c.next_due_at, _FAR) if "next_due_at" in rows.c else _FAR
    awaited = or_(*_awaited(compilation, model, rows))
    statement = select_visible(fixed(NODES[model].type_name).label("type"), visible, awaited).add_columns(
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


def _total(compilation: Compilation) -> ColumnElement[int]:
    """How many there are, counted to one more than ``COUNTED_EXACTLY``."""
    most = number(COUNTED_EXACTLY + 1)
    found = []
    for model in filter(_has_tasks, NODES):
        visible = compilation.visible(model)
        awaited = or_(*_awaited(compilation, model, visible.rows))
        some = select_visible(number(1).label("one"), visible, awaited).limit(most).subquery()
        found.append(select(some.c.one))
    each = union_all(*found).subquery("tasks_each")
    counted = select(each.c.one).limit(most).subquery("tasks_counted")
    # Both fields that say it read it from here.
    return select(select(func.count().label("total")).select_from(counted).cte().c.total).scalar_subquery()


def _awaited(compilation: Compilation, model: Any, rows: FromClause) -> list[ColumnElement[bool]]:
    machine = machine_of(model)
    return [
        may_act(compilation, model, action, rows, tasks=True)
        for action in machine.actions
        if any(transition.is_task for transition in machine.of(action))
    ]


def _has_tasks(model: Any) -> bool:
    machine = state_machine(model.__name__)
    return machine is not None and any(transition.is_task for transition in machine.transitions)


def _cursor_value(compilation: Compilation, cursor: Any, index: int) -> Any:
    types: list[TypeEngine[Any]] = [DateTime(timezone=True), Uuid()]

    def read(reading: Reading) -> Any:
        return read_cursor(fill(cursor, reading.slots), _ORDER, types)[index]

    return compilation.bind(read, types[index])


@dataclass(frozen=True)
class _TaskList:
    """The object that the field answers with."""

    compilation: Compilation
    type: GraphQLObjectType
    rows: Any
    size: int

    @cached_property
    def _counted(self) -> ColumnElement[int]:
        return _total(self.compilation)

    def field(self, name: str, details: FieldDetailsList) -> Pieces:
        type_ = cast("GraphQLObjectType", get_named_type(self.type.fields[name].type))
        position, size = self.rows.c.position, number(self.size)
        match name:
            case "nodes":
                item = self.compilation.members(type_, details, self._task)
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
                choices = []
                for model, definition in NODES.items():
                    if _has_tasks(model):
                        visible = self.compilation.visible(model)
                        target = cast("GraphQLObjectType", self.compilation.schema.type_map[definition.type_name])
                        value = self.compilation.object(target, details, visible.rows, self.size)
                        is_it = visible.rows.c[primary_key(model).name] == self.rows.c.id
                        choices.append(
                            (self.rows.c.type == fixed(definition.type_name), subquery(value, visible, is_it))
                        )
                return or_null(case(*choices))
        raise TypeError(f"Task has no field {name}")
