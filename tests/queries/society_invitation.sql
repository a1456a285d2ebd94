WITH answer AS 
(SELECT coalesce((SELECT concat('{"invitedName":', to_json(questionnaire_invitation_0.invited_name), ',"state":"', questionnaire_invitation_0.state, '","version":', questionnaire_invitation_0.version, ',"questionnaire":', coalesce((SELECT concat('{"title":', to_json(questionnaire_1.title), ',"predecessor":', coalesce((SELECT concat('{"edition":', questionnaire_2.edition, '}') AS json 
FROM questionnaire AS questionnaire_2 
WHERE questionnaire_2.id = questionnaire_1.predecessor_id AND (questionnaire_2.is_open OR questionnaire_2.is_poll)), 'null'), '}') AS json 
FROM questionnaire AS questionnaire_1 
WHERE questionnaire_1.id = questionnaire_invitation_0.questionnaire_id AND (questionnaire_1.is_open OR questionnaire_1.is_poll)), 'null'), ',"response":', coalesce((SELECT concat('{"answers":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'QuestionnaireResponse:', CAST(questionnaire_response_3.id AS TEXT), ':NARRATIVE', E'\x02'), '{"question":', answer_4.question, ',"options":', array_to_json(answer_4.options), ',"number":', coalesce(CAST(answer_4.number AS TEXT), 'null'), ',"text":', coalesce(CAST(to_json(answer_4.text) AS TEXT), 'null'), '}'), ',' ORDER BY answer_4.question, answer_4.response_id, answer_4.question), ']') AS json 
FROM answer AS answer_4 
WHERE questionnaire_response_3.respondent_id = $1::UUID AND questionnaire_response_3.respondent_id = $1::UUID AND answer_4.response_id = questionnaire_response_3.id), '}') AS json 
FROM questionnaire_response AS questionnaire_response_3 
WHERE questionnaire_response_3.invitation_id = questionnaire_invitation_0.id AND questionnaire_response_3.respondent_id = $1::UUID), 'null'), '}') AS json 
FROM questionnaire_invitation AS questionnaire_invitation_0 
WHERE questionnaire_invitation_0.id = $2::UUID AND questionnaire_invitation_0.account_id = $1::UUID), 'null') AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
