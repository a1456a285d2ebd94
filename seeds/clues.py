"""Clues of Luoyang in every state, made up, from every kind of channel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.counting import Period
from models.deadline_terms import DeadlineUnit
from models.secrets import Cipher
from seeds.batch import Seeding, Tables, versioned
from seeds.calendar import known_calendar
from seeds.deadlines import rule_id
from seeds.organizations import organization_id, rows, stable_id

_CLUE_COLUMNS = (
    "id state source content region_code bureau_id concerned_id informant_name informant_phone is_complaint receipt"
    " assignee_id assignee_region_code assignee_field transferee_id transferee_region_code transferee_field"
    " finding finding_report reply is_suspended suspension_reason received_at screened_at assigned_at"
    " finding_reported_at confirmed_at disposed_at closed_at next_due_at next_near_at"
)
_DEADLINE_COLUMNS = (
    "id rule_id event clue_id started_at due_at near_at last_day is_provisional extensions suspended_at reason ended_at"
)
_EVENT = "ANSWER_CLUE"
_STEPS = ("RECEIVED", "SCREENED", "ASSIGNED", "VERIFYING", "SUBSTANTIATED", "REPLIED", "CLOSED")
# How many days after its receipt each moment of a clue was, and from which step on.
_MOMENTS = {
    "screened_at": (1, "SCREENED"),
    "assigned_at": (2, "ASSIGNED"),
    "finding_reported_at": (7, "SUBSTANTIATED"),
    "confirmed_at": (8, "SUBSTANTIATED"),
    "disposed_at": (9, "REPLIED"),
    "closed_at": (10, "CLOSED"),
}
_ENDED_EARLY = {"REJECTED", "TRANSFERRED"}
_CHINA = ZoneInfo("Asia/Shanghai")


async def clues(seeding: Seeding) -> Tables:
    """A few clues of every state, with their deadlines."""
    if seeding.cipher is None:
        return []
    made = list(_clues(seeding.cipher))
    return [
        versioned("clue", _CLUE_COLUMNS, (clue for clue, _ in made)),
        ("deadline", _DEADLINE_COLUMNS, (deadline for _, deadline in made)),
    ]


def _clues(cipher: Cipher) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """A row of ``_CLUE_COLUMNS`` and one of ``_DEADLINE_COLUMNS`` for each clue."""
    rule = next(row for row in rows("deadline_rules.csv") if row["event"] == _EVENT)
    period = Period(int(rule["length"]), DeadlineUnit[rule["unit"]], rule["rolls_over"] == "yes")
    calendar = known_calendar()
    for row in rows("clues.csv"):
        received = datetime.fromisoformat(f"{row['received']}T09:30:00").replace(tzinfo=_CHINA).astimezone(UTC)
        due = period.from_moment(received, calendar)
        near_at = due.at - timedelta(days=int(rule["near_days"]))
        moments = _moments(row["state"], received)
        is_open = moments["disposed_at"] is None and not row["suspended"]
        key = stable_id("clue", row["key"])
        yield (
            (
                key,
                row["state"],
                row["source"],
                row["content"],
                row["region"],
                organization_id(row["region"][:6], "JUDICIAL_BUREAU"),
                organization_id(*row["concerned"].split()),
                row["informant"] or None,
                cipher.encrypt(row["phone"], "informant_phone") if row["phone"] else None,
                bool(row["receipt"]),
                row["receipt"] or None,
                *_side(row["organ"] if row["state"] != "TRANSFERRED" else ""),
                *_side(row["organ"] if row["state"] == "TRANSFERRED" else ""),
                row["finding"] or None,
                "经调阅案卷、询问当事人，情况如上。" if row["finding"] else None,
                row["reply"] or None,
                bool(row["suspended"]),
                row["suspended"] or None,
                received,
                *moments.values(),
                due.at if is_open else None,
                near_at if is_open else None,
            ),
            (
                stable_id("clue_deadline", row["key"]),
                rule_id(_EVENT),
                _EVENT,
                key,
                received,
                due.at,
                near_at,
                due.last_day,
                due.is_provisional,
                0,
                received + timedelta(hours=1) if row["suspended"] else None,
                row["suspended"] or None,
                moments["disposed_at"],
            ),
        )


def _moments(state: str, received: datetime) -> dict[str, datetime | None]:
    step = _STEPS.index(state) if state in _STEPS else 0
    found = {
        name: received + timedelta(days=days) if step >= _STEPS.index(since) else None
        for name, (days, since) in _MOMENTS.items()
    }
    if state in _ENDED_EARLY:
        found["disposed_at"] = received + timedelta(days=2)
    return found


def _side(organ: str) -> tuple[Any, Any, Any]:
    if not organ:
        return None, None, None
    region, _, *field = organ.split()
    return organization_id(*organ.split()), region, field[0] if field else None
