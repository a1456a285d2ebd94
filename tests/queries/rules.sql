SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM inspection_limit AS inspection_limit_0 
WHERE true 
 LIMIT 10001) AS inspection_limit_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = inspection_limit_0_page.region_code), 'null'), ',"field":', coalesce(('"' || inspection_limit_0_page.field) || '"', 'null'), ',"most":', inspection_limit_0_page.most, ',"legalBasis":', to_json(inspection_limit_0_page.legal_basis), ',"authority":"', inspection_limit_0_page.authority, '","validFrom":"', to_char(inspection_limit_0_page.valid_from, 'YYYY-MM-DD'), '","validTo":', coalesce(('"' || to_char(inspection_limit_0_page.valid_to, 'YYYY-MM-DD')) || '"', 'null'), ',"version":', inspection_limit_0_page.version, '}'), ',' ORDER BY inspection_limit_0_page.region_code ASC, inspection_limit_0_page.id ASC), ']}') AS json 
FROM (SELECT inspection_limit_0.version AS version, inspection_limit_0.updated_at AS updated_at, inspection_limit_0.id AS id, inspection_limit_0.region_code AS region_code, inspection_limit_0.field AS field, inspection_limit_0.most AS most, inspection_limit_0.legal_basis AS legal_basis, inspection_limit_0.authority AS authority, inspection_limit_0.valid_from AS valid_from, inspection_limit_0.valid_to AS valid_to 
FROM inspection_limit AS inspection_limit_0 
WHERE true ORDER BY inspection_limit_0.region_code ASC, inspection_limit_0.id ASC 
 LIMIT 2) AS inspection_limit_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM hearing_threshold AS hearing_threshold_2 
WHERE true 
 LIMIT 10001) AS hearing_threshold_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_3.name), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = hearing_threshold_2_page.region_code), 'null'), ',"field":', coalesce(('"' || hearing_threshold_2_page.field) || '"', 'null'), ',"personAmount":"', hearing_threshold_2_page.person_amount, '","organizationAmount":"', hearing_threshold_2_page.organization_amount, '","legalBasis":', to_json(hearing_threshold_2_page.legal_basis), ',"authority":"', hearing_threshold_2_page.authority, '","validFrom":"', to_char(hearing_threshold_2_page.valid_from, 'YYYY-MM-DD'), '","validTo":', coalesce(('"' || to_char(hearing_threshold_2_page.valid_to, 'YYYY-MM-DD')) || '"', 'null'), ',"version":', hearing_threshold_2_page.version, '}'), ',' ORDER BY hearing_threshold_2_page.region_code ASC, hearing_threshold_2_page.id ASC), ']}') AS json 
FROM (SELECT hearing_threshold_2.version AS version, hearing_threshold_2.updated_at AS updated_at, hearing_threshold_2.id AS id, hearing_threshold_2.region_code AS region_code, hearing_threshold_2.field AS field, hearing_threshold_2.person_amount AS person_amount, hearing_threshold_2.organization_amount AS organization_amount, hearing_threshold_2.legal_basis AS legal_basis, hearing_threshold_2.authority AS authority, hearing_threshold_2.valid_from AS valid_from, hearing_threshold_2.valid_to AS valid_to 
FROM hearing_threshold AS hearing_threshold_2 
WHERE true ORDER BY hearing_threshold_2.region_code ASC, hearing_threshold_2.id ASC 
 LIMIT 2) AS hearing_threshold_2_page 
HAVING true), 'UTF8') AS r1, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM calendar_year AS calendar_year_4 
WHERE true 
 LIMIT 10001) AS calendar_year_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"year":', calendar_year_4_page.year, ',"source":', to_json(calendar_year_4_page.source), ',"days":', (SELECT concat('[', string_agg(concat('{"day":"', to_char(calendar_day_5.day, 'YYYY-MM-DD'), '","isWorking":', CAST(calendar_day_5.is_working AS TEXT), ',"name":', to_json(calendar_day_5.name), '}'), ',' ORDER BY calendar_day_5.year, calendar_day_5.day), ']') AS json 
FROM calendar_day AS calendar_day_5 
WHERE calendar_day_5.year = calendar_year_4_page.year), '}'), ',' ORDER BY calendar_year_4_page.year DESC, calendar_year_4_page.id DESC), ']}') AS json 
FROM (SELECT calendar_year_4.version AS version, calendar_year_4.updated_at AS updated_at, calendar_year_4.id AS id, calendar_year_4.year AS year, calendar_year_4.source AS source, calendar_year_4.recorded_at AS recorded_at, calendar_year_4.amended_from AS amended_from 
FROM calendar_year AS calendar_year_4 
WHERE true ORDER BY calendar_year_4.year DESC, calendar_year_4.id DESC 
 LIMIT 1) AS calendar_year_4_page 
HAVING true), 'UTF8') AS r2
