"""``python -m tests.bench [quick | full | soak]``: Jiandu beside its peers, in one run on this machine."""

from __future__ import annotations

import argparse
import os

from tests.bench.commands import run_commands
from tests.bench.database import folder, running_database
from tests.bench.equality import check_answers
from tests.bench.mix import Paced, mix, pace
from tests.bench.reads import ROUNDS, Figure, compare
from tests.bench.results import Results, surroundings
from tests.bench.running import running_peers
from tests.bench.scaling import WITHOUT_DATABASE, start_seconds, two_workers
from tests.bench.workload import PEERS, Question, read_workloads
from tests.cluster import Rows

Asked = list[tuple[str, Question]]
_QUICK_CASES, _QUICK_SECONDS = 100_000, 1
_SIZES, _SECONDS = "100000,1000000,10000000", "2"
_PACED_SECONDS, _SOAK_SECONDS = 60, 600


def _asked(url: str) -> Asked:
    rows = Rows(url)
    try:
        return [(key, each) for key, workload in read_workloads().items() for each in workload.questions(rows)]
    finally:
        rows.close()


def _about(command: str) -> dict[str, object]:
    with running_database(_QUICK_CASES) as (url, _):
        rows = Rows(url)
        try:
            return surroundings(command, rows.value("SHOW server_version"))
        finally:
            rows.close()


def _reads(cases: int, seconds: int, *, is_quick: bool = False) -> list[Figure]:
    figures = []
    with running_database(cases) as (url, database):
        asked = _asked(url)
        if is_quick:
            asked = [
                each for each in asked if each[0] == "W3" or (each[0], each[1].persona) == ("W1", "county-judicial")
            ]
        with running_peers(PEERS, [question for _, question in asked], url, folder(cases)) as peers:
            for _, question in asked:
                check_answers(peers, question)
            for key, question in asked:
                figures += compare(key, question, cases=cases, peers=peers, database=database, seconds=seconds)
    return figures


def _paced(seconds: int) -> Paced:
    with running_database(_QUICK_CASES) as (url, _):
        asked = mix(_asked(url))
        with running_peers(["jiandu"], asked, url, folder(_QUICK_CASES)) as peers:
            return pace(peers, asked, seconds)


def _full() -> Results:
    about, seconds = _about("make bench"), int(os.environ.get("BENCH_SECONDS") or _SECONDS)
    sizes = [int(each) for each in (os.environ.get("BENCH_CASES") or _SIZES).split(",")]
    reads = [figure for cases in sizes for figure in _reads(cases, seconds)]
    with running_database(_QUICK_CASES) as (url, database):
        questions = [WITHOUT_DATABASE, _asked(url)[0][1]]
        ratios = two_workers(questions, url, folder(_QUICK_CASES), database, rounds=ROUNDS, seconds=seconds)
    with running_database(_QUICK_CASES) as (url, database):
        commands = run_commands(url, folder(_QUICK_CASES), database, rounds=ROUNDS)
    found = Results(about, reads, _paced(_PACED_SECONDS), commands, ratios, start_seconds(folder(_QUICK_CASES)))
    found.write()
    return found


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("run", choices=["quick", "full", "soak"])
    match parser.parse_args().run:
        case "quick":
            results = Results(_about("make bench-quick"), _reads(_QUICK_CASES, _QUICK_SECONDS, is_quick=True))
        case "full":
            results = _full()
        case _:
            results = Results(_about("make bench-soak"), [], _paced(_SOAK_SECONDS))
    results.print_json()


if __name__ == "__main__":
    _main()
