"""Mutation: everything that can be done, its acts listed by subject in ``schema.mutations``."""

from __future__ import annotations

import strawberry

from schema.mutations.assessments import AssessmentsMutations
from schema.mutations.bodies import BodiesMutations
from schema.mutations.cases import CasesMutations
from schema.mutations.clues import CluesMutations
from schema.mutations.duties import DutiesMutations
from schema.mutations.evaluations import EvaluationsMutations
from schema.mutations.files import FilesMutations
from schema.mutations.reports import ReportsMutations
from schema.mutations.rules import RulesMutations
from schema.mutations.society import SocietyMutations
from schema.mutations.supervision import SupervisionMutations
from schema.mutations.transfers import TransfersMutations


@strawberry.type(description="操作 · Everything that can be done; each act is one transaction")
class Mutation(
    FilesMutations,
    RulesMutations,
    ReportsMutations,
    EvaluationsMutations,
    AssessmentsMutations,
    SocietyMutations,
    CluesMutations,
    SupervisionMutations,
    TransfersMutations,
    CasesMutations,
    DutiesMutations,
    BodiesMutations,
):
    """Everything that can be done."""
