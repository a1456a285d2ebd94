"""Each scope decided four ways — SQL, one row in Python, Casbin and the oracle — and every mutant found out."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from typing import Any

import asyncpg.exceptions
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, String, Uuid, select
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from models import Action, Level, Scope
from policies import Access, Assignment, CallerFact, Policy, Principal, row_facts, scopes
from policies.policy import MODEL
from policies.scopes import Among, Clause, Equals, Holds, Overlaps, Reach, Within, admits
from tests import probe
from tests.cluster import Rows
from tests.oracle import in_scope
from tests.probe import CREATE, Probe

ROWS = list(probe.rows())
CALLERS = list(probe.callers())
# Casbin takes half a millisecond for a row, so it decides every fourth caller on every fourth row, and the odd ones.
FEW_CALLERS = CALLERS[:30:4] + CALLERS[30:]
FEW_ROWS = ROWS[:-17:6] + ROWS[-17:]
MODEL_TEXT = MODEL.read_text(encoding="utf-8")
ON_BOTH_SIDES = {Scope.AREA, Scope.LINE, Scope.TOWNSHIP, Scope.OWN}


def policy(scope: Scope, model: str = MODEL_TEXT, side: str = "*") -> Policy:
    return Policy(model, f"p, legal_unit, *, Probe, read, {scope.name}, {side}")


def principal(*callers: Assignment) -> Principal:
    return Principal(entrusted=callers)


def expected(scope: Scope, caller: Assignment, row: Probe, side: str = "*") -> bool:
    sides = [facts for name, facts in probe.sides_of(row).items() if side in ("*", name)]
    return any(in_scope(scope.name, probe.person_of(caller), facts) for facts in sides)


def statement(rules: Policy, caller: Principal) -> tuple[str, list[Any]]:
    """What a read selects from the probes for this caller, with its parameters."""
    used: dict[str, CallerFact] = {}
    visible = Access(rules, caller.shape).visible(Probe, "probe_0", lambda fact: used.__setitem__(fact.name, fact))
    query: Select[Any] = select(visible.rows.c.id)
    if visible.condition is not None:
        query = query.where(visible.condition)
    compiled: Any = query.compile(dialect=dialect.dialect())  # type: ignore[no-untyped-call]
    return str(compiled), [used[name].value(caller) for name in compiled.positiontup or ()]


@pytest.fixture(scope="module")
def probes(rows: Rows) -> Iterator[Rows]:
    rows.execute(CREATE)
    insert(rows, ROWS)
    yield rows
    rows.execute("DROP TABLE probe")


def insert(rows: Rows, probes: list[Probe]) -> None:
    records = [tuple(getattr(v, "name", v) for v in (getattr(row, c) for c in probe.COLUMNS)) for row in probes]
    rows.copy("probe", probe.COLUMNS, records)


def selected(probes: Rows, rules: Policy, caller: Principal) -> set[int]:
    sql, values = statement(rules, caller)
    return {row["id"] for row in probes.fetch(sql, *values)}


def sql_agrees(probes: Rows, scope: Scope) -> bool:
    try:
        return all(
            selected(probes, policy(scope), principal(caller))
            == {row.id for row in ROWS if expected(scope, caller, row)}
            for caller in CALLERS
        )
    except asyncpg.exceptions.PostgresError:
        return False


def python_agrees(scope: Scope) -> bool:
    return all(
        any(admits(scope, caller, side) for side in row_facts(row).values()) == expected(scope, caller, row)
        for caller in CALLERS
        for row in ROWS
    )


def casbin_agrees(scope: Scope, model: str = MODEL_TEXT) -> bool:
    rules = policy(scope, model)
    return all(
        rules.decide(principal(caller), Probe, Action.READ, row_facts(row)).allowed == expected(scope, caller, row)
        for caller in FEW_CALLERS
        for row in FEW_ROWS
    )


@pytest.mark.parametrize("scope", list(Scope), ids=lambda scope: scope.name)
class TestEveryScope:
    def test_allows_and_denies(self, scope: Scope) -> None:
        decided = {expected(scope, caller, row) for caller in FEW_CALLERS for row in FEW_ROWS}
        assert decided == ({False} if scope is Scope.AGGREGATE else {True, False})

    def test_sql(self, scope: Scope, probes: Rows) -> None:
        assert sql_agrees(probes, scope)

    def test_one_row_in_python(self, scope: Scope) -> None:
        assert python_agrees(scope)

    def test_casbin(self, scope: Scope) -> None:
        assert casbin_agrees(scope)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[str, Principal, list[Probe]]:
    """Rules, a caller with several assignments, and rows, all drawn from a small universe."""
    regions = st.sampled_from(probe.REGIONS)
    fields = st.sampled_from(probe.FIELDS)
    organizations = st.sampled_from([*probe.ORGANIZATIONS, None])
    rules = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["*", *(level.name for level in Level)]),
                st.sampled_from([scope for scope in Scope if scope is not Scope.AGGREGATE]),
                st.sampled_from(["*", "owner", "other"]),
            ).filter(lambda rule: rule[2] != "other" or rule[1] in ON_BOTH_SIDES),
            min_size=1,
            max_size=4,
        )
    )
    callers = draw(
        st.lists(
            st.builds(
                probe.assignment,
                regions,
                fields,
                st.frozensets(st.sampled_from(probe.ORGANIZATIONS)),
                st.frozensets(st.sampled_from(probe.COMMISSIONS)),
                st.sampled_from(probe.PEOPLE),
            ),
            min_size=1,
            max_size=3,
        )
    )
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "region_code": regions | st.none(),
                    "field": fields,
                    "organization_id": organizations,
                    "person_id": st.sampled_from([*probe.PEOPLE, None]),
                    "commission_ids": st.none() | st.lists(st.sampled_from(probe.COMMISSIONS), unique=True),
                    "published": st.sampled_from([True, False, None]),
                    "other_region_code": regions | st.none(),
                    "other_field": fields,
                    "other_organization_id": organizations,
                }
            ),
            min_size=1,
            max_size=6,
        )
    )
    text = "\n".join(f"p, legal_unit, {level}, Probe, read, {scope.name}, {side}" for level, scope, side in rules)
    return text, principal(*callers), [probe.probe(10_000 + n, **facts) for n, facts in enumerate(rows)]


@settings(max_examples=150)
@given(world=worlds())
def test_random_callers_and_rows(probes: Rows, world: tuple[str, Principal, list[Probe]]) -> None:
    assert_agreement(probes, *world)


@pytest.mark.full
@settings(max_examples=1_000)
@given(world=worlds())
def test_many_random_callers_and_rows(probes: Rows, world: tuple[str, Principal, list[Probe]]) -> None:
    assert_agreement(probes, *world)


def assert_agreement(probes: Rows, text: str, caller: Principal, rows: list[Probe]) -> None:
    """SQL, Python, Casbin and the oracle say of the same rows that the caller sees them."""
    rules = Policy(MODEL_TEXT, text)
    insert(probes, rows)
    try:
        sql = {number for number in selected(probes, rules, caller) if number >= 10_000}
    finally:
        probes.execute("DELETE FROM probe WHERE id >= 10000")
    python = {row.id for row in rows if rules.sees(caller, row)}
    casbin = {row.id for row in rows if rules.decide(caller, Probe, Action.READ, row_facts(row)).allowed}
    oracle = {
        row.id
        for row in rows
        for each in caller.entrusted
        for rule in rules.rules
        if rule.level in (None, each.level) and expected(rule.scope, each, row, rule.side or "*")
    }
    assert sql == python == casbin == oracle


def mutants() -> Iterator[tuple[str, Scope, Reach | None]]:
    """Every scope with each clause dropped or changed, and every scope with another's definition."""
    for scope, reach in scopes.REACHES.items():
        for other, definition in scopes.REACHES.items():
            if other is not scope:
                yield f"{scope.name} as {other.name}", scope, definition
        if reach is None:
            continue
        for place, clause in enumerate(reach.clauses):
            rest = reach.clauses[:place] + reach.clauses[place + 1 :]
            if rest:
                yield f"{scope.name} without {clause}", scope, dataclasses.replace(reach, clauses=rest)
            for changed in changes(clause):
                clauses = (*reach.clauses[:place], changed, *reach.clauses[place + 1 :])
                yield f"{scope.name} with {changed}", scope, dataclasses.replace(reach, clauses=clauses)
        if len(reach.levels) < len(Level):
            yield f"{scope.name} at every level", scope, Reach(reach.clauses)
            yield f"{scope.name} at the wrong level", scope, Reach(reach.clauses, frozenset({Level.COUNTY}))


def changes(clause: Clause) -> Iterator[Clause]:
    match clause:
        case Within(fact, caller):
            yield Equals(fact, caller, String())
            yield Equals("field", caller, String())
        case Equals("region", caller):
            # Within is the same here: nothing lies below a township.
            yield Equals("field", caller, String())
            yield Equals("region", "field", String())
        case Equals(fact, caller, type_):
            other = "organization" if isinstance(type_, Uuid) else "region"
            yield Equals(other, caller, type_)
            yield Equals(fact, other, type_)
        case Among(fact, caller):
            yield Equals(fact, "organization", Uuid())
            yield Among("person", caller)
            yield Among(fact, "commissions")
        case Overlaps(fact, caller):
            yield Overlaps(fact, "own")
            yield Among("organization", caller)
        case Holds():
            yield Equals("person", "person", Uuid())
            yield Within("region", "region")


MUTANTS = list(mutants())


@pytest.mark.parametrize(("name", "scope", "reach"), MUTANTS, ids=[name for name, _, _ in MUTANTS])
def test_mutant_of_a_scope_is_found_out(
    name: str, scope: Scope, reach: Reach | None, probes: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scopes, "REACHES", {**scopes.REACHES, scope: reach})
    assert not sql_agrees(probes, scope)
    assert not python_agrees(scope)


def matcher_mutants() -> Iterator[tuple[str, Scope, str]]:
    """The matcher with each condition of each scope dropped or turned round, and each scope left out."""
    for line in re.findall(r'^    (\(p\.scope == "\w+" .*?\))(?: \|\||\s\)).*$', MODEL_TEXT, re.MULTILINE):
        name, *conditions = line[1:-1].split(" && ")
        scope = Scope[name.split('"')[1]]
        yield f"{scope.name} never", scope, MODEL_TEXT.replace(line, "False")
        for place, condition in enumerate(conditions):
            kept = [name, *conditions[:place], *conditions[place + 1 :]]
            yield f"{scope.name} without {condition}", scope, MODEL_TEXT.replace(line, f"({' && '.join(kept)})")
            turned = [name, *conditions[:place], f"!({condition})", *conditions[place + 1 :]]
            yield f"{scope.name} with !({condition})", scope, MODEL_TEXT.replace(line, f"({' && '.join(turned)})")


MATCHER_MUTANTS = list(matcher_mutants())


def test_every_scope_stands_in_the_matcher() -> None:
    assert {scope for _, scope, _ in MATCHER_MUTANTS} == set(Scope) - {Scope.AGGREGATE}


@pytest.mark.parametrize(("name", "scope", "model"), MATCHER_MUTANTS, ids=[name for name, _, _ in MATCHER_MUTANTS])
def test_mutant_of_the_matcher_is_found_out(name: str, scope: Scope, model: str) -> None:
    assert model != MODEL_TEXT
    assert not casbin_agrees(scope, model)


@pytest.mark.parametrize("side", ["owner", "other"])
@pytest.mark.parametrize("scope", [scope for scope in Scope if scope in ON_BOTH_SIDES], ids=lambda s: s.name)
def test_a_rule_that_names_a_side_reaches_rows_by_it_alone(scope: Scope, side: str, probes: Rows) -> None:
    rules = policy(scope, side=side)
    for caller in CALLERS[::3]:
        reached = {row.id for row in ROWS if expected(scope, caller, row, side)}
        assert selected(probes, rules, principal(caller)) == reached
        assert {row.id for row in ROWS if rules.sees(principal(caller), row)} == reached
    decided = {
        row.id
        for row in FEW_ROWS
        for caller in FEW_CALLERS
        if rules.decide(principal(caller), Probe, Action.READ, row_facts(row)).allowed
    }
    assert decided == {row.id for row in FEW_ROWS for caller in FEW_CALLERS if expected(scope, caller, row, side)}
    without_side = MODEL_TEXT.replace('(p.side == "*" || r.obj.side == p.side) && ', "")
    assert without_side != MODEL_TEXT
    loose = policy(scope, without_side, side)
    assert decided != {
        row.id
        for row in FEW_ROWS
        for caller in FEW_CALLERS
        if loose.decide(principal(caller), Probe, Action.READ, row_facts(row)).allowed
    }


def test_all_combinations_are_in_the_universe() -> None:
    regions = {(row.region_code, row.field) for row in ROWS}
    assert set(itertools.product([*probe.REGIONS, None], probe.FIELDS)) <= regions
