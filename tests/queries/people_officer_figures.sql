SELECT convert_to(coalesce((SELECT concat('{"name":', to_json(region_0.name), ',"officerFigures":', (SELECT concat('{"officers":', officer_1_figures.officers, ',"certified":', officer_1_figures.certified, ',"certifiedPercent":', coalesce(CAST(round((officer_1_figures.certified * 100.0) / CAST(nullif(officer_1_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), ',"supervisors":', officer_1_figures.supervisors, ',"legalReviewers":', officer_1_figures.reviewers, ',"legalReviewerPercent":', coalesce(CAST(round((officer_1_figures.reviewers * 100.0) / CAST(nullif(officer_1_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), ',"legalReviewersLacking":', greatest(ceil((officer_1_figures.officers * 5) / CAST(100.0 AS NUMERIC)) - officer_1_figures.reviewers, 0), '}') AS json 
FROM (SELECT count(*) AS officers, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_2 
WHERE certificate_2.officer_id = officer_1.id AND certificate_2.state = 'VALID' AND certificate_2.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_2.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND left(certificate_2.region_code, 4) = $1::VARCHAR)) AS certified, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_3 
WHERE certificate_3.officer_id = officer_1.id AND certificate_3.state = 'VALID' AND certificate_3.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_3.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_3.kind = 'SUPERVISION' AND left(certificate_3.region_code, 4) = $1::VARCHAR)) AS supervisors, count(*) FILTER (WHERE officer_1.is_legal_reviewer) AS reviewers 
FROM officer AS officer_1 
WHERE officer_1.region_code >= region_0.code AND officer_1.region_code <= (region_0.code || '~') AND (officer_1.left_on IS NULL OR officer_1.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND left(officer_1.region_code, 4) = $1::VARCHAR) AS officer_1_figures), ',"children":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_4_page.name), ',"officerFigures":', (SELECT concat('{"officers":', officer_5_figures.officers, ',"certifiedPercent":', coalesce(CAST(round((officer_5_figures.certified * 100.0) / CAST(nullif(officer_5_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), '}') AS json 
FROM (SELECT count(*) AS officers, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_6 
WHERE certificate_6.officer_id = officer_5.id AND certificate_6.state = 'VALID' AND certificate_6.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_6.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND left(certificate_6.region_code, 4) = $1::VARCHAR)) AS certified, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_7 
WHERE certificate_7.officer_id = officer_5.id AND certificate_7.state = 'VALID' AND certificate_7.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_7.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_7.kind = 'SUPERVISION' AND left(certificate_7.region_code, 4) = $1::VARCHAR)) AS supervisors, count(*) FILTER (WHERE officer_5.is_legal_reviewer) AS reviewers 
FROM officer AS officer_5 
WHERE officer_5.region_code >= region_4_page.code AND officer_5.region_code <= (region_4_page.code || '~') AND (officer_5.left_on IS NULL OR officer_5.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND left(officer_5.region_code, 4) = $1::VARCHAR) AS officer_5_figures), '}'), ',' ORDER BY region_4_page.code ASC), ']}') AS json 
FROM (SELECT region_4.code AS code, region_4.name AS name, region_4.level AS level, region_4.parent_code AS parent_code 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code ORDER BY region_4.code ASC 
 LIMIT 2) AS region_4_page 
HAVING true), '}') AS json 
FROM region AS region_0 
WHERE region_0.code = $2::VARCHAR), 'null'), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"name":', to_json(organization_8.name), ',"officerFigures":', (SELECT concat('{"officers":', officer_9_figures.officers, ',"certified":', officer_9_figures.certified, ',"certifiedPercent":', coalesce(CAST(round((officer_9_figures.certified * 100.0) / CAST(nullif(officer_9_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), ',"legalReviewerPercent":', coalesce(CAST(round((officer_9_figures.reviewers * 100.0) / CAST(nullif(officer_9_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), ',"legalReviewersLacking":', greatest(ceil((officer_9_figures.officers * 5) / CAST(100.0 AS NUMERIC)) - officer_9_figures.reviewers, 0), '}') AS json 
FROM (SELECT count(*) AS officers, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_10 
WHERE certificate_10.officer_id = officer_9.id AND certificate_10.state = 'VALID' AND certificate_10.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_10.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND left(certificate_10.region_code, 4) = $1::VARCHAR)) AS certified, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_11 
WHERE certificate_11.officer_id = officer_9.id AND certificate_11.state = 'VALID' AND certificate_11.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_11.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_11.kind = 'SUPERVISION' AND left(certificate_11.region_code, 4) = $1::VARCHAR)) AS supervisors, count(*) FILTER (WHERE officer_9.is_legal_reviewer) AS reviewers 
FROM officer AS officer_9 
WHERE officer_9.organization_id = organization_8.id AND (officer_9.left_on IS NULL OR officer_9.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND left(officer_9.region_code, 4) = $1::VARCHAR) AS officer_9_figures), ',"trainingHours":', (SELECT coalesce(sum(training_attendance_12.hours), 0) AS coalesce_1 
FROM training_attendance AS training_attendance_12 
WHERE training_attendance_12.organization_id = organization_8.id AND training_attendance_12.year = $3::INTEGER AND left(training_attendance_12.region_code, 4) = $1::VARCHAR), '}') AS json 
FROM organization AS organization_8 
WHERE organization_8.id = $4::UUID), 'null'), 'UTF8') AS r1, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM officer AS officer_13 
WHERE left(officer_13.region_code, 4) = $1::VARCHAR AND officer_13.organization_id = $5::UUID AND officer_13.is_legal_reviewer 
 LIMIT 10001) AS officer_13_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(officer_13_page.name), ',"isLegalReviewer":', CAST(officer_13_page.is_legal_reviewer AS TEXT), ',"trainingHours":', (SELECT coalesce(sum(training_attendance_14.hours), 0) AS coalesce_2 
FROM training_attendance AS training_attendance_14 
WHERE training_attendance_14.officer_id = officer_13_page.id AND training_attendance_14.year = $6::INTEGER AND left(training_attendance_14.region_code, 4) = $1::VARCHAR), '}'), ',' ORDER BY officer_13_page.region_code ASC, officer_13_page.id ASC), ']}') AS json 
FROM (SELECT officer_13.version AS version, officer_13.updated_at AS updated_at, officer_13.id AS id, officer_13.number AS number, officer_13.name AS name, officer_13.organization_id AS organization_id, officer_13.region_code AS region_code, officer_13.field AS field, officer_13.account_id AS account_id, officer_13.born_on AS born_on, officer_13.in_established_post AS in_established_post, officer_13.is_legal_reviewer AS is_legal_reviewer, officer_13.examination_passed_on AS examination_passed_on, officer_13.left_on AS left_on 
FROM officer AS officer_13 
WHERE left(officer_13.region_code, 4) = $1::VARCHAR AND officer_13.organization_id = $5::UUID AND officer_13.is_legal_reviewer ORDER BY officer_13.region_code ASC, officer_13.id ASC 
 LIMIT 2) AS officer_13_page 
HAVING true), 'UTF8') AS r2, convert_to(coalesce((SELECT concat('{"name":', to_json(region_15.name), ',"officerFigures":', (SELECT concat('{"officers":', officer_16_figures.officers, ',"certified":', officer_16_figures.certified, ',"certifiedPercent":', coalesce(CAST(round((officer_16_figures.certified * 100.0) / CAST(nullif(officer_16_figures.officers, 0) AS NUMERIC), 1) AS TEXT), 'null'), ',"legalReviewersLacking":', greatest(ceil((officer_16_figures.officers * 5) / CAST(100.0 AS NUMERIC)) - officer_16_figures.reviewers, 0), '}') AS json 
FROM (SELECT count(*) AS officers, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_17 
WHERE certificate_17.officer_id = officer_16.id AND certificate_17.state = 'VALID' AND certificate_17.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_17.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND left(certificate_17.region_code, 4) = $1::VARCHAR)) AS certified, count(*) FILTER (WHERE EXISTS (SELECT 1 
FROM certificate AS certificate_18 
WHERE certificate_18.officer_id = officer_16.id AND certificate_18.state = 'VALID' AND certificate_18.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_18.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND certificate_18.kind = 'SUPERVISION' AND left(certificate_18.region_code, 4) = $1::VARCHAR)) AS supervisors, count(*) FILTER (WHERE officer_16.is_legal_reviewer) AS reviewers 
FROM officer AS officer_16 
WHERE officer_16.region_code >= region_15.code AND officer_16.region_code <= (region_15.code || '~') AND (officer_16.left_on IS NULL OR officer_16.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND left(officer_16.region_code, 4) = $1::VARCHAR) AS officer_16_figures), '}') AS json 
FROM region AS region_15 
WHERE region_15.code = $7::VARCHAR), 'null'), 'UTF8') AS r3
