"""A door before PostgreSQL that counts what a transaction sends through it, and strikes at one of its messages."""

from __future__ import annotations

import asyncio
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import make_url

# Messages of the frontend: Query, Parse, Bind, Execute, Sync (PostgreSQL's protocol 3.0).
MESSAGES = frozenset(b"QPBES")
STATEMENTS = frozenset(b"QE")
# In place of a number: at COMMIT itself, and at its answer.
COMMIT, ANSWER = -2, -1
SOCKET = ".s.PGSQL.5432"


@dataclass
class Door:
    """Relays connections of a Unix socket; what is counted are the messages of transactions from BEGIN to COMMIT.

    The message with the number ``fatal``, counted from 1, is not let through: ``strike`` is called, and both ends of
    the connection are cut.  One past the last, it is the answer to COMMIT that does not come through.
    """

    url: str
    upstream: str
    counted: frozenset[int] = STATEMENTS
    fatal: int = 0
    strike: Callable[[], None] = lambda: None
    struck: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to its end."""
        try:
            below, above = await asyncio.open_unix_connection(self.upstream)
        except OSError:
            writer.close()
            return
        connection = _Connection(self, reader, writer, below, above)
        answers = asyncio.create_task(connection.answers())
        self._tasks.add(answers)
        answers.add_done_callback(self._tasks.discard)
        try:
            await connection.messages()
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            above.close()
            writer.close()


@dataclass
class _Connection:
    door: Door
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    below: asyncio.StreamReader
    above: asyncio.StreamWriter
    place: int = 0
    is_counting: bool = False
    is_awaited: bool = False

    async def messages(self) -> None:
        """What the client sends: one message of start-up, then messages with a kind and a length."""
        (length,) = struct.unpack("!I", head := await self.reader.readexactly(4))
        self.above.write(head + await self.reader.readexactly(length - 4))
        while True:
            head = await self.reader.readexactly(5)
            kind, length = struct.unpack("!BI", head)
            body = await self.reader.readexactly(length - 4)
            if kind == ord("Q") and body.startswith(b"BEGIN"):
                self.is_counting, self.place = True, 0
            is_commit = kind == ord("Q") and body.startswith(b"COMMIT")
            if self.is_counting and kind in self.door.counted:
                self.place += 1
                if self.place == self.door.fatal or (is_commit and self.door.fatal == COMMIT):
                    self.cut()
                    return
            if is_commit:
                self.is_awaited = self.is_counting and self.door.fatal in (ANSWER, self.place + 1)
            self.is_counting &= not is_commit
            self.above.write(head + body)
            await self.above.drain()

    async def answers(self) -> None:
        """What the database answers."""
        try:
            while answer := await self.below.read(1 << 16):
                if self.is_awaited:
                    self.cut()
                    return
                self.writer.write(answer)
                await self.writer.drain()
        except OSError:
            pass
        finally:
            self.writer.close()

    def cut(self) -> None:
        """Strike, and let nothing more through."""
        self.door.fatal, self.door.struck = 0, self.door.struck + 1
        self.door.strike()
        self.above.transport.abort()
        self.writer.transport.abort()


@contextmanager
def door_before(url: str, folder: Path) -> Iterator[Door]:
    """A door in a folder before the PostgreSQL whose Unix socket a URL names."""
    parsed = make_url(url)
    host = str(parsed.query["host"])
    folder.mkdir(parents=True, exist_ok=True)
    door = Door(parsed.set(query={"host": str(folder)}).render_as_string(hide_password=False), str(Path(host) / SOCKET))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(asyncio.start_unix_server(door.relay, str(folder / SOCKET)), loop).result(
        10
    )
    try:
        yield door
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
