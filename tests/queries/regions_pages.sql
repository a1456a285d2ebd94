SELECT convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM region AS region_0 
WHERE left(region_0.code, 4) = $1::VARCHAR AND region_0.level = any($2::VARCHAR[]) 
 LIMIT 10001) AS region_0_some), 10001) AS TEXT), 'null'), ',"totalCountAtLeast":', least((SELECT count(*) AS count_2 
FROM (SELECT 1 AS one 
FROM region AS region_0 
WHERE left(region_0.code, 4) = $1::VARCHAR AND region_0.level = any($2::VARCHAR[]) 
 LIMIT 10001) AS region_0_some), 10000), ',"pageInfo":{"hasNextPage":', CAST(count(*) > 2 AS TEXT), ',"hasPreviousPage":true,"startCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('CODE', region_0_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_0_page.position ASC) FILTER (WHERE region_0_page.position <= 2))[1], 'null'), ',"endCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('CODE', region_0_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_0_page.position DESC) FILTER (WHERE region_0_page.position <= 2))[1], 'null'), '},"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('CODE', region_0_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"code":', to_json(region_0_page.code), ',"name":', to_json(region_0_page.name), '}}'), ',' ORDER BY region_0_page.position ASC) FILTER (WHERE region_0_page.position <= 2), ']}') AS json 
FROM (SELECT region_0_found.code AS code, region_0_found.name AS name, region_0_found.level AS level, region_0_found.parent_code AS parent_code, row_number() OVER (ORDER BY region_0_found.code ASC) AS position 
FROM (SELECT region_0.code AS code, region_0.name AS name, region_0.level AS level, region_0.parent_code AS parent_code 
FROM region AS region_0 
WHERE left(region_0.code, 4) = $1::VARCHAR AND region_0.level = any($2::VARCHAR[]) AND (region_0.code) > ($3::VARCHAR) ORDER BY region_0.code ASC 
 LIMIT 3) AS region_0_found) AS region_0_page 
HAVING true), 'UTF8') AS r0, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_3 
FROM (SELECT 1 AS one 
FROM region AS region_1 
WHERE left(region_1.code, 4) = $4::VARCHAR AND region_1.level = any($5::VARCHAR[]) 
 LIMIT 10001) AS region_1_some), 10001) AS TEXT), 'null'), ',"totalCountAtLeast":', least((SELECT count(*) AS count_4 
FROM (SELECT 1 AS one 
FROM region AS region_1 
WHERE left(region_1.code, 4) = $4::VARCHAR AND region_1.level = any($5::VARCHAR[]) 
 LIMIT 10001) AS region_1_some), 10000), ',"pageInfo":{"hasNextPage":true,"hasPreviousPage":', CAST(count(*) > 2 AS TEXT), ',"startCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('CODE', region_1_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_1_page.position DESC) FILTER (WHERE region_1_page.position <= 2))[1], 'null'), ',"endCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('CODE', region_1_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_1_page.position ASC) FILTER (WHERE region_1_page.position <= 2))[1], 'null'), '},"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('CODE', region_1_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"code":', to_json(region_1_page.code), ',"name":', to_json(region_1_page.name), '}}'), ',' ORDER BY region_1_page.position DESC) FILTER (WHERE region_1_page.position <= 2), ']}') AS json 
FROM (SELECT region_1_found.code AS code, region_1_found.name AS name, region_1_found.level AS level, region_1_found.parent_code AS parent_code, row_number() OVER (ORDER BY region_1_found.code DESC) AS position 
FROM (SELECT region_1.code AS code, region_1.name AS name, region_1.level AS level, region_1.parent_code AS parent_code 
FROM region AS region_1 
WHERE left(region_1.code, 4) = $4::VARCHAR AND region_1.level = any($5::VARCHAR[]) AND (region_1.code) < ($6::VARCHAR) ORDER BY region_1.code DESC 
 LIMIT 3) AS region_1_found) AS region_1_page 
HAVING true), 'UTF8') AS r1, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_5 
FROM (SELECT 1 AS one 
FROM region AS region_2 
WHERE region_2.level = any($7::VARCHAR[]) 
 LIMIT 10001) AS region_2_some), 10001) AS TEXT), 'null'), ',"totalCountAtLeast":', least((SELECT count(*) AS count_6 
FROM (SELECT 1 AS one 
FROM region AS region_2 
WHERE region_2.level = any($7::VARCHAR[]) 
 LIMIT 10001) AS region_2_some), 10000), ',"pageInfo":{"hasNextPage":', CAST(count(*) > 3 AS TEXT), ',"hasPreviousPage":false,"startCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('NAME', region_2_page.name, region_2_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_2_page.position ASC) FILTER (WHERE region_2_page.position <= 3))[1], 'null'), ',"endCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('NAME', region_2_page.name, region_2_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_2_page.position DESC) FILTER (WHERE region_2_page.position <= 3))[1], 'null'), '},"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('NAME', region_2_page.name, region_2_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"code":', to_json(region_2_page.code), ',"name":', to_json(region_2_page.name), '}}'), ',' ORDER BY region_2_page.position ASC) FILTER (WHERE region_2_page.position <= 3), ']}') AS json 
FROM (SELECT region_2_found.code AS code, region_2_found.name AS name, region_2_found.level AS level, region_2_found.parent_code AS parent_code, row_number() OVER (ORDER BY region_2_found.name DESC, region_2_found.code DESC) AS position 
FROM (SELECT region_2.code AS code, region_2.name AS name, region_2.level AS level, region_2.parent_code AS parent_code 
FROM region AS region_2 
WHERE region_2.level = any($7::VARCHAR[]) ORDER BY region_2.name DESC, region_2.code DESC 
 LIMIT 4) AS region_2_found) AS region_2_page 
HAVING true), 'UTF8') AS r2, convert_to((SELECT concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_7 
FROM (SELECT 1 AS one 
FROM region AS region_3 
WHERE region_3.level = any($8::VARCHAR[]) 
 LIMIT 10001) AS region_3_some), 10001) AS TEXT), 'null'), ',"totalCountAtLeast":', least((SELECT count(*) AS count_8 
FROM (SELECT 1 AS one 
FROM region AS region_3 
WHERE region_3.level = any($8::VARCHAR[]) 
 LIMIT 10001) AS region_3_some), 10000), ',"pageInfo":{"hasNextPage":false,"hasPreviousPage":', CAST(count(*) > 3 AS TEXT), ',"startCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('NAME', region_3_page.name, region_3_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_3_page.position DESC) FILTER (WHERE region_3_page.position <= 3))[1], 'null'), ',"endCursor":', coalesce((array_agg(('"' || translate(encode(convert_to(CAST(json_build_array('NAME', region_3_page.name, region_3_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', '')) || '"' ORDER BY region_3_page.position ASC) FILTER (WHERE region_3_page.position <= 3))[1], 'null'), '},"edges":[', string_agg(concat('{"cursor":"', translate(encode(convert_to(CAST(json_build_array('NAME', region_3_page.name, region_3_page.code) AS TEXT), 'UTF8'), 'base64'), E'\n', ''), '","node":{"code":', to_json(region_3_page.code), ',"name":', to_json(region_3_page.name), '}}'), ',' ORDER BY region_3_page.position DESC) FILTER (WHERE region_3_page.position <= 3), ']}') AS json 
FROM (SELECT region_3_found.code AS code, region_3_found.name AS name, region_3_found.level AS level, region_3_found.parent_code AS parent_code, row_number() OVER (ORDER BY region_3_found.name ASC, region_3_found.code ASC) AS position 
FROM (SELECT region_3.code AS code, region_3.name AS name, region_3.level AS level, region_3.parent_code AS parent_code 
FROM region AS region_3 
WHERE region_3.level = any($8::VARCHAR[]) ORDER BY region_3.name ASC, region_3.code ASC 
 LIMIT 4) AS region_3_found) AS region_3_page 
HAVING true), 'UTF8') AS r3
