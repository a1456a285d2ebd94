"""Sheets: rows read from CSV and XLSX, the workbook of those that were refused, and the templates."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

import models
from models import ErrorCode, Fault, ImportKind, Refusal
from resolvers.imports.cells import Cell, Formula, is_empty, shown
from resolvers.imports.columns import IGNORED, columns_of

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = (CSV, XLSX)
# Chinese offices write CSV in GB 18030 as often as in UTF-8.
ENCODINGS = ("utf-8-sig", "gb18030")
_MOST_COLUMNS = 100
_MOST_BLANK_LINES = 10_000
# A sheet of which so many lines hold nothing is empty.
_LINES_BEFORE_HEADER = 100
_LARGEST_UNPACKED = 100_000_000
# The widest template has 146 tags in a row of which every cell is another text; styles and blanks need the others.
_TAGS_OF_ROW, _OTHER_TAGS = 150, 500_000
_PARTS_OF_ROWS = ("xl/worksheets/", "xl/sharedstrings")
_FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
_DECLARED_ENCODING = re.compile(rb"""[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_ENCODINGS_OF_PARTS = {b"utf-8", b"utf-16"}
# What XML 1.0 has no character for; openpyxl knows of the controls only.
_NOT_OF_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Row:
    """A row with content: its number in the file, where the header is 1, and its cells up to the last filled one."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A header and the rows below it that have content."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_sheet(content: bytes, media_type: str, most_rows: int) -> Sheet:
    """The first sheet of a file that holds anything.  Raises ``Refusal`` where it cannot be read or is too long."""
    lines = _of_workbook(content, most_rows) if media_type == XLSX else _of_text(content)
    try:
        header = _trimmed(next(lines, ()))
        rows = tuple(_rows(lines, most_rows))
    except Refusal:
        raise
    except Exception as error:
        # A damaged file makes the libraries fail in ways of every kind.
        raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.DAMAGED) from error
    if not rows:
        raise Refusal(ErrorCode.IMPORT_NO_ROWS)
    return Sheet(tuple(shown(cell).strip() for cell in header), rows)


def _rows(lines: Iterator[Sequence[Cell]], most_rows: int) -> Iterator[Row]:
    found = 0
    for line, cells in enumerate(lines, start=2):
        trimmed = _trimmed(cells)
        if trimmed:
            found += 1
            yield Row(line, trimmed)
        if found > most_rows or line > most_rows + _MOST_BLANK_LINES:
            raise Refusal(ErrorCode.IMPORT_TOO_MANY_ROWS, limit=most_rows)


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    end = len(cells)
    while end and is_empty(cells[end - 1]):
        end -= 1
    # Where more cells are filled than are kept, more are kept than any header has columns.
    return tuple(cells[: min(end, _MOST_COLUMNS)])


def _of_text(content: bytes) -> Iterator[Sequence[Cell]]:
    reader = csv.reader(io.StringIO(_decoded(content), newline=""), strict=True)
    while True:
        # A quote that is not closed takes in all that follows it: the row is wrong where it begins.
        begins = reader.line_num + 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.BROKEN_QUOTE(line=begins)) from error


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.ENCODING)


def _of_workbook(content: bytes, most_rows: int) -> Iterator[Sequence[Cell]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        # No member unpacks to more than it says.
        if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
            raise Refusal(ErrorCode.FILE_TOO_LARGE, limit=_LARGEST_UNPACKED)
        # What a part costs is its tags: 20 MB of formats take a minute and 2 GB.
        tags = {name: _tags(archive.read(name)) for name in archive.namelist()}
        of_rows = sum(count for name, count in tags.items() if name.lower().startswith(_PARTS_OF_ROWS))
        if max(sum(tags.values()) - of_rows, of_rows - _TAGS_OF_ROW * most_rows) > _OTHER_TAGS:
            raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.TOO_MANY_CELLS)
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            lines = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)
            first = list(islice(lines, _LINES_BEFORE_HEADER))
            if not all(is_empty(cell) for line in first for cell in line):
                yield from _with_formulas(chain(first, lines), _without_result(sheet))
                return
    finally:
        workbook.close()


class _Parser(WorkSheetParser):  # type: ignore[misc]
    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            # Text of no length is a result.
            is_text = element.get("t") == "str" and element.find(VALUE_TAG) is not None
            cell["value"] = None if is_text else Formula()
        return cell


def _without_result(sheet: Any) -> dict[int, set[int]]:
    """The columns of the formulas that were saved without their results, by line: openpyxl reads them as empty."""
    with sheet._get_source() as part:
        if not _FORMULA.search(part.read()):
            return {}
    with sheet._get_source() as part:
        lines = _Parser(part, sheet._shared_strings, data_only=True).parse()
        found = {
            line: {cell["column"] for cell in cells if isinstance(cell["value"], Formula)} for line, cells in lines
        }
    return {line: columns for line, columns in found.items() if columns}


def _with_formulas(lines: Iterable[Sequence[Cell]], places: Mapping[int, set[int]]) -> Iterator[Sequence[Cell]]:
    for line, cells in enumerate(lines, start=1):
        columns = places.get(line, ())
        yield [Formula() if column in columns else cell for column, cell in enumerate(cells, 1)] if columns else cells


def _tags(part: bytes) -> int:
    declared = _DECLARED_ENCODING.match(part)
    if declared and declared[1].lower() not in _ENCODINGS_OF_PARTS:
        # The standard has no others, and some write a tag without its mark (UTF-7).
        raise Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, reason=Fault.DAMAGED)
    return part.count(b"<")


def refused_workbook(sheet: Sheet, reasons: Mapping[int, str]) -> bytes:
    """The refused rows as they were, each with its number and the reason; to be mended and imported again."""
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet("退回")
    added = [column.chinese for column in columns_of(ImportKind.CASES) if column.type == IGNORED]
    kept = [place for place, name in enumerate(sheet.header) if name not in added]
    _write(page, [*(sheet.header[place] for place in kept), "退回原因", "行号"])
    for row in sheet.rows:
        if row.line in reasons:
            cells = [row.cells[place] if place < len(row.cells) else None for place in kept]
            _write(page, [*cells, *row.cells[len(sheet.header) :], reasons[row.line], row.line])
    return _saved(workbook)


def template(kind: ImportKind) -> bytes:
    """A workbook with the header of a kind, and a second sheet that says what belongs into each column."""
    workbook = Workbook(write_only=True)
    columns = [column for column in columns_of(kind) if column.type != IGNORED]
    _write(workbook.create_sheet(kind.chinese), [column.chinese for column in columns])
    page = workbook.create_sheet("说明 Notes")
    _write(page, ["列", "Column", "必填 Required", "内容 Content", "示例 Example"])
    for column in columns:
        required = "是 yes" if column.is_required else "否 no"
        _write(page, [column.chinese, column.english, required, _content(column.type), column.example])
    return _saved(workbook)


_CONTENTS = {
    "text": "文本 text",
    "amount": "金额（元） amount in yuan",
    "truth": "是/否 yes or no",
    "day": "日期，如 2026-01-31 day",
    "organization": "信用代码或名称，缺省为导入机构 credit code or name; by default the organization imported for",
    "duty": "权责事项编码 code of a duty item in force",
    "officer": "人员编号 number",
    "officers": "人员编号，以顿号分隔 numbers with a mark between them",
}


def _content(type_: str) -> str:
    return _CONTENTS.get(type_) or "、".join(term.chinese for term in getattr(models, type_))


def _write(page: Any, values: Iterable[Cell]) -> None:
    cells: list[Any] = []
    for value in values:
        if is_empty(value):
            cells.append(None)
            continue
        cell = WriteOnlyCell(page, _NOT_OF_XML.sub("", shown(value)))
        # Text whatever it begins with, and formatted so: a sheet must not compute what somebody typed.
        cell.data_type, cell.number_format = "s", "@"
        cells.append(cell)
    page.append(cells)


def _saved(workbook: Any) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()
