"""Lives mended: transfers that are withdrawn, and whose case a dispute left where it was

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']
_STATES = ['DRAFT', 'APPROVED', 'SENT', 'RECEIVED', 'ACCEPTED', 'REJECTED', 'DISPUTED', 'DESIGNATED', 'RESULT_RETURNED']
_SINCE_SENT = "CASE WHEN state NOT IN ('DRAFT', 'APPROVED') THEN {} END"
_UNLESS_NEVER_SENT = (
    "CASE WHEN state NOT IN ('DRAFT', 'APPROVED') AND (state <> 'WITHDRAWN' OR sent_at IS NOT NULL) THEN {} END"
)


def _receiver_is_reached(expression: str) -> None:
    # PostgreSQL before 17 gives a generated column no other expression.
    for column, type_ in (
        ("id", sa.Uuid()),
        ("region_code", sa.String(length=9, collation="C")),
        ("field", sa.Enum(*_FIELDS, name="visible_receiver_field", native_enum=False, create_constraint=True, length=40)),
    ):
        op.drop_column("case_transfer", f"visible_receiver_{column}")
        computed = sa.Computed(expression.format(f"receiver_{column}"), persisted=True)
        op.add_column("case_transfer", sa.Column(f"visible_receiver_{column}", type_, computed, nullable=True))
    op.create_index("case_transfer_receiver_idx", "case_transfer", ["visible_receiver_id", "id"])
    op.create_index("case_transfer_receiver_region_idx", "case_transfer", ["visible_receiver_region_code", "id"])


def _admit(states: list[str]) -> None:
    op.drop_constraint(op.f("case_transfer_transferstate_check"), "case_transfer", type_="check")
    listed = ", ".join(f"'{state}'" for state in states)
    op.create_check_constraint(op.f("case_transfer_transferstate_check"), "case_transfer", f"state IN ({listed})")


def upgrade() -> None:
    for table in ("officer", "certificate"):
        op.drop_constraint(f"{table}_number_key", table, type_="unique")
        op.create_unique_constraint(op.f(f"{table}_organization_id_number_key"), table, ["organization_id", "number"])
    op.add_column("case_transfer", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("case_transfer", sa.Column("withdrawal_reason", sa.String(), nullable=True))
    op.add_column(
        "case_transfer",
        sa.Column("is_left_with_sender", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column(
        "enforcement_case",
        sa.Column("is_correction_due", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column("review_outcome", sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
    right = sa.Enum("NOT_OFFERED", "OFFERED", "WAIVED", name="hearingright", native_enum=False, create_constraint=True, length=40)
    op.add_column("enforcement_case", sa.Column("hearing_right", right, server_default="NOT_OFFERED", nullable=False))
    op.execute(
        "UPDATE enforcement_case c SET hearing_right = 'OFFERED' WHERE procedure = 'ORDINARY' AND EXISTS"
        " (SELECT FROM deadline d WHERE d.case_id = c.id AND d.event = 'ASK_FOR_HEARING' AND d.ended_at IS NULL)"
    )
    op.execute(
        "UPDATE enforcement_case c SET is_correction_due = true WHERE EXISTS (SELECT FROM deadline d"
        " WHERE d.case_id = c.id AND d.event = 'RECONSIDERATION_REPORT' AND d.ended_at IS NULL)"
    )
    op.execute(
        "UPDATE case_transfer t SET is_left_with_sender = true FROM coordination_dispute d"
        " WHERE d.transfer_id = t.id AND t.state = 'DESIGNATED' AND d.designated_id = t.sender_id"
    )
    _admit([*_STATES, "WITHDRAWN"])
    _receiver_is_reached(_UNLESS_NEVER_SENT)


def downgrade() -> None:
    op.execute("UPDATE case_transfer SET state = 'RESULT_RETURNED' WHERE state = 'WITHDRAWN'")
    _receiver_is_reached(_SINCE_SENT)
    _admit(_STATES)
    op.drop_column("review_outcome", "reported_at")
    op.drop_column("enforcement_case", "hearing_right")
    op.drop_column("enforcement_case", "is_correction_due")
    op.drop_column("case_transfer", "is_left_with_sender")
    op.drop_column("case_transfer", "withdrawal_reason")
    op.drop_column("case_transfer", "withdrawn_at")
    for table in ("officer", "certificate"):
        op.drop_constraint(op.f(f"{table}_organization_id_number_key"), table, type_="unique")
        op.create_unique_constraint(f"{table}_number_key", table, ["number"])
