SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM leading_group AS leading_group_0 
WHERE left(leading_group_0.region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS leading_group_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(leading_group_0_page.name), ',"government":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = leading_group_0_page.organization_id), 'null'), ',"office":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = leading_group_0_page.office_id), 'null'), ',"document":', to_json(leading_group_0_page.document), ',"state":"', leading_group_0_page.state, '","members":', (SELECT concat('[', string_agg(concat('{"number":', leading_group_member_3.number, ',"name":', to_json(leading_group_member_3.name), ',"position":"', leading_group_member_3.position, '","post":', to_json(leading_group_member_3.post), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = leading_group_member_3.organization_id), 'null'), ',"joinedOn":"', to_char(leading_group_member_3.joined_on, 'YYYY-MM-DD'), '"}'), ',' ORDER BY leading_group_member_3.number, leading_group_member_3.group_id, leading_group_member_3.number), ']') AS json 
FROM leading_group_member AS leading_group_member_3 
WHERE left(leading_group_0_page.region_code, 4) = $1::VARCHAR AND leading_group_member_3.group_id = leading_group_0_page.id), ',"availableActions":[', '', ']}'), ',' ORDER BY leading_group_0_page.region_code ASC, leading_group_0_page.id ASC), ']}') AS json 
FROM (SELECT leading_group_0.version AS version, leading_group_0.updated_at AS updated_at, leading_group_0.id AS id, leading_group_0.name AS name, leading_group_0.organization_id AS organization_id, leading_group_0.region_code AS region_code, leading_group_0.office_id AS office_id, leading_group_0.document AS document, leading_group_0.established_on AS established_on, leading_group_0.state AS state, leading_group_0.dissolved_on AS dissolved_on, leading_group_0.reason AS reason 
FROM leading_group AS leading_group_0 
WHERE left(leading_group_0.region_code, 4) = $1::VARCHAR ORDER BY leading_group_0.region_code ASC, leading_group_0.id ASC 
 LIMIT 2) AS leading_group_0_page 
HAVING true), 'UTF8') AS r0, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM staffing_estimation AS staffing_estimation_5 
WHERE left(staffing_estimation_5.region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS staffing_estimation_5_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r1, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM budget AS budget_6 
WHERE false 
 LIMIT 10001) AS budget_6_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r2, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM enforcement_case AS enforcement_case_7 
WHERE enforcement_case_7.is_published 
 LIMIT 10001) AS enforcement_case_7_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r3
