WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM contact_point AS contact_point_0 
WHERE contact_point_0.account_id = $1::UUID 
 LIMIT 10001) AS contact_point_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(contact_point_0_page.name), ',"state":"', contact_point_0_page.state, '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = contact_point_0_page.organization_id), 'null'), ',"visitFrequency":', (SELECT concat('{"visits":', contact_visit_2_count.visits, ',"standing":"', CASE WHEN (contact_visit_2_rule.least IS NULL) THEN 'NO_RULE' WHEN (contact_visit_2_count.visits < contact_visit_2_rule.least) THEN 'BELOW' WHEN (contact_visit_2_count.visits > contact_visit_2_rule.most) THEN 'ABOVE' ELSE 'WITHIN' END, '"}') AS json 
FROM LATERAL (SELECT (SELECT count(*) AS count_2 
FROM contact_visit AS contact_visit_2 
WHERE contact_visit_2.contact_point_id = contact_point_0_page.id AND EXTRACT(year FROM contact_visit_2.visited_on) = $2::INTEGER AND contact_visit_2.account_id = $1::UUID) AS visits) AS contact_visit_2_count LEFT OUTER JOIN LATERAL (SELECT contact_visit_limit_3.least AS least, contact_visit_limit_3.most AS most 
FROM contact_visit_limit AS contact_visit_limit_3 
WHERE starts_with(contact_point_0_page.region_code, contact_visit_limit_3.region_code) AND contact_visit_limit_3.valid_from <= make_date($2::INTEGER, 12, 31) AND (contact_visit_limit_3.valid_to IS NULL OR contact_visit_limit_3.valid_to >= make_date($2::INTEGER, 12, 31)) ORDER BY length(contact_visit_limit_3.region_code) DESC, contact_visit_limit_3.valid_from DESC 
 LIMIT 1) AS contact_visit_2_rule ON true), ',"availableActions":[', '', ']}'), ',' ORDER BY contact_point_0_page.name ASC, contact_point_0_page.id ASC), ']}') AS json 
FROM (SELECT contact_point_0.version AS version, contact_point_0.updated_at AS updated_at, contact_point_0.id AS id, contact_point_0.organization_id AS organization_id, contact_point_0.region_code AS region_code, contact_point_0.account_id AS account_id, contact_point_0.credit_code AS credit_code, contact_point_0.name AS name, contact_point_0.scale AS scale, contact_point_0.ownership AS ownership, contact_point_0.is_above_designated_size AS is_above_designated_size, contact_point_0.state AS state, contact_point_0.nominated_on AS nominated_on, contact_point_0.designated_on AS designated_on, contact_point_0.reason AS reason 
FROM contact_point AS contact_point_0 
WHERE contact_point_0.account_id = $1::UUID ORDER BY contact_point_0.name ASC, contact_point_0.id ASC 
 LIMIT 20) AS contact_point_0_page 
HAVING true) AS r0, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM contact_visit AS contact_visit_4 
WHERE contact_visit_4.account_id = $1::UUID 
 LIMIT 10001) AS contact_visit_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"method":"', contact_visit_4_page.method, '","visitedOn":"', to_char(contact_visit_4_page.visited_on, 'YYYY-MM-DD'), '","satisfaction":', contact_visit_4_page.satisfaction, ',"findings":', CASE WHEN (contact_visit_4_page.findings IS NULL) THEN 'null' WHEN (contact_visit_4_page.account_id = $1::UUID) THEN concat(E'\x03', 'ContactVisit:', CAST(contact_visit_4_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(contact_visit_4_page.findings) AS TEXT) ELSE 'null' END, ',"response":', coalesce((SELECT concat('{"answeredAt":', coalesce(('"' || to_char(timezone(interval '8 hours', questionnaire_response_5.answered_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), '}') AS json 
FROM questionnaire_response AS questionnaire_response_5 
WHERE questionnaire_response_5.id = contact_visit_4_page.response_id AND questionnaire_response_5.respondent_id = $1::UUID), 'null'), ',"problems":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'ContactVisit:', CAST(contact_visit_4_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"text":', to_json(visit_problem_6.text), ',"isClue":', CAST(visit_problem_6.is_clue AS TEXT), '}'), ',' ORDER BY visit_problem_6.position, visit_problem_6.visit_id, visit_problem_6.position), ']') AS json 
FROM visit_problem AS visit_problem_6 
WHERE contact_visit_4_page.account_id = $1::UUID AND contact_visit_4_page.account_id = $1::UUID AND visit_problem_6.visit_id = contact_visit_4_page.id), '}'), ',' ORDER BY contact_visit_4_page.visited_on ASC, contact_visit_4_page.id ASC), ']}') AS json 
FROM (SELECT contact_visit_4.id AS id, contact_visit_4.contact_point_id AS contact_point_id, contact_visit_4.organization_id AS organization_id, contact_visit_4.region_code AS region_code, contact_visit_4.account_id AS account_id, contact_visit_4.method AS method, contact_visit_4.visited_on AS visited_on, contact_visit_4.findings AS findings, contact_visit_4.satisfaction AS satisfaction, contact_visit_4.response_id AS response_id, contact_visit_4.recorded_at AS recorded_at 
FROM contact_visit AS contact_visit_4 
WHERE contact_visit_4.account_id = $1::UUID ORDER BY contact_visit_4.visited_on ASC, contact_visit_4.id ASC 
 LIMIT 20) AS contact_visit_4_page 
HAVING true) AS r1, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM questionnaire_invitation AS questionnaire_invitation_7 
WHERE questionnaire_invitation_7.account_id = $1::UUID 
 LIMIT 10001) AS questionnaire_invitation_7_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"state":"', questionnaire_invitation_7_page.state, '","questionnaire":', coalesce((SELECT concat('{"title":', to_json(questionnaire_8.title), ',"isAnonymous":', CAST(questionnaire_8.is_anonymous AS TEXT), ',"questions":', (SELECT concat('[', string_agg(concat('{"position":', question_9.position, ',"kind":"', question_9.kind, '","text":', to_json(question_9.text), '}'), ',' ORDER BY question_9.position, question_9.questionnaire_id, question_9.position), ']') AS json 
FROM question AS question_9 
WHERE question_9.questionnaire_id = questionnaire_8.id), '}') AS json 
FROM questionnaire AS questionnaire_8 
WHERE questionnaire_8.id = questionnaire_invitation_7_page.questionnaire_id AND (questionnaire_8.is_open OR questionnaire_8.is_poll)), 'null'), ',"response":', coalesce((SELECT concat('{"answers":', (SELECT concat('[', string_agg(concat(concat(E'\x03', 'QuestionnaireResponse:', CAST(questionnaire_response_10.id AS TEXT), ':NARRATIVE', E'\x02'), '{"question":', answer_11.question, ',"number":', coalesce(CAST(answer_11.number AS TEXT), 'null'), '}'), ',' ORDER BY answer_11.question, answer_11.response_id, answer_11.question), ']') AS json 
FROM answer AS answer_11 
WHERE questionnaire_response_10.respondent_id = $1::UUID AND questionnaire_response_10.respondent_id = $1::UUID AND answer_11.response_id = questionnaire_response_10.id), '}') AS json 
FROM questionnaire_response AS questionnaire_response_10 
WHERE questionnaire_response_10.invitation_id = questionnaire_invitation_7_page.id AND questionnaire_response_10.respondent_id = $1::UUID), 'null'), ',"availableActions":[', concat_ws(',', CASE WHEN (questionnaire_invitation_7_page.state = 'INVITED' AND questionnaire_invitation_7_page.account_id = $1::UUID AND NOT ((SELECT NOT coalesce(bool_or(s.state IN ('APPOINTED', 'RENEWED') AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN s.term_from AND s.term_to), true) FROM invited_supervisor s
             WHERE s.account_id = questionnaire_invitation_7_page.account_id AND s.organization_id = questionnaire_invitation_7_page.organization_id)
            AND NOT EXISTS (
                SELECT FROM contact_point p WHERE p.state = 'DESIGNATED'
                AND p.account_id = questionnaire_invitation_7_page.account_id AND p.organization_id = questionnaire_invitation_7_page.organization_id)) AND NOT (EXISTS (SELECT FROM questionnaire_invitation i
                   WHERE i.questionnaire_id = questionnaire_invitation_7_page.questionnaire_id AND i.account_id = questionnaire_invitation_7_page.account_id
                     AND i.id <> questionnaire_invitation_7_page.id AND i.state = 'ANSWERED'))) THEN '"FILL_IN"' END), ']}'), ',' ORDER BY questionnaire_invitation_7_page.id ASC), ']}') AS json 
FROM (SELECT questionnaire_invitation_7.version AS version, questionnaire_invitation_7.updated_at AS updated_at, questionnaire_invitation_7.id AS id, questionnaire_invitation_7.questionnaire_id AS questionnaire_id, questionnaire_invitation_7.account_id AS account_id, questionnaire_invitation_7.invited_name AS invited_name, questionnaire_invitation_7.organization_id AS organization_id, questionnaire_invitation_7.region_code AS region_code, questionnaire_invitation_7.state AS state, questionnaire_invitation_7.invited_at AS invited_at 
FROM questionnaire_invitation AS questionnaire_invitation_7 
WHERE questionnaire_invitation_7.account_id = $1::UUID ORDER BY questionnaire_invitation_7.id ASC 
 LIMIT 20) AS questionnaire_invitation_7_page 
HAVING true) AS r2), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1, answer.r2), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1, convert_to(answer.r2, 'UTF8') AS r2 
FROM answer
