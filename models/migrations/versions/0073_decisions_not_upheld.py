"""A decision that was not upheld is not to be published any more, and why one was taken down is told (行政处罚法 48)

Revision ID: 0073
Revises: 0072
"""

import sqlalchemy as sa
from alembic import op

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("take_down_reason", sa.String(), nullable=True))
    # The audit keeps it for those before, as the reason of the act.
    op.execute(
        """UPDATE deadline d SET ended_at = now()
           WHERE d.ended_at IS NULL AND d.event IN ('PUBLISH_PENALTY_OR_LICENCE', 'PUBLISH_OTHER_ACT') AND EXISTS (
               SELECT FROM review_outcome r WHERE r.case_id = d.case_id AND r.result IN ('CHANGED', 'UNLAWFUL'))"""
    )
    op.execute(
        """UPDATE enforcement_case c SET next_due_at = n.due_at, next_near_at = n.near_at
           FROM (SELECT r.case_id, min(d.due_at) AS due_at, min(d.near_at) AS near_at
                 FROM review_outcome r
                 LEFT JOIN deadline d ON d.case_id = r.case_id AND d.ended_at IS NULL AND d.suspended_at IS NULL
                 WHERE r.result IN ('CHANGED', 'UNLAWFUL') GROUP BY r.case_id) n
           WHERE c.id = n.case_id AND c.next_due_at IS DISTINCT FROM n.due_at"""
    )


def downgrade() -> None:
    """What ended has ended."""
    op.drop_column("enforcement_case", "take_down_reason")
