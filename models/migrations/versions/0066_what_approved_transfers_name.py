"""A transfer is sent as it was approved: those that wait to be sent name what their case does

Revision ID: 0066
Revises: 0065
"""

from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """UPDATE case_transfer t SET cause = c.cause, party_kind = c.party_kind, party_name = c.party_name
           FROM enforcement_case c
           WHERE t.state = 'APPROVED' AND c.id = t.case_id
             AND (t.cause, t.party_kind, t.party_name) IS DISTINCT FROM (c.cause, c.party_kind, c.party_name)"""
    )


def downgrade() -> None:
    """Until it was sent a transfer named what its draft did."""
