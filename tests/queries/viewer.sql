SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(account_0.name), ',"roles":', $1::VARCHAR, ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), ',"level":"', organization_1.level, '","region":', coalesce((SELECT concat('{"name":', to_json(region_2.name), ',"parent":', coalesce((SELECT concat('{"name":', to_json(region_3.name), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = region_2.parent_code), 'null'), '}') AS json 
FROM region AS region_2 
WHERE region_2.code = organization_1.region_code), 'null'), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = account_0.organization_id), 'null'), ',"assignments":', (SELECT concat('{"nodes":[', string_agg(concat('{"role":"', role_assignment_4_page.role, '","validFrom":"', to_char(role_assignment_4_page.valid_from, 'YYYY-MM-DD'), '","validTo":', coalesce(('"' || to_char(role_assignment_4_page.valid_to, 'YYYY-MM-DD')) || '"', 'null'), ',"organization":', coalesce((SELECT concat('{"id":"', translate(encode(convert_to('Organization:' || organization_5.id, 'UTF8'), 'base64'), E'\n', ''), '","name":', to_json(organization_5.name), '}') AS json 
FROM organization AS organization_5 
WHERE organization_5.id = role_assignment_4_page.organization_id), 'null'), ',"account":', coalesce((SELECT concat('{"name":', to_json(account_6.name), '}') AS json 
FROM account AS account_6 
WHERE account_6.id = role_assignment_4_page.account_id AND (account_6.organization_id = any($2::UUID[]) OR account_6.id = $3::UUID)), 'null'), '}'), ',' ORDER BY role_assignment_4_page.id ASC), ']}') AS json 
FROM (SELECT role_assignment_4.id AS id, role_assignment_4.account_id AS account_id, role_assignment_4.role AS role, role_assignment_4.organization_id AS organization_id, role_assignment_4.region_code AS region_code, role_assignment_4.valid_from AS valid_from, role_assignment_4.valid_to AS valid_to 
FROM role_assignment AS role_assignment_4 
WHERE role_assignment_4.account_id = $3::UUID AND role_assignment_4.account_id = account_0.id ORDER BY role_assignment_4.id ASC 
 LIMIT 5) AS role_assignment_4_page 
HAVING true), ',"permissions":', $4::VARCHAR, '}') AS json 
FROM account AS account_0 
WHERE account_0.id = $5::UUID AND (account_0.organization_id = any($2::UUID[]) OR account_0.id = $3::UUID)), 'null'), 'UTF8') AS r0
