SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT progress_report_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM progress_report AS progress_report_0 
WHERE left(progress_report_0.visible_region_code, 4) = $1::VARCHAR AND progress_report_0.year = $2::INTEGER AND progress_report_0.state = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM progress_report AS progress_report_0 
WHERE progress_report_0.organization_id = any($4::UUID[]) AND (left(progress_report_0.visible_region_code, 4) = $1::VARCHAR) IS NOT true AND progress_report_0.year = $2::INTEGER AND progress_report_0.state = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_2) AS progress_report_0_each 
 LIMIT 10001) AS progress_report_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = progress_report_0_page.organization_id), 'null'), ',"quarter":', progress_report_0_page.quarter, ',"edition":', progress_report_0_page.edition, ',"state":"', progress_report_0_page.state, '","progress":', to_json(progress_report_0_page.progress), ',"problems":', coalesce(CAST(to_json(progress_report_0_page.problems) AS TEXT), 'null'), ',"plans":', coalesce(CAST(to_json(progress_report_0_page.plans) AS TEXT), 'null'), ',"submittedAt":', coalesce(('"' || to_char(timezone(interval '8 hours', progress_report_0_page.submitted_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_2.event, '","state":"', CASE WHEN (deadline_2.ended_at <= deadline_2.due_at) THEN 'MET' WHEN (deadline_2.ended_at IS NULL AND deadline_2.suspended_at IS NOT NULL) THEN 'SUSPENDED' WHEN (deadline_2.event IN ('ASK_FOR_HEARING') AND coalesce(deadline_2.ended_at, now()) > deadline_2.due_at) THEN 'LAPSED' WHEN (deadline_2.ended_at IS NOT NULL) THEN 'MET_LATE' WHEN (deadline_2.due_at < now()) THEN 'PASSED' WHEN (deadline_2.near_at <= now()) THEN 'NEAR' ELSE 'RUNNING' END, '","dueAt":"', to_char(timezone(interval '8 hours', deadline_2.due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '"}'), ',' ORDER BY deadline_2.due_at, deadline_2.id), ']') AS json 
FROM deadline AS deadline_2 
WHERE (progress_report_0_page.organization_id = any($4::UUID[]) OR left(progress_report_0_page.visible_region_code, 4) = $1::VARCHAR) AND deadline_2.report_id = progress_report_0_page.id), ',"availableActions":[', concat_ws(',', CASE WHEN (progress_report_0_page.state = 'SUBMITTED' AND progress_report_0_page.visible_reviewer_id = any($4::UUID[])) THEN '"REVIEW"' END, CASE WHEN (progress_report_0_page.state = 'SUBMITTED' AND progress_report_0_page.visible_reviewer_id = any($4::UUID[])) THEN '"RETURN"' END), ']}'), ',' ORDER BY progress_report_0_page.drafted_at ASC, progress_report_0_page.id ASC), ']}') AS json 
FROM (SELECT progress_report_0.version AS version, progress_report_0.updated_at AS updated_at, progress_report_0.id AS id, progress_report_0.organization_id AS organization_id, progress_report_0.region_code AS region_code, progress_report_0.field AS field, progress_report_0.reviewer_id AS reviewer_id, progress_report_0.government_id AS government_id, progress_report_0.visible_region_code AS visible_region_code, progress_report_0.visible_field AS visible_field, progress_report_0.visible_reviewer_id AS visible_reviewer_id, progress_report_0.visible_government_id AS visible_government_id, progress_report_0.year AS year, progress_report_0.quarter AS quarter, progress_report_0.edition AS edition, progress_report_0.predecessor_id AS predecessor_id, progress_report_0.state AS state, progress_report_0.progress AS progress, progress_report_0.problems AS problems, progress_report_0.plans AS plans, progress_report_0.review_opinion AS review_opinion, progress_report_0.return_reason AS return_reason, progress_report_0.drafted_at AS drafted_at, progress_report_0.submitted_at AS submitted_at, progress_report_0.answered_at AS answered_at, progress_report_0.next_due_at AS next_due_at, progress_report_0.next_near_at AS next_near_at 
FROM progress_report AS progress_report_0 JOIN (SELECT progress_report_0_keys.drafted_at AS drafted_at, progress_report_0_keys.id AS id 
FROM (SELECT anon_3.drafted_at AS drafted_at, anon_3.id AS id 
FROM (SELECT progress_report_0_each.drafted_at AS drafted_at, progress_report_0_each.id AS id 
FROM unnest($4::UUID[]) AS progress_report_0_one JOIN LATERAL (SELECT progress_report_0.drafted_at AS drafted_at, progress_report_0.id AS id 
FROM progress_report AS progress_report_0 
WHERE progress_report_0.organization_id = progress_report_0_one AND progress_report_0.year = $2::INTEGER AND progress_report_0.state = any($3::VARCHAR[]) ORDER BY progress_report_0.drafted_at ASC, progress_report_0.id ASC 
 LIMIT 5) AS progress_report_0_each ON true ORDER BY progress_report_0_each.drafted_at ASC, progress_report_0_each.id ASC 
 LIMIT 5) AS anon_3 UNION SELECT anon_4.drafted_at AS drafted_at, anon_4.id AS id 
FROM (SELECT progress_report_0.drafted_at AS drafted_at, progress_report_0.id AS id 
FROM progress_report AS progress_report_0 
WHERE left(progress_report_0.visible_region_code, 4) = $1::VARCHAR AND progress_report_0.year = $2::INTEGER AND progress_report_0.state = any($3::VARCHAR[]) ORDER BY progress_report_0.drafted_at ASC, progress_report_0.id ASC 
 LIMIT 5) AS anon_4) AS progress_report_0_keys ORDER BY progress_report_0_keys.drafted_at ASC, progress_report_0_keys.id ASC 
 LIMIT 5) AS progress_report_0_united ON progress_report_0_united.id = progress_report_0.id) AS progress_report_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = progress_report_3_page.organization_id), 'null'), ',"edition":', progress_report_3_page.edition, ',"reviewOpinion":', coalesce(CAST(to_json(progress_report_3_page.review_opinion) AS TEXT), 'null'), ',"predecessor":', coalesce((SELECT concat('{"edition":', progress_report_5.edition, ',"state":"', progress_report_5.state, '","progress":', to_json(progress_report_5.progress), '}') AS json 
FROM progress_report AS progress_report_5 
WHERE progress_report_5.id = progress_report_3_page.predecessor_id AND (progress_report_5.organization_id = any($4::UUID[]) OR left(progress_report_5.visible_region_code, 4) = $1::VARCHAR)), 'null'), ',"availableActions":[', concat_ws(',', CASE WHEN (progress_report_3_page.state = 'SUBMITTED' AND progress_report_3_page.visible_reviewer_id = any($4::UUID[])) THEN '"REVIEW"' END, CASE WHEN (progress_report_3_page.state = 'SUBMITTED' AND progress_report_3_page.visible_reviewer_id = any($4::UUID[])) THEN '"RETURN"' END), ']}'), ',' ORDER BY progress_report_3_page.drafted_at ASC, progress_report_3_page.id ASC), ']}') AS json 
FROM (SELECT progress_report_3.version AS version, progress_report_3.updated_at AS updated_at, progress_report_3.id AS id, progress_report_3.organization_id AS organization_id, progress_report_3.region_code AS region_code, progress_report_3.field AS field, progress_report_3.reviewer_id AS reviewer_id, progress_report_3.government_id AS government_id, progress_report_3.visible_region_code AS visible_region_code, progress_report_3.visible_field AS visible_field, progress_report_3.visible_reviewer_id AS visible_reviewer_id, progress_report_3.visible_government_id AS visible_government_id, progress_report_3.year AS year, progress_report_3.quarter AS quarter, progress_report_3.edition AS edition, progress_report_3.predecessor_id AS predecessor_id, progress_report_3.state AS state, progress_report_3.progress AS progress, progress_report_3.problems AS problems, progress_report_3.plans AS plans, progress_report_3.review_opinion AS review_opinion, progress_report_3.return_reason AS return_reason, progress_report_3.drafted_at AS drafted_at, progress_report_3.submitted_at AS submitted_at, progress_report_3.answered_at AS answered_at, progress_report_3.next_due_at AS next_due_at, progress_report_3.next_near_at AS next_near_at 
FROM progress_report AS progress_report_3 JOIN (SELECT progress_report_3_keys.drafted_at AS drafted_at, progress_report_3_keys.id AS id 
FROM (SELECT anon_5.drafted_at AS drafted_at, anon_5.id AS id 
FROM (SELECT progress_report_3_each.drafted_at AS drafted_at, progress_report_3_each.id AS id 
FROM unnest($4::UUID[]) AS progress_report_3_one JOIN LATERAL (SELECT progress_report_3.drafted_at AS drafted_at, progress_report_3.id AS id 
FROM progress_report AS progress_report_3 
WHERE progress_report_3.organization_id = progress_report_3_one AND progress_report_3.quarter = $5::INTEGER AND progress_report_3.state = any($6::VARCHAR[]) ORDER BY progress_report_3.drafted_at ASC, progress_report_3.id ASC 
 LIMIT 5) AS progress_report_3_each ON true ORDER BY progress_report_3_each.drafted_at ASC, progress_report_3_each.id ASC 
 LIMIT 5) AS anon_5 UNION SELECT anon_6.drafted_at AS drafted_at, anon_6.id AS id 
FROM (SELECT progress_report_3.drafted_at AS drafted_at, progress_report_3.id AS id 
FROM progress_report AS progress_report_3 
WHERE left(progress_report_3.visible_region_code, 4) = $1::VARCHAR AND progress_report_3.quarter = $5::INTEGER AND progress_report_3.state = any($6::VARCHAR[]) ORDER BY progress_report_3.drafted_at ASC, progress_report_3.id ASC 
 LIMIT 5) AS anon_6) AS progress_report_3_keys ORDER BY progress_report_3_keys.drafted_at ASC, progress_report_3_keys.id ASC 
 LIMIT 5) AS progress_report_3_united ON progress_report_3_united.id = progress_report_3.id) AS progress_report_3_page 
HAVING true), 'UTF8') AS r1
