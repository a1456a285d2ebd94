"""Inputs of commands on rules and the official calendar."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="制定期限规则 · Adopt a deadline rule for a region")
class AdoptDeadlineRuleInput(CreationInput):
    """Adopt a deadline rule."""

    event: models.DeadlineEvent = strawberry.field(description="期限事项 · What has to be done")
    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    length: int = strawberry.field(description="时长 · Length in units")
    unit: models.DeadlineUnit = strawberry.field(description="计期单位 · Unit")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
    rolls_over: bool = strawberry.field(
        description="末日为休息日的顺延 · Whether a last day of rest moves to the next working day", default=True
    )
    extensions: int = strawberry.field(description="可延长次数 · How often it may be extended", default=0)
    extension_length: int | None = strawberry.field(
        description="每次延长时长 · By how many units each time", default=None
    )
    is_suspensible: bool = strawberry.field(
        description="办案机关是否可中止；移送待答复期间一律中止"
        " · Whether its organ may suspend it; a case's stand still anyway while a transfer awaits its answer",
        default=True,
    )
    resumption: models.Resumption = strawberry.field(
        description="恢复计期方式 · How it goes on after that", default=models.Resumption.RESUME
    )
    near_days: int = strawberry.field(description="临期天数 · From how many days before its end it is near", default=3)


@strawberry.input(description="制定检查频次上限 · Adopt a limit of inspections for a region")
class AdoptInspectionLimitInput(CreationInput):
    """Adopt a limit of inspections."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    most: int = strawberry.field(
        description="每年最多次数 · The most inspections of one enterprise by one organ in a year"
    )
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
    field: models.EnforcementField | None = strawberry.field(
        description="执法领域，空为全部 · Field; null for every field", default=None
    )


@strawberry.input(description="制定听证数额标准 · Adopt a threshold of hearings for a region")
class AdoptHearingThresholdInput(CreationInput):
    """Adopt a threshold of hearings."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    person_amount: decimal.Decimal = strawberry.field(
        description="对自然人（含个体工商户）的数额（元），含本数"
        " · Amount for persons, sole traders among them, in yuan, itself included"
    )
    organization_amount: decimal.Decimal = strawberry.field(
        description="对法人和其他组织的数额（元），含本数 · Amount for organizations in yuan, itself included"
    )
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
    field: models.EnforcementField | None = strawberry.field(
        description="执法领域，空为全部 · Field; null for every field", default=None
    )


@strawberry.input(description="废止规则 · Put a rule out of force")
class EndRuleInput(CommandInput):
    """Put a rule out of force."""

    valid_to: datetime.date = strawberry.field(
        description="最后施行日期，不早于今日；尚未施行的填施行前一日即为撤回 · Its last day, today or later; of"
        " one that is not yet in force the day before its first withdraws it"
    )


@strawberry.input(description="日历中的一天 · A day that the notice names")
class CalendarDayInput:
    """A day that the notice names."""

    day: datetime.date = strawberry.field(description="日期 · The day")
    is_working: bool = strawberry.field(description="是否上班 · Whether it is worked")
    name: Name = strawberry.field(description="节日 · The holiday it belongs to")


@strawberry.input(description="更正年度日历 · Record a later notice on days of a year")
class AmendCalendarYearInput(CommandInput):
    """Record a later notice on days of a year; the days that it does not name stay as they are."""

    source: Name = strawberry.field(description="通知 · The notice that changes them")
    days: list[CalendarDayInput] = strawberry.field(
        description="变动的日子；恢复平常的按其平常是否上班填写 · The days that change; one that is an ordinary day"
        " again is named as such a day is worked or not"
    )


@strawberry.input(description="录入年度日历 · Record the official calendar of a year")
class AnnounceCalendarYearInput(CreationInput):
    """Record the official calendar of a year."""

    year: int = strawberry.field(description="年份 · The year")
    source: Name = strawberry.field(description="通知 · The notice that announces it")
    days: list[CalendarDayInput] = strawberry.field(
        description="放假和调休的日子 · The holidays and make-up working days it names"
    )
