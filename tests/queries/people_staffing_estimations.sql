SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM staffing_estimation AS staffing_estimation_0 
WHERE left(staffing_estimation_0.region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS staffing_estimation_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = staffing_estimation_0_page.region_code), 'null'), ',"year":', staffing_estimation_0_page.year, ',"madeAt":"', to_char(timezone(interval '8 hours', staffing_estimation_0_page.made_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '","bodies":', staffing_estimation_0_page.bodies, ',"estimated":', staffing_estimation_0_page.estimated, ',"authorised":', staffing_estimation_0_page.authorised, ',"shortfall":', staffing_estimation_0_page.shortfall, '}'), ',' ORDER BY staffing_estimation_0_page.made_at ASC, staffing_estimation_0_page.id ASC), ']}') AS json 
FROM (SELECT staffing_estimation_0.version AS version, staffing_estimation_0.updated_at AS updated_at, staffing_estimation_0.id AS id, staffing_estimation_0.region_code AS region_code, staffing_estimation_0.year AS year, staffing_estimation_0.made_at AS made_at, staffing_estimation_0.bodies AS bodies, staffing_estimation_0.estimated AS estimated, staffing_estimation_0.authorised AS authorised, staffing_estimation_0.shortfall AS shortfall 
FROM staffing_estimation AS staffing_estimation_0 
WHERE left(staffing_estimation_0.region_code, 4) = $1::VARCHAR ORDER BY staffing_estimation_0.made_at ASC, staffing_estimation_0.id ASC 
 LIMIT 2) AS staffing_estimation_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_3.name), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = staffing_rule_2_page.region_code), 'null'), ',"kind":"', staffing_rule_2_page.kind, '","level":"', staffing_rule_2_page.level, '","basePosts":', staffing_rule_2_page.base_posts, ',"casesPerPost":', coalesce(CAST(staffing_rule_2_page.cases_per_post AS TEXT), 'null'), ',"organsPerPost":', coalesce(CAST(staffing_rule_2_page.organs_per_post AS TEXT), 'null'), ',"townshipsPerPost":', coalesce(CAST(staffing_rule_2_page.townships_per_post AS TEXT), 'null'), ',"authority":"', staffing_rule_2_page.authority, '","validFrom":"', to_char(staffing_rule_2_page.valid_from, 'YYYY-MM-DD'), '"}'), ',' ORDER BY staffing_rule_2_page.region_code ASC, staffing_rule_2_page.id ASC), ']}') AS json 
FROM (SELECT staffing_rule_2.version AS version, staffing_rule_2.updated_at AS updated_at, staffing_rule_2.id AS id, staffing_rule_2.region_code AS region_code, staffing_rule_2.kind AS kind, staffing_rule_2.level AS level, staffing_rule_2.base_posts AS base_posts, staffing_rule_2.cases_per_post AS cases_per_post, staffing_rule_2.organs_per_post AS organs_per_post, staffing_rule_2.townships_per_post AS townships_per_post, staffing_rule_2.legal_basis AS legal_basis, staffing_rule_2.authority AS authority, staffing_rule_2.valid_from AS valid_from, staffing_rule_2.valid_to AS valid_to 
FROM staffing_rule AS staffing_rule_2 
WHERE staffing_rule_2.kind = any($2::VARCHAR[]) AND staffing_rule_2.level = any($3::VARCHAR[]) ORDER BY staffing_rule_2.region_code ASC, staffing_rule_2.id ASC 
 LIMIT 2) AS staffing_rule_2_page 
HAVING true), 'UTF8') AS r1, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM staffing AS staffing_4 
WHERE false 
 LIMIT 10001) AS staffing_4_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r2
