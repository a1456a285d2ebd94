"""Commands on transfers of cases: drafted, approved and sent on one side, received and answered on the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from strawberry import UNSET

from models import (
    Action,
    CaseOfficer,
    CaseState,
    CaseTransfer,
    CoordinationDispute,
    DeadlineEvent,
    DutyItem,
    EnforcementCase,
    ErrorCode,
    Fault,
    HandedOverCase,
    HearingRight,
    InvalidValue,
    LegalReview,
    LetterTemplate,
    Level,
    Organization,
    Procedure,
    Refusal,
    TransferAttachment,
    TransferKind,
    TransferLetter,
    TransferState,
)
from models.bars import BARS
from models.case_rules import (
    FINAL_TRANSFERS,
    OPEN_TRANSFERS,
    REFUSALS_OF_SHIRKING,
    STATES_AFTER_HANDOVER,
    TRANSFER_ENDS,
    TRANSFERABLE_STATES,
    UNDISPUTED_TRANSFERS,
)
from models.counting import local_day
from models.transfer import MOST_ATTACHMENTS
from policies import row_facts
from resolvers.commands import clocks
from resolvers.commands.bars import is_barred
from resolvers.commands.command import act, command, creates, move
from resolvers.commands.duties import is_assigned
from resolvers.commands.files import check_name, stored_file
from resolvers.commands.numbering import next_letter_number
from resolvers.commands.penalties import legal_reviewer_of
from resolvers.commands.regions import nearest_common_bureau
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.transfer import (
        DraftTransferInput,
        ReturnResultInput,
        TransferAttachmentInput,
        UpdateTransferInput,
        WithdrawTransferInput,
    )

# Where the receiver of a transfer is, besides what it is.
_WHERE = {
    TransferKind.UPWARD: Fault.ABOVE_THE_SENDER,
    TransferKind.DOWNWARD: Fault.ASSIGNED_TO_IT,
    TransferKind.CRIMINAL: Fault.OF_ITS_LEVEL,
}


@creates(CaseTransfer, Action.DRAFT, upon=(EnforcementCase, Action.TRANSFER))
async def draft_transfer(work: UnitOfWork, asked: DraftTransferInput, key: UUID) -> CaseTransfer:
    """Draft the transfer of a case to another organ."""
    # Who decides a dispute over the case closes what is open of it, and hands it over.
    case = await work.read(EnforcementCase, asked.case_id, "caseId", locked=True)
    if case.state is CaseState.TRANSFERRED and asked.kind is TransferKind.REVERSE_CRIMINAL:
        # It is not the police's to transfer: they are told how else it goes back (行政处罚法 27).
        raise Refusal(ErrorCode.CASE_TRANSFERRED, field="caseId")
    work.decide(Action.TRANSFER, case)
    await act(work, case, Action.TRANSFER, "caseId")
    receiver = await work.read(Organization, asked.receiver_id, "receiverId")
    sender = await work.row(Organization, case.organization_id)
    transfer = CaseTransfer(
        id=key,
        kind=asked.kind,
        case_id=case.id,
        case_number=case.number,
        cause=case.cause,
        party_kind=case.party_kind,
        party_name=case.party_name,
        sender_id=sender.id,
        sender_region_code=sender.region_code,
        sender_field=case.field,
        receiver_id=receiver.id,
        receiver_region_code=receiver.region_code,
        receiver_field=receiver.field,
        reason=asked.reason,
        legal_basis=asked.legal_basis,
        is_urgent=asked.is_urgent,
        created_at=work.at,
    )
    await _check_ends(work, transfer, case, sender, receiver)
    await work.add(transfer)
    await _attach(work, transfer, asked.attachments or [])
    return transfer


@command(CaseTransfer, Action.UPDATE)
async def update_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: UpdateTransferInput) -> None:
    """Change a draft; what is left out stays as it is."""
    apply_changes(transfer, asked, "reason", "legal_basis", "is_urgent")
    if not transfer.reason.strip():
        raise InvalidValue("reason", Fault.EMPTY)
    if asked.attachments is not UNSET:
        await work.remove(TransferAttachment, "transfer_id = $1", transfer.id)
        await _attach(work, transfer, asked.attachments or [])


async def _attach(work: UnitOfWork, transfer: CaseTransfer, asked: Sequence[TransferAttachmentInput]) -> None:
    if len(asked) > MOST_ATTACHMENTS:
        raise InvalidValue("attachments", Fault.TOO_MANY(count=len(asked), most=MOST_ATTACHMENTS))
    files: set[UUID] = set()
    for place, each in enumerate(asked):
        argument, file = f"attachments.{place}", None
        if each.file_id is not None:
            file = await stored_file(work, each.file_id, transfer.sender_id, f"{argument}.fileId")
        name = file.name if each.name is None and file is not None else each.name or ""
        check_name(name, f"{argument}.name")
        if file is not None and file.id in files:
            raise InvalidValue(f"{argument}.fileId", Fault.SAME_FILE)
        files |= {file.id} if file is not None else set()
        file_id = None if file is None else file.id
        await work.add(TransferAttachment(transfer_id=transfer.id, position=place + 1, name=name, file_id=file_id))


async def _issue_letter(work: UnitOfWork, transfer: CaseTransfer, template: LetterTemplate, by: UUID) -> None:
    body = await work.row(Organization, by)
    number, today = await next_letter_number(work, body, template), local_day(work.at)
    await work.add(TransferLetter(transfer_id=transfer.id, template=template, number=number, issued_on=today))


async def _check_ends(
    work: UnitOfWork, transfer: CaseTransfer, case: EnforcementCase, sender: Organization, receiver: Organization
) -> None:
    senders, receivers = TRANSFER_ENDS[transfer.kind]
    fits = sender.kind in senders and receiver.kind in receivers and sender.id != receiver.id
    if transfer.kind is TransferKind.UPWARD:
        fits &= sender.region_code != receiver.region_code and sender.region_code.startswith(receiver.region_code)
    if transfer.kind is TransferKind.CRIMINAL:
        # 国务院令第310号 5: the police of the same level, for a township those of its county.
        fits &= receiver.region_code == sender.region_code[: Level.COUNTY.code_length]
    if transfer.kind is TransferKind.DOWNWARD:
        duty = await work.row(DutyItem, case.duty_item_id)
        fits &= receiver.region_code.startswith(sender.region_code)
        fits &= await is_assigned(work, duty, [receiver.id])
    if not fits:
        where = _WHERE.get(transfer.kind, Fault.ANOTHER_ORGAN)
        expected = Fault.TRANSFER_ENDS(kind=transfer.kind, senders=senders, receivers=receivers, where=where)
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="receiverId", expected=expected)


@command(CaseTransfer, Action.APPROVE)
async def approve_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Approve the transfer and its letter: the time to hand it over starts."""
    case = await _to_be_transferred(work, transfer)
    transfer.approved_at = work.at
    # The case may have been corrected since the transfer was drafted; from now on it is not.
    transfer.cause, transfer.party_kind, transfer.party_name = case.cause, case.party_kind, case.party_name
    is_criminal = transfer.kind is TransferKind.CRIMINAL
    template = LetterTemplate.CRIMINAL_TRANSFER_LETTER if is_criminal else LetterTemplate.TRANSFER_LETTER
    await _issue_letter(work, transfer, template, transfer.sender_id)


@command(CaseTransfer, Action.SEND)
async def send_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Send the transfer: the receiver sees it and its case, whose clocks stand still."""
    case = await _to_be_transferred(work, transfer)
    transfer.sent_at = case.offered_since = work.at
    case.is_offered = True
    case.offered_organization_id = transfer.receiver_id
    case.offered_region_code = transfer.receiver_region_code
    case.offered_field = transfer.receiver_field
    await clocks.suspend(work, case, f"移送 {transfer.kind.chinese}", is_offered=True)


async def _to_be_transferred(work: UnitOfWork, transfer: CaseTransfer) -> EnforcementCase:
    # An act on the case may have ended since the bar was asked.
    case = await work.row(EnforcementCase, transfer.case_id, locked=True)
    if case.state not in TRANSFERABLE_STATES[case.act_type] or case.organization_id != transfer.sender_id:
        raise Refusal(ErrorCode.NOT_TRANSFERABLE)
    return case


@command(CaseTransfer, Action.RECEIVE)
async def receive_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Sign the receipt."""
    transfer.received_at = work.at
    await _issue_letter(work, transfer, LetterTemplate.TRANSFER_RECEIPT, transfer.receiver_id)


@command(CaseTransfer, Action.ACCEPT)
async def accept_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: CommandInput) -> None:
    """Accept the case: it is the receiver's now, or the police's or the commission's for good."""
    case = await _offered(work, transfer)
    transfer.answered_at = work.at
    await settle(work, case, transfer, await work.row(Organization, transfer.receiver_id))


@command(CaseTransfer, Action.REJECT)
async def reject_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: ReasonInput) -> None:
    """Reject the case, with the reason; a second refusal since it was settled whose it is, is shirking (推诿).

    What the supervisory commission takes is its own to say: it shirks nothing.  Nor does a township that was assigned
    the duty no more, so that it could not have accepted.
    """
    case = await _offered(work, transfer)
    transfer.answered_at, transfer.rejection_reason = work.at, asked.reason
    await _issue_letter(work, transfer, LetterTemplate.REFUSAL_LETTER, transfer.receiver_id)
    await _take_back_offer(work, case, transfer)
    if transfer.kind in UNDISPUTED_TRANSFERS or await is_barred(work, transfer, [BARS["ASSIGNMENT_LACKING"]]):
        return
    case.refusals += 1
    if case.refusals >= REFUSALS_OF_SHIRKING:
        bureau = await nearest_common_bureau(work, transfer.sender_region_code, transfer.receiver_region_code, [])
        await work.notify(Action.REJECT, transfer, [bureau.id if bureau else None])


@command(CaseTransfer, Action.RETURN_RESULT)
async def return_transfer_result(work: UnitOfWork, transfer: CaseTransfer, asked: ReturnResultInput) -> None:
    """Tell the sender what became of the case."""
    transfer.result, transfer.result_returned_at = asked.result, work.at
    await _issue_letter(work, transfer, LetterTemplate.TRANSFER_RESULT_LETTER, transfer.receiver_id)


@command(CaseTransfer, Action.WITHDRAW)
async def withdraw_transfer(work: UnitOfWork, transfer: CaseTransfer, asked: WithdrawTransferInput) -> None:
    """Withdraw a transfer that is not answered; once it was sent, with the reason."""
    if not (asked.reason or "").strip() and (transfer.sent_at is not None or asked.reason is not None):
        raise InvalidValue("reason", Fault.EMPTY)
    await _withdraw(work, transfer, await work.row(EnforcementCase, transfer.case_id, locked=True), asked.reason)


async def _withdraw(work: UnitOfWork, transfer: CaseTransfer, case: EnforcementCase, reason: str | None) -> None:
    transfer.withdrawn_at, transfer.withdrawal_reason = work.at, reason
    if case.is_offered and case.offered_organization_id == transfer.receiver_id:
        await _take_back_offer(work, case, transfer)


async def hold_dispute(work: UnitOfWork, dispute: CoordinationDispute) -> EnforcementCase:
    """The case of a dispute that ends, locked; what else is open of its transfers is withdrawn.

    Their receivers are no side of the dispute, and are not told of it.
    """
    others = select(CaseTransfer).where(
        col(CaseTransfer.case_id) == dispute.case_id, col(CaseTransfer.state).in_(OPEN_TRANSFERS)
    )
    # Whoever acts on a transfer locks it before its case.
    found = (await work.session.scalars(others.with_for_update(key_share=True))).all()
    case = await work.row(EnforcementCase, dispute.case_id, locked=True)
    for transfer in found:
        sides = row_facts(transfer)
        move(transfer, Action.WITHDRAW)
        await _withdraw(work, transfer, case, "案件管辖另行确定")
        await clocks.turn_clocks(work, Action.WITHDRAW, transfer)
        await work.notify(Action.WITHDRAW, transfer, [facts.get("organization") for facts in sides.values()])
    return case


async def end_dispute(work: UnitOfWork, dispute: CoordinationDispute, reason: str) -> None:
    """End a dispute without a decision: what was rejected stays so, and is disputed again while its sender has it."""
    dispute.end_reason, dispute.is_supplement_asked, dispute.ended_at = reason, False, work.at
    transfer = await work.row(CaseTransfer, dispute.transfer_id, locked=True)
    transfer.state = TransferState.REJECTED


async def _offered(work: UnitOfWork, transfer: CaseTransfer) -> EnforcementCase:
    # A dispute over the same case may have been decided since it was sent.
    case = await work.row(EnforcementCase, transfer.case_id, locked=True)
    if not case.is_offered or case.offered_organization_id != transfer.receiver_id:
        raise Refusal(ErrorCode.NOT_TRANSFERABLE)
    return case


async def settle(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer, organ: Organization) -> None:
    """Give a case to the organ that accepted it or was designated; the police and the commission keep it for good."""
    # Whose it is is settled: what was refused before is nobody's shirking of what comes.
    case.refusals = 0
    is_left = organ.id == case.organization_id
    await _end_disputes(work, case, "案件管辖已经确定" if is_left else "案件已不由移送机关办理")
    if transfer.kind not in FINAL_TRANSFERS or organ.id != transfer.receiver_id:
        await _hand_over(work, case, transfer, organ)
        return
    await _leave_owner(work, case, transfer)
    await clocks.end_deadlines(work, case, list(DeadlineEvent))
    case.state, case.is_offered = CaseState.TRANSFERRED, False
    case.offered_organization_id, case.offered_region_code = organ.id, organ.region_code
    case.offered_field = organ.field
    # Who was designated refused it before, and sees it again from now on.
    case.offered_since = case.offered_since or work.at


async def _hand_over(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer, receiver: Organization) -> None:
    # The case keeps its number, history and duty edition, and starts again at its new owner.
    if receiver.id != case.organization_id:
        await _leave_owner(work, case, transfer)
        await work.remove(CaseOfficer, "case_id = $1", case.id)
        duty = await work.row(DutyItem, case.duty_item_id)
        case.organization_id, case.region_code = receiver.id, receiver.region_code
        case.legal_reviewer_id = await legal_reviewer_of(work, receiver)
        case.legal_review, case.legal_review_opinion = _review_after_handover(case, duty), None
        case.hearing_right, case.hearing_held = HearingRight.NOT_OFFERED, False
        case.notified_at = case.hearing_requested_on = case.hearing_noticed_on = case.hearing_on = None
        # What it passed already has to be passed again, and its clocks start with it.
        await clocks.end_deadlines(work, case, [DeadlineEvent.ASK_FOR_HEARING, DeadlineEvent.DECIDE_LICENCE])
        if case.state in (CaseState.ACCEPTED, CaseState.REVIEWING):
            await clocks.start_deadlines(work, case, [DeadlineEvent.ACCEPT_LICENCE_APPLICATION])
        case.state = STATES_AFTER_HANDOVER[case.act_type]
        if receiver.field is not None and Level.of_region(receiver.region_code) is not Level.TOWNSHIP:
            case.field = receiver.field
        if case.state is CaseState.FILED and case.filed_at is None:
            case.filed_at = work.at
            await clocks.start_deadlines(work, case, [DeadlineEvent.DECIDE_PENALTY])
        # For what reason they stood still was its former owner's.
        await clocks.resume(work, case)
    await _take_back_offer(work, case, transfer)


def _review_after_handover(case: EnforcementCase, duty: DutyItem) -> LegalReview:
    if case.procedure is not Procedure.ORDINARY:
        return LegalReview.NOT_NEEDED
    # What was asked for because of the case itself is asked of whoever has it (行政处罚法 58).
    is_asked_for = case.legal_review not in (LegalReview.NOT_NEEDED, LegalReview.AFTER_HEARING)
    return LegalReview.NEEDED if is_asked_for and not case.hearing_held else duty.legal_review


async def _leave_owner(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer) -> None:
    # Its owner goes on reading the case as it was.
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


async def _end_disputes(work: UnitOfWork, case: EnforcementCase, reason: str) -> None:
    # Who has the case is settled, whatever was disputed of its earlier transfers.  Whoever acts on one of those locks
    # it before the case; of two who wait for each other the command that is given up is run once more.
    of_case = select(CoordinationDispute).where(col(CoordinationDispute.case_id) == case.id)
    for dispute in (await work.session.scalars(of_case.with_for_update(key_share=True))).all():
        if dispute.ended_at is None:
            sides = row_facts(dispute)
            await end_dispute(work, dispute, reason)
            await clocks.turn_clocks(work, Action.WITHDRAW, dispute)
            await work.notify(Action.WITHDRAW, dispute, [facts.get("organization") for facts in sides.values()])


async def _take_back_offer(work: UnitOfWork, case: EnforcementCase, transfer: CaseTransfer) -> None:
    case.is_offered = False
    case.offered_organization_id = case.offered_region_code = case.offered_field = case.offered_since = None
    # What stood still for another reason goes on standing.
    await clocks.resume(work, case, suspended_at=transfer.sent_at)
