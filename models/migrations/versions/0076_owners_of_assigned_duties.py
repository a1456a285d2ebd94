"""Duties that several organs list under one code are assigned each for itself; a revoked one is assigned no more

Revision ID: 0076
Revises: 0075
"""

import sqlalchemy as sa
from alembic import op

revision = "0076"
down_revision = "0075"
branch_labels = None
depends_on = None

_INDEX = "duty_assignment_in_force_idx"


def _index(*columns: str) -> None:
    op.create_index(_INDEX, "duty_assignment", columns, unique=True, postgresql_where=sa.text("state = 'ASSIGNED'"))


def upgrade() -> None:
    op.add_column("duty_assignment", sa.Column("owner_id", sa.Uuid(), nullable=True))
    op.execute(
        "UPDATE duty_assignment a SET owner_id = d.organization_id FROM duty_item d WHERE d.id = a.duty_item_id"
    )
    op.alter_column("duty_assignment", "owner_id", nullable=False)
    op.create_foreign_key(
        op.f("duty_assignment_owner_id_fkey"), "duty_assignment", "organization", ["owner_id"], ["id"]
    )
    op.drop_index(_INDEX, "duty_assignment")
    _index("organization_id", "owner_id", "duty_code")
    op.execute(
        """UPDATE duty_assignment a
           SET state = 'TAKEN_BACK', taken_back_on = greatest(a.assigned_on, r.valid_to), reason = r.reason,
               version = a.version + 1, updated_at = now()
           FROM (SELECT DISTINCT ON (organization_id, code) organization_id, code, state, valid_to, reason
                 FROM duty_item WHERE state IN ('PUBLISHED', 'REVOKED')
                 ORDER BY organization_id, code, state = 'PUBLISHED' DESC, edition DESC) r
           WHERE a.state = 'ASSIGNED' AND r.state = 'REVOKED'
             AND (r.organization_id, r.code) = (a.owner_id, a.duty_code)"""
    )


def downgrade() -> None:
    op.execute(
        """UPDATE duty_assignment a SET state = 'TAKEN_BACK', taken_back_on = greatest(a.assigned_on, current_date)
           WHERE a.state = 'ASSIGNED' AND EXISTS (
               SELECT FROM duty_assignment b WHERE b.state = 'ASSIGNED' AND b.id < a.id
                 AND (b.organization_id, b.duty_code) = (a.organization_id, a.duty_code))"""
    )
    op.drop_index(_INDEX, "duty_assignment")
    _index("organization_id", "duty_code")
    op.drop_column("duty_assignment", "owner_id")
