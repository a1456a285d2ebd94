"""W3: the tree of a city: its counties, their townships, with the bodies of each and how many there are."""

from __future__ import annotations

from tests.bench.workload import Question, Workload
from tests.cluster import Rows

_CITY = "4103"
_COUNTIES, _TOWNSHIPS, _BODIES = 20, 30, 3

_DOCUMENT = f"""query Tree($city: String!) {{
  region(by: {{ code: $city }}) {{
    ...Place
    children(first: {_COUNTIES}) {{
      nodes {{ ...Place children(first: {_TOWNSHIPS}) {{ nodes {{ ...Place }} }} }}
    }}
  }}
}}

fragment Place on Region {{
  code
  name
  level
  organizationCounts {{ kind count }}
  organizations(first: {_BODIES}) {{ nodes {{ name kind }} }}
}}"""

_POSTGRAPHILE = f"""query Tree($city: String!) {{
  region: regionByCode(code: $city) {{
    ...Place
    children: regionsByParentCode(first: {_COUNTIES}) {{
      nodes {{ ...Place children: regionsByParentCode(first: {_TOWNSHIPS}) {{ nodes {{ ...Place }} }} }}
    }}
  }}
}}

fragment Place on Region {{
  code
  name
  level
  organizationCounts: organizationCountsList {{ kind count }}
  organizations: organizationsByRegionCode(first: {_BODIES}) {{ nodes {{ name kind }} }}
}}"""


def _place(row: str, below: str) -> str:
    return f"""concat('{{"code":"', {row}.code, '","name":', to_json({row}.name), ',"level":"', {row}.level,
    '","organizationCounts":[', (
        SELECT string_agg(concat('{{"kind":"', n.kind, '","count":', n.count, '}}'), ',' ORDER BY n.kind)
        FROM (SELECT kind, count(*) FROM organization
              WHERE region_code >= {row}.code AND region_code <= {row}.code || '~' GROUP BY kind) AS n),
    '],"organizations":{{"nodes":[', (
        SELECT string_agg(concat('{{"name":', to_json(b.name), ',"kind":"', b.kind, '"}}'), ',' ORDER BY b.id)
        FROM (SELECT id, name, kind FROM organization WHERE region_code = {row}.code
              ORDER BY region_code, id LIMIT {_BODIES}) AS b), ']}}'{below}, '}}')"""


def _children(row: str, parent: str, most: int, below: str) -> str:
    return f""", ',"children":{{"nodes":[', (
        SELECT string_agg({_place(row, below)}, ',' ORDER BY {row}.code)
        FROM (SELECT * FROM region WHERE parent_code = {parent}.code ORDER BY code LIMIT {most}) AS {row}), ']}}'"""


def _sql() -> str:
    tree = _place("city", _children("county", "city", _COUNTIES, _children("township", "county", _TOWNSHIPS, "")))
    return f"""SELECT concat('{{"data":{{"region":', {tree}, '}}}}') FROM region AS city WHERE code = $1"""


def _questions(rows: Rows) -> list[Question]:
    return [
        Question(
            name="city-judicial",
            persona="city-judicial",
            document=_DOCUMENT,
            variables={"city": _CITY},
            sql=_sql(),
            arguments=(_CITY,),
            postgraphile=_POSTGRAPHILE,
            postgraphile_variables={"city": _CITY},
        )
    ]


WORKLOAD = Workload("W3", "tree of a city's counties and townships with bodies and counts", _questions)
