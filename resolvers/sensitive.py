"""Sensitive columns: clear, masked or absent, as the policy's masks say of the role by which a row is read.

A clear value carries a mark before it, and an encrypted one stands as a mark, both in control characters that
JSON text cannot hold.  Marks of clear values are gathered into an audit entry by the very statement that reads
them; then the marks are taken out and ciphertext is put in plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Date, FromClause, Text, case, func, literal_column
from sqlalchemy import cast as sql_cast

from models import Clearance, PartyKind, Sensitive, SensitiveClass, Table
from models.secrets import Cipher
from resolvers.compilation import Compilation
from resolvers.global_id import primary_key
from resolvers.json_text import NULL, Pieces, fixed, number

# A mark: \x01, a letter (c: ciphertext to show, m: to mask, l: link; b is that of ``resolvers.search`` and stays),
# text, \x02.
START, END = literal_column("E'\\x01'", Text()), literal_column("E'\\x02'", Text())
# That of a value that was read clear begins otherwise: PostgreSQL seeks one character several times as fast as two.
READ = literal_column("E'\\x03'", Text())
_MARK = re.compile(rb"\x01(.)([^\x02]*)\x02")
_READ_MARK = re.compile(rb"\x03[^\x02]*\x02")
_HIDDEN = "*"
_LEAST_HIDDEN = 4


def sensitive_column(compilation: Compilation, model: type[Table], row: FromClause, name: str) -> Pieces:
    """A sensitive column as a JSON string, or null."""
    sensitive, value = model.__sensitive__[name], row.c[name]
    cases: list[tuple[ColumnElement[bool], ColumnElement[str]]] = [(value.is_(None), fixed(NULL))]
    if sensitive.only_persons is not None:
        is_person = row.c[sensitive.only_persons] == fixed(PartyKind.PERSON.name)
        cases.append((~is_person, _text(func.to_json(value))))
    of, whole = compilation.whole(model, row)
    clear = compilation.cleared(of, sensitive.class_, Clearance.CLEAR, whole)
    cases.append((clear, read_mark(compilation, of, whole, sensitive.class_).op("||")(_clear(sensitive, name, value))))
    if (masked := _masked(sensitive, name, value)) is not None:
        cases.append((compilation.cleared(of, sensitive.class_, Clearance.MASKED, whole), masked))
    return [case(*cases, else_=fixed(NULL))]


def read_mark(
    compilation: Compilation, model: type[Table], row: FromClause, class_: SensitiveClass
) -> ColumnElement[str]:
    """The mark of a value that is read clear."""
    compilation.reads_clear = True
    key = sql_cast(row.c[primary_key(model).name], Text())
    return func.concat(READ, fixed(f"{model.__name__}:"), key, fixed(f":{class_.name}"), END, type_=Text())


def _clear(sensitive: Sensitive, name: str, value: ColumnElement[Any]) -> ColumnElement[str]:
    return _ciphertext("c", name, value) if sensitive.encrypted else _text(func.to_json(value))


def _masked(sensitive: Sensitive, name: str, value: ColumnElement[Any]) -> ColumnElement[str] | None:
    if sensitive.encrypted:
        return _ciphertext("m", name, value)
    if isinstance(value.type, Date):
        # Its beginning is not a day.
        return None
    match sensitive.class_:
        case SensitiveClass.PARTY_NAME | SensitiveClass.INFORMANT:
            return _text(func.to_json(func.left(value, number(1)).op("||")(fixed("**"))))
        case SensitiveClass.ADDRESS | SensitiveClass.OFFICER_NUMBER:
            return _text(func.to_json(func.left(value, number(4)).op("||")(fixed("****"))))
    return None


def _ciphertext(letter: str, name: str, value: ColumnElement[Any]) -> ColumnElement[str]:
    hexadecimal = func.encode(value, literal_column("'hex'"))
    return func.concat(START, fixed(f"{letter}{name}:"), hexadecimal, END, type_=Text())


def _text(value: ColumnElement[Any]) -> ColumnElement[str]:
    return sql_cast(value, Text())


def link_mark(compilation: Compilation, method: str, path: ColumnElement[str]) -> ColumnElement[str]:
    """The mark in whose place a signed link to a path will stand."""
    compilation.has_links = True
    return func.concat(START, fixed(f"l{method}:"), path, END, type_=Text())


def without_marks(answer: bytes, cipher: Cipher, link: Callable[[str, str], str]) -> bytes:
    """The JSON that a reader gets: ciphertext decrypted, masked where it must be, links signed, and no marks.

    ``link`` signs a method and a path.
    """

    def replace(match: re.Match[bytes]) -> bytes:
        letter, text = match[1], match[2].decode()
        if letter == b"b":
            return match[0]
        name, _, hexadecimal = text.partition(":")
        if letter == b"l":
            method, path = name, hexadecimal
            return orjson.dumps(link(method, path))
        value = cipher.decrypt(bytes.fromhex(hexadecimal), name)
        return orjson.dumps(value if letter == b"c" else mask(value))

    # Most marks are those of what was read clear, and no function need be asked what to put in their place.
    text = _READ_MARK.sub(b"", answer)
    return _MARK.sub(replace, text) if b"\x01" in text else text


def mask(value: str) -> str:
    """A number of which the first three and the last four characters are left, as on printed forms."""
    shown = value[:3], value[-4:]
    hidden = len(value) - sum(map(len, shown))
    return f"{shown[0]}{_HIDDEN * hidden}{shown[1]}" if hidden >= _LEAST_HIDDEN else _HIDDEN * len(value)
