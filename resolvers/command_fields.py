"""The root fields of a mutation: which command each runs, and on what input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, get_argument_values
from graphql.execution.collect_fields import FieldDetailsList, collect_fields
from strawberry.types.arguments import convert_argument

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
        contract = schema.extensions["strawberry-definition"]
        registry = contract.schema_converter.scalar_registry
        return convert_argument(fill(self.arguments["input"], slots), declared.type, registry, contract.config)


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
