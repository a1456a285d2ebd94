"""Commands on linkage: the receipt, and the answer with the case that it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import Action, EnforcementCase, ErrorCode, Linkage, Refusal
from resolvers.commands.command import command
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput
    from schema.inputs.linkage import AnswerLinkageInput


@command(Linkage, Action.RECEIVE)
async def receive_linkage(work: UnitOfWork, linkage: Linkage, asked: CommandInput) -> None:
    """Sign the receipt."""
    linkage.received_at = work.at


@command(Linkage, Action.ANSWER)
async def answer_linkage(work: UnitOfWork, linkage: Linkage, asked: AnswerLinkageInput) -> None:
    """Answer what was done, with the inspection or the licensing case that it led to."""
    linkage.answer, linkage.answered_at = asked.answer, work.at
    if asked.resulting_case_id is not None:
        case = await work.read(EnforcementCase, asked.resulting_case_id, "resultingCaseId")
        if case.organization_id != linkage.receiver_id:
            raise Refusal(ErrorCode.INVALID_VALUE, field="resultingCaseId", reason="of another organization")
        linkage.resulting_case_id = case.id
