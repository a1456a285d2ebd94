"""Pilots

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('pilot',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('enforcement_fields', sa.ARRAY(sa.String()), nullable=False),
    sa.Column('scope', sa.Enum('WHOLE_COUNTY', 'CHOSEN_FIELDS', 'TOWNSHIP', name='pilotscope', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE WHEN length(region_code) = 9 THEN 'TOWNSHIP' WHEN cardinality(enforcement_fields) > 0 THEN 'CHOSEN_FIELDS' ELSE 'WHOLE_COUNTY' END", persisted=True), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('confirmer_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('NAMED', 'CONFIRMED', 'WITHDRAWN', name='pilotstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('named_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('is_late', sa.Boolean(), sa.Computed('named_on > due_on', persisted=True), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawal_reason', sa.String(), nullable=True),
    sa.CheckConstraint('length(region_code) = 6 OR cardinality(enforcement_fields) = 0', name=op.f('pilot_fields_of_county_check')),
    sa.ForeignKeyConstraint(['confirmer_id'], ['organization.id'], name=op.f('pilot_confirmer_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('pilot_organization_id_fkey')),
    sa.ForeignKeyConstraint(['region_code'], ['region.code'], name=op.f('pilot_region_code_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('pilot_pkey'))
    )
    op.create_index(op.f('pilot_confirmer_id_idx'), 'pilot', ['confirmer_id'])
    op.create_index('pilot_named_idx', 'pilot', ['region_code'], unique=True, postgresql_where=sa.text("state IN ('NAMED', 'CONFIRMED')"))
    op.create_index(op.f('pilot_organization_id_idx'), 'pilot', ['organization_id'])
    op.create_index('pilot_region_code_idx', 'pilot', ['region_code', 'named_on', 'id'])


def downgrade() -> None:
    op.drop_table("pilot")
    op.execute("DELETE FROM deadline_rule WHERE event = 'NAME_PILOT'")
