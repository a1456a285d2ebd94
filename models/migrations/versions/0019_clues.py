"""Clues, reviews of cases that run, and what is done without an account

Revision ID: 0019
Revises: 0018
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_FIELDS = ["MARKET_REGULATION", "URBAN_MANAGEMENT", "ECOLOGY", "TRANSPORT", "CULTURE_TOURISM", "AGRICULTURE", "HEALTH", "EMERGENCY", "NATURAL_RESOURCES", "HOUSING", "WATER", "FORESTRY", "PUBLIC_SECURITY", "HUMAN_RESOURCES", "EDUCATION", "FIRE", "DEVELOPMENT_REFORM", "SCIENCE", "INDUSTRY", "ETHNIC_RELIGIOUS", "CIVIL_AFFAIRS", "COMMERCE", "VETERANS", "AUDIT", "SPORTS", "STATISTICS", "MEDICAL_SECURITY", "CULTURAL_RELICS", "CIVIL_DEFENCE", "GRAIN", "PRESS", "CYBERSPACE", "HOUSING_FUND", "TAX", "TOBACCO", "METEOROLOGY"]
_STATES = ["RECEIVED", "SCREENED", "ASSIGNED", "VERIFYING", "SUBSTANTIATED", "UNSUBSTANTIATED", "REPLIED", "CLOSED", "TRANSFERRED", "REJECTED"]
_SOURCES = ["RECONSIDERATION", "LITIGATION", "LEGAL_AID", "COMPLAINT", "HOTLINE_12345", "CONTACT_POINT", "INVITED_SUPERVISOR", "REVISIT", "FILE_REVIEW", "POLL", "MEDIA", "DATA_ALERT"]
_WITH_ASSIGNEE = "'ASSIGNED', 'VERIFYING', 'SUBSTANTIATED', 'UNSUBSTANTIATED', 'REPLIED', 'CLOSED'"
_LIKENESS = """CREATE FUNCTION likeness(one text[], other text[]) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce((100 * count(*) FILTER (WHERE sides = 2) / nullif(count(*), 0))::integer, 0)
    FROM (
        SELECT count(*) AS sides
        FROM (SELECT DISTINCT word FROM unnest(one) AS word UNION ALL
              SELECT DISTINCT word FROM unnest(other) AS word) AS said
        GROUP BY word
    ) AS words
$$"""


def _term(name: str, terms: list[str]) -> sa.Enum:
    return sa.Enum(*terms, name=name, native_enum=False, create_constraint=True, length=40)


def _region(name: str, *, nullable: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=9, collation="C"), nullable=nullable)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.execute(_LIKENESS)
    op.create_table(
        "clue",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _moment("updated_at", nullable=False),
        sa.Column("state", _term("cluestate", _STATES), nullable=False),
        sa.Column("source", _term("cluesource", _SOURCES), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        _region("region_code", nullable=False),
        sa.Column("bureau_id", sa.Uuid(), nullable=False),
        sa.Column("concerned_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("informant_name", sa.String(), nullable=True),
        sa.Column("informant_phone", sa.LargeBinary(), nullable=True),
        sa.Column("is_complaint", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("receipt", sa.String(collation="C"), nullable=True),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        _region("assignee_region_code", nullable=True),
        sa.Column("assignee_field", _term("assignee_field", _FIELDS), nullable=True),
        sa.Column("transferee_id", sa.Uuid(), nullable=True),
        _region("transferee_region_code", nullable=True),
        sa.Column("transferee_field", _term("transferee_field", _FIELDS), nullable=True),
        sa.Column("finding", _term("cluefinding", ["SUBSTANTIATED", "UNSUBSTANTIATED"]), nullable=True),
        sa.Column("finding_report", sa.String(), nullable=True),
        sa.Column(
            "is_finding_reported", sa.Boolean(), sa.Computed("finding IS NOT NULL", persisted=True), nullable=False
        ),
        sa.Column("return_reason", sa.String(), nullable=True),
        sa.Column("reply", sa.String(), nullable=True),
        sa.Column("is_suspended", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("suspension_reason", sa.String(), nullable=True),
        _moment("received_at", nullable=False),
        _moment("screened_at"),
        _moment("assigned_at"),
        _moment("finding_reported_at"),
        _moment("confirmed_at"),
        _moment("disposed_at"),
        _moment("closed_at"),
        sa.Column(
            "hours_to_disposal",
            sa.Integer(),
            sa.Computed("CAST(floor(EXTRACT(epoch FROM disposed_at - received_at) / 3600) AS INTEGER)", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "words", postgresql.ARRAY(sa.Text()), sa.Computed("search_words(content)", persisted=True), nullable=False
        ),
        _moment("next_due_at"),
        _moment("next_near_at"),
        sa.CheckConstraint(
            f"(assignee_id IS NOT NULL) = (state IN ({_WITH_ASSIGNEE}))", name=op.f("clue_assignee_check")
        ),
        sa.CheckConstraint(
            "(transferee_id IS NOT NULL) = (state = 'TRANSFERRED')", name=op.f("clue_transferee_check")
        ),
        sa.CheckConstraint("is_suspended = (suspension_reason IS NOT NULL)", name=op.f("clue_suspension_check")),
        sa.CheckConstraint("length(content) <= 2000", name=op.f("clue_content_check")),
        *(
            sa.ForeignKeyConstraint([f"{name}_id"], ["organization.id"], name=op.f(f"clue_{name}_id_fkey"))
            for name in ("bureau", "concerned", "assignee", "transferee")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["enforcement_case.id"], name=op.f("clue_case_id_fkey")),
        sa.ForeignKeyConstraint(["predecessor_id"], ["clue.id"], name=op.f("clue_predecessor_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("clue_pkey")),
        sa.UniqueConstraint("receipt", name=op.f("clue_receipt_key")),
    )
    received = ["received_at", "id"]
    for name, column in (
        ("bureau", "bureau_id"),
        ("region", "region_code"),
        ("assignee", "assignee_id"),
        ("transferee", "transferee_id"),
    ):
        op.create_index(f"clue_{name}_idx", "clue", [column, *received])
    for n in (2, 4, 6):
        op.create_index(f"clue_area_{n}_idx", "clue", [sa.text(f'"left"(region_code, {n})'), *received])
        op.create_index(
            f"clue_assignee_area_{n}_idx",
            "clue",
            [sa.text(f'"left"(assignee_region_code, {n})'), *received],
            postgresql_where=sa.text("assignee_id IS NOT NULL"),
        )
    for name in ("concerned_id", "case_id", "predecessor_id"):
        op.create_index(op.f(f"clue_{name}_idx"), "clue", [name])
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    op.add_column("deadline", sa.Column("clue_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("deadline_clue_id_fkey"), "deadline", "clue", ["clue_id"], ["id"])
    op.create_index(op.f("deadline_clue_id_idx"), "deadline", ["clue_id"])
    op.create_check_constraint(
        op.f("deadline_one_object_check"),
        "deadline",
        "num_nonnulls(case_id, transfer_id, dispute_id, linkage_id, explanation_id, matter_id, clue_id) = 1",
    )
    op.create_table(
        "review_proceeding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _term("reviewkind", ["RECONSIDERATION", "LITIGATION"]), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["enforcement_case.id"], name=op.f("review_proceeding_case_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("review_proceeding_pkey")),
    )
    op.create_index(op.f("review_proceeding_case_id_idx"), "review_proceeding", ["case_id"])
    op.create_index(
        "review_proceeding_open_idx",
        "review_proceeding",
        ["case_id", "kind"],
        unique=True,
        postgresql_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "public_use",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        _moment("hour", nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("network", "command", "hour", name=op.f("public_use_pkey")),
    )
    op.drop_constraint(op.f("command_receipt_account_id_fkey"), "command_receipt", type_="foreignkey")


def downgrade() -> None:
    op.execute("DELETE FROM command_receipt r WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = r.account_id)")
    op.create_foreign_key(
        op.f("command_receipt_account_id_fkey"), "command_receipt", "account", ["account_id"], ["id"]
    )
    op.drop_table("public_use")
    op.drop_table("review_proceeding")
    op.execute("DELETE FROM deadline WHERE clue_id IS NOT NULL")
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    op.drop_column("deadline", "clue_id")
    op.create_check_constraint(
        op.f("deadline_one_object_check"),
        "deadline",
        "num_nonnulls(case_id, transfer_id, dispute_id, linkage_id, explanation_id, matter_id) = 1",
    )
    op.drop_table("clue")
    op.execute("DROP FUNCTION likeness(text[], text[])")
