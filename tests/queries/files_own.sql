SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT stored_file_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM stored_file AS stored_file_0 
WHERE EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_0_transfer_attachment JOIN case_transfer AS stored_file_0_transfer_attachment_of ON stored_file_0_transfer_attachment_of.id = stored_file_0_transfer_attachment.transfer_id 
WHERE stored_file_0_transfer_attachment.file_id = stored_file_0.id AND (stored_file_0_transfer_attachment_of.sender_id = any($1::UUID[]) OR stored_file_0_transfer_attachment_of.visible_receiver_id = any($1::UUID[]))) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM stored_file AS stored_file_0 
WHERE (EXISTS (SELECT 1 
FROM case_document AS stored_file_0_case_document JOIN enforcement_case AS stored_file_0_case_document_of ON stored_file_0_case_document_of.id = stored_file_0_case_document.case_id 
WHERE stored_file_0_case_document.file_id = stored_file_0.id AND (stored_file_0_case_document_of.organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.legal_reviewer_id = any($1::UUID[])))) AND (EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_0_transfer_attachment JOIN case_transfer AS stored_file_0_transfer_attachment_of ON stored_file_0_transfer_attachment_of.id = stored_file_0_transfer_attachment.transfer_id 
WHERE stored_file_0_transfer_attachment.file_id = stored_file_0.id AND (stored_file_0_transfer_attachment_of.sender_id = any($1::UUID[]) OR stored_file_0_transfer_attachment_of.visible_receiver_id = any($1::UUID[])))) IS NOT true 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM stored_file AS stored_file_0 
WHERE (EXISTS (SELECT 1 
FROM evidence AS stored_file_0_evidence JOIN enforcement_case AS stored_file_0_evidence_of ON stored_file_0_evidence_of.id = stored_file_0_evidence.case_id 
WHERE stored_file_0_evidence.file_id = stored_file_0.id AND (stored_file_0_evidence_of.organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.legal_reviewer_id = any($1::UUID[])))) AND (EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_0_transfer_attachment JOIN case_transfer AS stored_file_0_transfer_attachment_of ON stored_file_0_transfer_attachment_of.id = stored_file_0_transfer_attachment.transfer_id 
WHERE stored_file_0_transfer_attachment.file_id = stored_file_0.id AND (stored_file_0_transfer_attachment_of.sender_id = any($1::UUID[]) OR stored_file_0_transfer_attachment_of.visible_receiver_id = any($1::UUID[])))) IS NOT true AND (EXISTS (SELECT 1 
FROM case_document AS stored_file_0_case_document JOIN enforcement_case AS stored_file_0_case_document_of ON stored_file_0_case_document_of.id = stored_file_0_case_document.case_id 
WHERE stored_file_0_case_document.file_id = stored_file_0.id AND (stored_file_0_case_document_of.organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.legal_reviewer_id = any($1::UUID[])))) IS NOT true 
 LIMIT 10001) AS anon_3 UNION ALL SELECT anon_4.one AS one 
FROM (SELECT 1 AS one 
FROM stored_file AS stored_file_0 
WHERE stored_file_0.organization_id = any($1::UUID[]) AND (EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_0_transfer_attachment JOIN case_transfer AS stored_file_0_transfer_attachment_of ON stored_file_0_transfer_attachment_of.id = stored_file_0_transfer_attachment.transfer_id 
WHERE stored_file_0_transfer_attachment.file_id = stored_file_0.id AND (stored_file_0_transfer_attachment_of.sender_id = any($1::UUID[]) OR stored_file_0_transfer_attachment_of.visible_receiver_id = any($1::UUID[])))) IS NOT true AND (EXISTS (SELECT 1 
FROM case_document AS stored_file_0_case_document JOIN enforcement_case AS stored_file_0_case_document_of ON stored_file_0_case_document_of.id = stored_file_0_case_document.case_id 
WHERE stored_file_0_case_document.file_id = stored_file_0.id AND (stored_file_0_case_document_of.organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.legal_reviewer_id = any($1::UUID[])))) IS NOT true AND (EXISTS (SELECT 1 
FROM evidence AS stored_file_0_evidence JOIN enforcement_case AS stored_file_0_evidence_of ON stored_file_0_evidence_of.id = stored_file_0_evidence.case_id 
WHERE stored_file_0_evidence.file_id = stored_file_0.id AND (stored_file_0_evidence_of.organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.legal_reviewer_id = any($1::UUID[])))) IS NOT true 
 LIMIT 10001) AS anon_4) AS stored_file_0_each 
 LIMIT 10001) AS stored_file_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(stored_file_0_page.name), ',"mediaType":', to_json(stored_file_0_page.media_type), ',"state":"', stored_file_0_page.state, '","organization":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = stored_file_0_page.organization_id), 'null'), '}'), ',' ORDER BY stored_file_0_page.created_at ASC, stored_file_0_page.id ASC), ']}') AS json 
FROM (SELECT stored_file_0.id AS id, stored_file_0.name AS name, stored_file_0.media_type AS media_type, stored_file_0.size AS size, stored_file_0.sha256 AS sha256, stored_file_0.organization_id AS organization_id, stored_file_0.region_code AS region_code, stored_file_0.uploaded_by AS uploaded_by, stored_file_0.created_at AS created_at, stored_file_0.state AS state, stored_file_0.storage_key AS storage_key 
FROM stored_file AS stored_file_0 JOIN (SELECT stored_file_0_keys.created_at AS created_at, stored_file_0_keys.id AS id 
FROM (SELECT anon_5.created_at AS created_at, anon_5.id AS id 
FROM (SELECT stored_file_0_each.created_at AS created_at, stored_file_0_each.id AS id 
FROM unnest($1::UUID[]) AS stored_file_0_one JOIN LATERAL (SELECT stored_file_0.created_at AS created_at, stored_file_0.id AS id 
FROM stored_file AS stored_file_0 
WHERE stored_file_0.organization_id = stored_file_0_one ORDER BY stored_file_0.created_at ASC, stored_file_0.id ASC 
 LIMIT 2) AS stored_file_0_each ON true ORDER BY stored_file_0_each.created_at ASC, stored_file_0_each.id ASC 
 LIMIT 2) AS anon_5 UNION SELECT anon_6.created_at AS created_at, anon_6.id AS id 
FROM (SELECT stored_file_0.created_at AS created_at, stored_file_0.id AS id 
FROM stored_file AS stored_file_0 
WHERE EXISTS (SELECT 1 
FROM evidence AS stored_file_0_evidence JOIN enforcement_case AS stored_file_0_evidence_of ON stored_file_0_evidence_of.id = stored_file_0_evidence.case_id 
WHERE stored_file_0_evidence.file_id = stored_file_0.id AND (stored_file_0_evidence_of.organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_evidence_of.legal_reviewer_id = any($1::UUID[]))) ORDER BY stored_file_0.created_at ASC, stored_file_0.id ASC 
 LIMIT 2) AS anon_6 UNION SELECT anon_7.created_at AS created_at, anon_7.id AS id 
FROM (SELECT stored_file_0.created_at AS created_at, stored_file_0.id AS id 
FROM stored_file AS stored_file_0 
WHERE EXISTS (SELECT 1 
FROM case_document AS stored_file_0_case_document JOIN enforcement_case AS stored_file_0_case_document_of ON stored_file_0_case_document_of.id = stored_file_0_case_document.case_id 
WHERE stored_file_0_case_document.file_id = stored_file_0.id AND (stored_file_0_case_document_of.organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.offered_organization_id = any($1::UUID[]) OR stored_file_0_case_document_of.legal_reviewer_id = any($1::UUID[]))) ORDER BY stored_file_0.created_at ASC, stored_file_0.id ASC 
 LIMIT 2) AS anon_7 UNION SELECT anon_8.created_at AS created_at, anon_8.id AS id 
FROM (SELECT stored_file_0.created_at AS created_at, stored_file_0.id AS id 
FROM stored_file AS stored_file_0 
WHERE EXISTS (SELECT 1 
FROM transfer_attachment AS stored_file_0_transfer_attachment JOIN case_transfer AS stored_file_0_transfer_attachment_of ON stored_file_0_transfer_attachment_of.id = stored_file_0_transfer_attachment.transfer_id 
WHERE stored_file_0_transfer_attachment.file_id = stored_file_0.id AND (stored_file_0_transfer_attachment_of.sender_id = any($1::UUID[]) OR stored_file_0_transfer_attachment_of.visible_receiver_id = any($1::UUID[]))) ORDER BY stored_file_0.created_at ASC, stored_file_0.id ASC 
 LIMIT 2) AS anon_8) AS stored_file_0_keys ORDER BY stored_file_0_keys.created_at ASC, stored_file_0_keys.id ASC 
 LIMIT 2) AS stored_file_0_united ON stored_file_0_united.id = stored_file_0.id) AS stored_file_0_page 
HAVING true), 'UTF8') AS r0
