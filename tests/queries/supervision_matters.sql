SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT supervision_matter_0_each.one AS one 
FROM (SELECT anon_1.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_0 
WHERE left(supervision_matter_0.region_code, 6) = $1::VARCHAR 
 LIMIT 10001) AS anon_1 UNION ALL SELECT anon_2.one AS one 
FROM (SELECT 1 AS one 
FROM supervision_matter AS supervision_matter_0 
WHERE left(supervision_matter_0.body_region_code, 6) = $1::VARCHAR AND (left(supervision_matter_0.region_code, 6) = $1::VARCHAR) IS NOT true 
 LIMIT 10001) AS anon_2) AS supervision_matter_0_each 
 LIMIT 10001) AS supervision_matter_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"number":', to_json(supervision_matter_0_page.number), ',"state":"', supervision_matter_0_page.state, '","mode":"', supervision_matter_0_page.mode, '","content":"', supervision_matter_0_page.content, '","origin":', CASE WHEN (left(supervision_matter_0_page.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0_page.region_code, 6) = $1::VARCHAR) THEN CAST(concat('"', supervision_matter_0_page.origin, '"') AS TEXT) ELSE 'null' END, ',"power":"', supervision_matter_0_page.power, '","subject":', to_json(supervision_matter_0_page.subject), ',"body":', coalesce((SELECT concat('{"name":', to_json(organization_1.name), '}') AS json 
FROM organization AS organization_1 
WHERE organization_1.id = supervision_matter_0_page.body_id), 'null'), ',"organization":', coalesce((SELECT concat('{"name":', to_json(organization_2.name), '}') AS json 
FROM organization AS organization_2 
WHERE organization_2.id = supervision_matter_0_page.organization_id), 'null'), ',"recommender":', coalesce((SELECT concat('{"name":', to_json(organization_3.name), '}') AS json 
FROM organization AS organization_3 
WHERE organization_3.id = supervision_matter_0_page.recommender_id AND (left(supervision_matter_0_page.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0_page.region_code, 6) = $1::VARCHAR)), 'null'), ',"informed":', coalesce((SELECT concat('{"name":', to_json(organization_4.name), '}') AS json 
FROM organization AS organization_4 
WHERE organization_4.id = supervision_matter_0_page.informed_id), 'null'), ',"isReferred":', CASE WHEN (left(supervision_matter_0_page.body_region_code, 6) = $1::VARCHAR OR left(supervision_matter_0_page.region_code, 6) = $1::VARCHAR) THEN CAST(CAST(supervision_matter_0_page.is_referred AS TEXT) AS TEXT) ELSE 'null' END, ',"availableActions":[', concat_ws(',', CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REGISTERED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'FILED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXPLAINED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'INVESTIGATED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'RECTIFYING' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'OBJECTED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REVIEWED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REPORTED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'VERIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'DECISION_ISSUED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXECUTED') AND supervision_matter_0_page.body_id = any($2::UUID[])) THEN '"ASSIGN"' END, CASE WHEN (NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REGISTERED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"FILE"' END, CASE WHEN (NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'FILED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"NOTIFY"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXPLAINED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT (supervision_matter_0_page.state = 'NOTIFIED' AND (coalesce(supervision_matter_0_page.next_due_at >= now(), true))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INVESTIGATE"' END, CASE WHEN (NOT supervision_matter_0_page.is_referred AND (supervision_matter_0_page.power = 'GUIDE' OR supervision_matter_0_page.power = 'ORDER') AND supervision_matter_0_page.state = 'INVESTIGATED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"ISSUE_OPINION"' END, CASE WHEN (NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.power = 'INFORM' AND NOT supervision_matter_0_page.is_informed AND supervision_matter_0_page.state = 'INVESTIGATED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT (EXISTS (SELECT FROM organization o WHERE o.id = supervision_matter_0_page.organization_id AND o.superior_id IS NULL)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"INFORM"' END, CASE WHEN (supervision_matter_0_page.state = 'OBJECTED' AND supervision_matter_0_page.reviewer_id = any($2::UUID[])) THEN '"REVIEW_OBJECTION"' END, CASE WHEN (supervision_matter_0_page.state = 'REPORTED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"RETURN_RECTIFICATION"' END, CASE WHEN (supervision_matter_0_page.state = 'REPORTED' AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"VERIFY_RECTIFICATION"' END, CASE WHEN ((supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'RECTIFYING' OR supervision_matter_0_page.power = 'ORDER' AND (supervision_matter_0_page.review_result = 'CHANGED' OR supervision_matter_0_page.review_result = 'UPHELD') AND supervision_matter_0_page.state = 'REVIEWED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT (coalesce(supervision_matter_0_page.next_due_at >= now(), true)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"DECIDE"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.power = 'INFORM' AND supervision_matter_0_page.is_informed AND supervision_matter_0_page.state = 'INVESTIGATED' OR supervision_matter_0_page.review_result = 'REVOKED' AND supervision_matter_0_page.state = 'REVIEWED' OR supervision_matter_0_page.state = 'VERIFIED' OR supervision_matter_0_page.state = 'EXECUTED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"CLOSE"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REGISTERED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'FILED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXPLAINED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'INVESTIGATED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'RECTIFYING' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'OBJECTED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REVIEWED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REPORTED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'DECISION_ISSUED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((supervision_matter_0_page.state = 'FILED' OR supervision_matter_0_page.state = 'NOTIFIED' OR supervision_matter_0_page.state = 'EXPLAINED' OR supervision_matter_0_page.state = 'INVESTIGATED' OR supervision_matter_0_page.state = 'OPINION_ISSUED' OR supervision_matter_0_page.state = 'RECTIFYING' OR supervision_matter_0_page.state = 'OBJECTED' OR supervision_matter_0_page.state = 'REVIEWED' OR supervision_matter_0_page.state = 'REPORTED' OR supervision_matter_0_page.state = 'DECISION_ISSUED') AND ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2))) THEN '"TERMINATE"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND (supervision_matter_0_page.power = 'GUIDE' OR supervision_matter_0_page.power = 'ORDER') AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND (supervision_matter_0_page.power = 'GUIDE' OR supervision_matter_0_page.power = 'ORDER') AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR NOT supervision_matter_0_page.is_referred AND (supervision_matter_0_page.power = 'GUIDE' OR supervision_matter_0_page.power = 'ORDER') AND supervision_matter_0_page.state = 'RECTIFYING' OR NOT supervision_matter_0_page.is_referred AND (supervision_matter_0_page.power = 'GUIDE' OR supervision_matter_0_page.power = 'ORDER') AND supervision_matter_0_page.state = 'DECISION_ISSUED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXPEDITE"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.is_under_deadline AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.is_under_deadline AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.is_under_deadline AND supervision_matter_0_page.state = 'RECTIFYING' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.is_under_deadline AND supervision_matter_0_page.state = 'REVIEWED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT (NOT EXISTS (SELECT FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.matter_id = supervision_matter_0_page.id AND d.ended_at IS NULL AND d.extensions < r.extensions AND r.extension_length IS NOT NULL AND d.due_at >= coalesce(d.suspended_at, now()))) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"EXTEND_DEADLINE"' END, CASE WHEN ((NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REGISTERED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'FILED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'NOTIFIED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXPLAINED' OR NOT supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'INVESTIGATED') AND left(supervision_matter_0_page.region_code, 6) = $1::VARCHAR) THEN '"REFER"' END, CASE WHEN ((supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'REGISTERED' OR supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'FILED' OR supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'NOTIFIED' OR supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'EXPLAINED' OR supervision_matter_0_page.is_referred AND supervision_matter_0_page.state = 'INVESTIGATED') AND supervision_matter_0_page.arbiter_id = any($2::UUID[])) THEN '"DESIGNATE"' END, CASE WHEN ((supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'OPINION_ISSUED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'RECTIFYING' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'REPORTED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'VERIFIED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'DECISION_ISSUED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'EXECUTED' OR supervision_matter_0_page.power = 'ORDER' AND supervision_matter_0_page.state = 'CLOSED') AND supervision_matter_0_page.body_id = any($2::UUID[]) AND NOT (coalesce(supervision_matter_0_page.review_result = 'REVOKED', false)) AND NOT ((
    SELECT count(*) FROM matter_supervisor n JOIN officer o ON o.id = n.officer_id
    WHERE n.matter_id = supervision_matter_0_page.id AND o.in_established_post AND o.examination_passed_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (o.left_on IS NULL OR o.left_on > (now() AT TIME ZONE 'Asia/Shanghai')::date) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = 'SUPERVISION' AND c.state = 'VALID'
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN c.valid_from AND c.valid_to
    )
) < 2)) THEN '"HOLD_ACCOUNTABLE"' END), ']}'), ',' ORDER BY supervision_matter_0_page.registered_at DESC, supervision_matter_0_page.id DESC), ']}') AS json 
FROM (SELECT supervision_matter_0.version AS version, supervision_matter_0.updated_at AS updated_at, supervision_matter_0.id AS id, supervision_matter_0.number AS number, supervision_matter_0.state AS state, supervision_matter_0.mode AS mode, supervision_matter_0.content AS content, supervision_matter_0.origin AS origin, supervision_matter_0.power AS power, supervision_matter_0.subject AS subject, supervision_matter_0.facts AS facts, supervision_matter_0.body_id AS body_id, supervision_matter_0.body_region_code AS body_region_code, supervision_matter_0.body_field AS body_field, supervision_matter_0.organization_id AS organization_id, supervision_matter_0.unit_id AS unit_id, supervision_matter_0.region_code AS region_code, supervision_matter_0.field AS field, supervision_matter_0.visible_organization_id AS visible_organization_id, supervision_matter_0.visible_field AS visible_field, supervision_matter_0.case_id AS case_id, supervision_matter_0.officer_id AS officer_id, supervision_matter_0.object_key AS object_key, supervision_matter_0.alert_id AS alert_id, supervision_matter_0.clue_id AS clue_id, supervision_matter_0.recommender_id AS recommender_id, supervision_matter_0.informed_id AS informed_id, supervision_matter_0.is_informed AS is_informed, supervision_matter_0.reviewer_id AS reviewer_id, supervision_matter_0.is_appealed AS is_appealed, supervision_matter_0.review_result AS review_result, supervision_matter_0.claimant_id AS claimant_id, supervision_matter_0.arbiter_id AS arbiter_id, supervision_matter_0.is_referred AS is_referred, supervision_matter_0.finding AS finding, supervision_matter_0.rectification_plan AS rectification_plan, supervision_matter_0.objection AS objection, supervision_matter_0.review AS review, supervision_matter_0.conclusion AS conclusion, supervision_matter_0.referral AS referral, supervision_matter_0.designation AS designation, supervision_matter_0.registered_at AS registered_at, supervision_matter_0.filed_at AS filed_at, supervision_matter_0.notified_at AS notified_at, supervision_matter_0.informed_at AS informed_at, supervision_matter_0.explained_at AS explained_at, supervision_matter_0.opinion_issued_at AS opinion_issued_at, supervision_matter_0.reported_at AS reported_at, supervision_matter_0.verified_at AS verified_at, supervision_matter_0.decided_at AS decided_at, supervision_matter_0.ended_at AS ended_at, supervision_matter_0.next_due_at AS next_due_at, supervision_matter_0.next_near_at AS next_near_at, supervision_matter_0.is_under_deadline AS is_under_deadline 
FROM supervision_matter AS supervision_matter_0 JOIN (SELECT supervision_matter_0_keys.registered_at AS registered_at, supervision_matter_0_keys.id AS id 
FROM (SELECT anon_3.registered_at AS registered_at, anon_3.id AS id 
FROM (SELECT supervision_matter_0.registered_at AS registered_at, supervision_matter_0.id AS id 
FROM supervision_matter AS supervision_matter_0 
WHERE left(supervision_matter_0.body_region_code, 6) = $1::VARCHAR ORDER BY supervision_matter_0.registered_at DESC, supervision_matter_0.id DESC 
 LIMIT 20) AS anon_3 UNION SELECT anon_4.registered_at AS registered_at, anon_4.id AS id 
FROM (SELECT supervision_matter_0.registered_at AS registered_at, supervision_matter_0.id AS id 
FROM supervision_matter AS supervision_matter_0 
WHERE left(supervision_matter_0.region_code, 6) = $1::VARCHAR ORDER BY supervision_matter_0.registered_at DESC, supervision_matter_0.id DESC 
 LIMIT 20) AS anon_4) AS supervision_matter_0_keys ORDER BY supervision_matter_0_keys.registered_at DESC, supervision_matter_0_keys.id DESC 
 LIMIT 20) AS supervision_matter_0_united ON supervision_matter_0_united.id = supervision_matter_0.id) AS supervision_matter_0_page 
HAVING true), 'UTF8') AS r0
