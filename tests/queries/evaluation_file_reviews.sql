WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM case_file_review AS case_file_review_0 
WHERE left(case_file_review_0.region_code, 6) = $1::VARCHAR AND left(case_file_review_0.region_code, 6) = $2::VARCHAR 
 LIMIT 10001) AS case_file_review_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"case":', coalesce((SELECT concat('{"number":', to_json(enforcement_case_1.number), ',"state":"', enforcement_case_1.state, '"}') AS json 
FROM enforcement_case AS enforcement_case_1 
WHERE enforcement_case_1.id = case_file_review_0_page.case_id AND (left(enforcement_case_1.region_code, 6) = $1::VARCHAR OR left(enforcement_case_1.offered_region_code, 6) = $1::VARCHAR OR enforcement_case_1.is_published)), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = case_file_review_0_page.organization_id), 'null'), ',"reviewer":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = case_file_review_0_page.reviewer_id), 'null'), ',"reviewedOn":"', to_char(case_file_review_0_page.reviewed_on, 'YYYY-MM-DD'), '","score":', case_file_review_0_page.score, ',"hasFailed":', CAST(case_file_review_0_page.has_failed AS TEXT), ',"grade":"', case_file_review_0_page.grade, '","opinion":', CASE WHEN (case_file_review_0_page.opinion IS NULL) THEN 'null' WHEN (left(case_file_review_0_page.region_code, 6) = $1::VARCHAR) THEN concat(E'\x03', 'CaseFileReview:', CAST(case_file_review_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_file_review_0_page.opinion) AS TEXT) ELSE 'null' END, ',"defects":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'CaseFileReview:', CAST(case_file_review_0_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"kind":"', case_file_defect_4.kind, '","points":', case_file_defect_4.points, ',"fails":', CAST(case_file_defect_4.fails AS TEXT), ',"note":', coalesce(CAST(to_json(case_file_defect_4.note) AS TEXT), 'null'), '}'), ',' ORDER BY case_file_defect_4.position, case_file_defect_4.review_id, case_file_defect_4.position), ']') AS json 
FROM case_file_defect AS case_file_defect_4 
WHERE left(case_file_review_0_page.region_code, 6) = $1::VARCHAR AND left(case_file_review_0_page.region_code, 6) = $1::VARCHAR AND case_file_defect_4.review_id = case_file_review_0_page.id), '}'), ',' ORDER BY case_file_review_0_page.score ASC, case_file_review_0_page.id ASC), ']}') AS json 
FROM (SELECT case_file_review_0.version AS version, case_file_review_0.updated_at AS updated_at, case_file_review_0.id AS id, case_file_review_0.case_id AS case_id, case_file_review_0.organization_id AS organization_id, case_file_review_0.region_code AS region_code, case_file_review_0.field AS field, case_file_review_0.reviewer_id AS reviewer_id, case_file_review_0.reviewed_on AS reviewed_on, case_file_review_0.score AS score, case_file_review_0.has_failed AS has_failed, case_file_review_0.grade AS grade, case_file_review_0.opinion AS opinion 
FROM case_file_review AS case_file_review_0 
WHERE left(case_file_review_0.region_code, 6) = $1::VARCHAR AND left(case_file_review_0.region_code, 6) = $2::VARCHAR ORDER BY case_file_review_0.score ASC, case_file_review_0.id ASC 
 LIMIT 3) AS case_file_review_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
