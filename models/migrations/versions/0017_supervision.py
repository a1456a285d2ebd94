"""Supervision matters, their documents, accountability

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
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
_OBJECTS = ["case_id", "transfer_id", "dispute_id", "linkage_id", "explanation_id"]


def _term(*names: str, name: str) -> sa.Enum:
    return sa.Enum(*names, name=name, native_enum=False, create_constraint=True, length=40)


def _field(name: str) -> sa.Enum:
    return _term(*_FIELDS, name=name)


def _deadline_is_of_one_of(objects: list[str]) -> None:
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    condition = f"num_nonnulls({', '.join(objects)}) = 1"
    op.create_check_constraint(op.f("deadline_one_object_check"), "deadline", condition)


def upgrade() -> None:
    op.create_table(
        "supervision_matter",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(collation="C"), nullable=False),
        sa.Column("state", _term("REGISTERED", "FILED", "NOTIFIED", "EXPLAINED", "INVESTIGATED", "OPINION_ISSUED", "RECTIFYING", "REPORTED", "VERIFIED", "CLOSED", "TERMINATED", "OBJECTED", "REVIEWED", "DECISION_ISSUED", "EXECUTED", name="supervisionmatterstate"), nullable=False),
        sa.Column("mode", _term("DAILY", "KEY", "SPECIAL", name="supervisionmode"), nullable=False),
        sa.Column("content", _term("SYSTEM_BUILDING", "PERSONNEL_QUALIFICATION", "PROCEDURE_AND_LAW", "CRIMINAL_LINKAGE", "STRUCTURAL_REFORM", "CONDUCT_QUALITY", "SUPPORT_GUARANTEE", name="supervisioncontent"), nullable=False),
        sa.Column("origin", _term("PLAN", "CLUE", "ALERT", "REVISIT", "FILE_REVIEW", "EVALUATION", "POLL", "RECOMMENDATION", "ASSIGNED", "OTHER", name="supervisionorigin"), nullable=False),
        sa.Column("power", _term("ORDER", "GUIDE", "INFORM", name="supervisionpower"), nullable=False),
        sa.Column("subject", sa.String(collation="C"), nullable=False),
        sa.Column("facts", sa.String(), nullable=True),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("body_region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("body_field", _field("body_field"), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("visible_organization_id", sa.Uuid(), sa.Computed("CASE WHEN state NOT IN ('REGISTERED', 'FILED') AND (state <> 'TERMINATED' OR notified_at IS NOT NULL) THEN organization_id END", persisted=True), nullable=True),
        sa.Column("visible_field", _field("visible_field"), sa.Computed("CASE WHEN state NOT IN ('REGISTERED', 'FILED') AND (state <> 'TERMINATED' OR notified_at IS NOT NULL) THEN field END", persisted=True), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("object_key", sa.String(), sa.Computed("coalesce(case_id::text, officer_id::text, content)", persisted=True), nullable=False),
        sa.Column("alert_id", sa.Uuid(), nullable=True),
        sa.Column("recommender_id", sa.Uuid(), nullable=True),
        sa.Column("informed_id", sa.Uuid(), nullable=True),
        sa.Column("is_informed", sa.Boolean(), sa.Computed("informed_id IS NOT NULL", persisted=True), nullable=False),
        sa.Column("reviewer_id", sa.Uuid(), nullable=True),
        sa.Column("is_appealed", sa.Boolean(), nullable=False),
        sa.Column("review_result", _term("UPHELD", "CHANGED", "REVOKED", name="objectionresult"), nullable=True),
        sa.Column("claimant_id", sa.Uuid(), nullable=True),
        sa.Column("arbiter_id", sa.Uuid(), nullable=True),
        sa.Column("is_referred", sa.Boolean(), nullable=False),
        sa.Column("finding", sa.String(), nullable=True),
        sa.Column("rectification_plan", sa.String(), nullable=True),
        sa.Column("objection", sa.String(), nullable=True),
        sa.Column("review", sa.String(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=True),
        sa.Column("referral", sa.String(), nullable=True),
        sa.Column("designation", sa.String(), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opinion_issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_near_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_under_deadline", sa.Boolean(), sa.Computed("next_due_at IS NOT NULL", persisted=True), nullable=False),
        sa.CheckConstraint("body_id <> organization_id", name=op.f("supervision_matter_two_organs_check")),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name=op.f("supervision_matter_alert_id_fkey")),
        sa.ForeignKeyConstraint(["arbiter_id"], ["organization.id"], name=op.f("supervision_matter_arbiter_id_fkey")),
        sa.ForeignKeyConstraint(["body_id"], ["organization.id"], name=op.f("supervision_matter_body_id_fkey")),
        sa.ForeignKeyConstraint(["case_id"], ["enforcement_case.id"], name=op.f("supervision_matter_case_id_fkey")),
        sa.ForeignKeyConstraint(["claimant_id"], ["organization.id"], name=op.f("supervision_matter_claimant_id_fkey")),
        sa.ForeignKeyConstraint(["informed_id"], ["organization.id"], name=op.f("supervision_matter_informed_id_fkey")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("supervision_matter_officer_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("supervision_matter_organization_id_fkey")),
        sa.ForeignKeyConstraint(["recommender_id"], ["organization.id"], name=op.f("supervision_matter_recommender_id_fkey")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["organization.id"], name=op.f("supervision_matter_reviewer_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supervision_matter_pkey")),
        sa.UniqueConstraint("number", name=op.f("supervision_matter_number_key")),
    )
    op.create_index(op.f("supervision_matter_alert_id_idx"), "supervision_matter", ["alert_id"])
    op.create_index(op.f("supervision_matter_arbiter_id_idx"), "supervision_matter", ["arbiter_id"])
    op.create_index("supervision_matter_body_idx", "supervision_matter", ["body_id", "id"])
    op.create_index("supervision_matter_body_region_idx", "supervision_matter", ["body_region_code", "registered_at", "id"])
    op.create_index(op.f("supervision_matter_case_id_idx"), "supervision_matter", ["case_id"])
    op.create_index(op.f("supervision_matter_informed_id_idx"), "supervision_matter", ["informed_id"])
    op.create_index(op.f("supervision_matter_officer_id_idx"), "supervision_matter", ["officer_id"])
    op.create_index("supervision_matter_open_idx", "supervision_matter", ["organization_id", "object_key"], unique=True, postgresql_where=sa.text("state NOT IN ('CLOSED', 'TERMINATED')"))
    op.create_index("supervision_matter_organization_idx", "supervision_matter", ["visible_organization_id", "id"])
    op.create_index("supervision_matter_region_idx", "supervision_matter", ["region_code", "registered_at", "id"])
    op.create_index(op.f("supervision_matter_reviewer_id_idx"), "supervision_matter", ["reviewer_id"])
    op.create_table(
        "accountability_record",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("measure", _term("INTERVIEW", "BULLETIN", "CERTIFICATE_SUSPENDED", "CERTIFICATE_REVOKED", "REFERRED", name="accountabilitymeasure"), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("certificate_id", sa.Uuid(), nullable=True),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("body_region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("body_field", _field("body_field"), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.CheckConstraint("(measure IN ('CERTIFICATE_SUSPENDED', 'CERTIFICATE_REVOKED')) = (certificate_id IS NOT NULL) AND (certificate_id IS NULL OR officer_id IS NOT NULL)", name=op.f("accountability_record_certificate_check")),
        sa.CheckConstraint("points BETWEEN 0 AND 100", name=op.f("accountability_record_points_check")),
        sa.ForeignKeyConstraint(["body_id"], ["organization.id"], name=op.f("accountability_record_body_id_fkey")),
        sa.ForeignKeyConstraint(["certificate_id"], ["certificate.id"], name=op.f("accountability_record_certificate_id_fkey")),
        sa.ForeignKeyConstraint(["matter_id"], ["supervision_matter.id"], name=op.f("accountability_record_matter_id_fkey")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("accountability_record_officer_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("accountability_record_organization_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("accountability_record_pkey")),
    )
    op.create_index(op.f("accountability_record_certificate_id_idx"), "accountability_record", ["certificate_id"])
    op.create_index("accountability_record_matter_idx", "accountability_record", ["matter_id", "id"])
    op.create_index(op.f("accountability_record_officer_id_idx"), "accountability_record", ["officer_id"])
    op.create_index("accountability_record_organization_idx", "accountability_record", ["organization_id", "id"])
    op.create_index("accountability_record_region_idx", "accountability_record", ["region_code", "decided_on", "id"])
    op.create_table(
        "matter_supervisor",
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(collation="C"), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["supervision_matter.id"], name=op.f("matter_supervisor_matter_id_fkey")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("matter_supervisor_officer_id_fkey")),
        sa.PrimaryKeyConstraint("matter_id", "officer_id", name=op.f("matter_supervisor_pkey")),
    )
    op.create_index(op.f("matter_supervisor_officer_id_idx"), "matter_supervisor", ["officer_id"])
    op.create_table(
        "supervision_document",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("type", _term("NOTICE", "OPINION", "SUGGESTION", "EXPEDITE", "DECISION", name="supervisiondocumenttype"), nullable=False),
        sa.Column("effect", _term("INQUIRE", "CORRECT", "ADVISE", "EXPEDITE", "ORDER", name="supervisioneffect"), nullable=False),
        sa.Column("number", sa.String(collation="C"), nullable=False),
        sa.Column("issuer_id", sa.Uuid(), nullable=False),
        sa.Column("issuer_region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("issuer_field", _field("issuer_field"), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _field("enforcementfield"), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reply", sa.String(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["issuer_id"], ["organization.id"], name=op.f("supervision_document_issuer_id_fkey")),
        sa.ForeignKeyConstraint(["matter_id"], ["supervision_matter.id"], name=op.f("supervision_document_matter_id_fkey")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("supervision_document_organization_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supervision_document_pkey")),
    )
    op.create_index("supervision_document_issuer_region_idx", "supervision_document", ["issuer_region_code", "issued_on", "id"])
    op.create_index("supervision_document_matter_idx", "supervision_document", ["matter_id", "id"])
    op.create_index("supervision_document_number_key", "supervision_document", ["issuer_id", "number"], unique=True)
    op.create_index("supervision_document_organization_idx", "supervision_document", ["organization_id", "id"])
    op.create_index("supervision_document_region_idx", "supervision_document", ["region_code", "issued_on", "id"])
    op.add_column("deadline", sa.Column("matter_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("deadline_matter_id_idx"), "deadline", ["matter_id"])
    op.create_foreign_key(op.f("deadline_matter_id_fkey"), "deadline", "supervision_matter", ["matter_id"], ["id"])
    _deadline_is_of_one_of([*_OBJECTS, "matter_id"])


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE matter_id IS NOT NULL")
    _deadline_is_of_one_of(_OBJECTS)
    op.drop_constraint(op.f("deadline_matter_id_fkey"), "deadline", type_="foreignkey")
    op.drop_index(op.f("deadline_matter_id_idx"), table_name="deadline")
    op.drop_column("deadline", "matter_id")
    op.drop_table("supervision_document")
    op.drop_table("matter_supervisor")
    op.drop_table("accountability_record")
    op.drop_table("supervision_matter")
