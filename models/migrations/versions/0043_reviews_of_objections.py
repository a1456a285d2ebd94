"""Who reviews an objection to an opinion has a time of its own

Revision ID: 0043
Revises: 0042
"""

from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_EVENT = "REVIEW_OBJECTION"


def upgrade() -> None:
    """The rule comes with the others, in seeds/deadline_rules.csv; an older schema knows no such event."""


def downgrade() -> None:
    op.execute(f"DELETE FROM deadline WHERE event = '{_EVENT}'")
    op.execute(f"DELETE FROM deadline_rule WHERE event = '{_EVENT}'")
