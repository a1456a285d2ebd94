"""Invited supervisors, their reports, and how many of each category there are to be."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Enum, FromClause, and_, case, func, or_, type_coerce

import models
from models import InvitedSupervisorState
from models.counting import local_day
from models.invited_supervisor import MOST_FINDINGS, SERVING, supervisor_state
from resolvers.criteria import contains, criteria, derived_one_of, equal_to, in_region, is_node, one_of
from resolvers.declarations import (
    OrderField,
    available_actions,
    column,
    derived,
    history,
    many,
    node,
    one,
    parts,
    view,
)
from resolvers.json_text import TODAY, fixed
from schema.types.node import Connection, Node


def _state(rows: FromClause) -> ColumnElement[Any]:
    is_over = and_(or_(*(rows.c.state == fixed(state.name) for state in SERVING)), rows.c.term_to < TODAY)
    state = case((is_over, fixed(InvitedSupervisorState.EXPIRED.name)), else_=func.concat(rows.c.state))
    return type_coerce(state, Enum(InvitedSupervisorState, native_enum=False))


def _plain_state(row: Mapping[str, Any], now: datetime.datetime) -> InvitedSupervisorState:
    return supervisor_state(InvitedSupervisorState[row["state"]], row["term_to"], local_day(now))


@strawberry.type(
    description="特邀监督员构成 · How many of a category serve in a region and below it, beside the target"
)
class SupervisorMix:
    """How many of a category serve, beside the target."""

    category: models.SupervisorCategory = strawberry.field(description="类别 · Category")
    serving: int = strawberry.field(
        description="在聘人数，权限内本区域及下级 · How many serve here and below, in the caller's scope"
    )
    target: int | None = strawberry.field(
        description="本区域目标人数，未规定为空 · How many the region is to have; null without a target"
    )


@criteria()
class InvitedSupervisorFilter:
    """特邀监督员筛选条件 · Which invited supervisors"""

    within: strawberry.ID | None = in_region(
        models.InvitedSupervisor.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.InvitedSupervisor.organization_id, models.Organization, "司法行政部门 · Of this judicial bureau"
    )
    category: list[models.SupervisorCategory] | None = one_of(
        models.InvitedSupervisor.category, "类别 · Of these categories"
    )
    state: list[models.InvitedSupervisorState] | None = derived_one_of(
        models.InvitedSupervisor.state, _state, _plain_state, "状态 · In these states today"
    )
    is_business_environment_supervisor: bool | None = equal_to(
        models.InvitedSupervisor.is_business_environment_supervisor,
        "是否同时为营商环境监督员 · Whether also a supervisor of the business environment",
    )
    name_contains: str | None = contains(models.InvitedSupervisor.name, "姓名包含 · Whose name contains this text")


class InvitedSupervisorOrderField(OrderField):
    """特邀监督员排序字段 · What invited supervisors can be ordered by"""

    NAME = "姓名，按字符编码", "Name, by code point", models.InvitedSupervisor.name
    APPLIED = "申请日期", "When they applied", models.InvitedSupervisor.applied_on


@node(models.InvitedSupervisor, filtered_by=InvitedSupervisorFilter, ordered_by=InvitedSupervisorOrderField)
class InvitedSupervisor(Node):
    """特邀行政执法监督员 · A person of society invited to supervise enforcement, for a term (plan clause 8)"""

    name: str = column("姓名 · Name")
    category: models.SupervisorCategory = column("类别 · Category")
    work_unit: str = column("工作单位或经营主体 · Where the person works")
    is_business_environment_supervisor: bool = column(
        "是否同时为营商环境监督员 · Whether also a supervisor of the business environment"
    )
    organization: Organization | None = one(
        models.InvitedSupervisor.organization_id, "司法行政部门 · The judicial bureau"
    )
    application: str = column("申请理由 · The application")
    state: models.InvitedSupervisorState = derived(_state, _plain_state, "状态 · State today")
    applied_on: datetime.date = column("申请日期 · Applied on")
    review_opinion: str | None = column("审查意见 · Opinion of the review")
    term_from: datetime.date | None = column("聘期起 · First day of the term")
    term_to: datetime.date | None = column("聘期止 · Last day of the term")
    dismissal_reason: str | None = column("解聘理由 · Why the person was dismissed")
    reports: Connection[SupervisorReport] = many(
        models.InvitedSupervisor.id, models.SupervisorReport.supervisor_id, "监督报告 · Reports"
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@view(models.ReportFinding)
class ReportFinding:
    """监督发现的问题 · A finding of a report"""

    position: int = column("序号 · Its number")
    text: str = column("问题 · The finding")
    field: models.EnforcementField | None = column("所涉执法领域 · The field of enforcement concerned")
    is_clue: bool = column("是否转为线索 · Whether it became a clue")
    clue: Clue | None = one(models.ReportFinding.clue_id, "转成的线索，权限外为空 · The clue; null out of scope")


@criteria()
class SupervisorReportFilter:
    """监督报告筛选条件 · Which reports"""

    within: strawberry.ID | None = in_region(
        models.SupervisorReport.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    state: list[models.SupervisorReportState] | None = one_of(models.SupervisorReport.state, "状态 · In these states")


class SupervisorReportOrderField(OrderField):
    """监督报告排序字段 · What reports can be ordered by"""

    SUBMITTED = "提交时间", "When it was submitted", models.SupervisorReport.submitted_at


@node(models.SupervisorReport, filtered_by=SupervisorReportFilter, ordered_by=SupervisorReportOrderField)
class SupervisorReport(Node):
    """监督报告 · What an invited supervisor saw of enforcement, and how it was handled"""

    supervisor: InvitedSupervisor | None = one(models.SupervisorReport.supervisor_id, "监督员 · Its author")
    organization: Organization | None = one(
        models.SupervisorReport.organization_id, "司法行政部门 · The judicial bureau"
    )
    concerned: Organization | None = one(
        models.SupervisorReport.concerned_id, "所涉机关 · The organization that it speaks of"
    )
    observed_on: datetime.date = column("监督日期 · When it was seen")
    content: str | None = column("监督情况 · What was seen")
    findings: list[ReportFinding] = parts(
        models.ReportFinding.report_id,
        models.ReportFinding.position,
        "发现的问题 · The findings",
        at_most=MOST_FINDINGS,
    )
    state: models.SupervisorReportState = column("状态 · State")
    submitted_at: datetime.datetime = column("提交时间 · Submitted")
    handling: str | None = column("处理情况 · How it was handled")
    handled_at: datetime.datetime | None = column("处理时间 · Handled")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class SupervisorTargetFilter:
    """配备目标筛选条件 · Which targets"""

    within: strawberry.ID | None = in_region(
        models.SupervisorTarget.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    category: list[models.SupervisorCategory] | None = one_of(
        models.SupervisorTarget.category, "类别 · Of these categories"
    )


class SupervisorTargetOrderField(OrderField):
    """配备目标排序字段 · What targets can be ordered by"""

    REGION = "区域代码", "Code of the region", models.SupervisorTarget.region_code


@node(models.SupervisorTarget, filtered_by=SupervisorTargetFilter, ordered_by=SupervisorTargetOrderField)
class SupervisorTarget(Node):
    """特邀监督员配备目标 · How many invited supervisors of a category a region is to have"""

    region: Region | None = one(models.SupervisorTarget.region_code, "适用区域 · The region")
    category: models.SupervisorCategory = column("类别 · Category")
    number: int = column("人数 · How many")
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


from schema.types.clue import Clue  # noqa: E402 - types refer to each other
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
