"""Evaluations in every season of their lives, and reviews of case files, over the example cases of Luoyang."""

from __future__ import annotations

import hashlib
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.anonymity import KEPT, Crowds
from models.case_rules import ENDED_STATES
from models.counting import local_day
from models.evaluation_terms import CaseFileDefectKind, SampledFact, duration_band, fine_band
from models.evaluation_totals import ranks, shares, tells_of_many, total
from models.file_review import FULL_MARKS, defect_rules
from seeds.batch import Seeding, Tables
from seeds.organizations import organization_id, stable_id

_CITY, _COUNTY, _STREET = "4103", "410302", "410302001"
_INSTITUTE, _AGENCY = organization_id(_CITY, "RESEARCH_INSTITUTE"), organization_id(_CITY, "SURVEY_AGENCY")
_POLL = stable_id("questionnaire", "poll-2025")
_SAMPLED, _SAMPLED_PER_ORGAN = 24, 6
_FIELDS = ("MARKET_REGULATION", "URBAN_MANAGEMENT", "TRANSPORT", "HEALTH")
_ENDED = sorted(state.name for state in ENDED_STATES)


@dataclass(frozen=True)
class _Indicator:
    code: str
    parent_code: str | None
    name: str
    weight: Decimal
    basis: str | None


def _tree(*rows: tuple[str, str | None, str, int, str | None]) -> list[_Indicator]:
    return [_Indicator(code, above, name, Decimal(weight), basis) for code, above, name, weight, basis in rows]


_OF_CASES = _tree(
    ("1", None, "执法程序", 60, None),
    ("1.1", "1", "立案、告知与听证", 50, "SAMPLED_CASE"),
    ("1.2", "1", "法制审核与期限", 50, "SAMPLED_CASE"),
    ("2", None, "裁量与文书", 25, "SAMPLED_CASE"),
    ("3", None, "执法公示", 15, "SUBJECT"),
)
_OF_POLL = _tree(("1", None, "群众满意度", 100, "SUBJECT"))


@dataclass(frozen=True)
class _Evaluation:
    title: str
    kind: str
    state: str
    region: str
    evaluator: UUID
    fields: tuple[str, ...]
    period: tuple[date, date]
    created_at: datetime

    @property
    def id(self) -> UUID:
        return stable_id("evaluation", self.title)

    @property
    def has_totals(self) -> bool:
        return self.state in ("SUBMITTED", "ADOPTED", "PUBLISHED")


_EVALUATIONS = [
    _Evaluation(
        "2025年人民最不满意的执法领域评选",
        "POLL",
        "PUBLISHED",
        _CITY,
        _AGENCY,
        (),
        (date(2025, 1, 1), date(2025, 12, 31)),
        datetime(2026, 1, 12, 1, tzinfo=UTC),
    ),
    _Evaluation(
        "老城区2025年行政执法案卷第三方评估",
        "THIRD_PARTY",
        "PUBLISHED",
        _COUNTY,
        _INSTITUTE,
        ("ECOLOGY", "EMERGENCY", "TRANSPORT"),
        (date(2025, 1, 1), date(2025, 12, 31)),
        datetime(2026, 2, 2, 1, tzinfo=UTC),
    ),
    _Evaluation(
        "2026年第二季度行政执法评议",
        "QUARTERLY_REVIEW",
        "PUBLISHED",
        _CITY,
        _AGENCY,
        _FIELDS[:2],
        (date(2026, 4, 1), date(2026, 6, 30)),
        datetime(2026, 7, 6, 1, tzinfo=UTC),
    ),
    _Evaluation(
        "2026年上半年行政执法案卷第三方评估",
        "THIRD_PARTY",
        "SCORING",
        _CITY,
        _INSTITUTE,
        _FIELDS,
        (date(2026, 1, 1), date(2026, 6, 30)),
        datetime(2026, 9, 1, 1, tzinfo=UTC),
    ),
    _Evaluation(
        "老城区2026年行政执法案卷第三方评估",
        "THIRD_PARTY",
        "COMMISSIONED",
        _COUNTY,
        _INSTITUTE,
        (),
        (date(2026, 1, 1), date(2026, 9, 30)),
        datetime(2026, 10, 20, 1, tzinfo=UTC),
    ),
]


async def evaluations(seeding: Seeding) -> Tables:
    """The rows of every table of evaluations and of reviews of case files."""
    tables: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for each in _EVALUATIONS:
        await _evaluation(seeding.connection, each, tables)
    await _reviews(seeding.connection, tables)
    return [(name, columns, tables[name]) for name, columns in _COLUMNS.items()]


async def _evaluation(connection: Any, each: _Evaluation, tables: dict[str, list[tuple[Any, ...]]]) -> None:
    indicators = _OF_POLL if each.kind == "POLL" else _OF_CASES
    is_drawn, bureau = each.state != "COMMISSIONED", organization_id(each.region, "JUDICIAL_BUREAU")
    cases = await _cases(connection, each) if is_drawn and each.kind != "POLL" else []
    votes = await _votes(connection) if each.kind == "POLL" else {}
    crowds = await Crowds.counted(connection, {case["organization_id"] for case in cases}, *each.period)
    scored: dict[Any, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    subjects = list(votes) if votes else list(dict.fromkeys(c["organization_id"] for c in cases))
    for subject in subjects:
        for indicator in indicators:
            if indicator.basis == "SUBJECT" and each.has_totals:
                key = _subject_id(each, subject)
                value = votes[subject] if votes else _score(key, indicator.code)
                tables["evaluation_score"].append(_score_row(each, indicator.code, None, key, value))
                scored[subject][indicator.code].append(value)
    for place, case in enumerate(cases, start=1):
        key = stable_id("sampled_case", str(each.id), str(case["id"]))
        tables["sampled_case"].append(_sampled(each, crowds, place, case, key))
        tables["sampled_original"].append((key, case["id"]))
        for indicator in indicators:
            # Where scoring goes on, the first cases of the draw are scored.
            if indicator.basis == "SAMPLED_CASE" and (each.has_totals or place <= len(cases) // 2):
                value = _score(key, indicator.code)
                tables["evaluation_score"].append(_score_row(each, indicator.code, key, None, value))
                scored[case["organization_id"]][indicator.code].append(value)
    totals = {subject: total(shares(indicators), scored[subject]) for subject in subjects if each.has_totals}
    counts = Counter(case["organization_id"] for case in cases)
    rank = ranks({subject: found for subject, found in totals.items() if tells_of_many(counts[subject])})
    ordered = sorted(subjects, key=lambda subject: rank.get(subject, len(subjects)))
    for position, subject in enumerate(ordered, start=1):
        organ, field = (None, subject) if votes else (subject, None)
        count = counts[subject]
        result = (totals.get(subject), rank.get(subject))
        key, is_public = _subject_id(each, subject), each.state == "PUBLISHED" and tells_of_many(count)
        tables["evaluation_subject"].append(
            (key, each.id, bureau, is_public, position, organ, field, count, *result, 1, each.created_at)
        )
    at, is_published = each.created_at, each.state == "PUBLISHED"
    tables["evaluation"].append(
        (
            *(each.id, each.title, each.kind, each.state, bureau, each.evaluator, [each.region], list(each.fields)),
            *(*each.period, False, "示例种子" if cases else None, len(cases)),
            "示例报告：总体情况、主要问题和改进建议。" if each.has_totals else None,
            *((ordered[-1], _POLL) if votes else (None, None)),
            *(at, at if is_drawn else None, at if each.has_totals else None),
            *((at, at) if is_published else (None, None)),
            *(1, at),
        )
    )
    for position, indicator in enumerate(indicators, start=1):
        shown = (indicator.parent_code, indicator.name, indicator.weight, indicator.basis)
        tables["evaluation_indicator"].append((each.id, indicator.code, position, *shown))


def _subject_id(each: _Evaluation, subject: Any) -> UUID:
    return stable_id("evaluation_subject", str(each.id), str(subject))


def _score(key: UUID, code: str) -> Decimal:
    return Decimal(random.Random(f"{key}{code}").randint(55, 98))  # noqa: S311 - made-up, the same at every seeding


def _score_row(
    each: _Evaluation, code: str, case: UUID | None, subject: UUID | None, value: Decimal
) -> tuple[Any, ...]:
    key = stable_id("evaluation_score", str(case or subject), code)
    return key, each.id, code, case, subject, value, 1, each.created_at


async def _votes(connection: Any) -> dict[str, Decimal]:
    """The fields of the poll of 2025, each with the share of those who named another."""
    found = await connection.fetch(
        "SELECT field, answers FROM questionnaire_result WHERE questionnaire_id = $1 ORDER BY option", _POLL
    )
    named = sum(row["answers"] for row in found)
    return {row["field"]: Decimal(round(10_000 - 10_000 * row["answers"] / named)) / 100 for row in found}


async def _cases(connection: Any, each: _Evaluation) -> list[Any]:
    found: list[Any] = await connection.fetch(
        """SELECT * FROM (
               SELECT c.*, row_number() OVER (PARTITION BY organization_id ORDER BY id) AS nth
               FROM enforcement_case c
               WHERE starts_with(region_code, $1) AND length(region_code) = 6 AND act_type = 'PENALTY'
                 AND field = ANY($2) AND state = ANY($3)
                 AND (closed_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $4 AND $5
           ) found WHERE nth <= $6 ORDER BY md5(organization_id::text), md5(id::text) LIMIT $7""",
        each.region,
        list(each.fields),
        _ENDED,
        *each.period,
        _SAMPLED_PER_ORGAN,
        _SAMPLED,
    )
    return found


def _sampled(each: _Evaluation, crowds: Crowds, place: int, case: Any, key: UUID) -> tuple[Any, ...]:
    def name(what: str, whose: object) -> str:
        return what + hashlib.sha256(f"{each.id}:{whose}".encode()).hexdigest()[:8].upper()

    bureau, organ = organization_id(each.region, "JUDICIAL_BUREAU"), case["organization_id"]
    decided, served = case["decided_at"], case["served_at"]
    shown = {
        **{column: case[column] for column in KEPT},
        "decided_within": duration_band((local_day(decided) - local_day(case["filed_at"])).days),
        "served_within": duration_band((local_day(served) - local_day(decided)).days if served else None),
        "fine": fine_band(case["penalty_amount"]),
    }
    withheld = crowds.withheld(shown)
    shown |= {fact.column: [] if fact is SampledFact.PENALTY_KINDS else None for fact in withheld}
    return (
        *(key, each.id, bureau, place, _subject_id(each, organ)),
        name("当事人", case["party_id_number_index"] if case["party_kind"] == "PERSON" else case["id"]),
        [] if SampledFact.PROCEDURE in withheld else [name("执法人员", f"{organ}:{number}") for number in (1, 2)],
        [fact.name for fact in withheld],
        *(getattr(value, "name", value) for value in shown.values()),
    )


async def _reviews(connection: Any, tables: dict[str, list[tuple[Any, ...]]]) -> None:
    """Of some organs of the county, the street among them, two files each, reviewed by the bureau or the legal unit."""
    market, legal = ("DEPARTMENT", "MARKET_REGULATION"), organization_id(_COUNTY, "LEGAL_UNIT", "MARKET_REGULATION")
    organs = [
        (organization_id(_COUNTY, *market), legal),
        (organization_id(_COUNTY, "VERTICAL", "TAX"), organization_id(_COUNTY, "JUDICIAL_BUREAU")),
        (organization_id(_STREET, "TOWNSHIP_GOVERNMENT"), organization_id(_COUNTY, "JUDICIAL_BUREAU")),
        (organization_id(_CITY, *market), organization_id(_CITY, "JUDICIAL_BUREAU")),
    ]
    kinds = list(CaseFileDefectKind)
    for organ, reviewer in organs:
        cases = await connection.fetch(
            """SELECT id, region_code, field FROM enforcement_case
               WHERE organization_id = $1 AND state = ANY($2) ORDER BY id LIMIT 2""",
            organ,
            _ENDED,
        )
        for case in cases:
            key = stable_id("case_file_review", str(case["id"]))
            chance = random.Random(str(key))  # noqa: S311 - made-up, the same at every seeding
            # A third of the files has a defect that fails it at once.
            found = chance.sample(kinds[7:], chance.randint(0, 3)) + kinds[: chance.choice((0, 0, 1))]
            rules = [(kind, defect_rules()[kind]) for kind in found]
            score, failed = FULL_MARKS - sum(rule.points for _, rule in rules), any(rule.fails for _, rule in rules)
            body = (organ, case["region_code"], case["field"], reviewer)
            reviewed = datetime(2026, 10, 12, tzinfo=UTC)
            tables["case_file_review"].append(
                (key, case["id"], *body, reviewed.date(), score, failed, "示例评查意见", 1, reviewed)
            )
            tables["case_file_defect"] += [
                (key, place, kind.name, rule.points, rule.fails, "示例说明")
                for place, (kind, rule) in enumerate(rules, start=1)
            ]


_COLUMNS = {
    "evaluation": "id title kind state commissioner_id evaluator_id region_codes fields period_from period_to"
    " is_suspended sample_seed sampled report worst_field questionnaire_id created_at sampled_at submitted_at"
    " adopted_at published_at version updated_at",
    "evaluation_indicator": "evaluation_id code position parent_code name weight basis",
    "evaluation_subject": "id evaluation_id commissioner_id is_published place organization_id field sampled total"
    " rank version updated_at",
    "sampled_case": "id evaluation_id commissioner_id place subject_id party_pseudonym officer_pseudonyms withheld"
    " organization_id field act_type procedure legal_review hearing_held penalty_kinds decided_within served_within"
    " fine",
    "sampled_original": "sampled_case_id case_id",
    "evaluation_score": "id evaluation_id indicator_code sampled_case_id subject_id value version updated_at",
    "case_file_review": "id case_id organization_id region_code field reviewer_id reviewed_on score has_failed opinion"
    " version updated_at",
    "case_file_defect": "review_id position kind points fails note",
}
