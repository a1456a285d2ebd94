"""W4: lists by declared filters, by words of their text, and by keyset the first page and the thousandth."""

from __future__ import annotations

import base64
import json
from typing import Any

from models import EnforcementCase
from models.search import words_asked
from resolvers.search import MOST_FOUND
from tests.bench.scopes import PAGE, Scope, scopes
from tests.bench.workload import Question, Workload
from tests.cluster import Rows

_DEEP = 1_000
_STATE = "INVESTIGATING"
_QUOTE = "'"

_DOCUMENT = """query List($first: Int!, $after: String, $filter: EnforcementCaseFilter) {
  cases(first: $first, after: $after, filter: $filter, orderBy: { field: REGISTERED, direction: DESC }) {
    pageInfo { hasNextPage }
    nodes { number actType state cause registeredAt organization { name } }
  }
}"""

_SQL = """
SELECT concat('{{"data":{{"cases":{{"pageInfo":{{"hasNextPage":', (count(*) > $1)::text, '}},"nodes":[',
    string_agg(concat(
        '{{"number":', to_json(c.number), ',"actType":"', c.act_type, '","state":"', c.state, '","cause":',
        to_json(c.cause), ',"registeredAt":"',
        to_char(c.registered_at + interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'),
        '","organization":{{"name":', to_json(o.name), '}}}}'),
        ',' ORDER BY c.registered_at DESC, c.id DESC) FILTER (WHERE k.position <= $1), ']}}}}}}')
FROM (SELECT id, row_number() OVER (ORDER BY registered_at DESC, id DESC) AS position
      FROM ({newest_cases}) AS n) AS k
JOIN enforcement_case c ON c.id = k.id
JOIN organization o ON o.id = c.organization_id"""

_SEARCHED = EnforcementCase.__searched__
assert _SEARCHED is not None
_WORDS = f"{_SEARCHED.function}({', '.join(_SEARCHED.columns)})"
_SOUGHT = """SELECT id, registered_at
FROM (SELECT * FROM enforcement_case WHERE {words} @@ {asked}::tsquery OFFSET 0) AS sought
WHERE {seen} OR is_published ORDER BY registered_at DESC, id DESC LIMIT {most}"""


def _question(scope: Scope, name: str, newest_cases: str, variables: dict[str, Any]) -> Question:
    return Question(
        name=f"{scope.persona}, {name}",
        persona=scope.persona,
        document=_DOCUMENT,
        variables={"first": PAGE, **variables},
        sql=_SQL.format(newest_cases=newest_cases),
        arguments=(PAGE, *scope.facts),
        is_plain=False,
    )


def _of(scope: Scope, cause: str, rows: Rows) -> list[Question]:
    questions = [
        _question(scope, "page 1", scope.newest_cases(), {}),
        _question(scope, f"state {_STATE}", scope.newest_cases(f"state = '{_STATE}'"), {"filter": {"state": [_STATE]}}),
        _search(scope, cause),
    ]
    # The branches' rows may be the same ones: so many of each are enough to find the last before the deep page.
    before = (_DEEP - 1) * PAGE
    last = rows.fetch(
        f"SELECT registered_at, id FROM ({scope.newest_cases(most=before)}) AS n ORDER BY registered_at DESC, id DESC "
        "OFFSET $1 LIMIT 1",
        before - 1,
        *scope.facts,
    )
    for row in last:
        moment, key = row["registered_at"].isoformat(), str(row["id"])
        cursor = base64.b64encode(json.dumps(["REGISTERED", moment, key]).encode()).decode()
        condition = f"(registered_at, id) < ('{moment}'::timestamptz, '{key}'::uuid)"
        questions.append(_question(scope, f"page {_DEEP:,}", scope.newest_cases(condition), {"after": cursor}))
    return questions


def _search(scope: Scope, cause: str) -> Question:
    newest_cases = _SOUGHT.format(
        words=_WORDS,
        asked=f"'{_query(cause).replace(_QUOTE, 2 * _QUOTE)}'",
        seen=scope.of_case("sought"),
        most=PAGE + 1,
    )
    return _question(scope, "search", newest_cases, {"filter": {"search": cause}})


def _narrow_cause(rows: Rows) -> str:
    """The commonest cause whose words few enough cases hold."""
    # All cases of a cause hold its words, so those of a commoner one need not be counted.
    causes = """SELECT cause FROM enforcement_case GROUP BY cause HAVING count(*) <= $1
                ORDER BY count(*) DESC, cause"""
    for row in rows.fetch(causes, MOST_FOUND):
        cause: str = row["cause"]
        sought = f"SELECT count(*) FROM enforcement_case WHERE {_WORDS} @@ $1::text::tsquery"
        if rows.value(sought, _query(cause)) <= MOST_FOUND:
            return cause
    raise LookupError("the words of every cause are held by too many cases")


def _query(text: str) -> str:
    return " & ".join(f"'{word}'" for word in words_asked(text))


def _questions(rows: Rows) -> list[Question]:
    cause = _narrow_cause(rows)
    return [question for scope in scopes().values() for question in _of(scope, cause, rows)]


WORKLOAD = Workload("W4", "lists by filters, page 1 and page 1,000", _questions)
