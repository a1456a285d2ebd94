SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM organization AS organization_0 
WHERE left(organization_0.region_code, 9) = $1::VARCHAR AND organization_0.kind = any($2::VARCHAR[]) 
 LIMIT 10001) AS organization_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(organization_0_page.name), '}'), ',' ORDER BY organization_0_page.name ASC, organization_0_page.id ASC), ']}') AS json 
FROM (SELECT organization_0.id AS id, organization_0.name AS name, organization_0.kind AS kind, organization_0.level AS level, organization_0.region_code AS region_code, organization_0.field AS field, organization_0.credit_code AS credit_code, organization_0.government_id AS government_id, organization_0.superior_id AS superior_id, organization_0.department_id AS department_id 
FROM organization AS organization_0 
WHERE left(organization_0.region_code, 9) = $1::VARCHAR AND organization_0.kind = any($2::VARCHAR[]) ORDER BY organization_0.name ASC, organization_0.id ASC 
 LIMIT 3) AS organization_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(organization_1_page.name), ',"level":"', organization_1_page.level, '"}'), ',' ORDER BY organization_1_page.region_code ASC, organization_1_page.id ASC), ']}') AS json 
FROM (SELECT organization_1.id AS id, organization_1.name AS name, organization_1.kind AS kind, organization_1.level AS level, organization_1.region_code AS region_code, organization_1.field AS field, organization_1.credit_code AS credit_code, organization_1.government_id AS government_id, organization_1.superior_id AS superior_id, organization_1.department_id AS department_id 
FROM organization AS organization_1 
WHERE organization_1.level = any($3::VARCHAR[]) AND organization_1.field = any($4::VARCHAR[]) ORDER BY organization_1.region_code ASC, organization_1.id ASC 
 LIMIT 20) AS organization_1_page 
HAVING true), 'UTF8') AS r1, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(organization_2_page.name), '}'), ',' ORDER BY organization_2_page.region_code ASC, organization_2_page.id ASC), ']}') AS json 
FROM (SELECT organization_2.id AS id, organization_2.name AS name, organization_2.kind AS kind, organization_2.level AS level, organization_2.region_code AS region_code, organization_2.field AS field, organization_2.credit_code AS credit_code, organization_2.government_id AS government_id, organization_2.superior_id AS superior_id, organization_2.department_id AS department_id 
FROM organization AS organization_2 
WHERE organization_2.level = any($5::VARCHAR[]) AND strpos(organization_2.name, $6::VARCHAR) > 0 ORDER BY organization_2.region_code ASC, organization_2.id ASC 
 LIMIT 20) AS organization_2_page 
HAVING true), 'UTF8') AS r2, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM organization AS organization_3 
WHERE organization_3.kind = any($7::VARCHAR[]) AND organization_3.government_id = $8::UUID 
 LIMIT 10001) AS organization_3_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r3, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM organization AS organization_4 
WHERE organization_4.superior_id = $9::UUID 
 LIMIT 10001) AS organization_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(organization_4_page.name), '}'), ',' ORDER BY organization_4_page.region_code ASC, organization_4_page.id ASC), ']}') AS json 
FROM (SELECT organization_4.id AS id, organization_4.name AS name, organization_4.kind AS kind, organization_4.level AS level, organization_4.region_code AS region_code, organization_4.field AS field, organization_4.credit_code AS credit_code, organization_4.government_id AS government_id, organization_4.superior_id AS superior_id, organization_4.department_id AS department_id 
FROM organization AS organization_4 
WHERE organization_4.superior_id = $9::UUID ORDER BY organization_4.region_code ASC, organization_4.id ASC 
 LIMIT 2) AS organization_4_page 
HAVING true), 'UTF8') AS r4, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM organization AS organization_5 
WHERE organization_5.kind = any($10::VARCHAR[]) 
 LIMIT 10001) AS organization_5_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(organization_5_page.name), '}'), ',' ORDER BY organization_5_page.region_code ASC, organization_5_page.id ASC), ']}') AS json 
FROM (SELECT organization_5.id AS id, organization_5.name AS name, organization_5.kind AS kind, organization_5.level AS level, organization_5.region_code AS region_code, organization_5.field AS field, organization_5.credit_code AS credit_code, organization_5.government_id AS government_id, organization_5.superior_id AS superior_id, organization_5.department_id AS department_id 
FROM organization AS organization_5 
WHERE organization_5.kind = any($10::VARCHAR[]) ORDER BY organization_5.region_code ASC, organization_5.id ASC 
 LIMIT 20) AS organization_5_page 
HAVING true), 'UTF8') AS r5, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_5 
FROM (SELECT 1 AS one 
FROM organization AS organization_6 
WHERE true 
 LIMIT 10001) AS organization_6_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r6
