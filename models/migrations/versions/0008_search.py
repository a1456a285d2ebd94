"""Search by words; lists in index order

Revision ID: 0008
Revises: 0007
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SEARCH_WORDS = """CREATE FUNCTION search_words(given text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
DECLARE
    plain text := lower(normalize(given, NFKC) COLLATE "C");
    letters text[] := string_to_array(plain, NULL);
    words text[] := string_to_array(trim(regexp_replace(plain, '[^a-z0-9]+', ' ', 'g')), ' ');
    last int := cardinality(words);
BEGIN
    FOR i IN 1 .. cardinality(letters) - 1 LOOP
        IF letters[i] COLLATE "C" >= '㐀' AND letters[i + 1] COLLATE "C" >= '㐀' THEN
            last := last + 1;
            words[last] := letters[i] || letters[i + 1];
        END IF;
    END LOOP;
    RETURN words;
END $$"""
_CASE_WORDS = """CREATE FUNCTION enforcement_case_words(cause text, number text, party_kind text, party_name text)
RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
DECLARE
    tail text := coalesce(substring(number FROM '..〔.*'), number);
BEGIN
    IF party_kind <> 'PERSON' THEN
        RETURN array_to_tsvector(public.search_words(concat_ws(' ', cause, tail, party_name)));
    END IF;
    RETURN array_to_tsvector(
        public.search_words(concat_ws(' ', cause, tail))
        || ARRAY(SELECT '!' || word FROM unnest(public.search_words(party_name)) AS word)
    );
END $$"""

_NEWEST = [sa.text("registered_at DESC"), sa.text("id DESC")]
# Name, what comes before the order, which rows.
_ORDERED: list[tuple[str, list[Any], str | None]] = [
    ("owner_state", ["organization_id", "state"], None),
    *((f"area_{n}_state", [sa.text(f'"left"(region_code, {n})'), "state"], None) for n in (2, 4, 6)),
    ("offered_organization_id", ["offered_organization_id"], "offered_organization_id IS NOT NULL"),
    ("offered_region_code", ["offered_region_code"], "offered_region_code IS NOT NULL"),
    *(
        (f"offered_region_code_{n}", [sa.text(f'"left"(offered_region_code, {n})')], "offered_region_code IS NOT NULL")
        for n in (2, 4, 6)
    ),
    ("public", [], "is_published"),
    ("public_state", ["state"], "is_published"),
    ("public_due", [], "is_published AND next_due_at IS NOT NULL"),
    ("shirked", [], "is_shirked"),
]


def upgrade() -> None:
    op.drop_index("enforcement_case_offered_idx", "enforcement_case")
    for name, first, where in _ORDERED:
        op.create_index(
            f"enforcement_case_{name}_idx",
            "enforcement_case",
            [*first, *_NEWEST],
            postgresql_where=None if where is None else sa.text(where),
        )
    op.execute(_SEARCH_WORDS)
    op.execute(_CASE_WORDS)
    op.create_index(
        "enforcement_case_search_idx",
        "enforcement_case",
        [sa.text("enforcement_case_words(cause, number, party_kind, party_name)")],
        postgresql_using="gin",
    )


def downgrade() -> None:
    for name, _, _ in _ORDERED:
        op.drop_index(f"enforcement_case_{name}_idx", "enforcement_case")
    op.create_index(
        "enforcement_case_offered_idx",
        "enforcement_case",
        ["offered_organization_id"],
        postgresql_where=sa.text("is_offered"),
    )
    op.drop_index("enforcement_case_search_idx", "enforcement_case")
    op.execute("DROP FUNCTION enforcement_case_words")
    op.execute("DROP FUNCTION search_words")
