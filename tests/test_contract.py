"""The contract: committed, described in two languages, and sound in what it says can be null."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    is_specified_scalar_type,
)

from models import ErrorCode
from resolvers.criteria import criterion_of
from resolvers.declarations import NODES, TYPES, source_of
from resolvers.sources import (
    Affected,
    ByWhom,
    Column,
    Commanded,
    Facts,
    Filed,
    Known,
    Link,
    Lookup,
    Many,
    NodeByID,
    One,
    OwnAccount,
    Title,
)
from schema.build import SDL, build_schema
from tests.lives import LIVES
from tests.refusals import commands_on

CONTRACT = build_schema()
SCHEMA = CONTRACT._schema
OWN_TYPES = {
    name: type_
    for name, type_ in SCHEMA.type_map.items()
    if not name.startswith("__") and not is_specified_scalar_type(type_)
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_the_committed_contract_is_the_one_that_is_served() -> None:
    assert SDL.read_text(encoding="utf-8") == CONTRACT.as_str() + "\n", "run make schema and review what changed"


def descriptions() -> Iterator[tuple[str, str | None]]:
    for name, type_ in OWN_TYPES.items():
        yield name, type_.description
        if isinstance(type_, GraphQLEnumType):
            for value_name, value in type_.values.items():
                yield f"{name}.{value_name}", value.description
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            fields: dict[str, Any] = type_.fields
            for field_name, field in fields.items():
                yield f"{name}.{field_name}", field.description
                for argument_name, argument in getattr(field, "args", {}).items():
                    yield f"{name}.{field_name}({argument_name})", argument.description


def test_everything_is_described_in_chinese_first_and_in_english() -> None:
    bad = []
    for name, description in descriptions():
        chinese, separator, english = (description or "").partition(" · ")
        if name.startswith("ErrorCode."):
            # A code is described by its message.
            assert CHINESE.search(chinese)
        if (
            not (CHINESE.search(chinese) and separator and re.search(r"[A-Za-z]{2}", english))
            or english.endswith(".")
            or CHINESE.match(english)
        ):
            bad.append(f"{name}: {description}")
    assert bad == []


def may_be_null(model: Any, source: Any) -> bool:
    """Whether a field of a row may be null."""
    match source:
        case Column(name) if name in {*model.__sensitive__, *model.__entrusted__, *model.__told_at__}:
            # A value that may be masked away.
            return True
        case Column(name):
            return bool(model.__table__.columns[name].nullable)
        case One() | Title() | ByWhom():
            # A row out of scope, or what was done with one; what is no command.
            return True
        case Link(state=state):
            # A row in another state has no such link.
            return state is not None
    return False


@pytest.mark.parametrize("type_name", [name for name in TYPES if name in OWN_TYPES])
def test_what_cannot_be_null_rests_on_a_column_that_cannot(type_name: str) -> None:
    type_: Any = SCHEMA.type_map[type_name]
    for name, field in type_.fields.items():
        source = source_of(field.extensions)
        assert source is not None, name
        is_null = not isinstance(field.type, GraphQLNonNull)
        assert is_null == may_be_null(TYPES[type_name].model, source), name


def test_what_is_told_later_orders_nothing_and_is_asked_for_by_itself() -> None:
    for name, definition in TYPES.items():
        late = definition.model.__told_at__
        # Their values in a history are hidden as those of a class, or with the whole entry.
        assert {each for each, moments in late.items() if moments} <= {*definition.model.__sensitive__}, name
        orders = [each.column for each in definition.orders or ()]
        fields: Any = SCHEMA.type_map[definition.filter.__name__] if definition.filter else None
        criteria = [criterion_of(each.extensions) for each in fields.fields.values()] if fields else []
        # A criterion asks whether its column is told, not those beside it, nor one that is read in branches.
        beside = {getattr(each, also, None) for each in criteria for also in ("other", "near", "after", "whole")}
        in_branches = {each.column for each in criteria if getattr(each, "each", False)}
        assert not {*late} & {*orders, *beside, *in_branches}, name


def test_one_refused_argument_does_not_empty_the_answer() -> None:
    query, mutation = SCHEMA.query_type, SCHEMA.mutation_type
    assert query is not None and mutation is not None
    for field in [*query.fields.values(), *mutation.fields.values()]:
        assert not isinstance(field.type, GraphQLNonNull)
        source = source_of(field.extensions)
        assert (
            isinstance(source, Lookup | Many | NodeByID | OwnAccount | Facts | Commanded)
            or "nodes" in field.args
            or source
        )


def test_every_payload_reads_back_its_object_and_its_errors() -> None:
    mutation = SCHEMA.mutation_type
    assert mutation is not None
    for name, field in mutation.fields.items():
        payload: Any = field.type
        sources = {type(source_of(each.extensions)) for each in payload.fields.values()}
        # Who needs no account sees what was made as its maker.
        assert sources in ({Affected, Known}, {Filed, Known}), name
        assert list(field.args) == ["input"], name


def test_nodes_and_connections_are_relays() -> None:
    for model, definition in NODES.items():
        if model.__module__.startswith("models"):
            type_: Any = SCHEMA.type_map[definition.type_name]
            assert [each.name for each in type_.interfaces] == ["Node"]
    for name, type_ in OWN_TYPES.items():
        if name.endswith("Connection") and isinstance(type_, GraphQLObjectType):
            assert {"edges", "pageInfo"} <= set(type_.fields)
            edge: Any = SCHEMA.type_map[name.replace("Connection", "Edge")]
            assert set(edge.fields) == {"node", "cursor"}


def test_error_codes_are_in_the_contract() -> None:
    codes = SCHEMA.type_map["ErrorCode"]
    assert isinstance(codes, GraphQLEnumType)
    assert set(codes.values) == set(ErrorCode.__members__)
    for code in ErrorCode:
        chinese = set(re.findall(r"\{(\w+)\}", code.chinese))
        assert chinese == set(re.findall(r"\{(\w+)\}", code.english)), code.name


@pytest.mark.parametrize("type_name", LIVES)
def test_each_available_action_names_its_command(type_name: str) -> None:
    """As ``tests/refusals.py`` says by hand, which tries them all."""
    type_: Any = SCHEMA.type_map[type_name]
    _, *named = type_.fields["availableActions"].description.splitlines()
    assert named == [f"- {command.action}: `{command.name}`" for command in commands_on(type_name)]
