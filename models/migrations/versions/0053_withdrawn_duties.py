"""The draft of a duty item can be withdrawn

Revision ID: 0053
Revises: 0052
"""

from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

_STATES = ("DRAFT", "REVIEWED", "PUBLISHED", "SUPERSEDED", "REVOKED")


def _admit(*states: str) -> None:
    op.drop_constraint(op.f("duty_item_dutyitemstate_check"), "duty_item", type_="check")
    listed = ", ".join(f"'{state}'" for state in states)
    op.create_check_constraint(op.f("duty_item_dutyitemstate_check"), "duty_item", f"state IN ({listed})")


def upgrade() -> None:
    _admit(*_STATES, "WITHDRAWN")


def downgrade() -> None:
    op.execute("DELETE FROM duty_item WHERE state = 'WITHDRAWN'")
    _admit(*_STATES)
