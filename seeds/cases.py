"""Demonstration cases of any number: made by a few statements, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice, product
from operator import mul
from pathlib import Path
from typing import Any

from stdnum.cn import uscc

from models.counting import Period, WorkingCalendar
from models.deadline_terms import DeadlineUnit
from models.secrets import Cipher

MOST_CASES = 10_000_000
# The function of the index of words, which words.sql stands in for.
WORDS_OF_CASE = "enforcement_case_words"
# Processes besides the session's own that make the index of words.  Where there is one, each sorts what it gathers in
# the caches of a core; without, one process keeps all words in a tree that outgrows them.
WORKERS_OF_WORDS = 1
UNTIL = date(2026, 11, 1)
# Of every session that makes cases.  Days are added in UTC, whatever the server's time zone.  What an index is
# sorted in fits the caches of a core, which costs a third less than one run in memory.  Each session reads the tables
# by itself, since to be handed them by other processes costs more.
SETTINGS = {
    "timezone": "UTC",
    "jit": "off",
    "synchronous_commit": "off",
    "work_mem": "128MB",
    "maintenance_work_mem": "8MB",
    "effective_io_concurrency": "0",
    "maintenance_io_concurrency": "0",
    "temp_buffers": "64MB",
}
_LARGEST_PART = 40_000
_PEOPLE = 997
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_TRADES = ("食品", "商贸", "建材", "餐饮", "物流", "药房", "农业", "环保", "文化", "机械")
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# The deadlines that cases.sql starts, and the days before and after the last registration on which it may.
_EVENTS = (
    "DECIDE_PENALTY",
    "SERVE_DECISION",
    "ACCEPT_LICENCE_APPLICATION",
    "DECIDE_LICENCE",
    "SEIZURE",
    "TRANSFER_ANSWER",
    "RETURN_TRANSFER_RESULT",
    "ACCEPT_DISPUTE",
    "COORDINATE_DISPUTE",
    "LINKED_INSPECTION",
    "LICENCE_PROPOSAL_ANSWER",
)
_STARTS = range(-740, 60)


@dataclass(frozen=True)
class Plan:
    """Which cases to make: ``count`` of them, the latest registered on ``until``; another seed makes others.

    ``part_size`` cases are made in one transaction; fewer altogether are added without taking the indexes away.
    It changes no case, so plans that differ in nothing else are equal.
    """

    seed: int
    count: int
    until: date = UNTIL
    part_size: int = field(default=_LARGEST_PART, compare=False)

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_CASES:
            raise ValueError(f"between 1 and {MOST_CASES:,} cases can be made")

    @classmethod
    def shared(cls, seed: int, count: int, connections: int) -> Plan:
        """A plan of which every connection makes as many parts, so that none waits for the last."""
        parts = connections * -(-count // (connections * _LARGEST_PART))
        return cls(seed, count, part_size=_LARGEST_PART if count < _LARGEST_PART else -(-count // parts))

    @property
    def numbers(self) -> str:
        """The pattern of its cases' numbers, as LIKE takes it; any plan of the same seed has the same."""
        return f"%〕示{self.seed}-%"

    def text(self, name: str, **values: int) -> str:
        """The statements of a file beside this module, for this plan."""
        text = Path(__file__).with_name(name).read_text(encoding="utf-8")
        values |= {"seed": self.seed, "count": self.count, "enterprises": self._enterprises, "people": _PEOPLE}
        for key, value in {**values, "until": self.until}.items():
            text = text.replace(f":{key}", str(value))
        return text

    @property
    def _enterprises(self) -> int:
        return max(20, self.count // 15)

    async def draw_pools(self, connection: Any, cipher: Cipher) -> None:
        """Make the schema ``seeding`` with what the cases are drawn from."""
        await connection.execute(
            """CREATE SCHEMA seeding;
               CREATE TABLE seeding.person (number int PRIMARY KEY, name text, id_number bytea, id_number_index bytea,
                                            phone bytea);
               CREATE TABLE seeding.enterprise (number int PRIMARY KEY, credit_code text, name text);
               CREATE TABLE seeding.due (event text, starts date, rule_id uuid, last_day date, due_at timestamptz,
                                         near_at timestamptz, is_provisional boolean, PRIMARY KEY (event, starts))"""
        )
        for table, records in (
            ("person", _people(cipher)),
            ("enterprise", _enterprises(self._enterprises)),
            ("due", await _due(connection, self.until)),
        ):
            await connection.copy_records_to_table(table, schema_name="seeding", records=records)
        await connection.execute(self.text("pools.sql"))
        for table in ("person", "enterprise", "holder", "crew", "department", "due"):
            await connection.execute(f"ANALYZE seeding.{table}")

    async def make_enterprises(self, connection: Any) -> None:
        """Add the enterprises that the cases meet."""
        await connection.execute(self.text("enterprises.sql"))

    async def make_cases(self, connection: Any, first: int, last: int) -> None:
        """Add the cases of the places from the first to the last, which are the same whoever makes them."""
        await connection.execute(self.text("cases.sql", first=first, last=last))

    @asynccontextmanager
    async def words_from_pools(self, connection: Any) -> AsyncIterator[None]:
        """A transaction to make the index of words in: its function takes those of the pools' texts as found before.

        It answers what it always does; nobody else ever sees its other body.
        """
        async with connection.transaction():
            await connection.execute(f"SET LOCAL max_parallel_maintenance_workers = {WORKERS_OF_WORDS}")
            body = await connection.fetchval("SELECT pg_get_functiondef(to_regproc($1))", f"public.{WORDS_OF_CASE}")
            await connection.execute(body.replace(f"public.{WORDS_OF_CASE}", f"seeding.{WORDS_OF_CASE}", 1))
            await connection.execute(self.text("words.sql"))
            yield
            await connection.execute(body)


# The example cases of development.
EXAMPLES = Plan(1, 3_000)


async def seed_few(connection: Any, plan: Plan, cipher: Cipher) -> None:
    """Add all cases of a plan within the caller's transaction, whose session has the ``SETTINGS``."""
    await plan.draw_pools(connection, cipher)
    await plan.make_enterprises(connection)
    await plan.make_cases(connection, 1, plan.count)
    await connection.execute("DROP SCHEMA seeding CASCADE")


async def _due(connection: Any, until: date) -> list[tuple[Any, ...]]:
    """When each period ends, for every day on which it may start."""
    calendar = WorkingCalendar(
        {row["day"]: row["is_working"] for row in await connection.fetch("SELECT * FROM calendar_day")},
        frozenset(row["year"] for row in await connection.fetch("SELECT year FROM calendar_year")),
    )
    rules = await connection.fetch(
        "SELECT * FROM deadline_rule WHERE region_code = '41' AND event = ANY($1) ORDER BY valid_from", list(_EVENTS)
    )
    records = []
    for event in _EVENTS:
        of_event = [rule for rule in rules if rule["event"] == event]
        for start in (until + timedelta(days=days) for days in _STARTS):
            rule = max(of_event, key=lambda rule: (rule["valid_from"] <= start, rule["valid_from"]))
            period = Period(rule["length"], DeadlineUnit[rule["unit"]], rule["rolls_over"])
            due = period.from_day(start, calendar)
            near_at = due.at - timedelta(days=rule["near_days"])
            records.append((event, start, rule["id"], due.last_day, due.at, near_at, due.is_provisional))
    return records


def _people(cipher: Cipher) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(4103)  # noqa: S311 - made-up people, the same at every seeding
    for number in range(_PEOPLE):
        born = f"{chance.randint(1950, 2004)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
        body = f"410302{born}{number:03d}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        check = "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]
        name = chance.choice(_SURNAMES) + chance.choice("伟芳娜敏静丽强磊军洋勇艳杰涛明超") + chance.choice("某示")
        yield (
            number,
            name,
            cipher.encrypt(body + check, "party_id_number"),
            cipher.blind_index(body + check, "party_id_number"),
            cipher.encrypt(f"1380379{number:04d}", "party_phone"),
        )


def _enterprises(count: int) -> Iterator[tuple[Any, ...]]:
    # The check digit falls by what each digit weighs (GB 32100).
    base, start = len(_ALPHABET), "91410302MA"
    weights = [pow(3, place, base) for place in range(len(start), len(start) + 7)]
    of_none = _ALPHABET.index(uscc.calc_check_digit(start + "0" * 7))
    for number, digits in enumerate(islice(product(range(base), repeat=7), count + 1)):
        check = _ALPHABET[(of_none - sum(map(mul, digits, weights))) % base]
        code = f"{start}{''.join(map(_ALPHABET.__getitem__, digits))}{check}"
        yield number, code, f"洛阳示例{_TRADES[number % len(_TRADES)]}{number}有限公司"
