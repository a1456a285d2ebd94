"""Mutation: the table of contents of everything that can be done."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.staffing import UpdateStaffingInput
from schema.types import StaffingPayload


@strawberry.type(description="操作 · Everything that can be done; each act is one transaction")
class Mutation:
    """Everything that can be done."""

    update_staffing: StaffingPayload | None = mutation(
        commands.update_staffing, UpdateStaffingInput, "修改编制 · Record the staffing of a supervision body"
    )
