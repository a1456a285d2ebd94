SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM assessment_rule AS assessment_rule_0 
WHERE assessment_rule_0.level = any($1::VARCHAR[]) 
 LIMIT 10001) AS assessment_rule_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"region":', coalesce((SELECT concat('{"name":', to_json(region_1.name), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = assessment_rule_0_page.region_code), 'null'), ',"level":"', assessment_rule_0_page.level, '","legalBasis":', to_json(assessment_rule_0_page.legal_basis), ',"authority":"', assessment_rule_0_page.authority, '","validFrom":"', to_char(assessment_rule_0_page.valid_from, 'YYYY-MM-DD'), '","validTo":', coalesce(('"' || to_char(assessment_rule_0_page.valid_to, 'YYYY-MM-DD')) || '"', 'null'), ',"criteria":', (SELECT concat('[', string_agg(concat('{"criterion":"', assessment_rule_criterion_2.criterion, '","weight":"', assessment_rule_criterion_2.weight, '","pointsPerItem":', coalesce(('"' || assessment_rule_criterion_2.points_per_item) || '"', 'null'), '}'), ',' ORDER BY assessment_rule_criterion_2.position, assessment_rule_criterion_2.rule_id, assessment_rule_criterion_2.criterion), ']') AS json 
FROM assessment_rule_criterion AS assessment_rule_criterion_2 
WHERE assessment_rule_criterion_2.rule_id = assessment_rule_0_page.id), '}'), ',' ORDER BY assessment_rule_0_page.region_code ASC, assessment_rule_0_page.id ASC), ']}') AS json 
FROM (SELECT assessment_rule_0.version AS version, assessment_rule_0.updated_at AS updated_at, assessment_rule_0.id AS id, assessment_rule_0.region_code AS region_code, assessment_rule_0.level AS level, assessment_rule_0.legal_basis AS legal_basis, assessment_rule_0.authority AS authority, assessment_rule_0.valid_from AS valid_from, assessment_rule_0.valid_to AS valid_to 
FROM assessment_rule AS assessment_rule_0 
WHERE assessment_rule_0.level = any($1::VARCHAR[]) ORDER BY assessment_rule_0.region_code ASC, assessment_rule_0.id ASC 
 LIMIT 10) AS assessment_rule_0_page 
HAVING true), 'UTF8') AS r0
