"""directory staffing access records

Revision: 0001
Follows: 
"""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0001'
down_revision = None

# An audit entry is never changed or removed; only the sealer fills in its place in the chain, once.
_APPEND_ONLY = (
    """
CREATE FUNCTION audit_entry_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
       AND to_jsonb(NEW) - 'sequence' - 'previous_hash' - 'hash'
         = to_jsonb(OLD) - 'sequence' - 'previous_hash' - 'hash' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit entries are append-only';
END $$
""",
    """
CREATE TRIGGER audit_entry_keep_rows BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_keep()
""",
    """
CREATE TRIGGER audit_entry_keep_all BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_keep()
""",
)

# Servers cache principals; they drop what they know when who holds what changes.
_PRINCIPAL_CHANGES = (
    """
CREATE FUNCTION principal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY principal_changed;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER account_principal_changed AFTER INSERT OR UPDATE OR DELETE ON account
    FOR EACH STATEMENT EXECUTE FUNCTION principal_changed()
""",
    """
CREATE TRIGGER role_assignment_principal_changed AFTER INSERT OR UPDATE OR DELETE ON role_assignment
    FOR EACH STATEMENT EXECUTE FUNCTION principal_changed()
""",
    """
CREATE TRIGGER organization_principal_changed AFTER INSERT OR UPDATE OR DELETE ON organization
    FOR EACH STATEMENT EXECUTE FUNCTION principal_changed()
""",
)


def upgrade() -> None:
    op.create_table('audit_entry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=True),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('object_type', sa.String(), nullable=False),
    sa.Column('object_id', sa.String(), nullable=False),
    sa.Column('before', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('after', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('correlation_id', sa.String(), nullable=False),
    sa.Column('remote_address', sa.String(), nullable=True),
    sa.Column('sequence', sa.BigInteger(), nullable=True),
    sa.Column('previous_hash', sa.LargeBinary(), nullable=True),
    sa.Column('hash', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('audit_entry_pkey')),
    sa.UniqueConstraint('sequence', name=op.f('audit_entry_sequence_key'))
    )
    op.create_index('audit_entry_object_idx', 'audit_entry', ['object_type', 'object_id', 'id'], unique=False)
    op.create_index('audit_entry_unsealed_idx', 'audit_entry', ['id'], unique=False, postgresql_where=sa.text('sequence IS NULL'))
    op.create_table('region',
    sa.Column('code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.Column('level', sa.Enum('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', name='level', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE length(code) WHEN 2 THEN 'PROVINCE' WHEN 4 THEN 'CITY' WHEN 6 THEN 'COUNTY' WHEN 9 THEN 'TOWNSHIP' END", persisted=True), nullable=False),
    sa.Column('parent_code', sa.String(length=9, collation='C'), nullable=True),
    sa.CheckConstraint("code ~ '^[0-9]+$' AND length(code) IN (2, 4, 6, 9)", name=op.f('region_code_check')),
    sa.CheckConstraint('(parent_code IS NULL) = (length(code) = 2)', name=op.f('region_parent_present_check')),
    sa.CheckConstraint('starts_with(code, parent_code)', name=op.f('region_parent_prefix_check')),
    sa.ForeignKeyConstraint(['parent_code'], ['region.code'], name=op.f('region_parent_code_fkey')),
    sa.PrimaryKeyConstraint('code', name=op.f('region_pkey'))
    )
    op.create_index('region_name_idx', 'region', ['name', 'code'], unique=False)
    op.create_index(op.f('region_parent_code_idx'), 'region', ['parent_code'], unique=False)
    op.create_table('seed_run',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('seed_run_pkey'))
    )
    op.create_table('organization',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.Column('kind', sa.Enum('GOVERNMENT', 'JUDICIAL_BUREAU', 'DEPARTMENT', 'LEGAL_UNIT', 'JUDICIAL_OFFICE', 'TOWNSHIP_GOVERNMENT', 'TOWNSHIP_ENFORCEMENT', 'AUTHORIZED', 'ENTRUSTED', 'VERTICAL', 'ESTABLISHMENT_OFFICE', 'FINANCE', 'POLICE', 'PROCURATORATE', 'SUPERVISORY_COMMISSION', 'RESEARCH_INSTITUTE', 'SURVEY_AGENCY', name='organizationkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('level', sa.Enum('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', name='level', native_enum=False, create_constraint=True, length=40), sa.Computed("CASE length(region_code) WHEN 2 THEN 'PROVINCE' WHEN 4 THEN 'CITY' WHEN 6 THEN 'COUNTY' WHEN 9 THEN 'TOWNSHIP' END", persisted=True), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('credit_code', sa.String(length=18, collation='C'), nullable=True),
    sa.Column('government_id', sa.Uuid(), nullable=True),
    sa.Column('superior_id', sa.Uuid(), nullable=True),
    sa.Column('department_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(kind = 'LEGAL_UNIT') = (department_id IS NOT NULL)", name=op.f('organization_legal_unit_department_check')),
    sa.ForeignKeyConstraint(['department_id'], ['organization.id'], name=op.f('organization_department_id_fkey')),
    sa.ForeignKeyConstraint(['government_id'], ['organization.id'], name=op.f('organization_government_id_fkey')),
    sa.ForeignKeyConstraint(['region_code'], ['region.code'], name=op.f('organization_region_code_fkey')),
    sa.ForeignKeyConstraint(['superior_id'], ['organization.id'], name=op.f('organization_superior_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('organization_pkey')),
    sa.UniqueConstraint('credit_code', name=op.f('organization_credit_code_key')),
    sa.UniqueConstraint('id', 'field', name=op.f('organization_id_field_key')),
    sa.UniqueConstraint('id', 'region_code', name=op.f('organization_id_region_code_key'))
    )
    op.create_index(op.f('organization_department_id_idx'), 'organization', ['department_id'], unique=True)
    op.create_index(op.f('organization_government_id_idx'), 'organization', ['government_id'], unique=False)
    op.create_index('organization_name_idx', 'organization', ['name', 'id'], unique=False)
    op.create_index('organization_region_code_idx', 'organization', ['region_code', 'id'], unique=False)
    op.create_index(op.f('organization_superior_id_idx'), 'organization', ['superior_id'], unique=False)
    op.create_table('account',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('name', sa.String(collation='C'), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('disabled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('account_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('account_pkey')),
    sa.UniqueConstraint('issuer', 'subject', name=op.f('account_issuer_subject_key'))
    )
    op.create_index(op.f('account_organization_id_idx'), 'account', ['organization_id'], unique=False)
    op.create_index(op.f('account_region_code_idx'), 'account', ['region_code'], unique=False)
    op.create_table('staffing',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', sa.Enum('MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY', name='enforcementfield', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('authorised', sa.Integer(), nullable=False),
    sa.Column('actual', sa.Integer(), nullable=False),
    sa.Column('dedicated_body', sa.Boolean(), nullable=False),
    sa.Column('dedicated_staff', sa.Integer(), nullable=False),
    sa.Column('vacancies', sa.Integer(), sa.Computed('greatest(authorised - actual, 0)', persisted=True), nullable=False),
    sa.Column('gaps', sa.ARRAY(sa.String()), sa.Computed("array_remove(ARRAY[\n  CASE WHEN authorised = 0 THEN 'NOT_AUTHORISED' END,\n  CASE WHEN actual < authorised THEN 'VACANT_POSTS' END,\n  CASE WHEN NOT dedicated_body THEN 'NO_DEDICATED_BODY' END,\n  CASE WHEN dedicated_staff = 0 THEN 'NO_DEDICATED_STAFF' END\n]::varchar[], NULL)", persisted=True), nullable=False),
    sa.CheckConstraint('authorised >= 0 AND actual >= 0 AND dedicated_staff BETWEEN 0 AND actual', name=op.f('staffing_counts_check')),
    sa.ForeignKeyConstraint(['organization_id', 'field'], ['organization.id', 'organization.field'], name=op.f('staffing_organization_id_field_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('staffing_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('staffing_pkey')),
    sa.UniqueConstraint('organization_id', name=op.f('staffing_organization_id_key'))
    )
    op.create_index(op.f('staffing_region_code_idx'), 'staffing', ['region_code'], unique=False)
    op.create_table('command_receipt',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('idempotency_key', sa.String(), nullable=False),
    sa.Column('command', sa.String(), nullable=False),
    sa.Column('fingerprint', sa.LargeBinary(), nullable=False),
    sa.Column('object_id', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('command_receipt_account_id_fkey')),
    sa.PrimaryKeyConstraint('account_id', 'idempotency_key', name=op.f('command_receipt_pkey'))
    )
    op.create_table('role_assignment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.Enum('JUDICIAL_BUREAU', 'PROVINCIAL_SYSTEM', 'JUDICIAL_OFFICE', 'LEGAL_UNIT', 'ORGAN_OFFICER', 'TOWNSHIP_OFFICER', 'POLICE', 'GOVERNMENT_OFFICE', 'ESTABLISHMENT_OFFICE', 'FINANCE', 'LEADING_GROUP_MEMBER', 'EVALUATOR', 'INVITED_SUPERVISOR', 'CONTACT_ENTERPRISE', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'ACCOUNT_HOLDER', 'PUBLIC', name='role', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.CheckConstraint("role NOT IN ('ACCOUNT_HOLDER', 'PUBLIC')", name=op.f('role_assignment_entrusted_check')),
    sa.CheckConstraint('valid_to >= valid_from', name=op.f('role_assignment_period_check')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('role_assignment_account_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('role_assignment_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('role_assignment_pkey')),
    sa.UniqueConstraint('account_id', 'role', 'organization_id', 'valid_from', name=op.f('role_assignment_account_id_role_organization_id_valid_from_key'))
    )
    op.create_index(op.f('role_assignment_account_id_idx'), 'role_assignment', ['account_id'], unique=False)
    op.create_index(op.f('role_assignment_organization_id_idx'), 'role_assignment', ['organization_id'], unique=False)
    op.create_index(op.f('role_assignment_region_code_idx'), 'role_assignment', ['region_code'], unique=False)
    for statement in (*_APPEND_ONLY, *_PRINCIPAL_CHANGES):
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP FUNCTION audit_entry_keep() CASCADE")
    op.execute("DROP FUNCTION principal_changed() CASCADE")
    op.drop_index(op.f('role_assignment_region_code_idx'), table_name='role_assignment')
    op.drop_index(op.f('role_assignment_organization_id_idx'), table_name='role_assignment')
    op.drop_index(op.f('role_assignment_account_id_idx'), table_name='role_assignment')
    op.drop_table('role_assignment')
    op.drop_table('command_receipt')
    op.drop_index(op.f('staffing_region_code_idx'), table_name='staffing')
    op.drop_table('staffing')
    op.drop_index(op.f('account_region_code_idx'), table_name='account')
    op.drop_index(op.f('account_organization_id_idx'), table_name='account')
    op.drop_table('account')
    op.drop_index(op.f('organization_superior_id_idx'), table_name='organization')
    op.drop_index('organization_region_code_idx', table_name='organization')
    op.drop_index('organization_name_idx', table_name='organization')
    op.drop_index(op.f('organization_government_id_idx'), table_name='organization')
    op.drop_index(op.f('organization_department_id_idx'), table_name='organization')
    op.drop_table('organization')
    op.drop_table('seed_run')
    op.drop_index(op.f('region_parent_code_idx'), table_name='region')
    op.drop_index('region_name_idx', table_name='region')
    op.drop_table('region')
    op.drop_index('audit_entry_unsealed_idx', table_name='audit_entry', postgresql_where=sa.text('sequence IS NULL'))
    op.drop_index('audit_entry_object_idx', table_name='audit_entry')
    op.drop_table('audit_entry')
