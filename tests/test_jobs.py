"""What is done at its time: by a server, and by a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from procrastinate import App

from server.jobs import Jobs, make_jobs, work
from tests.cluster import TEST_KEY, Rows, run, until
from tests.serving import serving
from tests.test_serve import ROOT, environment

RAISED = "SELECT count(*) FROM alert WHERE rule = 'DEADLINE_PASSED' AND object_id = $1 AND cleared_at IS NULL"
LOOKED = "SELECT count(*) FROM procrastinate.procrastinate_periodic_defers WHERE task_name = 'look_at_the_clock'"


@pytest.fixture
def rows(scratch: str) -> Iterator[Rows]:
    rows = Rows(scratch)
    yield rows
    rows.close()


def late(rows: Rows) -> object:
    """A case whose deadline passed a minute ago."""
    case = rows.value(
        """SELECT case_id FROM deadline WHERE case_id IS NOT NULL AND ended_at IS NULL AND suspended_at IS NULL
           ORDER BY id LIMIT 1"""
    )
    rows.execute("DELETE FROM alert WHERE object_id = $1", case)
    rows.execute("UPDATE deadline SET due_at = now() - interval '1 minute' WHERE case_id = $1", case)
    return case


def test_a_server_raises_what_fell_due(scratch: str, rows: Rows, data_dir: Path) -> None:
    case = late(rows)
    with serving(scratch, data_dir, jobs="inside") as client, serving(scratch, data_dir, jobs="inside"):
        until(lambda: rows.value(RAISED, case) == 1, 30)
        assert client.http.get("/health/ready").json()["jobs"] == "ok"
    # Each time is done once, whoever comes first.
    times = "SELECT count(DISTINCT defer_timestamp) FROM procrastinate.procrastinate_periodic_defers"
    assert rows.value(LOOKED) == rows.value(f"{times} WHERE task_name = 'look_at_the_clock'") > 0


_RECEIPT = """
INSERT INTO command_receipt (account_id, idempotency_key, command, fingerprint, object_id, created_at)
SELECT gen_random_uuid(), days::text, 'x', '', 'x', now() - make_interval(days => days) FROM unnest(ARRAY[29, 31]) days
"""
_NOTIFICATION = """
INSERT INTO notification (id, at, account_id, action, object_type, object_id)
SELECT gen_random_uuid(), now() - make_interval(days => days), (SELECT min(id::text)::uuid FROM account), days::text,
  'x', gen_random_uuid() FROM unnest(ARRAY[365, 367]) days
"""


_FILE = """
INSERT INTO stored_file (id, name, media_type, size, sha256, organization_id, region_code, uploaded_by, created_at,
  state, storage_key)
SELECT gen_random_uuid(), f.name, 'text/plain', 1, sha256(''), o.id, o.region_code,
  (SELECT min(id::text)::uuid FROM account),
  now() - make_interval(days => days), 'STORED', f.name
FROM (SELECT * FROM organization LIMIT 1) o, (VALUES (29, 'fresh'), (31, 'unused'), (31, 'used')) f (days, name)
"""
_USE = """
UPDATE transfer_attachment SET file_id = (SELECT id FROM stored_file WHERE name = 'used')
WHERE ctid = (SELECT min(ctid) FROM transfer_attachment)
"""


def test_receipts_and_notifications_are_kept_for_their_time_and_uploads_until_they_are_used(
    scratch: str, rows: Rows
) -> None:
    async def clear_away() -> None:
        app = make_jobs(scratch)
        async with app.open_async():
            await app.tasks["clear_away"](0)

    rows.execute(_RECEIPT)
    rows.execute(_NOTIFICATION)
    rows.execute(_FILE)
    rows.execute(_USE)
    run(clear_away())
    kept = (
        "SELECT idempotency_key FROM command_receipt UNION ALL SELECT action FROM notification WHERE object_type = 'x'"
    )
    assert [row["idempotency_key"] for row in rows.fetch(kept)] == ["29", "365"]
    assert [row["name"] for row in rows.fetch("SELECT name FROM stored_file ORDER BY 1")] == ["fresh", "used"]


def test_that_nobody_works_is_told(rows: Rows, data_dir: Path) -> None:
    """By every server that is ready, since it serves all the same."""
    rows.execute(
        """INSERT INTO procrastinate.procrastinate_periodic_defers (task_name, defer_timestamp)
           SELECT 'look_at_the_clock', extract(epoch FROM now())::bigint - ago FROM unnest(ARRAY[600, 7200]) ago"""
    )
    with serving(rows.url, data_dir) as client:
        ready = client.http.get("/health/ready")
    assert ready.status_code == 200
    assert ready.json()["jobs"] == "degraded: the clock was last looked at 10 minutes ago; run python -m server work"


def test_a_worker_that_ends_by_itself_begins_again(scratch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one does that lost the database for a moment; until a signal ends the process."""
    runs: list[None] = []

    async def run_once(app: App, **_: Any) -> None:
        runs.append(None)
        if len(runs) > 1:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.Event().wait()

    monkeypatch.setattr(App, "run_worker_async", run_once)
    monkeypatch.setattr(Jobs, "_retry_seconds", 0, raising=False)
    run(work(scratch))
    assert len(runs) == 2


@pytest.mark.full
def test_a_process_of_its_own(scratch: str, rows: Rows, data_dir: Path) -> None:
    case = late(rows)
    given = environment(APP_ENV="development", DATABASE_URL=scratch, DATA_DIR=str(data_dir), FIELD_KEYS=TEST_KEY)
    with subprocess.Popen([sys.executable, "-m", "server", "work"], cwd=ROOT, env=given) as worker:
        until(lambda: rows.value(RAISED, case) == 1, 60)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
