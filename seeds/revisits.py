"""Policies of revisits, and in development samples of the cases closed in a month with what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from models.counting import Period
from models.deadline_terms import DeadlineUnit, RuleAuthority
from models.enforcement_terms import PenaltyKind, Procedure
from models.revisit import RevisitPolicy
from models.revisit_rules import draw
from seeds.batch import Seeding, Tables
from seeds.calendar import known_calendar
from seeds.deadlines import rule_id
from seeds.organizations import organization_id, rows, stable_id

_POLICY_COLUMNS = (
    "id region_code procedure ratio priority_penalties priority_amount legal_basis authority valid_from version"
    " updated_at"
)
_SAMPLE = "id organization_id region_code field since until seed population drawn drawn_at version updated_at"
_REVISIT = (
    "id sample_id case_id state organization_id region_code field assigner_id visitor_id is_priority method"
    " satisfaction findings issue handling closed_at sampled_at assigned_at visited_at raised_at handled_at"
    " next_due_at next_near_at"
    " version updated_at"
)
_DEADLINE = (
    "id rule_id event revisit_id started_at counted_from due_at near_at last_day is_provisional extensions ended_at"
)
_EVENT, _PROVINCE = "REVISIT", "41"
_SINCE = date(2023, 1, 1)
_RATIOS = ((Procedure.ORDINARY, 80), (Procedure.SIMPLE, 40))
_ALWAYS = [PenaltyKind.PRODUCTION_HALT.name, PenaltyKind.CLOSURE.name, PenaltyKind.LICENCE_REVOCATION.name]
_CHINA = ZoneInfo("Asia/Shanghai")
# Who draws, as whom the visitor signs in, and from the cases closed in which month of 2026.
_DRAWERS = (
    (("410302", "JUDICIAL_BUREAU", ""), "county-judicial", 9),
    (("410303", "JUDICIAL_BUREAU", ""), "county-judicial-2", 9),
    (("4103", "JUDICIAL_BUREAU", ""), "city-judicial", 9),
    (("4101", "JUDICIAL_BUREAU", ""), "zhengzhou-judicial", 9),
    (("410302", "DEPARTMENT", "MARKET_REGULATION"), "county-market-legal", 7),
)
# What becomes of one revisit after the other: state, method, satisfaction, findings, issue, handling.
_LIVES = (
    ("DONE", "PHONE", 5, "当事人认可处罚事实和程序。", None, None),
    ("ISSUE_RAISED", "VISIT", 2, "当事人称未当场出示执法证。", "当事人反映检查时未出示执法证件。", None),
    ("ASSIGNED", None, None, None, None, None),
    ("HANDLED", "QUESTIONNAIRE", 3, "当事人对送达时间有意见。", "决定书送达超过七日。", "已约谈承办人并补录送达回证。"),
    ("UNREACHABLE", None, None, "三次拨打电话均无人接听。", None, None),
    ("SAMPLED", None, None, None, None, None),
)
_CLOSED = """
SELECT id, procedure, penalty_kinds, penalty_amount, organization_id, region_code, field, closed_at
FROM enforcement_case WHERE procedure IS NOT NULL AND closed_at >= $1 AND closed_at < $2 AND {remit} ORDER BY id
"""


async def revisit_policies(_: Seeding) -> Tables:
    """The policies of revisits."""
    return [("revisit_policy", _POLICY_COLUMNS, _policy_rows())]


def _policy_rows() -> Iterator[tuple[Any, ...]]:
    """A row of ``_POLICY_COLUMNS`` for each procedure, in force in the whole province."""
    for policy in _policies():
        yield (
            policy.id,
            policy.region_code,
            policy.procedure.name,
            policy.ratio,
            policy.priority_penalties,
            policy.priority_amount,
            policy.legal_basis,
            policy.authority.name,
            policy.valid_from,
            1,
            datetime(2026, 1, 1, tzinfo=UTC),
        )


def _policies() -> Iterator[RevisitPolicy]:
    for procedure, ratio in _RATIOS:
        yield RevisitPolicy(
            id=stable_id("revisit_policy", _PROVINCE, procedure.name),
            region_code=_PROVINCE,
            procedure=procedure,
            ratio=ratio,
            priority_penalties=_ALWAYS,
            priority_amount=Decimal(50_000),
            legal_basis="外地案件回访制度通行比例",
            authority=RuleAuthority.PRACTICE,
            valid_from=_SINCE,
        )


async def revisits(seeding: Seeding) -> Tables:
    """The tables of the samples and of their revisits."""
    samples: list[tuple[Any, ...]] = []
    made: list[tuple[Any, ...]] = []
    deadlines: list[tuple[Any, ...]] = []
    rule = next(row for row in rows("deadline_rules.csv") if row["event"] == _EVENT)
    period, calendar = Period(int(rule["length"]), DeadlineUnit[rule["unit"]]), known_calendar()
    for (region, kind, field), persona, month in _DRAWERS:
        since, until = date(2026, month, 1), date(2026, month + 1, 1) - timedelta(days=1)
        first, last, drawn_at = (
            datetime.combine(day, at, _CHINA).astimezone(UTC)
            for day, at in (
                (since, time()),
                (until + timedelta(days=1), time()),
                (until + timedelta(days=2), time(9)),
            )
        )
        drawer = organization_id(region, kind, field)
        remit, value = ("left(region_code, 6) = $3", region) if not field else ("organization_id = $3", drawer)
        closed = await seeding.connection.fetch(_CLOSED.format(remit=remit), first, last, value)
        seed = f"{region}-2026-{month:02d}"
        cases = [_Closed(row) for row in closed]
        drawn = [
            each
            for policy in _policies()
            for each in draw([case for case in cases if case["procedure"] == policy.procedure.name], policy, seed)
        ]
        sample = stable_id("revisit_sample", seed, field)
        versioned = (1, drawn_at)
        samples.append(
            (sample, drawer, region, field or None, since, until, seed, len(cases), len(drawn), drawn_at, *versioned)
        )
        for place, (case, is_always) in enumerate(drawn):
            state, method, satisfaction, findings, issue, handling = _LIVES[place % len(_LIVES)]
            key = stable_id("case_revisit", str(case.id))
            due = period.from_moment(case["closed_at"], calendar)
            near_at = due.at - timedelta(days=int(rule["near_days"]))
            assigned, visited, raised, handled = (
                drawn_at + timedelta(days=days) if is_so else None
                for days, is_so in (
                    (1, state != "SAMPLED"),
                    (4, findings is not None),
                    (4, issue is not None),
                    (9, handling is not None),
                )
            )
            made.append(
                (
                    key,
                    sample,
                    case.id,
                    state,
                    case["organization_id"],
                    case["region_code"],
                    case["field"],
                    drawer,
                    stable_id("account", persona) if assigned else None,
                    is_always,
                    method,
                    satisfaction,
                    findings,
                    issue,
                    handling,
                    case["closed_at"],
                    drawn_at,
                    assigned,
                    visited,
                    raised,
                    handled,
                    None if visited else due.at,
                    None if visited else near_at,
                    *versioned,
                )
            )
            deadlines.append(
                (
                    stable_id("revisit_deadline", str(case.id)),
                    rule_id(_EVENT),
                    _EVENT,
                    key,
                    drawn_at,
                    case["closed_at"],
                    due.at,
                    near_at,
                    due.last_day,
                    due.is_provisional,
                    0,
                    visited,
                )
            )
    return [
        ("revisit_sample", _SAMPLE, samples),
        ("case_revisit", _REVISIT, made),
        ("deadline", _DEADLINE, deadlines),
    ]


class _Closed(dict[str, Any]):
    """A closed case as the drawing reads it."""

    def __getattr__(self, name: str) -> Any:
        return self[name]
