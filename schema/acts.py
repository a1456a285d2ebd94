"""By which command each of an object's available actions is done, said in the contract."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from graphql import GraphQLObjectType, GraphQLSchema

from resolvers.declarations import NODES, source_of
from resolvers.sources import Commanded


def describe_actions(schema: GraphQLSchema) -> None:
    """Name in each type's ``availableActions`` the mutation by which each is done.

    Raises ``KeyError`` where a command acts on a type without that field.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for name, mutation in cast("GraphQLObjectType", schema.mutation_type).fields.items():
        source = source_of(mutation.extensions)
        acts_on = source.command.acts_on if isinstance(source, Commanded) else None
        if acts_on is not None:
            model, action = acts_on
            named[NODES[model].type_name].append(f"- {action.name}: `{name}`")
    for type_name, lines in named.items():
        field = cast("GraphQLObjectType", schema.type_map[type_name]).fields["availableActions"]
        field.description = "\n".join([str(field.description), *lines])
