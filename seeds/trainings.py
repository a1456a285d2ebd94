"""Trainings of Luoyang's bodies and of a neighbour: one completed this year with its attendance, one planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from seeds.batch import Seeding, Tables, versioned
from seeds.organizations import organization_id, stable_id

_TRAINING_COLUMNS = "id title organization_id region_code field year audience required_hours state"
_SESSION_COLUMNS = "training_id number subject held_on hours lecturer venue"
_ATTENDANCE_COLUMNS = "id training_id session_number officer_id organization_id region_code field subject held_on hours"
_Body = tuple[str, str, str]
_MARKET, _HEALTH = ("DEPARTMENT", "MARKET_REGULATION"), ("DEPARTMENT", "HEALTH")
_COUNTY = "410302"
# Who holds one, and whose officers attend it.
_HELD: dict[_Body, list[_Body]] = {
    ("4103", "JUDICIAL_BUREAU", ""): [
        ("4103", "JUDICIAL_BUREAU", ""),
        ("4103", *_MARKET),
        (_COUNTY, "JUDICIAL_BUREAU", ""),
        ("410303", "JUDICIAL_BUREAU", ""),
    ],
    (_COUNTY, "JUDICIAL_BUREAU", ""): [
        (_COUNTY, *_MARKET),
        (_COUNTY, *_HEALTH),
        (_COUNTY, "VERTICAL", "TAX"),
        (_COUNTY, "POLICE", "PUBLIC_SECURITY"),
        (f"{_COUNTY}001", "TOWNSHIP_GOVERNMENT", ""),
        (f"{_COUNTY}002", "TOWNSHIP_GOVERNMENT", ""),
    ],
    ("410303", "JUDICIAL_BUREAU", ""): [("410303", *_MARKET), ("410303", *_HEALTH)],
    ("4101", "JUDICIAL_BUREAU", ""): [("4101", "JUDICIAL_BUREAU", ""), ("4101", *_MARKET)],
    ("4103", *_MARKET): [("4103", *_MARKET)],
    (_COUNTY, *_MARKET): [(_COUNTY, *_MARKET)],
    (_COUNTY, "VERTICAL", "TAX"): [(_COUNTY, "VERTICAL", "TAX")],
    (f"{_COUNTY}001", "TOWNSHIP_GOVERNMENT", ""): [(f"{_COUNTY}001", "TOWNSHIP_GOVERNMENT", "")],
}
_YEAR = 2026
_SESSIONS = (
    ("行政处罚法与行政执法监督条例", date(_YEAR, 4, 15), 8, "省司法厅行政执法协调监督处"),
    ("执法文书制作与案卷评查", date(_YEAR, 9, 16), 4, None),
)
_ATTENDING = 3


async def trainings(_: Seeding) -> Tables:
    """Trainings with sessions and attendance."""
    return [
        versioned("training", _TRAINING_COLUMNS, _trainings()),
        ("training_session", _SESSION_COLUMNS, _sessions()),
        versioned("training_attendance", _ATTENDANCE_COLUMNS, _attendances()),
    ]


def _trainings() -> Iterator[tuple[Any, ...]]:
    """A row of ``_TRAINING_COLUMNS`` for each training."""
    for body in _HELD:
        region, kind, field = body
        audience = "监督人员和所辖执法人员" if kind == "JUDICIAL_BUREAU" else "本单位执法人员"
        for year, state in ((_YEAR, "COMPLETED"), (_YEAR + 1, "PLANNED")):
            organizer = organization_id(region, kind, field)
            title = f"{year}年行政执法人员培训"
            yield _key(body, year), title, organizer, region, field or None, year, audience, 12, state


def _sessions() -> Iterator[tuple[Any, ...]]:
    """A row of ``_SESSION_COLUMNS`` for each session of those that were held."""
    for body in _HELD:
        for number, (subject, held_on, hours, lecturer) in enumerate(_SESSIONS, start=1):
            yield _key(body, _YEAR), number, subject, held_on, hours, lecturer, "本单位会议室"


def _attendances() -> Iterator[tuple[Any, ...]]:
    """A row of ``_ATTENDANCE_COLUMNS`` for each officer at each session; the last of three missed the second."""
    for body, attending in _HELD.items():
        for region, kind, field in attending:
            of = organization_id(region, kind, field)
            for place in range(_ATTENDING):
                officer = stable_id("officer", str(of), str(place))
                for number, (subject, held_on, hours, _) in enumerate(_SESSIONS[: 2 if place < 2 else 1], start=1):
                    key = stable_id("training_attendance", str(_key(body, _YEAR)), str(number), str(officer))
                    session = _key(body, _YEAR), number
                    yield key, *session, officer, of, region, field or None, subject, held_on, hours


def _key(body: _Body, year: int) -> Any:
    return stable_id("training", *body, str(year))
