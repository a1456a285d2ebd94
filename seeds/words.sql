-- For the transaction that makes the index of words: the words of each text in the pools, found once, and a body of
-- the index's function that puts a case's together from them.  Where it holds a text of no pool, its own body, which
-- seeds/cases.py keeps in the schema ``seeding`` and puts back, finds them.

CREATE TABLE seeding.phrase AS
SELECT text, false AS is_personal, array_to_tsvector(public.search_words(text)) AS words
FROM (SELECT cause FROM seeding.holder UNION SELECT name FROM seeding.enterprise) said(text)
UNION ALL
SELECT name, true, array_to_tsvector(ARRAY(SELECT '!' || word FROM unnest(public.search_words(name)) word))
FROM (SELECT DISTINCT name FROM seeding.person) person;
CREATE UNIQUE INDEX ON seeding.phrase (text, is_personal);
ANALYZE seeding.phrase;

CREATE OR REPLACE FUNCTION public.enforcement_case_words(cause text, number text, party_kind text, party_name text)
RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
DECLARE
    series int := strpos(number, '〔');
BEGIN
    RETURN coalesce(
        (SELECT words FROM seeding.phrase WHERE text = cause AND NOT is_personal)
        || (SELECT words FROM seeding.phrase WHERE text = party_name AND is_personal = (party_kind = 'PERSON'))
        || CASE WHEN number ~ '^[^〔]*[罚许检示]字〔[0-9]{4}〕示:seed-[0-9]+号$'
           THEN array_to_tsvector(ARRAY[
               substr(number, series - 2, 2), substr(number, series + 1, 4), ':seed',
               rtrim(split_part(substr(number, series), '-', 2), '号')]) END,
        seeding.enforcement_case_words(cause, number, party_kind, party_name));
END $$;
