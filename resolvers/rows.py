"""Fields that are read from a row: columns, and the rows that it leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, FromClause, Text, and_, case, func, select
from sqlalchemy import cast as sql_cast

from models import Clearance, Table
from models.base import is_nullable, keys
from policies import Visible
from resolvers import conditions
from resolvers.compilation import Compilation, Selection, compiles, select_visible, subquery
from resolvers.conditions import matches
from resolvers.declarations import TYPES
from resolvers.global_id import primary_key
from resolvers.json_text import NULL, Pieces, fixed, json_array, json_global_id, json_scalar, number, or_null, text
from resolvers.sensitive import link_mark, read_mark, sensitive_column
from resolvers.sources import (
    AvailableActions,
    Column,
    Derived,
    Identity,
    Link,
    Newest,
    One,
    Pairs,
    Parts,
    Several,
    Tally,
)


def row_of(selection: Selection) -> FromClause:
    """The row that the field is read from."""
    if selection.row is None:
        raise TypeError("a field that is read from a row was declared where there is none")
    return selection.row


@compiles(Column)
def column(compilation: Compilation, source: Column, selection: Selection) -> Pieces:
    """A scalar."""
    definition = TYPES.get(selection.parent.name)
    return _shown(compilation, definition.model if definition else None, row_of(selection), source.name)


@compiles(Newest)
def newest(compilation: Compilation, source: Newest, selection: Selection) -> Pieces:
    """A scalar of another row."""
    model = source.match.model
    visible = compilation.visible(model)
    value = text(_shown(compilation, model, visible.rows, source.column)).label("json")
    found = select_visible(value, visible, matches(compilation, source.match, row_of(selection), visible.rows))
    order = (each.desc() for each in (visible.rows.c[source.by], *keys(model, visible.rows)))
    return or_null(found.order_by(*order).limit(number(1)).scalar_subquery())


def _shown(compilation: Compilation, model: type[Table] | None, row: FromClause, name: str) -> Pieces:
    value = row.c[name]
    if model is None:
        return json_scalar(value, nullable=is_nullable(value))
    if name in model.__sensitive__:
        shown = sensitive_column(compilation, model, row, name)
    else:
        shown = json_scalar(value, nullable=is_nullable(value))
    seen = [compilation.entrusted(model, row)] if name in model.__entrusted__ else []
    if (told := compilation.told_value(model, row, name)) is not None:
        seen.append(told)
    return [case((and_(*seen), sql_cast(text(shown), Text())), else_=fixed(NULL))] if seen else shown


@compiles(Derived)
def derived(compilation: Compilation, source: Derived, selection: Selection) -> Pieces:
    """A value that follows from the row."""
    return json_scalar(source.expression(row_of(selection)), nullable=False)


@compiles(Pairs)
def pairs(compilation: Compilation, source: Pairs, selection: Selection) -> Pieces:
    """A plain list of labels with their values."""
    row: Any = row_of(selection)
    unnested = func.jsonb_array_elements(row.c[source.column])
    items = unnested.table_valued("pair", with_ordinality="place", name=f"{row.name}_{source.column}").render_derived()
    places = {"label": number(0), "value": number(1)}

    def member(name: str, details: FieldDetailsList) -> Pieces:
        return [func.to_json(items.c.pair.op("->>")(places[name]))]

    item = compilation.members(selection.type, selection.details, member)
    listed = select(text(json_array(item, items.c.place)).label("json")).select_from(items)
    return [listed.correlate(row).scalar_subquery()]


@compiles(Link)
def link(compilation: Compilation, source: Link, selection: Selection) -> Pieces:
    """A signed link, or null."""
    row = row_of(selection)
    pieces = [
        sql_cast(row.c[name], Text()) if is_column else fixed(name)
        for place, name in enumerate(re.split(r"[{}]", source.path))
        if (is_column := bool(place % 2)) or name
    ]
    mark = link_mark(compilation, source.method, func.concat(*pieces, type_=Text()))
    if source.state is None:
        return [mark]
    return [case((row.c.state == fixed(source.state.name), mark), else_=fixed(NULL))]


@compiles(AvailableActions)
def available_actions(compilation: Compilation, source: AvailableActions, selection: Selection) -> Pieces:
    """The actions by which the caller may move the row now, in the order of the state machine."""
    model = TYPES[selection.parent.name].model
    return ["[", conditions.available_actions(compilation, model, row_of(selection)), "]"]


@compiles(Parts)
def parts(compilation: Compilation, source: Parts, selection: Selection) -> Pieces:
    """A plain list of the rows that are part of the row."""
    row, model = row_of(selection), TYPES[selection.parent.name].model
    many = selection.many * source.at_most
    compilation.count_nodes(many)
    visible = compilation.parts(source.model, source.link, row)
    item = compilation.object(selection.type, selection.details, visible.rows, many)
    # What is published of a row is the row, not who handles it, by when and for what reasons.
    seen = [] if source.model.__part_is_published__ else [compilation.entrusted(model, row)]
    if (class_ := source.model.__part_class__) is not None:
        item = [read_mark(compilation, model, row, class_), *item]
        seen.append(compilation.cleared(model, class_, Clearance.CLEAR, row))
    order = [visible.rows.c[source.order], *keys(source.model, visible.rows)]
    if source.is_cut:
        return _first(item, order, source.at_most, visible, *seen)
    return [subquery(json_array(item, *order), visible, *seen)]


def _first(
    item: Pieces, order: Sequence[ColumnElement[Any]], most: int, visible: Visible, *conditions: ColumnElement[bool]
) -> Pieces:
    found = select_visible(text(item).label("item"), visible, *conditions).add_columns(*order)
    first = found.order_by(*order).limit(number(most)).subquery(f"{visible.rows.name}_first")
    shown, *by = first.c
    return [select(text(json_array([shown], *by)).label("json")).scalar_subquery()]


@compiles(Identity)
def identity(compilation: Compilation, source: Identity, selection: Selection) -> Pieces:
    """The global id."""
    key = primary_key(TYPES[selection.parent.name].model)
    return json_global_id(selection.parent.name, row_of(selection).c[key.name])


@compiles(One)
def one(compilation: Compilation, source: One, selection: Selection) -> Pieces:
    """An object, or null."""
    compilation.count_nodes(selection.many)
    visible = compilation.visible(source.match.model)
    value = compilation.object(selection.type, selection.details, visible.rows, selection.many)
    row, definition = row_of(selection), TYPES.get(selection.parent.name)
    told = compilation.told_value(definition.model, row, source.match.own) if definition else None
    led_to = [matches(compilation, source.match, row, visible.rows), *([] if told is None else [told])]
    return or_null(subquery(value, visible, *led_to))


@compiles(Several)
def several(compilation: Compilation, source: Several, selection: Selection) -> Pieces:
    """A plain list of objects."""
    many = selection.many * source.at_most
    compilation.count_nodes(many)
    visible = compilation.visible(source.match.model)
    item = compilation.object(selection.type, selection.details, visible.rows, many)
    columns = [visible.rows.c[source.match.column], *keys(source.match.model, visible.rows)]
    value = json_array(item, *dict.fromkeys(columns))
    return [subquery(value, visible, matches(compilation, source.match, row_of(selection), visible.rows))]


@compiles(Tally)
def tally(compilation: Compilation, source: Tally, selection: Selection) -> Pieces:
    """A list of counts."""
    visible = compilation.visible(source.match.model)
    by = visible.rows.c[source.by]
    grouped = select_visible(by, visible, matches(compilation, source.match, row_of(selection), visible.rows))
    counts = grouped.add_columns(func.count().label("count")).group_by(by).subquery(f"{visible.rows.name}_counts")
    item = compilation.object(selection.type, selection.details, counts, selection.many)
    return [select(text(json_array(item, counts.c[source.by])).label("json")).scalar_subquery()]
