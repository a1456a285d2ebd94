"""W2: one case in full depth, with all that belongs to it but what only an audited read shows."""

from __future__ import annotations

from tests.bench.scopes import scopes
from tests.bench.workload import Question, Workload
from tests.cluster import Rows

_PERSONA = "county-judicial"

_DOCUMENT = """query One($number: String!) {
  case(by: { number: $number }) {
    number actType procedure source cause state legalReview hearingHeld partyKind registeredAt filedAt decidedAt
    servedAt closedAt penaltyKinds heaviestPenalty penaltyAmount confiscatedAmount publishedAt isOffered refusals
    isShirked nextDueAt version
    organization { name kind level region { code name } government { name } superior { name } }
    region { code name level parent { code name } }
    dutyItem { code name actType law article }
    legalReviewer { name }
    officers { officer { name } }
    deadlines { event startedAt dueAt isProvisional endedAt rule { event length legalBasis } }
    transfers(first: 5) {
      nodes { kind state createdAt approvedAt sentAt receivedAt answeredAt sender { name kind } receiver { name kind } }
    }
    reviewOutcomes { kind result body decidedOn }
  }
}"""

_POSTGRAPHILE = """query One($number: String!, $area: String!) {
  case: enforcementCaseByNumber(number: $number) {
    number actType procedure source cause state legalReview hearingHeld partyKind registeredAt filedAt decidedAt
    servedAt closedAt penaltyKinds heaviestPenalty penaltyAmount confiscatedAmount publishedAt isOffered refusals
    isShirked nextDueAt version
    organization: organizationByOrganizationIdAndRegionCode {
      name kind level region: regionByRegionCode { code name } government: organizationByGovernmentId { name }
      superior: organizationBySuperiorId { name }
    }
    region: regionByRegionCode { code name level parent: regionByParentCode { code name } }
    dutyItem: dutyItemByDutyItemId { code name actType law article }
    legalReviewer: organizationByLegalReviewerId { name }
    officers: caseOfficersByCaseIdList { officer: officerByOfficerId { name } }
    deadlines: deadlinesOfCountyJudicialList(area: $area) {
      event startedAt dueAt isProvisional endedAt rule: deadlineRuleByRuleId { event length legalBasis }
    }
    transfers: transfersOfCountyJudicial(area: $area, first: 5) {
      nodes {
        kind state createdAt approvedAt sentAt receivedAt answeredAt sender: organizationBySenderId { name kind }
        receiver: organizationByReceiverId { name kind }
      }
    }
    reviewOutcomes: reviewOutcomesByCaseIdList { kind result body decidedOn }
  }
}"""

_TIME = """to_char({} + interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')"""

# Of its deadlines it says most, of its transfers the first five; a case that is only published has neither.
_SQL = """
SELECT json_build_object('data', json_build_object('case', json_build_object(
    'number', c.number, 'actType', c.act_type, 'procedure', c.procedure, 'source', c.source, 'cause', c.cause,
    'state', c.state, 'legalReview', c.legal_review, 'hearingHeld', c.hearing_held, 'partyKind', c.party_kind,
    'registeredAt', {registered_at}, 'filedAt', {filed_at}, 'decidedAt', {decided_at}, 'servedAt', {served_at},
    'closedAt', {closed_at}, 'penaltyKinds', c.penalty_kinds, 'heaviestPenalty', c.heaviest_penalty,
    'penaltyAmount', c.penalty_amount::text, 'confiscatedAmount', c.confiscated_amount::text,
    'publishedAt', {published_at}, 'isOffered', c.is_offered, 'refusals', c.refusals, 'isShirked', c.is_shirked,
    'nextDueAt', {next_due_at}, 'version', c.version,
    'organization', json_build_object(
        'name', o.name, 'kind', o.kind, 'level', o.level, 'region', json_build_object('code', p.code, 'name', p.name),
        'government', CASE WHEN g.id IS NOT NULL THEN json_build_object('name', g.name) END,
        'superior', CASE WHEN s.id IS NOT NULL THEN json_build_object('name', s.name) END),
    'region', json_build_object('code', r.code, 'name', r.name, 'level', r.level,
        'parent', CASE WHEN a.code IS NOT NULL THEN json_build_object('code', a.code, 'name', a.name) END),
    'dutyItem', json_build_object(
        'code', i.code, 'name', i.name, 'actType', i.act_type, 'law', i.law, 'article', i.article),
    'legalReviewer', CASE WHEN l.id IS NOT NULL THEN json_build_object('name', l.name) END,
    'officers', coalesce((
        SELECT json_agg(json_build_object('officer', json_build_object('name', f.name)) ORDER BY f.id)
        FROM case_officer h JOIN officer f ON f.id = h.officer_id WHERE h.case_id = c.id AND {of_case}), '[]'),
    'deadlines', coalesce((
        SELECT json_agg(json_build_object(
            'event', d.event, 'startedAt', {started_at}, 'dueAt', {due_at}, 'isProvisional', d.is_provisional,
            'endedAt', {ended_at}, 'rule', json_build_object(
                'event', u.event, 'length', u.length, 'legalBasis', u.legal_basis)) ORDER BY d.due_at, d.id)
        FROM deadline d JOIN deadline_rule u ON u.id = d.rule_id WHERE d.case_id = c.id AND {of_case}), '[]'),
    'transfers', json_build_object('nodes', coalesce((
        SELECT json_agg(json_build_object(
            'kind', t.kind, 'state', t.state, 'createdAt', {created_at}, 'approvedAt', {approved_at},
            'sentAt', {sent_at}, 'receivedAt', {received_at}, 'answeredAt', {answered_at},
            'sender', json_build_object('name', x.name, 'kind', x.kind),
            'receiver', json_build_object('name', v.name, 'kind', v.kind)) ORDER BY t.created_at, t.id)
        FROM (SELECT * FROM case_transfer WHERE case_id = c.id AND {of_transfer} ORDER BY created_at, id LIMIT 5) AS t
        JOIN organization x ON x.id = t.sender_id JOIN organization v ON v.id = t.receiver_id), '[]')),
    'reviewOutcomes', coalesce((
        SELECT json_agg(json_build_object('kind', w.kind, 'result', w.result, 'body', w.body,
                                          'decidedOn', w.decided_on) ORDER BY w.id)
        FROM review_outcome w WHERE w.case_id = c.id AND {of_case}), '[]'))))::text
FROM enforcement_case c
JOIN organization o ON o.id = c.organization_id JOIN region p ON p.code = o.region_code
JOIN region r ON r.code = c.region_code JOIN duty_item i ON i.id = c.duty_item_id
LEFT JOIN region a ON a.code = r.parent_code LEFT JOIN organization g ON g.id = o.government_id
LEFT JOIN organization s ON s.id = o.superior_id LEFT JOIN organization l ON l.id = c.legal_reviewer_id
WHERE c.number = $1 AND ({of_case} OR c.is_published)"""

_CASE_TIMES = ("registered_at", "filed_at", "decided_at", "served_at", "closed_at", "published_at", "next_due_at")
_DEADLINE_TIMES = ("started_at", "due_at", "ended_at")
_TRANSFER_TIMES = ("created_at", "approved_at", "sent_at", "received_at", "answered_at")


def _questions(rows: Rows) -> list[Question]:
    scope = scopes()[_PERSONA]
    times = {
        name: _TIME.format(f"{row}.{name}")
        for row, names in (("c", _CASE_TIMES), ("d", _DEADLINE_TIMES), ("t", _TRANSFER_TIMES))
        for name in names
    }
    sql = _SQL.format(of_case=scope.of_case("c"), of_transfer=scope.of_transfer("case_transfer"), **times)
    number = rows.value(
        """SELECT c.number FROM case_transfer t JOIN enforcement_case c ON c.id = t.case_id
           WHERE left(c.region_code, 6) = $1 AND left(t.sender_region_code, 6) = $1
           ORDER BY (SELECT count(*) FROM deadline d WHERE d.case_id = c.id) DESC, t.created_at DESC, t.id LIMIT 1""",
        scope.area,
    )
    return [
        Question(
            name=_PERSONA,
            persona=_PERSONA,
            document=_DOCUMENT,
            variables={"number": number},
            sql=sql,
            arguments=(number, scope.area),
            postgraphile=_POSTGRAPHILE,
            postgraphile_variables={"number": number, "area": scope.area},
            is_plain=False,
        )
    ]


WORKLOAD = Workload("W2", "one case in full depth", _questions)
