"""Connections (Relay): keyset pages, each one scalar subquery."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import (
    ARRAY,
    CTE,
    Alias,
    ColumnElement,
    FromClause,
    Numeric,
    Select,
    Text,
    case,
    false,
    func,
    or_,
    select,
    true,
    tuple_,
    union,
    union_all,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import aggregate_order_by

from models import ErrorCode, OrderDirection, Refusal
from policies import Branch, Visible
from resolvers.caller import Reading
from resolvers.compilation import Compilation, Selection, compiles
from resolvers.conditions import (
    are_near,
    asks_what_is_entrusted,
    each_value,
    filtered,
    have_part,
    is_search,
    matches,
)
from resolvers.declarations import DEFAULT_PAGE_SIZE, MAXIMUM_PAGE_SIZE, NODES, Definition
from resolvers.global_id import primary_key
from resolvers.json_text import Pieces, base64, fixed, json_array, number, or_null, text
from resolvers.search import MOST_FOUND, breadth_mark, ways_to_find
from resolvers.shape import fill
from resolvers.sources import Many, Relation
from resolvers.wire import read_cursor

COUNTED_EXACTLY = 10_000


@dataclass(frozen=True)
class Order:
    """The order of a list: columns that together are unique, all in one direction."""

    name: str
    columns: tuple[str, ...]
    descending: bool

    @classmethod
    def of(cls, definition: Definition, asked: dict[str, Any] | None) -> Order:
        """The order asked for, or the type's first, or by key."""
        key = primary_key(definition.model).name
        if definition.orders is None:
            return cls("", (key,), False)
        field = asked["field"] if asked else next(iter(definition.orders))
        columns = (key,) if field.column == key else (field.column, key)
        is_descending = asked["direction"] is OrderDirection.DESC if asked else definition.orders.__newest_first__
        return cls(field.name, columns, is_descending)


@dataclass(frozen=True)
class Page:
    """Which page of a list is asked for; one that ``looks_ahead`` reads a row more, to know whether more follow."""

    size: int
    backward: bool
    after: Any
    before: Any
    looks_ahead: bool = True

    @classmethod
    def of(cls, arguments: dict[str, Any]) -> Page:
        """The page that these arguments ask for.  Raises ``Refusal``."""
        first, last = arguments.get("first"), arguments.get("last")
        given = [size for size in (first, last) if size is not None] or [DEFAULT_PAGE_SIZE]
        if len(given) > 1 or not 1 <= given[0] <= MAXIMUM_PAGE_SIZE:
            field = "last" if first is None else "first"
            raise Refusal(ErrorCode.INVALID_PAGE, field=field, limit=MAXIMUM_PAGE_SIZE)
        return cls(given[0], last is not None, arguments.get("after"), arguments.get("before"))


@dataclass(frozen=True)
class Listing:
    """A list of visible rows under conditions, in an order; ``values`` are conditions of which one more must hold.

    ``parent_column`` is the column, if any, that has the key of the row above in all rows; ``are_few`` says that all
    of them are better read than sought in the list's order, ``are_of_one`` that they are those of one part, too.
    """

    compilation: Compilation
    visible: Visible
    conditions: Sequence[ColumnElement[bool]]
    order: Order
    values: Sequence[ColumnElement[bool]] = ()
    parent_column: str | None = None
    are_few: bool = False
    are_of_one: bool = False

    @property
    def mark(self) -> Pieces:
        """What stands before the list's JSON: nothing."""
        return []

    @property
    def _scopes(self) -> tuple[Branch, ...]:
        """The scopes that are read one by one; rows of one row or part have their own index, and one predicate."""
        scopes = self.visible.branches if self.visible.condition is not None else self.visible.branches[:1]
        # Of what is published nothing is unpublished, which PostgreSQL would find out row by row.
        scopes = tuple(each for each in scopes if not self._contradicts(each.condition)) or scopes[:1]
        is_one = self.parent_column or self.are_of_one
        return (Branch(or_(*(each.condition for each in scopes))),) if is_one else scopes

    def total(self) -> ColumnElement[int]:
        """How many rows there are, counted to one more than ``COUNTED_EXACTLY``.

        Under an OR of scopes the table would be read whole.  Each is counted by itself, without the rows of those
        before it, so that the sum needs no keys and the count ends where the first scopes reach its limit.
        """
        # The last is what is public, which an index alone counts.
        rows, most = self.visible.rows, number(COUNTED_EXACTLY + 1)
        scopes = [each.condition for each in self._scopes[::-1]]
        conditions = [*self.conditions, *([or_(*self.values)] if self.values else [])]
        counted = [
            select(number(1).label("one"))
            .select_from(rows)
            .where(scope, *(before.is_not(true()) for before in scopes[:place]), *conditions)
            .limit(most)
            .correlate_except(rows)
            for place, scope in enumerate(scopes)
        ]
        if len(counted) == 1:
            some = counted[0].subquery(f"{rows.name}_some")
        else:
            united = union_all(*(select(each.subquery()) for each in counted)).subquery(f"{rows.name}_each")
            some = select(united.c.one).limit(most).subquery(f"{rows.name}_some")
        return select(func.count()).select_from(some).scalar_subquery()

    def page(self, page: Page) -> FromClause:
        """The rows of a page; of one that looks ahead one more, with their ``position`` from 1.

        One branch is read in index order up to the limit.  Several, one for each scope and value, are each read
        so and united by key, since rows under an OR of them would all be sorted first.  So is a scope of several
        organizations, whose rows would be sorted like those of an OR.
        """
        rows, name = self.visible.rows, self.visible.rows.name
        # Made once, so that the cursors are decoded and sent once for all branches.
        conditions = [*self.conditions, *self._between(page, rows)]
        several = [(scope, [value, *conditions]) for scope in self._scopes for value in (self.values or [true()])]
        if len(several) == 1:
            found = self._first(page, rows, list(rows.c), *several[0])
        else:
            columns = [rows.c[column] for column in self.order.columns]
            branches = [select(self._first(page, rows, columns, *branch).subquery()) for branch in several]
            keys = union(*branches).subquery(f"{name}_keys")
            return self._of_keys(page, self._limited(page, keys, select(*keys.c)).subquery(f"{name}_united"))
        if not page.looks_ahead:
            return found.subquery(f"{name}_page")
        fetched = found.subquery(f"{name}_found")
        return select(*fetched.c, self._position(page, fetched)).subquery(f"{name}_page")

    def _of_keys(self, page: Page, keys: FromClause) -> FromClause:
        """The rows of a page by their keys, which are numbered before the rows are fetched."""
        rows, key = self.visible.rows, self.order.columns[-1]
        columns: list[Any] = [*rows.c]
        if page.looks_ahead:
            keys = select(keys.c[key], self._position(page, keys)).subquery(f"{rows.name}_numbered")
            columns.append(keys.c.position)
        return select(*columns).select_from(rows.join(keys, keys.c[key] == rows.c[key])).subquery(f"{rows.name}_page")

    def _position(self, page: Page, rows: FromClause) -> ColumnElement[int]:
        return func.row_number().over(order_by=self._sorted(page, rows)).label("position")

    def _contradicts(self, scope: ColumnElement[bool]) -> bool:
        opposite = ~scope
        return any(condition.compare(opposite) for condition in self.conditions)

    def _first(
        self, page: Page, rows: Alias, columns: list[Any], scope: Branch, conditions: Sequence[ColumnElement[bool]]
    ) -> Select[Any]:
        def read(admitted: ColumnElement[bool]) -> Select[Any]:
            return select(*columns).select_from(rows).where(admitted, *conditions).correlate_except(rows)

        if self.are_few or self.are_of_one:
            # Past an OFFSET the order serves no index: PostgreSQL takes them for spread evenly over it.
            few = read(scope.condition).offset(number(0)).subquery(f"{rows.name}_few")
            return self._limited(page, few, select(*few.c))
        if scope.among is None:
            return self._limited(page, rows, read(scope.condition))
        column, values = scope.among
        one = func.unnest(values).alias(f"{rows.name}_one")
        each = self._limited(page, rows, read(column == one.column)).lateral(f"{rows.name}_each")
        return self._limited(page, each, select(*each.c).select_from(one.join(each, true())))

    def _limited(self, page: Page, rows: FromClause, statement: Select[Any]) -> Select[Any]:
        return statement.order_by(*self._sorted(page, rows)).limit(number(page.size + page.looks_ahead))

    def _sorted(self, page: Page, rows: FromClause) -> list[ColumnElement[Any]]:
        return _directed([rows.c[name] for name in self.order.columns], self.order.descending != page.backward)

    def in_order(self, rows: FromClause) -> list[ColumnElement[Any]]:
        """The order of the list, over rows of it, without the column in which all are the same."""
        names = [name for name in self.order.columns if name != self.parent_column] or self.order.columns
        return _directed([rows.c[name] for name in names], self.order.descending)

    def check(self, page: Page) -> None:
        """Refuse cursors of other lists even where no page is selected."""
        self._between(page, self.visible.rows)

    def _between(self, page: Page, rows: FromClause) -> list[ColumnElement[bool]]:
        here = tuple_(*(rows.c[name] for name in self.order.columns))
        conditions = []
        if page.after is not None:
            there = self._cursor_values("after", page.after)
            conditions.append(here < there if self.order.descending else here > there)
        if page.before is not None:
            there = self._cursor_values("before", page.before)
            conditions.append(here > there if self.order.descending else here < there)
        return conditions

    def _cursor_values(self, argument: str, cursor: Any) -> Any:
        types = [self.visible.rows.c[name].type for name in self.order.columns]

        def value(index: int) -> ColumnElement[Any]:
            def read(reading: Reading) -> Any:
                return read_cursor(fill(cursor, reading.slots), self.order.name, types)[index]

            return self.compilation.bind(read, types[index])

        with self.compilation.within(argument):
            return tuple_(*(value(index) for index in range(len(types))))

    def cursor(self, rows: FromClause) -> ColumnElement[str]:
        """The cursor of a row; ``read_cursor`` reads it back."""
        values = func.json_build_array(fixed(self.order.name), *(_exact(rows.c[name]) for name in self.order.columns))
        return base64(sql_cast(values, Text()))


def _directed(columns: Sequence[ColumnElement[Any]], descending: bool) -> list[ColumnElement[Any]]:
    return [column.desc() if descending else column.asc() for column in columns]


def _exact(column: ColumnElement[Any]) -> ColumnElement[Any]:
    # A decimal is a text in JSON, which has binary fractions alone for whoever reads it.
    return sql_cast(column, Text()) if isinstance(column.type, Numeric) else column


@dataclass(frozen=True)
class Search(Listing):
    """A list of visible rows that hold words; ``ways`` as in ``resolvers.search``, which ``argument`` asks for.

    What the index of words leads to is read first, in whatever order, up to one more than ``MOST_FOUND``; only what
    was found is put in order.  Where it is more, the page is empty and the answer marked.
    """

    ways: Sequence[ColumnElement[bool]] = ()
    argument: str = ""

    @cached_property
    def _keys(self) -> CTE:
        rows, columns = self.visible.rows, [self.visible.rows.c[column] for column in self.order.columns]
        # In a CASE no index serves the scope: beside that of words, one would read all that is published.
        admitted = self.visible.condition
        scope = [] if admitted is None else [case((admitted, true()), else_=false())]
        found = [
            select(select(*columns).where(way, *self.conditions, *scope).limit(number(MOST_FOUND + 1)).subquery())
            for way in self.ways
        ]
        keys = union_all(*found).subquery(f"{rows.name}_some")
        limited = select(*keys.c).limit(number(MOST_FOUND + 1))
        return limited.cte(f"{rows.name}_sought").prefix_with("MATERIALIZED")

    @property
    def mark(self) -> Pieces:
        """The mark of a search that found too many."""
        return [
            case((self.total() > number(MOST_FOUND), breadth_mark(self.compilation, self.argument)), else_=fixed(""))
        ]

    def total(self) -> ColumnElement[int]:
        """How many rows were found."""
        return select(func.count()).select_from(self._keys).scalar_subquery()

    def page(self, page: Page) -> FromClause:
        """The rows of a page, as those of any list."""
        rows, keys = self.visible.rows, self._keys
        statement = select(*keys.c).where(self.total() <= number(MOST_FOUND), *self._between(page, keys))
        return self._of_keys(page, self._limited(page, keys, statement).subquery(f"{rows.name}_ordered"))


@compiles(Many)
def connection(compilation: Compilation, source: Many, selection: Selection) -> Pieces:
    """A connection."""
    arguments = compilation.arguments(selection)
    definition = NODES[source.model]
    asked = arguments.get("filter") or {}
    filter_type: Any = get_named_type(selection.definition.args["filter"].type) if asked else None
    visible = compilation.visible(source.model, entrusted=asks_what_is_entrusted(source.model, filter_type, asked))
    conditions = []
    if source.match is not None and selection.row is not None:
        conditions.append(matches(compilation, source.match, selection.row, visible.rows))
    if source.non_empty is not None:
        conditions.append(func.cardinality(visible.rows.c[source.non_empty]) > number(0))
    if source.where is not None:
        name, value = source.where
        conditions.append(visible.rows.c[name] == fixed(value.name))
    order = Order.of(definition, arguments.get("orderBy"))
    ways: Sequence[ColumnElement[bool]] = ()
    values: Sequence[ColumnElement[bool]] = ()
    are_few = are_of_one = False
    if asked:
        with compilation.within("filter"):
            are_few, are_of_one = are_near(filter_type, asked), have_part(filter_type, asked)
            searches = [name for name in asked if is_search(filter_type, name) and asked[name] is not None]
            # The lists below a row are short, and their search is a condition like others.
            if searches and selection.row is None:
                asked = dict(asked)
                with compilation.within(searches[0]):
                    ways = ways_to_find(compilation, source.model, visible.rows, asked.pop(searches[0]))
            elif selection.row is None and not are_of_one:
                for name, value in asked.items():
                    if value is not None and (
                        values := each_value(compilation, visible.rows, filter_type, name, value)
                    ):
                        asked = {other: asked[other] for other in asked if other != name}
                        break
            conditions += filtered(compilation, source.model, visible.rows, filter_type, asked)
    if ways:
        listing: Listing = Search(compilation, visible, conditions, order, ways=ways, argument=f"filter.{searches[0]}")
    else:
        match = source.match
        parent_column = match.column if match is not None and match.relation is Relation.EQUAL else None
        listing = Listing(compilation, visible, conditions, order, values, parent_column, are_few, are_of_one)
    return _Connection(compilation, listing, Page.of(arguments), selection).pieces()


class _Connection:
    """The object that a connection field answers with."""

    def __init__(self, compilation: Compilation, listing: Listing, page: Page, selection: Selection) -> None:
        self._compilation = compilation
        self._listing = listing
        self._page = page
        self._selection = selection
        self._many = selection.many * page.size
        self._rows: Any = None

    def pieces(self) -> Pieces:
        selected = self._compilation.collect(self._selection.type, self._selection.details)
        names = {details[0].node.name.value for details in selected.values()}
        if names.isdisjoint({"nodes", "edges", "pageInfo"}):
            self._listing.check(self._page)
            value = self._compilation.members(self._selection.type, self._selection.details, self._field)
            return [*self._listing.mark, *value]
        self._compilation.count_nodes(self._many)
        self._page = replace(self._page, looks_ahead="pageInfo" in names)
        self._rows = self._listing.page(self._page)
        value = self._compilation.members(self._selection.type, self._selection.details, self._field)
        # HAVING makes it one group, also where nothing that is selected is an aggregate.
        json = select(text(value).label("json")).select_from(self._rows).having(true()).scalar_subquery()
        return [*self._listing.mark, json]

    def _field(self, name: str, details: FieldDetailsList) -> Pieces:
        type_ = cast("GraphQLObjectType", get_named_type(self._selection.type.fields[name].type))
        match name:
            case "nodes":
                return self._items(self._compilation.object(type_, details, self._rows, self._many))
            case "edges":
                return self._items(self._compilation.members(type_, details, self._edge_field(type_)))
            case "pageInfo":
                return self._compilation.members(type_, details, self._page_info_field)
            case "totalCount":
                exact = func.nullif(self._listing.total(), number(COUNTED_EXACTLY + 1))
                return or_null(sql_cast(exact, Text()))
            case "totalCountAtLeast":
                return [func.least(self._listing.total(), number(COUNTED_EXACTLY))]
        raise TypeError(f"a connection has no field {name}")

    @property
    def _in_page(self) -> ColumnElement[bool]:
        on_page: ColumnElement[bool] = self._rows.c.position <= number(self._page.size)
        return on_page

    def _items(self, item: Pieces) -> Pieces:
        if not self._page.looks_ahead:
            return json_array(item, *self._listing.in_order(self._rows))
        position = self._rows.c.position
        order = position.desc() if self._page.backward else position.asc()
        return json_array(item, order, where=self._in_page)

    def _edge_field(self, edge_type: GraphQLObjectType) -> Callable[[str, FieldDetailsList], Pieces]:
        node_type = cast("GraphQLObjectType", get_named_type(edge_type.fields["node"].type))

        def field(name: str, details: FieldDetailsList) -> Pieces:
            if name == "cursor":
                return ['"', self._listing.cursor(self._rows), '"']
            return self._compilation.object(node_type, details, self._rows, self._many)

        return field

    def _page_info_field(self, name: str, details: FieldDetailsList) -> Pieces:
        page = self._page
        more = [sql_cast(func.count() > number(page.size), Text())]
        match name:
            case "hasNextPage":
                return [_boolean(page.before is not None)] if page.backward else more
            case "hasPreviousPage":
                return more if page.backward else [_boolean(page.after is not None)]
            case "startCursor":
                return self._cursor_at(last=page.backward)
            case "endCursor":
                return self._cursor_at(last=not page.backward)
        raise TypeError(f"PageInfo has no field {name}")

    def _cursor_at(self, *, last: bool) -> Pieces:
        position = self._rows.c.position
        cursor = fixed('"').op("||")(self._listing.cursor(self._rows)).op("||")(fixed('"'))
        ordered = aggregate_order_by(cursor, position.desc() if last else position.asc())
        cursors: Any = func.array_agg(ordered, type_=ARRAY(Text())).filter(self._in_page)
        return or_null(cursors[number(1)])


def _boolean(value: bool) -> str:
    return "true" if value else "false"
