"""Questionnaires, contact points and the visits to them: few, so that everyone concerned has something to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from stdnum.cn import uscc

from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, rows, stable_id

_QUESTIONNAIRE_COLUMNS = (
    "id code edition predecessor_id title introduction purpose is_anonymous organization_id region_code state"
    " created_at published_at closed_at answered worst_field"
)
_QUESTION_COLUMNS = (
    "questionnaire_id position kind text options fields least most is_required depends_on depends_on_options"
)
_RESULT_COLUMNS = "questionnaire_id question option label field answers"
_INVITATION_COLUMNS = "id questionnaire_id account_id invited_name organization_id region_code state invited_at"
_RESPONSE_COLUMNS = "id questionnaire_id organization_id region_code respondent_id invitation_id answered_at is_sealed"
_ANSWER_COLUMNS = "response_id question options number text"
_POINT_COLUMNS = (
    "id organization_id region_code account_id credit_code name scale ownership is_above_designated_size state"
    " nominated_on designated_on reason"
)
_VISIT_COLUMNS = (
    "id contact_point_id organization_id region_code account_id method visited_on findings satisfaction response_id"
    " recorded_at"
)
_PROBLEM_COLUMNS = "visit_id position text field"
_SUPERVISOR_COLUMNS = (
    "id account_id organization_id region_code name category work_unit is_business_environment_supervisor application"
    " state applied_on review_opinion term_from term_to dismissal_reason"
)
_REPORT_COLUMNS = (
    "id supervisor_id account_id organization_id region_code concerned_id observed_on content state submitted_at"
    " handling handled_at"
)
_FINDING_COLUMNS = "report_id position text field"
_TARGET_COLUMNS = "id region_code category number legal_basis authority valid_from"
_LIMIT_COLUMNS = "id region_code least most legal_basis authority valid_from"
_PROVINCE = "41"
_LOGIN = "enterprise"
_DRAFTED = datetime(2026, 1, 10, 9, tzinfo=UTC)
_PUBLISHED = datetime(2026, 2, 1, 9, tzinfo=UTC)
_CLOSED = datetime(2026, 2, 20, 9, tzinfo=UTC)
_ANSWERED = datetime(2026, 3, 12, 3, tzinfo=UTC)
_NOMINATED, _DESIGNATED = date(2026, 1, 15), date(2026, 2, 10)
# How many named each option of a poll that is closed.
_AIMED_AT = ("PRIVATE_ENTERPRISE", "ABOVE_SCALE_ENTERPRISE", "SOLE_TRADER")
_COUNTS = (9, 17, 6, 5, 2, 7)
# What was answered: of which questionnaire, under which name, the answers by question.
_ANSWERS: dict[tuple[str, str], dict[int, Any]] = {
    ("visit", _LOGIN): {1: 4, 2: 3, 3: [1], 4: [1, 3], 5: "建议合并检查事项"},
    ("survey", "1"): {1: 5, 2: "公开检查计划"},
    ("poll-2026", "1"): {1: [2], 2: [1, 2]},
    ("poll-2026", "2"): {1: [3]},
    ("poll-2026", "3"): {1: [2]},
}


async def visit_limits(_: Seeding) -> Tables:
    """The limit of visits to contact points: once or twice a year, as the plan says."""
    basis = "洛阳市行政执法协调监督工作体系建设试点方案：每年走访一至二次"
    limit = (stable_id("contact_visit_limit", _PROVINCE), _PROVINCE, 1, 2, basis, "PLAN", date(2023, 1, 1))
    return [versioned("contact_visit_limit", _LIMIT_COLUMNS, [limit])]


async def society(_: Seeding) -> Tables:
    """The tables with their columns and rows, wholes before their parts."""
    forms = {row["key"]: row for row in rows("questionnaires.csv")}
    return [
        ("questionnaire", f"{_QUESTIONNAIRE_COLUMNS} version updated_at", [*map(_questionnaire, forms.values())]),
        ("question", _QUESTION_COLUMNS, [*map(_question, rows("questions.csv"))]),
        ("questionnaire_result", _RESULT_COLUMNS, [*_results()]),
        ("questionnaire_invitation", f"{_INVITATION_COLUMNS} version updated_at", [*_invitations()]),
        ("questionnaire_response", _RESPONSE_COLUMNS, [*_responses(forms)]),
        ("answer", _ANSWER_COLUMNS, [*_answers()]),
        ("contact_point", f"{_POINT_COLUMNS} version updated_at", [*map(_point, rows("contact_points.csv"))]),
        ("contact_visit", _VISIT_COLUMNS, [*map(_visit, rows("contact_visits.csv"))]),
        ("visit_problem", _PROBLEM_COLUMNS, [*_problems()]),
        ("invited_supervisor", f"{_SUPERVISOR_COLUMNS} version updated_at", [*map(_supervisor, _supervisors())]),
        ("supervisor_report", f"{_REPORT_COLUMNS} version updated_at", [*map(_report, rows("supervisor_reports.csv"))]),
        ("report_finding", _FINDING_COLUMNS, [*_findings()]),
        ("supervisor_target", f"{_TARGET_COLUMNS} version updated_at", [*_targets()]),
    ]


def _questionnaire(row: dict[str, str]) -> tuple[Any, ...]:
    return (
        stable_id("questionnaire", row["key"]),
        row["code"],
        int(row["edition"]),
        stable_id("questionnaire", row["predecessor"]) if row["predecessor"] else None,
        row["title"],
        row["introduction"] or None,
        row["purpose"],
        row["anonymous"] == "yes",
        organization_id(row["region"], "JUDICIAL_BUREAU"),
        row["region"],
        row["state"],
        _DRAFTED,
        None if row["state"] == "DRAFT" else _PUBLISHED,
        _CLOSED if row["state"] == "CLOSED" else None,
        _number(row["answered"]),
        row["worst_field"] or None,
        1,
        _PUBLISHED,
    )


def _question(row: dict[str, str]) -> tuple[Any, ...]:
    return (
        stable_id("questionnaire", row["key"]),
        int(row["position"]),
        row["kind"],
        row["text"],
        _list(row["options"]),
        _list(row["fields"]),
        _number(row["least"]),
        _number(row["most"]),
        row["required"] == "yes",
        _number(row["depends_on"]),
        [int(each) for each in _list(row["depends_on_options"])],
    )


def _results() -> Iterator[tuple[Any, ...]]:
    (poll,) = [row for row in rows("questions.csv") if row["key"] == "poll-2025"]
    counted = zip(_list(poll["options"]), _list(poll["fields"]), _COUNTS, strict=True)
    for option, (label, field, answers) in enumerate(counted, start=1):
        yield stable_id("questionnaire", "poll-2025"), 1, option, label, field, answers


def _invitations() -> Iterator[tuple[Any, ...]]:
    bureau = organization_id("410302", "JUDICIAL_BUREAU")
    for key, state in (("visit", "ANSWERED"), ("survey", "INVITED")):
        yield (
            stable_id("questionnaire_invitation", key, _LOGIN),
            stable_id("questionnaire", key),
            stable_id("account", _LOGIN),
            "洛阳古都食品有限公司",
            bureau,
            "410302",
            state,
            _PUBLISHED,
            1,
            _PUBLISHED,
        )


def _responses(forms: dict[str, dict[str, str]]) -> Iterator[tuple[Any, ...]]:
    for key, name in _ANSWERS:
        region = forms[key]["region"]
        known = (stable_id("account", name), stable_id("questionnaire_invitation", key, name), _ANSWERED)
        yield (
            stable_id("questionnaire_response", key, name),
            stable_id("questionnaire", key),
            organization_id(region, "JUDICIAL_BUREAU"),
            region,
            *(known if name == _LOGIN else (None, None, None)),
            name != _LOGIN,
        )


def _answers() -> Iterator[tuple[Any, ...]]:
    for (key, name), answers in _ANSWERS.items():
        for question, answer in answers.items():
            yield (
                stable_id("questionnaire_response", key, name),
                question,
                answer if isinstance(answer, list) else [],
                answer if isinstance(answer, int) else None,
                answer if isinstance(answer, str) else None,
            )


def _point(row: dict[str, str]) -> tuple[Any, ...]:
    designated = row["state"] != "NOMINATED"
    return (
        stable_id("contact_point", row["name"]),
        organization_id(row["bureau"], "JUDICIAL_BUREAU"),
        row["region"],
        stable_id("account", row["login"]) if row["login"] else None,
        _credit_code(row["region"], row["name"]),
        row["name"],
        row["scale"],
        row["ownership"],
        row["above_size"] == "yes",
        row["state"],
        _NOMINATED,
        _DESIGNATED if designated else None,
        "企业搬迁" if row["state"] in ("SUSPENDED", "WITHDRAWN") else None,
        1,
        _PUBLISHED,
    )


def _visit(row: dict[str, str]) -> tuple[Any, ...]:
    point = _points()[row["point"]]
    return (
        _visit_id(row),
        stable_id("contact_point", row["point"]),
        organization_id(point["bureau"], "JUDICIAL_BUREAU"),
        point["region"],
        stable_id("account", point["login"]) if point["login"] else None,
        row["method"],
        date.fromisoformat(row["visited_on"]),
        row["findings"],
        int(row["satisfaction"]),
        stable_id("questionnaire_response", "visit", row["response"]) if row["response"] else None,
        datetime.fromisoformat(f"{row['visited_on']}T17:00:00+08:00"),
    )


def _problems() -> Iterator[tuple[Any, ...]]:
    for row in rows("contact_visits.csv"):
        if row["problem"]:
            yield _visit_id(row), 1, row["problem"], row["field"]


def _supervisors() -> list[dict[str, str]]:
    return rows("invited_supervisors.csv")


def _supervisor(row: dict[str, str]) -> tuple[Any, ...]:
    serves = bool(row["term_to"])
    return (
        stable_id("invited_supervisor", row["name"]),
        stable_id("account", row["login"]),
        organization_id(row["region"], "JUDICIAL_BUREAU"),
        row["region"],
        row["name"],
        row["category"],
        row["work_unit"],
        row["business_environment"] == "yes",
        "愿意参与行政执法监督",
        row["state"],
        _NOMINATED,
        None if row["state"] == "APPLIED" else "符合条件",
        date.fromisoformat(row["term_from"]) if serves else None,
        date.fromisoformat(row["term_to"]) if serves else None,
        "本人申请" if row["state"] == "DISMISSED" else None,
        1,
        _PUBLISHED,
    )


def _report(row: dict[str, str]) -> tuple[Any, ...]:
    (author,) = [each for each in _supervisors() if each["name"] == row["name"]]
    observed = date.fromisoformat(row["observed_on"])
    submitted = datetime.fromisoformat(f"{row['observed_on']}T18:00:00+08:00")
    return (
        stable_id("supervisor_report", row["name"], row["observed_on"]),
        stable_id("invited_supervisor", row["name"]),
        stable_id("account", author["login"]),
        organization_id(author["region"], "JUDICIAL_BUREAU"),
        author["region"],
        organization_id(author["region"], "DEPARTMENT", row["field"]),
        observed,
        row["content"],
        "HANDLED" if row["handling"] else "SUBMITTED",
        submitted,
        row["handling"] or None,
        submitted if row["handling"] else None,
        1,
        _PUBLISHED,
    )


def _findings() -> Iterator[tuple[Any, ...]]:
    for row in rows("supervisor_reports.csv"):
        yield stable_id("supervisor_report", row["name"], row["observed_on"]), 1, row["finding"], row["field"]


def _targets() -> Iterator[tuple[Any, ...]]:
    for region, numbers in (("4103", (3, 3, 2)), ("410302", (1, 1, 1))):
        for category, number in zip(_AIMED_AT, numbers, strict=True):
            key = stable_id("supervisor_target", region, category)
            yield key, region, category, number, "洛阳市试点方案：合理确定数量和结构", "PLAN", _NOMINATED, 1, _PUBLISHED


def _visit_id(row: dict[str, str]) -> UUID:
    return stable_id("contact_visit", row["point"], row["visited_on"])


def _points() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in rows("contact_points.csv")}


def _credit_code(region: str, name: str) -> str:
    digest = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
    code = f"91{region[:6]:0<6}MA{digest % 10**7:07d}"
    return code + str(uscc.calc_check_digit(code))


def _list(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
