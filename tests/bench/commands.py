"""W6: commands over HTTP beside the very same statements in pgbench.

Errands (a case is registered, filed, and a transfer of it drafted) are run once by a server whose statements
PostgreSQL logs.  Those are said again by pgbench, prepared and one after the other over one connection, to a copy of
the database as it was, and the same errands are run over one connection by a server on another copy.
"""

from __future__ import annotations

import itertools
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import psutil
from sqlalchemy.engine import make_url

from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bench.running import Peers, running_peers
from tests.bench.workload import Question
from tests.cluster import Rows

_ERRANDS, _WARM = 40, 5
_COUNTY, _FIELD, _DUTY = "410302", "MARKET_REGULATION", "MR-P-002"
_PERSONA = "county-market-officer"
_DOCUMENT = """mutation Run($input: {1}!) {{
  {0}(input: $input) {{ {2} {{ id version state }} userErrors {{ code field message }} }}
}}"""
# What a connection says on which a command is run or its payload read; what works beside them has its own.
_OF_COMMANDS = ("command_receipt", "convert_to(")
_ENTRY = re.compile(r"^(\d+)\|(\w*)\|(LOG|DETAIL):  (.*)", re.DOTALL)
_STATEMENT = re.compile(r"(?:execute [^:]*|statement): (.*)", re.DOTALL)
_PARAMETER = re.compile(r"\$\d+ = (NULL|'(?:[^']|'')*')")


@dataclass(frozen=True)
class Commands:
    """Commands a second of Jiandu and of pgbench, medians, and the median of the ratios of each round."""

    jiandu: float
    pgbench: float
    ratio: float
    statements_a_command: float


def run_commands(url: str, data_dir: Path, database: psutil.Process, *, rounds: int) -> Commands:
    """Record, then time both sides in turn."""
    # The one that came with the server.
    pgbench = Path(database.exe()).with_name("pgbench")
    with _copy(url, "bench_recorded", is_logged=True) as recorded:
        log = data_dir / "postgres" / "log"
        with _serving(recorded, data_dir) as peers:
            _errands(peers, recorded, _WARM)
            offset = log.stat().st_size
            done = _errands(peers, recorded, _ERRANDS)[0]
        with log.open(encoding="utf-8") as lines:
            lines.seek(offset)
            script, count = _script(lines.read(), "bench_recorded")
    rates: list[tuple[float, float]] = []
    for _ in range(rounds):
        with _copy(url, "bench_served") as served, _serving(served, data_dir) as peers:
            _errands(peers, served, _WARM)
            commands, seconds = _errands(peers, served, _ERRANDS)
        with _copy(url, "bench_replayed") as replayed:
            rates.append((commands / seconds, commands / _replay(script, replayed, pgbench)))
    return Commands(
        jiandu=statistics.median(mine for mine, _ in rates),
        pgbench=statistics.median(theirs for _, theirs in rates),
        ratio=statistics.median(mine / theirs for mine, theirs in rates),
        statements_a_command=count / done,
    )


@contextmanager
def _copy(url: str, name: str, *, is_logged: bool = False) -> Iterator[str]:
    """The URL of a copy of the database; it is dropped at the end."""
    own = make_url(url)
    rows = Rows(own.set(database="postgres").render_as_string(hide_password=False))
    try:
        rows.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        rows.execute(f"CREATE DATABASE {name} TEMPLATE {own.database} STRATEGY FILE_COPY")
        if is_logged:
            rows.execute("ALTER SYSTEM SET log_line_prefix = '%p|%d|'")
            rows.execute("SELECT pg_reload_conf()")
            rows.execute(f"ALTER DATABASE {name} SET log_statement = 'all'")
        yield own.set(database=name).render_as_string(hide_password=False)
    finally:
        if is_logged:
            rows.execute("ALTER SYSTEM RESET log_line_prefix")
            rows.execute("SELECT pg_reload_conf()")
        rows.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        rows.close()


@contextmanager
def _serving(url: str, data_dir: Path) -> Iterator[Peers]:
    with running_peers(["jiandu"], [], url, data_dir) as peers:
        yield peers


class _Errands:
    """Runs commands as one officer, over one connection, and costs little beside them, as pgbench does."""

    def __init__(self, peers: Peers) -> None:
        anything = peers.request("jiandu", Question("", _PERSONA, "", {}, "", ()))
        self._headers, self._address = anything.headers, urlsplit(anything.url)
        self._connection = HTTPConnection(self._address.netloc)
        self._keys, self.commands = itertools.count(), 0

    def run(self, name: str, input_type: str, shown: str, /, **given: Any) -> dict[str, Any]:
        """What a command leaves of its object; it must succeed."""
        asked = {"idempotencyKey": f"{time.time_ns()}-{next(self._keys)}", **given}
        body = {"query": _DOCUMENT.format(name, input_type, shown), "variables": {"input": asked}}
        self._connection.request("POST", self._address.path, orjson.dumps(body), self._headers)
        payload = orjson.loads(self._connection.getresponse().read())["data"][name]
        assert payload["userErrors"] == [], payload
        self.commands += 1
        found: dict[str, Any] = payload[shown]
        return found

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _errands(peers: Peers, url: str, count: int) -> tuple[int, float]:
    """How many commands were run, and in how many seconds."""
    rows = Rows(url)
    market, health = (organization_id(_COUNTY, "DEPARTMENT", each) for each in (_FIELD, "HEALTH"))
    duty = rows.value(
        "SELECT id FROM duty_item WHERE code = $1 AND organization_id = $2 AND state = 'PUBLISHED'", _DUTY, market
    )
    officers = rows.fetch(
        """SELECT o.id FROM officer o JOIN certificate c ON c.officer_id = o.id
           WHERE o.organization_id = $1 AND c.state = 'VALID' AND c.valid_to > now() ORDER BY o.number LIMIT 2""",
        market,
    )
    rows.close()
    new_case = {
        "organizationId": str(GlobalID("Organization", str(market))),
        "dutyItemId": str(GlobalID("DutyItem", str(duty))),
        "actType": "PENALTY",
        "cause": "标签不符合规定",
        "party": {"kind": "PERSON", "name": "张三丰", "idNumber": "11010519491231002X", "phone": "13800138000"},
        "officerIds": [str(GlobalID("Officer", str(each["id"]))) for each in officers],
    }
    transfer = {
        "kind": "HORIZONTAL",
        "receiverId": str(GlobalID("Organization", str(health))),
        "reason": "属于卫生健康部门管辖",
    }
    errands, started = _Errands(peers), time.perf_counter()
    for _ in range(count):
        case = errands.run("registerCase", "RegisterCaseInput", "case", **new_case)
        errands.run("fileCase", "CommandInput", "case", id=case["id"], version=case["version"])
        errands.run("draftTransfer", "DraftTransferInput", "transfer", caseId=case["id"], **transfer)
    seconds = time.perf_counter() - started
    errands.close()
    return errands.commands, seconds


def _script(log: str, database: str) -> tuple[str, int]:
    """What the log says as a script of prepared statements, and how many there are without the preparation."""
    said: list[tuple[str, str, list[str]]] = []
    for pid, kind, text in _entries(log, database):
        if kind == "LOG" and (found := _STATEMENT.fullmatch(text)):
            said.append((pid, found[1].strip().rstrip(";"), []))
        elif kind == "DETAIL" and said:
            said[-1][2].extend(_PARAMETER.findall(text))
    of_commands = {pid for pid, statement, _ in said if any(mark in statement for mark in _OF_COMMANDS)}
    prepared: dict[str, str] = {}
    lines = []
    for pid, statement, values in said:
        if pid not in of_commands:
            continue
        if not values:
            lines.append(f"{statement};")
            continue
        name = prepared.setdefault(statement, f"s{len(prepared)}")
        lines.append(f"EXECUTE {name} ({', '.join(values)});")
    preparation = [f"PREPARE {name} AS {statement};" for statement, name in prepared.items()]
    return "\n".join([*preparation, *lines]) + "\n", len(lines)


def _entries(log: str, database: str) -> Iterator[tuple[str, str, str]]:
    entries: list[str] = []
    for line in log.splitlines():
        if line.startswith("\t") and entries:
            entries[-1] += "\n" + line[1:]
        else:
            entries.append(line)
    for entry in entries:
        if (found := _ENTRY.match(entry)) and found[2] == database:
            yield found[1], found[3], found[4]


def _replay(script: str, url: str, pgbench: Path) -> float:
    """Seconds that pgbench takes for the script, once, without its connecting."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as file:
        file.write(script)
        file.flush()
        command = [str(pgbench), "--no-vacuum", "--file", file.name, "--transactions", "1", url]
        finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0 and "ERROR" not in finished.stderr, finished.stderr[-3000:]
    latency = re.search(r"latency average = ([\d.]+) ms", finished.stdout)
    assert latency is not None, finished.stdout
    return float(latency[1]) / 1000
