SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT staffing_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_0 
WHERE staffing_0.organization_id = any($1::UUID[]) AND cardinality(staffing_0.gaps) > 0 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 4) = $2::VARCHAR AND staffing_0.field = $3::VARCHAR AND (staffing_0.organization_id = any($1::UUID[])) IS NOT true AND cardinality(staffing_0.gaps) > 0 
 LIMIT 10001) AS anon_2) AS staffing_0_each 
 LIMIT 10001) AS staffing_0_some), 10001) AS TEXT), 'null'), ',"pageInfo":{"hasNextPage":', CAST(count(*) > 4 AS TEXT), ',"hasPreviousPage":false},"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('REGION', staffing_0_page.region_code, staffing_0_page.id) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), ',"level":"', organization_1.level, '"}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = staffing_0_page.organization_id), 'null'), ',"gaps":', array_to_json(staffing_0_page.gaps), ',"updatedAt":"', to_char(timezone(interval '8 hours', staffing_0_page.updated_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '"}}'), ',' ORDER BY staffing_0_page.position ASC) FILTER (WHERE staffing_0_page.position <= 4), ']}') AS json 
FROM (SELECT staffing_0.version AS version, staffing_0.updated_at AS updated_at, staffing_0.id AS id, staffing_0.organization_id AS organization_id, staffing_0.region_code AS region_code, staffing_0.field AS field, staffing_0.authorised AS authorised, staffing_0.actual AS actual, staffing_0.dedicated_body AS dedicated_body, staffing_0.dedicated_staff AS dedicated_staff, staffing_0.vacancies AS vacancies, staffing_0.estimated AS estimated, staffing_0.shortfall AS shortfall, staffing_0.gaps AS gaps, staffing_0_numbered.position AS position 
FROM staffing AS staffing_0 JOIN (SELECT staffing_0_united.id AS id, row_number() OVER (ORDER BY staffing_0_united.region_code ASC, staffing_0_united.id ASC) AS position 
FROM (SELECT staffing_0_keys.region_code AS region_code, staffing_0_keys.id AS id 
FROM (SELECT anon_3.region_code AS region_code, anon_3.id AS id 
FROM (SELECT staffing_0.region_code AS region_code, staffing_0.id AS id 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 4) = $2::VARCHAR AND staffing_0.field = $3::VARCHAR AND cardinality(staffing_0.gaps) > 0 ORDER BY staffing_0.region_code ASC, staffing_0.id ASC 
 LIMIT 5) AS anon_3 UNION SELECT anon_4.region_code AS region_code, anon_4.id AS id 
FROM (SELECT staffing_0_each.region_code AS region_code, staffing_0_each.id AS id 
FROM unnest($1::UUID[]) AS staffing_0_one JOIN LATERAL (SELECT staffing_0.region_code AS region_code, staffing_0.id AS id 
FROM staffing AS staffing_0 
WHERE staffing_0.organization_id = staffing_0_one AND cardinality(staffing_0.gaps) > 0 ORDER BY staffing_0.region_code ASC, staffing_0.id ASC 
 LIMIT 5) AS staffing_0_each ON true ORDER BY staffing_0_each.region_code ASC, staffing_0_each.id ASC 
 LIMIT 5) AS anon_4) AS staffing_0_keys ORDER BY staffing_0_keys.region_code ASC, staffing_0_keys.id ASC 
 LIMIT 5) AS staffing_0_united) AS staffing_0_numbered ON staffing_0_numbered.id = staffing_0.id) AS staffing_0_page 
HAVING true), 'UTF8') AS r0
