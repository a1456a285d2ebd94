"""The rules of alerts, each one statement: which objects are not as they should be now.

An alert is raised once, with a notification to each organ that it concerns, and cleared when its rule no longer
finds its object.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models import AlertRule

_LOCK = "jiandu.alerts"
_COLUMNS = """severity, object_type, object_id, organization_id, region_code, field, sender_id, sender_region_code,
              sender_field, explanation"""
# Each answers rows of _COLUMNS.
_FINDS: Mapping[AlertRule, str] = {
    AlertRule.LINKAGE_UNANSWERED: """
        SELECT 'RED' AS severity, 'Linkage' AS object_type, l.id AS object_id, l.receiver_id AS organization_id,
               l.receiver_region_code AS region_code, l.receiver_field AS field, l.sender_id, l.sender_region_code,
               l.sender_field,
               '应于' || to_char(d.due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') || '前答复，至今未答复'
                   AS explanation
        FROM deadline d JOIN linkage l ON l.id = d.linkage_id
        WHERE d.linkage_id IS NOT NULL AND d.ended_at IS NULL AND d.suspended_at IS NULL AND d.due_at < now()""",
}
_RAISE = """
WITH found AS ({found}), raised AS (
    INSERT INTO alert (id, rule, raised_at, {columns})
    SELECT gen_random_uuid(), '{rule}', now(), {columns} FROM found
    ON CONFLICT (rule, object_id) WHERE cleared_at IS NULL DO NOTHING
    RETURNING id, organization_id, sender_id
), told AS (
    INSERT INTO notification (id, at, organization_id, action, object_type, object_id)
    SELECT gen_random_uuid(), now(), told.organization_id, 'ALERT', 'Alert', raised.id
    FROM raised CROSS JOIN LATERAL (
        SELECT raised.organization_id UNION SELECT raised.sender_id WHERE raised.sender_id IS NOT NULL) told
)
SELECT count(*) FROM raised
"""
_CLEAR = """
UPDATE alert a SET cleared_at = now()
WHERE a.rule = '{rule}' AND a.cleared_at IS NULL
  AND NOT EXISTS (SELECT FROM ({found}) found WHERE found.object_id = a.object_id)
"""


async def evaluate(connection: Any) -> int:
    """Raise and clear alerts by every rule; answers how many were raised. Another evaluator at work does it instead."""
    async with connection.transaction():
        if not await connection.fetchval("SELECT pg_try_advisory_xact_lock(hashtext($1))", _LOCK):
            return 0
        raised = 0
        for rule, found in _FINDS.items():
            await connection.execute(_CLEAR.format(rule=rule.name, found=found))
            raised += await connection.fetchval(_RAISE.format(rule=rule.name, found=found, columns=_COLUMNS))
        return raised
