"""Refusals of a case count from when it was last settled whose it is

Revision ID: 0085
Revises: 0084
"""

from alembic import op

revision = "0085"
down_revision = "0084"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """UPDATE enforcement_case c SET refusals = (
               SELECT count(*) FROM case_transfer t
               WHERE t.case_id = c.id AND t.state IN ('REJECTED', 'DISPUTED') AND t.kind <> 'SUPERVISORY'
                 AND t.answered_at > settled.at)
           FROM (SELECT case_id, max(at) AS at FROM (
                     SELECT case_id, answered_at AS at FROM case_transfer WHERE state IN ('ACCEPTED', 'RESULT_RETURNED')
                     UNION ALL
                     SELECT case_id, ended_at FROM coordination_dispute WHERE designated_id IS NOT NULL) each
                 GROUP BY case_id) settled
           WHERE c.id = settled.case_id AND c.refusals > 0"""
    )


def downgrade() -> None:
    """What was refused before stands in the transfers."""
