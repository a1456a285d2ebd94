SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT bulletin_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.is_public 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.organization_id = any($1::UUID[]) AND bulletin_0.is_public IS NOT true 
 LIMIT 10001) AS anon_2) AS bulletin_0_each 
 LIMIT 10001) AS bulletin_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"number":', coalesce(CAST(to_json(bulletin_0_page.number) AS TEXT), 'null'), ',"title":', to_json(bulletin_0_page.title), ',"state":"', bulletin_0_page.state, '","reports":', (SELECT concat('[', string_agg(concat('{"report":', coalesce((SELECT concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = progress_report_2.organization_id), 'null'), ',"quarter":', progress_report_2.quarter, ',"edition":', progress_report_2.edition, ',"state":"', progress_report_2.state, '"}') AS json 
FROM progress_report AS progress_report_2 
WHERE progress_report_2.id = bulletin_report_1.report_id AND left(progress_report_2.visible_region_code, 4) = $2::VARCHAR), 'null'), '}'), ',' ORDER BY bulletin_report_1.report_id, bulletin_report_1.bulletin_id, bulletin_report_1.report_id), ']') AS json 
FROM bulletin_report AS bulletin_report_1 
WHERE bulletin_0_page.organization_id = any($1::UUID[]) AND bulletin_report_1.bulletin_id = bulletin_0_page.id), ',"availableActions":[', concat_ws(',', CASE WHEN (bulletin_0_page.state = 'DRAFT' AND bulletin_0_page.organization_id = any($1::UUID[])) THEN '"UPDATE"' END, CASE WHEN (bulletin_0_page.state = 'DRAFT' AND bulletin_0_page.organization_id = any($1::UUID[]) AND NOT (EXISTS (SELECT FROM bulletin_report b JOIN progress_report r ON r.id = b.report_id
                   WHERE b.bulletin_id = bulletin_0_page.id AND r.state = 'SUPERSEDED'))) THEN '"PUBLISH"' END), ']}'), ',' ORDER BY bulletin_0_page.drafted_at DESC, bulletin_0_page.id DESC), ']}') AS json 
FROM (SELECT bulletin_0.version AS version, bulletin_0.updated_at AS updated_at, bulletin_0.id AS id, bulletin_0.organization_id AS organization_id, bulletin_0.region_code AS region_code, bulletin_0.number AS number, bulletin_0.title AS title, bulletin_0.content AS content, bulletin_0.state AS state, bulletin_0.is_public AS is_public, bulletin_0.drafted_at AS drafted_at, bulletin_0.published_at AS published_at 
FROM bulletin AS bulletin_0 JOIN (SELECT bulletin_0_keys.drafted_at AS drafted_at, bulletin_0_keys.id AS id 
FROM (SELECT anon_3.drafted_at AS drafted_at, anon_3.id AS id 
FROM (SELECT bulletin_0_each.drafted_at AS drafted_at, bulletin_0_each.id AS id 
FROM unnest($1::UUID[]) AS bulletin_0_one JOIN LATERAL (SELECT bulletin_0.drafted_at AS drafted_at, bulletin_0.id AS id 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.organization_id = bulletin_0_one ORDER BY bulletin_0.drafted_at DESC, bulletin_0.id DESC 
 LIMIT 5) AS bulletin_0_each ON true ORDER BY bulletin_0_each.drafted_at DESC, bulletin_0_each.id DESC 
 LIMIT 5) AS anon_3 UNION SELECT anon_4.drafted_at AS drafted_at, anon_4.id AS id 
FROM (SELECT bulletin_0.drafted_at AS drafted_at, bulletin_0.id AS id 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.is_public ORDER BY bulletin_0.drafted_at DESC, bulletin_0.id DESC 
 LIMIT 5) AS anon_4) AS bulletin_0_keys ORDER BY bulletin_0_keys.drafted_at DESC, bulletin_0_keys.id DESC 
 LIMIT 5) AS bulletin_0_united ON bulletin_0_united.id = bulletin_0.id) AS bulletin_0_page 
HAVING true), 'UTF8') AS r0
