SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT alert_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_0 
WHERE left(alert_0.sender_region_code, 4) = $1::VARCHAR AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.severity = any($3::VARCHAR[]) AND alert_0.is_open 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_0 
WHERE left(alert_0.region_code, 4) = $1::VARCHAR AND (left(alert_0.sender_region_code, 4) = $1::VARCHAR) IS NOT true AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.severity = any($3::VARCHAR[]) AND alert_0.is_open 
 LIMIT 10001) AS anon_2) AS alert_0_each 
 LIMIT 10001) AS alert_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"rule":"', alert_0_page.rule, '","severity":"', alert_0_page.severity, '","objectType":', to_json(alert_0_page.object_type), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = alert_0_page.organization_id), 'null'), ',"sender":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = alert_0_page.sender_id), 'null'), ',"explanation":', to_json(alert_0_page.explanation), ',"facts":', (SELECT concat('[', string_agg(concat('{"label":', to_json(anon_3.pair ->> 0), ',"value":', to_json(anon_3.pair ->> 1), '}'), ',' ORDER BY anon_3.place), ']') AS json 
FROM jsonb_array_elements(alert_0_page.facts) WITH ORDINALITY AS anon_3(pair, place)), ',"raisedAt":"', to_char(timezone(interval '8 hours', alert_0_page.raised_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '","clearedAt":', coalesce(('"' || to_char(timezone(interval '8 hours', alert_0_page.cleared_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"isOpen":', CAST(alert_0_page.is_open AS TEXT), '}'), ',' ORDER BY alert_0_page.raised_at DESC, alert_0_page.id DESC), ']}') AS json 
FROM (SELECT alert_0.id AS id, alert_0.rule AS rule, alert_0.severity AS severity, alert_0.object_type AS object_type, alert_0.object_id AS object_id, alert_0.organization_id AS organization_id, alert_0.region_code AS region_code, alert_0.field AS field, alert_0.sender_id AS sender_id, alert_0.sender_region_code AS sender_region_code, alert_0.sender_field AS sender_field, alert_0.explanation AS explanation, alert_0.facts AS facts, alert_0.raised_at AS raised_at, alert_0.cleared_at AS cleared_at, alert_0.is_open AS is_open 
FROM alert AS alert_0 JOIN (SELECT alert_0_keys.raised_at AS raised_at, alert_0_keys.id AS id 
FROM (SELECT anon_4.raised_at AS raised_at, anon_4.id AS id 
FROM (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE left(alert_0.region_code, 4) = $1::VARCHAR AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.severity = any($3::VARCHAR[]) AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 1) AS anon_4 UNION SELECT anon_5.raised_at AS raised_at, anon_5.id AS id 
FROM (SELECT alert_0.raised_at AS raised_at, alert_0.id AS id 
FROM alert AS alert_0 
WHERE left(alert_0.sender_region_code, 4) = $1::VARCHAR AND alert_0.rule = any($2::VARCHAR[]) AND alert_0.severity = any($3::VARCHAR[]) AND alert_0.is_open ORDER BY alert_0.raised_at DESC, alert_0.id DESC 
 LIMIT 1) AS anon_5) AS alert_0_keys ORDER BY alert_0_keys.raised_at DESC, alert_0_keys.id DESC 
 LIMIT 1) AS alert_0_united ON alert_0_united.id = alert_0.id) AS alert_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT alert_3_each.one AS one 
FROM (SELECT anon_6.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_3 
WHERE left(alert_3.sender_region_code, 4) = $1::VARCHAR AND alert_3.rule = any($4::VARCHAR[]) AND alert_3.is_open 
 LIMIT 10001) AS anon_6 UNION ALL SELECT anon_7.one AS one 
FROM (SELECT 1 AS one 
FROM alert AS alert_3 
WHERE left(alert_3.region_code, 4) = $1::VARCHAR AND (left(alert_3.sender_region_code, 4) = $1::VARCHAR) IS NOT true AND alert_3.rule = any($4::VARCHAR[]) AND alert_3.is_open 
 LIMIT 10001) AS anon_7) AS alert_3_each 
 LIMIT 10001) AS alert_3_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"rule":"', alert_3_page.rule, '","severity":"', alert_3_page.severity, '","objectType":', to_json(alert_3_page.object_type), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = alert_3_page.organization_id), 'null'), ',"sender":', coalesce((SELECT concat('{"name":', to_json(organization_5.name), '}') AS json 
FROM organization AS organization_5 
WHERE organization_5.id = alert_3_page.sender_id), 'null'), ',"explanation":', to_json(alert_3_page.explanation), ',"facts":', (SELECT concat('[', string_agg(concat('{"label":', to_json(anon_8.pair ->> 0), ',"value":', to_json(anon_8.pair ->> 1), '}'), ',' ORDER BY anon_8.place), ']') AS json 
FROM jsonb_array_elements(alert_3_page.facts) WITH ORDINALITY AS anon_8(pair, place)), ',"raisedAt":"', to_char(timezone(interval '8 hours', alert_3_page.raised_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '","clearedAt":', coalesce(('"' || to_char(timezone(interval '8 hours', alert_3_page.cleared_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"isOpen":', CAST(alert_3_page.is_open AS TEXT), '}'), ',' ORDER BY alert_3_page.raised_at DESC, alert_3_page.id DESC), ']}') AS json 
FROM (SELECT alert_3.id AS id, alert_3.rule AS rule, alert_3.severity AS severity, alert_3.object_type AS object_type, alert_3.object_id AS object_id, alert_3.organization_id AS organization_id, alert_3.region_code AS region_code, alert_3.field AS field, alert_3.sender_id AS sender_id, alert_3.sender_region_code AS sender_region_code, alert_3.sender_field AS sender_field, alert_3.explanation AS explanation, alert_3.facts AS facts, alert_3.raised_at AS raised_at, alert_3.cleared_at AS cleared_at, alert_3.is_open AS is_open 
FROM alert AS alert_3 JOIN (SELECT alert_3_keys.raised_at AS raised_at, alert_3_keys.id AS id 
FROM (SELECT anon_9.raised_at AS raised_at, anon_9.id AS id 
FROM (SELECT alert_3.raised_at AS raised_at, alert_3.id AS id 
FROM alert AS alert_3 
WHERE left(alert_3.region_code, 4) = $1::VARCHAR AND alert_3.rule = any($4::VARCHAR[]) AND alert_3.is_open ORDER BY alert_3.raised_at DESC, alert_3.id DESC 
 LIMIT 1) AS anon_9 UNION SELECT anon_10.raised_at AS raised_at, anon_10.id AS id 
FROM (SELECT alert_3.raised_at AS raised_at, alert_3.id AS id 
FROM alert AS alert_3 
WHERE left(alert_3.sender_region_code, 4) = $1::VARCHAR AND alert_3.rule = any($4::VARCHAR[]) AND alert_3.is_open ORDER BY alert_3.raised_at DESC, alert_3.id DESC 
 LIMIT 1) AS anon_10) AS alert_3_keys ORDER BY alert_3_keys.raised_at DESC, alert_3_keys.id DESC 
 LIMIT 1) AS alert_3_united ON alert_3_united.id = alert_3.id) AS alert_3_page 
HAVING true), 'UTF8') AS r1
