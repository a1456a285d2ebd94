"""The schema ``bench``: what PostGraphile needs beside the tables, as its documentation would have it written.

One function for what a persona sees of cases, one each for what it sees of a case's transfers and deadlines, and the
counts of organizations.  All are inlined by PostgreSQL.  The schema is made for a run and dropped after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.scopes import Scope, scopes
from tests.cluster import Rows

# Of the case that a computed column gets, a parameter of its own stands first: the page's length is not needed.
_CASES = """CREATE FUNCTION bench.cases_of_{name}(most int{parameters}) RETURNS SETOF public.enforcement_case
LANGUAGE sql STABLE AS $$
    SELECT c.* FROM ({newest_cases}) AS k JOIN public.enforcement_case c ON c.id = k.id
    ORDER BY k.registered_at DESC, k.id DESC LIMIT $1 + 1
$$"""
_TRANSFERS = """CREATE FUNCTION bench.enforcement_case_transfers_of_{name}(c public.enforcement_case{parameters})
RETURNS SETOF public.case_transfer LANGUAGE sql STABLE AS $$
    SELECT t.* FROM public.case_transfer t WHERE t.case_id = c.id AND {of_transfer} ORDER BY t.created_at, t.id
$$"""
_DEADLINES = """CREATE FUNCTION bench.enforcement_case_deadlines_of_{name}(c public.enforcement_case{parameters})
RETURNS SETOF public.deadline LANGUAGE sql STABLE AS $$
    SELECT d.* FROM public.deadline d WHERE d.case_id = c.id AND {of_case} ORDER BY d.due_at, d.id
$$"""
_COUNTS = """CREATE TYPE bench.organization_count AS (kind text, count int);
CREATE FUNCTION bench.region_organization_counts(r public.region) RETURNS SETOF bench.organization_count
LANGUAGE sql STABLE AS $$
    SELECT o.kind, count(*)::int FROM public.organization o
    WHERE o.region_code >= r.code AND o.region_code <= r.code || '~' GROUP BY o.kind ORDER BY o.kind
$$"""


def _of(scope: Scope) -> Iterator[str]:
    parameters = ", area text" + (", field text, own uuid[]" if scope.field else "")
    texts = {
        "name": scope.name,
        "parameters": parameters,
        "newest_cases": scope.newest_cases(),
        "of_transfer": scope.of_transfer("t"),
        "of_case": scope.of_case("c"),
    }
    for template in (_CASES, _TRANSFERS, _DEADLINES):
        yield template.format_map(texts)


@contextmanager
def installed(url: str) -> Iterator[None]:
    """The schema ``bench`` stands in the database while this is entered; no connection is held meanwhile."""
    every = (_COUNTS, *(each for scope in scopes().values() for each in _of(scope)))
    _run(url, "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench", *every)
    try:
        yield
    finally:
        _run(url, "DROP SCHEMA IF EXISTS bench CASCADE")


def _run(url: str, *statements: str) -> None:
    rows = Rows(url)
    try:
        for statement in statements:
            rows.execute(statement)
    finally:
        rows.close()
