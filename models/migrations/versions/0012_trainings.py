"""Trainings, their sessions and who attended them

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def _field() -> sa.Enum:
    return sa.Enum(*_FIELDS, name="enforcementfield", native_enum=False, create_constraint=True, length=40)


def _of_organization(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            ["organization_id", column],
            ["organization.id", f"organization.{column}"],
            name=op.f(f"{table}_organization_id_{column}_fkey"),
            onupdate="CASCADE",
        )
        for column in ("region_code", "field")
    ]


def upgrade() -> None:
    op.create_table(
        "training",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("required_hours", sa.Integer(), nullable=False),
        sa.Column("state", sa.Enum("PLANNED", "HELD", "COMPLETED", "CANCELLED", name="trainingstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("required_hours > 0", name=op.f("training_required_hours_check")),
        *_of_organization("training"),
        sa.PrimaryKeyConstraint("id", name=op.f("training_pkey")),
    )
    op.create_index("training_organization_idx", "training", ["organization_id", "year", "id"])
    op.create_index("training_region_code_idx", "training", ["region_code", "year", "id"])
    op.create_table(
        "training_session",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("lecturer", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.CheckConstraint("hours > 0", name=op.f("training_session_hours_check")),
        sa.ForeignKeyConstraint(["training_id"], ["training.id"], name=op.f("training_session_training_id_fkey")),
        sa.PrimaryKeyConstraint("training_id", "number", name=op.f("training_session_pkey")),
    )
    op.create_table(
        "training_attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("session_number", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("year", sa.Integer(), sa.Computed("CAST(EXTRACT(year FROM held_on) AS integer)", persisted=True), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("hours > 0", name=op.f("training_attendance_hours_check")),
        *_of_organization("training_attendance"),
        sa.ForeignKeyConstraint(
            ["officer_id", "organization_id"],
            ["officer.id", "officer.organization_id"],
            name=op.f("training_attendance_officer_id_organization_id_fkey"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(["training_id"], ["training.id"], name=op.f("training_attendance_training_id_fkey")),
        sa.ForeignKeyConstraint(
            ["training_id", "session_number"],
            ["training_session.training_id", "training_session.number"],
            name=op.f("training_attendance_training_id_session_number_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("training_attendance_pkey")),
        sa.UniqueConstraint(
            "training_id",
            "session_number",
            "officer_id",
            name=op.f("training_attendance_training_id_session_number_officer_id_key"),
        ),
    )
    op.create_index("training_attendance_officer_idx", "training_attendance", ["officer_id", "year"])
    op.create_index("training_attendance_organization_idx", "training_attendance", ["organization_id", "year"])
    op.create_index("training_attendance_region_code_idx", "training_attendance", ["region_code", "year"])


def downgrade() -> None:
    op.drop_table("training_attendance")
    op.drop_table("training_session")
    op.drop_table("training")
