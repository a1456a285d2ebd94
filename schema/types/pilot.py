"""Pilots."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import any_of, criteria, equal_to, in_region, one_of
from resolvers.declarations import OrderField, available_actions, column, history, node, one
from schema.types.node import Node


@criteria()
class PilotFilter:
    """试点筛选条件 · Which pilots"""

    within: strawberry.ID | None = in_region(
        models.Pilot.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    scope: list[models.PilotScope] | None = one_of(models.Pilot.scope, "试点范围 · Of these scopes")
    enforcement_field: list[models.EnforcementField] | None = any_of(
        models.Pilot.enforcement_fields, "选定领域 · Of counties that chose any of these fields"
    )
    state: list[models.PilotState] | None = one_of(models.Pilot.state, "状态 · In these states")
    is_late: bool | None = equal_to(models.Pilot.is_late, "是否逾期确定 · Whether it was named late")


class PilotOrderField(OrderField):
    """试点排序字段 · What pilots can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Pilot.region_code
    NAMED = "确定日期", "When it was named", models.Pilot.named_on


@node(models.Pilot, filtered_by=PilotFilter, ordered_by=PilotOrderField)
class Pilot(Node):
    """试点 · A county or a township that tries the system out (plan clause 三(二))"""

    region: Region | None = one(models.Pilot.region_code, "试点区域 · The county or the township")
    scope: models.PilotScope = column("试点范围 · How much of the region")
    enforcement_fields: list[models.EnforcementField] = column(
        "选定领域，仅限部分领域试点 · The chosen fields, if not all are"
    )
    organization: Organization | None = one(models.Pilot.organization_id, "确定机关 · Who named it")
    confirmer: Organization | None = one(models.Pilot.confirmer_id, "确认机关 · Who confirms it")
    state: models.PilotState = column("状态 · State")
    named_on: datetime.date = column("确定日期 · Day of the naming")
    due_on: datetime.date = column("应确定日期 · Day by which it had to be named")
    is_late: bool = column("是否逾期确定 · Whether it was named late")
    registered_at: datetime.datetime = column("登记时间 · Registered")
    confirmed_at: datetime.datetime | None = column("确认时间 · Confirmed")
    withdrawn_at: datetime.datetime | None = column("撤回时间 · Withdrawn")
    withdrawal_reason: str | None = column("撤回的理由 · Why it was withdrawn")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
