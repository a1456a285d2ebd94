"""The peers of the benchmarks answer every question alike, over the cases of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.equality import check_answers
from tests.bench.functions import installed
from tests.bench.running import Peers, running_peers
from tests.bench.workload import PEERS, Question, read_workloads
from tests.cluster import TEST_KEY, Cluster, Rows

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def asked(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[tuple[Peers, dict[str, list[Question]]]]:
    url = cluster.create(f"bench_{worker_id}")
    with installed(url):
        rows = Rows(url)
        questions = {key: workload.questions(rows) for key, workload in read_workloads().items()}
        rows.close()
        every = [question for each in questions.values() for question in each]
        with running_peers(PEERS, every, url, data_dir, field_keys=TEST_KEY) as peers:
            yield peers, questions


@pytest.mark.parametrize("workload", sorted(read_workloads()))
def test_every_peer_answers_alike(workload: str, asked: tuple[Peers, dict[str, list[Question]]]) -> None:
    peers, questions = asked
    for question in questions[workload]:
        assert check_answers(peers, question)["data"]
