"""Words of cases are sorted into their index at once

Revision ID: 0034
Revises: 0033
"""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER INDEX enforcement_case_search_idx SET (fastupdate = off)")
    # What waits already stays in the list until someone sorts it in.
    op.execute("SELECT gin_clean_pending_list('enforcement_case_search_idx'::regclass)")


def downgrade() -> None:
    op.execute("ALTER INDEX enforcement_case_search_idx RESET (fastupdate)")
