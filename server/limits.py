"""Limits on a document, checked before it is validated: a hostile one must cost next to nothing.

Fragments are spread out selection by selection until a limit is reached, so the time is bounded by the
limits, whatever the document.
"""

from __future__ import annotations

from collections import Counter
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

_FRAGMENTS_PER_FIELD = 15


def check_limits(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that is too deep, too large or too repetitive.  Raises ``Refusal``."""
    aliases = directives = introspections = 0
    stack: list[Node] = list(document.definitions)
    while stack:
        node = stack.pop()
        directives += len(getattr(node, "directives", None) or ())
        aliases += isinstance(node, FieldNode) and node.alias is not None
        introspections += isinstance(node, FieldNode) and node.name.value == "__schema"
        selection_set = getattr(node, "selection_set", None)
        stack += selection_set.selections if selection_set is not None else ()
    if aliases > limits.max_aliases:
        raise Refusal(ErrorCode.TOO_MANY_ALIASES, limit=limits.max_aliases)
    if directives > limits.max_directives:
        raise Refusal(ErrorCode.TOO_MANY_DIRECTIVES, limit=limits.max_directives)
    if introspections > 1:
        raise Refusal(ErrorCode.TOO_MANY_INTROSPECTIONS)
    reached: set[str] = set()
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            reached |= _Expansion(document, limits).check(definition.selection_set)
    # Validation compares the selections of fragments that no operation spreads as well, before it refuses them.
    unused = _Expansion(document, limits)
    for definition in document.definitions:
        if isinstance(definition, FragmentDefinitionNode) and definition.name.value not in reached:
            reached |= unused.check(definition.selection_set)


def check_variables(variables: dict[str, Any], limits: Limits) -> None:
    """Refuse variables that hold too many values.  Raises ``Refusal``."""
    values = 0
    stack: list[Any] = [variables]
    while stack:
        value = stack.pop()
        values += 1
        if values > limits.max_values:
            raise Refusal(ErrorCode.TOO_MANY_VALUES, limit=limits.max_values)
        if isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list):
            stack += value


class _Expansion:
    """One operation with its fragments spread out."""

    def __init__(self, document: DocumentNode, limits: Limits) -> None:
        self._limits = limits
        self._fragments = {
            definition.name.value: definition.selection_set
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._spreading: set[str] = set()
        self._reached: set[str] = set()
        self._selections = 0
        self._occurrences: Counter[tuple[str, ...]] = Counter()
        self._nesting = 0

    def check(self, selection_set: SelectionSetNode) -> set[str]:
        """Answers the names of the fragments that were spread."""
        self._occurrences.clear()
        self._expand(selection_set, ())
        # Validation compares every two selections of the same response field.
        pairs = sum(count * (count - 1) // 2 for count in self._occurrences.values())
        if pairs > self._limits.max_repetitions:
            raise Refusal(ErrorCode.TOO_MANY_REPETITIONS, limit=self._limits.max_repetitions)
        return self._reached

    def _expand(self, selection_set: SelectionSetNode | None, path: tuple[str, ...]) -> None:
        # Fragments nest without a field between them; each costs the stack as much as a field does.
        self._nesting += 1
        if len(path) > self._limits.max_depth or self._nesting > self._limits.max_depth * _FRAGMENTS_PER_FIELD:
            raise Refusal(ErrorCode.TOO_DEEP, limit=self._limits.max_depth)
        for selection in selection_set.selections if selection_set is not None else ():
            self._selections += 1
            if self._selections > self._limits.max_fields:
                raise Refusal(ErrorCode.TOO_MANY_FIELDS, limit=self._limits.max_fields)
            self._select(selection, path)
        self._nesting -= 1

    def _select(self, selection: Any, path: tuple[str, ...]) -> None:
        if isinstance(selection, FieldNode):
            path = (*path, (selection.alias or selection.name).value)
            self._occurrences[path] += 1
            self._expand(selection.selection_set, path)
        elif isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            # A fragment that spreads itself is left to validation, which refuses it.
            if name not in self._spreading:
                self._spreading.add(name)
                self._reached.add(name)
                self._expand(self._fragments.get(name), path)
                self._spreading.remove(name)
        else:
            self._expand(selection.selection_set, path)
