"""Trainings and attendance."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, in_region, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, many, node, one, one_by, parts, view
from schema.types.node import Connection, Node


@criteria()
class TrainingFilter:
    """培训筛选条件 · Which trainings"""

    within: strawberry.ID | None = in_region(
        models.Training.region_code, models.Region, "某区域及其下级 · Held by bodies of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.Training.organization_id, models.Organization, "举办单位 · Held by this organization"
    )
    state: list[models.TrainingState] | None = one_of(models.Training.state, "状态 · In these states")


class TrainingOrderField(OrderField):
    """培训排序字段 · What trainings can be ordered by"""

    YEAR = "年度", "Year", models.Training.year
    REGION = "区域代码", "Code of the region", models.Training.region_code


@view(models.TrainingSession)
class TrainingSession:
    """培训场次 · A session of a training"""

    number: int = column("场次 · Number")
    subject: str = column("课程 · Subject")
    held_on: datetime.date = column("培训日期 · Held on")
    hours: int = column("学时 · Class hours")
    lecturer: str | None = column("授课人 · Lecturer")
    venue: str | None = column("地点 · Venue")


@node(models.Training, filtered_by=TrainingFilter, ordered_by=TrainingOrderField)
class Training(Node):
    """培训 · A training of officers or supervisors, planned for a year (plan clause 2 队伍建设)"""

    title: str = column("培训名称 · Title")
    organization: Organization | None = one(models.Training.organization_id, "举办单位 · Who holds it")
    region: Region | None = one_by(models.Training.region_code, models.Region.code, "所在区域 · Region")
    year: int = column("年度 · Year")
    audience: str = column("培训对象 · Whom it is for")
    required_hours: int = column("应修学时 · Class hours that each participant is to have")
    state: models.TrainingState = column("状态 · State")
    reason: str | None = column("取消理由 · Why it was cancelled")
    sessions: list[TrainingSession] = parts(
        models.TrainingSession.training_id, models.TrainingSession.number, "场次 · Sessions"
    )
    attendances: Connection[TrainingAttendance] = many(
        models.Training.id, models.TrainingAttendance.training_id, "参训记录 · Who attended, in the caller's scope"
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class TrainingAttendanceFilter:
    """参训记录筛选条件 · Which records of attendance"""

    within: strawberry.ID | None = in_region(
        models.TrainingAttendance.region_code, models.Region, "某区域及其下级 · Of officers of this region and below it"
    )
    organization: strawberry.ID | None = is_node(
        models.TrainingAttendance.organization_id, models.Organization, "所在机构 · Of officers of this organization"
    )
    officer: strawberry.ID | None = is_node(
        models.TrainingAttendance.officer_id, models.Officer, "执法人员 · Of this officer"
    )


class TrainingAttendanceOrderField(OrderField):
    """参训记录排序字段 · What records of attendance can be ordered by"""

    YEAR = "年度", "Year", models.TrainingAttendance.year
    HOURS = "学时", "Class hours", models.TrainingAttendance.hours


@node(models.TrainingAttendance, filtered_by=TrainingAttendanceFilter, ordered_by=TrainingAttendanceOrderField)
class TrainingAttendance(Node):
    """参训记录 · That an officer attended a session of a training, seen with the officer's organization"""

    officer: Officer | None = one(models.TrainingAttendance.officer_id, "执法人员 · The officer")
    organization: Organization | None = one(
        models.TrainingAttendance.organization_id, "所在机构 · The officer's organization"
    )
    training: Training | None = one_by(
        models.TrainingAttendance.training_id,
        models.Training.id,
        "培训，权限范围外为空 · The training; null out of scope",
    )
    session: int = column("场次 · Number of the session", models.TrainingAttendance.session_number)
    subject: str = column("课程 · Subject")
    held_on: datetime.date = column("培训日期 · Held on")
    year: int = column("年度 · Year")
    hours: int = column("学时 · Class hours")
    version: int = column("版本号 · Version")
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.officer import Officer  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
