"""The audits, the browser, the hostile corpus with its times, and many more random documents."""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests import test_differential as differential
from tests.documents import Operation, Pool
from tests.hostile import DOCUMENTS
from tests.serving import Client
from tests.test_differential import pool, references, tables, unbounded

__all__ = ["pool", "references", "tables", "unbounded"]

pytestmark = pytest.mark.full
HERE = Path(__file__).parent
SEEDS = 1_500


def node(script: str, *arguments: str) -> Any:
    finished = subprocess.run(
        ["node", script, *arguments], cwd=HERE, capture_output=True, text=True, timeout=120, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


def test_audits(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    audits = node("audit.mjs", f"{client.address}/graphql")
    passed = [audit for audit in audits if audit["status"] == "ok"]
    with capsys.disabled():
        print(f"\nGraphQL over HTTP: {len(passed)} of {len(audits)} audits")
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) == 61


def test_graphiql_in_a_browser(client: Client, tmp_path: Path) -> None:
    address = client.address
    screenshot = Path(os.environ.get("SCREENSHOT", tmp_path / "graphiql.png"))
    seen = node("graphiql.mjs", address, client.token("county-judicial"), str(screenshot))
    assert seen == {"asked": [address], "complaints": []}
    assert screenshot.stat().st_size > 10_000


def test_the_hostile_corpus_and_its_times(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    lines = []
    for name, (document, code) in DOCUMENTS.items():
        milliseconds = []
        for _ in range(3):
            started = time.perf_counter()
            response = client.post(document, Accept="application/graphql-response+json")
            milliseconds.append((time.perf_counter() - started) * 1000)
            assert response.json()["errors"][0]["extensions"]["code"] == code
        lines.append(f"  {max(milliseconds):6.1f} ms  {len(document):>8,} bytes  {code:<22} {name}")
    with capsys.disabled():
        print("\nHostile documents, answered in (worst of three)\n" + "\n".join(lines))


def test_thousands_of_random_documents(unbounded: Client, pool: Pool, references: Any) -> None:
    start = int(os.environ.get("SEED", time.time_ns()))
    for seed in range(start, start + SEEDS):
        persona = random.Random(seed).choice(differential.PERSONAS)
        operation = Operation(differential.CONTRACT._schema, pool, random.Random(seed))
        document = operation.text()
        try:
            differential.compare(unbounded, document, operation.variables(), persona, references(persona))
        except AssertionError as error:
            raise AssertionError(f"SEED={seed}") from error
