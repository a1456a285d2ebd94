"""What is under several deadlines is near when any of them is, not only the one that ends first

Revision ID: 0050
Revises: 0049
"""

from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_OF = {
    "clue": "clue",
    "revisit": "case_revisit",
    "case": "enforcement_case",
    "transfer": "case_transfer",
    "dispute": "coordination_dispute",
    "linkage": "linkage",
    "matter": "supervision_matter",
    "report": "progress_report",
}


def upgrade() -> None:
    for link, table in _OF.items():
        op.execute(
            f"""UPDATE {table} o SET next_near_at = n.near_at
                FROM (SELECT {link}_id AS id, min(near_at) AS near_at FROM deadline
                      WHERE {link}_id IS NOT NULL AND ended_at IS NULL AND suspended_at IS NULL
                      GROUP BY {link}_id HAVING count(*) > 1) n
                WHERE o.id = n.id AND o.next_near_at <> n.near_at"""
        )


def downgrade() -> None:
    """What is near in either way is right for the older code."""
