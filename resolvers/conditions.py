"""Conditions on the rows of one table: how they belong to a row, and what a filter asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from graphql import GraphQLInputObjectType
from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Date,
    DateTime,
    FromClause,
    Integer,
    LargeBinary,
    String,
    Text,
    and_,
    case,
    false,
    func,
    literal_column,
    or_,
    true,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import array

from models import (
    Action,
    Bar,
    Clearance,
    Deadline,
    DeadlineEvent,
    DueState,
    DutyItemState,
    ErrorCode,
    Level,
    PartyKind,
    Refusal,
    StateMachine,
    Table,
    Transition,
    state_machine,
)
from models.counting import CHINA
from models.state_machine import NOT_PAST
from resolvers.caller import Reading
from resolvers.compilation import Compilation, select_visible
from resolvers.criteria import (
    AnyOf,
    Contains,
    Criterion,
    DerivedOneOf,
    EqualTo,
    EqualToSecret,
    HasPart,
    InForce,
    InRegion,
    IsDue,
    IsNode,
    OnDay,
    OneOf,
    Search,
    criterion_of,
)
from resolvers.declarations import NODES
from resolvers.global_id import primary_key
from resolvers.json_text import TODAY, fixed, number
from resolvers.search import ways_to_find
from resolvers.shape import fill, kinds_of, most_of
from resolvers.sources import Match, Relation
from resolvers.wire import wire, wire_key

_MOST_VALUES = 8
# Nothing is older, and earlier ones have no moment in UTC.
_FIRST_DAY = date(1900, 1, 1)


def matches(compilation: Compilation, match: Match, own: FromClause, other: FromClause) -> ColumnElement[bool]:
    """The rows of ``other`` that a row of ``own`` leads to, as far as the caller is told that they belong together."""
    told = compilation.told_value(match.model, other, match.column)
    return and_(_are_matched(match, own.c[match.own], other.c[match.column]), *([] if told is None else [told]))


def _are_matched(match: Match, here: ColumnElement[Any], there: ColumnElement[Any]) -> ColumnElement[bool]:
    last = here.op("||", return_type=Text())(fixed("~"))
    match match.relation:
        case Relation.EQUAL:
            return there == here
        case Relation.BELOW:
            return (there > here) & (there <= last)
        case Relation.AT_OR_BELOW:
            return (there >= here) & (there <= last)
        case Relation.ABOVE:
            prefixes = [func.left(here, number(level.code_length)) for level in Level]
            return (there == func.any(array(prefixes))) & (there != here)


def may_act(
    compilation: Compilation, model: type[Table], action: Action, row: FromClause, *, tasks: bool = False
) -> ColumnElement[bool]:
    """On which rows the caller may do this now: where they stand, and by the policy.

    ``tasks`` admits only what someone waits for, also where something is lacking that another act makes good.
    """
    machine = machine_of(model)
    # Last what reads other rows, and so only of what the caller may do otherwise.
    may_move, allowed = _may_move(model, action, row, tasks=tasks), compilation.allowed(model, action, row)
    return and_(may_move, allowed, *_not_barred(machine.of(action), row, tasks=tasks))


def available_actions(compilation: Compilation, model: type[Table], row: FromClause) -> ColumnElement[str]:
    """The names of what the caller may do with the row now as items of a JSON array, in the machine's order."""
    ready = [
        case((may_act(compilation, model, action, row), fixed(f'"{action.name}"')))
        for action in machine_of(model).actions
        if compilation.grants(model, action)
    ]
    return func.concat_ws(fixed(","), *ready, type_=Text()) if ready else fixed("")


def machine_of(model: type[Table]) -> StateMachine:
    """The state machine of a table.  Raises ``TypeError`` where it has no states."""
    machine = state_machine(model.__name__)
    if machine is None:
        raise TypeError(f"{model.__name__} has no state machine")
    return machine


def holds(bar: Bar, row: FromClause) -> ColumnElement[bool]:
    """Of which of the rows an act is barred."""
    return literal_column(bar.over(row.name), Boolean())  # type: ignore[attr-defined]


def _may_move(model: type[Table], action: Action, row: FromClause, *, tasks: bool) -> ColumnElement[bool]:
    machine, ways = machine_of(model), []
    for transition in machine.of(action):
        if transition.is_task or not tasks:
            conditions = [_is_among(row.c[column], values) for column, values in transition.where.items()]
            if transition.source is not None:
                conditions.append(row.c.state == fixed(transition.source))
            if tasks and transition.clocks:
                # Most rows are under no deadline at all.
                conditions += [row.c.next_due_at.is_not(None), _runs(model, transition.clocks, row)]
            ways.append(and_(true(), *conditions))
    always = [_is_among(row.c[column], values) for column, values in machine.always.items()]
    return and_(or_(false(), *ways), *always)


def _runs(model: type[Table], events: Sequence[DeadlineEvent], row: FromClause) -> ColumnElement[bool]:
    (link,) = (link for link, whole in Deadline.__part_of__.items() if whole is model)
    named = ", ".join(f"'{event.name}'" for event in events)
    running = f"d.{link} = {row.name}.id AND d.event IN ({named}) AND d.ended_at IS NULL"  # type: ignore[attr-defined]
    return literal_column(f"EXISTS (SELECT FROM deadline d WHERE {running})", Boolean())


def _not_barred(transitions: Sequence[Transition], row: FromClause, *, tasks: bool) -> Iterator[ColumnElement[bool]]:
    for bar in dict.fromkeys(bar for each in transitions for bar in each.bars if not (tasks and bar.is_lack)):
        barred = [each for each in transitions if bar in each.bars]
        sources = [row.c.state == fixed(each.source) for each in barred if each.source is not None]
        yield ~(holds(bar, row) if len(barred) == len(transitions) else and_(or_(*sources), holds(bar, row)))


def _is_among(column: ColumnElement[Any], values: frozenset[Any]) -> ColumnElement[bool]:
    if NOT_PAST in values:
        return column >= TODAY
    if values <= {True, False}:
        return column if True in values else ~column
    return or_(*(column == fixed(value) for value in sorted(values)))


def filtered(
    compilation: Compilation,
    model: type[Table],
    rows: FromClause,
    type_: GraphQLInputObjectType,
    value: dict[str, Any] | None,
) -> list[ColumnElement[bool]]:
    """The conditions that an input of criteria puts on the rows; a criterion that is null asks nothing.

    What the caller does not see clear in a row, or is not told of it, cannot be asked of it.
    """
    conditions: list[ColumnElement[bool]] = []
    for name, asked in (value or {}).items():
        if asked is not None:
            criterion = criterion_of(type_.fields[name].extensions)
            with compilation.within(name):
                conditions += _seen_clear(compilation, model, rows, criterion.column)
                conditions += _told(compilation, model, rows, criterion.column)
                if isinstance(criterion, Search):
                    conditions.append(or_(*ways_to_find(compilation, model, rows, asked)))
                else:
                    conditions.append(_holds(compilation, rows, criterion, asked))
    return conditions


def each_value(
    compilation: Compilation, rows: FromClause, type_: GraphQLInputObjectType, name: str, asked: Any
) -> list[ColumnElement[bool]]:
    """One condition for each value that may be asked for; none where the column has no index of each, or for many."""
    criterion = criterion_of(type_.fields[name].extensions)
    if not isinstance(criterion, OneOf) or not criterion.each or most_of(asked) > _MOST_VALUES:
        return []

    def value(place: int) -> ColumnElement[str]:
        def read(reading: Reading) -> Any:
            values = wire(fill(asked, reading.slots))
            # Null equals nothing.
            return values[place] if place < len(values) else None

        return compilation.bind(read, String())

    with compilation.within(name):
        return [rows.c[criterion.column] == value(place) for place in range(most_of(asked))]


def is_search(type_: GraphQLInputObjectType, name: str) -> bool:
    """Whether an input field of criteria asks for words."""
    return isinstance(criterion_of(type_.fields[name].extensions), Search)


def asks_what_is_entrusted(model: type[Table], type_: GraphQLInputObjectType, asked: dict[str, Any]) -> bool:
    """Whether a filter asks for what is shown only of rows that the caller is entrusted with."""
    criteria = [criterion_of(type_.fields[name].extensions) for name, value in asked.items() if value is not None]
    return any(
        each.column in model.__entrusted__ or (isinstance(each, HasPart) and not each.part.__part_is_published__)
        for each in criteria
    )


def are_near(type_: GraphQLInputObjectType, asked: dict[str, Any]) -> bool:
    """Whether a filter asks for what nears its end: few rows, and late ones in any order of registration."""
    return any(
        value is DueState.NEAR and isinstance(criterion_of(type_.fields[name].extensions), IsDue)
        for name, value in asked.items()
    )


def have_part(type_: GraphQLInputObjectType, asked: dict[str, Any]) -> bool:
    """Whether a filter names a part of the rows, which leads to all of them."""
    return any(
        value is not None and isinstance(criterion_of(type_.fields[name].extensions), HasPart)
        for name, value in asked.items()
    )


def _seen_clear(
    compilation: Compilation, model: type[Table], rows: FromClause, column: str
) -> list[ColumnElement[bool]]:
    sensitive = model.__sensitive__.get(column)
    if sensitive is None:
        return []
    cleared = compilation.cleared(model, sensitive.class_, Clearance.CLEAR, rows)
    if sensitive.only_persons is None:
        return [cleared]
    return [or_(rows.c[sensitive.only_persons] != fixed(PartyKind.PERSON.name), cleared)]


def _told(compilation: Compilation, model: type[Table], rows: FromClause, column: str) -> list[ColumnElement[bool]]:
    told = compilation.told_value(model, rows, column)
    return [] if told is None else [told]


def _holds(compilation: Compilation, rows: FromClause, criterion: Criterion, asked: Any) -> ColumnElement[bool]:
    column = rows.c[criterion.column]

    def value(reading: Reading) -> Any:
        return wire(fill(asked, reading.slots))

    def key(reading: Reading) -> Any:
        return wire_key(fill(asked, reading.slots))

    match criterion:
        case EqualTo(compact=compact):
            if isinstance(column.type, Boolean):
                return column if asked is True else ~column
            of = column.type if isinstance(column.type, Integer | Date) else String()
            return column == compilation.bind(
                lambda reading: compact(value(reading)) if compact else value(reading), of
            )
        case EqualToSecret(column=name, index=index, compact=compact):

            def blind_index(reading: Reading) -> bytes:
                return reading.cipher.blind_index(compact(wire(fill(asked, reading.slots))), name)

            return rows.c[index] == compilation.bind(blind_index, LargeBinary())
        case IsDue() | OnDay() | InForce():
            return _is_of_time(compilation, rows, criterion, asked)
        case OneOf():
            among = ARRAY(Integer() if isinstance(column.type, Integer) else String())
            return column == func.any(compilation.bind(value, among))
        case DerivedOneOf(derived=derived):
            return sql_cast(derived(rows), Text()) == func.any(compilation.bind(value, ARRAY(String())))
        case AnyOf():
            return column.op("&&", return_type=Boolean())(compilation.bind(value, ARRAY(String())))
        case Contains():
            return func.strpos(column, compilation.bind(value, Text())) > number(0)
        case IsNode(model=model):
            key_length(model, asked)
            return column == compilation.bind(key, primary_key(model).type)
        case HasPart(part=part, whole=whole, names=names, model=model):
            key_length(model, asked)
            named = compilation.bind(key, primary_key(model).type)
            parts, seen = compilation.parts(part, whole, rows), compilation.visible(model)
            is_named = select_visible(number(1), parts, parts.rows.c[names] == named).exists()
            return is_named & select_visible(number(1), seen, seen.rows.c[primary_key(model).name] == named).exists()
        case InRegion(model=model, other=other):
            region, length = compilation.bind(key, String()), number(key_length(model, asked))
            sides = [column, rows.c[other]] if other else [column]
            return or_(*(func.left(each, length) == region for each in sides))
    raise TypeError(f"{criterion!r} has no SQL")


def _is_of_time(
    compilation: Compilation, rows: FromClause, criterion: IsDue | OnDay | InForce, asked: Any
) -> ColumnElement[bool]:
    column = rows.c[criterion.column]
    match criterion:
        case IsDue(near=near):
            return is_due(column, rows.c[near], asked)
        case InForce():
            return is_in_force(rows, compilation.bind(lambda reading: fill(asked, reading.slots), Date()))
        case OnDay(until=until, after=after):

            def moment(reading: Reading) -> datetime:
                day: date = max(fill(asked, reading.slots), _FIRST_DAY)
                return datetime.combine(day, time.max if until else time.min, CHINA)

            bound = compilation.bind(moment, DateTime(timezone=True))
            # What happened by then was begun by then, and by that it is listed.
            begun = [rows.c[after] <= bound] if after else []
            return and_(column <= bound, *begun) if until else column >= bound


def is_due(due_at: ColumnElement[Any], near_at: ColumnElement[Any], asked: DueState) -> ColumnElement[bool]:
    """Whether the nearest deadline of a row, which is near from a moment on, is near or has passed."""
    passed = due_at < func.now()
    return passed if asked is DueState.PASSED else ~passed & (near_at <= func.now())


def is_in_force(edition: FromClause, day: ColumnElement[date]) -> ColumnElement[bool]:
    """Whether an edition of a duty is in force on a day, as ``models.duty.in_force_on`` says it."""
    # Who registers a case on the day of a revocation is refused, so that day is none of the duty's.
    is_revoked = edition.c.state == fixed(DutyItemState.REVOKED.name)
    ends_later = or_(edition.c.valid_to > day, and_(edition.c.valid_to == day, ~is_revoked))
    return and_(edition.c.is_public, edition.c.valid_from <= day, or_(edition.c.valid_to.is_(None), ends_later))


def key_length(model: type[Table], asked: Any) -> int:
    """How long the key is that an id names.  Raises ``Refusal`` unless it is an id of this model's type."""
    expected = NODES[model].type_name
    kinds = kinds_of(asked)
    if len(kinds) != 1 or next(iter(kinds)).type_name != expected:
        raise Refusal(ErrorCode.INVALID_ID, expected=expected)
    return next(iter(kinds)).key_length
