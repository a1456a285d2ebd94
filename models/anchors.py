"""Anchors: the facts of a row that a scope is decided by, declared once on its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal


@dataclass(frozen=True)
class Side:
    """One side of a row: the columns that hold each fact, by name.

    A row with two sides (a transfer has a sender and a receiver) is reached by a scope when either is; a
    rule of the policy may name the ``side`` that it speaks of.  ``public=True`` says that every row of the
    table is published; a column name, that the row says it.
    """

    name: str = "owner"
    region: str | None = None
    organization: str | None = None
    field: str | None = None
    person: str | None = None
    commissions: str | None = None
    public: str | Literal[True] | None = None

    def columns(self) -> Mapping[str, str | Literal[True]]:
        """The facts that this side has, each with its column."""
        return self._columns

    @cached_property
    def _columns(self) -> Mapping[str, str | Literal[True]]:
        values = {fact.name: getattr(self, fact.name) for fact in fields(self) if fact.name != "name"}
        return {fact: value for fact, value in values.items() if value is not None}

    def declared(self) -> frozenset[str]:
        """The names of the facts that this side has."""
        return frozenset(self.columns())


class Anchors:
    """All sides of a table's rows, each under a name of its own."""

    def __init__(self, *sides: Side) -> None:
        self.sides = sides
        if len(self.names) != len(sides):
            raise ValueError("two sides of a row have the same name")

    @property
    def names(self) -> frozenset[str]:
        """The names of the sides."""
        return frozenset(side.name for side in self.sides)
