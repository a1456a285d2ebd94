"""The table of alert rules: each says in one statement which objects are not as they should be.

A rule's ``finds`` answers rows of ``COLUMNS``: the object, the organ that has to act and the one that waits for it,
what the standard's threshold is compared with (``value``, of ``sample`` many), since when it is so (``since``), and
what it is told by.  ``{at}`` stands for the moment at which it is evaluated, ``{today}`` for its day in Shanghai,
``{standard_of_region}`` for a query of the standard that holds in the region ``r``.
What the rules call for stands in rows of ``alert_standard``; another rule is another entry here and its row there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.alert import AlertRule
from models.alert_deadlines import SUSPENDED, among, deadlines, in_chinese, passed
from models.bars import BARS
from models.case_rules import ACTED_AT, OPEN_STATES, REFUSALS_OF_SHIRKING, RUNNING_STATES, UNDISPUTED_TRANSFERS
from models.deadline_terms import DeadlineEvent
from models.duty import duties_held_on
from models.enforcement_terms import ActType
from models.revisit_rules import MEASURED
from models.vocabulary import EnforcementField

COLUMNS = (
    "object_type object_id organization_id region_code field sender_id sender_region_code sender_field"
    " value sample since explanation facts"
)


@dataclass(frozen=True)
class Rule:
    """How a rule finds its objects, of each type by one statement, and when.

    ``changes`` names the tables after whose change the rule is evaluated, in the act's transaction: for objects of a
    type whose key compares so with that of the changed row, ``{key}``.
    ``is_timed`` says that the mere passing of time raises it, so that it is looked for every minute; ``is_floor`` that
    what is under the threshold is told, not what reaches it; ``least_threshold`` from where on it tells anything.
    """

    finds: Mapping[str, str]
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    is_timed: bool = False
    is_floor: bool = False
    has_threshold: bool = True
    least_threshold: int = 0
    has_sample: bool = False
    has_days: bool = False


def _itself(*tables: str) -> dict[str, tuple[str, str]]:
    return {table: (table, "= {key}") for table in tables}


_LINKAGE = (DeadlineEvent.LINKED_INSPECTION, DeadlineEvent.LICENCE_PROPOSAL_ANSWER)
# Passed, these are told by rules of their own.
_TOLD_APART = (*_LINKAGE, DeadlineEvent.RECTIFY)
_NEAR = deadlines("d.near_at <= {at} AND d.due_at > {at}", "near_at", "NULL::numeric", "")
# A case that was refused is nobody's until an organ accepts it or is designated, from when on its refusals are counted
# anew, or it ends otherwise.
_REFUSED = f"""
SELECT 'EnforcementCase' AS object_type, c.id AS object_id, c.organization_id, c.region_code, c.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       c.refusals::numeric AS value, NULL::integer AS sample, r.last_at AS since,
       '案件移送' || c.refusals || '次被拒，涉嫌推诿' AS explanation,
       jsonb_build_array(jsonb_build_array('案号', c.number), jsonb_build_array('被拒次数', c.refusals::text),
                         jsonb_build_array('不予接收的机关', r.organs)) AS facts
FROM enforcement_case c
CROSS JOIN LATERAL (
    SELECT max(l.answered_at) AS last_at, string_agg(o.name, '、' ORDER BY l.answered_at, l.id) AS organs
    FROM (
        SELECT t.id, t.receiver_id, t.answered_at FROM case_transfer t
        WHERE t.case_id = c.id AND t.state IN ('REJECTED', 'DISPUTED') AND t.kind NOT IN ({among(UNDISPUTED_TRANSFERS)})
        ORDER BY t.answered_at DESC, t.id DESC LIMIT c.refusals
    ) l
    JOIN organization o ON o.id = l.receiver_id
) r
WHERE c.is_shirked AND c.state IN ({among(OPEN_STATES)}) AND r.last_at IS NOT NULL"""
# Who has a duty and which act performs it are those of special explanations; a township and its team act as one.
_ZERO_ACTS = f"""
SELECT 'Organization' AS object_type, o.id AS object_id, o.id AS organization_id, o.region_code, o.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       extract(month FROM {{today}}) AS value, NULL::integer AS sample, {{at}} AS since,
       extract(year FROM {{today}}) || '年尚未履行：' || idle.acts AS explanation,
       jsonb_build_array(jsonb_build_array('年度', extract(year FROM {{today}})::text),
                         jsonb_build_array('有职责而未履行的执法行为', idle.acts)) AS facts
FROM (
    SELECT body.id, string_agg({in_chinese("held.act_type", ActType)}, '、' ORDER BY held.act_type) AS acts
    FROM ({duties_held_on("{today}")}) held
    JOIN organization body ON body.id = held.organization_id
    LEFT JOIN (
        SELECT DISTINCT CASE WHEN length(c.region_code) = 9 THEN c.region_code ELSE c.organization_id::text END AS who,
               c.act_type
        FROM enforcement_case c
        WHERE {ACTED_AT} BETWEEN date_trunc('year', {{at}}, 'Asia/Shanghai') AND {{at}}
    ) done ON done.act_type = held.act_type
          AND done.who = CASE WHEN length(body.region_code) = 9 THEN body.region_code ELSE body.id::text END
    WHERE done.who IS NULL
    GROUP BY body.id
) idle
JOIN organization o ON o.id = idle.id"""
# Counted as ``Enterprise.inspectionFrequency`` shows it; what is only planned does not count.
_INSPECTIONS = f"""
SELECT 'Enterprise' AS object_type, i.object_id, i.organization_id, i.region_code, i.field, NULL::uuid AS sender_id,
       NULL::text AS sender_region_code, NULL::text AS sender_field, (i.inspections - l.most)::numeric AS value,
       NULL::integer AS sample, i.last_at AS since,
       i.year || '年检查' || i.inspections || '次，上限' || l.most || '次' AS explanation,
       jsonb_build_array(jsonb_build_array('企业', i.name), jsonb_build_array('年度', i.year::text),
                         jsonb_build_array('领域', {in_chinese("i.field", EnforcementField)}),
                         jsonb_build_array('检查次数', i.inspections::text),
                         jsonb_build_array('上限', l.most::text)) AS facts
FROM (
    SELECT e.id AS object_id, max(c.party_name) AS name, c.organization_id, c.region_code, c.field,
           count(*)::integer AS inspections,
           extract(year FROM {{today}})::integer AS year, max(coalesce(c.decided_at, c.registered_at)) AS last_at
    FROM enterprise e JOIN enforcement_case c ON c.party_credit_code = e.credit_code
    WHERE c.act_type = 'INSPECTION' AND c.state <> 'PLANNED'
      AND coalesce(c.decided_at, c.registered_at) >= date_trunc('year', {{at}}, 'Asia/Shanghai')
      AND coalesce(c.decided_at, c.registered_at) < date_trunc('year', {{at}}, 'Asia/Shanghai') + interval '1 year'
    GROUP BY e.id, c.organization_id, c.region_code, c.field
) i
CROSS JOIN LATERAL (
    SELECT l.most FROM inspection_limit l
    WHERE starts_with(i.region_code, l.region_code) AND (l.field IS NULL OR l.field = i.field)
      AND l.valid_from <= make_date(i.year, 12, 31) AND (l.valid_to IS NULL OR l.valid_to >= make_date(i.year, 12, 31))
    ORDER BY length(l.region_code) DESC, l.field IS NULL, l.valid_from DESC LIMIT 1
) l"""
# The modified z-score of Iglewicz and Hoaglin (1993): a normal deviation is 1.4826 times the median absolute deviation,
# or, where more than half of the fines are the same, 1.2533 times the mean one.  Peers are those of one city, within
# the days that its standard looks back, and published, since whoever reads the alert reads of them; what
# reconsideration or a court took away is nobody's peer.  Their spread is worked out once for all of them.
_FINES = f"""
WITH fine AS (
    SELECT c.id, c.organization_id, c.region_code, c.field, c.cause, c.decided_at, c.penalty_amount AS amount,
           c.is_published, r.code AS city, r.name, s.days
    FROM region r
    JOIN LATERAL ({{standard_of_region}}) s ON s.days IS NOT NULL
    JOIN enforcement_case c ON left(c.region_code, 4) = r.code
    WHERE r.level IN ('PROVINCE', 'CITY') AND c.penalty_amount > 0
      AND c.decided_at > {{at}} - s.days * interval '1 day' AND c.decided_at <= {{at}}
      AND NOT {BARS["DECISION_NOT_UPHELD"].over("c")}
), middle AS (
    SELECT city, field, cause, count(*)::integer AS peers,
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY amount)::numeric, 2) AS median,
           array_agg(amount) AS amounts
    FROM fine WHERE is_published GROUP BY city, field, cause
), spread AS MATERIALIZED (
    SELECT middle.*, d.mean, d.mad
    FROM middle CROSS JOIN LATERAL (
        SELECT avg(abs(amount - median)) AS mean,
               round(percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(amount - median))::numeric, 2) AS mad
        FROM unnest(amounts) AS amount
    ) d
), deviating AS (
    SELECT fine.*, peers, median, mad,
           round(abs(amount - median) / CASE WHEN mad > 0 THEN 1.4826 * mad ELSE 1.2533 * mean END, 2) AS score
    FROM fine JOIN spread USING (city, field, cause) WHERE mean > 0
)
SELECT 'EnforcementCase' AS object_type, f.id AS object_id, f.organization_id, f.region_code, f.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field, f.score AS value,
       f.peers AS sample, f.decided_at AS since,
       '罚款' || f.amount || '元，同类罚款中位数' || f.median || '元，偏离' || f.score || '个稳健标准差' AS explanation,
       jsonb_build_array(
           jsonb_build_array('本案罚款（元）', f.amount::text),
           jsonb_build_array('同类范围', f.name || '，' || {in_chinese("f.field", EnforcementField)} || '，' || f.cause
               || '，' || f.days || '日内决定'),
           jsonb_build_array('同类案件数', f.peers::text),
           jsonb_build_array('同类罚款中位数（元）', f.median::text),
           jsonb_build_array('绝对离差中位数（元）', f.mad::text),
           jsonb_build_array('偏离（稳健标准差）', f.score::text)) AS facts
FROM deviating f"""
_UNCERTIFIED = f"""
SELECT 'EnforcementCase' AS object_type, c.id AS object_id, c.organization_id, c.region_code, c.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       u.officers::numeric AS value, NULL::integer AS sample, c.registered_at AS since,
       u.officers || '名办案人员无有效执法证' AS explanation,
       jsonb_build_array(jsonb_build_array('案号', c.number),
                         jsonb_build_array('无有效执法证的办案人员', u.officers || '名')) AS facts
FROM enforcement_case c
CROSS JOIN LATERAL (
    -- Who they are is told by the case, to those who may see them.
    SELECT count(*) AS officers FROM case_officer b
    WHERE b.case_id = c.id AND NOT EXISTS (
        SELECT FROM certificate v WHERE v.officer_id = b.officer_id AND v.kind = 'ENFORCEMENT' AND v.state = 'VALID'
          AND v.valid_from <= {{today}} AND v.valid_to >= {{today}})
) u
WHERE c.state IN ({among(RUNNING_STATES)}) AND u.officers > 0"""
# Whoever enters a naming says of which day it was; until the city confirms that, it is late if it was entered late.
_PILOTS = """
SELECT 'Pilot' AS object_type, p.id AS object_id, p.organization_id, p.region_code, NULL::text AS field,
       p.confirmer_id AS sender_id, b.region_code AS sender_region_code, NULL::text AS sender_field,
       (e.entered_on - p.due_on)::numeric AS value, NULL::integer AS sample, p.registered_at AS since,
       '试点应于' || p.due_on || '前确定，于' || p.named_on || '确定，' || e.entered_on || '登记' AS explanation,
       jsonb_build_array(jsonb_build_array('试点', r.name), jsonb_build_array('确定期限', p.due_on::text),
                         jsonb_build_array('确定日期', p.named_on::text),
                         jsonb_build_array('登记日期', e.entered_on::text)) AS facts
FROM pilot p JOIN region r ON r.code = p.region_code JOIN organization b ON b.id = p.confirmer_id
CROSS JOIN LATERAL (SELECT (p.registered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on) e
WHERE e.entered_on > p.due_on AND p.state = 'NAMED'"""
# Each county names a township at least, by the day of the rule; told to the county's bureau and the one above it.
_NO_PILOT = """
SELECT 'Organization' AS object_type, b.id AS object_id, b.id AS organization_id, b.region_code, NULL::text AS field,
       a.id AS sender_id, a.region_code AS sender_region_code, NULL::text AS sender_field,
       ({today} - due.on_day)::numeric AS value, NULL::integer AS sample, {at} AS since,
       '应于' || due.on_day || '前确定一至二个试点乡镇（街道），尚未确定' AS explanation,
       jsonb_build_array(jsonb_build_array('县（市、区）', r.name), jsonb_build_array('确定期限', due.on_day::text))
           AS facts
FROM organization b JOIN region r ON r.code = b.region_code JOIN organization a ON a.id = b.superior_id
CROSS JOIN LATERAL (
    SELECT make_date(extract(year FROM d.valid_from)::integer, d.month, 1) + (d.day - 1) AS on_day
    FROM deadline_rule d
    WHERE d.event = 'NAME_PILOT' AND d.month IS NOT NULL AND starts_with(b.region_code, d.region_code)
      AND d.valid_from <= {today} AND (d.valid_to IS NULL OR d.valid_to >= {today})
    ORDER BY length(d.region_code) DESC, d.valid_from DESC LIMIT 1
) due
WHERE b.kind = 'JUDICIAL_BUREAU' AND b.level = 'COUNTY'
  AND EXISTS (SELECT FROM region t WHERE t.level = 'TOWNSHIP' AND left(t.code, 6) = b.region_code)
  AND NOT EXISTS (SELECT FROM pilot p WHERE p.state IN ('NAMED', 'CONFIRMED') AND length(p.region_code) = 9
                  AND left(p.region_code, 6) = b.region_code)"""

# Of an organ, what parties of its cases told when they were revisited; of a bureau, what its contact points told.
_SATISFACTION = f"""
SELECT 'Organization' AS object_type, o.id AS object_id, o.id AS organization_id, o.region_code, o.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       round(told.average, 2) AS value, told.sample, told.last_at AS since,
       s.days || '日内满意度平均' || round(told.average, 2) || '分（1至5分），共' || told.sample || '份' AS explanation,
       jsonb_build_array(jsonb_build_array('平均满意度（1至5分）', round(told.average, 2)::text),
                         jsonb_build_array('评价份数', told.sample::text),
                         jsonb_build_array('不满意份数（1至2分）', told.dissatisfied::text),
                         jsonb_build_array('统计期间', s.days || '日内')) AS facts
FROM (SELECT visible_organization_id AS organization_id FROM case_revisit WHERE satisfaction IS NOT NULL
      UNION SELECT organization_id FROM contact_visit) judged
JOIN organization o ON o.id = judged.organization_id
JOIN region r ON r.code = o.region_code
JOIN LATERAL ({{standard_of_region}}) s ON s.days IS NOT NULL
CROSS JOIN LATERAL (
    SELECT avg(satisfaction) AS average, count(*)::integer AS sample,
           count(*) FILTER (WHERE satisfaction <= 2) AS dissatisfied, max(told_at) AS last_at
    FROM (
        SELECT v.satisfaction, v.visited_at AS told_at FROM ({MEASURED}) v WHERE v.visible_organization_id = o.id
        UNION ALL
        SELECT v.satisfaction, v.visited_on::timestamp AT TIME ZONE 'Asia/Shanghai' FROM contact_visit v
        WHERE v.organization_id = o.id
    ) answer
    WHERE told_at > {{at}} - s.days * interval '1 day' AND told_at <= {{at}}
) told
WHERE told.sample > 0"""
# Counted as ``ContactPoint.visitFrequency`` shows it.
_CONTACT_VISITS = """
SELECT 'ContactPoint' AS object_type, p.id AS object_id, p.organization_id, p.region_code, NULL::text AS field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       {value} AS value, NULL::integer AS sample, {{at}} AS since,
       extract(year FROM {{today}}) || '年走访' || v.visits || '次，{limit}' || l.{least_or_most} || '次'
           AS explanation,
       jsonb_build_array(jsonb_build_array('联系点', p.name),
                         jsonb_build_array('年度', extract(year FROM {{today}})::text),
                         jsonb_build_array('走访次数', v.visits::text),
                         jsonb_build_array('{limit}', l.{least_or_most}::text)) AS facts
FROM contact_point p
CROSS JOIN LATERAL (
    SELECT count(*) AS visits FROM contact_visit w
    WHERE w.contact_point_id = p.id AND extract(year FROM w.visited_on) = extract(year FROM {{today}})
) v
CROSS JOIN LATERAL (
    SELECT l.least, l.most
    FROM contact_visit_limit l, make_date(extract(year FROM {{today}})::integer, 12, 31) AS last_day
    WHERE starts_with(p.region_code, l.region_code)
      AND l.valid_from <= last_day AND (l.valid_to IS NULL OR l.valid_to >= last_day)
    ORDER BY length(l.region_code) DESC, l.valid_from DESC LIMIT 1
) l
WHERE p.state = 'DESIGNATED' AND {condition}"""
_UNVISITED = _CONTACT_VISITS.format(
    value="extract(month FROM {today})", limit="至少", least_or_most="least", condition="v.visits < l.least"
)
_VISITED_TOO_OFTEN = _CONTACT_VISITS.format(
    value="(v.visits - l.most)::numeric", limit="至多", least_or_most="most", condition="v.visits > l.most"
)
_BY_VISIT = {
    **_itself("ContactPoint"),
    "ContactVisit": ("ContactPoint", "= (SELECT contact_point_id FROM contact_visit WHERE id = {key})"),
}

RULES: Mapping[AlertRule, Rule] = {
    AlertRule.DEADLINE_NEAR: Rule(_NEAR, changes=_itself(*_NEAR), is_timed=True, has_threshold=False),
    AlertRule.DEADLINE_PASSED: Rule(
        passed(f"d.event NOT IN ({among(_TOLD_APART)})"), changes=_itself(*_NEAR), is_timed=True
    ),
    AlertRule.LINKAGE_UNANSWERED: Rule(
        {"Linkage": passed(f"d.event IN ({among(_LINKAGE)})")["Linkage"]}, changes=_itself("Linkage"), is_timed=True
    ),
    AlertRule.RECTIFICATION_OVERDUE: Rule(
        {"SupervisionMatter": passed(f"d.event = '{DeadlineEvent.RECTIFY.name}'")["SupervisionMatter"]},
        changes=_itself("SupervisionMatter"),
        is_timed=True,
    ),
    AlertRule.DEADLINE_SUSPENDED: Rule({"EnforcementCase": SUSPENDED}, changes=_itself("EnforcementCase")),
    AlertRule.TRANSFER_REFUSED: Rule(
        {"EnforcementCase": _REFUSED},
        changes=_itself("EnforcementCase"),
        least_threshold=REFUSALS_OF_SHIRKING,
    ),
    AlertRule.ZERO_ACTS: Rule({"Organization": _ZERO_ACTS}),
    AlertRule.INSPECTION_TOO_OFTEN: Rule(
        {"Enterprise": _INSPECTIONS},
        changes={
            "EnforcementCase": (
                "Enterprise",
                """= (SELECT e.id FROM enterprise e JOIN enforcement_case c ON c.party_credit_code = e.credit_code
                      WHERE c.id = {key} AND c.act_type = 'INSPECTION')""",
            )
        },
    ),
    AlertRule.FINE_OUTLIER: Rule({"EnforcementCase": _FINES}, has_sample=True, has_days=True),
    AlertRule.UNCERTIFIED_OFFICER: Rule(
        {"EnforcementCase": _UNCERTIFIED},
        changes={
            **_itself("EnforcementCase"),
            "Certificate": (
                "EnforcementCase",
                """= ANY(ARRAY(SELECT b.case_id FROM case_officer b
                     JOIN certificate v ON v.officer_id = b.officer_id WHERE v.id = {key}))""",
            ),
        },
        has_threshold=False,
    ),
    AlertRule.PILOT_LATE: Rule({"Pilot": _PILOTS}, changes=_itself("Pilot")),
    AlertRule.PILOT_MISSING: Rule(
        {"Organization": _NO_PILOT},
        changes={"Pilot": ("Organization", "= (SELECT organization_id FROM pilot WHERE id = {key})")},
    ),
    AlertRule.SATISFACTION_LOW: Rule(
        {"Organization": _SATISFACTION},
        changes={
            "CaseRevisit": ("Organization", "= (SELECT organization_id FROM case_revisit WHERE id = {key})"),
            "ContactVisit": ("Organization", "= (SELECT organization_id FROM contact_visit WHERE id = {key})"),
        },
        is_floor=True,
        has_sample=True,
        has_days=True,
    ),
    AlertRule.CONTACT_POINT_UNVISITED: Rule({"ContactPoint": _UNVISITED}, changes=_BY_VISIT),
    AlertRule.CONTACT_POINT_VISITED_TOO_OFTEN: Rule({"ContactPoint": _VISITED_TOO_OFTEN}, changes=_BY_VISIT),
}
