"""Files that are kept beside the database: evidence, attachments, documents."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKeyConstraint, Index, LargeBinary, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, now, term, timestamp, uuid7
from models.file_terms import FileState

# What evidence and documents come as; the extension is for a browser that saves a nameless file.
MEDIA_TYPES = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "video/mp4": ".mp4",
    "application/zip": ".zip",
    "text/plain": ".txt",
    "text/csv": ".csv",
}


class StoredFile(Table, table=True):
    """A file of an organization; its content is kept under ``storage_key``, outside the database.

    ``media_type``, ``size`` (bytes) and ``sha256`` (32 bytes) are what was promised when the upload was asked
    for; only content that keeps the promise is stored.
    """

    __tablename__ = "stored_file"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("size > 0", name="size"),
        CheckConstraint("octet_length(sha256) = 32", name="sha256"),
        Index("stored_file_organization_idx", "organization_id", "id"),
        Index("stored_file_region_code_idx", "region_code", "id"),
        Index("stored_file_not_stored_idx", "id", postgresql_where=text("state <> 'STORED'")),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", organization="organization_id"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    name: str
    media_type: str
    size: int = Field(sa_column=Column(BigInteger, nullable=False))
    sha256: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    uploaded_by: UUID = Field(foreign_key="account.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    state: FileState = Field(default=FileState.PENDING, sa_column=Column(term(FileState), nullable=False))
    storage_key: str = Field(unique=True)


def storage_key(file_id: UUID) -> str:
    """Where a file's content is kept: two levels of folders from the random end of its id."""
    name = file_id.hex
    return f"{name[-2:]}/{name[-4:-2]}/{name}"
