-- The enterprises that cases meet, those that stand already left as they are; the same whichever seed met them first.

INSERT INTO enterprise (credit_code)
SELECT e.credit_code FROM seeding.enterprise e
WHERE e.number IN (
    SELECT (seeding.chance(place, 'enterprise') * :enterprises)::int FROM generate_series(1, :count) place
    WHERE seeding.chance(place, 'party') >= 0.35
)
ON CONFLICT (credit_code) DO NOTHING;
