"""Supervision documents are found by their number, whoever issued them

Revision ID: 0098
Revises: 0097
"""

from alembic import op

revision = "0098"
down_revision = "0097"
branch_labels = None
depends_on = None

_INDEX, _TABLE = "supervision_document_number_key", "supervision_document"


def upgrade() -> None:
    op.drop_index(_INDEX, _TABLE)
    op.create_index(_INDEX, _TABLE, ["number", "issuer_id"], unique=True)


def downgrade() -> None:
    op.drop_index(_INDEX, _TABLE)
    op.create_index(_INDEX, _TABLE, ["issuer_id", "number"], unique=True)
