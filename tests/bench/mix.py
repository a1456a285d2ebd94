"""W8: a mix of the reads at 60% of the highest throughput, and the memory of the worker in the course of it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.running import Peers
from tests.bench.workload import Question

# How often each question of a workload comes in the mix: cases are opened more often than lists, trees seldom.
_SHARES = {"W1": 5, "W2": 20, "W3": 1, "W4": 2}
_LOAD = 0.6
_CONNECTIONS, _CONNECTIONS_AT_RATE = 10, 100
_CALIBRATION_SECONDS = 10
_SAMPLES = 20


@dataclass(frozen=True)
class Paced:
    """A run at a fixed rate: requests a second, percentiles in ms, MB of the worker in the course of it.

    ``late`` is how many ms the generator started its latest request behind time, ``generator_cpu`` its share of a core.
    """

    highest: float
    rate: float
    p50: float
    p95: float
    p99: float
    late: float
    generator_cpu: float
    memory: list[float]


def mix(questions: Sequence[tuple[str, Question]]) -> list[Question]:
    """The questions in the order in which they are asked, over and over."""
    asked = [question for key, question in questions for _ in range(_SHARES[key])]
    random.Random(1).shuffle(asked)
    return asked


def pace(peers: Peers, asked: Sequence[Question], seconds: int) -> Paced:
    """Jiandu under the mix for so many seconds at 60% of what it can."""
    jiandu = peers.running["jiandu"]
    _generate(peers, asked, seconds=_CALIBRATION_SECONDS)
    highest = _finish(_generate(peers, asked, seconds=_CALIBRATION_SECONDS))["rate"]
    generator = _generate(peers, asked, seconds=seconds, rate=highest * _LOAD, wait=False)
    memory = [jiandu.memory()]
    for _ in range(_SAMPLES):
        try:
            generator.wait(seconds / _SAMPLES)
            break
        except subprocess.TimeoutExpired:
            memory.append(jiandu.memory())
    found = _finish(generator)
    return Paced(highest, memory=[round(each, 1) for each in memory], **found)


def _generate(
    peers: Peers, asked: Sequence[Question], *, seconds: int, rate: float = 0.0, wait: bool = True
) -> subprocess.Popen[str]:
    requests = [peers.request("jiandu", question) for question in asked]
    order = {
        "requests": [{"url": each.url, "headers": each.headers, "body": each.body.decode()} for each in requests],
        "rate": rate,
        "seconds": seconds,
        "connections": _CONNECTIONS_AT_RATE if rate else _CONNECTIONS,
    }
    command = [sys.executable, "-m", "tests.bench.pace"]
    generator = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert generator.stdin is not None
    generator.stdin.write(json.dumps(order))
    generator.stdin.close()
    if wait:
        generator.wait()
    return generator


def _finish(generator: subprocess.Popen[str]) -> dict[str, Any]:
    assert generator.stdout is not None
    with generator.stdout as output:
        found: dict[str, Any] = json.loads(output.read())
    generator.wait()
    assert found.pop("failed") == 0
    return found
