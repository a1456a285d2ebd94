"""Why something is allowed or not."""

from __future__ import annotations

from typing import Any

import strawberry

import models
from models import AccessReason, Action, Table
from policies import Rule
from resolvers.caller import Reading


@strawberry.type(description="授权规则 · A rule of the policy")
class PolicyRule:
    """A rule of the policy."""

    role: models.Role = strawberry.field(description="角色 · Role")
    level: models.Level | None = strawberry.field(description="层级，空为各级 · Level; null for every level")
    object_type: str = strawberry.field(description="对象类型 · Type of object")
    action: models.Action = strawberry.field(description="行为 · Action")
    scope: models.Scope = strawberry.field(description="数据范围 · On which rows")
    side: str | None = strawberry.field(description="相关方，空为各方 · By which side of the row; null for every side")
    text: str = strawberry.field(description="规则原文 · The rule as it stands in the policy")


@strawberry.type(description="权限说明 · Whether an action is allowed on an object, and why")
class AccessExplanation:
    """Whether an action is allowed on an object, and why."""

    allowed: bool = strawberry.field(
        description="是否允许，仅依权限，不论其现时状态 · Whether the policy allows it, wherever the object stands"
    )
    reason: models.AccessReason = strawberry.field(description="理由 · Why")
    rule: PolicyRule | None = strawberry.field(
        description="依据的规则 · The rule that allows it, or that would if its scope reached the object"
    )


def explain(
    reading: Reading, arguments: dict[str, Any], row: tuple[type[Table], dict[str, dict[str, Any]]] | None
) -> AccessExplanation:
    """Casbin's decision on a row that the caller sees; a row out of sight is explained as none at all."""
    if row is None:
        return AccessExplanation(allowed=False, reason=AccessReason.NOT_FOUND, rule=None)
    table, sides = row
    decision = reading.caller.policy.decide(reading.caller.principal, table, arguments["action"], sides)
    if arguments["action"] is Action.READ and not decision.allowed:
        return AccessExplanation(allowed=True, reason=AccessReason.SEEN_AS_PART, rule=None)
    rule = None if decision.rule is None else _rule(decision.rule)
    return AccessExplanation(allowed=decision.allowed, reason=decision.reason, rule=rule)


def _rule(rule: Rule) -> PolicyRule:
    return PolicyRule(
        role=rule.role,
        level=rule.level,
        object_type=rule.object.__name__,
        action=rule.action,
        scope=rule.scope,
        side=rule.side,
        text=str(rule),
    )
