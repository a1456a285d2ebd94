"""What an operator sees: structured logs without personal data, and metrics."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from select import PIPE_BUF
from typing import Any

import orjson
import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from models.database import sqlstate_of
from resolvers.plan import LRU, Plan

_CORRELATION_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Metrics:
    """Counts and durations of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter("jiandu_requests", "GraphQL requests", ["operation", "outcome"], registry=self.registry)
        self.seconds = Histogram(
            "jiandu_request_seconds",
            "Duration of GraphQL requests",
            ["operation"],
            buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
            registry=self.registry,
        )
        self.plans = Gauge("jiandu_plans", "Compiled plans kept", registry=self.registry)
        self.plan_hits = Gauge("jiandu_plan_hits", "Plans found in the cache", registry=self.registry)
        self.plan_misses = Gauge("jiandu_plan_misses", "Plans compiled", registry=self.registry)
        self.policy = Gauge("jiandu_policy_usable", "Whether the policy's files can be used", registry=self.registry)
        self.files_owned = Gauge(
            "jiandu_files_owned", "Whether the storage of files is this database's", registry=self.registry
        )
        self.files = Counter("jiandu_files", "Answers about files", ["kind", "outcome"], registry=self.registry)
        self.connections = Gauge(
            "jiandu_connections_used", "Connections to the database at work", ["pool"], registry=self.registry
        )
        self.waiting = Gauge("jiandu_waiting", "What waits in the database", ["queue"], registry=self.registry)
        self._observed: dict[tuple[str, str], tuple[Counter, Histogram]] = {}

    def observe(self, operation: str, outcome: str, seconds: float) -> None:
        """Count a request; the series of a pair are looked up once."""
        found = self._observed.get((operation, outcome))
        if found is None:
            found = self.requests.labels(operation, outcome), self.seconds.labels(operation)
            self._observed[operation, outcome] = found
        counter, histogram = found
        counter.inc()
        histogram.observe(seconds)

    def observe_plans(self, plans: LRU[Plan]) -> None:
        """Take over the figures of the plan cache."""
        self.plans.set(len(plans))
        self.plan_hits.set(plans.hits)
        self.plan_misses.set(plans.misses)

    def observe_queues(self, waiting: Mapping[str, float]) -> None:
        """Take over how much waits in each queue."""
        for queue, count in waiting.items():
            self.waiting.labels(queue).set(count)


def configure_logging(level: str) -> None:
    """Log lines as JSON on standard error: structlog's, and those of the libraries below."""
    structlog.configure(
        processors=[_line],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.BytesLoggerFactory(sys.stderr.buffer),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(lambda *event: _line(*event).decode()))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _line(_logger: Any, level: str, event: MutableMapping[str, Any]) -> bytes:
    # A line for every request: the library's own processors take several times as long.
    event = {"timestamp": datetime.now(UTC), **event, "level": level}
    if given := event.pop("exc_info", None):
        event |= _describe_given(given)
    return orjson.dumps(event, default=repr, option=orjson.OPT_UTC_Z)


def _describe_given(given: Any) -> dict[str, Any]:
    # What loggers are given for an error: itself, what sys.exc_info() answers, or that it is the one being handled.
    error = given if isinstance(given, BaseException) else (given if isinstance(given, tuple) else sys.exc_info())[1]
    return {} if error is None else describe(error)


def log_together(event: str, lines: Iterable[MutableMapping[str, Any]]) -> None:
    """Log many lines of one event, level info, by a few writes; a line may bring the timestamp of its own moment."""
    if not structlog.get_logger().is_enabled_for(logging.INFO):
        return
    log, waiting = sys.stderr.buffer, b""
    for line in lines:
        text = _line(None, "info", {"event": event, **line}) + b"\n"
        # So much stays whole among what other workers write to the same pipe.
        if len(waiting) + len(text) > PIPE_BUF:
            log.write(waiting)
            log.flush()
            waiting = b""
        waiting += text
    log.write(waiting)
    log.flush()


def correlation_id(given: str | None, make: Any) -> str:
    """The request's own correlation id if it is a harmless one, else a new one."""
    return given if given and _CORRELATION_ID.fullmatch(given) else str(make())


def describe(error: BaseException) -> dict[str, Any]:
    """An unexpected error for the log: its type and where it arose, without values it may quote."""
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": f"{type(error).__module__}.{type(error).__qualname__}",
        "sqlstate": sqlstate_of(error) or None,
        "trace": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]],
    }
