"""The official calendar as it is recorded."""

from __future__ import annotations

import datetime

import models
from resolvers.declarations import OrderField, available_actions, column, node, several, view
from resolvers.sources import Relation
from schema.types.node import Node


@view(models.CalendarDay)
class CalendarDay:
    """日历日 · A day that the official calendar names: a holiday or a make-up working day"""

    day: datetime.date = column("日期 · The day")
    is_working: bool = column("是否上班 · Whether it is worked")
    name: str = column("节日 · The holiday it belongs to")


class CalendarYearOrderField(OrderField):
    """年度日历排序字段 · What years can be ordered by"""

    YEAR = "年份", "Year", models.CalendarYear.year


@node(models.CalendarYear, ordered_by=CalendarYearOrderField)
class CalendarYear(Node):
    """年度日历 · A year whose official calendar is announced; in any other, weekends count as rest days"""

    year: int = column("年份 · Year")
    source: str = column("通知 · The latest notice on it")
    recorded_at: datetime.datetime = column("录入时间 · Recorded")
    version: int = column("版本号 · Version, to be named when it is amended")
    available_actions: list[models.Action] = available_actions()
    days: list[CalendarDay] = several(
        models.CalendarYear.year,
        models.CalendarDay.year,
        "放假和调休的日子 · Its holidays and make-up working days",
        relation=Relation.EQUAL,
        at_most=100,
    )
