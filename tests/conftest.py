"""Fixtures: a cluster for the run, a database and a server for each test process."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from models.consequences import CHANGED_WITH
from schema.build import SDL
from tests.bureau import Bureau
from tests.cluster import Cluster, Rows, running_cluster
from tests.reused import Reused
from tests.serving import Client, serving
from tests.stage import Stage, set_stage

_FOLDER = "JIANDU_TEST_FOLDER"
_ROOM = 8 * 2**30
STAGE = "jiandu_stage"
# Their tests start processes, or are one long one.
_LONG = {"test_serve", "test_database", "test_differential", "test_cases", "test_letters", "test_pilot_year"}

# The types that tell their history.
_TOLD = {text.split(" ", 1)[0] for text in SDL.read_text(encoding="utf-8").split("\ntype ") if "\n  history(" in text}
_CHANGED_WITH = {(one.__name__, other.__name__) for one, others in CHANGED_WITH.items() for other in others}

settings.register_profile(
    "jiandu", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile("jiandu")
# Test processes are short: their first server collects, and after it collecting would be a sixth of their time.
gc.disable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is answered as what is expected")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    update = bool(request.config.getoption("--update-golden"))
    assert not (update and os.environ.get("CI")), "what is expected is reviewed like code, never written in CI"
    return update


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A long test that begins last leaves the other processes waiting.
    items.sort(key=lambda item: item.path.stem not in _LONG)


def pytest_configure(config: pytest.Config) -> None:
    # One folder for all test processes of the run, which PostgreSQL's own user can reach too.
    if not hasattr(config, "workerinput"):
        os.environ[_FOLDER] = tempfile.mkdtemp(prefix="jiandu-tests-", dir=_memory())
        Path(os.environ[_FOLDER]).chmod(0o755)


def _memory() -> Path | None:
    """Where files lie in memory, if the databases of a run have room there: a copy is made ten times as fast."""
    memory = Path("/dev/shm")
    has_room = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM
    return memory if has_room else None


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ[_FOLDER], ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster(Path(os.environ[_FOLDER])) as running:
        yield running


@pytest.fixture(scope="session")
def database(cluster: Cluster, worker_id: str) -> str:
    """The URL of this process's own copy of the seeded database; tests that write undo what they did."""
    return cluster.create(f"jiandu_{worker_id}")


@pytest.fixture(scope="session")
def rows(database: str) -> Iterator[Rows]:
    rows = Rows(database)
    yield rows
    rows.close()


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of this process, with a key pair of its own."""
    return tmp_path_factory.mktemp("data_dir")


@pytest.fixture(scope="session")
def client(database: str, data_dir: Path) -> Iterator[Client]:
    with serving(database, data_dir) as running:
        yield running


@pytest.fixture
def scratch(cluster: Cluster, worker_id: str, request: pytest.FixtureRequest) -> str:
    """The URL of a fresh copy of the seeded database, for a test that writes."""
    return cluster.create(f"scratch_{worker_id}")


@pytest.fixture(scope="session")
def stage_rows(cluster: Cluster, stage: Stage, worker_id: str) -> Iterator[Rows]:
    """The database on which the stage is set; nothing on it is ever changed."""
    rows = Rows(cluster.create(f"stage_{worker_id}", template=STAGE))
    yield rows
    rows.close()


@pytest.fixture(scope="session")
def stage(cluster: Cluster) -> Stage:
    """Objects of every type that has a life, in every state and on every side."""
    return cluster.prepared(STAGE, set_stage)


@pytest.fixture(scope="session")
def theatre(stage: Stage, stage_rows: Rows, data_dir: Path) -> Iterator[Client]:
    """A server on the database of the stage."""
    with serving(stage_rows.url, data_dir) as running:
        yield running


@pytest.fixture(scope="module")
def steady(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    """A bureau for all that is refused: what it tried left every table as it was."""
    rows = Rows(cluster.create(f"steady_{worker_id}"))
    before = rows.digest()
    with serving(rows.url, data_dir) as client:
        yield Bureau(client, rows)
    assert rows.digest() == before
    rows.close()


@pytest.fixture(scope="session")
def reused(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Reused]:
    reused = Reused(cluster, f"reused_{worker_id}", data_dir)
    yield reused
    reused.close()


@pytest.fixture
def served(reused: Reused) -> tuple[Client, Rows]:
    """A server and its database as if nobody had used them."""
    return reused.lend()


@pytest.fixture
def bureau(served: tuple[Client, Rows]) -> Iterator[Bureau]:
    """A bureau on a database and a server as if nobody had used them."""
    client, rows = served
    yield Bureau(client, rows)
    made = "SELECT DISTINCT object_type, acted_on_type FROM audit_entry WHERE acted_on_type IS NOT NULL"
    changed = {(each["object_type"], each["acted_on_type"]) for each in rows.fetch(made)}
    # Whatever test makes one object change with an act on another finds it declared.
    assert {each for each in changed if each[0] in _TOLD} <= _CHANGED_WITH
