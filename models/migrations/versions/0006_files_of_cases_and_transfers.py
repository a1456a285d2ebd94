"""Attachments and documents are files; letters of transfers are issued

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_DOCUMENT_KINDS = ['FILING_APPROVAL', 'INQUIRY_RECORD', 'INSPECTION_RECORD', 'PRESERVATION_NOTICE', 'INVESTIGATION_REPORT', 'LEGAL_REVIEW_OPINION', 'PRIOR_NOTICE', 'HEARING_NOTICE', 'HEARING_RECORD', 'COLLECTIVE_DISCUSSION', 'PENALTY_DECISION', 'LICENSING_DECISION', 'COERCION_DECISION', 'SERVICE_RECEIPT', 'CLOSING_APPROVAL', 'OTHER']
_LETTERS = ['TRANSFER_LETTER', 'CRIMINAL_TRANSFER_LETTER', 'TRANSFER_RECEIPT', 'REFUSAL_LETTER', 'TRANSFER_RESULT_LETTER']
_COPIED = {
    'case_number': ('number', sa.String(collation='C')),
    'cause': ('cause', sa.String(collation='C')),
    'party_kind': ('party_kind', sa.String(length=40)),
    'party_name': ('party_name', sa.String(collation='C')),
}


def upgrade() -> None:
    for name, (_, type_) in _COPIED.items():
        op.add_column('case_transfer', sa.Column(name, type_, nullable=True))
    copied = ", ".join(f"{name} = c.{column}" for name, (column, _) in _COPIED.items())
    op.execute(f"UPDATE case_transfer t SET {copied} FROM enforcement_case c WHERE c.id = t.case_id")
    for name in _COPIED:
        op.alter_column('case_transfer', name, nullable=False)
    op.create_check_constraint(op.f('case_transfer_partykind_check'), 'case_transfer', "party_kind IN ('PERSON', 'ENTERPRISE', 'SOLE_TRADER')")
    op.create_table('transfer_attachment',
    sa.Column('transfer_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('transfer_attachment_file_id_fkey')),
    sa.ForeignKeyConstraint(['transfer_id'], ['case_transfer.id'], name=op.f('transfer_attachment_transfer_id_fkey')),
    sa.PrimaryKeyConstraint('transfer_id', 'position', name=op.f('transfer_attachment_pkey'))
    )
    op.create_index(op.f('transfer_attachment_file_id_idx'), 'transfer_attachment', ['file_id'], unique=False)
    op.execute(
        "INSERT INTO transfer_attachment (transfer_id, position, name) "
        "SELECT t.id, a.position, a.name FROM case_transfer t, unnest(t.attachments) WITH ORDINALITY a(name, position)"
    )
    op.drop_column('case_transfer', 'attachments')
    op.create_table('transfer_letter',
    sa.Column('transfer_id', sa.Uuid(), nullable=False),
    sa.Column('template', sa.Enum(*_LETTERS, name='lettertemplate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('number', sa.String(collation='C'), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['transfer_id'], ['case_transfer.id'], name=op.f('transfer_letter_transfer_id_fkey')),
    sa.PrimaryKeyConstraint('transfer_id', 'template', name=op.f('transfer_letter_pkey'))
    )
    op.create_table('case_document',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum(*_DOCUMENT_KINDS, name='casedocumentkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['enforcement_case.id'], name=op.f('case_document_case_id_fkey')),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('case_document_file_id_fkey')),
    sa.PrimaryKeyConstraint('id', name=op.f('case_document_pkey'))
    )
    op.create_index(op.f('case_document_case_id_idx'), 'case_document', ['case_id'], unique=False)
    op.create_index(op.f('case_document_file_id_idx'), 'case_document', ['file_id'], unique=False)
    op.create_index(op.f('evidence_file_id_idx'), 'evidence', ['file_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('evidence_file_id_idx'), table_name='evidence')
    op.drop_table('case_document')
    op.drop_table('transfer_letter')
    op.add_column('case_transfer', sa.Column('attachments', sa.ARRAY(sa.String()), server_default='{}', nullable=False))
    op.execute(
        "UPDATE case_transfer t SET attachments = ARRAY(SELECT a.name FROM transfer_attachment a "
        "WHERE a.transfer_id = t.id ORDER BY a.position)"
    )
    op.drop_table('transfer_attachment')
    op.drop_constraint(op.f('case_transfer_partykind_check'), 'case_transfer', type_='check')
    for name in _COPIED:
        op.drop_column('case_transfer', name)
