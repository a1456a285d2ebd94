"""The making of one statement: what every source's compiler works with, and how it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar, cast

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_argument_values,
    get_named_type,
)
from graphql.execution.collect_fields import (
    FieldDetailsList,
    FragmentDetails,
    GroupedFieldSet,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues
from sqlalchemy import ColumnElement, FromClause, Select, bindparam, func, literal_column, select
from sqlalchemy.types import TypeEngine

from models import Action, Clearance, ErrorCode, Refusal, SensitiveClass, Table
from policies import Access, CallerFact, Visible
from resolvers.caller import Reading
from resolvers.declarations import source_of
from resolvers.json_text import Pieces, json_object, text
from resolvers.plan import FieldError, Parameter
from resolvers.sources import Source

_S = TypeVar("_S", bound=Source)


@dataclass(frozen=True)
class Bounds:
    """What one operation may ask for: how many objects its answer may hold, and how complex its statement may be.

    A statement is as complex as it has conditions of access: which rows of a table are read, on which of them an act
    is allowed, or a class of values is clear.  Each takes a millisecond to be compiled, during which nothing else runs.
    """

    nodes: int
    complexity: int


@dataclass(frozen=True)
class Operation:
    """One operation of a validated document, with everything that its compilation looks up."""

    schema: GraphQLSchema
    node: OperationDefinitionNode
    fragments: dict[str, FragmentDetails]


@dataclass(frozen=True)
class Selection:
    """One selected field: of which type, its nodes, the row it is read from and how many such rows."""

    parent: GraphQLObjectType
    definition: GraphQLField
    details: FieldDetailsList
    row: FromClause | None
    many: int

    @property
    def type(self) -> GraphQLObjectType:
        """The object type that the field leads to, whatever wraps it."""
        return cast("GraphQLObjectType", get_named_type(self.definition.type))


Compiler = Callable[["Compilation", Any, Selection], Pieces]
_BEFORE_ALL: ColumnElement[Any] = literal_column("'-infinity'::timestamptz")
_COMPILERS: dict[type, Compiler] = {}
# Refusals of the operation, not of a field.
OF_THE_WHOLE = {ErrorCode.TOO_MANY_NODES, ErrorCode.TOO_COMPLEX}


def compiles(source: type[_S]) -> Callable[[Compiler], Compiler]:
    """Register the function that turns a source into JSON text."""

    def register(compiler: Compiler) -> Compiler:
        _COMPILERS[source] = compiler
        return compiler

    return register


class Compilation:
    """The making of one plan. It sees shapes of variables, never values: see ``resolvers.shape``."""

    def __init__(self, operation: Operation, variables: VariableValues, access: Access, bounds: Bounds) -> None:
        self.schema = operation.schema
        self.parameters: dict[str, Parameter] = {}
        self.reads_clear = False
        self.has_links = False
        self.may_be_broad = False
        self.inspect: list[Callable[[Reading], list[FieldError]]] = []
        self._operation = operation
        self._variables = variables
        self._access = access
        self._bounds = bounds
        self._nodes = 0
        self._complexity = 0
        self._numbers = count()
        self._path: list[str] = []
        self._wholes: dict[FromClause, tuple[type[Table], FromClause]] = {}

    def root_fields(self) -> GroupedFieldSet:
        """The selected root fields by response key."""
        root: Any = self.schema.get_root_type(self._operation.node.operation)
        return collect_fields(
            self.schema, self._operation.fragments, self._variables, root, self._operation.node
        ).grouped_field_set

    def collect(self, type_: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        """The fields selected on an object type by response key."""
        return collect_subfields(
            self.schema, self._operation.fragments, self._variables, self._operation.node, type_, details
        ).grouped_field_set

    def arguments(self, selection: Selection) -> dict[str, Any]:
        """The field's arguments by name in the contract, with slots where variables stand."""
        return get_argument_values(selection.definition, selection.details[0].node, self._variables)

    def object(self, type_: GraphQLObjectType, details: FieldDetailsList, row: FromClause | None, many: int) -> Pieces:
        """An object as JSON text: its selected fields, read from a row if there is one."""

        def read(name: str, selected: FieldDetailsList) -> Pieces:
            return self.field(Selection(type_, type_.fields[name], selected, row, many))

        return self.members(type_, details, read)

    def members(
        self,
        type_: GraphQLObjectType,
        details: FieldDetailsList,
        compile_field: Callable[[str, FieldDetailsList], Pieces],
    ) -> Pieces:
        """An object as JSON text whose fields, but for ``__typename``, a function compiles by name."""
        fields: list[tuple[str, Pieces]] = []
        for key, selected in self.collect(type_, details).items():
            name = selected[0].node.name.value
            with self.within(key):
                value = [f'"{type_.name}"'] if name == "__typename" else compile_field(name, selected)
                fields.append((key, value))
        return json_object(fields)

    def field(self, selection: Selection) -> Pieces:
        """One field as JSON text, by the compiler of its source."""
        source = source_of(selection.definition.extensions)
        if type(source) not in _COMPILERS:
            raise TypeError(f"{selection.details[0].node.name.value} declares no source that can be read")
        return _COMPILERS[type(source)](self, source, selection)

    def visible(self, model: type[Table], *, entrusted: bool = False) -> Visible:
        """The rows of a table that the caller may read, or is ``entrusted`` with, under a new name."""
        name = f"{model.__tablename__}_{next(self._numbers)}"
        return self._one_more().visible(model, name, self._use, entrusted=entrusted)

    def parts(self, model: type[Table], link: str, whole: FromClause) -> Visible:
        """The rows of a table that are part of a row which the caller reads, under a new name."""
        visible = self._one_more().parts(model, f"{model.__tablename__}_{next(self._numbers)}", link, whole)
        self._wholes[visible.rows] = model.__part_of__[link], whole
        return visible

    def whole(self, model: type[Table], row: FromClause) -> tuple[type[Table], FromClause]:
        """The row by which the caller reads one: of a part its whole, of any other the row itself."""
        return self._wholes.get(row, (model, row))

    def opened(self, model: type[Table], by: str, value: ColumnElement[Any]) -> Visible:
        """The one row that this value of a receipt or key opens, under a new name."""
        return self._one_more().opened(model, f"{model.__tablename__}_{next(self._numbers)}", by, value)

    def entries(self, model: type[Table], whole: FromClause) -> Visible:
        """The audit entries of a row that the caller reads, under a new name."""
        return self._one_more().entries(f"audit_entry_{next(self._numbers)}", model, whole)

    def entrusted(self, model: type[Table], rows: FromClause) -> ColumnElement[bool]:
        """Which of the rows the caller reads by a role that it was given, not only because they are public."""
        return self._one_more().entrusted(model, rows, self._use)

    def told(self, model: type[Table], rows: FromClause, at: ColumnElement[Any]) -> ColumnElement[bool]:
        """Of which rows that it was entrusted with the caller reads what was done at a moment."""
        return self._one_more().told(model, rows, at, self._use)

    def told_value(self, model: type[Table], row: FromClause, name: str) -> ColumnElement[bool] | None:
        """Whether the caller is told the value of a column; None where that is told to whoever reads the row."""
        of, whole = self.whole(model, row)
        if name not in model.__told_at__ or not of.__told_since__:
            return None
        moments = [row.c[each] for each in model.__told_at__[name]]
        return self.told(of, whole, func.greatest(*moments) if moments else _BEFORE_ALL)

    def allowed(self, model: type[Table], action: Action, rows: FromClause) -> ColumnElement[bool]:
        """On which of the rows the policy lets the caller do this."""
        return self._one_more().allowed(model, action, rows, self._use)

    def grants(self, model: type[Table], action: Action) -> bool:
        """Whether there is any row on which the policy may let the caller do this; it takes no condition."""
        return self._access.grants(model, action)

    def cleared(
        self, model: type[Table], class_: SensitiveClass, clearance: Clearance, rows: FromClause
    ) -> ColumnElement[bool]:
        """On which of the rows the caller has this clearance for a class of sensitive values."""
        return self._one_more().cleared(model, class_, clearance, rows, self._use)

    def _use(self, fact: CallerFact) -> None:
        self.parameters.setdefault(fact.name, Parameter(lambda reading: fact.value(reading.caller.principal)))

    def bind(self, value: Callable[[Reading], Any], type_: TypeEngine[Any]) -> ColumnElement[Any]:
        """A parameter whose value is found when the plan runs."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = Parameter(value, tuple(self._path))
        return bindparam(name, type_=type_)

    def count_nodes(self, nodes: int) -> None:
        """Count objects that the answer may hold.  Raises ``Refusal`` when they are too many."""
        self._nodes += nodes
        if self._nodes > self._bounds.nodes:
            raise Refusal(ErrorCode.TOO_MANY_NODES, limit=self._bounds.nodes)

    def _one_more(self) -> Access:
        self._complexity += 1
        if self._complexity > self._bounds.complexity:
            raise Refusal(ErrorCode.TOO_COMPLEX, limit=self._bounds.complexity)
        return self._access

    @property
    def response_key(self) -> str:
        """The response key of the root field that is being compiled."""
        return self._path[0]

    @contextmanager
    def within(self, key: str) -> Iterator[None]:
        """Compile below a response key or an argument, which a refusal will name."""
        self._path.append(key)
        try:
            yield
        except Refusal as refusal:
            if len(self._path) > 1 and refusal.code not in OF_THE_WHOLE:
                refusal.field = f"{key}.{refusal.field}" if refusal.field else key
            raise
        finally:
            self._path.pop()


def subquery(value: Pieces, visible: Visible, *conditions: ColumnElement[bool]) -> ColumnElement[str]:
    """JSON text over rows that the caller may read; null where there is none."""
    return select_visible(text(value).label("json"), visible, *conditions).scalar_subquery()


def select_visible(value: ColumnElement[Any], visible: Visible, *conditions: ColumnElement[bool]) -> Select[Any]:
    """A selection from rows that the caller may read."""
    statement = select(value).select_from(visible.rows).where(*conditions)
    if visible.condition is not None:
        statement = statement.where(visible.condition)
    return statement.correlate_except(visible.rows)
