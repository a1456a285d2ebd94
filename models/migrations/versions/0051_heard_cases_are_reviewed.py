"""A case that was heard is decided after legal review (行政处罚法 58), also where its duty asks for none

Revision ID: 0051
Revises: 0050
"""

from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """UPDATE enforcement_case SET legal_review = 'AFTER_HEARING'
           WHERE act_type = 'PENALTY' AND state = 'HEARING' AND legal_review = 'NOT_NEEDED'"""
    )


def downgrade() -> None:
    """A case reviewed for no reason is reviewed all the same."""
