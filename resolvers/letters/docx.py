"""Letters as DOCX, in the layout of official documents (GB/T 9704)."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from resolvers.letters.letter import Letter

_BODY, _TITLE = "仿宋", "宋体"
_BODY_POINTS, _TITLE_POINTS, _LINE_POINTS = 16, 22, 28
_LABEL_WIDTH, _VALUE_WIDTH = Mm(42), Mm(114)
_INDENT = Pt(2 * _BODY_POINTS)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_docx(letter: Letter) -> bytes:
    """The letter as a DOCX file."""
    document = Document()
    _lay_out(document)
    if letter.urgent:
        _paragraph(document, "紧急")
    title = _paragraph(document, letter.title, WD_ALIGN_PARAGRAPH.CENTER)
    title.runs[0].font.size = Pt(_TITLE_POINTS)
    title.runs[0].font.bold = True
    _set_font(title.runs[0].font, _TITLE)
    _paragraph(document, letter.number, WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(document, letter.salutation)
    for text in letter.paragraphs:
        _indented(document, text)
    _facts(document, letter)
    if letter.closing:
        _indented(document, letter.closing)
    for line in attachment_lines(letter):
        _indented(document, line)
    for text in ("", letter.signed_by, letter.day_in_words):
        _paragraph(document, text, WD_ALIGN_PARAGRAPH.RIGHT)
    if letter.copies:
        _paragraph(document, f"抄送：{letter.copies}")
    _describe(document, letter)
    written = io.BytesIO()
    document.save(written)
    return _undated(written)


def attachment_lines(letter: Letter) -> list[str]:
    """The list of attachments, numbered where there are several."""
    if len(letter.attachments) == 1:
        return [f"附件：{letter.attachments[0]}"]
    return [
        f"{'附件：' if number == 1 else ''}{number}. {name}" for number, name in enumerate(letter.attachments, start=1)
    ]


def _lay_out(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    style = document.styles["Normal"]
    style.font.size = Pt(_BODY_POINTS)
    _set_font(style.font, _BODY)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(_LINE_POINTS)
    style.paragraph_format.space_after = Pt(0)


def _set_font(font: object, name: str) -> None:
    # Word takes the font of Chinese characters from an attribute of its own, which the library does not know.
    font.name = name  # type: ignore[attr-defined]
    font.element.rPr.rFonts.set(qn("w:eastAsia"), name)  # type: ignore[attr-defined]


def _paragraph(document: DocxDocument, text: str, align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT) -> Paragraph:
    paragraph = document.add_paragraph(text)
    paragraph.alignment = align
    return paragraph


def _indented(document: DocxDocument, text: str) -> None:
    _paragraph(document, text).paragraph_format.first_line_indent = _INDENT


def _facts(document: DocxDocument, letter: Letter) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for label, value in letter.facts:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (label, value), (_LABEL_WIDTH, _VALUE_WIDTH), strict=True):
            cell.width = width
            cell.text = text


def _describe(document: DocxDocument, letter: Letter) -> None:
    written = datetime.combine(letter.day, time())
    about = document.core_properties
    about.title, about.author, about.last_modified_by = f"{letter.title} {letter.number}"[:255], "", ""
    about.comments, about.language = "", "zh-CN"
    about.created = about.modified = written


def _undated(written: io.BytesIO) -> bytes:
    # The library stamps each part with the present time; the same letter has to be the same bytes.
    made = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in parts.namelist():
            undated.writestr(zipfile.ZipInfo(name, _EARLIEST), parts.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
