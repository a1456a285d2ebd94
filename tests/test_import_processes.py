"""Imports in processes: a server killed in the middle of a job, two that start at once, and the command line."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.bureau import OFFICER
from tests.cluster import TEST_KEY, Cluster, Rows, until
from tests.test_imports import CASES, OFFICERS, Desk, as_csv, as_xlsx, case, counters, officer
from tests.test_serve import ROOT, Process, data_dir, environment, said_in_one_line

__all__ = ["data_dir"]
TOTAL, BLOCKED = 300, 150
BAD = (50, 100, 200, 250, 300)
CREDIT_CODE = "91410302MA3X4K5L0Q"


def table(mode: str) -> list[list[Any]]:
    """Cases of which each names its place: one meets an enterprise that a test locks, and row by row some are bad."""
    rows: list[list[Any]] = [[*CASES, "统一社会信用代码"]]
    for number in range(1, TOTAL + 1):
        given = {"案由": f"案由{number}", "办案人员编号": ""}
        if number == BLOCKED:
            rows.append([*case("", **{**given, "当事人类别": "单位", "身份证号": ""}), CREDIT_CODE])
        elif number in BAD and mode == "PER_ROW":
            rows.append([*case("", **{**given, "身份证号": "1"}), ""])
        else:
            rows.append([*case("", **given), ""])
    return rows


@pytest.fixture
def url(cluster: Cluster, worker_id: str) -> str:
    return cluster.create(f"imports_{worker_id}")


@pytest.fixture
def rows(url: str) -> Iterator[Rows]:
    rows = Rows(url)
    yield rows
    rows.close()


@pytest.fixture
def blocker(url: str) -> Iterator[Rows]:
    """Holds a row that the import has to wait for, until it is rolled back."""
    rows = Rows(url)
    rows.execute("BEGIN")
    rows.execute("INSERT INTO enterprise (credit_code) VALUES ($1)", CREDIT_CODE)
    yield rows
    rows.close()


@pytest.fixture
def start(data_dir: Path, url: str) -> Iterator[Callable[[], Process]]:
    """Starts servers; none outlives the test, or it would take up the jobs of the next."""
    started: list[Process] = []

    def start_server() -> Process:
        started.append(Process(data_dir, DATABASE_URL=url, FIELD_KEYS=TEST_KEY))
        return started[-1]

    yield start_server
    for server in started:
        if server.process.poll() is None:
            server.end(signal.SIGKILL)


def numbers(rows: Rows) -> tuple[int, int]:
    """How many cases were imported, and how many numbers were given to them and others."""
    cases = rows.value("SELECT count(*) FROM enforcement_case WHERE cause LIKE '案由%'")
    return cases, rows.value("SELECT coalesce(sum(last), 0)::int FROM number_series")


@pytest.mark.full
@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_a_server_is_killed_in_the_middle(start: Callable[[], Process], rows: Rows, blocker: Rows, mode: str) -> None:
    server = start()
    given = rows.value("SELECT coalesce(sum(last), 0)::int FROM number_series")
    refused = len(BAD) if mode == "PER_ROW" else 0
    id_ = Desk(server.client, rows).queue("CASES", as_csv(table(mode)), mode=mode)
    reading = "SELECT rows_read FROM import_job"
    # The progress is seen while the job runs, up to the row that waits.
    until(lambda: rows.value(reading) >= 140, 120)
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    until(lambda: rows.value(waiting) > 0, 120)
    # What is broken off in good order is no attempt.
    assert server.end(signal.SIGTERM) == 0
    assert (rows.value("SELECT attempts FROM import_job"), rows.value(waiting)) == (0, 0)
    server = start()
    until(lambda: rows.value(reading) >= 140 and rows.value(waiting) > 0, 120)
    stood = rows.value(reading)
    assert server.end(signal.SIGKILL) == -signal.SIGKILL
    kept, used = numbers(rows)
    assert rows.value("SELECT state FROM import_job") == "RUNNING"
    assert rows.value("SELECT attempts FROM import_job") == 1
    if mode == "PER_ROW":
        (counted,) = rows.fetch("SELECT rows_accepted, rows_refused FROM import_job")
        assert kept == used - given == counted["rows_accepted"] > 0
        assert rows.value("SELECT count(*) FROM refused_row") == counted["rows_refused"] > 0
    else:
        assert (kept, used) == (0, given)
    blocker.execute("ROLLBACK")

    # Of two that come next one takes it up.
    one, two = start(), start()
    desk = Desk(one.client, rows)
    until(lambda: desk.read(id_)["finishedAt"] is not None, 120)
    job = desk.read(id_)
    assert stood < BLOCKED
    assert counters(job) == ("DONE", TOTAL, TOTAL, TOTAL - refused, refused), job
    kept, used = numbers(rows)
    assert kept == used - given == TOTAL - refused
    assert rows.value("SELECT count(DISTINCT cause) FROM enforcement_case WHERE cause LIKE '案由%'") == kept
    entries = "SELECT count(*) FROM audit_entry WHERE action = 'register_case' AND object_type = 'EnforcementCase'"
    assert rows.value(entries) == kept
    if mode == "PER_ROW":
        assert [row[2] for row in desk.refused(job)[1:]] == [f"案由{number}" for number in BAD]
    assert one.end(signal.SIGTERM) == two.end(signal.SIGTERM) == 0


class TestCommandLine:
    @pytest.fixture
    def import_(self, data_dir: Path, url: str, tmp_path: Path) -> Any:
        def run_import(name: str, content: bytes, *arguments: str, account: str = OFFICER) -> Any:
            file = tmp_path / name
            file.write_bytes(content)
            given = {"APP_ENV": "development", "DATABASE_URL": url, "DATA_DIR": str(data_dir), "FIELD_KEYS": TEST_KEY}
            asked = ("import", "officers", str(file), "--account", account, *arguments)
            return subprocess.run(
                [sys.executable, "-m", "server", *asked],
                cwd=ROOT,
                env=environment(**given),
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )

        return run_import

    @pytest.mark.full
    def test_alone(self, import_: Any, rows: Rows, tmp_path: Path) -> None:
        before = rows.value("SELECT count(*) FROM officer")
        mixed = [OFFICERS, officer(1), officer(2, 出生日期="去年")]
        tried = import_("a.csv", as_csv(mixed, "gb18030"), "--mode", "per-row", "--dry-run")
        assert (tried.returncode, tried.stderr) == (1, "")
        assert tried.stdout.splitlines()[-2:] == ["2 of 2 rows: 1 accepted, 1 refused", "DONE"]
        as_a_whole = import_("a.csv", as_csv(mixed))
        assert as_a_whole.returncode == 1 and as_a_whole.stdout.splitlines()[-1].startswith("FAILED：1 行未通过")
        assert rows.value("SELECT count(*) FROM officer") == before
        out = tmp_path / "refused.xlsx"
        kept = import_("a.csv", as_csv(mixed), "--mode", "per-row", "--refused", str(out))
        assert kept.returncode == 1
        assert rows.value("SELECT count(*) FROM officer") == before + 1
        (_, refused) = load_workbook(out).worksheets[0].iter_rows(values_only=True)
        assert refused[0] == "T-2" and "「出生日期」" in refused[5]
        whole = import_("b.xlsx", as_xlsx([OFFICERS, officer(3), officer(4)]))
        assert (whole.returncode, whole.stderr) == (0, "")
        assert whole.stdout.splitlines()[-2:] == ["2 of 2 rows: 2 accepted, 0 refused", "DONE"]
        assert rows.value("SELECT count(*) FROM officer") == before + 3

    @pytest.mark.full
    def test_beside_a_server(self, import_: Any, start: Callable[[], Process], rows: Rows) -> None:
        server = start()
        finished = import_("a.csv", as_csv([OFFICERS, *(officer(number) for number in range(50))]))
        assert (finished.returncode, finished.stderr) == (0, "")
        assert rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == 50
        assert server.end(signal.SIGTERM) == 0

    @pytest.mark.full
    def test_what_cannot_be(self, import_: Any) -> None:
        content = as_csv([OFFICERS, officer(1)])
        for said, word in (
            (import_("a.csv", content, account="nobody"), "'nobody'"),
            (import_("a.csv", content, "--organization", "11410302MB0000000X"), "11410302MB0000000X"),
            (import_("a.txt", content), ".xlsx"),
            (import_("a.csv", content, account="evaluator"), "None of your roles"),
            (import_("a.xlsx", content), "not of the type"),
        ):
            assert word in said_in_one_line(said)
