"""``python -m tests.bench quick``: Jiandu beside its peers, in one run on this machine."""

from __future__ import annotations

import argparse

from tests.bench.database import folder, running_database
from tests.bench.equality import check_answers
from tests.bench.reads import Figure, compare
from tests.bench.results import print_json, surroundings
from tests.bench.running import running_peers
from tests.bench.workload import PEERS, Question, read_workloads
from tests.cluster import Rows

_QUICK_CASES, _QUICK_SECONDS = 100_000, 1


def _quick() -> None:
    figures: list[Figure] = []
    with running_database(_QUICK_CASES) as (url, database):
        rows = Rows(url)
        about = surroundings("make bench-quick", rows.value("SHOW server_version"))
        asked: list[tuple[str, Question]] = [
            (key, question)
            for key in ("W1", "W3")
            for question in read_workloads()[key].questions(rows)
            if key == "W3" or question.persona == "county-judicial"
        ]
        rows.close()
        with running_peers(PEERS, [question for _, question in asked], url, folder(_QUICK_CASES)) as peers:
            for _, question in asked:
                check_answers(peers, question)
            for key, question in asked:
                figures += compare(
                    key, question, cases=_QUICK_CASES, peers=peers, database=database, seconds=_QUICK_SECONDS
                )
    print_json(about, figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("run", choices=["quick"])
    parser.parse_args()
    _quick()
