"""What the law fixes about cases, each with its article."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from models.enforcement_terms import (
    ActType,
    CaseState,
    DisputeState,
    LegalReview,
    LinkageKind,
    PartyKind,
    PenaltyKind,
    ReviewResult,
    TransferKind,
    TransferState,
)
from models.vocabulary import OrganizationKind

# 民事诉讼法 95, by 行政处罚法 61: after these days what was announced counts as served.
DAYS_OF_ANNOUNCEMENT = 30

# 行政处罚法 51: a citizen up to 200 yuan, a legal person or other organization up to 3,000; a sole trader is a
# natural person (民法典 54).
SIMPLE_PROCEDURE_FINES: Mapping[PartyKind, Decimal] = {
    PartyKind.PERSON: Decimal(200),
    PartyKind.SOLE_TRADER: Decimal(200),
    PartyKind.ENTERPRISE: Decimal(3000),
}
SIMPLE_PROCEDURE_PENALTIES = frozenset({PenaltyKind.WARNING, PenaltyKind.FINE})

# 行政处罚法 42, 行政强制法 18, of an inspection 国办发〔2024〕54号: at least two officers.
OFFICERS_OF_A_CASE = 2

# 行政处罚法 63: these whatever the amount; what else the organ offers a hearing for, its notice says.
PENALTIES_WITH_HEARING = frozenset(
    {
        PenaltyKind.GRADE_REDUCTION,
        PenaltyKind.PRODUCTION_HALT,
        PenaltyKind.CLOSURE,
        PenaltyKind.EMPLOYMENT_BAN,
        PenaltyKind.LICENCE_REVOCATION,
    }
)
# 行政处罚法 18: what restricts personal freedom.
PENALTIES_OF_POLICE = frozenset({PenaltyKind.DETENTION})
PENALTIES_WITHOUT_HEARING = frozenset({PenaltyKind.WARNING, PenaltyKind.CRITICISM_NOTICE})

FIRST_STATES: Mapping[ActType, CaseState] = {
    **dict.fromkeys(ActType, CaseState.REGISTERED),
    ActType.PENALTY: CaseState.CLUE,
    ActType.LICENSING: CaseState.APPLIED,
    ActType.INSPECTION: CaseState.PLANNED,
    ActType.COERCION: CaseState.APPROVED,
}

# Where a case may be handed over to another organ, and where it starts again there.
TRANSFERABLE_STATES: Mapping[ActType, frozenset[CaseState]] = {
    **{act_type: frozenset({state}) for act_type, state in FIRST_STATES.items()},
    ActType.PENALTY: frozenset(
        {
            CaseState.CLUE,
            CaseState.FILED,
            CaseState.INVESTIGATING,
            CaseState.LEGAL_REVIEW,
            CaseState.NOTIFIED,
            CaseState.HEARING,
        }
    ),
    ActType.LICENSING: frozenset({CaseState.APPLIED, CaseState.ACCEPTED, CaseState.REVIEWING}),
}
STATES_AFTER_HANDOVER: Mapping[ActType, CaseState] = {**FIRST_STATES, ActType.PENALTY: CaseState.FILED}

# From which refusal of one case on it is shirking (推诿).
REFUSALS_OF_SHIRKING = 2

# Of one case one transfer is open at a time, which an index holds: until it is answered or withdrawn.
OPEN_TRANSFERS = (TransferState.DRAFT, TransferState.APPROVED, TransferState.SENT, TransferState.RECEIVED)
OPEN_TRANSFERS_IN_SQL = ", ".join(f"'{state.name}'" for state in OPEN_TRANSFERS)

# Where the coordinator or its government is to say who handles a case.
COORDINATED_IN_SQL = ", ".join(
    f"'{state.name}'"
    for state in DisputeState
    if state not in (DisputeState.NEGOTIATING, DisputeState.APPLIED, DisputeState.GOVERNMENT_DECIDED)
)

# Where the party was told what it is about: from then on only how it is reached is corrected.
TOLD_STATES = frozenset({CaseState.NOTIFIED, CaseState.HEARING, CaseState.IMPLEMENTED, CaseState.EXTENDED})

# 行政处罚法 58: the review that evidence calls for which comes after one that passed.
REVIEWS_OF_MORE_EVIDENCE: Mapping[CaseState, LegalReview] = {
    CaseState.NOTIFIED: LegalReview.NEEDED,
    CaseState.HEARING: LegalReview.AFTER_HEARING,
}

# Where a case has ended, so that its file can be reviewed and an evaluation can draw it.
ENDED_STATES = frozenset(
    {
        CaseState.CLOSED,
        CaseState.ARCHIVED,
        CaseState.NOT_PENALIZED,
        CaseState.GRANTED,
        CaseState.REFUSED,
        CaseState.REVOKED,
        CaseState.EXPIRED,
        CaseState.LIFTED,
        CaseState.EXECUTED,
    }
)
# Where something is left to be done of a case, and where that has begun.
OPEN_STATES = tuple(
    state for state in CaseState if state not in (*ENDED_STATES, CaseState.WITHDRAWN, CaseState.TRANSFERRED)
)
RUNNING_STATES = tuple(state for state in OPEN_STATES if state not in FIRST_STATES.values())
# SQL for when case c counts as an act: when it was decided, or where a measure of coercion, which is decided on the
# spot, was implemented; when it was registered, if it is from before that was kept.
_IMPLEMENTED = "c.state IN ('IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED')"
ACTED_AT = f"""coalesce(
    c.decided_at, c.implemented_at, CASE WHEN c.act_type = 'COERCION' AND {_IMPLEMENTED} THEN c.registered_at END)"""

_ORGANS = frozenset({OrganizationKind.DEPARTMENT, OrganizationKind.AUTHORIZED, OrganizationKind.VERTICAL})
_TOWNSHIP = frozenset({OrganizationKind.TOWNSHIP_GOVERNMENT, OrganizationKind.TOWNSHIP_ENFORCEMENT})
_POLICE = frozenset({OrganizationKind.POLICE})

# From which kinds of organization to which a transfer of each kind goes.
TRANSFER_ENDS: Mapping[TransferKind, tuple[frozenset[OrganizationKind], frozenset[OrganizationKind]]] = {
    TransferKind.HORIZONTAL: (_ORGANS, _ORGANS),
    TransferKind.UPWARD: (_TOWNSHIP, _ORGANS),
    TransferKind.DOWNWARD: (_ORGANS, frozenset({OrganizationKind.TOWNSHIP_GOVERNMENT})),
    TransferKind.CRIMINAL: (_ORGANS | _TOWNSHIP, _POLICE),
    # 行政处罚法 24: no duty of the police is assigned to a township.
    TransferKind.REVERSE_CRIMINAL: (_POLICE, _ORGANS),
    TransferKind.SUPERVISORY: (_ORGANS | _TOWNSHIP | _POLICE, frozenset({OrganizationKind.SUPERVISORY_COMMISSION})),
}
# 行政处罚法 48, 国办发〔2018〕118号: a decision that was changed, annulled or found unlawful is taken down.
NOT_UPHELD = frozenset({ReviewResult.CHANGED, ReviewResult.ANNULLED, ReviewResult.UNLAWFUL, ReviewResult.LOST})
# 行政复议法 64, 行政诉讼法 70: what takes the decision back; only a lawsuit is lost.
ANNULLING_RESULTS = frozenset({ReviewResult.ANNULLED, ReviewResult.LOST})
# 行政复议法 41, 行政诉讼法 62: an appeal that is withdrawn leaves what was found before.  Dismissed or mediated in the
# second instance, a case is as if the first had found nothing (民事诉讼法 179, by 行政诉讼法 101).
WITHOUT_FINDING = frozenset({ReviewResult.WITHDRAWN})
CHANGING_RESULTS = frozenset({ReviewResult.CHANGED, ReviewResult.MEDIATED})
RESULTS_OF_COURTS = frozenset({ReviewResult.LOST})
FINAL_TRANSFERS = frozenset({TransferKind.CRIMINAL, TransferKind.SUPERVISORY})
# What the commission takes is its own to say: no bureau coordinates it, and it shirks nothing.
UNDISPUTED_TRANSFERS = frozenset({TransferKind.SUPERVISORY})

# To which kinds of organization a linkage of each kind goes, and cases of which act types it may lead to: a licence is
# revoked itself, while to suspend it is a penalty.
LINKAGE_RECEIVERS: Mapping[LinkageKind, frozenset[OrganizationKind]] = {
    LinkageKind.INSPECTION_TASK: _ORGANS | _TOWNSHIP | frozenset({OrganizationKind.ENTRUSTED}),
    LinkageKind.LICENCE_PROPOSAL: _ORGANS | _TOWNSHIP,
}
LINKAGE_RESULTS: Mapping[LinkageKind, tuple[ActType, ...]] = {
    LinkageKind.INSPECTION_TASK: (ActType.INSPECTION,),
    LinkageKind.LICENCE_PROPOSAL: (ActType.LICENSING, ActType.PENALTY),
}
