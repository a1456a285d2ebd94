"""A unit may draw for a revisit what its bureau drew in secret: of a case each who draws has one revisit

Revision ID: 0067
Revises: 0066
"""

from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None

_OF_CASE, _OF_DRAWER = "case_revisit_case_id_key", "case_revisit_case_id_assigner_id_key"
# Of two the bureau's stays, by which the case is measured.
_OF_UNIT = """SELECT u.id FROM case_revisit u JOIN case_revisit b ON b.case_id = u.case_id AND b.assigner_id <> u.assigner_id
              WHERE u.assigner_id = u.organization_id"""


def upgrade() -> None:
    op.drop_constraint(op.f(_OF_CASE), "case_revisit", type_="unique")
    op.create_unique_constraint(op.f(_OF_DRAWER), "case_revisit", ["case_id", "assigner_id"])


def downgrade() -> None:
    op.execute(f"DELETE FROM deadline WHERE revisit_id IN ({_OF_UNIT})")
    op.execute(f"DELETE FROM case_revisit WHERE id IN ({_OF_UNIT})")
    op.drop_constraint(op.f(_OF_DRAWER), "case_revisit", type_="unique")
    op.create_unique_constraint(op.f(_OF_CASE), "case_revisit", ["case_id"])
