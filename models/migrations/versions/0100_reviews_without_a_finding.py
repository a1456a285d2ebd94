"""Reconsideration and litigation end without a finding, too (行政复议法 33, 41, 73, 行政诉讼法 60, 62)

Revision ID: 0100
Revises: 0099
"""

import sqlalchemy as sa
from alembic import op

revision = "0100"
down_revision = "0099"
branch_labels = None
depends_on = None

_CHECK = "review_outcome_reviewresult_check"
_RESULTS = ("UPHELD", "CHANGED", "ANNULLED", "UNLAWFUL", "LOST")
_ADDED = ("WITHDRAWN", "DISMISSED", "MEDIATED")


def _admit(*results: str) -> None:
    op.drop_constraint(op.f(_CHECK), "review_outcome", type_="check")
    listed = ", ".join(f"'{result}'" for result in results)
    op.create_check_constraint(op.f(_CHECK), "review_outcome", f"result IN ({listed})")


def upgrade() -> None:
    _admit(*_RESULTS, *_ADDED)
    op.add_column(
        "review_outcome", sa.Column("changes_penalty", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )


def downgrade() -> None:
    op.execute("UPDATE review_outcome SET result = 'CHANGED' WHERE changes_penalty")
    op.execute("DELETE FROM review_outcome WHERE result IN ('WITHDRAWN', 'DISMISSED', 'MEDIATED')")
    op.drop_column("review_outcome", "changes_penalty")
    _admit(*_RESULTS)
