"""Deadlines and the rules that they count by."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Enum, FromClause, and_, case, func, type_coerce

import models
from models import DeadlineState
from models.deadline_terms import RIGHTS_OF_PARTIES
from resolvers.criteria import criteria, one_of
from resolvers.declarations import OrderField, available_actions, column, derived, node, one, view
from resolvers.json_text import fixed
from schema.types.node import Node


@criteria()
class DeadlineRuleFilter:
    """期限规则筛选条件 · Which rules"""

    event: list[models.DeadlineEvent] | None = one_of(models.DeadlineRule.event, "期限事项 · Of these events")


class DeadlineRuleOrderField(OrderField):
    """期限规则排序字段 · What rules can be ordered by"""

    EVENT = "期限事项", "Event", models.DeadlineRule.event


@node(models.DeadlineRule, filtered_by=DeadlineRuleFilter, ordered_by=DeadlineRuleOrderField)
class DeadlineRule(Node):
    """期限规则 · How long a period is, on what basis, and what may be done to it"""

    event: models.DeadlineEvent = column("期限事项 · What has to be done")
    length: int | None = column("时长，固定日期的为空 · Length in units; null for a fixed date")
    unit: models.DeadlineUnit = column("计期单位 · Unit")
    month: int | None = column("固定日期的月 · Month of a fixed date")
    day: int | None = column("固定日期的日 · Day of a fixed date")
    rolls_over: bool = column("末日为休息日的顺延 · Whether a last day of rest moves to the next working day")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    region: Region | None = one(models.DeadlineRule.region_code, "适用区域 · Where it is in force")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    extensions: int = column("可延长次数 · How often it may be extended")
    extension_length: int | None = column("每次延长时长 · By how many units each time")
    is_suspensible: bool = column(
        "办案机关是否可中止；移送待答复期间一律中止"
        " · Whether its organ may suspend it; a case's stand still anyway while a transfer awaits its answer"
    )
    resumption: models.Resumption = column("恢复计期方式 · How it goes on after that")
    near_days: int = column("临期天数 · From how many days before its end it is near")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


def _state(rows: FromClause) -> ColumnElement[Any]:
    c = rows.c
    is_right = c.event.in_([fixed(each.name) for each in RIGHTS_OF_PARTIES])
    state = case(
        (c.ended_at <= c.due_at, fixed(DeadlineState.MET.name)),
        (and_(c.ended_at.is_(None), c.suspended_at.is_not(None)), fixed(DeadlineState.SUSPENDED.name)),
        (and_(is_right, func.coalesce(c.ended_at, func.now()) > c.due_at), fixed(DeadlineState.LAPSED.name)),
        (c.ended_at.is_not(None), fixed(DeadlineState.MET_LATE.name)),
        (c.due_at < func.now(), fixed(DeadlineState.PASSED.name)),
        (c.near_at <= func.now(), fixed(DeadlineState.NEAR.name)),
        else_=fixed(DeadlineState.RUNNING.name),
    )
    return type_coerce(state, Enum(DeadlineState, native_enum=False))


def _plain_state(row: Mapping[str, Any], now: datetime.datetime) -> DeadlineState:
    ended, due = row["ended_at"], row["due_at"]
    if ended is not None and ended <= due:
        return DeadlineState.MET
    if ended is None and row["suspended_at"] is not None:
        return DeadlineState.SUSPENDED
    if (ended or now) > due:
        if row["event"] in RIGHTS_OF_PARTIES:
            return DeadlineState.LAPSED
        return DeadlineState.PASSED if ended is None else DeadlineState.MET_LATE
    return DeadlineState.NEAR if row["near_at"] <= now else DeadlineState.RUNNING


@view(models.Deadline)
class Deadline:
    """期限 · A period that runs for an object, from the moment it started"""

    event: models.DeadlineEvent = column("期限事项 · What has to be done")
    rule: DeadlineRule | None = one(models.Deadline.rule_id, "适用规则 · The rule that it counts by")
    started_at: datetime.datetime = column("起算时间 · When it started")
    due_at: datetime.datetime = column("届满时间 · When it ends")
    state: models.DeadlineState = derived(_state, _plain_state, "状态 · How it stands now")
    is_provisional: bool = column(
        "是否暂定，所涉年度日历尚未公布 · Whether a calendar not yet announced had a part in it"
    )
    extensions: int = column("已延长次数 · How often it was extended")
    suspended_at: datetime.datetime | None = column("中止时间 · Since when it is suspended")
    reason: str | None = column(
        "延长或中止的理由，依脱敏权限；此后方可见该事项的不见先前理由"
        " · Why it was extended or suspended; null to whoever may not see narratives, or came to the object later"
    )
    ended_at: datetime.datetime | None = column("办结时间 · When it was met")


from schema.types.region import Region  # noqa: E402 - types refer to each other
