"""When a hearing was held, and when the party was told of it (行政处罚法 64)

Revision ID: 0055
Revises: 0054
"""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("hearing_noticed_on", sa.Date(), nullable=True))
    op.add_column("enforcement_case", sa.Column("hearing_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("enforcement_case", "hearing_on")
    op.drop_column("enforcement_case", "hearing_noticed_on")
