"""Evaluations and reviews of case files

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']
# Whose commission runs is a fact of principals.
_TRIGGER = """
CREATE TRIGGER evaluation_principal_changed AFTER INSERT OR DELETE OR UPDATE OF state, is_suspended, evaluator_id
    ON evaluation FOR EACH STATEMENT EXECUTE FUNCTION principal_changed()
"""


def _term(name: str, *terms: str) -> sa.Enum:
    return sa.Enum(*terms, name=name, native_enum=False, create_constraint=True, length=40)


def _field(name: str) -> sa.Enum:
    return _term(name, *_FIELDS)


def upgrade() -> None:
    op.create_table('evaluation',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('kind', _term('evaluationkind', 'THIRD_PARTY', 'QUARTERLY_REVIEW', 'POLL'), nullable=False),
    sa.Column('state', _term('evaluationstate', 'COMMISSIONED', 'SAMPLING', 'SCORING', 'SUBMITTED', 'ADOPTED', 'PUBLISHED'), nullable=False),
    sa.Column('commissioner_id', sa.Uuid(), nullable=False),
    sa.Column('evaluator_id', sa.Uuid(), nullable=False),
    sa.Column('region_codes', sa.ARRAY(sa.String()), nullable=False),
    sa.Column('fields', sa.ARRAY(sa.String()), server_default='{}', nullable=False),
    sa.Column('period_from', sa.Date(), nullable=False),
    sa.Column('period_to', sa.Date(), nullable=False),
    sa.Column('is_suspended', sa.Boolean(), nullable=False),
    sa.Column('suspension_reason', sa.String(), nullable=True),
    sa.Column('is_running', sa.Boolean(), sa.Computed("state IN ('COMMISSIONED', 'SAMPLING', 'SCORING', 'SUBMITTED') AND NOT is_suspended", persisted=True), nullable=False),
    sa.Column('commission_ids', sa.ARRAY(sa.Uuid()), sa.Computed("CASE WHEN state IN ('COMMISSIONED', 'SAMPLING', 'SCORING', 'SUBMITTED') AND NOT is_suspended THEN ARRAY[id] END", persisted=True), nullable=True),
    sa.Column('is_published', sa.Boolean(), sa.Computed("state = 'PUBLISHED'", persisted=True), nullable=False),
    sa.Column('sample_seed', sa.String(), nullable=True),
    sa.Column('sampled', sa.Integer(), nullable=False),
    sa.Column('report', sa.String(), nullable=True),
    sa.Column('worst_field', _field('worst_field'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sampled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('adopted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("worst_field IS NULL OR kind = 'POLL'", name=op.f('evaluation_worst_field_of_poll_check')),
    sa.CheckConstraint('cardinality(region_codes) > 0', name=op.f('evaluation_regions_check')),
    sa.CheckConstraint('period_to >= period_from', name=op.f('evaluation_period_check')),
    sa.ForeignKeyConstraint(['commissioner_id'], ['organization.id'], name=op.f('evaluation_commissioner_id_fkey')),
    sa.ForeignKeyConstraint(['evaluator_id'], ['organization.id'], name=op.f('evaluation_evaluator_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('evaluation_pkey'))
    )
    op.create_index('evaluation_commission_ids_idx', 'evaluation', ['commission_ids'], unique=False, postgresql_using='gin')
    op.create_index('evaluation_commissioner_idx', 'evaluation', ['commissioner_id', 'created_at', 'id'], unique=False)
    op.create_index('evaluation_public_idx', 'evaluation', ['created_at', 'id'], unique=False, postgresql_where=sa.text('is_published'))
    op.create_index('evaluation_running_idx', 'evaluation', ['evaluator_id'], unique=False, postgresql_where=sa.text('is_running'))
    op.create_table('evaluation_indicator',
    sa.Column('evaluation_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(collation='C'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('parent_code', sa.String(collation='C'), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('weight', sa.Numeric(precision=5, scale=2), nullable=False),
    sa.Column('basis', _term('indicatorbasis', 'SAMPLED_CASE', 'SUBJECT'), nullable=True),
    sa.CheckConstraint('weight > 0 AND weight <= 100', name=op.f('evaluation_indicator_weight_check')),
    sa.ForeignKeyConstraint(['evaluation_id', 'parent_code'], ['evaluation_indicator.evaluation_id', 'evaluation_indicator.code'], name=op.f('evaluation_indicator_evaluation_id_parent_code_fkey')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('evaluation_indicator_evaluation_id_fkey')),
    sa.PrimaryKeyConstraint('evaluation_id', 'code', name=op.f('evaluation_indicator_pkey'))
    )
    op.create_table('evaluation_subject',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('evaluation_id', sa.Uuid(), nullable=False),
    sa.Column('commissioner_id', sa.Uuid(), nullable=False),
    sa.Column('commission_ids', sa.ARRAY(sa.Uuid()), sa.Computed('ARRAY[evaluation_id]', persisted=True), nullable=False),
    sa.Column('is_published', sa.Boolean(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=True),
    sa.Column('field', _field('enforcementfield'), nullable=True),
    sa.Column('sampled', sa.Integer(), nullable=False),
    sa.Column('total', sa.Numeric(precision=5, scale=2), nullable=True),
    sa.Column('rank', sa.Integer(), nullable=True),
    sa.Column('band', _term('satisfactionband', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'), sa.Computed("CASE WHEN total >= 80 THEN 'SATISFIED' WHEN total >= 60 THEN 'BASICALLY_SATISFIED' WHEN total >= 40 THEN 'DISSATISFIED' WHEN total >= 0 THEN 'VERY_DISSATISFIED' END", persisted=True), nullable=True),
    sa.CheckConstraint('num_nonnulls(organization_id, field) = 1', name=op.f('evaluation_subject_organ_or_field_check')),
    sa.CheckConstraint('total BETWEEN 0 AND 100', name=op.f('evaluation_subject_total_check')),
    sa.ForeignKeyConstraint(['commissioner_id'], ['organization.id'], name=op.f('evaluation_subject_commissioner_id_fkey')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('evaluation_subject_evaluation_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('evaluation_subject_organization_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('evaluation_subject_pkey')),
    sa.UniqueConstraint('evaluation_id', 'field', name=op.f('evaluation_subject_evaluation_id_field_key')),
    sa.UniqueConstraint('evaluation_id', 'organization_id', name=op.f('evaluation_subject_evaluation_id_organization_id_key'))
    )
    op.create_index('evaluation_subject_commission_ids_idx', 'evaluation_subject', ['commission_ids'], unique=False, postgresql_using='gin')
    op.create_index('evaluation_subject_commissioner_idx', 'evaluation_subject', ['commissioner_id', 'id'], unique=False)
    op.create_index('evaluation_subject_evaluation_idx', 'evaluation_subject', ['evaluation_id', 'place', 'id'], unique=False)
    op.create_index('evaluation_subject_organization_idx', 'evaluation_subject', ['organization_id', 'id'], unique=False)
    op.create_table('case_file_review',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', _field('enforcementfield'), nullable=True),
    sa.Column('reviewer_id', sa.Uuid(), nullable=False),
    sa.Column('reviewed_on', sa.Date(), nullable=False),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.Column('has_failed', sa.Boolean(), nullable=False),
    sa.Column('grade', _term('casefilegrade', 'EXCELLENT', 'GOOD', 'PASS', 'FAIL'), sa.Computed("CASE WHEN has_failed OR score < 60 THEN 'FAIL' WHEN score < 75 THEN 'PASS' WHEN score < 90 THEN 'GOOD' ELSE 'EXCELLENT' END", persisted=True), nullable=False),
    sa.Column('opinion', sa.String(), nullable=True),
    sa.CheckConstraint('score BETWEEN 0 AND 100', name=op.f('case_file_review_score_check')),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('case_file_review_case_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('case_file_review_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['reviewer_id'], ['organization.id'], name=op.f('case_file_review_reviewer_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('case_file_review_pkey')),
    sa.UniqueConstraint('case_id', 'reviewer_id', name=op.f('case_file_review_case_id_reviewer_id_key'))
    )
    op.create_index('case_file_review_area_2_idx', 'case_file_review', [sa.literal_column('"left"(region_code, 2)'), 'reviewed_on', 'id'], unique=False)
    op.create_index('case_file_review_area_4_idx', 'case_file_review', [sa.literal_column('"left"(region_code, 4)'), 'reviewed_on', 'id'], unique=False)
    op.create_index('case_file_review_area_6_idx', 'case_file_review', [sa.literal_column('"left"(region_code, 6)'), 'reviewed_on', 'id'], unique=False)
    op.create_index('case_file_review_organization_idx', 'case_file_review', ['organization_id', 'reviewed_on', 'id'], unique=False)
    op.create_index('case_file_review_reviewer_idx', 'case_file_review', ['reviewer_id', 'reviewed_on', 'id'], unique=False)
    op.create_index('case_file_review_township_idx', 'case_file_review', ['region_code', 'reviewed_on', 'id'], unique=False)
    op.create_table('sampled_case',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('evaluation_id', sa.Uuid(), nullable=False),
    sa.Column('commissioner_id', sa.Uuid(), nullable=False),
    sa.Column('commission_ids', sa.ARRAY(sa.Uuid()), sa.Computed('ARRAY[evaluation_id]', persisted=True), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('field', _field('enforcementfield'), nullable=True),
    sa.Column('act_type', _term('acttype', 'PENALTY', 'LICENSING', 'COERCION', 'LEVY', 'REQUISITION', 'INSPECTION', 'CONFIRMATION', 'BENEFIT', 'REWARD', 'ADJUDICATION', 'OTHER'), nullable=False),
    sa.Column('procedure', _term('procedure', 'SIMPLE', 'ORDINARY'), nullable=True),
    sa.Column('source', _term('casesource', 'INSPECTION', 'COMPLAINT', 'ASSIGNED', 'TRANSFER', 'OTHER'), nullable=False),
    sa.Column('duty_item_id', sa.Uuid(), nullable=False),
    sa.Column('state', _term('casestate', 'CLUE', 'FILED', 'INVESTIGATING', 'LEGAL_REVIEW', 'NOTIFIED', 'HEARING', 'DECIDED', 'SERVED', 'EXECUTING', 'CLOSED', 'ARCHIVED', 'NOT_PENALIZED', 'WITHDRAWN', 'TRANSFERRED', 'APPLIED', 'ACCEPTED', 'REVIEWING', 'GRANTED', 'REFUSED', 'REVOKED', 'EXPIRED', 'PLANNED', 'CONDUCTED', 'RESULT_RECORDED', 'APPROVED', 'IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED', 'REGISTERED'), nullable=False),
    sa.Column('legal_review', _term('legalreview', 'NOT_NEEDED', 'NEEDED', 'AFTER_HEARING', 'PASSED', 'RETURNED'), nullable=False),
    sa.Column('hearing_held', sa.Boolean(), nullable=False),
    sa.Column('party_kind', _term('partykind', 'PERSON', 'ENTERPRISE', 'SOLE_TRADER'), nullable=False),
    sa.Column('party_pseudonym', sa.String(), nullable=False),
    sa.Column('officer_pseudonyms', sa.ARRAY(sa.String()), server_default='{}', nullable=False),
    sa.Column('registered_month', sa.String(length=7, collation='C'), nullable=False),
    sa.Column('decided_month', sa.String(length=7, collation='C'), nullable=True),
    sa.Column('days_to_decision', sa.Integer(), nullable=True),
    sa.Column('days_to_service', sa.Integer(), nullable=True),
    sa.Column('penalty_kinds', sa.ARRAY(sa.String()), server_default='{}', nullable=False),
    sa.Column('penalty_amount', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.ForeignKeyConstraint(['commissioner_id'], ['organization.id'], name=op.f('sampled_case_commissioner_id_fkey')),
    sa.ForeignKeyConstraint(['duty_item_id'], ['duty_item.id'], name=op.f('sampled_case_duty_item_id_fkey')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('sampled_case_evaluation_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('sampled_case_organization_id_fkey')),
    sa.ForeignKeyConstraint(['subject_id'], ['evaluation_subject.id'], name=op.f('sampled_case_subject_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('sampled_case_pkey')),
    sa.UniqueConstraint('evaluation_id', 'place', name=op.f('sampled_case_evaluation_id_place_key'))
    )
    op.create_index('sampled_case_commission_ids_idx', 'sampled_case', ['commission_ids'], unique=False, postgresql_using='gin')
    op.create_index('sampled_case_commissioner_idx', 'sampled_case', ['commissioner_id', 'id'], unique=False)
    op.create_index(op.f('sampled_case_duty_item_id_idx'), 'sampled_case', ['duty_item_id'], unique=False)
    op.create_index(op.f('sampled_case_organization_id_idx'), 'sampled_case', ['organization_id'], unique=False)
    op.create_index(op.f('sampled_case_subject_id_idx'), 'sampled_case', ['subject_id'], unique=False)
    op.create_table('case_file_defect',
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', _term('casefiledefectkind', 'NO_COMPETENCE', 'OFFICERS_NOT_QUALIFIED', 'FACTS_NOT_PROVEN', 'LAW_MISAPPLIED', 'PRIOR_NOTICE_OMITTED', 'HEARING_OMITTED', 'LEGAL_REVIEW_OMITTED', 'FILING_FLAWED', 'EVIDENCE_FLAWED', 'DISCRETION_NOT_REASONED', 'DECIDED_LATE', 'DOCUMENT_FLAWED', 'SERVICE_FLAWED', 'EXECUTION_NOT_RECORDED', 'PUBLICATION_OMITTED', 'ARCHIVING_FLAWED'), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('fails', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.CheckConstraint('points >= 0', name=op.f('case_file_defect_points_check')),
    sa.ForeignKeyConstraint(['review_id'], ['case_file_review.id'], name=op.f('case_file_defect_review_id_fkey')),
    sa.PrimaryKeyConstraint('review_id', 'position', name=op.f('case_file_defect_pkey'))
    )
    op.create_table('evaluation_score',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('evaluation_id', sa.Uuid(), nullable=False),
    sa.Column('indicator_code', sa.String(collation='C'), nullable=False),
    sa.Column('sampled_case_id', sa.Uuid(), nullable=True),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('value', sa.Numeric(precision=5, scale=2), nullable=False),
    sa.Column('remark', sa.String(), nullable=True),
    sa.CheckConstraint('num_nonnulls(sampled_case_id, subject_id) = 1', name=op.f('evaluation_score_case_or_subject_check')),
    sa.CheckConstraint('value BETWEEN 0 AND 100', name=op.f('evaluation_score_value_check')),
    sa.ForeignKeyConstraint(['evaluation_id', 'indicator_code'], ['evaluation_indicator.evaluation_id', 'evaluation_indicator.code'], name=op.f('evaluation_score_evaluation_id_indicator_code_fkey')),
    sa.ForeignKeyConstraint(['sampled_case_id'], ['sampled_case.id'], name=op.f('evaluation_score_sampled_case_id_fkey')),
    sa.ForeignKeyConstraint(['subject_id'], ['evaluation_subject.id'], name=op.f('evaluation_score_subject_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('evaluation_score_pkey')),
    sa.UniqueConstraint('evaluation_id', 'indicator_code', 'sampled_case_id', name=op.f('evaluation_score_evaluation_id_indicator_code_sampled_case_id_key')),
    sa.UniqueConstraint('evaluation_id', 'indicator_code', 'subject_id', name=op.f('evaluation_score_evaluation_id_indicator_code_subject_id_key'))
    )
    op.create_index(op.f('evaluation_score_sampled_case_id_idx'), 'evaluation_score', ['sampled_case_id'], unique=False)
    op.create_index(op.f('evaluation_score_subject_id_idx'), 'evaluation_score', ['subject_id'], unique=False)
    op.create_table('sampled_original',
    sa.Column('sampled_case_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('sampled_original_case_id_fkey')),
    sa.ForeignKeyConstraint(['sampled_case_id'], ['sampled_case.id'], name=op.f('sampled_original_sampled_case_id_fkey')),
    sa.PrimaryKeyConstraint('sampled_case_id', name=op.f('sampled_original_pkey'))
    )
    op.create_index(op.f('sampled_original_case_id_idx'), 'sampled_original', ['case_id'], unique=False)
    op.create_table('sampled_paper',
    sa.Column('sampled_case_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('document', _term('casedocumentkind', 'FILING_APPROVAL', 'INQUIRY_RECORD', 'INSPECTION_RECORD', 'PRESERVATION_NOTICE', 'INVESTIGATION_REPORT', 'LEGAL_REVIEW_OPINION', 'PRIOR_NOTICE', 'HEARING_NOTICE', 'HEARING_RECORD', 'COLLECTIVE_DISCUSSION', 'PENALTY_DECISION', 'LICENSING_DECISION', 'COERCION_DECISION', 'SERVICE_RECEIPT', 'CLOSING_APPROVAL', 'OTHER'), nullable=True),
    sa.Column('evidence', _term('evidencekind', 'DOCUMENTARY', 'PHYSICAL', 'AUDIOVISUAL', 'ELECTRONIC', 'WITNESS', 'STATEMENT', 'EXPERT_OPINION', 'INSPECTION_RECORD'), nullable=True),
    sa.Column('month', sa.String(length=7, collation='C'), nullable=False),
    sa.CheckConstraint('num_nonnulls(document, evidence) = 1', name=op.f('sampled_paper_one_kind_check')),
    sa.ForeignKeyConstraint(['sampled_case_id'], ['sampled_case.id'], name=op.f('sampled_paper_sampled_case_id_fkey')),
    sa.PrimaryKeyConstraint('sampled_case_id', 'position', name=op.f('sampled_paper_pkey'))
    )
    op.execute(_TRIGGER)


def downgrade() -> None:
    op.drop_table('sampled_paper')
    op.drop_index(op.f('sampled_original_case_id_idx'), table_name='sampled_original')
    op.drop_table('sampled_original')
    op.drop_index(op.f('evaluation_score_subject_id_idx'), table_name='evaluation_score')
    op.drop_index(op.f('evaluation_score_sampled_case_id_idx'), table_name='evaluation_score')
    op.drop_table('evaluation_score')
    op.drop_table('case_file_defect')
    op.drop_index(op.f('sampled_case_subject_id_idx'), table_name='sampled_case')
    op.drop_index(op.f('sampled_case_organization_id_idx'), table_name='sampled_case')
    op.drop_index(op.f('sampled_case_duty_item_id_idx'), table_name='sampled_case')
    op.drop_index('sampled_case_commissioner_idx', table_name='sampled_case')
    op.drop_index('sampled_case_commission_ids_idx', table_name='sampled_case', postgresql_using='gin')
    op.drop_table('sampled_case')
    op.drop_index('case_file_review_township_idx', table_name='case_file_review')
    op.drop_index('case_file_review_reviewer_idx', table_name='case_file_review')
    op.drop_index('case_file_review_organization_idx', table_name='case_file_review')
    op.drop_index('case_file_review_area_6_idx', table_name='case_file_review')
    op.drop_index('case_file_review_area_4_idx', table_name='case_file_review')
    op.drop_index('case_file_review_area_2_idx', table_name='case_file_review')
    op.drop_table('case_file_review')
    op.drop_index('evaluation_subject_organization_idx', table_name='evaluation_subject')
    op.drop_index('evaluation_subject_evaluation_idx', table_name='evaluation_subject')
    op.drop_index('evaluation_subject_commissioner_idx', table_name='evaluation_subject')
    op.drop_index('evaluation_subject_commission_ids_idx', table_name='evaluation_subject', postgresql_using='gin')
    op.drop_table('evaluation_subject')
    op.drop_table('evaluation_indicator')
    op.drop_index('evaluation_running_idx', table_name='evaluation', postgresql_where=sa.text('is_running'))
    op.drop_index('evaluation_public_idx', table_name='evaluation', postgresql_where=sa.text('is_published'))
    op.drop_index('evaluation_commissioner_idx', table_name='evaluation')
    op.drop_index('evaluation_commission_ids_idx', table_name='evaluation', postgresql_using='gin')
    op.drop_table('evaluation')
