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
    op.execute(
        """UPDATE enforcement_case c SET notified_at = e.at
           FROM (SELECT object_id, max(at) AS at FROM audit_entry
                 WHERE object_type = 'EnforcementCase' AND action = 'notify_party' GROUP BY object_id) e
           WHERE e.object_id = c.id::text"""
    )


def downgrade() -> None:
    op.drop_column("enforcement_case", "notified_at")
