"""Values that Python knows, cut to a selection: permissions, user errors, explanations."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, Protocol

import orjson
from graphql import GraphQLList, GraphQLNonNull, GraphQLObjectType
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet

Projector = Callable[[Any], Any]


class CollectsFields(Protocol):
    """What knows fragments, variables and directives of the operation."""

    def collect(self, type_: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        """The fields selected on an object type, by response key."""
        ...


def projector(fields: CollectsFields, type_: Any, details: FieldDetailsList) -> Projector:
    """A function that cuts a value of this output type to the selection of these field nodes."""
    if isinstance(type_, GraphQLNonNull):
        return projector(fields, type_.of_type, details)
    if isinstance(type_, GraphQLList):
        item = projector(fields, type_.of_type, details)
        return lambda value: None if value is None else [item(each) for each in value]
    if not isinstance(type_, GraphQLObjectType):
        return lambda value: value.name if isinstance(value, Enum) else value
    name = type_.name
    members: list[tuple[str, str | None, Projector]] = []
    for key, selected in fields.collect(type_, details).items():
        field_name = selected[0].node.name.value
        if field_name == "__typename":
            members.append((key, None, lambda _: name))
            continue
        definition = type_.fields[field_name]
        attribute = definition.extensions["strawberry-definition"].python_name
        members.append((key, attribute, projector(fields, definition.type, selected)))

    def project(value: Any) -> Any:
        if value is None:
            return None
        return {key: cut(getattr(value, attribute) if attribute else None) for key, attribute, cut in members}

    return project


def dump(value: Any) -> str:
    """A projected value as JSON text."""
    return orjson.dumps(value).decode()
