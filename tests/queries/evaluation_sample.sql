WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT evaluation_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM evaluation AS evaluation_0 
WHERE evaluation_0.is_published AND evaluation_0.state = any($1::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM evaluation AS evaluation_0 
WHERE (evaluation_0.commission_ids && $2::UUID[]) AND evaluation_0.is_published IS NOT true AND evaluation_0.state = any($1::VARCHAR[]) 
 LIMIT 10001) AS anon_2) AS evaluation_0_each 
 LIMIT 10001) AS evaluation_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"title":', to_json(evaluation_0_page.title), ',"kind":"', evaluation_0_page.kind, '","state":"', evaluation_0_page.state, '","regionCodes":', array_to_json(evaluation_0_page.region_codes), ',"fields":', array_to_json(evaluation_0_page.fields), ',"periodFrom":"', to_char(evaluation_0_page.period_from, 'YYYY-MM-DD'), '","periodTo":"', to_char(evaluation_0_page.period_to, 'YYYY-MM-DD'), '","sampleSeed":', CASE WHEN (evaluation_0_page.sample_seed IS NULL) THEN 'null' WHEN false THEN concat(E'\x03', 'Evaluation:', CAST(evaluation_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(evaluation_0_page.sample_seed) AS TEXT) ELSE 'null' END, ',"sampled":', CASE WHEN (evaluation_0_page.commission_ids && $2::UUID[]) THEN CAST(evaluation_0_page.sampled AS TEXT) ELSE 'null' END, ',"availableActions":[', concat_ws(',', CASE WHEN ((NOT evaluation_0_page.is_suspended AND evaluation_0_page.state = 'SAMPLING' OR NOT evaluation_0_page.is_suspended AND evaluation_0_page.state = 'SCORING') AND (evaluation_0_page.commission_ids && $2::UUID[])) THEN '"SCORE"' END, CASE WHEN (NOT evaluation_0_page.is_suspended AND evaluation_0_page.state = 'SCORING' AND (evaluation_0_page.commission_ids && $2::UUID[]) AND NOT (EXISTS (SELECT FROM (
    SELECT i.code, i.position FROM evaluation_indicator i JOIN sampled_case s ON s.evaluation_id = i.evaluation_id
    WHERE i.evaluation_id = evaluation_0_page.id AND i.basis = 'SAMPLED_CASE' AND NOT EXISTS (
        SELECT FROM evaluation_score v
        WHERE v.evaluation_id = i.evaluation_id AND v.indicator_code = i.code AND v.sampled_case_id = s.id
    )
    UNION ALL
    SELECT i.code, i.position FROM evaluation_indicator i JOIN evaluation_subject s
    ON s.evaluation_id = i.evaluation_id
    WHERE i.evaluation_id = evaluation_0_page.id AND i.basis = 'SUBJECT' AND NOT EXISTS (
        SELECT FROM evaluation_score v
        WHERE v.evaluation_id = i.evaluation_id AND v.indicator_code = i.code AND v.subject_id = s.id
    )
) u))) THEN '"SUBMIT_EVALUATION"' END), '],"indicators":', (SELECT concat('[', string_agg(concat('{"code":', to_json(evaluation_indicator_1.code), ',"parentCode":', coalesce(CAST(to_json(evaluation_indicator_1.parent_code) AS TEXT), 'null'), ',"name":', to_json(evaluation_indicator_1.name), ',"weight":"', evaluation_indicator_1.weight, '","basis":', coalesce(('"' || evaluation_indicator_1.basis) || '"', 'null'), '}'), ',' ORDER BY evaluation_indicator_1.position, evaluation_indicator_1.evaluation_id, evaluation_indicator_1.code), ']') AS json 
FROM evaluation_indicator AS evaluation_indicator_1 
WHERE (evaluation_0_page.commission_ids && $2::UUID[]) AND evaluation_indicator_1.evaluation_id = evaluation_0_page.id), ',"sample":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM sampled_case AS sampled_case_2 
WHERE (sampled_case_2.commission_ids && $2::UUID[]) AND sampled_case_2.evaluation_id = evaluation_0_page.id 
 LIMIT 10001) AS sampled_case_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"place":', sampled_case_2_page.place, ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = sampled_case_2_page.organization_id), 'null'), ',"actType":"', sampled_case_2_page.act_type, '","procedure":', coalesce(('"' || sampled_case_2_page.procedure) || '"', 'null'), ',"legalReview":', coalesce(('"' || sampled_case_2_page.legal_review) || '"', 'null'), ',"partyPseudonym":', to_json(sampled_case_2_page.party_pseudonym), ',"officerPseudonyms":', array_to_json(sampled_case_2_page.officer_pseudonyms), ',"withheld":', array_to_json(sampled_case_2_page.withheld), ',"decidedWithin":', coalesce(('"' || sampled_case_2_page.decided_within) || '"', 'null'), ',"servedWithin":', coalesce(('"' || sampled_case_2_page.served_within) || '"', 'null'), ',"penaltyKinds":', array_to_json(sampled_case_2_page.penalty_kinds), ',"fine":', coalesce(('"' || sampled_case_2_page.fine) || '"', 'null'), ',"copies":', (SELECT concat('[', string_agg(concat('{"file":', coalesce((SELECT concat('{"name":', to_json(stored_file_5.name), ',"downloadUrl":', CASE WHEN (stored_file_5.state = 'STORED') THEN concat(E'\x01', 'lGET:', concat('/files/', CAST(stored_file_5.id AS TEXT)), E'\x02') ELSE 'null' END, '}') AS json 
FROM stored_file AS stored_file_5 
WHERE stored_file_5.id = sampled_copy_4.file_id AND (EXISTS (SELECT 1 
FROM sampled_copy AS stored_file_5_sampled_copy JOIN sampled_case AS stored_file_5_sampled_copy_of ON stored_file_5_sampled_copy_of.id = stored_file_5_sampled_copy.sampled_case_id 
WHERE stored_file_5_sampled_copy.file_id = stored_file_5.id AND (stored_file_5_sampled_copy_of.commission_ids && $2::UUID[])))), 'null'), '}'), ',' ORDER BY sampled_copy_4.position, sampled_copy_4.sampled_case_id, sampled_copy_4.position), ']') AS json 
FROM sampled_copy AS sampled_copy_4 
WHERE (sampled_case_2_page.commission_ids && $2::UUID[]) AND sampled_copy_4.sampled_case_id = sampled_case_2_page.id), ',"papers":', (SELECT concat('[', string_agg(concat('{"document":', coalesce(('"' || sampled_paper_6.document) || '"', 'null'), ',"evidence":', coalesce(('"' || sampled_paper_6.evidence) || '"', 'null'), '}'), ',' ORDER BY sampled_paper_6.position, sampled_paper_6.sampled_case_id, sampled_paper_6.position), ']') AS json 
FROM sampled_paper AS sampled_paper_6 
WHERE (sampled_case_2_page.commission_ids && $2::UUID[]) AND sampled_paper_6.sampled_case_id = sampled_case_2_page.id), ',"scores":', (SELECT concat('[', string_agg(concat('{"indicatorCode":', to_json(evaluation_score_7.indicator_code), ',"value":"', evaluation_score_7.value, '"}'), ',' ORDER BY evaluation_score_7.indicator_code, evaluation_score_7.id), ']') AS json 
FROM evaluation_score AS evaluation_score_7 
WHERE (sampled_case_2_page.commission_ids && $2::UUID[]) AND evaluation_score_7.sampled_case_id = sampled_case_2_page.id), ',"originals":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'SampledCase:', CAST(sampled_case_2_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"case":', coalesce((SELECT concat('{"number":', to_json(enforcement_case_9.number), '}') AS json 
FROM enforcement_case AS enforcement_case_9 
WHERE enforcement_case_9.id = sampled_original_8.case_id AND enforcement_case_9.is_published), 'null'), '}'), ',' ORDER BY sampled_original_8.case_id, sampled_original_8.sampled_case_id), ']') AS json 
FROM sampled_original AS sampled_original_8 
WHERE (sampled_case_2_page.commission_ids && $2::UUID[]) AND false AND sampled_original_8.sampled_case_id = sampled_case_2_page.id), '}'), ',' ORDER BY sampled_case_2_page.place ASC, sampled_case_2_page.id ASC), ']}') AS json 
FROM (SELECT sampled_case_2.id AS id, sampled_case_2.evaluation_id AS evaluation_id, sampled_case_2.commissioner_id AS commissioner_id, sampled_case_2.commission_ids AS commission_ids, sampled_case_2.place AS place, sampled_case_2.subject_id AS subject_id, sampled_case_2.organization_id AS organization_id, sampled_case_2.field AS field, sampled_case_2.act_type AS act_type, sampled_case_2.procedure AS procedure, sampled_case_2.legal_review AS legal_review, sampled_case_2.hearing_held AS hearing_held, sampled_case_2.party_pseudonym AS party_pseudonym, sampled_case_2.officer_pseudonyms AS officer_pseudonyms, sampled_case_2.decided_within AS decided_within, sampled_case_2.served_within AS served_within, sampled_case_2.penalty_kinds AS penalty_kinds, sampled_case_2.fine AS fine, sampled_case_2.withheld AS withheld 
FROM sampled_case AS sampled_case_2 
WHERE (sampled_case_2.commission_ids && $2::UUID[]) AND sampled_case_2.evaluation_id = evaluation_0_page.id ORDER BY sampled_case_2.place ASC, sampled_case_2.id ASC 
 LIMIT 2) AS sampled_case_2_page 
HAVING true), '}'), ',' ORDER BY evaluation_0_page.created_at ASC, evaluation_0_page.id ASC), ']}') AS json 
FROM (SELECT evaluation_0.version AS version, evaluation_0.updated_at AS updated_at, evaluation_0.id AS id, evaluation_0.title AS title, evaluation_0.kind AS kind, evaluation_0.state AS state, evaluation_0.commissioner_id AS commissioner_id, evaluation_0.evaluator_id AS evaluator_id, evaluation_0.region_codes AS region_codes, evaluation_0.fields AS fields, evaluation_0.period_from AS period_from, evaluation_0.period_to AS period_to, evaluation_0.is_suspended AS is_suspended, evaluation_0.suspension_reason AS suspension_reason, evaluation_0.is_running AS is_running, evaluation_0.commission_ids AS commission_ids, evaluation_0.is_published AS is_published, evaluation_0.sample_seed AS sample_seed, evaluation_0.sampled AS sampled, evaluation_0.report AS report, evaluation_0.worst_field AS worst_field, evaluation_0.questionnaire_id AS questionnaire_id, evaluation_0.matter_id AS matter_id, evaluation_0.created_at AS created_at, evaluation_0.sampled_at AS sampled_at, evaluation_0.submitted_at AS submitted_at, evaluation_0.adopted_at AS adopted_at, evaluation_0.published_at AS published_at 
FROM evaluation AS evaluation_0 JOIN (SELECT evaluation_0_keys.created_at AS created_at, evaluation_0_keys.id AS id 
FROM (SELECT anon_3.created_at AS created_at, anon_3.id AS id 
FROM (SELECT evaluation_0.created_at AS created_at, evaluation_0.id AS id 
FROM evaluation AS evaluation_0 
WHERE (evaluation_0.commission_ids && $2::UUID[]) AND evaluation_0.state = any($1::VARCHAR[]) ORDER BY evaluation_0.created_at ASC, evaluation_0.id ASC 
 LIMIT 5) AS anon_3 UNION SELECT anon_4.created_at AS created_at, anon_4.id AS id 
FROM (SELECT evaluation_0.created_at AS created_at, evaluation_0.id AS id 
FROM evaluation AS evaluation_0 
WHERE evaluation_0.is_published AND evaluation_0.state = any($1::VARCHAR[]) ORDER BY evaluation_0.created_at ASC, evaluation_0.id ASC 
 LIMIT 5) AS anon_4) AS evaluation_0_keys ORDER BY evaluation_0_keys.created_at ASC, evaluation_0_keys.id ASC 
 LIMIT 5) AS evaluation_0_united ON evaluation_0_united.id = evaluation_0.id) AS evaluation_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
