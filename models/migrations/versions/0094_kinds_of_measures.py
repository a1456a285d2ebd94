"""What a measure of coercion is done by, and when: only seizures and freezing have a time (行政强制法 25, 32)

Revision ID: 0094
Revises: 0093
"""

import sqlalchemy as sa
from alembic import op

revision = "0094"
down_revision = "0093"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = sa.Enum(
        "SEIZURE", "FREEZING", "OTHER", "EXECUTION", name="measurekind", native_enum=False, create_constraint=True, length=40
    )
    op.add_column("enforcement_case", sa.Column("implemented_at", sa.DateTime(timezone=True)))
    op.add_column("enforcement_case", sa.Column("measure_kind", kind))


def downgrade() -> None:
    op.drop_column("enforcement_case", "measure_kind")
    op.drop_column("enforcement_case", "implemented_at")
