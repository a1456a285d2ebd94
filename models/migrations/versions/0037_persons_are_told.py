"""Persons are told what concerns them, not organizations alone

Revision ID: 0037
Revises: 0036
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notification", sa.Column("account_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("notification_account_id_fkey"), "notification", "account", ["account_id"], ["id"])
    op.alter_column("notification", "organization_id", nullable=True)
    op.create_check_constraint(
        op.f("notification_told_check"), "notification", "num_nonnulls(organization_id, account_id) = 1"
    )
    op.create_index(
        "notification_account_idx", "notification", ["account_id", sa.text("at DESC"), sa.text("id DESC")]
    )


def downgrade() -> None:
    op.execute("DELETE FROM notification WHERE account_id IS NOT NULL")
    op.drop_index("notification_account_idx", "notification")
    op.drop_constraint(op.f("notification_told_check"), "notification")
    op.alter_column("notification", "organization_id", nullable=False)
    op.drop_constraint(op.f("notification_account_id_fkey"), "notification")
    op.drop_column("notification", "account_id")
