"""The rules of policy.csv, checked line by line: who may do what, in which scope."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TypeVar

from models import Action, Level, Role, Scope, Table, Vocabulary, anchored_tables
from models.command_line import OperatorError
from policies.scopes import REACHES

_Term = TypeVar("_Term", bound=Vocabulary)
_COLUMNS = ("p", "role", "level", "object", "action", "scope", "side")
_WITHOUT_ORGANIZATION = {Role.PUBLIC, Role.ACCOUNT_HOLDER}


class PolicyError(OperatorError):
    """The policy cannot be used; the message names the line and what to write instead."""


@dataclass(frozen=True)
class Rule:
    """One line of the policy; ``level`` is None where the rule holds at every level, ``side`` on every side."""

    role: Role
    level: Level | None
    object: type[Table]
    action: Action
    scope: Scope
    side: str | None

    def holds_for(self, role: Role, level: Level | None) -> bool:
        """Whether the rule speaks of this role at this level."""
        return self.role is role and self.level in (None, level)

    def speaks_of(self, side: str) -> bool:
        """Whether the rule reaches rows by this side."""
        return self.side in (None, side)

    @property
    def casbin(self) -> list[str]:
        """The rule's fields as the matcher compares them."""
        level = self.level.name if self.level else "*"
        return [self.role.name, level, self.object.__name__, self.action.name, self.scope.name, self.side or "*"]

    def __str__(self) -> str:
        role, level, table, action, scope, side = self.casbin
        return f"p, {role.lower()}, {level}, {table}, {action.lower()}, {scope}, {side}"


def parse_rules(text: str) -> tuple[Rule, ...]:
    """The rules in a policy's text.  Raises ``PolicyError``."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    rules = tuple(
        _rule(f"policy.csv, line {number}", line) for number, line in lines if line and not line.startswith("#")
    )
    if not rules:
        raise PolicyError("policy.csv holds no rule: nobody could see or do anything")
    return rules


def _rule(place: str, line: str) -> Rule:
    cells = [cell.strip() for cell in next(csv.reader([line]))]
    if len(cells) != len(_COLUMNS) or cells[0] != "p":
        raise PolicyError(f"{place}: write it as {', '.join(_COLUMNS)}")
    _, role, level, table, action, scope, side = cells
    rule = Rule(
        role=_term(Role, role.upper(), place),
        level=None if level == "*" else _term(Level, level, place),
        object=_table(table, place),
        action=_term(Action, action.upper(), place),
        scope=_term(Scope, scope, place),
        side=None if side == "*" else side,
    )
    _check_reach(rule, place)
    return rule


def _term(vocabulary: type[_Term], name: str, place: str) -> _Term:
    try:
        return vocabulary[name]
    except KeyError:
        known = ", ".join(vocabulary.__members__)
        raise PolicyError(f"{place}: {name!r} is no {vocabulary.__name__}; there are {known}") from None


def _table(name: str, place: str) -> type[Table]:
    tables = anchored_tables()
    if name not in tables:
        raise PolicyError(f"{place}: {name!r} is no object; there are {', '.join(sorted(tables))}")
    return tables[name]


def _check_reach(rule: Rule, place: str) -> None:
    reach = REACHES[rule.scope]
    if reach is None:
        return
    if rule.role in _WITHOUT_ORGANIZATION and reach.facts - {"public", "person"}:
        raise PolicyError(
            f"{place}: {rule.role.name.lower()} has no organization, so {rule.scope.name} reaches nothing"
        )
    anchors = rule.object.__anchors__
    if rule.side is not None and rule.side not in anchors.names:
        known = ", ".join(sorted(anchors.names))
        raise PolicyError(f"{place}: {rule.object.__name__} has no side {rule.side!r}; there are {known}")
    sides = [side for side in anchors.sides if rule.speaks_of(side.name)]
    if not any(reach.facts <= side.declared() for side in sides):
        raise PolicyError(
            f"{place}: {rule.object.__name__} declares no anchor for {rule.scope.name} "
            f"({', '.join(sorted(reach.facts))})"
        )
