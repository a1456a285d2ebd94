"""Whether all peers answer the same, before anything is timed."""

from __future__ import annotations

import datetime
import re
from typing import Any

from tests.bench.running import Peers
from tests.bench.workload import Question

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def canonical(value: Any) -> Any:
    """An answer in which a moment is the same however it is written: in UTC and whole milliseconds.

    How a scalar is written is the peer's own; what it says is not.
    """
    if isinstance(value, dict):
        return {name: canonical(item) for name, item in value.items()}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        moment = datetime.datetime.fromisoformat(value).astimezone(datetime.UTC)
        return moment.isoformat(timespec="milliseconds")
    return value


def answer(peers: Peers, peer: str, question: Question) -> dict[str, Any]:
    """What a peer answers to a question, made canonical."""
    response = peers.send(peers.request(peer, question))
    assert response.status_code == 200, f"{peer}, {question.name}: {response.status_code} {response.text[:2000]}"
    found: dict[str, Any] = canonical(response.json())
    return found


def check_answers(peers: Peers, question: Question) -> dict[str, Any]:
    """The answer that every asked peer gives.  Fails on the first that differs."""
    expected = answer(peers, "limit", question)
    assert set(expected) == {"data"}, expected
    for peer in question.peers[1:]:
        found = answer(peers, peer, question)
        assert found == expected, f"{peer} answers {question.name} differently:\n{found}\n{expected}"
    return expected
