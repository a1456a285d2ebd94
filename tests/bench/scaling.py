"""How long a server that is set up takes to start, and what a second worker adds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx
import psutil

from tests.bench.load import press
from tests.bench.running import Peers, running_peers
from tests.bench.workload import Question
from tests.cluster import until
from tests.serving import free_port

# Answered without a statement: here the database is not the limit.
WITHOUT_DATABASE = Question(
    name="no statement",
    persona="county-judicial",
    document="{ __schema { queryType { name } } }",
    variables={},
    sql="",
    arguments=(),
)


def two_workers(
    questions: list[Question], url: str, data_dir: Path, database: psutil.Process, *, rounds: int, seconds: int
) -> dict[str, float]:
    """For each question the median, over the rounds, of the rate of two workers over that of one."""
    with (
        running_peers(["jiandu"], questions, url, data_dir) as one,
        running_peers(["jiandu"], questions, url, data_dir, workers="2") as two,
    ):

        def rate(peers: Peers, question: Question) -> float:
            peer = peers.running["jiandu"]
            return press(peers.request("jiandu", question), peer, database, seconds, alone=0.0).rate

        ratios = {}
        for question in questions:
            # The first round is to warm up.
            each = [rate(two, question) / rate(one, question) for _ in range(rounds + 1)]
            ratios[question.name] = statistics.median(each[1:])
    return ratios


def start_seconds(data_dir: Path) -> float:
    """From the command to the first answer that says ready, PostgreSQL's own start included."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/health/ready"
    environment = {**os.environ, "APP_ENV": "development", "PORT": str(port), "DATA_DIR": str(data_dir)}
    started = time.perf_counter()
    command = [sys.executable, "-m", "server", "serve"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def is_ready() -> bool:
        assert server.poll() is None, "the server stopped"
        with suppress(httpx.TransportError):
            return httpx.get(address, timeout=5).is_success
        return False

    try:
        until(is_ready, 120)
        return time.perf_counter() - started
    finally:
        server.terminate()
        server.wait(60)
