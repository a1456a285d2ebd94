SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT duty_item_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.is_public AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.publisher_id = any($3::UUID[]) AND duty_item_0.is_public IS NOT true AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.organization_id = any($3::UUID[]) AND duty_item_0.is_public IS NOT true AND (duty_item_0.publisher_id = any($3::UUID[])) IS NOT true AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_3 UNION ALL SELECT anon_4.one AS one 
FROM (SELECT 1 AS one 
FROM duty_item AS duty_item_0 
WHERE left(duty_item_0.region_code, 6) = $4::VARCHAR AND duty_item_0.field = $5::VARCHAR AND duty_item_0.is_public IS NOT true AND (duty_item_0.publisher_id = any($3::UUID[])) IS NOT true AND (duty_item_0.organization_id = any($3::UUID[])) IS NOT true AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_4) AS duty_item_0_each 
 LIMIT 10001) AS duty_item_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"code":', to_json(duty_item_0_page.code), ',"edition":', duty_item_0_page.edition, ',"name":', to_json(duty_item_0_page.name), ',"actType":"', duty_item_0_page.act_type, '","law":', to_json(duty_item_0_page.law), ',"article":', to_json(duty_item_0_page.article), ',"method":', to_json(duty_item_0_page.method), ',"responsibility":', to_json(duty_item_0_page.responsibility), ',"legalReview":"', duty_item_0_page.legal_review, '","fineFloor":', coalesce(('"' || duty_item_0_page.fine_floor) || '"', 'null'), ',"fineCeiling":', coalesce(('"' || duty_item_0_page.fine_ceiling) || '"', 'null'), ',"predecessor":', coalesce((SELECT concat('{"edition":', duty_item_1.edition, ',"method":', to_json(duty_item_1.method), ',"state":"', duty_item_1.state, '","validTo":', coalesce(('"' || to_char(duty_item_1.valid_to, 'YYYY-MM-DD')) || '"', 'null'), '}') AS json 
FROM duty_item AS duty_item_1 
WHERE duty_item_1.id = duty_item_0_page.predecessor_id AND (left(duty_item_1.region_code, 6) = $4::VARCHAR AND duty_item_1.field = $5::VARCHAR OR duty_item_1.organization_id = any($3::UUID[]) OR duty_item_1.publisher_id = any($3::UUID[]) OR duty_item_1.is_public)), 'null'), ',"assignments":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM duty_assignment AS duty_assignment_2 
WHERE true AND duty_assignment_2.duty_item_id = duty_item_0_page.id 
 LIMIT 10001) AS duty_assignment_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"state":"', duty_assignment_2_page.state, '","assignedOn":"', to_char(duty_assignment_2_page.assigned_on, 'YYYY-MM-DD'), '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = duty_assignment_2_page.organization_id), 'null'), '}'), ',' ORDER BY duty_assignment_2_page.region_code ASC, duty_assignment_2_page.id ASC), ']}') AS json 
FROM (SELECT duty_assignment_2.version AS version, duty_assignment_2.updated_at AS updated_at, duty_assignment_2.id AS id, duty_assignment_2.duty_item_id AS duty_item_id, duty_assignment_2.owner_id AS owner_id, duty_assignment_2.duty_code AS duty_code, duty_assignment_2.organization_id AS organization_id, duty_assignment_2.region_code AS region_code, duty_assignment_2.publisher_id AS publisher_id, duty_assignment_2.state AS state, duty_assignment_2.assigned_on AS assigned_on, duty_assignment_2.taken_back_on AS taken_back_on, duty_assignment_2.reason AS reason 
FROM duty_assignment AS duty_assignment_2 
WHERE true AND duty_assignment_2.duty_item_id = duty_item_0_page.id ORDER BY duty_assignment_2.region_code ASC, duty_assignment_2.id ASC 
 LIMIT 1) AS duty_assignment_2_page 
HAVING true), ',"availableActions":[', concat_ws(',', CASE WHEN (duty_item_0_page.state = 'DRAFT' AND duty_item_0_page.organization_id = any($3::UUID[])) THEN '"REVIEW"' END, CASE WHEN ((duty_item_0_page.state = 'DRAFT' OR duty_item_0_page.state = 'REVIEWED') AND duty_item_0_page.organization_id = any($3::UUID[])) THEN '"RETURN"' END), ']}'), ',' ORDER BY duty_item_0_page.code ASC, duty_item_0_page.id ASC), ']}') AS json 
FROM (SELECT duty_item_0.version AS version, duty_item_0.updated_at AS updated_at, duty_item_0.id AS id, duty_item_0.code AS code, duty_item_0.edition AS edition, duty_item_0.predecessor_id AS predecessor_id, duty_item_0.name AS name, duty_item_0.act_type AS act_type, duty_item_0.law AS law, duty_item_0.article AS article, duty_item_0.organization_id AS organization_id, duty_item_0.region_code AS region_code, duty_item_0.level AS level, duty_item_0.field AS field, duty_item_0.publisher_id AS publisher_id, duty_item_0.content AS content, duty_item_0.method AS method, duty_item_0.responsibility AS responsibility, duty_item_0.source AS source, duty_item_0.legal_review AS legal_review, duty_item_0.fine_floor AS fine_floor, duty_item_0.fine_ceiling AS fine_ceiling, duty_item_0.is_assignable AS is_assignable, duty_item_0.state AS state, duty_item_0.is_public AS is_public, duty_item_0.valid_from AS valid_from, duty_item_0.valid_to AS valid_to, duty_item_0.reason AS reason 
FROM duty_item AS duty_item_0 JOIN (SELECT duty_item_0_keys.code AS code, duty_item_0_keys.id AS id 
FROM (SELECT anon_5.code AS code, anon_5.id AS id 
FROM (SELECT duty_item_0.code AS code, duty_item_0.id AS id 
FROM duty_item AS duty_item_0 
WHERE left(duty_item_0.region_code, 6) = $4::VARCHAR AND duty_item_0.field = $5::VARCHAR AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) ORDER BY duty_item_0.code ASC, duty_item_0.id ASC 
 LIMIT 3) AS anon_5 UNION SELECT anon_6.code AS code, anon_6.id AS id 
FROM (SELECT duty_item_0_each.code AS code, duty_item_0_each.id AS id 
FROM unnest($3::UUID[]) AS duty_item_0_one JOIN LATERAL (SELECT duty_item_0.code AS code, duty_item_0.id AS id 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.organization_id = duty_item_0_one AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) ORDER BY duty_item_0.code ASC, duty_item_0.id ASC 
 LIMIT 3) AS duty_item_0_each ON true ORDER BY duty_item_0_each.code ASC, duty_item_0_each.id ASC 
 LIMIT 3) AS anon_6 UNION SELECT anon_7.code AS code, anon_7.id AS id 
FROM (SELECT duty_item_0_each.code AS code, duty_item_0_each.id AS id 
FROM unnest($3::UUID[]) AS duty_item_0_one JOIN LATERAL (SELECT duty_item_0.code AS code, duty_item_0.id AS id 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.publisher_id = duty_item_0_one AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) ORDER BY duty_item_0.code ASC, duty_item_0.id ASC 
 LIMIT 3) AS duty_item_0_each ON true ORDER BY duty_item_0_each.code ASC, duty_item_0_each.id ASC 
 LIMIT 3) AS anon_7 UNION SELECT anon_8.code AS code, anon_8.id AS id 
FROM (SELECT duty_item_0.code AS code, duty_item_0.id AS id 
FROM duty_item AS duty_item_0 
WHERE duty_item_0.is_public AND duty_item_0.organization_id = $1::UUID AND duty_item_0.state = any($2::VARCHAR[]) ORDER BY duty_item_0.code ASC, duty_item_0.id ASC 
 LIMIT 3) AS anon_8) AS duty_item_0_keys ORDER BY duty_item_0_keys.code ASC, duty_item_0_keys.id ASC 
 LIMIT 3) AS duty_item_0_united ON duty_item_0_united.id = duty_item_0.id) AS duty_item_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"dutyItem":', coalesce((SELECT concat('{"name":', to_json(duty_item_5.name), '}') AS json 
FROM duty_item AS duty_item_5 
WHERE duty_item_5.id = duty_assignment_4_page.duty_item_id AND (left(duty_item_5.region_code, 6) = $4::VARCHAR AND duty_item_5.field = $5::VARCHAR OR duty_item_5.organization_id = any($3::UUID[]) OR duty_item_5.publisher_id = any($3::UUID[]) OR duty_item_5.is_public)), 'null'), ',"availableActions":[', '', ']}'), ',' ORDER BY duty_assignment_4_page.region_code ASC, duty_assignment_4_page.id ASC), ']}') AS json 
FROM (SELECT duty_assignment_4.version AS version, duty_assignment_4.updated_at AS updated_at, duty_assignment_4.id AS id, duty_assignment_4.duty_item_id AS duty_item_id, duty_assignment_4.owner_id AS owner_id, duty_assignment_4.duty_code AS duty_code, duty_assignment_4.organization_id AS organization_id, duty_assignment_4.region_code AS region_code, duty_assignment_4.publisher_id AS publisher_id, duty_assignment_4.state AS state, duty_assignment_4.assigned_on AS assigned_on, duty_assignment_4.taken_back_on AS taken_back_on, duty_assignment_4.reason AS reason 
FROM duty_assignment AS duty_assignment_4 
WHERE duty_assignment_4.state = any($6::VARCHAR[]) ORDER BY duty_assignment_4.region_code ASC, duty_assignment_4.id ASC 
 LIMIT 2) AS duty_assignment_4_page 
HAVING true), 'UTF8') AS r1
