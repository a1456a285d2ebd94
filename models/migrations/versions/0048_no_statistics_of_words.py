"""No statistics of the words of cases: half of what ANALYZE does, and a plan made for any value uses none

Revision ID: 0048
Revises: 0047
"""

from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER INDEX enforcement_case_search_idx ALTER COLUMN 1 SET STATISTICS 0")


def downgrade() -> None:
    op.execute("ALTER INDEX enforcement_case_search_idx ALTER COLUMN 1 SET STATISTICS -1")
