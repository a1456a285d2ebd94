"""Imports: a file whose rows become duty items, officers, certificates or cases, and which of them were refused."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, now, term, timestamp, uuid7
from models.errors import ErrorCode
from models.import_terms import ImportKind, ImportMode, ImportState

COLUMNS = Path(__file__).with_name("import_columns.csv")
# Every list of imports repeats it.
LONGEST_FAILURE_REASON = 2_000


class ImportJob(Table, table=True):
    """One file being imported for an organization, under the rights that ``account_id`` has meanwhile.

    Its counters are of rows with content below the header; ``rows_total`` is empty until the file was read.
    ``attempts`` is how often it was taken up since it last got on, but for those that were broken off in good order.
    Where rows are kept one by one, ``rows_read`` moves in the transaction that keeps them, so that a job that
    was killed goes on exactly there.  ``refused_file_id`` is a workbook of the refused rows.
    """

    __tablename__ = "import_job"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        CheckConstraint("rows_read = rows_accepted + rows_refused", name="rows"),
        CheckConstraint("(state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)", name="finished"),
        CheckConstraint("(state = 'FAILED') = (failure IS NOT NULL)", name="failure"),
        Index("import_job_organization_idx", "organization_id", "id"),
        Index("import_job_account_idx", "account_id", "id"),
        Index("import_job_waiting_idx", "id", postgresql_where=text("state IN ('QUEUED', 'RUNNING')")),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    account_id: UUID = Field(foreign_key="account.id")
    file_id: UUID = Field(foreign_key="stored_file.id", index=True)
    kind: ImportKind = Field(sa_column=Column(term(ImportKind), nullable=False))
    mode: ImportMode = Field(sa_column=Column(term(ImportMode), nullable=False))
    is_dry_run: bool
    state: ImportState = Field(default=ImportState.QUEUED, sa_column=Column(term(ImportState), nullable=False))
    rows_total: int | None = None
    rows_read: int = 0
    rows_accepted: int = 0
    rows_refused: int = 0
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    failure: ErrorCode | None = Field(default=None, sa_column=Column(term(ErrorCode, is_open=True)))
    failure_reason: str | None = None
    refused_file_id: UUID | None = Field(default=None, foreign_key="stored_file.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())
    started_at: datetime | None = Field(default=None, sa_column=timestamp(nullable=True))
    finished_at: datetime | None = Field(default=None, sa_column=timestamp(nullable=True))

    @property
    def keeps_each_row(self) -> bool:
        """Whether a row is kept as soon as it is accepted, whatever becomes of the others."""
        return self.mode is ImportMode.PER_ROW and not self.is_dry_run


class RefusedRow(Table, table=True):
    """A row of an imported file that was refused; ``line`` is its number in the file, where the header is 1."""

    __tablename__ = "refused_row"
    __table_args__ = (UniqueConstraint("job_id", "line"),)
    __part_of__: ClassVar[dict[str, type[Table]]] = {"job_id": ImportJob}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    job_id: UUID = Field(foreign_key="import_job.id")
    line: int
    reason: str
