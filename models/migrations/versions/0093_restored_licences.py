"""A licence whose revocation was annulled is restored (行政复议法 64, 行政诉讼法 70)

When one was revoked before stands in the audit.

Revision ID: 0093
Revises: 0092
"""

import sqlalchemy as sa
from alembic import op

revision = "0093"
down_revision = "0092"
branch_labels = None
depends_on = None


_REVOKED = """
UPDATE enforcement_case c SET revoked_at = (
    SELECT max(e.at) FROM audit_entry e
    WHERE e.object_type = 'EnforcementCase' AND e.object_id = c.id::text AND e.action = 'revoke_licence')
WHERE c.act_type = 'LICENSING' AND c.state = 'REVOKED'
"""
_OF_REVOCATION = """
UPDATE review_outcome o SET is_of_revocation = true FROM enforcement_case c
WHERE c.id = o.case_id AND o.decided_on > (c.revoked_at AT TIME ZONE 'Asia/Shanghai')::date
"""


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("revoked_at", sa.DateTime(timezone=True)))
    op.add_column(
        "review_outcome", sa.Column("is_of_revocation", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.execute(_REVOKED)
    op.execute(_OF_REVOCATION)


def downgrade() -> None:
    op.drop_column("review_outcome", "is_of_revocation")
    op.drop_column("enforcement_case", "revoked_at")
