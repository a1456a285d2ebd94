SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(region_0.name), ',"trainingHours":', (SELECT coalesce(sum(training_attendance_1.hours), 0) AS coalesce_1 
FROM training_attendance AS training_attendance_1 
WHERE training_attendance_1.region_code >= region_0.code AND training_attendance_1.region_code <= (region_0.code || '~') AND training_attendance_1.year = $1::INTEGER AND left(training_attendance_1.region_code, 6) = $2::VARCHAR), '}') AS json 
FROM region AS region_0 
WHERE region_0.code = $3::VARCHAR), 'null'), 'UTF8') AS r0, convert_to((SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(officer_2_page.name), ',"trainingHours":', (SELECT coalesce(sum(training_attendance_3.hours), 0) AS coalesce_2 
FROM training_attendance AS training_attendance_3 
WHERE training_attendance_3.officer_id = officer_2_page.id AND training_attendance_3.year = $4::INTEGER AND left(training_attendance_3.region_code, 6) = $2::VARCHAR), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), ',"trainingHours":', (SELECT coalesce(sum(training_attendance_5.hours), 0) AS coalesce_3 
FROM training_attendance AS training_attendance_5 
WHERE training_attendance_5.organization_id = organization_4.id AND training_attendance_5.year = $5::INTEGER AND left(training_attendance_5.region_code, 6) = $2::VARCHAR), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = officer_2_page.organization_id), 'null'), '}'), ',' ORDER BY officer_2_page.region_code ASC, officer_2_page.id ASC), ']}') AS json 
FROM (SELECT officer_2.version AS version, officer_2.updated_at AS updated_at, officer_2.id AS id, officer_2.number AS number, officer_2.name AS name, officer_2.organization_id AS organization_id, officer_2.region_code AS region_code, officer_2.field AS field, officer_2.account_id AS account_id, officer_2.born_on AS born_on, officer_2.in_established_post AS in_established_post, officer_2.is_legal_reviewer AS is_legal_reviewer, officer_2.examination_passed_on AS examination_passed_on, officer_2.left_on AS left_on 
FROM officer AS officer_2 
WHERE left(officer_2.region_code, 6) = $2::VARCHAR ORDER BY officer_2.region_code ASC, officer_2.id ASC 
 LIMIT 2) AS officer_2_page 
HAVING true), 'UTF8') AS r1, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM training AS training_6 
WHERE left(training_6.region_code, 6) = $2::VARCHAR 
 LIMIT 10001) AS training_6_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"title":', to_json(training_6_page.title), ',"year":', training_6_page.year, ',"state":"', training_6_page.state, '","audience":', to_json(training_6_page.audience), ',"requiredHours":', training_6_page.required_hours, ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_7.name), '}') AS json 
FROM organization AS organization_7 
WHERE organization_7.id = training_6_page.organization_id), 'null'), ',"region":', coalesce((SELECT concat('{"name":', to_json(region_8.name), '}') AS json 
FROM region AS region_8 
WHERE region_8.code = training_6_page.region_code), 'null'), ',"sessions":', (SELECT concat('[', string_agg(concat('{"subject":', to_json(training_session_9.subject), ',"heldOn":"', to_char(training_session_9.held_on, 'YYYY-MM-DD'), '","hours":', training_session_9.hours, '}'), ',' ORDER BY training_session_9.number, training_session_9.training_id, training_session_9.number), ']') AS json 
FROM training_session AS training_session_9 
WHERE left(training_6_page.region_code, 6) = $2::VARCHAR AND training_session_9.training_id = training_6_page.id), ',"availableActions":[', concat_ws(',', CASE WHEN (training_6_page.state = 'PLANNED' AND training_6_page.organization_id = any($6::UUID[])) THEN '"UPDATE"' END, CASE WHEN ((training_6_page.state = 'PLANNED' OR training_6_page.state = 'HELD') AND training_6_page.organization_id = any($6::UUID[])) THEN '"ADD_SESSION"' END, CASE WHEN ((training_6_page.state = 'PLANNED' OR training_6_page.state = 'HELD') AND training_6_page.organization_id = any($6::UUID[])) THEN '"RECORD_ATTENDANCE"' END, CASE WHEN (training_6_page.state = 'HELD' AND training_6_page.organization_id = any($6::UUID[])) THEN '"COMPLETE_TRAINING"' END, CASE WHEN (training_6_page.state = 'PLANNED' AND training_6_page.organization_id = any($6::UUID[])) THEN '"CANCEL_TRAINING"' END), ']}'), ',' ORDER BY training_6_page.year DESC, training_6_page.id DESC), ']}') AS json 
FROM (SELECT training_6.version AS version, training_6.updated_at AS updated_at, training_6.id AS id, training_6.title AS title, training_6.organization_id AS organization_id, training_6.region_code AS region_code, training_6.field AS field, training_6.year AS year, training_6.audience AS audience, training_6.required_hours AS required_hours, training_6.state AS state, training_6.reason AS reason 
FROM training AS training_6 
WHERE left(training_6.region_code, 6) = $2::VARCHAR ORDER BY training_6.year DESC, training_6.id DESC 
 LIMIT 3) AS training_6_page 
HAVING true), 'UTF8') AS r2, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM training_attendance AS training_attendance_10 
WHERE left(training_attendance_10.region_code, 6) = $2::VARCHAR 
 LIMIT 10001) AS training_attendance_10_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"officer":', coalesce((SELECT concat('{"name":', to_json(officer_11.name), '}') AS json 
FROM officer AS officer_11 
WHERE officer_11.id = training_attendance_10_page.officer_id AND left(officer_11.region_code, 6) = $2::VARCHAR), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_12.name), '}') AS json 
FROM organization AS organization_12 
WHERE organization_12.id = training_attendance_10_page.organization_id), 'null'), ',"training":', coalesce((SELECT concat('{"title":', to_json(training_13.title), '}') AS json 
FROM training AS training_13 
WHERE training_13.id = training_attendance_10_page.training_id AND left(training_13.region_code, 6) = $2::VARCHAR), 'null'), ',"session":', training_attendance_10_page.session_number, ',"subject":', to_json(training_attendance_10_page.subject), ',"heldOn":"', to_char(training_attendance_10_page.held_on, 'YYYY-MM-DD'), '","year":', training_attendance_10_page.year, ',"hours":', training_attendance_10_page.hours, '}'), ',' ORDER BY training_attendance_10_page.hours DESC, training_attendance_10_page.id DESC), ']}') AS json 
FROM (SELECT training_attendance_10.version AS version, training_attendance_10.updated_at AS updated_at, training_attendance_10.id AS id, training_attendance_10.training_id AS training_id, training_attendance_10.session_number AS session_number, training_attendance_10.officer_id AS officer_id, training_attendance_10.organization_id AS organization_id, training_attendance_10.region_code AS region_code, training_attendance_10.field AS field, training_attendance_10.subject AS subject, training_attendance_10.held_on AS held_on, training_attendance_10.year AS year, training_attendance_10.hours AS hours 
FROM training_attendance AS training_attendance_10 
WHERE left(training_attendance_10.region_code, 6) = $2::VARCHAR ORDER BY training_attendance_10.hours DESC, training_attendance_10.id DESC 
 LIMIT 3) AS training_attendance_10_page 
HAVING true), 'UTF8') AS r3
