"""Files that are kept beside the database

Revision ID: 0003
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('stored_file',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.LargeBinary(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('uploaded_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.Enum('PENDING', 'STORED', 'DISCARDED', name='filestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('storage_key', sa.String(), nullable=False),
    sa.CheckConstraint('size > 0', name=op.f('stored_file_size_check')),
    sa.CheckConstraint('octet_length(sha256) = 32', name=op.f('stored_file_sha256_check')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('stored_file_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['uploaded_by'], ['account.id'], name=op.f('stored_file_uploaded_by_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('stored_file_pkey')),
    sa.UniqueConstraint('storage_key', name=op.f('stored_file_storage_key_key'))
    )
    op.create_index('stored_file_not_stored_idx', 'stored_file', ['id'], unique=False, postgresql_where=sa.text("state <> 'STORED'"))
    op.create_index('stored_file_organization_idx', 'stored_file', ['organization_id', 'id'], unique=False)
    op.create_index('stored_file_region_code_idx', 'stored_file', ['region_code', 'id'], unique=False)
    op.create_index(op.f('stored_file_uploaded_by_idx'), 'stored_file', ['uploaded_by'], unique=False)
    op.add_column('evidence', sa.Column('file_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f('evidence_file_id_fkey'), 'evidence', 'stored_file', ['file_id'], ['id'])


def downgrade() -> None:
    op.drop_constraint(op.f('evidence_file_id_fkey'), 'evidence', type_='foreignkey')
    op.drop_column('evidence', 'file_id')
    op.drop_index(op.f('stored_file_uploaded_by_idx'), table_name='stored_file')
    op.drop_index('stored_file_region_code_idx', table_name='stored_file')
    op.drop_index('stored_file_organization_idx', table_name='stored_file')
    op.drop_index('stored_file_not_stored_idx', table_name='stored_file', postgresql_where=sa.text("state <> 'STORED'"))
    op.drop_table('stored_file')
