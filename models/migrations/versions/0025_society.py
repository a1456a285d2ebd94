"""Invited supervisors, their reports, open polls; a problem that a contact point told of leads to its clue

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_FIELDS = [
    "MARKET_REGULATION",
    "URBAN_MANAGEMENT",
    "ECOLOGY",
    "TRANSPORT",
    "CULTURE_TOURISM",
    "AGRICULTURE",
    "HEALTH",
    "EMERGENCY",
    "NATURAL_RESOURCES",
    "HOUSING",
    "WATER",
    "FORESTRY",
    "PUBLIC_SECURITY",
    "HUMAN_RESOURCES",
    "EDUCATION",
    "FIRE",
    "DEVELOPMENT_REFORM",
    "SCIENCE",
    "INDUSTRY",
    "ETHNIC_RELIGIOUS",
    "CIVIL_AFFAIRS",
    "COMMERCE",
    "VETERANS",
    "AUDIT",
    "SPORTS",
    "STATISTICS",
    "MEDICAL_SECURITY",
    "CULTURAL_RELICS",
    "CIVIL_DEFENCE",
    "GRAIN",
    "PRESS",
    "CYBERSPACE",
    "HOUSING_FUND",
    "TAX",
    "TOBACCO",
    "METEOROLOGY",
]


def _field(name: str) -> sa.Enum:
    return sa.Enum(*_FIELDS, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "supervisor_target",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column(
            "category",
            sa.Enum("PRIVATE_ENTERPRISE", "ABOVE_SCALE_ENTERPRISE", "SOLE_TRADER", "DEPUTY", "CPPCC_MEMBER", "LAWYER", "SCHOLAR", "MEDIA", "CITIZEN", name="supervisorcategory", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("number >= 0", name=op.f("supervisor_target_number_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("supervisor_target_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("supervisor_target_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supervisor_target_pkey")),
        sa.UniqueConstraint("region_code", "category", "valid_from", name=op.f("supervisor_target_region_code_category_valid_from_key")),
    )
    op.create_table(
        "invited_supervisor",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("name", sa.String(collation="C"), nullable=False),
        sa.Column(
            "category",
            sa.Enum("PRIVATE_ENTERPRISE", "ABOVE_SCALE_ENTERPRISE", "SOLE_TRADER", "DEPUTY", "CPPCC_MEMBER", "LAWYER", "SCHOLAR", "MEDIA", "CITIZEN", name="supervisorcategory", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("work_unit", sa.String(), nullable=False),
        sa.Column("is_business_environment_supervisor", sa.Boolean(), nullable=False),
        sa.Column("application", sa.String(), nullable=False),
        sa.Column("state", sa.Enum("APPLIED", "REVIEWED", "APPOINTED", "RENEWED", "EXPIRED", "DISMISSED", name="invitedsupervisorstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("review_opinion", sa.String(), nullable=True),
        sa.Column("term_from", sa.Date(), nullable=True),
        sa.Column("term_to", sa.Date(), nullable=True),
        sa.Column("dismissal_reason", sa.String(), nullable=True),
        sa.CheckConstraint("state IN ('APPLIED', 'REVIEWED') OR term_to IS NOT NULL", name=op.f("invited_supervisor_appointed_check")),
        sa.CheckConstraint("term_to >= term_from", name=op.f("invited_supervisor_term_check")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("invited_supervisor_account_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id", "region_code"], ["organization.id", "organization.region_code"], name=op.f("invited_supervisor_organization_id_region_code_fkey"), onupdate="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("invited_supervisor_pkey")),
    )
    op.create_index(op.f("invited_supervisor_account_id_idx"), "invited_supervisor", ["account_id"])
    op.create_index("invited_supervisor_applied_idx", "invited_supervisor", ["account_id", "organization_id"], unique=True, postgresql_where=sa.text("state IN ('APPLIED', 'REVIEWED')"))
    op.create_index("invited_supervisor_region_code_idx", "invited_supervisor", ["region_code", "name", "id"])
    op.create_table(
        "poll_ballot",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("cast_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("poll_ballot_questionnaire_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("poll_ballot_pkey")),
    )
    op.create_index(op.f("poll_ballot_questionnaire_id_idx"), "poll_ballot", ["questionnaire_id"])
    op.create_table(
        "poll_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(collation="C"), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("poll_code_questionnaire_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("poll_code_pkey")),
        sa.UniqueConstraint("code", name=op.f("poll_code_code_key")),
    )
    op.create_index(op.f("poll_code_questionnaire_id_idx"), "poll_code", ["questionnaire_id"])
    op.create_table(
        "supervisor_report",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("supervisor_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("concerned_id", sa.Uuid(), nullable=True),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("state", sa.Enum("SUBMITTED", "HANDLED", name="supervisorreportstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handling", sa.String(), nullable=True),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("supervisor_report_account_id_fkey")),
        sa.ForeignKeyConstraint(["concerned_id"], ["organization.id"], name=op.f("supervisor_report_concerned_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id", "region_code"], ["organization.id", "organization.region_code"], name=op.f("supervisor_report_organization_id_region_code_fkey"), onupdate="CASCADE"),
        sa.ForeignKeyConstraint(["supervisor_id"], ["invited_supervisor.id"], name=op.f("supervisor_report_supervisor_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supervisor_report_pkey")),
    )
    op.create_index("supervisor_report_account_idx", "supervisor_report", ["account_id", "submitted_at", "id"])
    op.create_index("supervisor_report_region_code_idx", "supervisor_report", ["region_code", "submitted_at", "id"])
    op.create_index(op.f("supervisor_report_supervisor_id_idx"), "supervisor_report", ["supervisor_id"])
    op.create_table(
        "report_finding",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("clue_id", sa.Uuid(), nullable=True),
        sa.Column("is_clue", sa.Boolean(), sa.Computed("clue_id IS NOT NULL", persisted=True), nullable=False),
        sa.ForeignKeyConstraint(["clue_id"], ["clue.id"], name=op.f("report_finding_clue_id_fkey")),
        sa.ForeignKeyConstraint(["report_id"], ["supervisor_report.id"], name=op.f("report_finding_report_id_fkey")),
        sa.PrimaryKeyConstraint("report_id", "position", name=op.f("report_finding_pkey")),
    )
    op.drop_column("visit_problem", "is_clue")
    op.add_column("visit_problem", sa.Column("clue_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("visit_problem_clue_id_fkey"), "visit_problem", "clue", ["clue_id"], ["id"])
    op.add_column("visit_problem", sa.Column("is_clue", sa.Boolean(), sa.Computed("clue_id IS NOT NULL", persisted=True), nullable=False))


def downgrade() -> None:
    op.drop_column("visit_problem", "is_clue")
    op.drop_column("visit_problem", "clue_id")
    op.add_column("visit_problem", sa.Column("is_clue", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.alter_column("visit_problem", "is_clue", server_default=None)
    op.drop_table("report_finding")
    op.drop_table("supervisor_report")
    op.drop_table("poll_code")
    op.drop_table("poll_ballot")
    op.drop_table("invited_supervisor")
    op.drop_table("supervisor_target")
