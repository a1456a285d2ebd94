WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT case_file_review_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM case_file_review AS case_file_review_0 
WHERE case_file_review_0.reviewer_id = any($1::UUID[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM case_file_review AS case_file_review_0 
WHERE case_file_review_0.organization_id = any($1::UUID[]) AND (case_file_review_0.reviewer_id = any($1::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_2) AS case_file_review_0_each 
 LIMIT 10001) AS case_file_review_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"case":', coalesce((SELECT concat('{"cause":', to_json(enforcement_case_1.cause), ',"fileReviews":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM case_file_review AS case_file_review_2 
WHERE (case_file_review_2.organization_id = any($1::UUID[]) OR case_file_review_2.reviewer_id = any($1::UUID[])) AND case_file_review_2.case_id = enforcement_case_1.id 
 LIMIT 10001) AS case_file_review_2_some), 10001) AS TEXT), 'null'), '}}') AS json 
FROM enforcement_case AS enforcement_case_1 
WHERE enforcement_case_1.id = case_file_review_0_page.case_id AND (enforcement_case_1.organization_id = any($1::UUID[]) OR enforcement_case_1.offered_organization_id = any($1::UUID[]) OR enforcement_case_1.legal_reviewer_id = any($1::UUID[]) OR enforcement_case_1.is_published)), 'null'), ',"reviewer":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = case_file_review_0_page.reviewer_id), 'null'), ',"score":', case_file_review_0_page.score, ',"grade":"', case_file_review_0_page.grade, '","defects":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'CaseFileReview:', CAST(case_file_review_0_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"kind":"', case_file_defect_4.kind, '"}'), ',' ORDER BY case_file_defect_4.position, case_file_defect_4.review_id, case_file_defect_4.position), ']') AS json 
FROM case_file_defect AS case_file_defect_4 
WHERE (case_file_review_0_page.organization_id = any($1::UUID[]) OR case_file_review_0_page.reviewer_id = any($1::UUID[])) AND (case_file_review_0_page.organization_id = any($1::UUID[]) OR case_file_review_0_page.reviewer_id = any($1::UUID[])) AND case_file_defect_4.review_id = case_file_review_0_page.id), '}'), ',' ORDER BY case_file_review_0_page.reviewed_on ASC, case_file_review_0_page.id ASC), ']}') AS json 
FROM (SELECT case_file_review_0.version AS version, case_file_review_0.updated_at AS updated_at, case_file_review_0.id AS id, case_file_review_0.case_id AS case_id, case_file_review_0.organization_id AS organization_id, case_file_review_0.region_code AS region_code, case_file_review_0.field AS field, case_file_review_0.reviewer_id AS reviewer_id, case_file_review_0.reviewed_on AS reviewed_on, case_file_review_0.score AS score, case_file_review_0.has_failed AS has_failed, case_file_review_0.grade AS grade, case_file_review_0.opinion AS opinion 
FROM case_file_review AS case_file_review_0 JOIN (SELECT case_file_review_0_keys.reviewed_on AS reviewed_on, case_file_review_0_keys.id AS id 
FROM (SELECT anon_3.reviewed_on AS reviewed_on, anon_3.id AS id 
FROM (SELECT case_file_review_0_each.reviewed_on AS reviewed_on, case_file_review_0_each.id AS id 
FROM unnest($1::UUID[]) AS case_file_review_0_one JOIN LATERAL (SELECT case_file_review_0.reviewed_on AS reviewed_on, case_file_review_0.id AS id 
FROM case_file_review AS case_file_review_0 
WHERE case_file_review_0.organization_id = case_file_review_0_one ORDER BY case_file_review_0.reviewed_on ASC, case_file_review_0.id ASC 
 LIMIT 1) AS case_file_review_0_each ON true ORDER BY case_file_review_0_each.reviewed_on ASC, case_file_review_0_each.id ASC 
 LIMIT 1) AS anon_3 UNION SELECT anon_4.reviewed_on AS reviewed_on, anon_4.id AS id 
FROM (SELECT case_file_review_0_each.reviewed_on AS reviewed_on, case_file_review_0_each.id AS id 
FROM unnest($1::UUID[]) AS case_file_review_0_one JOIN LATERAL (SELECT case_file_review_0.reviewed_on AS reviewed_on, case_file_review_0.id AS id 
FROM case_file_review AS case_file_review_0 
WHERE case_file_review_0.reviewer_id = case_file_review_0_one ORDER BY case_file_review_0.reviewed_on ASC, case_file_review_0.id ASC 
 LIMIT 1) AS case_file_review_0_each ON true ORDER BY case_file_review_0_each.reviewed_on ASC, case_file_review_0_each.id ASC 
 LIMIT 1) AS anon_4) AS case_file_review_0_keys ORDER BY case_file_review_0_keys.reviewed_on ASC, case_file_review_0_keys.id ASC 
 LIMIT 1) AS case_file_review_0_united ON case_file_review_0_united.id = case_file_review_0.id) AS case_file_review_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($2::UUID AS uuid), CAST($3::UUID AS uuid), CAST($4::VARCHAR AS varchar), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
