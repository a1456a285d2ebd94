"""Which objects change with an act on another: by what acts, beside those on itself, an object's history is made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from models.assessment import Assessment, AssessmentRound
from models.base import Table
from models.case import EnforcementCase
from models.clue import Clue
from models.contact_point import ContactPoint, ContactVisit
from models.duty import DutyAssignment, DutyItem
from models.evaluation import Evaluation
from models.explanation import SpecialExplanation, SpecialExplanationRound
from models.invited_supervisor import InvitedSupervisor, SupervisorReport
from models.officer import Certificate
from models.questionnaire import Questionnaire, QuestionnaireInvitation
from models.reporting import Bulletin, ProgressReport
from models.revisit import CaseRevisit, RevisitSample
from models.supervision import AccountabilityRecord, SupervisionDocument, SupervisionMatter
from models.training import Training, TrainingAttendance
from models.transfer import CaseTransfer, CoordinationDispute, Linkage


class Told(Enum):
    """To whom, of those who read the object that changed, it is told by which act and whom."""

    TO_ALL = "whoever reads the object: what was done is told it, or it is one of many that were acted on together"
    WHAT_MADE_IT = "whoever reads the object of what made it, of anything later whoever is told of the act itself"
    APART = "whoever is told of the act itself: who else reads the object is no part of that"


CHANGED_WITH: Mapping[type[Table], Mapping[type[Table], Told]] = {
    Assessment: {AssessmentRound: Told.TO_ALL},
    CaseRevisit: {RevisitSample: Told.TO_ALL},
    CaseTransfer: {CaseTransfer: Told.APART, CoordinationDispute: Told.APART},
    Certificate: {AccountabilityRecord: Told.APART},
    Clue: {
        Clue: Told.APART,
        EnforcementCase: Told.APART,
        CaseRevisit: Told.APART,
        ContactVisit: Told.APART,
        SupervisorReport: Told.APART,
    },
    CoordinationDispute: {CaseTransfer: Told.APART, CoordinationDispute: Told.APART},
    DutyAssignment: {DutyItem: Told.TO_ALL},
    DutyItem: {DutyItem: Told.TO_ALL},
    # By whom it came to be whose it is, is the case's own history.
    EnforcementCase: {CaseTransfer: Told.TO_ALL, CoordinationDispute: Told.TO_ALL},
    Linkage: {EnforcementCase: Told.WHAT_MADE_IT},
    ProgressReport: {ProgressReport: Told.TO_ALL, Bulletin: Told.TO_ALL},
    Questionnaire: {Questionnaire: Told.TO_ALL},
    QuestionnaireInvitation: {
        Questionnaire: Told.TO_ALL,
        ContactPoint: Told.APART,
        InvitedSupervisor: Told.APART,
    },
    SpecialExplanation: {SpecialExplanationRound: Told.TO_ALL, EnforcementCase: Told.APART},
    SupervisionDocument: {SupervisionMatter: Told.TO_ALL},
    SupervisionMatter: {Evaluation: Told.APART},
    TrainingAttendance: {Training: Told.TO_ALL},
}
