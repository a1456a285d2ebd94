"""That a party asked for a hearing is recorded, with the day

Revision ID: 0092
Revises: 0091
"""

import sqlalchemy as sa
from alembic import op

revision = "0092"
down_revision = "0091"
branch_labels = None
depends_on = None

_CHECK = "enforcement_case_hearingright_check"


def _admit(*rights: str) -> None:
    op.drop_constraint(op.f(_CHECK), "enforcement_case", type_="check")
    listed = ", ".join(f"'{right}'" for right in rights)
    op.create_check_constraint(op.f(_CHECK), "enforcement_case", f"hearing_right IN ({listed})")


def upgrade() -> None:
    _admit("NOT_OFFERED", "OFFERED", "REQUESTED", "WAIVED")
    op.add_column("enforcement_case", sa.Column("hearing_requested_on", sa.Date()))


def downgrade() -> None:
    op.drop_column("enforcement_case", "hearing_requested_on")
    op.execute("UPDATE enforcement_case SET hearing_right = 'OFFERED' WHERE hearing_right = 'REQUESTED'")
    _admit("NOT_OFFERED", "OFFERED", "WAIVED")
