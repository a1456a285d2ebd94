"""Alerts, and the standards by which they are raised."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, FromClause, Text, cast

import models
from resolvers.criteria import criteria, equal_to, in_region, is_node, one_of, since_day, until_day
from resolvers.declarations import OrderField, available_actions, column, derived, node, one, pairs
from resolvers.global_id import GlobalID
from resolvers.json_text import base64, fixed
from schema.types.node import Node


def _object(rows: FromClause) -> ColumnElement[Any]:
    return base64(rows.c.object_type.op("||")(fixed(":")).op("||")(cast(rows.c.object_id, Text())))


def _plain_object(row: Mapping[str, Any], now: datetime.datetime) -> str:
    return str(GlobalID(row["object_type"], str(row["object_id"])))


@criteria()
class AlertFilter:
    """预警筛选条件 · Which alerts"""

    within: strawberry.ID | None = in_region(
        models.Alert.region_code,
        models.Region,
        "责任机构所在区域及其下级 · At organs of this region and those below it",
    )
    organization: strawberry.ID | None = is_node(
        models.Alert.organization_id, models.Organization, "责任机构 · At this organ, which has to act"
    )
    rule: list[models.AlertRule] | None = one_of(models.Alert.rule, "预警规则 · Raised by these rules")
    severity: list[models.AlertSeverity] | None = one_of(models.Alert.severity, "预警等级 · Of these severities")
    is_open: bool | None = equal_to(models.Alert.is_open, "是否未解除 · Whether the cause is still there")
    raised_since: datetime.date | None = since_day(
        models.Alert.raised_at, "预警日期起（含当日） · Raised on this day or later"
    )
    raised_until: datetime.date | None = until_day(
        models.Alert.raised_at, "预警日期止（含当日） · Raised on this day or before"
    )


class AlertOrderField(OrderField):
    """预警排序字段 · What alerts can be ordered by"""

    __newest_first__ = True
    RAISED = "预警时间", "When it was raised", models.Alert.raised_at


@strawberry.type(description="事实 · A fact behind an alert")
class AlertFact:
    """A fact behind an alert."""

    label: str = strawberry.field(description="名称 · What it is")
    value: str = strawberry.field(description="内容 · What it says")


@node(models.Alert, filtered_by=AlertFilter, ordered_by=AlertOrderField)
class Alert(Node):
    """预警 · Something that is not as it should be, raised once and cleared when the cause is gone"""

    rule: models.AlertRule = column("预警规则 · What it is raised for")
    severity: models.AlertSeverity = column("预警等级 · Severity")
    object_type: str = column("对象类型 · Type of the object")
    object_id: strawberry.ID = derived(_object, _plain_object, "对象的全局标识 · Global id of the object")
    organization: Organization | None = one(models.Alert.organization_id, "责任机构 · Who has to act")
    sender: Organization | None = one(models.Alert.sender_id, "发出机关 · Who waits for it")
    explanation: str = column("说明 · What is the matter")
    facts: list[AlertFact] = pairs(models.Alert.facts, "依据的事实 · The facts behind it")
    raised_at: datetime.datetime = column("预警时间 · Raised")
    cleared_at: datetime.datetime | None = column("解除时间 · Cleared")
    is_open: bool = column("是否未解除 · Whether the cause is still there")


@criteria()
class AlertStandardFilter:
    """预警标准筛选条件 · Which standards"""

    rule: list[models.AlertRule] | None = one_of(models.AlertStandard.rule, "预警规则 · Of these rules")


class AlertStandardOrderField(OrderField):
    """预警标准排序字段 · What standards can be ordered by"""

    RULE = "预警规则", "Rule", models.AlertStandard.rule


@node(models.AlertStandard, filtered_by=AlertStandardFilter, ordered_by=AlertStandardOrderField)
class AlertStandard(Node):
    """预警标准 · From where on a rule raises alerts in a region, and how grave they are"""

    rule: models.AlertRule = column("预警规则 · Rule")
    severity: models.AlertSeverity = column("预警等级 · Severity of what it raises")
    threshold: decimal.Decimal | None = column("阈值，含义见规则 · Threshold, in the measure that the rule names")
    least_sample: int | None = column("最少样本数 · How many there must be to judge by")
    days: int | None = column("回溯天数 · How many days it looks back")
    region: Region | None = one(models.AlertStandard.region_code, "适用区域 · Where it is in force")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
from schema.types.region import Region  # noqa: E402
