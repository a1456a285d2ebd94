SELECT convert_to(coalesce((SELECT concat('{"__typename":"Region","name":', to_json(region_0.name), ',"id":"', translate(encode(convert_to('Region:' || region_0.code, 'UTF8'), 'base64'), E'\n', ''), '","parent":', coalesce((SELECT concat('{"__typename":"Region","name":', to_json(region_1.name), ',"id":"', translate(encode(convert_to('Region:' || region_1.code, 'UTF8'), 'base64'), E'\n', ''), '"}') AS json 
FROM region AS region_1 
WHERE region_1.code = region_0.parent_code), 'null'), ',"twice":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_2_page.name), '}'), ',' ORDER BY region_2_page.code ASC), ']}') AS json 
FROM (SELECT region_2.code AS code, region_2.name AS name, region_2.level AS level, region_2.parent_code AS parent_code 
FROM region AS region_2 
WHERE true AND region_2.parent_code = region_0.code ORDER BY region_2.code ASC 
 LIMIT 1) AS region_2_page 
HAVING true), ',"again":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_3_page.name), ',"__typename":"Region","id":"', translate(encode(convert_to('Region:' || region_3_page.code, 'UTF8'), 'base64'), E'\n', ''), '"}'), ',' ORDER BY region_3_page.code ASC), ']}') AS json 
FROM (SELECT region_3.code AS code, region_3.name AS name, region_3.level AS level, region_3.parent_code AS parent_code 
FROM region AS region_3 
WHERE true AND region_3.parent_code = region_0.code ORDER BY region_3.code ASC 
 LIMIT 2) AS region_3_page 
HAVING true), ',"children":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code 
 LIMIT 10001) AS region_4_some), 10001) AS TEXT), 'null'), '},"level":"', region_0.level, '"}') AS json 
FROM region AS region_0 
WHERE region_0.code = $1::VARCHAR), 'null'), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"name":', to_json(region_5.name), '}') AS json 
FROM region AS region_5 
WHERE region_5.code = $2::VARCHAR), 'null'), 'UTF8') AS r1
