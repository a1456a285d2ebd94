"""Accounts, the roles they hold, and the caller."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.caller import Reading
from resolvers.declarations import column, known, many, node, one, view
from schema.types.node import Connection, Node


@node(models.Account)
class Account(Node):
    """账号 · A person or a machine that can sign in"""

    name: str = column("姓名 · Name")
    organization: Organization | None = one(models.Account.organization_id, "所在机构 · Organization")
    assignments: Connection[RoleAssignment] = many(
        models.Account.id, models.RoleAssignment.account_id, "角色授予 · Roles held, past ones included"
    )


@node(models.RoleAssignment)
class RoleAssignment(Node):
    """角色授予 · A role that an account holds in an organization"""

    role: models.Role = column("角色 · Role")
    account: Account | None = one(models.RoleAssignment.account_id, "账号 · Who holds it")
    organization: Organization | None = one(
        models.RoleAssignment.organization_id, "机构 · The organization it is held in"
    )
    valid_from: datetime.date = column("自何日起 · From this day")
    valid_to: datetime.date | None = column("至何日止 · To this day; null while it lasts")


@strawberry.type(description="权限 · Something that a role of the caller may do")
class Permission:
    """Something that a role of the caller may do."""

    object_type: str = strawberry.field(description="对象类型 · Type of object")
    action: models.Action = strawberry.field(description="行为 · Action")
    scope: models.Scope = strawberry.field(description="数据范围 · On which rows")
    side: str | None = strawberry.field(description="相关方，空为各方 · By which side of the row; null for every side")
    role: models.Role = strawberry.field(description="角色 · By which role")
    level: models.Level | None = strawberry.field(description="层级 · At which level the role is held")


def _roles(reading: Reading) -> list[models.Role]:
    return sorted({each.role for each in reading.caller.principal.assignments}, key=lambda role: role.name)


def _permissions(reading: Reading) -> list[Permission]:
    granted = reading.caller.policy.granted(reading.caller.principal)
    return [
        Permission(
            object_type=rule.object.__name__,
            action=rule.action,
            scope=rule.scope,
            side=rule.side,
            role=rule.role,
            level=assignment.level,
        )
        for rule, assignment in granted
    ]


@view(models.Account)
class Viewer:
    """当前用户 · Who the caller is and what it may do"""

    name: str = column("姓名 · Name")
    organization: Organization | None = one(models.Account.organization_id, "所在机构 · Organization")
    assignments: Connection[RoleAssignment] = many(
        models.Account.id, models.RoleAssignment.account_id, "角色授予 · Roles held, past ones included"
    )
    roles: list[models.Role] = known(_roles, "当前角色 · Roles held today, the implicit ones included")
    permissions: list[Permission] = known(
        _permissions, "权限，供前端显示或隐藏按钮 · What may be done, so that a front end shows the right buttons"
    )


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
