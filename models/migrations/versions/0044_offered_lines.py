"""What is offered to a line is read in the order of its lists

Revision ID: 0044
Revises: 0043
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

_NAMES = {length: f"enforcement_case_offered_line_{length}_idx" for length in (2, 4, 6)}
_ORDER = [sa.text("registered_at DESC"), sa.text("id DESC")]
_FILTERED = ["state", "next_near_at", "next_due_at"]


def upgrade() -> None:
    for length, name in _NAMES.items():
        reached: list[Any] = ["offered_field", sa.text(f'"left"(offered_region_code, {length})')]
        op.create_index(
            name,
            "enforcement_case",
            [*reached, *_ORDER, *_FILTERED],
            postgresql_where=sa.text("offered_field IS NOT NULL"),
        )


def downgrade() -> None:
    for name in _NAMES.values():
        op.drop_index(name, "enforcement_case")
