SELECT convert_to((SELECT concat('{"owner":{"region":', coalesce(CAST(to_json(staffing_0.region_code) AS TEXT), 'null'), ',"organization":', coalesce(('"' || staffing_0.organization_id) || '"', 'null'), ',"field":', coalesce(('"' || staffing_0.field) || '"', 'null'), '}}') AS json 
FROM staffing AS staffing_0 
WHERE staffing_0.id = $1::UUID AND left(staffing_0.region_code, 6) = $2::VARCHAR), 'UTF8') AS r0, convert_to((SELECT concat('{"owner":{"region":', coalesce(CAST(to_json(staffing_1.region_code) AS TEXT), 'null'), ',"organization":', coalesce(('"' || staffing_1.organization_id) || '"', 'null'), ',"field":', coalesce(('"' || staffing_1.field) || '"', 'null'), '}}') AS json 
FROM staffing AS staffing_1 
WHERE staffing_1.id = $3::UUID AND left(staffing_1.region_code, 6) = $2::VARCHAR), 'UTF8') AS r1, convert_to((SELECT concat('{"owner":{"region":', coalesce(CAST(to_json(staffing_2.region_code) AS TEXT), 'null'), ',"organization":', coalesce(('"' || staffing_2.organization_id) || '"', 'null'), ',"field":', coalesce(('"' || staffing_2.field) || '"', 'null'), '}}') AS json 
FROM staffing AS staffing_2 
WHERE staffing_2.id = $4::UUID AND left(staffing_2.region_code, 6) = $2::VARCHAR), 'UTF8') AS r2, convert_to((SELECT '{"owner":{"public":true}}' AS json 
FROM region AS region_3 
WHERE region_3.code = $5::VARCHAR), 'UTF8') AS r3, convert_to((SELECT '{"owner":{"public":true}}' AS json 
FROM region AS region_4 
WHERE region_4.code = $6::VARCHAR), 'UTF8') AS r4
