"""Why the legal review returned a case stands with it

Revision ID: 0090
Revises: 0089
"""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0089"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("enforcement_case", sa.Column("legal_review_opinion", sa.String()))


def downgrade() -> None:
    op.drop_column("enforcement_case", "legal_review_opinion")
