"""Commands on files: an upload is promised here, and kept or refused at the link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from models import Action, ErrorCode, Fault, FileState, InvalidValue, Organization, Refusal, StoredFile
from models.files import MEDIA_TYPES, storage_key
from resolvers.commands.command import creates
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.file import RequestUploadInput

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME = 200


@creates(StoredFile, Action.UPLOAD)
async def request_upload(work: UnitOfWork, asked: RequestUploadInput, key: UUID) -> StoredFile:
    """Promise a file's type, size and checksum; its upload link holds the content to them."""
    owner = await work.read(Organization, asked.organization_id, "organizationId")
    if asked.media_type not in MEDIA_TYPES:
        allowed = ", ".join(MEDIA_TYPES)
        raise Refusal(ErrorCode.MEDIA_TYPE_NOT_ALLOWED, field="mediaType", media_type=asked.media_type, allowed=allowed)
    if asked.size > work.largest_file:
        raise Refusal(ErrorCode.FILE_TOO_LARGE, field="size", limit=work.largest_file)
    if asked.size < 1:
        raise InvalidValue("size", Fault.TOO_SMALL(least=1))
    if not _SHA256.fullmatch(asked.sha256):
        raise InvalidValue("sha256", Fault.NOT_SHA256)
    check_name(asked.name, "name")
    account = work.caller.principal.account
    if account is None:
        raise Refusal(ErrorCode.FORBIDDEN)
    return StoredFile(
        id=key,
        name=asked.name,
        media_type=asked.media_type,
        size=asked.size,
        sha256=bytes.fromhex(asked.sha256),
        organization_id=owner.id,
        region_code=owner.region_code,
        uploaded_by=account,
        created_at=work.at,
        storage_key=storage_key(key),
    )


def check_name(name: str, argument: str) -> None:
    """Refuse a name of a file, or of what one is attached as, that is empty or too long."""
    if not 1 <= len(name.strip()) <= _LONGEST_NAME:
        raise InvalidValue(argument, Fault.LENGTH_NOT_WITHIN(least=1, most=_LONGEST_NAME))


async def stored_file(work: UnitOfWork, file_id: str, owner: UUID, argument: str) -> StoredFile:
    """The uploaded file of an organization that an input names.  Raises ``Refusal``."""
    file = await work.read(StoredFile, file_id, argument)
    if file.state is not FileState.STORED or file.organization_id != owner:
        raise InvalidValue(argument, Fault.FILE_NOT_STORED)
    return file
