"""Fixtures: a cluster for the run, a database and a server for each test process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.cluster import Cluster, Rows, running_cluster
from tests.serving import Client, serving

settings.register_profile(
    "jiandu", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile("jiandu")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is answered as what is expected")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    update = bool(request.config.getoption("--update-golden"))
    assert not (update and os.environ.get("CI")), "what is expected is reviewed like code, never written in CI"
    return update


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of the run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def cluster(shared: Path) -> Iterator[Cluster]:
    with running_cluster(shared / "data") as running:
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
