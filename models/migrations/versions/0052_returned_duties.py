"""A duty item says why it was returned to draft, or revoked

Revision ID: 0052
Revises: 0051
"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("duty_item", sa.Column("reason", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("duty_item", "reason")
