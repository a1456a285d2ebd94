"""Commands that are struck down between any two of their statements, and sent again until they are done."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import psutil
from graphql import get_named_type

from resolvers.global_id import GlobalID
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    SCHEMA,
    Bureau,
    draft,
    duty,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Rows, until
from tests.serving import Client
from tests.severing import Door
from tests.test_serve import Process, is_alive

RECEIVER, BUREAU, GOVERNMENT = "finance", "county-judicial", "county-government"
# All that these commands write; that they write nothing else is found out from every table at the end.
WRITTEN = (
    "audit_entry",
    "case_officer",
    "case_transfer",
    "command_receipt",
    "coordination_dispute",
    "deadline",
    "enforcement_case",
    "enterprise",
    "handed_over_case",
    "notification",
    "number_series",
)
UNKNOWN = str(GlobalID("EnforcementCase", str(UUID(int=0))))
ENTERPRISE = {"kind": "ENTERPRISE", "name": "洛阳新设商贸有限公司", "creditCode": "91350100M000100Y43"}


@dataclass(frozen=True)
class Act:
    """A command ready to be sent, any number of times: always the same request with the same key."""

    name: str
    persona: str
    asked: dict[str, Any]

    def send(self, client: Client) -> str | None:
        """What became of it: empty where it was done, the code of an error, or None where nobody answered."""
        mutation: Any = SCHEMA.mutation_type
        input_type = get_named_type(mutation.fields[self.name].args["input"].type)
        document = f"mutation($i: {input_type}!) {{ {self.name}(input: $i) {{ userErrors {{ code }} }} }}"
        try:
            answer = client.post(document, {"i": {"idempotencyKey": "the same", **self.asked}}, self.persona).json()
        except httpx.TransportError:
            return None
        errors = [error["extensions"]["code"] for error in answer.get("errors", [])]
        errors += [error["code"] for error in ((answer.get("data") or {}).get(self.name) or {}).get("userErrors", [])]
        return errors[0] if errors else ""


def _register(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    asked = {
        "organizationId": MARKET,
        "dutyItemId": duty(bureau, "MR-P-002"),
        "actType": "PENALTY",
        "cause": "无照经营",
    }
    return OFFICER, {**asked, "party": ENTERPRISE, "officerIds": officers(bureau, MARKET)[:2]}


def _file(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    register(bureau)
    return OFFICER, bureau.on("case")


def _decide(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    register(bureau, procedure="SIMPLE")
    for name in ("fileCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    return OFFICER, {**bureau.on("case"), "decision": "罚款", "penaltyKinds": ["FINE"], "penaltyAmount": "100"}


def _send(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    return OFFICER, bureau.on("transfer")


def _accept(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    stand_in(bureau, RECEIVER, "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    return RECEIVER, bureau.on("transfer")


def _decide_dispute(bureau: Bureau) -> tuple[str, dict[str, Any]]:
    _accept(bureau)
    bureau.done("rejectTransfer", RECEIVER, **bureau.on("transfer"), reason="不属于本机关职责")
    bureau.done("openDispute", OFFICER, transferId=bureau.objects["transfer"]["id"], subject="管辖权争议")
    bureau.done("applyForCoordination", OFFICER, **bureau.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        bureau.done(name, BUREAU, **bureau.on("dispute"))
    bureau.done("issueCoordinationOpinion", BUREAU, **bureau.on("dispute"), opinion="由卫健委办理")
    bureau.done("escalateDispute", RECEIVER, **bureau.on("dispute"))
    return GOVERNMENT, {**bureau.on("dispute"), "decision": "由卫健委办理", "organizationId": HEALTH}


PREPARED: dict[str, Callable[[Bureau], tuple[str, dict[str, Any]]]] = {
    "registerCase": _register,
    "fileCase": _file,
    "decideCase": _decide,
    "sendTransfer": _send,
    "acceptTransfer": _accept,
    "decideDispute": _decide_dispute,
}


def _emptied(bureau: Bureau) -> bool:
    """Whether the cases of the seeds are gone: they have no part in this, and every table is read over and over."""
    try:
        bureau.rows.execute("TRUNCATE enforcement_case, notification CASCADE")
    except asyncpg.DeadlockDetectedError:  # The server's own work in the background was at them.
        return False
    return True


def prepared(name: str, bureau: Bureau) -> Act:
    """Bring things to where the command can be given; answers it."""
    until(lambda: _emptied(bureau), 30)
    persona, asked = PREPARED[name](bureau)
    return Act(name, persona, asked)


def strike_at(
    numbers: Iterable[int], act: Act, door: Door, rows: Callable[[], Rows], client: Callable[[], Client]
) -> list[bool]:
    """Strike the act at one message after the other, sending it again each time, until it is done.

    Answers for each strike whether the act was done when things came up again: every table is exactly as before it
    or as after it, and once as after it never changes again.  ``rows`` and ``client`` answer what came up.
    """
    before, everything = rows().digest(WRITTEN), rows().digest()
    found, ahead = [before], Act("fileCase", act.persona, {"id": UNKNOWN, "version": 1, "idempotencyKey": "ahead"})
    for number in numbers:
        # A server's first connection asks the database who it is, in a transaction that is no command's.
        until(lambda: ahead.send(client()) == "NOT_FOUND", 30)
        struck, door.fatal = door.struck, number
        answer = act.send(client())
        if door.struck == struck:
            door.fatal = 0
            break
        assert answer in (None, "SERVICE_UNAVAILABLE"), (number, answer)
        found.append(rows().digest(WRITTEN))
    assert act.send(client()) == ""
    after = rows().digest()
    changed = {table for table, digest in after.items() if digest != everything[table]}
    assert {"audit_entry", "command_receipt"} < changed and changed - set(WRITTEN) == set()
    done = {table: after[table] for table in WRITTEN}
    assert all(each in (before, done) for each in found), [each == before for each in found]
    outcomes = [each == done for each in found[1:]]
    assert outcomes == sorted(outcomes)
    return outcomes


@dataclass
class Machine:
    """A server process before a database, which come up again after a strike: on the server or on its PostgreSQL.

    ``keeper`` holds a PostgreSQL of its own; without one the database is another's and only the server is killed.
    """

    start: Callable[[], Process]
    url: str
    server: Process
    rows: Rows
    keep: Callable[[], Process] | None = None
    keeper: Process | None = None
    is_down: bool = False

    def strike(self) -> None:
        """Kill the server, or the postmaster with all that it started; what is killed cleans nothing up."""
        self.is_down = True
        if self.keeper is None:
            self.server.process.kill()
            return
        postmaster = psutil.Process(self.keeper.postgres)
        for process in [postmaster, *postmaster.children(recursive=True)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()

    def rise(self) -> None:
        """Start again what was killed."""
        if not self.is_down:
            return
        self.is_down = False
        if self.keeper is None or self.keep is None:
            self.server.client.close()
            self.server.process.wait(60)
            self.server = self.start()
            return
        postmaster = self.keeper.postgres
        until(lambda: not is_alive(postmaster), 60)
        self.keeper.client.close()
        self.keeper.process.kill()
        self.keeper.process.wait(60)
        self.keeper = self.keep()
        with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            self.rows.close()
        self.rows = Rows(self.url)
        # The server lived on without its database, and finds it again.
        until(self.server.is_ready, 60)

    def strike_at(self, numbers: Iterable[int], name: str, door: Door) -> list[bool]:
        """Strike a command at these messages; answers as ``strike_at`` does."""
        act = prepared(name, Bureau(self.server.client, self.rows))
        door.strike = self.strike

        def rows() -> Rows:
            self.rise()
            return self.rows

        def client() -> Client:
            self.rise()
            return self.server.client

        return strike_at(numbers, act, door, rows, client)

    def end(self) -> None:
        """Stop everything."""
        self.rows.close()
        for process in (self.server, self.keeper):
            if process is not None:
                process.end(signal.SIGTERM)
