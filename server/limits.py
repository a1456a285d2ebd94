"""Limits on a document, counted before it is validated: hostile ones must cost next to nothing.

Each fragment is measured once, however often it is spread, so the time is linear in the document even where
the number of fields it stands for is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
)

from models import ErrorCode, Refusal
from server.settings import Limits


@dataclass(frozen=True)
class Extent:
    """How deep a selection is nested and how many fields it stands for, its fragments spread out."""

    depth: int = 0
    fields: int = 0


def check_limits(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that is too deep, too wide or too repetitive.  Raises ``Refusal``."""
    counts = _counts(document)
    if counts["aliases"] > limits.max_aliases:
        raise Refusal(ErrorCode.TOO_MANY_ALIASES, limit=limits.max_aliases)
    if counts["directives"] > limits.max_directives:
        raise Refusal(ErrorCode.TOO_MANY_DIRECTIVES, limit=limits.max_directives)
    measure = _Measure(document, limits)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
            measure.check(measure.selection_set(definition.selection_set, 1))


def _counts(document: DocumentNode) -> Counter[str]:
    counts: Counter[str] = Counter()
    stack: list[Node] = list(document.definitions)
    while stack:
        node = stack.pop()
        counts["directives"] += len(getattr(node, "directives", None) or ())
        counts["aliases"] += isinstance(node, FieldNode) and node.alias is not None
        selection_set = getattr(node, "selection_set", None)
        if selection_set is not None:
            stack.extend(selection_set.selections)
    return counts


class _Measure:
    def __init__(self, document: DocumentNode, limits: Limits) -> None:
        self._limits = limits
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._measured: dict[str, Extent] = {}

    def check(self, extent: Extent) -> None:
        if extent.depth > self._limits.max_depth:
            raise Refusal(ErrorCode.TOO_DEEP, limit=self._limits.max_depth)
        if extent.fields > self._limits.max_fields:
            raise Refusal(ErrorCode.TOO_MANY_FIELDS, limit=self._limits.max_fields)

    def selection_set(self, selection_set: SelectionSetNode, level: int) -> Extent:
        # The document itself may be nested thousands of levels deep.
        self.check(Extent(depth=level - 1))
        depth = fields = 0
        for selection in selection_set.selections:
            extent = self._selection(selection, level)
            depth, fields = max(depth, extent.depth), fields + extent.fields
        return Extent(depth, fields)

    def _selection(self, selection: Any, level: int) -> Extent:
        if isinstance(selection, FieldNode):
            below = Extent()
            if selection.selection_set is not None:
                below = self.selection_set(selection.selection_set, level + 1)
            return Extent(below.depth + 1, below.fields + 1)
        if isinstance(selection, FragmentSpreadNode):
            return self._fragment(selection.name.value, level)
        return self.selection_set(selection.selection_set, level)

    def _fragment(self, name: str, level: int) -> Extent:
        if name not in self._measured:
            # A fragment that spreads itself counts nothing here: validation refuses it.
            self._measured[name] = Extent()
            if name in self._fragments:
                self._measured[name] = self.selection_set(self._fragments[name].selection_set, level)
        return self._measured[name]
