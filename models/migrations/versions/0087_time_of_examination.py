"""The time of a seizure leaves out what an examination of the things takes (行政强制法 25)

Revision ID: 0087
Revises: 0086
"""

from alembic import op

revision = "0087"
down_revision = "0086"
branch_labels = None
depends_on = None

# What an administrator changed stays.
_UNCHANGED = "event = 'SEIZURE' AND region_code = '41' AND authority = 'LAW' AND version = 1"


def upgrade() -> None:
    op.execute(f"UPDATE deadline_rule SET is_suspensible = true WHERE {_UNCHANGED}")


def downgrade() -> None:
    op.execute(f"UPDATE deadline_rule SET is_suspensible = false WHERE {_UNCHANGED}")
