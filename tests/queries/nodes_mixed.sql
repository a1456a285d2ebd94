SELECT convert_to((SELECT concat('[', string_agg(coalesce(CASE WHEN (anon_1.type = 'Account') THEN (SELECT concat('{"__typename":"Account","id":"', translate(encode(convert_to('Account:' || account_0.id, 'UTF8'), 'base64'), E'\n', ''), '","name":', to_json(account_0.name), '}') AS json 
FROM account AS account_0 
WHERE account_0.id = CAST(anon_1.key AS UUID) AND (account_0.organization_id = any($1::UUID[]) OR account_0.id = $2::UUID)) WHEN (anon_1.type = 'Organization') THEN (SELECT concat('{"__typename":"Organization","id":"', translate(encode(convert_to('Organization:' || organization_1.id, 'UTF8'), 'base64'), E'\n', ''), '","name":', to_json(organization_1.name), ',"staffing":', coalesce((SELECT concat('{"authorised":', staffing_2.authorised, '}') AS json 
FROM staffing AS staffing_2 
WHERE staffing_2.organization_id = organization_1.id AND left(staffing_2.region_code, 6) = $3::VARCHAR), 'null'), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = CAST(anon_1.key AS UUID)) WHEN (anon_1.type = 'Region') THEN (SELECT concat('{"__typename":"Region","id":"', translate(encode(convert_to('Region:' || region_3.code, 'UTF8'), 'base64'), E'\n', ''), '","name":', to_json(region_3.name), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = CAST(anon_1.key AS VARCHAR(9)) COLLATE "C") WHEN (anon_1.type = 'Staffing') THEN (SELECT concat('{"__typename":"Staffing","id":"', translate(encode(convert_to('Staffing:' || staffing_4.id, 'UTF8'), 'base64'), E'\n', ''), '","authorised":', staffing_4.authorised, ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_5.name), '}') AS json 
FROM organization AS organization_5 
WHERE organization_5.id = staffing_4.organization_id), 'null'), '}') AS json 
FROM staffing AS staffing_4 
WHERE staffing_4.id = CAST(anon_1.key AS UUID) AND left(staffing_4.region_code, 6) = $3::VARCHAR) END, 'null'), ',' ORDER BY anon_1.position), ']') AS json 
FROM unnest($4::TEXT[], $5::TEXT[]) WITH ORDINALITY AS anon_1(type, key, position)), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"id":"', translate(encode(convert_to('Staffing:' || staffing_6.id, 'UTF8'), 'base64'), E'\n', ''), '","version":', staffing_6.version, '}') AS json 
FROM staffing AS staffing_6 
WHERE staffing_6.id = $6::UUID AND left(staffing_6.region_code, 6) = $3::VARCHAR), 'null'), 'UTF8') AS r1
