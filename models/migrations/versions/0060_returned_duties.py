"""A duty item says why it was returned to draft, or revoked

Revision ID: 0060
Revises: 0049
"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("duty_item", sa.Column("reason", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("duty_item", "reason")
