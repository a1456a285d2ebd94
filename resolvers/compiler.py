"""The read compiler: an operation's root fields become the columns of one SQL statement."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, cast

from graphql import FieldNode, GraphQLObjectType
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.values import VariableValues
from sqlalchemy import ColumnElement, Label, Select, select
from sqlalchemy.dialects.postgresql import asyncpg

from models import Refusal
from policies import Access
from resolvers import (
    connections,
    contact_visits,
    duplicate_clues,
    duty_lists,
    history,
    inspections,
    officer_figures,
    revisit_coverage,
    roots,
    rows,
    similar_cases,
    supervisor_mix,
    tasks,
    totals,
)
from resolvers.audited_reading import audit_of_reading
from resolvers.compilation import OF_THE_WHOLE, Bounds, Compilation, Operation, Selection
from resolvers.declarations import source_of
from resolvers.json_text import text, utf8
from resolvers.plan import FieldError, Output, Plan
from resolvers.sources import Facts

# Imported for the compilers they register.
__all__ = [
    "compile_payload",
    "compile_query",
    "connections",
    "contact_visits",
    "duplicate_clues",
    "duty_lists",
    "history",
    "inspections",
    "officer_figures",
    "revisit_coverage",
    "roots",
    "rows",
    "similar_cases",
    "supervisor_mix",
    "tasks",
    "totals",
]

_DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]


class _Statement:
    """A statement in the making: root fields, and the columns that they take from it."""

    def __init__(self, compilation: Compilation) -> None:
        self._compilation = compilation
        self._outputs: list[Output] = []
        self._columns: list[Label[str]] = []
        self.errors: list[FieldError] = []
        self.introspection: list[FieldNode] = []

    def put(self, output: Output, column: ColumnElement[str] | None = None) -> None:
        if column is not None:
            output = replace(output, column=len(self._columns))
            self._columns.append(column.label(f"r{output.column}"))
        self._outputs.append(output)

    def plan(self) -> Plan:
        compiled: Any = self._select().compile(dialect=_DIALECT) if self._columns else None
        names = list(compiled.positiontup or ()) if compiled is not None else []
        parameters = self._compilation.parameters
        return Plan(
            sql=None if compiled is None else str(compiled),
            parameters=tuple(parameters[name] for name in names),
            outputs=tuple(self._outputs),
            checks=tuple(parameter for name, parameter in parameters.items() if name not in names),
            errors=tuple(self.errors),
            inspect=tuple(self._compilation.inspect),
            introspection=tuple(self.introspection),
            may_be_broad=self._compilation.may_be_broad,
            has_marks=self._compilation.reads_clear or self._compilation.has_links,
        )

    def _select(self) -> Select[Any]:
        if not self._compilation.reads_clear:
            return select(*[cast("Any", utf8(column).label(column.name)) for column in self._columns])
        answer = select(*self._columns).cte("answer")
        reading = audit_of_reading(self._compilation, answer)
        return select(*[cast("Any", utf8(column).label(column.name)) for column in answer.c]).add_cte(answer, reading)


def compile_query(
    operation: Operation,
    variables: VariableValues,
    access: Access,
    bounds: Bounds,
    refused: Collection[str],
) -> Plan:
    """The plan of a query, without the root fields that were refused when their values were bound.

    A root field that is refused here is left out of the statement and becomes an error of the plan.
    Raises ``Refusal`` when the operation is out of bounds.
    """
    compilation = Compilation(operation, variables, access, bounds)
    statement = _Statement(compilation)
    root = cast("GraphQLObjectType", operation.schema.query_type)
    for key, details in compilation.root_fields().items():
        name = details[0].node.name.value
        if name == "__typename":
            statement.put(Output(key, text=f'"{root.name}"'.encode()))
        elif name.startswith("__"):
            statement.put(Output(key))
            statement.introspection += [each.node for each in details]
        elif key in refused:
            statement.put(Output(key))
        else:
            try:
                with compilation.within(key):
                    statement.put(*_root_field(compilation, key, root, details))
            except Refusal as refusal:
                if refusal.code in OF_THE_WHOLE:
                    raise
                statement.put(Output(key))
                statement.errors.append(FieldError(refusal, (key,)))
    return statement.plan()


def compile_payload(operation: Operation, variables: VariableValues, access: Access, bounds: Bounds, key: str) -> Plan:
    """The plan that reads back the payload of one mutation field."""
    compilation = Compilation(operation, variables, access, bounds)
    statement = _Statement(compilation)
    root = cast("GraphQLObjectType", operation.schema.mutation_type)
    details = compilation.root_fields()[key]
    selection = Selection(root, root.fields[details[0].node.name.value], details, None, 1)
    with compilation.within(key):
        statement.put(Output(key), text(compilation.object(selection.type, details, None, 1)))
    return statement.plan()


def _root_field(
    compilation: Compilation, key: str, root: GraphQLObjectType, details: FieldDetailsList
) -> tuple[Output, ColumnElement[str]]:
    selection = Selection(root, root.fields[details[0].node.name.value], details, None, 1)
    source = source_of(selection.definition.extensions)
    if isinstance(source, Facts):
        return roots.facts_output(compilation, source, selection, key)
    return Output(key), text(compilation.field(selection))
