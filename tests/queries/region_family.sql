SELECT convert_to(coalesce((SELECT concat('{"id":"', translate(encode(convert_to('Region:' || region_0.code, 'UTF8'), 'base64'), E'\n', ''), '","code":', to_json(region_0.code), ',"name":', to_json(region_0.name), ',"level":"', region_0.level, '","parent":', coalesce((SELECT concat('{"name":', to_json(region_1.name), ',"parent":', coalesce((SELECT concat('{"name":', to_json(region_2.name), '}') AS json 
FROM region AS region_2 
WHERE region_2.code = region_1.parent_code), 'null'), '}') AS json 
FROM region AS region_1 
WHERE region_1.code = region_0.parent_code), 'null'), ',"ancestors":', (SELECT concat('[', string_agg(concat('{"code":', to_json(region_3.code), ',"level":"', region_3.level, '"}'), ',' ORDER BY region_3.code), ']') AS json 
FROM region AS region_3 
WHERE region_3.code = any(ARRAY[left(region_0.code, 2), left(region_0.code, 4), left(region_0.code, 6), left(region_0.code, 9)]) AND region_3.code != region_0.code), ',"children":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code 
 LIMIT 10001) AS region_4_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(region_4_page.name), '}'), ',' ORDER BY region_4_page.code ASC), ']}') AS json 
FROM (SELECT region_4.code AS code, region_4.name AS name, region_4.level AS level, region_4.parent_code AS parent_code 
FROM region AS region_4 
WHERE true AND region_4.parent_code = region_0.code ORDER BY region_4.code ASC 
 LIMIT 20) AS region_4_page 
HAVING true), ',"descendants":{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM region AS region_5 
WHERE region_5.code > region_0.code AND region_5.code <= (region_0.code || '~') 
 LIMIT 10001) AS region_5_some), 10001) AS TEXT), 'null'), '}}') AS json 
FROM region AS region_0 
WHERE region_0.code = $1::VARCHAR), 'null'), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"counties":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM region AS region_7 
WHERE region_7.code > region_6.code AND region_7.code <= (region_6.code || '~') AND region_7.level = any($2::VARCHAR[]) 
 LIMIT 10001) AS region_7_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(region_7_page.name), '}'), ',' ORDER BY region_7_page.code ASC), ']}') AS json 
FROM (SELECT region_7.code AS code, region_7.name AS name, region_7.level AS level, region_7.parent_code AS parent_code 
FROM region AS region_7 
WHERE region_7.code > region_6.code AND region_7.code <= (region_6.code || '~') AND region_7.level = any($2::VARCHAR[]) ORDER BY region_7.code ASC 
 LIMIT 2) AS region_7_page 
HAVING true), ',"townships":', (SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM region AS region_8 
WHERE region_8.code > region_6.code AND region_8.code <= (region_6.code || '~') AND region_8.level = any($3::VARCHAR[]) AND strpos(region_8.name, $4::VARCHAR) > 0 
 LIMIT 10001) AS region_8_some), 10001) AS TEXT), 'null'), ',"nodes":[', string_agg(concat('{"name":', to_json(region_8_page.name), '}'), ',' ORDER BY region_8_page.code ASC), ']}') AS json 
FROM (SELECT region_8.code AS code, region_8.name AS name, region_8.level AS level, region_8.parent_code AS parent_code 
FROM region AS region_8 
WHERE region_8.code > region_6.code AND region_8.code <= (region_6.code || '~') AND region_8.level = any($3::VARCHAR[]) AND strpos(region_8.name, $4::VARCHAR) > 0 ORDER BY region_8.code ASC 
 LIMIT 2) AS region_8_page 
HAVING true), '}') AS json 
FROM region AS region_6 
WHERE region_6.code = $5::VARCHAR), 'null'), 'UTF8') AS r1, convert_to(coalesce((SELECT concat('{"name":', to_json(region_9.name), ',"children":', (SELECT concat('{"nodes":[', string_agg(concat('{"name":', to_json(region_10_page.name), ',"ancestors":', (SELECT concat('[', string_agg(concat('{"name":', to_json(region_11.name), '}'), ',' ORDER BY region_11.code), ']') AS json 
FROM region AS region_11 
WHERE region_11.code = any(ARRAY[left(region_10_page.code, 2), left(region_10_page.code, 4), left(region_10_page.code, 6), left(region_10_page.code, 9)]) AND region_11.code != region_10_page.code), '}'), ',' ORDER BY region_10_page.code ASC), ']}') AS json 
FROM (SELECT region_10.code AS code, region_10.name AS name, region_10.level AS level, region_10.parent_code AS parent_code 
FROM region AS region_10 
WHERE true AND region_10.parent_code = region_9.code ORDER BY region_10.code ASC 
 LIMIT 20) AS region_10_page 
HAVING true), '}') AS json 
FROM region AS region_9 
WHERE region_9.code = $6::VARCHAR), 'null'), 'UTF8') AS r2
