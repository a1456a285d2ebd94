"""Duty lists of Luoyang's bodies, what is assigned to its townships, and the officers of those who enforce.

Items and their statutes are real; officers are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from models import Level
from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, organizations, regions, rows, stable_id

_DUTY_COLUMNS = (
    "id code edition predecessor_id name act_type law article organization_id region_code field publisher_id"
    " content method responsibility source legal_review fine_floor fine_ceiling is_assignable state valid_from valid_to"
)
_ASSIGNMENT_COLUMNS = "id duty_item_id owner_id duty_code organization_id region_code publisher_id state assigned_on"
_OFFICER_COLUMNS = (
    "id number name organization_id region_code field account_id born_on in_established_post examination_passed_on"
    " is_legal_reviewer"
)
CERTIFICATE_COLUMNS = "id officer_id organization_id region_code field kind number state valid_from valid_to"
_CITY = "4103"
_NEIGHBOURS = ("4101", "410102")
_FIRST_EDITION = date(2024, 1, 1), date(2025, 12, 31)
_IN_FORCE = date(2026, 1, 1)
_EXPIRED_ON = date(2026, 6, 30)
_ENFORCING = {"DEPARTMENT", "AUTHORIZED", "VERTICAL", "POLICE", "TOWNSHIP_GOVERNMENT"}
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = ("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀兰", "霞")


def holding_regions() -> Iterator[str]:
    """The cities and counties whose bodies hold duty lists: all of Luoyang, and two neighbours."""
    for region in regions().values():
        if region.level in (Level.CITY, Level.COUNTY) and (region.code.startswith(_CITY) or region.code in _NEIGHBOURS):
            yield region.code


async def duties(_: Seeding) -> Tables:
    """Duty lists with what is assigned to townships, officers and certificates."""
    people = list(_officers())
    return [
        versioned("duty_item", _DUTY_COLUMNS, _duty_items()),
        versioned("duty_assignment", _ASSIGNMENT_COLUMNS, _assignments()),
        versioned("officer", _OFFICER_COLUMNS, (officer for officer, _ in people)),
        versioned("certificate", CERTIFICATE_COLUMNS, (certificate for _, certificate in people)),
    ]


def _duty_items() -> Iterator[tuple[Any, ...]]:
    """A row of ``_DUTY_COLUMNS`` for each edition; the first item of each kind has an earlier one."""
    known = {each.id for each in organizations()}
    for region in holding_regions():
        level = Level.of_region(region).name
        for row in rows("duty_items.csv"):
            owner = organization_id(region, row["kind"], row["field"])
            if level not in row["levels"].split() or owner not in known:
                continue
            later = _Edition(1, "PUBLISHED", _IN_FORCE, None)
            if row["code"].endswith("-001"):
                yield _edition(row, region, _Edition(1, "SUPERSEDED", *_FIRST_EDITION))
                later = _Edition(2, "PUBLISHED", _IN_FORCE, None)
            yield _edition(row, region, later)


@dataclass(frozen=True)
class _Edition:
    number: int
    state: str
    valid_from: date
    valid_to: date | None


def in_force(region: str, row: dict[str, str]) -> UUID:
    """The key of the edition in force of a region's item."""
    owner = organization_id(region, row["kind"], row["field"])
    return stable_id("duty_item", str(owner), row["code"], "2" if row["code"].endswith("-001") else "1")


def _edition(row: dict[str, str], region: str, edition: _Edition) -> tuple[Any, ...]:
    owner = organization_id(region, row["kind"], row["field"])
    keys = [stable_id("duty_item", str(owner), row["code"], str(number)) for number in (1, 2)]
    had_other_method = edition.state == "SUPERSEDED"
    return (
        keys[edition.number - 1],
        row["code"],
        edition.number,
        keys[0] if edition.number > 1 else None,
        row["name"],
        row["act_type"],
        row["law"],
        row["article"],
        owner,
        region,
        row["field"] or None,
        organization_id(region, "JUDICIAL_BUREAU"),
        row["content"] or None,
        "立案查处" if had_other_method else row["method"],
        row["responsibility"],
        "AUTHORIZED" if row["kind"] == "AUTHORIZED" else "STATUTORY",
        row["legal_review"],
        _amount(row["fine_floor"]),
        _amount(row["fine_ceiling"]),
        row["township"] == "yes",
        edition.state,
        edition.valid_from,
        edition.valid_to,
    )


def _amount(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def _assignments() -> Iterator[tuple[Any, ...]]:
    """A row of ``_ASSIGNMENT_COLUMNS`` for each item that is assigned to each township of Luoyang."""
    assignable = [row for row in rows("duty_items.csv") if row["township"] == "yes"]
    for region in regions().values():
        if region.level is Level.TOWNSHIP and region.code.startswith(_CITY):
            county, township = region.code[:6], organization_id(region.code, "TOWNSHIP_GOVERNMENT")
            for row in assignable:
                yield (
                    stable_id("duty_assignment", str(township), row["code"]),
                    in_force(county, row),
                    organization_id(county, row["kind"], row["field"]),
                    row["code"],
                    township,
                    region.code,
                    organization_id(county, "JUDICIAL_BUREAU"),
                    "ASSIGNED",
                    _IN_FORCE,
                )


def _officers() -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """A row of ``_OFFICER_COLUMNS`` and one of ``CERTIFICATE_COLUMNS`` for each officer, five in each body."""
    number = 0
    wanted = set(holding_regions())
    for body in organizations():
        kind = "SUPERVISION" if body.kind == "JUDICIAL_BUREAU" else "ENFORCEMENT"
        here = body.region_code in wanted or body.region_code.startswith(_CITY)
        if not here or (body.kind not in _ENFORCING and kind == "ENFORCEMENT"):
            continue
        chance = random.Random(str(body.id))  # noqa: S311 - made-up people, the same at every seeding
        for place in range(5):
            number += 1
            key = stable_id("officer", str(body.id), str(place))
            prefix = "16" if kind == "ENFORCEMENT" else "JD16"
            # The last of the five cannot act: suspended in every other body, expired in the rest.
            state = "SUSPENDED" if place == 4 and number % 2 else "VALID"
            last_day = _EXPIRED_ON if place == 4 and state == "VALID" else date(2030, 12, 31)
            yield (
                (
                    key,
                    f"{prefix}{body.region_code[:6]:0<6}{number:06d}",
                    chance.choice(_SURNAMES) + chance.choice(_GIVEN),
                    body.id,
                    body.region_code,
                    body.field,
                    None,
                    date(chance.randint(1968, 2000), chance.randint(1, 12), chance.randint(1, 28)),
                    True,
                    date(2022, 5, 20),
                    # Every other body has a reviewer.
                    place == 1 and number % 2 == 0,
                ),
                (
                    stable_id("certificate", str(key)),
                    key,
                    body.id,
                    body.region_code,
                    body.field,
                    kind,
                    f"Z{prefix}{number:08d}",
                    state,
                    date(2022, 7, 1),
                    last_day,
                ),
            )
