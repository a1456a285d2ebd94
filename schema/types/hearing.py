"""From which amount on a party has a right to a hearing."""

from __future__ import annotations

import datetime
import decimal

import models
from resolvers.criteria import criteria, one_of
from resolvers.declarations import OrderField, available_actions, column, node, one
from schema.types.node import Node


@criteria()
class HearingThresholdFilter:
    """听证数额标准筛选条件 · Which thresholds of hearings"""

    field: list[models.EnforcementField] | None = one_of(models.HearingThreshold.field, "执法领域 · Of these fields")


class HearingThresholdOrderField(OrderField):
    """听证数额标准排序字段 · What thresholds of hearings can be ordered by"""

    REGION = "区域代码", "Code of the region", models.HearingThreshold.region_code


@node(models.HearingThreshold, filtered_by=HearingThresholdFilter, ordered_by=HearingThresholdOrderField)
class HearingThreshold(Node):
    """听证数额标准 · From which amount on a fine or a confiscation is large, so that a hearing is due"""

    region: Region | None = one(models.HearingThreshold.region_code, "适用区域 · Where it is in force")
    field: models.EnforcementField | None = column("执法领域，空为全部 · Field; null for every field")
    person_amount: decimal.Decimal = column(
        "对自然人（含个体工商户）的数额（元），含本数"
        " · Amount for persons, sole traders among them, in yuan, itself included"
    )
    organization_amount: decimal.Decimal = column(
        "对法人和其他组织的数额（元），含本数 · Amount for organizations in yuan, itself included"
    )
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


from schema.types.region import Region  # noqa: E402 - types refer to each other
