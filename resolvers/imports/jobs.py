"""Runs imports: every row through the command that makes one such object, kept as the job's mode says.

Where each row is kept for itself, some rows share a transaction with the count of rows read, each in a savepoint
of its own: after a kill the job goes on behind the last row that was kept or refused.  In every other case all
rows share one transaction, and after a kill the job begins anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterable, AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

import asyncpg
import structlog
from sqlalchemy import exc, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from models import (
    Action,
    ErrorCode,
    Fault,
    FileState,
    ImportJob,
    ImportKind,
    ImportMode,
    ImportState,
    Refusal,
    RefusedRow,
    StoredFile,
)
from models.base import now, uuid7
from models.database import is_unavailable, sqlstate_of
from models.files import storage_key
from models.import_job import LONGEST_FAILURE_REASON
from policies import PolicyFile, load_principal_of_account, row_facts
from resolvers.caller import Caller
from resolvers.commands.command import Services
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.imports.cells import repeated
from resolvers.imports.columns import Column, match_header
from resolvers.imports.rows import Import, RowRefusedError, make_row
from resolvers.imports.sheets import XLSX, Row, Sheet, read_sheet, refused_workbook

_ROWS_AT_ONCE = 20
_LAST_WORD_SECONDS = 1.0
# A file may cost more memory than the machine has: after so many servers that it ended it is given up.
_MOST_ATTEMPTS = 3
# SQLSTATE classes: a value that no column or index takes, and a transaction that was rolled back for another's sake.
_REFUSED_BY_THE_DATABASE = {"22", "23", "54"}
_ROLLED_BACK = "40"

logger = structlog.get_logger()


class Contents(Protocol):
    """Where files are kept."""

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Keep a content."""
        ...

    async def get(self, key: str) -> AsyncIterator[bytes]:
        """A content in chunks.  Raises ``FileNotFoundError``."""
        ...


class SupersededError(Exception):
    """Somebody else moved the job on; what was done here is rolled back."""


@dataclass(frozen=True)
class ImportLimits:
    """How many rows and bytes a file may have."""

    rows: int
    bytes: int


@dataclass(frozen=True)
class _Source:
    sheet: Sheet
    columns: Sequence[Column]


@dataclass(frozen=True)
class Importer:
    """Runs jobs that are claimed; ``reads`` answers who holds which role now."""

    services: Services
    reads: Any
    policy: PolicyFile
    contents: Contents
    imports: Mapping[ImportKind, Import]
    limits: ImportLimits

    async def run(self, key: UUID) -> None:
        """Run a job from where it stands to its end; one that has ended is left alone.

        Raises what says that it has to be tried again later (``is_passing``), and ``SupersededError``.
        """
        job = await self._start(key)
        if job is None:
            return
        try:
            await self._run(job)
        except (Exception, asyncio.CancelledError) as error:
            if isinstance(error, asyncio.CancelledError) or is_passing(error):
                await self._take_back(job)
            raise

    async def _run(self, job: ImportJob) -> None:
        source = None
        try:
            if job.attempts > _MOST_ATTEMPTS:
                raise Refusal(ErrorCode.IMPORT_GIVEN_UP, times=_MOST_ATTEMPTS)
            await self._caller(job)
            source = await self._source(job)
            await self._count(job, rows_total=len(source.sheet.rows))
            await (self._row_by_row(job, source) if job.keeps_each_row else self._all_at_once(job, source))
        except Refusal as refusal:
            await self._end(job, source, failure=refusal)
        except Exception as error:
            await self._end(job, source, failure=_unforeseen(job, error))

    async def _start(self, key: UUID) -> ImportJob | None:
        async with self.services.sessions.begin() as session:
            job = await session.get(ImportJob, key, with_for_update=True)
            if job is None or job.finished_at is not None:
                return None
            job.state, job.started_at = ImportState.RUNNING, job.started_at or now()
            # Taken back by whoever breaks it off; a process that was killed does not.
            job.attempts += 1
            if not job.keeps_each_row:
                job.rows_read = job.rows_accepted = job.rows_refused = 0
            return job

    async def _take_back(self, job: ImportJob) -> None:
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_LAST_WORD_SECONDS), self.services.sessions.begin() as session:
                await session.execute(_change(job).values(attempts=col(ImportJob.attempts) - 1))

    async def _caller(self, job: ImportJob) -> Caller:
        """Who asked for the job, with the rights of this moment; the job's id leads from every entry to it."""
        principal = await load_principal_of_account(self.reads, job.account_id)
        if principal is None:
            raise Refusal(ErrorCode.ACCOUNT_NOT_REGISTERED)
        policy = self.policy.current()
        if not policy.decide(principal, ImportJob, Action.IMPORT, row_facts(job)).allowed:
            raise Refusal(ErrorCode.FORBIDDEN)
        return Caller(principal, policy, correlation_id=str(job.id))

    async def _source(self, job: ImportJob) -> _Source:
        async with self.services.sessions() as session:
            file = await session.get_one(StoredFile, job.file_id)
        if file.size > self.limits.bytes:
            raise Refusal(ErrorCode.FILE_TOO_LARGE, limit=self.limits.bytes)
        try:
            content = b"".join([chunk async for chunk in await self.contents.get(file.storage_key)])
        except FileNotFoundError:
            raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.NOT_STORED) from None
        sheet = await asyncio.to_thread(read_sheet, content, file.media_type, self.limits.rows)
        return _Source(sheet, match_header(job.kind, sheet.header))

    async def _row_by_row(self, job: ImportJob, source: _Source) -> None:
        read = job.rows_read
        while read < len(source.sheet.rows):
            rows = source.sheet.rows[read : read + _ROWS_AT_ONCE]
            caller = await self._caller(job)
            async with self.services.sessions.begin() as session:
                await self._hold(session, job, read)
                refused = await self._try(session, caller, job, source, rows)
                session.add_all(RefusedRow(job_id=job.id, line=line, reason=why) for line, why in refused.items())
                await session.flush()
                read += len(rows)
                accepted = col(ImportJob.rows_accepted) + len(rows) - len(refused)
                counts = {"rows_read": read, "rows_accepted": accepted, "attempts": 1}
                await session.execute(
                    _change(job).values(rows_refused=col(ImportJob.rows_refused) + len(refused), **counts)
                )
        await self._end(job, source)

    async def _all_at_once(self, job: ImportJob, source: _Source) -> None:
        refused: dict[int, str] = {}
        read = 0
        async with self.services.sessions() as session:
            while read < len(source.sheet.rows):
                rows = source.sheet.rows[read : read + _ROWS_AT_ONCE]
                refused |= await self._try(session, await self._caller(job), job, source, rows)
                read += len(rows)
                await self._count(job, rows_read=read, rows_accepted=read - len(refused), rows_refused=len(refused))
            if not refused and not job.is_dry_run:
                await self._finish(session, job, None, None)
                await session.commit()
                return
            await session.rollback()
        failure = None
        if refused and job.mode is ImportMode.PER_FILE:
            failure = Refusal(ErrorCode.IMPORT_ROWS_REFUSED, refused=len(refused))
        await self._end(job, source, refused, failure)

    async def _try(
        self, session: AsyncSession, caller: Caller, job: ImportJob, source: _Source, rows: Sequence[Row]
    ) -> dict[int, str]:
        """Make the objects of some rows, each in a savepoint; answers why which lines were refused."""
        refused = {}
        for row in rows:
            work = UnitOfWork(session, caller, self.services.cipher, self.services.largest_file)
            try:
                async with session.begin_nested():
                    await make_row(work, job, self.imports[job.kind], source.columns, row.cells)
            except RowRefusedError as error:
                refused[row.line] = str(error)
            except (exc.DBAPIError, asyncpg.PostgresError) as error:
                state = sqlstate_of(error)
                if state[:2] not in _REFUSED_BY_THE_DATABASE:
                    raise
                refused[row.line] = ErrorCode.INVALID_VALUE.message("zh", reason=Fault.NOT_STORABLE(state=state))
            except Exception as error:
                # Of its savepoint nothing is left; the rows beside it are not to blame.
                refused[row.line] = _unforeseen(job, error, row.line).message("zh")
            # What one row read may be what another changes.
            session.expunge_all()
        return refused

    async def _hold(self, session: AsyncSession, job: ImportJob, read: int) -> None:
        held = await session.scalar(
            select(col(ImportJob.rows_read))
            .where(col(ImportJob.id) == job.id, col(ImportJob.state) == ImportState.RUNNING)
            .with_for_update(key_share=True)
        )
        if held != read:
            raise SupersededError(f"import {job.id} stands at row {held}, not {read}")

    async def _count(self, job: ImportJob, **counts: int) -> None:
        async with self.services.sessions.begin() as session:
            await session.execute(_change(job).values(**counts))

    async def _end(
        self,
        job: ImportJob,
        source: _Source | None,
        refused: Mapping[int, str] | None = None,
        failure: Refusal | None = None,
    ) -> None:
        """Write what was refused and end the job, in one transaction; nothing names the workbook before it.

        What cannot be ended like this is ended as failed with less, or it would be taken up again for ever.
        """
        added = dict(refused or {})
        async with self.services.sessions() as session:
            rows = await session.scalars(select(RefusedRow).where(col(RefusedRow.job_id) == job.id))
            reasons = {row.line: row.reason for row in rows} | added
        file = None
        try:
            file = await self._keep_workbook(job, source.sheet, reasons) if source and reasons else None
        except Exception as error:
            logger.exception("import.without_workbook", job=str(job.id), error=type(error).__name__)
            failure = failure or Refusal(ErrorCode.INTERNAL_ERROR)
        try:
            async with self.services.sessions.begin() as session:
                session.add_all(RefusedRow(job_id=job.id, line=line, reason=why) for line, why in added.items())
                if file is not None:
                    session.add(file)
                await session.flush()
                await self._finish(session, job, failure, file)
        except Exception as error:
            failure = _unforeseen(job, error)
            async with self.services.sessions.begin() as session:
                await self._finish(session, job, failure, None)

    async def _keep_workbook(self, job: ImportJob, sheet: Sheet, reasons: Mapping[int, str]) -> StoredFile:
        content = await asyncio.to_thread(refused_workbook, sheet, reasons)
        key = uuid7()
        file = StoredFile(
            id=key,
            name=f"{job.kind.chinese}导入退回表.xlsx",
            media_type=XLSX,
            size=len(content),
            sha256=hashlib.sha256(content).digest(),
            organization_id=job.organization_id,
            region_code=job.region_code,
            uploaded_by=job.account_id,
            state=FileState.STORED,
            storage_key=storage_key(key),
        )
        await self.contents.put(file.storage_key, _whole(content))
        return file

    async def _finish(
        self, session: AsyncSession, job: ImportJob, failure: Refusal | None, file: StoredFile | None
    ) -> None:
        ended = await session.execute(
            _change(job)
            .values(
                state=ImportState.DONE if failure is None else ImportState.FAILED,
                failure=failure.code if failure else None,
                failure_reason=repeated(failure.message("zh"), LONGEST_FAILURE_REASON) if failure else None,
                refused_file_id=file.id if file else None,
                finished_at=func.now(),
            )
            .returning(col(ImportJob.id))
        )
        if ended.first() is None:
            raise SupersededError(f"import {job.id} was ended by another")


def is_passing(error: BaseException) -> bool:
    """Whether an error says that a job should be tried again later, rather than that it cannot be run."""
    return is_unavailable(error) or sqlstate_of(error)[:2] == _ROLLED_BACK


def _unforeseen(job: ImportJob, error: Exception, line: int | None = None) -> Refusal:
    """What a job or a line of it fails with for an error nobody thought of.  Raises what it is not to blame for."""
    if isinstance(error, SupersededError) or is_passing(error):
        raise error
    logger.exception("import.failed", job=str(job.id), line=line, error=type(error).__name__)
    return Refusal(ErrorCode.INTERNAL_ERROR)


def _change(job: ImportJob) -> Any:
    return update(ImportJob).where(col(ImportJob.id) == job.id, col(ImportJob.state) == ImportState.RUNNING)


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content
