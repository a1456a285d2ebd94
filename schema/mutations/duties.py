"""Acts on duty lists."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.duty import (
    AssignDutyItemInput,
    DraftDutyItemInput,
    PublishDutyItemInput,
    ReviseDutyItemInput,
    UpdateDutyItemInput,
)
from schema.types import DutyAssignmentPayload, DutyItemPayload


@strawberry.type
class DutiesMutations:
    """Acts on duty lists."""

    draft_duty_item: DutyItemPayload | None = mutation(
        commands.draft_duty_item, DraftDutyItemInput, "起草权责事项 · Draft the first edition of a duty item"
    )
    update_duty_item: DutyItemPayload | None = mutation(
        commands.update_duty_item, UpdateDutyItemInput, "修改权责事项草稿 · Change the draft of a duty item"
    )
    withdraw_duty_item: DutyItemPayload | None = mutation(
        commands.withdraw_duty_item, CommandInput, "撤回权责事项草稿 · Withdraw the draft of a duty item"
    )
    revise_duty_item: DutyItemPayload | None = mutation(
        commands.revise_duty_item, ReviseDutyItemInput, "修订权责事项 · Draft the next edition of a duty item"
    )
    review_duty_item: DutyItemPayload | None = mutation(
        commands.review_duty_item, CommandInput, "审查权责事项 · Review a draft, as the owner's legal unit"
    )
    return_duty_item: DutyItemPayload | None = mutation(
        commands.return_duty_item,
        ReasonInput,
        "退回权责事项，重新起草 · Return an item to draft, before it is published",
    )
    publish_duty_item: DutyItemPayload | None = mutation(
        commands.publish_duty_item, PublishDutyItemInput, "公布权责事项 · Publish an edition, as the judicial bureau"
    )
    revoke_duty_item: DutyItemPayload | None = mutation(
        commands.revoke_duty_item,
        ReasonInput,
        "撤销权责事项；尚未生效的，恢复上一版次 · Revoke a duty item; one not yet in force restores the one before",
    )
    assign_duty_item: DutyAssignmentPayload | None = mutation(
        commands.assign_duty_item, AssignDutyItemInput, "乡镇赋权 · Assign a duty to a township"
    )
    take_back_duty_item: DutyAssignmentPayload | None = mutation(
        commands.take_back_duty_item, ReasonInput, "收回赋权 · Take back what was assigned"
    )
