"""A year's calendar is amended by a later notice

Revision ID: 0082
Revises: 0081
"""

import sqlalchemy as sa
from alembic import op

revision = "0082"
down_revision = "0081"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("calendar_year", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column(
        "calendar_year",
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
    )
    op.add_column("calendar_year", sa.Column("amended_from", sa.Date()))
    op.alter_column("calendar_year", "version", server_default=None)
    op.alter_column("calendar_year", "updated_at", server_default=None)


def downgrade() -> None:
    op.drop_column("calendar_year", "amended_from")
    op.drop_column("calendar_year", "updated_at")
    op.drop_column("calendar_year", "version")
