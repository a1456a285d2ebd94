"""Assessments and the rules they are drawn up by

Revision ID: 0035
Revises: 0034
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_FIELDS = ["MARKET_REGULATION", "URBAN_MANAGEMENT", "ECOLOGY", "TRANSPORT", "CULTURE_TOURISM", "AGRICULTURE", "HEALTH", "EMERGENCY", "NATURAL_RESOURCES", "HOUSING", "WATER", "FORESTRY", "PUBLIC_SECURITY", "HUMAN_RESOURCES", "EDUCATION", "FIRE", "DEVELOPMENT_REFORM", "SCIENCE", "INDUSTRY", "ETHNIC_RELIGIOUS", "CIVIL_AFFAIRS", "COMMERCE", "VETERANS", "AUDIT", "SPORTS", "STATISTICS", "MEDICAL_SECURITY", "CULTURAL_RELICS", "CIVIL_DEFENCE", "GRAIN", "PRESS", "CYBERSPACE", "HOUSING_FUND", "TAX", "TOBACCO", "METEOROLOGY"]
_LEVELS = ["PROVINCE", "CITY", "COUNTY", "TOWNSHIP"]
_STATES = ["DRAFT", "PUBLISHED", "OBJECTED", "UPHELD", "REVOKED"]
_AUTHORITIES = ["LAW", "PLAN", "PRACTICE", "DEFAULT"]


def _term(name: str, terms: list[str]) -> sa.Enum:
    return sa.Enum(*terms, name=name, native_enum=False, create_constraint=True, length=40)


def _visible(name: str, of: str, type_: Any) -> sa.Column[Any]:
    return sa.Column(name, type_, sa.Computed(f"CASE WHEN state <> 'DRAFT' THEN {of} END", persisted=True), nullable=True)


def upgrade() -> None:
    op.create_table(
        "assessment_rule",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("level", _term("level", _LEVELS), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", _term("ruleauthority", _AUTHORITIES), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("assessment_rule_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("assessment_rule_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("assessment_rule_pkey")),
        sa.UniqueConstraint("region_code", "level", "valid_from", name=op.f("assessment_rule_region_code_level_valid_from_key")),
    )
    op.create_table(
        "assessment_rule_criterion",
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("points_per_item", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.CheckConstraint("weight > 0 AND weight <= 100", name=op.f("assessment_rule_criterion_weight_check")),
        sa.CheckConstraint("points_per_item > 0 AND points_per_item <= 100", name=op.f("assessment_rule_criterion_points_check")),
        sa.ForeignKeyConstraint(["rule_id"], ["assessment_rule.id"], name=op.f("assessment_rule_criterion_rule_id_fkey")),
        sa.PrimaryKeyConstraint("rule_id", "criterion", name=op.f("assessment_rule_criterion_pkey")),
    )
    op.create_table(
        "assessment",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessor_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _term("enforcementfield", _FIELDS), nullable=True),
        sa.Column("level", _term("level", _LEVELS), nullable=False),
        _visible("visible_organization_id", "organization_id", sa.Uuid()),
        _visible("visible_region_code", "region_code", sa.String(length=9, collation="C")),
        _visible("visible_field", "field", _term("visible_field", _FIELDS)),
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("state", _term("assessmentstate", _STATES), nullable=False),
        sa.Column("total", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("objection", sa.String(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=True),
        sa.Column("drawn_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("objected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("period_to >= period_from", name=op.f("assessment_period_check")),
        sa.CheckConstraint("total BETWEEN 0 AND 100", name=op.f("assessment_total_check")),
        sa.ForeignKeyConstraint(["assessor_id"], ["organization.id"], name=op.f("assessment_assessor_id_fkey")),
        sa.ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            name=op.f("assessment_organization_id_region_code_fkey"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(["rule_id"], ["assessment_rule.id"], name=op.f("assessment_rule_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("assessment_pkey")),
    )
    op.create_index(
        "assessment_of_a_period_idx",
        "assessment",
        ["assessor_id", "organization_id", "period_from", "period_to"],
        unique=True,
        postgresql_where=sa.text("state <> 'REVOKED'"),
    )
    op.create_index("assessment_assessor_idx", "assessment", ["assessor_id", "drawn_up_at", "id"])
    op.create_index("assessment_organization_idx", "assessment", ["visible_organization_id", "drawn_up_at", "id"])
    op.create_index("assessment_region_idx", "assessment", ["visible_region_code", "drawn_up_at", "id"])
    op.create_index(op.f("assessment_rule_id_idx"), "assessment", ["rule_id"])
    op.create_table(
        "assessment_line",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("points_per_item", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("value", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.Column("score", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("effective_weight", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("contribution", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.CheckConstraint("sample >= 0 AND score BETWEEN 0 AND 100", name=op.f("assessment_line_measured_check")),
        sa.CheckConstraint("num_nulls(value, score) IN (0, 2)", name=op.f("assessment_line_value_and_score_check")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("assessment_line_assessment_id_fkey")),
        sa.PrimaryKeyConstraint("assessment_id", "criterion", name=op.f("assessment_line_pkey")),
    )


def downgrade() -> None:
    for table in ("assessment_line", "assessment", "assessment_rule_criterion", "assessment_rule"):
        op.drop_table(table)
