"""Inputs of commands on budgets."""

from __future__ import annotations

import decimal

import strawberry
from strawberry import UNSET

from schema.inputs.command import CommandInput, CreationInput

_PURPOSE = "用途，不得定罚没指标或与罚没收入挂钩 · What it is for; no target of fines, no tie to what they bring in"


@strawberry.input(description="登记监督经费预算 · Record the budget of a supervision body for a year")
class RecordBudgetInput(CreationInput):
    """Record the budget of a supervision body."""

    organization_id: strawberry.ID = strawberry.field(description="监督机构 · The supervision body")
    year: int = strawberry.field(description="预算年度 · Budget year")
    amount: decimal.Decimal = strawberry.field(description="预算数（元） · Budgeted, in yuan")
    purpose: str = strawberry.field(description=_PURPOSE)
    spent: decimal.Decimal | None = strawberry.field(default=None, description="执行数（元） · Spent, in yuan")


@strawberry.input(description="修改监督经费预算 · What to change of a budget; what is left out stays, null empties")
class UpdateBudgetInput(CommandInput):
    """What to change of a budget."""

    amount: decimal.Decimal | None = strawberry.field(default=UNSET, description="预算数（元） · Budgeted, in yuan")
    spent: decimal.Decimal | None = strawberry.field(default=UNSET, description="执行数（元） · Spent, in yuan")
    purpose: str | None = strawberry.field(default=UNSET, description=_PURPOSE)
