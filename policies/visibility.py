"""What a caller may read, as SQL. ``Visible`` is the only thing a statement can select rows from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any, final

from sqlalchemy import (
    Alias,
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    false,
    literal_column,
    or_,
    select,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.types import TypeEngine

from models import Action, AuditEntry, Clearance, Role, Scope, SensitiveClass, Side, Table
from models.base import aliased, carriers, keys
from policies.policy import Policy
from policies.principal import AssignmentShape, Principal
from policies.scopes import among, facts_of, predicate

_KEY = object()


@dataclass(frozen=True)
class Branch:
    """One scope's rows: a predicate, and where that only asks for a column ``among`` values, the two of them."""

    condition: ColumnElement[bool]
    among: tuple[ColumnElement[Any], ColumnElement[Any]] | None = None


@final
class Visible:
    """The rows of one table that the caller may read, under a name of its own in the statement.

    ``branches`` are the scopes that admit rows; a row is visible when the predicate of any holds.
    Only ``Access`` can make one.
    """

    def __init__(self, rows: Alias, branches: tuple[Branch, ...], key: object) -> None:
        if key is not _KEY:
            raise TypeError("rows become visible through Access only")
        self.rows = rows
        self.branches = branches

    @property
    def condition(self) -> ColumnElement[bool] | None:
        """All branches as one predicate; None when every row is visible."""
        if any(_is_true(branch) for branch in self.branches):
            return None
        return _any(self.branches)


@dataclass(frozen=True)
class CallerFact:
    """A parameter of a statement whose value is a fact of one of the caller's assignments."""

    assignment: int
    fact: str

    @property
    def name(self) -> str:
        """The parameter's name in the statement."""
        return f"caller_{self.assignment}_{self.fact}"

    def value(self, principal: Principal) -> Any:
        """The fact as the driver takes it."""
        fact = getattr(principal.assignments[self.assignment], self.fact)
        if isinstance(fact, frozenset):
            return sorted(fact)
        return getattr(fact, "name", fact)


Used = Callable[[CallerFact], None]


class Access:
    """What callers of one shape may read under one policy; knows their roles, not their values."""

    def __init__(self, policy: Policy, shape: tuple[AssignmentShape, ...]) -> None:
        self._policy = policy
        self._shape = shape
        self.fingerprint = (policy.version, shape)

    def visible(self, table: type[Table], name: str, used: Used, *, entrusted: bool = False) -> Visible:
        """The visible rows of a table, or those ``entrusted`` to the caller alone.

        ``used`` is told of every caller fact that the branches compare.
        """
        rows = aliased(table, name)
        read = self._entrusted(table, rows, used) if entrusted else self._branches(table, Action.READ, rows, used)
        branches = (*read, *self._carried(table, rows, used))
        if table.__seen_with__ is not None:
            own, other, column = table.__seen_with__
            others = aliased(other, f"{name}_seen_with")
            admitted = _any(self._branches(other, Action.READ, others, used))
            seen = select(literal_column("1")).where(others.c[column] == rows.c[own], admitted).correlate(rows).exists()
            return Visible(rows, (Branch(and_(_any(branches), seen)),), _KEY)
        if any(_is_true(branch) for branch in branches):
            return Visible(rows, (Branch(true()),), _KEY)
        return Visible(rows, branches or (Branch(false()),), _KEY)

    def _carried(self, table: type[Table], rows: Alias, used: Used) -> Iterator[Branch]:
        # What a part carries is seen with it: by who reads the whole by a role that it was given and sees it clear.
        (own,) = keys(table, rows)
        for part, key in carriers(table):
            roles = frozenset(
                role
                for role, _ in self._shape
                if role is not Role.PUBLIC
                and (part.__part_class__ is None or self._policy.masks[role, part.__part_class__] is Clearance.CLEAR)
            )
            for link, whole in part.__part_of__.items():
                parts = aliased(part, f"{rows.name}_{part.__tablename__}")
                wholes = aliased(whole, f"{parts.name}_of")
                (of,) = keys(whole, wholes)
                admitted = self._branches(whole, Action.READ, wholes, used, roles)
                if admitted:
                    joined = parts.join(wholes, of == parts.c[link])
                    seen: Select[Any] = (
                        select(literal_column("1")).select_from(joined).where(parts.c[key] == own, _any(admitted))
                    )
                    yield Branch(seen.correlate(rows).exists())

    def parts(self, part: type[Table], name: str, link: str, whole: FromClause) -> Visible:
        """The rows that are part of a row which the caller may read: they are seen with it and only so."""
        rows = aliased(part, name)
        (key,) = keys(part.__part_of__[link], whole)
        return Visible(rows, (Branch(rows.c[link] == key),), _KEY)

    def opened(self, table: type[Table], name: str, by: str, value: ColumnElement[Any]) -> Visible:
        """The one row that its receipt opens, or whose key is that of what the caller's own command just made.

        Raises ``TypeError`` for any other column.
        """
        rows = aliased(table, name)
        (key,) = keys(table, rows)
        if by not in (table.__receipt__, key.name):
            raise TypeError(f"{by} of {table.__name__} opens no row")
        return Visible(rows, (Branch(rows.c[by] == value),), _KEY)

    def entries(self, name: str, table: type[Table], whole: FromClause) -> Visible:
        """The audit entries of a row that the caller may read."""
        rows = aliased(AuditEntry, name)
        (key,) = keys(table, whole)
        is_of_row = and_(
            rows.c.object_type == literal_column(f"'{table.__name__}'"),
            rows.c.object_id == cast(key, Text()),
        )
        return Visible(rows, (Branch(is_of_row),), _KEY)

    def entrusted(self, table: type[Table], rows: FromClause, used: Used) -> ColumnElement[bool]:
        """Which of the rows the caller reads by a role that it was given, not only because they are public.

        What is public to some roles alone is read by them as the public reads.
        """
        return _any(self._entrusted(table, rows, used))

    def told(self, table: type[Table], rows: FromClause, at: ColumnElement[Any], used: Used) -> ColumnElement[bool]:
        """Of which rows that it was entrusted with the caller reads what was done at a moment."""
        return _any(self._entrusted(table, rows, used, at=at))

    def allowed(self, table: type[Table], action: Action, rows: FromClause, used: Used) -> ColumnElement[bool]:
        """On which of the rows the caller may do this, by the policy."""
        return _any(self._branches(table, action, rows, used))

    def grants(self, table: type[Table], action: Action) -> bool:
        """Whether there is any row on which the policy may let the caller do this."""
        return any(self._policy.rules_for(role, level, table, action) for role, level in self._shape)

    def cleared(
        self, table: type[Table], class_: SensitiveClass, clearance: Clearance, rows: FromClause, used: Used
    ) -> ColumnElement[bool]:
        """On which of the rows a role by which the caller reads them has this clearance."""
        roles = frozenset(role for role, _ in self._shape if self._policy.masks[role, class_] is clearance)
        branches = self._branches(table, Action.READ, rows, used, roles)
        if clearance is Clearance.CLEAR and class_ in table.__clear_to__:
            branches += self._branches(table, Action.READ, rows, used, by=table.__clear_to__[class_])
        cleared = _any(branches)
        act = table.__told_to__.get(class_)
        return cleared if act is None else and_(cleared, _any(self._branches(table, act, rows, used, roles)))

    def _entrusted(
        self, table: type[Table], rows: FromClause, used: Used, *, at: ColumnElement[Any] | None = None
    ) -> tuple[Branch, ...]:
        given = frozenset(role for role, _ in self._shape if role is not Role.PUBLIC)
        return self._branches(table, Action.READ, rows, used, given, without=Scope.PUBLIC, at=at)

    def _branches(
        self,
        table: type[Table],
        action: Action,
        rows: FromClause,
        used: Used,
        roles: frozenset[Role] | None = None,
        *,
        by: Side | None = None,
        without: Scope | None = None,
        at: ColumnElement[Any] | None = None,
    ) -> tuple[Branch, ...]:
        branches: dict[Hashable, Branch] = {}
        for index, (role, level) in enumerate(self._shape):
            if roles is not None and role not in roles:
                continue
            compared: set[CallerFact] = set()

            def bind(
                fact: str, type_: TypeEngine[Any], index: int = index, compared: set[CallerFact] = compared
            ) -> ColumnElement[Any]:
                caller_fact = CallerFact(index, fact)
                compared.add(caller_fact)
                return bindparam(caller_fact.name, type_=type_)

            for rule in self._policy.rules_for(role, level, table, action):
                if rule.scope is without:
                    continue
                for side in table.__anchors__.sides if by is None else (by,):
                    if not rule.speaks_of(side.name):
                        continue
                    columns = {
                        fact: true() if column is True else rows.c[column] for fact, column in side.columns().items()
                    }
                    compared.clear()
                    admitted = predicate(rule.scope, level, columns, bind)
                    # By one scope, the same columns compared with the same facts of the caller are one branch.
                    sides = frozenset((fact, side.columns().get(fact)) for fact in facts_of(rule.scope))
                    same = rule.scope, level if compared else None, sides, frozenset(compared)
                    if admitted is None:
                        continue
                    branch = Branch(admitted, among(rule.scope, columns, bind))
                    if at is not None:
                        since = {table.__told_since__.get(str(side.columns()[each])) for each in facts_of(rule.scope)}
                        branch = Branch(and_(admitted, *(at >= rows.c[each] for each in sorted(filter(None, since)))))
                    for caller_fact in compared:
                        used(caller_fact)
                    branches.setdefault(same, branch)
        return tuple(branches.values())


async def is_readable(
    connection: AsyncConnection | AsyncSession,
    policy: Policy,
    principal: Principal,
    table: type[Table],
    key: Any,
    *,
    entrusted: bool = False,
) -> bool:
    """Whether the principal may read the row under this key, by the predicate that every statement selects by.

    ``entrusted`` asks for a role that it was given; what anyone reads is not enough.
    """
    facts: dict[str, Any] = {}

    def use(fact: CallerFact) -> None:
        facts[fact.name] = fact.value(principal)

    visible = Access(policy, principal.shape).visible(table, "row", use, entrusted=entrusted)
    (column,) = keys(table, visible.rows)
    statement: Select[Any] = select(literal_column("1")).select_from(visible.rows).where(column == key)
    if visible.condition is not None:
        statement = statement.where(visible.condition)
    return (await connection.execute(statement, facts)).first() is not None


def _any(branches: tuple[Branch, ...]) -> ColumnElement[bool]:
    return or_(false(), *(branch.condition for branch in branches))


def _is_true(branch: Branch) -> bool:
    return branch.condition.compare(true())
