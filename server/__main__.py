"""The command line: ``python -m server COMMAND``, by default ``serve``; ``--help`` says what there is."""

from __future__ import annotations

import gc

if __name__ == "__main__":
    # Of what is imported nothing is garbage; to look at it while it grows costs half a second of a start.
    gc.disable()

import argparse
import asyncio
import json
import os
import shlex
import socket
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import uvicorn

from models.command_line import INTERRUPTED, OperatorError, ended
from models.database import Database, DatabaseSettings
from models.field_keys import match_keys
from models.secrets import make_cipher
from policies import PolicyFile
from policies.policy import MASKS, MODEL, POLICY
from resolvers.audit import Head, verify
from schema.build import SDL, build_schema
from seeds.load import seed
from seeds.organizations import rows
from server.authentication import DevelopmentKeys
from server.files.links import make_links
from server.files.ownership import claim
from server.files.storage import Storage, make_storage
from server.files.verification import check_files
from server.imports import command as import_command
from server.jobs import work
from server.observability import configure_logging
from server.settings import Settings, SettingsError

_T = TypeVar("_T")
_QUERY = "{ viewer { name roles } supervisionGaps(first: 3) { totalCount nodes { organization { name } gaps } } }"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m server", description="监督 Jiandu")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="migrate, seed in development, and serve (the default)")
    commands.add_parser("work", help="do what is done at its time, where the servers do not (JOBS=apart)")
    commands.add_parser("token", help="print a bearer token of a persona, in development").add_argument("persona")
    commands.add_parser("schema", help="write the contract to schema/schema.graphql")
    commands.add_parser("migrate", help="bring the database to the newest revision")
    commands.add_parser(
        "verify-audit", help="check that no sealed audit entry was changed or removed, and tell the last"
    ).add_argument(
        "--at-least",
        type=Head.parse,
        metavar="SEQUENCE:HASH",
        help="an entry that was the last before and must be there; without one, what is cut off the end is not noticed",
    )
    commands.add_parser("verify-files", help="check that the storage holds every file, and list those it does not")
    commands.add_parser("claim-files", help="say that the files of the storage are this database's, after a restore")
    commands.add_parser("check-policy", help="check files of the policy before they are put in force").add_argument(
        "folder", nargs="?", type=Path, default=POLICY.parent, help="with one or more of its files, else those in force"
    )
    import_command.add_arguments(
        commands.add_parser("import", help="import the rows of a file of one kind; 1 if a row was refused")
    )
    asked = parser.parse_args(arguments)
    run = {
        "work": _work,
        "token": _token,
        "schema": _schema,
        "migrate": _migrate,
        "verify-audit": _verify_audit,
        "verify-files": _verify_files,
        "claim-files": _claim_files,
        "check-policy": _check_policy,
        "import": _import,
    }.get(asked.command, _serve)
    # What serves until it is told to stop has done its work then.
    return ended(lambda: run(asked), interrupted=0 if run in (_serve, _work) else INTERRUPTED)


def _serve(_: argparse.Namespace) -> int:
    settings = Settings()
    settings.check()
    _check_port(settings)
    PolicyFile()
    make_links(settings, DatabaseSettings().data_dir)
    with Database(DatabaseSettings()) as database:
        asyncio.run(_prepare(database, settings))
        os.environ["DATABASE_URL"], os.environ["DATABASE_DIRECT_URL"] = database.url, database.direct_url
        _greet(settings, database.place)
        uvicorn.run(
            "server.app:create_app",
            factory=True,
            host=settings.host,
            port=settings.port,
            workers=settings.workers,
            loop="uvloop",
            http="httptools",
            access_log=False,
            log_level="warning",
            server_header=False,
            # An upload, or a download that nobody reads on, would else hold the stop until the supervisor kills.
            timeout_graceful_shutdown=settings.shutdown_timeout,
            # By itself uvicorn believes whoever asks from this machine.
            proxy_headers=settings.forwarded_allow_ips is not None,
            forwarded_allow_ips=settings.forwarded_allow_ips,
        )
    return 0


def _work(_: argparse.Namespace) -> int:
    settings = Settings()
    configure_logging(settings.log_level)
    with Database(DatabaseSettings()) as database:

        async def prepare_and_work() -> None:
            await database.prepare()
            await database.migrate()
            # It encrypts nothing itself and may go without keys, but not with others.
            if settings.field_keys:
                await match_keys(database.direct_url, make_cipher(settings.field_keys, DatabaseSettings().data_dir))
            await work(database.direct_url)

        asyncio.run(prepare_and_work())
    return 0


async def _prepare(database: Database, settings: Settings) -> None:
    await database.prepare()
    await database.migrate()
    cipher = make_cipher(settings.field_keys, DatabaseSettings().data_dir, settings.field_key_number)
    await match_keys(database.direct_url, cipher)
    if settings.is_development:
        await seed(database.direct_url, development=cipher)


def _check_port(settings: Settings) -> None:
    try:
        family, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise SettingsError(
            f"Port {settings.port} of {settings.host} cannot be used: {error.strerror}. "
            "Stop what listens there, or set PORT to a free one."
        ) from error


def _greet(settings: Settings, database: str) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}"
    print(f"监督 Jiandu · {address}/graphql (GraphiQL in a browser) · {address}/schema.graphql")
    print(f"Database: {database}", flush=True)
    if not settings.is_development or settings.oidc_issuer:
        return
    where = f"DATA_DIR={shlex.quote(os.environ['DATA_DIR'])} " if os.environ.get("DATA_DIR") else ""
    print(f"Personas, each with a token from `{where}.venv/bin/python -m server token PERSONA`:")
    for persona in rows("personas.csv"):
        print(f"  {persona['subject']:<22} {persona['role'].lower():<22} {persona['region']}")
    token = DevelopmentKeys(DatabaseSettings().data_dir).token("county-judicial")
    print("Try it:")
    headers = f"-H 'Content-Type: application/json' -H 'Authorization: Bearer {token}'"
    print(f"curl -s {address}/graphql {headers} -d '{json.dumps({'query': _QUERY})}'")
    sys.stdout.flush()


def _token(asked: argparse.Namespace) -> int:
    if os.environ.get("APP_ENV") == "production" or os.environ.get("OIDC_ISSUER"):
        raise SettingsError("Personas exist in development only: unset OIDC_ISSUER and APP_ENV=production.")
    personas = [persona["subject"] for persona in rows("personas.csv")]
    if asked.persona not in personas:
        raise SettingsError(f"There is no persona {asked.persona!r}; there are {', '.join(personas)}.")
    print(DevelopmentKeys(DatabaseSettings().data_dir).token(asked.persona))
    return 0


def _schema(_: argparse.Namespace) -> int:
    SDL.write_text(build_schema().as_str() + "\n", encoding="utf-8")
    print(f"wrote {SDL.relative_to(Path.cwd())}")
    return 0


def _migrate(_: argparse.Namespace) -> int:
    async def migrate(database: Database) -> None:
        await database.prepare()
        await database.migrate()

    with Database(DatabaseSettings()) as database:
        asyncio.run(migrate(database))
    return 0


def _on_a_connection(act: Callable[[Any], Coroutine[Any, Any, _T]]) -> _T:
    async def run(database: Database) -> _T:
        await database.prepare()
        connection = await asyncpg.connect(database.direct_url)
        try:
            return await act(connection)
        finally:
            await connection.close()

    with Database(DatabaseSettings()) as database:
        return asyncio.run(run(database))


def _verify_audit(asked: argparse.Namespace) -> int:
    known: Head | None = asked.at_least
    chain = _on_a_connection(lambda connection: verify(connection, known))
    if chain.broken is not None:
        raise OperatorError(f"The chain of audit entries is broken at entry {chain.broken}.")
    if known is not None and chain.is_another:
        raise OperatorError(f"Entry {known.sequence} of the audit has another hash than {known.hash.hex()}.")
    if known is not None and chain.is_cut:
        raise OperatorError(f"The audit ends with entry {chain.head}: entry {known.sequence} was removed.")
    print(f"The chain of audit entries is whole: {chain.head.sequence} entries, {chain.unsealed} not sealed yet.")
    print(f"The last: {chain.head}")
    return 0


def _claim_files(_: argparse.Namespace) -> int:
    storage = _storage()
    _on_a_connection(lambda connection: claim(connection, storage))
    print("The files of the storage are this database's.")
    return 0


def _verify_files(_: argparse.Namespace) -> int:
    storage = _storage()
    count = lost = 0

    async def check(connection: Any) -> None:
        nonlocal count, lost
        async for each in check_files(connection, storage):
            count += 1
            if each.found != each.promised:
                lost += 1
                print(f"{each.file}: {'lost' if each.found is None else f'{each.found} bytes, not {each.promised}'}")

    _on_a_connection(check)
    if lost:
        raise OperatorError(f"Of {count} files {lost} are not as they were stored: restore their contents.")
    print(f"Every file is there: {count}.")
    return 0


def _storage() -> Storage:
    settings = Settings()
    settings.check()
    return make_storage(settings, DatabaseSettings().data_dir)


def _check_policy(asked: argparse.Namespace) -> int:
    files = [asked.folder / file.name for file in (MODEL, POLICY, MASKS)]
    if not any(file.exists() for file in files):
        raise OperatorError(f"{asked.folder} holds none of {', '.join(file.name for file in files)}.")
    given = [new if new.exists() else old for new, old in zip(files, (MODEL, POLICY, MASKS), strict=True)]
    policy = PolicyFile(*given).current()
    print(f"The policy can be used: {len(policy.rules)} rules, version {policy.version}.")
    return 0


def _import(asked: argparse.Namespace) -> int:
    settings = Settings()
    settings.check()
    configure_logging(settings.log_level)
    with Database(DatabaseSettings()) as database:
        return asyncio.run(import_command.run_import(database, settings, asked))


if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    sys.exit(main())
