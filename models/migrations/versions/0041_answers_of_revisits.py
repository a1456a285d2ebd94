"""A revisit has what the party answered to a questionnaire

Revision ID: 0041
Revises: 0040
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_revisit", sa.Column("response_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("case_revisit_response_id_fkey"), "case_revisit", "questionnaire_response", ["response_id"], ["id"]
    )
    op.create_unique_constraint(op.f("case_revisit_response_id_key"), "case_revisit", ["response_id"])


def downgrade() -> None:
    op.drop_column("case_revisit", "response_id")
