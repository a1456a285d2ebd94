"""Criteria: what a filter or a lookup asks of a column, each an input field of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, dataclass_transform

import strawberry
from sqlalchemy import ColumnElement, FromClause

from models import Table

_T = TypeVar("_T")


@dataclass(frozen=True)
class Criterion:
    """A condition on a column, filled with the value of an input field."""

    column: str


@dataclass(frozen=True)
class EqualTo(Criterion):
    """The column has this value; ``compact`` writes it as it was stored."""

    compact: Callable[[str], str] | None = None


@dataclass(frozen=True)
class EqualToSecret(Criterion):
    """The encrypted column holds this value, by the blind index in another; ``compact`` writes it as it was stored."""

    index: str
    compact: Callable[[str], str]


@dataclass(frozen=True)
class OneOf(Criterion):
    """The column has one of these values; where ``each``, an index has the rows of each value in the list's order."""

    each: bool = False


@dataclass(frozen=True)
class DerivedOneOf(Criterion):
    """What is shown in place of the column, ``derived`` from the row in SQL and in Python, is one of these terms."""

    derived: Callable[[FromClause], ColumnElement[Any]]
    plain: Callable[[Mapping[str, Any], datetime], Any]


@dataclass(frozen=True)
class AnyOf(Criterion):
    """The array column holds at least one of these values."""


@dataclass(frozen=True)
class Contains(Criterion):
    """The text column contains this text."""


@dataclass(frozen=True)
class Search(Criterion):
    """The row holds all words of this text, as its table's ``__searched__`` says; ``column`` is the first of them."""


@dataclass(frozen=True)
class IsNode(Criterion):
    """The column is the key of the row that this global id names."""

    model: type[Table]


@dataclass(frozen=True)
class HasPart(Criterion):
    """A ``part`` of the row, whose ``whole`` is the row's key in the column, names the row of this global id.

    A row that the caller does not see is named by none.
    """

    part: type[Table]
    whole: str
    names: str
    model: type[Table]


@dataclass(frozen=True)
class InRegion(Criterion):
    """The region column, or that of the ``other`` side, is the region that this global id names, or lies below it."""

    model: type[Table]
    other: str | None = None


@dataclass(frozen=True)
class IsDue(Criterion):
    """The nearest deadline, of which the column holds the end, is near or has passed; ``near`` says since when."""

    near: str


@dataclass(frozen=True)
class OnDay(Criterion):
    """The moment in the column falls on this day or later, in China; or where ``until`` on this day or before.

    It is never before the moment in ``after``, by which the list may be ordered.
    """

    until: bool
    after: str | None = None


@dataclass(frozen=True)
class InForce(Criterion):
    """The edition, which holds from the day in the column on, is in force on this day."""


def _field(criterion: Criterion, description: str) -> Any:
    return strawberry.field(description=description, metadata={"criterion": criterion})


def equal_to(column: Any, description: str, compact: Callable[[str], str] | None = None) -> Any:
    """The column has this value; ``compact`` where one may write it in several ways."""
    return _field(EqualTo(column.key, compact), description)


def equal_to_secret(column: Any, index: Any, compact: Callable[[str], str], description: str) -> Any:
    """The encrypted column holds this value."""
    return _field(EqualToSecret(column.key, index.key, compact), description)


def one_of(column: Any, description: str, *, each: bool = False) -> Any:
    """The column has one of these values; ``each`` where an index has the rows of each in the list's order."""
    return _field(OneOf(column.key, each), description)


def derived_one_of(
    column: Any,
    derived: Callable[[FromClause], ColumnElement[Any]],
    plain: Callable[[Mapping[str, Any], datetime], Any],
    description: str,
) -> Any:
    """What is shown in place of the column is one of these terms."""
    return _field(DerivedOneOf(column.key, derived, plain), description)


def any_of(column: Any, description: str) -> Any:
    """The array column holds at least one of these values."""
    return _field(AnyOf(column.key), description)


def contains(column: Any, description: str) -> Any:
    """The text column contains this text."""
    return _field(Contains(column.key), description)


def search(column: Any, description: str) -> Any:
    """The row holds all words of this text, in the column or in others that its table is searched by."""
    return _field(Search(column.key), description)


def is_due(column: Any, near: Any, description: str) -> Any:
    """The nearest deadline is near, or has passed."""
    return _field(IsDue(column.key, near.key), description)


def since_day(column: Any, description: str) -> Any:
    """The moment in the column falls on this day or later."""
    return _field(OnDay(column.key, until=False), description)


def until_day(column: Any, description: str, *, after: Any = None) -> Any:
    """The moment in the column, which is never before that in ``after``, falls on this day or before."""
    return _field(OnDay(column.key, until=True, after=None if after is None else after.key), description)


def in_force_on(column: Any, description: str) -> Any:
    """The edition, which holds from the day in the column on, is in force on this day."""
    return _field(InForce(column.key), description)


def is_node(column: Any, model: type[Table], description: str) -> Any:
    """The column is the key of the row that this global id names."""
    return _field(IsNode(column.key, model), description)


def has_part(column: Any, whole: Any, names: Any, model: type[Table], description: str) -> Any:
    """A part of the row, by its columns ``whole`` and ``names``, names the row that this global id names."""
    return _field(HasPart(column.key, whole.class_, whole.key, names.key, model), description)


def in_region(column: Any, model: type[Table], description: str, *, other: Any = None) -> Any:
    """The region column, or that of the other side, is the region that this global id names, or lies below it."""
    return _field(InRegion(column.key, model, None if other is None else other.key), description)


@dataclass_transform(kw_only_default=True)
def criteria(*, exactly_one: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Declare an input of criteria that must all hold, or of unique keys of which one is given."""

    def decorate(cls: type[_T]) -> type[_T]:
        return strawberry.input(cls, description=cls.__doc__, one_of=exactly_one)

    return decorate


def criterion_of(extensions: dict[str, Any]) -> Criterion:
    """The criterion that an input field of the built schema was declared with."""
    criterion = extensions["strawberry-definition"].metadata["criterion"]
    if not isinstance(criterion, Criterion):
        raise TypeError(f"{criterion!r} is no criterion")
    return criterion
