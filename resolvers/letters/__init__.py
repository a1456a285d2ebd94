"""Letters of transfers and documents of supervision, as DOCX to be edited and as PDF to be printed."""

from __future__ import annotations

from typing import Literal

from resolvers.letters.letter import (
    LetterError,
    LetterFields,
    SupervisionLetterFields,
    Template,
    TransferLetterFields,
    compose,
)

LetterFormat = Literal["docx", "pdf"]

__all__ = [
    "LetterError",
    "LetterFields",
    "LetterFormat",
    "SupervisionLetterFields",
    "Template",
    "TransferLetterFields",
    "render",
]


def render(template: Template, fields: LetterFields, letter_format: LetterFormat) -> bytes:
    """The letter in a format; the same bytes for the same fields.  Raises ``LetterError``.

    A PDF takes some 0.2 s of computing: call it in a thread.
    """
    letter = compose(template, fields)
    # What writes them takes a tenth of a start to import, and is not needed before the first letter.
    if letter_format == "docx":
        from resolvers.letters.docx import write_docx  # noqa: PLC0415

        return write_docx(letter)
    from resolvers.letters.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(letter)
