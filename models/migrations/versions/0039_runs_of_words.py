"""Similar cases are found by runs of words of the cause, not by all of them

Revision ID: 0039
Revises: 0038
"""

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

_RUNS = """CREATE FUNCTION runs_of_words(given text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT string_agg('(' || run || ')', ' | ')::tsquery
    FROM (
        SELECT (SELECT string_agg(quote_literal(word), ' & ')
                FROM unnest(words[first : first + size - 1]) AS word) AS run
        FROM (SELECT words, least(cardinality(words), greatest(3, (cardinality(words) + 2) / 3)) AS size
              FROM (SELECT (public.search_words(given))[1:60] AS words) AS said) AS sized,
             generate_series(1, cardinality(words) - size + 1) AS first
    ) AS runs
$$"""


def upgrade() -> None:
    op.execute(_RUNS)


def downgrade() -> None:
    op.execute("DROP FUNCTION runs_of_words(text)")
