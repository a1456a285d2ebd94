"""What a field of the contract reads. The compiler turns each source into SQL; nothing else reads rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Literal

from sqlalchemy import ColumnElement, FromClause

from models import Table, Vocabulary
from resolvers.caller import Reading


class Relation(Enum):
    """How a row and the rows it leads to belong together."""

    EQUAL = "the columns are equal"
    BELOW = "the other region lies below this one"
    ABOVE = "the other region lies above this one"
    AT_OR_BELOW = "the other region is this one or lies below it"


@dataclass(frozen=True)
class Match:
    """A pair of columns, one of the row and one of the rows it leads to."""

    own: str
    model: type[Table]
    column: str
    relation: Relation = Relation.EQUAL


@dataclass(frozen=True)
class Column:
    """A column of the row; one that its table declares sensitive is shown as the policy's masks say."""

    name: str


@dataclass(frozen=True)
class Newest:
    """A column of the newest, by another column, of the rows that the row leads to, of which the caller sees one."""

    match: Match
    column: str
    by: str


@dataclass(frozen=True)
class Derived:
    """A value that follows from the row's columns and the present moment, in SQL and in Python.

    ``plain`` gets the row's values by column and the present moment.
    """

    expression: Callable[[FromClause], ColumnElement[Any]]
    plain: Callable[[Mapping[str, Any], datetime], Any]


@dataclass(frozen=True)
class AvailableActions:
    """The actions by which the caller may move the row now, where it stands."""


@dataclass(frozen=True)
class Parts:
    """A plain list of the rows that are part of the row, in the order of their keys.

    ``at_most`` is how many there may be; where it ``is_cut`` there may be more, and the list has the first of them.
    Who reads the row only because it is published gets none, and where their table is of a sensitive class, who
    does not see that clear.
    """

    model: type[Table]
    link: str
    order: str
    at_most: int
    is_cut: bool


@dataclass(frozen=True)
class History:
    """The audit entries of the row, the newest first, ``before`` one of them, with the reader's masks."""


@dataclass(frozen=True)
class ByWhom:
    """A column that says by which command or whom an audit entry was made; null to who is not told."""

    column: str


@dataclass(frozen=True)
class Title:
    """What the command of an audit entry is called in the reader's language; null for what is no command."""


@dataclass(frozen=True)
class Changes:
    """The values that an audit entry says were changed."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of a label and a value, in the order of a JSON column's array of arrays."""

    column: str


@dataclass(frozen=True)
class Link:
    """A signed link for the caller to a path in which ``{columns}`` of the row stand.

    Where a ``state`` is named, rows in another have none.
    """

    method: Literal["GET", "PUT"]
    path: str
    state: Vocabulary | None = None


@dataclass(frozen=True)
class Tasks:
    """Everything of any type that awaits an act of the caller, by due date."""


@dataclass(frozen=True)
class DutyListDiff:
    """What an organ's duty lists of two days differ in; ``compared`` are fields of the contract with their columns."""

    compared: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class InspectionFrequency:
    """How often each organ inspected the enterprise whose credit code stands in a column, in the ``year`` asked for."""

    credit_code: str


@dataclass(frozen=True)
class Duplicates:
    """The clues that may be about the same as this one, for who screens it, the likeliest first."""


@dataclass(frozen=True)
class SimilarCases:
    """The decided cases like this one, for who reads it by a role, the likest first."""


@dataclass(frozen=True)
class SupervisorMix:
    """How many invited supervisors of each category serve in the ``region`` whose code stands in a column."""

    region: str


@dataclass(frozen=True)
class ContactVisitFrequency:
    """How often a contact point was visited in the ``year`` asked for, against the rule."""


class RevisitCoverage:
    """How many of the organization's cases closed ``since`` a day and ``until`` another were revisited."""


@dataclass(frozen=True)
class Identity:
    """The row's global id."""


@dataclass(frozen=True)
class One:
    """The one row that a match leads to; null where there is none in the caller's scope."""

    match: Match


@dataclass(frozen=True)
class Many:
    """A connection over the rows that a match leads to, or over a whole table.

    ``non_empty`` names an array column that the rows must not have empty; ``where`` a column and the value it
    must have.
    """

    model: type[Table]
    match: Match | None = None
    non_empty: str | None = None
    where: tuple[str, Vocabulary] | None = None


@dataclass(frozen=True)
class Several:
    """A plain list of the rows that a match leads to, of which there can be but few, in the matched column's order."""

    match: Match
    at_most: int


@dataclass(frozen=True)
class Tally:
    """Counts of the rows that a match leads to, by a column."""

    match: Match
    by: str


@dataclass(frozen=True)
class YearTotal:
    """The sum of a column ``of`` the rows that a match leads to, of the ``year`` asked for."""

    match: Match
    of: str
    year: str


@dataclass(frozen=True)
class OfficerFigures:
    """How many of the officers that a match leads to are in post, certified and legal reviewers, today."""

    match: Match


@dataclass(frozen=True)
class Known:
    """A value that needs no row."""

    value: Callable[[Reading], Any]


@dataclass(frozen=True)
class Affected:
    """The row that a command acted on, read back inside the caller's scope."""

    model: type[Table]


@dataclass(frozen=True)
class Filed:
    """The row that a command which needs no account made, shown once to its maker."""

    model: type[Table]


@dataclass(frozen=True)
class ByReceipt:
    """The row that the ``receipt`` argument opens, whoever has it."""

    model: type[Table]


@dataclass(frozen=True)
class Lookup:
    """The one row that the ``by`` argument names."""

    model: type[Table]


@dataclass(frozen=True)
class NodeByID:
    """The row that a global id names."""


@dataclass(frozen=True)
class NodesByID:
    """The rows that global ids name, in their order."""


@dataclass(frozen=True)
class OwnAccount:
    """The caller's own account; null without a token."""


@dataclass(frozen=True)
class Facts:
    """A value concluded from the anchors of the row that the ``id`` argument names.

    ``conclude`` gets the reading, the arguments, and the row's table and the facts of its sides, or None
    where the caller sees no such row.
    """

    conclude: Callable[[Reading, dict[str, Any], tuple[type[Table], dict[str, dict[str, Any]]] | None], Any]


@dataclass(frozen=True)
class Commanded:
    """What a command answers: its payload, read back inside the caller's scope."""

    command: Any


Source = (
    Column
    | Derived
    | Newest
    | AvailableActions
    | Parts
    | History
    | ByWhom
    | Title
    | Changes
    | Pairs
    | Link
    | Tasks
    | DutyListDiff
    | Duplicates
    | SimilarCases
    | RevisitCoverage
    | InspectionFrequency
    | ContactVisitFrequency
    | SupervisorMix
    | Identity
    | One
    | Many
    | Several
    | Tally
    | YearTotal
    | OfficerFigures
    | Known
    | Affected
    | Filed
    | ByReceipt
    | Lookup
    | NodeByID
    | NodesByID
    | OwnAccount
    | Facts
    | Commanded
)
