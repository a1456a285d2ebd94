"""Revisits of closed cases: the policy, samples and what became of each

Revision ID: 0028
Revises: 0027
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_FIELDS = ["MARKET_REGULATION", "URBAN_MANAGEMENT", "ECOLOGY", "TRANSPORT", "CULTURE_TOURISM", "AGRICULTURE", "HEALTH", "EMERGENCY", "NATURAL_RESOURCES", "HOUSING", "WATER", "FORESTRY", "PUBLIC_SECURITY", "HUMAN_RESOURCES", "EDUCATION", "FIRE", "DEVELOPMENT_REFORM", "SCIENCE", "INDUSTRY", "ETHNIC_RELIGIOUS", "CIVIL_AFFAIRS", "COMMERCE", "VETERANS", "AUDIT", "SPORTS", "STATISTICS", "MEDICAL_SECURITY", "CULTURAL_RELICS", "CIVIL_DEFENCE", "GRAIN", "PRESS", "CYBERSPACE", "HOUSING_FUND", "TAX", "TOBACCO", "METEOROLOGY"]
_LINKS = ["case_id", "transfer_id", "dispute_id", "linkage_id", "explanation_id", "matter_id", "clue_id", "report_id"]


def _term(name: str, terms: list[str]) -> sa.Enum:
    return sa.Enum(*terms, name=name, native_enum=False, create_constraint=True, length=40)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _versioned() -> list[Any]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _moment("updated_at", nullable=False),
    ]


def _owner() -> list[Any]:
    return [
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("field", _term("enforcementfield", _FIELDS), nullable=True),
    ]


def _one_of(links: list[str]) -> None:
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    condition = f"num_nonnulls({', '.join(links)}) = 1"
    op.create_check_constraint(op.f("deadline_one_object_check"), "deadline", condition)


def upgrade() -> None:
    op.create_table(
        "revisit_policy",
        *_versioned(),
        sa.Column("region_code", sa.String(length=9, collation="C"), nullable=False),
        sa.Column("procedure", _term("procedure", ["SIMPLE", "ORDINARY"]), nullable=False),
        sa.Column("ratio", sa.Integer(), nullable=False),
        sa.Column("priority_penalties", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False),
        sa.Column("priority_amount", sa.Numeric(precision=16, scale=2), nullable=True),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("authority", _term("ruleauthority", ["LAW", "PLAN", "PRACTICE", "DEFAULT"]), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("ratio BETWEEN 0 AND 100", name=op.f("revisit_policy_ratio_check")),
        sa.CheckConstraint("priority_amount >= 0", name=op.f("revisit_policy_amount_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("revisit_policy_period_check")),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("revisit_policy_region_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("revisit_policy_pkey")),
        sa.UniqueConstraint(
            "region_code", "procedure", "valid_from", name=op.f("revisit_policy_region_code_procedure_valid_from_key")
        ),
    )
    op.create_table(
        "revisit_sample",
        *_versioned(),
        *_owner(),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("drawn", sa.Integer(), nullable=False),
        _moment("drawn_at", nullable=False),
        sa.CheckConstraint("until >= since", name=op.f("revisit_sample_period_check")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("revisit_sample_organization_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("revisit_sample_pkey")),
        sa.UniqueConstraint(
            "organization_id", "since", "until", name=op.f("revisit_sample_organization_id_since_until_key")
        ),
    )
    op.create_index("revisit_sample_region_code_idx", "revisit_sample", ["region_code", "drawn_at", "id"])
    op.create_table(
        "case_revisit",
        *_versioned(),
        sa.Column("sample_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("state", _term("revisitstate", ["SAMPLED", "ASSIGNED", "DONE", "UNREACHABLE", "ISSUE_RAISED", "HANDLED"]), nullable=False),
        *_owner(),
        sa.Column("assigner_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("is_priority", sa.Boolean(), nullable=False),
        sa.Column("method", _term("revisitmethod", ["PHONE", "SMS", "VISIT", "QUESTIONNAIRE", "SYMPOSIUM"]), nullable=True),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("findings", sa.String(), nullable=True),
        sa.Column("issue", sa.String(), nullable=True),
        sa.Column("clue_id", sa.Uuid(), nullable=True),
        sa.Column("handling", sa.String(), nullable=True),
        sa.Column("is_handling_confirmed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("return_reason", sa.String(), nullable=True),
        _moment("closed_at", nullable=False),
        _moment("sampled_at", nullable=False),
        _moment("assigned_at"),
        _moment("visited_at"),
        _moment("raised_at"),
        _moment("handled_at"),
        _moment("confirmed_at"),
        _moment("next_due_at"),
        _moment("next_near_at"),
        sa.CheckConstraint("satisfaction BETWEEN 1 AND 5", name=op.f("case_revisit_satisfaction_check")),
        sa.CheckConstraint("(visitor_id IS NULL) = (state = 'SAMPLED')", name=op.f("case_revisit_visitor_check")),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"case_revisit_{column}_fkey"))
            for column, table in (
                ("sample_id", "revisit_sample"),
                ("case_id", "enforcement_case"),
                ("organization_id", "organization"),
                ("assigner_id", "organization"),
                ("visitor_id", "account"),
                ("clue_id", "clue"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("case_revisit_pkey")),
        sa.UniqueConstraint("case_id", name=op.f("case_revisit_case_id_key")),
    )
    for name, column in (
        ("organization", "organization_id"),
        ("region", "region_code"),
        ("assigner", "assigner_id"),
        ("visitor", "visitor_id"),
    ):
        op.create_index(f"case_revisit_{name}_idx", "case_revisit", [column, "sampled_at", "id"])
    for n in (2, 4, 6):
        reached = sa.text(f'"left"(region_code, {n})')
        op.create_index(f"case_revisit_area_{n}_idx", "case_revisit", [reached, "sampled_at", "id"])
    for column in ("sample_id", "clue_id"):
        op.create_index(op.f(f"case_revisit_{column}_idx"), "case_revisit", [column])
    op.add_column("deadline", sa.Column("revisit_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("deadline_revisit_id_fkey"), "deadline", "case_revisit", ["revisit_id"], ["id"])
    op.create_index(op.f("deadline_revisit_id_idx"), "deadline", ["revisit_id"])
    _one_of([*_LINKS, "revisit_id"])


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE revisit_id IS NOT NULL")
    _one_of(_LINKS)
    op.drop_column("deadline", "revisit_id")
    op.drop_table("case_revisit")
    op.drop_table("revisit_sample")
    op.drop_table("revisit_policy")
