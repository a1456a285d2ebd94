"""The scopes, each defined once: in Python for one row, in SQL for many.

A scope is a conjunction of clauses; a clause compares one fact of a row with one fact of the caller's
assignment.  A fact that either does not have is never equal to anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, Boolean, ColumnElement, String, Uuid, false, func, literal_column
from sqlalchemy.types import TypeEngine

from models import Level, Scope
from policies.principal import Assignment

Fact = Any
Bind = Callable[[str, TypeEngine[Any]], ColumnElement[Any]]


@dataclass(frozen=True)
class Within:
    """The row's region is the caller's or lies below it; region codes are prefixes."""

    fact: str
    caller: str


@dataclass(frozen=True)
class Equals:
    """The row's fact is the caller's."""

    fact: str
    caller: str
    type: TypeEngine[Any]


@dataclass(frozen=True)
class Among:
    """The row's fact is one of several that the caller has."""

    fact: str
    caller: str


@dataclass(frozen=True)
class Overlaps:
    """The row's facts and the caller's have one in common."""

    fact: str
    caller: str


@dataclass(frozen=True)
class Holds:
    """The row says so of itself."""

    fact: str


Clause = Within | Equals | Among | Overlaps | Holds


@dataclass(frozen=True)
class Reach:
    """The rows that a scope admits: those on which every clause holds, for a caller of these levels."""

    clauses: tuple[Clause, ...]
    levels: frozenset[Level | None] = frozenset({*Level, None})

    @property
    def facts(self) -> frozenset[str]:
        """The facts that a row must have for this scope to reach it."""
        return frozenset(clause.fact for clause in self.clauses)


REACHES: Mapping[Scope, Reach | None] = {
    Scope.AREA: Reach((Within("region", "region"),)),
    Scope.LINE: Reach((Within("region", "region"), Equals("field", "field", String()))),
    Scope.TOWNSHIP: Reach((Equals("region", "region", String()),), frozenset({Level.TOWNSHIP})),
    Scope.OWN: Reach((Among("organization", "own"),)),
    Scope.COMMISSION: Reach((Overlaps("commissions", "commissions"),)),
    Scope.SELF: Reach((Equals("person", "person", Uuid()),)),
    Scope.PUBLIC: Reach((Holds("public"),)),
    Scope.AGGREGATE: None,
}


def facts_of(scope: Scope) -> frozenset[str]:
    """The facts of a row that a scope compares."""
    reach = REACHES[scope]
    return frozenset() if reach is None else reach.facts


def _holds(clause: Clause, fact: Fact, assignment: Assignment) -> bool:
    match clause:
        case Within(caller=caller):
            region = getattr(assignment, caller)
            return region is not None and fact is not None and str(fact).startswith(region)
        case Equals(caller=caller):
            return fact is not None and fact == getattr(assignment, caller)
        case Among(caller=caller):
            return fact in getattr(assignment, caller)
        case Overlaps(caller=caller):
            return fact is not None and not getattr(assignment, caller).isdisjoint(fact)
        case Holds():
            return fact is True


def _condition(clause: Clause, column: ColumnElement[Any], level: Level | None, bind: Bind) -> ColumnElement[bool]:
    match clause:
        case Within(caller=caller):
            if level is None:
                return false()
            return func.left(column, literal_column(str(level.code_length))) == bind(caller, String())
        case Equals(caller=caller, type=type_):
            return column == bind(caller, type_)
        case Among(caller=caller):
            return column == func.any(bind(caller, ARRAY(Uuid())))
        case Overlaps(caller=caller):
            return column.op("&&", return_type=Boolean())(bind(caller, ARRAY(Uuid())))
        case Holds():
            return column


def admits(scope: Scope, assignment: Assignment, side: Mapping[str, Fact]) -> bool:
    """Whether a scope of this assignment reaches a row with these facts on one of its sides."""
    reach = REACHES[scope]
    if reach is None or assignment.level not in reach.levels:
        return False
    return all(_holds(clause, side.get(clause.fact), assignment) for clause in reach.clauses)


def predicate(
    scope: Scope, level: Level | None, side: Mapping[str, ColumnElement[Any]], bind: Bind
) -> ColumnElement[bool] | None:
    """The same as SQL over the columns of one side; None where the scope cannot reach any row of it.

    ``bind`` makes the parameter for a fact of the caller, so that no value enters the statement.
    """
    reach = REACHES[scope]
    if reach is None or level not in reach.levels or not reach.facts <= side.keys():
        return None
    first, *rest = (_condition(clause, side[clause.fact], level, bind) for clause in reach.clauses)
    for clause in rest:
        first = first & clause
    return first


def among(
    scope: Scope, side: Mapping[str, ColumnElement[Any]], bind: Bind
) -> tuple[ColumnElement[Any], ColumnElement[Any]] | None:
    """The column and the array that a scope compares, where it asks for one fact among several and for no other."""
    reach = REACHES[scope]
    match reach.clauses if reach else ():
        case (Among(fact, caller),):
            return side[fact], bind(caller, ARRAY(Uuid()))
    return None
