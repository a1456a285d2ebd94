SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(region_0.name), ',"organizationCounts":', (SELECT concat('[', string_agg(concat('{"kind":"', organization_1_counts.kind, '","count":', organization_1_counts.count, '}'), ',' ORDER BY organization_1_counts.kind), ']') AS json 
FROM (SELECT organization_1.kind AS kind, count(*) AS count 
FROM organization AS organization_1 
WHERE organization_1.region_code >= region_0.code AND organization_1.region_code <= (region_0.code || '~') GROUP BY organization_1.kind) AS organization_1_counts), ',"organizations":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(organization_2_page.name), ',"kind":"', organization_2_page.kind, '","staffing":', coalesce((SELECT concat('{"authorised":', staffing_3.authorised, ',"actual":', staffing_3.actual, ',"vacancies":', staffing_3.vacancies, ',"gaps":', array_to_json(staffing_3.gaps), '}') AS json 
FROM staffing AS staffing_3 
WHERE staffing_3.organization_id = organization_2_page.id AND left(staffing_3.region_code, 4) = $1::VARCHAR), 'null'), '}'), ',' ORDER BY organization_2_page.id ASC), ']}') AS json 
FROM (SELECT organization_2.id AS id, organization_2.name AS name, organization_2.kind AS kind, organization_2.level AS level, organization_2.region_code AS region_code, organization_2.field AS field, organization_2.credit_code AS credit_code, organization_2.government_id AS government_id, organization_2.superior_id AS superior_id, organization_2.department_id AS department_id 
FROM organization AS organization_2 
WHERE true AND organization_2.region_code = region_0.code AND organization_2.kind = any($2::VARCHAR[]) ORDER BY organization_2.region_code ASC, organization_2.id ASC 
 LIMIT 3) AS organization_2_page 
HAVING true), ',"children":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code 
 LIMIT 10001) AS region_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"code":', to_json(region_4_page.code), ',"name":', to_json(region_4_page.name), ',"organizationCounts":', (SELECT concat('[', string_agg(concat('{"kind":"', organization_5_counts.kind, '","count":', organization_5_counts.count, '}'), ',' ORDER BY organization_5_counts.kind), ']') AS json 
FROM (SELECT organization_5.kind AS kind, count(*) AS count 
FROM organization AS organization_5 
WHERE organization_5.region_code >= region_4_page.code AND organization_5.region_code <= (region_4_page.code || '~') GROUP BY organization_5.kind) AS organization_5_counts), ',"children":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_6_page.name), ',"organizations":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(organization_7_page.name), ',"kind":"', organization_7_page.kind, '","staffing":', coalesce((SELECT concat('{"authorised":', staffing_8.authorised, ',"actual":', staffing_8.actual, ',"vacancies":', staffing_8.vacancies, ',"gaps":', array_to_json(staffing_8.gaps), '}') AS json 
FROM staffing AS staffing_8 
WHERE staffing_8.organization_id = organization_7_page.id AND left(staffing_8.region_code, 4) = $1::VARCHAR), 'null'), '}'), ',' ORDER BY organization_7_page.id ASC), ']}') AS json 
FROM (SELECT organization_7.id AS id, organization_7.name AS name, organization_7.kind AS kind, organization_7.level AS level, organization_7.region_code AS region_code, organization_7.field AS field, organization_7.credit_code AS credit_code, organization_7.government_id AS government_id, organization_7.superior_id AS superior_id, organization_7.department_id AS department_id 
FROM organization AS organization_7 
WHERE true AND organization_7.region_code = region_6_page.code ORDER BY organization_7.region_code ASC, organization_7.id ASC 
 LIMIT 20) AS organization_7_page 
HAVING true), '}'), ',' ORDER BY region_6_page.code ASC), ']}') AS json 
FROM (SELECT region_6.code AS code, region_6.name AS name, region_6.level AS level, region_6.parent_code AS parent_code 
FROM region AS region_6 
WHERE true AND region_6.parent_code = region_4_page.code ORDER BY region_6.code ASC 
 LIMIT 2) AS region_6_page 
HAVING true), '}'), ',' ORDER BY region_4_page.code ASC), ']}') AS json 
FROM (SELECT region_4.code AS code, region_4.name AS name, region_4.level AS level, region_4.parent_code AS parent_code 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code ORDER BY region_4.code ASC 
 LIMIT 2) AS region_4_page 
HAVING true), '}') AS json 
FROM region AS region_0 
WHERE region_0.code = $3::VARCHAR), 'null'), 'UTF8') AS r0
