"""A deadline is in the index of its own object alone, not with nothing in those of nine others

Revision ID: 0089
Revises: 0088
"""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None

_OBJECTS = (
    "case_id",
    "transfer_id",
    "dispute_id",
    "linkage_id",
    "explanation_id",
    "matter_id",
    "clue_id",
    "report_id",
    "revisit_id",
    "assessment_id",
)


def upgrade() -> None:
    for link in _OBJECTS:
        op.drop_index(f"deadline_{link}_idx", "deadline")
        op.create_index(f"deadline_{link}_idx", "deadline", [link], postgresql_where=sa.text(f"{link} IS NOT NULL"))


def downgrade() -> None:
    for link in _OBJECTS:
        op.drop_index(f"deadline_{link}_idx", "deadline")
        op.create_index(f"deadline_{link}_idx", "deadline", [link])
