"""By which command each of an object's available actions is done, said in the contract."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from graphql import GraphQLObjectType, GraphQLSchema

from resolvers.declarations import NODES, source_of
from resolvers.sources import Commanded


def commands_of(schema: GraphQLSchema) -> dict[str, dict[str, str]]:
    """The mutation of each action, by the name of the type that has it among its ``availableActions``."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name, field in cast("GraphQLObjectType", schema.mutation_type).fields.items():
        source = source_of(field.extensions)
        moved = source.command.moves if isinstance(source, Commanded) else None
        if moved is not None:
            model, action = moved
            found[NODES[model].type_name][action.name] = name
    return found


def describe_actions(schema: GraphQLSchema) -> None:
    """Name in each type's ``availableActions`` the mutation by which each is done."""
    for type_name, mutations in commands_of(schema).items():
        field = cast("GraphQLObjectType", schema.type_map[type_name]).fields.get("availableActions")
        if field is not None:
            named = "\n".join(f"- {action}: `{mutation}`" for action, mutation in mutations.items())
            field.description = f"{field.description}\n{named}"
