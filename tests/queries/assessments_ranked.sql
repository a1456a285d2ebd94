WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT assessment_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM assessment AS assessment_0 
WHERE left(assessment_0.visible_region_code, 4) = $1::VARCHAR AND left(assessment_0.region_code, 6) = $2::VARCHAR AND assessment_0.period_to = $3::DATE 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM assessment AS assessment_0 
WHERE assessment_0.assessor_id = any($4::UUID[]) AND (left(assessment_0.visible_region_code, 4) = $1::VARCHAR) IS NOT true AND left(assessment_0.region_code, 6) = $2::VARCHAR AND assessment_0.period_to = $3::DATE 
 LIMIT 10001) AS anon_2) AS assessment_0_each 
 LIMIT 10001) AS assessment_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = assessment_0_page.organization_id), 'null'), ',"assessor":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = assessment_0_page.assessor_id), 'null'), ',"level":"', assessment_0_page.level, '","periodFrom":"', to_char(assessment_0_page.period_from, 'YYYY-MM-DD'), '","periodTo":"', to_char(assessment_0_page.period_to, 'YYYY-MM-DD'), '","state":"', assessment_0_page.state, '","total":"', assessment_0_page.total, '","objection":', CASE WHEN (assessment_0_page.objection IS NULL) THEN 'null' WHEN (assessment_0_page.assessor_id = any($4::UUID[]) OR left(assessment_0_page.visible_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'Assessment:', CAST(assessment_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(assessment_0_page.objection) AS TEXT) ELSE 'null' END, ',"conclusion":', CASE WHEN (assessment_0_page.conclusion IS NULL) THEN 'null' WHEN (assessment_0_page.assessor_id = any($4::UUID[]) OR left(assessment_0_page.visible_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'Assessment:', CAST(assessment_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(assessment_0_page.conclusion) AS TEXT) ELSE 'null' END, ',"rule":', coalesce((SELECT concat('{"legalBasis":', to_json(assessment_rule_3.legal_basis), ',"authority":"', assessment_rule_3.authority, '"}') AS json 
FROM assessment_rule AS assessment_rule_3 
WHERE assessment_rule_3.id = assessment_0_page.rule_id), 'null'), ',"lines":', (SELECT concat('[', string_agg(concat('{"criterion":"', assessment_line_4.criterion, '","weight":"', assessment_line_4.weight, '","pointsPerItem":', coalesce(('"' || assessment_line_4.points_per_item) || '"', 'null'), ',"value":', coalesce(('"' || assessment_line_4.value) || '"', 'null'), ',"sample":', assessment_line_4.sample, ',"score":', coalesce(('"' || assessment_line_4.score) || '"', 'null'), ',"effectiveWeight":"', assessment_line_4.effective_weight, '","contribution":"', assessment_line_4.contribution, '"}'), ',' ORDER BY assessment_line_4.position, assessment_line_4.assessment_id, assessment_line_4.criterion), ']') AS json 
FROM assessment_line AS assessment_line_4 
WHERE (assessment_0_page.assessor_id = any($4::UUID[]) OR left(assessment_0_page.visible_region_code, 4) = $1::VARCHAR) AND assessment_line_4.assessment_id = assessment_0_page.id), '}'), ',' ORDER BY assessment_0_page.total DESC, assessment_0_page.id DESC), ']}') AS json 
FROM (SELECT assessment_0.version AS version, assessment_0.updated_at AS updated_at, assessment_0.id AS id, assessment_0.assessor_id AS assessor_id, assessment_0.organization_id AS organization_id, assessment_0.region_code AS region_code, assessment_0.field AS field, assessment_0.level AS level, assessment_0.visible_organization_id AS visible_organization_id, assessment_0.visible_region_code AS visible_region_code, assessment_0.visible_field AS visible_field, assessment_0.rule_id AS rule_id, assessment_0.round_id AS round_id, assessment_0.period_from AS period_from, assessment_0.period_to AS period_to, assessment_0.state AS state, assessment_0.total AS total, assessment_0.objection AS objection, assessment_0.conclusion AS conclusion, assessment_0.drawn_up_at AS drawn_up_at, assessment_0.published_at AS published_at, assessment_0.objected_at AS objected_at, assessment_0.concluded_at AS concluded_at, assessment_0.next_due_at AS next_due_at, assessment_0.next_near_at AS next_near_at 
FROM assessment AS assessment_0 JOIN (SELECT assessment_0_keys.total AS total, assessment_0_keys.id AS id 
FROM (SELECT anon_3.total AS total, anon_3.id AS id 
FROM (SELECT assessment_0_each.total AS total, assessment_0_each.id AS id 
FROM unnest($4::UUID[]) AS assessment_0_one JOIN LATERAL (SELECT assessment_0.total AS total, assessment_0.id AS id 
FROM assessment AS assessment_0 
WHERE assessment_0.assessor_id = assessment_0_one AND left(assessment_0.region_code, 6) = $2::VARCHAR AND assessment_0.period_to = $3::DATE ORDER BY assessment_0.total DESC, assessment_0.id DESC 
 LIMIT 10) AS assessment_0_each ON true ORDER BY assessment_0_each.total DESC, assessment_0_each.id DESC 
 LIMIT 10) AS anon_3 UNION SELECT anon_4.total AS total, anon_4.id AS id 
FROM (SELECT assessment_0.total AS total, assessment_0.id AS id 
FROM assessment AS assessment_0 
WHERE left(assessment_0.visible_region_code, 4) = $1::VARCHAR AND left(assessment_0.region_code, 6) = $2::VARCHAR AND assessment_0.period_to = $3::DATE ORDER BY assessment_0.total DESC, assessment_0.id DESC 
 LIMIT 10) AS anon_4) AS assessment_0_keys ORDER BY assessment_0_keys.total DESC, assessment_0_keys.id DESC 
 LIMIT 10) AS assessment_0_united ON assessment_0_united.id = assessment_0.id) AS assessment_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($5::UUID AS uuid), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::UUID AS uuid), CAST($9::VARCHAR AS varchar), CAST($10::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
