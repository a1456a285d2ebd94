WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT supervision_document_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_document AS supervision_document_0 
WHERE left(supervision_document_0.region_code, 4) = $1::VARCHAR AND supervision_document_0.effect = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_document AS supervision_document_0 
WHERE left(supervision_document_0.issuer_region_code, 4) = $1::VARCHAR AND (left(supervision_document_0.region_code, 4) = $1::VARCHAR) IS NOT true AND supervision_document_0.effect = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_2) AS supervision_document_0_each 
 LIMIT 10001) AS supervision_document_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"type":"', supervision_document_0_page.type, '","effect":"', supervision_document_0_page.effect, '","number":', to_json(supervision_document_0_page.number), ',"issuedOn":"', to_char(supervision_document_0_page.issued_on, 'YYYY-MM-DD'), '","dueOn":', coalesce(('"' || to_char(supervision_document_0_page.due_on, 'YYYY-MM-DD')) || '"', 'null'), ',"reply":', CASE WHEN (supervision_document_0_page.reply IS NULL) THEN 'null' WHEN (left(supervision_document_0_page.issuer_region_code, 4) = $1::VARCHAR OR left(supervision_document_0_page.region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'SupervisionDocument:', CAST(supervision_document_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_document_0_page.reply) AS TEXT) ELSE 'null' END, ',"issuer":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = supervision_document_0_page.issuer_id), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = supervision_document_0_page.organization_id), 'null'), ',"matter":', coalesce((SELECT concat('{"number":', to_json(supervision_matter_3.number), ',"state":"', supervision_matter_3.state, '"}') AS json 
FROM supervision_matter AS supervision_matter_3 
WHERE supervision_matter_3.id = supervision_document_0_page.matter_id AND (left(supervision_matter_3.body_region_code, 4) = $1::VARCHAR OR left(supervision_matter_3.region_code, 4) = $1::VARCHAR)), 'null'), '}'), ',' ORDER BY supervision_document_0_page.issued_on DESC, supervision_document_0_page.id DESC), ']}') AS json 
FROM (SELECT supervision_document_0.version AS version, supervision_document_0.updated_at AS updated_at, supervision_document_0.id AS id, supervision_document_0.matter_id AS matter_id, supervision_document_0.type AS type, supervision_document_0.effect AS effect, supervision_document_0.number AS number, supervision_document_0.issuer_id AS issuer_id, supervision_document_0.issuer_region_code AS issuer_region_code, supervision_document_0.issuer_field AS issuer_field, supervision_document_0.organization_id AS organization_id, supervision_document_0.region_code AS region_code, supervision_document_0.field AS field, supervision_document_0.content AS content, supervision_document_0.issued_on AS issued_on, supervision_document_0.due_on AS due_on, supervision_document_0.reply AS reply, supervision_document_0.replied_at AS replied_at 
FROM supervision_document AS supervision_document_0 JOIN (SELECT supervision_document_0_keys.issued_on AS issued_on, supervision_document_0_keys.id AS id 
FROM (SELECT anon_3.issued_on AS issued_on, anon_3.id AS id 
FROM (SELECT supervision_document_0.issued_on AS issued_on, supervision_document_0.id AS id 
FROM supervision_document AS supervision_document_0 
WHERE left(supervision_document_0.issuer_region_code, 4) = $1::VARCHAR AND supervision_document_0.effect = any($2::VARCHAR[]) ORDER BY supervision_document_0.issued_on DESC, supervision_document_0.id DESC 
 LIMIT 50) AS anon_3 UNION SELECT anon_4.issued_on AS issued_on, anon_4.id AS id 
FROM (SELECT supervision_document_0.issued_on AS issued_on, supervision_document_0.id AS id 
FROM supervision_document AS supervision_document_0 
WHERE left(supervision_document_0.region_code, 4) = $1::VARCHAR AND supervision_document_0.effect = any($2::VARCHAR[]) ORDER BY supervision_document_0.issued_on DESC, supervision_document_0.id DESC 
 LIMIT 50) AS anon_4) AS supervision_document_0_keys ORDER BY supervision_document_0_keys.issued_on DESC, supervision_document_0_keys.id DESC 
 LIMIT 50) AS supervision_document_0_united ON supervision_document_0_united.id = supervision_document_0.id) AS supervision_document_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
