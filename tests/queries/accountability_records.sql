WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT accountability_record_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM accountability_record AS accountability_record_0 
WHERE left(accountability_record_0.body_region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM accountability_record AS accountability_record_0 
WHERE left(accountability_record_0.region_code, 4) = $1::VARCHAR AND (left(accountability_record_0.body_region_code, 4) = $1::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_2) AS accountability_record_0_each 
 LIMIT 10001) AS accountability_record_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"measure":"', accountability_record_0_page.measure, '","points":', accountability_record_0_page.points, ',"reason":', CASE WHEN (accountability_record_0_page.reason IS NULL) THEN 'null' WHEN (left(accountability_record_0_page.region_code, 4) = $1::VARCHAR OR left(accountability_record_0_page.body_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'AccountabilityRecord:', CAST(accountability_record_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(accountability_record_0_page.reason) AS TEXT) ELSE 'null' END, ',"decidedOn":"', to_char(accountability_record_0_page.decided_on, 'YYYY-MM-DD'), '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = accountability_record_0_page.organization_id), 'null'), ',"officer":', coalesce((SELECT concat('{"name":', to_json(officer_2.name), '}') AS json 
FROM officer AS officer_2 
WHERE officer_2.id = accountability_record_0_page.officer_id AND left(officer_2.region_code, 4) = $1::VARCHAR), 'null'), ',"certificate":', coalesce((SELECT concat('{"state":"', CASE WHEN (certificate_3.state != 'REVOKED' AND certificate_3.valid_to < (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN 'EXPIRED' ELSE concat(certificate_3.state) END, '"}') AS json 
FROM certificate AS certificate_3 
WHERE certificate_3.id = accountability_record_0_page.certificate_id AND left(certificate_3.region_code, 4) = $1::VARCHAR), 'null'), ',"body":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = accountability_record_0_page.body_id), 'null'), ',"matter":', coalesce((SELECT concat('{"number":', to_json(supervision_matter_5.number), '}') AS json 
FROM supervision_matter AS supervision_matter_5 
WHERE supervision_matter_5.id = accountability_record_0_page.matter_id AND (left(supervision_matter_5.body_region_code, 4) = $1::VARCHAR OR left(supervision_matter_5.region_code, 4) = $1::VARCHAR)), 'null'), '}'), ',' ORDER BY accountability_record_0_page.decided_on DESC, accountability_record_0_page.id DESC), ']}') AS json 
FROM (SELECT accountability_record_0.version AS version, accountability_record_0.updated_at AS updated_at, accountability_record_0.id AS id, accountability_record_0.matter_id AS matter_id, accountability_record_0.measure AS measure, accountability_record_0.organization_id AS organization_id, accountability_record_0.region_code AS region_code, accountability_record_0.field AS field, accountability_record_0.officer_id AS officer_id, accountability_record_0.certificate_id AS certificate_id, accountability_record_0.body_id AS body_id, accountability_record_0.body_region_code AS body_region_code, accountability_record_0.body_field AS body_field, accountability_record_0.reason AS reason, accountability_record_0.points AS points, accountability_record_0.decided_on AS decided_on 
FROM accountability_record AS accountability_record_0 JOIN (SELECT accountability_record_0_keys.decided_on AS decided_on, accountability_record_0_keys.id AS id 
FROM (SELECT anon_3.decided_on AS decided_on, anon_3.id AS id 
FROM (SELECT accountability_record_0.decided_on AS decided_on, accountability_record_0.id AS id 
FROM accountability_record AS accountability_record_0 
WHERE left(accountability_record_0.region_code, 4) = $1::VARCHAR ORDER BY accountability_record_0.decided_on DESC, accountability_record_0.id DESC 
 LIMIT 20) AS anon_3 UNION SELECT anon_4.decided_on AS decided_on, anon_4.id AS id 
FROM (SELECT accountability_record_0.decided_on AS decided_on, accountability_record_0.id AS id 
FROM accountability_record AS accountability_record_0 
WHERE left(accountability_record_0.body_region_code, 4) = $1::VARCHAR ORDER BY accountability_record_0.decided_on DESC, accountability_record_0.id DESC 
 LIMIT 20) AS anon_4) AS accountability_record_0_keys ORDER BY accountability_record_0_keys.decided_on DESC, accountability_record_0_keys.id DESC 
 LIMIT 20) AS accountability_record_0_united ON accountability_record_0_united.id = accountability_record_0.id) AS accountability_record_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($2::UUID AS uuid), CAST($3::UUID AS uuid), CAST($4::VARCHAR AS varchar), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
