"""Raising and clearing alerts by the table of rules: for what an act changed, for what fell due, and for everything.

An alert is raised once for each rule, object and organ, with a notification to the organs it concerns, to the
judicial bureau too where it is red; its facts and whom it is shown to are kept as they are, and it is cleared when its
rule no longer finds it.
Each evaluation of some rules is one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from models.alert import AlertRule
from models.alert_rules import COLUMNS, RULES

_LOCK = "jiandu.alerts"
_TODAY = "($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date"
# An act that would raise the same alert waits for the transaction that does, so none raises more by a rule of acts.
MOST_RAISED = 10_000
# What fell due within this time before is looked for; what was missed for longer, with everything.
RECENT = timedelta(days=1)
_STANDARD = """
SELECT s.severity, s.threshold, s.least_sample, s.days FROM alert_standard s
WHERE s.rule = '{rule}' AND starts_with({region}, s.region_code) AND s.valid_from <= {today}
  AND (s.valid_to IS NULL OR s.valid_to >= {today})
ORDER BY length(s.region_code) DESC, s.valid_from DESC LIMIT 1"""
_FOUND = """
SELECT '{rule}' AS rule, s.severity, f.*
FROM (SELECT {columns} FROM ({finds}) finds) f JOIN LATERAL ({standard}) s
    ON (s.threshold IS NULL OR f.value {compares} s.threshold)
   AND (s.least_sample IS NULL OR f.sample >= s.least_sample)
WHERE {within}"""
# Whoever holds one of the alerts sees to it, so nobody waits for a row; alerts are added in one order, so nobody
# waits in a circle.
_EVALUATE = """
WITH found AS MATERIALIZED (
    SELECT DISTINCT ON (rule, object_id, organization_id) * FROM ({found}) each
    ORDER BY rule, object_id, organization_id, since
), open AS (
    SELECT a.id, a.rule, a.object_id, a.organization_id, a.severity, a.explanation, a.facts FROM alert a
    WHERE a.cleared_at IS NULL AND ({looked_at})
), gone AS (
    SELECT a.id FROM alert a JOIN open o USING (id)
    WHERE {clears} AND NOT EXISTS (SELECT FROM found f
        WHERE f.rule = o.rule AND f.object_id = o.object_id AND f.organization_id = o.organization_id)
    FOR UPDATE OF a SKIP LOCKED
), cleared AS (
    UPDATE alert SET cleared_at = $1 FROM gone WHERE alert.id = gone.id RETURNING alert.id
), changed AS (
    SELECT a.id, f.severity, f.explanation, f.facts, f.region_code, f.field, f.sender_id, f.sender_region_code,
           f.sender_field
    FROM alert a JOIN open o USING (id) JOIN found f
        ON f.rule = o.rule AND f.object_id = o.object_id AND f.organization_id = o.organization_id
    WHERE (o.severity, o.explanation, o.facts) <> (f.severity, f.explanation, f.facts)
       OR (a.region_code, a.field, a.sender_id, a.sender_region_code, a.sender_field)
          IS DISTINCT FROM (f.region_code, f.field, f.sender_id, f.sender_region_code, f.sender_field)
    FOR UPDATE OF a SKIP LOCKED
), kept AS (
    UPDATE alert SET severity = c.severity, explanation = c.explanation, facts = c.facts, region_code = c.region_code,
        field = c.field, sender_id = c.sender_id, sender_region_code = c.sender_region_code,
        sender_field = c.sender_field
    FROM changed c WHERE alert.id = c.id
), raised AS (
    INSERT INTO alert (id, rule, severity, object_type, object_id, organization_id, region_code, field, sender_id,
        sender_region_code, sender_field, explanation, facts, raised_at)
    SELECT md5(concat_ws(':', f.rule, f.object_id, f.organization_id, extract(epoch FROM $1)))::uuid, f.rule,
        f.severity, f.object_type, f.object_id, f.organization_id, f.region_code, f.field, f.sender_id,
        f.sender_region_code, f.sender_field,
        f.explanation, f.facts, $1
    FROM found f
    WHERE NOT EXISTS (SELECT FROM alert a WHERE a.cleared_at IS NULL AND a.rule = f.rule
        AND a.object_id = f.object_id AND a.organization_id = f.organization_id)
    ORDER BY f.object_id, f.rule, f.organization_id LIMIT {most}
    ON CONFLICT DO NOTHING
    RETURNING id, organization_id, sender_id, region_code, severity
), told AS (
    INSERT INTO notification (id, at, organization_id, action, object_type, object_id)
    SELECT md5(concat_ws(':', r.id, t.organization_id))::uuid, $1, t.organization_id, 'ALERT', 'Alert', r.id
    FROM raised r CROSS JOIN LATERAL (
        SELECT r.organization_id UNION SELECT r.sender_id WHERE r.sender_id IS NOT NULL
        UNION SELECT b.id FROM organization b WHERE r.severity = 'RED' AND b.kind = 'JUDICIAL_BUREAU'
            AND b.region_code = left(r.region_code, CASE length(r.region_code) WHEN 9 THEN 6 ELSE 9 END)) t
)
SELECT (SELECT count(*) FROM raised) AS raised, (SELECT count(*) FROM cleared) AS cleared
"""


async def evaluate(connection: Any, at: datetime) -> int:
    """Raise and clear alerts by every rule; answers how many were raised.  Who comes second leaves it to the first.

    ``connection`` is asyncpg's; each rule is a transaction of its own, and one more for each ``MOST_RAISED``.
    """
    raised = 0
    for rule in RULES:
        some = MOST_RAISED
        while some == MOST_RAISED:
            some = await _alone(connection, _everything(rule), at)
            raised += some
    return raised


async def evaluate_due(connection: Any, at: datetime) -> int:
    """Raise alerts for what fell due of late; answers how many.  What is gone clears with everything."""
    return await _alone(connection, _recent(), at, at - RECENT)


async def evaluate_changed(connection: Any, at: datetime, table: str, key: UUID) -> None:
    """Raise and clear the alerts that a changed row of a table can bring about, in the transaction that runs."""
    statement = _of_table(table)
    if statement is not None:
        await connection.execute(statement, at, key)


async def _alone(connection: Any, statement: str, *values: Any) -> int:
    async with connection.transaction():
        if not await connection.fetchval("SELECT pg_try_advisory_xact_lock(hashtext($1))", _LOCK):
            return 0
        raised: int = await connection.fetchval(statement, *values)
        return raised


@cache
def _everything(rule: AlertRule) -> str:
    each = [(rule, finds, "true") for finds in RULES[rule].finds.values()]
    most = MOST_RAISED if RULES[rule].changes else None
    return _statement(each, f"a.rule = '{rule.name}'", clears=True, most=most)


@cache
def _recent() -> str:
    timed = [(rule, declared) for rule, declared in RULES.items() if declared.is_timed]
    each = [(rule, finds, "f.since > $2") for rule, declared in timed for finds in declared.finds.values()]
    return _statement(each, "false", clears=False, most=MOST_RAISED)


@cache
def _of_table(table: str) -> str | None:
    each, looked_at = [], []
    for rule, declared in RULES.items():
        if table in declared.changes:
            object_type, objects = declared.changes[table]
            compared = objects.format(key="$2::uuid")
            each.append((rule, declared.finds[object_type], f"f.object_id {compared}"))
            looked_at.append(f"a.rule = '{rule.name}' AND a.object_id {compared}")
    return _statement(each, " OR ".join(looked_at), clears=True) if each else None


def _statement(
    each: Iterable[tuple[AlertRule, str, str]], looked_at: str, *, clears: bool, most: int | None = None
) -> str:
    found = [
        _FOUND.format(
            rule=rule.name,
            columns=", ".join(COLUMNS.split()),
            finds=finds.format(at="$1::timestamptz", today=_TODAY, standard_of_region=_standard(rule, "r.code")),
            standard=_standard(rule, "f.region_code"),
            compares="<" if RULES[rule].is_floor else ">=",
            within=within,
        )
        for rule, finds, within in each
    ]
    return _EVALUATE.format(
        found="\nUNION ALL\n".join(found), looked_at=looked_at, clears="true" if clears else "false", most=most or "ALL"
    )


def _standard(rule: AlertRule, region: str) -> str:
    return _STANDARD.format(rule=rule.name, region=region, today=_TODAY)
