"""Commands on cases: what is particular to each act; where it may lead stands in ``transitions.csv``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from strawberry import UNSET

from models import (
    Action,
    ActType,
    CaseDocument,
    CaseOfficer,
    CaseSource,
    CaseState,
    DeadlineEvent,
    DutyItem,
    EnforcementCase,
    Enterprise,
    ErrorCode,
    Evidence,
    Fault,
    InvalidValue,
    LegalReview,
    Level,
    Linkage,
    LinkageKind,
    LinkageState,
    Officer,
    Organization,
    Procedure,
    Refusal,
    ServiceMode,
)
from models.case_rules import (
    DAYS_OF_ANNOUNCEMENT,
    FIRST_STATES,
    LINKAGE_RECEIVERS,
    REVIEWS_OF_MORE_EVIDENCE,
    TOLD_STATES,
)
from models.counting import last_moment_of, local_day, moments_of
from models.directory import belonging_to, belongs_to
from models.duty import duties_held_on
from resolvers.commands import clocks
from resolvers.commands.command import command, creates, moves
from resolvers.commands.duties import is_assigned
from resolvers.commands.explanations import withdraw_explanation
from resolvers.commands.files import check_name, stored_file
from resolvers.commands.linkages import withdraw_linkages
from resolvers.commands.numbering import next_case_number
from resolvers.commands.parties import checked_party, corrected_party
from resolvers.commands.penalties import legal_reviewer_of
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import changes

if TYPE_CHECKING:
    from schema.inputs.case import (
        AddCaseDocumentInput,
        AddEvidenceInput,
        AnnounceServiceInput,
        AssignOfficersInput,
        GrantLicenceInput,
        ImplementMeasureInput,
        ProposeOnLicenceInput,
        RecordResultInput,
        RegisterCaseInput,
        ServeDecisionInput,
        UpdateCaseInput,
    )
    from schema.inputs.command import CommandInput, ReasonInput


# How a party is reached.
_REACHED_BY = frozenset({"party_phone", "party_address"})
# An organ that holds a duty of licensing, its own or one that was assigned to it.
_LICENSES = f"""
SELECT EXISTS (
    SELECT FROM organization o JOIN (
        SELECT h.organization_id, b.region_code FROM ({duties_held_on("$2::date")}) h
        JOIN organization b ON b.id = h.organization_id WHERE h.act_type = '{ActType.LICENSING.name}'
    ) d ON {belonging_to("d", "o")}
    WHERE o.id = $1
)
"""  # noqa: S608 - terms of this repository
_TRANSFER_APPROVED = "SELECT EXISTS (SELECT FROM case_transfer WHERE case_id = $1 AND state = 'APPROVED')"


@creates(EnforcementCase, Action.REGISTER)
async def register_case(work: UnitOfWork, asked: RegisterCaseInput, key: UUID) -> EnforcementCase:
    """Register a case at its first state, under the duty's edition that is in force."""
    owner = await work.read(Organization, asked.organization_id, "organizationId")
    duty = await work.read(DutyItem, asked.duty_item_id, "dutyItemId")
    await check_duty(work, duty, owner, asked.act_type)
    procedure = asked.procedure
    if asked.act_type is ActType.PENALTY and procedure is None:
        procedure = Procedure.ORDINARY
    if asked.act_type is not ActType.PENALTY and procedure is not None:
        raise InvalidValue("procedure", Fault.NOT_FOR(what=asked.act_type))
    case = EnforcementCase(
        id=key,
        number="",
        act_type=asked.act_type,
        procedure=procedure,
        source=asked.source or CaseSource.OTHER,
        cause=asked.cause,
        facts=asked.facts,
        duty_item_id=duty.id,
        organization_id=owner.id,
        region_code=owner.region_code,
        field=duty.field,
        state=FIRST_STATES[asked.act_type],
        legal_review=LegalReview.NOT_NEEDED if procedure is not Procedure.ORDINARY else duty.legal_review,
        legal_reviewer_id=await legal_reviewer_of(work, owner),
        registered_at=work.at,
        **checked_party(work, asked.party),
    )
    work.decide(Action.REGISTER, case)
    # An import has given numbers of its organ before it comes to an enterprise: first the one, then the other.
    case.number = await next_case_number(work, owner, asked.act_type)
    await _know_enterprise(work, case)
    await work.add(case)
    await _set_officers(work, case, asked.officer_ids or [])
    return case


async def check_duty(work: UnitOfWork, duty: DutyItem, owner: Organization, act_type: ActType) -> None:
    """Refuse an act on a duty that the organization does not hold in force and was not assigned, or of another type."""
    held = belongs_to(duty, owner.id, owner.region_code)
    if not held and Level.of_region(owner.region_code) is Level.TOWNSHIP:
        as_one = [each for each in (owner.id, owner.government_id) if each is not None]
        held = owner.region_code.startswith(duty.region_code) and await is_assigned(work, duty, as_one)
    if not duty.is_in_force(local_day(work.at)) or not held:
        raise Refusal(ErrorCode.DUTY_NOT_HELD, field="dutyItemId")
    if duty.act_type is not act_type:
        raise InvalidValue("actType", Fault.NOT_OF_DUTY(what=duty.act_type))


async def _know_enterprise(work: UnitOfWork, case: EnforcementCase) -> None:
    # Several organs may meet it at once.
    if case.party_credit_code is not None:
        met = insert(Enterprise).values(credit_code=case.party_credit_code)
        await work.session.execute(met.on_conflict_do_nothing(index_elements=["credit_code"]))


@command(EnforcementCase, Action.UPDATE)
async def update_case(work: UnitOfWork, case: EnforcementCase, asked: UpdateCaseInput) -> None:
    """Correct what was recorded of a case (更正、补正); what is left out stays as it is.

    What the party was told of, and what was reviewed before, is not changed behind it; nor is it behind who approved a
    transfer of the case, whose letter is numbered.
    """
    asked_for = changes(case, asked, "cause", "facts", "source")
    if not asked_for.get("cause", case.cause).strip():
        raise InvalidValue("cause", Fault.EMPTY)
    if asked.party is None:
        raise InvalidValue("party", Fault.EMPTY)
    if asked.party is not UNSET:
        asked_for |= corrected_party(work, case, asked.party)
    changed = {name: value for name, value in asked_for.items() if value != getattr(case, name)}
    for name in [each for each in changed if each not in _REACHED_BY]:
        field = "party" if name.startswith("party_") else name
        if case.state in TOLD_STATES:
            raise Refusal(ErrorCode.PARTY_WAS_TOLD, field=field)
        if await (await work.driver()).fetchval(_TRANSFER_APPROVED, case.id):
            raise Refusal(ErrorCode.TRANSFER_OPEN, field=field)
    for name, value in changed.items():
        setattr(case, name, value)
    await _know_enterprise(work, case)


@command(EnforcementCase, Action.ASSIGN)
async def assign_officers(work: UnitOfWork, case: EnforcementCase, asked: AssignOfficersInput) -> None:
    """Name the officers who handle the case, in place of those before."""
    await work.remove(CaseOfficer, "case_id = $1", case.id)
    await _set_officers(work, case, asked.officer_ids)


async def _set_officers(work: UnitOfWork, case: EnforcementCase, officer_ids: Sequence[str]) -> None:
    officers = await work.read_all(Officer, officer_ids, "officerIds")
    if len({officer.id for officer in officers}) < len(officers):
        raise InvalidValue("officerIds", Fault.SAME_OFFICER)
    if any(not belongs_to(officer, case.organization_id, case.region_code) for officer in officers):
        raise InvalidValue("officerIds", Fault.OF_OTHER_ORGANIZATION)
    await work.add(*(CaseOfficer(case_id=case.id, officer_id=officer.id) for officer in officers))


@command(EnforcementCase, Action.FILE)
async def file_case(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """File the case: its clock starts."""
    case.filed_at = work.at


@command(EnforcementCase, Action.CONVERT)
async def convert_to_ordinary(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Go on by the ordinary procedure (行政处罚法 54), with the reason: the facts are not certain, or call for more.

    Two officers investigate, it is reviewed where its duty asks for that, and who was told on the spot is told anew.
    """
    case.procedure, case.notified_at = Procedure.ORDINARY, None
    case.legal_review = (await work.row(DutyItem, case.duty_item_id)).legal_review


investigate_case = moves("investigate_case", EnforcementCase, Action.INVESTIGATE)


@command(EnforcementCase, Action.ADD_EVIDENCE)
async def add_evidence(work: UnitOfWork, case: EnforcementCase, asked: AddEvidenceInput) -> None:
    """Enter a piece of evidence; what passed review without it is reviewed again (行政处罚法 58)."""
    if asked.collected_on > local_day(work.at):
        raise InvalidValue("collectedOn", Fault.AFTER(day=local_day(work.at)))
    if case.legal_review is LegalReview.PASSED:
        case.legal_review = REVIEWS_OF_MORE_EVIDENCE.get(case.state, LegalReview.PASSED)
    file = None
    if asked.file_id is not None:
        file = await stored_file(work, asked.file_id, case.organization_id, "fileId")
    await work.add(
        Evidence(
            case_id=case.id,
            kind=asked.kind,
            name=asked.name,
            description=asked.description,
            collected_on=asked.collected_on,
            file_id=file.id if file else None,
        )
    )


@command(EnforcementCase, Action.ADD_DOCUMENT)
async def add_case_document(work: UnitOfWork, case: EnforcementCase, asked: AddCaseDocumentInput) -> None:
    """Enter a document of the case's file."""
    check_name(asked.name, "name")
    if asked.issued_on > local_day(work.at):
        raise InvalidValue("issuedOn", Fault.AFTER(day=local_day(work.at)))
    file = await stored_file(work, asked.file_id, case.organization_id, "fileId")
    await work.add(
        CaseDocument(case_id=case.id, kind=asked.kind, name=asked.name, issued_on=asked.issued_on, file_id=file.id)
    )


@command(EnforcementCase, Action.WITHDRAW)
async def withdraw_case(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Withdraw the case, with the reason: what was applied for, planned or approved, before it is decided or done."""
    case.decision, case.closed_at = asked.reason, work.at


@command(EnforcementCase, Action.SERVE)
async def serve_decision(work: UnitOfWork, case: EnforcementCase, asked: ServeDecisionInput) -> None:
    """Record that the decision was served, today or on a day since it was made, on which its clock ends.

    What was announced counts as served on the last of its days (民事诉讼法 95), unless it was served otherwise before.
    """
    case.service_mode = asked.mode or (ServiceMode.ANNOUNCEMENT if case.service_announced_on else ServiceMode.DIRECT)
    if case.service_mode is ServiceMode.ANNOUNCEMENT:
        case.served_at = _served_by_announcement(work, case, asked)
    else:
        case.served_at = await _end_service(work, case, asked.served_on, "servedOn")


@command(EnforcementCase, Action.ANNOUNCE_SERVICE)
async def announce_service(work: UnitOfWork, case: EnforcementCase, asked: AnnounceServiceInput) -> None:
    """Record that the decision was announced to a party that cannot be reached, by which the organ keeps its time."""
    case.service_announced_on = local_day(await _end_service(work, case, asked.announced_on, "announcedOn"))


async def _end_service(work: UnitOfWork, case: EnforcementCase, day: date | None, argument: str) -> datetime:
    decided_on, today = local_day(case.decided_at or work.at), local_day(work.at)
    if day is not None and not decided_on <= day <= today:
        raise InvalidValue(argument, Fault.NOT_WITHIN(least=decided_on, most=today))
    if day is None or day == today:
        return work.at
    # Of the day no more is known than that it was not over.
    ended_at = last_moment_of(day)
    await clocks.end_deadlines(work, case, [DeadlineEvent.SERVE_DECISION], at=ended_at)
    return ended_at


def _served_by_announcement(work: UnitOfWork, case: EnforcementCase, asked: ServeDecisionInput) -> datetime:
    if case.service_announced_on is None:
        raise Refusal(ErrorCode.SERVICE_NOT_ANNOUNCED, field="mode")
    if asked.served_on is not None:
        raise InvalidValue("servedOn", Fault.NOT_FOR(what=ServiceMode.ANNOUNCEMENT))
    last = case.service_announced_on + timedelta(days=DAYS_OF_ANNOUNCEMENT)
    if local_day(work.at) <= last:
        raise Refusal(ErrorCode.TOO_EARLY, field="mode", since=last + timedelta(days=1))
    return last_moment_of(last)


@command(EnforcementCase, Action.EXECUTE)
async def execute_decision(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Start the execution of a penalty; a coercive measure that is executed has ended."""
    if case.state is CaseState.EXECUTED:
        case.closed_at = work.at


@command(EnforcementCase, Action.CLOSE)
async def close_case(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Close the case."""
    case.closed_at = work.at


archive_case = moves("archive_case", EnforcementCase, Action.ARCHIVE)


@command(EnforcementCase, Action.PUBLISH)
async def publish_decision(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Publish the result (行政执法公示)."""
    case.published_at, case.taken_down_at, case.take_down_reason = work.at, None, None


@command(EnforcementCase, Action.TAKE_DOWN)
async def take_down_publication(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Take the publication down, with the reason (行政处罚法 48)."""
    case.taken_down_at, case.take_down_reason = work.at, asked.reason


accept_application = moves("accept_application", EnforcementCase, Action.ACCEPT)
examine_application = moves("examine_application", EnforcementCase, Action.EXAMINE)


@command(EnforcementCase, Action.GRANT)
async def grant_licence(work: UnitOfWork, case: EnforcementCase, asked: GrantLicenceInput) -> None:
    """Grant the licence; the organ that supervises it gets an inspection task."""
    if asked.valid_to is not None and asked.valid_to < local_day(work.at):
        raise InvalidValue("validTo", Fault.BEFORE(day=local_day(work.at)))
    case.decided_at, case.decision, case.licence_valid_to = work.at, asked.decision, asked.valid_to
    await withdraw_explanation(work, case)
    supervisor = await work.row(Organization, case.organization_id)
    if asked.supervisor_id is not None:
        supervisor = await _receiver(work, LinkageKind.INSPECTION_TASK, asked.supervisor_id, "supervisorId")
    await open_linkage(work, case, LinkageKind.INSPECTION_TASK, supervisor, asked.decision)


@command(EnforcementCase, Action.REFUSE)
async def refuse_licence(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Refuse the licence, with the reason."""
    case.decided_at, case.decision = work.at, asked.reason
    await withdraw_explanation(work, case)


@command(EnforcementCase, Action.REVOKE)
async def revoke_licence(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Revoke the licence, with the reason (行政许可法 69); what had been granted stays told."""
    case.revoked_at, case.revocation_reason = work.at, asked.reason
    await withdraw_linkages(work, case)


@command(EnforcementCase, Action.RESTORE)
async def restore_licence(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Restore a licence whose revocation was annulled (行政复议法 64, 行政诉讼法 70); its inspection is due again."""
    case.revoked_at, case.revocation_reason = None, None
    linkages = await work.where(Linkage, "case_id = $1", case.id)
    last = max(linkages, key=lambda each: each.sent_at, default=None)
    if last is not None and last.state is LinkageState.WITHDRAWN:
        await open_linkage(work, case, last.kind, await work.row(Organization, last.receiver_id), last.proposal)


expire_licence = moves("expire_licence", EnforcementCase, Action.EXPIRE)
conduct_inspection = moves("conduct_inspection", EnforcementCase, Action.CONDUCT)


@command(EnforcementCase, Action.RECORD_RESULT)
async def record_inspection_result(work: UnitOfWork, case: EnforcementCase, asked: RecordResultInput) -> None:
    """Record what the inspection found."""
    case.decision, case.decided_at = asked.decision, work.at
    await withdraw_explanation(work, case)


@command(EnforcementCase, Action.IMPLEMENT)
async def implement_measure(work: UnitOfWork, case: EnforcementCase, asked: ImplementMeasureInput) -> None:
    """Record that the measure was implemented (行政强制法 18), today or on a day from which its clocks count.

    What is urgent is done on the spot and approved within a day (行政强制法 19).
    """
    case.implemented_at, case.measure_kind = work.at, asked.measure_kind
    if asked.implemented_on is not None:
        first, today = local_day(case.registered_at) - timedelta(days=1), local_day(work.at)
        if not first <= asked.implemented_on <= today:
            raise InvalidValue("implementedOn", Fault.NOT_WITHIN(least=first, most=today))
        if asked.implemented_on < today:
            case.implemented_at, _ = moments_of(asked.implemented_on, asked.implemented_on)
            work.since = case.implemented_at
    await withdraw_explanation(work, case)


@command(EnforcementCase, Action.EXTEND)
async def extend_measure(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Extend the measure once, with the reason (行政强制法 25, 32)."""
    await clocks.extend(work, case, DeadlineEvent.SEIZURE, asked.reason)


@command(EnforcementCase, Action.LIFT)
async def lift_measure(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Lift the measure, with the reason."""
    case.decision, case.closed_at = asked.reason, work.at


@command(EnforcementCase, Action.PROPOSE)
async def propose_on_licence(work: UnitOfWork, case: EnforcementCase, asked: ProposeOnLicenceInput) -> None:
    """Propose to the licensing organ that a licence be suspended or revoked."""
    receiver = await _receiver(work, LinkageKind.LICENCE_PROPOSAL, asked.receiver_id, "receiverId")
    if receiver.id == case.organization_id:
        raise _wrong_receiver(LinkageKind.LICENCE_PROPOSAL, "receiverId")
    if not await (await work.driver()).fetchval(_LICENSES, receiver.id, local_day(work.at)):
        expected = Fault.HOLDS_NO_DUTY(act_type=ActType.LICENSING)
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="receiverId", expected=expected)
    await open_linkage(work, case, LinkageKind.LICENCE_PROPOSAL, receiver, asked.proposal)


async def _receiver(work: UnitOfWork, kind: LinkageKind, global_id: str, argument: str) -> Organization:
    receiver = await work.read(Organization, global_id, argument)
    if receiver.kind not in LINKAGE_RECEIVERS[kind]:
        raise _wrong_receiver(kind, argument)
    return receiver


def _wrong_receiver(kind: LinkageKind, argument: str) -> Refusal:
    expected = Fault.RECEIVERS(kinds=LINKAGE_RECEIVERS[kind])
    return Refusal(ErrorCode.WRONG_RECEIVER, field=argument, expected=expected)


async def open_linkage(
    work: UnitOfWork, case: EnforcementCase, kind: LinkageKind, receiver: Organization, proposal: str
) -> None:
    """Send a receiver what the case calls for; its clock starts."""
    linkage = Linkage(
        kind=kind,
        case_id=case.id,
        case_number=case.number,
        cause=case.cause,
        party_kind=case.party_kind,
        party_name=case.party_name,
        party_credit_code=case.party_credit_code,
        sender_id=case.organization_id,
        sender_region_code=case.region_code,
        sender_field=case.field,
        receiver_id=receiver.id,
        receiver_region_code=receiver.region_code,
        receiver_field=receiver.field,
        proposal=proposal,
        sent_at=work.at,
    )
    await work.add(linkage)
    await clocks.turn_clocks(work, Action.PROPOSE, linkage)
    await work.notify(Action.PROPOSE, linkage, [receiver.id])


@command(EnforcementCase, Action.SUSPEND_DEADLINE)
async def suspend_deadlines(work: UnitOfWork, case: EnforcementCase, asked: ReasonInput) -> None:
    """Suspend the running deadlines of the case, with the reason."""
    await clocks.suspend(work, case, asked.reason)


@command(EnforcementCase, Action.RESUME_DEADLINE)
async def resume_deadlines(work: UnitOfWork, case: EnforcementCase, asked: CommandInput) -> None:
    """Let the suspended deadlines of the case run on."""
    await clocks.resume(work, case)
