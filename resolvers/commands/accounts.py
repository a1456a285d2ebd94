"""The account of a person whom an input names by the login."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from models import Account, ErrorCode, Organization, Refusal, Role, RoleAssignment
from models.counting import local_day
from resolvers.commands.unit_of_work import UnitOfWork


async def account_of(work: UnitOfWork, organization: UUID, roles: Sequence[Role], login: str, argument: str) -> UUID:
    """The account of this login that holds one of the roles in an organization, or a unit of it, today.

    Raises ``Refusal``.
    """
    today = local_day(work.at)
    found = await work.session.scalars(
        select(col(Account.id))
        .join(RoleAssignment, col(RoleAssignment.account_id) == col(Account.id))
        .join(Organization, col(Organization.id) == col(RoleAssignment.organization_id))
        .where(
            col(Account.subject) == login,
            col(Account.disabled_at).is_(None),
            col(RoleAssignment.role).in_(roles),
            or_(col(Organization.id) == organization, col(Organization.department_id) == organization),
            col(RoleAssignment.valid_from) <= today,
            col(RoleAssignment.valid_to).is_(None) | (col(RoleAssignment.valid_to) >= today),
        )
    )
    accounts = {*found}
    if len(accounts) != 1:
        named = "、".join(f"{role.name}（{role.chinese}）" for role in roles)
        raise Refusal(ErrorCode.NO_SUCH_ACCOUNT, field=argument, role=named)
    account: UUID = accounts.pop()
    return account
