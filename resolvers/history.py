"""History: the audit entries of a row, inside scope and with the reader's present masks.

Who reads a row only because it is published learns nothing of who did what with it, who reads it from a later state on
nothing of what was done before.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any

from graphql import get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Text,
    Uuid,
    and_,
    case,
    false,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    true,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB

from models import Clearance, Language, SensitiveClass, Table
from models.consequences import CHANGED_WITH, Told
from resolvers.audit import DOWNLOAD, DOWNLOAD_LETTER
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.declarations import NODES, TYPES, source_of
from resolvers.global_id import primary_key
from resolvers.json_text import Pieces, base64, fixed, json_array, number, or_null, text
from resolvers.rows import row_of
from resolvers.sensitive import read_mark
from resolvers.shape import fill
from resolvers.sources import ByWhom, Changes, History, Match, One, Relation, Title
from resolvers.titles import labels_of_columns, titles_of_commands
from resolvers.wire import read_cursor

MOST_ENTRIES = 100
_ORDER = "HISTORY"
_SHOWN, _NAMES, _TITLES, _LABELS = "shown_", "names_", "titles", "labels"
_BY_WHOM = ("action", "account_name", "organization_id")
_BOOKKEEPING = ("version", "updated_at", "next_due_at", "next_near_at", "storage_key")


def name_of_reason(model: type[Table]) -> str:
    """Under which name an entry holds the reason of an act that no column keeps; no column of the table has it."""
    return "reason_of_act" if "reason" in model.model_fields else "reason"


@compiles(History)
def history(compilation: Compilation, source: History, selection: Selection) -> Pieces:
    """The entries, the newest first; each carries what its changes are shown by."""
    whole, model = row_of(selection), TYPES[selection.parent.name].model
    many = selection.many * MOST_ENTRIES
    compilation.count_nodes(many)
    visible = compilation.entries(model, whole)
    before = _before(compilation, compilation.arguments(selection).get("before"), visible.rows)
    classes = {name: sensitive.class_ for name, sensitive in model.__sensitive__.items()}
    classes[name_of_reason(model)] = SensitiveClass.NARRATIVE
    classes |= _classes_of_parts(model)
    shown = [
        *(
            _shown(compilation, model, whole, name, class_).label(f"{_SHOWN}{name}")
            for name, class_ in sorted(classes.items())
        ),
        *(sql_cast(null(), Text()).label(f"{_SHOWN}{name}") for name in _linked_parts(model)),
        *(
            fixed(f"{type_name}:").label(f"{_NAMES}{name}")
            for name, type_name in _nodes(selection.parent, model).items()
        ),
        *_names(compilation, selection, model),
    ]
    is_told = _is_told_by_whom(compilation, model, visible.rows)
    newest = (
        select_visible(visible.rows.c.id, visible, *_is_told(compilation, model, whole, visible.rows), *before)
        .with_only_columns(*(_told(model, each, is_told) for each in visible.rows.c), *shown)
        .order_by(visible.rows.c.id.desc())
        .limit(number(MOST_ENTRIES))
        .subquery(f"{visible.rows.name}_newest")
    )
    item = compilation.object(selection.type, selection.details, newest, many)
    return [select(text(json_array(item, newest.c.id.desc())).label("json")).scalar_subquery()]


def cursor_of(entry: FromClause) -> ColumnElement[str]:
    """The cursor of an entry: keys, unlike moments, are never the same."""
    return base64(sql_cast(func.json_build_array(fixed(_ORDER), entry.c.id), Text()))


def plain_cursor(entry: Mapping[str, Any], now: datetime) -> str:
    """The cursor of an entry, as ``cursor_of``."""
    return b64encode(json.dumps([_ORDER, str(entry["id"])]).encode()).decode()


def _before(compilation: Compilation, cursor: Any, entries: FromClause) -> list[ColumnElement[bool]]:
    if cursor is None:
        return []
    with compilation.within("before"):
        key = compilation.bind(lambda reading: read_cursor(fill(cursor, reading.slots), _ORDER, [Uuid()])[0], Uuid())
    return [entries.c.id < key]


def _is_told(
    compilation: Compilation, model: type[Table], whole: FromClause, entry: FromClause
) -> Iterator[ColumnElement[bool]]:
    yield compilation.told(model, whole, entry.c.at)
    # By name and time an organ would see that, and since when, somebody looks at its evidence.
    yield entry.c.action.not_in([fixed(DOWNLOAD), fixed(DOWNLOAD_LETTER)])
    never = sorted(name for name, moments in model.__told_at__.items() if not moments)
    told = compilation.told_value(model, whole, never[0]) if never else None
    if told is not None:
        # Who did it, and for whom, would tell as much.
        names: ColumnElement[Any] = literal_column(f"'{{{','.join(never)}}}'::text[]")
        yield or_(told, not_(func.coalesce(func.jsonb_exists_any(entry.c.after, names), false())))


def _names(compilation: Compilation, selection: Selection, model: type[Table]) -> Iterator[ColumnElement[Any]]:
    # Read once for the statement, and only where they are asked for.
    schema, fields = compilation.schema, _selected(compilation, selection.type, selection.details)
    type_name = NODES[model].type_name
    if "title" in fields:
        yield _by_name(compilation, lambda language: titles_of_commands(schema, language)).label(_TITLES)
    change: Any = get_named_type(selection.type.fields["changes"].type)
    if any("label" in _selected(compilation, change, details) for details in fields.get("changes", ())):
        of_type = partial(labels_of_columns, schema, type_name, name_of_reason(model))
        yield _by_name(compilation, of_type).label(_LABELS)


def _selected(compilation: Compilation, type_: Any, details: FieldDetailsList) -> dict[str, list[FieldDetailsList]]:
    selected: dict[str, list[FieldDetailsList]] = {}
    for each in compilation.collect(type_, details).values():
        selected.setdefault(each[0].node.name.value, []).append(each)
    return selected


def _by_name(compilation: Compilation, names: Callable[[Language], str]) -> ColumnElement[Any]:
    given = compilation.bind(lambda reading: names(reading.caller.language), Text())
    return select(sql_cast(sql_cast(given, Text()), JSONB())).scalar_subquery()


@compiles(ByWhom)
def by_whom(compilation: Compilation, source: ByWhom, selection: Selection) -> Pieces:
    """By which command or whom one entry was made."""
    return or_null(sql_cast(func.to_json(row_of(selection).c[source.column]), Text()))


@compiles(Title)
def title(compilation: Compilation, source: Title, selection: Selection) -> Pieces:
    """What the command of one entry is called."""
    entry = row_of(selection)
    return or_null(_name_of(entry.c[_TITLES], entry.c.action))


def _name_of(names: ColumnElement[Any], key: ColumnElement[str]) -> ColumnElement[Any]:
    return sql_cast(func.to_json(names.op("->>")(key)), Text())


def _told_parts(model: type[Table]) -> list[type[Table]]:
    # What an entry says of a part stands under the name of its table.
    return [each for each in Table.__subclasses__() if each.__told_by__ and model in each.__part_of__.values()]


@cache
def _classes_of_parts(model: type[Table]) -> dict[str, SensitiveClass]:
    parts = _told_parts(model)
    return {str(each.__tablename__): each.__part_class__ for each in parts if each.__part_class__ is not None}


def _is_told_by_whom(compilation: Compilation, model: type[Table], entry: FromClause) -> ColumnElement[bool]:
    ways: list[tuple[ColumnElement[bool], ColumnElement[bool]]] = [(entry.c.acted_on_id.is_(None), true())]
    for other, told in CHANGED_WITH.get(model, {}).items():
        is_other = entry.c.acted_on_type == fixed(other.__name__)
        if told is Told.TO_ALL:
            ways.append((is_other, true()))
            continue
        if told is Told.WHAT_MADE_IT:
            ways.append((and_(is_other, entry.c.before.is_(None)), true()))
        seen, key = compilation.visible(other, entrusted=True), primary_key(other)
        is_it = seen.rows.c[key.name] == sql_cast(entry.c.acted_on_id, key.type)
        acted_on = select_visible(number(1), seen, is_it, compilation.told(other, seen.rows, entry.c.at)).exists()
        # In a CASE, since the keys of others may be no such keys.
        ways.append((is_other, acted_on))
    return case(*ways, else_=false())


def _told(model: type[Table], column: ColumnElement[Any], is_told: ColumnElement[bool]) -> ColumnElement[Any]:
    # What the system keeps for itself says nothing of what was done.  That there is a row which not everyone sees, and
    # since when, is told by the mere name of the column that names it.
    if column.name in _BY_WHOM:
        return case((is_told, column)).label(column.name)
    if column.name not in ("before", "after"):
        return column
    untold = ",".join((*_BOOKKEEPING, *sorted(_links(model))))
    return column.op("-", return_type=JSONB())(literal_column(f"'{{{untold}}}'::text[]")).label(column.name)


def _nodes(type_: Any, model: type[Table]) -> Mapping[str, str]:
    """The columns that name an object of the contract, each with the type that its global id has."""
    types: dict[Any, str] = {each.__table__: NODES[each].type_name for each in NODES}  # type: ignore[attr-defined]
    columns = model.__table__.columns  # type: ignore[attr-defined]
    keys = ((each.name, key.column) for each in columns for key in each.foreign_keys)
    nodes = {name: types[key.table] for name, key in keys if key.primary_key and key.table in types}
    for field in type_.fields.values():
        match source_of(field.extensions):
            case One(Match(own, other, column, Relation.EQUAL)) if column == primary_key(other).name:
                nodes[own] = NODES[other].type_name
    return {**nodes, primary_key(model).name: NODES[model].type_name}


@cache
def _links(model: type[Table]) -> set[str]:
    """The columns that name rows which not everyone sees."""
    hidden = {
        each.__table__  # type: ignore[attr-defined]
        for each in NODES
        if not any(side.public is True for side in each.__anchors__.sides)
    }
    columns = model.__table__.columns  # type: ignore[attr-defined]
    keys = ((each.name, key.column) for each in columns for key in each.foreign_keys)
    return {name for name, key in keys if key.primary_key and key.table in hidden}


def _linked_parts(model: type[Table]) -> list[str]:
    # That a case has officers is no secret, and so it is told that they changed.
    return sorted(str(each.__tablename__) for each in _told_parts(model) if _links(each) & set(each.__told_by__))


def _shown(
    compilation: Compilation, model: type[Table], whole: FromClause, name: str, class_: SensitiveClass
) -> ColumnElement[Any]:
    # The mark of a clear reading where the reader has that clearance for the row, and is told, else null.
    clear = compilation.cleared(model, class_, Clearance.CLEAR, whole)
    told = compilation.told_value(model, whole, name)
    return case((clear if told is None else and_(clear, told), read_mark(compilation, model, whole, class_)))


@compiles(Changes)
def changes(compilation: Compilation, source: Changes, selection: Selection) -> Pieces:
    """The changed columns of one entry with their values before and after, as text."""
    entry: Any = row_of(selection)
    both = func.coalesce(entry.c.after, entry.c.before, literal_column("'{}'", JSONB()))
    keys = func.jsonb_object_keys(both).table_valued("field", name=f"{entry.name}_fields").render_derived()
    field = keys.c.field
    values = {side: _value(entry, entry.c[side], field) for side in ("before", "after")}

    def member(name: str, details: FieldDetailsList) -> Pieces:
        if name == "label":
            return or_null(_name_of(entry.c[_LABELS], field))
        return [func.to_json(field)] if name == "field" else or_null(values[name])

    item = compilation.members(selection.type, selection.details, member)
    listed = select(text(json_array(item, field)).label("json")).select_from(keys)
    return [listed.correlate(entry).scalar_subquery()]


def _value(entry: FromClause, side: ColumnElement[Any], field: ColumnElement[str]) -> ColumnElement[Any]:
    value: ColumnElement[str] = side.op("->>", return_type=Text())(field)
    told = sql_cast(func.to_json(value), Text())
    cases: list[tuple[ColumnElement[bool], ColumnElement[str]]] = []
    for column in entry.c:
        if column.name.startswith(_SHOWN):
            # Where the reader does not see a column clear, or a part names another row, its mark is null, and so is
            # what stands behind it.
            marked = column.op("||", return_type=Text())(told)
            cases.append((field == fixed(column.name.removeprefix(_SHOWN)), marked))
        elif column.name.startswith(_NAMES):
            global_id = sql_cast(func.to_json(base64(column.op("||")(value))), Text())
            cases.append((field == fixed(column.name.removeprefix(_NAMES)), global_id))
    return case(*cases, else_=told) if cases else told
