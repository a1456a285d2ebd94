"""Reads against their peers: in rounds, every peer once in each, so that what else the machine does meets them all."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import psutil

from tests.bench.load import CONNECTIONS, Measured, press
from tests.bench.running import Peers, Request
from tests.bench.workload import Question

ROUNDS = 5


@dataclass(frozen=True)
class Figure:
    """What one peer did with one question over one database; medians over the rounds.

    On Jiandu's figure alone: ``against`` are the medians of its rate over each other peer's in the same round, and
    ``undisturbed`` is the median over the rounds of the median time in ms of one request after the other.
    """

    workload: str
    question: str
    cases: int
    peer: str
    measured: Measured
    against: dict[str, float] = field(default_factory=dict)
    undisturbed: float | None = None


def compare(
    workload: str, question: Question, *, cases: int, peers: Peers, database: psutil.Process, seconds: int
) -> list[Figure]:
    """Time a question of all its peers; the answers have been compared."""
    requests = {peer: peers.request(peer, question) for peer in question.peers}
    alone = {peer: _seconds_alone(peers, request) for peer, request in requests.items()}

    def run(peer: str, at_once: int = CONNECTIONS) -> Measured:
        return press(requests[peer], peers.running[peer], database, seconds, alone=alone[peer], at_once=at_once)

    for peer in question.peers:
        run(peer)
    rounds, one_by_one = [], []
    for turn in range(ROUNDS):
        rounds.append({peer: run(peer) for peer in _turned(question.peers, turn)})
        one_by_one.append(run("jiandu", at_once=1))
    figures = []
    for peer in question.peers:
        ratios = {
            other: statistics.median(each["jiandu"].rate / each[other].rate for each in rounds)
            for other in question.peers
            if peer == "jiandu" != other
        }
        measured = median([each[peer] for each in rounds])
        undisturbed = median(one_by_one).p50 if peer == "jiandu" else None
        figures.append(Figure(workload, question.name, cases, peer, measured, ratios, undisturbed))
        print(
            f"{workload} {question.name:<40} {cases:>10,} {peer:<13} {measured.rate:8.1f}/s  p50 {measured.p50:7.2f} "
            f"p99 {measured.p99:7.2f} ms  CPU {measured.cpu:6.2f} + {measured.database_cpu:6.2f} ms",
            flush=True,
        )
    return figures


def _seconds_alone(peers: Peers, request: Request) -> float:
    def once() -> float:
        started = time.perf_counter()
        peers.send(request)
        return time.perf_counter() - started

    return min(once() for _ in range(5))


def _turned(peers: Sequence[str], turn: int) -> Sequence[str]:
    return peers if turn % 2 == 0 else peers[::-1]


def median(runs: Sequence[Measured]) -> Measured:
    """The median of each figure."""
    names = Measured.__dataclass_fields__
    return Measured(**{name: statistics.median(getattr(run, name) for run in runs) for name in names})
