SELECT convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"id":"', translate(encode(convert_to('Organization:' || organization_0_page.id, 'UTF8'), 'base64'), E'\n', ''), '","name":', to_json(organization_0_page.name), ',"kind":"', organization_0_page.kind, '","level":"', organization_0_page.level, '","field":', coalesce(('"' || organization_0_page.field) || '"', 'null'), ',"creditCode":', coalesce(CAST(to_json(organization_0_page.credit_code) AS TEXT), 'null'), ',"region":', coalesce((SELECT concat('{"code":', to_json(region_1.code), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = organization_0_page.region_code), 'null'), ',"government":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), ',"superior":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), ',"superior":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), ',"superior":', coalesce((SELECT concat('{"name":', to_json(organization_5.name), '}') AS json 
FROM organization AS organization_5 
WHERE organization_5.id = organization_4.superior_id), 'null'), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = organization_3.superior_id), 'null'), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = organization_2.superior_id), 'null'), ',"members":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM organization AS organization_6 
WHERE true AND organization_6.government_id = organization_2.id 
 LIMIT 10001) AS organization_6_some), 10001) AS TEXT), 'null'), '}}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = organization_0_page.government_id), 'null'), ',"superior":', coalesce((SELECT concat('{"name":', to_json(organization_7.name), ',"superior":', coalesce((SELECT concat('{"name":', to_json(organization_8.name), '}') AS json 
FROM organization AS organization_8 
WHERE organization_8.id = organization_7.superior_id), 'null'), '}') AS json 
FROM organization AS organization_7 
WHERE organization_7.id = organization_0_page.superior_id), 'null'), ',"subordinates":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM organization AS organization_9 
WHERE true AND organization_9.superior_id = organization_0_page.id 
 LIMIT 10001) AS organization_9_some), 10001) AS TEXT), 'null'), '},"department":', coalesce((SELECT concat('{"name":', to_json(organization_10.name), '}') AS json 
FROM organization AS organization_10 
WHERE organization_10.id = organization_0_page.department_id), 'null'), ',"legalUnit":', coalesce((SELECT concat('{"name":', to_json(organization_11.name), ',"department":', coalesce((SELECT concat('{"name":', to_json(organization_12.name), '}') AS json 
FROM organization AS organization_12 
WHERE organization_12.id = organization_11.department_id), 'null'), ',"staffing":', coalesce((SELECT concat('{"authorised":', staffing_13.authorised, '}') AS json 
FROM staffing AS staffing_13 
WHERE staffing_13.organization_id = organization_11.id AND (left(staffing_13.region_code, 6) = $1::VARCHAR AND staffing_13.field = $2::VARCHAR OR staffing_13.organization_id = any($3::UUID[]))), 'null'), '}') AS json 
FROM organization AS organization_11 
WHERE organization_11.department_id = organization_0_page.id), 'null'), ',"staffing":', coalesce((SELECT concat('{"authorised":', staffing_14.authorised, '}') AS json 
FROM staffing AS staffing_14 
WHERE staffing_14.organization_id = organization_0_page.id AND (left(staffing_14.region_code, 6) = $1::VARCHAR AND staffing_14.field = $2::VARCHAR OR staffing_14.organization_id = any($3::UUID[]))), 'null'), '}'), ',' ORDER BY organization_0_page.region_code ASC, organization_0_page.id ASC), ']}') AS json 
FROM (SELECT organization_0.id AS id, organization_0.name AS name, organization_0.kind AS kind, organization_0.level AS level, organization_0.region_code AS region_code, organization_0.field AS field, organization_0.credit_code AS credit_code, organization_0.government_id AS government_id, organization_0.superior_id AS superior_id, organization_0.department_id AS department_id 
FROM organization AS organization_0 
WHERE left(organization_0.region_code, 6) = $4::VARCHAR AND organization_0.kind = any($5::VARCHAR[]) AND organization_0.field = any($6::VARCHAR[]) ORDER BY organization_0.region_code ASC, organization_0.id ASC 
 LIMIT 1) AS organization_0_page 
HAVING true), 'UTF8') AS r0
