"""How a decision was served, and when its service was announced (民事诉讼法 88 to 95, by 行政处罚法 61)

Revision ID: 0095
Revises: 0094
"""

import sqlalchemy as sa
from alembic import op

revision = "0095"
down_revision = "0094"
branch_labels = None
depends_on = None

_MODES = ("DIRECT", "LEFT", "ENTRUSTED", "MAIL", "FORWARDED", "ELECTRONIC", "ANNOUNCEMENT")


def upgrade() -> None:
    mode = sa.Enum(*_MODES, name="servicemode", native_enum=False, create_constraint=True, length=40)
    op.add_column("enforcement_case", sa.Column("service_mode", mode))
    op.add_column("enforcement_case", sa.Column("service_announced_on", sa.Date()))


def downgrade() -> None:
    op.drop_column("enforcement_case", "service_announced_on")
    op.drop_column("enforcement_case", "service_mode")
