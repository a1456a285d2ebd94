"""The open poll that an evaluation rests on

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evaluation", sa.Column("questionnaire_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("evaluation_questionnaire_id_idx"), "evaluation", ["questionnaire_id"])
    op.create_foreign_key(
        op.f("evaluation_questionnaire_id_fkey"), "evaluation", "questionnaire", ["questionnaire_id"], ["id"]
    )
    op.create_check_constraint(
        op.f("evaluation_questionnaire_of_poll_check"), "evaluation", "questionnaire_id IS NULL OR kind = 'POLL'"
    )


def downgrade() -> None:
    op.drop_column("evaluation", "questionnaire_id")
