"""Lists and counts that are read by an index

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Name, and what is reached by the offer.
_OFFERED = [
    ("organization_id", "offered_organization_id"),
    ("region_code", "offered_region_code"),
    *((f"region_code_{n}", f'"left"(offered_region_code, {n})') for n in (2, 4, 6)),
]


def _offered(filtered: list[str]) -> None:
    for name, reached in _OFFERED:
        op.drop_index(f"enforcement_case_offered_{name}_idx", "enforcement_case")
        op.create_index(
            f"enforcement_case_offered_{name}_idx",
            "enforcement_case",
            [sa.text(reached), sa.text("registered_at DESC"), sa.text("id DESC"), *filtered],
            postgresql_where=sa.text(f"offered_{name.rstrip('_246')} IS NOT NULL"),
        )


def upgrade() -> None:
    _offered(["state"])


def downgrade() -> None:
    _offered([])
