"""What every command does: find, decide, lock, move, change, record and remember, all in one transaction.

A command module holds only what is particular to its acts; see ``resolvers.commands.staffing``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Generic, Protocol, TypeVar, get_args, get_type_hints
from uuid import UUID

import orjson
from asyncpg import PostgresError, UniqueViolationError
from sqlalchemy import UniqueConstraint, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from strawberry import UNSET
from strawberry.utils.str_converters import to_camel_case

from models import (
    NOBODY,
    Action,
    CommandReceipt,
    ErrorCode,
    Fault,
    InvalidValue,
    Refusal,
    Table,
    Transition,
    Versioned,
    state_machine,
)
from models.base import metadata, now, uuid7
from models.database import sqlstate_of
from models.secrets import Cipher
from models.whole_rows import row_of
from policies import ANONYMOUS, Decision, row_facts
from resolvers.caller import Caller, Outcome
from resolvers.commands.bars import check_bars
from resolvers.commands.clocks import turn_clocks
from resolvers.commands.public_use import count_public_use, network_of
from resolvers.commands.texts import LONGEST_TEXT, Bounded, Line, trimmed, unusable
from resolvers.commands.unit_of_work import UnitOfWork, parse_key
from resolvers.signed_links import SignedLinks

_LONGEST_KEY = 200
# Those who have no account have no name beside their keys: behind one address two would come upon a short one.
_SHORTEST_KEY_OF_ANYONE = 16
_YEARS = range(1900, 3000)
_UNIQUE_VIOLATION = "23505"
# Serialization failure and deadlock: of two who wait for each other the database lets one go on.
_GIVEN_UP = frozenset({"40001", "40P01"})
_ATTEMPTS = 2
_RECEIPT = ("account_id", "idempotency_key", "command", "fingerprint", "object_id", "created_at")
_REMEMBER = f"""
INSERT INTO command_receipt ({", ".join(_RECEIPT)})
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING command
"""  # noqa: S608


class Asked(Protocol):
    """What the input of every command holds."""

    idempotency_key: str


_Row = TypeVar("_Row", bound=Table)
_Input = TypeVar("_Input", bound=Asked)
Body = Callable[[UnitOfWork, Any, Any], Awaitable[None]]
Maker = Callable[[UnitOfWork, Any, UUID], Awaitable[Any]]


@dataclass(frozen=True)
class Services:
    """What commands work with, alive as long as the process."""

    sessions: async_sessionmaker[AsyncSession]
    cipher: Cipher
    links: SignedLinks
    largest_file: int
    public_uses_per_hour: int


@dataclass(frozen=True)
class Command(Generic[_Row, _Input]):
    """An act: its name, the action that the policy must allow, and what it changes or makes.

    One ``by_anyone`` needs no account: it is done as the public, whoever is signed in, and so often an hour from one
    network. What one that makes a row does to another, which its input names, is ``upon``.
    """

    name: str
    model: type[_Row]
    action: Action
    body: Body | None = None
    maker: Maker | None = None
    by_anyone: bool = False
    upon: tuple[type[Table], Action] | None = None

    @property
    def acts_on(self) -> tuple[type[Table], Action] | None:
        """Whose objects it changes, and as which of their ``availableActions``; None if it only makes one."""
        return self.upon if self.maker else (self.model, self.action)

    async def run(self, services: Services, caller: Caller, asked: Any) -> Outcome:
        """Act, or answer why not; either everything is done or nothing.

        What the database gave up for another command's sake is tried once more.
        """
        for _ in range(_ATTEMPTS):
            try:
                return await self._attempt(services, caller, asked)
            except (DBAPIError, PostgresError) as error:
                if sqlstate_of(error) not in _GIVEN_UP:
                    raise
        return Outcome(None, (Refusal(ErrorCode.OTHERS_AT_WORK),))

    async def _attempt(self, services: Services, caller: Caller, asked: Any) -> Outcome:
        found: Any = None
        if self.by_anyone:
            caller = replace(caller, principal=ANONYMOUS)
        try:
            account = self._account(caller)
            check_values(asked)
            key = uuid7() if self.maker else parse_key(self.model, asked.id, "id")
            async with services.sessions.begin() as session:
                work = UnitOfWork(session, caller, services.cipher, services.largest_file)
                earlier = await _earlier(work, self._receipt(account, caller, asked, key, services.cipher))
                if earlier is not None:
                    return Outcome(UUID(earlier) if self.maker else key)
                if self.by_anyone:
                    await count_public_use(work, self.name, services.public_uses_per_hour)
                if self.maker:
                    await self.make(work, asked, key)
                else:
                    row = await self._find(work, key)
                    found = key
                    await self._finish(work, row, asked, await self._change(work, row, asked))
            return Outcome(key)
        except Refusal as refusal:
            return Outcome(found, (refusal,))

    async def make(self, work: UnitOfWork, asked: Any, key: UUID) -> None:
        """Make the row in a transaction that is open already, with all that the act leaves behind.

        Raises ``Refusal``, after which the transaction (or the savepoint) has to be rolled back.
        """
        if self.maker is None:
            raise TypeError(f"{self.name} makes nothing")
        with _what_is_there_refused(asked):
            row = await self.maker(work, asked, key)
            decision = work.decide(self.action, row)
            if inspect(row).transient:
                await work.add(row)
        await self._finish(work, row, asked, decision)

    async def _finish(self, work: UnitOfWork, row: Any, asked: Any, decision: Decision) -> None:
        await turn_clocks(work, self.action, row)
        # What an update calls so is the object's own.
        reason = None if self.action is Action.UPDATE else getattr(asked, "reason", None)
        await work.record(self.name, decision, row, reason, is_made=self.maker is not None)
        await work.notify(self.action, row, *_concerned(self.action, row))
        await work.look_for_alerts()

    def _account(self, caller: Caller) -> UUID:
        if self.by_anyone:
            return NOBODY
        if caller.principal.account is None:
            raise Refusal(ErrorCode.FORBIDDEN)
        return caller.principal.account

    def _receipt(self, account: UUID, caller: Caller, asked: Any, key: Any, cipher: Cipher) -> dict[str, Any]:
        least = _SHORTEST_KEY_OF_ANYONE if self.by_anyone else 1
        if not least <= len(asked.idempotency_key) <= _LONGEST_KEY:
            fault = Fault.KEY_NOT_ONES_OWN if self.by_anyone else Fault.LENGTH_NOT_WITHIN
            raise InvalidValue("idempotencyKey", fault(least=least, most=_LONGEST_KEY))
        declared = (name for name, *_ in declared_of(asked.__class__) if name != "idempotency_key")
        given = {name: value for name in declared if (value := getattr(asked, name)) is not UNSET}
        key_of_client = asked.idempotency_key
        # Keyed, so that who reads the table cannot try which of a few answers was given.
        fingerprint = cipher.blind_index(orjson.dumps([self.name, given], default=str).decode(), "fingerprint")
        if self.by_anyone:
            # All who have no account share one: what a stranger asked under the same key is no business of this one,
            # and least of all a receipt or a code that was made for the stranger.
            asker = orjson.dumps([network_of(caller.remote_address), key_of_client, fingerprint.hex()])
            key_of_client = cipher.blind_index(asker.decode(), "idempotency_key").hex()
        return {
            "account_id": account,
            "idempotency_key": key_of_client,
            "command": self.name,
            "fingerprint": fingerprint,
            "object_id": str(key),
            "created_at": now(),
        }

    async def _find(self, work: UnitOfWork, key: Any) -> Any:
        row = await row_of(work.session, await work.driver(), self.model, key, locked=True)
        if row is None or not await work.sees(row):
            raise Refusal(ErrorCode.NOT_FOUND, field="id")
        return row

    async def _change(self, work: UnitOfWork, row: Any, asked: Any) -> Decision:
        decision = work.decide(self.action, row)
        if isinstance(row, Versioned) and row.version != asked.version:
            raise Refusal(ErrorCode.VERSION_CONFLICT, field="version", version=row.version)
        await act(work, row, self.action)
        if self.body is not None:
            with _what_is_there_refused(asked):
                await self.body(work, row, asked)
        return decision


@contextmanager
def _what_is_there_refused(asked: Any) -> Iterator[None]:
    """Refuse what a unique index finds there already, such as what another made in the meantime."""
    try:
        yield
    except (IntegrityError, UniqueViolationError) as error:
        if sqlstate_of(error) != _UNIQUE_VIOLATION:
            raise
        raise Refusal(ErrorCode.ALREADY_EXISTS, field=_unique_field(error, asked)) from error


def _unique_field(error: Exception, asked: Any) -> str | None:
    violation: Any = getattr(getattr(error, "orig", error), "__cause__", None) or error
    given = {each.name for each in fields(asked)}
    names = [
        column.name
        for each in metadata.tables[violation.table_name].constraints
        if isinstance(each, UniqueConstraint) and each.name == violation.constraint_name
        for column in each.columns
        if column.name in given
    ]
    return to_camel_case(names[-1]) if names else None


def check_length(argument: str, value: str, most: int) -> None:
    """Raises ``Refusal`` for a text that is too long."""
    if len(value) > most:
        raise InvalidValue(argument, Fault.TOO_LONG(count=len(value), most=most))


def check_values(asked: Any, within: str = "") -> None:
    """Trim names and codes; refuse a text that cannot be kept, one that nobody reads to its end, one that must be given
    and says nothing, and a day of which no moment can be told.
    """
    for name, said, is_needed, bound in declared_of(asked.__class__):
        value, argument = getattr(asked, name), f"{within}{said}"
        if isinstance(bound, Line) and isinstance(value, str):
            value = trimmed(value)
            setattr(asked, name, value)
        for path, item in _items(argument, value):
            if is_dataclass(item):
                check_values(item, f"{path}.")
            elif isinstance(item, str):
                _check_text(path, item, bound)
            elif isinstance(item, date) and item.year not in _YEARS:
                raise InvalidValue(path, Fault.YEAR_NOT_WITHIN(least=_YEARS[0], most=_YEARS[-1]))
        if is_needed and not value.strip():
            raise InvalidValue(argument, Fault.EMPTY)


def _items(argument: str, value: Any) -> Iterable[tuple[str, Any]]:
    return (
        ((f"{argument}.{place}", item) for place, item in enumerate(value))
        if isinstance(value, list)
        else [(argument, value)]
    )


def _check_text(argument: str, text: str, bound: Bounded | None) -> None:
    check_length(argument, text, bound.most if bound else LONGEST_TEXT)
    character = unusable(text, is_line=isinstance(bound, Line))
    if character is not None:
        raise InvalidValue(argument, Fault.UNUSABLE_CHARACTER(character=f"U+{ord(character):04X}"))


@cache
def declared_of(input_type: type) -> list[tuple[str, str, bool, Bounded | None]]:
    """The fields of an input, each with its name in the contract, whether it is a text that must say something, and
    how it is bounded if it is so declared.
    """
    types = get_type_hints(input_type, include_extras=True)
    return [
        (each.name, to_camel_case(each.name), each.type is str and each.default is MISSING, _bound(types[each.name]))
        for each in fields(input_type)
    ]


def _bound(type_: Any) -> Bounded | None:
    inner = (_bound(each) for each in get_args(type_))
    return type_ if isinstance(type_, Bounded) else next((each for each in inner if each), None)


async def act(work: UnitOfWork, row: Any, action: Action, argument: str | None = None) -> None:
    """Move a row by its state machine, if it has one.

    Raises ``Refusal``, which names the argument that named the row, also where something bars the act.
    """
    transition = _transition(row, action, argument)
    if transition is not None:
        await check_bars(work, row, transition.bars, argument)
        _follow(row, transition)


def move(row: Any, action: Action, argument: str | None = None) -> None:
    """Move a row by an act that nothing bars.  Raises ``Refusal`` where the action leads nowhere."""
    transition = _transition(row, action, argument)
    if transition is not None:
        _follow(row, transition)


def _transition(row: Any, action: Action, argument: str | None) -> Transition | None:
    machine = state_machine(type(row).__name__)
    if machine is None:
        return None
    transition = machine.move(action, row)
    if transition is None:
        hindrance = machine.hindrance(action, row)
        if hindrance is not None:
            raise Refusal(hindrance, field=argument)
        # What has no states may yet have columns that do not admit it.
        state = getattr(row, "shown_state", getattr(row, "state", None))
        raise Refusal(ErrorCode.INVALID_STATE, field=argument, state=state, action=action)
    return transition


def _follow(row: Any, transition: Transition) -> None:
    if transition.target is not None:
        row.state = type(row.state)[transition.target]


def _concerned(action: Action, row: Table) -> tuple[list[UUID | None], list[UUID | None]]:
    sides = row_facts(row)
    if action is not Action.REQUEST_REVIEW:
        sides.pop("reviewer", None)
    if action in (Action.REFER, Action.DESIGNATE):
        # Which body supervises it is no quarrel of the organ's.
        for name in ("supervised", "informed"):
            sides.pop(name, None)
    organizations, persons = ([facts.get(fact) for facts in sides.values()] for fact in ("organization", "person"))
    return organizations, persons


async def _earlier(work: UnitOfWork, receipt: dict[str, Any]) -> str | None:
    # The insert waits for another transaction that holds the same key, so two requests never both act.
    # SQLAlchemy begins the transaction with what it says itself, and knows a lost connection by it.
    connection, values = await work.session.connection(), tuple(receipt[name] for name in _RECEIPT)
    if (await connection.exec_driver_sql(_REMEMBER, values)).first() is not None:
        return None
    earlier = await work.session.get_one(CommandReceipt, (receipt["account_id"], receipt["idempotency_key"]))
    if earlier.fingerprint != receipt["fingerprint"]:
        raise Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, field="idempotencyKey")
    return earlier.object_id


def command(model: type[_Row], action: Action) -> Callable[[Body], Command[_Row, Any]]:
    """Declare a command by what it changes on a row that was found, allowed, locked and moved."""

    def declare(body: Body) -> Command[_Row, Any]:
        return Command(_name(body), model, action, body)

    return declare


def creates(
    model: type[_Row], action: Action, *, by_anyone: bool = False, upon: tuple[type[Table], Action] | None = None
) -> Callable[[Maker], Command[_Row, Any]]:
    """Declare a command by the row that it makes under a given key; ``by_anyone`` where it needs no account.

    ``upon`` is what it does to another object, which its input names: its type, and the action.
    """

    def declare(maker: Maker) -> Command[_Row, Any]:
        return Command(_name(maker), model, action, maker=maker, by_anyone=by_anyone, upon=upon)

    return declare


def moves(name: str, model: type[_Row], action: Action) -> Command[_Row, Any]:
    """Declare a command that moves a row by its state machine and changes nothing else."""
    return Command(name, model, action)


def _name(function: Any) -> str:
    name: str = function.__name__
    return name
