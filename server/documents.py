"""Documents: parsed, limited and validated once, then kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphql import DocumentNode, GraphQLError, GraphQLSchema, GraphQLSyntaxError, parse, validate

from models import ErrorCode, Refusal
from resolvers.execution import Prepared, prepare
from resolvers.plan import LRU
from server.limits import check_limits
from server.settings import Limits

DOCUMENTS = 500
_MOST_VALIDATION_ERRORS = 10


class RefusedDocument(Exception):  # noqa: N818 - an answer to the caller, not a fault of the program
    """A document that cannot be executed, with everything that is wrong with it."""

    def __init__(self, faults: list[tuple[Refusal, GraphQLError]]) -> None:
        super().__init__(str(faults[0][0]))
        self.faults = faults


@dataclass
class _Document:
    node: DocumentNode
    operations: dict[str | None, Prepared] = field(default_factory=dict)


class Documents:
    """The documents that were seen, up to ``DOCUMENTS`` of them."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._documents: LRU[_Document] = LRU(DOCUMENTS)

    def operation(self, query: str, name: str | None) -> Prepared:
        """The operation of a document.  Raises ``Refusal`` or ``RefusedDocument``."""
        # What is kept of each is bounded by it, comments are no tokens.
        if len(query) > self._limits.max_characters:
            raise Refusal(ErrorCode.TOO_MANY_CHARACTERS, limit=self._limits.max_characters)
        document = self._documents.get(query, lambda: _Document(self._read(query)))
        if name not in document.operations:
            document.operations[name] = prepare(self._schema, document.node, name)
        return document.operations[name]

    def _read(self, query: str) -> DocumentNode:
        node = self._parse(query)
        check_limits(node, self._limits)
        errors = validate(self._schema, node, max_errors=_MOST_VALIDATION_ERRORS)
        if errors:
            raise RefusedDocument([(Refusal(ErrorCode.VALIDATION_FAILED, reason=e.message), e) for e in errors])
        return node

    def _parse(self, query: str) -> DocumentNode:
        try:
            return parse(query, max_tokens=self._limits.max_tokens)
        except GraphQLSyntaxError as error:
            # The parser gives its own limits no other mark than these words.
            if "tokens. Parsing aborted" in error.message:
                raise Refusal(ErrorCode.TOO_MANY_TOKENS, limit=self._limits.max_tokens) from None
            if "nested too deeply" in error.message:
                raise Refusal(ErrorCode.TOO_DEEP, limit=self._limits.max_depth) from None
            reason = error.message.removeprefix("Syntax Error: ")
            raise RefusedDocument([(Refusal(ErrorCode.SYNTAX_ERROR, reason=reason), error)]) from None
