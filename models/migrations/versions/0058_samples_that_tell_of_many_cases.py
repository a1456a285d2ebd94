"""What a sample shows agrees with five published cases, and what is published of one rests on five

Samples that were drawn before stay as they were drawn.

Revision ID: 0058
Revises: 0057
"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE evaluation_subject SET is_published = false WHERE is_published AND sampled BETWEEN 1 AND 4")
    op.alter_column("sampled_case", "legal_review", nullable=True)
    op.alter_column("sampled_case", "hearing_held", nullable=True)
    op.add_column("sampled_case", sa.Column("withheld", sa.ARRAY(sa.String()), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("sampled_case", "withheld")
    op.execute("UPDATE sampled_case SET legal_review = 'NOT_NEEDED' WHERE legal_review IS NULL")
    op.execute("UPDATE sampled_case SET hearing_held = false WHERE hearing_held IS NULL")
    op.alter_column("sampled_case", "legal_review", nullable=False)
    op.alter_column("sampled_case", "hearing_held", nullable=False)
