-- The enterprises that cases meet, those that stand already left as they are.

INSERT INTO enterprise (id, credit_code, name)
SELECT seeding.key(e.number, 'enterprise', seeding.milliseconds(TIMESTAMPTZ ':until 18:00:00+08')), e.credit_code, e.name FROM seeding.enterprise e
WHERE e.number IN (
    SELECT (seeding.chance(place, 'enterprise') * :enterprises)::int FROM generate_series(1, :count) place
    WHERE seeding.chance(place, 'party') >= 0.35
)
ON CONFLICT (credit_code) DO NOTHING;
