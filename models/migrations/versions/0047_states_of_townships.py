"""A township's cases in a state are told by its index, without their rows

Revision ID: 0047
Revises: 0046
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

_ORDER: list[Any] = ["region_code", sa.text("registered_at DESC"), sa.text("id DESC")]


def upgrade() -> None:
    op.drop_index("enforcement_case_township_idx", "enforcement_case")
    op.create_index("enforcement_case_township_idx", "enforcement_case", [*_ORDER, "state"])


def downgrade() -> None:
    op.drop_index("enforcement_case_township_idx", "enforcement_case")
    op.create_index("enforcement_case_township_idx", "enforcement_case", _ORDER)
