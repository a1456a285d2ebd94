"""Search: which rows hold the words of a text, and the refusal of a text that too many hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, FromClause, Text, and_, case, false, func, select, true
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from models import Clearance, ErrorCode, Refusal, Table
from models.search import PERSONAL, words_asked
from resolvers.caller import Reading
from resolvers.compilation import Compilation
from resolvers.json_text import fixed
from resolvers.sensitive import END, START
from resolvers.shape import fill
from resolvers.wire import wire

MOST_FOUND = 10_000
LONGEST_SEARCH = 100
# The letter is a class: a prefix of two literal characters would be sought character by character.
_MARK = re.compile(rb"\x01[b]([^\x02]*)\x02")


def ways_to_find(
    compilation: Compilation, model: type[Table], rows: FromClause, asked: Any
) -> Sequence[ColumnElement[bool]]:
    """The conditions of which a row that holds all words meets just one, each by the index alone.

    The words of personal values count only where the caller sees those clear.
    """
    searched = model.__searched__
    if searched is None:
        raise TypeError(f"{model.__name__} does not say by which words it is searched")
    arguments = [rows.c[name] for name in searched.columns]
    vector: Any = getattr(func, searched.function)(*arguments, type_=TSVECTOR())

    def holds(write: Callable[[Sequence[str]], str]) -> ColumnElement[bool]:
        def query(reading: Reading) -> str:
            return write(_words(wire(fill(asked, reading.slots))))

        held: ColumnElement[bool] = vector.op("@@", return_type=Boolean())(compilation.bind(query, TSQUERY()))
        return held

    openly = holds(_all_open)
    cleared = compilation.cleared(model, searched.personal, Clearance.CLEAR, rows)
    if str(cleared) == str(false()):
        return [openly]
    return [openly, and_(case((cleared, true()), else_=false()), holds(_some_personal))]


def holds_a_run(model: type[Table], rows: FromClause, own: FromClause, column: str) -> ColumnElement[bool]:
    """Which rows hold openly a run of the words of a text of another row, by the index; none where it has no words."""
    searched = model.__searched__
    if searched is None:
        raise TypeError(f"{model.__name__} does not say by which words it is searched")
    vector: Any = getattr(func, searched.function)(*(rows.c[name] for name in searched.columns), type_=TSVECTOR())
    asked = select(func.runs_of_words(own.c[column], type_=TSQUERY())).correlate(own)
    held: ColumnElement[bool] = vector.op("@@", return_type=Boolean())(asked.scalar_subquery())
    return held


def _all_open(words: Sequence[str]) -> str:
    return " & ".join(f"'{word}'" for word in words)


def _some_personal(words: Sequence[str]) -> str:
    # Where no row holds any of them as a personal word, the index says so at once.  What holds all of them openly
    # too is found so already.
    either = " & ".join(f"('{word}' | '{PERSONAL}{word}')" for word in words)
    personal = " | ".join(f"'{PERSONAL}{word}'" for word in words)
    return f"({personal}) & {either} & !({_all_open(words)})"


def _words(text: str) -> Sequence[str]:
    words = words_asked(text) if len(text) <= LONGEST_SEARCH else ()
    if not words:
        raise Refusal(ErrorCode.SEARCH_NOT_USABLE, limit=LONGEST_SEARCH)
    return words


def breadth_mark(compilation: Compilation, argument: str) -> ColumnElement[str]:
    """The mark of an answer whose search found too many rows; it makes the whole root field refused."""
    compilation.may_be_broad = True
    return func.concat(START, fixed(f"b{argument}"), END, type_=Text())


def too_broad(answer: bytes) -> Refusal | None:
    """The refusal that a root field's answer is marked with."""
    mark = _MARK.search(answer)
    return Refusal(ErrorCode.SEARCH_TOO_BROAD, field=mark[1].decode(), limit=MOST_FOUND) if mark else None
