"""Inputs of commands on standards of alerts."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from schema.inputs.command import CreationInput


@strawberry.input(description="制定预警标准 · Adopt a standard of alerts for a region")
class AdoptAlertStandardInput(CreationInput):
    """Adopt a standard of alerts."""

    rule: models.AlertRule = strawberry.field(description="预警规则 · Rule")
    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    severity: models.AlertSeverity = strawberry.field(description="预警等级 · Severity of what it raises")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
    threshold: decimal.Decimal | None = strawberry.field(
        description="阈值，含义见规则 · Threshold, in the measure that the rule names", default=None
    )
    least_sample: int | None = strawberry.field(
        description="最少样本数 · How many there must be to judge by", default=None
    )
    days: int | None = strawberry.field(description="回溯天数 · How many days it looks back", default=None)
