"""Inputs of commands on transfers."""

from __future__ import annotations

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput


@strawberry.input(description="起草移送 · Draft a transfer")
class DraftTransferInput(CreationInput):
    """Draft a transfer."""

    case_id: strawberry.ID = strawberry.field(description="案件 · The case")
    kind: models.TransferKind = strawberry.field(description="移送类别 · Kind")
    receiver_id: strawberry.ID = strawberry.field(description="接收机关 · Receiver")
    reason: str = strawberry.field(description="移送理由 · Reason")
    legal_basis: str | None = strawberry.field(description="法律依据 · Legal basis", default=None)
    attachments: list[str] | None = strawberry.field(description="移送材料清单 · List of attachments", default=None)
    is_urgent: bool = strawberry.field(description="是否紧急 · Whether urgent", default=False)


@strawberry.input(description="反馈移送结果 · Return the result of a transfer")
class ReturnResultInput(CommandInput):
    """Return the result of a transfer."""

    result: str = strawberry.field(description="处理结果 · What became of the case")
