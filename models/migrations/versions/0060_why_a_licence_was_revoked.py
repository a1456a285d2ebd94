"""Why a licence was revoked (行政许可法 69), and when a measure that was executed ended

Revision ID: 0060
Revises: 0059
"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("revocation_reason", sa.String(), nullable=True))
    op.execute(
        """UPDATE enforcement_case c SET closed_at = e.at
           FROM (SELECT object_id, max(at) AS at FROM audit_entry
                 WHERE object_type = 'EnforcementCase' AND action = 'execute_decision' GROUP BY object_id) e
           WHERE c.state = 'EXECUTED' AND c.closed_at IS NULL AND e.object_id = c.id::text"""
    )


def downgrade() -> None:
    op.drop_column("enforcement_case", "revocation_reason")
