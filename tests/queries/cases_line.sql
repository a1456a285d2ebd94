WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT enforcement_case_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.is_published 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.legal_reviewer_id = any($1::UUID[]) AND enforcement_case_0.is_published IS NOT true 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.offered_organization_id = any($1::UUID[]) AND enforcement_case_0.is_published IS NOT true AND (enforcement_case_0.legal_reviewer_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_3 UNION ALL SELECT anon_4.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.organization_id = any($1::UUID[]) AND enforcement_case_0.is_published IS NOT true AND (enforcement_case_0.legal_reviewer_id = any($1::UUID[])) IS NOT true AND (enforcement_case_0.offered_organization_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_4 UNION ALL SELECT anon_5.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE left(enforcement_case_0.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0.offered_field = $3::VARCHAR AND enforcement_case_0.is_published IS NOT true AND (enforcement_case_0.legal_reviewer_id = any($1::UUID[])) IS NOT true AND (enforcement_case_0.offered_organization_id = any($1::UUID[])) IS NOT true AND (enforcement_case_0.organization_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_5 UNION ALL SELECT anon_6.one AS one 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_0 
WHERE left(enforcement_case_0.region_code, 4) = $2::VARCHAR AND enforcement_case_0.field = $3::VARCHAR AND enforcement_case_0.is_published IS NOT true AND (enforcement_case_0.legal_reviewer_id = any($1::UUID[])) IS NOT true AND (enforcement_case_0.offered_organization_id = any($1::UUID[])) IS NOT true AND (enforcement_case_0.organization_id = any($1::UUID[])) IS NOT true AND (left(enforcement_case_0.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0.offered_field = $3::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_6) AS enforcement_case_0_each 
 LIMIT 10001) AS enforcement_case_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"number":', to_json(enforcement_case_0_page.number), ',"field":', coalesce(('"' || enforcement_case_0_page.field) || '"', 'null'), ',"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = enforcement_case_0_page.region_code), 'null'), ',"legalReviewer":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = enforcement_case_0_page.legal_reviewer_id), 'null'), ',"evidence":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'EnforcementCase:', CAST(enforcement_case_0_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"name":', to_json(evidence_3.name), '}'), ',' ORDER BY evidence_3.id, evidence_3.id), ']') AS json 
FROM evidence AS evidence_3 
WHERE (left(enforcement_case_0_page.region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.field = $3::VARCHAR OR left(enforcement_case_0_page.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.offered_field = $3::VARCHAR OR enforcement_case_0_page.organization_id = any($1::UUID[]) OR enforcement_case_0_page.offered_organization_id = any($1::UUID[]) OR enforcement_case_0_page.legal_reviewer_id = any($1::UUID[])) AND (left(enforcement_case_0_page.region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.field = $3::VARCHAR OR left(enforcement_case_0_page.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.offered_field = $3::VARCHAR OR enforcement_case_0_page.organization_id = any($1::UUID[]) OR enforcement_case_0_page.offered_organization_id = any($1::UUID[]) OR enforcement_case_0_page.legal_reviewer_id = any($1::UUID[])) AND evidence_3.case_id = enforcement_case_0_page.id), ',"reviewOutcomes":', (SELECT concat('[', string_agg(concat('{"result":"', review_outcome_4.result, '"}'), ',' ORDER BY review_outcome_4.id, review_outcome_4.id), ']') AS json 
FROM review_outcome AS review_outcome_4 
WHERE (left(enforcement_case_0_page.region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.field = $3::VARCHAR OR left(enforcement_case_0_page.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0_page.offered_field = $3::VARCHAR OR enforcement_case_0_page.organization_id = any($1::UUID[]) OR enforcement_case_0_page.offered_organization_id = any($1::UUID[]) OR enforcement_case_0_page.legal_reviewer_id = any($1::UUID[])) AND review_outcome_4.case_id = enforcement_case_0_page.id), '}'), ',' ORDER BY enforcement_case_0_page.number ASC, enforcement_case_0_page.id ASC), ']}') AS json 
FROM (SELECT enforcement_case_0.version AS version, enforcement_case_0.updated_at AS updated_at, enforcement_case_0.id AS id, enforcement_case_0.number AS number, enforcement_case_0.act_type AS act_type, enforcement_case_0.procedure AS procedure, enforcement_case_0.source AS source, enforcement_case_0.cause AS cause, enforcement_case_0.facts AS facts, enforcement_case_0.duty_item_id AS duty_item_id, enforcement_case_0.organization_id AS organization_id, enforcement_case_0.region_code AS region_code, enforcement_case_0.field AS field, enforcement_case_0.legal_reviewer_id AS legal_reviewer_id, enforcement_case_0.offered_organization_id AS offered_organization_id, enforcement_case_0.offered_region_code AS offered_region_code, enforcement_case_0.offered_field AS offered_field, enforcement_case_0.offered_since AS offered_since, enforcement_case_0.is_offered AS is_offered, enforcement_case_0.state AS state, enforcement_case_0.legal_review AS legal_review, enforcement_case_0.legal_review_opinion AS legal_review_opinion, enforcement_case_0.hearing_right AS hearing_right, enforcement_case_0.hearing_requested_on AS hearing_requested_on, enforcement_case_0.hearing_noticed_on AS hearing_noticed_on, enforcement_case_0.hearing_on AS hearing_on, enforcement_case_0.hearing_held AS hearing_held, enforcement_case_0.party_kind AS party_kind, enforcement_case_0.party_name AS party_name, enforcement_case_0.party_credit_code AS party_credit_code, enforcement_case_0.party_id_kind AS party_id_kind, enforcement_case_0.party_id_number AS party_id_number, enforcement_case_0.party_id_number_index AS party_id_number_index, enforcement_case_0.party_phone AS party_phone, enforcement_case_0.party_address AS party_address, enforcement_case_0.registered_at AS registered_at, enforcement_case_0.filed_at AS filed_at, enforcement_case_0.notified_at AS notified_at, enforcement_case_0.decided_at AS decided_at, enforcement_case_0.served_at AS served_at, enforcement_case_0.service_mode AS service_mode, enforcement_case_0.service_announced_on AS service_announced_on, enforcement_case_0.implemented_at AS implemented_at, enforcement_case_0.measure_kind AS measure_kind, enforcement_case_0.closed_at AS closed_at, enforcement_case_0.decision AS decision, enforcement_case_0.licence_valid_to AS licence_valid_to, enforcement_case_0.revoked_at AS revoked_at, enforcement_case_0.revocation_reason AS revocation_reason, enforcement_case_0.penalty_kinds AS penalty_kinds, enforcement_case_0.heaviest_penalty AS heaviest_penalty, enforcement_case_0.penalty_amount AS penalty_amount, enforcement_case_0.confiscated_amount AS confiscated_amount, enforcement_case_0.published_at AS published_at, enforcement_case_0.taken_down_at AS taken_down_at, enforcement_case_0.take_down_reason AS take_down_reason, enforcement_case_0.is_published AS is_published, enforcement_case_0.refusals AS refusals, enforcement_case_0.is_shirked AS is_shirked, enforcement_case_0.next_due_at AS next_due_at, enforcement_case_0.next_near_at AS next_near_at, enforcement_case_0.is_under_deadline AS is_under_deadline, enforcement_case_0.is_correction_due AS is_correction_due, enforcement_case_0.is_suspended AS is_suspended 
FROM enforcement_case AS enforcement_case_0 JOIN (SELECT enforcement_case_0_keys.number AS number, enforcement_case_0_keys.id AS id 
FROM (SELECT anon_7.number AS number, anon_7.id AS id 
FROM (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE left(enforcement_case_0.region_code, 4) = $2::VARCHAR AND enforcement_case_0.field = $3::VARCHAR ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS anon_7 UNION SELECT anon_8.number AS number, anon_8.id AS id 
FROM (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE left(enforcement_case_0.offered_region_code, 4) = $2::VARCHAR AND enforcement_case_0.offered_field = $3::VARCHAR ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS anon_8 UNION SELECT anon_9.number AS number, anon_9.id AS id 
FROM (SELECT enforcement_case_0_each.number AS number, enforcement_case_0_each.id AS id 
FROM unnest($1::UUID[]) AS enforcement_case_0_one JOIN LATERAL (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.organization_id = enforcement_case_0_one ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS enforcement_case_0_each ON true ORDER BY enforcement_case_0_each.number ASC, enforcement_case_0_each.id ASC 
 LIMIT 3) AS anon_9 UNION SELECT anon_10.number AS number, anon_10.id AS id 
FROM (SELECT enforcement_case_0_each.number AS number, enforcement_case_0_each.id AS id 
FROM unnest($1::UUID[]) AS enforcement_case_0_one JOIN LATERAL (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.offered_organization_id = enforcement_case_0_one ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS enforcement_case_0_each ON true ORDER BY enforcement_case_0_each.number ASC, enforcement_case_0_each.id ASC 
 LIMIT 3) AS anon_10 UNION SELECT anon_11.number AS number, anon_11.id AS id 
FROM (SELECT enforcement_case_0_each.number AS number, enforcement_case_0_each.id AS id 
FROM unnest($1::UUID[]) AS enforcement_case_0_one JOIN LATERAL (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.legal_reviewer_id = enforcement_case_0_one ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS enforcement_case_0_each ON true ORDER BY enforcement_case_0_each.number ASC, enforcement_case_0_each.id ASC 
 LIMIT 3) AS anon_11 UNION SELECT anon_12.number AS number, anon_12.id AS id 
FROM (SELECT enforcement_case_0.number AS number, enforcement_case_0.id AS id 
FROM enforcement_case AS enforcement_case_0 
WHERE enforcement_case_0.is_published ORDER BY enforcement_case_0.number ASC, enforcement_case_0.id ASC 
 LIMIT 3) AS anon_12) AS enforcement_case_0_keys ORDER BY enforcement_case_0_keys.number ASC, enforcement_case_0_keys.id ASC 
 LIMIT 3) AS enforcement_case_0_united ON enforcement_case_0_united.id = enforcement_case_0.id) AS enforcement_case_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($4::UUID AS uuid), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::UUID AS uuid), CAST($8::VARCHAR AS varchar), CAST($9::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
