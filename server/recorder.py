"""What was asked of this process and how it ended: a line of the log and the figures of the metrics for each request.

Both are made for many requests at once, while what they read is in the processor's caches: one by one they took a
tenth of the time of a short request (docs/performance.md, "At the door").
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from server.observability import Metrics, log_together

_DELAY_SECONDS = 0.02


@dataclass
class Trace:
    """What is recorded of one request; ``codes`` are those of its errors."""

    correlation_id: str
    operation: str = "none"
    name: str | None = None
    codes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Ended:
    trace: Trace
    status: int
    seconds: float
    at: datetime


class Recorder:
    """Keeps what has ended for some hundredths of a second, until it is written."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._ended: list[_Ended] = []

    def add(self, trace: Trace, status: int, seconds: float) -> None:
        """A request has ended with this status of its response, after so many seconds."""
        if not self._ended:
            asyncio.get_running_loop().call_later(_DELAY_SECONDS, self.write)
        self._ended.append(_Ended(trace, status, seconds, datetime.now(UTC)))

    def write(self) -> None:
        """Write what has ended."""
        ended, self._ended = self._ended, []
        for each in ended:
            codes = each.trace.codes
            self._metrics.observe(each.trace.operation, codes[0] if codes else "OK", each.seconds)
        # A log that cannot be written keeps nobody from the metrics, nor the server from stopping.
        with contextlib.suppress(OSError, ValueError):
            log_together("request", map(_line, ended))


def _line(each: _Ended) -> dict[str, Any]:
    return {
        "timestamp": each.at,
        "correlation_id": each.trace.correlation_id,
        "operation": each.trace.operation,
        "name": each.trace.name,
        "status": each.status,
        # Each once: a line of hundreds of errors would be longer than a pipe keeps whole.
        "codes": [*dict.fromkeys(each.trace.codes)],
        "milliseconds": round(each.seconds * 1000, 2),
    }
