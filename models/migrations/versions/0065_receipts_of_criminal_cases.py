"""The police have a time of their own to sign the receipt of a criminal case (国务院令第310号 7)

Revision ID: 0065
Revises: 0064
"""

from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None

_EVENT = "SIGN_CRIMINAL_RECEIPT"


def upgrade() -> None:
    """The rule comes with the others, in seeds/deadline_rules.csv; an older schema knows no such event."""


def downgrade() -> None:
    op.execute(f"DELETE FROM deadline WHERE event = '{_EVENT}'")
    op.execute(f"DELETE FROM deadline_rule WHERE event = '{_EVENT}'")
