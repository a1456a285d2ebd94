"""What is supplemented to an application stands beside it

Revision ID: 0072
Revises: 0071
"""

import sqlalchemy as sa
from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("coordination_dispute", sa.Column("supplement", sa.String(), nullable=True))


def downgrade() -> None:
    """What was supplemented is lost."""
    op.drop_column("coordination_dispute", "supplement")
