"""Documents that wait for their addressee's answer are found without those that were answered

Revision ID: 0083
Revises: 0082
"""

from alembic import op

revision = "0083"
down_revision = "0082"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX supervision_document_unanswered_idx ON supervision_document (organization_id, id)"
        " WHERE reply IS NULL"
    )


def downgrade() -> None:
    op.execute("DROP INDEX supervision_document_unanswered_idx")
