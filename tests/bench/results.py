"""What a run found, with where and when: a page with one table and a picture, and one line of JSON."""

from __future__ import annotations

import datetime
import json
import platform
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from tests.bench.commands import Commands
from tests.bench.mix import Paced
from tests.bench.picture import picture
from tests.bench.reads import Figure
from tests.bench.workload import PEERS

_HERE = Path(__file__).parent
_PACKAGES = ("strawberry-graphql", "graphql-core", "starlette", "uvicorn", "uvloop", "asyncpg", "sqlalchemy")
_LOCK = _HERE / "peers/postgraphile/package-lock.json"


_HEAD = """# Jiandu beside its peers

`{command}` of {date} at {commit}, on {machine[cores]} cores ({machine[processor]}, {machine[memory_gb]} GB,
{machine[system]}) that the load generator, the peer and PostgreSQL share; nothing is pinned. Load of the machine by
others when it began: **{machine[load_of_others]:.1f}**. Versions: {others}.

The answers of all peers were compared before anything was timed. Medians of five rounds, in each of which every peer
is asked once, over ten connections (two, where one answer takes over 50 ms); ratios are medians of the rounds' own.
*ms CPU* are of the peer and of PostgreSQL for one request; *one by one* is Jiandu's median time over one connection.

The limit and plain Strawberry take the caller's facts for true; PostGraphile gets them as arguments of functions that
PostgreSQL inlines. What these leave out (tokens, policy, limits, metrics, a line of the log) Jiandu does for every
request. Its sealer works beside it on the audit entries of the audited rows, also on those of the limit.

![ratios](ratios.svg)

| workload | cases | limit /s | Jiandu /s | Strawberry /s | PostGraphile /s | Jiandu / limit | Jiandu / Strawberry \
| Jiandu / PostGraphile | Jiandu p50, p95, p99 ms | one by one ms | ms CPU, limit | ms CPU, Jiandu |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""
_PACED = """
W8 ran at {rate:.0f} requests a second, of {highest:.0f} at the most: p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f} ms
from the moment that each was due. The generator used {generator_cpu:.0%} of a core and was {late:.0f} ms late at the
most. Memory of the worker in the course of it: {course} MB."""

_COMMANDS = """
W6: {jiandu:.1f} commands a second over one connection (register, file, draft a transfer), {pgbench:.1f} in pgbench,
which says the same {statements_a_command:.1f} statements a command, those that read the payload among them, prepared
and over one connection too."""


@dataclass(frozen=True)
class Results:
    """All that a run measured; what a shorter run leaves out is empty."""

    about: dict[str, Any]
    reads: Sequence[Figure]
    paced: Paced | None = None
    commands: Commands | None = None
    two_workers: dict[str, float] | None = None
    start_seconds: float | None = None

    def print_json(self) -> None:
        """All of it as one line."""
        print(json.dumps(asdict(self), ensure_ascii=False))

    def write(self) -> None:
        """RESULTS.md and the picture beside this module."""
        (_HERE / "ratios.svg").write_text(picture(self.reads), encoding="utf-8")
        (_HERE / "RESULTS.md").write_text("\n".join(self._page()) + "\n", encoding="utf-8")

    def goals(self) -> Iterator[tuple[str, str, str, bool]]:
        """Each goal that was measured: what, how much is asked, how much was found, and whether it is met."""
        jiandu = [figure for figure in self.reads if figure.peer == "jiandu"]
        main = [figure for figure in jiandu if figure.workload in ("W1", "W2", "W3")]
        for peer, least, keys in (("limit", 0.9, "W1–W3"), ("postgraphile", 2.0, "W1–W3"), ("strawberry", 20.0, "W1")):
            found = [each for each in main if peer in each.against and each.workload in keys.replace("–", "W2")]
            if found:
                worst = min(found, key=lambda each: each.against[peer])
                text = f"{worst.against[peer]:.2f} at the least ({worst.workload} {worst.question}, {worst.cases:,})"
                yield f"{keys} throughput, Jiandu / {peer}", f"≥ {least}", text, worst.against[peer] >= least
        yield from self._growth(jiandu)
        if self.commands:
            ratio = self.commands.ratio
            yield "W6, Jiandu / pgbench of the same statements", "≥ 0.5", f"{ratio:.2f}", ratio >= 0.5
        if self.paced:
            ratio, memory = self.paced.p99 / self.paced.p50, max(self.paced.memory)
            yield "W8 p99 / p50 at 60% of the highest throughput", "≤ 5", f"{ratio:.1f}", ratio <= 5
            yield "memory of one worker under W8", "≤ 180 MB", f"{memory:.0f} MB", memory <= 180
        if self.start_seconds is not None:
            found_seconds = f"{self.start_seconds:.1f} s"
            yield "start of `make serve` when set up", "≤ 5 s", found_seconds, self.start_seconds <= 5
        for name, ratio in (self.two_workers or {}).items():
            yield f"two workers / one worker, {name}", "≥ 1.5", f"{ratio:.2f}", ratio >= 1.5

    def _growth(self, jiandu: Sequence[Figure]) -> Iterator[tuple[str, str, str, bool]]:
        smallest = min(figure.cases for figure in jiandu)
        before = {(each.workload, each.question): each.undisturbed for each in jiandu if each.cases == smallest}
        for cases in sorted({figure.cases for figure in jiandu} - {smallest}):
            of_size = [each for each in jiandu if each.cases == cases and each.workload in ("W1", "W4")]
            searches = [each for each in of_size if each.question.endswith("search")]
            for what, figures in (
                ("pages", [each for each in of_size if each not in searches]),
                ("searches, whose matches grow with the cases", searches),
            ):
                grown = {
                    f"{each.workload} {each.question}": each.undisturbed / then
                    for each in figures
                    if each.undisturbed and (then := before.get((each.workload, each.question)))
                }
                worst = max(grown, key=lambda name: grown[name])
                found = f"{grown[worst]:.2f} at the most ({worst})"
                yield f"W1, W4 median time at {cases:,} / at {smallest:,}, {what}", "≤ 1.3", found, grown[worst] <= 1.3
            slowest = max(each.undisturbed or 0 for each in searches)
            yield f"W4 search at {cases:,}", "≤ 50 ms", f"{slowest:.1f} ms at the most", slowest <= 50

    def _page(self) -> Iterator[str]:
        yield _HEAD.format(
            **self.about, others=", ".join(f"{name} {each}" for name, each in self.about["versions"].items())
        )
        yield from ("| " + " | ".join(row) + " |" for row in self._rows())
        yield "\n| goal | asked | found | |\n|---|---|---|---|"
        for what, asked, found, is_met in self.goals():
            yield f"| {what} | {asked} | {found} | {'met' if is_met else '**not met**'} |"
        if self.commands:
            yield _COMMANDS.format(**asdict(self.commands))
        if self.paced:
            yield _PACED.format(**asdict(self.paced), course=", ".join(f"{each:.0f}" for each in self.paced.memory))

    def _rows(self) -> Iterator[list[str]]:
        found = {(each.workload, each.question, each.cases, each.peer): each for each in self.reads}
        for (workload, question, cases, peer), jiandu in found.items():
            if peer != "jiandu":
                continue
            every = {other: found.get((workload, question, cases, other)) for other in PEERS}
            measured, limit = jiandu.measured, every["limit"]
            assert limit is not None
            yield [
                f"{workload} {question}",
                f"{cases:,}",
                *(f"{each.measured.rate:.1f}" if each else "" for each in every.values()),
                *(
                    f"{jiandu.against[each]:.2f}" if each in jiandu.against else ""
                    for each in PEERS
                    if each != "jiandu"
                ),
                f"{measured.p50:.1f}, {measured.p95:.1f}, {measured.p99:.1f}",
                f"{jiandu.undisturbed:.2f}",
                *(f"{each.cpu:.2f} + {each.database_cpu:.2f}" for each in (limit.measured, measured)),
            ]


def surroundings(command: str, postgresql: str) -> dict[str, Any]:
    """The machine, the versions, the date and the command of a run."""
    locked = json.loads(_LOCK.read_text(encoding="utf-8"))["packages"]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return {
        "command": command,
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "machine": {
            "cores": psutil.cpu_count(),
            "processor": _processor(),
            "memory_gb": round(psutil.virtual_memory().total / 2**30),
            "system": platform.system() + " " + platform.release(),
            "load_of_others": psutil.getloadavg()[0],
        },
        "versions": {
            "python": platform.python_version(),
            "postgresql": postgresql,
            **{name: version(name) for name in _PACKAGES},
            **{name: locked[f"node_modules/{name}"]["version"] for name in ("node", "postgraphile", "graphql")},
        },
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
