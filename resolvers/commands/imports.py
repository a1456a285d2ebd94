"""The command that queues an import; ``resolvers.imports`` runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from models import Action, ErrorCode, Fault, FileState, ImportJob, InvalidValue, Organization, Refusal, StoredFile
from resolvers.commands.command import creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.imports.sheets import MEDIA_TYPES

if TYPE_CHECKING:
    from schema.inputs.imports import ImportJobInput

CHANNEL = "import_queued"


@creates(ImportJob, Action.IMPORT)
async def import_job(work: UnitOfWork, asked: ImportJobInput, key: UUID) -> ImportJob:
    """Queue the import of an uploaded file; a server takes it when this is committed."""
    owner = await work.read(Organization, asked.organization_id, "organizationId")
    file = await work.read(StoredFile, asked.file_id, "fileId")
    if file.state is not FileState.STORED or file.organization_id != owner.id:
        raise InvalidValue("fileId", Fault.FILE_NOT_STORED)
    if file.media_type not in MEDIA_TYPES:
        allowed = ", ".join(MEDIA_TYPES)
        raise Refusal(ErrorCode.MEDIA_TYPE_NOT_ALLOWED, field="fileId", media_type=file.media_type, allowed=allowed)
    account = work.caller.principal.account
    if account is None:
        raise Refusal(ErrorCode.FORBIDDEN)
    await work.session.execute(select(func.pg_notify(CHANNEL, "")))
    return ImportJob(
        id=key,
        organization_id=owner.id,
        region_code=owner.region_code,
        account_id=account,
        file_id=file.id,
        kind=asked.kind,
        mode=asked.mode,
        is_dry_run=asked.is_dry_run,
        created_at=work.at,
    )
