"""A government reads the papers of a dispute once it has to decide it, until then the summary

Revision ID: 0099
Revises: 0098
"""

import sqlalchemy as sa
from alembic import op

revision = "0099"
down_revision = "0098"
branch_labels = None
depends_on = None

_DECIDING = "CASE WHEN state IN ('ESCALATED', 'GOVERNMENT_DECIDED') THEN government_id END"


def upgrade() -> None:
    deciding = sa.Computed(_DECIDING, persisted=True)
    op.add_column("coordination_dispute", sa.Column("deciding_id", sa.Uuid(), deciding, nullable=True))


def downgrade() -> None:
    op.drop_column("coordination_dispute", "deciding_id")
