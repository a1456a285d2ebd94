"""Inputs of commands on transfers."""

from __future__ import annotations

import strawberry
from strawberry import UNSET

import models
from models.transfer import MOST_ATTACHMENTS
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name, Reason


@strawberry.input(description="移送材料 · An attachment: a file, or the name of what goes on paper or is a thing")
class TransferAttachmentInput:
    """An attachment of a transfer."""

    file_id: strawberry.ID | None = strawberry.field(
        description="文件，须为移送机关已上传的 · Its file, which the sender must have uploaded", default=None
    )
    name: Name | None = strawberry.field(
        description="名称，缺省为文件名；无文件时必填 · Name, by default the file's; needed without a file",
        default=None,
    )


@strawberry.input(description="起草移送 · Draft a transfer")
class DraftTransferInput(CreationInput):
    """Draft a transfer."""

    case_id: strawberry.ID = strawberry.field(description="案件 · The case")
    kind: models.TransferKind = strawberry.field(description="移送类别 · Kind")
    receiver_id: strawberry.ID = strawberry.field(description="接收机关 · Receiver")
    reason: Reason = strawberry.field(description="移送理由 · Reason")
    legal_basis: Reason | None = strawberry.field(description="法律依据 · Legal basis", default=None)
    attachments: list[TransferAttachmentInput] | None = strawberry.field(
        description=f"移送材料，最多 {MOST_ATTACHMENTS} 件 · Attachments, at most {MOST_ATTACHMENTS}", default=None
    )
    is_urgent: bool = strawberry.field(description="是否紧急 · Whether urgent", default=False)


@strawberry.input(description="修改移送草稿 · Change the draft of a transfer; what is left out stays, null empties")
class UpdateTransferInput(CommandInput):
    """Change the draft of a transfer; what is left out stays, null empties."""

    reason: Reason | None = strawberry.field(description="移送理由 · Reason", default=UNSET)
    legal_basis: Reason | None = strawberry.field(description="法律依据 · Legal basis", default=UNSET)
    attachments: list[TransferAttachmentInput] | None = strawberry.field(
        description=f"移送材料，替换原有全部，最多 {MOST_ATTACHMENTS} 件"
        f" · Attachments, in place of all those before, at most {MOST_ATTACHMENTS}",
        default=UNSET,
    )
    is_urgent: bool | None = strawberry.field(description="是否紧急 · Whether urgent", default=UNSET)


@strawberry.input(description="撤回移送 · Withdraw a transfer")
class WithdrawTransferInput(CommandInput):
    """Withdraw a transfer."""

    reason: Reason | None = strawberry.field(
        description="撤回的理由，已移送的必填 · Why; needed once it was sent", default=None
    )


@strawberry.input(description="反馈移送结果 · Return the result of a transfer")
class ReturnResultInput(CommandInput):
    """Return the result of a transfer."""

    result: Reason = strawberry.field(description="处理结果 · What became of the case")
