"""The official calendar: the State Council's yearly notice on holidays and the days worked in exchange."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column, Date
from sqlmodel import Field

from models.base import Table, now, timestamp


class CalendarYear(Table, table=True):
    """A year whose official calendar is announced; in any other year weekends count as rest days."""

    __tablename__ = "calendar_year"

    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    source: str
    recorded_at: datetime = Field(default_factory=now, sa_column=timestamp())


class CalendarDay(Table, table=True):
    """A day that the official calendar names: a public holiday, on a weekend too, or a make-up working day."""

    __tablename__ = "calendar_day"

    day: date = Field(sa_column=Column(Date, primary_key=True))
    is_working: bool
    name: str
