"""Inputs of commands on pilots."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.pilot import MOST_TOWNSHIP_PILOTS
from schema.inputs.command import CreationInput


@strawberry.input(description="确定试点 · Name a pilot")
class NamePilotInput(CreationInput):
    """Name a pilot."""

    organization_id: strawberry.ID = strawberry.field(description="县级司法行政部门 · The county's judicial bureau")
    region_id: strawberry.ID = strawberry.field(
        description=f"本县（市、区），或其乡镇（街道），后者最多 {MOST_TOWNSHIP_PILOTS} 个"
        f" · The county, or one of its townships, of which {MOST_TOWNSHIP_PILOTS} may be named"
    )
    named_on: datetime.date = strawberry.field(
        description="确定日期，自方案施行之日起，不晚于今日；逾期登记的，确认前预警"
        " · Day of the naming, since the plan and not after today; what is entered late is an alert until confirmed"
    )
    enforcement_fields: list[models.EnforcementField] | None = strawberry.field(
        description="选定领域，仅限县级试点；空为整体试点 · Chosen fields of a county; none for all of it", default=None
    )
