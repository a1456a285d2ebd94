"""Inputs of commands on trainings."""

from __future__ import annotations

import datetime

import strawberry
from strawberry import UNSET

from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="制定培训计划 · Plan a training")
class PlanTrainingInput(CreationInput):
    """Plan a training."""

    organization_id: strawberry.ID = strawberry.field(description="举办单位 · Who holds it")
    title: Name = strawberry.field(description="培训名称 · Title")
    year: int = strawberry.field(description="年度 · Year")
    audience: str = strawberry.field(description="培训对象 · Whom it is for")
    required_hours: int = strawberry.field(description="应修学时 · Class hours that each participant is to have")


@strawberry.input(description="修改培训计划 · What to change of a plan; what is left out stays, null empties")
class UpdateTrainingInput(CommandInput):
    """What to change of a plan."""

    title: Name | None = strawberry.field(default=UNSET, description="培训名称 · Title")
    audience: str | None = strawberry.field(default=UNSET, description="培训对象 · Whom it is for")
    required_hours: int | None = strawberry.field(
        default=UNSET, description="应修学时 · Class hours that each participant is to have"
    )


@strawberry.input(description="增加培训场次 · Add a session")
class AddTrainingSessionInput(CommandInput):
    """Add a session."""

    subject: Name = strawberry.field(description="课程 · Subject")
    held_on: datetime.date = strawberry.field(
        description="培训日期，在计划年度内 · On which day of the training's year"
    )
    hours: int = strawberry.field(description="学时 · Class hours")
    lecturer: Name | None = strawberry.field(default=None, description="授课人 · Lecturer")
    venue: Name | None = strawberry.field(default=None, description="地点 · Venue")


@strawberry.input(description="参训人员 · Who attended")
class AttendanceInput:
    """Who attended."""

    officer_id: strawberry.ID = strawberry.field(description="执法人员 · The officer")
    hours: int | None = strawberry.field(
        default=None, description="实修学时，默认为本场学时 · For how many class hours; by default those of the session"
    )


@strawberry.input(description="登记参训 · Record who attended a session")
class RecordAttendanceInput(CommandInput):
    """Record who attended a session."""

    session: int = strawberry.field(description="场次 · Number of the session")
    attendances: list[AttendanceInput] = strawberry.field(description="参训人员，最多五百 · Who attended, at most 500")
