SELECT convert_to(coalesce((SELECT concat('{"title":', to_json(training_0.title), ',"state":"', training_0.state, '","version":', training_0.version, ',"sessions":', (SELECT concat('[', string_agg(concat('{"number":', training_session_1.number, ',"subject":', to_json(training_session_1.subject), ',"lecturer":', coalesce(CAST(to_json(training_session_1.lecturer) AS TEXT), 'null'), ',"venue":', coalesce(CAST(to_json(training_session_1.venue) AS TEXT), 'null'), '}'), ',' ORDER BY training_session_1.number, training_session_1.training_id, training_session_1.number), ']') AS json 
FROM training_session AS training_session_1 
WHERE training_0.organization_id = any($1::UUID[]) AND training_session_1.training_id = training_0.id), ',"attendances":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM training_attendance AS training_attendance_2 
WHERE training_attendance_2.organization_id = any($1::UUID[]) AND training_attendance_2.training_id = training_0.id 
 LIMIT 10001) AS training_attendance_2_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"officer":', coalesce((SELECT concat('{"name":', to_json(officer_3.name), '}') AS json 
FROM officer AS officer_3 
WHERE officer_3.id = training_attendance_2_page.officer_id AND officer_3.organization_id = any($1::UUID[])), 'null'), ',"hours":', training_attendance_2_page.hours, '}'), ',' ORDER BY training_attendance_2_page.year ASC, training_attendance_2_page.id ASC), ']}') AS json 
FROM (SELECT training_attendance_2.version AS version, training_attendance_2.updated_at AS updated_at, training_attendance_2.id AS id, training_attendance_2.training_id AS training_id, training_attendance_2.session_number AS session_number, training_attendance_2.officer_id AS officer_id, training_attendance_2.organization_id AS organization_id, training_attendance_2.region_code AS region_code, training_attendance_2.field AS field, training_attendance_2.subject AS subject, training_attendance_2.held_on AS held_on, training_attendance_2.year AS year, training_attendance_2.hours AS hours 
FROM training_attendance AS training_attendance_2 
WHERE training_attendance_2.organization_id = any($1::UUID[]) AND training_attendance_2.training_id = training_0.id ORDER BY training_attendance_2.year ASC, training_attendance_2.id ASC 
 LIMIT 2) AS training_attendance_2_page 
HAVING true), ',"history":', (SELECT concat('[', string_agg(concat('{"command":', to_json(audit_entry_4_newest.action), '}'), ',' ORDER BY audit_entry_4_newest.id DESC), ']') AS json 
FROM (SELECT audit_entry_4.id AS id, audit_entry_4.at AS at, audit_entry_4.account_id AS account_id, audit_entry_4.account_name AS account_name, audit_entry_4.organization_id AS organization_id, audit_entry_4.rule AS rule, audit_entry_4.action AS action, audit_entry_4.object_type AS object_type, audit_entry_4.object_id AS object_id, audit_entry_4.before - '{version,updated_at,next_due_at,next_near_at,storage_key}'::text[] AS before, audit_entry_4.after - '{version,updated_at,next_due_at,next_near_at,storage_key}'::text[] AS after, audit_entry_4.correlation_id AS correlation_id, audit_entry_4.remote_address AS remote_address, audit_entry_4.sequence AS sequence, audit_entry_4.previous_hash AS previous_hash, audit_entry_4.hash AS hash, 'Organization:' AS names_organization_id, 'Region:' AS names_region_code 
FROM audit_entry AS audit_entry_4 
WHERE training_0.organization_id = any($1::UUID[]) AND (audit_entry_4.action NOT IN ('download', 'download_letter')) AND audit_entry_4.object_type = 'Training' AND audit_entry_4.object_id = CAST(training_0.id AS TEXT) ORDER BY audit_entry_4.id DESC 
 LIMIT 100) AS audit_entry_4_newest), '}') AS json 
FROM training AS training_0 
WHERE training_0.id = $2::UUID AND training_0.organization_id = any($1::UUID[])), 'null'), 'UTF8') AS r0, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM training_attendance AS training_attendance_5 
WHERE training_attendance_5.organization_id = any($1::UUID[]) AND training_attendance_5.officer_id = $3::UUID 
 LIMIT 10001) AS training_attendance_5_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"training":', coalesce((SELECT concat('{"title":', to_json(training_6.title), '}') AS json 
FROM training AS training_6 
WHERE training_6.id = training_attendance_5_page.training_id AND training_6.organization_id = any($1::UUID[])), 'null'), ',"subject":', to_json(training_attendance_5_page.subject), ',"hours":', training_attendance_5_page.hours, '}'), ',' ORDER BY training_attendance_5_page.year ASC, training_attendance_5_page.id ASC), ']}') AS json 
FROM (SELECT training_attendance_5_each.version AS version, training_attendance_5_each.updated_at AS updated_at, training_attendance_5_each.id AS id, training_attendance_5_each.training_id AS training_id, training_attendance_5_each.session_number AS session_number, training_attendance_5_each.officer_id AS officer_id, training_attendance_5_each.organization_id AS organization_id, training_attendance_5_each.region_code AS region_code, training_attendance_5_each.field AS field, training_attendance_5_each.subject AS subject, training_attendance_5_each.held_on AS held_on, training_attendance_5_each.year AS year, training_attendance_5_each.hours AS hours 
FROM unnest($1::UUID[]) AS training_attendance_5_one JOIN LATERAL (SELECT training_attendance_5.version AS version, training_attendance_5.updated_at AS updated_at, training_attendance_5.id AS id, training_attendance_5.training_id AS training_id, training_attendance_5.session_number AS session_number, training_attendance_5.officer_id AS officer_id, training_attendance_5.organization_id AS organization_id, training_attendance_5.region_code AS region_code, training_attendance_5.field AS field, training_attendance_5.subject AS subject, training_attendance_5.held_on AS held_on, training_attendance_5.year AS year, training_attendance_5.hours AS hours 
FROM training_attendance AS training_attendance_5 
WHERE training_attendance_5.organization_id = training_attendance_5_one AND training_attendance_5.officer_id = $3::UUID ORDER BY training_attendance_5.year ASC, training_attendance_5.id ASC 
 LIMIT 20) AS training_attendance_5_each ON true ORDER BY training_attendance_5_each.year ASC, training_attendance_5_each.id ASC 
 LIMIT 20) AS training_attendance_5_page 
HAVING true), 'UTF8') AS r1
