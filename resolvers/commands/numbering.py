"""Numbers without gaps, per body, series and year."""

from __future__ import annotations

from models import ActType, LetterTemplate, Organization, SupervisionDocumentType
from models.counting import local_day
from resolvers.commands.unit_of_work import UnitOfWork

_CASES = {
    ActType.PENALTY: "罚",
    ActType.LICENSING: "许",
    ActType.COERCION: "强",
    ActType.LEVY: "征",
    ActType.REQUISITION: "用",
    ActType.INSPECTION: "检",
    ActType.CONFIRMATION: "确",
    ActType.BENEFIT: "给",
    ActType.REWARD: "奖",
    ActType.ADJUDICATION: "裁",
    ActType.OTHER: "他",
}
_LETTERS = {
    LetterTemplate.TRANSFER_LETTER: "移",
    LetterTemplate.CRIMINAL_TRANSFER_LETTER: "刑移",
    LetterTemplate.TRANSFER_RECEIPT: "移回",
    LetterTemplate.REFUSAL_LETTER: "移退",
    LetterTemplate.TRANSFER_RESULT_LETTER: "移复",
}
_SUPERVISION = {
    SupervisionDocumentType.NOTICE: "监通",
    SupervisionDocumentType.OPINION: "监意",
    SupervisionDocumentType.SUGGESTION: "监建",
    SupervisionDocumentType.EXPEDITE: "监督",
    SupervisionDocumentType.DECISION: "监决",
}

_NEXT = """
INSERT INTO number_series AS s (organization_id, series, year, last) VALUES ($1, $2, $3, 1)
ON CONFLICT (organization_id, series, year) DO UPDATE SET last = s.last + 1 RETURNING last
"""


async def next_case_number(work: UnitOfWork, body: Organization, act_type: ActType) -> str:
    """The case number (案号) that follows."""
    return await _next_number(work, body, f"{_CASES[act_type]}字")


async def next_letter_number(work: UnitOfWork, body: Organization, template: LetterTemplate) -> str:
    """The number of a letter (文号) that follows."""
    return await _next_number(work, body, f"{_LETTERS[template]}字")


async def next_matter_number(work: UnitOfWork, body: Organization) -> str:
    """The number of a supervision matter that follows."""
    return await _next_number(work, body, "监案字")


async def next_document_number(work: UnitOfWork, body: Organization, type_: SupervisionDocumentType) -> str:
    """The number of a supervision document that follows."""
    return await _next_number(work, body, f"{_SUPERVISION[type_]}字")


async def next_bulletin_number(work: UnitOfWork, body: Organization) -> str:
    """The number of a bulletin (文号) that follows."""
    return await _next_number(work, body, "通报字")


async def _next_number(work: UnitOfWork, body: Organization, series: str) -> str:
    # Another that is given at the same time waits for this one; one that is rolled back was never given.
    year = local_day(work.at).year
    number = await (await work.driver()).fetchval(_NEXT, body.id, series, year)
    return f"{body.name}{series}〔{year}〕{number}号"
