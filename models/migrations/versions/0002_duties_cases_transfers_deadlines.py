"""Duty lists, officers, cases, transfers, disputes, linkage, deadlines, notifications.

Revision: 0002
Follows: 0001
"""
import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'

_ROLES = """'JUDICIAL_BUREAU', 'PROVINCIAL_SYSTEM', 'JUDICIAL_OFFICE', 'LEGAL_UNIT', 'ORGAN_OFFICER', 'TOWNSHIP_OFFICER', 'TOWNSHIP_HEAD', 'POLICE', 'GOVERNMENT_OFFICE', 'ESTABLISHMENT_OFFICE', 'FINANCE', 'LEADING_GROUP_MEMBER', 'EVALUATOR', 'INVITED_SUPERVISOR', 'CONTACT_ENTERPRISE', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'ACCOUNT_HOLDER', 'PUBLIC'"""
_EARLIER_ROLES = _ROLES.replace("'TOWNSHIP_HEAD', ", "")


def upgrade() -> None:
    op.create_table('calendar_day',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('is_working', sa.Boolean(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('day', name=op.f('calendar_day_pkey'))
    )
    op.create_table('calendar_year',
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('year', name=op.f('calendar_year_pkey'))
    )
    op.create_table('enterprise',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('credit_code', sa.String(length=18, collation='C'), nullable=False),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('enterprise_pkey')),
    sa.UniqueConstraint('credit_code', name=op.f('enterprise_credit_code_key'))
    )
    op.create_table('deadline_rule',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('event', sa.Enum('DECIDE_PENALTY', 'SERVE_DECISION', 'ASK_FOR_HEARING', 'HEARING_NOTICE', 'PUBLISH_PENALTY_OR_LICENCE', 'PUBLISH_OTHER_ACT', 'TAKE_DOWN_PUBLICATION', 'CRIMINAL_TRANSFER_DECISION', 'CRIMINAL_TRANSFER_HANDOVER', 'POLICE_DECISION', 'SEIZURE', 'RECONSIDERATION_REPORT', 'TRANSFER_HANDOVER', 'TRANSFER_HANDOVER_URGENT', 'TRANSFER_ANSWER', 'RETURN_TRANSFER_RESULT', 'ACCEPT_DISPUTE', 'SUPPLEMENT_DISPUTE', 'COORDINATE_DISPUTE', 'EXPLAIN_NOTICE', 'RECTIFY', 'ANSWER_CLUE', 'REVISIT', 'SPECIAL_EXPLANATION', 'ANNUAL_STATISTICS', 'QUARTERLY_REPORT', 'ACCEPT_LICENCE_APPLICATION', 'DECIDE_LICENCE', 'LINKED_INSPECTION', 'LICENCE_PROPOSAL_ANSWER', name='deadlineevent', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('length', sa.Integer(), nullable=True),
    sa.Column('unit', sa.Enum('HOURS', 'CALENDAR', 'WORKING', name='deadlineunit', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('month', sa.Integer(), nullable=True),
    sa.Column('day', sa.Integer(), nullable=True),
    sa.Column('rolls_over', sa.Boolean(), nullable=False),
    sa.Column('legal_basis', sa.String(), nullable=False),
    sa.Column('authority', sa.Enum('LAW', 'PLAN', 'PRACTICE', 'DEFAULT', name='ruleauthority', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('extensions', sa.Integer(), nullable=False),
    sa.Column('extension_length', sa.Integer(), nullable=True),
    sa.Column('is_suspensible', sa.Boolean(), nullable=False),
    sa.Column('resumption', sa.Enum('RESUME', 'RESTART', name='resumption', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('near_days', sa.Integer(), nullable=False),
    sa.CheckConstraint('(length IS NULL) <> (month IS NULL)', name=op.f('deadline_rule_length_or_date_check')),
    sa.CheckConstraint('(month IS NULL) = (day IS NULL) AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31', name=op.f('deadline_rule_date_check')),
    sa.CheckConstraint('length > 0 AND extensions >= 0 AND near_days >= 0', name=op.f('deadline_rule_counts_check')),
    sa.CheckConstraint('(extensions > 0) = (extension_length IS NOT NULL) AND extension_length > 0', name=op.f('deadline_rule_extension_check')),
    sa.CheckConstraint('valid_to >= valid_from', name=op.f('deadline_rule_period_check')),
    sa.ForeignKeyConstraint(['region_code'], ['region.code'], name=op.f('deadline_rule_region_code_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('deadline_rule_pkey')),
    sa.UniqueConstraint('event', 'region_code', 'valid_from', name=op.f('deadline_rule_event_region_code_valid_from_key'))
    )
    op.create_table('duty_item',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(collation='C'), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('predecessor_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.Column('act_type', sa.Enum('PENALTY', 'LICENSING', 'COERCION', 'LEVY', 'REQUISITION', 'INSPECTION', 'CONFIRMATION', 'BENEFIT', 'REWARD', 'ADJUDICATION', 'OTHER', name='acttype', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('law', sa.String(), nullable=False),
    sa.Column('article', sa.String(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('level', sa.Enum('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', name='level', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE length(region_code) WHEN 2 THEN 'PROVINCE' WHEN 4 THEN 'CITY' WHEN 6 THEN 'COUNTY' WHEN 9 THEN 'TOWNSHIP' END", persisted=True), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('publisher_id', sa.Uuid(), nullable=False),
    sa.Column('content', sa.Enum('SYSTEM_BUILDING', 'PERSONNEL_QUALIFICATION', 'PROCEDURE_AND_LAW', 'CRIMINAL_LINKAGE', 'STRUCTURAL_REFORM', 'CONDUCT_QUALITY', 'SUPPORT_GUARANTEE', name='supervisioncontent', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('responsibility', sa.String(), nullable=False),
    sa.Column('source', sa.Enum('STATUTORY', 'AUTHORIZED', 'ENTRUSTED', 'ASSIGNED_TO_TOWNSHIP', name='dutysource', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('legal_review', sa.Enum('NOT_NEEDED', 'NEEDED', 'AFTER_HEARING', 'PASSED', 'RETURNED', name='legalreview', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('fine_floor', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('fine_ceiling', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('is_assignable', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Enum('DRAFT', 'REVIEWED', 'PUBLISHED', 'SUPERSEDED', 'REVOKED', name='dutyitemstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('is_public', sa.Boolean(), sa.Computed("state IN ('PUBLISHED', 'SUPERSEDED', 'REVOKED')", persisted=True), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.CheckConstraint('fine_floor >= 0 AND fine_ceiling >= fine_floor', name=op.f('duty_item_fines_check')),
    sa.CheckConstraint('valid_to >= valid_from', name=op.f('duty_item_period_check')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('duty_item_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['predecessor_id'], ['duty_item.id'], name=op.f('duty_item_predecessor_id_fkey')),
    sa.ForeignKeyConstraint(['publisher_id'], ['organization.id'], name=op.f('duty_item_publisher_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('duty_item_pkey')),
    sa.UniqueConstraint('organization_id', 'code', 'edition', name=op.f('duty_item_organization_id_code_edition_key'))
    )
    op.create_index('duty_item_code_idx', 'duty_item', ['code', 'id'], unique=False)
    op.create_index('duty_item_in_draft_idx', 'duty_item', ['organization_id', 'code'], unique=True, postgresql_where=sa.text("state IN ('DRAFT', 'REVIEWED')"))
    op.create_index('duty_item_in_force_idx', 'duty_item', ['organization_id', 'code'], unique=True, postgresql_where=sa.text("state = 'PUBLISHED'"))
    op.create_index(op.f('duty_item_publisher_id_idx'), 'duty_item', ['publisher_id'], unique=False)
    op.create_index('duty_item_region_code_idx', 'duty_item', ['region_code', 'code', 'id'], unique=False)
    op.create_table('notification',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('action', sa.Enum('READ', 'UPDATE', 'DRAFT', 'REVISE', 'REVIEW', 'PUBLISH', 'REVOKE', 'ASSIGN', 'TAKE_BACK', 'REGISTER', 'ISSUE', 'SUSPEND', 'RESTORE', 'FILE', 'INVESTIGATE', 'ADD_EVIDENCE', 'REQUEST_REVIEW', 'PASS_REVIEW', 'RETURN_REVIEW', 'NOTIFY', 'HOLD_HEARING', 'DECIDE', 'NOT_PENALIZE', 'SERVE', 'EXECUTE', 'CLOSE', 'ARCHIVE', 'WITHDRAW', 'TAKE_DOWN', 'ACCEPT', 'EXAMINE', 'GRANT', 'REFUSE', 'EXPIRE', 'CONDUCT', 'RECORD_RESULT', 'IMPLEMENT', 'EXTEND', 'LIFT', 'RECORD_OUTCOME', 'APPROVE', 'SEND', 'RECEIVE', 'REJECT', 'RETURN_RESULT', 'NEGOTIATE', 'APPLY', 'COORDINATE', 'RECORD_AGREEMENT', 'ISSUE_OPINION', 'DESIGNATE', 'ESCALATE', 'PROPOSE', 'ANSWER', 'UPLOAD', 'EXTEND_DEADLINE', 'SUSPEND_DEADLINE', 'RESUME_DEADLINE', name='action', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('object_type', sa.String(), nullable=False),
    sa.Column('object_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('notification_organization_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('notification_pkey'))
    )
    op.create_index('notification_organization_idx', 'notification', ['organization_id', sa.literal_column('at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_table('number_series',
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('series', sa.String(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('number_series_organization_id_fkey')),
    sa.PrimaryKeyConstraint('organization_id', 'series', 'year', name=op.f('number_series_pkey'))
    )
    op.create_table('duty_assignment',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('duty_item_id', sa.Uuid(), nullable=False),
    sa.Column('duty_code', sa.String(collation='C'), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('publisher_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('ASSIGNED', 'TAKEN_BACK', name='dutyassignmentstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('assigned_on', sa.Date(), nullable=False),
    sa.Column('taken_back_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.CheckConstraint("(state = 'TAKEN_BACK') = (taken_back_on IS NOT NULL)", name=op.f('duty_assignment_taken_back_check')),
    sa.CheckConstraint('taken_back_on >= assigned_on', name=op.f('duty_assignment_period_check')),
    sa.ForeignKeyConstraint(['duty_item_id'], ['duty_item.id'], name=op.f('duty_assignment_duty_item_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('duty_assignment_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['publisher_id'], ['organization.id'], name=op.f('duty_assignment_publisher_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('duty_assignment_pkey'))
    )
    op.create_index(op.f('duty_assignment_duty_item_id_idx'), 'duty_assignment', ['duty_item_id'], unique=False)
    op.create_index('duty_assignment_in_force_idx', 'duty_assignment', ['organization_id', 'duty_code'], unique=True, postgresql_where=sa.text("state = 'ASSIGNED'"))
    op.create_index(op.f('duty_assignment_publisher_id_idx'), 'duty_assignment', ['publisher_id'], unique=False)
    op.create_index(op.f('duty_assignment_region_code_idx'), 'duty_assignment', ['region_code'], unique=False)
    # What indexes and scopes read comes first, of fixed length before the rest: a row is walked through from its start.
    op.create_table('enforcement_case',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('duty_item_id', sa.Uuid(), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('refusals', sa.Integer(), nullable=False),
    sa.Column('is_offered', sa.Boolean(), nullable=False),
    sa.Column('hearing_held', sa.Boolean(), nullable=False),
    sa.Column('is_published', sa.Boolean(), sa.Computed('published_at IS NOT NULL AND taken_down_at IS NULL', persisted=True), nullable=False),
    sa.Column('is_shirked', sa.Boolean(), sa.Computed('refusals >= 2', persisted=True), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('state', sa.Enum('CLUE', 'FILED', 'INVESTIGATING', 'LEGAL_REVIEW', 'NOTIFIED', 'HEARING', 'DECIDED', 'SERVED', 'EXECUTING', 'CLOSED', 'ARCHIVED', 'NOT_PENALIZED', 'WITHDRAWN', 'TRANSFERRED', 'APPLIED', 'ACCEPTED', 'REVIEWING', 'GRANTED', 'REFUSED', 'REVOKED', 'EXPIRED', 'PLANNED', 'CONDUCTED', 'RESULT_RECORDED', 'APPROVED', 'IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED', 'REGISTERED', name='casestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('act_type', sa.Enum('PENALTY', 'LICENSING', 'COERCION', 'LEVY', 'REQUISITION', 'INSPECTION', 'CONFIRMATION', 'BENEFIT', 'REWARD', 'ADJUDICATION', 'OTHER', name='acttype', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('legal_reviewer_id', sa.Uuid(), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('offered_organization_id', sa.Uuid(), nullable=True),
    sa.Column('offered_region_code', sa.String(length=9, collation='C'), nullable=True),
    sa.Column('offered_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='offered_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('party_kind', sa.Enum('PERSON', 'ENTERPRISE', 'SOLE_TRADER', name='partykind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('party_credit_code', sa.String(length=18, collation='C'), nullable=True),
    sa.Column('party_id_number_index', sa.LargeBinary(), nullable=True),
    sa.Column('number', sa.String(collation='C'), nullable=False),
    sa.Column('cause', sa.String(collation='C'), nullable=False),
    sa.Column('procedure', sa.Enum('SIMPLE', 'ORDINARY', name='procedure', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('source', sa.Enum('INSPECTION', 'COMPLAINT', 'ASSIGNED', 'TRANSFER', 'OTHER', name='casesource', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('facts', sa.String(), nullable=True),
    sa.Column('legal_review', sa.Enum('NOT_NEEDED', 'NEEDED', 'AFTER_HEARING', 'PASSED', 'RETURNED', name='legalreview', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('party_name', sa.String(collation='C'), nullable=False),
    sa.Column('party_id_number', sa.LargeBinary(), nullable=True),
    sa.Column('party_phone', sa.LargeBinary(), nullable=True),
    sa.Column('party_address', sa.String(), nullable=True),
    sa.Column('filed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('served_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decision', sa.String(), nullable=True),
    sa.Column('penalty_kinds', sa.ARRAY(sa.String()), server_default='{}', nullable=False),
    sa.Column('heaviest_penalty', sa.Enum('WARNING', 'CRITICISM_NOTICE', 'FINE', 'CONFISCATION', 'LICENCE_SUSPENSION', 'GRADE_REDUCTION', 'ACTIVITY_RESTRICTION', 'PRODUCTION_HALT', 'CLOSURE', 'EMPLOYMENT_BAN', 'LICENCE_REVOCATION', 'DETENTION', 'OTHER', name='penaltykind', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE WHEN 'DETENTION' = ANY(penalty_kinds) THEN 'DETENTION' WHEN 'LICENCE_REVOCATION' = ANY(penalty_kinds) THEN 'LICENCE_REVOCATION' WHEN 'EMPLOYMENT_BAN' = ANY(penalty_kinds) THEN 'EMPLOYMENT_BAN' WHEN 'CLOSURE' = ANY(penalty_kinds) THEN 'CLOSURE' WHEN 'PRODUCTION_HALT' = ANY(penalty_kinds) THEN 'PRODUCTION_HALT' WHEN 'ACTIVITY_RESTRICTION' = ANY(penalty_kinds) THEN 'ACTIVITY_RESTRICTION' WHEN 'GRADE_REDUCTION' = ANY(penalty_kinds) THEN 'GRADE_REDUCTION' WHEN 'LICENCE_SUSPENSION' = ANY(penalty_kinds) THEN 'LICENCE_SUSPENSION' WHEN 'CONFISCATION' = ANY(penalty_kinds) THEN 'CONFISCATION' WHEN 'FINE' = ANY(penalty_kinds) THEN 'FINE' WHEN 'CRITICISM_NOTICE' = ANY(penalty_kinds) THEN 'CRITICISM_NOTICE' WHEN 'WARNING' = ANY(penalty_kinds) THEN 'WARNING' WHEN 'OTHER' = ANY(penalty_kinds) THEN 'OTHER' END", persisted=True), nullable=True),
    sa.Column('penalty_amount', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('confiscated_amount', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('taken_down_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(act_type = 'PENALTY') = (procedure IS NOT NULL)", name=op.f('enforcement_case_procedure_of_penalty_check')),
    sa.CheckConstraint('penalty_amount >= 0 AND confiscated_amount >= 0', name=op.f('enforcement_case_amounts_check')),
    sa.ForeignKeyConstraint(['duty_item_id'], ['duty_item.id'], name=op.f('enforcement_case_duty_item_id_fkey')),
    sa.ForeignKeyConstraint(['legal_reviewer_id'], ['organization.id'], name=op.f('enforcement_case_legal_reviewer_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('enforcement_case_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('enforcement_case_pkey')),
    sa.UniqueConstraint('number', name=op.f('enforcement_case_number_key'))
    )
    op.create_index('enforcement_case_area_2_idx', 'enforcement_case', [sa.literal_column('"left"(region_code, 2)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_area_4_idx', 'enforcement_case', [sa.literal_column('"left"(region_code, 4)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_area_6_idx', 'enforcement_case', [sa.literal_column('"left"(region_code, 6)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_due_idx', 'enforcement_case', ['organization_id', 'next_due_at'], unique=False, postgresql_where=sa.text('next_due_at IS NOT NULL'))
    op.create_index('enforcement_case_id_number_idx', 'enforcement_case', ['party_id_number_index'], unique=False)
    op.create_index('enforcement_case_line_2_idx', 'enforcement_case', ['field', sa.literal_column('"left"(region_code, 2)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_line_4_idx', 'enforcement_case', ['field', sa.literal_column('"left"(region_code, 4)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_line_6_idx', 'enforcement_case', ['field', sa.literal_column('"left"(region_code, 6)'), sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_offered_idx', 'enforcement_case', ['offered_organization_id'], unique=False, postgresql_where=sa.text('is_offered'))
    op.create_index('enforcement_case_owner_idx', 'enforcement_case', ['organization_id', sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_party_idx', 'enforcement_case', ['party_credit_code', 'registered_at', 'id'], unique=False)
    op.create_index('enforcement_case_reviewer_idx', 'enforcement_case', ['legal_reviewer_id', sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('enforcement_case_township_idx', 'enforcement_case', ['region_code', sa.literal_column('registered_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_table('officer',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(collation='C'), nullable=False),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('born_on', sa.Date(), nullable=False),
    sa.Column('in_established_post', sa.Boolean(), nullable=False),
    sa.Column('examination_passed_on', sa.Date(), nullable=True),
    sa.Column('left_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('officer_account_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'field'], ['organization.id', 'organization.field'], name=op.f('officer_organization_id_field_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('officer_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('officer_pkey')),
    sa.UniqueConstraint('account_id', name=op.f('officer_account_id_key')),
    sa.UniqueConstraint('id', 'organization_id', name=op.f('officer_id_organization_id_key')),
    sa.UniqueConstraint('number', name=op.f('officer_number_key'))
    )
    op.create_index('officer_organization_idx', 'officer', ['organization_id', 'number', 'id'], unique=False)
    op.create_index('officer_region_code_idx', 'officer', ['region_code', 'number', 'id'], unique=False)
    op.create_table('case_transfer',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('HORIZONTAL', 'UPWARD', 'DOWNWARD', 'CRIMINAL', 'REVERSE_CRIMINAL', 'SUPERVISORY', name='transferkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('state', sa.Enum('DRAFT', 'APPROVED', 'SENT', 'RECEIVED', 'ACCEPTED', 'REJECTED', 'DISPUTED', 'DESIGNATED', 'RESULT_RETURNED', name='transferstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('sender_id', sa.Uuid(), nullable=False),
    sa.Column('sender_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('sender_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='sender_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('receiver_id', sa.Uuid(), nullable=False),
    sa.Column('receiver_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('receiver_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='receiver_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('visible_receiver_id', sa.Uuid(), sa.Computed("CASE WHEN state NOT IN ('DRAFT', 'APPROVED') THEN receiver_id END", persisted=True), nullable=True),
    sa.Column('visible_receiver_region_code', sa.String(length=9, collation='C'), sa.Computed("CASE WHEN state NOT IN ('DRAFT', 'APPROVED') THEN receiver_region_code END", persisted=True), nullable=True),
    sa.Column('visible_receiver_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='visible_receiver_field', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE WHEN state NOT IN ('DRAFT', 'APPROVED') THEN receiver_field END", persisted=True), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('legal_basis', sa.String(), nullable=True),
    sa.Column('attachments', sa.ARRAY(sa.String()), server_default='{}', nullable=False),
    sa.Column('is_urgent', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('rejection_reason', sa.String(), nullable=True),
    sa.Column('result', sa.String(), nullable=True),
    sa.Column('result_returned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('sender_id <> receiver_id', name=op.f('case_transfer_two_organs_check')),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('case_transfer_case_id_fkey')),
    sa.ForeignKeyConstraint(['receiver_id'], ['organization.id'], name=op.f('case_transfer_receiver_id_fkey')),
    sa.ForeignKeyConstraint(['sender_id'], ['organization.id'], name=op.f('case_transfer_sender_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('case_transfer_pkey'))
    )
    op.create_index('case_transfer_case_idx', 'case_transfer', ['case_id', 'id'], unique=False)
    op.create_index('case_transfer_open_idx', 'case_transfer', ['case_id'], unique=True, postgresql_where=sa.text("state IN ('DRAFT', 'APPROVED', 'SENT', 'RECEIVED')"))
    op.create_index('case_transfer_receiver_idx', 'case_transfer', ['visible_receiver_id', 'id'], unique=False)
    op.create_index('case_transfer_receiver_region_idx', 'case_transfer', ['visible_receiver_region_code', 'id'], unique=False)
    op.create_index('case_transfer_sender_idx', 'case_transfer', ['sender_id', 'id'], unique=False)
    op.create_index('case_transfer_sender_region_idx', 'case_transfer', ['sender_region_code', 'id'], unique=False)
    op.create_table('certificate',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('kind', sa.Enum('ENFORCEMENT', 'SUPERVISION', name='certificatekind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('number', sa.String(collation='C'), nullable=False),
    sa.Column('state', sa.Enum('VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED', name='certificatestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.CheckConstraint('valid_to >= valid_from', name=op.f('certificate_period_check')),
    sa.ForeignKeyConstraint(['officer_id', 'organization_id'], ['officer.id', 'officer.organization_id'], name=op.f('certificate_officer_id_organization_id_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['organization_id', 'field'], ['organization.id', 'organization.field'], name=op.f('certificate_organization_id_field_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('certificate_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('certificate_pkey')),
    sa.UniqueConstraint('number', name=op.f('certificate_number_key'))
    )
    op.create_index('certificate_officer_idx', 'certificate', ['officer_id', 'kind'], unique=False)
    op.create_index('certificate_region_code_idx', 'certificate', ['region_code', 'number', 'id'], unique=False)
    op.create_table('evidence',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('DOCUMENTARY', 'PHYSICAL', 'AUDIOVISUAL', 'ELECTRONIC', 'WITNESS', 'STATEMENT', 'EXPERT_OPINION', 'INSPECTION_RECORD', name='evidencekind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=True),
    sa.Column('collected_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('evidence_case_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('evidence_pkey'))
    )
    op.create_index(op.f('evidence_case_id_idx'), 'evidence', ['case_id'], unique=False)
    op.create_table('linkage',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('INSPECTION_TASK', 'LICENCE_PROPOSAL', name='linkagekind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('state', sa.Enum('SENT', 'RECEIVED', 'ANSWERED', name='linkagestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('sender_id', sa.Uuid(), nullable=False),
    sa.Column('sender_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('sender_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='sender_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('receiver_id', sa.Uuid(), nullable=False),
    sa.Column('receiver_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('receiver_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='receiver_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('proposal', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=True),
    sa.Column('resulting_case_id', sa.Uuid(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('linkage_case_id_fkey')),
    sa.ForeignKeyConstraint(['receiver_id'], ['organization.id'], name=op.f('linkage_receiver_id_fkey')),
    sa.ForeignKeyConstraint(['resulting_case_id'], ['enforcement_case.id'], name=op.f('linkage_resulting_case_id_fkey')),
    sa.ForeignKeyConstraint(['sender_id'], ['organization.id'], name=op.f('linkage_sender_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('linkage_pkey'))
    )
    op.create_index(op.f('linkage_case_id_idx'), 'linkage', ['case_id'], unique=False)
    op.create_index('linkage_receiver_idx', 'linkage', ['receiver_id', 'id'], unique=False)
    op.create_index(op.f('linkage_resulting_case_id_idx'), 'linkage', ['resulting_case_id'], unique=False)
    op.create_index('linkage_sender_idx', 'linkage', ['sender_id', 'id'], unique=False)
    op.create_table('review_outcome',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('RECONSIDERATION', 'LITIGATION', name='reviewkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('result', sa.Enum('UPHELD', 'CHANGED', 'ANNULLED', 'UNLAWFUL', 'LOST', name='reviewresult', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('body', sa.String(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('has_opinion', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('review_outcome_case_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('review_outcome_pkey'))
    )
    op.create_index(op.f('review_outcome_case_id_idx'), 'review_outcome', ['case_id'], unique=False)
    op.create_table('case_officer',
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=False),
    sa.Column('certificate_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('case_officer_case_id_fkey')),
    sa.ForeignKeyConstraint(['certificate_id'], ['certificate.id'], name=op.f('case_officer_certificate_id_fkey')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('case_officer_officer_id_fkey')),
    sa.PrimaryKeyConstraint('case_id', 'officer_id', name=op.f('case_officer_pkey'))
    )
    op.create_index(op.f('case_officer_officer_id_idx'), 'case_officer', ['officer_id'], unique=False)
    op.create_table('coordination_dispute',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('NEGOTIATING', 'APPLIED', 'ACCEPTED', 'COORDINATING', 'AGREED', 'OPINION_ISSUED', 'ESCALATED', 'GOVERNMENT_DECIDED', name='disputestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('transfer_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('applicant_id', sa.Uuid(), nullable=False),
    sa.Column('applicant_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('applicant_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='applicant_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('respondent_id', sa.Uuid(), nullable=False),
    sa.Column('respondent_region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('respondent_field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='respondent_field', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('coordinator_id', sa.Uuid(), nullable=False),
    sa.Column('government_id', sa.Uuid(), nullable=False),
    sa.Column('is_shirking', sa.Boolean(), nullable=False),
    sa.Column('application', sa.String(), nullable=True),
    sa.Column('agreement', sa.String(), nullable=True),
    sa.Column('opinion', sa.String(), nullable=True),
    sa.Column('government_decision', sa.String(), nullable=True),
    sa.Column('designated_id', sa.Uuid(), nullable=True),
    sa.Column('is_designated', sa.Boolean(), sa.Computed('designated_id IS NOT NULL', persisted=True), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('applicant_id <> respondent_id', name=op.f('coordination_dispute_two_organs_check')),
    sa.CheckConstraint('coordinator_id NOT IN (applicant_id, respondent_id)', name=op.f('coordination_dispute_coordinator_is_no_side_check')),
    sa.ForeignKeyConstraint(['applicant_id'], ['organization.id'], name=op.f('coordination_dispute_applicant_id_fkey')),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('coordination_dispute_case_id_fkey')),
    sa.ForeignKeyConstraint(['coordinator_id'], ['organization.id'], name=op.f('coordination_dispute_coordinator_id_fkey')),
    sa.ForeignKeyConstraint(['designated_id'], ['organization.id'], name=op.f('coordination_dispute_designated_id_fkey')),
    sa.ForeignKeyConstraint(['government_id'], ['organization.id'], name=op.f('coordination_dispute_government_id_fkey')),
    sa.ForeignKeyConstraint(['respondent_id'], ['organization.id'], name=op.f('coordination_dispute_respondent_id_fkey')),
    sa.ForeignKeyConstraint(['transfer_id'], ['case_transfer.id'], name=op.f('coordination_dispute_transfer_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('coordination_dispute_pkey'))
    )
    op.create_index('coordination_dispute_applicant_idx', 'coordination_dispute', ['applicant_id', 'id'], unique=False)
    op.create_index(op.f('coordination_dispute_case_id_idx'), 'coordination_dispute', ['case_id'], unique=False)
    op.create_index('coordination_dispute_coordinator_idx', 'coordination_dispute', ['coordinator_id', 'id'], unique=False)
    op.create_index(op.f('coordination_dispute_government_id_idx'), 'coordination_dispute', ['government_id'], unique=False)
    op.create_index('coordination_dispute_respondent_idx', 'coordination_dispute', ['respondent_id', 'id'], unique=False)
    op.create_index(op.f('coordination_dispute_transfer_id_idx'), 'coordination_dispute', ['transfer_id'], unique=False)
    op.create_table('handed_over_case',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('transfer_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('number', sa.String(collation='C'), nullable=False),
    sa.Column('act_type', sa.Enum('PENALTY', 'LICENSING', 'COERCION', 'LEVY', 'REQUISITION', 'INSPECTION', 'CONFIRMATION', 'BENEFIT', 'REWARD', 'ADJUDICATION', 'OTHER', name='acttype', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('state', sa.Enum('CLUE', 'FILED', 'INVESTIGATING', 'LEGAL_REVIEW', 'NOTIFIED', 'HEARING', 'DECIDED', 'SERVED', 'EXECUTING', 'CLOSED', 'ARCHIVED', 'NOT_PENALIZED', 'WITHDRAWN', 'TRANSFERRED', 'APPLIED', 'ACCEPTED', 'REVIEWING', 'GRANTED', 'REFUSED', 'REVOKED', 'EXPIRED', 'PLANNED', 'CONDUCTED', 'RESULT_RECORDED', 'APPROVED', 'IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED', 'REGISTERED', name='casestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('cause', sa.String(collation='C'), nullable=False),
    sa.Column('facts', sa.String(), nullable=True),
    sa.Column('party_kind', sa.Enum('PERSON', 'ENTERPRISE', 'SOLE_TRADER', name='partykind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('party_name', sa.String(collation='C'), nullable=False),
    sa.Column('party_credit_code', sa.String(length=18, collation='C'), nullable=True),
    sa.Column('handed_over_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('handed_over_case_organization_id_fkey')),
    sa.ForeignKeyConstraint(['transfer_id'], ['case_transfer.id'], name=op.f('handed_over_case_transfer_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('handed_over_case_pkey')),
    sa.UniqueConstraint('transfer_id', name=op.f('handed_over_case_transfer_id_key'))
    )
    op.create_index('handed_over_case_organization_idx', 'handed_over_case', ['organization_id', 'id'], unique=False)
    op.create_index('handed_over_case_region_code_idx', 'handed_over_case', ['region_code', 'id'], unique=False)
    op.create_table('deadline',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('rule_id', sa.Uuid(), nullable=False),
    sa.Column('event', sa.Enum('DECIDE_PENALTY', 'SERVE_DECISION', 'ASK_FOR_HEARING', 'HEARING_NOTICE', 'PUBLISH_PENALTY_OR_LICENCE', 'PUBLISH_OTHER_ACT', 'TAKE_DOWN_PUBLICATION', 'CRIMINAL_TRANSFER_DECISION', 'CRIMINAL_TRANSFER_HANDOVER', 'POLICE_DECISION', 'SEIZURE', 'RECONSIDERATION_REPORT', 'TRANSFER_HANDOVER', 'TRANSFER_HANDOVER_URGENT', 'TRANSFER_ANSWER', 'RETURN_TRANSFER_RESULT', 'ACCEPT_DISPUTE', 'SUPPLEMENT_DISPUTE', 'COORDINATE_DISPUTE', 'EXPLAIN_NOTICE', 'RECTIFY', 'ANSWER_CLUE', 'REVISIT', 'SPECIAL_EXPLANATION', 'ANNUAL_STATISTICS', 'QUARTERLY_REPORT', 'ACCEPT_LICENCE_APPLICATION', 'DECIDE_LICENCE', 'LINKED_INSPECTION', 'LICENCE_PROPOSAL_ANSWER', name='deadlineevent', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('transfer_id', sa.Uuid(), nullable=True),
    sa.Column('dispute_id', sa.Uuid(), nullable=True),
    sa.Column('linkage_id', sa.Uuid(), nullable=True),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('near_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=True),
    sa.Column('is_provisional', sa.Boolean(), nullable=False),
    sa.Column('extensions', sa.Integer(), nullable=False),
    sa.Column('suspended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('num_nonnulls(case_id, transfer_id, dispute_id, linkage_id) = 1', name=op.f('deadline_one_object_check')),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('deadline_case_id_fkey')),
    sa.ForeignKeyConstraint(['dispute_id'], ['coordination_dispute.id'], name=op.f('deadline_dispute_id_fkey')),
    sa.ForeignKeyConstraint(['linkage_id'], ['linkage.id'], name=op.f('deadline_linkage_id_fkey')),
    sa.ForeignKeyConstraint(['rule_id'], ['deadline_rule.id'], name=op.f('deadline_rule_id_fkey')),
    sa.ForeignKeyConstraint(['transfer_id'], ['case_transfer.id'], name=op.f('deadline_transfer_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('deadline_pkey'))
    )
    op.create_index(op.f('deadline_case_id_idx'), 'deadline', ['case_id'], unique=False)
    op.create_index(op.f('deadline_dispute_id_idx'), 'deadline', ['dispute_id'], unique=False)
    op.create_index(op.f('deadline_linkage_id_idx'), 'deadline', ['linkage_id'], unique=False)
    op.create_index('deadline_provisional_idx', 'deadline', ['id'], unique=False, postgresql_where=sa.text('is_provisional AND ended_at IS NULL'))
    op.create_index(op.f('deadline_transfer_id_idx'), 'deadline', ['transfer_id'], unique=False)
    op.add_column('audit_entry', sa.Column('account_name', sa.String(), nullable=False, server_default=''))
    op.alter_column('audit_entry', 'account_name', server_default=None)
    op.drop_constraint("role_assignment_role_check", "role_assignment")
    op.create_check_constraint(op.f("role_assignment_role_check"), "role_assignment", f"role IN ({_ROLES})")


def downgrade() -> None:
    op.drop_constraint("role_assignment_role_check", "role_assignment")
    op.execute("DELETE FROM role_assignment WHERE role = 'TOWNSHIP_HEAD'")
    op.create_check_constraint(op.f("role_assignment_role_check"), "role_assignment", f"role IN ({_EARLIER_ROLES})")
    op.drop_column('audit_entry', 'account_name')
    op.drop_index(op.f('deadline_transfer_id_idx'), table_name='deadline')
    op.drop_index('deadline_provisional_idx', table_name='deadline', postgresql_where=sa.text('is_provisional AND ended_at IS NULL'))
    op.drop_index(op.f('deadline_linkage_id_idx'), table_name='deadline')
    op.drop_index(op.f('deadline_dispute_id_idx'), table_name='deadline')
    op.drop_index(op.f('deadline_case_id_idx'), table_name='deadline')
    op.drop_table('deadline')
    op.drop_index('handed_over_case_region_code_idx', table_name='handed_over_case')
    op.drop_index('handed_over_case_organization_idx', table_name='handed_over_case')
    op.drop_table('handed_over_case')
    op.drop_index(op.f('coordination_dispute_transfer_id_idx'), table_name='coordination_dispute')
    op.drop_index('coordination_dispute_respondent_idx', table_name='coordination_dispute')
    op.drop_index(op.f('coordination_dispute_government_id_idx'), table_name='coordination_dispute')
    op.drop_index('coordination_dispute_coordinator_idx', table_name='coordination_dispute')
    op.drop_index(op.f('coordination_dispute_case_id_idx'), table_name='coordination_dispute')
    op.drop_index('coordination_dispute_applicant_idx', table_name='coordination_dispute')
    op.drop_table('coordination_dispute')
    op.drop_index(op.f('case_officer_officer_id_idx'), table_name='case_officer')
    op.drop_table('case_officer')
    op.drop_index(op.f('review_outcome_case_id_idx'), table_name='review_outcome')
    op.drop_table('review_outcome')
    op.drop_index('linkage_sender_idx', table_name='linkage')
    op.drop_index(op.f('linkage_resulting_case_id_idx'), table_name='linkage')
    op.drop_index('linkage_receiver_idx', table_name='linkage')
    op.drop_index(op.f('linkage_case_id_idx'), table_name='linkage')
    op.drop_table('linkage')
    op.drop_index(op.f('evidence_case_id_idx'), table_name='evidence')
    op.drop_table('evidence')
    op.drop_index('certificate_region_code_idx', table_name='certificate')
    op.drop_index('certificate_officer_idx', table_name='certificate')
    op.drop_table('certificate')
    op.drop_index('case_transfer_sender_region_idx', table_name='case_transfer')
    op.drop_index('case_transfer_sender_idx', table_name='case_transfer')
    op.drop_index('case_transfer_receiver_region_idx', table_name='case_transfer')
    op.drop_index('case_transfer_receiver_idx', table_name='case_transfer')
    op.drop_index('case_transfer_open_idx', table_name='case_transfer', postgresql_where=sa.text("state IN ('DRAFT', 'APPROVED', 'SENT', 'RECEIVED')"))
    op.drop_index('case_transfer_case_idx', table_name='case_transfer')
    op.drop_table('case_transfer')
    op.drop_index('officer_region_code_idx', table_name='officer')
    op.drop_index('officer_organization_idx', table_name='officer')
    op.drop_table('officer')
    op.drop_index('enforcement_case_township_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_reviewer_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_party_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_owner_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_offered_idx', table_name='enforcement_case', postgresql_where=sa.text('is_offered'))
    op.drop_index('enforcement_case_line_6_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_line_4_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_line_2_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_id_number_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_due_idx', table_name='enforcement_case', postgresql_where=sa.text('next_due_at IS NOT NULL'))
    op.drop_index('enforcement_case_area_6_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_area_4_idx', table_name='enforcement_case')
    op.drop_index('enforcement_case_area_2_idx', table_name='enforcement_case')
    op.drop_table('enforcement_case')
    op.drop_index(op.f('duty_assignment_region_code_idx'), table_name='duty_assignment')
    op.drop_index(op.f('duty_assignment_publisher_id_idx'), table_name='duty_assignment')
    op.drop_index('duty_assignment_in_force_idx', table_name='duty_assignment', postgresql_where=sa.text("state = 'ASSIGNED'"))
    op.drop_index(op.f('duty_assignment_duty_item_id_idx'), table_name='duty_assignment')
    op.drop_table('duty_assignment')
    op.drop_table('number_series')
    op.drop_index('notification_organization_idx', table_name='notification')
    op.drop_table('notification')
    op.drop_index('duty_item_region_code_idx', table_name='duty_item')
    op.drop_index(op.f('duty_item_publisher_id_idx'), table_name='duty_item')
    op.drop_index('duty_item_in_force_idx', table_name='duty_item', postgresql_where=sa.text("state = 'PUBLISHED'"))
    op.drop_index('duty_item_in_draft_idx', table_name='duty_item', postgresql_where=sa.text("state IN ('DRAFT', 'REVIEWED')"))
    op.drop_index('duty_item_code_idx', table_name='duty_item')
    op.drop_table('duty_item')
    op.drop_table('deadline_rule')
    op.drop_table('enterprise')
    op.drop_table('calendar_year')
    op.drop_table('calendar_day')
