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
# Table, side, its column, when it was made.
_AREAS = [
    ("case_transfer", "sender", "sender_region_code", "created_at"),
    ("case_transfer", "receiver", "visible_receiver_region_code", "created_at"),
    ("coordination_dispute", "applicant", "applicant_region_code", "created_at"),
    ("coordination_dispute", "respondent", "respondent_region_code", "created_at"),
    ("linkage", "sender", "sender_region_code", "sent_at"),
    ("linkage", "receiver", "receiver_region_code", "sent_at"),
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
    for side in ("sender", "receiver"):
        op.drop_index(f"case_transfer_{side}_region_idx", "case_transfer")
    for table, side, column, made in _AREAS:
        op.create_index(f"{table}_{side}_region_idx", table, [column, made, "id"])
        for n in (2, 4, 6):
            op.create_index(f"{table}_{side}_area_{n}_idx", table, [sa.text(f'"left"({column}, {n})'), made, "id"])


def downgrade() -> None:
    for table, side, _, _ in _AREAS:
        for reached in ("region", "area_2", "area_4", "area_6"):
            op.drop_index(f"{table}_{side}_{reached}_idx", table)
    for side, column in (("sender", "sender_region_code"), ("receiver", "visible_receiver_region_code")):
        op.create_index(f"case_transfer_{side}_region_idx", "case_transfer", [column, "id"])
    op.drop_index("enforcement_case_near_idx", "enforcement_case")
    _public_due([])
    _offered([])
