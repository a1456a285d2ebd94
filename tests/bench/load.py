"""Load at full throttle: wrk, which answers how many requests there were and how long they took."""

from __future__ import annotations

import json
import math
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.running import Peer, Request

CONNECTIONS = 10
# A peer that needs this long for one answer is bound by its own CPU, and no faster for more of them at once.
_SLOW_SECONDS, _CONNECTIONS_OF_SLOW, _ANSWERS = 0.05, 2, 3
_SCRIPT = """wrk.method = "POST"
wrk.body = [====[{body}]====]
{headers}
done = function(summary, latency, requests)
    io.write(string.format('{{"requests":%d,"seconds":%f,"p50":%f,"p95":%f,"p99":%f,"failed":%d}}\\n',
        summary.requests, summary.duration / 1e6,
        latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Measured:
    """One run: requests a second, percentiles in ms, and CPU in ms a request of the peer and of PostgreSQL."""

    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float
    database_cpu: float


def press(
    request: Request, peer: Peer, database: psutil.Process, seconds: int, *, alone: float, at_once: int = CONNECTIONS
) -> Measured:
    """Ask the same again and again for some seconds; fails if any answer is not one of success.

    ``alone`` is how many seconds the peer needs for one answer when it is asked nothing else.
    """
    connections = at_once if alone < _SLOW_SECONDS else min(at_once, _CONNECTIONS_OF_SLOW)
    # Of those that are asked at once the first may be answered as late as all.
    seconds = max(seconds, math.ceil(alone * connections * _ANSWERS))
    with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="utf-8") as script:
        headers = "\n".join(
            f"wrk.headers[{json.dumps(key)}] = {_quoted(value)}" for key, value in request.headers.items()
        )
        script.write(_SCRIPT.format(body=request.body.decode(), headers=headers))
        script.flush()
        before = cpu_seconds(psutil.Process(peer.pid)), cpu_seconds(database)
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name, request.url]
        finished = subprocess.run(command, capture_output=True, text=True, check=True)
        after = cpu_seconds(psutil.Process(peer.pid)), cpu_seconds(database)
    found = json.loads(finished.stdout.splitlines()[-1])
    assert found["failed"] == 0 and found["requests"] > 0, f"{peer.name}: {finished.stdout}"
    peer_cpu, database_cpu = ((now - then) * 1000 / found["requests"] for then, now in zip(before, after, strict=True))
    rate = found["requests"] / found["seconds"]
    return Measured(rate, found["p50"], found["p95"], found["p99"], peer_cpu, database_cpu)


def cpu_seconds(process: psutil.Process) -> float:
    """CPU time of a process and of its children, those that ended included."""
    try:
        times = process.cpu_times()
        total: float = times.user + times.system + times.children_user + times.children_system
        return total + sum(cpu_seconds(child) for child in process.children())
    except psutil.NoSuchProcess:
        # It ends while it is looked at; its time is its parent's from now on.
        return 0.0


def _quoted(value: str) -> str:
    return f"[====[{value}]====]"


def postmaster(data_dir: Path) -> psutil.Process:
    """The first process of the embedded PostgreSQL that runs in a data folder."""
    return psutil.Process(int((data_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0]))
