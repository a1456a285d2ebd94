"""Notifications to the caller and to the caller's organizations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, FromClause, Text, cast

import models
from resolvers.criteria import criteria, one_of, since_day
from resolvers.declarations import OrderField, column, derived, node, one
from resolvers.global_id import GlobalID
from resolvers.json_text import base64, fixed
from schema.types.node import Node


def _object(rows: FromClause) -> ColumnElement[Any]:
    return base64(rows.c.object_type.op("||")(fixed(":")).op("||")(cast(rows.c.object_id, Text())))


def _plain_object(row: Mapping[str, Any], now: datetime.datetime) -> str:
    return str(GlobalID(row["object_type"], str(row["object_id"])))


@criteria()
class NotificationFilter:
    """通知筛选条件 · Which notifications"""

    action: list[models.Action] | None = one_of(models.Notification.action, "操作 · Of these acts")
    since: datetime.date | None = since_day(models.Notification.at, "日期起（含当日） · Of this day or later")


class NotificationOrderField(OrderField):
    """通知排序字段 · What notifications can be ordered by"""

    __newest_first__ = True
    AT = "时间", "When", models.Notification.at


@node(models.Notification, filtered_by=NotificationFilter, ordered_by=NotificationOrderField)
class Notification(Node):
    """通知 · A notice to the caller, or the caller's organization, that somebody acted on an object"""

    at: datetime.datetime = column("时间 · When")
    action: models.Action = column("操作 · What was done")
    object_type: str = column("对象类型 · Type of the object")
    object_id: strawberry.ID = derived(_object, _plain_object, "对象的全局标识 · Global id of the object")
    organization: Organization | None = one(
        models.Notification.organization_id,
        "收件机构，发给本人的为空 · Who is told; null if the caller in person",
    )


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
