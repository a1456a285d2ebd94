"""``python -m tests.bench.pace``: requests at a fixed rate, or as fast as some connections go, in its own process.

Reads one JSON object from standard input and writes one.  A latency is counted from the moment at which its request
was due, so that a server that stalls is not spared the requests that had to wait.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import resource
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httptools
import uvloop

_OK = 200


class _Connection(asyncio.Protocol):
    """One connection, made again where the server closed it for being idle; asks one thing after the other."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._transport: Any = None
        self._answered: asyncio.Future[int] | None = None
        self._parser = httptools.HttpResponseParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        if self._answered is not None:
            self._answered.set_result(self._parser.get_status_code())
        self._parser = httptools.HttpResponseParser(self)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(exc or ConnectionResetError())

    async def ask(self, request: bytes) -> int:
        loop = asyncio.get_running_loop()
        if self._transport is None or self._transport.is_closing():
            self._answered, self._parser = None, httptools.HttpResponseParser(self)
            await loop.create_connection(lambda: self, self._host, self._port)
        self._answered = loop.create_future()
        self._transport.write(request)
        return await self._answered

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


@dataclass
class _Run:
    requests: list[bytes]
    free: asyncio.LifoQueue[_Connection]
    latencies: list[float] = field(default_factory=list)
    failed: int = 0

    async def ask(self, number: int, due: float) -> None:
        connection, status = await self.free.get(), 0
        # An idle connection may be closed at the moment at which it is used again.
        for _ in range(2):
            with contextlib.suppress(OSError):
                status = await connection.ask(self.requests[number % len(self.requests)])
                break
        self.latencies.append(time.perf_counter() - due)
        self.failed += status != _OK
        self.free.put_nowait(connection)

    async def at_rate(self, rate: float, seconds: float) -> float:
        """Start each request when it is due; answers how late the latest was started, in seconds."""
        started, late = time.perf_counter(), 0.0
        asked: set[asyncio.Task[None]] = set()
        for number in range(int(rate * seconds)):
            due = started + number / rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            late = max(late, time.perf_counter() - due)
            task = asyncio.create_task(self.ask(number, due))
            asked.add(task)
            task.add_done_callback(asked.discard)
        await asyncio.gather(*asked)
        return late

    async def at_once(self, connections: int, seconds: float) -> float:
        """As fast as the connections go."""
        until = time.perf_counter() + seconds

        async def go(number: int) -> None:
            while (now := time.perf_counter()) < until:
                await self.ask(number, now)
                number += connections

        await asyncio.gather(*(go(number) for number in range(connections)))
        return 0.0


async def _main(asked: dict[str, Any]) -> dict[str, Any]:
    requests = [_raw(each) for each in asked["requests"]]
    address = urlsplit(asked["requests"][0]["url"])
    run = _Run(requests, asyncio.LifoQueue())
    made = [_Connection(address.hostname or "", address.port or 0) for _ in range(asked["connections"])]
    for connection in made:
        run.free.put_nowait(connection)
    started = time.perf_counter()
    if asked["rate"]:
        late = await run.at_rate(asked["rate"], asked["seconds"])
    else:
        late = await run.at_once(asked["connections"], asked["seconds"])
    lasted = time.perf_counter() - started
    for connection in made:
        connection.close()
    used, latencies = resource.getrusage(resource.RUSAGE_SELF), sorted(run.latencies)
    percentiles = {f"p{share}": latencies[len(latencies) * share // 100] * 1000 for share in (50, 95, 99)}
    return {
        "rate": len(latencies) / lasted,
        "failed": run.failed,
        **percentiles,
        "late": late * 1000,
        "generator_cpu": (used.ru_utime + used.ru_stime) / lasted,
    }


def _raw(request: dict[str, Any]) -> bytes:
    address, body = urlsplit(request["url"]), str(request["body"]).encode()
    headers = {**request["headers"], "Host": address.netloc, "Content-Length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST {address.path} HTTP/1.1\r\n{lines}\r\n"
    return head.encode() + body


if __name__ == "__main__":
    print(json.dumps(uvloop.run(_main(json.load(sys.stdin)))))
