"""State machines and the clocks they start: declared in ``transitions.csv`` and ``clocks.csv``, and nowhere else.

A row says of which object (and act type) it speaks, the action, the states it leads from and to (none: the state
stays), which values other columns must have, whether it is a task that someone is waiting for (``yes``, or while one
of the deadlines that it names runs), and what may bar it (``models.bars``). ``*`` stands for every action, every
state or every act type, and for objects that have no states, ``NOT_PAST`` for a day that has not passed. A clock's
row says which deadlines an action ends and which it starts, unless something bars that, or only ``if`` what bars other
acts holds. ``hindrances.csv`` says in which words an act is refused that the state admits, but not what other columns
say: the first of its rows that fits.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.actions import Action
from models.bars import BARS, Bar
from models.base import now
from models.counting import local_day
from models.deadline_terms import DeadlineEvent
from models.errors import ErrorCode

TRANSITIONS = Path(__file__).with_name("transitions.csv")
CLOCKS = Path(__file__).with_name("clocks.csv")
HINDRANCES = Path(__file__).with_name("hindrances.csv")
NOT_PAST = "NOT_PAST"
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class Transition:
    """One way in which an action moves an object: ``where`` are columns with the values they may have.

    A task that names ``clocks`` is one only while a deadline of these events runs.
    """

    action: Action
    source: str | None
    target: str | None
    where: Mapping[str, frozenset[Any]]
    is_task: bool
    clocks: tuple[DeadlineEvent, ...] = ()
    bars: tuple[Bar, ...] = ()

    def fits(self, row: Any) -> bool:
        """Whether the row's other columns have the values that this transition asks for."""
        return _fits(row, self.where)


@dataclass(frozen=True)
class Hindrance:
    """Why rows with these values refuse actions that their state admits; no actions stand for all."""

    actions: frozenset[Action]
    where: Mapping[str, frozenset[Any]]
    code: ErrorCode


@dataclass(frozen=True)
class StateMachine:
    """The transitions of one object; ``always`` must hold for every one of them."""

    transitions: tuple[Transition, ...]
    always: Mapping[str, frozenset[Any]]
    hindrances: tuple[Hindrance, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions in the order of the table."""
        return tuple(dict.fromkeys(transition.action for transition in self.transitions))

    def of(self, action: Action) -> tuple[Transition, ...]:
        """The transitions of one action."""
        return tuple(transition for transition in self.transitions if transition.action is action)

    def move(self, action: Action, row: Any) -> Transition | None:
        """The transition that the action makes from where the row stands; None where it makes none."""
        state = _plain(getattr(row, "state", None))
        if not _fits(row, self.always):
            return None
        return next(
            (each for each in self.of(action) if each.source in (None, state) and each.fits(row)),
            None,
        )

    def hindrance(self, action: Action, row: Any) -> ErrorCode | None:
        """Why the action leads nowhere though the row's state admits it; None where nothing says why."""
        state = _plain(getattr(row, "state", None))
        columns: set[str] = set()
        for each in self.of(action):
            failing = {
                name
                for where in (self.always, each.where)
                for name, values in where.items()
                if not _is_among(getattr(row, name), values)
            }
            if each.source in (None, state) and "act_type" not in failing:
                columns |= failing
        for hindrance in self.hindrances:
            if hindrance.actions and action not in hindrance.actions:
                continue
            if not columns.isdisjoint(hindrance.where) and _fits(row, hindrance.where):
                return hindrance.code
        return None


@dataclass(frozen=True)
class ClockChange:
    """The deadlines that an action on a fitting row ends, and those it starts.

    That is so where none of the ``bars`` holds, and each of the ``conditions``.
    """

    where: Mapping[str, frozenset[Any]]
    ends: tuple[DeadlineEvent, ...]
    starts: tuple[DeadlineEvent, ...]
    bars: tuple[Bar, ...] = ()
    conditions: tuple[Bar, ...] = ()

    def fits(self, row: Any) -> bool:
        """Whether the row's columns have the values that this change asks for."""
        return _fits(row, self.where)


def _fits(row: Any, where: Mapping[str, frozenset[Any]]) -> bool:
    return all(_is_among(getattr(row, column), values) for column, values in where.items())


def _is_among(value: Any, values: frozenset[Any]) -> bool:
    if NOT_PAST in values:
        return bool(value >= local_day(now()))
    return _plain(value) in values


def _plain(value: Any) -> Any:
    return getattr(value, "name", value)


@cache
def state_machine(name: str) -> StateMachine | None:
    """The state machine of the table with this class name; None where it has no states."""
    rows = [row for row in _rows(TRANSITIONS) if row["object"] == name]
    if not rows:
        return None
    always = {column: values for row in rows if row["action"] == "*" for column, values in _where(row).items()}
    transitions = tuple(each for row in rows if row["action"] != "*" for each in _transitions(row))
    return StateMachine(transitions, always, tuple(_hindrances(name)))


@cache
def clock_changes(name: str, action: Action) -> tuple[ClockChange, ...]:
    """What an action does to the deadlines of the table with this class name."""
    return tuple(
        ClockChange(
            where=_where(row),
            ends=tuple(DeadlineEvent[event] for event in row["ends"].split()),
            starts=tuple(DeadlineEvent[event] for event in row["starts"].split()),
            bars=_bars(row["unless"]),
            conditions=_bars(row["if"]),
        )
        for row in _rows(CLOCKS)
        if row["object"] == name and row["action"] == action.name
    )


@cache
def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _hindrances(name: str) -> Iterator[Hindrance]:
    for row in _rows(HINDRANCES):
        if row["object"] == name:
            named = row["actions"].split()
            actions = frozenset(Action[each] for each in named if each != "*")
            yield Hindrance(actions, _where(row), ErrorCode[row["code"]])


def _transitions(row: dict[str, str]) -> Iterator[Transition]:
    where = _where(row)
    if row["act_type"] not in ("", "*"):
        where["act_type"] = frozenset(row["act_type"].split())
    for source in row["from"].split():
        yield Transition(
            action=Action[row["action"]],
            source=None if source == "*" else source,
            target=row["to"] or None,
            where=where,
            is_task=bool(row["task"]),
            clocks=tuple(DeadlineEvent[event] for event in row["task"].split() if event != "yes"),
            bars=_bars(row["bars"]),
        )


def _bars(names: str | None) -> tuple[Bar, ...]:
    # Most lines end before the last column.
    return tuple(BARS[name] for name in (names or "").split())


def _where(row: dict[str, str]) -> dict[str, frozenset[Any]]:
    pairs = (condition.partition("=") for condition in row["where"].split())
    return {column: frozenset(_TRUTH.get(each, each) for each in values.split("|")) for column, _, values in pairs}
