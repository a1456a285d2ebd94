"""The server as a process: started, stopped, killed and started again, and what it says when it cannot start."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from resolvers.audit import seal
from resolvers.global_id import GlobalID
from seeds.__main__ import main as seeds_main
from server import sealer
from server.__main__ import main
from tests.cluster import TEST_KEY, Cluster, Rows, until
from tests.serving import Client, free_port
from tests.test_clues import FILE

CommandLine = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent
BUCKET = {"FILES_S3_BUCKET": "files", "FILES_S3_ACCESS_KEY_ID": "key", "FILES_S3_SECRET_ACCESS_KEY": "geheim"}


def environment(**variables: str) -> dict[str, str]:
    names = (
        "APP_ENV",
        "DATABASE_URL",
        "DATABASE_DIRECT_URL",
        "DATA_DIR",
        "PORT",
        "OIDC_ISSUER",
        "OIDC_AUDIENCE",
        "FORWARDED_ALLOW_IPS",
    )
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return {**kept, "PYTHONUNBUFFERED": "1", **variables}


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[CommandLine]:
    """``python -m server``, or ``-m seeds``, in no process of its own, for what ends before anything is started."""

    def call(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        run = seeds_main if arguments[0] == "seeds" else main
        for name in {*os.environ} - {*environment()}:
            monkeypatch.delenv(name)
        # What a server in another thread notes meanwhile is not said by the command.
        for name, value in {"LOG_LEVEL": "error", **variables}.items():
            monkeypatch.setenv(name, value)
        code = run([*arguments[run is seeds_main :]])
        return subprocess.CompletedProcess(arguments, code, *capsys.readouterr())

    handler = signal.getsignal(signal.SIGTERM)
    yield call
    signal.signal(signal.SIGTERM, handler)


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked after does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def is_ready(port: int) -> bool:
    """Whether what listens there can serve."""
    try:
        # At no cost to what is only starting.
        socket.create_connection(("127.0.0.1", port)).close()
        return httpx.get(f"http://127.0.0.1:{port}/health/ready", verify=False).status_code == 200
    except (OSError, httpx.HTTPError):
        return False


class Process:
    """A running ``python -m server serve``."""

    def __init__(self, data_dir: Path, **variables: str) -> None:
        self.port = free_port()
        self.data_dir = data_dir
        self.output = data_dir.parent / f"output-{self.port}"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "server", "serve"],
                cwd=ROOT,
                env=environment(APP_ENV="development", DATA_DIR=str(data_dir), PORT=str(self.port), **variables),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        until(self.is_ready)
        self.client = Client(f"http://127.0.0.1:{self.port}", data_dir)

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.output.read_text()
        return is_ready(self.port)

    def end(self, signal_: signal.Signals) -> int:
        self.client.close()
        self.process.send_signal(signal_)
        return self.process.wait(60)

    @property
    def postgres(self) -> int:
        return int((self.data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.fixture
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="serve-", dir=os.environ["JIANDU_TEST_FOLDER"]))
    yield folder / "data"
    lock = folder / "data" / "postgres" / "postmaster.pid"
    if lock.exists():
        psutil.Process(int(lock.read_text().split()[0])).kill()


def authorised(client: Client, change_to: int | None = None) -> int:
    document = "{ supervisionGaps(first: 1) { nodes { id version authorised } } }"
    staffing = client.ask(document, None, "establishment-office")["supervisionGaps"]["nodes"][0]
    if change_to is not None:
        given = {"id": staffing["id"], "version": staffing["version"], "idempotencyKey": f"to {change_to}"}
        mutation = "mutation($i: UpdateStaffingInput!) { updateStaffing(input: $i) { userErrors { code } } }"
        payload = client.ask(mutation, {"i": {**given, "authorised": change_to}}, "establishment-office")
        assert payload == {"updateStaffing": {"userErrors": []}}
    found: int = staffing["authorised"] if change_to is None else change_to
    return found


def begun(port: int) -> socket.socket:
    """A connection on which a request was begun that does not end, and is being answered."""
    connection = socket.create_connection(("127.0.0.1", port))
    head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
    connection.sendall(f"{head}Content-Length: 9\r\n\r\n".encode())
    assert b"100 Continue" in connection.recv(100)
    return connection


@pytest.mark.parametrize("ending", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.full)])
def test_a_life(data_dir: Path, ending: signal.Signals) -> None:
    server = Process(data_dir)
    output = server.output.read_text(encoding="utf-8")
    assert f"`DATA_DIR={data_dir} .venv/bin/python -m server token PERSONA`" in output
    command = shlex.split(next(line for line in output.splitlines() if line.startswith("curl")))
    headers = dict(part.split(": ", 1) for flag, part in itertools.pairwise(command) if flag == "-H")
    answer = httpx.post(command[2], headers=headers, content=command[-1]).json()
    assert answer["data"]["viewer"]["name"] == "老城督" and "errors" not in answer
    for address in (f"http://127.0.0.1:{server.port}/graphql", f"http://127.0.0.1:{server.port}/schema.graphql"):
        assert address in output
    for persona in ("province-judicial", "county-judicial-2", "zhengzhou-judicial", "audit-admin"):
        assert persona in output
    authorised(server.client, 41)
    for document in ("{ viewer { name } }", "{ nothing }"):
        server.client.post(document, None, **{"X-Request-ID": f"asked-{len(document)}"})
    postgres = server.postgres
    assert server.end(ending) == 0
    assert not is_alive(postgres)
    said = server.output.read_text(encoding="utf-8")
    assert "Traceback" not in said
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    asked = [
        (each["operation"], each["codes"]) for each in lines if each.get("correlation_id", "").startswith("asked-")
    ]
    assert asked == [("query", []), ("none", ["VALIDATION_FAILED"])]

    again = Process(data_dir, REQUEST_TIMEOUT="600", SHUTDOWN_TIMEOUT="1")
    assert "rows in" not in again.output.read_text(encoding="utf-8")
    assert authorised(again.client) == 41
    postgres = again.postgres
    with begun(again.port):
        assert again.end(ending) == 0
    assert not is_alive(postgres)


@pytest.mark.full
def test_the_server_and_then_its_database_too_are_killed(data_dir: Path) -> None:
    killed = Process(data_dir)
    authorised(killed.client, 42)
    assert killed.end(signal.SIGKILL) == -signal.SIGKILL
    crashed = Process(data_dir)
    assert authorised(crashed.client) == 42
    authorised(crashed.client, 43)
    psutil.Process(crashed.postgres).kill()
    crashed.end(signal.SIGKILL)
    after_a_crash = Process(data_dir)
    assert authorised(after_a_crash.client) == 43
    assert after_a_crash.end(signal.SIGTERM) == 0


@pytest.mark.full
def test_two_servers_share_the_database_of_a_folder(data_dir: Path) -> None:
    one, two = Process(data_dir), Process(data_dir)
    authorised(one.client, 44)
    assert one.end(signal.SIGTERM) == 0
    assert authorised(two.client) == 44
    assert two.end(signal.SIGTERM) == 0


@pytest.mark.full
def test_several_workers(data_dir: Path) -> None:
    server = Process(data_dir, WORKERS="2")
    assert server.client.ask("{ viewer { name } }", None, "county-judicial") == {"viewer": {"name": "老城督"}}
    postgres = server.postgres
    assert server.end(signal.SIGTERM) == 0
    assert not is_alive(postgres)


def test_another_database(data_dir: Path, cluster: Cluster, worker_id: str) -> None:
    url = cluster.create(f"another_{worker_id}")
    server = Process(data_dir, DATABASE_URL=url, FIELD_KEYS=TEST_KEY)
    authorised(server.client, 46)
    assert not (data_dir / "postgres").exists()
    assert server.end(signal.SIGTERM) == 0
    rows = Rows(url)
    assert rows.value("SELECT count(*) FROM staffing WHERE authorised = 46") == 1
    rows.close()


@pytest.mark.parametrize(
    ("variables", "addresses", "codes"),
    [
        ({}, ["127.0.0.1"], ["", "PUBLIC_LIMIT_REACHED"]),
        pytest.param(
            {"FORWARDED_ALLOW_IPS": "127.0.0.2"},
            ["127.0.0.1"],
            ["", "PUBLIC_LIMIT_REACHED"],
            marks=pytest.mark.full,
        ),
        ({"FORWARDED_ALLOW_IPS": "127.0.0.1"}, ["203.0.113.1", "203.0.113.2"], ["", ""]),
    ],
    ids=lambda given: str(given)[:40],
)
def test_an_address_is_a_proxys_word_where_the_proxy_is_named(
    data_dir: Path, scratch: str, variables: dict[str, str], addresses: list[str], codes: list[str]
) -> None:
    given = {"DATABASE_URL": scratch, "FIELD_KEYS": TEST_KEY, "PUBLIC_USES_PER_HOUR": "1"}
    server = Process(data_dir, **given, **variables)
    said = []
    for number in (1, 2):
        asked = {
            "idempotencyKey": f"key that is forged {number}",
            "regionId": str(GlobalID("Region", "410302")),
            "content": "执法人员没有出示执法证",
        }
        answer = server.client.post(FILE, {"i": asked}, None, X_Forwarded_For=f"203.0.113.{number}").json()
        said.append("".join(error["code"] for error in answer["data"]["fileComplaint"]["userErrors"]))
    assert server.end(signal.SIGTERM) == 0
    rows = Rows(scratch)
    entries = rows.fetch("SELECT remote_address FROM audit_entry WHERE action = 'file_complaint' ORDER BY id")
    rows.close()
    assert [entry["remote_address"] for entry in entries] == addresses
    assert said == codes


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def said_in_one_line(finished: subprocess.CompletedProcess[str]) -> str:
    assert finished.returncode == 1
    lines = finished.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("jiandu: "), finished.stderr
    return lines[0]


class TestWhatCannotStart:
    def test_taken_port(self, data_dir: Path, command_line: CommandLine) -> None:
        with taken_port() as port:
            given = {"APP_ENV": "development", "DATA_DIR": str(data_dir), "PORT": str(port)}
            said = said_in_one_line(command_line("serve", **given))
        assert str(port) in said and "set PORT" in said
        assert not data_dir.exists()

    @pytest.mark.parametrize(
        ("variables", "words"),
        [
            ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, ["DATABASE_URL", "cannot be reached"]),
            ({"DATABASE_URL": "postgresql://nobody@no-such-host.invalid/none"}, ["DATABASE_URL", "cannot be reached"]),
            ({"DATABASE_URL": "mysql://x"}, ["DATABASE_URL", "postgresql://"]),
            ({"DATA_DIR": "/dev/null/data"}, ["/dev/null/data", "DATA_DIR"]),
            ({"PORT": "ninety"}, ["PORT", "integer"]),
            ({"PORT": "99999"}, ["PORT", "65535"]),
            ({"APP_ENV": "staging"}, ["APP_ENV", "development"]),
            ({"APP_ENV": "production"}, ["OIDC_ISSUER", "OIDC_AUDIENCE"]),
            ({"APP_ENV": "production", "OIDC_ISSUER": "https://id.example.cn"}, ["OIDC_AUDIENCE"]),
            (
                {"APP_ENV": "production", "OIDC_ISSUER": "https://id.example.cn", "OIDC_AUDIENCE": "jiandu"},
                ["FIELD_KEYS", "openssl"],
            ),
            ({"FIELD_KEYS": "no key"}, ["FIELD_KEYS", "base64"]),
            ({"OIDC_ALGORITHMS": "none"}, ["OIDC_ALGORITHMS", "RS256"]),
            ({"FILES_S3_ENDPOINT": "notaurl", **BUCKET}, ["FILES_S3_ENDPOINT", "https://host"]),
            ({"FILES_S3_ENDPOINT": "ftp://s3", **BUCKET}, ["FILES_S3_ENDPOINT", "https://host"]),
            ({"FILES_S3_ENDPOINT": "http:///", **BUCKET}, ["FILES_S3_ENDPOINT", "https://host"]),
            ({"FILES_S3_ENDPOINT": "http:s3", **BUCKET}, ["FILES_S3_ENDPOINT", "https://"]),
            ({"FILES_S3_ENDPOINT": "http://s3:99999", **BUCKET}, ["FILES_S3_ENDPOINT", "https://host"]),
            ({"FILES_S3_ENDPOINT": "http://a:geheim@s3:99999", **BUCKET}, ["FILES_S3_ENDPOINT", "https://"]),
            ({"FILES_S3_ENDPOINT": "http://s3", **BUCKET, "FILES_S3_BUCKET": "a b"}, ["FILES_S3_BUCKET"]),
            ({"FILES_S3_BUCKET": "files"}, ["FILES_S3_BUCKET", "without FILES_S3_ENDPOINT"]),
            ({"FILES_S3_SECRET_ACCESS_KEY": "geheim"}, ["FILES_S3_SECRET_ACCESS_KEY", "without FILES_S3_ENDPOINT"]),
            ({"FILES_S3_REGION": "cn-1"}, ["FILES_S3_REGION", "without FILES_S3_ENDPOINT"]),
            ({"REQUEST_TIMEOUT": "inf"}, ["REQUEST_TIMEOUT", "3600"]),
            ({"FILES_UPLOAD_SECONDS": "nan"}, ["FILES_UPLOAD_SECONDS"]),
        ],
        ids=str,
    )
    def test_settings(
        self, data_dir: Path, variables: dict[str, str], words: list[str], command_line: CommandLine
    ) -> None:
        given = {"APP_ENV": "development", "DATA_DIR": str(data_dir), "PORT": str(free_port()), **variables}
        said = said_in_one_line(command_line("serve", **given))
        assert all(word in said for word in words) and "geheim" not in said, said

    def test_a_folder_that_may_not_be_written(self, data_dir: Path, command_line: CommandLine) -> None:
        data_dir.parent.chmod(0o755)
        data_dir.write_text("a file where the folder should be")
        given = {"APP_ENV": "development", "DATA_DIR": str(data_dir), "PORT": str(free_port())}
        assert "DATA_DIR" in said_in_one_line(command_line("serve", **given))


class TestToken:
    def test_only_a_token_is_printed(self, data_dir: Path, command_line: CommandLine) -> None:
        finished = command_line("token", "county-judicial", DATA_DIR=str(data_dir))
        assert finished.returncode == 0 and finished.stderr == ""
        (token,) = finished.stdout.splitlines()
        assert token.count(".") == 2

    def test_unknown_persona(self, data_dir: Path, command_line: CommandLine) -> None:
        said = said_in_one_line(command_line("token", "mayor", DATA_DIR=str(data_dir)))
        assert "'mayor'" in said and "county-judicial" in said

    @pytest.mark.parametrize(
        "variables", [{"APP_ENV": "production"}, {"OIDC_ISSUER": "https://id.example.cn"}], ids=str
    )
    def test_not_in_production(self, data_dir: Path, variables: dict[str, str], command_line: CommandLine) -> None:
        said_in_one_line(command_line("token", "county-judicial", DATA_DIR=str(data_dir), **variables))
        assert not data_dir.exists()


def test_production_seeds_nothing_and_knows_no_persona(data_dir: Path, cluster: Cluster, worker_id: str) -> None:
    url = cluster.create(f"production_{worker_id}", template="template0")
    settings: dict[str, Any] = {
        "APP_ENV": "production",
        "OIDC_ISSUER": "https://id.example.cn",
        "OIDC_AUDIENCE": "jiandu",
        "FIELD_KEYS": TEST_KEY,
        "FILES_KEY": base64.b64encode(bytes(32)).decode(),
        "DATABASE_URL": url,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "serve"],
        cwd=ROOT,
        env=environment(**settings, DATA_DIR=str(data_dir), PORT=(port := str(free_port()))),
        stdout=subprocess.PIPE,
        text=True,
    )
    until(lambda: is_ready(int(port)))
    process.terminate()
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "persona" not in output.lower() and "curl" not in output
    assert output.splitlines()[1].startswith(f"Database: production_{worker_id} on ")
    rows = Rows(url)
    assert rows.value("SELECT count(*) FROM account") == 0
    rows.close()


ENTRIES = """
INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id, correlation_id)
SELECT gen_random_uuid(), now(), gen_random_uuid(), 'x', 'x', 'x', 'x', n::text, 'x' FROM generate_series(1, 6) n
"""


def test_verify_audit(cluster: Cluster, worker_id: str, command_line: CommandLine) -> None:
    rows = Rows(cluster.create(f"verified_{worker_id}"))

    def verified(*arguments: str) -> subprocess.CompletedProcess[str]:
        return command_line("verify-audit", *arguments, DATABASE_URL=rows.url)

    rows.execute(ENTRIES)
    count = rows.value("SELECT count(*) FROM audit_entry")
    rows.run(seal)
    whole = f"The chain of audit entries is whole: {count} entries, 0 not sealed yet.\nThe last: {count}:"
    finished = verified()
    assert finished.returncode == 0 and finished.stdout.startswith(whole)
    last = finished.stdout.split()[-1]
    assert verified("--at-least", last).stdout == finished.stdout
    assert "another hash" in said_in_one_line(verified("--at-least", f"{count}:{'0' * 64}"))
    # What only one with the database's own keys can do.
    rows.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    rows.execute("DELETE FROM audit_entry WHERE sequence > $1", count - 2)
    shorter = verified()
    assert shorter.returncode == 0 and f"The last: {count - 2}:" in shorter.stdout
    assert f"entry {count} was removed" in said_in_one_line(verified("--at-least", last))
    assert verified("--at-least", shorter.stdout.split()[-1]).returncode == 0
    for wrong in ("7", "0:" + "0" * 64, "x:" + "0" * 64, "7:00"):
        with pytest.raises(SystemExit):
            verified("--at-least", wrong)
    rows.close()


def test_what_was_sealed_last_is_told_once_a_day(scratch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    # Servers of other tests may run in this process, each with a sealer of its own.
    is_mine = ContextVar("is_mine", default=False)

    def tell(event: str, last: str) -> None:
        if is_mine.get():
            told.append(f"{event} {last}")

    monkeypatch.setattr(sealer, "_EVERY_SECONDS", 0.01)
    monkeypatch.setattr(sealer.logger, "info", tell, raising=False)
    # How much had been told whenever the day was asked for; the next one begins at the fourth look after the first.
    looks: list[int] = []

    def now() -> datetime:
        if not is_mine.get():
            return datetime.now(UTC)
        looks.append(len(told))
        return datetime(2026, 11, 29 if looks.count(1) <= 3 else 30, tzinfo=UTC)

    monkeypatch.setattr(sealer, "now", now)
    rows = Rows(scratch)
    rows.execute(ENTRIES)

    async def seal_for_two_days() -> None:
        is_mine.set(True)
        running = sealer.Sealer(scratch)
        running.start()
        await asyncio.to_thread(until, lambda: looks.count(2) > 3)
        await running.stop()

    asyncio.run(seal_for_two_days())
    last = rows.fetch("SELECT sequence, encode(hash, 'hex') AS hash FROM audit_entry ORDER BY sequence DESC LIMIT 1")
    assert told == [f"audit.head {last[0]['sequence']}:{last[0]['hash']}"] * 2
    rows.close()


def test_the_contract_is_exported(command_line: CommandLine) -> None:
    before = (ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8")
    finished = command_line("schema")
    assert finished.returncode == 0 and json.dumps(finished.stdout)
    assert (ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8") == before
