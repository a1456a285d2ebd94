SELECT convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"severity":"', alert_0_page.severity, '","explanation":', to_json(alert_0_page.explanation), ',"facts":', (SELECT concat('[', string_agg(concat('{"name":', to_json(anon_1.pair ->> 0), ',"value":', to_json(anon_1.pair ->> 1), '}'), ',' ORDER BY anon_1.place), ']') AS json 
FROM jsonb_array_elements(alert_0_page.facts) WITH ORDINALITY AS anon_1(pair, place)), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), ',"region":', coalesce((SELECT concat('{"name":', to_json(region_2.name), '}') AS json 
FROM region AS region_2 
WHERE region_2.code = organization_1.region_code), 'null'), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = alert_0_page.organization_id), 'null'), '}'), ',' ORDER BY alert_0_page.raised_at DESC, alert_0_page.id DESC), ']}') AS json 
FROM (SELECT alert_0.id AS id, alert_0.rule AS rule, alert_0.severity AS severity, alert_0.object_type AS object_type, alert_0.object_id AS object_id, alert_0.organization_id AS organization_id, alert_0.region_code AS region_code, alert_0.field AS field, alert_0.sender_id AS sender_id, alert_0.sender_region_code AS sender_region_code, alert_0.sender_field AS sender_field, alert_0.explanation AS explanation, alert_0.facts AS facts, alert_0.raised_at AS raised_at, alert_0.cleared_at AS cleared_at, alert_0.is_open AS is_open 
FROM alert AS alert_0 JOIN (SELECT alert_0_keys.raised_at AS raised_at, alert_0_keys.id AS id 
FROM (SELECT anon_2.raised_at AS raised_at, anon_2.id AS id 
FROM (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE left(alert_0.region_code, 4) = $1::VARCHAR AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 1) AS anon_2 UNION SELECT anon_3.raised_at AS raised_at, anon_3.id AS id 
FROM (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE left(alert_0.sender_region_code, 4) = $1::VARCHAR AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 1) AS anon_3) AS alert_0_keys ORDER BY alert_0_keys.raised_at DESC, alert_0_keys.id DESC 
 LIMIT 1) AS alert_0_united ON alert_0_united.id = alert_0.id) AS alert_0_page 
HAVING true), 'UTF8') AS r0
