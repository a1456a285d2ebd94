"""Which keys a database was used with, so that others are refused

Revision ID: 0080
Revises: 0077
"""

import sqlalchemy as sa
from alembic import op

revision = "0080"
down_revision = "0077"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "field_key",
        sa.Column("number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("field_key_pkey")),
    )


def downgrade() -> None:
    op.drop_table("field_key")
