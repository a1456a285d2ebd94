"""The official calendar: the State Council's yearly notice on holidays and the days worked in exchange."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column, Date, Integer, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, computed, now, timestamp, uuid7


class CalendarYear(Table, Versioned, table=True):
    """A year whose official calendar is announced; in any other year weekends count as rest days.

    From ``amended_from`` on deadlines that run are to be counted again, after a notice that changed days.
    """

    __tablename__ = "calendar_year"
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))

    id: UUID = Field(
        default_factory=uuid7, primary_key=True, sa_column_kwargs={"server_default": text("gen_random_uuid()")}
    )
    year: int = Field(unique=True)
    source: str
    recorded_at: datetime = Field(default_factory=now, sa_column=timestamp())
    amended_from: date | None = Field(default=None, sa_column=Column(Date))


class CalendarDay(Table, table=True):
    """A day that the official calendar names: a public holiday, on a weekend too, or a make-up working day."""

    __tablename__ = "calendar_day"
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))

    day: date = Field(sa_column=Column(Date, primary_key=True))
    year: int | None = computed(Integer, "CAST(EXTRACT(year FROM day) AS integer)")
    is_working: bool
    name: str
