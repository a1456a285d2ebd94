"""Why a licence was revoked (行政许可法 69)

When a measure that was executed ended is kept from now on; of those before, the day on which it began counts.

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


def downgrade() -> None:
    op.drop_column("enforcement_case", "revocation_reason")
