"""From which amount on a party has a right to a hearing (行政处罚法 63)

Revision ID: 0059
Revises: 0058
"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def upgrade() -> None:
    op.create_table(
        "hearing_threshold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", sa.Enum(*_FIELDS, name="enforcementfield", native_enum=False, create_constraint=True, length=40), nullable=True),
        sa.Column("person_amount", sa.Numeric(precision=16, scale=2), nullable=False),
        sa.Column("organization_amount", sa.Numeric(precision=16, scale=2), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("person_amount > 0 AND organization_amount > 0", name=op.f("hearing_threshold_amounts_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("hearing_threshold_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("hearing_threshold_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("hearing_threshold_pkey")),
        sa.UniqueConstraint(
            "region_code",
            "field",
            "valid_from",
            name=op.f("hearing_threshold_region_code_field_valid_from_key"),
            postgresql_nulls_not_distinct=True,
        ),
    )


def downgrade() -> None:
    op.drop_table("hearing_threshold")
