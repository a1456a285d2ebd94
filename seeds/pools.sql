-- What cases are drawn from, made once for a run in a schema of its own, so that every connection reads the same.
-- :names are put in by seeds/cases.py, which checks them.  Every choice is a hash of the seed, the case's place and
-- what is chosen, so that no choice depends on another, on the order of execution or on who makes the case.

CREATE FUNCTION seeding.chance(place bigint, what text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (hashint8extended(place, hashtextextended(what, :seed)) & 9007199254740991)::double precision / 9007199254740992
$$;
-- A UUIDv7: 48 bits of milliseconds, the version, 12 chosen bits; the variant, 60 chosen bits.  The first half has 15
-- digits for a moment of our days, the second, with its highest bit set, always 16.
CREATE FUNCTION seeding.key(place bigint, what text, milliseconds bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('0' || to_hex((milliseconds << 16) | 28672 | (hashint8extended(place, hashtextextended(what || 'a', :seed)) & 4095))
            || to_hex((hashint8extended(place, hashtextextended(what, :seed)) & 1152921504606846975) | -6917529027641081856))::uuid
$$;
CREATE FUNCTION seeding.milliseconds(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (extract(epoch FROM at) * 1000)::bigint
$$;

-- Who may act on what: owners on the items they hold in force, townships on those assigned to them.  The counties of
-- the personas have more cases than others.
CREATE TABLE seeding.holder AS
SELECT row_number() OVER (ORDER BY copy, h.organization_id, h.code, h.duty_item_id) - 1 AS number, h.*
FROM (
    SELECT d.id AS duty_item_id, d.code, d.organization_id, d.region_code, d.field, d.act_type, d.name AS cause,
           d.legal_review, d.fine_ceiling, l.id AS reviewer_id
    FROM duty_item d LEFT JOIN organization l ON l.department_id = d.organization_id
    WHERE d.state = 'PUBLISHED' AND d.field IS NOT NULL
    UNION ALL
    SELECT d.id, d.code, a.organization_id, a.region_code, d.field, d.act_type, d.name, d.legal_review, d.fine_ceiling,
           a.publisher_id
    FROM duty_assignment a JOIN duty_item d ON d.id = a.duty_item_id
    WHERE a.state = 'ASSIGNED'
) h
CROSS JOIN generate_series(1, 8) copy
WHERE copy = 1 OR h.region_code LIKE '410302%' OR (copy < 4 AND h.region_code LIKE '410303%')
   OR (copy < 3 AND h.act_type = 'PENALTY');
CREATE UNIQUE INDEX ON seeding.holder (number);

-- The officers of each body who can act.
CREATE TABLE seeding.crew AS
SELECT o.organization_id, array_agg(o.id ORDER BY o.number) AS officers, array_agg(c.id ORDER BY o.number) AS certificates
FROM officer o JOIN certificate c ON c.officer_id = o.id
WHERE c.kind = 'ENFORCEMENT' AND c.state = 'VALID' AND c.valid_to >= DATE ':until'
GROUP BY o.organization_id;

-- Whom a case may be handed to, whether it licenses, and by what one of them is chosen.
CREATE TABLE seeding.department AS
SELECT o.region_code, o.id, o.field, hashtextextended(o.id::text, :seed) AS salt,
       EXISTS (SELECT FROM duty_item d WHERE d.organization_id = o.id AND d.act_type = 'LICENSING' AND d.state = 'PUBLISHED')
           AS licenses
FROM organization o WHERE o.kind = 'DEPARTMENT';
CREATE INDEX ON seeding.department (region_code);
CREATE INDEX ON seeding.department (id);
