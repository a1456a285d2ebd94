"""Questionnaires and contact points

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
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
        "contact_visit_limit",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("least >= 0 AND most >= least", name=op.f("contact_visit_limit_limits_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("contact_visit_limit_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("contact_visit_limit_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("contact_visit_limit_pkey")),
        sa.UniqueConstraint("region_code", "valid_from", name=op.f("contact_visit_limit_region_code_valid_from_key")),
    )
    op.create_table(
        "questionnaire",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(collation="C"), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("introduction", sa.String(), nullable=True),
        sa.Column("purpose", sa.Enum("REVISIT", "CONTACT_VISIT", "SURVEY", "POLL", name="questionnairepurpose", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("state", sa.Enum("DRAFT", "PUBLISHED", "CLOSED", name="questionnairestate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("is_open", sa.Boolean(), sa.Computed("state = 'PUBLISHED'", persisted=True), nullable=False),
        sa.Column("is_poll", sa.Boolean(), sa.Computed("purpose = 'POLL' AND state <> 'DRAFT'", persisted=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered", sa.Integer(), nullable=True),
        sa.Column("worst_field", _field("enforcementfield"), nullable=True),
        sa.CheckConstraint("is_anonymous OR purpose <> 'POLL'", name=op.f("questionnaire_polls_are_anonymous_check")),
        sa.ForeignKeyConstraint(["organization_id", "region_code"], ["organization.id", "organization.region_code"], name=op.f("questionnaire_organization_id_region_code_fkey"), onupdate="CASCADE"),
        sa.ForeignKeyConstraint(["predecessor_id"], ["questionnaire.id"], name=op.f("questionnaire_predecessor_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("questionnaire_pkey")),
        sa.UniqueConstraint("organization_id", "code", "edition", name=op.f("questionnaire_organization_id_code_edition_key")),
    )
    op.create_index("questionnaire_in_draft_idx", "questionnaire", ["organization_id", "code"], unique=True, postgresql_where=sa.text("state = 'DRAFT'"))
    op.create_index("questionnaire_open_idx", "questionnaire", ["organization_id", "code"], unique=True, postgresql_where=sa.text("state = 'PUBLISHED'"))
    op.create_index("questionnaire_region_code_idx", "questionnaire", ["region_code", "code", "id"])
    op.create_table(
        "contact_point",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("credit_code", sa.String(length=18, collation="C"), nullable=False),
        sa.Column("name", sa.String(collation="C"), nullable=False),
        sa.Column("scale", sa.Enum("MICRO", "SMALL", "MEDIUM", "LARGE", name="enterprisescale", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("ownership", sa.Enum("STATE", "COLLECTIVE", "PRIVATE", "FOREIGN", "MIXED", "SOLE_TRADER", name="enterpriseownership", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("is_above_designated_size", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Enum("NOMINATED", "DESIGNATED", "SUSPENDED", "WITHDRAWN", name="contactpointstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("nominated_on", sa.Date(), nullable=False),
        sa.Column("designated_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("contact_point_account_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("contact_point_organization_id_fkey")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("contact_point_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("contact_point_pkey")),
    )
    op.create_index("contact_point_account_idx", "contact_point", ["account_id", "id"])
    op.create_index("contact_point_open_idx", "contact_point", ["organization_id", "credit_code"], unique=True, postgresql_where=sa.text("state <> 'WITHDRAWN'"))
    op.create_index("contact_point_region_code_idx", "contact_point", ["region_code", "name", "id"])
    op.create_table(
        "question",
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum("SINGLE", "MULTIPLE", "SCALE", "NUMBER", "TEXT", name="questionkind", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("options", sa.ARRAY(sa.String()), nullable=False),
        sa.Column("fields", sa.ARRAY(sa.String()), nullable=False),
        sa.Column("least", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("depends_on", sa.Integer(), nullable=True),
        sa.Column("depends_on_options", sa.ARRAY(sa.Integer()), nullable=False),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("question_questionnaire_id_fkey")),
        sa.PrimaryKeyConstraint("questionnaire_id", "position", name=op.f("question_pkey")),
    )
    op.create_table(
        "questionnaire_invitation",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("invited_name", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("state", sa.Enum("INVITED", "ANSWERED", "LAPSED", name="invitationstate", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("questionnaire_invitation_account_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id", "region_code"], ["organization.id", "organization.region_code"], name=op.f("questionnaire_invitation_organization_id_region_code_fkey"), onupdate="CASCADE"),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("questionnaire_invitation_questionnaire_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("questionnaire_invitation_pkey")),
        sa.UniqueConstraint("questionnaire_id", "account_id", name=op.f("questionnaire_invitation_questionnaire_id_account_id_key")),
    )
    op.create_index("questionnaire_invitation_account_idx", "questionnaire_invitation", ["account_id", "id"])
    op.create_index("questionnaire_invitation_region_code_idx", "questionnaire_invitation", ["region_code", "id"])
    op.create_table(
        "questionnaire_result",
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("option", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("questionnaire_result_questionnaire_id_fkey")),
        sa.PrimaryKeyConstraint("questionnaire_id", "question", "option", name=op.f("questionnaire_result_pkey")),
    )
    op.create_table(
        "questionnaire_response",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("respondent_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("num_nonnulls(respondent_id, invitation_id, answered_at) IN (0, 3)", name=op.f("questionnaire_response_known_or_anonymous_check")),
        sa.ForeignKeyConstraint(["invitation_id"], ["questionnaire_invitation.id"], name=op.f("questionnaire_response_invitation_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id", "region_code"], ["organization.id", "organization.region_code"], name=op.f("questionnaire_response_organization_id_region_code_fkey"), onupdate="CASCADE"),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name=op.f("questionnaire_response_questionnaire_id_fkey")),
        sa.ForeignKeyConstraint(["respondent_id"], ["account.id"], name=op.f("questionnaire_response_respondent_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("questionnaire_response_pkey")),
        sa.UniqueConstraint("invitation_id", name=op.f("questionnaire_response_invitation_id_key")),
    )
    op.create_index("questionnaire_response_questionnaire_idx", "questionnaire_response", ["questionnaire_id", "id"])
    op.create_index("questionnaire_response_region_code_idx", "questionnaire_response", ["region_code", "id"])
    op.create_index("questionnaire_response_respondent_idx", "questionnaire_response", ["respondent_id", "id"])
    op.create_table(
        "answer",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("options", sa.ARRAY(sa.Integer()), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["response_id"], ["questionnaire_response.id"], name=op.f("answer_response_id_fkey")),
        sa.PrimaryKeyConstraint("response_id", "question", name=op.f("answer_pkey")),
    )
    op.create_table(
        "contact_visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contact_point_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("method", sa.Enum("QUESTIONNAIRE", "SYMPOSIUM", name="contactvisitmethod", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("satisfaction", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("response_id IS NULL OR method = 'QUESTIONNAIRE'", name=op.f("contact_visit_response_check")),
        sa.CheckConstraint("satisfaction BETWEEN 1 AND 5", name=op.f("contact_visit_satisfaction_check")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("contact_visit_account_id_fkey")),
        sa.ForeignKeyConstraint(["contact_point_id"], ["contact_point.id"], name=op.f("contact_visit_contact_point_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("contact_visit_organization_id_fkey")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("contact_visit_region_code_fkey")),
        sa.ForeignKeyConstraint(["response_id"], ["questionnaire_response.id"], name=op.f("contact_visit_response_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("contact_visit_pkey")),
        sa.UniqueConstraint("response_id", name=op.f("contact_visit_response_id_key")),
    )
    op.create_index("contact_visit_account_idx", "contact_visit", ["account_id", "id"])
    op.create_index("contact_visit_contact_point_idx", "contact_visit", ["contact_point_id", "visited_on", "id"])
    op.create_index("contact_visit_organization_idx", "contact_visit", ["organization_id", "visited_on", "id"])
    op.create_index("contact_visit_region_code_idx", "contact_visit", ["region_code", "visited_on", "id"])
    op.create_table(
        "visit_problem",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("is_clue", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["contact_visit.id"], name=op.f("visit_problem_visit_id_fkey")),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("visit_problem_pkey")),
    )


def downgrade() -> None:
    op.drop_table("visit_problem")
    op.drop_table("contact_visit")
    op.drop_table("answer")
    op.drop_table("questionnaire_response")
    op.drop_table("questionnaire_result")
    op.drop_table("questionnaire_invitation")
    op.drop_table("question")
    op.drop_table("contact_point")
    op.drop_table("questionnaire")
    op.drop_table("contact_visit_limit")
