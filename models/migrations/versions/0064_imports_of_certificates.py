"""Certificates are imported

Revision ID: 0064
Revises: 0063
"""

from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None

_KINDS = ("DUTY_ITEMS", "OFFICERS", "CASES")


def _admit(*kinds: str) -> None:
    op.drop_constraint(op.f("import_job_importkind_check"), "import_job", type_="check")
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    op.create_check_constraint(op.f("import_job_importkind_check"), "import_job", f"kind IN ({listed})")


def upgrade() -> None:
    _admit(*_KINDS, "CERTIFICATES")


def downgrade() -> None:
    op.execute("DELETE FROM refused_row WHERE job_id IN (SELECT id FROM import_job WHERE kind = 'CERTIFICATES')")
    op.execute("DELETE FROM import_job WHERE kind = 'CERTIFICATES'")
    _admit(*_KINDS)
