"""What every command does: find, decide, lock, change, record and remember, all in one transaction.

A command module holds only what is particular to its acts; see ``resolvers.commands.staffing``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import inspect
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlmodel import col

from models import Action, AuditEntry, CommandReceipt, ErrorCode, Refusal, Table, Versioned
from models.base import now
from policies import Decision, row_facts
from resolvers.caller import Caller, Outcome
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID, key_of

_LONGEST_KEY = 200


class CommandInput(Protocol):
    """What the input of every command on a row holds."""

    id: str
    version: int
    idempotency_key: str


_Row = TypeVar("_Row", bound=Table)
_Input = TypeVar("_Input", bound=CommandInput)
Body = Callable[["UnitOfWork", _Row, _Input], Awaitable[None]]


@dataclass(frozen=True)
class UnitOfWork:
    """The transaction of one command, and who runs it."""

    session: AsyncSession
    caller: Caller


@dataclass(frozen=True)
class Command(Generic[_Row, _Input]):
    """An act on one row: its name, the action that the policy must allow, and what it changes."""

    name: str
    model: type[_Row]
    action: Action
    body: Body[_Row, _Input]

    async def run(self, sessions: async_sessionmaker[AsyncSession], caller: Caller, asked: _Input) -> Outcome:
        """Act, or answer why not; either everything is done or nothing."""
        row: _Row | None = None
        try:
            account = self._account(caller)
            key = self._key(asked)
            async with sessions.begin() as session:
                work = UnitOfWork(session, caller)
                if await _is_repeated(work, self._receipt(account, asked, key)):
                    return Outcome(key)
                row = await self._find(work, key)
                decision = self._decide(work, row)
                self._compare_version(row, asked)
                await self.body(work, row, asked)
                self._record(work, account, row, decision)
            return Outcome(key)
        except Refusal as refusal:
            return Outcome(None if row is None else key, (refusal,))

    def _account(self, caller: Caller) -> UUID:
        if caller.principal.account is None:
            raise Refusal(ErrorCode.FORBIDDEN)
        return caller.principal.account

    def _receipt(self, account: UUID, asked: _Input, key: Any) -> dict[str, Any]:
        if not 1 <= len(asked.idempotency_key) <= _LONGEST_KEY or "\0" in asked.idempotency_key:
            raise Refusal(ErrorCode.INVALID_VALUE, field="idempotencyKey", reason=f"1–{_LONGEST_KEY}")
        given = {name: value for name, value in asdict(asked).items() if name != "idempotency_key"}  # type: ignore[call-overload]
        return {
            "account_id": account,
            "idempotency_key": asked.idempotency_key,
            "command": self.name,
            "fingerprint": hashlib.sha256(orjson.dumps([self.name, given], default=str)).digest(),
            "object_id": str(key),
            "created_at": now(),
        }

    def _key(self, asked: _Input) -> Any:
        parsed, type_name = GlobalID.parse(asked.id), NODES[self.model].type_name
        key = key_of(parsed) if parsed is not None and parsed.type_name == type_name else None
        if key is None:
            raise Refusal(ErrorCode.INVALID_ID, field="id", expected=type_name)
        return key

    async def _find(self, work: UnitOfWork, key: Any) -> _Row:
        row = await work.session.get(self.model, key, with_for_update=True)
        if row is None or not work.caller.policy.sees(work.caller.principal, row):
            raise Refusal(ErrorCode.NOT_FOUND, field="id")
        return row

    def _decide(self, work: UnitOfWork, row: _Row) -> Decision:
        decision = work.caller.policy.decide(work.caller.principal, self.model, self.action, row_facts(row))
        if not decision.allowed:
            raise Refusal(ErrorCode.FORBIDDEN)
        return decision

    def _compare_version(self, row: _Row, asked: _Input) -> None:
        if isinstance(row, Versioned) and row.version != asked.version:
            raise Refusal(ErrorCode.VERSION_CONFLICT, field="version", version=row.version)

    def _record(self, work: UnitOfWork, account: UUID, row: _Row, decision: Decision) -> None:
        if isinstance(row, Versioned):
            row.version, row.updated_at = row.version + 1, now()
        before, after = changes(row)
        caller, held = work.caller, decision.assignment
        work.session.add(
            AuditEntry(
                account_id=account,
                organization_id=held.organization if held else None,
                rule=str(decision.rule),
                action=self.name,
                object_type=self.model.__name__,
                object_id=str(inspect(row).identity[0]),
                before=before,
                after=after,
                correlation_id=caller.correlation_id,
                remote_address=caller.remote_address,
            )
        )


async def _is_repeated(work: UnitOfWork, receipt: dict[str, Any]) -> bool:
    # The insert waits for another transaction that holds the same key, so two requests never both act.
    statement = insert(CommandReceipt).values(receipt).on_conflict_do_nothing().returning(col(CommandReceipt.command))
    if (await work.session.execute(statement)).first() is not None:
        return False
    earlier = await work.session.get_one(CommandReceipt, (receipt["account_id"], receipt["idempotency_key"]))
    if earlier.fingerprint != receipt["fingerprint"]:
        raise Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, field="idempotencyKey")
    return True


def command(model: type[_Row], action: Action) -> Callable[[Body[_Row, Any]], Command[_Row, Any]]:
    """Declare a command by what it changes on a row that was found, allowed and locked."""

    def declare(body: Body[_Row, Any]) -> Command[_Row, Any]:
        return Command(body.__name__, model, action, body)

    return declare


def changes(row: Table) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the columns that a command changed, before and after, as JSON has them."""
    before, after = {}, {}
    for attribute in inspect(row).attrs:
        history = attribute.history
        if history.has_changes():
            before[attribute.key] = _plain(history.deleted)
            after[attribute.key] = _plain(history.added)
    return before, after


def _plain(values: Sequence[Any]) -> Any:
    value = values[0] if values else None
    return value.name if isinstance(value, Enum) else orjson.loads(orjson.dumps(value, default=str))
