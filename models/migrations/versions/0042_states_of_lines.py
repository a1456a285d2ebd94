"""The states of a line's cases, and of those that a body reviews, are filtered in the index

Revision ID: 0042
Revises: 0041
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_ORDER = [sa.text("registered_at DESC"), sa.text("id DESC")]
_INDEXES: dict[str, list[Any]] = {
    "enforcement_case_reviewer_idx": ["legal_reviewer_id"],
    **{f"enforcement_case_line_{n}_idx": ["field", sa.text(f'"left"(region_code, {n})')] for n in (2, 4, 6)},
}


def _make_anew(filtered: list[str]) -> None:
    for name, reached in _INDEXES.items():
        op.drop_index(name, "enforcement_case")
        op.create_index(name, "enforcement_case", [*reached, *_ORDER, *filtered])


def upgrade() -> None:
    _make_anew(["state"])


def downgrade() -> None:
    _make_anew([])
