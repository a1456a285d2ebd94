"""Inputs of commands on staffing."""

from __future__ import annotations

import datetime

import strawberry
from strawberry import UNSET

import models
from schema.inputs.command import CommandInput, CreationInput


@strawberry.input(description="修改编制 · What to change of the staffing; what is left out stays, null empties")
class UpdateStaffingInput(CommandInput):
    """What to change of the staffing."""

    authorised: int | None = strawberry.field(default=UNSET, description="核定编制数 · Authorised posts")
    actual: int | None = strawberry.field(default=UNSET, description="实有人数 · People in post")
    dedicated_body: bool | None = strawberry.field(
        default=UNSET, description="是否专门机构 · Whether the body is dedicated to supervision"
    )
    dedicated_staff: int | None = strawberry.field(
        default=UNSET, description="专门人员数，不多于实有人数 · People who work on supervision alone, of those in post"
    )
    effective_on: datetime.date | None = strawberry.field(
        default=None,
        description="生效日期，默认今日，不早于上次变动 · From which day; today by default, not before the last change",
    )


@strawberry.input(description="测算编制 · Estimate the posts of every supervision body of a region")
class EstimateStaffingInput(CreationInput):
    """Estimate the posts of every supervision body of a region."""

    region_id: strawberry.ID = strawberry.field(description="区域，含下级 · The region, with those below it")
    year: int = strawberry.field(description="工作量年度 · By the work of this year")


@strawberry.input(description="制定编制测算规则 · Adopt a staffing rule for a region")
class AdoptStaffingRuleInput(CreationInput):
    """Adopt a staffing rule."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    kind: models.OrganizationKind = strawberry.field(description="监督机构类别 · Kind of supervision body")
    level: models.Level = strawberry.field(description="行政层级 · Level of the body")
    base_posts: int = strawberry.field(description="基本编制 · Posts that every such body needs")
    cases_per_post: int | None = strawberry.field(
        default=None,
        description="每多少件年度案件增一编，空为不计 · Cases of a year for one more post; null: none",
    )
    organs_per_post: int | None = strawberry.field(
        default=None, description="每多少个执法机关增一编，空为不计 · Organs for one more post; null: none"
    )
    townships_per_post: int | None = strawberry.field(
        default=None, description="每多少个乡镇增一编，空为不计 · Townships for one more post; null: none"
    )
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
