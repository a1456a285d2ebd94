"""The cases of a line in a state have indexes of their own

Revision ID: 0045
Revises: 0044
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_ORDER = [sa.text("registered_at DESC"), sa.text("id DESC")]
_LINES: dict[int, list[Any]] = {n: ["field", sa.text(f'"left"(region_code, {n})')] for n in (2, 4, 6)}


def upgrade() -> None:
    for n, line in _LINES.items():
        op.drop_index(f"enforcement_case_line_{n}_idx", "enforcement_case")
        op.create_index(f"enforcement_case_line_{n}_idx", "enforcement_case", [*line, *_ORDER])
        op.create_index(f"enforcement_case_line_{n}_state_idx", "enforcement_case", [*line, "state", *_ORDER])


def downgrade() -> None:
    for n, line in _LINES.items():
        op.drop_index(f"enforcement_case_line_{n}_state_idx", "enforcement_case")
        op.drop_index(f"enforcement_case_line_{n}_idx", "enforcement_case")
        op.create_index(f"enforcement_case_line_{n}_idx", "enforcement_case", [*line, *_ORDER, "state"])
