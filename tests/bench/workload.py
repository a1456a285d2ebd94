"""What a workload is: questions, each said to every peer in its own words, whose answers must be equal."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.bench import workloads
from tests.cluster import Rows

PEERS = ("limit", "jiandu", "strawberry", "postgraphile")


@dataclass(frozen=True)
class Question:
    """One read.  ``document`` and ``variables`` are asked of Jiandu and of plain Strawberry.

    ``sql`` answers the whole body as text and is what the limit runs with ``arguments``.  A peer that is given
    nothing is not asked: PostGraphile without ``postgraphile``, plain Strawberry without ``is_plain``.
    """

    name: str
    persona: str
    document: str
    variables: dict[str, Any]
    sql: str
    arguments: tuple[Any, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    postgraphile: str | None = None
    postgraphile_variables: dict[str, Any] = field(default_factory=dict)
    is_plain: bool = True

    @property
    def peers(self) -> tuple[str, ...]:
        """Who is asked."""
        asked = {"strawberry": self.is_plain, "postgraphile": self.postgraphile is not None}
        return tuple(peer for peer in PEERS if asked.get(peer, True))


@dataclass(frozen=True)
class Workload:
    """A named set of questions; ``questions`` finds in the database what they name."""

    key: str
    title: str
    questions: Callable[[Rows], list[Question]]


class _Module(Protocol):
    WORKLOAD: Workload


def read_workloads() -> dict[str, Workload]:
    """Every workload of reads, one module each, by key."""
    found: dict[str, Workload] = {}
    for each in pkgutil.iter_modules(workloads.__path__):
        module: _Module = importlib.import_module(f"{workloads.__name__}.{each.name}")
        found[module.WORKLOAD.key] = module.WORKLOAD
    return found
