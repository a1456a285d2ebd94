WITH answer AS 
(SELECT (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT case_transfer_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM case_transfer AS case_transfer_0 
WHERE left(case_transfer_0.visible_receiver_region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM case_transfer AS case_transfer_0 
WHERE left(case_transfer_0.sender_region_code, 4) = $1::VARCHAR AND (left(case_transfer_0.visible_receiver_region_code, 4) = $1::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_2) AS case_transfer_0_each 
 LIMIT 10001) AS case_transfer_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"kind":"', case_transfer_0_page.kind, '","state":"', case_transfer_0_page.state, '","isUrgent":', CAST(case_transfer_0_page.is_urgent AS TEXT), ',"reason":', CASE WHEN (case_transfer_0_page.reason IS NULL) THEN 'null' WHEN (left(case_transfer_0_page.sender_region_code, 4) = $1::VARCHAR OR left(case_transfer_0_page.visible_receiver_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'CaseTransfer:', CAST(case_transfer_0_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(case_transfer_0_page.reason) AS TEXT) ELSE 'null' END, ',"case":', coalesce((SELECT concat('{"number":', to_json(enforcement_case_1.number), ',"isOffered":', CASE WHEN (left(enforcement_case_1.region_code, 4) = $1::VARCHAR OR left(enforcement_case_1.offered_region_code, 4) = $1::VARCHAR) THEN CAST(CAST(enforcement_case_1.is_offered AS TEXT) AS TEXT) ELSE 'null' END, '}') AS json 
FROM enforcement_case AS enforcement_case_1 
WHERE enforcement_case_1.id = case_transfer_0_page.case_id AND (left(enforcement_case_1.region_code, 4) = $1::VARCHAR OR left(enforcement_case_1.offered_region_code, 4) = $1::VARCHAR OR enforcement_case_1.is_published)), 'null'), ',"handedOverCase":', coalesce((SELECT concat('{"number":', to_json(handed_over_case_2.number), '}') AS json 
FROM handed_over_case AS handed_over_case_2 
WHERE handed_over_case_2.transfer_id = case_transfer_0_page.id AND left(handed_over_case_2.region_code, 4) = $1::VARCHAR), 'null'), ',"deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_3.event, '"}'), ',' ORDER BY deadline_3.due_at, deadline_3.id), ']') AS json 
FROM deadline AS deadline_3 
WHERE (left(case_transfer_0_page.sender_region_code, 4) = $1::VARCHAR OR left(case_transfer_0_page.visible_receiver_region_code, 4) = $1::VARCHAR) AND deadline_3.transfer_id = case_transfer_0_page.id), ',"availableActions":[', '', ']}'), ',' ORDER BY case_transfer_0_page.created_at DESC, case_transfer_0_page.id DESC), ']}') AS json 
FROM (SELECT case_transfer_0.version AS version, case_transfer_0.updated_at AS updated_at, case_transfer_0.id AS id, case_transfer_0.kind AS kind, case_transfer_0.state AS state, case_transfer_0.case_id AS case_id, case_transfer_0.case_number AS case_number, case_transfer_0.cause AS cause, case_transfer_0.party_kind AS party_kind, case_transfer_0.party_name AS party_name, case_transfer_0.sender_id AS sender_id, case_transfer_0.sender_region_code AS sender_region_code, case_transfer_0.sender_field AS sender_field, case_transfer_0.receiver_id AS receiver_id, case_transfer_0.receiver_region_code AS receiver_region_code, case_transfer_0.receiver_field AS receiver_field, case_transfer_0.visible_receiver_id AS visible_receiver_id, case_transfer_0.visible_receiver_region_code AS visible_receiver_region_code, case_transfer_0.visible_receiver_field AS visible_receiver_field, case_transfer_0.reason AS reason, case_transfer_0.legal_basis AS legal_basis, case_transfer_0.is_urgent AS is_urgent, case_transfer_0.is_left_with_sender AS is_left_with_sender, case_transfer_0.created_at AS created_at, case_transfer_0.approved_at AS approved_at, case_transfer_0.sent_at AS sent_at, case_transfer_0.received_at AS received_at, case_transfer_0.answered_at AS answered_at, case_transfer_0.rejection_reason AS rejection_reason, case_transfer_0.withdrawn_at AS withdrawn_at, case_transfer_0.withdrawal_reason AS withdrawal_reason, case_transfer_0.result AS result, case_transfer_0.result_returned_at AS result_returned_at, case_transfer_0.next_due_at AS next_due_at, case_transfer_0.next_near_at AS next_near_at 
FROM case_transfer AS case_transfer_0 JOIN (SELECT case_transfer_0_keys.created_at AS created_at, case_transfer_0_keys.id AS id 
FROM (SELECT anon_3.created_at AS created_at, anon_3.id AS id 
FROM (SELECT case_transfer_0.created_at AS created_at, case_transfer_0.id AS id 
FROM case_transfer AS case_transfer_0 
WHERE left(case_transfer_0.sender_region_code, 4) = $1::VARCHAR ORDER BY case_transfer_0.created_at DESC, case_transfer_0.id DESC 
 LIMIT 2) AS anon_3 UNION SELECT anon_4.created_at AS created_at, anon_4.id AS id 
FROM (SELECT case_transfer_0.created_at AS created_at, case_transfer_0.id AS id 
FROM case_transfer AS case_transfer_0 
WHERE left(case_transfer_0.visible_receiver_region_code, 4) = $1::VARCHAR ORDER BY case_transfer_0.created_at DESC, case_transfer_0.id DESC 
 LIMIT 2) AS anon_4) AS case_transfer_0_keys ORDER BY case_transfer_0_keys.created_at DESC, case_transfer_0_keys.id DESC 
 LIMIT 2) AS case_transfer_0_united ON case_transfer_0_united.id = case_transfer_0.id) AS case_transfer_0_page 
HAVING true) AS r0, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT coordination_dispute_4_each.one AS one 
FROM (SELECT anon_5.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.government_id = any($2::UUID[]) 
 LIMIT 10001) AS anon_5 UNION ALL SELECT anon_6.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.coordinator_id = any($2::UUID[]) AND (coordination_dispute_4.government_id = any($2::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_6 UNION ALL SELECT anon_7.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.respondent_id = any($2::UUID[]) AND (coordination_dispute_4.government_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.coordinator_id = any($2::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_7 UNION ALL SELECT anon_8.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.applicant_id = any($2::UUID[]) AND (coordination_dispute_4.government_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.coordinator_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.respondent_id = any($2::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_8 UNION ALL SELECT anon_9.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE left(coordination_dispute_4.respondent_region_code, 4) = $1::VARCHAR AND (coordination_dispute_4.government_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.coordinator_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.respondent_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.applicant_id = any($2::UUID[])) IS NOT true 
 LIMIT 10001) AS anon_9 UNION ALL SELECT anon_10.one AS one 
FROM (SELECT 1 AS one 
FROM coordination_dispute AS coordination_dispute_4 
WHERE left(coordination_dispute_4.applicant_region_code, 4) = $1::VARCHAR AND (coordination_dispute_4.government_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.coordinator_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.respondent_id = any($2::UUID[])) IS NOT true AND (coordination_dispute_4.applicant_id = any($2::UUID[])) IS NOT true AND (left(coordination_dispute_4.respondent_region_code, 4) = $1::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_10) AS coordination_dispute_4_each 
 LIMIT 10001) AS coordination_dispute_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"subject":', to_json(coordination_dispute_4_page.subject), ',"state":"', coordination_dispute_4_page.state, '","applicant":', coalesce((SELECT concat('{"name":', to_json(organization_5.name), '}') AS json 
FROM organization AS organization_5 
WHERE organization_5.id = coordination_dispute_4_page.applicant_id), 'null'), ',"respondent":', coalesce((SELECT concat('{"name":', to_json(organization_6.name), '}') AS json 
FROM organization AS organization_6 
WHERE organization_6.id = coordination_dispute_4_page.respondent_id), 'null'), ',"government":', coalesce((SELECT concat('{"name":', to_json(organization_7.name), '}') AS json 
FROM organization AS organization_7 
WHERE organization_7.id = coordination_dispute_4_page.government_id), 'null'), '}'), ',' ORDER BY coordination_dispute_4_page.created_at ASC, coordination_dispute_4_page.id ASC), ']}') AS json 
FROM (SELECT coordination_dispute_4.version AS version, coordination_dispute_4.updated_at AS updated_at, coordination_dispute_4.id AS id, coordination_dispute_4.subject AS subject, coordination_dispute_4.state AS state, coordination_dispute_4.transfer_id AS transfer_id, coordination_dispute_4.case_id AS case_id, coordination_dispute_4.applicant_id AS applicant_id, coordination_dispute_4.applicant_region_code AS applicant_region_code, coordination_dispute_4.applicant_field AS applicant_field, coordination_dispute_4.respondent_id AS respondent_id, coordination_dispute_4.respondent_region_code AS respondent_region_code, coordination_dispute_4.respondent_field AS respondent_field, coordination_dispute_4.coordinator_id AS coordinator_id, coordination_dispute_4.government_id AS government_id, coordination_dispute_4.deciding_id AS deciding_id, coordination_dispute_4.is_shirking AS is_shirking, coordination_dispute_4.application AS application, coordination_dispute_4.is_applied_by_applicant AS is_applied_by_applicant, coordination_dispute_4.supplement_asked AS supplement_asked, coordination_dispute_4.supplement AS supplement, coordination_dispute_4.is_supplement_asked AS is_supplement_asked, coordination_dispute_4.agreement AS agreement, coordination_dispute_4.opinion AS opinion, coordination_dispute_4.government_decision AS government_decision, coordination_dispute_4.designated_id AS designated_id, coordination_dispute_4.end_reason AS end_reason, coordination_dispute_4.is_ended AS is_ended, coordination_dispute_4.created_at AS created_at, coordination_dispute_4.ended_at AS ended_at, coordination_dispute_4.next_due_at AS next_due_at, coordination_dispute_4.next_near_at AS next_near_at 
FROM coordination_dispute AS coordination_dispute_4 JOIN (SELECT coordination_dispute_4_keys.created_at AS created_at, coordination_dispute_4_keys.id AS id 
FROM (SELECT anon_11.created_at AS created_at, anon_11.id AS id 
FROM (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE left(coordination_dispute_4.applicant_region_code, 4) = $1::VARCHAR ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS anon_11 UNION SELECT anon_12.created_at AS created_at, anon_12.id AS id 
FROM (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE left(coordination_dispute_4.respondent_region_code, 4) = $1::VARCHAR ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS anon_12 UNION SELECT anon_13.created_at AS created_at, anon_13.id AS id 
FROM (SELECT coordination_dispute_4_each.created_at AS created_at, coordination_dispute_4_each.id AS id 
FROM unnest($2::UUID[]) AS coordination_dispute_4_one JOIN LATERAL (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.applicant_id = coordination_dispute_4_one ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS coordination_dispute_4_each ON true ORDER BY coordination_dispute_4_each.created_at ASC, coordination_dispute_4_each.id ASC 
 LIMIT 2) AS anon_13 UNION SELECT anon_14.created_at AS created_at, anon_14.id AS id 
FROM (SELECT coordination_dispute_4_each.created_at AS created_at, coordination_dispute_4_each.id AS id 
FROM unnest($2::UUID[]) AS coordination_dispute_4_one JOIN LATERAL (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.respondent_id = coordination_dispute_4_one ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS coordination_dispute_4_each ON true ORDER BY coordination_dispute_4_each.created_at ASC, coordination_dispute_4_each.id ASC 
 LIMIT 2) AS anon_14 UNION SELECT anon_15.created_at AS created_at, anon_15.id AS id 
FROM (SELECT coordination_dispute_4_each.created_at AS created_at, coordination_dispute_4_each.id AS id 
FROM unnest($2::UUID[]) AS coordination_dispute_4_one JOIN LATERAL (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.coordinator_id = coordination_dispute_4_one ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS coordination_dispute_4_each ON true ORDER BY coordination_dispute_4_each.created_at ASC, coordination_dispute_4_each.id ASC 
 LIMIT 2) AS anon_15 UNION SELECT anon_16.created_at AS created_at, anon_16.id AS id 
FROM (SELECT coordination_dispute_4_each.created_at AS created_at, coordination_dispute_4_each.id AS id 
FROM unnest($2::UUID[]) AS coordination_dispute_4_one JOIN LATERAL (SELECT coordination_dispute_4.created_at AS created_at, coordination_dispute_4.id AS id 
FROM coordination_dispute AS coordination_dispute_4 
WHERE coordination_dispute_4.government_id = coordination_dispute_4_one ORDER BY coordination_dispute_4.created_at ASC, coordination_dispute_4.id ASC 
 LIMIT 2) AS coordination_dispute_4_each ON true ORDER BY coordination_dispute_4_each.created_at ASC, coordination_dispute_4_each.id ASC 
 LIMIT 2) AS anon_16) AS coordination_dispute_4_keys ORDER BY coordination_dispute_4_keys.created_at ASC, coordination_dispute_4_keys.id ASC 
 LIMIT 2) AS coordination_dispute_4_united ON coordination_dispute_4_united.id = coordination_dispute_4.id) AS coordination_dispute_4_page 
HAVING true) AS r1, (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT linkage_8_each.one AS one 
FROM (SELECT anon_17.one AS one 
FROM (SELECT 1 AS one 
FROM linkage AS linkage_8 
WHERE left(linkage_8.receiver_region_code, 4) = $1::VARCHAR 
 LIMIT 10001) AS anon_17 UNION ALL SELECT anon_18.one AS one 
FROM (SELECT 1 AS one 
FROM linkage AS linkage_8 
WHERE left(linkage_8.sender_region_code, 4) = $1::VARCHAR AND (left(linkage_8.receiver_region_code, 4) = $1::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_18) AS linkage_8_each 
 LIMIT 10001) AS linkage_8_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"kind":"', linkage_8_page.kind, '","state":"', linkage_8_page.state, '","proposal":', CASE WHEN (linkage_8_page.proposal IS NULL) THEN 'null' WHEN (left(linkage_8_page.sender_region_code, 4) = $1::VARCHAR OR left(linkage_8_page.receiver_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'Linkage:', CAST(linkage_8_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(linkage_8_page.proposal) AS TEXT) ELSE 'null' END, ',"case":', coalesce((SELECT concat('{"number":', to_json(enforcement_case_9.number), '}') AS json 
FROM enforcement_case AS enforcement_case_9 
WHERE enforcement_case_9.id = linkage_8_page.case_id AND (left(enforcement_case_9.region_code, 4) = $1::VARCHAR OR left(enforcement_case_9.offered_region_code, 4) = $1::VARCHAR OR enforcement_case_9.is_published)), 'null'), ',"caseNumber":', to_json(linkage_8_page.case_number), ',"cause":', to_json(linkage_8_page.cause), ',"partyKind":"', linkage_8_page.party_kind, '","partyName":', CASE WHEN (linkage_8_page.party_name IS NULL) THEN 'null' WHEN (linkage_8_page.party_kind != 'PERSON') THEN CAST(to_json(linkage_8_page.party_name) AS TEXT) WHEN (left(linkage_8_page.sender_region_code, 4) = $1::VARCHAR OR left(linkage_8_page.receiver_region_code, 4) = $1::VARCHAR) THEN concat(E'\x03', 'Linkage:', CAST(linkage_8_page.id AS TEXT), ':PARTY_NAME', E'\x02') || CAST(to_json(linkage_8_page.party_name) AS TEXT) WHEN false THEN CAST(to_json(left(linkage_8_page.party_name, 1) || '**') AS TEXT) ELSE 'null' END, ',"partyCreditCode":', coalesce(CAST(to_json(linkage_8_page.party_credit_code) AS TEXT), 'null'), ',"receiver":', coalesce((SELECT concat('{"name":', to_json(organization_10.name), '}') AS json 
FROM organization AS organization_10 
WHERE organization_10.id = linkage_8_page.receiver_id), 'null'), '}'), ',' ORDER BY linkage_8_page.sent_at ASC, linkage_8_page.id ASC), ']}') AS json 
FROM (SELECT linkage_8.version AS version, linkage_8.updated_at AS updated_at, linkage_8.id AS id, linkage_8.kind AS kind, linkage_8.state AS state, linkage_8.case_id AS case_id, linkage_8.case_number AS case_number, linkage_8.cause AS cause, linkage_8.party_kind AS party_kind, linkage_8.party_name AS party_name, linkage_8.party_credit_code AS party_credit_code, linkage_8.sender_id AS sender_id, linkage_8.sender_region_code AS sender_region_code, linkage_8.sender_field AS sender_field, linkage_8.receiver_id AS receiver_id, linkage_8.receiver_region_code AS receiver_region_code, linkage_8.receiver_field AS receiver_field, linkage_8.proposal AS proposal, linkage_8.answer AS answer, linkage_8.resulting_case_id AS resulting_case_id, linkage_8.sent_at AS sent_at, linkage_8.received_at AS received_at, linkage_8.answered_at AS answered_at, linkage_8.next_due_at AS next_due_at, linkage_8.next_near_at AS next_near_at 
FROM linkage AS linkage_8 JOIN (SELECT linkage_8_keys.sent_at AS sent_at, linkage_8_keys.id AS id 
FROM (SELECT anon_19.sent_at AS sent_at, anon_19.id AS id 
FROM (SELECT linkage_8.sent_at AS sent_at, linkage_8.id AS id 
FROM linkage AS linkage_8 
WHERE left(linkage_8.sender_region_code, 4) = $1::VARCHAR ORDER BY linkage_8.sent_at ASC, linkage_8.id ASC 
 LIMIT 2) AS anon_19 UNION SELECT anon_20.sent_at AS sent_at, anon_20.id AS id 
FROM (SELECT linkage_8.sent_at AS sent_at, linkage_8.id AS id 
FROM linkage AS linkage_8 
WHERE left(linkage_8.receiver_region_code, 4) = $1::VARCHAR ORDER BY linkage_8.sent_at ASC, linkage_8.id ASC 
 LIMIT 2) AS anon_20) AS linkage_8_keys ORDER BY linkage_8_keys.sent_at ASC, linkage_8_keys.id ASC 
 LIMIT 2) AS linkage_8_united ON linkage_8_united.id = linkage_8.id) AS linkage_8_page 
HAVING true) AS r2), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($3::UUID AS uuid), CAST($4::UUID AS uuid), CAST($5::VARCHAR AS varchar), CAST($6::UUID AS uuid), CAST($7::VARCHAR AS varchar), CAST($8::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1, answer.r2), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1, convert_to(answer.r2, 'UTF8') AS r2 
FROM answer
