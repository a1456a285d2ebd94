"""Imports: which command makes the object of a row, and on what input; the columns stand in a table of their own."""

from __future__ import annotations

from models import ImportKind
from resolvers import commands
from resolvers.imports.rows import Import
from schema.inputs.case import PartyInput, RegisterCaseInput
from schema.inputs.duty import DraftDutyItemInput
from schema.inputs.officer import IssueCertificateInput, RegisterOfficerInput

IMPORTS = {
    ImportKind.DUTY_ITEMS: Import(commands.draft_duty_item, DraftDutyItemInput),
    ImportKind.OFFICERS: Import(commands.register_officer, RegisterOfficerInput),
    ImportKind.CERTIFICATES: Import(commands.issue_certificate, IssueCertificateInput),
    ImportKind.CASES: Import(commands.register_case, RegisterCaseInput, {"party": PartyInput}),
}
