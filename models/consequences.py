"""Which objects change with an act on another: by what acts, beside those on itself, an object's history is made."""

from __future__ import annotations

from collections.abc import Mapping

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

CHANGED_WITH: Mapping[type[Table], tuple[type[Table], ...]] = {
    Assessment: (AssessmentRound,),
    CaseRevisit: (RevisitSample,),
    CaseTransfer: (CaseTransfer, CoordinationDispute),
    Certificate: (AccountabilityRecord,),
    Clue: (Clue, EnforcementCase, CaseRevisit, ContactVisit, SupervisorReport),
    CoordinationDispute: (CaseTransfer, CoordinationDispute),
    DutyAssignment: (DutyItem,),
    DutyItem: (DutyItem,),
    EnforcementCase: (CaseTransfer, CoordinationDispute),
    Linkage: (EnforcementCase,),
    ProgressReport: (ProgressReport, Bulletin),
    Questionnaire: (Questionnaire,),
    QuestionnaireInvitation: (Questionnaire, ContactPoint, InvitedSupervisor),
    SpecialExplanation: (SpecialExplanationRound, EnforcementCase),
    SupervisionDocument: (SupervisionMatter,),
    SupervisionMatter: (Evaluation,),
    TrainingAttendance: (Training,),
}
