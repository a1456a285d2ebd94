"""Fields that start without a row: lookups by key, what is known beforehand, what a command did."""

from __future__ import annotations

from typing import Any, cast

import orjson
from graphql import GraphQLObjectType, get_named_type
from sqlalchemy import ARRAY, ColumnElement, Text, case, func, select
from sqlalchemy import cast as sql_cast

from models import Account, ErrorCode, Fault, InvalidValue, Refusal, Table
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles, subquery
from resolvers.conditions import filtered
from resolvers.declarations import MAXIMUM_PAGE_SIZE, NODES, TYPES
from resolvers.global_id import GlobalID, primary_key
from resolvers.json_text import NULL, Pieces, fixed, json_array, json_object, json_scalar, or_null, text
from resolvers.plan import FieldError, Output
from resolvers.projection import dump, projector
from resolvers.shape import IDKind, fill, kinds_of, most_of
from resolvers.sources import Affected, ByReceipt, Facts, Filed, Known, Lookup, NodeByID, NodesByID, OwnAccount
from resolvers.wire import wire, wire_key


@compiles(Known)
def known(compilation: Compilation, source: Known, selection: Selection) -> Pieces:
    """A value that needs no row."""
    cut = projector(compilation, selection.definition.type, selection.details)
    return [compilation.bind(lambda reading: dump(cut(source.value(reading))), Text())]


@compiles(Affected)
def affected(compilation: Compilation, source: Affected, selection: Selection) -> Pieces:
    """The row that a command acted on."""
    key = compilation.bind(lambda reading: reading.outcome.key, primary_key(source.model).type)
    return or_null(_by_key(compilation, source.model, key, selection))


@compiles(Filed)
def filed(compilation: Compilation, source: Filed, selection: Selection) -> Pieces:
    """The row that was made a moment ago."""
    name = primary_key(source.model).name
    key = compilation.bind(lambda reading: reading.outcome.key, primary_key(source.model).type)
    return _opened(compilation, source.model, name, key, selection)


@compiles(ByReceipt)
def by_receipt(compilation: Compilation, source: ByReceipt, selection: Selection) -> Pieces:
    """The row that a receipt opens."""
    if source.model.__receipt__ is None:
        raise TypeError(f"{source.model.__name__} is opened by no receipt")
    asked = compilation.arguments(selection)["receipt"]
    with compilation.within("receipt"):
        receipt = compilation.bind(lambda reading: wire(fill(asked, reading.slots)), Text())
    return _opened(compilation, source.model, source.model.__receipt__, receipt, selection)


def _opened(
    compilation: Compilation, model: type[Table], by: str, value: ColumnElement[Any], selection: Selection
) -> Pieces:
    compilation.count_nodes(1)
    visible = compilation.opened(model, by, value)
    return or_null(subquery(compilation.object(selection.type, selection.details, visible.rows, 1), visible))


@compiles(OwnAccount)
def own_account(compilation: Compilation, source: OwnAccount, selection: Selection) -> Pieces:
    """The caller's account."""
    key = compilation.bind(lambda reading: reading.caller.principal.account, primary_key(Account).type)
    return or_null(_by_key(compilation, Account, key, selection))


@compiles(Lookup)
def lookup(compilation: Compilation, source: Lookup, selection: Selection) -> Pieces:
    """One row by a unique key."""
    visible = compilation.visible(source.model)
    by_type: Any = get_named_type(selection.definition.args["by"].type)
    with compilation.within("by"):
        conditions = filtered(compilation, source.model, visible.rows, by_type, compilation.arguments(selection)["by"])
    compilation.count_nodes(1)
    value = compilation.object(selection.type, selection.details, visible.rows, 1)
    return or_null(subquery(value, visible, *conditions))


@compiles(NodeByID)
def node_by_id(compilation: Compilation, source: NodeByID, selection: Selection) -> Pieces:
    """One row of any type by its global id."""
    asked = compilation.arguments(selection)["id"]
    model = _node_model(asked)
    return or_null(_by_key(compilation, model, _key(compilation, model, asked), selection))


@compiles(NodesByID)
def nodes_by_id(compilation: Compilation, source: NodesByID, selection: Selection) -> Pieces:
    """Rows of any types by their global ids, null where there is none."""
    asked = compilation.arguments(selection)["ids"]
    known_kinds = kinds_of(asked) - {IDKind()}

    def parsed(reading: Reading) -> list[GlobalID | None]:
        ids = fill(asked, reading.slots)
        if len(ids) > MAXIMUM_PAGE_SIZE:
            reason = Fault.TOO_MANY(count=len(ids), most=MAXIMUM_PAGE_SIZE)
            raise InvalidValue(None, reason)
        return [GlobalID.parse(text) if kinds_of(text) <= known_kinds else None for text in ids]

    response_key = compilation.response_key

    def malformed(reading: Reading) -> list[FieldError]:
        refusal = Refusal(ErrorCode.INVALID_ID, field="ids", expected="Node")
        places = [place for place, each in enumerate(parsed(reading)) if each is None]
        return [FieldError(refusal, (response_key, place)) for place in places]

    compilation.inspect.append(malformed)
    many = min(most_of(asked), MAXIMUM_PAGE_SIZE)
    with compilation.within("ids"):
        types = compilation.bind(lambda r: [each and each.type_name for each in parsed(r)], ARRAY(Text()))
        keys = compilation.bind(lambda r: [each and each.key for each in parsed(r)], ARRAY(Text()))
    ids = (
        func.unnest(types, keys)
        .table_valued("type", "key", with_ordinality="position", name=f"{response_key}_ids")
        .render_derived()
    )
    choices = []
    for name in sorted({cast("str", kind.type_name) for kind in known_kinds}):
        model = TYPES[name].model
        key = sql_cast(ids.c.key, primary_key(model).type)
        choices.append((ids.c.type == fixed(name), _by_key(compilation, model, key, selection, many)))
    item = or_null(case(*choices)) if choices else [NULL]
    return [select(text(json_array(item, ids.c.position)).label("json")).scalar_subquery()]


def facts_output(
    compilation: Compilation, source: Facts, selection: Selection, key: str
) -> tuple[Output, ColumnElement[str]]:
    """The output of a field that is concluded from a row's anchors, and the column with the anchors."""
    arguments = compilation.arguments(selection)
    model = _node_model(arguments["id"])
    visible = compilation.visible(model)
    sides = json_object(
        [
            (
                side.name,
                json_object(
                    [
                        (fact, ["true"] if column is True else json_scalar(visible.rows.c[column], nullable=True))
                        for fact, column in side.columns().items()
                    ]
                ),
            )
            for side in model.__anchors__.sides
        ]
    )
    condition = visible.rows.c[primary_key(model).name] == _key(compilation, model, arguments["id"])
    cut = projector(compilation, selection.definition.type, selection.details)

    def conclude(found: bytes | None, reading: Reading) -> bytes:
        given = {name: fill(value, reading.slots) for name, value in arguments.items()}
        row = None if found is None else (model, orjson.loads(found))
        return dump(cut(source.conclude(reading, given, row))).encode()

    return Output(key, conclude=conclude), subquery(sides, visible, condition)


def _by_key(
    compilation: Compilation, model: type[Table], key: ColumnElement[Any], selection: Selection, many: int = 1
) -> ColumnElement[str]:
    compilation.count_nodes(many)
    visible = compilation.visible(model)
    type_ = selection.type
    if not isinstance(type_, GraphQLObjectType):
        type_ = cast("GraphQLObjectType", compilation.schema.type_map[NODES[model].type_name])
    value = compilation.object(type_, selection.details, visible.rows, many)
    return subquery(value, visible, visible.rows.c[primary_key(model).name] == key)


def _key(compilation: Compilation, model: type[Table], asked: Any) -> ColumnElement[Any]:
    return compilation.bind(lambda reading: wire_key(fill(asked, reading.slots)), primary_key(model).type)


def _node_model(asked: Any) -> type[Table]:
    kinds = kinds_of(asked)
    if len(kinds) != 1 or IDKind() in kinds:
        raise Refusal(ErrorCode.INVALID_ID, field="id", expected="Node")
    return TYPES[cast("str", next(iter(kinds)).type_name)].model
