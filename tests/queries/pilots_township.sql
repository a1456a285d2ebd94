SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM pilot AS pilot_0 
WHERE pilot_0.region_code = $1::VARCHAR 
 LIMIT 10001) AS pilot_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = pilot_0_page.region_code), 'null'), ',"scope":"', pilot_0_page.scope, '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = pilot_0_page.organization_id), 'null'), ',"confirmer":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = pilot_0_page.confirmer_id), 'null'), ',"state":"', pilot_0_page.state, '","namedOn":"', to_char(pilot_0_page.named_on, 'YYYY-MM-DD'), '","isLate":', CAST(pilot_0_page.is_late AS TEXT), ',"availableActions":[', '', ']}'), ',' ORDER BY pilot_0_page.region_code ASC, pilot_0_page.id ASC), ']}') AS json 
FROM (SELECT pilot_0.version AS version, pilot_0.updated_at AS updated_at, pilot_0.id AS id, pilot_0.region_code AS region_code, pilot_0.enforcement_fields AS enforcement_fields, pilot_0.scope AS scope, pilot_0.organization_id AS organization_id, pilot_0.confirmer_id AS confirmer_id, pilot_0.state AS state, pilot_0.named_on AS named_on, pilot_0.due_on AS due_on, pilot_0.is_late AS is_late, pilot_0.registered_at AS registered_at, pilot_0.confirmed_at AS confirmed_at, pilot_0.withdrawn_at AS withdrawn_at, pilot_0.withdrawal_reason AS withdrawal_reason 
FROM pilot AS pilot_0 
WHERE pilot_0.region_code = $1::VARCHAR ORDER BY pilot_0.region_code ASC, pilot_0.id ASC 
 LIMIT 20) AS pilot_0_page 
HAVING true), 'UTF8') AS r0
