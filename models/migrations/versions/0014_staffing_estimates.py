"""Staffing with its changes, and the posts that its work needs

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_KINDS = ["GOVERNMENT", "JUDICIAL_BUREAU", "DEPARTMENT", "LEGAL_UNIT", "JUDICIAL_OFFICE", "TOWNSHIP_GOVERNMENT", "TOWNSHIP_ENFORCEMENT", "AUTHORIZED", "ENTRUSTED", "VERTICAL", "ESTABLISHMENT_OFFICE", "FINANCE", "POLICE", "PROCURATORATE", "SUPERVISORY_COMMISSION", "RESEARCH_INSTITUTE", "SURVEY_AGENCY"]
_GAPS = """array_remove(ARRAY[
  CASE WHEN authorised = 0 THEN 'NOT_AUTHORISED' END,
  CASE WHEN actual < authorised THEN 'VACANT_POSTS' END,
  CASE WHEN NOT dedicated_body THEN 'NO_DEDICATED_BODY' END,
  CASE WHEN dedicated_staff = 0 THEN 'NO_DEDICATED_STAFF' END{more}
]::varchar[], NULL)"""
_BELOW_ESTIMATE = ",\n  CASE WHEN authorised < estimated THEN 'BELOW_ESTIMATE' END"


def _lacks(expression: str) -> None:
    # PostgreSQL before 17 gives a generated column no other expression.
    op.drop_column("staffing", "gaps")
    computed = sa.Computed(expression, persisted=True)
    op.add_column("staffing", sa.Column("gaps", sa.ARRAY(sa.String()), computed, nullable=False))


def upgrade() -> None:
    op.add_column("staffing", sa.Column("estimated", sa.Integer(), nullable=True))
    shortfall = sa.Computed("greatest(coalesce(estimated, 0) - authorised, 0)", persisted=True)
    op.add_column("staffing", sa.Column("shortfall", sa.Integer(), shortfall, nullable=False))
    _lacks(_GAPS.format(more=_BELOW_ESTIMATE))
    op.create_table(
        "staffing_change",
        sa.Column("staffing_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("authorised", sa.Integer(), nullable=False),
        sa.Column("actual", sa.Integer(), nullable=False),
        sa.Column("dedicated_body", sa.Boolean(), nullable=False),
        sa.Column("dedicated_staff", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staffing_id"], ["staffing.id"], name=op.f("staffing_change_staffing_id_fkey")),
        sa.PrimaryKeyConstraint("staffing_id", "version", name=op.f("staffing_change_pkey")),
    )
    op.execute(
        "INSERT INTO staffing_change (staffing_id, version, effective_on, authorised, actual, dedicated_body,"
        " dedicated_staff) SELECT id, version, (updated_at AT TIME ZONE 'Asia/Shanghai')::date, authorised, actual,"
        " dedicated_body, dedicated_staff FROM staffing"
    )
    op.create_table(
        "staffing_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("kind", sa.Enum(*_KINDS, name="organizationkind", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("level", sa.Enum("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", name="level", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("base_posts", sa.Integer(), nullable=False),
        sa.Column("cases_per_post", sa.Integer(), nullable=True),
        sa.Column("organs_per_post", sa.Integer(), nullable=True),
        sa.Column("townships_per_post", sa.Integer(), nullable=True),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("base_posts >= 0", name=op.f("staffing_rule_base_posts_check")),
        sa.CheckConstraint(
            "cases_per_post > 0 AND organs_per_post > 0 AND townships_per_post > 0",
            name=op.f("staffing_rule_per_post_check"),
        ),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("staffing_rule_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("staffing_rule_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("staffing_rule_pkey")),
        sa.UniqueConstraint(
            "region_code", "kind", "level", "valid_from", name=op.f("staffing_rule_region_code_kind_level_valid_from_key")
        ),
    )
    op.create_table(
        "staffing_estimation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bodies", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.Integer(), nullable=False),
        sa.Column("authorised", sa.Integer(), nullable=False),
        sa.Column("shortfall", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("staffing_estimation_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("staffing_estimation_pkey")),
    )
    op.create_index(op.f("staffing_estimation_region_code_idx"), "staffing_estimation", ["region_code"])
    op.create_table(
        "staffing_estimate",
        sa.Column("staffing_id", sa.Uuid(), nullable=False),
        sa.Column("estimation_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("estimated_on", sa.Date(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("organs", sa.Integer(), nullable=False),
        sa.Column("townships", sa.Integer(), nullable=False),
        sa.Column("posts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staffing_id"], ["staffing.id"], name=op.f("staffing_estimate_staffing_id_fkey")),
        sa.ForeignKeyConstraint(
            ["estimation_id"], ["staffing_estimation.id"], name=op.f("staffing_estimate_estimation_id_fkey")
        ),
        sa.ForeignKeyConstraint(["rule_id"], ["staffing_rule.id"], name=op.f("staffing_estimate_rule_id_fkey")),
        sa.PrimaryKeyConstraint("staffing_id", "estimation_id", name=op.f("staffing_estimate_pkey")),
    )


def downgrade() -> None:
    op.drop_table("staffing_estimate")
    op.drop_table("staffing_estimation")
    op.drop_table("staffing_rule")
    op.drop_table("staffing_change")
    _lacks(_GAPS.format(more=""))
    op.drop_column("staffing", "shortfall")
    op.drop_column("staffing", "estimated")
