SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM deadline_rule AS deadline_rule_0 
WHERE deadline_rule_0.event = any($1::VARCHAR[]) 
 LIMIT 10001) AS deadline_rule_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"event":"', deadline_rule_0_page.event, '","length":', coalesce(CAST(deadline_rule_0_page.length AS TEXT), 'null'), ',"unit":"', deadline_rule_0_page.unit, '","month":', coalesce(CAST(deadline_rule_0_page.month AS TEXT), 'null'), ',"day":', coalesce(CAST(deadline_rule_0_page.day AS TEXT), 'null'), ',"rollsOver":', CAST(deadline_rule_0_page.rolls_over AS TEXT), ',"legalBasis":', to_json(deadline_rule_0_page.legal_basis), ',"authority":"', deadline_rule_0_page.authority, '","extensions":', deadline_rule_0_page.extensions, ',"extensionLength":', coalesce(CAST(deadline_rule_0_page.extension_length AS TEXT), 'null'), ',"isSuspensible":', CAST(deadline_rule_0_page.is_suspensible AS TEXT), ',"resumption":"', deadline_rule_0_page.resumption, '","nearDays":', deadline_rule_0_page.near_days, ',"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = deadline_rule_0_page.region_code), 'null'), '}'), ',' ORDER BY deadline_rule_0_page.event ASC, deadline_rule_0_page.id ASC), ']}') AS json 
FROM (SELECT deadline_rule_0.version AS version, deadline_rule_0.updated_at AS updated_at, deadline_rule_0.id AS id, deadline_rule_0.event AS event, deadline_rule_0.length AS length, deadline_rule_0.unit AS unit, deadline_rule_0.month AS month, deadline_rule_0.day AS day, deadline_rule_0.rolls_over AS rolls_over, deadline_rule_0.legal_basis AS legal_basis, deadline_rule_0.authority AS authority, deadline_rule_0.region_code AS region_code, deadline_rule_0.valid_from AS valid_from, deadline_rule_0.valid_to AS valid_to, deadline_rule_0.extensions AS extensions, deadline_rule_0.extension_length AS extension_length, deadline_rule_0.is_suspensible AS is_suspensible, deadline_rule_0.resumption AS resumption, deadline_rule_0.near_days AS near_days 
FROM deadline_rule AS deadline_rule_0 
WHERE deadline_rule_0.event = any($1::VARCHAR[]) ORDER BY deadline_rule_0.event ASC, deadline_rule_0.id ASC 
 LIMIT 3) AS deadline_rule_0_page 
HAVING true), 'UTF8') AS r0
