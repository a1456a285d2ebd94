"""Documents of supervision: issued and numbered by the acts on a matter, answered by their addressees."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    Organization,
    SupervisionDocument,
    SupervisionDocumentType,
    SupervisionEffect,
    SupervisionMatter,
)
from models.counting import local_day
from resolvers.commands.command import command
from resolvers.commands.numbering import next_document_number
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.supervision import AnswerSupervisionDocumentInput


async def issue(
    work: UnitOfWork,
    matter: SupervisionMatter,
    type_: SupervisionDocumentType,
    effect: SupervisionEffect,
    content: str,
    *,
    due_on: date | None = None,
    to: UUID | None = None,
    by: UUID | None = None,
) -> None:
    """Issue a document of the matter, by the responsible body to the organ unless others are named."""
    issuer = await work.row(Organization, by or matter.body_id)
    addressee = await work.row(Organization, to or matter.organization_id)
    await work.add(
        SupervisionDocument(
            matter_id=matter.id,
            type=type_,
            effect=effect,
            number=await next_document_number(work, issuer, type_),
            issuer_id=issuer.id,
            issuer_region_code=issuer.region_code,
            issuer_field=issuer.field,
            organization_id=addressee.id,
            region_code=addressee.region_code,
            field=addressee.field if to else matter.field,
            content=content,
            issued_on=local_day(work.at),
            due_on=due_on,
        )
    )


async def issued(
    work: UnitOfWork, matter: SupervisionMatter, effects: Collection[SupervisionEffect]
) -> SupervisionDocument:
    """The latest document to the organ with one of these effects, locked."""
    found = await work.session.scalars(
        select(SupervisionDocument)
        .where(
            col(SupervisionDocument.matter_id) == matter.id,
            col(SupervisionDocument.organization_id) == matter.organization_id,
            col(SupervisionDocument.effect).in_(effects),
        )
        .order_by(col(SupervisionDocument.id).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return found.one()


async def record_reply(
    work: UnitOfWork, matter: SupervisionMatter, effects: Collection[SupervisionEffect], reply: str
) -> None:
    """Record the organ's reply to the latest document with one of these effects."""
    document = await issued(work, matter, effects)
    document.reply, document.replied_at = reply, work.at


@command(SupervisionDocument, Action.ANSWER)
async def answer_supervision_document(
    work: UnitOfWork, document: SupervisionDocument, asked: AnswerSupervisionDocumentInput
) -> None:
    """Answer a letter that expedites, or what the superior department of a vertical organ was told."""
    document.reply, document.replied_at = asked.answer, work.at
