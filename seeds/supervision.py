"""Examples of supervision in Luoyang, few and for development only: one matter in most of the states of its life."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from models.counting import Period, WorkingCalendar
from models.deadline_terms import DeadlineUnit
from seeds.batch import Seeding, Tables
from seeds.deadlines import rule_id
from seeds.duties import CERTIFICATE_COLUMNS
from seeds.organizations import organization_id, organizations, rows, stable_id

_MATTER = (
    "id number state mode content origin power subject facts body_id body_region_code body_field organization_id"
    " unit_id region_code field recommender_id informed_id reviewer_id is_appealed is_referred objection"
    " conclusion registered_at filed_at notified_at explained_at opinion_issued_at reported_at verified_at decided_at"
    " ended_at informed_at next_due_at next_near_at version updated_at"
)
_DOCUMENT = (
    "id matter_id type effect number issuer_id issuer_region_code issuer_field organization_id region_code field"
    " content issued_on due_on reply replied_at version updated_at"
)
_RECORD = (
    "id matter_id measure organization_id region_code field body_id body_region_code body_field reason points"
    " decided_on version updated_at"
)
_DEADLINE = "id rule_id event matter_id started_at due_at near_at last_day is_provisional extensions suspended_at"
# How many days after its registration a matter came so far, in the order of its life, and where it leads from there.
_DAYS = {
    "filed": 2,
    "notified": 4,
    "explained": 14,
    "opinion_issued": 21,
    "objected": 26,
    "reported": 45,
    "verified": 52,
    "decided": 60,
    "ended": 75,
}
_STEPS = {
    "REGISTERED": (),
    "FILED": ("filed",),
    "NOTIFIED": ("filed", "notified"),
    "EXPLAINED": ("filed", "notified", "explained"),
    "INVESTIGATED": ("filed", "notified", "explained"),
    "OPINION_ISSUED": ("filed", "notified", "explained", "opinion_issued"),
    "RECTIFYING": ("filed", "notified", "explained", "opinion_issued"),
    "OBJECTED": ("filed", "notified", "explained", "opinion_issued", "objected"),
    "DECISION_ISSUED": ("filed", "notified", "explained", "opinion_issued", "decided"),
    "EXECUTED": ("filed", "notified", "explained", "opinion_issued", "decided"),
    "VERIFIED": ("filed", "notified", "explained", "opinion_issued", "reported", "verified"),
    "CLOSED": ("filed", "notified", "explained", "opinion_issued", "reported", "verified", "ended"),
    "TERMINATED": ("filed", "notified", "explained", "ended"),
}
# The clocks of each state: event, and with which steps it started and was suspended.
_CLOCKS = {
    "NOTIFIED": (("EXPLAIN_NOTICE", "notified", None),),
    **dict.fromkeys(("OPINION_ISSUED", "RECTIFYING"), (("RECTIFY", "opinion_issued", None),)),
    "OBJECTED": (("RECTIFY", "opinion_issued", "objected"), ("REVIEW_OBJECTION", "objected", None)),
}
_SERIES = {"NOTICE": "监通字", "OPINION": "监意字", "SUGGESTION": "监建字", "DECISION": "监决字", None: "监案字"}
# Measure, on which matter, and points.
_HELD = (
    ("INTERVIEW", "closed", 1),
    ("BULLETIN", "closed", 2),
    ("BULLETIN", "decided", 3),
    ("INTERVIEW", "opinion", 1),
)
# The document with each effect, and with which step of a matter it was issued.
_ISSUED = {
    "INQUIRE": ("NOTICE", "notified"),
    "ADVISE": ("NOTICE", "explained"),
    "CORRECT": ("OPINION", "opinion_issued"),
    "ORDER": ("DECISION", "decided"),
}
_RULES = "SELECT * FROM deadline_rule WHERE event IN ('EXPLAIN_NOTICE', 'RECTIFY', 'REVIEW_OBJECTION')"


@dataclass
class _Examples:
    calendar: WorkingCalendar
    rules: dict[str, Any]
    names: dict[UUID, str]
    superiors: dict[UUID, UUID | None]
    last: Counter[tuple[UUID, str]] = field(default_factory=Counter)

    def number(self, body: UUID, type_: str | None) -> str:
        series = _SERIES[type_]
        self.last[body, series] += 1
        return f"{self.names[body]}{series}〔2026〕{self.last[body, series]}号"

    def due(self, event: str, start: date) -> tuple[datetime, datetime, date | None, bool]:
        rule = self.rules[event]
        due = Period(rule["length"], DeadlineUnit[rule["unit"]], rule["rolls_over"]).from_day(start, self.calendar)
        return due.at, due.at - timedelta(days=rule["near_days"]), due.last_day, due.is_provisional


async def supervision(seeding: Seeding) -> Tables:
    """The rows of every table that the examples have a part in."""
    connection, bodies = seeding.connection, list(organizations())
    examples = _Examples(
        WorkingCalendar(
            {row["day"]: row["is_working"] for row in await connection.fetch("SELECT * FROM calendar_day")},
            frozenset(row["year"] for row in await connection.fetch("SELECT year FROM calendar_year")),
        ),
        {row["event"]: row for row in await connection.fetch(_RULES)},
        {body.id: body.name for body in bodies},
        {body.id: body.superior_id for body in bodies},
    )
    matters: list[tuple[Any, ...]] = []
    documents: list[tuple[Any, ...]] = []
    deadlines: list[tuple[Any, ...]] = []
    supervisors: list[tuple[Any, ...]] = []
    for row in sorted(rows("supervision_matters.csv"), key=lambda row: row["registered_on"]):
        matter = _Matter(row, examples)
        matters.append(matter.row())
        documents += matter.documents()
        deadlines += matter.deadlines()
        supervisors += [(matter.id, officer) for officer in matter.supervisors()]
    named = await connection.fetch("SELECT id, name FROM officer WHERE id = ANY($1)", [each for _, each in supervisors])
    names = {row["id"]: row["name"] for row in named}
    records = [_record(*held) for held in _HELD]
    series = [(body, name, 2026, last) for (body, name), last in examples.last.items()]
    return [
        ("certificate", f"{CERTIFICATE_COLUMNS} version updated_at", list(_guides())),
        ("supervision_matter", _MATTER, matters),
        (
            "matter_supervisor",
            "matter_id officer_id name",
            [(matter_id, officer, names[officer]) for matter_id, officer in supervisors],
        ),
        ("supervision_document", _DOCUMENT, documents),
        ("accountability_record", _RECORD, records),
        ("deadline", _DEADLINE, deadlines),
        ("number_series", "organization_id series year last", series),
    ]


def _guides() -> Iterator[tuple[Any, ...]]:
    # Two of the city's market department hold a supervision certificate, too, for what its legal unit guides.
    department = organization_id("4103", "DEPARTMENT", "MARKET_REGULATION")
    for place in ("0", "1"):
        officer = stable_id("officer", str(department), place)
        since = datetime(2026, 1, 1, tzinfo=UTC)
        yield (
            *(stable_id("certificate", str(officer), "SUPERVISION"), officer, department, "4103", "MARKET_REGULATION"),
            *("SUPERVISION", f"ZJD16410300{place}", "VALID", date(2024, 1, 1), date(2030, 12, 31), 1, since),
        )


class _Matter:
    def __init__(self, row: dict[str, str], examples: _Examples) -> None:
        self._row, self._examples = row, examples
        self.id = stable_id("supervision_matter", row["name"])
        self.body = organization_id(row["body_region"], row["body_kind"], row["body_field"])
        self.organ = organization_id(row["region"], row["kind"], row["field"])
        self.state = row["state"]
        self.at = {step: self._moment(_DAYS[step]) for step in _STEPS[self.state]}
        self.informed = examples.superiors[self.organ] if row["name"] == "informed" else None
        self.number = examples.number(self.body, None)

    def _moment(self, days: int) -> datetime:
        day = date.fromisoformat(self._row["registered_on"]) + timedelta(days=days)
        return datetime.combine(day, time(2), UTC)

    def _clocks(self) -> Iterator[tuple[str, datetime, datetime | None]]:
        """Each clock's event, and when it was started and suspended."""
        for event, started, suspended in _CLOCKS.get(self.state, ()):
            yield event, self.at[started], self.at[suspended] if suspended else None

    def row(self) -> tuple[Any, ...]:
        row, is_vertical = self._row, self._row["kind"] == "VERTICAL"
        power = "INFORM" if is_vertical else "GUIDE" if row["body_kind"] == "LEGAL_UNIT" else "ORDER"
        office = organization_id(row["region"], "JUDICIAL_OFFICE")
        running = [self._examples.due(event, since.date()) for event, since, stopped in self._clocks() if not stopped]
        due_at, near_at, *_ = running[0] if running else (None, None)
        is_objected = self.state == "OBJECTED"
        steps = [self.at.get(step) for step in _DAYS if step != "objected"]
        return (
            *(self.id, self.number, self.state, row["mode"], row["content"], row["origin"], power, row["subject"]),
            f"示例：{row['subject']}",
            *(self.body, row["body_region"], row["body_field"] or None),
            *(self.organ, self.organ, row["region"], row["field"] or None),
            *(office if row["origin"] == "RECOMMENDATION" else None, self.informed, self.body if is_objected else None),
            *(False, False, "示例：告知书已载明听证权利" if is_objected else None),
            "示例：已自行纠正" if self.state == "TERMINATED" else None,
            *(self._moment(0), *steps, self.at["explained"] if self.informed else None),
            *(due_at, near_at, 1, self._moment(0)),
        )

    def supervisors(self) -> Iterator[UUID]:
        department = organization_id(self._row["body_region"], "DEPARTMENT", self._row["body_field"])
        body = department if self._row["body_kind"] == "LEGAL_UNIT" else self.body
        if self.state != "REGISTERED":
            yield from (stable_id("officer", str(body), place) for place in ("0", "1"))

    def deadlines(self) -> Iterator[tuple[Any, ...]]:
        for place, (event, since, suspended_at) in enumerate(self._clocks()):
            # The first has the key that it had when it was the only one.
            key = stable_id("deadline", str(self.id), *([event] if place else []))
            due = self._examples.due(event, since.date())
            yield key, rule_id(event), event, self.id, since, *due, 0, suspended_at

    def documents(self) -> Iterator[tuple[Any, ...]]:
        if "notified" in self.at:
            due = self._examples.due("EXPLAIN_NOTICE", self.at["notified"].date())
            text = f"请就{self._row['subject']}说明情况"
            yield self._document("INQUIRE", text, due[2], self.at.get("explained"))
        if "opinion_issued" in self.at:
            due = self._examples.due("RECTIFY", self.at["opinion_issued"].date())
            text = f"请纠正{self._row['subject']}的问题"
            yield self._document("CORRECT", text, due[2], self.at.get("reported"))
        if "decided" in self.at:
            executed = self.at["decided"] + timedelta(days=20) if self.state == "EXECUTED" else None
            due_on = self.at["decided"].date() + timedelta(days=30)
            yield self._document("ORDER", f"责令改正{self._row['subject']}", due_on, executed)
        if self.informed is not None:
            yield self._document("ADVISE", f"现将{self._row['subject']}的情况告知你单位", None, None)

    def _document(self, effect: str, text: str, due_on: date | None, replied_at: datetime | None) -> tuple[Any, ...]:
        row, is_to_superior, (type_, step) = self._row, effect == "ADVISE", _ISSUED[effect]
        return (
            stable_id("supervision_document", str(self.id), effect),
            *(self.id, type_, effect, self._examples.number(self.body, type_)),
            *(self.body, row["body_region"], row["body_field"] or None),
            self.informed if is_to_superior else self.organ,
            row["region"][:4] if is_to_superior else row["region"],
            *(row["field"] or None, text, self.at[step].date(), due_on),
            *("示例：已处理" if replied_at else None, replied_at, 1, self.at[step]),
        )


def _record(measure: str, name: str, points: int) -> tuple[Any, ...]:
    row = next(row for row in rows("supervision_matters.csv") if row["name"] == name)
    day = date.fromisoformat(row["registered_on"]) + timedelta(days=_DAYS["opinion_issued"])
    return (
        stable_id("accountability_record", name, measure),
        stable_id("supervision_matter", name),
        measure,
        *(organization_id(row["region"], row["kind"], row["field"]), row["region"], row["field"] or None),
        *(organization_id(row["body_region"], row["body_kind"], row["body_field"]), row["body_region"]),
        *(row["body_field"] or None, f"示例：{row['subject']}", points, day, 1),
        datetime.combine(day, time(2), UTC),
    )
