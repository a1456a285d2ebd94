"""Rules of the statutes, the plan and other cities' practice, each from the day it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import rows, stable_id

_PROVINCE = "41"
_RULE_COLUMNS = (
    "id event length unit month day rolls_over legal_basis authority region_code valid_from extensions"
    " extension_length is_suspensible resumption near_days"
)


_LIMIT_COLUMNS = "id region_code field most legal_basis authority valid_from"
_THRESHOLD_COLUMNS = "id region_code field person_amount organization_amount legal_basis authority valid_from"


async def deadline_rules(_: Seeding) -> Tables:
    """The rules of deadlines."""
    return [versioned("deadline_rule", _RULE_COLUMNS, _rules())]


async def inspection_limits(_: Seeding) -> Tables:
    """The limit of inspections: twice a year in every field, until a department announces its own."""
    basis = "国办发〔2024〕54号：年度频次上限由主管机关公布，公布前缺省为两次"
    limit = (stable_id("inspection_limit", _PROVINCE), _PROVINCE, None, 2, basis, "DEFAULT", date(2025, 1, 1))
    return [versioned("inspection_limit", _LIMIT_COLUMNS, [limit])]


async def hearing_thresholds(_: Seeding) -> Tables:
    """The amounts that call for a hearing, until an administrator enters those that the province sets."""
    basis = "《行政处罚法》第六十三条未定数额：缺省值，请管理员按本省规定调整"
    key = stable_id("hearing_threshold", _PROVINCE)
    threshold = (key, _PROVINCE, None, Decimal(5_000), Decimal(50_000), basis, "DEFAULT", date(2021, 7, 15))
    return [versioned("hearing_threshold", _THRESHOLD_COLUMNS, [threshold])]


def _rules() -> Iterator[tuple[Any, ...]]:
    for row in rows("deadline_rules.csv"):
        yield (
            rule_id(row["event"]),
            row["event"],
            _number(row["length"]),
            row["unit"],
            _number(row["month"]),
            _number(row["day"]),
            row["rolls_over"] == "yes",
            row["legal_basis"],
            row["authority"],
            _PROVINCE,
            date.fromisoformat(row["valid_from"]),
            int(row["extensions"]),
            _number(row["extension_length"]),
            row["is_suspensible"] == "yes",
            row["resumption"],
            int(row["near_days"]),
        )


def rule_id(event: str) -> UUID:
    """The key of the province's rule for an event."""
    return stable_id("deadline_rule", event, _PROVINCE)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
