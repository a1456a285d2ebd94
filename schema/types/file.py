"""Files: evidence, attachments and documents, kept outside the database."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, FromClause, Text, func, literal_column

import models
from models import FileState
from resolvers.criteria import criteria, in_region, is_node
from resolvers.declarations import OrderField, column, derived, history, link, node, one
from schema.types.node import Node


def _sha256(rows: FromClause) -> ColumnElement[Any]:
    return func.encode(rows.c.sha256, literal_column("'hex'"), type_=Text())


def _plain_sha256(row: Mapping[str, Any], now: datetime.datetime) -> str:
    digest: bytes = row["sha256"]
    return digest.hex()


@criteria()
class StoredFileFilter:
    """文件筛选条件 · Which files"""

    within: strawberry.ID | None = in_region(
        models.StoredFile.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.StoredFile.organization_id, models.Organization, "所属机构 · Of this organization"
    )


class StoredFileOrderField(OrderField):
    """文件排序字段 · What files can be ordered by"""

    CREATED = "申请时间", "When it was promised", models.StoredFile.created_at


@node(models.StoredFile, filtered_by=StoredFileFilter, ordered_by=StoredFileOrderField)
class StoredFile(Node):
    """文件 · A file of an organization, stored only as it was promised"""

    name: str = column("文件名 · Name")
    media_type: str = column("媒体类型 · Media type")
    size: int = column("字节数 · Size in bytes")
    sha256: str = derived(_sha256, _plain_sha256, "SHA-256，十六进制 · SHA-256 in hexadecimal digits")
    state: models.FileState = column("状态 · State")
    organization: Organization | None = one(models.StoredFile.organization_id, "所属机构 · Whose file it is")
    created_at: datetime.datetime = column("申请时间 · When it was promised")
    upload_url: str | None = link(
        "PUT",
        "/files/{id}",
        "上传链接，限本人、限时 · Where it is uploaded, by the caller and for some minutes",
        state=FileState.PENDING,
    )
    download_url: str | None = link(
        "GET",
        "/files/{id}",
        "下载链接，限本人、限时 · Where it is downloaded, by the caller and for some minutes",
        state=FileState.STORED,
    )
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
