"""The clue that a supervision matter was opened upon

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("supervision_matter", sa.Column("clue_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("supervision_matter_clue_id_fkey"), "supervision_matter", "clue", ["clue_id"], ["id"])
    op.create_index(op.f("supervision_matter_clue_id_idx"), "supervision_matter", ["clue_id"])


def downgrade() -> None:
    op.drop_column("supervision_matter", "clue_id")
