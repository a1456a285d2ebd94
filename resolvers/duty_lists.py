"""Two days' duty lists of one organ compared: what was added, removed and changed between them.

A list of a day is what the organ holds in force on it; a township's is also what was assigned to it by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, Date, FromClause, Select, and_, case, func, or_, select, union_all

from models import DutyAssignment, DutyItem, Fault, InvalidValue, Organization
from policies import Visible
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, select_visible, subquery
from resolvers.conditions import is_in_force, key_length
from resolvers.global_id import primary_key
from resolvers.json_text import Pieces, fixed, json_array, number, text
from resolvers.shape import fill
from resolvers.sources import DutyListDiff
from resolvers.wire import wire_key

MOST_ITEMS = 1_000
_CHANGED = "changed_fields"
_BEFORE = "before_id"


@dataclass(frozen=True)
class _List:
    """The list of the organ on a day, read anew under names of its own at each use."""

    compilation: Compilation
    organ: ColumnElement[Any]
    day: ColumnElement[Any]

    def items(self) -> tuple[Visible, ColumnElement[bool]]:
        """The editions that the caller sees, and which of them stand on the list."""
        visible = self.compilation.visible(DutyItem)
        return visible, visible.rows.c.id.in_(union_all(self._held(), self._assigned()))

    def _held(self) -> Select[Any]:
        visible = self.compilation.visible(DutyItem)
        item = visible.rows
        return select_visible(item.c.id, visible, item.c.organization_id == self.organ, is_in_force(item, self.day))

    def _assigned(self) -> Select[Any]:
        # An assignment names the edition of its day; later ones of the same owner and code take its place.
        assignments, first, items = (self.compilation.visible(each) for each in (DutyAssignment, DutyItem, DutyItem))
        assignment, item = assignments.rows, items.rows
        named = first.rows.join(assignment, first.rows.c.id == assignment.c.duty_item_id).join(
            item, and_(item.c.code == assignment.c.duty_code, item.c.organization_id == first.rows.c.organization_id)
        )
        return (
            select(item.c.id)
            .select_from(named)
            .where(
                assignment.c.organization_id == self.organ,
                assignment.c.assigned_on <= self.day,
                or_(assignment.c.taken_back_on.is_(None), assignment.c.taken_back_on > self.day),
                is_in_force(item, self.day),
                *(each.condition for each in (assignments, first, items) if each.condition is not None),
            )
        )


@compiles(DutyListDiff)
def duty_list_diff(compilation: Compilation, source: DutyListDiff, selection: Selection) -> Pieces:
    """The three lists, each in the order of the codes."""
    arguments = compilation.arguments(selection)
    organ = _organ(compilation, arguments["organization"])
    earlier, later = (_List(compilation, organ, day) for day in _days(compilation, arguments))

    def member(name: str, details: FieldDetailsList) -> Pieces:
        type_ = cast("GraphQLObjectType", get_named_type(selection.type.fields[name].type))
        compilation.count_nodes(MOST_ITEMS)
        match name:
            case "added":
                return _only_in(compilation, later, earlier, type_, details)
            case "removed":
                return _only_in(compilation, earlier, later, type_, details)
            case "changed":
                return _changed(compilation, source.compared, (earlier, later), type_, details)
        raise TypeError(f"DutyListDiff has no field {name}")

    return compilation.members(selection.type, selection.details, member)


def _organ(compilation: Compilation, asked: Any) -> ColumnElement[Any]:
    with compilation.within("organization"):
        key_length(Organization, asked)
        return compilation.bind(lambda reading: wire_key(fill(asked, reading.slots)), primary_key(Organization).type)


def _days(compilation: Compilation, arguments: dict[str, Any]) -> Iterator[ColumnElement[Any]]:
    def earlier(reading: Reading) -> date:
        day: date = fill(arguments["earlier"], reading.slots)
        return day

    def later(reading: Reading) -> date:
        day: date = fill(arguments["later"], reading.slots)
        if day < (first := earlier(reading)):
            raise InvalidValue(None, Fault.BEFORE(day=first))
        return day

    for name, read in (("earlier", earlier), ("later", later)):
        with compilation.within(name):
            yield compilation.bind(read, Date())


def _only_in(
    compilation: Compilation, here: _List, there: _List, type_: GraphQLObjectType, details: FieldDetailsList
) -> Pieces:
    (visible, on_list), (others, on_other) = here.items(), there.items()
    same = select_visible(number(1), others).where(on_other, _is_same(others.rows, visible.rows))
    found = _first(visible, [], on_list, ~same.exists())
    item = compilation.object(type_, details, found, MOST_ITEMS)
    return [select(text(json_array(item, found.c.code, found.c.id)).label("json")).scalar_subquery()]


def _changed(
    compilation: Compilation,
    compared: Sequence[tuple[str, str]],
    lists: tuple[_List, _List],
    type_: GraphQLObjectType,
    details: FieldDetailsList,
) -> Pieces:
    (before, was), (after, is_) = (each.items() for each in lists)
    old, new = before.rows, after.rows
    differences = [(name, old.c[column].is_distinct_from(new.c[column])) for name, column in compared]
    names = func.concat_ws(fixed(","), *(case((differs, fixed(f'"{name}"'))) for name, differs in differences))
    joined = and_(was, _is_same(old, new), or_(*(differs for _, differs in differences)))
    if before.condition is not None:
        joined = and_(joined, before.condition)
    columns = [old.c.id.label(_BEFORE), names.label(_CHANGED)]
    found = _first(after, columns, is_, joined, beside=old)

    def member(name: str, selected: FieldDetailsList) -> Pieces:
        target = cast("GraphQLObjectType", get_named_type(type_.fields[name].type))
        if name == "fields":
            return ["[", found.c[_CHANGED], "]"]
        if name == "after":
            return compilation.object(target, selected, found, MOST_ITEMS)
        visible = compilation.visible(DutyItem)
        value = compilation.object(target, selected, visible.rows, MOST_ITEMS)
        return [subquery(value, visible, visible.rows.c.id == found.c[_BEFORE])]

    item = compilation.members(type_, details, member)
    return [select(text(json_array(item, found.c.code, found.c.id)).label("json")).scalar_subquery()]


def _is_same(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.code == other.c.code, one.c.organization_id == other.c.organization_id)


def _first(
    visible: Visible, columns: list[Any], *conditions: ColumnElement[bool], beside: FromClause | None = None
) -> Any:
    rows = visible.rows
    statement = select(*rows.c, *columns).select_from(rows).where(*conditions)
    if visible.condition is not None:
        statement = statement.where(visible.condition)
    statement = statement.correlate_except(rows, *([] if beside is None else [beside]))
    limited = statement.order_by(rows.c.code, rows.c.id).limit(number(MOST_ITEMS))
    return limited.subquery(f"{rows.name}_differing")
