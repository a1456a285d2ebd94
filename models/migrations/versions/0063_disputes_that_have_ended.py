"""A dispute has ended by a designation, a withdrawal, or because its case went elsewhere: nothing is left to designate

Revision ID: 0063
Revises: 0062
"""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("coordination_dispute", "is_designated")
    ended = sa.Computed("ended_at IS NOT NULL", persisted=True)
    op.add_column("coordination_dispute", sa.Column("is_ended", sa.Boolean(), ended, nullable=False))
    op.add_column("coordination_dispute", sa.Column("end_reason", sa.String(), nullable=True))
    # Which side applied until now nobody kept: it is withdrawn by neither.
    op.add_column(
        "coordination_dispute",
        sa.Column("is_applied_by_applicant", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.execute(
        """WITH gone AS (
               SELECT d.id, d.transfer_id, greatest(min(h.handed_over_at), d.created_at) AS at
               FROM coordination_dispute d JOIN case_transfer t ON t.id = d.transfer_id
               JOIN case_transfer l ON l.case_id = d.case_id JOIN handed_over_case h ON h.transfer_id = l.id
               WHERE d.ended_at IS NULL AND h.handed_over_at > t.created_at
               GROUP BY d.id
           ), clocks AS (
               UPDATE deadline SET ended_at = greatest(gone.at, started_at) FROM gone
               WHERE dispute_id = gone.id AND ended_at IS NULL
           ), transfers AS (
               UPDATE case_transfer t SET state = 'REJECTED' FROM gone WHERE t.id = gone.transfer_id
           )
           UPDATE coordination_dispute d
           SET ended_at = gone.at, end_reason = '案件已不由移送机关办理', is_supplement_asked = false,
               next_due_at = NULL, next_near_at = NULL
           FROM gone WHERE d.id = gone.id"""
    )


def downgrade() -> None:
    op.drop_column("coordination_dispute", "is_applied_by_applicant")
    op.drop_column("coordination_dispute", "end_reason")
    op.drop_column("coordination_dispute", "is_ended")
    designated = sa.Computed("designated_id IS NOT NULL", persisted=True)
    op.add_column("coordination_dispute", sa.Column("is_designated", sa.Boolean(), designated, nullable=True))
