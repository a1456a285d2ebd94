"""The key of an enterprise follows from its code; its name is that of a case which the reader sees

Revision ID: 0049
Revises: 0048
"""

from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_KEY = "CAST(md5('enterprise:' || credit_code) AS UUID)"


def upgrade() -> None:
    op.execute(
        f"""UPDATE alert a SET object_id = {_KEY} FROM enterprise e
            WHERE a.object_type = 'Enterprise' AND a.object_id = e.id AND e.id <> {_KEY}"""
    )
    op.execute("ALTER TABLE enterprise DROP COLUMN id, DROP COLUMN name")
    op.execute(
        f"""ALTER TABLE enterprise ADD COLUMN id UUID GENERATED ALWAYS AS ({_KEY}) STORED,
            ADD CONSTRAINT enterprise_pkey PRIMARY KEY (id)"""
    )


def downgrade() -> None:
    op.execute("ALTER TABLE enterprise ALTER COLUMN id DROP EXPRESSION, ADD COLUMN name VARCHAR COLLATE \"C\"")
    op.execute(
        """UPDATE enterprise e SET name = coalesce((
               SELECT c.party_name FROM enforcement_case c WHERE c.party_credit_code = e.credit_code
               ORDER BY c.registered_at DESC, c.id DESC LIMIT 1), '')"""
    )
    op.execute("ALTER TABLE enterprise ALTER COLUMN name SET NOT NULL")
