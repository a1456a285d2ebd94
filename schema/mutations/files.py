"""Acts on files and imports."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.file import RequestUploadInput
from schema.inputs.imports import ImportJobInput
from schema.types import ImportJobPayload, StoredFilePayload


@strawberry.type
class FilesMutations:
    """Acts on files and imports."""

    request_upload: StoredFilePayload | None = mutation(
        commands.request_upload, RequestUploadInput, "申请上传 · Promise a file and get the link to upload it to"
    )
    import_job: ImportJobPayload | None = mutation(
        commands.import_job,
        ImportJobInput,
        "导入 · Import a file, row by row",
    )
