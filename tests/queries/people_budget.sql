SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM budget AS budget_0 
WHERE left(budget_0.region_code, 6) = $1::VARCHAR AND budget_0.organization_id = $2::UUID 
 LIMIT 10001) AS budget_0_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"year":', budget_0_page.year, ',"amount":"', budget_0_page.amount, '","spent":', coalesce(('"' || budget_0_page.spent) || '"', 'null'), ',"purpose":', to_json(budget_0_page.purpose), '}'), ',' ORDER BY budget_0_page.year ASC, budget_0_page.id ASC), ']}') AS json 
FROM (SELECT budget_0.version AS version, budget_0.updated_at AS updated_at, budget_0.id AS id, budget_0.organization_id AS organization_id, budget_0.region_code AS region_code, budget_0.field AS field, budget_0.finance_id AS finance_id, budget_0.year AS year, budget_0.amount AS amount, budget_0.spent AS spent, budget_0.purpose AS purpose 
FROM budget AS budget_0 
WHERE left(budget_0.region_code, 6) = $1::VARCHAR AND budget_0.organization_id = $2::UUID ORDER BY budget_0.year ASC, budget_0.id ASC 
 LIMIT 20) AS budget_0_page 
HAVING true), 'UTF8') AS r0
