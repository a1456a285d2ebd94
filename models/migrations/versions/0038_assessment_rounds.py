"""Assessments of a whole level at once, and the time to object to one

Revision ID: 0038
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_LEVELS = ["PROVINCE", "CITY", "COUNTY", "TOWNSHIP"]
_OBJECTS = "case_id, transfer_id, dispute_id, linkage_id, explanation_id, matter_id, clue_id, report_id, revisit_id"


def _one_object(columns: str) -> None:
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    op.create_check_constraint(op.f("deadline_one_object_check"), "deadline", f"num_nonnulls({columns}) = 1")


def upgrade() -> None:
    op.create_table(
        "assessment_round",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessor_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Enum(*_LEVELS, name="level", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("drawn_up", sa.Integer(), nullable=False),
        sa.Column("not_measured", sa.Integer(), nullable=False),
        sa.Column("drawn_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("period_to >= period_from", name=op.f("assessment_round_period_check")),
        sa.ForeignKeyConstraint(["assessor_id"], ["organization.id"], name=op.f("assessment_round_assessor_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("assessment_round_pkey")),
    )
    op.create_index("assessment_round_assessor_idx", "assessment_round", ["assessor_id", "drawn_up_at", "id"])
    op.add_column("assessment", sa.Column("round_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("assessment_round_id_fkey"), "assessment", "assessment_round", ["round_id"], ["id"])
    op.create_index(op.f("assessment_round_id_idx"), "assessment", ["round_id"])
    for name in ("next_due_at", "next_near_at"):
        op.add_column("assessment", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("deadline", sa.Column("assessment_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("deadline_assessment_id_fkey"), "deadline", "assessment", ["assessment_id"], ["id"])
    op.create_index(op.f("deadline_assessment_id_idx"), "deadline", ["assessment_id"])
    _one_object(f"{_OBJECTS}, assessment_id")


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE assessment_id IS NOT NULL")
    op.execute("DELETE FROM deadline_rule WHERE event = 'OBJECT_TO_ASSESSMENT'")
    _one_object(_OBJECTS)
    op.drop_column("deadline", "assessment_id")
    for name in ("next_near_at", "next_due_at", "round_id"):
        op.drop_column("assessment", name)
    op.drop_table("assessment_round")
