"""Behind pgbouncer in transaction mode, where every transaction may be another session's."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.bureau import Bureau
from tests.cluster import Rows, until
from tests.crashes import prepared
from tests.serving import free_port, serving
from tests.test_crashes import folder

__all__ = ["folder"]

pytestmark = pytest.mark.full
# Fewer sessions than the server has connections, so that they are handed around.
_SETTINGS = """
[databases]
* = host={host} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
{user}
"""
READ = "{ supervisionGaps(first: 3) { totalCount nodes { id } } viewer { name } }"


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def pooler(scratch: str, folder: Path) -> Iterator[str]:
    """The URL of the scratch database behind a pooler."""
    url, port = make_url(scratch), free_port()
    settings = folder / "pgbouncer.ini"
    host = str(url.query["host"])
    # As root it does not run, and who else may use the socket is PostgreSQL's own user.
    user = f"user = {Path(host).owner()}" if os.getuid() == 0 else ""
    settings.write_text(_SETTINGS.format(host=host, port=port, user=user))
    with subprocess.Popen(["pgbouncer", "--quiet", settings]) as process:
        until(lambda: listens(port), 10)
        yield f"postgresql://postgres@127.0.0.1:{port}/{url.database}"
        process.terminate()


def test_commands_and_reads(pooler: str, scratch: str, data_dir: Path) -> None:
    rows = Rows(scratch)
    with serving(pooler, data_dir, direct_url=scratch) as client, ThreadPoolExecutor(8) as threads:
        # Many commands, of which the last is done once, however often it is sent.
        act = prepared("decideDispute", Bureau(client, rows))
        commands = [threads.submit(act.send, client) for _ in range(50)]
        reads = [threads.submit(client.ask, READ, None, "county-judicial") for _ in range(50)]
        assert {each.result() for each in commands} == {""}
        assert len({str(each.result()) for each in reads}) == 1
    rows.close()
