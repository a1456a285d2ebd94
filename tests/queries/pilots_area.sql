SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM pilot AS pilot_0 
WHERE left(pilot_0.region_code, 4) = $1::VARCHAR AND pilot_0.is_late 
 LIMIT 10001) AS pilot_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = pilot_0_page.region_code), 'null'), ',"scope":"', pilot_0_page.scope, '","enforcementFields":', array_to_json(pilot_0_page.enforcement_fields), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = pilot_0_page.organization_id), 'null'), ',"state":"', pilot_0_page.state, '","namedOn":"', to_char(pilot_0_page.named_on, 'YYYY-MM-DD'), '","dueOn":"', to_char(pilot_0_page.due_on, 'YYYY-MM-DD'), '","isLate":', CAST(pilot_0_page.is_late AS TEXT), '}'), ',' ORDER BY pilot_0_page.region_code ASC, pilot_0_page.id ASC), ']}') AS json 
FROM (SELECT pilot_0.version AS version, pilot_0.updated_at AS updated_at, pilot_0.id AS id, pilot_0.region_code AS region_code, pilot_0.enforcement_fields AS enforcement_fields, pilot_0.scope AS scope, pilot_0.organization_id AS organization_id, pilot_0.confirmer_id AS confirmer_id, pilot_0.state AS state, pilot_0.named_on AS named_on, pilot_0.due_on AS due_on, pilot_0.is_late AS is_late, pilot_0.registered_at AS registered_at, pilot_0.confirmed_at AS confirmed_at, pilot_0.withdrawn_at AS withdrawn_at, pilot_0.withdrawal_reason AS withdrawal_reason 
FROM pilot AS pilot_0 
WHERE left(pilot_0.region_code, 4) = $1::VARCHAR AND pilot_0.is_late ORDER BY pilot_0.region_code ASC, pilot_0.id ASC 
 LIMIT 5) AS pilot_0_page 
HAVING true), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"pilots":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM pilot AS pilot_4 
WHERE left(pilot_4.region_code, 4) = $1::VARCHAR AND pilot_4.region_code >= region_3.code AND pilot_4.region_code <= (region_3.code || '~') AND pilot_4.scope = any($2::VARCHAR[]) 
 LIMIT 10001) AS pilot_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_5.name), '}') AS json 
FROM region AS region_5 
WHERE region_5.code = pilot_4_page.region_code), 'null'), ',"scope":"', pilot_4_page.scope, '","enforcementFields":', array_to_json(pilot_4_page.enforcement_fields), '}'), ',' ORDER BY pilot_4_page.region_code ASC, pilot_4_page.id ASC), ']}') AS json 
FROM (SELECT pilot_4.version AS version, pilot_4.updated_at AS updated_at, pilot_4.id AS id, pilot_4.region_code AS region_code, pilot_4.enforcement_fields AS enforcement_fields, pilot_4.scope AS scope, pilot_4.organization_id AS organization_id, pilot_4.confirmer_id AS confirmer_id, pilot_4.state AS state, pilot_4.named_on AS named_on, pilot_4.due_on AS due_on, pilot_4.is_late AS is_late, pilot_4.registered_at AS registered_at, pilot_4.confirmed_at AS confirmed_at, pilot_4.withdrawn_at AS withdrawn_at, pilot_4.withdrawal_reason AS withdrawal_reason 
FROM pilot AS pilot_4 
WHERE left(pilot_4.region_code, 4) = $1::VARCHAR AND pilot_4.region_code >= region_3.code AND pilot_4.region_code <= (region_3.code || '~') AND pilot_4.scope = any($2::VARCHAR[]) ORDER BY pilot_4.region_code ASC, pilot_4.id ASC 
 LIMIT 20) AS pilot_4_page 
HAVING true), ',"children":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_6_page.name), ',"pilots":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM pilot AS pilot_7 
WHERE left(pilot_7.region_code, 4) = $1::VARCHAR AND pilot_7.region_code >= region_6_page.code AND pilot_7.region_code <= (region_6_page.code || '~') AND pilot_7.state = any($3::VARCHAR[]) 
 LIMIT 10001) AS pilot_7_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_8.name), '}') AS json 
FROM region AS region_8 
WHERE region_8.code = pilot_7_page.region_code), 'null'), ',"scope":"', pilot_7_page.scope, '"}'), ',' ORDER BY pilot_7_page.region_code ASC, pilot_7_page.id ASC), ']}') AS json 
FROM (SELECT pilot_7.version AS version, pilot_7.updated_at AS updated_at, pilot_7.id AS id, pilot_7.region_code AS region_code, pilot_7.enforcement_fields AS enforcement_fields, pilot_7.scope AS scope, pilot_7.organization_id AS organization_id, pilot_7.confirmer_id AS confirmer_id, pilot_7.state AS state, pilot_7.named_on AS named_on, pilot_7.due_on AS due_on, pilot_7.is_late AS is_late, pilot_7.registered_at AS registered_at, pilot_7.confirmed_at AS confirmed_at, pilot_7.withdrawn_at AS withdrawn_at, pilot_7.withdrawal_reason AS withdrawal_reason 
FROM pilot AS pilot_7 
WHERE left(pilot_7.region_code, 4) = $1::VARCHAR AND pilot_7.region_code >= region_6_page.code AND pilot_7.region_code <= (region_6_page.code || '~') AND pilot_7.state = any($3::VARCHAR[]) ORDER BY pilot_7.region_code ASC, pilot_7.id ASC 
 LIMIT 3) AS pilot_7_page 
HAVING true), '}'), ',' ORDER BY region_6_page.code ASC), ']}') AS json 
FROM (SELECT region_6.code AS code, region_6.name AS name, region_6.level AS level, region_6.parent_code AS parent_code 
FROM region AS region_6 
WHERE true AND region_6.parent_code = region_3.code ORDER BY region_6.code ASC 
 LIMIT 3) AS region_6_page 
HAVING true), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = $4::VARCHAR), 'null'), 'UTF8') AS r1
