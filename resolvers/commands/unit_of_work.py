"""The transaction of one command: what it reads, changes, and leaves behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession

from models import Action, ErrorCode, Notification, Refusal, Table, Versioned
from models.alerting import evaluate_changed
from models.base import keys, now
from models.counting import CHINA
from models.database import driver_of
from models.secrets import Cipher
from models.whole_rows import row_of, rows_where, write_rows
from policies import Decision, is_readable, row_facts
from resolvers.audit import Entry, Ground, write_entries
from resolvers.caller import Caller
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID, key_of
from resolvers.history import name_of_reason

_T = TypeVar("_T", bound=Table)
_HIDDEN = "••••"
_JSON = (str, int, bool)


@dataclass
class _Change:
    is_new: bool
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Part:
    """What a part was and became, by the columns that its whole is told by; null where there was or is none."""

    before: str | None
    after: str | None


@dataclass
class UnitOfWork:
    """The transaction of one command, and who runs it; ``at`` is its moment.

    The deadlines that it starts by the table of clocks count ``since`` another, if it says so.
    """

    session: AsyncSession
    caller: Caller
    cipher: Cipher
    largest_file: int
    at: datetime = field(default_factory=now)
    since: datetime | None = None
    _changes: dict[int, tuple[Table, _Change]] = field(default_factory=dict)
    _parts: dict[tuple[type[Table], Any], dict[tuple[Any, ...], _Part]] = field(default_factory=dict)
    _decided: tuple[tuple[Any, ...], Decision] | None = None
    _driver: Any = None

    async def read(self, model: type[_T], global_id: str, argument: str, *, locked: bool = False) -> _T:
        """The row that an input names, if the caller sees it; ``locked`` where the command depends on its state.

        Raises ``Refusal``.
        """
        key = parse_key(model, global_id, argument)
        row = await row_of(self.session, await self.driver(), model, key, locked=locked)
        if row is None or not await self.sees(row):
            raise Refusal(ErrorCode.NOT_FOUND, field=argument)
        return row

    async def read_all(self, model: type[_T], global_ids: Sequence[str], argument: str) -> list[_T]:
        """The rows that an input names, in its order, if the caller sees each of them.  Raises ``Refusal``."""
        named = [parse_key(model, each, argument) for each in global_ids]
        (key,) = (each.name for each in keys(model, inspect(model).local_table))
        found = {getattr(row, key): row for row in await self.where(model, f"{key} = ANY($1)", named)}
        rows = [found[each] for each in named if each in found]
        if len(rows) < len(named) or not all([await self.sees(row) for row in found.values()]):
            raise Refusal(ErrorCode.NOT_FOUND, field=argument)
        return rows

    async def sees(self, row: Table) -> bool:
        """Whether the caller reads a row; one that it does not read does not exist for it."""
        policy, principal, table = self.caller.policy, self.caller.principal, type(row)
        if policy.decides_alone(table):
            return policy.sees(principal, row)
        return await is_readable(self.session, policy, principal, table, inspect(row).identity[0])

    async def is_entrusted(self, row: Table) -> bool:
        """Whether the caller reads a row by a role that it was given, not only because it is published."""
        policy, principal, key = self.caller.policy, self.caller.principal, inspect(row).identity[0]
        return await is_readable(self.session, policy, principal, type(row), key, entrusted=True)

    async def row(self, model: type[_T], key: Any, *, locked: bool = False) -> _T:
        """A row that another one names; ``locked`` where the command moves it beside its own."""
        row = await row_of(self.session, await self.driver(), model, key, locked=locked)
        if row is None:
            raise LookupError(f"{model.__name__} has no {key}")
        return row

    async def where(self, model: type[_T], condition: str, *values: Any) -> Sequence[_T]:
        """The rows that meet a condition in SQL, as this command leaves them until now."""
        return await rows_where(self.session, await self.driver(), model, condition, *values)

    def decide(self, action: Action, row: Table) -> Decision:
        """Casbin's decision on the row as it stands.  Raises ``Refusal`` where it is no."""
        decision = self._decide(type(row), action, row_facts(row))
        if not decision.allowed:
            raise Refusal(ErrorCode.FORBIDDEN)
        return decision

    def _decide(self, *act: Any) -> Decision:
        # Of a row that a command makes this is asked before and after, and costs as much as two statements.
        if self._decided is None or self._decided[0] != act:
            self._decided = act, self.caller.policy.decide(self.caller.principal, *act)
        return self._decided[1]

    async def add(self, *rows: Table) -> None:
        """Add rows, written at once, so that others can refer to them."""
        self.session.add_all(rows)
        await self.flush()

    async def remove(self, part: type[Table], condition: str, *values: Any) -> None:
        """Remove the parts that meet a condition in SQL."""
        for row in await self.where(part, condition, *values):
            self._note(row, is_removed=True)
            self.session.expunge(row)
        await (await self.driver()).execute(f"DELETE FROM {part.__tablename__} WHERE {condition}", *values)  # noqa: S608

    async def driver(self) -> Any:
        """asyncpg's connection, in this transaction, for what is written in SQL."""
        if self._driver is None:
            self._driver = await driver_of(self.session)
        return self._driver

    async def flush(self) -> None:
        """Write what was changed, each row under its new version, and remember it for the audit."""
        for row in (*self.session.new, *self.session.dirty):
            if isinstance(row, Versioned) and isinstance(row, Table):
                self._remember(row, is_new=inspect(row).key is None)
            elif row.__told_by__:
                self._note(row)
        await self._write()

    async def _write(self) -> None:
        await write_rows(self.session, await self.driver())

    def _remember(self, row: Table, *, is_new: bool) -> None:
        is_known = id(row) in self._changes
        _, change = self._changes.setdefault(id(row), (row, _Change(is_new)))
        before, after = changes(row)
        change.before = {**before, **change.before}
        change.after |= after
        if not is_known and not is_new and isinstance(row, Versioned):
            # Written with what changed first, so that it costs no statement of its own.
            row.version, row.updated_at = row.version + 1, self.at

    def _note(self, part: Table, *, is_removed: bool = False) -> None:
        old, _ = changes(part)
        before = None if inspect(part).key is None else _told(part, old)
        after = None if is_removed else _told(part, {})
        key = tuple(getattr(part, each.name) for each in inspect(type(part)).primary_key)
        for link, whole in part.__part_of__.items():
            if before != after and getattr(part, link) is not None:
                of_whole = self._parts.setdefault((whole, getattr(part, link)), {})
                of_whole.setdefault((str(part.__tablename__), *key), _Part(before, after)).after = after

    def _tell_of_parts(self) -> None:
        for row, change in self._changes.values():
            parts = self._parts.get((type(row), inspect(row).identity[0]), {})
            for name in dict.fromkeys(name for name, *_ in parts):
                alike = [part for (each, *_), part in parts.items() if each == name]
                before = sorted(part.before for part in alike if part.before is not None)
                after = sorted(part.after for part in alike if part.after is not None)
                if before != after:
                    change.before |= {name: before} if before else {}
                    change.after[name] = after

    async def record(
        self, action: str, decision: Decision, acted_on: Table, reason: str | None = None, *, is_made: bool = False
    ) -> None:
        """Give every changed row its new version and its audit entry, that of what was acted on with the reason.

        What ``is_made`` is told with all that it has, unless it is no object of the contract: who voted is nobody's.
        """
        await self.flush()
        if is_made and id(acted_on) not in self._changes:
            made = _whole(acted_on) if type(acted_on) in NODES else {}
            self._changes[id(acted_on)] = acted_on, _Change(True, after=made)
        if id(acted_on) not in self._changes:
            self._remember(acted_on, is_new=False)
            await self._write()
        self._tell_of_parts()
        _, change = self._changes[id(acted_on)]
        # Many acts keep it in a column, which says what kind of reason it is.
        if reason and reason not in change.after.values():
            change.after[name_of_reason(type(acted_on))] = reason
        held = decision.assignment
        cause = type(acted_on), inspect(acted_on).identity[0]
        entries = [
            Entry(
                type(row),
                inspect(row).identity[0],
                None if change.is_new else change.before,
                change.after,
                None if row is acted_on else cause,
            )
            for row, change in self._changes.values()
        ]
        ground = Ground(self.at, str(decision.rule), held.organization if held else None)
        await write_entries(self.session, self.caller, action, ground, entries)

    async def notify(
        self, action: Action, row: Table, organizations: Iterable[UUID | None], persons: Iterable[UUID | None] = ()
    ) -> None:
        """Tell organizations and persons that this was done, but for the caller and those by whom it did it."""
        told = {("organization_id", each) for each in organizations if each is not None and each not in self._own()}
        told |= {("account_id", each) for each in persons if each not in (None, self.caller.principal.account)}
        self.session.add_all(
            Notification(
                at=self.at,
                action=action,
                object_type=NODES[type(row)].type_name,
                object_id=inspect(row).identity[0],
                **{who: each},
            )
            for who, each in sorted(told)
        )

    def _own(self) -> set[UUID]:
        # Whoever holds roles in two bodies acts for one of them, and the colleagues in the other are told.  An
        # enterprise or a supervisor is registered at the bureau, which hears of what they do nevertheless.
        held = self._decided[1].assignment if self._decided is not None else None
        if held is None or not self.caller.policy.rules_for(held.role, held.level, Notification, Action.READ):
            return set()
        return set(held.own)

    async def look_for_alerts(self) -> None:
        """Raise and clear the alerts that the changed rows bring about."""
        await self._write()
        driver = await self.driver()
        changed = [(type(row).__name__, inspect(row).identity[0]) for row, _ in self._changes.values()]
        # In the order in which everyone adds alerts.
        for table, key in sorted(changed, key=lambda each: str(each[1])):
            await evaluate_changed(driver, self.at, table, key)


def parse_key(model: type[Table], global_id: str, argument: str) -> Any:
    """The key that a global id of this model's type names.  Raises ``Refusal`` for any other text."""
    parsed, type_name = GlobalID.parse(global_id), NODES[model].type_name
    key = key_of(parsed) if parsed is not None and parsed.type_name == type_name else None
    if key is None:
        raise Refusal(ErrorCode.INVALID_ID, field=argument, expected=type_name)
    return key


def changes(row: Table) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the columns that a command changed, before and after, as JSON has them."""
    state = inspect(row)
    # Of a new row everything that it has, of any other what SQLAlchemy has kept the old value of.
    if state.key is None:
        return {}, _whole(row)
    before, after = {}, {}
    for name in state.committed_state:
        history = state.attrs[name].history
        if history.has_changes():
            before[name] = _shown(row, name, history.deleted)
            after[name] = _shown(row, name, history.added)
    return before, after


def _whole(row: Table) -> dict[str, Any]:
    values = {name: _shown(row, name, [row.__dict__.get(name)]) for name in type(row).model_fields}
    return {name: value for name, value in values.items() if value is not None}


def _told(part: Table, old: dict[str, Any]) -> str:
    """A part as its whole is told of it, with the values that some of its columns had before."""
    values = {name: _shown(part, name, [getattr(part, name)]) for name in part.__told_by__} | old
    return " ".join(str(values[name]) for name in part.__told_by__)


def _shown(row: Table, name: str, values: Sequence[Any]) -> Any:
    value = values[0] if values else None
    # A receipt opens the row to whoever reads it, so nobody reads it of the history.
    if isinstance(value, bytes) or name == type(row).__receipt__:
        return _HIDDEN
    if value is None or type(value) in _JSON:
        return value
    if isinstance(value, datetime):
        return value.astimezone(CHINA).isoformat()
    return value.name if isinstance(value, Enum) else orjson.loads(orjson.dumps(value, default=str))
