"""``__schema`` and ``__type``: what the contract says of itself, answered without the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    OperationDefinitionNode,
    SelectionSetNode,
    execute_sync,
)

from resolvers.compilation import Operation


def introspect(operation: Operation, fields: tuple[FieldNode, ...], variables: Mapping[str, Any]) -> dict[str, bytes]:
    """The introspection fields of an operation, by response key, as JSON."""
    definitions: list[FragmentDefinitionNode | OperationDefinitionNode] = [
        details.definition for details in operation.fragments.values()
    ]
    definitions.append(
        OperationDefinitionNode(
            operation=operation.node.operation,
            variable_definitions=operation.node.variable_definitions,
            selection_set=SelectionSetNode(selections=fields),
        )
    )
    result: Any = execute_sync(
        operation.schema, DocumentNode(definitions=tuple(definitions)), variable_values=dict(variables)
    )
    return {key: orjson.dumps(value) for key, value in (result.data or {}).items()}
