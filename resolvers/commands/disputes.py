"""Commands on disputes of competence (执法争议), from negotiation to the government's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from models import (
    Action,
    CaseTransfer,
    CoordinationDispute,
    EnforcementCase,
    ErrorCode,
    Fault,
    Organization,
    Refusal,
    TransferState,
)
from models.bars import BARS
from models.case_rules import TRANSFERABLE_STATES
from policies import row_facts
from resolvers.commands import clocks
from resolvers.commands.bars import check_bars
from resolvers.commands.command import act, command, creates, moves
from resolvers.commands.regions import nearest_common_bureau, nearest_common_government
from resolvers.commands.transfers import end_dispute, hold_dispute, settle
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.dispute import (
        ApplyForCoordinationInput,
        DecideDisputeInput,
        DesignateOrganInput,
        IssueOpinionInput,
        OpenDisputeInput,
        RecordAgreementInput,
        SupplementApplicationInput,
    )


@creates(CoordinationDispute, Action.NEGOTIATE, upon=(CaseTransfer, Action.NEGOTIATE))
async def open_dispute(work: UnitOfWork, asked: OpenDisputeInput, key: UUID) -> CoordinationDispute:
    """Open the negotiation over a case whose transfer was rejected."""
    transfer = await work.read(CaseTransfer, asked.transfer_id, "transferId", locked=True)
    decision = work.decide(Action.NEGOTIATE, transfer)
    # Locked, so that who hands it over at once ends this dispute, or is known to have done so.
    case = await work.row(EnforcementCase, transfer.case_id, locked=True)
    await act(work, transfer, Action.NEGOTIATE, "transferId")
    own = decision.assignment.own if decision.assignment else frozenset()
    sides = row_facts(transfer)
    applicant, respondent = ("sender", "receiver") if transfer.sender_id in own else ("receiver", "sender")
    regions = transfer.sender_region_code, transfer.receiver_region_code
    bureau = await nearest_common_bureau(work, *regions, [transfer.sender_id, transfer.receiver_id])
    government = await nearest_common_government(work, *regions)
    if bureau is None or government is None:
        raise Refusal(ErrorCode.NO_COORDINATOR)
    return CoordinationDispute(
        id=key,
        subject=asked.subject,
        transfer_id=transfer.id,
        case_id=case.id,
        applicant_id=sides[applicant]["organization"],
        applicant_region_code=sides[applicant]["region"],
        applicant_field=sides[applicant]["field"],
        respondent_id=sides[respondent]["organization"],
        respondent_region_code=sides[respondent]["region"],
        respondent_field=sides[respondent]["field"],
        coordinator_id=bureau.id,
        government_id=government.id,
        is_shirking=case.is_shirked,
        created_at=work.at,
    )


@command(CoordinationDispute, Action.APPLY)
async def apply_for_coordination(
    work: UnitOfWork, dispute: CoordinationDispute, asked: ApplyForCoordinationInput
) -> None:
    """Apply to the judicial bureau of the nearest common government."""
    dispute.application = asked.application
    dispute.is_applied_by_applicant = _acts_for_applicant(work, dispute, Action.APPLY)


@command(CoordinationDispute, Action.REQUEST_SUPPLEMENT)
async def request_supplement(work: UnitOfWork, dispute: CoordinationDispute, asked: ReasonInput) -> None:
    """Ask for the papers to be supplemented; the time to accept starts anew when they are."""
    dispute.supplement_asked, dispute.is_supplement_asked = asked.reason, True


@command(CoordinationDispute, Action.SUPPLEMENT)
async def supplement_application(
    work: UnitOfWork, dispute: CoordinationDispute, asked: SupplementApplicationInput
) -> None:
    """Hand in what was missing, from either side; the application stays as it was made."""
    dispute.supplement, dispute.is_supplement_asked = asked.supplement, False


def _acts_for_applicant(work: UnitOfWork, dispute: CoordinationDispute, action: Action) -> bool:
    held = work.decide(action, dispute).assignment
    return held is not None and dispute.applicant_id in held.own


@command(CoordinationDispute, Action.ACCEPT)
async def accept_dispute(work: UnitOfWork, dispute: CoordinationDispute, asked: CommandInput) -> None:
    """Accept a dispute, also one that nobody supplemented in time."""
    dispute.is_supplement_asked = False


coordinate_dispute = moves("coordinate_dispute", CoordinationDispute, Action.COORDINATE)


@command(CoordinationDispute, Action.RECORD_AGREEMENT)
async def record_agreement(work: UnitOfWork, dispute: CoordinationDispute, asked: RecordAgreementInput) -> None:
    """Record what the sides agreed on."""
    dispute.agreement = asked.agreement
    await hold_dispute(work, dispute)


@command(CoordinationDispute, Action.ISSUE_OPINION)
async def issue_coordination_opinion(work: UnitOfWork, dispute: CoordinationDispute, asked: IssueOpinionInput) -> None:
    """Issue the coordinator's opinion."""
    dispute.opinion = asked.opinion


@command(CoordinationDispute, Action.DESIGNATE)
async def designate_organ(work: UnitOfWork, dispute: CoordinationDispute, asked: DesignateOrganInput) -> None:
    """Designate the organ that handles the case, one of the two sides."""
    await _designate(work, dispute, asked.organization_id)


escalate_dispute = moves("escalate_dispute", CoordinationDispute, Action.ESCALATE)


@command(CoordinationDispute, Action.DECIDE)
async def decide_dispute(work: UnitOfWork, dispute: CoordinationDispute, asked: DecideDisputeInput) -> None:
    """Decide, as the government, which organ handles the case."""
    dispute.government_decision = asked.decision
    await _designate(work, dispute, asked.organization_id)


@command(CoordinationDispute, Action.WITHDRAW)
async def withdraw_dispute(work: UnitOfWork, dispute: CoordinationDispute, asked: ReasonInput) -> None:
    """End the dispute as who opened it: nothing was agreed, and the case stays where it is."""
    await end_dispute(work, dispute, asked.reason)


async def _designate(work: UnitOfWork, dispute: CoordinationDispute, organization_id: str) -> None:
    organ = await work.read(Organization, organization_id, "organizationId")
    if organ.id not in (dispute.applicant_id, dispute.respondent_id):
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="organizationId", expected=Fault.ONE_OF_THE_SIDES)
    transfer = await work.row(CaseTransfer, dispute.transfer_id, locked=True)
    case = await hold_dispute(work, dispute)
    if organ.id != case.organization_id and case.state not in TRANSFERABLE_STATES[case.act_type]:
        # The government reads no case file: it is not told where the case stands.
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="organizationId", expected=Fault.NOT_TO_BE_HANDED_OVER)
    if organ.id == transfer.receiver_id:
        await check_bars(work, transfer, [BARS["ASSIGNMENT_LACKING"]], "organizationId")
    dispute.designated_id, dispute.ended_at = organ.id, work.at
    transfer.state, transfer.is_left_with_sender = TransferState.DESIGNATED, organ.id != transfer.receiver_id
    await settle(work, case, transfer, organ)
    await clocks.turn_clocks(work, Action.DESIGNATE, transfer)
