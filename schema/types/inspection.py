"""How often enterprises are inspected, against the limit."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, one_of
from resolvers.declarations import OrderField, available_actions, column, node, one
from schema.types.node import Node


@criteria()
class InspectionLimitFilter:
    """检查频次上限筛选条件 · Which limits"""

    field: list[models.EnforcementField] | None = one_of(models.InspectionLimit.field, "执法领域 · Of these fields")


class InspectionLimitOrderField(OrderField):
    """检查频次上限排序字段 · What limits can be ordered by"""

    REGION = "区域代码", "Code of the region", models.InspectionLimit.region_code


@node(models.InspectionLimit, filtered_by=InspectionLimitFilter, ordered_by=InspectionLimitOrderField)
class InspectionLimit(Node):
    """检查频次上限 · How often one organ may inspect one enterprise in a year"""

    region: Region | None = one(models.InspectionLimit.region_code, "适用区域 · Where it is in force")
    field: models.EnforcementField | None = column("执法领域，空为全部 · Field; null for every field")
    most: int = column("每年最多次数 · The most in a year")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


@strawberry.type(description="检查频次 · How often one organ inspected one enterprise in a year, in the caller's scope")
class InspectionFrequency:
    """How often one organ inspected one enterprise in a year."""

    organization: Organization | None = strawberry.field(description="检查机构 · Who inspected")
    field: models.EnforcementField | None = strawberry.field(description="执法领域 · Field")
    inspections: int = strawberry.field(description="检查次数 · How often")
    limit: int | None = strawberry.field(description="上限，未规定为空 · The most allowed; null where no limit is set")
    is_exceeded: bool = strawberry.field(description="是否超过上限 · Whether that is more than allowed")


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
from schema.types.region import Region  # noqa: E402
