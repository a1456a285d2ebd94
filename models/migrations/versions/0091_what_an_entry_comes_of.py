"""An audit entry of what changed with another object names that object

Revision ID: 0091
Revises: 0090
"""

import sqlalchemy as sa
from alembic import op

revision = "0091"
down_revision = "0090"
branch_labels = None
depends_on = None

_SEALED = "SELECT count(*) FROM audit_entry WHERE acted_on_id IS NOT NULL AND sequence IS NOT NULL"


def upgrade() -> None:
    for name in ("acted_on_type", "acted_on_id"):
        op.add_column("audit_entry", sa.Column(name, sa.String()))


def downgrade() -> None:
    if op.get_bind().scalar(sa.text(_SEALED)):
        raise RuntimeError("Entries that name what they come of are sealed with that: without it the chain would break.")
    for name in ("acted_on_type", "acted_on_id"):
        op.drop_column("audit_entry", name)
