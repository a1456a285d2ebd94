"""Rows by the hundred thousand of the types that grow with cases: the seeded ones again and again, at other organs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Date, DateTime, Integer, String, UniqueConstraint, Uuid

from models import (
    AccountabilityRecord,
    CaseFileReview,
    CaseRevisit,
    Clue,
    ContactVisit,
    Deadline,
    Notification,
    QuestionnaireResponse,
    SampledCase,
    SupervisionDocument,
    SupervisionMatter,
    SupervisorReport,
    Table,
    TrainingAttendance,
)

ROWS = 200_000
# What another belongs to comes first.
GROWING: tuple[type[Table], ...] = (
    Clue,
    CaseRevisit,
    SupervisionMatter,
    SupervisionDocument,
    AccountabilityRecord,
    CaseFileReview,
    QuestionnaireResponse,
    ContactVisit,
    SampledCase,
    SupervisorReport,
    TrainingAttendance,
    Notification,
)
# What is due ends in time, but for that of the last days.
_ENDED = "CASE WHEN w.next_due_at < (SELECT max(next_due_at) FROM {table}) - interval '10 days' THEN w.next_due_at END"
_EARLIER = "n * interval '5 minutes'"
# The organs that a row may move to: of the province, by kind.
_ORGANS = """
CREATE TEMP TABLE organ AS
SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY id) - 1 AS number, id, region_code, field
FROM organization;
CREATE TEMP TABLE alike AS
SELECT o.id, o.kind, k.many FROM organization o
JOIN (SELECT kind, count(*) AS many FROM organ GROUP BY kind) k USING (kind);
ANALYZE organ;
ANALYZE alike"""
_NUMBERED = """
CREATE TEMP TABLE numbered_{name} AS
SELECT row_number() OVER () AS number, id FROM (SELECT id FROM {name} ORDER BY md5(id::text) LIMIT {rows}) each;
CREATE UNIQUE INDEX ON numbered_{name} (number);
ANALYZE numbered_{name}"""

_ENTRIES = """
INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id, correlation_id)
SELECT gen_random_uuid(), registered_at, organization_id, '', '', 'FILE', 'EnforcementCase', id::text, ''
FROM enforcement_case LIMIT {rows}"""


async def fill(connection: Any) -> None:
    """Add ``ROWS`` rows to each table of ``GROWING``, with a deadline for each that has a due moment.

    As many entries stand in the audit.
    """
    # Where a row belongs to one of a table that is not filled, many have to do with one; nothing is checked of it.
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(_ORGANS)
    await connection.execute(_NUMBERED.format(name="enforcement_case", rows=ROWS))
    for table in GROWING:
        await connection.execute(_copies(table))
        await connection.execute(_NUMBERED.format(name=table.__tablename__, rows=ROWS))
    for link, table in Deadline.__part_of__.items():
        if table in GROWING:
            await connection.execute(_deadlines(link, table))
    await connection.execute(_ENTRIES.format(rows=ROWS))
    await connection.execute("RESET session_replication_role")
    for name in ("audit_entry", "deadline", *(table.__tablename__ for table in GROWING)):
        # As autovacuum leaves it.
        await connection.execute(f"VACUUM (ANALYZE) {name}")


def _columns(table: type[Table]) -> list[Column[Any]]:
    return [column for column in table.__table__.columns if column.computed is None]  # type: ignore[attr-defined]


def _target(column: Column[Any]) -> str:
    return next((key.column.table.name for key in column.foreign_keys if key.column.name == "id"), "")


def _copies(table: type[Table]) -> str:
    before = GROWING[: GROWING.index(table)]
    numbered = {"enforcement_case", *(str(each.__tablename__) for each in before)}
    columns = _columns(table)
    values = {column.name: _value(table, column, numbered) for column in columns}
    joined = []
    for column in columns:
        name, target = column.name, _target(column)
        if target == "organization":
            joined.append(
                f"LEFT JOIN alike {name}_as ON {name}_as.id = source.{name}"
                f" LEFT JOIN organ {name}_of ON {name}_of.kind = {name}_as.kind"
                f" AND {name}_of.number = abs(hashtext('{name}' || n)) % {name}_as.many"
            )
        elif target in numbered:
            joined.append(f"LEFT JOIN numbered_{target} {name}_of ON {name}_of.number = n")
    return f"""
        INSERT INTO {table.__tablename__} ({", ".join(values)})
        SELECT {", ".join(values.values())}
        FROM generate_series(1, {ROWS}) n
        JOIN (SELECT row_number() OVER (ORDER BY id) - 1 AS turn, t.* FROM {table.__tablename__} t) source
            ON source.turn = n % (SELECT count(*) FROM {table.__tablename__})
        {" ".join(joined)}
        ON CONFLICT DO NOTHING"""


def _value(table: type[Table], column: Column[Any], numbered: set[str]) -> str:
    name, target = column.name, _target(column)
    source = f"source.{name}"
    if column.primary_key:
        return "gen_random_uuid()"
    if target == "organization":
        return f"{name}_of.id"
    if target in numbered:
        # Of a case that a row may stand for there is always one, since of most tables no two stand for the same.
        return (
            f"{name}_of.id" if target == "enforcement_case" else f"CASE WHEN {source} IS NOT NULL THEN {name}_of.id END"
        )
    for fact in ("region_code", "field"):
        if name.endswith(fact) and (organ := _organ(table, name.removesuffix(fact))):
            return f"{organ}_of.{fact}"
    if name in _unique(table):
        if isinstance(column.type, Uuid):
            return f"CASE WHEN {source} IS NOT NULL THEN gen_random_uuid() END"
        if isinstance(column.type, Integer):
            return f"{source} + n"
        if isinstance(column.type, String):
            return f"{source} || '-' || n"
    if isinstance(column.type, DateTime):
        return f"{source} - {_EARLIER}"
    if isinstance(column.type, Date):
        return f"({source} - {_EARLIER})::date"
    return source


def _organ(table: type[Table], prefix: str) -> str | None:
    names = {column.name for column in _columns(table)}
    of_side = (side.organization for side in table.__anchors__.sides if side.region == f"{prefix}region_code")
    return next((name for name in (f"{prefix or 'organization_'}id", *of_side) if name in names), None)


def _unique(table: type[Table]) -> Iterator[str]:
    whole: Any = table.__table__  # type: ignore[attr-defined]
    for each in (*whole.constraints, *whole.indexes):
        if isinstance(each, UniqueConstraint) or getattr(each, "unique", False):
            yield from (column.name for column in each.columns)


def _deadlines(link: str, table: type[Table]) -> str:
    ended = _ENDED.format(table=table.__tablename__)
    given = {"id": "gen_random_uuid()", link: "w.id", "due_at": "w.next_due_at", "near_at": "w.next_near_at"}
    given |= {"started_at": "w.next_due_at - interval '60 days'", "ended_at": ended, "suspended_at": "NULL"}
    values = {column.name: given.get(column.name, f"source.{column.name}") for column in _columns(Deadline)}
    return f"""
        INSERT INTO deadline ({", ".join(values)})
        SELECT {", ".join(values.values())}
        FROM {table.__tablename__} w CROSS JOIN (SELECT * FROM deadline WHERE {link} IS NOT NULL LIMIT 1) source
        WHERE w.next_due_at IS NOT NULL AND NOT EXISTS (SELECT FROM deadline d WHERE d.{link} = w.id)"""
