WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM budget AS budget_0 
WHERE left(budget_0.region_code, 6) = $1::VARCHAR 
 LIMIT 10001) AS budget_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = budget_0_page.organization_id), 'null'), ',"finance":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = budget_0_page.finance_id), 'null'), ',"region":', coalesce((SELECT concat('{"name":', to_json(region_3.name), '}') AS json 
FROM region AS region_3 
WHERE region_3.code = budget_0_page.region_code), 'null'), ',"year":', budget_0_page.year, ',"amount":"', budget_0_page.amount, '","spent":', coalesce(('"' || budget_0_page.spent) || '"', 'null'), ',"purpose":', to_json(budget_0_page.purpose), ',"version":', budget_0_page.version, ',"availableActions":[', concat_ws(',', CASE WHEN (true AND budget_0_page.finance_id = any($2::UUID[])) THEN '"UPDATE"' END), '],"history":', (SELECT concat('[', string_agg(concat('{"command":', coalesce(CAST(to_json(audit_entry_4_newest.action) AS TEXT), 'null'), '}'), ',' ORDER BY audit_entry_4_newest.id DESC), ']') AS json 
FROM (SELECT audit_entry_4.id AS id, audit_entry_4.at AS at, audit_entry_4.account_id AS account_id, CASE WHEN CASE WHEN (audit_entry_4.acted_on_id IS NULL) THEN true ELSE false END THEN audit_entry_4.account_name END AS account_name, CASE WHEN CASE WHEN (audit_entry_4.acted_on_id IS NULL) THEN true ELSE false END THEN audit_entry_4.organization_id END AS organization_id, audit_entry_4.rule AS rule, CASE WHEN CASE WHEN (audit_entry_4.acted_on_id IS NULL) THEN true ELSE false END THEN audit_entry_4.action END AS action, audit_entry_4.object_type AS object_type, audit_entry_4.object_id AS object_id, audit_entry_4.acted_on_type AS acted_on_type, audit_entry_4.acted_on_id AS acted_on_id, audit_entry_4.before - '{version,updated_at,next_due_at,next_near_at,storage_key}'::text[] AS before, audit_entry_4.after - '{version,updated_at,next_due_at,next_near_at,storage_key}'::text[] AS after, audit_entry_4.correlation_id AS correlation_id, audit_entry_4.remote_address AS remote_address, audit_entry_4.sequence AS sequence, audit_entry_4.previous_hash AS previous_hash, audit_entry_4.hash AS hash, CASE WHEN false THEN concat(E'\x03', 'Budget:', CAST(budget_0_page.id AS TEXT), ':NARRATIVE', E'\x02') END AS shown_reason, 'Organization:' AS names_organization_id, 'Organization:' AS names_finance_id, 'Region:' AS names_region_code, 'Budget:' AS names_id 
FROM audit_entry AS audit_entry_4 
WHERE left(budget_0_page.region_code, 6) = $1::VARCHAR AND (audit_entry_4.action NOT IN ('download', 'download_letter')) AND audit_entry_4.object_type = 'Budget' AND audit_entry_4.object_id = CAST(budget_0_page.id AS TEXT) ORDER BY audit_entry_4.id DESC 
 LIMIT 100) AS audit_entry_4_newest), '}'), ',' ORDER BY budget_0_page.year DESC, budget_0_page.id DESC), ']}') AS json 
FROM (SELECT budget_0.version AS version, budget_0.updated_at AS updated_at, budget_0.id AS id, budget_0.organization_id AS organization_id, budget_0.region_code AS region_code, budget_0.field AS field, budget_0.finance_id AS finance_id, budget_0.year AS year, budget_0.amount AS amount, budget_0.spent AS spent, budget_0.purpose AS purpose 
FROM budget AS budget_0 
WHERE left(budget_0.region_code, 6) = $1::VARCHAR ORDER BY budget_0.year DESC, budget_0.id DESC 
 LIMIT 3) AS budget_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
