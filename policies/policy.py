"""The policy in force: its rules compiled for reading, and Casbin's decision for single acts."""

from __future__ import annotations

import hashlib
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import structlog

from models import AccessReason, Action, Level, Role, Scope, Table
from models.base import carriers
from policies.enforcer import Enforcer
from policies.masks import parse_masks
from policies.principal import Assignment, Principal
from policies.rules import PolicyError, Rule, parse_rules
from policies.scopes import admits

MODEL = Path(__file__).with_name("model.conf")
POLICY = Path(__file__).with_name("policy.csv")
MASKS = Path(__file__).with_name("masks.csv")
# Two changes of a file that are no farther apart may well have one time: file systems count by the kernel's clock.
_LOOK_SECONDS = 0.001

logger = structlog.get_logger()


@dataclass(frozen=True)
class Decision:
    """Whether an action is allowed on one row, why, and by which rule of which assignment."""

    reason: AccessReason
    rule: Rule | None = None
    assignment: Assignment | None = None

    @property
    def allowed(self) -> bool:
        """True when a rule allows the action on the row."""
        return self.reason is AccessReason.ALLOWED


class Policy:
    """One version of the policy; immutable.  Raises ``PolicyError`` for a text that cannot be used."""

    def __init__(self, model: str, rules: str, masks: str | None = None) -> None:
        masks = MASKS.read_text(encoding="utf-8") if masks is None else masks
        self.version = hashlib.sha256(f"{model}\0{rules}\0{masks}".encode()).hexdigest()[:16]
        self.rules = parse_rules(rules)
        self.masks = parse_masks(masks)
        self._model = model
        self._enforcers: dict[tuple[type[Table], Action], Enforcer] = {}
        self._by_role: dict[tuple[Role, Level | None, type[Table], Action], tuple[Rule, ...]] = {}
        self._check_model()

    def rules_for(self, role: Role, level: Level | None, table: type[Table], action: Action) -> tuple[Rule, ...]:
        """The rules that give this action on rows of the table to the role at the level."""
        key = role, level, table, action
        if key not in self._by_role:
            self._by_role[key] = tuple(rule for rule in self._by_act[table, action] if rule.holds_for(role, level))
        return self._by_role[key]

    def granted(self, principal: Principal) -> Iterator[tuple[Rule, Assignment]]:
        """Every rule that speaks of the principal, with the assignment by which it does."""
        for assignment in principal.assignments:
            for rule in self.rules:
                if rule.holds_for(assignment.role, assignment.level):
                    yield rule, assignment

    @staticmethod
    def decides_alone(table: type[Table]) -> bool:
        """Whether a row of the table is seen or not by its own facts, not by those of other rows too."""
        return table.__seen_with__ is None and not carriers(table)

    def sees(self, principal: Principal, row: Table) -> bool:
        """Whether the principal may read this row; one it may not read does not exist for it.

        Raises ``TypeError`` for a row that others decide, too: ask ``is_readable``.
        """
        if not self.decides_alone(type(row)):
            raise TypeError(f"{type(row).__name__} is seen with other rows")
        sides = row_facts(row)
        return any(
            admits(rule.scope, assignment, facts)
            for assignment in principal.assignments
            for rule in self.rules_for(assignment.role, assignment.level, type(row), Action.READ)
            for name, facts in sides.items()
            if rule.speaks_of(name)
        )

    def decide(
        self, principal: Principal, table: type[Table], action: Action, sides: Mapping[str, Mapping[str, Any]]
    ) -> Decision:
        """Casbin's decision on a row that the principal sees, given the facts of its sides by their names."""
        requests = [request for name, facts in sides.items() for request in _objects(table, name, facts)]
        for assignment in principal.assignments:
            subject = _subject(assignment)
            for request in requests:
                allowed, explained = self._enforcer(table, action).enforce_ex(subject, request, action.name)
                if allowed:
                    rule = next(rule for rule in self._by_act[table, action] if rule.casbin == explained)
                    return Decision(AccessReason.ALLOWED, rule, assignment)
        for assignment in principal.assignments:
            for rule in self.rules_for(assignment.role, assignment.level, table, action):
                return Decision(AccessReason.OUT_OF_SCOPE, rule, assignment)
        return Decision(AccessReason.NO_RULE)

    @cached_property
    def _by_act(self) -> Mapping[tuple[type[Table], Action], list[Rule]]:
        by_act: dict[tuple[type[Table], Action], list[Rule]] = defaultdict(list)
        for rule in self.rules:
            by_act[rule.object, rule.action].append(rule)
        return by_act

    def _enforcer(self, table: type[Table], action: Action) -> Enforcer:
        # Casbin evaluates its matcher once for every rule it holds, so each act has an enforcer of its own.
        key = table, action
        if key not in self._enforcers:
            self._enforcers[key] = Enforcer(self._model, self._by_act[key])
        return self._enforcers[key]

    def _check_model(self) -> None:
        try:
            for scope in Scope:
                # Of each scope one rule, tried on a caller whom it speaks of, so that its own condition is evaluated.
                for rule in [each for each in self.rules if each.scope is scope][:1]:
                    enforcer = Enforcer(self._model, [rule])
                    caller = Assignment(rule.role, rule.level)
                    request = next(_objects(rule.object, rule.side or "", {}))
                    enforcer.enforce(_subject(caller), request, rule.action.name)
        except Exception as error:
            raise PolicyError(f"model.conf: {error}") from error


class PolicyFile:
    """The policy in three files, read again when one changes, so that every request from a millisecond on obeys it.

    A text that cannot be used is logged and the last usable version stays in force.
    """

    def __init__(self, model: Path = MODEL, policy: Path = POLICY, masks: Path = MASKS) -> None:
        self._files = model, policy, masks
        self._paths = [str(file) for file in self._files]
        self._stamp, self._looked = self._stamps(), time.monotonic()
        self._policy = self._load()
        self.error: str | None = None

    def current(self) -> Policy:
        """The policy in force at this moment."""
        now = time.monotonic()
        if now - self._looked < _LOOK_SECONDS:
            return self._policy
        stamp, self._looked = self._stamps(), now
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._policy = self._load()
                self.error = None
                logger.info("policy.loaded", version=self._policy.version, rules=len(self._policy.rules))
            except PolicyError as error:
                self.error = str(error)
                logger.error("policy.refused", error=self.error, still=self._policy.version)
        return self._policy

    def _stamps(self) -> list[tuple[int, int]]:
        try:
            # The library's own call takes a fraction of what a Path's does.
            return [(stat.st_mtime_ns, stat.st_size) for stat in map(os.stat, self._paths)]
        except OSError:
            return []

    def _load(self) -> Policy:
        try:
            texts = [file.read_text(encoding="utf-8") for file in self._files]
        except (OSError, UnicodeDecodeError) as error:
            raise PolicyError(f"the policy cannot be read: {error}") from error
        return Policy(*texts)


def row_facts(row: Table) -> dict[str, dict[str, Any]]:
    """The facts of a loaded row, one mapping for each of its sides by name."""
    return {
        side.name: {fact: value if value is True else getattr(row, value) for fact, value in side.columns().items()}
        for side in type(row).__anchors__.sides
    }


def _subject(assignment: Assignment) -> dict[str, Any]:
    return {
        "role": assignment.role.name,
        "level": assignment.level.name if assignment.level else "",
        "region": assignment.region or "-",
        "field": assignment.field.name if assignment.field else "",
        "own": [str(organization) for organization in assignment.own],
        "commissions": [str(commission) for commission in assignment.commissions],
        "person": str(assignment.person or ""),
    }


def _objects(table: type[Table], name: str, side: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    region = str(side.get("region") or "")
    field = side.get("field")
    for commission in side.get("commissions") or [""]:
        yield {
            "type": table.__name__,
            "side": name,
            "region": region,
            "regions": [region[: level.code_length] for level in Level if len(region) >= level.code_length],
            "organization": str(side.get("organization") or ""),
            "field": getattr(field, "name", field) or "",
            "person": str(side.get("person") or ""),
            "commission": str(commission),
            "public": side.get("public") is True,
        }
