"""A linkage says which case and which party it is about

Revision ID: 0054
Revises: 0053
"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

_COPIED = {
    "case_number": ("number", sa.String(collation="C")),
    "cause": ("cause", sa.String(collation="C")),
    "party_kind": ("party_kind", sa.String(length=40)),
    "party_name": ("party_name", sa.String(collation="C")),
    "party_credit_code": ("party_credit_code", sa.String(length=18, collation="C")),
}
_KINDS = "party_kind IN ('PERSON', 'ENTERPRISE', 'SOLE_TRADER')"


def upgrade() -> None:
    for name, (_, type_) in _COPIED.items():
        op.add_column("linkage", sa.Column(name, type_, nullable=True))
    copied = ", ".join(f"{name} = c.{column}" for name, (column, _) in _COPIED.items())
    op.execute(f"UPDATE linkage l SET {copied} FROM enforcement_case c WHERE c.id = l.case_id")
    for name in _COPIED:
        if name != "party_credit_code":
            op.alter_column("linkage", name, nullable=False)
    op.create_check_constraint(op.f("linkage_partykind_check"), "linkage", _KINDS)


def downgrade() -> None:
    for name in _COPIED:
        op.drop_column("linkage", name)
