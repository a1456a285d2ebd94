WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM evaluation AS evaluation_0 
WHERE evaluation_0.is_published 
 LIMIT 10001) AS evaluation_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"title":', to_json(evaluation_0_page.title), ',"kind":"', evaluation_0_page.kind, '","state":"', evaluation_0_page.state, '","report":', coalesce(CAST(to_json(evaluation_0_page.report) AS TEXT), 'null'), ',"worstField":', coalesce(('"' || evaluation_0_page.worst_field) || '"', 'null'), ',"questionnaire":', coalesce((SELECT concat('{"title":', to_json(questionnaire_1.title), '}') AS json 
FROM questionnaire AS questionnaire_1 
WHERE questionnaire_1.id = evaluation_0_page.questionnaire_id AND questionnaire_1.is_poll), 'null'), ',"commissioner":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = evaluation_0_page.commissioner_id), 'null'), ',"evaluator":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = evaluation_0_page.evaluator_id), 'null'), ',"indicators":', (SELECT concat('[', string_agg(concat('{"code":', to_json(evaluation_indicator_4.code), '}'), ',' ORDER BY evaluation_indicator_4.position, evaluation_indicator_4.evaluation_id, evaluation_indicator_4.code), ']') AS json 
FROM evaluation_indicator AS evaluation_indicator_4 
WHERE false AND evaluation_indicator_4.evaluation_id = evaluation_0_page.id), ',"subjects":', (SELECT concat('{"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_6.name), '}') AS json 
FROM organization AS organization_6 
WHERE organization_6.id = evaluation_subject_5_page.organization_id), 'null'), ',"field":', coalesce(('"' || evaluation_subject_5_page.field) || '"', 'null'), ',"total":', coalesce(('"' || evaluation_subject_5_page.total) || '"', 'null'), ',"rank":', coalesce(CAST(evaluation_subject_5_page.rank AS TEXT), 'null'), ',"band":', coalesce(('"' || evaluation_subject_5_page.band) || '"', 'null'), '}'), ',' ORDER BY evaluation_subject_5_page.place ASC, evaluation_subject_5_page.id ASC), ']}') AS json 
FROM (SELECT evaluation_subject_5.version AS version, evaluation_subject_5.updated_at AS updated_at, evaluation_subject_5.id AS id, evaluation_subject_5.evaluation_id AS evaluation_id, evaluation_subject_5.commissioner_id AS commissioner_id, evaluation_subject_5.commission_ids AS commission_ids, evaluation_subject_5.is_published AS is_published, evaluation_subject_5.place AS place, evaluation_subject_5.organization_id AS organization_id, evaluation_subject_5.field AS field, evaluation_subject_5.sampled AS sampled, evaluation_subject_5.total AS total, evaluation_subject_5.rank AS rank, evaluation_subject_5.band AS band 
FROM evaluation_subject AS evaluation_subject_5 
WHERE evaluation_subject_5.is_published AND evaluation_subject_5.evaluation_id = evaluation_0_page.id ORDER BY evaluation_subject_5.place ASC, evaluation_subject_5.id ASC 
 LIMIT 10) AS evaluation_subject_5_page 
HAVING true), ',"sample":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM sampled_case AS sampled_case_7 
WHERE false AND sampled_case_7.evaluation_id = evaluation_0_page.id 
 LIMIT 10001) AS sampled_case_7_some), 10001) AS TEXT), 'null'), '},"history":', (SELECT concat('[', string_agg(concat('{"command":', to_json(audit_entry_8_newest.action), '}'), ',' ORDER BY audit_entry_8_newest.id DESC), ']') AS json 
FROM (SELECT audit_entry_8.id AS id, audit_entry_8.at AS at, audit_entry_8.account_id AS account_id, audit_entry_8.account_name AS account_name, audit_entry_8.organization_id AS organization_id, audit_entry_8.rule AS rule, audit_entry_8.action AS action, audit_entry_8.object_type AS object_type, audit_entry_8.object_id AS object_id, audit_entry_8.before - '{version,updated_at,next_due_at,next_near_at,storage_key,matter_id,questionnaire_id}'::text[] AS before, audit_entry_8.after - '{version,updated_at,next_due_at,next_near_at,storage_key,matter_id,questionnaire_id}'::text[] AS after, audit_entry_8.correlation_id AS correlation_id, audit_entry_8.remote_address AS remote_address, audit_entry_8.sequence AS sequence, audit_entry_8.previous_hash AS previous_hash, audit_entry_8.hash AS hash, CASE WHEN false THEN concat(E'\x03', 'Evaluation:', CAST(evaluation_0_page.id AS TEXT), ':NARRATIVE', E'\x02') END AS shown_reason, CASE WHEN false THEN concat(E'\x03', 'Evaluation:', CAST(evaluation_0_page.id AS TEXT), ':NARRATIVE', E'\x02') END AS shown_sample_seed, CASE WHEN false THEN concat(E'\x03', 'Evaluation:', CAST(evaluation_0_page.id AS TEXT), ':NARRATIVE', E'\x02') END AS shown_suspension_reason, 'Organization:' AS names_commissioner_id, 'Organization:' AS names_evaluator_id, 'Questionnaire:' AS names_questionnaire_id, 'SupervisionMatter:' AS names_matter_id 
FROM audit_entry AS audit_entry_8 
WHERE false AND (audit_entry_8.action NOT IN ('download', 'download_letter')) AND audit_entry_8.object_type = 'Evaluation' AND audit_entry_8.object_id = CAST(evaluation_0_page.id AS TEXT) ORDER BY audit_entry_8.id DESC 
 LIMIT 100) AS audit_entry_8_newest), '}'), ',' ORDER BY evaluation_0_page.created_at ASC, evaluation_0_page.id ASC), ']}') AS json 
FROM (SELECT evaluation_0.version AS version, evaluation_0.updated_at AS updated_at, evaluation_0.id AS id, evaluation_0.title AS title, evaluation_0.kind AS kind, evaluation_0.state AS state, evaluation_0.commissioner_id AS commissioner_id, evaluation_0.evaluator_id AS evaluator_id, evaluation_0.region_codes AS region_codes, evaluation_0.fields AS fields, evaluation_0.period_from AS period_from, evaluation_0.period_to AS period_to, evaluation_0.is_suspended AS is_suspended, evaluation_0.suspension_reason AS suspension_reason, evaluation_0.is_running AS is_running, evaluation_0.commission_ids AS commission_ids, evaluation_0.is_published AS is_published, evaluation_0.sample_seed AS sample_seed, evaluation_0.sampled AS sampled, evaluation_0.report AS report, evaluation_0.worst_field AS worst_field, evaluation_0.questionnaire_id AS questionnaire_id, evaluation_0.matter_id AS matter_id, evaluation_0.created_at AS created_at, evaluation_0.sampled_at AS sampled_at, evaluation_0.submitted_at AS submitted_at, evaluation_0.adopted_at AS adopted_at, evaluation_0.published_at AS published_at 
FROM evaluation AS evaluation_0 
WHERE evaluation_0.is_published ORDER BY evaluation_0.created_at ASC, evaluation_0.id ASC 
 LIMIT 5) AS evaluation_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($1::UUID AS uuid), CAST($2::UUID AS uuid), CAST($3::VARCHAR AS varchar), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
