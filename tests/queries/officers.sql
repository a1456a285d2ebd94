WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM officer AS officer_0 
WHERE officer_0.region_code = $1::VARCHAR 
 LIMIT 10001) AS officer_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"number":', CASE WHEN (officer_0_page.number IS NULL) THEN 'null' WHEN (officer_0_page.region_code = $1::VARCHAR) THEN concat(E'\x03', 'Officer:', CAST(officer_0_page.id AS TEXT), ':OFFICER_NUMBER', E'\x02') || CAST(to_json(officer_0_page.number) AS TEXT) WHEN false THEN CAST(to_json(left(officer_0_page.number, 4) || '****') AS TEXT) ELSE 'null' END, ',"name":', to_json(officer_0_page.name), ',"certificates":', (SELECT concat('{"nodes":[', string_agg(concat('{"kind":"', certificate_1_page.kind, '","state":"', CASE WHEN (certificate_1_page.state != 'REVOKED' AND certificate_1_page.valid_to < (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN 'EXPIRED' ELSE concat(certificate_1_page.state) END, '","number":', CASE WHEN (certificate_1_page.number IS NULL) THEN 'null' WHEN (certificate_1_page.region_code = $1::VARCHAR) THEN concat(E'\x03', 'Certificate:', CAST(certificate_1_page.id AS TEXT), ':OFFICER_NUMBER', E'\x02') || CAST(to_json(certificate_1_page.number) AS TEXT) WHEN false THEN CAST(to_json(left(certificate_1_page.number, 4) || '****') AS TEXT) ELSE 'null' END, ',"validTo":"', to_char(certificate_1_page.valid_to, 'YYYY-MM-DD'), '","availableActions":[', '', ']}'), ',' ORDER BY certificate_1_page.region_code ASC, certificate_1_page.id ASC), ']}') AS json 
FROM (SELECT certificate_1.version AS version, certificate_1.updated_at AS updated_at, certificate_1.id AS id, certificate_1.officer_id AS officer_id, certificate_1.organization_id AS organization_id, certificate_1.region_code AS region_code, certificate_1.field AS field, certificate_1.kind AS kind, certificate_1.number AS number, certificate_1.state AS state, certificate_1.valid_from AS valid_from, certificate_1.valid_to AS valid_to, certificate_1.reason AS reason 
FROM certificate AS certificate_1 
WHERE certificate_1.region_code = $1::VARCHAR AND certificate_1.officer_id = officer_0_page.id ORDER BY certificate_1.region_code ASC, certificate_1.id ASC 
 LIMIT 20) AS certificate_1_page 
HAVING true), '}'), ',' ORDER BY officer_0_page.region_code ASC, officer_0_page.id ASC), ']}') AS json 
FROM (SELECT officer_0.version AS version, officer_0.updated_at AS updated_at, officer_0.id AS id, officer_0.number AS number, officer_0.name AS name, officer_0.organization_id AS organization_id, officer_0.region_code AS region_code, officer_0.field AS field, officer_0.account_id AS account_id, officer_0.born_on AS born_on, officer_0.in_established_post AS in_established_post, officer_0.is_legal_reviewer AS is_legal_reviewer, officer_0.examination_passed_on AS examination_passed_on, officer_0.left_on AS left_on 
FROM officer AS officer_0 
WHERE officer_0.region_code = $1::VARCHAR ORDER BY officer_0.region_code ASC, officer_0.id ASC 
 LIMIT 2) AS officer_0_page 
HAVING true) AS r0, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM certificate AS certificate_2 
WHERE certificate_2.region_code = $1::VARCHAR 
 LIMIT 10001) AS certificate_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"state":"', CASE WHEN (certificate_2_page.state != 'REVOKED' AND certificate_2_page.valid_to < (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN 'EXPIRED' ELSE concat(certificate_2_page.state) END, '","reason":', CASE WHEN (certificate_2_page.reason IS NULL) THEN 'null' WHEN (certificate_2_page.region_code = $1::VARCHAR) THEN concat(E'\x03', 'Certificate:', CAST(certificate_2_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(certificate_2_page.reason) AS TEXT) ELSE 'null' END, '}'), ',' ORDER BY certificate_2_page.valid_to ASC, certificate_2_page.id ASC), ']}') AS json 
FROM (SELECT certificate_2.version AS version, certificate_2.updated_at AS updated_at, certificate_2.id AS id, certificate_2.officer_id AS officer_id, certificate_2.organization_id AS organization_id, certificate_2.region_code AS region_code, certificate_2.field AS field, certificate_2.kind AS kind, certificate_2.number AS number, certificate_2.state AS state, certificate_2.valid_from AS valid_from, certificate_2.valid_to AS valid_to, certificate_2.reason AS reason 
FROM certificate AS certificate_2 
WHERE certificate_2.region_code = $1::VARCHAR ORDER BY certificate_2.valid_to ASC, certificate_2.id ASC 
 LIMIT 2) AS certificate_2_page 
HAVING true) AS r1), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($2::UUID AS uuid), CAST($3::UUID AS uuid), CAST($4::VARCHAR AS varchar), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1 
FROM answer
