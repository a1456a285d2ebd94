WITH answer AS 
(SELECT coalesce((SELECT concat('{"number":', to_json(supervision_matter_0.number), ',"state":"', supervision_matter_0.state, '","objection":', CASE WHEN (supervision_matter_0.objection IS NULL) THEN 'null' WHEN (left(supervision_matter_0.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0.region_code, 6) = $1::VARCHAR) THEN concat(E'\x03', 'SupervisionMatter:', CAST(supervision_matter_0.id AS TEXT), ':NARRATIVE', E'\x02') || CAST(to_json(supervision_matter_0.objection) AS TEXT) ELSE 'null' END, ',"deadlines":', (SELECT concat('[', string_agg(concat('{"event":"', deadline_1.event, '","startedAt":"', to_char(timezone(interval '8 hours', deadline_1.started_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '","dueAt":"', to_char(timezone(interval '8 hours', deadline_1.due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'), '"}'), ',' ORDER BY deadline_1.due_at, deadline_1.id), ']') AS json 
FROM deadline AS deadline_1 
WHERE (left(supervision_matter_0.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0.region_code, 6) = $1::VARCHAR) AND deadline_1.matter_id = supervision_matter_0.id), ',"nextDueAt":', coalesce(('"' || to_char(timezone(interval '8 hours', supervision_matter_0.next_due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) || '"', 'null'), ',"availableActions":[', concat_ws(',', CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OBJECTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REVIEWED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REPORTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'VERIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'DECISION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXECUTED') AND supervision_matter_0.body_id = any($2::UUID[])) THEN '"ASSIGN"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"FILE"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"NOTIFY"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT (supervision_matter_0.state = 'NOTIFIED' AND (coalesce(supervision_matter_0.next_due_at >= now(), true))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INVESTIGATE"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'INVESTIGATED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"ISSUE_OPINION"' END, CASE WHEN (NOT supervision_matter_0.is_referred AND supervision_matter_0.power = 'INFORM' AND NOT supervision_matter_0.is_informed AND supervision_matter_0.state = 'INVESTIGATED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT (EXISTS (SELECT FROM organization o WHERE o.id = supervision_matter_0.organization_id AND o.superior_id IS NULL)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INFORM"' END, CASE WHEN (supervision_matter_0.state = 'OBJECTED' AND supervision_matter_0.reviewer_id = any($2::UUID[])) THEN '"REVIEW_OBJECTION"' END, CASE WHEN (supervision_matter_0.state = 'REPORTED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"RETURN_RECTIFICATION"' END, CASE WHEN (supervision_matter_0.state = 'REPORTED' AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"VERIFY_RECTIFICATION"' END, CASE WHEN ((supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.power = 'ORDER' AND (supervision_matter_0.review_result = 'CHANGED' OR supervision_matter_0.review_result = 'UPHELD') AND supervision_matter_0.state = 'REVIEWED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT (coalesce(supervision_matter_0.next_due_at >= now(), true)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"DECIDE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.power = 'INFORM' AND supervision_matter_0.is_informed AND supervision_matter_0.state = 'INVESTIGATED' OR supervision_matter_0.review_result = 'REVOKED' AND supervision_matter_0.state = 'REVIEWED' OR supervision_matter_0.state = 'VERIFIED' OR supervision_matter_0.state = 'EXECUTED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"CLOSE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'OBJECTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REVIEWED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REPORTED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'DECISION_ISSUED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((supervision_matter_0.state = 'FILED' OR supervision_matter_0.state = 'NOTIFIED' OR supervision_matter_0.state = 'EXPLAINED' OR supervision_matter_0.state = 'INVESTIGATED' OR supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.state = 'OBJECTED' OR supervision_matter_0.state = 'REVIEWED' OR supervision_matter_0.state = 'REPORTED' OR supervision_matter_0.state = 'DECISION_ISSUED') AND ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2))) THEN '"TERMINATE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND (supervision_matter_0.power = 'GUIDE' OR supervision_matter_0.power = 'ORDER') AND supervision_matter_0.state = 'DECISION_ISSUED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXPEDITE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'OPINION_ISSUED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'RECTIFYING' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.is_under_deadline AND supervision_matter_0.state = 'REVIEWED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT (NOT EXISTS (SELECT FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.matter_id = supervision_matter_0.id AND d.ended_at IS NULL AND d.extensions < r.extensions AND r.extension_length IS NOT NULL AND d.due_at >= coalesce(d.suspended_at, now()))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXTEND_DEADLINE"' END, CASE WHEN ((NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR NOT supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED') AND left(supervision_matter_0.region_code, 6) = $1::VARCHAR) THEN '"REFER"' END, CASE WHEN ((supervision_matter_0.is_referred AND supervision_matter_0.state = 'REGISTERED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'FILED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'NOTIFIED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'EXPLAINED' OR supervision_matter_0.is_referred AND supervision_matter_0.state = 'INVESTIGATED') AND supervision_matter_0.arbiter_id = any($2::UUID[])) THEN '"DESIGNATE"' END, CASE WHEN ((supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'OPINION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'RECTIFYING' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'REPORTED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'VERIFIED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'DECISION_ISSUED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'EXECUTED' OR supervision_matter_0.power = 'ORDER' AND supervision_matter_0.state = 'CLOSED') AND supervision_matter_0.body_id = any($2::UUID[]) AND NOT (coalesce(supervision_matter_0.review_result = 'REVOKED', false)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"HOLD_ACCOUNTABLE"' END), ']}') AS json 
FROM supervision_matter AS supervision_matter_0 
WHERE supervision_matter_0.id = $3::UUID AND (left(supervision_matter_0.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0.region_code, 6) = $1::VARCHAR)), 'null') AS r0), 
reading AS 
(INSERT INTO audit_entry (id, account_id, account_name, organization_id, correlation_id, remote_address, at, rule, action, object_type, object_id, after) SELECT CAST($4::UUID AS uuid), CAST($5::UUID AS uuid), CAST($6::VARCHAR AS varchar), CAST($7::UUID AS uuid), CAST($8::VARCHAR AS varchar), CAST($9::VARCHAR AS varchar), clock_timestamp(), '', 'read', '', '', jsonb_build_object('read', found.seen) FROM (SELECT jsonb_agg(DISTINCT split_part(piece, E'\x02', 1)) AS seen FROM answer, unnest((string_to_array(concat(answer.r0), E'\x03'))[2:]) AS piece) AS found WHERE found.seen IS NOT NULL RETURNING id)
 SELECT convert_to(answer.r0, 'UTF8') AS r0 
FROM answer
