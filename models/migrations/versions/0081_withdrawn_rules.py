"""A rule that is not yet in force is withdrawn, and another of the same day adopted

Revision ID: 0081
Revises: 0080
"""

from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

_ALIKE = {
    "alert_standard": ("rule", "region_code"),
    "assessment_rule": ("region_code", "level"),
    "contact_visit_limit": ("region_code",),
    "deadline_rule": ("event", "region_code"),
    "hearing_threshold": ("region_code", "field"),
    "inspection_limit": ("region_code", "field"),
    "revisit_policy": ("region_code", "procedure"),
    "staffing_rule": ("region_code", "kind", "level"),
    "supervisor_target": ("region_code", "category"),
}


def upgrade() -> None:
    for table, alike in _ALIKE.items():
        columns, key = ", ".join(alike), f"{table}_{'_'.join(alike)}_valid_from_key"
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}, DROP CONSTRAINT {table}_period_check")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {table}_period_check CHECK (valid_to >= valid_from - 1)")
        op.execute(
            f"CREATE UNIQUE INDEX {key} ON {table} ({columns}, valid_from) NULLS NOT DISTINCT"
            " WHERE valid_to IS NULL OR valid_to >= valid_from"
        )


def downgrade() -> None:
    for table, alike in _ALIKE.items():
        columns, key = ", ".join(alike), f"{table}_{'_'.join(alike)}_valid_from_key"
        if table == "assessment_rule":
            op.execute(
                "DELETE FROM assessment_rule_criterion WHERE rule_id IN"
                " (SELECT id FROM assessment_rule WHERE valid_to < valid_from)"
            )
        op.execute(f"DELETE FROM {table} WHERE valid_to < valid_from")
        op.execute(f"DROP INDEX {key}")
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_period_check")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {table}_period_check CHECK (valid_to >= valid_from)")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {key} UNIQUE NULLS NOT DISTINCT ({columns}, valid_from)")
