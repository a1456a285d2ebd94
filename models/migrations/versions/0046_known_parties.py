"""Parties are found where their code or number is known: the indexes hold nobody else

Revision ID: 0046
Revises: 0045
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

_INDEXES = {
    "enforcement_case_party_idx": ["party_credit_code", "registered_at", "id"],
    "enforcement_case_id_number_idx": ["party_id_number_index"],
}


def upgrade() -> None:
    for name, columns in _INDEXES.items():
        op.drop_index(name, "enforcement_case")
        known = sa.text(f"{columns[0]} IS NOT NULL")
        op.create_index(name, "enforcement_case", columns, postgresql_where=known)


def downgrade() -> None:
    for name, columns in _INDEXES.items():
        op.drop_index(name, "enforcement_case")
        op.create_index(name, "enforcement_case", columns)
