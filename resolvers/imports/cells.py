"""What a cell says: text of an office's file as a value of the contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl.cell.cell import ERROR_CODES

import models
from models import ErrorCode, Refusal, Vocabulary
from resolvers.commands.texts import CONTROLS, LONGEST_TEXT

Cell = Any
"""A cell as a file has it: text, or a number, a truth or a moment of a workbook; None where it is empty."""


@dataclass(frozen=True)
class Formula:
    """A formula that was saved without its result."""

    def __str__(self) -> str:
        # Refused in a text too: a workbook of refused rows that is imported again must not pass it for what was typed.
        return "#N/A"


_LARGEST_EXACT = 2**53
_LONGEST_REPEATED = 100
_NO_TEXTS = bool, date, time, timedelta
_TRUTHS = {
    **dict.fromkeys(("是", "有", "在编", "真", "true", "yes", "y", "1"), True),
    **dict.fromkeys(("否", "无", "不在编", "假", "false", "no", "n", "0"), False),
}
# The last is how the workbook of refused rows writes a moment.
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y-%m-%d %H:%M:%S")
# Without marks a month or a day of one digit, which strptime takes, is a guess.
_DIGITS, _DAY_OF_DIGITS = re.compile(r"\d{8}"), ("%Y%m%d",)
_AMOUNT = re.compile(r"\d{1,14}(\.\d{1,2})?")
_BY_THOUSANDS = re.compile(r"\d{1,3}([,，]\d{3})+(\.\d{1,2})?")


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: Cell) -> str:
    """A cell as text, as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_EXACT:
        return str(int(cell))
    return str(cell)


def repeated(cell: Cell, most: int = _LONGEST_REPEATED) -> str:
    """What a reason repeats of a cell: its beginning."""
    text = shown(cell)
    return text if len(text) <= most else text[: most - 1] + "…"


def parse(type_: str, cell: Cell) -> Any:
    """The value of a cell that is not empty, by the type of its column.  Raises ``Refusal``."""
    if isinstance(cell, Formula):
        raise Refusal(ErrorCode.CELL_NOT_CALCULATED)
    if type_ in _PARSERS:
        return _PARSERS[type_](cell)
    return _term(getattr(models, type_), cell)


def _text(cell: Cell) -> str:
    # A workbook keeps fifteen digits of a number; the others are lost already.  What it took for a truth or a moment,
    # such as a number with marks between, was typed otherwise.
    if isinstance(cell, _NO_TEXTS) or (isinstance(cell, int | float) and abs(cell) >= _LARGEST_EXACT):
        raise _not_of_type(cell, "文本格式的单元格 (a cell formatted as text)")
    text = shown(cell).strip()
    if text in ERROR_CODES:
        raise Refusal(ErrorCode.CELL_WITH_ERROR, value=text)
    if len(text) > LONGEST_TEXT or CONTROLS.search(text):
        expected = f"{LONGEST_TEXT} 字以内的文本 (text of at most {LONGEST_TEXT} characters)"
        raise _not_of_type(repeated(text, 20), expected)
    return text


def _amount(cell: Cell) -> Decimal:
    text = shown(cell).strip()
    if _BY_THOUSANDS.fullmatch(text):
        text = text.replace(",", "").replace("，", "")
    try:
        if _AMOUNT.fullmatch(text):
            return Decimal(text)
    except InvalidOperation:
        pass
    raise _not_of_type(cell, "金额，最多两位小数 (an amount with at most two decimals)")


def _truth(cell: Cell) -> bool:
    truth = _TRUTHS.get(shown(cell).strip().casefold())
    if truth is None:
        raise _not_of_type(cell, "是或否 (yes or no)")
    return truth


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = unicodedata.normalize("NFKC", shown(cell)).strip()
    for form in _DAY_OF_DIGITS if _DIGITS.fullmatch(text) else _DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise _not_of_type(cell, "日期，如 2026-01-31 (a day such as 2026-01-31)")


def _term(vocabulary: Collection[Vocabulary], cell: Cell) -> Vocabulary:
    text = shown(cell).strip()
    for term in vocabulary:
        # What is two things is named by either, such as an identity card.
        names = (term.chinese, *term.chinese.split("、"), term.name, term.english)
        if text.casefold() in (name.casefold() for name in names):
            return term
    terms = "、".join(term.chinese for term in vocabulary)
    raise Refusal(ErrorCode.CELL_UNKNOWN_TERM, value=repeated(text), terms=terms)


def _not_of_type(cell: Cell, expected: str) -> Refusal:
    return Refusal(ErrorCode.CELL_NOT_OF_TYPE, value=repeated(cell), expected=expected)


_PARSERS: dict[str, Callable[[Cell], Any]] = {"text": _text, "amount": _amount, "truth": _truth, "day": _day}
