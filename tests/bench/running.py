"""The peers as processes of their own, on one database, each with a pool of the same size, and how each is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil

from server.authentication import DevelopmentKeys
from server.reads import READ_SETTINGS
from tests.bench.workload import Question
from tests.cluster import until
from tests.serving import free_port

POOL_SIZE = 10
_PEERS = Path(__file__).parent / "peers"
_POSTGRAPHILE = _PEERS / "postgraphile"
# A first start of Jiandu makes the examples, revisits of ten million cases among them.
_START_SECONDS = 300
_UVICORN = (
    *(sys.executable, "-m", "uvicorn", "--loop", "uvloop", "--http", "httptools"),
    *("--no-access-log", "--log-level", "warning", "--host", "127.0.0.1", "--app-dir", str(_PEERS)),
)


@dataclass(frozen=True)
class Request:
    """A POST, ready to be sent."""

    url: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Peer:
    """A running peer; ``pid`` is that of its first process."""

    name: str
    port: int
    pid: int

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Resident memory of the process that answers, in MB of 2**20 bytes."""
        processes = [psutil.Process(self.pid), *psutil.Process(self.pid).children(recursive=True)]
        return max(each.memory_info().rss for each in processes) / 2**20


class Peers:
    """The peers that run; says a question to each in its own words."""

    def __init__(self, running: dict[str, Peer], questions: Sequence[Question], keys: DevelopmentKeys) -> None:
        self.running = running
        self._places = {id(question): place for place, question in enumerate(questions)}
        self._keys = keys
        self._client = httpx.Client(timeout=120)

    def send(self, request: Request) -> httpx.Response:
        """The response to one request."""
        return self._client.post(request.url, headers=request.headers, content=request.body)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def request(self, peer: str, question: Question) -> Request:
        """What is sent to a peer for a question."""
        address = self.running[peer].address
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        asked: dict[str, Any] = {"query": question.document, "variables": question.variables}
        match peer:
            case "limit":
                place = self._places[id(question)]
                return Request(f"{address}/{place}", headers, json.dumps(question.arguments).encode())
            case "jiandu":
                headers["Authorization"] = f"Bearer {self._keys.token(question.persona)}"
            case "strawberry":
                headers["X-Facts"] = json.dumps(question.facts)
            case "postgraphile":
                asked = {"query": question.postgraphile, "variables": question.postgraphile_variables}
        path = "/graphql/" if peer == "strawberry" else "/graphql"
        return Request(address + path, headers, json.dumps(asked, ensure_ascii=False).encode())


@contextmanager
def running_peers(
    names: Sequence[str], questions: Sequence[Question], url: str, data_dir: Path, **settings: str
) -> Iterator[Peers]:
    """These peers on this database; they are stopped at the end.  ``settings`` are Jiandu's own, by their names."""
    processes: list[subprocess.Popen[bytes]] = []
    running: dict[str, Peer] = {}
    with tempfile.TemporaryDirectory(prefix="jiandu-bench-") as folder:
        statements = Path(folder) / "statements.json"
        statements.write_text(json.dumps([question.sql for question in questions]), encoding="utf-8")
        try:
            for name in names:
                port = free_port()
                environment = {
                    **os.environ,
                    **{"DATABASE_URL": url, "DATABASE_POOL_SIZE": str(POOL_SIZE), "POOL_SIZE": str(POOL_SIZE)},
                    **{"PORT": str(port), "DATA_DIR": str(data_dir), "STATEMENTS": str(statements)},
                    "READ_SETTINGS": json.dumps(READ_SETTINGS),
                    **{"APP_ENV": "development", "GRAPHILE_ENV": "production", "NODE_ENV": "production"},
                    **{name.upper(): value for name, value in settings.items()},
                }
                # Jiandu writes a line of its log for each request, as in production.
                with (Path(folder) / f"{name}.log").open("wb") as log:
                    processes.append(subprocess.Popen(_command(name, port), env=environment, stdout=log, stderr=log))
                running[name] = Peer(name, port, processes[-1].pid)
            for name, process in zip(names, processes, strict=True):
                _await(running[name], process, Path(folder) / f"{name}.log")
            peers = Peers(running, questions, DevelopmentKeys(data_dir))
            yield peers
            peers.close()
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(30)
                process.kill()


def _command(name: str, port: int) -> list[str]:
    match name:
        case "limit":
            return [*_UVICORN, "--port", str(port), "limit:app"]
        case "strawberry":
            return [*_UVICORN, "--port", str(port), "plain:app"]
        case "postgraphile":
            return [str(_POSTGRAPHILE / "node_modules/.bin/node"), str(_POSTGRAPHILE / "server.mjs")]
    return [sys.executable, "-m", "server", "serve"]


def _await(peer: Peer, process: subprocess.Popen[bytes], log: Path) -> None:
    def answers() -> bool:
        assert process.poll() is None, f"{peer.name} stopped: {log.read_text(encoding='utf-8')[-2000:]}"
        with suppress(httpx.TransportError):
            httpx.get(peer.address, timeout=5)
            return True
        return False

    until(answers, _START_SECONDS)
