"""Leading groups with their members, and funds for supervision

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def upgrade() -> None:
    op.create_table(
        "leading_group",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("established_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Enum("ESTABLISHED", "DISSOLVED", name="leadinggroupstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("dissolved_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            name=op.f("leading_group_organization_id_region_code_fkey"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(["office_id"], ["organization.id"], name=op.f("leading_group_office_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("leading_group_pkey")),
    )
    op.create_index(
        "leading_group_established_idx",
        "leading_group",
        ["organization_id"],
        unique=True,
        postgresql_where=sa.text("state = 'ESTABLISHED'"),
    )
    op.create_index("leading_group_region_code_idx", "leading_group", ["region_code", "id"])
    op.create_table(
        "leading_group_member",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Enum("LEADER", "DEPUTY_LEADER", "MEMBER", name="memberposition", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["leading_group.id"], name=op.f("leading_group_member_group_id_fkey")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("leading_group_member_organization_id_fkey")
        ),
        sa.PrimaryKeyConstraint("group_id", "number", name=op.f("leading_group_member_pkey")),
    )
    op.create_table(
        "budget",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", sa.Enum(*_FIELDS, name="enforcementfield", native_enum=False, create_constraint=True, length=40), nullable=True),
        sa.Column("finance_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=16, scale=2), nullable=False),
        sa.Column("spent", sa.Numeric(precision=16, scale=2), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount >= 0 AND spent BETWEEN 0 AND amount", name=op.f("budget_amounts_check")),
        sa.ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            name=op.f("budget_organization_id_region_code_fkey"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id", "field"],
            ["organization.id", "organization.field"],
            name=op.f("budget_organization_id_field_fkey"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(["finance_id"], ["organization.id"], name=op.f("budget_finance_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("budget_pkey")),
        sa.UniqueConstraint("organization_id", "year", name=op.f("budget_organization_id_year_key")),
    )
    op.create_index("budget_region_code_idx", "budget", ["region_code", "id"])


def downgrade() -> None:
    op.drop_table("budget")
    op.drop_table("leading_group_member")
    op.drop_table("leading_group")
