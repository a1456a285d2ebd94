"""Variables are read one by one past the library's own way to read all: what comes of them is the same."""

from __future__ import annotations

from typing import Any, cast
from unittest.mock import patch

from graphql import parse
from hypothesis import example, given
from hypothesis import strategies as st

from models import Refusal
from resolvers.compilation import Bounds
from resolvers.execution import Executor, Prepared, prepare
from resolvers.plan import LRU
from schema.build import build_schema

PREPARED = prepare(
    build_schema()._schema,
    parse(
        """query($number: String!, $first: Int! = 5, $id: ID, $state: CaseState, $open: Boolean, $on: Date,
                 $states: [CaseState!], $filter: EnforcementCaseFilter, $order: EnforcementCaseOrder) {
            cases(first: $first, filter: { number: $number }) { nodes { id } } }"""
    ),
    None,
)
EXECUTOR = Executor(cast("Any", None), cast("Any", None), LRU(1), Bounds(1, 1_000))
GIVEN: dict[str, Any] = {
    **{"number": "x", "first": 50, "id": "x", "state": "CLUE", "open": True, "on": "2026-01-05"},
    "states": ["CLUE", "FILED"],
    "filter": {"state": ["CLUE"], "search": "洛阳"},
    "order": {"field": "REGISTERED"},
}
VALUE = st.sampled_from(
    [*GIVEN.values(), None, "", [], {}, -1, 2**40, 1.0, 1.5, False, ["CLUE", None], {"state": "CLUE"}, {"states": 1}]
)
VARIABLES = st.fixed_dictionaries(
    {}, optional={"other": VALUE, **{name: st.just(value) | VALUE for name, value in GIVEN.items()}}
)


def shape(prepared: Prepared, variables: dict[str, Any]) -> Any:
    try:
        shaped = EXECUTOR.shape(prepared, variables)
    except Refusal as refusal:
        return refusal.code, str(refusal)
    sources = {name: source.value for name, source in shaped.values.sources.items()}
    return shaped.values.coerced, sources, shaped.key, shaped.slots


@given(VARIABLES)
@example(GIVEN)
@example({"number": "x", "first": 50})
def test_variables_are_the_same_read_one_by_one_and_by_the_library(variables: dict[str, Any]) -> None:
    with patch("resolvers.execution._given_values", return_value=None):
        by_the_library = shape(PREPARED, variables)
    assert shape(PREPARED, variables) == by_the_library
