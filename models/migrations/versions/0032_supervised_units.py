"""A township and its enforcement team are supervised as one

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_OPEN = sa.text("state NOT IN ('CLOSED', 'TERMINATED')")


def upgrade() -> None:
    op.add_column("supervision_matter", sa.Column("unit_id", sa.Uuid(), nullable=True))
    op.execute(
        """UPDATE supervision_matter m
           SET unit_id = CASE WHEN o.kind = 'TOWNSHIP_ENFORCEMENT' THEN coalesce(o.government_id, o.id) ELSE o.id END
           FROM organization o WHERE o.id = m.organization_id"""
    )
    op.alter_column("supervision_matter", "unit_id", nullable=False)
    op.create_foreign_key(
        "supervision_matter_unit_id_fkey", "supervision_matter", "organization", ["unit_id"], ["id"]
    )
    _hold_open("unit_id")


def downgrade() -> None:
    _hold_open("organization_id")
    op.drop_column("supervision_matter", "unit_id")


def _hold_open(by: str) -> None:
    op.drop_index("supervision_matter_open_idx", "supervision_matter")
    op.create_index(
        "supervision_matter_open_idx", "supervision_matter", [by, "object_key"], unique=True, postgresql_where=_OPEN
    )
