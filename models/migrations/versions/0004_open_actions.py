"""Notifications name any action that the code knows

Revision ID: 0004
Revises: 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ACTIONS = ['READ', 'UPDATE', 'DRAFT', 'REVISE', 'REVIEW', 'PUBLISH', 'REVOKE', 'ASSIGN', 'TAKE_BACK', 'REGISTER', 'ISSUE', 'SUSPEND', 'RESTORE', 'FILE', 'INVESTIGATE', 'ADD_EVIDENCE', 'REQUEST_REVIEW', 'PASS_REVIEW', 'RETURN_REVIEW', 'NOTIFY', 'HOLD_HEARING', 'DECIDE', 'NOT_PENALIZE', 'SERVE', 'EXECUTE', 'CLOSE', 'ARCHIVE', 'WITHDRAW', 'TAKE_DOWN', 'ACCEPT', 'EXAMINE', 'GRANT', 'REFUSE', 'EXPIRE', 'CONDUCT', 'RECORD_RESULT', 'IMPLEMENT', 'EXTEND', 'LIFT', 'RECORD_OUTCOME', 'APPROVE', 'SEND', 'RECEIVE', 'REJECT', 'RETURN_RESULT', 'NEGOTIATE', 'APPLY', 'COORDINATE', 'RECORD_AGREEMENT', 'ISSUE_OPINION', 'DESIGNATE', 'ESCALATE', 'PROPOSE', 'ANSWER', 'UPLOAD', 'EXTEND_DEADLINE', 'SUSPEND_DEADLINE', 'RESUME_DEADLINE']


def upgrade() -> None:
    op.drop_constraint(op.f('notification_action_check'), 'notification', type_='check')


def downgrade() -> None:
    names = ", ".join(f"'{name}'" for name in _ACTIONS)
    op.create_check_constraint(op.f('notification_action_check'), 'notification', f"action IN ({names})")
