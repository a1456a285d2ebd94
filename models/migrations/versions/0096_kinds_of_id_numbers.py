"""What a party's id number is of: foreigners have no resident identity card

Revision ID: 0096
Revises: 0095
"""

import sqlalchemy as sa
from alembic import op

revision = "0096"
down_revision = "0095"
branch_labels = None
depends_on = None

_KINDS = ("RESIDENT_IDENTITY_CARD", "PERMANENT_RESIDENCE_CARD", "TRAVEL_PERMIT", "PASSPORT")


def upgrade() -> None:
    kind = sa.Enum(*_KINDS, name="partyidkind", native_enum=False, create_constraint=True, length=40)
    op.add_column("enforcement_case", sa.Column("party_id_kind", kind))


def downgrade() -> None:
    op.drop_column("enforcement_case", "party_id_kind")
