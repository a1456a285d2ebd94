"""When a party was notified, before which it cannot have been told of the hearing (行政处罚法 44, 64)

Revision ID: 0061
Revises: 0060
"""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("notified_at", sa.DateTime(timezone=True), nullable=True))
    # The table is locked meanwhile, so only what a hearing still asks is taken from the audit, case by case.  One that
    # was handed over stands at FILED until its new owner notifies the party.
    op.execute(
        """UPDATE enforcement_case c SET notified_at = n.at
           FROM enforcement_case waiting CROSS JOIN LATERAL (
               SELECT max(e.at) AS at FROM audit_entry e
               WHERE e.object_type = 'EnforcementCase' AND e.object_id = waiting.id::text AND e.action = 'notify_party'
           ) n
           WHERE waiting.state IN ('NOTIFIED', 'HEARING') AND c.id = waiting.id AND n.at IS NOT NULL"""
    )


def downgrade() -> None:
    op.drop_column("enforcement_case", "notified_at")
