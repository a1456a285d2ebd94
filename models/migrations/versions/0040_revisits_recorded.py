"""Whose case is revisited sees the revisit from its record on, not from the draw

Revision ID: 0040
Revises: 0039
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_FIELDS = ["MARKET_REGULATION", "URBAN_MANAGEMENT", "ECOLOGY", "TRANSPORT", "CULTURE_TOURISM", "AGRICULTURE", "HEALTH", "EMERGENCY", "NATURAL_RESOURCES", "HOUSING", "WATER", "FORESTRY", "PUBLIC_SECURITY", "HUMAN_RESOURCES", "EDUCATION", "FIRE", "DEVELOPMENT_REFORM", "SCIENCE", "INDUSTRY", "ETHNIC_RELIGIOUS", "CIVIL_AFFAIRS", "COMMERCE", "VETERANS", "AUDIT", "SPORTS", "STATISTICS", "MEDICAL_SECURITY", "CULTURAL_RELICS", "CIVIL_DEFENCE", "GRAIN", "PRESS", "CYBERSPACE", "HOUSING_FUND", "TAX", "TOBACCO", "METEOROLOGY"]
_INDEX, _ORDER = "case_revisit_organization_idx", ["sampled_at", "id"]


def _visible(name: str, of: str, type_: Any) -> sa.Column[Any]:
    recorded = f"CASE WHEN state NOT IN ('SAMPLED', 'ASSIGNED') THEN {of} END"
    return sa.Column(name, type_, sa.Computed(recorded, persisted=True), nullable=True)


def upgrade() -> None:
    field = sa.Enum(*_FIELDS, name="visible_field", native_enum=False, create_constraint=True, length=40)
    op.add_column("case_revisit", _visible("visible_organization_id", "organization_id", sa.Uuid()))
    op.add_column("case_revisit", _visible("visible_field", "field", field))
    op.drop_index(_INDEX, "case_revisit")
    op.create_index(_INDEX, "case_revisit", ["visible_organization_id", *_ORDER])


def downgrade() -> None:
    op.drop_index(_INDEX, "case_revisit")
    op.create_index(_INDEX, "case_revisit", ["organization_id", *_ORDER])
    op.drop_column("case_revisit", "visible_field")
    op.drop_column("case_revisit", "visible_organization_id")
