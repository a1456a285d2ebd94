SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_poll AND questionnaire_0.purpose = any($1::VARCHAR[]) 
 LIMIT 10001) AS questionnaire_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"title":', to_json(questionnaire_0_page.title), ',"state":"', questionnaire_0_page.state, '","answered":', coalesce(CAST(questionnaire_0_page.answered AS TEXT), 'null'), ',"worstField":', coalesce(('"' || questionnaire_0_page.worst_field) || '"', 'null'), ',"questions":', (SELECT concat('[', string_agg(concat('{"position":', question_1.position, ',"kind":"', question_1.kind, '","text":', to_json(question_1.text), ',"options":', array_to_json(question_1.options), ',"fields":', array_to_json(question_1.fields), '}'), ',' ORDER BY question_1.position, question_1.questionnaire_id, question_1.position), ']') AS json 
FROM question AS question_1 
WHERE question_1.questionnaire_id = questionnaire_0_page.id), ',"results":', (SELECT concat('[', string_agg(concat('{"question":', questionnaire_result_2.question, ',"option":', questionnaire_result_2.option, ',"label":', to_json(questionnaire_result_2.label), ',"field":', coalesce(('"' || questionnaire_result_2.field) || '"', 'null'), ',"answers":', questionnaire_result_2.answers, '}'), ',' ORDER BY questionnaire_result_2.question, questionnaire_result_2.questionnaire_id, questionnaire_result_2.question, questionnaire_result_2.option), ']') AS json 
FROM questionnaire_result AS questionnaire_result_2 
WHERE questionnaire_result_2.questionnaire_id = questionnaire_0_page.id), ',"responses":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM questionnaire_response AS questionnaire_response_3 
WHERE false AND questionnaire_response_3.questionnaire_id = questionnaire_0_page.id 
 LIMIT 10001) AS questionnaire_response_3_some), 10001) AS TEXT), 'null'), '},"availableActions":[', '', ']}'), ',' ORDER BY questionnaire_0_page.created_at ASC, questionnaire_0_page.id ASC), ']}') AS json 
FROM (SELECT questionnaire_0.version AS version, questionnaire_0.updated_at AS updated_at, questionnaire_0.id AS id, questionnaire_0.code AS code, questionnaire_0.edition AS edition, questionnaire_0.predecessor_id AS predecessor_id, questionnaire_0.title AS title, questionnaire_0.introduction AS introduction, questionnaire_0.purpose AS purpose, questionnaire_0.is_anonymous AS is_anonymous, questionnaire_0.organization_id AS organization_id, questionnaire_0.region_code AS region_code, questionnaire_0.state AS state, questionnaire_0.is_open AS is_open, questionnaire_0.is_poll AS is_poll, questionnaire_0.created_at AS created_at, questionnaire_0.published_at AS published_at, questionnaire_0.closed_at AS closed_at, questionnaire_0.answered AS answered, questionnaire_0.worst_field AS worst_field 
FROM questionnaire AS questionnaire_0 
WHERE questionnaire_0.is_poll AND questionnaire_0.purpose = any($1::VARCHAR[]) ORDER BY questionnaire_0.created_at ASC, questionnaire_0.id ASC 
 LIMIT 20) AS questionnaire_0_page 
HAVING true), 'UTF8') AS r0
