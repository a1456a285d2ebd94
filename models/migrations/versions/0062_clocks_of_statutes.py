"""The police decide from their receipt on (国务院令第310号 8), and a seizure ends on its last day (行政强制法 25)

Revision ID: 0062
Revises: 0061
"""

from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

# What an administrator changed stays.
_UNCHANGED = "event = 'SEIZURE' AND region_code = '41' AND valid_from = '2012-01-01' AND version = 1 AND length = 30"
_LAST_MOMENT = "((last_day + time '23:59:59') AT TIME ZONE 'Asia/Shanghai')"


def upgrade() -> None:
    op.execute(
        """DELETE FROM deadline d USING case_transfer t
           WHERE t.id = d.transfer_id AND t.state = 'SENT' AND d.event = 'POLICE_DECISION' AND d.ended_at IS NULL"""
    )
    op.execute(
        """UPDATE case_transfer t SET next_due_at = NULL, next_near_at = NULL
           WHERE t.kind = 'CRIMINAL' AND t.state = 'SENT' AND NOT EXISTS (
               SELECT FROM deadline d WHERE d.transfer_id = t.id AND d.ended_at IS NULL)"""
    )
    op.execute(f"UPDATE deadline_rule SET rolls_over = false WHERE {_UNCHANGED}")
    op.execute(
        f"""UPDATE deadline
            SET due_at = {_LAST_MOMENT}, near_at = {_LAST_MOMENT} - (due_at - near_at), is_provisional = false
            WHERE ended_at IS NULL AND last_day IS NOT NULL
              AND rule_id IN (SELECT id FROM deadline_rule WHERE {_UNCHANGED})"""
    )
    op.execute(
        """UPDATE enforcement_case c SET next_due_at = n.due_at, next_near_at = n.near_at
           FROM (SELECT case_id, min(due_at) AS due_at, min(near_at) AS near_at FROM deadline
                 WHERE ended_at IS NULL AND suspended_at IS NULL
                   AND case_id IN (SELECT case_id FROM deadline WHERE event = 'SEIZURE' AND ended_at IS NULL)
                 GROUP BY case_id) n
           WHERE c.id = n.case_id AND c.next_due_at IS DISTINCT FROM n.due_at"""
    )


def downgrade() -> None:
    op.execute(f"UPDATE deadline_rule SET rolls_over = true WHERE {_UNCHANGED}")
