SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT alert_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_0 
WHERE alert_0.sender_id = any($1::UUID[]) AND alert_0.is_open 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_0 
WHERE alert_0.organization_id = any($1::UUID[]) AND (alert_0.sender_id = any($1::UUID[])) IS NOT true AND alert_0.is_open 
 LIMIT 10001) AS anon_2) AS alert_0_each 
 LIMIT 10001) AS alert_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"rule":"', alert_0_page.rule, '","severity":"', alert_0_page.severity, '","explanation":', to_json(alert_0_page.explanation), ',"objectType":', to_json(alert_0_page.object_type), '}'), ',' ORDER BY alert_0_page.raised_at DESC, alert_0_page.id DESC), ']}') AS json 
FROM (SELECT alert_0.id AS id, alert_0.rule AS rule, alert_0.severity AS severity, alert_0.object_type AS object_type, alert_0.object_id AS object_id, alert_0.organization_id AS organization_id, alert_0.region_code AS region_code, alert_0.field AS field, alert_0.sender_id AS sender_id, alert_0.sender_region_code AS sender_region_code, alert_0.sender_field AS sender_field, alert_0.explanation AS explanation, alert_0.facts AS facts, alert_0.raised_at AS raised_at, alert_0.cleared_at AS cleared_at, alert_0.is_open AS is_open 
FROM alert AS alert_0 JOIN (SELECT alert_0_keys.raised_at AS raised_at, alert_0_keys.id AS id 
FROM (SELECT anon_3.raised_at AS raised_at, anon_3.id AS id 
FROM (SELECT alert_0_each.raised_at AS raised_at, alert_0_each.id AS id 
FROM unnest($1::UUID[]) AS alert_0_one JOIN LATERAL (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE alert_0.organization_id = alert_0_one AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 3) AS alert_0_each ON true ORDER BY alert_0_each.raised_at DESC, alert_0_each.id DESC 
 LIMIT 3) AS anon_3 UNION SELECT anon_4.raised_at AS raised_at, anon_4.id AS id 
FROM (SELECT alert_0_each.raised_at AS raised_at, alert_0_each.id AS id 
FROM unnest($1::UUID[]) AS alert_0_one JOIN LATERAL (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE alert_0.sender_id = alert_0_one AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 3) AS alert_0_each ON true ORDER BY alert_0_each.raised_at DESC, alert_0_each.id DESC 
 LIMIT 3) AS anon_4) AS alert_0_keys ORDER BY alert_0_keys.raised_at DESC, alert_0_keys.id DESC 
 LIMIT 3) AS alert_0_united ON alert_0_united.id = alert_0.id) AS alert_0_page 
HAVING true), 'UTF8') AS r0
