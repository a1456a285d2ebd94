"""The term of a licence, before the end of which it does not expire (行政许可法 70)

Revision ID: 0075
Revises: 0074
"""

import sqlalchemy as sa
from alembic import op

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("licence_valid_to", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("enforcement_case", "licence_valid_to")
