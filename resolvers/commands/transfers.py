"""Commands on transfers of cases: drafted, approved and sent on one side, received and answered on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import col

from models import (
    Action,
    CaseOfficer,
    CaseState,
    CaseTransfer,
    DeadlineEvent,
    DutyItem,
    EnforcementCase,
    ErrorCode,
    HandedOverCase,
    LegalReview,
    Level,
    Organization,
    Procedure,
    Refusal,
    TransferKind,
    TransferState,
)
from models.case_rules import FINAL_TRANSFERS, STATES_AFTER_HANDOVER, TRANSFER_ENDS, TRANSFERABLE_STATES
from resolvers.commands import clocks
from resolvers.commands.cases import legal_reviewer_of
from resolvers.commands.command import command, creates
from resolvers.commands.duties import assignment_in_force
from resolvers.commands.regions import nearest_common_bureau
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.transfer import DraftTransferInput, ReturnResultInput

_OPEN = (TransferState.DRAFT, TransferState.APPROVED, TransferState.SENT, TransferState.RECEIVED)
_SHIRKED = 2


@creates(CaseTransfer, Action.DRAFT)
async def draft_transfer(work: UnitOfWork, asked: DraftTransferInput, key: UUID) -> CaseTransfer:
    """Draft the transfer of a case to another organ."""
    case = await work.read(EnforcementCase, asked.case_id, "caseId")
    receiver = await work.read(Organization, asked.receiver_id, "receiverId")
    sender = await work.session.get_one(Organization, case.organization_id)
    transfer = CaseTransfer(
        id=key,
        kind=asked.kind,
        case_id=case.id,
        sender_id=sender.id,
        sender_region_code=sender.region_code,
        sender_field=case.field,
        receiver_id=receiver.id,
        receiver_region_code=receiver.region_code,
        receiver_field=receiver.field,
        reason=asked.reason,
        legal_basis=asked.legal_basis,
        attachments=asked.attachments or [],
        is_urgent=asked.is_urgent,
        created_at=work.at,
    )
    work.decide(Action.DRAFT, transfer)
    await _check_ends(work, transfer, case, sender, receiver)
    earlier = select(col(CaseTransfer.id)).where(
        col(CaseTransfer.case_id) == case.id, col(CaseTransfer.state).in_(_OPEN)
    )
    if case.state not in TRANSFERABLE_STATES[case.act_type] or (await work.session.scalars(earlier)).first():
        raise Refusal(ErrorCode.NOT_TRANSFERABLE, field="caseId")
    if not asked.reason.strip():
        raise Refusal(ErrorCode.INVALID_VALUE, field="reason", reason="empty")
    return transfer


async def _check_ends(
    work: UnitOfWork, transfer: CaseTransfer, case: EnforcementCase, sender: Organization, receiver: Organization
) -> None:
    senders, receivers = TRANSFER_ENDS[transfer.kind]
    fits = sender.kind in senders and receiver.kind in receivers and sender.id != receiver.id
    if transfer.kind is TransferKind.UPWARD:
        fits &= sender.region_code != receiver.region_code and sender.region_code.startswith(receiver.region_code)
    if transfer.kind is TransferKind.DOWNWARD:
        duty = await work.session.get_one(DutyItem, case.duty_item_id)
        fits &= receiver.region_code.startswith(sender.region_code)
        fits &= await assignment_in_force(work, duty.code, [receiver.id]) is not None
    if not fits:
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="receiverId")


@command(CaseTransfer, Action.APPROVE)
async def approve_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Approve the transfer: the time to hand it over starts."""
    transfer.approved_at = work.at


@command(CaseTransfer, Action.SEND)
async def send_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Send the transfer: the receiver sees it and its case, whose clocks stand still."""
    case = await work.locked(EnforcementCase, transfer.case_id)
    if case.state not in TRANSFERABLE_STATES[case.act_type] or case.organization_id != transfer.sender_id:
        raise Refusal(ErrorCode.NOT_TRANSFERABLE)
    transfer.sent_at = work.at
    case.is_offered = True
    case.offered_organization_id = transfer.receiver_id
    case.offered_region_code = transfer.receiver_region_code
    case.offered_field = transfer.receiver_field
    await clocks.suspend(work, case, f"移送 {transfer.kind.chinese}")


@command(CaseTransfer, Action.RECEIVE)
async def receive_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Sign the receipt."""
    transfer.received_at = work.at


@command(CaseTransfer, Action.ACCEPT)
async def accept_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Accept the case: it is the receiver's now, or the police's or the commission's for good."""
    case = await _offered(work, transfer)
    transfer.answered_at = work.at
    if transfer.kind in FINAL_TRANSFERS:
        await _keep_as_it_was(work, case, transfer)
        await clocks.end_deadlines(work, case, list(DeadlineEvent))
        case.state, case.is_offered = CaseState.TRANSFERRED, False
    else:
        await hand_over(work, case, transfer, await work.session.get_one(Organization, transfer.receiver_id))


@command(CaseTransfer, Action.REJECT)
async def reject_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: ReasonInput) -> None:
    """Reject the case, with the reason; a second refusal of the same case is shirking (推诿)."""
    case = await _offered(work, transfer)
    transfer.answered_at, transfer.rejection_reason = work.at, asked.reason
    case.refusals += 1
    await _take_back_offer(work, case)
    if case.refusals >= _SHIRKED:
        bureau = await nearest_common_bureau(work, transfer.sender_region_code, transfer.receiver_region_code, [])
        await work.notify(Action.REJECT, transfer, [bureau.id if bureau else None])


@command(CaseTransfer, Action.RETURN_RESULT)
async def return_transfer_result(work: UnitOfWork, transfer: CaseTransfer, asked: ReturnResultInput) -> None:
    """Tell the sender what became of the case."""
    transfer.result, transfer.result_returned_at = asked.result, work.at


async def _offered(work: UnitOfWork, transfer: CaseTransfer) -> EnforcementCase:
    # A dispute over the same case may have been decided since it was sent.
    case = await work.locked(EnforcementCase, transfer.case_id)
    if not case.is_offered or case.offered_organization_id != transfer.receiver_id:
        raise Refusal(ErrorCode.NOT_TRANSFERABLE)
    return case


async def hand_over(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer, receiver: Organization) -> None:
    """Make an organ the owner of a case, which keeps its number, history and duty edition and starts again."""
    if receiver.id != case.organization_id:
        await _keep_as_it_was(work, case, transfer)
        await work.session.execute(delete(CaseOfficer).where(col(CaseOfficer.case_id) == case.id))
        duty = await work.session.get_one(DutyItem, case.duty_item_id)
        case.organization_id, case.region_code = receiver.id, receiver.region_code
        case.legal_reviewer_id = await legal_reviewer_of(work, receiver)
        case.legal_review = duty.legal_review if case.procedure is Procedure.ORDINARY else LegalReview.NOT_NEEDED
        case.hearing_held = False
        case.state = STATES_AFTER_HANDOVER[case.act_type]
        if receiver.field is not None and Level.of_region(receiver.region_code) is not Level.TOWNSHIP:
            case.field = receiver.field
        if case.state is CaseState.FILED and case.filed_at is None:
            case.filed_at = work.at
            await clocks.start_deadlines(work, case, [DeadlineEvent.DECIDE_PENALTY])
    await _take_back_offer(work, case)


async def _keep_as_it_was(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer) -> None:
    kept = ("region_code", "field", "number", "act_type", "state", "cause", "facts")
    party = ("party_kind", "party_name", "party_credit_code")
    known = select(HandedOverCase).where(col(HandedOverCase.transfer_id) == transfer.id)
    if (await work.session.scalars(known)).first() is None:
        await work.add(
            HandedOverCase(
                transfer_id=transfer.id,
                organization_id=case.organization_id,
                handed_over_at=work.at,
                **{name: getattr(case, name) for name in (*kept, *party)},
            )
        )


async def _take_back_offer(work: UnitOfWork, case: EnforcementCase) -> None:
    case.is_offered = False
    case.offered_organization_id = case.offered_region_code = case.offered_field = None
    await clocks.resume(work, case)
