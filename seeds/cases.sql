-- Plausible cases with officers, deadlines and transfers; the same for the same seed.
-- :seed, :count and :until are put in by seeds/cases.py, which checks them.  Every choice is a hash of the seed, the
-- case's place and what is chosen, so that no choice depends on another or on the order of execution.

CREATE FUNCTION pg_temp.chance(place bigint, what text) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(place, hashtextextended(what, :seed)) & 9007199254740991)::double precision / 9007199254740992
$$;
CREATE FUNCTION pg_temp.key(place bigint, what text, at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
            || lpad(to_hex(hashint8extended(place, hashtextextended(what || 'a', :seed)) & 4095), 3, '0') || 'a'
            || lpad(to_hex(hashint8extended(place, hashtextextended(what, :seed)) & 1152921504606846975), 15, '0'))::uuid
$$;

-- Who may act on what: owners on the items they hold in force, townships on those assigned to them.  The counties of
-- the personas have more cases than others.
CREATE TEMP TABLE holder ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY copy, h.organization_id, h.code) - 1 AS number, h.*
FROM (
    SELECT d.id AS duty_item_id, d.code, d.organization_id, d.region_code, d.field, d.act_type, d.name AS cause,
           d.legal_review, d.fine_ceiling, l.id AS reviewer_id
    FROM duty_item d LEFT JOIN organization l ON l.department_id = d.organization_id
    WHERE d.state = 'PUBLISHED' AND d.field IS NOT NULL
    UNION ALL
    SELECT d.id, d.code, a.organization_id, a.region_code, d.field, d.act_type, d.name, d.legal_review,
           d.fine_ceiling, a.publisher_id
    FROM duty_assignment a JOIN duty_item d ON d.id = a.duty_item_id
    WHERE a.state = 'ASSIGNED'
) h
CROSS JOIN generate_series(1, 8) copy
WHERE copy = 1 OR h.region_code LIKE '410302%' OR (copy < 4 AND h.region_code LIKE '410303%')
   OR (copy < 3 AND h.act_type = 'PENALTY');
CREATE UNIQUE INDEX ON holder (number);
ANALYZE holder;

-- The officers of each body who can act.
CREATE TEMP TABLE crew ON COMMIT DROP AS
SELECT o.organization_id, array_agg(o.id ORDER BY o.number) AS officers, array_agg(c.id ORDER BY o.number) AS certificates
FROM officer o JOIN certificate c ON c.officer_id = o.id
WHERE c.state = 'VALID' AND c.valid_to >= DATE ':until'
GROUP BY o.organization_id;
ANALYZE crew;

-- Working days in order, and for every day the next one that is worked.
CREATE TEMP TABLE worked ON COMMIT DROP AS
SELECT s.at::date AS day, coalesce(c.is_working, extract(isodow FROM s.at) < 6) AS is_working,
       count(*) FILTER (WHERE coalesce(c.is_working, extract(isodow FROM s.at) < 6)) OVER (ORDER BY s.at) AS ordinal
FROM generate_series(DATE ':until' - 1200, DATE ':until' + 400, interval '1 day') s(at)
LEFT JOIN calendar_day c ON c.day = s.at::date;
CREATE UNIQUE INDEX ON worked (day);
CREATE INDEX ON worked (ordinal) WHERE is_working;
ANALYZE worked;

CREATE TEMP TABLE draft ON COMMIT DROP AS
SELECT p.place, pg_temp.key(p.place, 'case', p.registered_at) AS id, p.registered_at, h.*,
       pg_temp.chance(p.place, 'life') AS life,
       least(pg_temp.chance(p.place, 'life'),
             extract(epoch FROM TIMESTAMPTZ ':until 18:00:00+08' - p.registered_at) / 5184000) AS age,
       CASE WHEN pg_temp.chance(p.place, 'party') < 0.35 THEN 'PERSON'
            WHEN pg_temp.chance(p.place, 'party') < 0.55 THEN 'SOLE_TRADER' ELSE 'ENTERPRISE' END AS party_kind,
       (pg_temp.chance(p.place, 'enterprise') * :enterprises)::int AS enterprise,
       h.act_type = 'PENALTY' AND pg_temp.chance(p.place, 'procedure') < 0.3 AND h.legal_review = 'NOT_NEEDED' AS simple
FROM (
    SELECT place, TIMESTAMPTZ ':until 18:00:00+08'
                  - (:count - place) * (interval '730 days' / :count)
                  - pg_temp.chance(place, 'hour') * interval '8 hours' AS registered_at
    FROM generate_series(1, :count) place
) p
JOIN holder h ON h.number = floor(pg_temp.chance(p.place, 'holder') * (SELECT count(*) FROM holder))::bigint;

INSERT INTO enterprise (id, credit_code, name)
SELECT e.id, e.credit_code, e.name FROM enterprise_pool e
WHERE e.number IN (SELECT enterprise FROM draft WHERE party_kind <> 'PERSON')
ON CONFLICT (credit_code) DO NOTHING;

CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT d.*, s.state,
       CASE WHEN s.stage >= 1 THEN d.registered_at + interval '1 day' END AS filed_at,
       CASE WHEN s.stage >= 6 THEN d.registered_at + interval '30 days' END AS decided_at,
       CASE WHEN s.stage >= 7 THEN d.registered_at + interval '34 days' END AS served_at,
       CASE WHEN s.stage >= 9 THEN d.registered_at + interval '60 days' END AS closed_at,
       s.stage
FROM draft d
CROSS JOIN LATERAL (
    SELECT CASE d.act_type
        WHEN 'PENALTY' THEN CASE
            WHEN age < 0.03 THEN 'CLUE' WHEN age < 0.08 THEN 'FILED' WHEN age < 0.16 AND NOT d.simple THEN 'INVESTIGATING'
            WHEN age < 0.20 AND d.legal_review = 'NEEDED' THEN 'LEGAL_REVIEW' WHEN age < 0.26 THEN 'NOTIFIED'
            WHEN age < 0.28 AND NOT d.simple THEN 'HEARING' WHEN age < 0.36 THEN 'DECIDED' WHEN age < 0.44 THEN 'SERVED'
            WHEN age < 0.52 THEN 'EXECUTING' WHEN d.life < 0.90 THEN 'CLOSED' WHEN d.life < 0.95 THEN 'ARCHIVED'
            WHEN d.life < 0.98 THEN 'NOT_PENALIZED' ELSE 'WITHDRAWN' END
        WHEN 'LICENSING' THEN CASE WHEN age < 0.05 THEN 'APPLIED' WHEN age < 0.10 THEN 'ACCEPTED' WHEN age < 0.20 THEN 'REVIEWING'
            WHEN d.life < 0.92 THEN 'GRANTED' WHEN d.life < 0.97 THEN 'REFUSED' ELSE 'WITHDRAWN' END
        WHEN 'INSPECTION' THEN CASE WHEN age < 0.10 THEN 'PLANNED' WHEN age < 0.20 THEN 'CONDUCTED'
            WHEN age < 0.30 THEN 'RESULT_RECORDED' ELSE 'CLOSED' END
        WHEN 'COERCION' THEN CASE WHEN age < 0.10 THEN 'APPROVED' WHEN age < 0.25 THEN 'IMPLEMENTED'
            WHEN age < 0.30 THEN 'EXTENDED' WHEN d.life < 0.90 THEN 'LIFTED' ELSE 'EXECUTED' END
        ELSE CASE WHEN age < 0.10 THEN 'REGISTERED' WHEN age < 0.30 THEN 'DECIDED' ELSE 'CLOSED' END
    END AS state
    OFFSET 0
) t
CROSS JOIN LATERAL (
    SELECT t.state, CASE t.state
        WHEN 'FILED' THEN 1 WHEN 'INVESTIGATING' THEN 2 WHEN 'LEGAL_REVIEW' THEN 3 WHEN 'NOTIFIED' THEN 4
        WHEN 'HEARING' THEN 5 WHEN 'DECIDED' THEN 6 WHEN 'NOT_PENALIZED' THEN 6 WHEN 'GRANTED' THEN 6
        WHEN 'REFUSED' THEN 6 WHEN 'RESULT_RECORDED' THEN 6 WHEN 'SERVED' THEN 7 WHEN 'EXECUTING' THEN 8
        WHEN 'CLOSED' THEN 9 WHEN 'ARCHIVED' THEN 9 ELSE 0 END AS stage
    OFFSET 0
) s;
ANALYZE told;

-- What runs: one deadline for each case that waits for a decision, its service or its publication.
CREATE TEMP TABLE clock ON COMMIT DROP AS
SELECT t.place, t.id AS case_id, e.event, e.started_at, due.day AS last_day, over.day AS day,
       over.day + time '23:59:59' AS due_at, r.near_days, r.id AS rule_id
FROM told t
CROSS JOIN LATERAL (
    SELECT CASE WHEN t.state IN ('FILED', 'INVESTIGATING', 'LEGAL_REVIEW', 'NOTIFIED', 'HEARING') AND t.act_type = 'PENALTY'
                    THEN 'DECIDE_PENALTY'
                WHEN t.state = 'DECIDED' AND t.act_type = 'PENALTY' THEN 'SERVE_DECISION'
                WHEN t.state = 'APPLIED' THEN 'ACCEPT_LICENCE_APPLICATION'
                WHEN t.state IN ('ACCEPTED', 'REVIEWING') THEN 'DECIDE_LICENCE'
                WHEN t.state = 'IMPLEMENTED' THEN 'SEIZURE' END AS event,
           CASE WHEN t.state = 'DECIDED' THEN t.decided_at ELSE coalesce(t.filed_at, t.registered_at) END AS started_at
) e
JOIN deadline_rule r ON r.event = e.event AND r.region_code = '41'
JOIN worked here ON here.day = (e.started_at AT TIME ZONE 'Asia/Shanghai')::date
CROSS JOIN LATERAL (
    SELECT CASE WHEN r.unit = 'CALENDAR' THEN here.day + r.length
                ELSE (SELECT day FROM worked w WHERE w.is_working AND w.ordinal = here.ordinal + r.length) END AS day
) due
CROSS JOIN LATERAL (SELECT day FROM worked w WHERE w.is_working AND w.day >= due.day ORDER BY w.day LIMIT 1) over;
CREATE UNIQUE INDEX ON clock (case_id);
ANALYZE clock;

-- Some cases that can be handed over are offered to, or were refused by, another department of their region; some came
-- from one.
CREATE TEMP TABLE offer ON COMMIT DROP AS
SELECT t.place, t.id AS case_id, t.region_code, t.registered_at, s.state, pg_temp.chance(t.place, 'dispute') AS dispute,
       CASE s.state WHEN 'ACCEPTED' THEN o.id ELSE t.organization_id END AS sender_id,
       CASE s.state WHEN 'ACCEPTED' THEN o.field ELSE t.field END AS field,
       CASE s.state WHEN 'ACCEPTED' THEN t.organization_id ELSE o.id END AS receiver_id,
       CASE s.state WHEN 'ACCEPTED' THEN t.field ELSE o.field END AS receiver_field
FROM told t
CROSS JOIN LATERAL (
    SELECT (ARRAY['DRAFT', 'SENT', 'RECEIVED', 'REJECTED', 'DISPUTED', 'DISPUTED', 'ACCEPTED'])
           [1 + floor(pg_temp.chance(t.place, 'transfer') * 7)::int] AS state
) s
JOIN LATERAL (
    SELECT o.id, o.field FROM organization o
    WHERE o.region_code = t.region_code AND o.kind = 'DEPARTMENT' AND o.id <> t.organization_id
    ORDER BY hashint8extended(t.place, hashtextextended(o.id::text, :seed)) LIMIT 1
) o ON true
WHERE t.act_type = 'PENALTY' AND t.state IN ('FILED', 'INVESTIGATING', 'NOTIFIED') AND length(t.region_code) < 9
  AND pg_temp.chance(t.place, 'offer') < 0.25;
CREATE UNIQUE INDEX ON offer (case_id);

INSERT INTO enforcement_case (
    id, version, updated_at, number, act_type, procedure, source, cause, facts, duty_item_id, organization_id, region_code,
    field, legal_reviewer_id, offered_organization_id, offered_region_code, offered_field, is_offered, state,
    legal_review, hearing_held, party_kind, party_name, party_credit_code, party_id_number, party_id_number_index,
    party_phone, party_address, registered_at, filed_at, decided_at, served_at, closed_at, decision, penalty_kinds,
    penalty_amount, published_at, refusals, next_due_at, next_near_at)
SELECT t.id, 1, t.registered_at,
       b.name || CASE t.act_type WHEN 'PENALTY' THEN '罚字' WHEN 'LICENSING' THEN '许字' WHEN 'INSPECTION' THEN '检字'
                 ELSE '示字' END || '〔' || extract(year FROM t.registered_at AT TIME ZONE 'Asia/Shanghai') || '〕示' || ':seed-' || t.place || '号',
       t.act_type,
       CASE WHEN t.act_type = 'PENALTY' THEN CASE WHEN t.simple THEN 'SIMPLE' ELSE 'ORDINARY' END END,
       (ARRAY['INSPECTION', 'COMPLAINT', 'ASSIGNED', 'OTHER'])[1 + floor(pg_temp.chance(t.place, 'source') * 4)::int],
       t.cause, '示例案情：' || t.cause, t.duty_item_id, t.organization_id, t.region_code, t.field, t.reviewer_id,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN f.receiver_id END,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN f.region_code END,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN f.receiver_field END,
       coalesce(f.state IN ('SENT', 'RECEIVED'), false), t.state,
       CASE WHEN t.act_type <> 'PENALTY' OR t.simple THEN 'NOT_NEEDED'
            WHEN t.stage >= 4 AND t.legal_review = 'NEEDED' THEN 'PASSED'
            WHEN t.stage >= 6 AND t.legal_review = 'AFTER_HEARING' THEN 'PASSED' ELSE t.legal_review END,
       t.state = 'HEARING', t.party_kind,
       CASE t.party_kind WHEN 'PERSON' THEN p.name ELSE e.name END,
       CASE t.party_kind WHEN 'PERSON' THEN NULL ELSE e.credit_code END,
       CASE t.party_kind WHEN 'PERSON' THEN p.id_number END, CASE t.party_kind WHEN 'PERSON' THEN p.id_number_index END,
       p.phone, '洛阳市示例路' || (t.place % 300 + 1) || '号', t.registered_at, t.filed_at, t.decided_at, t.served_at,
       t.closed_at, CASE WHEN t.stage >= 6 THEN '示例决定' END,
       CASE WHEN t.act_type = 'PENALTY' AND t.stage >= 6 AND t.state <> 'NOT_PENALIZED'
            THEN CASE WHEN pg_temp.chance(t.place, 'kinds') < 0.3 THEN ARRAY['WARNING'] ELSE ARRAY['WARNING', 'FINE'] END ELSE '{}' END,
       CASE WHEN t.act_type = 'PENALTY' AND t.stage >= 6 AND t.state <> 'NOT_PENALIZED' AND pg_temp.chance(t.place, 'kinds') >= 0.3
            THEN CASE WHEN t.simple THEN 100 ELSE round((1000 * exp(3 * pg_temp.chance(t.place, 'fine')))::numeric, 2) END END,
       CASE WHEN t.stage >= 7 AND pg_temp.chance(t.place, 'published') < 0.8 THEN t.decided_at + interval '5 days' END,
       CASE WHEN f.state = 'DISPUTED' THEN 2 WHEN f.state = 'REJECTED' THEN 1 ELSE 0 END,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN NULL ELSE c.due_at AT TIME ZONE 'Asia/Shanghai' END,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN NULL ELSE c.due_at AT TIME ZONE 'Asia/Shanghai' - c.near_days * interval '1 day' END
FROM told t
JOIN organization b ON b.id = t.organization_id
JOIN person_pool p ON p.number = t.place % :people
LEFT JOIN enterprise_pool e ON e.number = t.enterprise
LEFT JOIN clock c ON c.case_id = t.id
LEFT JOIN offer f ON f.case_id = t.id
ORDER BY t.place;

INSERT INTO case_officer (case_id, officer_id, certificate_id)
SELECT t.id, w.officers[i], w.certificates[i]
FROM told t JOIN crew w ON w.organization_id = t.organization_id
CROSS JOIN LATERAL (SELECT 1 + (t.place % cardinality(w.officers))::int AS first) s
CROSS JOIN LATERAL (VALUES (s.first), (1 + s.first % cardinality(w.officers))) v(i)
WHERE cardinality(w.officers) > 1
ORDER BY t.place;

INSERT INTO case_transfer (
    id, version, updated_at, kind, state, case_id, case_number, cause, party_kind, party_name, sender_id,
    sender_region_code, sender_field, receiver_id, receiver_region_code, receiver_field, reason, is_urgent, created_at, approved_at, sent_at, received_at, answered_at,
    rejection_reason)
SELECT pg_temp.key(f.place, 'transfer', f.registered_at), 1, f.registered_at, 'HORIZONTAL', f.state, f.case_id, c.number, c.cause,
       c.party_kind, c.party_name, f.sender_id, f.region_code, f.field, f.receiver_id, f.region_code, f.receiver_field, '不属于本机关管辖', f.place % 7 = 0, f.registered_at,
       CASE WHEN f.state <> 'DRAFT' THEN f.registered_at + interval '1 day' END,
       CASE WHEN f.state <> 'DRAFT' THEN f.registered_at + interval '2 days' END,
       CASE WHEN f.state NOT IN ('DRAFT', 'SENT') THEN f.registered_at + interval '3 days' END,
       CASE WHEN f.state IN ('REJECTED', 'DISPUTED', 'ACCEPTED') THEN f.registered_at + interval '5 days' END,
       CASE WHEN f.state IN ('REJECTED', 'DISPUTED') THEN '不属于本机关职责' END
FROM offer f JOIN enforcement_case c ON c.id = f.case_id ORDER BY f.place;

INSERT INTO transfer_attachment (transfer_id, position, name)
SELECT pg_temp.key(f.place, 'transfer', f.registered_at), a.position, a.name
FROM offer f CROSS JOIN (VALUES (1, '现场检查笔录'), (2, '案件卷宗（纸质）')) a(position, name)
WHERE a.position <= 1 + f.place % 2
ORDER BY f.place, a.position;

-- Each act on a transfer issued its letter.
INSERT INTO transfer_letter (transfer_id, template, number, issued_on)
SELECT pg_temp.key(f.place, 'transfer', f.registered_at), l.template,
       b.name || l.series || '字〔' || extract(year FROM l.day) || '〕示' || ':seed-' || f.place || '号', l.day
FROM offer f
CROSS JOIN LATERAL (
    SELECT s.template, s.series, CASE WHEN s.template = 'TRANSFER_LETTER' THEN f.sender_id ELSE f.receiver_id END AS writer_id,
           ((f.registered_at + s.after) AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM (VALUES ('TRANSFER_LETTER', '移', interval '1 day', ARRAY['SENT', 'RECEIVED', 'REJECTED', 'DISPUTED', 'ACCEPTED']),
                 ('TRANSFER_RECEIPT', '移回', interval '3 days', ARRAY['RECEIVED', 'REJECTED', 'DISPUTED', 'ACCEPTED']),
                 ('REFUSAL_LETTER', '移退', interval '5 days', ARRAY['REJECTED', 'DISPUTED'])
         ) s(template, series, after, states)
    WHERE f.state = ANY (s.states)
) l
JOIN organization b ON b.id = l.writer_id
ORDER BY f.place, l.template;

INSERT INTO handed_over_case (
    id, transfer_id, organization_id, region_code, field, number, act_type, state, cause, facts, party_kind, party_name,
    party_credit_code, handed_over_at)
SELECT pg_temp.key(f.place, 'handed over', f.registered_at), pg_temp.key(f.place, 'transfer', f.registered_at), f.sender_id,
       f.region_code, f.field, c.number, c.act_type, 'FILED', c.cause, c.facts, c.party_kind, c.party_name,
       c.party_credit_code, f.registered_at + interval '5 days'
FROM offer f JOIN enforcement_case c ON c.id = f.case_id WHERE f.state = 'ACCEPTED' ORDER BY f.place;

INSERT INTO coordination_dispute (
    id, version, updated_at, subject, state, transfer_id, case_id, applicant_id, applicant_region_code, applicant_field,
    respondent_id, respondent_region_code, respondent_field, coordinator_id, government_id, is_shirking, created_at)
SELECT pg_temp.key(f.place, 'dispute', f.registered_at), 1, f.registered_at, '管辖权争议',
       (ARRAY['NEGOTIATING', 'APPLIED', 'ACCEPTED', 'COORDINATING', 'AGREED', 'OPINION_ISSUED', 'ESCALATED'])
       [1 + floor(f.dispute * 7)::int],
       pg_temp.key(f.place, 'transfer', f.registered_at), f.case_id, f.sender_id, f.region_code, f.field, f.receiver_id,
       f.region_code, f.receiver_field, j.id, g.id, true, f.registered_at + interval '6 days'
FROM offer f
JOIN organization j ON j.region_code = f.region_code AND j.kind = 'JUDICIAL_BUREAU'
JOIN organization g ON g.region_code = f.region_code AND g.kind = 'GOVERNMENT'
WHERE f.state = 'DISPUTED' ORDER BY f.place;

INSERT INTO notification (id, at, organization_id, action, object_type, object_id)
SELECT pg_temp.key(f.place, 'notification', f.registered_at), f.registered_at + interval '2 days', f.receiver_id, 'SEND',
       'CaseTransfer', pg_temp.key(f.place, 'transfer', f.registered_at)
FROM offer f WHERE f.state <> 'DRAFT' ORDER BY f.place;

-- A granted licence calls for an inspection; some penalties for a proposal to another department.
INSERT INTO linkage (
    id, version, updated_at, kind, state, case_id, sender_id, sender_region_code, sender_field, receiver_id,
    receiver_region_code, receiver_field, proposal, sent_at)
SELECT pg_temp.key(t.place, 'linkage', t.decided_at), 1, t.decided_at,
       CASE t.act_type WHEN 'LICENSING' THEN 'INSPECTION_TASK' ELSE 'LICENCE_PROPOSAL' END, 'SENT', t.id, t.organization_id,
       t.region_code, t.field, r.id, r.region_code, r.field, '示例建议', t.decided_at
FROM told t
JOIN LATERAL (
    SELECT o.id, o.region_code, o.field FROM organization o
    WHERE o.kind = 'DEPARTMENT' AND CASE t.act_type WHEN 'LICENSING' THEN o.id = t.organization_id
          ELSE o.region_code = left(t.region_code, 6) AND o.id <> t.organization_id END
    ORDER BY hashint8extended(t.place, hashtextextended(o.id::text, :seed)) LIMIT 1
) r ON true
WHERE t.state = 'GRANTED' OR (t.act_type = 'PENALTY' AND t.state = 'CLOSED' AND pg_temp.chance(t.place, 'linkage') < 0.03)
ORDER BY t.place;

INSERT INTO deadline (
    id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional, extensions, suspended_at, reason)
SELECT pg_temp.key(c.place, 'deadline', c.started_at), c.rule_id, c.event, c.case_id, c.started_at,
       c.due_at AT TIME ZONE 'Asia/Shanghai', c.due_at AT TIME ZONE 'Asia/Shanghai' - c.near_days * interval '1 day', c.last_day,
       NOT EXISTS (SELECT FROM calendar_year y WHERE y.year = extract(year FROM c.day)), 0,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN f.registered_at + interval '2 days' END,
       CASE WHEN f.state IN ('SENT', 'RECEIVED') THEN '移送 部门间移送' END
FROM clock c LEFT JOIN offer f ON f.case_id = c.case_id
ORDER BY c.place;
