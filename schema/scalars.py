"""Scalars of the contract, each with one format in both directions."""

from __future__ import annotations

import datetime
import decimal
import re
from collections.abc import Mapping

import strawberry
from strawberry.types.scalar import ScalarDefinition


def _moment(text: object) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text) if isinstance(text, str) else None
    if moment is None or moment.tzinfo is None:
        raise ValueError("write a moment with its offset, such as 2026-02-01T09:30:00+08:00")
    return moment


def _day(text: object) -> datetime.date:
    if not isinstance(text, str):
        raise ValueError("write a day as 2026-02-01")
    return datetime.date.fromisoformat(text)


def _amount(text: object) -> decimal.Decimal:
    if isinstance(text, str) and re.fullmatch(r"[0-9]{1,14}(\.[0-9]{1,2})?", text, re.ASCII):
        return decimal.Decimal(text)
    raise ValueError('write a decimal number as a string, such as "3000" or "199.50"')


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime.datetime: strawberry.scalar(
        name="DateTime",
        description="时刻，带时区偏移 · A moment with its offset (RFC 3339), answered at +08:00",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=datetime.datetime.isoformat,
        parse_value=_moment,
    ),
    decimal.Decimal: strawberry.scalar(
        name="Decimal",
        description="十进制数字符串，金额以元计 · A decimal number as a string; an amount is in yuan",
        serialize=str,
        parse_value=_amount,
    ),
    datetime.date: strawberry.scalar(
        name="Date",
        description="日期，北京时间 · A day in Asia/Shanghai, such as 2026-02-01",
        serialize=datetime.date.isoformat,
        parse_value=_day,
    ),
}
