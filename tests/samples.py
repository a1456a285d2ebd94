"""Small files of every kind that is taken, and some of kinds that are not."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from fpdf import FPDF
from PIL import Image

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, "<x/>")
    return made.getvalue()


def image(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (4, 4)).save(made, kind)
    return made.getvalue()


def pdf(text: str = "x") -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica")
    made.cell(text=text)
    return bytes(made.output())


def docx() -> bytes:
    made = io.BytesIO()
    Document().save(made)
    return made.getvalue()


TAKEN = [
    ("application/pdf", pdf()),
    (DOCX, docx()),
    (XLSX, archive("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")),
    ("image/jpeg", image("jpeg")),
    ("image/png", image("png")),
    ("video/mp4", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + b"\0\0\0\x08free"),
    ("application/zip", archive("a.txt")),
    ("text/plain", "当事人陈述\r\n".encode()),
    ("text/csv", "姓名,金额\n张三,100\n".encode()),
    ("text/csv", "姓名,金额\n张三,100\n".encode("gb18030")),
]
NOT_TAKEN = [
    ("application/pdf", b"MZ" + bytes(200)),
    ("application/pdf", image("png")),
    ("image/png", image("jpeg")),
    ("image/jpeg", b"<html></html>"),
    ("video/mp4", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + b"\0\0\0\x08free"),
    (DOCX, archive("a.txt")),
    (DOCX, archive("[Content_Types].xml", "xl/workbook.xml")),
    (DOCX, archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    (XLSX, docx()),
    ("application/zip", b"PK\x03\x04 and nothing more"),
    # An archive that claims a directory of two gigabytes.
    ("application/zip", b"PK\x05\x06" + bytes(8) + (2**31).to_bytes(4, "little") + bytes(6)),
    ("text/plain", image("png")),
    ("text/csv", b"a,b\x00\n"),
    ("text/csv", b"\xff\xff\xff"),
]
