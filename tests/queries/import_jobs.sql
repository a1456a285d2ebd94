SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT import_job_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM import_job AS import_job_0 
WHERE import_job_0.account_id = $1::UUID AND import_job_0.kind = any($2::VARCHAR[]) AND import_job_0.state = any($3::VARCHAR[]) AND NOT import_job_0.is_dry_run 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM import_job AS import_job_0 
WHERE import_job_0.organization_id = any($4::UUID[]) AND (import_job_0.account_id = $1::UUID) IS NOT true AND import_job_0.kind = any($2::VARCHAR[]) AND import_job_0.state = any($3::VARCHAR[]) AND NOT import_job_0.is_dry_run 
 LIMIT 10001) AS anon_2) AS import_job_0_each 
 LIMIT 10001) AS import_job_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"id":"', translate(encode(convert_to('ImportJob:' || import_job_0_page.id, 'UTF8'), 'base64'), E'\n', ''), '","kind":"', import_job_0_page.kind, '","mode":"', import_job_0_page.mode, '","isDryRun":', CAST(import_job_0_page.is_dry_run AS TEXT), ',"state":"', import_job_0_page.state, '","rowsTotal":', coalesce(CAST(import_job_0_page.rows_total AS TEXT), 'null'), ',"rowsRead":', import_job_0_page.rows_read, ',"rowsAccepted":', import_job_0_page.rows_accepted, ',"rowsRefused":', import_job_0_page.rows_refused, ',"failure":', coalesce(('"' || import_job_0_page.failure) || '"', 'null'), ',"failureReason":', coalesce(CAST(to_json(import_job_0_page.failure_reason) AS TEXT), 'null'), ',"refusals":', (SELECT concat('[', string_agg(concat('{"line":', refused_row_1.line, ',"reason":', to_json(refused_row_1.reason), '}'), ',' ORDER BY refused_row_1.line, refused_row_1.id), ']') AS json 
FROM refused_row AS refused_row_1 
WHERE (import_job_0_page.organization_id = any($4::UUID[]) OR import_job_0_page.account_id = $1::UUID) AND refused_row_1.job_id = import_job_0_page.id), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = import_job_0_page.organization_id), 'null'), ',"refusedFile":', coalesce((SELECT concat('{"name":', to_json(stored_file_3.name), ',"downloadUrl":', CASE WHEN (stored_file_3.state = 'STORED') THEN concat(E'\x01', 'lGET:', concat('/files/', CAST(stored_file_3.id AS TEXT)), E'\x02') ELSE 'null' END, '}') AS json 
FROM stored_file AS stored_file_3 
WHERE stored_file_3.id = import_job_0_page.refused_file_id AND (stored_file_3.organization_id = any($4::UUID[]) OR (EXISTS (SELECT 1 
FROM evidence AS stored_file_3_evidence JOIN enforcement_case AS stored_file_3_evidence_of ON stored_file_3_evidence_of.id = stored_file_3_evidence.case_id 
WHERE stored_file_3_evidence.file_id = stored_file_3.id AND (stored_file_3_evidence_of.organization_id = any($4::UUID[]) OR stored_file_3_evidence_of.offered_organization_id = any($4::UUID[]) OR stored_file_3_evidence_of.legal_reviewer_id = any($4::UUID[])))) OR (EXISTS (SELECT 1 
FROM case_document AS stored_file_3_case_document JOIN enforcement_case AS stored_file_3_case_document_of ON stored_file_3_case_document_of.id = stored_file_3_case_document.case_id 
WHERE stored_file_3_case_document.file_id = stored_file_3.id AND (stored_file_3_case_document_of.organization_id = any($4::UUID[]) OR stored_file_3_case_document_of.offered_organization_id = any($4::UUID[]) OR stored_file_3_case_document_of.legal_reviewer_id = any($4::UUID[])))) OR (EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_3_transfer_attachment JOIN case_transfer AS stored_file_3_transfer_attachment_of ON stored_file_3_transfer_attachment_of.id = stored_file_3_transfer_attachment.transfer_id 
WHERE stored_file_3_transfer_attachment.file_id = stored_file_3.id AND (stored_file_3_transfer_attachment_of.sender_id = any($4::UUID[]) OR stored_file_3_transfer_attachment_of.visible_receiver_id = any($4::UUID[])))))), 'null'), ',"createdAt":"', to_char(timezone(interval '8 hours', import_job_0_page.created_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '","finishedAt":', coalesce(('"' || to_char(timezone(interval '8 hours', import_job_0_page.finished_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), '}'), ',' ORDER BY import_job_0_page.created_at DESC, import_job_0_page.id DESC), ']}') AS json 
FROM (SELECT import_job_0.id AS id, import_job_0.organization_id AS organization_id, import_job_0.region_code AS region_code, import_job_0.account_id AS account_id, import_job_0.file_id AS file_id, import_job_0.kind AS kind, import_job_0.mode AS mode, import_job_0.is_dry_run AS is_dry_run, import_job_0.state AS state, import_job_0.rows_total AS rows_total, import_job_0.rows_read AS rows_read, import_job_0.rows_accepted AS rows_accepted, import_job_0.rows_refused AS rows_refused, import_job_0.failure AS failure, import_job_0.failure_reason AS failure_reason, import_job_0.refused_file_id AS refused_file_id, import_job_0.created_at AS created_at, import_job_0.started_at AS started_at, import_job_0.finished_at AS finished_at 
FROM import_job AS import_job_0 JOIN (SELECT import_job_0_keys.created_at AS created_at, import_job_0_keys.id AS id 
FROM (SELECT anon_3.created_at AS created_at, anon_3.id AS id 
FROM (SELECT import_job_0_each.created_at AS created_at, import_job_0_each.id AS id 
FROM unnest($4::UUID[]) AS import_job_0_one JOIN LATERAL (SELECT import_job_0.created_at AS created_at, import_job_0.id AS id 
FROM import_job AS import_job_0 
WHERE import_job_0.organization_id = import_job_0_one AND import_job_0.kind = any($2::VARCHAR[]) AND import_job_0.state = any($3::VARCHAR[]) AND NOT import_job_0.is_dry_run ORDER BY import_job_0.created_at DESC, import_job_0.id DESC 
 LIMIT 2) AS import_job_0_each ON true ORDER BY import_job_0_each.created_at DESC, import_job_0_each.id DESC 
 LIMIT 2) AS anon_3 UNION SELECT anon_4.created_at AS created_at, anon_4.id AS id 
FROM (SELECT import_job_0.created_at AS created_at, import_job_0.id AS id 
FROM import_job AS import_job_0 
WHERE import_job_0.account_id = $1::UUID AND import_job_0.kind = any($2::VARCHAR[]) AND import_job_0.state = any($3::VARCHAR[]) AND NOT import_job_0.is_dry_run ORDER BY import_job_0.created_at DESC, import_job_0.id DESC 
 LIMIT 2) AS anon_4) AS import_job_0_keys ORDER BY import_job_0_keys.created_at DESC, import_job_0_keys.id DESC 
 LIMIT 2) AS import_job_0_united ON import_job_0_united.id = import_job_0.id) AS import_job_0_page 
HAVING true), 'UTF8') AS r0
