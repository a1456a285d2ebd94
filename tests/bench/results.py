"""What a run found, with where and when: one line of JSON."""

from __future__ import annotations

import datetime
import json
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from tests.bench.reads import Figure

_PACKAGES = ("strawberry-graphql", "graphql-core", "starlette", "uvicorn", "uvloop", "asyncpg", "sqlalchemy")
_LOCK = Path(__file__).parent / "peers/postgraphile/package-lock.json"


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
            "system": platform.platform(),
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


def print_json(about: dict[str, Any], figures: Sequence[Figure]) -> None:
    """All of a run as one line."""
    print(json.dumps({**about, "figures": [asdict(figure) for figure in figures]}, ensure_ascii=False))
