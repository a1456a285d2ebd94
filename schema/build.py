"""The contract, put together."""

from __future__ import annotations

from pathlib import Path

import strawberry
from strawberry.schema.config import StrawberryConfig

from resolvers.declarations import NODES
from schema import types
from schema.mutation import Mutation
from schema.query import Query
from schema.scalars import SCALARS

SDL = Path(__file__).with_name("schema.graphql")


def build_schema() -> strawberry.Schema:
    """The schema of the contract."""
    nodes = [getattr(types, definition.type_name) for definition in NODES.values()]
    return strawberry.Schema(query=Query, mutation=Mutation, types=nodes, config=StrawberryConfig(scalar_map=SCALARS))
