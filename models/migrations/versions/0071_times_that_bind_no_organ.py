"""The time in which a party may ask for a hearing is none by which its case is near its end or past it

Revision ID: 0071
Revises: 0070
"""

from alembic import op

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None

_RENEW = """
UPDATE enforcement_case c SET next_due_at = n.due_at, next_near_at = n.near_at
FROM (SELECT case_id, {binding}
      FROM deadline d
      WHERE ended_at IS NULL AND suspended_at IS NULL
        AND EXISTS (SELECT FROM deadline h WHERE h.case_id = d.case_id AND h.event = 'ASK_FOR_HEARING'
                    AND h.ended_at IS NULL AND h.suspended_at IS NULL)
      GROUP BY case_id) n
WHERE c.id = n.case_id
"""


def upgrade() -> None:
    without = "FILTER (WHERE event <> 'ASK_FOR_HEARING')"
    op.execute(_RENEW.format(binding=f"min(due_at) {without} AS due_at, min(near_at) {without} AS near_at"))


def downgrade() -> None:
    op.execute(_RENEW.format(binding="min(due_at) AS due_at, min(near_at) AS near_at"))
