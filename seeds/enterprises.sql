-- The enterprises that cases meet, those that stand already left as they are; the same whichever seed met them first.

INSERT INTO enterprise (id, credit_code, name)
SELECT md5('enterprise:' || e.credit_code)::uuid, e.credit_code, e.name FROM seeding.enterprise e
WHERE e.number IN (
    SELECT (seeding.chance(place, 'enterprise') * :enterprises)::int FROM generate_series(1, :count) place
    WHERE seeding.chance(place, 'party') >= 0.35
)
ON CONFLICT (credit_code) DO NOTHING;
