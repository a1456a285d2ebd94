"""A decision that was annulled is not served any more

Revision ID: 0074
Revises: 0073
"""

from alembic import op

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """UPDATE deadline d SET ended_at = now()
           WHERE d.ended_at IS NULL AND d.event = 'SERVE_DECISION' AND EXISTS (
               SELECT FROM review_outcome r WHERE r.case_id = d.case_id AND r.result IN ('ANNULLED', 'LOST'))"""
    )
    op.execute(
        """UPDATE enforcement_case c SET next_due_at = n.due_at, next_near_at = n.near_at
           FROM (SELECT r.case_id, min(d.due_at) AS due_at, min(d.near_at) AS near_at
                 FROM review_outcome r
                 LEFT JOIN deadline d ON d.case_id = r.case_id AND d.ended_at IS NULL AND d.suspended_at IS NULL
                 WHERE r.result IN ('ANNULLED', 'LOST') GROUP BY r.case_id) n
           WHERE c.id = n.case_id AND c.next_due_at IS DISTINCT FROM n.due_at"""
    )


def downgrade() -> None:
    """What ended has ended."""
