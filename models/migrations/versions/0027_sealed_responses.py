"""Anonymous responses are sealed until their questionnaire is closed

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_TABLE, _INDEX = "questionnaire_response", "questionnaire_response_region_code_idx"


def upgrade() -> None:
    op.add_column(_TABLE, sa.Column("is_sealed", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute(
        "UPDATE questionnaire_response r SET is_sealed = true FROM questionnaire q"
        " WHERE q.id = r.questionnaire_id AND q.is_anonymous AND q.state <> 'CLOSED'"
    )
    for name, type_ in (("organization_id", sa.Uuid()), ("region_code", sa.String(length=9, collation="C"))):
        unsealed = sa.Computed(f"CASE WHEN NOT is_sealed THEN {name} END", persisted=True)
        op.add_column(_TABLE, sa.Column(f"visible_{name}", type_, unsealed, nullable=True))
    op.drop_index(_INDEX, table_name=_TABLE)
    op.create_index(_INDEX, _TABLE, ["visible_region_code", "id"])


def downgrade() -> None:
    op.drop_index(_INDEX, table_name=_TABLE)
    for name in ("visible_region_code", "visible_organization_id", "is_sealed"):
        op.drop_column(_TABLE, name)
    op.create_index(_INDEX, _TABLE, ["region_code", "id"])
