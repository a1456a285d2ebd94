"""Inputs of commands on files."""

from __future__ import annotations

import strawberry

from schema.inputs.command import CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="申请上传 · Promise a file, to be uploaded to the link that is answered")
class RequestUploadInput(CreationInput):
    """Promise a file."""

    organization_id: strawberry.ID = strawberry.field(description="所属机构 · Whose file it is")
    name: Name = strawberry.field(description="文件名 · Name of the file")
    media_type: str = strawberry.field(description="媒体类型 · Media type, such as application/pdf")
    size: int = strawberry.field(description="字节数 · Size in bytes")
    sha256: str = strawberry.field(description="SHA-256，十六进制 · SHA-256 in hexadecimal digits")
