"""The term of a licence, before the end of which it does not expire (行政许可法 70)

Revision ID: 0077
Revises: 0076
"""

import sqlalchemy as sa
from alembic import op

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("licence_valid_to", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("enforcement_case", "licence_valid_to")
