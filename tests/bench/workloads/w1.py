"""W1: a page of the 50 newest cases with organization, region, transfers and deadlines, about 1,000 fields."""

from __future__ import annotations

from typing import Any

from tests.bench.scopes import PAGE, Scope, scopes
from tests.bench.workload import Question, Workload
from tests.cluster import Rows

_AUDITED = "county-judicial"

_DOCUMENT = """query Page($first: Int!) {
  cases(first: $first, orderBy: { field: REGISTERED, direction: DESC }) {
    pageInfo { hasNextPage }
    nodes {
      number actType state cause partyKind registeredAt filedAt penaltyAmount hearingHeld field
      organization { name kind level }
      region { code name level }
      transfers(first: 2) { nodes { kind state createdAt sender { name } receiver { name } } }
      deadlines { event dueAt isProvisional endedAt }
    }
  }
}"""
_CLEAR = _DOCUMENT.replace("number", "partyName number", 1)

_POSTGRAPHILE = """query Page({declared}, $most: Int!, $first: Int!) {{
  cases: benchCasesOf{name}(most: $most, {given}, first: $first) {{
    pageInfo {{ hasNextPage }}
    nodes {{
      number actType state cause partyKind registeredAt filedAt penaltyAmount hearingHeld field
      organization: organizationByOrganizationIdAndRegionCode {{ name kind level }}
      region: regionByRegionCode {{ code name level }}
      transfers: transfersOf{name}({given}, first: 2) {{
        nodes {{
          kind state createdAt sender: organizationBySenderId {{ name }} receiver: organizationByReceiverId {{ name }}
        }}
      }}
      deadlines: deadlinesOf{name}List({given}) {{ event dueAt isProvisional endedAt }}
    }}
  }}
}}"""

_TIME = """to_char({0} + interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')"""
_SQL = """
SELECT concat('{{"data":{{"cases":{{"pageInfo":{{"hasNextPage":', (count(*) > $1)::text, '}},"nodes":[',
    string_agg(concat(
        '{{', {names} '"number":', to_json(c.number), ',"actType":"', c.act_type, '","state":"', c.state, '","cause":',
        to_json(c.cause), ',"partyKind":"', c.party_kind, '","registeredAt":"', {registered_at},
        '","filedAt":', coalesce('"' || {filed_at} || '"', 'null'),
        ',"penaltyAmount":', coalesce('"' || c.penalty_amount || '"', 'null'), ',"hearingHeld":', c.hearing_held::text,
        ',"field":', coalesce('"' || c.field || '"', 'null'),
        ',"organization":{{"name":', to_json(o.name), ',"kind":"', o.kind, '","level":"', o.level,
        '"}},"region":{{"code":"', r.code, '","name":', to_json(r.name), ',"level":"', r.level,
        '"}},"transfers":{{"nodes":[', t.nodes, ']}},"deadlines":[', d.items, ']}}'),
        ',' ORDER BY c.registered_at DESC, c.id DESC) FILTER (WHERE c.position <= $1), ']}}}}}}') AS body{seen}
FROM (SELECT e.*, k.position
      FROM (SELECT id, row_number() OVER (ORDER BY registered_at DESC, id DESC) AS position
            FROM ({newest_cases}) AS n) AS k
      JOIN enforcement_case e ON e.id = k.id) AS c
JOIN organization o ON o.id = c.organization_id
JOIN region r ON r.code = c.region_code
CROSS JOIN LATERAL (
    SELECT string_agg(concat('{{"kind":"', x.kind, '","state":"', x.state, '","createdAt":"', {created_at},
                             '","sender":{{"name":', to_json(s.name),
                             '}},"receiver":{{"name":', to_json(v.name), '}}}}'),
                      ',' ORDER BY x.created_at, x.id) AS nodes
    FROM (SELECT * FROM case_transfer WHERE case_id = c.id AND {of_transfer} ORDER BY created_at, id LIMIT 2) AS x
    JOIN organization s ON s.id = x.sender_id JOIN organization v ON v.id = x.receiver_id) AS t
CROSS JOIN LATERAL (
    SELECT string_agg(concat('{{"event":"', event, '","dueAt":"', {due_at}, '","isProvisional":', is_provisional::text,
                             ',"endedAt":', coalesce('"' || {ended_at} || '"', 'null'), '}}'),
                      ',' ORDER BY due_at, id) AS items
    FROM deadline WHERE case_id = c.id AND {of_case}) AS d"""

# A person's name is clear to who sees the case itself, which is written down, and masked on a published one.
_NAMES = """'"partyName":', to_json(CASE WHEN c.party_kind <> 'PERSON' OR {of_case} THEN c.party_name
                                         ELSE left(c.party_name, 1) || '**' END), ',',"""
_SEEN = """,
    jsonb_agg(concat('EnforcementCase:', c.id, ':PARTY_NAME'))
        FILTER (WHERE c.position <= $1 AND c.party_kind = 'PERSON' AND {of_case}) AS seen"""
_AUDIT = """WITH answer AS MATERIALIZED ({statement}),
reading AS (
    INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, at, rule, action,
                             object_type, object_id, after)
    SELECT gen_random_uuid(), a.id, a.name, a.organization_id, gen_random_uuid()::text, clock_timestamp(), '', 'read',
           '', '', jsonb_build_object('read', answer.seen)
    FROM answer, account a WHERE a.subject = '{persona}' AND answer.seen IS NOT NULL)
SELECT body FROM answer"""


def _statement(scope: Scope, *, is_clear: bool) -> str:
    times = ("c.registered_at", "c.filed_at", "x.created_at", "due_at", "ended_at")
    of_case = scope.of_case("c")
    statement = _SQL.format(
        newest_cases=scope.newest_cases(),
        of_transfer=scope.of_transfer("case_transfer"),
        of_case=of_case,
        names=_NAMES.format(of_case=of_case) if is_clear else "",
        seen=_SEEN.format(of_case=of_case) if is_clear else "",
        **{name.rpartition(".")[2]: _TIME.format(name) for name in times},
    )
    return _AUDIT.format(statement=statement, persona=scope.persona) if is_clear else statement


def _question(scope: Scope) -> Question:
    declared, given = ["$area: String!"], ["area: $area"]
    facts: dict[str, Any] = {"area": scope.area}
    if scope.field:
        declared += ["$field: String!", "$own: [UUID!]!"]
        given += ["field: $field", "own: $own"]
        facts |= {"field": scope.field, "own": list(scope.own)}
    pascal = "".join(part.title() for part in scope.persona.split("-"))
    return Question(
        name=scope.persona,
        persona=scope.persona,
        document=_DOCUMENT,
        variables={"first": PAGE},
        sql=_statement(scope, is_clear=False),
        arguments=(PAGE, *scope.facts),
        facts=facts,
        postgraphile=_POSTGRAPHILE.format(name=pascal, declared=", ".join(declared), given=", ".join(given)),
        postgraphile_variables={**facts, "most": PAGE, "first": PAGE},
    )


def _audited(scope: Scope) -> Question:
    # The others have no audit, so only the limit is asked beside Jiandu: it makes the same entry.
    return Question(
        name=f"{scope.persona}, names clear and audited",
        persona=scope.persona,
        document=_CLEAR,
        variables={"first": PAGE},
        sql=_statement(scope, is_clear=True),
        arguments=(PAGE, *scope.facts),
        is_plain=False,
    )


def _questions(rows: Rows) -> list[Question]:
    return [*(_question(scope) for scope in scopes().values()), _audited(scopes()[_AUDITED])]


WORKLOAD = Workload("W1", "page of 50 cases with organization, region, transfers and deadlines", _questions)
