SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(account_0.name), '}') AS json 
FROM account AS account_0 
WHERE account_0.id = $1::UUID AND false), 'null'), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = $2::VARCHAR), 'null'), 'UTF8') AS r1, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_2 
WHERE false 
 LIMIT 10001) AS staffing_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"id":"', translate(encode(convert_to('Staffing:' || staffing_2_page.id, 'UTF8'), 'base64'), E'\n', ''), '"}'), ',' ORDER BY staffing_2_page.region_code ASC, staffing_2_page.id ASC), ']}') AS json 
FROM (SELECT staffing_2.version AS version, staffing_2.updated_at AS updated_at, staffing_2.id AS id, staffing_2.organization_id AS organization_id, staffing_2.region_code AS region_code, staffing_2.field AS field, staffing_2.authorised AS authorised, staffing_2.actual AS actual, staffing_2.dedicated_body AS dedicated_body, staffing_2.dedicated_staff AS dedicated_staff, staffing_2.vacancies AS vacancies, staffing_2.estimated AS estimated, staffing_2.shortfall AS shortfall, staffing_2.gaps AS gaps 
FROM staffing AS staffing_2 
WHERE false ORDER BY staffing_2.region_code ASC, staffing_2.id ASC 
 LIMIT 20) AS staffing_2_page 
HAVING true), 'UTF8') AS r2
