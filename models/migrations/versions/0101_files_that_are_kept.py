"""A file is promised or kept: one that is of no use is removed, and none is marked as given up

Revision ID: 0101
Revises: 0100
"""

from alembic import op

revision = "0101"
down_revision = "0100"
branch_labels = None
depends_on = None

_CHECK = "stored_file_filestate_check"


def _admit(*states: str) -> None:
    op.drop_constraint(op.f(_CHECK), "stored_file", type_="check")
    listed = ", ".join(f"'{state}'" for state in states)
    op.create_check_constraint(op.f(_CHECK), "stored_file", f"state IN ({listed})")


def upgrade() -> None:
    # No command gave a file up; what a hand marked so is told as lost where it is asked for.
    op.execute("UPDATE stored_file SET state = 'STORED' WHERE state = 'DISCARDED'")
    _admit("PENDING", "STORED")


def downgrade() -> None:
    _admit("PENDING", "STORED", "DISCARDED")
