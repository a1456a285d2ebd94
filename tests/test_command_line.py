"""What an operator can mend is said in one line by every command, with nothing of what may be secret in it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from models.database import newest_revision
from policies import policy
from tests.bureau import OFFICER
from tests.cluster import TEST_KEY, Cluster, Rows, until
from tests.serving import free_port
from tests.test_serve import BUCKET, ROOT, CommandLine, command_line, data_dir, environment, is_alive, said_in_one_line

__all__ = ["command_line", "data_dir"]
SECRET = "geheim"
# Every command that meets a database, and those that need one to be there.
MIGRATING = ["serve", "work", "migrate", "import", "seeds"]
COMMANDS = [*MIGRATING, "verify-audit", "verify-files", "claim-files"]


@pytest.fixture
def run(command_line: CommandLine, data_dir: Path, tmp_path: Path) -> CommandLine:
    """A command by its name, in development, with what it must be given besides."""
    file = tmp_path / "officers.csv"
    file.write_text("人员编号\n", encoding="utf-8")
    of_import = ("officers", str(file), "--account", OFFICER)

    def call(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        given = {"APP_ENV": "development", "DATA_DIR": str(data_dir), "PORT": str(free_port()), "FIELD_KEYS": TEST_KEY}
        command, *others = arguments
        return command_line(command, *(of_import if command == "import" else ()), *others, **{**given, **variables})

    return call


@pytest.fixture
def empty(cluster: Cluster, worker_id: str) -> str:
    return cluster.create(f"nothing_{worker_id}", template="template0")


WRONG: list[tuple[dict[str, str], str]] = [
    ({"DATABASE_URL": f"mysql://jiandu:{SECRET}@h/db"}, "DATABASE_URL"),
    ({"DATABASE_URL": f"postgresql://jiandu:{SECRET}@h:99999/db"}, "65535"),
    ({"DATABASE_URL": f"postgresql://jiandu:1234:{SECRET}/x@h/db"}, "DATABASE_URL"),
    ({"DATABASE_URL": f"postgresql://jiandu:{SECRET}@127.0.0.1/db?sslmode={SECRET}"}, "DATABASE_URL"),
    ({"DATABASE_DIRECT_URL": SECRET}, "DATABASE_DIRECT_URL"),
    ({"DATABASE_URL": "postgresql://h/db", "DATABASE_POOL_SIZE": "0"}, "DATABASE_POOL_SIZE"),
    ({"FIELD_KEYS": SECRET}, "FIELD_KEYS"),
]
WITHOUT_KEYS = ("work", "migrate", "verify-audit")


@pytest.mark.parametrize(
    ("command", "variables", "word"),
    [
        (command, variables, word)
        for command in COMMANDS
        for variables, word in WRONG
        if word != "FIELD_KEYS" or command not in WITHOUT_KEYS
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_settings(command: str, variables: dict[str, str], word: str, run: CommandLine, data_dir: Path) -> None:
    said = said_in_one_line(run(command, **variables))
    assert word in said and SECRET not in said
    assert not (data_dir / "postgres").exists()


@pytest.mark.parametrize("command", [*COMMANDS, "token"])
@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null"])
def test_a_folder_that_cannot_be(command: str, place: str, run: CommandLine) -> None:
    persona = ("county-judicial",) if command == "token" else ()
    assert place in said_in_one_line(run(command, *persona, DATA_DIR=place))


@pytest.mark.parametrize(
    ("command", "name"),
    [("serve", "field.key"), ("seeds", "field.key"), ("serve", "files.key"), ("token", "development-key.pem")],
)
def test_keys_that_are_none(command: str, name: str, run: CommandLine, data_dir: Path, empty: str) -> None:
    data_dir.mkdir()
    (data_dir / name).write_text(SECRET)
    persona = ("county-judicial",) if command == "token" else ()
    said = said_in_one_line(run(command, *persona, DATABASE_URL=empty, FIELD_KEYS=""))
    assert name in said and SECRET not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_a_role_without_rights(command: str, run: CommandLine, scratch: str, empty: str, worker_id: str) -> None:
    rows = Rows(scratch)
    role = f"without_rights_{worker_id}"
    if not rows.value("SELECT 1 FROM pg_roles WHERE rolname = $1", role):
        rows.execute(f"CREATE ROLE {role} LOGIN")
    rows.close()
    for url in (scratch, empty):
        of_role = make_url(url).set(username=role).render_as_string(hide_password=False)
        said = said_in_one_line(run(command, DATABASE_URL=of_role))
        # To look whether there is a table needs no right to it.
        words = ["migrate"] if url == empty and command not in MIGRATING else ["permission denied", "role that owns"]
        assert all(word in said for word in words), said


@pytest.mark.parametrize("command", MIGRATING)
def test_a_database_of_a_newer_version(command: str, run: CommandLine, scratch: str) -> None:
    rows = Rows(scratch)
    rows.execute("UPDATE alembic_version SET version_num = '9999'")
    said = said_in_one_line(run(command, DATABASE_URL=scratch))
    assert "9999" in said and newest_revision() in said
    assert rows.value("SELECT version_num FROM alembic_version") == "9999"
    rows.close()


@pytest.mark.parametrize("command", ["verify-audit", "verify-files", "claim-files"])
def test_a_database_that_was_never_migrated(command: str, run: CommandLine, empty: str) -> None:
    assert "migrate" in said_in_one_line(run(command, DATABASE_URL=empty))


@pytest.mark.parametrize("command", ["serve", "import"])
def test_a_policy_that_cannot_be_used(
    command: str, run: CommandLine, scratch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "policy.csv"
    wrong.write_text("p, judicial_bureau, *, Staffing, read", encoding="utf-8")
    monkeypatch.setattr(policy.PolicyFile.__init__, "__defaults__", (policy.MODEL, wrong, policy.MASKS))
    assert "line 1: write it as" in said_in_one_line(run(command, DATABASE_URL=scratch))


def test_an_import_without_its_storage(run: CommandLine, scratch: str) -> None:
    said = said_in_one_line(
        run("import", DATABASE_URL=scratch, FILES_S3_ENDPOINT=f"http://127.0.0.1:{free_port()}/{SECRET}", **BUCKET)
    )
    assert "FILES_S3_ENDPOINT does not answer" in said and SECRET not in said


@pytest.mark.parametrize("place", ["/nonexistent/refused.xlsx", "/proc/refused.xlsx", "/"])
def test_refused_rows_that_could_not_be_written(place: str, run: CommandLine) -> None:
    said = said_in_one_line(run("import", "--refused", place, DATABASE_URL="postgresql://nobody@127.0.0.1:1/none"))
    assert place in said and "--refused" in said


def test_a_seed_that_is_too_large(run: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("seeds", "--cases", "10", "--seed", "9" * 23)
    assert ended.value.code == 2 and "--seed must be between" in capsys.readouterr().err


@pytest.mark.parametrize("signal_", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.full)])
def test_seeding_that_is_told_to_stop_stops_its_database(signal_: signal.Signals, data_dir: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "seeds"],
        cwd=ROOT,
        env=environment(DATA_DIR=str(data_dir)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    lock = data_dir / "postgres" / "postmaster.pid"
    until(lambda: lock.exists() and lock.read_text().rstrip().endswith("ready"))
    postgres = int(lock.read_text().split()[0])
    process.send_signal(signal_)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "jiandu: stopped. The next run goes on where this one was.\n")
    until(lambda: not is_alive(postgres), 10)


def test_files_of_the_policy_are_checked_before_they_are_put_in_force(run: CommandLine, tmp_path: Path) -> None:
    assert run("check-policy").stdout.startswith("The policy can be used: ")
    assert "policy.csv" in said_in_one_line(run("check-policy", str(tmp_path)))
    masks = tmp_path / "masks.csv"
    masks.write_bytes(policy.MASKS.read_bytes())
    assert run("check-policy", str(tmp_path)).returncode == 0
    masks.write_text(masks.read_text(encoding="utf-8").replace("PUBLIC,masked", "PUBLIC,clear"), encoding="utf-8")
    assert "masks.csv, line 22: PUBLIC sees PARTY_NAME" in said_in_one_line(run("check-policy", str(tmp_path)))
