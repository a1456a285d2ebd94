"""Commands on budgets, recorded by the finance bureau of the body's own level."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    SUPERVISION_BODIES,
    Action,
    Budget,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Refusal,
    tie_to_fines,
)
from models.counting import local_day
from resolvers.commands.command import command, creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.budget import RecordBudgetInput, UpdateBudgetInput


@creates(Budget, Action.RECORD_BUDGET)
async def record_budget(work: UnitOfWork, asked: RecordBudgetInput, key: UUID) -> Budget:
    """Record what the budget of a year has for a supervision body."""
    body = await work.read(Organization, asked.organization_id, "organizationId")
    if body.kind not in SUPERVISION_BODIES:
        raise InvalidValue("organizationId", Fault.NONE_OF(allowed=frozenset(SUPERVISION_BODIES)))
    budget = Budget(
        id=key,
        organization_id=body.id,
        region_code=body.region_code,
        field=body.field,
        finance_id=await _finance_of(work, body),
        year=asked.year,
        amount=asked.amount,
        spent=asked.spent,
        purpose=asked.purpose,
    )
    work.decide(Action.RECORD_BUDGET, budget)
    check_year(asked.year, last=local_day(work.at).year + 1)
    _check(budget)
    known = select(col(Budget.id)).where(col(Budget.organization_id) == body.id, col(Budget.year) == asked.year)
    if (await work.session.scalars(known)).first() is not None:
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="year")
    return budget


@command(Budget, Action.UPDATE)
async def update_budget(work: UnitOfWork, budget: Budget, asked: UpdateBudgetInput) -> None:
    """Change the amount, what was spent or the purpose; what is left out stays as it is."""
    apply_changes(budget, asked, "amount", "spent", "purpose")
    _check(budget)


async def _finance_of(work: UnitOfWork, body: Organization) -> UUID:
    # A township's bodies stand in the budget of the county.
    found = await work.session.scalars(
        select(col(Organization.id)).where(
            col(Organization.kind) == OrganizationKind.FINANCE,
            col(Organization.region_code) == body.region_code[:6],
        )
    )
    finance = found.first()
    if finance is None:
        raise InvalidValue("organizationId", Fault.NO_FINANCE)
    return finance


def _check(budget: Budget) -> None:
    if not budget.purpose.strip():
        raise InvalidValue("purpose", Fault.EMPTY)
    if (words := tie_to_fines(budget.purpose)) is not None:
        raise Refusal(ErrorCode.TIED_TO_FINES, field="purpose", words=words)
    if budget.spent is not None and budget.spent > budget.amount:
        raise InvalidValue("spent", Fault.TOO_LARGE(most=budget.amount))
