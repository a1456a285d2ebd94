WITH answer AS 
(SELECT coalesce((SELECT concat('{"name":', to_json(region_0.name), ',"invitedSupervisorMix":[{"category":"PRIVATE_ENTERPRISE","serving":', (SELECT count(*) AS count_1 
FROM invited_supervisor AS invited_supervisor_1 
WHERE invited_supervisor_1.region_code >= region_0.code AND invited_supervisor_1.region_code <= (region_0.code || '~') AND invited_supervisor_1.category = 'PRIVATE_ENTERPRISE' AND (invited_supervisor_1.state = 'APPOINTED' OR invited_supervisor_1.state = 'RENEWED') AND invited_supervisor_1.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_1.region_code, 4) = $1::VARCHAR OR invited_supervisor_1.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_2.number 
FROM supervisor_target AS supervisor_target_2 
WHERE supervisor_target_2.region_code = region_0.code AND supervisor_target_2.category = 'PRIVATE_ENTERPRISE' AND supervisor_target_2.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_2.valid_to IS NULL OR supervisor_target_2.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_2.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"ABOVE_SCALE_ENTERPRISE","serving":', (SELECT count(*) AS count_2 
FROM invited_supervisor AS invited_supervisor_3 
WHERE invited_supervisor_3.region_code >= region_0.code AND invited_supervisor_3.region_code <= (region_0.code || '~') AND invited_supervisor_3.category = 'ABOVE_SCALE_ENTERPRISE' AND (invited_supervisor_3.state = 'APPOINTED' OR invited_supervisor_3.state = 'RENEWED') AND invited_supervisor_3.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_3.region_code, 4) = $1::VARCHAR OR invited_supervisor_3.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_4.number 
FROM supervisor_target AS supervisor_target_4 
WHERE supervisor_target_4.region_code = region_0.code AND supervisor_target_4.category = 'ABOVE_SCALE_ENTERPRISE' AND supervisor_target_4.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_4.valid_to IS NULL OR supervisor_target_4.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_4.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"SOLE_TRADER","serving":', (SELECT count(*) AS count_3 
FROM invited_supervisor AS invited_supervisor_5 
WHERE invited_supervisor_5.region_code >= region_0.code AND invited_supervisor_5.region_code <= (region_0.code || '~') AND invited_supervisor_5.category = 'SOLE_TRADER' AND (invited_supervisor_5.state = 'APPOINTED' OR invited_supervisor_5.state = 'RENEWED') AND invited_supervisor_5.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_5.region_code, 4) = $1::VARCHAR OR invited_supervisor_5.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_6.number 
FROM supervisor_target AS supervisor_target_6 
WHERE supervisor_target_6.region_code = region_0.code AND supervisor_target_6.category = 'SOLE_TRADER' AND supervisor_target_6.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_6.valid_to IS NULL OR supervisor_target_6.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_6.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"DEPUTY","serving":', (SELECT count(*) AS count_4 
FROM invited_supervisor AS invited_supervisor_7 
WHERE invited_supervisor_7.region_code >= region_0.code AND invited_supervisor_7.region_code <= (region_0.code || '~') AND invited_supervisor_7.category = 'DEPUTY' AND (invited_supervisor_7.state = 'APPOINTED' OR invited_supervisor_7.state = 'RENEWED') AND invited_supervisor_7.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_7.region_code, 4) = $1::VARCHAR OR invited_supervisor_7.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_8.number 
FROM supervisor_target AS supervisor_target_8 
WHERE supervisor_target_8.region_code = region_0.code AND supervisor_target_8.category = 'DEPUTY' AND supervisor_target_8.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_8.valid_to IS NULL OR supervisor_target_8.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_8.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"CPPCC_MEMBER","serving":', (SELECT count(*) AS count_5 
FROM invited_supervisor AS invited_supervisor_9 
WHERE invited_supervisor_9.region_code >= region_0.code AND invited_supervisor_9.region_code <= (region_0.code || '~') AND invited_supervisor_9.category = 'CPPCC_MEMBER' AND (invited_supervisor_9.state = 'APPOINTED' OR invited_supervisor_9.state = 'RENEWED') AND invited_supervisor_9.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_9.region_code, 4) = $1::VARCHAR OR invited_supervisor_9.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_10.number 
FROM supervisor_target AS supervisor_target_10 
WHERE supervisor_target_10.region_code = region_0.code AND supervisor_target_10.category = 'CPPCC_MEMBER' AND supervisor_target_10.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_10.valid_to IS NULL OR supervisor_target_10.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_10.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"LAWYER","serving":', (SELECT count(*) AS count_6 
FROM invited_supervisor AS invited_supervisor_11 
WHERE invited_supervisor_11.region_code >= region_0.code AND invited_supervisor_11.region_code <= (region_0.code || '~') AND invited_supervisor_11.category = 'LAWYER' AND (invited_supervisor_11.state = 'APPOINTED' OR invited_supervisor_11.state = 'RENEWED') AND invited_supervisor_11.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_11.region_code, 4) = $1::VARCHAR OR invited_supervisor_11.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_12.number 
FROM supervisor_target AS supervisor_target_12 
WHERE supervisor_target_12.region_code = region_0.code AND supervisor_target_12.category = 'LAWYER' AND supervisor_target_12.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_12.valid_to IS NULL OR supervisor_target_12.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_12.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"SCHOLAR","serving":', (SELECT count(*) AS count_7 
FROM invited_supervisor AS invited_supervisor_13 
WHERE invited_supervisor_13.region_code >= region_0.code AND invited_supervisor_13.region_code <= (region_0.code || '~') AND invited_supervisor_13.category = 'SCHOLAR' AND (invited_supervisor_13.state = 'APPOINTED' OR invited_supervisor_13.state = 'RENEWED') AND invited_supervisor_13.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_13.region_code, 4) = $1::VARCHAR OR invited_supervisor_13.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_14.number 
FROM supervisor_target AS supervisor_target_14 
WHERE supervisor_target_14.region_code = region_0.code AND supervisor_target_14.category = 'SCHOLAR' AND supervisor_target_14.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_14.valid_to IS NULL OR supervisor_target_14.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_14.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"MEDIA","serving":', (SELECT count(*) AS count_8 
FROM invited_supervisor AS invited_supervisor_15 
WHERE invited_supervisor_15.region_code >= region_0.code AND invited_supervisor_15.region_code <= (region_0.code || '~') AND invited_supervisor_15.category = 'MEDIA' AND (invited_supervisor_15.state = 'APPOINTED' OR invited_supervisor_15.state = 'RENEWED') AND invited_supervisor_15.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_15.region_code, 4) = $1::VARCHAR OR invited_supervisor_15.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_16.number 
FROM supervisor_target AS supervisor_target_16 
WHERE supervisor_target_16.region_code = region_0.code AND supervisor_target_16.category = 'MEDIA' AND supervisor_target_16.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_16.valid_to IS NULL OR supervisor_target_16.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_16.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '},{"category":"CITIZEN","serving":', (SELECT count(*) AS count_9 
FROM invited_supervisor AS invited_supervisor_17 
WHERE invited_supervisor_17.region_code >= region_0.code AND invited_supervisor_17.region_code <= (region_0.code || '~') AND invited_supervisor_17.category = 'CITIZEN' AND (invited_supervisor_17.state = 'APPOINTED' OR invited_supervisor_17.state = 'RENEWED') AND invited_supervisor_17.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (left(invited_supervisor_17.region_code, 4) = $1::VARCHAR OR invited_supervisor_17.account_id = $2::UUID)), ',"target":', coalesce(CAST((SELECT supervisor_target_18.number 
FROM supervisor_target AS supervisor_target_18 
WHERE supervisor_target_18.region_code = region_0.code AND supervisor_target_18.category = 'CITIZEN' AND supervisor_target_18.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (supervisor_target_18.valid_to IS NULL OR supervisor_target_18.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY supervisor_target_18.valid_from DESC 
 LIMIT 1) AS TEXT), 'null'), '}]}') AS json 
FROM region AS region_0 
WHERE region_0.code = $3::VARCHAR), 'null') AS r0, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_10 
FROM (SELECT invited_supervisor_19_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM invited_supervisor AS invited_supervisor_19 
WHERE invited_supervisor_19.account_id = $2::UUID 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM invited_supervisor AS invited_supervisor_19 
WHERE left(invited_supervisor_19.region_code, 4) = $1::VARCHAR AND (invited_supervisor_19.account_id = $2::UUID) IS NOT true 
 LIMIT 10001) AS anon_2) AS invited_supervisor_19_each 
 LIMIT 10001) AS invited_supervisor_19_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(invited_supervisor_19_page.name), ',"category":"', invited_supervisor_19_page.category, '","workUnit":', to_json(invited_supervisor_19_page.work_unit), ',"isBusinessEnvironmentSupervisor":', CAST(invited_supervisor_19_page.is_business_environment_supervisor AS TEXT), ',"state":"', CASE WHEN ((invited_supervisor_19_page.state = 'APPOINTED' OR invited_supervisor_19_page.state = 'RENEWED') AND invited_supervisor_19_page.term_to < (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN 'EXPIRED' ELSE concat(invited_supervisor_19_page.state) END, '","termFrom":', coalesce(('"' || to_char(invited_supervisor_19_page.term_from, 'YYYY-MM-DD')) || '"', 'null'), ',"termTo":', coalesce(('"' || to_char(invited_supervisor_19_page.term_to, 'YYYY-MM-DD')) || '"', 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_20.name), '}') AS json 
FROM organization AS organization_20 
WHERE organization_20.id = invited_supervisor_19_page.organization_id), 'null'), ',"availableActions":[', concat_ws(',', CASE WHEN (invited_supervisor_19_page.state = 'APPLIED' AND invited_supervisor_19_page.organization_id = any($4::UUID[])) THEN '"REVIEW"' END, CASE WHEN (invited_supervisor_19_page.state = 'REVIEWED' AND invited_supervisor_19_page.organization_id = any($4::UUID[])) THEN '"APPOINT"' END, CASE WHEN ((invited_supervisor_19_page.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND invited_supervisor_19_page.state = 'APPOINTED' OR invited_supervisor_19_page.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND invited_supervisor_19_page.state = 'RENEWED') AND invited_supervisor_19_page.organization_id = any($4::UUID[])) THEN '"RENEW"' END, CASE WHEN ((invited_supervisor_19_page.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND invited_supervisor_19_page.state = 'APPOINTED' OR invited_supervisor_19_page.term_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND invited_supervisor_19_page.state = 'RENEWED') AND invited_supervisor_19_page.organization_id = any($4::UUID[])) THEN '"DISMISS"' END), ']}'), ',' ORDER BY invited_supervisor_19_page.name ASC, invited_supervisor_19_page.id ASC), ']}') AS json 
FROM (SELECT invited_supervisor_19.version AS version, invited_supervisor_19.updated_at AS updated_at, invited_supervisor_19.id AS id, invited_supervisor_19.account_id AS account_id, invited_supervisor_19.organization_id AS organization_id, invited_supervisor_19.region_code AS region_code, invited_supervisor_19.name AS name, invited_supervisor_19.category AS category, invited_supervisor_19.work_unit AS work_unit, invited_supervisor_19.is_business_environment_supervisor AS is_business_environment_supervisor, invited_supervisor_19.application AS application, invited_supervisor_19.state AS state, invited_supervisor_19.applied_on AS applied_on, invited_supervisor_19.review_opinion AS review_opinion, invited_supervisor_19.term_from AS term_from, invited_supervisor_19.term_to AS term_to, invited_supervisor_19.dismissal_reason AS dismissal_reason 
FROM invited_supervisor AS invited_supervisor_19 JOIN (SELECT invited_supervisor_19_keys.name AS name, invited_supervisor_19_keys.id AS id 
FROM (SELECT anon_3.name AS name, anon_3.id AS id 
FROM (SELECT invited_supervisor_19.name AS name, invited_supervisor_19.id AS id 
FROM invited_supervisor AS invited_supervisor_19 
WHERE left(invited_supervisor_19.region_code, 4) = $1::VARCHAR ORDER BY invited_supervisor_19.name ASC, invited_supervisor_19.id ASC 
 LIMIT 5) AS anon_3 UNION SELECT anon_4.name AS name, anon_4.id AS id 
FROM (SELECT invited_supervisor_19.name AS name, invited_supervisor_19.id AS id 
FROM invited_supervisor AS invited_supervisor_19 
WHERE invited_supervisor_19.account_id = $2::UUID ORDER BY invited_supervisor_19.name ASC, invited_supervisor_19.id ASC 
 LIMIT 5) AS anon_4) AS invited_supervisor_19_keys ORDER BY invited_supervisor_19_keys.name ASC, invited_supervisor_19_keys.id ASC 
 LIMIT 5) AS invited_supervisor_19_united ON invited_supervisor_19_united.id = invited_supervisor_19.id) AS invited_supervisor_19_page 
HAVING true) AS r1, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_11 
FROM (SELECT 1 AS one 
FROM supervisor_report AS supervisor_report_21 
WHERE left(supervisor_report_21.region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS supervisor_report_21_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"supervisor":', coalesce((SELECT concat('{"name":', to_json(invited_supervisor_22.name), '}') AS json 
FROM invited_supervisor AS invited_supervisor_22 
WHERE invited_supervisor_22.id = supervisor_report_21_page.supervisor_id AND (left(invited_supervisor_22.region_code, 4) = $1::VARCHAR OR invited_supervisor_22.account_id = $2::UUID)), 'null'), ',"concerned":', coalesce((SELECT concat('{"name":', to_json(organization_23.name), '}') AS json 
FROM organization AS organization_23 
WHERE organization_23.id = supervisor_report_21_page.concerned_id), 'null'), ',"observedOn":"', to_char(supervisor_report_21_page.observed_on, 'YYYY-MM-DD'), '","content":', CASE WHEN (supervisor_report_21_page.content IS NULL) THEN 'null' WHEN (left(supervisor_report_21_page.region_code, 4) = $1::VARCHAR) THEN concat(E'\x01', 'rSupervisorReport:', CAST(supervisor_report_21_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervisor_report_21_page.content) AS TEXT) ELSE 'null' END, ',"state":"', supervisor_report_21_page.state, '","handling":', CASE WHEN (supervisor_report_21_page.handling IS NULL) THEN 'null' WHEN (left(supervisor_report_21_page.region_code, 4) = $1::VARCHAR) THEN concat(E'\x01', 'rSupervisorReport:', CAST(supervisor_report_21_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervisor_report_21_page.handling) AS TEXT) ELSE 'null' END, ',"findings":', (SELECT concat('[', string_agg(concat(concat(E'\x01', 'rSupervisorReport:', CAST(supervisor_report_21_page.id AS TEXT), ':NARRATIVE', E'\x02'), '{"position":', report_finding_24.position, ',"text":', to_json(report_finding_24.text), ',"field":', coalesce(('"' || report_finding_24.field) || '"', 'null'), ',"isClue":', CAST(report_finding_24.is_clue AS TEXT), ',"clue":', coalesce((SELECT concat('{"state":"', clue_25.state, '"}') AS json 
FROM clue AS clue_25 
WHERE clue_25.id = report_finding_24.clue_id AND (left(clue_25.region_code, 4) = $1::VARCHAR OR left(clue_25.assignee_region_code, 4) = $1::VARCHAR OR left(clue_25.transferee_region_code, 4) = $1::VARCHAR)), 'null'), '}'), ',' ORDER BY report_finding_24.position, report_finding_24.report_id, report_finding_24.position), ']') AS json 
FROM report_finding AS report_finding_24 
WHERE left(supervisor_report_21_page.region_code, 4) = $1::VARCHAR AND left(supervisor_report_21_page.region_code, 4) = $1::VARCHAR AND report_finding_24.report_id = supervisor_report_21_page.id), ',"availableActions":[', concat_ws(',', CASE WHEN (supervisor_report_21_page.state = 'SUBMITTED' AND supervisor_report_21_page.organization_id = any($4::UUID[])) THEN '"HANDLE_REPORT"' END), ']}'), ',' ORDER BY supervisor_report_21_page.submitted_at DESC, supervisor_report_21_page.id DESC), ']}') AS json 
FROM (SELECT supervisor_report_21.version AS version, supervisor_report_21.updated_at AS updated_at, supervisor_report_21.id AS id, supervisor_report_21.supervisor_id AS supervisor_id, supervisor_report_21.account_id AS account_id, supervisor_report_21.organization_id AS organization_id, supervisor_report_21.region_code AS region_code, supervisor_report_21.concerned_id AS concerned_id, supervisor_report_21.observed_on AS observed_on, supervisor_report_21.content AS content, supervisor_report_21.state AS state, supervisor_report_21.submitted_at AS submitted_at, supervisor_report_21.handling AS handling, supervisor_report_21.handled_at AS handled_at 
FROM supervisor_report AS supervisor_report_21 
WHERE left(supervisor_report_21.region_code, 4) = $1::VARCHAR ORDER BY supervisor_report_21.submitted_at DESC, supervisor_report_21.id DESC 
 LIMIT 3) AS supervisor_report_21_page 
HAVING true) AS r2, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_12 
FROM (SELECT 1 AS one 
FROM supervisor_target AS supervisor_target_26 
WHERE true 
 LIMIT 10001) AS supervisor_target_26_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_27.name), '}') AS json 
FROM region AS region_27 
WHERE region_27.code = supervisor_target_26_page.region_code), 'null'), ',"category":"', supervisor_target_26_page.category, '","number":', supervisor_target_26_page.number, ',"legalBasis":', to_json(supervisor_target_26_page.legal_basis), ',"authority":"', supervisor_target_26_page.authority, '","validFrom":"', to_char(supervisor_target_26_page.valid_from, 'YYYY-MM-DD'), '"}'), ',' ORDER BY supervisor_target_26_page.region_code ASC, supervisor_target_26_page.id ASC), ']}') AS json 
FROM (SELECT supervisor_target_26.version AS version, supervisor_target_26.updated_at AS updated_at, supervisor_target_26.id AS id, supervisor_target_26.region_code AS region_code, supervisor_target_26.category AS category, supervisor_target_26.number AS number, supervisor_target_26.legal_basis AS legal_basis, supervisor_target_26.authority AS authority, supervisor_target_26.valid_from AS valid_from, supervisor_target_26.valid_to AS valid_to 
FROM supervisor_target AS supervisor_target_26 
WHERE true ORDER BY supervisor_target_26.region_code ASC, supervisor_target_26.id ASC 
 LIMIT 2) AS supervisor_target_26_page 
HAVING true) AS r3), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($5::UUID AS uuid), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::UUID AS uuid), CAST($9::VARCHAR AS varchar), CAST($10::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1, answer.r2, answer.r3), E'\x01r'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1, convert_to(answer.r2, 'UTF8') AS r2, convert_to(answer.r3, 'UTF8') AS r3 
FROM answer
