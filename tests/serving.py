"""A real server on a real port, in a thread, and a client for it."""

from __future__ import annotations

import json
import socket
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import urllib3
import uvicorn
from starlette.applications import Starlette

from models.database import DatabaseSettings
from policies import PolicyFile
from policies.policy import MASKS
from server.app import create_app
from server.authentication import DevelopmentKeys
from server.settings import Settings
from tests.cluster import TEST_KEY

# Applications that serve nobody now; with them goes what they compiled, for the next database that is served alike.
_idle: dict[tuple[str, PolicyFile | None], list[Starlette]] = defaultdict(list)


def write_masks(to: Path, role: str, narratives: str) -> PolicyFile:
    """The policy with a copy of the masks in which a role has this clearance for narratives."""
    lines = MASKS.read_text(encoding="utf-8").splitlines()
    (before,) = [line for line in lines if line.startswith(f"{role},")]
    cells = dict(zip(lines[0].split(","), before.split(","), strict=True))
    after = ",".join((cells | {"NARRATIVE": narratives}).values())
    to.write_text("\n".join(lines).replace(before, after), encoding="utf-8")
    return PolicyFile(masks=to)


class Client:
    """Asks one server as any persona, from an address of the machine if one is given."""

    def __init__(self, address: str, data_dir: Path, *, source: str | None = None) -> None:
        self.address = address
        # No address here is one of TLS; its certificates take long to read.
        self.http = httpx.Client(base_url=address, timeout=30, verify=False)
        # Documents go by a leaner client: the other takes longer than most of their answers.
        self._connections = urllib3.connection_from_url(
            address, maxsize=50, timeout=30, retries=False, source_address=source and (source, 0)
        )
        self._keys = DevelopmentKeys(data_dir)
        self._tokens: dict[str, str] = {}

    def token(self, persona: str) -> str:
        """The persona's bearer token."""
        return self._tokens.setdefault(persona, self._keys.token(persona))

    def post(
        self,
        query: str,
        variables: dict[str, Any] | None = None,
        persona: str | None = None,
        **headers: str,
    ) -> httpx.Response:
        """POST a document as a persona, or without a token."""
        sent = {"Content-Type": "application/json", **{name.replace("_", "-"): each for name, each in headers.items()}}
        if persona is not None:
            sent["Authorization"] = f"Bearer {self.token(persona)}"
        body = json.dumps({"query": query, "variables": variables}).encode()
        try:
            answer = self._connections.request("POST", "/graphql", body=body, headers=sent)
        except urllib3.exceptions.HTTPError as error:
            raise httpx.TransportError(str(error)) from error
        return httpx.Response(answer.status, headers=dict(answer.headers), content=answer.data)

    def close(self) -> None:
        """Leave the server."""
        self.http.close()
        self._connections.close()

    def ask(self, query: str, variables: dict[str, Any] | None = None, persona: str | None = None) -> dict[str, Any]:
        """The data of a document that must be answered without an error."""
        response = self.post(query, variables, persona)
        body: dict[str, Any] = response.json()
        assert response.status_code == 200 and "errors" not in body, response.text
        data: dict[str, Any] = body["data"]
        return data


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    url: str,
    data_dir: Path,
    *,
    policy: PolicyFile | None = None,
    direct_url: str | None = None,
    **settings: Any,
) -> Iterator[Client]:
    """A server on this database with these settings; ``direct_url`` leads past what stands before the database."""
    port = free_port()
    given = {"app_env": "development", "log_level": "error", "field_keys": (TEST_KEY,), "jobs": "apart", **settings}
    idle = _idle[repr(sorted(given.items())), policy]
    app = idle.pop() if idle else create_app(Settings(**given), policy=policy)
    app.state.database = DatabaseSettings(database_url=url, database_direct_url=direct_url, data_dir=data_dir)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, access_log=False, lifespan="on")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    ready = threading.Event()
    startup = server.startup

    async def announce(sockets: Any = None) -> None:
        await startup(sockets)
        ready.set()

    server.startup = announce  # type: ignore[method-assign]
    thread.start()
    try:
        assert ready.wait(30), "the server did not start"
        client = Client(f"http://127.0.0.1:{port}", data_dir)
        yield client
        client.close()
    finally:
        server.should_exit = True
        thread.join(30)
        if not thread.is_alive():
            idle.append(app)
