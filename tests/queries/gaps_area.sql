SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 6) = $1::VARCHAR AND cardinality(staffing_0.gaps) > 0 AND (staffing_0.gaps && $2::VARCHAR[]) 
 LIMIT 10001) AS staffing_0_some), 10001) AS TEXT), 'null'), ',"pageInfo":{"hasNextPage":', CAST(count(*) > 3 AS TEXT), ',"endCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('VACANCIES', staffing_0_page.vacancies, staffing_0_page.id) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY staffing_0_page.position DESC) FILTER (WHERE staffing_0_page.position <= 3))[1], 'null'), '},"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), ',"region":', coalesce((SELECT concat('{"name":', to_json(region_2.name), '}') AS json 
FROM region AS region_2 
WHERE region_2.code = organization_1.region_code), 'null'), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = staffing_0_page.organization_id), 'null'), ',"authorised":', staffing_0_page.authorised, ',"actual":', staffing_0_page.actual, ',"vacancies":', staffing_0_page.vacancies, ',"dedicatedBody":', CAST(staffing_0_page.dedicated_body AS TEXT), ',"dedicatedStaff":', staffing_0_page.dedicated_staff, ',"gaps":', array_to_json(staffing_0_page.gaps), ',"version":', staffing_0_page.version, '}'), ',' ORDER BY staffing_0_page.position ASC) FILTER (WHERE staffing_0_page.position <= 3), ']}') AS json 
FROM (SELECT staffing_0_found.version AS version, staffing_0_found.updated_at AS updated_at, staffing_0_found.id AS id, staffing_0_found.organization_id AS organization_id, staffing_0_found.region_code AS region_code, staffing_0_found.field AS field, staffing_0_found.authorised AS authorised, staffing_0_found.actual AS actual, staffing_0_found.dedicated_body AS dedicated_body, staffing_0_found.dedicated_staff AS dedicated_staff, staffing_0_found.vacancies AS vacancies, staffing_0_found.gaps AS gaps, row_number() OVER (ORDER BY staffing_0_found.vacancies DESC, staffing_0_found.id DESC) AS position 
FROM (SELECT staffing_0.version AS version, staffing_0.updated_at AS updated_at, staffing_0.id AS id, staffing_0.organization_id AS organization_id, staffing_0.region_code AS region_code, staffing_0.field AS field, staffing_0.authorised AS authorised, staffing_0.actual AS actual, staffing_0.dedicated_body AS dedicated_body, staffing_0.dedicated_staff AS dedicated_staff, staffing_0.vacancies AS vacancies, staffing_0.gaps AS gaps 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 6) = $1::VARCHAR AND cardinality(staffing_0.gaps) > 0 AND (staffing_0.gaps && $2::VARCHAR[]) ORDER BY staffing_0.vacancies DESC, staffing_0.id DESC 
 LIMIT 4) AS staffing_0_found) AS staffing_0_page 
HAVING true), 'UTF8') AS r0
