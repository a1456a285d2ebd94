"""What is recorded of requests: each once, in lines that stay whole."""

from __future__ import annotations

import inspect
import io
import json
import logging
from select import PIPE_BUF
from types import SimpleNamespace

import pytest
import structlog
from prometheus_client import generate_latest

from server.observability import Metrics, configure_logging
from server.recorder import Recorder, Trace
from tests.cluster import run


class _Writes(io.RawIOBase):
    """Keeps what each write to it wrote."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, text: bytes) -> int:  # type: ignore[override]
        self.texts.append(bytes(text))
        return len(text)


@pytest.mark.parametrize("count", [0, 1, 500])
def test_lines_reach_a_pipe_whole_and_in_order(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    writes, metrics = _Writes(), Metrics()

    async def record() -> None:
        recorder = Recorder(metrics)
        for number in range(count):
            recorder.add(Trace(f"{number}", "query", "监督" * 50, ["TIMEOUT"] * (number % 2 * 500)), 200, number / 1000)
        recorder.write()
        recorder.write()

    kept = structlog.get_config()
    configure_logging("info")
    monkeypatch.setattr("sys.stderr", SimpleNamespace(buffer=io.BufferedWriter(writes)))
    try:
        run(record())
    finally:
        structlog.configure(**kept)
    assert all(text.endswith(b"\n") and len(text) <= PIPE_BUF for text in writes.texts)
    lines = [json.loads(line) for line in b"".join(writes.texts).splitlines()]
    assert [(line["correlation_id"], line["milliseconds"]) for line in lines] == [(f"{n}", n) for n in range(count)]
    found = generate_latest(metrics.registry).decode()
    for outcome, times in (("OK", (count + 1) // 2), ("TIMEOUT", count // 2)):
        assert times == 0 or f'jiandu_requests_total{{operation="query",outcome="{outcome}"}} {times}.0' in found


def test_an_error_is_logged_by_its_place_and_not_by_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.TextIOWrapper(io.BytesIO(), write_through=True)
    kept, handlers = structlog.get_config(), [*logging.root.handlers]
    monkeypatch.setattr("sys.stderr", written)
    configure_logging("info")
    try:
        try:
            raise KeyError("身份证4103")
        except KeyError as error:
            structlog.get_logger().exception("import.broken", error="KeyError")
            structlog.get_logger().error("import.broken", exc_info=error)
            logging.getLogger("procrastinate").exception("it ended")
        structlog.get_logger().exception("nothing is handled")
    finally:
        structlog.configure(**kept)
        logging.root.handlers[:] = handlers
    written.seek(0)
    *lines, last = [json.loads(line) for line in written]
    assert len(lines) == 3 and "exc_info" not in last
    for line in lines:
        assert line["error"] == "builtins.KeyError" and "4103" not in str(line)
        assert __file__ in line["trace"][0] and line["trace"][0].endswith(" " + inspect.stack()[0].function)
