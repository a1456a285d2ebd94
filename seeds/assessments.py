"""Rules of assessments, and in development the sheets of some organs, drawn up from the other examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from models.assessing import measure, score
from models.assessment_terms import AssessmentCriterion
from models.counting import CHINA
from models.vocabulary import Level
from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, rows, stable_id

_RULE = "id region_code level legal_basis authority valid_from"
_CRITERION = "rule_id criterion position weight points_per_item"
_ASSESSMENT = (
    "id assessor_id organization_id region_code field level rule_id round_id period_from period_to state total"
    " objection conclusion drawn_up_at published_at objected_at concluded_at version updated_at"
)
_ROUND = "id assessor_id level period_from period_to drawn_up not_measured drawn_up_at"
_LINE = "assessment_id criterion position weight points_per_item value sample score effective_weight contribution"
_PROVINCE, _SINCE = "41", date(2023, 1, 1)
_BASIS = "洛阳市行政执法协调监督工作体系建设试点方案，监督办法（考核运用）"
# How many days after its period a sheet was drawn up, published, objected to and upheld or revoked, and how many of
# these moments after the first each state has seen.
_MOMENTS = (12, 15, 20, 27)
_REACHED = {"DRAFT": 0, "PUBLISHED": 1, "OBJECTED": 2, "UPHELD": 3, "REVOKED": 3}


@dataclass(frozen=True)
class _Criterion:
    criterion: AssessmentCriterion
    weight: Decimal
    points_per_item: Decimal | None


async def assessment_rules(_: Seeding) -> Tables:
    """A rule for each level with its criteria, until a region adopts its own."""
    rules = ((_rule(level), _PROVINCE, level.name, _BASIS, "DEFAULT", _SINCE) for level in Level)
    criteria = (
        (_rule(level), each.criterion.name, place, each.weight, each.points_per_item)
        for level in Level
        for place, each in enumerate(_criteria(), start=1)
    )
    return [versioned("assessment_rule", _RULE, rules), ("assessment_rule_criterion", _CRITERION, criteria)]


async def assessments(seeding: Seeding) -> Tables:
    """The rows of every sheet and its lines."""
    sheets, lines = [], []
    for row in rows("assessments.csv"):
        organ, region = organization_id(row["region"], row["kind"], row["field"]), row["region"]
        since, last = date.fromisoformat(row["period_from"]), date.fromisoformat(row["period_to"])
        level, key = Level.of_region(region), stable_id("assessment", *list(row.values())[:7])
        moments = _day(since), _day(last + timedelta(days=1))
        scored = score(list(_criteria()), await measure(seeding.connection, [organ], region, moments, (since, last)))
        reached = _REACHED[row["state"]]
        drawn_up, *later = (_day(last) + timedelta(days=days, hours=9) for days in _MOMENTS)
        sheets.append(
            (
                key,
                organization_id(row["assessor"], "JUDICIAL_BUREAU"),
                organ,
                region,
                row["field"] or None,
                level.name,
                _rule(level),
                _round(row),
                since,
                last,
                row["state"],
                sum((each.contribution for each in scored), Decimal(0)),
                row["objection"] or None,
                row["conclusion"] or None,
                drawn_up,
                *(at if place < reached else None for place, at in enumerate(later)),
                1,
                drawn_up,
            )
        )
        lines += [
            (key, each.criterion.name, place, *list(vars(each).values())[1:])
            for place, each in enumerate(scored, start=1)
        ]
    rounds = {_round(row): row for row in rows("assessments.csv")}
    made = [
        (
            key,
            organization_id(row["assessor"], "JUDICIAL_BUREAU"),
            Level.of_region(row["region"]).name,
            date.fromisoformat(row["period_from"]),
            date.fromisoformat(row["period_to"]),
            sum(_round(each) == key for each in rows("assessments.csv")),
            0,
            _day(date.fromisoformat(row["period_to"])) + timedelta(days=_MOMENTS[0], hours=9),
        )
        for key, row in rounds.items()
    ]
    return [
        versioned("assessment_round", _ROUND, made),
        ("assessment", _ASSESSMENT, sheets),
        ("assessment_line", _LINE, lines),
    ]


def _criteria() -> Iterator[_Criterion]:
    for row in rows("assessment_rules.csv"):
        points = Decimal(row["points_per_item"]) if row["points_per_item"] else None
        yield _Criterion(AssessmentCriterion[row["criterion"]], Decimal(row["weight"]), points)


def _round(row: dict[str, str]) -> Any:
    of = (row["assessor"], Level.of_region(row["region"]).name, row["period_from"], row["period_to"])
    return stable_id("assessment_round", *of)


def _rule(level: Level) -> Any:
    return stable_id("assessment_rule", _PROVINCE, level.name)


def _day(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
