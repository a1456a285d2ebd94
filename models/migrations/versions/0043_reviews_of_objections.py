"""Who reviews an objection to an opinion has a time of its own

Revision ID: 0043
Revises: 0042
"""

from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_EVENT = "REVIEW_OBJECTION"


def upgrade() -> None:
    # Where rules were seeded before there was this one; elsewhere it comes with the others.
    op.execute(
        f"""INSERT INTO deadline_rule (id, version, updated_at, event, length, unit, rolls_over, legal_basis, authority,
                region_code, valid_from, extensions, is_suspensible, resumption, near_days)
            SELECT gen_random_uuid(), 1, now(), '{_EVENT}', 15, 'WORKING', true, '管理员可调整', 'DEFAULT', r.code,
                '2023-01-01', 0, false, 'RESUME', 3
            FROM region r WHERE length(r.code) = 2 AND EXISTS (SELECT FROM deadline_rule d WHERE d.region_code = r.code)"""
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM deadline WHERE event = '{_EVENT}'")
    op.execute(f"DELETE FROM deadline_rule WHERE event = '{_EVENT}'")
