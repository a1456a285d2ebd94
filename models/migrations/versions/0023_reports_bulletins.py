"""Quarterly reports and bulletins

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def _field(name: str) -> sa.Enum:
    return sa.Enum(*_FIELDS, name=name, native_enum=False, create_constraint=True, length=40)


def _one_of(links: str) -> None:
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    op.create_check_constraint(op.f("deadline_one_object_check"), "deadline", f"num_nonnulls({links}) = 1")


def upgrade() -> None:
    op.create_table('progress_report',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', _field("enforcementfield"), nullable=True),
    sa.Column('reviewer_id', sa.Uuid(), nullable=False),
    sa.Column('government_id', sa.Uuid(), nullable=False),
    sa.Column('visible_region_code', sa.String(length=9, collation='C'), sa.Computed("CASE WHEN state <> 'DRAFT' THEN region_code END", persisted=True), nullable=True),
    sa.Column('visible_field', _field("visible_field"), sa.Computed("CASE WHEN state <> 'DRAFT' THEN field END", persisted=True), nullable=True),
    sa.Column('visible_reviewer_id', sa.Uuid(), sa.Computed("CASE WHEN state <> 'DRAFT' THEN reviewer_id END", persisted=True), nullable=True),
    sa.Column('visible_government_id', sa.Uuid(), sa.Computed("CASE WHEN state <> 'DRAFT' THEN government_id END", persisted=True), nullable=True),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('predecessor_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.Enum('DRAFT', 'SUBMITTED', 'RETURNED', 'REVIEWED', 'BULLETINED', 'SUPERSEDED', name='reportstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('progress', sa.String(), nullable=False),
    sa.Column('problems', sa.String(), nullable=True),
    sa.Column('plans', sa.String(), nullable=True),
    sa.Column('review_opinion', sa.String(), nullable=True),
    sa.Column('return_reason', sa.String(), nullable=True),
    sa.Column('drafted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('quarter BETWEEN 1 AND 4', name=op.f('progress_report_quarter_check')),
    sa.ForeignKeyConstraint(['government_id'], ['organization.id'], name=op.f('progress_report_government_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('progress_report_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['predecessor_id'], ['progress_report.id'], name=op.f('progress_report_predecessor_id_fkey')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['organization.id'], name=op.f('progress_report_reviewer_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('progress_report_pkey')),
    sa.UniqueConstraint('organization_id', 'year', 'quarter', 'edition', name=op.f('progress_report_organization_id_year_quarter_edition_key'))
    )
    op.create_index(op.f('progress_report_government_id_idx'), 'progress_report', ['government_id'])
    op.create_index('progress_report_in_draft_idx', 'progress_report', ['organization_id', 'year', 'quarter'], unique=True, postgresql_where=sa.text("state = 'DRAFT'"))
    op.create_index(op.f('progress_report_predecessor_id_idx'), 'progress_report', ['predecessor_id'])
    op.create_index('progress_report_region_idx', 'progress_report', ['visible_region_code', 'drafted_at', 'id'])
    op.create_index(op.f('progress_report_reviewer_id_idx'), 'progress_report', ['reviewer_id'])
    op.create_table('bulletin',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('number', sa.String(collation='C'), nullable=True),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('content', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('DRAFT', 'PUBLISHED', name='bulletinstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('is_public', sa.Boolean(), sa.Computed("state = 'PUBLISHED'", persisted=True), nullable=False),
    sa.Column('drafted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state = 'PUBLISHED') = (number IS NOT NULL)", name=op.f('bulletin_number_of_published_check')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('bulletin_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('bulletin_pkey')),
    sa.UniqueConstraint('number', name=op.f('bulletin_number_key'))
    )
    op.create_index('bulletin_organization_idx', 'bulletin', ['organization_id', 'drafted_at', 'id'])
    op.create_table('bulletin_report',
    sa.Column('bulletin_id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['bulletin_id'], ['bulletin.id'], name=op.f('bulletin_report_bulletin_id_fkey')),
    sa.ForeignKeyConstraint(['report_id'], ['progress_report.id'], name=op.f('bulletin_report_report_id_fkey')),
    sa.PrimaryKeyConstraint('bulletin_id', 'report_id', name=op.f('bulletin_report_pkey'))
    )
    op.create_index(op.f('bulletin_report_report_id_idx'), 'bulletin_report', ['report_id'])
    op.add_column("deadline", sa.Column("report_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("deadline_report_id_fkey"), "deadline", "progress_report", ["report_id"], ["id"])
    op.create_index(op.f("deadline_report_id_idx"), "deadline", ["report_id"])
    _one_of("case_id, transfer_id, dispute_id, linkage_id, explanation_id, matter_id, clue_id, report_id")


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE report_id IS NOT NULL")
    _one_of("case_id, transfer_id, dispute_id, linkage_id, explanation_id, matter_id, clue_id")
    op.drop_column("deadline", "report_id")
    op.drop_table("bulletin_report")
    op.drop_table("bulletin")
    op.drop_table("progress_report")
