"""The special supervision that a poll led to

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evaluation", sa.Column("matter_id", sa.Uuid(), nullable=True))
    op.create_index("evaluation_matter_id_idx", "evaluation", ["matter_id"])
    op.create_foreign_key(op.f("evaluation_matter_id_fkey"), "evaluation", "supervision_matter", ["matter_id"], ["id"])


def downgrade() -> None:
    op.drop_column("evaluation", "matter_id")
