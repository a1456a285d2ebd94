"""Who trades without a credit code is a person, whose name is masked

Revision ID: 0070
Revises: 0069
"""

from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """UPDATE case_transfer t SET party_kind = 'PERSON' FROM enforcement_case c
           WHERE c.id = t.case_id AND t.party_kind = 'SOLE_TRADER' AND t.party_name = c.party_name
             AND c.party_credit_code IS NULL"""
    )
    for table in ("handed_over_case", "linkage", "enforcement_case"):
        op.execute(
            f"UPDATE {table} SET party_kind = 'PERSON' WHERE party_kind = 'SOLE_TRADER' AND party_credit_code IS NULL"  # noqa: S608
        )
    op.create_check_constraint(
        op.f("enforcement_case_credit_code_of_party_check"),
        "enforcement_case",
        "party_kind = 'PERSON' OR party_credit_code IS NOT NULL"
    )


def downgrade() -> None:
    """What was a trader without a credit code stays a person."""
    op.drop_constraint(op.f("enforcement_case_credit_code_of_party_check"), "enforcement_case", type_="check")
