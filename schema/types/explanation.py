"""Special explanations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Enum, FromClause, and_, case, func, or_, type_coerce

import models
from models import ExplanationState
from models.explanation import AWAITED, explanation_state
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, derived, history, many, node, one, parts
from resolvers.json_text import fixed
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


class SpecialExplanationRoundOrderField(OrderField):
    """专项说明批次排序字段 · What rounds can be ordered by"""

    GENERATED = "生成时间", "When it was generated", models.SpecialExplanationRound.generated_at


@node(models.SpecialExplanationRound, ordered_by=SpecialExplanationRoundOrderField)
class SpecialExplanationRound(Node):
    """专项说明批次 · One generation of special explanations by a judicial bureau, for its area and a year"""

    organization: Organization | None = one(
        models.SpecialExplanationRound.organization_id, "司法行政部门 · The judicial bureau"
    )
    year: int = column("年份 · The year in which there was no act")
    generated: int = column("生成数 · How many explanations were asked for")
    generated_at: datetime.datetime = column("生成时间 · When")
    explanations: Connection[SpecialExplanation] = many(
        models.SpecialExplanationRound.id, models.SpecialExplanation.round_id, "专项说明 · What was asked for"
    )
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class SpecialExplanationFilter:
    """专项说明筛选条件 · Which special explanations"""

    within: strawberry.ID | None = in_region(
        models.SpecialExplanation.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.SpecialExplanation.organization_id, models.Organization, "说明机关 · Of this organization"
    )
    year: int | None = equal_to(models.SpecialExplanation.year, "年份 · Of this year")
    act_type: list[models.ActType] | None = one_of(
        models.SpecialExplanation.act_type, "执法行为 · On these types of act"
    )
    state: list[models.ExplanationState] | None = one_of(
        models.SpecialExplanation.state,
        "登记的状态；逾期以 due 筛选 · In these states as recorded; what is overdue is asked for by due",
    )
    due: models.DueState | None = is_due(
        models.SpecialExplanation.next_due_at,
        models.SpecialExplanation.next_near_at,
        "临期或逾期 · Near its end or past it",
    )


class SpecialExplanationOrderField(OrderField):
    """专项说明排序字段 · What special explanations can be ordered by"""

    GENERATED = "生成时间", "When it was generated", models.SpecialExplanation.generated_at
    REGION = "区域代码", "Code of the region", models.SpecialExplanation.region_code


def _state(rows: FromClause) -> ColumnElement[Any]:
    awaited = or_(*(rows.c.state == fixed(state.name) for state in AWAITED))
    is_over = and_(awaited, rows.c.next_due_at < func.now())
    state = case((is_over, fixed(ExplanationState.OVERDUE.name)), else_=func.concat(rows.c.state))
    return type_coerce(state, Enum(ExplanationState, native_enum=False))


def _plain_state(row: Mapping[str, Any], now: datetime.datetime) -> ExplanationState:
    return explanation_state(ExplanationState[row["state"]], row["next_due_at"], now)


@node(models.SpecialExplanation, filtered_by=SpecialExplanationFilter, ordered_by=SpecialExplanationOrderField)
class SpecialExplanation(Node):
    """专项说明 · Why an organ did not act for a year on a duty that it has (plan clause 10)"""

    organization: Organization | None = one(models.SpecialExplanation.organization_id, "说明机关 · Who explains")
    government: Organization | None = one(
        models.SpecialExplanation.government_id, "本级政府 · The government it explains itself to"
    )
    year: int = column("年份 · The year in which there was no act")
    act_type: models.ActType = column("执法行为 · Type of act")
    state: models.ExplanationState = derived(_state, _plain_state, "状态 · State now")
    explanation: str | None = column("说明 · The explanation")
    return_reason: str | None = column("退回理由 · Why it was returned last")
    generated_at: datetime.datetime = column("生成时间 · Generated")
    notified_at: datetime.datetime | None = column("通知时间 · The organ was notified")
    submitted_at: datetime.datetime | None = column("提交时间 · Submitted last")
    answered_at: datetime.datetime | None = column("答复时间 · Accepted or returned")
    withdrawn_at: datetime.datetime | None = column("撤销时间 · Withdrawn")
    withdrawing_case: EnforcementCase | None = one(
        models.SpecialExplanation.withdrawing_case_id, "撤销所依据的案件 · The act that withdrew it"
    )
    round: SpecialExplanationRound | None = one(
        models.SpecialExplanation.round_id, "批次 · The generation that made it"
    )
    deadlines: list[Deadline] = parts(models.Deadline.explanation_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
