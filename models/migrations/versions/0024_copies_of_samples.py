"""Copies of sampled cases' files

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sampled_copy",
        sa.Column("sampled_case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sampled_case_id"], ["sampled_case.id"], name=op.f("sampled_copy_sampled_case_id_fkey")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("sampled_copy_file_id_fkey")),
        sa.PrimaryKeyConstraint("sampled_case_id", "position", name=op.f("sampled_copy_pkey")),
        sa.UniqueConstraint("sampled_case_id", "file_id", name=op.f("sampled_copy_sampled_case_id_file_id_key")),
    )
    op.create_index(op.f("sampled_copy_file_id_idx"), "sampled_copy", ["file_id"])


def downgrade() -> None:
    op.drop_table("sampled_copy")
