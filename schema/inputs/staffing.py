"""Inputs of commands on staffing."""

from __future__ import annotations

import strawberry

from schema.inputs.command import CommandInput


@strawberry.input(description="修改编制 · What to change of the staffing; what is null or left out stays as it is")
class UpdateStaffingInput(CommandInput):
    """What to change of the staffing."""

    authorised: int | None = strawberry.field(default=None, description="核定编制数 · Authorised posts")
    actual: int | None = strawberry.field(default=None, description="实有人数 · People in post")
    dedicated_body: bool | None = strawberry.field(
        default=None, description="是否专门机构 · Whether the body is dedicated to supervision"
    )
    dedicated_staff: int | None = strawberry.field(
        default=None, description="专门人员数，不多于实有人数 · People who work on supervision alone, of those in post"
    )
