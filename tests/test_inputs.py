"""Texts and days in the input of every command of the contract: what cannot be kept is refused by its field."""

from __future__ import annotations

import random
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
from strawberry.utils.str_converters import to_camel_case

from resolvers.commands.command import declared_of
from resolvers.commands.texts import LONGEST_NAME, LONGEST_TEXT
from schema.build import build_schema
from tests.bureau import OFFICER
from tests.cluster import Rows
from tests.serving import Client

_MUTATION: Any = build_schema()._schema.mutation_type
UNSEEN = (
    *("a\nb", "a\tb", "王\u200b", "\ufeff王", "\u202e王", "a\u2028b"),
    *("\u3164", "王\ufe0f", "王\U000e0100", "\u2800", "\ue000"),
)
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


def told(type_: GraphQLInputObjectType, path: str) -> str:
    """A path as a refusal tells it: with the place, from zero, of what stands in a list."""
    name, _, rest = path.partition(".")
    each = type_.fields[name].type
    listed = isinstance(each.of_type if isinstance(each, GraphQLNonNull) else each, GraphQLList)
    inner: Any = get_named_type(each)
    return ".".join([name, *(["0"] if listed else []), *([told(inner, rest)] if rest else [])])


@pytest.mark.parametrize("name", _MUTATION.fields)
def test_a_text_or_day_that_cannot_be_kept_or_says_nothing(name: str, client: Client) -> None:
    type_: Any = get_named_type(_MUTATION.fields[name].args["input"].type)
    document = f"mutation($i: {type_.name}!) {{ {name}(input: $i) {{ userErrors {{ code field }} }} }}"
    wrong = [
        (path, text)
        for path, is_required in paths_of(type_, "String")
        for text in ("a\0b", "a\x01b", "超" * 20_001, *(("", " \n") if is_required else ()))
    ]
    wrong += [
        (path, text)
        for path, _ in paths_of(type_, "String")
        if bound_of(type_, path) <= LONGEST_NAME
        for text in UNSEEN
    ]
    wrong += [(path, day) for path, _ in paths_of(type_, "Date") for day in ("0001-01-01", "9999-12-31")]
    for path, text in wrong:
        given = {"i": with_text(value_of(type_), path, text)}
        errors = client.ask(document, given, OFFICER)[name]["userErrors"]
        assert errors == [{"code": "INVALID_VALUE", "field": told(type_, path)}], (text[:10], errors)


def test_every_text_that_an_index_holds_has_a_bound(rows: Rows) -> None:
    indexed = rows.fetch("""
        SELECT DISTINCT a.attname AS name FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_am m ON m.oid = i.relam AND m.amname <> 'gin'
        JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (x.indkey::int2[])
        WHERE a.atttypid = 'varchar'::regtype AND a.atttypmod < 0""")
    names = {to_camel_case(each["name"]) for each in indexed}
    assert {"number", "code", "name", "indicatorCode"} <= names
    unbounded = []
    for name, field in _MUTATION.fields.items():
        type_: Any = get_named_type(field.args["input"].type)
        for path, _ in paths_of(type_, "String"):
            if path.rpartition(".")[2] in names - {"idempotencyKey"} and bound_of(type_, path) > LONGEST_NAME:
                unbounded.append((name, path))
    assert unbounded == []


def bound_of(type_: GraphQLInputObjectType, path: str) -> int:
    """How long the text at a path of an input type may be."""
    name, _, rest = path.partition(".")
    if rest:
        inner: Any = get_named_type(type_.fields[name].type)
        return bound_of(inner, rest)
    declared: Any = type_.extensions["strawberry-definition"]
    (bound,) = (bound for _, said, _, bound in declared_of(declared.origin) if said == name)
    return bound.most if bound else LONGEST_TEXT


@pytest.mark.parametrize(
    ("name", "input_type", "path"),
    [
        ("registerOfficer", "RegisterOfficerInput", "number"),
        ("draftDutyItem", "DraftDutyItemInput", "code"),
        ("issueCertificate", "IssueCertificateInput", "number"),
        ("draftQuestionnaire", "DraftQuestionnaireInput", "code"),
        ("nominateContactPoint", "NominateContactPointInput", "name"),
    ],
)
def test_a_name_or_code_too_long_for_an_index_is_refused_by_its_field(
    name: str, input_type: str, path: str, client: Client
) -> None:
    chance = random.Random(5)
    long = "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(5_000))
    document = f"mutation($i: {input_type}!) {{ {name}(input: $i) {{ userErrors {{ code field message }} }} }}"
    type_: Any = get_named_type(_MUTATION.fields[name].args["input"].type)
    (error,) = client.ask(document, {"i": with_text(value_of(type_), path, long)}, OFFICER)[name]["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID_VALUE", path) and "5000" in error["message"]


@pytest.mark.parametrize(
    ("name", "input_type", "paths"),
    [
        ("draftTransfer", "DraftTransferInput", ["reason", "legalBasis"]),
        ("updateTransfer", "UpdateTransferInput", ["reason", "legalBasis"]),
        ("rejectTransfer", "ReasonInput", ["reason"]),
        ("returnTransferResult", "ReturnResultInput", ["result"]),
    ],
)
def test_what_stands_in_a_letter_of_a_transfer_is_no_longer_than_one(
    name: str, input_type: str, paths: list[str], client: Client
) -> None:
    document = f"mutation($i: {input_type}!) {{ {name}(input: $i) {{ userErrors {{ code field }} }} }}"
    type_: Any = get_named_type(_MUTATION.fields[name].args["input"].type)
    for path in paths:
        given = with_text(value_of(type_), path, "\u8d85" * 2_001)
        assert client.ask(document, {"i": given}, OFFICER)[name]["userErrors"] == [
            {"code": "INVALID_VALUE", "field": path}
        ]
