"""The shape of an operation's variables: all of a plan's key, with none of the values.

A plan is compiled from the shape alone, so it cannot depend on a value that it is not keyed by.  Kept
in the shape: which inputs are given, nulls, booleans, enumeration values, page sizes, the type and key
length that a global id names.  Everything else is a ``Slot``, filled when the plan runs.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
)
from graphql.execution.values import VariableValues

from resolvers.global_id import GlobalID, key_of


@dataclass(frozen=True)
class IDKind:
    """What a global id says of itself: a type that has ids and how long the key is; nothing if it is no id."""

    type_name: str | None = None
    key_length: int = 0

    @classmethod
    def of(cls, text: str) -> IDKind:
        """The kind of this id."""
        parsed = GlobalID.parse(text)
        if parsed is None or key_of(parsed) is None:
            return cls()
        return cls(parsed.type_name, len(parsed.key))


@dataclass(frozen=True)
class Slot:
    """A place for a value that the plan does not know.

    ``kinds`` are those of the ids it will hold, ``most`` how many at most, rounded up to a power of two.
    """

    index: int
    kinds: frozenset[IDKind] = frozenset()
    most: int = 1


@dataclass(frozen=True)
class ShapedVariables:
    """Variables with slots for values, the key of their shape, and the values by slot."""

    values: VariableValues
    key: Hashable
    slots: tuple[Any, ...]


def shape_variables(
    types: Mapping[str, GraphQLInputType], variables: VariableValues, structural: frozenset[str]
) -> ShapedVariables:
    """Split coerced variables of an operation's types into shape and slots; ``structural`` ones keep their value."""
    slots: list[Any] = []
    shaped: dict[str, Any] = {}
    keys: list[Hashable] = []
    for name, type_ in types.items():
        if name not in variables.coerced:
            continue
        value = variables.coerced[name]
        if name in structural:
            shaped[name] = value
            keys.append((name, value))
        else:
            shaped[name], key = _shape(type_, value, slots)
            keys.append((name, key))
    return ShapedVariables(VariableValues(variables.sources, shaped), tuple(keys), tuple(slots))


def _shape(type_: GraphQLInputType, value: Any, slots: list[Any]) -> tuple[Any, Hashable]:
    if isinstance(type_, GraphQLNonNull):
        return _shape(type_.of_type, value, slots)
    if value is None or isinstance(value, bool | Enum):
        return value, value
    if isinstance(type_, GraphQLInputObjectType):
        return _shape_object(type_, value, slots)
    if isinstance(type_, GraphQLList) and _holds_objects(type_):
        items = [_shape(type_.of_type, item, slots) for item in value]
        return [item for item, _ in items], tuple(key for _, key in items)
    named: Any = type_
    while isinstance(named, GraphQLList | GraphQLNonNull):
        named = named.of_type
    kinds: frozenset[IDKind] = frozenset()
    most = _rounded(len(value)) if isinstance(value, list) else 1
    if named is GraphQLID:
        kinds = frozenset(IDKind.of(text) for text in (value if isinstance(value, list) else [value]) if text)
    slot = Slot(len(slots), kinds, most)
    slots.append(value)
    return slot, (Slot, kinds, most)


def _rounded(count: int) -> int:
    return 1 << max(count - 1, 0).bit_length()


def _shape_object(
    type_: GraphQLInputObjectType, value: Mapping[str, Any], slots: list[Any]
) -> tuple[dict[str, Any], Hashable]:
    shaped: dict[str, Any] = {}
    keys: list[Hashable] = []
    for name, field in type_.fields.items():
        if name in value:
            shaped[name], key = _shape(field.type, value[name], slots)
            keys.append((name, key))
    return shaped, tuple(keys)


def _holds_objects(type_: Any) -> bool:
    while isinstance(type_, GraphQLList | GraphQLNonNull):
        type_ = type_.of_type
    return isinstance(type_, GraphQLInputObjectType)


def fill(value: Any, slots: tuple[Any, ...]) -> Any:
    """A shaped value with its slots filled."""
    if isinstance(value, Slot):
        return slots[value.index]
    if isinstance(value, list):
        return [fill(item, slots) for item in value]
    if isinstance(value, dict):
        return {name: fill(item, slots) for name, item in value.items()}
    return value


def most_of(value: Any) -> int:
    """How many values a shaped list holds at most."""
    if isinstance(value, Slot):
        return value.most
    return sum(most_of(item) for item in value) if isinstance(value, list) else 1


def kinds_of(value: Any) -> frozenset[IDKind]:
    """The kinds of the ids that a shaped value holds, whether in a slot or written in the document."""
    if isinstance(value, Slot):
        return value.kinds
    if isinstance(value, list):
        return frozenset().union(*(kinds_of(item) for item in value))
    return frozenset({IDKind.of(value)}) if isinstance(value, str) else frozenset()
