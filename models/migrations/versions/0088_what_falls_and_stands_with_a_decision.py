"""A proposal on a licence falls with its penalty, and what a later instance upheld is not to be taken down

Revision ID: 0088
Revises: 0087
"""

from alembic import op

revision = "0088"
down_revision = "0087"
branch_labels = None
depends_on = None

_CHECK = "linkage_linkagestate_check"
_EARLIER = "'SENT', 'RECEIVED', 'ANSWERED'"
# Of the case of ``{0}``, by the last outcome of a kind.
_FOUND = """EXISTS (
    SELECT FROM review_outcome p WHERE p.case_id = {0}.case_id AND p.result IN ({1})
      AND NOT EXISTS (SELECT FROM review_outcome q WHERE q.case_id = p.case_id AND q.kind = p.kind
                      AND (q.decided_on, q.id) > (p.decided_on, p.id)))"""
_ANNULLED = _FOUND.format("l", "'ANNULLED', 'LOST'")
_NOT_UPHELD = _FOUND.format("d", "'ANNULLED', 'CHANGED', 'LOST', 'UNLAWFUL'")


def _admit(states: str) -> None:
    op.drop_constraint(op.f(_CHECK), "linkage", type_="check")
    op.create_check_constraint(op.f(_CHECK), "linkage", f"state IN ({states})")


def upgrade() -> None:
    _admit(f"{_EARLIER}, 'WITHDRAWN'")
    op.execute(
        f"""WITH fallen AS (
                UPDATE linkage l SET state = 'WITHDRAWN', next_due_at = NULL, next_near_at = NULL
                WHERE l.kind = 'LICENCE_PROPOSAL' AND l.state IN ('SENT', 'RECEIVED') AND {_ANNULLED}
                RETURNING l.id
            )
            UPDATE deadline d SET ended_at = now() FROM fallen WHERE d.linkage_id = fallen.id AND d.ended_at IS NULL"""
    )
    op.execute(
        f"""WITH standing AS (
                UPDATE deadline d SET ended_at = now()
                WHERE d.event = 'TAKE_DOWN_PUBLICATION' AND d.ended_at IS NULL AND NOT {_NOT_UPHELD}
                RETURNING d.id, d.case_id
            )
            UPDATE enforcement_case c
            SET next_due_at = n.due_at, next_near_at = n.near_at, is_suspended = n.is_suspended
            FROM (SELECT s.case_id, min(d.due_at) FILTER (WHERE d.suspended_at IS NULL) AS due_at,
                         min(d.near_at) FILTER (WHERE d.suspended_at IS NULL) AS near_at,
                         count(d.suspended_at) > 0 AS is_suspended
                  FROM standing s
                  LEFT JOIN deadline d ON d.case_id = s.case_id AND d.id <> s.id AND d.ended_at IS NULL
                  GROUP BY s.case_id) n
            WHERE c.id = n.case_id"""
    )


def downgrade() -> None:
    """What ended has ended."""
    op.execute(
        "UPDATE linkage SET state = CASE WHEN received_at IS NULL THEN 'SENT' ELSE 'RECEIVED' END"
        " WHERE state = 'WITHDRAWN'"
    )
    _admit(_EARLIER)
