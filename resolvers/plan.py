"""A plan: one statement for one operation, compiled once and run for every caller of the same shape."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import FieldNode

from models import Refusal
from resolvers.caller import Reading

_V = TypeVar("_V")


@dataclass(frozen=True)
class Parameter:
    """A parameter of the statement: how its value is found, and where in the operation it is used."""

    value: Callable[[Reading], Any]
    path: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class Output:
    """A root field: a column of the statement, or a text that needs none, or introspection.

    ``conclude`` turns a column that is not the answer yet into JSON.
    """

    key: str
    column: int | None = None
    text: bytes = b"null"
    conclude: Callable[[bytes | None, Reading], bytes] | None = None


@dataclass(frozen=True)
class FieldError:
    """An error of one response field."""

    refusal: Refusal
    path: tuple[str | int, ...]
    cause: Exception | None = None


@dataclass(frozen=True)
class Plan:
    """A statement, its parameters in order, and the root fields in the order they were asked for.

    ``checks`` are arguments that no column needs and that are refused all the same; ``errors`` are those
    that every run has; ``inspect`` finds those of one run that leave the rest of its field whole;
    ``introspection`` are the fields that need no database; ``may_be_broad`` says that a column may hold the
    mark of a search that found too many, ``has_marks`` that they hold marks of sensitive values.
    """

    sql: str | None
    parameters: tuple[Parameter, ...]
    outputs: tuple[Output, ...]
    checks: tuple[Parameter, ...] = ()
    errors: tuple[FieldError, ...] = ()
    inspect: tuple[Callable[[Reading], list[FieldError]], ...] = ()
    introspection: tuple[FieldNode, ...] = ()
    may_be_broad: bool = False
    has_marks: bool = False

    def bind(self, reading: Reading) -> tuple[list[Any], dict[str, FieldError]]:
        """The values of the parameters, and for each root field whose arguments are refused, why."""
        values: list[Any] = []
        refused: dict[str, FieldError] = {}
        for parameter in (*self.parameters, *self.checks):
            try:
                values.append(parameter.value(reading))
            except Refusal as refusal:
                root, *below = parameter.path
                refusal.field = ".".join([*below, *filter(None, [refusal.field])]) or None
                refused.setdefault(root, FieldError(refusal, (root,)))
        return values[: len(self.parameters)], refused


@dataclass
class LRU(Generic[_V]):
    """A bounded cache that forgets what was used least recently."""

    size: int
    hits: int = 0
    misses: int = 0
    _entries: OrderedDict[Hashable, _V] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable, make: Callable[[], _V]) -> _V:
        """The entry under this key, made now if there is none; what ``make`` raises is not kept."""
        entry = self._entries.get(key)
        if entry is not None:
            self.hits += 1
            self._entries.move_to_end(key)
            return entry
        self.misses += 1
        entry = self._entries[key] = make()
        if len(self._entries) > self.size:
            self._entries.popitem(last=False)
        return entry
