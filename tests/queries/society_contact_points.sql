WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM contact_point AS contact_point_0 
WHERE left(contact_point_0.region_code, 4) = $1::VARCHAR AND contact_point_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS contact_point_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(contact_point_0_page.name), ',"creditCode":', to_json(contact_point_0_page.credit_code), ',"scale":"', contact_point_0_page.scale, '","ownership":"', contact_point_0_page.ownership, '","isAboveDesignatedSize":', CAST(contact_point_0_page.is_above_designated_size AS TEXT), ',"state":"', contact_point_0_page.state, '","region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = contact_point_0_page.region_code), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = contact_point_0_page.organization_id), 'null'), ',"visitFrequency":', (SELECT concat('{"visits":', contact_visit_3_count.visits, ',"least":', coalesce(CAST(contact_visit_3_rule.least AS TEXT), 'null'), ',"most":', coalesce(CAST(contact_visit_3_rule.most AS TEXT), 'null'), ',"standing":"', CASE WHEN (contact_visit_3_rule.least IS NULL) THEN 'NO_RULE' WHEN (contact_visit_3_count.visits < contact_visit_3_rule.least) THEN 'BELOW' WHEN (contact_visit_3_count.visits > contact_visit_3_rule.most) THEN 'ABOVE' ELSE 'WITHIN' END, '"}') AS json 
FROM LATERAL (SELECT (SELECT count(*) AS count_2 
FROM contact_visit AS contact_visit_3 
WHERE contact_visit_3.contact_point_id = contact_point_0_page.id AND EXTRACT(year FROM contact_visit_3.visited_on) = $3::INTEGER AND left(contact_visit_3.region_code, 4) = $1::VARCHAR) AS visits) AS contact_visit_3_count LEFT OUTER JOIN LATERAL (SELECT contact_visit_limit_4.least AS least, contact_visit_limit_4.most AS most 
FROM contact_visit_limit AS contact_visit_limit_4 
WHERE starts_with(contact_point_0_page.region_code, contact_visit_limit_4.region_code) AND contact_visit_limit_4.valid_from <= make_date($3::INTEGER, 12, 31) AND (contact_visit_limit_4.valid_to IS NULL OR contact_visit_limit_4.valid_to >= make_date($3::INTEGER, 12, 31)) ORDER BY length(contact_visit_limit_4.region_code) DESC, contact_visit_limit_4.valid_from DESC 
 LIMIT 1) AS contact_visit_3_rule ON true), ',"visits":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM contact_visit AS contact_visit_5 
WHERE left(contact_visit_5.region_code, 4) = $1::VARCHAR AND contact_visit_5.contact_point_id = contact_point_0_page.id 
 LIMIT 10001) AS contact_visit_5_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"method":"', contact_visit_5_page.method, '","visitedOn":"', to_char(contact_visit_5_page.visited_on, 'YYYY-MM-DD'), '","satisfaction":', contact_visit_5_page.satisfaction, ',"findings":', CASE WHEN (contact_visit_5_page.findings IS NULL) THEN 'null' WHEN (left(contact_visit_5_page.region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'ContactVisit:', CAST(contact_visit_5_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(contact_visit_5_page.findings) AS TEXT) ELSE 'null' END, ',"problems":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'ContactVisit:', CAST(contact_visit_5_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"text":', to_json(visit_problem_6.text), ',"field":', coalesce(('"' || visit_problem_6.field) || '"', 'null'), ',"isClue":', CAST(visit_problem_6.is_clue AS TEXT), '}'), ',' ORDER BY visit_problem_6.position, visit_problem_6.visit_id, visit_problem_6.position), ']') AS json 
FROM visit_problem AS visit_problem_6 
WHERE left(contact_visit_5_page.region_code, 4) = $1::VARCHAR AND left(contact_visit_5_page.region_code, 4) = $1::VARCHAR AND visit_problem_6.visit_id = contact_visit_5_page.id), '}'), ',' ORDER BY contact_visit_5_page.visited_on ASC, contact_visit_5_page.id ASC), ']}') AS json 
FROM (SELECT contact_visit_5.id AS id, contact_visit_5.contact_point_id AS contact_point_id, contact_visit_5.organization_id AS organization_id, contact_visit_5.region_code AS region_code, contact_visit_5.account_id AS account_id, contact_visit_5.method AS method, contact_visit_5.visited_on AS visited_on, contact_visit_5.findings AS findings, contact_visit_5.satisfaction AS satisfaction, contact_visit_5.response_id AS response_id, contact_visit_5.recorded_at AS recorded_at 
FROM contact_visit AS contact_visit_5 
WHERE left(contact_visit_5.region_code, 4) = $1::VARCHAR AND contact_visit_5.contact_point_id = contact_point_0_page.id ORDER BY contact_visit_5.visited_on ASC, contact_visit_5.id ASC 
 LIMIT 20) AS contact_visit_5_page 
HAVING true), ',"availableActions":[', concat_ws(',', CASE WHEN ((contact_point_0_page.state = 'NOMINATED' OR contact_point_0_page.state = 'SUSPENDED') AND contact_point_0_page.organization_id = any($4::UUID[])) THEN '"SET_UP"' END, CASE WHEN (contact_point_0_page.state = 'DESIGNATED' AND contact_point_0_page.organization_id = any($4::UUID[])) THEN '"RECORD_VISIT"' END, CASE WHEN (contact_point_0_page.state = 'DESIGNATED' AND contact_point_0_page.organization_id = any($4::UUID[])) THEN '"PAUSE"' END, CASE WHEN ((contact_point_0_page.state = 'NOMINATED' OR contact_point_0_page.state = 'DESIGNATED' OR contact_point_0_page.state = 'SUSPENDED') AND contact_point_0_page.organization_id = any($4::UUID[])) THEN '"WITHDRAW"' END), ']}'), ',' ORDER BY contact_point_0_page.name ASC, contact_point_0_page.id ASC), ']}') AS json 
FROM (SELECT contact_point_0.version AS version, contact_point_0.updated_at AS updated_at, contact_point_0.id AS id, contact_point_0.organization_id AS organization_id, contact_point_0.region_code AS region_code, contact_point_0.account_id AS account_id, contact_point_0.credit_code AS credit_code, contact_point_0.name AS name, contact_point_0.scale AS scale, contact_point_0.ownership AS ownership, contact_point_0.is_above_designated_size AS is_above_designated_size, contact_point_0.state AS state, contact_point_0.nominated_on AS nominated_on, contact_point_0.designated_on AS designated_on, contact_point_0.reason AS reason 
FROM contact_point AS contact_point_0 
WHERE left(contact_point_0.region_code, 4) = $1::VARCHAR AND contact_point_0.state = any($2::VARCHAR[]) ORDER BY contact_point_0.name ASC, contact_point_0.id ASC 
 LIMIT 3) AS contact_point_0_page 
HAVING true) AS r0, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM contact_visit AS contact_visit_7 
WHERE left(contact_visit_7.region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS contact_visit_7_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"visitedOn":"', to_char(contact_visit_7_page.visited_on, 'YYYY-MM-DD'), '","contactPoint":', coalesce((SELECT concat('{"name":', to_json(contact_point_8.name), '}') AS json 
FROM contact_point AS contact_point_8 
WHERE contact_point_8.id = contact_visit_7_page.contact_point_id AND left(contact_point_8.region_code, 4) = $1::VARCHAR), 'null'), '}'), ',' ORDER BY contact_visit_7_page.visited_on ASC, contact_visit_7_page.id ASC), ']}') AS json 
FROM (SELECT contact_visit_7.id AS id, contact_visit_7.contact_point_id AS contact_point_id, contact_visit_7.organization_id AS organization_id, contact_visit_7.region_code AS region_code, contact_visit_7.account_id AS account_id, contact_visit_7.method AS method, contact_visit_7.visited_on AS visited_on, contact_visit_7.findings AS findings, contact_visit_7.satisfaction AS satisfaction, contact_visit_7.response_id AS response_id, contact_visit_7.recorded_at AS recorded_at 
FROM contact_visit AS contact_visit_7 
WHERE left(contact_visit_7.region_code, 4) = $1::VARCHAR ORDER BY contact_visit_7.visited_on DESC, contact_visit_7.id DESC 
 LIMIT 1) AS contact_visit_7_page 
HAVING true) AS r1, (SELECT concat('{"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_10.name), '}') AS json 
FROM region AS region_10 
WHERE region_10.code = contact_visit_limit_9_page.region_code), 'null'), ',"least":', contact_visit_limit_9_page.least, ',"most":', contact_visit_limit_9_page.most, ',"legalBasis":', to_json(contact_visit_limit_9_page.legal_basis), ',"authority":"', contact_visit_limit_9_page.authority, '","validFrom":"', to_char(contact_visit_limit_9_page.valid_from, 'YYYY-MM-DD'), '"}'), ',' ORDER BY contact_visit_limit_9_page.region_code ASC, contact_visit_limit_9_page.id ASC), ']}') AS json 
FROM (SELECT contact_visit_limit_9.version AS version, contact_visit_limit_9.updated_at AS updated_at, contact_visit_limit_9.id AS id, contact_visit_limit_9.region_code AS region_code, contact_visit_limit_9.least AS least, contact_visit_limit_9.most AS most, contact_visit_limit_9.legal_basis AS legal_basis, contact_visit_limit_9.authority AS authority, contact_visit_limit_9.valid_from AS valid_from, contact_visit_limit_9.valid_to AS valid_to 
FROM contact_visit_limit AS contact_visit_limit_9 
WHERE true ORDER BY contact_visit_limit_9.region_code ASC, contact_visit_limit_9.id ASC 
 LIMIT 20) AS contact_visit_limit_9_page 
HAVING true) AS r2), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($5::UUID AS uuid), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::UUID AS uuid), CAST($9::VARCHAR AS varchar), CAST($10::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1, answer.r2), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1, convert_to(answer.r2, 'UTF8') AS r2 
FROM answer
