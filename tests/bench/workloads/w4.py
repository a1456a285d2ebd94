"""W4: lists by declared filters, and by keyset the first page and the thousandth."""

from __future__ import annotations

import base64
import json
from typing import Any

from tests.bench.scopes import Scope, scopes
from tests.bench.workload import Question, Workload
from tests.cluster import Rows

_PAGE, _DEEP = 50, 1_000
_STATE = "INVESTIGATING"

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


def _question(scope: Scope, name: str, condition: str, variables: dict[str, Any]) -> Question:
    return Question(
        name=f"{scope.persona}, {name}",
        persona=scope.persona,
        document=_DOCUMENT,
        variables={"first": _PAGE, **variables},
        sql=_SQL.format(newest_cases=scope.newest_cases(condition)),
        arguments=(_PAGE, *scope.facts),
        is_plain=False,
    )


def _of(scope: Scope, rows: Rows) -> list[Question]:
    questions = [
        _question(scope, "page 1", "true", {}),
        _question(scope, f"state {_STATE}", f"state = '{_STATE}'", {"filter": {"state": [_STATE]}}),
    ]
    # The branches' rows may be the same ones: so many of each are enough to find the last before the deep page.
    before = (_DEEP - 1) * _PAGE
    last = rows.fetch(
        f"SELECT registered_at, id FROM ({scope.newest_cases()}) AS n ORDER BY registered_at DESC, id DESC "
        f"OFFSET {before - 1} LIMIT 1",
        before,
        *scope.facts,
    )
    for row in last:
        moment, key = row["registered_at"].isoformat(), str(row["id"])
        cursor = base64.b64encode(json.dumps(["REGISTERED", moment, key]).encode()).decode()
        condition = f"(registered_at, id) < ('{moment}'::timestamptz, '{key}'::uuid)"
        questions.append(_question(scope, f"page {_DEEP:,}", condition, {"after": cursor}))
    return questions


def _questions(rows: Rows) -> list[Question]:
    return [question for scope in scopes().values() for question in _of(scope, rows)]


WORKLOAD = Workload("W4", "lists by filters, page 1 and page 1,000", _questions)
