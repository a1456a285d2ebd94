"""Imports and the rows that they refused

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('import_job',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('DUTY_ITEMS', 'OFFICERS', 'CASES', name='importkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('mode', sa.Enum('PER_FILE', 'PER_ROW', name='importmode', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('is_dry_run', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Enum('QUEUED', 'RUNNING', 'DONE', 'FAILED', name='importstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('rows_total', sa.Integer(), nullable=True),
    sa.Column('rows_read', sa.Integer(), nullable=False),
    sa.Column('rows_accepted', sa.Integer(), nullable=False),
    sa.Column('rows_refused', sa.Integer(), nullable=False),
    sa.Column('failure', sa.String(length=40), nullable=True),
    sa.Column('failure_reason', sa.String(), nullable=True),
    sa.Column('refused_file_id', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('rows_read = rows_accepted + rows_refused', name=op.f('import_job_rows_check')),
    sa.CheckConstraint("(state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)", name=op.f('import_job_finished_check')),
    sa.CheckConstraint("(state = 'FAILED') = (failure IS NOT NULL)", name=op.f('import_job_failure_check')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('import_job_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('import_job_account_id_fkey')),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('import_job_file_id_fkey')),
    sa.ForeignKeyConstraint(['refused_file_id'], ['stored_file.id'], name=op.f('import_job_refused_file_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('import_job_pkey'))
    )
    op.create_index('import_job_organization_idx', 'import_job', ['organization_id', 'id'], unique=False)
    op.create_index('import_job_account_idx', 'import_job', ['account_id', 'id'], unique=False)
    op.create_index('import_job_waiting_idx', 'import_job', ['id'], unique=False, postgresql_where=sa.text("state IN ('QUEUED', 'RUNNING')"))
    op.create_index(op.f('import_job_file_id_idx'), 'import_job', ['file_id'], unique=False)
    op.create_index(op.f('import_job_refused_file_id_idx'), 'import_job', ['refused_file_id'], unique=False)
    op.create_table('refused_row',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('job_id', sa.Uuid(), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['job_id'], ['import_job.id'], name=op.f('refused_row_job_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('refused_row_pkey')),
    sa.UniqueConstraint('job_id', 'line', name=op.f('refused_row_job_id_line_key'))
    )


def downgrade() -> None:
    op.drop_table('refused_row')
    op.drop_index(op.f('import_job_refused_file_id_idx'), table_name='import_job')
    op.drop_index(op.f('import_job_file_id_idx'), table_name='import_job')
    op.drop_index('import_job_waiting_idx', table_name='import_job', postgresql_where=sa.text("state IN ('QUEUED', 'RUNNING')"))
    op.drop_index('import_job_account_idx', table_name='import_job')
    op.drop_index('import_job_organization_idx', table_name='import_job')
    op.drop_table('import_job')
