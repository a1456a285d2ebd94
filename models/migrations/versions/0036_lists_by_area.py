"""Every list of an area is read by an index

Revision ID: 0036
Revises: 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

# Table, side, its region, the list's order, and the index of a region that stood before.
_AREAS = [
    ("clue", "assignee_", "assignee_region_code", ["received_at", "id"], None),
    ("clue", "transferee_", "transferee_region_code", ["received_at", "id"], None),
    ("supervision_matter", "", "region_code", ["registered_at", "id"], "supervision_matter_region_idx"),
    ("supervision_matter", "body_", "body_region_code", ["registered_at", "id"], "supervision_matter_body_region_idx"),
    ("supervision_document", "", "region_code", ["issued_on", "id"], "supervision_document_region_idx"),
    ("supervision_document", "issuer_", "issuer_region_code", ["issued_on", "id"], "supervision_document_issuer_region_idx"),
    ("accountability_record", "", "region_code", ["decided_on", "id"], "accountability_record_region_idx"),
    ("accountability_record", "body_", "body_region_code", ["decided_on", "id"], None),
    ("questionnaire_response", "", "visible_region_code", ["id"], "questionnaire_response_region_code_idx"),
    ("contact_visit", "", "region_code", ["visited_on", "id"], "contact_visit_region_code_idx"),
    ("supervisor_report", "", "region_code", ["submitted_at", "id"], "supervisor_report_region_code_idx"),
    ("training_attendance", "", "region_code", ["year", "id"], None),
]
_LENGTHS = (2, 4, 6)


def upgrade() -> None:
    for n in _LENGTHS:
        op.drop_index(f"clue_assignee_area_{n}_idx", "clue")
    op.drop_index("training_attendance_region_code_idx", "training_attendance")
    op.execute("ALTER INDEX case_file_review_township_idx RENAME TO case_file_review_region_idx")
    for table, side, region, order, before in _AREAS:
        name = f"{table}_{side}region_idx"
        if before is None:
            op.create_index(name, table, [region, *order])
        elif before != name:
            op.execute(f"ALTER INDEX {before} RENAME TO {name}")
        for n in _LENGTHS:
            op.create_index(f"{table}_{side}area_{n}_idx", table, [sa.text(f'"left"({region}, {n})'), *order])
    op.create_index("accountability_record_body_idx", "accountability_record", ["body_id", "id"])


def downgrade() -> None:
    op.drop_index("accountability_record_body_idx", "accountability_record")
    for table, side, _, _, before in _AREAS:
        name = f"{table}_{side}region_idx"
        for n in _LENGTHS:
            op.drop_index(f"{table}_{side}area_{n}_idx", table)
        if before is None:
            op.drop_index(name, table)
        elif before != name:
            op.execute(f"ALTER INDEX {name} RENAME TO {before}")
    op.execute("ALTER INDEX case_file_review_region_idx RENAME TO case_file_review_township_idx")
    op.create_index("training_attendance_region_code_idx", "training_attendance", ["region_code", "year"])
    for n in _LENGTHS:
        op.create_index(
            f"clue_assignee_area_{n}_idx",
            "clue",
            [sa.text(f'"left"(assignee_region_code, {n})'), "received_at", "id"],
            postgresql_where=sa.text("assignee_id IS NOT NULL"),
        )
