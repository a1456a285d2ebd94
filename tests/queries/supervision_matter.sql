WITH answer AS 
(SELECT coalesce((SELECT concat('{"number":', to_json(supervision_matter_0.number), ',"state":"', supervision_matter_0.state, '","subject":', to_json(supervision_matter_0.subject), ',"facts":', CASE WHEN (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) AND '-infinity'::timestamptz >= supervision_matter_0.notified_at OR supervision_matter_0.informed_id = any($1::UUID[]) AND '-infinity'::timestamptz >= supervision_matter_0.informed_at OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) THEN CAST(CASE WHEN (supervision_matter_0.facts IS NULL) THEN 'null' WHEN (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) THEN concat(E'\x03', 'SupervisionMatter:', CAST(supervision_matter_0.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_matter_0.facts) AS TEXT) ELSE 'null' END AS TEXT) ELSE 'null' END, ',"finding":', CASE WHEN (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) AND greatest(supervision_matter_0.opinion_issued_at, supervision_matter_0.informed_at) >= supervision_matter_0.notified_at OR supervision_matter_0.informed_id = any($1::UUID[]) AND greatest(supervision_matter_0.opinion_issued_at, supervision_matter_0.informed_at) >= supervision_matter_0.informed_at OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) THEN CAST(CASE WHEN (supervision_matter_0.finding IS NULL) THEN 'null' WHEN (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) THEN concat(E'\x03', 'SupervisionMatter:', CAST(supervision_matter_0.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_matter_0.finding) AS TEXT) ELSE 'null' END AS TEXT) ELSE 'null' END, ',"rectificationPlan":', CASE WHEN (supervision_matter_0.rectification_plan IS NULL) THEN 'null' WHEN (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) THEN concat(E'\x03', 'SupervisionMatter:', CAST(supervision_matter_0.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_matter_0.rectification_plan) AS TEXT) ELSE 'null' END, ',"body":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = supervision_matter_0.body_id), 'null'), ',"supervisors":', (SELECT concat('[', string_agg(concat('{"name":', to_json(matter_supervisor_2.name), ',"officer":', coalesce((SELECT concat('{"name":', to_json(officer_3.name), '}') AS json 
FROM officer AS officer_3 
WHERE officer_3.id = matter_supervisor_2.officer_id AND officer_3.organization_id = any($1::UUID[])), 'null'), '}'), ',' ORDER BY matter_supervisor_2.officer_id, matter_supervisor_2.matter_id, matter_supervisor_2.officer_id), ']') AS json 
FROM matter_supervisor AS matter_supervisor_2 
WHERE (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) AND matter_supervisor_2.matter_id = supervision_matter_0.id), ',"documents":', (SELECT concat('{"nodes":[', string_agg(concat('{"type":"', supervision_document_4_page.type, '","effect":"', supervision_document_4_page.effect, '","number":', to_json(supervision_document_4_page.number), ',"content":', CASE WHEN (supervision_document_4_page.content IS NULL) THEN 'null' WHEN (supervision_document_4_page.issuer_id = any($1::UUID[]) OR supervision_document_4_page.organization_id = any($1::UUID[])) THEN concat(E'\x03', 'SupervisionDocument:', CAST(supervision_document_4_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_document_4_page.content) AS TEXT) ELSE 'null' END, ',"issuedOn":"', to_char(supervision_document_4_page.issued_on, 'YYYY-MM-DD'), '","dueOn":', coalesce(('"' || to_char(supervision_document_4_page.due_on, 'YYYY-MM-DD')) || '"', 'null'), ',"reply":', CASE WHEN (supervision_document_4_page.reply IS NULL) THEN 'null' WHEN (supervision_document_4_page.issuer_id = any($1::UUID[]) OR supervision_document_4_page.organization_id = any($1::UUID[])) THEN concat(E'\x03', 'SupervisionDocument:', CAST(supervision_document_4_page.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_document_4_page.reply) AS TEXT) ELSE 'null' END, '}'), ',' ORDER BY supervision_document_4_page.issued_on ASC, supervision_document_4_page.id ASC), ']}') AS json 
FROM (SELECT supervision_document_4.version AS version, supervision_document_4.updated_at AS updated_at, supervision_document_4.id AS id, supervision_document_4.matter_id AS matter_id, supervision_document_4.type AS type, supervision_document_4.effect AS effect, supervision_document_4.number AS number, supervision_document_4.issuer_id AS issuer_id, supervision_document_4.issuer_region_code AS issuer_region_code, supervision_document_4.issuer_field AS issuer_field, supervision_document_4.organization_id AS organization_id, supervision_document_4.region_code AS region_code, supervision_document_4.field AS field, supervision_document_4.content AS content, supervision_document_4.issued_on AS issued_on, supervision_document_4.due_on AS due_on, supervision_document_4.reply AS reply, supervision_document_4.replied_at AS replied_at 
FROM supervision_document AS supervision_document_4 
WHERE (supervision_document_4.issuer_id = any($1::UUID[]) OR supervision_document_4.organization_id = any($1::UUID[])) AND supervision_document_4.matter_id = supervision_matter_0.id ORDER BY supervision_document_4.issued_on ASC, supervision_document_4.id ASC 
 LIMIT 20) AS supervision_document_4_page 
HAVING true), ',"accountability":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM accountability_record AS accountability_record_5 
WHERE (accountability_record_5.organization_id = any($1::UUID[]) OR accountability_record_5.body_id = any($1::UUID[])) AND accountability_record_5.matter_id = supervision_matter_0.id 
 LIMIT 10001) AS accountability_record_5_some), 10001) AS TEXT), 'null'), '},"deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_6.event, '","dueAt":"', to_char(timezone(interval '8 hours', deadline_6.due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '"}'), ',' ORDER BY deadline_6.due_at, deadline_6.id), ']') AS json 
FROM deadline AS deadline_6 
WHERE (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[])) AND deadline_6.matter_id = supervision_matter_0.id), ',"availableActions":[', concat_ws(',', CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OBJECTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REVIEWED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REPORTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'VERIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'DECISION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXECUTED') AND false) THEN '"ASSIGN"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"FILE"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"NOTIFY"' END, CASE WHEN (supervision_matter_0.state = 'NOTIFIED' AND supervision_matter_0.visible_organization_id = any($1::UUID[])) THEN '"EXPLAIN"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED') AND false AND NOT (supervision_matter_0.state = 'NOTIFIED' AND (coalesce(supervision_matter_0.next_due_at >= now(), true))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INVESTIGATE"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'INVESTIGATED' AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"ISSUE_OPINION"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.power = 'INFORM' AND NOT supervision_matter_0.is_informed AND supervision_matter_0.state = 'INVESTIGATED' AND false AND NOT (EXISTS (SELECT FROM organization o WHERE o.id = supervision_matter_0.organization_id AND o.superior_id IS NULL)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INFORM"' END, CASE WHEN ((supervision_matter_0.state = 'OPINION_ISSUED' OR (supervision_matter_0.review_result = 'CHANGED' OR supervision_matter_0.review_result = 'UPHELD') AND supervision_matter_0.state = 'REVIEWED') AND supervision_matter_0.visible_organization_id = any($1::UUID[])) THEN '"RECTIFY"' END, CASE WHEN (supervision_matter_0.state = 'RECTIFYING' AND supervision_matter_0.visible_organization_id = any($1::UUID[])) THEN '"REPORT_RECTIFICATION"' END, CASE WHEN (supervision_matter_0.state = 'OPINION_ISSUED' AND supervision_matter_0.visible_organization_id = any($1::UUID[]) AND NOT (coalesce(supervision_matter_0.next_due_at < now(), false))) THEN '"OBJECT"' END, CASE WHEN (supervision_matter_0.state = 'OBJECTED' AND false) THEN '"REVIEW_OBJECTION"' END, CASE WHEN (NOT supervision_matter_0.is_appealed AND (supervision_matter_0.review_result = 'CHANGED' OR supervision_matter_0.review_result = 'UPHELD') AND supervision_matter_0.state = 'REVIEWED' AND supervision_matter_0.visible_organization_id = any($1::UUID[]) AND NOT (coalesce(supervision_matter_0.next_due_at < now(), false)) AND NOT (EXISTS (SELECT FROM organization o WHERE o.id = supervision_matter_0.body_id AND o.superior_id IS NULL))) THEN '"APPEAL"' END, CASE WHEN (supervision_matter_0.state = 'REPORTED' AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"RETURN_RECTIFICATION"' END, CASE WHEN (supervision_matter_0.state = 'REPORTED' AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"VERIFY_RECTIFICATION"' END, CASE WHEN ((supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.power = 'ORDER' AND (supervision_matter_0.review_result = 'CHANGED' OR supervision_matter_0.review_result = 'UPHELD') AND supervision_matter_0.state = 'REVIEWED') AND false AND NOT (coalesce(supervision_matter_0.next_due_at >= now(), true)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"DECIDE"' END, CASE WHEN (supervision_matter_0.state = 'DECISION_ISSUED' AND supervision_matter_0.visible_organization_id = any($1::UUID[])) THEN '"EXECUTE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.power = 'INFORM' AND supervision_matter_0.is_informed AND supervision_matter_0.state = 'INVESTIGATED' OR supervision_matter_0.review_result = 'REVOKED' AND supervision_matter_0.state = 'REVIEWED' OR supervision_matter_0.state = 'VERIFIED' OR supervision_matter_0.state = 'EXECUTED') AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"CLOSE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OBJECTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REVIEWED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REPORTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'DECISION_ISSUED') AND false AND NOT ((supervision_matter_0.state = 'FILED' OR supervision_matter_0.state = 'NOTIFIED' OR supervision_matter_0.state = 'EXPLAINED' OR supervision_matter_0.state = 'INVESTIGATED' OR supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.state = 'OBJECTED' OR supervision_matter_0.state = 'REVIEWED' OR supervision_matter_0.state = 'REPORTED' OR supervision_matter_0.state = 'DECISION_ISSUED') AND ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2))) THEN '"TERMINATE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'DECISION_ISSUED') AND false AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXPEDITE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'REVIEWED') AND false AND NOT (NOT EXISTS (SELECT FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.matter_id = supervision_matter_0.id AND d.ended_at IS NULL AND d.extensions < r.extensions AND r.extension_length IS NOT NULL AND d.due_at >= coalesce(d.suspended_at, now()))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXTEND_DEADLINE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED') AND false) THEN '"REFER"' END, CASE WHEN ((supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED') AND false) THEN '"DESIGNATE"' END, CASE WHEN ((supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'REPORTED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'VERIFIED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'DECISION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'EXECUTED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'CLOSED') AND false AND NOT (coalesce(supervision_matter_0.review_result = 'REVOKED', false)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"HOLD_ACCOUNTABLE"' END), ']}') AS json 
FROM supervision_matter AS supervision_matter_0 
WHERE supervision_matter_0.id = $2::UUID AND (supervision_matter_0.body_id = any($1::UUID[]) OR supervision_matter_0.visible_organization_id = any($1::UUID[]) OR supervision_matter_0.informed_id = any($1::UUID[]) OR supervision_matter_0.reviewer_id = any($1::UUID[]) OR supervision_matter_0.arbiter_id = any($1::UUID[]))), 'null') AS r0, concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT supervision_matter_7_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_7 
WHERE supervision_matter_7.arbiter_id = any($1::UUID[]) AND supervision_matter_7.content = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_7 
WHERE supervision_matter_7.reviewer_id = any($1::UUID[]) AND (supervision_matter_7.arbiter_id = any($1::UUID[])) IS NOT true AND supervision_matter_7.content = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_2 UNION ALL SELECT anon_3.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_7 
WHERE supervision_matter_7.informed_id = any($1::UUID[]) AND (supervision_matter_7.arbiter_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.reviewer_id = any($1::UUID[])) IS NOT true AND supervision_matter_7.content = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_3 UNION ALL SELECT anon_4.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_7 
WHERE supervision_matter_7.visible_organization_id = any($1::UUID[]) AND (supervision_matter_7.arbiter_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.reviewer_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.informed_id = any($1::UUID[])) IS NOT true AND supervision_matter_7.content = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_4 UNION ALL SELECT anon_5.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_7 
WHERE supervision_matter_7.body_id = any($1::UUID[]) AND (supervision_matter_7.arbiter_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.reviewer_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.informed_id = any($1::UUID[])) IS NOT true AND (supervision_matter_7.visible_organization_id = any($1::UUID[])) IS NOT true AND supervision_matter_7.content = any($3::VARCHAR[]) 
 LIMIT 10001) AS anon_5) AS supervision_matter_7_each 
 LIMIT 10001) AS supervision_matter_7_some), 10001) AS TEXT), 'null'), '}') AS r1), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($4::UUID AS uuid), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::UUID AS uuid), CAST($8::VARCHAR AS varchar), CAST($9::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0, answer.r1), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0, convert_to(answer.r1, 'UTF8') AS r1 
FROM answer
