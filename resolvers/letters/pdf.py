"""Letters as PDF, in the layout of official documents (GB/T 9704), with their font embedded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time

import pylopdf_fonts_zh_cn
from fpdf import FPDF
from fpdf.enums import Align

from resolvers.letters.docx import attachment_lines
from resolvers.letters.letter import Letter

_FONT = "serif"
_BODY_POINTS, _TITLE_POINTS, _SMALL_POINTS = 16, 22, 12
_LINE = 9.8
_TOP, _BOTTOM, _LEFT, _RIGHT = 37, 35, 28, 26
_LABEL_WIDTH, _CELL_PADDING = 42.0, 2.0
_INDENT = 11.3  # two characters of the body
_MOST_LINES_OF_CELL = 15

# No line begins with a closing mark or ends with an opening one, and numbers and words stay whole.
_UNIT = re.compile(
    r"[〔（《“‘「【(\[]*(?:[A-Za-z0-9][A-Za-z0-9./%&@_+-]*|.)[，。、；：！？）》”’〕」】…,.;:!?)\]]*", re.DOTALL
)


def write_pdf(letter: Letter) -> bytes:
    """The letter as a PDF file."""
    page = _Page(letter)
    if letter.urgent:
        page.text_line("紧急")
    page.text_line(letter.title, Align.C, _TITLE_POINTS)
    page.text_line(letter.number, Align.C)
    page.paragraph(letter.salutation, indent=0)
    for text in letter.paragraphs:
        page.paragraph(text)
    page.ln(_LINE / 3)
    for label, value in letter.facts:
        page.fact(label, value)
    page.ln(_LINE / 3)
    if letter.closing:
        page.paragraph(letter.closing)
    for text in attachment_lines(letter):
        page.paragraph(text)
    page.ln(_LINE)
    page.text_line(letter.signed_by, Align.R)
    page.text_line(letter.day_in_words, Align.R)
    if letter.copies:
        page.text_line(f"抄送：{letter.copies}")
    return bytes(page.output())


def wrapped(text: str, widths: Callable[[int], float], measure: Callable[[str], float]) -> Iterator[str]:
    """The lines of a text: ``widths`` says how long a line of this number may be, ``measure`` how long it is."""
    number, line = 0, ""
    for unit in _units(text, widths(1), measure):
        if line and measure(line + unit.rstrip()) > widths(number):
            yield line.rstrip()
            number, line = number + 1, unit.lstrip()
        else:
            line += unit
    yield line.rstrip()


def _units(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    for unit in _UNIT.findall(text):
        if measure(unit) <= width:
            yield unit
        else:
            yield from unit


class _Page(FPDF):
    def __init__(self, letter: Letter) -> None:
        super().__init__(format="A4")
        self.set_margins(_LEFT, _TOP, _RIGHT)
        self.set_auto_page_break(auto=True, margin=_BOTTOM)
        self.add_font(_FONT, fname=pylopdf_fonts_zh_cn.serif_path())
        self.set_font(_FONT, size=_BODY_POINTS)
        self.set_title(f"{letter.title} {letter.number}")
        self.set_lang("zh-CN")
        # The day of the letter, not of the printing: the same letter is the same bytes.
        self.set_creation_date(datetime.combine(letter.day, time(), UTC))
        self.add_page()

    def footer(self) -> None:
        self.set_y(-_BOTTOM + 7)
        self.set_font(_FONT, size=_SMALL_POINTS)
        self.cell(w=0, text=f"— {self.page_no()} —", align=Align.C)

    def text_line(self, text: str, align: Align = Align.L, points: float = _BODY_POINTS) -> None:
        """A text in lines of their own."""
        self.set_font(_FONT, size=points)
        for each in wrapped(text, lambda _: self.epw, self.get_string_width):
            self.cell(w=0, h=_LINE * points / _BODY_POINTS, text=each, align=align, new_x="LMARGIN", new_y="NEXT")
        self.set_font(_FONT, size=_BODY_POINTS)

    def paragraph(self, text: str, indent: float = _INDENT) -> None:
        """A text whose first line is indented."""

        def width(number: int) -> float:
            return self.epw - (0 if number else indent)

        for number, each in enumerate(wrapped(text, width, self.get_string_width)):
            self.set_x(self.l_margin + (0 if number else indent))
            self.cell(w=0, h=_LINE, text=each, new_x="LMARGIN", new_y="NEXT")

    def fact(self, label: str, value: str) -> None:
        """A row of the table; one that is longer than a page goes on in the next."""
        lines = self._cell_lines(value, self.epw - _LABEL_WIDTH)
        for start in range(0, len(lines), _MOST_LINES_OF_CELL):
            self._row(self._cell_lines(label if start == 0 else "", _LABEL_WIDTH), lines[start:][:_MOST_LINES_OF_CELL])

    def _cell_lines(self, text: str, width: float) -> list[str]:
        inside = width - 2 * _CELL_PADDING
        return [line for part in text.split("\n") for line in wrapped(part, lambda _: inside, self.get_string_width)]

    def _row(self, label: list[str], value: list[str]) -> None:
        height = _LINE * max(len(label), len(value))
        if self.will_page_break(height):
            self.add_page()
        top = self.y
        for left, width, lines in (
            (self.l_margin, _LABEL_WIDTH, label),
            (self.l_margin + _LABEL_WIDTH, self.epw - _LABEL_WIDTH, value),
        ):
            self.rect(left, top, width, height)
            for number, line in enumerate(lines):
                self.set_xy(left + _CELL_PADDING, top + number * _LINE)
                self.cell(w=width - 2 * _CELL_PADDING, h=_LINE, text=line)
        self.set_xy(self.l_margin, top + height)
