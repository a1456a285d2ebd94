SELECT convert_to(coalesce((SELECT concat('{"receipt":', coalesce(CAST(to_json(clue_0.receipt) AS TEXT), 'null'), ',"state":"', clue_0.state, '","reply":', coalesce(CAST(to_json(clue_0.reply) AS TEXT), 'null'), '}') AS json 
FROM clue AS clue_0 
WHERE clue_0.receipt = $1::VARCHAR), 'null'), 'UTF8') AS r0, convert_to(coalesce((SELECT concat('{"state":"', clue_1.state, '","reply":', coalesce(CAST(to_json(clue_1.reply) AS TEXT), 'null'), '}') AS json 
FROM clue AS clue_1 
WHERE clue_1.receipt = $2::VARCHAR), 'null'), 'UTF8') AS r1, convert_to(concat('{"totalCount":', coalesce(CAST(nullif((SELECT count(*) AS count_1 
FROM (SELECT 1 AS one 
FROM clue AS clue_2 
WHERE false 
 LIMIT 10001) AS clue_2_some), 10001) AS TEXT), 'null'), '}'), 'UTF8') AS r2
