"""Letters as one reader sees them: read by the path of every other read, then rendered."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import orjson
from graphql import GraphQLSchema, parse

from models import LetterTemplate, SupervisionContent, SupervisionDocumentType
from resolvers.caller import Caller
from resolvers.execution import Executor, Prepared, prepare
from resolvers.global_id import GlobalID
from resolvers.letters.letter import SupervisionLetterFields, TransferLetterFields, in_words

_TRANSFER = """query Letter($id: ID!) {
  node(id: $id) {
    ... on CaseTransfer {
      kind caseNumber cause partyName reason legalBasis isUrgent rejectionReason result
      sender { name }
      receiver { name }
      attachments { name }
      letters { template number issuedOn }
    }
  }
}"""
_SUPERVISION = """query Letter($id: ID!) {
  node(id: $id) {
    ... on SupervisionDocument {
      type effect number issuedOn dueOn content
      issuer { name }
      organization { name }
      matter { number subject content organization { name } }
    }
  }
}"""
_BY_THE_SENDER = (LetterTemplate.TRANSFER_LETTER, LetterTemplate.CRIMINAL_TRANSFER_LETTER)
_WITH_ATTACHMENTS = (*_BY_THE_SENDER, LetterTemplate.TRANSFER_RECEIPT)
# What the reader does not see, and a basis that nobody named.
_WITHHELD = "（略）"
_NO_BASIS = "有关法律规定"
_ENDS = ("。", "！", "？", "；")


class LetterReader:
    """Reads what letters say, inside the reader's scope and with its masks; what is read clear is audited."""

    def __init__(self, executor: Executor, schema: GraphQLSchema) -> None:
        self._executor = executor
        self._transfer = prepare(schema, parse(_TRANSFER), None)
        self._supervision = prepare(schema, parse(_SUPERVISION), None)

    async def of_transfer(
        self, transfer: UUID, template: LetterTemplate, caller: Caller
    ) -> TransferLetterFields | None:
        """The fields of a letter of a transfer; None where the caller sees no such letter."""
        row = await self._read(self._transfer, GlobalID("CaseTransfer", str(transfer)), caller)
        return None if row is None else _fields(row, template)

    async def of_supervision(
        self, document: UUID, caller: Caller
    ) -> tuple[SupervisionDocumentType, SupervisionLetterFields] | None:
        """The template and the fields of a supervision document; None where the caller sees no such document."""
        row = await self._read(self._supervision, GlobalID("SupervisionDocument", str(document)), caller)
        if row is None or row["matter"] is None:
            return None
        return SupervisionDocumentType[row["type"]], _supervision_fields(row)

    async def _read(self, prepared: Prepared, id_: GlobalID, caller: Caller) -> dict[str, Any] | None:
        answer = await self._executor.query(prepared, {"id": str(id_)}, caller)
        ((_, found),) = answer.data
        row: dict[str, Any] | None = orjson.loads(found)
        return row


def _supervision_fields(row: dict[str, Any]) -> SupervisionLetterFields:
    matter = row["matter"]
    fields = SupervisionLetterFields(
        number=row["number"],
        sender=row["issuer"]["name"],
        receiver=row["organization"]["name"],
        date=date.fromisoformat(row["issuedOn"]),
        kind=row["effect"],
        matter_number=matter["number"],
        subject=matter["subject"],
        content=SupervisionContent[matter["content"]].chinese,
        organ=matter["organization"]["name"],
        text=_sentence(row["content"]),
    )
    if row["dueOn"] is not None:
        fields["due"] = in_words(date.fromisoformat(row["dueOn"]))
    return fields


def _fields(row: dict[str, Any], template: LetterTemplate) -> TransferLetterFields | None:
    issued = {each["template"]: each for each in row["letters"]}
    if template.name not in issued:
        return None
    sender, receiver = row["sender"]["name"], row["receiver"]["name"]
    # A receipt names both as the transfer does; the other answers go from the receiver to the sender.
    writer, reader = (sender, receiver) if template in _WITH_ATTACHMENTS else (receiver, sender)
    answered = next((issued[each.name]["number"] for each in _BY_THE_SENDER if each.name in issued), _WITHHELD)
    reason = row["rejectionReason"] if template is LetterTemplate.REFUSAL_LETTER else row["reason"]
    # What the sender rests on is not what the receiver refuses by.
    basis = None if template is LetterTemplate.REFUSAL_LETTER else row["legalBasis"]
    return TransferLetterFields(
        number=issued[template.name]["number"],
        sender=writer,
        receiver=reader,
        case_number=row["caseNumber"],
        cause=row["cause"],
        party_name=row["partyName"] or _WITHHELD,
        legal_basis=basis or _NO_BASIS,
        date=date.fromisoformat(issued[template.name]["issuedOn"]),
        reason=_sentence(reason),
        kind=row["kind"],
        attachments=[each["name"] for each in row["attachments"]] if template in _WITH_ATTACHMENTS else [],
        urgent=row["isUrgent"] and template in _BY_THE_SENDER,
        answered=answered,
        result=_sentence(row["result"]),
    )


def _sentence(text: str | None) -> str:
    said = (text or _WITHHELD).strip()
    return said if said.endswith(_ENDS) else f"{said}。"
