"""A deadline repeats no objection and no reason of a clue: those are narratives, which it is read without

Revision ID: 0069
Revises: 0068
"""

from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None

# One that was never extended has no other reason, though the object may have forgotten it since.
_OF_SUSPENSION = "d.reason IS NOT NULL AND (d.extensions = 0 OR d.reason = {})"


def upgrade() -> None:
    op.execute(
        f"""UPDATE deadline d
           SET reason = CASE WHEN m.is_appealed THEN '被监督机关申请上级复核' ELSE '被监督机关提出异议' END
           FROM supervision_matter m WHERE m.id = d.matter_id AND {_OF_SUSPENSION.format("m.objection")}"""
    )
    op.execute(
        f"""UPDATE deadline d SET reason = '线索中止' FROM clue c
           WHERE c.id = d.clue_id AND {_OF_SUSPENSION.format("c.suspension_reason")}"""
    )


def downgrade() -> None:
    """What was objected stands on the matter, and why a clue is suspended on the clue."""
