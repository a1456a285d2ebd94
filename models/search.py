"""Search: the words of a row's text, which an index holds and a filter asks for.

A word is a pair of neighbouring Han characters or a whole run of Latin letters and digits.  ``search_words`` finds
them in SQL, ``words_of`` in Python, after the same normalization (NFKC, ASCII in lower case); the two are held
together by a test.  ``likeness`` is how many of two texts' words are in both, in percent;
``runs_of_words`` asks for any run of a third of a text's words, of three at least.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from models.sensitive import SensitiveClass

# What a word stands behind that only those may search by who see the value clear.
PERSONAL = "!"
# In the order of code points Han begins here, after the punctuation.
_FIRST_HAN = "\u3400"
# Of a longer text only so many pairs are asked for as hold all of its characters: each costs the index alike.
_MOST_PAIRS_ASKED = 8
# Of those the common ones, which cost most and tell least, are left out as long as so many are asked for.
_FEWEST_PAIRS_ASKED = 6
# What a twentieth or more of the duty list's names hold, the commonest first.
COMMON_PAIRS = (
    "处罚", "的处", "许可", "经营", "对未", "或者", "擅自", "监督", "检查", "规定", "使用", "生产",
    "建设", "未经", "活动", "场所", "单位", "对擅", "督检", "安全", "未按", "营许", "设施",
)  # fmt: skip
_RUN_OF_HAN = re.compile(f"[{_FIRST_HAN}-\U0010ffff]{{2,}}")
_ASCII_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
# The organ of a case number is a filter of its own, so neither side searches by it.
_ORGAN_OF_NUMBER = re.compile(r"\S*(?=\S{2}[〔（(\[【]\d{4}[〕）)\]】])")

FUNCTIONS = (
    """CREATE FUNCTION search_words(given text) RETURNS text[]
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
END $$""",
    """CREATE FUNCTION enforcement_case_words(cause text, number text, party_kind text, party_name text)
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
END $$""",
    """CREATE FUNCTION likeness(one text[], other text[]) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce((100 * count(*) FILTER (WHERE sides = 2) / nullif(count(*), 0))::integer, 0)
    FROM (
        SELECT count(*) AS sides
        FROM (SELECT DISTINCT word FROM unnest(one) AS word UNION ALL
              SELECT DISTINCT word FROM unnest(other) AS word) AS said
        GROUP BY word
    ) AS words
$$""",
    """CREATE FUNCTION runs_of_words(given text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT string_agg('(' || run || ')', ' | ')::tsquery
    FROM (
        SELECT (SELECT string_agg(quote_literal(word), ' & ')
                FROM unnest(words[first : first + size - 1]) AS word) AS run
        FROM (SELECT words, least(cardinality(words), greatest(3, (cardinality(words) + 2) / 3)) AS size
              FROM (SELECT (public.search_words(given))[1:60] AS words) AS said) AS sized,
             generate_series(1, cardinality(words) - size + 1) AS first
    ) AS runs
$$""",
)


@dataclass(frozen=True)
class Searched:
    """What a table says of its search: the SQL function of its words and the columns that it takes.

    Words of ``personal`` values stand behind ``PERSONAL``.
    """

    function: str
    columns: tuple[str, ...]
    personal: SensitiveClass


def words_of(text: str) -> list[str]:
    """The words of a text, each once, in their order."""
    return _words_in(_normalized(text))


def _words_in(plain: str) -> list[str]:
    pairs = (one + other for one, other in pairwise(plain) if min(one, other) >= _FIRST_HAN)
    return list(dict.fromkeys([*re.findall("[a-z0-9]+", plain), *pairs]))


# A search asks for the words of its text twice, one time right after the other.
@lru_cache(1)
def words_asked(text: str) -> tuple[str, ...]:
    """The words that a row must hold to be found by a text: all of them, or of a long one some that hold all of it.

    Of these the ``COMMON_PAIRS`` are left out, the commonest first, as long as six pairs are asked for.
    """
    plain = _normalized(_ORGAN_OF_NUMBER.sub(" ", text))
    words = _words_in(plain)
    pairs = [word for word in words if word >= _FIRST_HAN]
    if len(pairs) <= _MOST_PAIRS_ASKED:
        return tuple(words)
    runs = _RUN_OF_HAN.findall(plain)
    covering = {run[min(start, len(run) - 2) :][:2] for run in runs for start in range(0, len(run), 2)}
    spare = max(0, len(covering) - _FEWEST_PAIRS_ASKED)
    covering.difference_update([pair for pair in COMMON_PAIRS if pair in covering][:spare])
    return tuple(word for word in words if word < _FIRST_HAN or word in covering)


def _normalized(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_ASCII_LOWER)
