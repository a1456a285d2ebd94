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


def _public_due(filtered: list[str]) -> None:
    op.drop_index("enforcement_case_public_due_idx", "enforcement_case")
    op.create_index(
        "enforcement_case_public_due_idx",
        "enforcement_case",
        [sa.text("registered_at DESC"), sa.text("id DESC"), *filtered],
        postgresql_where=sa.text("is_published AND next_due_at IS NOT NULL"),
    )


def upgrade() -> None:
    _offered(["state", "next_near_at", "next_due_at"])
    _public_due(["next_due_at", "next_near_at"])
    op.create_index(
        "enforcement_case_near_idx",
        "enforcement_case",
        ["next_due_at", "next_near_at", "region_code", "field", "registered_at", "id"],
        postgresql_where=sa.text("next_due_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("enforcement_case_near_idx", "enforcement_case")
    _public_due([])
    _offered([])
