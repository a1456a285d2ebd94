WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT questionnaire_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_poll AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_open AND questionnaire_0.is_poll IS NOT true AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM questionnaire AS questionnaire_0 
WHERE left(questionnaire_0.region_code, 6) = $3::VARCHAR AND questionnaire_0.is_poll IS NOT true AND questionnaire_0.is_open IS NOT true AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_3) AS questionnaire_0_each 
 LIMIT 10001) AS questionnaire_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"code":', to_json(questionnaire_0_page.code), ',"edition":', questionnaire_0_page.edition, ',"title":', to_json(questionnaire_0_page.title), ',"purpose":"', questionnaire_0_page.purpose, '","isAnonymous":', CAST(questionnaire_0_page.is_anonymous AS TEXT), ',"state":"', questionnaire_0_page.state, '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = questionnaire_0_page.organization_id), 'null'), ',"questions":', (SELECT concat('[', string_agg(concat('{"position":', question_2.position, ',"kind":"', question_2.kind, '","text":', to_json(question_2.text), ',"options":', array_to_json(question_2.options), ',"fields":', array_to_json(question_2.fields), ',"least":', coalesce(CAST(question_2.least AS TEXT), 'null'), ',"most":', coalesce(CAST(question_2.most AS TEXT), 'null'), ',"isRequired":', CAST(question_2.is_required AS TEXT), ',"dependsOn":', coalesce(CAST(question_2.depends_on AS TEXT), 'null'), ',"dependsOnOptions":', array_to_json(question_2.depends_on_options), '}'), ',' ORDER BY question_2.position, question_2.questionnaire_id, question_2.position), ']') AS json 
FROM question AS question_2 
WHERE question_2.questionnaire_id = questionnaire_0_page.id), ',"invitations":', (SELECT concat('{"nodes":[', string_agg(concat('{"invitedName":', to_json(questionnaire_invitation_3_page.invited_name), ',"state":"', questionnaire_invitation_3_page.state, '","response":', coalesce((SELECT concat('{"answeredAt":', coalesce(('"' || to_char(timezone(interval '8 hours', questionnaire_response_4.answered_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), '}') AS json 
FROM questionnaire_response AS questionnaire_response_4 
WHERE questionnaire_response_4.invitation_id = questionnaire_invitation_3_page.id AND left(questionnaire_response_4.visible_region_code, 6) = $3::VARCHAR), 'null'), '}'), ',' ORDER BY questionnaire_invitation_3_page.id ASC), ']}') AS json 
FROM (SELECT questionnaire_invitation_3.version AS version, questionnaire_invitation_3.updated_at AS updated_at, questionnaire_invitation_3.id AS id, questionnaire_invitation_3.questionnaire_id AS questionnaire_id, questionnaire_invitation_3.account_id AS account_id, questionnaire_invitation_3.invited_name AS invited_name, questionnaire_invitation_3.organization_id AS organization_id, questionnaire_invitation_3.region_code AS region_code, questionnaire_invitation_3.state AS state, questionnaire_invitation_3.invited_at AS invited_at 
FROM questionnaire_invitation AS questionnaire_invitation_3 
WHERE left(questionnaire_invitation_3.region_code, 6) = $3::VARCHAR AND questionnaire_invitation_3.questionnaire_id = questionnaire_0_page.id ORDER BY questionnaire_invitation_3.id ASC 
 LIMIT 20) AS questionnaire_invitation_3_page 
HAVING true), ',"responses":', (SELECT concat('{"nodes":[', string_agg(concat('{"answeredAt":', coalesce(('"' || to_char(timezone(interval '8 hours', questionnaire_response_5_page.answered_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"answers":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'QuestionnaireResponse:', CAST(questionnaire_response_5_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"question":', answer_6.question, ',"options":', array_to_json(answer_6.options), ',"number":', coalesce(CAST(answer_6.number AS TEXT), 'null'), ',"text":', coalesce(CAST(to_json(answer_6.text) AS TEXT), 'null'), '}'), ',' ORDER BY answer_6.question, answer_6.response_id, answer_6.question), ']') AS json 
FROM answer AS answer_6 
WHERE left(questionnaire_response_5_page.visible_region_code, 6) = $3::VARCHAR AND left(questionnaire_response_5_page.visible_region_code, 6) = $3::VARCHAR AND answer_6.response_id = questionnaire_response_5_page.id), '}'), ',' ORDER BY questionnaire_response_5_page.id ASC), ']}') AS json 
FROM (SELECT questionnaire_response_5.id AS id, questionnaire_response_5.questionnaire_id AS questionnaire_id, questionnaire_response_5.organization_id AS organization_id, questionnaire_response_5.region_code AS region_code, questionnaire_response_5.respondent_id AS respondent_id, questionnaire_response_5.invitation_id AS invitation_id, questionnaire_response_5.answered_at AS answered_at, questionnaire_response_5.is_sealed AS is_sealed, questionnaire_response_5.visible_organization_id AS visible_organization_id, questionnaire_response_5.visible_region_code AS visible_region_code 
FROM questionnaire_response AS questionnaire_response_5 
WHERE left(questionnaire_response_5.visible_region_code, 6) = $3::VARCHAR AND questionnaire_response_5.questionnaire_id = questionnaire_0_page.id ORDER BY questionnaire_response_5.id ASC 
 LIMIT 20) AS questionnaire_response_5_page 
HAVING true), ',"availableActions":[', concat_ws(',', CASE WHEN (questionnaire_0_page.state = 'DRAFT' AND questionnaire_0_page.organization_id = any($4::UUID[])) THEN '"UPDATE"' END, CASE WHEN (questionnaire_0_page.state = 'DRAFT' AND questionnaire_0_page.organization_id = any($4::UUID[])) THEN '"PUBLISH"' END, CASE WHEN ((questionnaire_0_page.state = 'PUBLISHED' OR questionnaire_0_page.state = 'CLOSED') AND questionnaire_0_page.organization_id = any($4::UUID[]) AND NOT (EXISTS (SELECT FROM questionnaire q WHERE q.organization_id = questionnaire_0_page.organization_id AND q.code = questionnaire_0_page.code
                   AND q.state = 'DRAFT'))) THEN '"REVISE"' END, CASE WHEN (questionnaire_0_page.state = 'PUBLISHED' AND questionnaire_0_page.organization_id = any($4::UUID[])) THEN '"CLOSE_ANSWERS"' END), ']}'), ',' ORDER BY questionnaire_0_page.created_at ASC, questionnaire_0_page.id ASC), ']}') AS json 
FROM (SELECT questionnaire_0.version AS version, questionnaire_0.updated_at AS updated_at, questionnaire_0.id AS id, questionnaire_0.code AS code, questionnaire_0.edition AS edition, questionnaire_0.predecessor_id AS predecessor_id, questionnaire_0.title AS title, questionnaire_0.introduction AS introduction, questionnaire_0.purpose AS purpose, questionnaire_0.is_anonymous AS is_anonymous, questionnaire_0.organization_id AS organization_id, questionnaire_0.region_code AS region_code, questionnaire_0.state AS state, questionnaire_0.is_open AS is_open, questionnaire_0.is_poll AS is_poll, questionnaire_0.created_at AS created_at, questionnaire_0.published_at AS published_at, questionnaire_0.closed_at AS closed_at, questionnaire_0.answered AS answered, questionnaire_0.worst_field AS worst_field 
FROM questionnaire AS questionnaire_0 JOIN (SELECT questionnaire_0_keys.created_at AS created_at, questionnaire_0_keys.id AS id 
FROM (SELECT anon_4.created_at AS created_at, anon_4.id AS id 
FROM (SELECT questionnaire_0.created_at AS created_at, questionnaire_0.id AS id 
FROM questionnaire AS questionnaire_0 
WHERE left(questionnaire_0.region_code, 6) = $3::VARCHAR AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) ORDER BY questionnaire_0.created_at ASC, questionnaire_0.id ASC 
 LIMIT 4) AS anon_4 UNION SELECT anon_5.created_at AS created_at, anon_5.id AS id 
FROM (SELECT questionnaire_0.created_at AS created_at, questionnaire_0.id AS id 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_open AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) ORDER BY questionnaire_0.created_at ASC, questionnaire_0.id ASC 
 LIMIT 4) AS anon_5 UNION SELECT anon_6.created_at AS created_at, anon_6.id AS id 
FROM (SELECT questionnaire_0.created_at AS created_at, questionnaire_0.id AS id 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_poll AND questionnaire_0.purpose = any($1::VARCHAR[]) AND questionnaire_0.state = any($2::VARCHAR[]) ORDER BY questionnaire_0.created_at ASC, questionnaire_0.id ASC 
 LIMIT 4) AS anon_6) AS questionnaire_0_keys ORDER BY questionnaire_0_keys.created_at ASC, questionnaire_0_keys.id ASC 
 LIMIT 4) AS questionnaire_0_united ON questionnaire_0_united.id = questionnaire_0.id) AS questionnaire_0_page 
HAVING true) AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($5::UUID AS uuid), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::UUID AS uuid), CAST($9::VARCHAR AS varchar), CAST($10::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
