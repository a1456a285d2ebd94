"""``python -m server import``: a file of this machine imported for an account, as through the API."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import hashlib
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine
from strawberry import ID

from models import ImportKind, ImportMode, StoredFile
from models.base import uuid7
from models.database import Database, DatabaseSettings, write_engine
from models.field_keys import match_keys
from models.secrets import make_cipher
from policies import PolicyFile, load_principal_of_account
from resolvers.caller import Caller, Outcome
from resolvers.commands import import_job, request_upload
from resolvers.commands.command import Services
from resolvers.global_id import GlobalID
from resolvers.imports.jobs import Importer
from resolvers.imports.sheets import CSV, XLSX
from schema.inputs.file import RequestUploadInput
from schema.inputs.imports import ImportJobInput
from server.app import make_services
from server.files.keeping import keep
from server.files.links import make_links
from server.files.storage import Storage, make_storage
from server.imports.making import make_importer
from server.imports.worker import claimed, run_claimed
from server.reads import read_pool
from server.settings import Settings, SettingsError

_MEDIA_TYPES = {".csv": CSV, ".xlsx": XLSX}
_LOOK_SECONDS = 0.2
_ORGANIZATION = "SELECT id FROM organization WHERE credit_code = $1 OR id::text = $1"
_PROGRESS = """
SELECT j.state, rows_total, rows_read, rows_accepted, rows_refused, failure_reason, finished_at, f.storage_key
FROM import_job j LEFT JOIN stored_file f ON f.id = j.refused_file_id WHERE j.id = $1
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command line asks for."""
    parser.add_argument("kind", choices=[_word(kind) for kind in ImportKind])
    parser.add_argument("file", type=Path, help="CSV (UTF-8 or GB 18030) or XLSX")
    parser.add_argument("--account", required=True, metavar="SUBJECT", help="whose rights decide, row by row")
    parser.add_argument("--organization", metavar="CREDIT_CODE_OR_ID", help="by default the account's own")
    parser.add_argument("--mode", choices=[_word(mode) for mode in ImportMode], default=_word(ImportMode.PER_FILE))
    parser.add_argument("--dry-run", action="store_true", help="try every row and keep none")
    parser.add_argument("--refused", type=Path, metavar="OUT.xlsx", help="where the refused rows are written")


def _word(term: ImportKind | ImportMode) -> str:
    return term.name.lower().replace("_", "-")


@dataclass(frozen=True)
class _Installation:
    database: Database
    engine: AsyncEngine
    reads: Any
    services: Services
    storage: Storage
    importer: Importer
    policy: PolicyFile


async def run_import(database: Database, settings: Settings, asked: argparse.Namespace) -> int:
    """Import a file, with its progress on standard output; 0 where every row was accepted, else 1."""
    if asked.file.suffix.lower() not in _MEDIA_TYPES:
        raise SettingsError(f"{asked.file.name}: write the rows as .csv or .xlsx.")
    try:
        content = await asyncio.to_thread(asked.file.read_bytes)
    except OSError as error:
        raise SettingsError(f"{asked.file} cannot be read: {error.strerror}.") from error
    if asked.refused is not None:
        await asyncio.to_thread(_check_writable, asked.refused)
    await database.prepare()
    await database.migrate()
    cipher = make_cipher(settings.field_keys, DatabaseSettings().data_dir, settings.field_key_number)
    await match_keys(database.direct_url, cipher)
    async with _installation(database, settings) as here:
        caller, organization = await _who(here, asked)
        file = await _upload(here, caller, organization, asked.file, content)
        queued = await import_job.run(
            here.services,
            caller,
            ImportJobInput(
                idempotency_key=f"import {uuid7()}",
                organization_id=organization,
                file_id=ID(str(GlobalID("StoredFile", str(file)))),
                kind=ImportKind[asked.kind.upper().replace("-", "_")],
                mode=ImportMode[asked.mode.upper().replace("-", "_")],
                is_dry_run=asked.dry_run,
            ),
        )
        return await _follow(here, _key(queued), asked.refused)


def _check_writable(path: Path) -> None:
    # Before the first row, since what was refused cannot be had again once the others are kept.
    was_there = path.exists()
    try:
        path.open("ab").close()
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}. Name another file with --refused.") from error
    if not was_there:
        path.unlink()


@contextlib.asynccontextmanager
async def _installation(database: Database, settings: Settings) -> AsyncIterator[_Installation]:
    of_database = DatabaseSettings(
        database_url=database.url, database_direct_url=database.direct_url, data_dir=DatabaseSettings().data_dir
    )
    engine = write_engine(database.url, is_pooled=of_database.is_pooled)
    links = make_links(settings, of_database.data_dir)
    services = make_services(settings, of_database, engine, links)
    storage, policy = make_storage(settings, of_database.data_dir), PolicyFile()
    try:
        async with read_pool(of_database) as reads:
            importer = make_importer(settings, services, reads, policy, storage)
            yield _Installation(database, engine, reads, services, storage, importer, policy)
    finally:
        await engine.dispose()


async def _who(here: _Installation, asked: argparse.Namespace) -> tuple[Caller, ID]:
    accounts = await here.reads.fetch("SELECT id, organization_id FROM account WHERE subject = $1", asked.account)
    principal = await load_principal_of_account(here.reads, accounts[0]["id"]) if len(accounts) == 1 else None
    if principal is None:
        raise SettingsError(f"There is no single account {asked.account!r} that is not disabled.")
    organization = accounts[0]["organization_id"]
    if asked.organization is not None:
        given = GlobalID.parse(asked.organization)
        organization = await here.reads.fetchval(_ORGANIZATION, given.key if given else asked.organization)
    if organization is None:
        raise SettingsError(f"There is no organization with the credit code or id {asked.organization!r}.")
    return Caller(principal, here.policy.current(), "en"), ID(str(GlobalID("Organization", str(organization))))


async def _upload(here: _Installation, caller: Caller, organization: ID, path: Path, content: bytes) -> UUID:
    promised = await request_upload.run(
        here.services,
        caller,
        RequestUploadInput(
            idempotency_key=f"import {uuid7()}",
            organization_id=organization,
            name=path.name,
            media_type=_MEDIA_TYPES[path.suffix.lower()],
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        ),
    )
    key = _key(promised)
    async with here.services.sessions() as session:
        file = await session.get_one(StoredFile, key)
    await keep(here.services.sessions, here.storage, caller, file, io.BytesIO(content))
    return key


def _key(outcome: Outcome) -> UUID:
    for refusal in outcome.refusals:
        raise refusal
    key: UUID = outcome.key
    return key


async def _follow(here: _Installation, job: UUID, refused: Path | None) -> int:
    running = asyncio.create_task(_run(here, job))
    told = None
    try:
        while True:
            row = await here.reads.fetchrow(_PROGRESS, job)
            said = (
                f"{row['rows_read']} of {row['rows_total'] if row['rows_total'] is not None else '?'} rows: "
                f"{row['rows_accepted']} accepted, {row['rows_refused']} refused"
            )
            if said != told:
                print(said, flush=True)
                told = said
            if row["finished_at"] is not None:
                break
            await asyncio.wait({running}, timeout=_LOOK_SECONDS)
            if running.done():
                running.result()
                running = asyncio.create_task(_run(here, job))
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
    if refused is not None and row["storage_key"] is not None:
        content = b"".join([chunk async for chunk in await here.storage.get(row["storage_key"])])
        await asyncio.to_thread(refused.write_bytes, content)
        print(f"refused rows: {refused}")
    print(f"{row['state']}{'' if row['failure_reason'] is None else '：' + row['failure_reason']}")
    return 0 if row["state"] == "DONE" and not row["rows_refused"] else 1


async def _run(here: _Installation, job: UUID) -> None:
    # A server that runs beside may have taken the job already.
    connection = await asyncpg.connect(here.database.direct_url)
    try:
        async with claimed(connection, job) as is_mine:
            if is_mine:
                await run_claimed(here.importer, job)
        await asyncio.sleep(_LOOK_SECONDS)
    finally:
        await connection.close()
