-- The cases of the places :first to :last, with officers, deadlines and transfers, from the pools of pools.sql.

-- The pools lie in memory: a few thousand cases look their enterprises up rather than read all of them.
SET LOCAL random_page_cost = 0.1;

CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT d.*, s.state, s.stage, m.*, e.*, u.rule_id, u.last_day, u.due_at, u.near_at, u.is_provisional,
       d.act_type = 'PENALTY' AND s.stage >= 6 AND s.state <> 'NOT_PENALIZED' AS penalized,
       f.offer, coalesce(f.offer IN ('SENT', 'RECEIVED'), false) AS is_offered, w.to_propose,
       o.id AS other_id, o.field AS other_field
FROM (
    SELECT p.place, p.registered_at, p.ms, seeding.key(p.place, 'case', p.ms) AS id,
           h.duty_item_id, h.organization_id, h.region_code, h.field, h.act_type, h.cause, h.legal_review, h.fine_ceiling,
           h.reviewer_id,
           seeding.chance(p.place, 'life') AS life,
           least(seeding.chance(p.place, 'life'),
                 date_part('epoch', TIMESTAMPTZ ':until 18:00:00+08' - p.registered_at) / 5184000) AS age,
           CASE WHEN seeding.chance(p.place, 'party') < 0.35 THEN 'PERSON'
                WHEN seeding.chance(p.place, 'party') < 0.55 THEN 'SOLE_TRADER' ELSE 'ENTERPRISE' END AS party_kind,
           (seeding.chance(p.place, 'enterprise') * :enterprises)::int AS enterprise,
           h.act_type = 'PENALTY' AND seeding.chance(p.place, 'procedure') < 0.3 AND h.legal_review = 'NOT_NEEDED' AS simple
    FROM (
        SELECT r.*, seeding.milliseconds(registered_at) AS ms
        FROM (
            SELECT place, TIMESTAMPTZ ':until 18:00:00+08'
                          - (:count - place) * (interval '730 days' / :count)
                          - seeding.chance(place, 'hour') * interval '8 hours' AS registered_at
            FROM generate_series(:first, :last) place
            OFFSET 0
        ) r
        OFFSET 0
    ) p
    JOIN seeding.holder h ON h.number = floor(seeding.chance(p.place, 'holder') * (SELECT count(*) FROM seeding.holder))::bigint
    OFFSET 0
) d
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
) s
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.stage >= 1 THEN d.registered_at + interval '1 day' END AS filed_at,
           CASE WHEN s.stage >= 6 THEN d.registered_at + interval '30 days' END AS decided_at,
           CASE WHEN s.stage >= 7 THEN d.registered_at + interval '34 days' END AS served_at,
           CASE WHEN s.stage >= 9 THEN d.registered_at + interval '60 days'
                WHEN s.state IN ('LIFTED', 'EXECUTED') THEN d.registered_at + interval '25 days' END AS closed_at
) m
-- What runs: one deadline for each case that waits for a decision or its service.
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.state IN ('FILED', 'INVESTIGATING', 'LEGAL_REVIEW', 'NOTIFIED', 'HEARING') AND d.act_type = 'PENALTY'
                    THEN 'DECIDE_PENALTY'
                WHEN s.state = 'DECIDED' AND d.act_type = 'PENALTY' THEN 'SERVE_DECISION'
                WHEN s.state = 'APPLIED' THEN 'ACCEPT_LICENCE_APPLICATION'
                WHEN s.state IN ('ACCEPTED', 'REVIEWING') THEN 'DECIDE_LICENCE'
                WHEN s.state = 'IMPLEMENTED' THEN 'SEIZURE' END AS event,
           CASE WHEN s.state = 'DECIDED' THEN m.decided_at ELSE coalesce(m.filed_at, d.registered_at) END AS clock_at
) e
LEFT JOIN seeding.due u ON u.event = e.event AND u.starts = (e.clock_at AT TIME ZONE 'Asia/Shanghai')::date
-- Some cases that can be handed over are offered to, or were refused by, another department of their region, or came from
-- one; some penalties call for a proposal to one that licenses, where there is one.
CROSS JOIN LATERAL (
    SELECT d.act_type = 'PENALTY' AND s.state IN ('FILED', 'INVESTIGATING', 'NOTIFIED') AND length(d.region_code) < 9
           AND seeding.chance(d.place, 'offer') < 0.25 AS to_hand_over,
           d.act_type = 'PENALTY' AND s.state = 'CLOSED' AND seeding.chance(d.place, 'linkage') < 0.03 AS to_propose
) w
LEFT JOIN LATERAL (
    SELECT o.id, o.region_code, o.field FROM seeding.department o
    WHERE (w.to_hand_over OR w.to_propose AND o.licenses) AND o.region_code = left(d.region_code, 6) AND o.id <> d.organization_id
    ORDER BY hashint8extended(d.place, o.salt) LIMIT 1
) o ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN w.to_hand_over AND o.id IS NOT NULL
                THEN (ARRAY['DRAFT', 'SENT', 'RECEIVED', 'REJECTED', 'DISPUTED', 'DISPUTED', 'ACCEPTED'])
                     [1 + floor(seeding.chance(d.place, 'transfer') * 7)::int] END AS offer
) f;

CREATE TEMP TABLE offered ON COMMIT DROP AS
SELECT t.place, t.ms, t.id, t.region_code, t.registered_at, t.offer,
       seeding.key(t.place, 'transfer', t.ms) AS transfer_id,
       CASE t.offer WHEN 'ACCEPTED' THEN t.other_id ELSE t.organization_id END AS sender_id,
       CASE t.offer WHEN 'ACCEPTED' THEN t.other_field ELSE t.field END AS sender_field,
       CASE t.offer WHEN 'ACCEPTED' THEN t.organization_id ELSE t.other_id END AS receiver_id,
       CASE t.offer WHEN 'ACCEPTED' THEN t.field ELSE t.other_field END AS receiver_field,
       CASE t.offer WHEN 'DISPUTED' THEN seeding.key(t.place, 'dispute', t.ms) END AS dispute_id,
       CASE t.offer WHEN 'DISPUTED' THEN
           (ARRAY['NEGOTIATING', 'APPLIED', 'ACCEPTED', 'COORDINATING', 'AGREED', 'OPINION_ISSUED', 'ESCALATED'])
           [1 + floor(seeding.chance(t.place, 'dispute') * 7)::int] END AS dispute_state
FROM told t WHERE t.offer IS NOT NULL;

-- A granted licence calls for an inspection, and some penalties for a proposal.  Most of what is old is answered.
CREATE TEMP TABLE called ON COMMIT DROP AS
SELECT t.id AS case_id, t.place, t.organization_id, t.region_code, t.field, t.decided_at,
       seeding.key(t.place, 'linkage', seeding.milliseconds(t.decided_at)) AS id,
       CASE t.act_type WHEN 'LICENSING' THEN 'INSPECTION_TASK' ELSE 'LICENCE_PROPOSAL' END AS kind,
       CASE WHEN t.decided_at < TIMESTAMPTZ ':until 18:00:00+08' - interval '15 days'
                 AND seeding.chance(t.place, 'answer') < 0.95 THEN 'ANSWERED'
            WHEN seeding.chance(t.place, 'answer') < 0.5 THEN 'RECEIVED' ELSE 'SENT' END AS state,
       r.id AS receiver_id, r.region_code AS receiver_region_code, r.field AS receiver_field
FROM told t
JOIN seeding.department r ON r.id = CASE WHEN t.state = 'GRANTED' THEN t.organization_id WHEN t.to_propose THEN t.other_id END;

-- What runs on them: who has to answer, and to return the result.
CREATE TEMP TABLE running ON COMMIT DROP AS
SELECT s.*, u.rule_id, u.last_day, u.due_at, u.near_at, u.is_provisional
FROM (
    SELECT place, 'transfer' AS runs_on, transfer_id AS id,
           CASE offer WHEN 'ACCEPTED' THEN 'RETURN_TRANSFER_RESULT' ELSE 'TRANSFER_ANSWER' END AS event,
           registered_at + CASE offer WHEN 'ACCEPTED' THEN interval '5 days' ELSE interval '2 days' END AS started_at
    FROM offered WHERE offer IN ('SENT', 'RECEIVED', 'ACCEPTED')
    UNION ALL
    SELECT place, 'dispute', dispute_id, CASE dispute_state WHEN 'APPLIED' THEN 'ACCEPT_DISPUTE' ELSE 'COORDINATE_DISPUTE' END,
           registered_at + interval '6 days'
    FROM offered WHERE dispute_state IN ('APPLIED', 'ACCEPTED', 'COORDINATING', 'AGREED', 'OPINION_ISSUED')
    UNION ALL
    SELECT place, 'linkage', id, CASE kind WHEN 'INSPECTION_TASK' THEN 'LINKED_INSPECTION' ELSE 'LICENCE_PROPOSAL_ANSWER' END,
           decided_at
    FROM called WHERE state <> 'ANSWERED'
) s
JOIN seeding.due u ON u.event = s.event AND u.starts = (s.started_at AT TIME ZONE 'Asia/Shanghai')::date;

INSERT INTO enforcement_case (
    id, version, updated_at, number, act_type, procedure, source, cause, facts, duty_item_id, organization_id, region_code,
    field, legal_reviewer_id, offered_organization_id, offered_region_code, offered_field, offered_since, is_offered, state,
    legal_review, hearing_held, hearing_noticed_on, hearing_on, party_kind, party_name, party_credit_code, party_id_number, party_id_number_index,
    party_phone, party_address, registered_at, filed_at, notified_at, decided_at, served_at, closed_at, decision, penalty_kinds,
    penalty_amount, published_at, refusals, next_due_at, next_near_at,
    is_suspended, implemented_at, measure_kind, service_mode)
SELECT t.id, 1, t.registered_at,
       b.name || CASE t.act_type WHEN 'PENALTY' THEN '罚字' WHEN 'LICENSING' THEN '许字' WHEN 'INSPECTION' THEN '检字'
                 ELSE '示字' END || '〔' || date_part('year', t.registered_at AT TIME ZONE 'Asia/Shanghai') || '〕示' || ':seed-' || t.place || '号',
       t.act_type,
       CASE WHEN t.act_type = 'PENALTY' THEN CASE WHEN t.simple THEN 'SIMPLE' ELSE 'ORDINARY' END END,
       (ARRAY['INSPECTION', 'COMPLAINT', 'ASSIGNED', 'OTHER'])[1 + floor(seeding.chance(t.place, 'source') * 4)::int],
       t.cause, '示例案情：' || t.cause, t.duty_item_id, t.organization_id, t.region_code, t.field, t.reviewer_id,
       CASE WHEN t.is_offered THEN t.other_id END, CASE WHEN t.is_offered THEN t.region_code END,
       CASE WHEN t.is_offered THEN t.other_field END,
       CASE WHEN t.is_offered THEN t.registered_at + interval '2 days' END, t.is_offered, t.state,
       CASE WHEN t.act_type <> 'PENALTY' OR t.simple THEN 'NOT_NEEDED'
            WHEN t.stage >= 4 AND t.legal_review = 'NEEDED' THEN 'PASSED'
            WHEN t.stage >= 6 AND t.legal_review = 'AFTER_HEARING' THEN 'PASSED'
            WHEN t.state = 'HEARING' AND t.legal_review = 'NOT_NEEDED' THEN 'AFTER_HEARING' ELSE t.legal_review END,
       t.state = 'HEARING',
       CASE WHEN t.state = 'HEARING' THEN ((t.registered_at + interval '2 days') AT TIME ZONE 'Asia/Shanghai')::date END,
       CASE WHEN t.state = 'HEARING' THEN ((t.registered_at + interval '15 days') AT TIME ZONE 'Asia/Shanghai')::date END,
       t.party_kind,
       CASE t.party_kind WHEN 'PERSON' THEN p.name ELSE e.name END,
       CASE t.party_kind WHEN 'PERSON' THEN NULL ELSE e.credit_code END,
       CASE t.party_kind WHEN 'PERSON' THEN p.id_number END, CASE t.party_kind WHEN 'PERSON' THEN p.id_number_index END,
       p.phone, '洛阳市示例路' || (t.place % 300 + 1) || '号', t.registered_at, t.filed_at,
       CASE WHEN t.act_type = 'PENALTY' AND t.stage >= 4 THEN t.registered_at + interval '36 hours' END, t.decided_at, t.served_at,
       t.closed_at, CASE WHEN t.stage >= 6 THEN '示例决定' END,
       CASE WHEN NOT t.penalized THEN '{}'
            WHEN seeding.chance(t.place, 'kinds') < 0.3 THEN ARRAY['WARNING'] ELSE ARRAY['WARNING', 'FINE'] END,
       CASE WHEN t.penalized AND seeding.chance(t.place, 'kinds') >= 0.3
            THEN least(CASE WHEN t.simple THEN 100
                            ELSE round((1000 * exp(3 * seeding.chance(t.place, 'fine')))::numeric, 2) END, t.fine_ceiling) END,
       CASE WHEN t.stage >= 7 AND seeding.chance(t.place, 'published') < 0.8 THEN t.decided_at + interval '5 days' END,
       CASE t.offer WHEN 'DISPUTED' THEN 2 WHEN 'REJECTED' THEN 1 ELSE 0 END,
       CASE WHEN NOT t.is_offered THEN t.due_at END, CASE WHEN NOT t.is_offered THEN t.near_at END,
       t.is_offered AND t.due_at IS NOT NULL,
       CASE WHEN t.state IN ('IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED') THEN t.registered_at END,
       CASE WHEN t.state IN ('IMPLEMENTED', 'EXTENDED', 'LIFTED', 'EXECUTED') THEN 'SEIZURE' END,
       CASE WHEN t.served_at IS NOT NULL AND t.act_type = 'PENALTY' THEN 'DIRECT' END
FROM told t
JOIN organization b ON b.id = t.organization_id
JOIN seeding.person p ON p.number = t.place % :people
LEFT JOIN seeding.enterprise e ON e.number = t.enterprise;

INSERT INTO case_officer (case_id, officer_id, certificate_id)
SELECT t.id, w.officers[i], w.certificates[i]
FROM told t JOIN seeding.crew w ON w.organization_id = t.organization_id
CROSS JOIN LATERAL (SELECT 1 + (t.place % cardinality(w.officers))::int AS first) s
CROSS JOIN LATERAL (VALUES (s.first), (1 + s.first % cardinality(w.officers))) v(i)
WHERE cardinality(w.officers) > 1;

INSERT INTO case_transfer (
    id, version, updated_at, kind, state, case_id, case_number, cause, party_kind, party_name, sender_id,
    sender_region_code, sender_field, receiver_id, receiver_region_code, receiver_field, reason, is_urgent, created_at, approved_at, sent_at, received_at, answered_at,
    rejection_reason, next_due_at, next_near_at)
SELECT f.transfer_id, 1, f.registered_at, 'HORIZONTAL', f.offer, f.id, c.number, c.cause, c.party_kind, c.party_name, f.sender_id,
       f.region_code, f.sender_field, f.receiver_id, f.region_code, f.receiver_field, '不属于本机关管辖', f.place % 7 = 0, f.registered_at,
       CASE WHEN f.offer <> 'DRAFT' THEN f.registered_at + interval '1 day' END,
       CASE WHEN f.offer <> 'DRAFT' THEN f.registered_at + interval '2 days' END,
       CASE WHEN f.offer NOT IN ('DRAFT', 'SENT') THEN f.registered_at + interval '3 days' END,
       CASE WHEN f.offer IN ('REJECTED', 'DISPUTED', 'ACCEPTED') THEN f.registered_at + interval '5 days' END,
       CASE WHEN f.offer IN ('REJECTED', 'DISPUTED') THEN '不属于本机关职责' END, r.due_at, r.near_at
FROM offered f JOIN enforcement_case c ON c.id = f.id LEFT JOIN running r ON r.id = f.transfer_id;

INSERT INTO transfer_attachment (transfer_id, position, name)
SELECT f.transfer_id, a.position, a.name
FROM offered f CROSS JOIN (VALUES (1, '现场检查笔录'), (2, '案件卷宗（纸质）')) a(position, name)
WHERE a.position <= 1 + f.place % 2;

-- Each act on a transfer issued its letter.
INSERT INTO transfer_letter (transfer_id, template, number, issued_on)
SELECT f.transfer_id, l.template,
       b.name || l.series || '字〔' || extract(year FROM l.day) || '〕示' || ':seed-' || f.place || '号', l.day
FROM offered f
CROSS JOIN LATERAL (
    SELECT s.template, s.series, CASE WHEN s.template = 'TRANSFER_LETTER' THEN f.sender_id ELSE f.receiver_id END AS writer_id,
           ((f.registered_at + s.after) AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM (VALUES ('TRANSFER_LETTER', '移', interval '1 day', ARRAY['SENT', 'RECEIVED', 'REJECTED', 'DISPUTED', 'ACCEPTED']),
                 ('TRANSFER_RECEIPT', '移回', interval '3 days', ARRAY['RECEIVED', 'REJECTED', 'DISPUTED', 'ACCEPTED']),
                 ('REFUSAL_LETTER', '移退', interval '5 days', ARRAY['REJECTED', 'DISPUTED'])
         ) s(template, series, after, states)
    WHERE f.offer = ANY (s.states)
) l
JOIN organization b ON b.id = l.writer_id;

INSERT INTO handed_over_case (
    id, transfer_id, organization_id, region_code, field, number, act_type, state, cause, facts, party_kind, party_name,
    party_credit_code, handed_over_at)
SELECT seeding.key(f.place, 'handed over', f.ms), f.transfer_id, f.sender_id,
       f.region_code, f.sender_field, c.number, c.act_type, 'FILED', c.cause, c.facts, c.party_kind, c.party_name,
       c.party_credit_code, f.registered_at + interval '5 days'
FROM offered f JOIN enforcement_case c ON c.id = f.id WHERE f.offer = 'ACCEPTED';

INSERT INTO coordination_dispute (
    id, version, updated_at, subject, state, transfer_id, case_id, applicant_id, applicant_region_code, applicant_field,
    respondent_id, respondent_region_code, respondent_field, coordinator_id, government_id, is_shirking, created_at,
    next_due_at, next_near_at)
SELECT f.dispute_id, 1, f.registered_at, '管辖权争议', f.dispute_state, f.transfer_id, f.id, f.sender_id, f.region_code, f.sender_field, f.receiver_id,
       f.region_code, f.receiver_field, j.id, g.id, true, f.registered_at + interval '6 days', r.due_at, r.near_at
FROM offered f
JOIN organization j ON j.region_code = f.region_code AND j.kind = 'JUDICIAL_BUREAU'
JOIN organization g ON g.region_code = f.region_code AND g.kind = 'GOVERNMENT'
LEFT JOIN running r ON r.id = f.dispute_id
WHERE f.offer = 'DISPUTED';

INSERT INTO notification (id, at, organization_id, action, object_type, object_id)
SELECT seeding.key(f.place, 'notification', f.ms), f.registered_at + interval '2 days', f.receiver_id, 'SEND',
       'CaseTransfer', f.transfer_id
FROM offered f WHERE f.offer <> 'DRAFT';

INSERT INTO linkage (
    id, version, updated_at, kind, state, case_id, case_number, cause, party_kind, party_name, party_credit_code,
    sender_id, sender_region_code, sender_field, receiver_id, receiver_region_code, receiver_field, proposal, sent_at,
    received_at, answer, answered_at, next_due_at, next_near_at)
SELECT l.id, 1, l.decided_at, l.kind, l.state, l.case_id, c.number, c.cause, c.party_kind, c.party_name, c.party_credit_code,
       l.organization_id, l.region_code, l.field, l.receiver_id, l.receiver_region_code, l.receiver_field, '示例建议',
       l.decided_at, CASE WHEN l.state <> 'SENT' THEN l.decided_at + interval '2 days' END,
       CASE WHEN l.state = 'ANSWERED' THEN '示例答复' END,
       CASE WHEN l.state = 'ANSWERED' THEN l.decided_at + interval '12 days' END, r.due_at, r.near_at
FROM called l JOIN enforcement_case c ON c.id = l.case_id LEFT JOIN running r ON r.id = l.id;

INSERT INTO deadline (
    id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional, extensions, suspended_at, reason)
SELECT seeding.key(t.place, 'deadline', seeding.milliseconds(t.clock_at)), t.rule_id, t.event, t.id, t.clock_at,
       t.due_at, t.near_at, t.last_day, t.is_provisional, 0,
       CASE WHEN t.is_offered THEN t.registered_at + interval '2 days' END,
       CASE WHEN t.is_offered THEN '移送 部门间移送' END
FROM told t WHERE t.rule_id IS NOT NULL;

INSERT INTO deadline (
    id, rule_id, event, transfer_id, dispute_id, linkage_id, started_at, due_at, near_at, last_day, is_provisional,
    extensions)
SELECT seeding.key(place, runs_on || ' deadline', seeding.milliseconds(started_at)), rule_id, event,
       CASE runs_on WHEN 'transfer' THEN id END, CASE runs_on WHEN 'dispute' THEN id END,
       CASE runs_on WHEN 'linkage' THEN id END, started_at, due_at, near_at, last_day, is_provisional, 0
FROM running;
