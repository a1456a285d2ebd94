"""Commands on clues (线索): taken in from every channel, screened, verified by an organ, answered, closed."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    Clue,
    ClueSource,
    DeadlineEvent,
    EnforcementCase,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Refusal,
    Region,
)
from models.base import uuid7
from models.clue import LONGEST_CONTENT, OPEN_STATES, REFUSED_UNDER_REVIEW
from models.supervision import SUPERVISED_KINDS
from resolvers.commands import clocks
from resolvers.commands.command import check_length, command, creates, move, moves
from resolvers.commands.duties import judicial_bureau_of
from resolvers.commands.parties import check_phone
from resolvers.commands.regions import nearest_common_bureau
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.clue import (
        AssignClueInput,
        FileComplaintInput,
        OpenClueInput,
        ReplyToClueInput,
        ReportClueFindingInput,
        ScreenClueInput,
        SuspendClueInput,
        TransferClueInput,
    )
    from schema.inputs.command import CommandInput, ReasonInput

_SUPERVISORS = {OrganizationKind.JUDICIAL_BUREAU, OrganizationKind.JUDICIAL_OFFICE}
# All that a clue says of the review: who follows it need not see the case, and who does finds the review there.
_UNDER_REVIEW = "所涉案件正在复议或者诉讼之中"
# Eighty bits that nobody mistakes for others when reading them out.
_LETTERS, _GROUPS, _GROUP = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 4, 4


@creates(Clue, Action.OPEN)
async def open_clue(work: UnitOfWork, asked: OpenClueInput, key: UUID) -> Clue:
    """Take a clue in as a judicial bureau, or as a judicial office for the bureau of its county."""
    taker = await work.read(Organization, asked.organization_id, "organizationId")
    if taker.kind not in _SUPERVISORS:
        raise InvalidValue("organizationId", Fault.NONE_OF(allowed=frozenset(_SUPERVISORS)))
    is_bureau = taker.kind is OrganizationKind.JUDICIAL_BUREAU
    clue = Clue(
        id=key,
        source=asked.source,
        region_code=taker.region_code,
        bureau_id=taker.id if is_bureau else await judicial_bureau_of(work, taker),
        received_at=work.at,
        **_told(work, asked),
    )
    work.decide(Action.OPEN, clue)
    taken_in = clue.bureau_id, clue.region_code
    await _name_concerned(work, clue, asked)
    await _send_past_concerned(work, clue)
    if (clue.bureau_id, clue.region_code) != taken_in:
        # Whoever takes it in would have to follow it as one of its own.
        raise Refusal(ErrorCode.CLUE_OF_BODY_ITSELF, field="concernedId")
    await _check_bar(work, clue, waits=True)
    return clue


@creates(Clue, Action.COMPLAIN, by_anyone=True)
async def file_complaint(work: UnitOfWork, asked: FileComplaintInput, key: UUID) -> Clue:
    """File a complaint without an account; it goes to the nearest judicial bureau that is not complained of itself."""
    region = await work.read(Region, asked.region_id, "regionId")
    place, concerned = region.code, None
    if asked.concerned_id is not None:
        concerned = await work.read(Organization, asked.concerned_id, "concernedId")
        place = max(region.code, concerned.region_code, key=len)
        if not (place.startswith(region.code) and place.startswith(concerned.region_code)):
            raise InvalidValue("concernedId", Fault.OUTSIDE_REGION(region=region.name))
    within = concerned.region_code if concerned else region.code
    bureau = await nearest_common_bureau(work, within, within, [])
    if bureau is None:
        raise InvalidValue("regionId", Fault.NO_BUREAU)
    clue = Clue(
        id=key,
        source=ClueSource.COMPLAINT,
        region_code=place,
        bureau_id=bureau.id,
        concerned_id=concerned.id if concerned else None,
        is_complaint=True,
        receipt=_new_receipt(),
        received_at=work.at,
        **_told(work, asked),
    )
    await _send_past_concerned(work, clue)
    return clue


async def add_clue(work: UnitOfWork, source: ClueSource, argument: str, **facts: Any) -> Clue:
    """Add a clue that another act brings up, received at the bureau that ``facts`` name unless it is about it, with
    its clock.

    Raises ``Refusal`` for what is too long, which the argument of the act gave.
    """
    check_length(argument, facts["content"], LONGEST_CONTENT)
    clue = Clue(source=source, received_at=work.at, **facts)
    await _send_past_concerned(work, clue)
    await _check_bar(work, clue, waits=True)
    await work.add(clue)
    await clocks.turn_clocks(work, Action.OPEN, clue)
    await work.notify(Action.OPEN, clue, [clue.bureau_id])
    return clue


@command(Clue, Action.SCREEN)
async def screen_clue(work: UnitOfWork, clue: Clue, asked: ScreenClueInput) -> None:
    """Screen a clue: it is to be followed, and concerns this organization or case."""
    bureau = clue.bureau_id
    await _name_concerned(work, clue, asked)
    await _send_past_concerned(work, clue)
    if clue.bureau_id != bureau:
        raise Refusal(ErrorCode.CLUE_OF_BODY_ITSELF, field="concernedId")
    await _check_bar(work, clue)
    clue.screened_at = work.at


@command(Clue, Action.ASSIGN)
async def assign_clue(work: UnitOfWork, clue: Clue, asked: AssignClueInput) -> None:
    """Assign the verification to an organ of the bureau's area, which sees the clue from now on.

    It may be the one that the clue is about, which looks into it first: the bureau confirms or returns what it found,
    and never tells it who spoke.
    """
    organ = await work.read(Organization, asked.organization_id, "organizationId")
    bureau = await work.row(Organization, clue.bureau_id)
    if organ.kind not in SUPERVISED_KINDS or not organ.region_code.startswith(bureau.region_code):
        raise Refusal(ErrorCode.CLUE_NOT_ASSIGNABLE, field="organizationId")
    await _check_not_below_concerned(work, clue, organ, "organizationId")
    await _check_bar(work, clue)
    clue.assignee_id, clue.assignee_region_code, clue.assignee_field = organ.id, organ.region_code, organ.field
    clue.assigned_at = work.at


verify_clue = moves("verify_clue", Clue, Action.VERIFY)


@command(Clue, Action.REPORT_FINDING)
async def report_clue_finding(work: UnitOfWork, clue: Clue, asked: ReportClueFindingInput) -> None:
    """Report what the verification found, for the bureau to confirm."""
    clue.finding, clue.finding_report, clue.finding_reported_at = asked.finding, asked.report, work.at


@command(Clue, Action.RETURN_FINDING)
async def return_clue_finding(work: UnitOfWork, clue: Clue, asked: ReasonInput) -> None:
    """Return the finding to the organ, which verifies again."""
    clue.finding, clue.finding_report, clue.finding_reported_at = None, None, None
    clue.return_reason = asked.reason


@command(Clue, Action.CONFIRM)
async def confirm_clue_finding(work: UnitOfWork, clue: Clue, asked: CommandInput) -> None:
    """Confirm the finding; the clue is substantiated or not, as it says."""
    clue.confirmed_at = work.at


@command(Clue, Action.REPLY)
async def reply_to_clue(work: UnitOfWork, clue: Clue, asked: ReplyToClueInput) -> None:
    """Answer the informant; the reply is what a receipt shows."""
    clue.reply, clue.disposed_at = asked.reply, work.at


@command(Clue, Action.CLOSE)
async def close_clue(work: UnitOfWork, clue: Clue, asked: CommandInput) -> None:
    """Close a clue that was answered."""
    clue.closed_at = work.at


@command(Clue, Action.REJECT)
async def reject_clue(work: UnitOfWork, clue: Clue, asked: ReasonInput) -> None:
    """Reject a clue; the reason is what the informant is answered."""
    clue.reply, clue.disposed_at = asked.reason, work.at
    clue.is_suspended, clue.suspension_reason = False, None


@command(Clue, Action.TRANSFER)
async def transfer_clue(work: UnitOfWork, clue: Clue, asked: TransferClueInput) -> None:
    """Hand a clue over to another body; another judicial bureau receives it as a clue of its own."""
    receiver = await work.read(Organization, asked.receiver_id, "receiverId")
    concerned = await work.row(Organization, clue.concerned_id) if clue.concerned_id else None
    if receiver.id == clue.bureau_id or (concerned is not None and receiver.unit_id == concerned.unit_id):
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="receiverId", expected=Fault.NEITHER_BODY_NOR_CONCERNED)
    await _check_not_below_concerned(work, clue, receiver, "receiverId")
    clue.transferee_id, clue.transferee_region_code = receiver.id, receiver.region_code
    clue.transferee_field = receiver.field
    clue.reply, clue.disposed_at = asked.reason, work.at
    if receiver.kind is OrganizationKind.JUDICIAL_BUREAU:
        await _succeed(work, clue, receiver)
    clue.is_suspended, clue.suspension_reason = False, None


async def _succeed(work: UnitOfWork, clue: Clue, bureau: Organization) -> None:
    kept = ("source", "content", "concerned_id", "informant_name", "informant_phone", "is_complaint")
    case = None if clue.case_id is None else await work.row(EnforcementCase, clue.case_id)
    # Of a case outside of its area the bureau is told nothing.
    is_of_area = case is None or case.region_code.startswith(bureau.region_code)
    receipt, clue.receipt = clue.receipt, None
    await work.flush()
    successor = Clue(
        id=uuid7(),
        region_code=bureau.region_code,
        bureau_id=bureau.id,
        predecessor_id=clue.id,
        receipt=receipt,
        received_at=work.at,
        case_id=clue.case_id if is_of_area else None,
        is_suspended=clue.is_suspended and is_of_area,
        suspension_reason=clue.suspension_reason if is_of_area else None,
        **{name: getattr(clue, name) for name in kept},
    )
    await work.add(successor)
    await clocks.turn_clocks(work, Action.OPEN, successor)


@command(Clue, Action.SUSPEND_HANDLING)
async def suspend_clue(work: UnitOfWork, clue: Clue, asked: SuspendClueInput) -> None:
    """Suspend a clue, with the reason, such as reconsideration or litigation over the case it speaks of."""
    if asked.case_id is not None:
        await _name_case(work, clue, asked.case_id)
    await _suspend(work, clue, asked.reason)


@command(Clue, Action.RESUME_HANDLING)
async def resume_clue(work: UnitOfWork, clue: Clue, asked: CommandInput) -> None:
    """Go on with a clue whose case is not under review any more."""
    await _resume(work, clue)


async def suspend_clues_on(work: UnitOfWork, case: EnforcementCase) -> None:
    """Suspend the open clues on a case that came under review."""
    for clue in await _clues_on(work, case.id, is_suspended=False):
        move(clue, Action.SUSPEND_HANDLING)
        await _suspend(work, clue, _UNDER_REVIEW)
        await work.notify(Action.SUSPEND_HANDLING, clue, [clue.bureau_id, clue.assignee_id])


async def resume_clues_on(work: UnitOfWork, case: EnforcementCase) -> None:
    """Go on with the clues on a case that is under no review any more."""
    if await _is_under_review(work, case.id):
        return
    for clue in await _clues_on(work, case.id, is_suspended=True):
        move(clue, Action.RESUME_HANDLING)
        await _resume(work, clue)
        await work.notify(Action.RESUME_HANDLING, clue, [clue.bureau_id, clue.assignee_id])


async def _clues_on(work: UnitOfWork, case_id: UUID, *, is_suspended: bool) -> list[Clue]:
    found = await work.session.scalars(
        select(Clue)
        .where(
            col(Clue.case_id) == case_id,
            col(Clue.state).in_(OPEN_STATES),
            col(Clue.is_suspended).is_(is_suspended),
        )
        .order_by(col(Clue.id))
        .with_for_update(key_share=True)
    )
    return list(found)


async def _suspend(work: UnitOfWork, clue: Clue, reason: str) -> None:
    clue.is_suspended, clue.suspension_reason = True, reason
    # What is a narrative of the clue stands there alone: who reads its deadlines is not asked for that clearance.
    await clocks.suspend(work, clue, "线索中止")


async def _resume(work: UnitOfWork, clue: Clue) -> None:
    clue.is_suspended, clue.suspension_reason = False, None
    if await clocks.running(work, clue):
        await clocks.resume(work, clue)
    else:
        # It was suspended from the start.
        await clocks.start_deadlines(work, clue, [DeadlineEvent.ANSWER_CLUE])


async def _name_concerned(work: UnitOfWork, clue: Clue, asked: OpenClueInput | ScreenClueInput) -> None:
    if asked.concerned_id is not None:
        clue.concerned_id = (await work.read(Organization, asked.concerned_id, "concernedId")).id
    if asked.case_id is not None:
        await _name_case(work, clue, asked.case_id)


async def _send_past_concerned(work: UnitOfWork, clue: Clue) -> None:
    """Let what is said of a supervision body be handled above it, and seen from there on only: every intake asks this.

    Raises ``Refusal`` where there is nobody above it.
    """
    concerned = await _supervisor_concerned(work, clue)
    if concerned is not None:
        bureau = await past_concerned(work, clue.bureau_id, concerned)
        clue.bureau_id, clue.region_code = bureau.id, bureau.region_code


async def past_concerned(work: UnitOfWork, bureau_id: UUID, concerned: Organization) -> Organization:
    """The bureau itself, or where what is said concerns it, or a supervision body outside its area, the one above.

    Raises ``Refusal`` where there is none.
    """
    bureau, place = await work.row(Organization, bureau_id), concerned.region_code
    is_judge_of_it = bureau.id != concerned.id and place.startswith(bureau.region_code)
    if concerned.kind not in _SUPERVISORS or is_judge_of_it:
        return bureau
    above = await nearest_common_bureau(work, place, place, [concerned.id])
    if above is None:
        raise InvalidValue("concernedId", Fault.NO_BUREAU)
    return above


async def _supervisor_concerned(work: UnitOfWork, clue: Clue) -> Organization | None:
    concerned = await work.row(Organization, clue.concerned_id) if clue.concerned_id else None
    return concerned if concerned is not None and concerned.kind in _SUPERVISORS else None


async def _check_not_below_concerned(work: UnitOfWork, clue: Clue, organ: Organization, argument: str) -> None:
    concerned = await _supervisor_concerned(work, clue)
    if concerned is not None and organ.region_code.startswith(concerned.region_code):
        # It would be read, through what that body supervises, by the body itself.
        raise Refusal(ErrorCode.CLUE_OF_SUPERVISOR, field=argument)


async def _name_case(work: UnitOfWork, clue: Clue, case_id: str) -> None:
    case, bureau = await work.read(EnforcementCase, case_id, "caseId"), await work.row(Organization, clue.bureau_id)
    if not case.region_code.startswith(bureau.region_code) or not await work.is_entrusted(case):
        # Whoever sees a case only as published would be told by the bar that it is under review.
        raise Refusal(ErrorCode.OUTSIDE_OF_AREA, field="caseId", what=case.number)
    clue.case_id = case.id
    if clue.concerned_id is None:
        clue.concerned_id = case.organization_id


async def _check_bar(work: UnitOfWork, clue: Clue, *, waits: bool = False) -> None:
    """Refuse to go on with a clue on a case under review; one that ``waits`` is suspended unless it is a complaint."""
    if clue.case_id is None or not await _is_under_review(work, clue.case_id):
        return
    if not waits or clue.source in REFUSED_UNDER_REVIEW:
        raise Refusal(ErrorCode.CASE_UNDER_REVIEW, field="caseId")
    clue.is_suspended, clue.suspension_reason = True, _UNDER_REVIEW


async def _is_under_review(work: UnitOfWork, case_id: UUID) -> bool:
    under_review = "SELECT EXISTS (SELECT FROM review_proceeding WHERE case_id = $1 AND ended_on IS NULL)"
    is_so: bool = await (await work.driver()).fetchval(under_review, case_id)
    return is_so


def _told(work: UnitOfWork, asked: OpenClueInput | FileComplaintInput) -> dict[str, Any]:
    """What is told and by whom.  Raises ``Refusal`` for no phone number."""
    check_phone(asked.informant_phone, "informantPhone")
    phone = asked.informant_phone
    return {
        "content": asked.content,
        "informant_name": asked.informant_name,
        "informant_phone": None if phone is None else work.cipher.encrypt(phone, "informant_phone"),
    }


def _new_receipt() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
