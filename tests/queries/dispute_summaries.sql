WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT coordination_dispute_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.government_id = any($1::UUID[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.coordinator_id = any($1::UUID[]) AND (coordination_dispute_0.government_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.respondent_id = any($1::UUID[]) AND (coordination_dispute_0.government_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.coordinator_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_3 UNION ALL SELECT anon_4.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.applicant_id = any($1::UUID[]) AND (coordination_dispute_0.government_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.coordinator_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.respondent_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_4 UNION ALL SELECT anon_5.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE left(coordination_dispute_0.respondent_region_code, 6) = $2::VARCHAR AND (coordination_dispute_0.government_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.coordinator_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.respondent_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.applicant_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_5 UNION ALL SELECT anon_6.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_0 
WHERE left(coordination_dispute_0.applicant_region_code, 6) = $2::VARCHAR AND (coordination_dispute_0.government_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.coordinator_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.respondent_id = any($1::UUID[])) IS NOT true AND (coordination_dispute_0.applicant_id = any($1::UUID[])) IS NOT true AND (left(coordination_dispute_0.respondent_region_code, 6) = $2::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_6) AS coordination_dispute_0_each 
 LIMIT 10001) AS coordination_dispute_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"subject":', to_json(coordination_dispute_0_page.subject), ',"state":"', coordination_dispute_0_page.state, '","isShirking":', CAST(coordination_dispute_0_page.is_shirking AS TEXT), ',"case":', coalesce((SELECT concat('{"number":', to_json(enforcement_case_1.number), '}') AS json 
FROM enforcement_case AS enforcement_case_1 
WHERE enforcement_case_1.id = coordination_dispute_0_page.case_id AND enforcement_case_1.is_published), 'null'), ',"transfer":', coalesce((SELECT concat('{"reason":', CASE WHEN (case_transfer_2.reason IS NULL) THEN 'null' WHEN false THEN concat(E'\x03', 'CaseTransfer:', CAST(case_transfer_2.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_transfer_2.reason) AS TEXT) ELSE 'null' END, '}') AS json 
FROM case_transfer AS case_transfer_2 
WHERE case_transfer_2.id = coordination_dispute_0_page.transfer_id AND false), 'null'), ',"availableActions":[', concat_ws(',', CASE WHEN (coordination_dispute_0_page.state = 'ESCALATED' AND NOT coordination_dispute_0_page.is_ended AND coordination_dispute_0_page.government_id = any($1::UUID[])) THEN '"DECIDE"' END), ']}'), ',' ORDER BY coordination_dispute_0_page.created_at ASC, coordination_dispute_0_page.id ASC), ']}') AS json 
FROM (SELECT coordination_dispute_0.version AS version, coordination_dispute_0.updated_at AS updated_at, coordination_dispute_0.id AS id, coordination_dispute_0.subject AS subject, coordination_dispute_0.state AS state, coordination_dispute_0.transfer_id AS transfer_id, coordination_dispute_0.case_id AS case_id, coordination_dispute_0.applicant_id AS applicant_id, coordination_dispute_0.applicant_region_code AS applicant_region_code, coordination_dispute_0.applicant_field AS applicant_field, coordination_dispute_0.respondent_id AS respondent_id, coordination_dispute_0.respondent_region_code AS respondent_region_code, coordination_dispute_0.respondent_field AS respondent_field, coordination_dispute_0.coordinator_id AS coordinator_id, coordination_dispute_0.government_id AS government_id, coordination_dispute_0.deciding_id AS deciding_id, coordination_dispute_0.is_shirking AS is_shirking, coordination_dispute_0.application AS application, coordination_dispute_0.is_applied_by_applicant AS is_applied_by_applicant, coordination_dispute_0.supplement_asked AS supplement_asked, coordination_dispute_0.supplement AS supplement, coordination_dispute_0.is_supplement_asked AS is_supplement_asked, coordination_dispute_0.agreement AS agreement, coordination_dispute_0.opinion AS opinion, coordination_dispute_0.government_decision AS government_decision, coordination_dispute_0.designated_id AS designated_id, coordination_dispute_0.end_reason AS end_reason, coordination_dispute_0.is_ended AS is_ended, coordination_dispute_0.created_at AS created_at, coordination_dispute_0.ended_at AS ended_at, coordination_dispute_0.next_due_at AS next_due_at, coordination_dispute_0.next_near_at AS next_near_at 
FROM coordination_dispute AS coordination_dispute_0 JOIN (SELECT coordination_dispute_0_keys.created_at AS created_at, coordination_dispute_0_keys.id AS id 
FROM (SELECT anon_7.created_at AS created_at, anon_7.id AS id 
FROM (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE left(coordination_dispute_0.applicant_region_code, 6) = $2::VARCHAR ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS anon_7 UNION SELECT anon_8.created_at AS created_at, anon_8.id AS id 
FROM (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE left(coordination_dispute_0.respondent_region_code, 6) = $2::VARCHAR ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS anon_8 UNION SELECT anon_9.created_at AS created_at, anon_9.id AS id 
FROM (SELECT coordination_dispute_0_each.created_at AS created_at, coordination_dispute_0_each.id AS id 
FROM unnest($1::UUID[]) AS coordination_dispute_0_one JOIN LATERAL (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.applicant_id = coordination_dispute_0_one ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS coordination_dispute_0_each ON true ORDER BY coordination_dispute_0_each.created_at ASC, coordination_dispute_0_each.id ASC 
 LIMIT 2) AS anon_9 UNION SELECT anon_10.created_at AS created_at, anon_10.id AS id 
FROM (SELECT coordination_dispute_0_each.created_at AS created_at, coordination_dispute_0_each.id AS id 
FROM unnest($1::UUID[]) AS coordination_dispute_0_one JOIN LATERAL (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.respondent_id = coordination_dispute_0_one ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS coordination_dispute_0_each ON true ORDER BY coordination_dispute_0_each.created_at ASC, coordination_dispute_0_each.id ASC 
 LIMIT 2) AS anon_10 UNION SELECT anon_11.created_at AS created_at, anon_11.id AS id 
FROM (SELECT coordination_dispute_0_each.created_at AS created_at, coordination_dispute_0_each.id AS id 
FROM unnest($1::UUID[]) AS coordination_dispute_0_one JOIN LATERAL (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.coordinator_id = coordination_dispute_0_one ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS coordination_dispute_0_each ON true ORDER BY coordination_dispute_0_each.created_at ASC, coordination_dispute_0_each.id ASC 
 LIMIT 2) AS anon_11 UNION SELECT anon_12.created_at AS created_at, anon_12.id AS id 
FROM (SELECT coordination_dispute_0_each.created_at AS created_at, coordination_dispute_0_each.id AS id 
FROM unnest($1::UUID[]) AS coordination_dispute_0_one JOIN LATERAL (SELECT coordination_dispute_0.created_at AS created_at, coordination_dispute_0.id AS id 
FROM coordination_dispute AS coordination_dispute_0 
WHERE coordination_dispute_0.government_id = coordination_dispute_0_one ORDER BY coordination_dispute_0.created_at ASC, coordination_dispute_0.id ASC 
 LIMIT 2) AS coordination_dispute_0_each ON true ORDER BY coordination_dispute_0_each.created_at ASC, coordination_dispute_0_each.id ASC 
 LIMIT 2) AS anon_12) AS coordination_dispute_0_keys ORDER BY coordination_dispute_0_keys.created_at ASC, coordination_dispute_0_keys.id ASC 
 LIMIT 2) AS coordination_dispute_0_united ON coordination_dispute_0_united.id = coordination_dispute_0.id) AS coordination_dispute_0_page 
HAVING true) AS r0, concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_3 
WHERE enforcement_case_3.is_published AND NOT enforcement_case_3.is_published 
 LIMIT 10001) AS enforcement_case_3_some), 10001) AS TEXT), 'null'), '}') AS r1), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1 
FROM answer
