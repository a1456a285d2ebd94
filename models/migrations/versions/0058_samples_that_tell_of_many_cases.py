"""What a sample shows is that of five cases at least, and so is what is published and ranked of an organ

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
    op.execute(
        """UPDATE evaluation_subject s SET rank = r.rank
           FROM (SELECT id, CASE WHEN tells THEN rank() OVER (PARTITION BY evaluation_id, tells ORDER BY total DESC) END
                 FROM (SELECT id, evaluation_id, total, sampled NOT BETWEEN 1 AND 4 AS tells
                       FROM evaluation_subject WHERE total IS NOT NULL) t) r (id, rank)
           WHERE r.id = s.id AND r.rank IS DISTINCT FROM s.rank"""
    )
    op.alter_column("sampled_case", "legal_review", nullable=True)
    op.alter_column("sampled_case", "hearing_held", nullable=True)
    op.add_column("sampled_case", sa.Column("withheld", sa.ARRAY(sa.String()), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("sampled_case", "withheld")
    op.execute("UPDATE sampled_case SET legal_review = 'NOT_NEEDED' WHERE legal_review IS NULL")
    op.execute("UPDATE sampled_case SET hearing_held = false WHERE hearing_held IS NULL")
    op.alter_column("sampled_case", "legal_review", nullable=False)
    op.alter_column("sampled_case", "hearing_held", nullable=False)
