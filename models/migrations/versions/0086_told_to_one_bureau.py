"""Bureaus learn nothing of each other's invitations, alerts name no officers, who moves is an officer of both organs

Revision ID: 0086
Revises: 0085
"""

from alembic import op

revision = "0086"
down_revision = "0085"
branch_labels = None
depends_on = None

_INVITED = "questionnaire_invitation_questionnaire_id_account_id_key"


def upgrade() -> None:
    op.execute(f"ALTER TABLE questionnaire_invitation DROP CONSTRAINT {_INVITED}")
    op.execute(
        "ALTER TABLE questionnaire_invitation ADD CONSTRAINT questionnaire_invitation_inviter_key"
        " UNIQUE (questionnaire_id, account_id, organization_id)"
    )
    op.execute(
        "CREATE UNIQUE INDEX questionnaire_invitation_answered_key"
        " ON questionnaire_invitation (questionnaire_id, account_id) WHERE state = 'ANSWERED'"
    )
    op.execute("ALTER TABLE officer DROP CONSTRAINT officer_account_id_key")
    op.execute(
        "ALTER TABLE officer ADD CONSTRAINT officer_account_id_organization_id_key"
        " UNIQUE (account_id, organization_id)"
    )
    op.execute(
        """UPDATE alert SET explanation = n.officers || '名办案人员无有效执法证',
                  facts = jsonb_set(facts, '{1,1}', to_jsonb(n.officers || '名'))
           FROM (SELECT id, cardinality(string_to_array(split_part(explanation, '：', 2), '、')) AS officers
                 FROM alert WHERE rule = 'UNCERTIFIED_OFFICER') n
           WHERE alert.id = n.id"""
    )


def downgrade() -> None:
    op.execute("ALTER TABLE officer DROP CONSTRAINT officer_account_id_organization_id_key")
    op.execute("ALTER TABLE officer ADD CONSTRAINT officer_account_id_key UNIQUE (account_id)")
    op.execute("DROP INDEX questionnaire_invitation_answered_key")
    op.execute("ALTER TABLE questionnaire_invitation DROP CONSTRAINT questionnaire_invitation_inviter_key")
    op.execute(
        f"ALTER TABLE questionnaire_invitation ADD CONSTRAINT {_INVITED} UNIQUE (questionnaire_id, account_id)"
    )
