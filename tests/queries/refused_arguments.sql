SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(region_0.name), '}') AS json 
FROM region AS region_0 
WHERE region_0.code = $1::VARCHAR), 'null'), 'UTF8') AS r0
