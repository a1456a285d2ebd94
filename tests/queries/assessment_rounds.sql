SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM assessment_round AS assessment_round_0 
WHERE assessment_round_0.assessor_id = any($1::UUID[]) 
 LIMIT 10001) AS assessment_round_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"assessor":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = assessment_round_0_page.assessor_id), 'null'), ',"level":"', assessment_round_0_page.level, '","periodFrom":"', to_char(assessment_round_0_page.period_from, 'YYYY-MM-DD'), '","periodTo":"', to_char(assessment_round_0_page.period_to, 'YYYY-MM-DD'), '","drawnUp":', assessment_round_0_page.drawn_up, ',"notMeasured":', assessment_round_0_page.not_measured, ',"assessments":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM assessment AS assessment_2 
WHERE (assessment_2.assessor_id = any($1::UUID[]) OR left(assessment_2.visible_region_code, 6) = $2::VARCHAR) AND assessment_2.round_id = assessment_round_0_page.id 
 LIMIT 10001) AS assessment_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = assessment_2_page.organization_id), 'null'), ',"state":"', assessment_2_page.state, '","total":"', assessment_2_page.total, '","deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_4.event, '","state":"', CASE WHEN (deadline_4.ended_at <= deadline_4.due_at) THEN 'MET' WHEN (deadline_4.ended_at IS NULL AND deadline_4.suspended_at IS NOT NULL) THEN 'SUSPENDED' WHEN (deadline_4.event IN ('ASK_FOR_HEARING') AND coalesce(deadline_4.ended_at, now()) > deadline_4.due_at) THEN 'LAPSED' WHEN (deadline_4.ended_at IS NOT NULL) THEN 'MET_LATE' WHEN (deadline_4.due_at < now()) THEN 'PASSED' WHEN (deadline_4.near_at <= now()) THEN 'NEAR' ELSE 'RUNNING' END, '"}'), ',' ORDER BY deadline_4.due_at, deadline_4.id), ']') AS json 
FROM deadline AS deadline_4 
WHERE (assessment_2_page.assessor_id = any($1::UUID[]) OR left(assessment_2_page.visible_region_code, 6) = $2::VARCHAR) AND deadline_4.assessment_id = assessment_2_page.id), ',"nextDueAt":', coalesce(('"' || to_char(timezone(interval '8 hours', assessment_2_page.next_due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), '}'), ',' ORDER BY assessment_2_page.total DESC, assessment_2_page.id DESC), ']}') AS json 
FROM (SELECT assessment_2.version AS version, assessment_2.updated_at AS updated_at, assessment_2.id AS id, assessment_2.assessor_id AS assessor_id, assessment_2.organization_id AS organization_id, assessment_2.region_code AS region_code, assessment_2.field AS field, assessment_2.level AS level, assessment_2.visible_organization_id AS visible_organization_id, assessment_2.visible_region_code AS visible_region_code, assessment_2.visible_field AS visible_field, assessment_2.rule_id AS rule_id, assessment_2.round_id AS round_id, assessment_2.period_from AS period_from, assessment_2.period_to AS period_to, assessment_2.state AS state, assessment_2.total AS total, assessment_2.objection AS objection, assessment_2.conclusion AS conclusion, assessment_2.drawn_up_at AS drawn_up_at, assessment_2.published_at AS published_at, assessment_2.objected_at AS objected_at, assessment_2.concluded_at AS concluded_at, assessment_2.next_due_at AS next_due_at, assessment_2.next_near_at AS next_near_at 
FROM assessment AS assessment_2 
WHERE (assessment_2.assessor_id = any($1::UUID[]) OR left(assessment_2.visible_region_code, 6) = $2::VARCHAR) AND assessment_2.round_id = assessment_round_0_page.id ORDER BY assessment_2.total DESC, assessment_2.id DESC 
 LIMIT 2) AS assessment_2_page 
HAVING true), '}'), ',' ORDER BY assessment_round_0_page.drawn_up_at ASC, assessment_round_0_page.id ASC), ']}') AS json 
FROM (SELECT assessment_round_0_each.version AS version, assessment_round_0_each.updated_at AS updated_at, assessment_round_0_each.id AS id, assessment_round_0_each.assessor_id AS assessor_id, assessment_round_0_each.level AS level, assessment_round_0_each.period_from AS period_from, assessment_round_0_each.period_to AS period_to, assessment_round_0_each.drawn_up AS drawn_up, assessment_round_0_each.not_measured AS not_measured, assessment_round_0_each.drawn_up_at AS drawn_up_at 
FROM unnest($1::UUID[]) AS assessment_round_0_one JOIN LATERAL (SELECT assessment_round_0.version AS version, assessment_round_0.updated_at AS updated_at, assessment_round_0.id AS id, assessment_round_0.assessor_id AS assessor_id, assessment_round_0.level AS level, assessment_round_0.period_from AS period_from, assessment_round_0.period_to AS period_to, assessment_round_0.drawn_up AS drawn_up, assessment_round_0.not_measured AS not_measured, assessment_round_0.drawn_up_at AS drawn_up_at 
FROM assessment_round AS assessment_round_0 
WHERE assessment_round_0.assessor_id = assessment_round_0_one ORDER BY assessment_round_0.drawn_up_at ASC, assessment_round_0.id ASC 
 LIMIT 1) AS assessment_round_0_each ON true ORDER BY assessment_round_0_each.drawn_up_at ASC, assessment_round_0_each.id ASC 
 LIMIT 1) AS assessment_round_0_page 
HAVING true), 'UTF8') AS r0
