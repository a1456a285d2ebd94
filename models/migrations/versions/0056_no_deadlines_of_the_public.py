"""Nobody lists published cases by their deadlines any more, which the public is not told of

Revision ID: 0056
Revises: 0055
"""

from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("enforcement_case_public_due_idx", "enforcement_case")


def downgrade() -> None:
    op.execute(
        """CREATE INDEX enforcement_case_public_due_idx ON enforcement_case
           (registered_at DESC, id DESC, next_due_at, next_near_at) WHERE is_published AND next_due_at IS NOT NULL"""
    )
