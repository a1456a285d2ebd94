"""Alerts

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def _field(name: str) -> sa.Enum:
    return sa.Enum(*_FIELDS, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.Enum("YELLOW", "RED", name="alertseverity", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("object_type", sa.String(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("sender_id", sa.Uuid(), nullable=True),
        sa.Column("sender_region_code", sa.String(length=9, collation="C"), nullable=True),
        sa.Column("sender_field", _field("sender_field"), nullable=True),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_open", sa.Boolean(), sa.Computed("cleared_at IS NULL", persisted=True), nullable=False),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("alert_organization_id_fkey")),
        sa.ForeignKeyConstraint(["sender_id"], ["organization.id"], name=op.f("alert_sender_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("alert_pkey")),
    )
    op.create_index("alert_open_idx", "alert", ["rule", "object_id"], unique=True, postgresql_where=sa.text("cleared_at IS NULL"))
    op.create_index("alert_organization_idx", "alert", ["organization_id", "id"])
    op.create_index("alert_region_code_idx", "alert", ["region_code", "id"])
    op.create_index("alert_sender_idx", "alert", ["sender_id", "id"])
    op.create_index(
        "deadline_linkage_due_idx",
        "deadline",
        ["due_at"],
        postgresql_where=sa.text("linkage_id IS NOT NULL AND ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("deadline_linkage_due_idx", table_name="deadline")
    op.drop_table("alert")
