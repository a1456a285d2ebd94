-- For the transaction that makes the index of words: a body of the index's function that holds the words of the pools'
-- texts, found once, and puts a case's together from them.  Where it holds a text of no pool, its own body, which
-- seeds/cases.py keeps in the schema ``seeding`` and puts back, finds them.
--
-- Of a text with one number, as the names of enterprises are, the words are those of its letters, with a space for each
-- digit, and the number.

DO $make$
DECLARE
    body text := $create$
        CREATE OR REPLACE FUNCTION public.enforcement_case_words(cause text, number text, party_kind text, party_name text)
        RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $body$
        DECLARE
            tail text := substr(number, strpos(number, '〔') - 2);
            rest text[] := ARRAY[left(tail, 2), substr(tail, 4, 4), ':seed', rtrim(split_part(tail, '-', 2), '号')];
            shape text;
            party tsvector;
        BEGIN
            IF number !~ '^[^〔]*[罚许检示]字〔[0-9]{4}〕示:seed-[0-9]+号$' THEN
                RETURN seeding.enforcement_case_words(cause, number, party_kind, party_name);
            END IF;
            IF party_kind = 'PERSON' THEN
                party := {people}[({people at} -> party_name)::int];
            ELSE
                shape := translate(party_name, '0123456789', '          ');
                party := {enterprises}[({enterprises at} -> shape)::int];
                rest := rest || btrim(party_name, shape);
            END IF;
            RETURN coalesce({causes}[({causes at} -> cause)::int] || party || array_to_tsvector(rest),
                            seeding.enforcement_case_words(cause, number, party_kind, party_name));
        END $body$
    $create$;
    pool record;
BEGIN
    -- Each pool has an array of its own, since PostgreSQL walks to an element past those before it.
    FOR pool IN
        SELECT kind, jsonb_object_agg(text, place) AS places, array_agg(words ORDER BY place) AS phrases
        FROM (
            SELECT kind, text, array_to_tsvector(words) AS words, row_number() OVER (PARTITION BY kind) AS place
            FROM (
                SELECT 'enterprises' AS kind, shape AS text, public.search_words(shape) AS words
                FROM (SELECT DISTINCT translate(name, '0123456789', '          ') AS shape FROM seeding.enterprise) said
                UNION ALL
                SELECT 'people', name, ARRAY(SELECT '!' || word FROM unnest(public.search_words(name)) word)
                FROM (SELECT DISTINCT name FROM seeding.person) said
                UNION ALL
                SELECT 'causes', cause, public.search_words(cause) FROM (SELECT DISTINCT cause FROM seeding.holder) said
            ) phrase
        ) numbered
        GROUP BY kind
    LOOP
        body := replace(body, format('{%s}', pool.kind), format('(%L::tsvector[])', pool.phrases));
        body := replace(body, format('{%s at}', pool.kind), format('%L::jsonb', pool.places));
    END LOOP;
    EXECUTE body;
END $make$;
