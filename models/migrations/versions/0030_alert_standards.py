"""Standards of alerts, and the facts behind an alert

Revision ID: 0030
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_SIDES = (("owner", "organization_id", "region_code"), ("sender", "sender_id", "sender_region_code"))
_RUNS = sa.text("ended_at IS NULL AND suspended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "alert_standard",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.Enum("YELLOW", "RED", name="alertseverity", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("threshold", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.Column("least_sample", sa.Integer(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", sa.Enum("LAW", "PLAN", "PRACTICE", "DEFAULT", name="ruleauthority", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("threshold >= 0 AND least_sample > 0 AND days > 0", name=op.f("alert_standard_measures_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("alert_standard_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("alert_standard_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("alert_standard_pkey")),
        sa.UniqueConstraint("rule", "region_code", "valid_from", name=op.f("alert_standard_rule_region_code_valid_from_key")),
    )
    op.add_column("alert", sa.Column("facts", JSONB(), server_default=sa.text("'[]'"), nullable=False))
    op.drop_index("alert_open_idx", table_name="alert")
    for name in ("organization", "region_code", "sender"):
        op.drop_index(f"alert_{name}_idx", table_name="alert")
    op.create_index("alert_open_idx", "alert", ["rule", "object_id", "organization_id"], unique=True, postgresql_where=sa.text("cleared_at IS NULL"))
    for side, organization, region in _SIDES:
        op.create_index(f"alert_{side}_idx", "alert", [organization, "raised_at", "id"])
        op.create_index(f"alert_{side}_region_idx", "alert", [region, "raised_at", "id"])
        for length in (2, 4, 6):
            op.create_index(f"alert_{side}_area_{length}_idx", "alert", [sa.text(f'"left"({region}, {length})'), "raised_at", "id"])
    op.drop_index("deadline_linkage_due_idx", table_name="deadline")
    op.create_index("deadline_due_idx", "deadline", ["due_at"], postgresql_where=_RUNS)
    op.create_index("deadline_near_idx", "deadline", ["near_at"], postgresql_where=_RUNS)


def downgrade() -> None:
    op.drop_index("deadline_near_idx", table_name="deadline")
    op.drop_index("deadline_due_idx", table_name="deadline")
    op.create_index("deadline_linkage_due_idx", "deadline", ["due_at"], postgresql_where=sa.text("linkage_id IS NOT NULL AND ended_at IS NULL"))
    for side, _, _ in _SIDES:
        for length in (2, 4, 6):
            op.drop_index(f"alert_{side}_area_{length}_idx", table_name="alert")
        op.drop_index(f"alert_{side}_region_idx", table_name="alert")
        op.drop_index(f"alert_{side}_idx", table_name="alert")
    op.drop_index("alert_open_idx", table_name="alert")
    op.execute("DELETE FROM alert WHERE rule <> 'LINKAGE_UNANSWERED'")
    op.create_index("alert_open_idx", "alert", ["rule", "object_id"], unique=True, postgresql_where=sa.text("cleared_at IS NULL"))
    op.create_index("alert_organization_idx", "alert", ["organization_id", "id"])
    op.create_index("alert_region_code_idx", "alert", ["region_code", "id"])
    op.create_index("alert_sender_idx", "alert", ["sender_id", "id"])
    op.drop_column("alert", "facts")
    op.drop_table("alert_standard")
