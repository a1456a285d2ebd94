"""A dispute has ended by a designation or by its sides: nothing is left to designate

Revision ID: 0063
Revises: 0062
"""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("coordination_dispute", "is_designated")
    ended = sa.Computed("ended_at IS NOT NULL", persisted=True)
    op.add_column("coordination_dispute", sa.Column("is_ended", sa.Boolean(), ended, nullable=False))


def downgrade() -> None:
    op.drop_column("coordination_dispute", "is_ended")
    designated = sa.Computed("designated_id IS NOT NULL", persisted=True)
    op.add_column("coordination_dispute", sa.Column("is_designated", sa.Boolean(), designated, nullable=True))
