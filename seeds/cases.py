"""Demonstration cases of any number: made by a few statements, the same for the same seed.

For many cases the indexes and foreign keys of the tables are taken away and made again, all in one transaction,
so that nothing is half there after a kill.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from stdnum.cn import uscc

from models.secrets import Cipher
from seeds.organizations import stable_id

MOST_CASES = 10_000_000
UNTIL = date(2026, 11, 1)
_SQL = Path(__file__).with_name("cases.sql")
_TABLES = ("enforcement_case", "case_officer", "case_transfer", "deadline")
_PEOPLE = 997
_WITHOUT_INDEXES_FROM = 20_000
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_TRADES = ("食品", "商贸", "建材", "餐饮", "物流", "药房", "农业", "环保", "文化", "机械")
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


async def seed_cases(
    connection: Any,
    count: int,
    cipher: Cipher,
    *,
    seed: int = 1,
    until: date = UNTIL,
    progress: Callable[[str], None],
) -> None:
    """Add so many cases, the latest registered on ``until``.  Raises ``ValueError`` for a number out of range."""
    if not 1 <= count <= MOST_CASES:
        raise ValueError(f"between 1 and {MOST_CASES:,} cases can be made")
    started = time.perf_counter()
    enterprises = max(20, count // 15)
    async with connection.transaction():
        await connection.execute("SET LOCAL synchronous_commit = off; SET LOCAL work_mem = '256MB'")
        await connection.execute("SET LOCAL maintenance_work_mem = '1GB'; SET LOCAL jit = off")
        await _pools(connection, enterprises, cipher)
        again = await _take_away(connection) if count >= _WITHOUT_INDEXES_FROM else []
        text = _SQL.read_text(encoding="utf-8")
        values = {"seed": seed, "count": count, "until": until, "enterprises": enterprises, "people": _PEOPLE}
        for name, value in values.items():
            text = text.replace(f":{name}", str(value))
        await connection.execute(text)
        for statement in again:
            await connection.execute(statement)
    for table in _TABLES:
        await connection.execute(f"ANALYZE {table}")
    seconds = time.perf_counter() - started
    progress(f"  cases: {count:,} in {seconds:.1f} s, {count / seconds:,.0f} a second")


async def _pools(connection: Any, enterprises: int, cipher: Cipher) -> None:
    await connection.execute(
        """CREATE TEMP TABLE person_pool (number int PRIMARY KEY, name text, id_number bytea, id_number_index bytea,
                                          phone bytea) ON COMMIT DROP;
           CREATE TEMP TABLE enterprise_pool (number int PRIMARY KEY, id uuid, credit_code text, name text)
           ON COMMIT DROP"""
    )
    await connection.copy_records_to_table("person_pool", records=list(_people(cipher)))
    await connection.copy_records_to_table("enterprise_pool", records=_enterprises(enterprises))
    await connection.execute("ANALYZE person_pool; ANALYZE enterprise_pool")


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
    for number in range(count + 1):
        digits, rest = "", number
        for _ in range(8):
            rest, digit = divmod(rest, len(_ALPHABET))
            digits = _ALPHABET[digit] + digits
        code = f"91410302MA{digits[-7:]}"
        code += str(uscc.calc_check_digit(code))
        yield number, stable_id("enterprise", code), code, f"洛阳示例{_TRADES[number % len(_TRADES)]}{number}有限公司"


async def _take_away(connection: Any) -> list[str]:
    """Drop the foreign keys, and the indexes that no constraint rests on; answers what makes them again."""
    keys = await connection.fetch(
        """SELECT conrelid::regclass::text AS tbl, conname AS name, pg_get_constraintdef(oid) AS says
           FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY($1::text[])""",
        list(_TABLES),
    )
    indexes = await connection.fetch(
        """SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS says FROM pg_index i
           WHERE i.indrelid::regclass::text = ANY($1::text[])
             AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""",
        list(_TABLES),
    )
    for key in keys:
        await connection.execute(f'ALTER TABLE {key["tbl"]} DROP CONSTRAINT "{key["name"]}"')
    for index in indexes:
        await connection.execute(f"DROP INDEX {index['name']}")
    return [
        *(index["says"] for index in indexes),
        *(f'ALTER TABLE {key["tbl"]} ADD CONSTRAINT "{key["name"]}" {key["says"]}' for key in keys),
    ]
