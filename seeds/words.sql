-- For the transaction that makes the index of words: a body of the index's function that holds the words of the pools'
-- texts, found once, and puts a case's together from them.  Where it holds a text of no pool, its own body, which
-- seeds/cases.py keeps in the schema ``seeding`` and puts back, finds them.
--
-- Of a text with one number, as the names of enterprises are, the words are those of its letters, with a space for each
-- digit, and the number.

DO $make$
DECLARE
    places jsonb;
    phrases tsvector[];
    letters text := (SELECT string_agg(DISTINCT letter, '')
                     FROM seeding.enterprise, regexp_split_to_table(translate(name, '0123456789', ''), '') letter);
BEGIN
    SELECT jsonb_object_agg(text, place), array_agg(array_to_tsvector(words) ORDER BY place) INTO places, phrases
    FROM (
        SELECT text, words, row_number() OVER () AS place
        FROM (
            SELECT shape AS text, public.search_words(shape) AS words
            FROM (SELECT DISTINCT translate(name, '0123456789', '          ') AS shape FROM seeding.enterprise) said
            UNION ALL
            SELECT '!' || name, ARRAY(SELECT '!' || word FROM unnest(public.search_words(name)) word)
            FROM (SELECT DISTINCT name FROM seeding.person) said
            UNION ALL
            SELECT cause, public.search_words(cause) FROM (SELECT DISTINCT cause FROM seeding.holder) said
        ) phrase
    ) numbered;

    EXECUTE format($create$
        CREATE OR REPLACE FUNCTION public.enforcement_case_words(cause text, number text, party_kind text, party_name text)
        RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $body$
        DECLARE
            series int := strpos(number, '〔');
            rest text[] := ARRAY[substr(number, series - 2, 2), substr(number, series + 1, 4), ':seed',
                                 rtrim(split_part(substr(number, series), '-', 2), '号')];
            party text := '!' || party_name;
        BEGIN
            IF number !~ '^[^〔]*[罚许检示]字〔[0-9]{4}〕示:seed-[0-9]+号$' THEN
                RETURN seeding.enforcement_case_words(cause, number, party_kind, party_name);
            END IF;
            IF party_kind <> 'PERSON' THEN
                rest := rest || ltrim(rtrim(party_name, %3$L), %3$L);
                party := translate(party_name, '0123456789', '          ');
            END IF;
            RETURN coalesce(
                (%1$L::tsvector[])[(%2$L::jsonb -> cause)::int]
                || (%1$L::tsvector[])[(%2$L::jsonb -> party)::int]
                || array_to_tsvector(rest),
                seeding.enforcement_case_words(cause, number, party_kind, party_name));
        END $body$
    $create$, phrases, places, letters);
END $make$;
