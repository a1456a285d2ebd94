"""Special explanations; deadlines that are dates of a year, of events that grow with the code

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_EVENTS = ['DECIDE_PENALTY', 'SERVE_DECISION', 'ASK_FOR_HEARING', 'HEARING_NOTICE', 'PUBLISH_PENALTY_OR_LICENCE', 'PUBLISH_OTHER_ACT', 'TAKE_DOWN_PUBLICATION', 'CRIMINAL_TRANSFER_DECISION', 'CRIMINAL_TRANSFER_HANDOVER', 'POLICE_DECISION', 'SEIZURE', 'RECONSIDERATION_REPORT', 'TRANSFER_HANDOVER', 'TRANSFER_HANDOVER_URGENT', 'TRANSFER_ANSWER', 'RETURN_TRANSFER_RESULT', 'ACCEPT_DISPUTE', 'SUPPLEMENT_DISPUTE', 'COORDINATE_DISPUTE', 'EXPLAIN_NOTICE', 'RECTIFY', 'ANSWER_CLUE', 'REVISIT', 'SPECIAL_EXPLANATION', 'ANNUAL_STATISTICS', 'QUARTERLY_REPORT', 'ACCEPT_LICENCE_APPLICATION', 'DECIDE_LICENCE', 'LINKED_INSPECTION', 'LICENCE_PROPOSAL_ANSWER']
_FIELDS = ['MARKET_REGULATION', 'URBAN_MANAGEMENT', 'ECOLOGY', 'TRANSPORT', 'CULTURE_TOURISM', 'AGRICULTURE', 'HEALTH', 'EMERGENCY', 'NATURAL_RESOURCES', 'HOUSING', 'WATER', 'FORESTRY', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'EDUCATION', 'FIRE', 'DEVELOPMENT_REFORM', 'SCIENCE', 'INDUSTRY', 'ETHNIC_RELIGIOUS', 'CIVIL_AFFAIRS', 'COMMERCE', 'VETERANS', 'AUDIT', 'SPORTS', 'STATISTICS', 'MEDICAL_SECURITY', 'CULTURAL_RELICS', 'CIVIL_DEFENCE', 'GRAIN', 'PRESS', 'CYBERSPACE', 'HOUSING_FUND', 'TAX', 'TOBACCO', 'METEOROLOGY']


def _field(name: str) -> sa.Enum:
    return sa.Enum(*_FIELDS, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table('special_explanation_round',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('generated', sa.Integer(), nullable=False),
    sa.Column('generated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('special_explanation_round_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('special_explanation_round_pkey'))
    )
    op.create_index('special_explanation_round_region_code_idx', 'special_explanation_round', ['region_code', 'id'])
    op.create_table('special_explanation',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('region_code', sa.String(length=9, collation='C'), nullable=False),
    sa.Column('field', _field("enforcementfield"), nullable=True),
    sa.Column('visible_organization_id', sa.Uuid(), sa.Computed('CASE WHEN notified_at IS NOT NULL THEN organization_id END', persisted=True), nullable=True),
    sa.Column('visible_region_code', sa.String(length=9, collation='C'), sa.Computed('CASE WHEN notified_at IS NOT NULL THEN region_code END', persisted=True), nullable=True),
    sa.Column('visible_field', _field("visible_field"), sa.Computed('CASE WHEN notified_at IS NOT NULL THEN field END', persisted=True), nullable=True),
    sa.Column('government_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('act_type', sa.Enum('PENALTY', 'LICENSING', 'COERCION', 'LEVY', 'REQUISITION', 'INSPECTION', 'CONFIRMATION', 'BENEFIT', 'REWARD', 'ADJUDICATION', 'OTHER', name='acttype', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('state', sa.Enum('GENERATED', 'NOTIFIED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'OVERDUE', 'WITHDRAWN', name='explanationstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('explanation', sa.String(), nullable=True),
    sa.Column('return_reason', sa.String(), nullable=True),
    sa.Column('generated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('notified_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawing_case_id', sa.Uuid(), nullable=True),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_near_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['government_id'], ['organization.id'], name=op.f('special_explanation_government_id_fkey')),
    sa.ForeignKeyConstraint(['organization_id', 'region_code'], ['organization.id', 'organization.region_code'], name=op.f('special_explanation_organization_id_region_code_fkey'), onupdate='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['special_explanation_round.id'], name=op.f('special_explanation_round_id_fkey')),
    sa.ForeignKeyConstraint(['withdrawing_case_id'], ['enforcement_case.id'], name=op.f('special_explanation_withdrawing_case_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('special_explanation_pkey')),
    sa.UniqueConstraint('organization_id', 'year', 'act_type', name=op.f('special_explanation_organization_id_year_act_type_key'))
    )
    op.create_index(op.f('special_explanation_government_id_idx'), 'special_explanation', ['government_id'])
    op.create_index('special_explanation_organ_idx', 'special_explanation', ['visible_organization_id', 'generated_at', 'id'])
    op.create_index('special_explanation_region_code_idx', 'special_explanation', ['region_code', 'generated_at', 'id'])
    op.create_index(op.f('special_explanation_round_id_idx'), 'special_explanation', ['round_id'])
    op.create_index(op.f('special_explanation_withdrawing_case_id_idx'), 'special_explanation', ['withdrawing_case_id'])
    op.add_column("deadline", sa.Column("explanation_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("deadline_explanation_id_fkey"), "deadline", "special_explanation", ["explanation_id"], ["id"])
    op.create_index(op.f("deadline_explanation_id_idx"), "deadline", ["explanation_id"])
    _one_of("case_id, transfer_id, dispute_id, linkage_id, explanation_id")
    for table in ("deadline_rule", "deadline"):
        op.drop_constraint(op.f(f"{table}_deadlineevent_check"), table, type_="check")


def _one_of(links: str) -> None:
    op.drop_constraint(op.f("deadline_one_object_check"), "deadline", type_="check")
    op.create_check_constraint(op.f("deadline_one_object_check"), "deadline", f"num_nonnulls({links}) = 1")


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE explanation_id IS NOT NULL")
    op.execute("DELETE FROM deadline_rule WHERE event = 'GENERATE_SPECIAL_EXPLANATIONS'")
    listed = ", ".join(f"'{event}'" for event in _EVENTS)
    for table in ("deadline_rule", "deadline"):
        op.create_check_constraint(op.f(f"{table}_deadlineevent_check"), table, f"event IN ({listed})")
    _one_of("case_id, transfer_id, dispute_id, linkage_id")
    op.drop_column("deadline", "explanation_id")
    op.drop_table("special_explanation")
    op.drop_table("special_explanation_round")
