SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 6) = $1::VARCHAR AND cardinality(staffing_0.gaps) > 0 AND left(staffing_0.region_code, 6) = $2::VARCHAR AND (staffing_0.gaps && $3::VARCHAR[]) 
 LIMIT 10001) AS staffing_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = staffing_0_page.organization_id), 'null'), ',"authorised":', staffing_0_page.authorised, ',"actual":', staffing_0_page.actual, ',"estimated":', coalesce(CAST(staffing_0_page.estimated AS TEXT), 'null'), ',"shortfall":', staffing_0_page.shortfall, ',"gaps":', array_to_json(staffing_0_page.gaps), ',"estimates":', (SELECT concat('[', string_agg(concat('{"year":', staffing_estimate_2.year, ',"cases":', staffing_estimate_2.cases, ',"organs":', staffing_estimate_2.organs, ',"townships":', staffing_estimate_2.townships, ',"posts":', staffing_estimate_2.posts, ',"rule":', coalesce((SELECT concat('{"basePosts":', staffing_rule_3.base_posts, ',"casesPerPost":', coalesce(CAST(staffing_rule_3.cases_per_post AS TEXT), 'null'), ',"legalBasis":', to_json(staffing_rule_3.legal_basis), '}') AS json 
FROM staffing_rule AS staffing_rule_3 
WHERE staffing_rule_3.id = staffing_estimate_2.rule_id), 'null'), ',"estimation":', coalesce((SELECT concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_5.name), '}') AS json 
FROM region AS region_5 
WHERE region_5.code = staffing_estimation_4.region_code), 'null'), '}') AS json 
FROM staffing_estimation AS staffing_estimation_4 
WHERE staffing_estimation_4.id = staffing_estimate_2.estimation_id AND left(staffing_estimation_4.region_code, 6) = $1::VARCHAR), 'null'), '}'), ',' ORDER BY staffing_estimate_2.estimated_on, staffing_estimate_2.staffing_id, staffing_estimate_2.estimation_id), ']') AS json 
FROM staffing_estimate AS staffing_estimate_2 
WHERE left(staffing_0_page.region_code, 6) = $1::VARCHAR AND staffing_estimate_2.staffing_id = staffing_0_page.id), ',"changes":', (SELECT concat('[', string_agg(concat('{"effectiveOn":"', to_char(staffing_change_6.effective_on, 'YYYY-MM-DD'), '","version":', staffing_change_6.version, ',"authorised":', staffing_change_6.authorised, ',"actual":', staffing_change_6.actual, '}'), ',' ORDER BY staffing_change_6.version, staffing_change_6.staffing_id, staffing_change_6.version), ']') AS json 
FROM staffing_change AS staffing_change_6 
WHERE left(staffing_0_page.region_code, 6) = $1::VARCHAR AND staffing_change_6.staffing_id = staffing_0_page.id), '}'), ',' ORDER BY staffing_0_page.shortfall DESC, staffing_0_page.id DESC), ']}') AS json 
FROM (SELECT staffing_0.version AS version, staffing_0.updated_at AS updated_at, staffing_0.id AS id, staffing_0.organization_id AS organization_id, staffing_0.region_code AS region_code, staffing_0.field AS field, staffing_0.authorised AS authorised, staffing_0.actual AS actual, staffing_0.dedicated_body AS dedicated_body, staffing_0.dedicated_staff AS dedicated_staff, staffing_0.vacancies AS vacancies, staffing_0.estimated AS estimated, staffing_0.shortfall AS shortfall, staffing_0.gaps AS gaps 
FROM staffing AS staffing_0 
WHERE left(staffing_0.region_code, 6) = $1::VARCHAR AND cardinality(staffing_0.gaps) > 0 AND left(staffing_0.region_code, 6) = $2::VARCHAR AND (staffing_0.gaps && $3::VARCHAR[]) ORDER BY staffing_0.shortfall DESC, staffing_0.id DESC 
 LIMIT 3) AS staffing_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_7 
WHERE left(staffing_7.region_code, 6) = $1::VARCHAR AND left(staffing_7.region_code, 6) = $4::VARCHAR AND NOT staffing_7.dedicated_body 
 LIMIT 10001) AS staffing_7_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_8.name), '}') AS json 
FROM organization AS organization_8 
WHERE organization_8.id = staffing_7_page.organization_id), 'null'), ',"dedicatedStaff":', staffing_7_page.dedicated_staff, '}'), ',' ORDER BY staffing_7_page.region_code ASC, staffing_7_page.id ASC), ']}') AS json 
FROM (SELECT staffing_7.version AS version, staffing_7.updated_at AS updated_at, staffing_7.id AS id, staffing_7.organization_id AS organization_id, staffing_7.region_code AS region_code, staffing_7.field AS field, staffing_7.authorised AS authorised, staffing_7.actual AS actual, staffing_7.dedicated_body AS dedicated_body, staffing_7.dedicated_staff AS dedicated_staff, staffing_7.vacancies AS vacancies, staffing_7.estimated AS estimated, staffing_7.shortfall AS shortfall, staffing_7.gaps AS gaps 
FROM staffing AS staffing_7 
WHERE left(staffing_7.region_code, 6) = $1::VARCHAR AND left(staffing_7.region_code, 6) = $4::VARCHAR AND NOT staffing_7.dedicated_body ORDER BY staffing_7.region_code ASC, staffing_7.id ASC 
 LIMIT 2) AS staffing_7_page 
HAVING true), 'UTF8') AS r1
