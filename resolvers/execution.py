"""Running an operation: a query as one statement, a mutation as one command after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar, cast

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    coerce_input_value,
    get_variable_values,
    is_non_null_type,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource
from graphql.language import ArgumentNode, Visitor, visit
from graphql.pyutils import Undefined

from models import ErrorCode, Refusal
from models.database import is_unavailable
from policies import Access
from resolvers.caller import Caller, Reading
from resolvers.command_fields import CommandField, command_fields
from resolvers.commands.command import Services
from resolvers.compilation import Bounds, Operation
from resolvers.compiler import compile_payload, compile_query
from resolvers.introspection import introspect
from resolvers.plan import LRU, FieldError, Plan
from resolvers.search import too_broad
from resolvers.sensitive import without_marks
from resolvers.shape import ShapedVariables, shape_variables

PLANS = 500
_STRUCTURAL_ARGUMENTS = {"first", "last"}
_V = TypeVar("_V")


class Reads(Protocol):
    """What runs one statement and answers its row: a connection, or a pool of them."""

    async def fetchrow(self, query: str, *arguments: Any) -> Any:
        """The row."""
        ...


@dataclass(frozen=True)
class Answer:
    """A response: the root fields as JSON in the order they were asked for, and errors."""

    data: tuple[tuple[str, bytes], ...]
    errors: tuple[FieldError, ...] = ()


@dataclass(frozen=True, eq=False)
class Prepared:
    """An operation with all that is known of it before any request; made once for each document.

    ``structural`` are the variables whose value, not only their shape, a plan depends on.
    """

    operation: Operation
    structural: frozenset[str]
    signatures: tuple[GraphQLVariableSignature, ...]
    types: Mapping[str, GraphQLInputType]

    @property
    def name(self) -> str | None:
        """The operation's name in the document."""
        return self.operation.node.name.value if self.operation.node.name else None

    @property
    def type(self) -> OperationType:
        """Query, mutation or subscription."""
        return self.operation.node.operation


def prepare(schema: GraphQLSchema, document: DocumentNode, name: str | None) -> Prepared:
    """Choose the operation of a validated document.  Raises ``Refusal``."""
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    chosen = [each for each in operations if name is None or (each.name and each.name.value == name)]
    if len(chosen) != 1:
        names = ", ".join(each.name.value if each.name else "(unnamed)" for each in operations)
        reason = f"{name!r} is none of {names}" if name else f"operationName must be one of {names}"
        raise Refusal(ErrorCode.OPERATION_NOT_FOUND, reason=reason)
    fragments = {
        each.name.value: FragmentDetails(each)
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    finder = _StructuralVariables()
    visit(document, finder)
    signatures = tuple(
        cast("GraphQLVariableSignature", get_variable_signature(schema, each))
        for each in chosen[0].variable_definitions or ()
    )
    types = {each.name: each.type for each in signatures}
    return Prepared(Operation(schema, chosen[0], fragments), frozenset(finder.names), signatures, types)


class _StructuralVariables(Visitor):
    """Finds the variables whose value, not only their shape, a plan depends on."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        if node.name.value in _STRUCTURAL_ARGUMENTS and isinstance(node.value, VariableNode):
            self.names.add(node.value.name.value)


def _coerced(make: Callable[[], _V]) -> _V:
    # Validation lets a nullable variable with a default stand where no null may; null itself is found out here.
    try:
        return make()
    except GraphQLError as error:
        raise Refusal(ErrorCode.BAD_VARIABLES, reason=error.message) from error


def _given_values(prepared: Prepared, variables: Mapping[str, Any]) -> VariableValues | None:
    # The library reads the types of variables anew at every request.  Defaults and what does not fit are left to it.
    sources: dict[str, VariableValueSource] = {}
    coerced: dict[str, Any] = {}
    for signature in prepared.signatures:
        name = signature.name
        if name in variables:
            sources[name] = VariableValueSource(signature, variables[name])
            coerced[name] = coerce_input_value(variables[name], signature.type)
            if coerced[name] is Undefined:
                return None
        elif signature.default is not None or is_non_null_type(signature.type):
            return None
        else:
            sources[name] = VariableValueSource(signature)
    return VariableValues(sources, coerced)


def _variable_values(operation: Operation, variables: Mapping[str, Any]) -> VariableValues:
    definitions = operation.node.variable_definitions or ()
    found = get_variable_values(operation.schema, definitions, dict(variables), max_errors=10)
    if isinstance(found, list):
        raise Refusal(ErrorCode.BAD_VARIABLES, reason="; ".join(error.message for error in found))
    return found


class Executor:
    """Runs prepared operations against a database, by the plans of those that were seen."""

    def __init__(self, reads: Reads, services: Services, plans: LRU[Plan], bounds: Bounds) -> None:
        self._plans = plans
        self._reads = reads
        self._services = services
        self._bounds = bounds
        self._introspecting = ThreadPoolExecutor(1, "introspection")

    def close(self) -> None:
        """End what introspects."""
        self._introspecting.shutdown(wait=False)

    async def query(self, prepared: Prepared, variables: Mapping[str, Any], caller: Caller) -> Answer:
        """Answer a query.  Raises ``Refusal`` for variables that do not fit."""
        shaped = self.shape(prepared, variables)
        access = Access(caller.policy, caller.principal.shape)
        reading = Reading(caller, self._services.cipher, shaped.slots)
        refused: dict[str, FieldError] = {}
        plan = self._plan(prepared, shaped, access, frozenset())
        values, newly_refused = plan.bind(reading)
        while newly_refused:
            refused |= newly_refused
            plan = self._plan(prepared, shaped, access, frozenset(refused))
            values, newly_refused = plan.bind(reading)
        found = await self._run(plan, values, reading)
        if plan.may_be_broad:
            broad = {key: refusal for key, value in found.items() if (refusal := too_broad(value)) is not None}
            refused |= {key: FieldError(refusal, (key,)) for key, refusal in broad.items()}
            found |= dict.fromkeys(broad, b"null")
        if plan.introspection:
            found |= await self._introspect(prepared, plan, variables)
        inspected = (error for find in plan.inspect for error in find(reading))
        return Answer(
            tuple((output.key, found.get(output.key, output.text)) for output in plan.outputs),
            (*plan.errors, *refused.values(), *inspected),
        )

    async def _introspect(self, prepared: Prepared, plan: Plan, variables: Mapping[str, Any]) -> dict[str, bytes]:
        # The whole schema takes a second of Python, in which others are to be answered; nobody takes more than one.
        asked = partial(introspect, prepared.operation, plan.introspection, variables)
        return await asyncio.get_running_loop().run_in_executor(self._introspecting, asked)

    async def mutate(self, prepared: Prepared, variables: Mapping[str, Any], caller: Caller) -> Answer:
        """Run the commands of a mutation one after the other.  Raises ``Refusal`` for variables that do not fit."""
        shaped = self.shape(prepared, variables)
        access = Access(caller.policy, caller.principal.shape)
        data: list[tuple[str, bytes]] = []
        errors: list[FieldError] = []
        for field in _coerced(lambda: list(command_fields(prepared.operation, shaped))):
            try:
                data.append((field.key, await self._command(field, prepared, shaped, access, caller)))
            except Refusal as refusal:
                errors.append(FieldError(refusal, (field.key,)))
                data.append((field.key, b"null"))
            except Exception as error:
                code = ErrorCode.SERVICE_UNAVAILABLE if is_unavailable(error) else ErrorCode.INTERNAL_ERROR
                errors.append(FieldError(Refusal(code), (field.key,), error))
                data.append((field.key, b"null"))
        return Answer(tuple(data), tuple(errors))

    async def _command(
        self, field: CommandField, prepared: Prepared, shaped: ShapedVariables, access: Access, caller: Caller
    ) -> bytes:
        if field.command is None:
            return field.text
        plan = self._plans.get(
            (prepared, access.fingerprint, shaped.key, field.key),
            lambda: _coerced(
                lambda: compile_payload(prepared.operation, shaped.values, access, self._bounds, field.key)
            ),
        )
        # What cannot be answered is refused before anything is done.
        _, refused = plan.bind(Reading(caller, self._services.cipher, shaped.slots))
        for error in refused.values():
            raise error.refusal
        asked = field.read_input(prepared.operation.schema, shaped.slots)
        outcome = await field.command.run(self._services, caller, asked)
        reading = Reading(caller, self._services.cipher, shaped.slots, outcome)
        values, _ = plan.bind(reading)
        return (await self._run(plan, values, reading))[field.key]

    def shape(self, prepared: Prepared, variables: Mapping[str, Any]) -> ShapedVariables:
        """The shape of the variables.  Raises ``Refusal`` when they do not fit the operation."""
        coerced = _given_values(prepared, variables) or _variable_values(prepared.operation, variables)
        return shape_variables(prepared.types, coerced, prepared.structural)

    def _plan(self, prepared: Prepared, shaped: ShapedVariables, access: Access, refused: frozenset[str]) -> Plan:
        return self._plans.get(
            (prepared, access.fingerprint, shaped.key, refused),
            lambda: _coerced(lambda: compile_query(prepared.operation, shaped.values, access, self._bounds, refused)),
        )

    def _signer(self, reading: Reading) -> Callable[[str, str], str]:
        account = reading.caller.principal.account

        def sign(method: str, path: str) -> str:
            if account is None or method not in ("GET", "PUT"):
                raise TypeError("a link is for an account, to read or to write")
            return self._services.links.issue(path, "PUT" if method == "PUT" else "GET", account)

        return sign

    async def _run(self, plan: Plan, values: list[Any], reading: Reading) -> dict[str, bytes]:
        if plan.sql is None:
            return {}
        row = await self._reads.fetchrow(plan.sql, *values)
        found: dict[str, bytes] = {}
        for output in plan.outputs:
            if output.column is not None:
                value = row[output.column]
                if plan.has_marks and value is not None:
                    value = without_marks(value, self._services.cipher, self._signer(reading))
                found[output.key] = value if output.conclude is None else output.conclude(value, reading)
        return found
