"""The root fields of a mutation: which command each runs, and on what input."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass
from functools import cache
from typing import Any, cast

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, get_argument_values
from graphql.execution.collect_fields import FieldDetailsList, collect_fields
from strawberry.schema.name_converter import NameConverter
from strawberry.types.base import StrawberryList, StrawberryOptional, has_object_definition
from strawberry.types.lazy_type import LazyType

from resolvers.compilation import Operation
from resolvers.declarations import source_of
from resolvers.shape import ShapedVariables, fill
from resolvers.sources import Commanded


@dataclass(frozen=True)
class CommandField:
    """A root field: a command with its input, or a text where none is run."""

    key: str
    command: Any = None
    arguments: Any = None
    definition: Any = None
    text: bytes = b"null"

    def read_input(self, schema: GraphQLSchema, slots: tuple[Any, ...]) -> Any:
        """The command's input as the class that the contract declares for it."""
        (declared,) = self.definition.extensions["strawberry-definition"].arguments
        names = schema.extensions["strawberry-definition"].config.name_converter
        return _reader(declared.type, names)(fill(self.arguments["input"], slots))


@cache
def _reader(type_: Any, names: NameConverter) -> Callable[[Any], Any]:
    """What makes a coerced value that of an input: its objects and lists, for leaves are what graphql-core made them.

    Strawberry asks each value anew what its type is.
    """
    of: Any = type_.resolve_type() if isinstance(type_, LazyType) else type_
    if isinstance(of, StrawberryOptional):
        return _reader(of.of_type, names)
    if isinstance(of, StrawberryList):
        item = _reader(of.of_type, names)
        return lambda value: None if value is None else [item(each) for each in value]
    return _object_reader(of, names) if has_object_definition(of) else lambda value: value


def _object_reader(type_: Any, names: NameConverter) -> Callable[[Any], Any]:
    declared = type_.__strawberry_definition__
    absent = {
        field.python_name: None
        for field in declared.fields
        if field.default_value is MISSING and field.default_factory is MISSING
    }
    fields: dict[str, tuple[str, Callable[[Any], Any]]] = {}
    for field in declared.fields:
        of: Any = field.resolve_type(type_definition=declared)
        fields[names.from_field(field)] = field.python_name, _reader(of, names)

    def read(value: Any) -> Any:
        if value is None:
            return None
        given = ((*fields[name], each) for name, each in value.items())
        return type_(**{**absent, **{name: read_field(each) for name, read_field, each in given}})

    return read


def command_fields(operation: Operation, variables: ShapedVariables) -> Iterator[CommandField]:
    """The selected root fields in the order in which they run."""
    root = cast("GraphQLObjectType", operation.schema.mutation_type)
    fields = collect_fields(operation.schema, operation.fragments, variables.values, root, operation.node)
    for key, details in fields.grouped_field_set.items():
        yield _field(key, root, details, variables)


def _field(key: str, root: GraphQLObjectType, details: FieldDetailsList, variables: ShapedVariables) -> CommandField:
    node = details[0].node
    if node.name.value == "__typename":
        return CommandField(key, text=f'"{root.name}"'.encode())
    definition: GraphQLField = root.fields[node.name.value]
    source = source_of(definition.extensions)
    if not isinstance(source, Commanded):
        raise TypeError(f"{node.name.value} runs no command")
    arguments = get_argument_values(definition, node, variables.values)
    return CommandField(key, source.command, arguments, definition)
