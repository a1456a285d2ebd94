"""Texts and days in the input of every command of the contract: what cannot be kept is refused by its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
)

from schema.build import build_schema
from tests.bureau import OFFICER
from tests.serving import Client

_MUTATION: Any = build_schema()._schema.mutation_type
_VALUES: dict[str, Any] = {
    "String": "x",
    "ID": "x",
    "Int": 1,
    "Date": "2026-01-05",
    "Decimal": "1.00",
    "Boolean": True,
}


def value_of(type_: Any) -> Any:
    """A value of an input type, with everything in it that may be given."""
    if isinstance(type_, GraphQLNonNull):
        return value_of(type_.of_type)
    if isinstance(type_, GraphQLList):
        return [value_of(type_.of_type)]
    if isinstance(type_, GraphQLInputObjectType):
        return {name: value_of(each.type) for name, each in type_.fields.items()}
    return next(iter(type_.values)) if isinstance(type_, GraphQLEnumType) else _VALUES[type_.name]


def paths_of(type_: GraphQLInputObjectType, scalar: str, within: str = "") -> Iterator[tuple[str, bool]]:
    """The paths of the values of a scalar in an input type, and whether each must be given."""
    for name, each in type_.fields.items():
        named = get_named_type(each.type)
        if isinstance(named, GraphQLInputObjectType):
            yield from paths_of(named, scalar, f"{within}{name}.")
        elif named.name == scalar:
            yield f"{within}{name}", isinstance(each.type, GraphQLNonNull)


def with_text(value: dict[str, Any], path: str, text: str) -> dict[str, Any]:
    """A copy of an input in which the text at a path is another."""
    name, _, rest = path.partition(".")
    if not rest:
        return {**value, name: text}
    inner = value[name]
    changed = [with_text(inner[0], rest, text)] if isinstance(inner, list) else with_text(inner, rest, text)
    return {**value, name: changed}


@pytest.mark.parametrize("name", _MUTATION.fields)
def test_a_text_or_day_that_cannot_be_kept_or_says_nothing(name: str, client: Client) -> None:
    type_: Any = get_named_type(_MUTATION.fields[name].args["input"].type)
    document = f"mutation($i: {type_.name}!) {{ {name}(input: $i) {{ userErrors {{ code field }} }} }}"
    wrong = [
        (path, text)
        for path, is_required in paths_of(type_, "String")
        for text in ("a\0b", "超" * 20_001, *(("", " \n") if is_required else ()))
    ]
    wrong += [(path, day) for path, _ in paths_of(type_, "Date") for day in ("0001-01-01", "9999-12-31")]
    for path, text in wrong:
        given = {"i": with_text(value_of(type_), path, text)}
        errors = client.ask(document, given, OFFICER)[name]["userErrors"]
        assert errors == [{"code": "INVALID_VALUE", "field": path}], (text[:10], errors)
