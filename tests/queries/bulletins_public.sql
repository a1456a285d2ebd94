SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.is_public 
 LIMIT 10001) AS bulletin_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = bulletin_0_page.organization_id), 'null'), ',"number":', coalesce(CAST(to_json(bulletin_0_page.number) AS TEXT), 'null'), ',"title":', to_json(bulletin_0_page.title), ',"content":', to_json(bulletin_0_page.content), ',"state":"', bulletin_0_page.state, '","publishedAt":', coalesce(('"' || to_char(timezone(interval '8 hours', bulletin_0_page.published_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"reports":', (SELECT concat('[', string_agg(concat('{"report":', coalesce((SELECT concat('{"quarter":', progress_report_3.quarter, '}') AS json 
FROM progress_report AS progress_report_3 
WHERE progress_report_3.id = bulletin_report_2.report_id AND false), 'null'), '}'), ',' ORDER BY bulletin_report_2.report_id, bulletin_report_2.bulletin_id, bulletin_report_2.report_id), ']') AS json 
FROM bulletin_report AS bulletin_report_2 
WHERE false AND bulletin_report_2.bulletin_id = bulletin_0_page.id), '}'), ',' ORDER BY bulletin_0_page.drafted_at ASC, bulletin_0_page.id ASC), ']}') AS json 
FROM (SELECT bulletin_0.version AS version, bulletin_0.updated_at AS updated_at, bulletin_0.id AS id, bulletin_0.organization_id AS organization_id, bulletin_0.region_code AS region_code, bulletin_0.number AS number, bulletin_0.title AS title, bulletin_0.content AS content, bulletin_0.state AS state, bulletin_0.is_public AS is_public, bulletin_0.drafted_at AS drafted_at, bulletin_0.published_at AS published_at 
FROM bulletin AS bulletin_0 
WHERE bulletin_0.is_public ORDER BY bulletin_0.drafted_at ASC, bulletin_0.id ASC 
 LIMIT 5) AS bulletin_0_page 
HAVING true), 'UTF8') AS r0
