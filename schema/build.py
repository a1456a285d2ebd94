"""The contract, put together."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import strawberry
from graphql import GraphQLInputObjectType
from strawberry.schema.config import StrawberryConfig

from resolvers.declarations import NODES
from schema import types
from schema.acts import describe_actions
from schema.mutation import Mutation
from schema.query import Query
from schema.scalars import SCALARS

SDL = Path(__file__).with_name("schema.graphql")


@cache
def build_schema() -> strawberry.Schema:
    """The schema of the contract."""
    nodes = [getattr(types, definition.type_name) for definition in NODES.values()]
    schema = strawberry.Schema(query=Query, mutation=Mutation, types=nodes, config=StrawberryConfig(scalar_map=SCALARS))
    for type_ in schema._schema.type_map.values():
        definition = type_.extensions.get("strawberry-definition")
        if isinstance(type_, GraphQLInputObjectType) and getattr(definition, "is_one_of", False):
            # graphql-core knows @oneOf itself, in validation as in coercion; Strawberry's own check, from
            # before it did, raises past both.
            type_.is_one_of = True
            del type_.__dict__["out_type"]
    describe_actions(schema._schema)
    return schema
