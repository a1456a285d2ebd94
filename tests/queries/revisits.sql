WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT case_revisit_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM case_revisit AS case_revisit_0 
WHERE case_revisit_0.visitor_id = $1::UUID AND case_revisit_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM case_revisit AS case_revisit_0 
WHERE left(case_revisit_0.region_code, 6) = $3::VARCHAR AND (case_revisit_0.visitor_id = $1::UUID) IS NOT true AND case_revisit_0.state = any($2::VARCHAR[]) 
 LIMIT 10001) AS anon_2) AS case_revisit_0_each 
 LIMIT 10001) AS case_revisit_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"state":"', case_revisit_0_page.state, '","isPriority":', CAST(case_revisit_0_page.is_priority AS TEXT), ',"method":', coalesce(('"' || case_revisit_0_page.method) || '"', 'null'), ',"satisfaction":', coalesce(CAST(case_revisit_0_page.satisfaction AS TEXT), 'null'), ',"findings":', CASE WHEN (case_revisit_0_page.findings IS NULL) THEN 'null' WHEN (left(case_revisit_0_page.region_code, 6) = $3::VARCHAR) THEN concat(E'\x03', 'CaseRevisit:', CAST(case_revisit_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_revisit_0_page.findings) AS TEXT) ELSE 'null' END, ',"issue":', CASE WHEN (case_revisit_0_page.issue IS NULL) THEN 'null' WHEN (left(case_revisit_0_page.region_code, 6) = $3::VARCHAR) THEN concat(E'\x03', 'CaseRevisit:', CAST(case_revisit_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_revisit_0_page.issue) AS TEXT) ELSE 'null' END, ',"handling":', CASE WHEN (case_revisit_0_page.handling IS NULL) THEN 'null' WHEN (left(case_revisit_0_page.region_code, 6) = $3::VARCHAR) THEN concat(E'\x03', 'CaseRevisit:', CAST(case_revisit_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_revisit_0_page.handling) AS TEXT) ELSE 'null' END, ',"case":', coalesce((SELECT concat('{"cause":', to_json(enforcement_case_1.cause), ',"procedure":', coalesce(('"' || enforcement_case_1.procedure) || '"', 'null'), '}') AS json 
FROM enforcement_case AS enforcement_case_1 
WHERE enforcement_case_1.id = case_revisit_0_page.case_id AND (left(enforcement_case_1.region_code, 6) = $3::VARCHAR OR left(enforcement_case_1.offered_region_code, 6) = $3::VARCHAR OR enforcement_case_1.is_published)), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = case_revisit_0_page.organization_id), 'null'), ',"visitor":', coalesce((SELECT concat('{"name":', to_json(account_3.name), '}') AS json 
FROM account AS account_3 
WHERE account_3.id = case_revisit_0_page.visitor_id AND (account_3.organization_id = any($4::UUID[]) OR account_3.id = $1::UUID)), 'null'), ',"deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_4.event, '","dueAt":"', to_char(timezone(interval '8 hours', deadline_4.due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '"}'), ',' ORDER BY deadline_4.due_at, deadline_4.id), ']') AS json 
FROM deadline AS deadline_4 
WHERE (left(case_revisit_0_page.region_code, 6) = $3::VARCHAR OR case_revisit_0_page.visitor_id = $1::UUID) AND deadline_4.revisit_id = case_revisit_0_page.id), ',"availableActions":[', concat_ws(',', CASE WHEN ((case_revisit_0_page.state = 'SAMPLED' OR case_revisit_0_page.state = 'ASSIGNED') AND case_revisit_0_page.assigner_id = any($4::UUID[])) THEN '"ASSIGN"' END, CASE WHEN (case_revisit_0_page.state = 'ASSIGNED' AND case_revisit_0_page.visitor_id = $1::UUID AND NOT (NOT EXISTS (
            SELECT FROM account a JOIN organization o ON o.id = a.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE a.id = case_revisit_0_page.visitor_id AND a.disabled_at IS NULL
        ) OR NOT EXISTS (
            SELECT FROM role_assignment r JOIN organization o ON o.id = r.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE r.account_id = case_revisit_0_page.visitor_id AND r.role IN ('JUDICIAL_BUREAU', 'LEGAL_UNIT', 'ORGAN_OFFICER')
              AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
        )) AND NOT (EXISTS (
            SELECT FROM case_officer c JOIN officer f ON f.id = c.officer_id
            WHERE c.case_id = case_revisit_0_page.case_id AND f.account_id = case_revisit_0_page.visitor_id
        ) OR EXISTS (
            SELECT FROM audit_entry e
            WHERE e.object_type = 'EnforcementCase' AND e.object_id = case_revisit_0_page.case_id::text
              AND e.account_id = case_revisit_0_page.visitor_id AND split_part(e.rule, ', ', 2) IN ('organ_officer', 'township_officer', 'police')
        ))) THEN '"RECORD_REVISIT"' END, CASE WHEN (case_revisit_0_page.state = 'ASSIGNED' AND case_revisit_0_page.visitor_id = $1::UUID AND NOT (NOT EXISTS (
            SELECT FROM account a JOIN organization o ON o.id = a.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE a.id = case_revisit_0_page.visitor_id AND a.disabled_at IS NULL
        ) OR NOT EXISTS (
            SELECT FROM role_assignment r JOIN organization o ON o.id = r.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE r.account_id = case_revisit_0_page.visitor_id AND r.role IN ('JUDICIAL_BUREAU', 'LEGAL_UNIT', 'ORGAN_OFFICER')
              AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
        )) AND NOT (EXISTS (
            SELECT FROM case_officer c JOIN officer f ON f.id = c.officer_id
            WHERE c.case_id = case_revisit_0_page.case_id AND f.account_id = case_revisit_0_page.visitor_id
        ) OR EXISTS (
            SELECT FROM audit_entry e
            WHERE e.object_type = 'EnforcementCase' AND e.object_id = case_revisit_0_page.case_id::text
              AND e.account_id = case_revisit_0_page.visitor_id AND split_part(e.rule, ', ', 2) IN ('organ_officer', 'township_officer', 'police')
        ))) THEN '"RECORD_UNREACHABLE"' END, CASE WHEN (case_revisit_0_page.state = 'DONE' AND case_revisit_0_page.visitor_id = $1::UUID AND NOT (NOT EXISTS (
            SELECT FROM account a JOIN organization o ON o.id = a.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE a.id = case_revisit_0_page.visitor_id AND a.disabled_at IS NULL
        ) OR NOT EXISTS (
            SELECT FROM role_assignment r JOIN organization o ON o.id = r.organization_id
            JOIN organization b ON b.id = case_revisit_0_page.assigner_id AND (o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))
            WHERE r.account_id = case_revisit_0_page.visitor_id AND r.role IN ('JUDICIAL_BUREAU', 'LEGAL_UNIT', 'ORGAN_OFFICER')
              AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
        )) AND NOT (EXISTS (
            SELECT FROM case_officer c JOIN officer f ON f.id = c.officer_id
            WHERE c.case_id = case_revisit_0_page.case_id AND f.account_id = case_revisit_0_page.visitor_id
        ) OR EXISTS (
            SELECT FROM audit_entry e
            WHERE e.object_type = 'EnforcementCase' AND e.object_id = case_revisit_0_page.case_id::text
              AND e.account_id = case_revisit_0_page.visitor_id AND split_part(e.rule, ', ', 2) IN ('organ_officer', 'township_officer', 'police')
        ))) THEN '"RAISE_ISSUE"' END, CASE WHEN (NOT case_revisit_0_page.is_handling_confirmed AND case_revisit_0_page.state = 'HANDLED' AND case_revisit_0_page.assigner_id = any($4::UUID[])) THEN '"CONFIRM_HANDLING"' END, CASE WHEN (NOT case_revisit_0_page.is_handling_confirmed AND case_revisit_0_page.state = 'HANDLED' AND case_revisit_0_page.assigner_id = any($4::UUID[])) THEN '"RETURN_HANDLING"' END), ']}'), ',' ORDER BY case_revisit_0_page.sampled_at ASC, case_revisit_0_page.id ASC), ']}') AS json 
FROM (SELECT case_revisit_0.version AS version, case_revisit_0.updated_at AS updated_at, case_revisit_0.id AS id, case_revisit_0.sample_id AS sample_id, case_revisit_0.case_id AS case_id, case_revisit_0.state AS state, case_revisit_0.organization_id AS organization_id, case_revisit_0.region_code AS region_code, case_revisit_0.field AS field, case_revisit_0.visible_organization_id AS visible_organization_id, case_revisit_0.visible_field AS visible_field, case_revisit_0.assigner_id AS assigner_id, case_revisit_0.visitor_id AS visitor_id, case_revisit_0.is_priority AS is_priority, case_revisit_0.method AS method, case_revisit_0.satisfaction AS satisfaction, case_revisit_0.findings AS findings, case_revisit_0.response_id AS response_id, case_revisit_0.issue AS issue, case_revisit_0.clue_id AS clue_id, case_revisit_0.handling AS handling, case_revisit_0.is_handling_confirmed AS is_handling_confirmed, case_revisit_0.return_reason AS return_reason, case_revisit_0.closed_at AS closed_at, case_revisit_0.sampled_at AS sampled_at, case_revisit_0.assigned_at AS assigned_at, case_revisit_0.visited_at AS visited_at, case_revisit_0.raised_at AS raised_at, case_revisit_0.handled_at AS handled_at, case_revisit_0.confirmed_at AS confirmed_at, case_revisit_0.next_due_at AS next_due_at, case_revisit_0.next_near_at AS next_near_at 
FROM case_revisit AS case_revisit_0 JOIN (SELECT case_revisit_0_keys.sampled_at AS sampled_at, case_revisit_0_keys.id AS id 
FROM (SELECT anon_3.sampled_at AS sampled_at, anon_3.id AS id 
FROM (SELECT case_revisit_0.sampled_at AS sampled_at, case_revisit_0.id AS id 
FROM case_revisit AS case_revisit_0 
WHERE left(case_revisit_0.region_code, 6) = $3::VARCHAR AND case_revisit_0.state = any($2::VARCHAR[]) ORDER BY case_revisit_0.sampled_at ASC, case_revisit_0.id ASC 
 LIMIT 4) AS anon_3 UNION SELECT anon_4.sampled_at AS sampled_at, anon_4.id AS id 
FROM (SELECT case_revisit_0.sampled_at AS sampled_at, case_revisit_0.id AS id 
FROM case_revisit AS case_revisit_0 
WHERE case_revisit_0.visitor_id = $1::UUID AND case_revisit_0.state = any($2::VARCHAR[]) ORDER BY case_revisit_0.sampled_at ASC, case_revisit_0.id ASC 
 LIMIT 4) AS anon_4) AS case_revisit_0_keys ORDER BY case_revisit_0_keys.sampled_at ASC, case_revisit_0_keys.id ASC 
 LIMIT 4) AS case_revisit_0_united ON case_revisit_0_united.id = case_revisit_0.id) AS case_revisit_0_page 
HAVING true) AS r0, (SELECT concat('{"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_6.name), '}') AS json 
FROM organization AS organization_6 
WHERE organization_6.id = revisit_sample_5_page.organization_id), 'null'), ',"since":"', to_char(revisit_sample_5_page.since, 'YYYY-MM-DD'), '","until":"', to_char(revisit_sample_5_page.until, 'YYYY-MM-DD'), '","seed":', to_json(revisit_sample_5_page.seed), ',"population":', revisit_sample_5_page.population, ',"drawn":', revisit_sample_5_page.drawn, ',"revisits":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM case_revisit AS case_revisit_7 
WHERE (left(case_revisit_7.region_code, 6) = $3::VARCHAR OR case_revisit_7.visitor_id = $1::UUID) AND case_revisit_7.sample_id = revisit_sample_5_page.id 
 LIMIT 10001) AS case_revisit_7_some), 10001) AS TEXT), 'null'), '}}'), ',' ORDER BY revisit_sample_5_page.drawn_at ASC, revisit_sample_5_page.id ASC), ']}') AS json 
FROM (SELECT revisit_sample_5.version AS version, revisit_sample_5.updated_at AS updated_at, revisit_sample_5.id AS id, revisit_sample_5.organization_id AS organization_id, revisit_sample_5.region_code AS region_code, revisit_sample_5.field AS field, revisit_sample_5.since AS since, revisit_sample_5.until AS until, revisit_sample_5.seed AS seed, revisit_sample_5.population AS population, revisit_sample_5.drawn AS drawn, revisit_sample_5.drawn_at AS drawn_at 
FROM revisit_sample AS revisit_sample_5 
WHERE left(revisit_sample_5.region_code, 6) = $3::VARCHAR ORDER BY revisit_sample_5.drawn_at ASC, revisit_sample_5.id ASC 
 LIMIT 2) AS revisit_sample_5_page 
HAVING true) AS r1, (SELECT concat('{"nodes":[', string_agg(concat('{"procedure":"', revisit_policy_8_page.procedure, '","ratio":', revisit_policy_8_page.ratio, ',"priorityPenalties":', array_to_json(revisit_policy_8_page.priority_penalties), ',"priorityAmount":', coalesce(('"' || revisit_policy_8_page.priority_amount) || '"', 'null'), '}'), ',' ORDER BY revisit_policy_8_page.region_code ASC, revisit_policy_8_page.id ASC), ']}') AS json 
FROM (SELECT revisit_policy_8.version AS version, revisit_policy_8.updated_at AS updated_at, revisit_policy_8.id AS id, revisit_policy_8.region_code AS region_code, revisit_policy_8.procedure AS procedure, revisit_policy_8.ratio AS ratio, revisit_policy_8.priority_penalties AS priority_penalties, revisit_policy_8.priority_amount AS priority_amount, revisit_policy_8.legal_basis AS legal_basis, revisit_policy_8.authority AS authority, revisit_policy_8.valid_from AS valid_from, revisit_policy_8.valid_to AS valid_to 
FROM revisit_policy AS revisit_policy_8 
WHERE true ORDER BY revisit_policy_8.region_code ASC, revisit_policy_8.id ASC 
 LIMIT 2) AS revisit_policy_8_page 
HAVING true) AS r2, coalesce((SELECT concat('{"name":', to_json(organization_9.name), ',"revisitCoverage":', (SELECT concat('[', string_agg(concat('{"procedure":"', enforcement_case_10_coverage.procedure, '","closed":', enforcement_case_10_coverage.closed, ',"sampled":', enforcement_case_10_coverage.sampled, ',"visited":', enforcement_case_10_coverage.visited, ',"unreachable":', enforcement_case_10_coverage.unreachable, ',"satisfied":', enforcement_case_10_coverage.satisfied, ',"coverage":', (100 * enforcement_case_10_coverage.visited) / enforcement_case_10_coverage.closed, ',"ratio":', coalesce(CAST(enforcement_case_10_coverage.ratio AS TEXT), 'null'), ',"isMet":', CAST(coalesce(100 * enforcement_case_10_coverage.visited >= enforcement_case_10_coverage.ratio * enforcement_case_10_coverage.closed, false) AS TEXT), '}'), ',' ORDER BY enforcement_case_10_coverage.procedure), ']') AS json 
FROM (SELECT enforcement_case_10_closed.procedure AS procedure, enforcement_case_10_closed.closed AS closed, enforcement_case_10_closed.sampled AS sampled, enforcement_case_10_closed.visited AS visited, enforcement_case_10_closed.unreachable AS unreachable, enforcement_case_10_closed.satisfied AS satisfied, (SELECT revisit_policy_12.ratio 
FROM revisit_policy AS revisit_policy_12 
WHERE starts_with(organization_9.region_code, revisit_policy_12.region_code) AND revisit_policy_12.procedure = enforcement_case_10_closed.procedure AND revisit_policy_12.valid_from <= $5::DATE AND (revisit_policy_12.valid_to IS NULL OR revisit_policy_12.valid_to >= $5::DATE) ORDER BY length(revisit_policy_12.region_code) DESC, revisit_policy_12.valid_from DESC 
 LIMIT 1) AS ratio 
FROM (SELECT enforcement_case_10.procedure AS procedure, count(*) AS closed, count(case_revisit_11_measured.id) AS sampled, count(case_revisit_11_measured.id) FILTER (WHERE case_revisit_11_measured.state = 'DONE' OR case_revisit_11_measured.state = 'ISSUE_RAISED' OR case_revisit_11_measured.state = 'HANDLED') AS visited, count(case_revisit_11_measured.id) FILTER (WHERE case_revisit_11_measured.state = 'UNREACHABLE') AS unreachable, count(case_revisit_11_measured.id) FILTER (WHERE (case_revisit_11_measured.state = 'DONE' OR case_revisit_11_measured.state = 'ISSUE_RAISED' OR case_revisit_11_measured.state = 'HANDLED') AND case_revisit_11_measured.satisfaction >= 4) AS satisfied 
FROM enforcement_case AS enforcement_case_10 LEFT OUTER JOIN LATERAL (SELECT case_revisit_11.id AS id, case_revisit_11.state AS state, case_revisit_11.satisfaction AS satisfaction 
FROM case_revisit AS case_revisit_11 
WHERE case_revisit_11.case_id = enforcement_case_10.id AND (left(case_revisit_11.region_code, 6) = $3::VARCHAR OR case_revisit_11.visitor_id = $1::UUID) ORDER BY (case_revisit_11.state = 'DONE' OR case_revisit_11.state = 'ISSUE_RAISED' OR case_revisit_11.state = 'HANDLED') DESC, case_revisit_11.assigner_id = case_revisit_11.organization_id 
 LIMIT 1) AS case_revisit_11_measured ON true 
WHERE enforcement_case_10.organization_id = organization_9.id AND (left(enforcement_case_10.region_code, 6) = $3::VARCHAR OR left(enforcement_case_10.offered_region_code, 6) = $3::VARCHAR) AND enforcement_case_10.procedure IS NOT NULL AND CAST(timezone('Asia/Shanghai', enforcement_case_10.closed_at) AS DATE) >= $6::DATE AND CAST(timezone('Asia/Shanghai', enforcement_case_10.closed_at) AS DATE) <= $5::DATE AND (left(enforcement_case_10.region_code, 6) = $3::VARCHAR OR left(enforcement_case_10.offered_region_code, 6) = $3::VARCHAR OR enforcement_case_10.is_published) GROUP BY enforcement_case_10.procedure) AS enforcement_case_10_closed) AS enforcement_case_10_coverage), '}') AS json 
FROM organization AS organization_9 
WHERE organization_9.id = $7::UUID), 'null') AS r3), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($8::UUID AS uuid), CAST($9::UUID AS uuid), CAST($10::VARCHAR AS varchar), CAST($11::UUID AS uuid), CAST($12::VARCHAR AS varchar), CAST($13::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1, answer.r2, answer.r3), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1, convert_to(answer.r2, 'UTF8') AS r2, convert_to(answer.r3, 'UTF8') AS r3 
FROM answer
