"""Rules through the API: the calendar as an object, limits of inspections, deadlines that can be counted again

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def upgrade() -> None:
    op.drop_constraint("calendar_year_pkey", "calendar_year", type_="primary")
    op.add_column("calendar_year", sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False))
    op.create_primary_key("calendar_year_pkey", "calendar_year", ["id"])
    op.create_unique_constraint("calendar_year_year_key", "calendar_year", ["year"])
    year = sa.Computed("CAST(EXTRACT(year FROM day) AS integer)", persisted=True)
    op.add_column("calendar_day", sa.Column("year", sa.Integer(), year, nullable=False))
    op.add_column("deadline", sa.Column("counted_from", sa.DateTime(timezone=True), nullable=True))
    op.add_column("deadline", sa.Column("extended_by", sa.Integer(), nullable=True))
    op.add_column("deadline", sa.Column("pauses", postgresql.ARRAY(sa.DateTime(timezone=True)), nullable=True))
    under = sa.Computed("next_due_at IS NOT NULL", persisted=True)
    op.add_column("enforcement_case", sa.Column("is_under_deadline", sa.Boolean(), under, nullable=False))
    op.add_column("enforcement_case", sa.Column("is_suspended", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute(
        "UPDATE enforcement_case c SET is_suspended = true WHERE EXISTS (SELECT FROM deadline d"
        " WHERE d.case_id = c.id AND d.suspended_at IS NOT NULL AND d.ended_at IS NULL)"
    )
    op.add_column("coordination_dispute", sa.Column("supplement_asked", sa.String(), nullable=True))
    op.add_column(
        "coordination_dispute",
        sa.Column("is_supplement_asked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.create_table(
        "inspection_limit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", sa.Enum(*_FIELDS, name="enforcementfield", native_enum=False, create_constraint=True, length=40), nullable=True),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("most >= 0", name=op.f("inspection_limit_most_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("inspection_limit_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("inspection_limit_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("inspection_limit_pkey")),
        sa.UniqueConstraint(
            "region_code",
            "field",
            "valid_from",
            name=op.f("inspection_limit_region_code_field_valid_from_key"),
            postgresql_nulls_not_distinct=True,
        ),
    )


def downgrade() -> None:
    op.drop_table("inspection_limit")
    op.drop_column("coordination_dispute", "is_supplement_asked")
    op.drop_column("coordination_dispute", "supplement_asked")
    op.drop_column("enforcement_case", "is_suspended")
    op.drop_column("enforcement_case", "is_under_deadline")
    op.drop_column("deadline", "pauses")
    op.drop_column("deadline", "extended_by")
    op.drop_column("deadline", "counted_from")
    op.drop_column("calendar_day", "year")
    op.drop_constraint("calendar_year_year_key", "calendar_year", type_="unique")
    op.drop_constraint("calendar_year_pkey", "calendar_year", type_="primary")
    op.drop_column("calendar_year", "id")
    op.create_primary_key("calendar_year_pkey", "calendar_year", ["year"])
