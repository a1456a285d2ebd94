"""Commands on linkage: the receipt, the answer with the case that it led to, and what falls with its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlmodel import col

from models import Action, ActType, CaseState, EnforcementCase, ErrorCode, Linkage, LinkageKind, LinkageState, Refusal
from models.case_rules import LINKAGE_RESULTS
from models.directory import belongs_to
from policies import row_facts
from resolvers.commands import clocks
from resolvers.commands.command import command
from resolvers.commands.parties import is_same_party
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
    """Answer what was done, with the case that it led to."""
    linkage.answer, linkage.answered_at = asked.answer, work.at
    if asked.resulting_case_id is not None:
        case = await work.read(EnforcementCase, asked.resulting_case_id, "resultingCaseId")
        if not _may_result(linkage, await work.row(EnforcementCase, linkage.case_id), case):
            expected = LINKAGE_RESULTS[linkage.kind]
            raise Refusal(ErrorCode.WRONG_RESULTING_CASE, field="resultingCaseId", expected=expected)
        linkage.resulting_case_id = case.id


async def withdraw_linkages(work: UnitOfWork, case: EnforcementCase) -> None:
    """Withdraw what a decision that was taken back still calls for; who would answer it may not see the case.

    No licence is proposed upon, and none inspected that there is not (行政许可法 61, 69).
    """
    unanswered = select(Linkage).where(
        col(Linkage.case_id) == case.id, col(Linkage.state).in_((LinkageState.SENT, LinkageState.RECEIVED))
    )
    for linkage in (
        await work.session.scalars(unanswered.order_by(col(Linkage.id)).with_for_update(key_share=True))
    ).all():
        linkage.state = LinkageState.WITHDRAWN
        await clocks.turn_clocks(work, Action.WITHDRAW, linkage)
        sides = row_facts(linkage)
        await work.notify(Action.WITHDRAW, linkage, [facts.get("organization") for facts in sides.values()])


def _may_result(linkage: Linkage, source: EnforcementCase, case: EnforcementCase) -> bool:
    # A licence that is proposed to be revoked was there before.
    is_in_time = case.act_type is ActType.LICENSING or case.registered_at >= linkage.sent_at
    is_receivers = belongs_to(case, linkage.receiver_id, linkage.receiver_region_code)
    is_answer = is_receivers and case.act_type in LINKAGE_RESULTS[linkage.kind]
    # A township is assigned duties of several fields, and inspects for each.
    is_of_field = linkage.kind is not LinkageKind.INSPECTION_TASK or case.field in (
        source.field,
        linkage.receiver_field,
    )
    is_withdrawn = case.state is CaseState.WITHDRAWN
    return is_answer and is_in_time and is_of_field and not is_withdrawn and is_same_party(source, case)
