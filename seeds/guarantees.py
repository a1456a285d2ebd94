"""What the work rests on in Luoyang and a neighbour: leading groups with their members, and funds for supervision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, regions, stable_id

_GROUP_COLUMNS = "id name organization_id region_code office_id document established_on state"
_MEMBER_COLUMNS = "group_id number name position post organization_id joined_on"
_BUDGET_COLUMNS = "id organization_id region_code field finance_id year amount spent purpose"
_LED = ("4103", "410302", "410303", "4101")
_ESTABLISHED = date(2026, 1, 12)
_MEMBERS = (
    ("郭志远", "LEADER", "常务副市长（副区长）", "GOVERNMENT"),
    ("马文清", "DEPUTY_LEADER", "司法局局长", "JUDICIAL_BUREAU"),
    ("徐丽", "MEMBER", "编办副主任", "ESTABLISHMENT_OFFICE"),
    ("罗杰", "MEMBER", "财政局副局长", "FINANCE"),
)
_FUNDED = (
    *((region, "JUDICIAL_BUREAU", "") for region in ("4103", "410302", "410303")),
    ("410302", "LEGAL_UNIT", "MARKET_REGULATION"),
    ("410302001", "JUDICIAL_OFFICE", ""),
)
_AMOUNTS = {"4103": 1_200_000, "410302": 360_000, "410303": 320_000, "410302001": 40_000}
_PURPOSES = {
    "JUDICIAL_BUREAU": "行政执法监督信息化、案卷评查、培训和特邀监督员工作",
    "LEGAL_UNIT": "法制审核和条线监督",
    "JUDICIAL_OFFICE": "乡镇执法监督和罚没物资保管检查",
}


async def guarantees(_: Seeding) -> Tables:
    """Leading groups with their members, and budgets."""
    return [
        versioned("leading_group", _GROUP_COLUMNS, _leading_groups()),
        ("leading_group_member", _MEMBER_COLUMNS, _leading_group_members()),
        versioned("budget", _BUDGET_COLUMNS, _budgets()),
    ]


def _leading_groups() -> Iterator[tuple[Any, ...]]:
    """A row of ``_GROUP_COLUMNS`` for each government."""
    for region in _LED:
        name = f"{regions()[region].full_name}行政执法协调监督工作领导小组"
        government, office = organization_id(region, "GOVERNMENT"), organization_id(region, "JUDICIAL_BUREAU")
        yield _group(region), name, government, region, office, "政办〔2026〕3号", _ESTABLISHED, "ESTABLISHED"


def _leading_group_members() -> Iterator[tuple[Any, ...]]:
    """A row of ``_MEMBER_COLUMNS`` for each member; a neighbour's has fewer offices of its own."""
    for region in _LED:
        for number, (name, position, post, kind) in enumerate(_MEMBERS, start=1):
            of = organization_id(region, kind) if region.startswith("4103") else organization_id(region, "GOVERNMENT")
            yield _group(region), number, name, position, post, of, _ESTABLISHED


def _budgets() -> Iterator[tuple[Any, ...]]:
    """A row of ``_BUDGET_COLUMNS`` for each body and year."""
    for region, kind, field in _FUNDED:
        body = organization_id(region, kind, field)
        finance = organization_id(region[:6], "FINANCE")
        for year in (2025, 2026):
            amount = Decimal(_AMOUNTS[region])
            spent = amount * Decimal("0.97") if year == 2025 else None
            key = stable_id("budget", str(body), str(year))
            yield key, body, region, field or None, finance, year, amount, spent, _PURPOSES[kind]


def _group(region: str) -> Any:
    return stable_id("leading_group", region)
