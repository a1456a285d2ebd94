"""Budgets of supervision bodies."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from resolvers.criteria import criteria, in_region, is_node
from resolvers.declarations import OrderField, available_actions, column, history, node, one, one_by
from schema.types.node import Node


@criteria()
class BudgetFilter:
    """监督经费筛选条件 · Which budgets"""

    within: strawberry.ID | None = in_region(
        models.Budget.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.Budget.organization_id, models.Organization, "监督机构 · Of this body"
    )


class BudgetOrderField(OrderField):
    """监督经费排序字段 · What budgets can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Budget.region_code
    YEAR = "预算年度", "Budget year", models.Budget.year


@node(models.Budget, filtered_by=BudgetFilter, ordered_by=BudgetOrderField)
class Budget(Node):
    """监督经费 · Funds for supervision in the budget of the same level (行政执法监督条例 38)"""

    organization: Organization | None = one_by(
        models.Budget.organization_id, models.Organization.id, "监督机构 · The supervision body"
    )
    region: Region | None = one_by(models.Budget.region_code, models.Region.code, "所在区域 · Region")
    finance: Organization | None = one(models.Budget.finance_id, "本级财政部门 · The finance bureau that records it")
    year: int = column("预算年度 · Budget year")
    amount: decimal.Decimal = column("预算数（元） · Budgeted, in yuan")
    spent: decimal.Decimal | None = column("执行数（元） · Spent, in yuan")
    purpose: str = column("用途 · What it is for")
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
