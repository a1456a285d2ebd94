"""Since when a case is offered, and since when a superior department is informed: its history is told from there on

Revision ID: 0068
Revises: 0067
"""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("offered_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("supervision_matter", sa.Column("informed_at", sa.DateTime(timezone=True), nullable=True))
    # Who was designated had refused it before. Of what is not known since when, nothing before is told.
    op.execute(
        """UPDATE enforcement_case c SET offered_since = s.at
           FROM enforcement_case offered CROSS JOIN LATERAL (
               SELECT coalesce(d.ended_at, t.sent_at) AS at
               FROM case_transfer t
               LEFT JOIN coordination_dispute d ON d.transfer_id = t.id AND d.designated_id = t.receiver_id
               WHERE t.case_id = offered.id AND t.receiver_id = offered.offered_organization_id
                 AND t.state IN ('SENT', 'RECEIVED', 'ACCEPTED', 'DESIGNATED', 'RESULT_RETURNED')
               ORDER BY t.sent_at DESC LIMIT 1
           ) s
           WHERE offered.offered_organization_id IS NOT NULL AND c.id = offered.id"""
    )
    op.execute(
        """UPDATE supervision_matter m SET informed_at = (
               SELECT max(e.at) FROM audit_entry e
               WHERE e.object_type = 'SupervisionMatter' AND e.object_id = m.id::text AND e.action = 'inform_superior')
           WHERE m.informed_id IS NOT NULL"""
    )


def downgrade() -> None:
    op.drop_column("supervision_matter", "informed_at")
    op.drop_column("enforcement_case", "offered_since")
