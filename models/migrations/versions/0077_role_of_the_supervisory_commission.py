"""The supervisory commission answers what is transferred to it, in a role of its own

Revision ID: 0077
Revises: 0076
"""

from alembic import op

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None

_CHECK = "role_assignment_role_check"
_EARLIER = """'JUDICIAL_BUREAU', 'PROVINCIAL_SYSTEM', 'JUDICIAL_OFFICE', 'LEGAL_UNIT', 'ORGAN_OFFICER', 'TOWNSHIP_OFFICER',
    'TOWNSHIP_HEAD', 'POLICE', 'GOVERNMENT_OFFICE', 'ESTABLISHMENT_OFFICE', 'FINANCE', 'LEADING_GROUP_MEMBER',
    'EVALUATOR', 'INVITED_SUPERVISOR', 'CONTACT_ENTERPRISE', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN',
    'ACCOUNT_HOLDER', 'PUBLIC'"""


def _admit(roles: str) -> None:
    op.drop_constraint(op.f(_CHECK), "role_assignment", type_="check")
    op.create_check_constraint(op.f(_CHECK), "role_assignment", f"role IN ({roles})")


def upgrade() -> None:
    _admit(_EARLIER.replace("'POLICE', ", "'POLICE', 'SUPERVISORY_COMMISSION', "))


def downgrade() -> None:
    op.execute("DELETE FROM role_assignment WHERE role = 'SUPERVISORY_COMMISSION'")
    _admit(_EARLIER)
